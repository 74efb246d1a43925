"""The shape of the house: rules in their own language, the law's numbers not in code."""

import ast
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import jamsos
from jamsos._public import homes

LIBRARY: ModuleType = jamsos
"""The names are made when they are asked for: a type checker knows those of the stub only."""
HERE = Path(jamsos.__file__).parent
RULES = [HERE / "premiums" / "bpu" / "row_number.py"]
MODULES = sorted(HERE.rglob("*.py"))
FORBIDDEN = (
    ast.If,
    ast.IfExp,
    ast.BoolOp,
    ast.While,
    ast.Try,
    ast.Lambda,
    ast.Div,
    ast.Not,
    ast.Invert,
    ast.NotEq,
)
BUILT_IN = {"min", "max", "round", "sum", "any", "all", "float", "int", "bool", "abs"}
NUMBERS: dict[str, set[float]] = {
    "answers/ground_keys.py": {64, 4096},  # the sizes of caches
    "answers/texts.py": {1, 2, 100, 4096},
    "answers/written.py": {4096},
    "door/question.py": {64},
    "law/form.py": {64},
    "answers/wording.py": {6},  # the most possibilities and rows shown
    "workers/work_accident.py": {100},  # percent
    "benefits/work_accident/body_parts.py": {2, 3},  # parts of a body: sides, fingers, toes
    "door/answering.py": {200},  # the longest record id
    "door/desk.py": {16},  # the shortest key
    "door/lines.py": {2, 16},  # the bytes that are read at once
    "door/parsing.py": {2, 20},  # the longest line
    "door/parts.py": {64, 1024, 4096},  # the sizes of caches
    "door/replies.py": {2, 200},  # the version of receipts; the longest place in an error
    "errors.py": {2, 7, 10, 80, 128},  # digits of a mask; near names; the longest value shown
    "law/fidelity.py": {100},  # percent
    "expectations/asking.py": {15},  # the day of its month on which an event is taken to happen
    "expectations/binomial.py": {2, 8, 64, 160, 4096},  # bits and bytes of draws; a cache
    "expectations/expectation.py": {1000},  # rupiah of contributions in a sentence; runs
    "expectations/lines.py": {2},  # decimals shown
    "expectations/rates.py": {2, 12, 1000},  # two ages; months of a year; rates per thousand
    "expectations/reckoning.py": {2},  # the first and the last month of a gap
    "expectations/shares.py": {2},  # half up
    "expectations/simulation.py": {2, 3, 63},  # squares; the stated error; the largest sum
    "charts/areas.py": {100},  # percent
    "charts/benefits.py": {0.3, 1.25, 2, 4, 16, 19},  # sizes of bars; two answers
    "charts/claim.py": {2, 3, 4, 7, 10, 30, 34, 90, 110, 365, 1825},  # days of an axis; sizes
    "charts/colours.py": {2, 3, 4, 6, 8, 10, 12},  # forms of lines
    "charts/contribution.py": {0.15, 2, 4, 5, 8, 340},  # sizes; every how many rows are numbered
    "charts/cover.py": {0.05, 160, 2, 4, 8, 11, 12, 13, 15, 26, 32, 92, 520, 550_000},  # sizes
    "charts/months.py": {2, 3, 4, 12, 320},  # sizes; months of an axis
    "charts/picture.py": {2, 3, 6, 8, 11, 12, 13, 15, 22, 640},  # sizes; months and days
    "charts/scholarship.py": {1.1, 2, 3, 10, 270, 300},  # sizes
    "charts/staircase.py": {1.12, 2, 3, 5, 6, 24, 40},  # sizes
    "charts/words.py": {3, 6, 9, 10, 12},  # thousands, millions and so on
    "scenarios/runs.py": {2},  # the months in which a change of law is near
    "scenarios/death_cells.py": {128},  # the size of caches
    "scenarios/grid.py": {2},  # its parameters
    "scenarios/groups.py": {100},  # percent
    "scenarios/shown.py": {10, 40},  # the most reasons and rows a page shows
    "law/supposed_values.py": {100},  # percent
    "law/law.py": {16, 4096},  # the length of a fingerprint; the size of a cache
    "forms/scalars.py": {4096},
    "premiums/bpu/lines.py": {4096},
    "premiums/bpu/row_choice.py": {4096},
    "pages/html_form.py": {2, 3, 4, 180},  # the columns, marks and headline that fit on a phone
    "membership/due.py": {4096},  # the size of a cache
    "workers/payments.py": {2, 4096},  # the place of the days in a run; the size of a cache
    "coverage/advice.py": {2},  # the doubts that bring a warning
    "benefits/family/scholarship.py": {4096},
    "benefits/family/school_years.py": {4096},
    "benefits/work_accident/care.py": {4096},
    "coverage/cover_rules.py": {4096},
    "premiums/bpu/premium.py": {4096},
    "premiums/bpu/reliefs.py": {4096},
    "premiums/construction/premium.py": {99},  # the most instalments a contract can name
    "premiums/construction/results.py": {3},  # the instalments with an attribute of their own
    "registers/columns/death_cost.py": {2},  # the middle of two days
    "registers/columns/classes.py": {2},  # the pairs of digits of a region code
    "registers/progress.py": {2},  # seconds
    "registers/summing/summary_shown.py": {30},  # the most groups a page shows
    "registers/invented/assumed.py": {
        *range(2, 98),
        *range(100, 1000),
        1292,
        1905,
        10_000,
    },  # the make-up of invented people
    "registers/intake/cells/amounts.py": {
        2,
        3,
        4,
        5,
        8,
        10,
        12,
        20,
    },  # months; incomes and numbers of children that are doubted
    "registers/intake/birth_in_nik.py": {100},  # two digits of a number
    "registers/intake/cells_against.py": {2},  # the least rows that are numbered
    "registers/intake/legends.py": {2},  # the least lines of a legend
    "registers/intake/cells/days.py": {2, 3, 15, 100},  # rule K3: plausible ages of workers
    "registers/intake/cells/identities.py": {2, 53},  # whole numbers that are kept exactly
    "registers/intake/cells/words.py": {0.75, 40, 300},  # near words that are looked for
    "registers/intake/days_together.py": {5, 12, 100},  # months; years of a century; rows in a hint
    "registers/intake/cells/cell.py": {60},  # the longest value shown
    "registers/intake/csv_lines.py": {2},  # the lines of a quoted cell
    "registers/intake/duplicates.py": {5},  # rows named in a hint
    "registers/invented/dirt.py": {1000},  # rows back
    "registers/invented/forms.py": {
        2,
        4,
        5,
        6,
        8,
        9,
        10,
        12,
        15,
        16,
    },  # where invented numbers are cut
    "registers/invented/draws.py": {
        2,
        8,
        32,
        1000,
        10_000,
        0x94D049BB133111EB,
        0xBF58476D1CE4E5B9,
    },  # arithmetic of draws
    "registers/intake/xlsx_measure.py": {
        3,  # bytes for a cell
        4,  # pieces at a time; how many times longer than what is read with each
        9,
        10,  # a number longer than that of a row may be
    },
    "registers/intake/parquet_measure.py": {
        *range(2, 13),
        *(0x0F, 0x80),
    },  # the form of its headers
    "registers/intake/xls_texts.py": {4, 8, 0x3C, 0xFC},  # records and flags of shared texts
    "registers/intake/csv_source.py": {100_000},  # the lines that are divided at a time
    "registers/intake/encodings.py": {16},  # the megabytes that are looked at at a time
    "registers/intake/file_kinds.py": {4096},  # the bytes that are looked at
    "registers/intake/wrong_cells.py": {1462},  # days between 1900 and 1904
    "registers/intake/xls_measure.py": {
        *(0x06, 0x22, 0x2F, 0x85, 0xBD, 0xD6, 0xFD),
        *(0x0009, 0x0203, 0x0204, 0x0205, 0x0209, 0x027E, 0x0409, 0x0809),
        *(2, 6, 14),
    },  # the records of a workbook
    "registers/intake/xlsb_measure.py": {2, 3, 4, 7, 11, 12, 19, 128, 153, 156},  # its records
    "registers/intake/excel_package.py": {2},  # the parts of documents inside a workbook
    "registers/intake/sheet_cells.py": {2, 2_000},  # pieces and rows at a time
    "registers/intake/long_sheets.py": {2, 8},  # the megabytes of a piece, and when there are two
    "registers/fieldwork/list_form.py": {
        *(0.4, 0.6, 0.85),
        *(2, 3, 6, 8, 9, 11, 13, 15, 18, 26, 38, 49, 60, 255),
    },  # widths, heights and margins of a printed list
    "registers/fieldwork/village_lists.py": {80, 2000},  # names of files, and how many
    "registers/handover/own_columns.py": {2},  # the digits a NIK may have lost
    "registers/handover/export.py": {2, 16},  # the digits of a NIK, and those shown
    "registers/intake/together.py": {3},  # files at a time; the most headings shown of a column
    "registers/intake/seals.py": {2, 6, 8},  # digits shown of a NIK; the bytes of a digest
    "registers/intake/html_source.py": {2, 3},  # the parts of a tag
    "registers/intake/report.py": {100},  # the most rows shown
    "registers/intake/grid.py": {2, 300},  # a cell merged over most columns; a long heading
    "registers/intake/heading_search.py": {2, 3, 60},  # rows and lines of a heading
    "registers/intake/not_people.py": {50},  # rows compared with the sums above them
    "registers/intake/row_kinds.py": {2, 3, 15, 100, 200},  # the texts of rows that are nobody
    "registers/intake/heading_words.py": {30, 4096},  # the most words of a heading; a cache
    "registers/intake/limits.py": {
        6,
        10,
        20,
        60,
        200,
        256,
        600,
        1000,
        2000,
        5000,
        2_000_000,
        30_000_000,
    },  # bounds of a register
    "registers/invented/people.py": {10, 40},  # years of invented cards; a woman's day in a NIK
    "registers/invented/places.py": {9000},  # invented village codes
    "registers/planning/by_year.py": {2016, 2200},  # the years that can be planned
    "registers/planning/plan_shown.py": {6},  # the most rows shown
    "registers/handover/reconciliation.py": {2, 63},  # the largest sum
    "registers/invented/slots.py": {
        4,
        6,
        8,
        10,
        100,
        618,
        5000,
        9999,
        999_999,
    },  # the digits of a NIK
    "registers/summing/sums.py": {2, 63},  # the largest sum
    "registers/invented/synthetic.py": {0.1, 2, 17},  # a share of dirt; the size of a chunk
    "registers/invented/traits.py": {2, 24},  # years and months of invented facts
    "registers/intake/nik_checks.py": {100},  # years of a century
    "registers/intake/work_lists.py": {2, 31, 300},  # digits shown of a NIK; sheets and their names
    "registers/frame_workbooks.py": {
        2,
        3,
        10,
        15,
        60,
        5_000,
        25_569,
    },  # rows and widths of a sheet; the day polars counts from
    "registers/workbooks.py": {2, 3, 15, 20, 49, 1900, 32_767},  # what a sheet can hold
    "testing.py": {
        3,
        4,
        9,
        14,
        24,
        89,
        33,
        35,
        36,
        40,
        50,
        59,
        60,
        2,
        12,
        31,
        7,
        6,
        30,
        1930,
        1990,
        2015,
        2027,
        2035,
        50_000_000,
    },
    "sheets/asking.py": {4, 30},  # the children and the days of the example
    "sheets/benefit.py": {50},  # the longest name
    "sheets/claim_parts.py": {24, 40},  # hours of a day; room to write by hand
    "sheets/layout.py": {10, 12, 640, 4940},  # what finds room on a page
    "sheets/offices.py": {20, 50, 60},  # what finds room in a line
    "values/days.py": {
        5,
        12,
        366,
        1900,
        2200,
        4096,
    },  # Saturday; months in a year; a search; the first and the last year; a cache
    "values/money.py": {
        2,
        6,
        10,
        15,
        100,
    },  # parts per million; the largest amount; half up at two decimals
    "values/months.py": {2, 7, 12, 1200, 1900},  # the calendar, how it is written, the longest run
    "workers/employment.py": {7, 10},  # more workers than any employer has
    "workers/nik.py": {2, 3, 4, 40, 1900, 2000},  # the form of the number
    "web/batch.py": {0.2, 64},  # seconds between looks; lines answered at once
    "web/contract.py": {400, 401, 408, 413, 415, 422, 500, 503},  # statuses
    "web/contract_paths.py": {400, 401, 408, 413, 415, 422, 500, 503},  # statuses
    "web/request_log.py": {499, 1000},  # a status; milliseconds
    "web/serving.py": {5, 1000},  # seconds and connections
    "web/settings.py": {2, 10, 20, 30, 32},  # what a caller may ask at once
    "workers/worker.py": {10, 12, 150},  # tenths; a long life
    "working_days.py": {2015, 2050},  # the years whose holidays are known
    "__main__.py": {2, 20, 74, 130, 141, 8000},  # exit codes; a service unless told otherwise
}
"""Numbers other than -1, 0 and 1 that are not of the law, with the reason."""


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.parent.name)
def test_rules_speak_their_own_language(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        where = f"{path.parent.name}/{path.name} line {getattr(node, 'lineno', '?')}"
        assert not isinstance(node, FORBIDDEN), f"{where}: {type(node).__name__}"
        assert not (isinstance(node, ast.Compare) and len(node.ops) > 1), (
            f"{where}: chained comparison"
        )
        called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        assert called not in BUILT_IN, f"{where}: built-in {called}"


def test_there_are_rules() -> None:
    assert [path.parent.name for path in RULES] == ["bpu"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_no_number_of_the_law_in_code(path: Path) -> None:
    allowed = {-1, 0, 1} | NUMBERS.get(str(path.relative_to(HERE)), set())
    tree = ast.parse(path.read_text("utf-8"))
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    }
    assert found <= allowed, (
        f"numbers {sorted(found - allowed)} belong into a law.toml or onto the list with a reason"
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_modules_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_public_names_are_sorted_and_there() -> None:
    assert LIBRARY.__all__ == sorted(LIBRARY.__all__)
    assert all(hasattr(jamsos, name) for name in LIBRARY.__all__)


def test_version_is_the_package_version() -> None:
    assert version("jamsos") == jamsos.__version__


def test_the_names_of_the_stub_are_there() -> None:
    assert LIBRARY.__all__ == sorted(homes("jamsos"))
    assert all(getattr(jamsos, name) is not None for name in LIBRARY.__all__)


def test_the_rooms_are_packages() -> None:
    code = "import jamsos; jamsos.premium; import jamsos.premiums; assert jamsos.premiums.__path__"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_public_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = LIBRARY.nothing_here
    assert "premium" in dir(jamsos)
