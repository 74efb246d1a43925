"""The shape of the house: rules in their own language, no number of the law in code, one direction."""

import ast
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import jamsos

HERE = Path(jamsos.__file__).parent
RULES = sorted(HERE.glob("*/rules.py"))
MODULES = sorted(HERE.rglob("*.py"))
FORBIDDEN = (ast.If, ast.IfExp, ast.BoolOp, ast.While, ast.Try, ast.Lambda, ast.Div, ast.Not, ast.Invert, ast.NotEq)
BUILT_IN = {"min", "max", "round", "sum", "any", "all", "float", "int", "bool", "abs"}
NUMBERS = {
    "answers/shown.py": {2, 6, 7},  # the last of three parts; the most possibilities and rows shown
    "benefits/accident.py": {100},  # percent
    "door/lines.py": {2, 20, 200},  # the bounds of a line and of a record id
    "door/replies.py": {80},  # the longest value shown in an error
    "errors.py": {2, 80, 128},  # the last digits of a mask; the longest value and number shown
    "law/law.py": {16},  # the length of a fingerprint
    "premiums/codes.py": {2, 3, 4, 5, 6, 7, 8, 9, 10},  # reason codes
    "membership/due.py": {4096},  # the size of a cache
    "premiums/migrant.py": {1200},  # the longest contract in months
    "premiums/premium.py": {4096},
    "premiums/reliefs.py": {4096},
    "premiums/run.py": {1200},  # the longest run of months
    "registers/costs.py": {2},  # the middle of two days
    "registers/facets.py": {2},  # the pairs of digits of a region code
    "registers/assumed.py": {*range(2, 98), *range(100, 1000), 1292, 1905, 10_000},  # the make-up of invented people
    "registers/cell_days.py": {2, 3, 15, 100},  # rule K3: plausible ages of workers
    "registers/cells.py": {60},  # the longest value shown
    "registers/checking.py": {5, 100},  # rows named in a hint; years of a century
    "registers/csv_source.py": {2, 20},  # the lines of a quoted cell
    "registers/dirt.py": {2, 4, 5, 6, 8, 9, 10, 12, 15, 16, 1000},  # where invented numbers are cut
    "registers/draws.py": {2, 8, 32, 1000, 10_000, 0x94D049BB133111EB, 0xBF58476D1CE4E5B9},  # arithmetic of draws
    "registers/encodings.py": {2},  # letters of a mark
    "registers/excel_source.py": {2, 32, 63, 1000, 5000, 20_000},  # bounds of memory
    "registers/handover.py": {2, 16},  # the digits of a NIK, and those shown
    "registers/limits.py": {6, 10, 200, 256, 600, 2000, 2_000_000, 30_000_000},  # bounds of a register
    "registers/people.py": {10, 40},  # years of invented cards; a woman's day in a NIK
    "registers/places.py": {9000},  # invented village codes
    "registers/plan_shown.py": {6},  # the most rows shown
    "registers/reconciling.py": {2, 63},  # the largest sum
    "registers/slots.py": {4, 6, 8, 10, 100, 618, 5000, 9999, 999_999},  # the digits of a NIK
    "registers/summing.py": {2, 63},  # the largest sum
    "registers/synthetic.py": {0.1, 2, 17},  # a share of dirt; the size of a chunk
    "registers/traits.py": {2, 24},  # years and months of invented facts
    "registers/work_lists.py": {2, 31, 300},  # digits shown of a NIK; sheets and their names
    "registers/workbooks.py": {2, 15, 20, 32_767},  # what a sheet can hold
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
    "values/days.py": {5, 12, 366, 2200, 4096},  # Saturday; months in a year; a search; the last year; a cache
    "values/money.py": {2, 6, 10, 15, 100},  # parts per million; the largest amount; half up at two decimals
    "values/months.py": {2, 7, 12, 1900},  # the calendar and the way it is written
    "workers/employment.py": {7, 10},  # more workers than any employer has
    "workers/nik.py": {2, 3, 4, 40, 1900, 2000},  # the form of the number
    "workers/worker.py": {12, 150},  # a long life
    "working_days.py": {2015, 2050},  # the years whose holidays are known
    "__main__.py": {2},  # exit code
}
"""Numbers other than -1, 0 and 1 that are not of the law, with the reason."""


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.parent.name)
def test_rules_speak_their_own_language(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        where = f"{path.parent.name}/rules.py line {getattr(node, 'lineno', '?')}"
        assert not isinstance(node, FORBIDDEN), f"{where}: {type(node).__name__}"
        assert not (isinstance(node, ast.Compare) and len(node.ops) > 1), f"{where}: chained comparison"
        called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        assert called not in BUILT_IN, f"{where}: built-in {called}"


def test_there_are_rules():
    assert [path.parent.name for path in RULES] == ["benefits", "eligibility", "premiums"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_no_number_of_the_law_in_code(path):
    allowed = {-1, 0, 1} | NUMBERS.get(str(path.relative_to(HERE)), set())
    tree = ast.parse(path.read_text("utf-8"))
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    }
    assert found <= allowed, f"numbers {sorted(found - allowed)} belong into a law.toml or onto the list with a reason"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_modules_stay_small(path):
    assert path.read_text("utf-8").count("\n") <= 400


def test_public_names_are_sorted_and_there():
    assert jamsos.__all__ == sorted(jamsos.__all__)
    assert all(hasattr(jamsos, name) for name in jamsos.__all__)


def test_version_is_the_package_version():
    assert version("jamsos") == jamsos.__version__


def test_checkers_see_the_public_names_that_are_there() -> None:
    stub = ast.parse((HERE / "__init__.pyi").read_text("utf-8"))
    seen = {alias.asname: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == {name: f"jamsos.{room}" for name, room in jamsos._HOMES.items()}
    assert sorted(seen) == jamsos.__all__
    assert all(getattr(jamsos, name) for name in jamsos.__all__)


def test_the_run_of_premiums_hides_no_room() -> None:
    code = "import jamsos; jamsos.premium; assert callable(jamsos.premiums); import jamsos.premiums.run"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_public_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = jamsos.nothing_here
    assert "premium" in dir(jamsos)
