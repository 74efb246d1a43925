"""Handing over: the export in its layout, with nothing that runs and no number by accident."""

import csv
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import polars.selectors as cs
import pytest
from polars.testing import assert_frame_equal
from python_calamine import CalamineWorkbook
from untyped import untyped

from jamsos import InputError
from jamsos.registers import (
    HEADINGS,
    check_register,
    difference,
    enrolment_columns,
    export_rows,
    plan,
    premium_columns,
    read_register,
    reconcile,
    synthetic_register,
    write_synthetic,
    write_synthetic_workbook,
    write_work_list,
)
from jamsos.registers.layout import NAMED

PEOPLE = synthetic_register(60, seed=3)
PAGE = Path(__file__).parents[2] / "docs" / "do" / "registers-handover.md"
NIKS = ("9999992905120001", "9999996905120001")


def people(**columns: list[Any] | pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"nik": NIKS, **columns})


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_accepted_rows_are_handed_over_as_they_are(tmp_path: Path) -> None:
    found = check_register(
        read_register(PEOPLE.drop("id"), on=date(2026, 11, 1)), on=date(2026, 11, 1)
    ).accepted
    priced = premium_columns("2026-10").added_to(
        enrolment_columns(date(2026, 11, 1)).added_to(found)
    )
    assert {"source_row", "enrol", "enrol_reason", "premium_reason", "premium_relieved"} <= {
        *priced.columns
    }
    assert export_rows(priced, tmp_path / "all.csv", unmasked=True) == found.height > 0
    ours = ("source_row", "enrol", "reason", "relieved")
    assert not any(word in heading for heading in read(tmp_path / "all.csv")[0] for word in ours)


def test_the_people_of_a_plan_are_handed_over_as_they_are(tmp_path: Path) -> None:
    found = plan(
        PEOPLE, budget=10**6, first="2026-10", last="2026-12", order=["kecamatan"], payer="APBD"
    ).people
    assert {"enrol_from", "plan", "plan_place", "plan_from", "plan_needed"} <= {*found.columns}
    covered = found.filter(plan="covered")
    assert export_rows(covered, tmp_path / "all.csv", unmasked=True) == covered.height > 0
    assert not any(
        "plan" in heading or "enrol" in heading for heading in read(tmp_path / "all.csv")[0]
    )


def test_the_page_lists_the_layout() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| (\w+)", PAGE.read_text("utf-8"), re.MULTILINE)
    assert rows == [(heading, name, str(NAMED[name].holds)) for name, heading in HEADINGS.items()]


def test_the_columns_stand_in_the_order_of_the_layout(tmp_path: Path) -> None:
    priced = (
        premium_columns("2026-10", payer="APBD")
        .added_to(PEOPLE)
        .drop("premium_relieved", "premium_reason")
    )
    assert (
        export_rows(priced.select(reversed(priced.columns)), tmp_path / "all.csv", unmasked=True)
        == 60
    )
    rows = read(tmp_path / "all.csv")
    assert list(rows[0]) == [HEADINGS[name] for name in HEADINGS if name in priced.columns]
    assert [row["nik"] for row in rows] == PEOPLE["nik"].to_list()
    assert [row["iuran"] for row in rows] == [
        "" if n is None else str(n) for n in priced["premium"]
    ]


def test_a_workbook_holds_the_same(tmp_path: Path) -> None:
    assert export_rows(PEOPLE, tmp_path / "all.XLSX", unmasked=True) == 60
    first, *rows = (
        CalamineWorkbook.from_path(tmp_path / "all.XLSX").get_sheet_by_index(0).to_python()
    )
    assert first == [HEADINGS[name] for name in PEOPLE.columns]
    assert [row[first.index("nik")] for row in rows] == PEOPLE["nik"].to_list()
    assert [row[first.index("tanggal lahir")] for row in rows] == PEOPLE["birth"].to_list()


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_what_was_handed_over_is_read_again_and_agrees_with_its_bill(
    tmp_path: Path, name: str
) -> None:
    priced = (
        premium_columns("2026-10", payer="APBD")
        .added_to(PEOPLE)
        .drop("premium_relieved", "premium_reason")
    )
    told = priced.with_columns(
        died=pl.col("id") == "7", died_on=pl.when(id="7").then(date(2026, 10, 5))
    )
    export_rows(told, tmp_path / name, unmasked=True)
    again = read_register(tmp_path / name, on=date(2026, 11, 1))
    assert again.rows.height == again.accepted.height == 60
    assert again.report.unknown_headings == ()
    assert_frame_equal(again.accepted.select(told.columns), told, check_dtypes=False)
    found = reconcile(priced, again.accepted)
    assert (found.agree.height, found.undecided.height) == (
        priced["premium"].count(),
        priced["premium"].null_count(),
    )
    assert difference(
        PEOPLE, again.accepted.drop(cs.starts_with("premium")), month="2026-10", died="died"
    ).died["id"].to_list() == ["7"]


def test_a_bill_as_it_is_typed(tmp_path: Path) -> None:
    register = people(premium=[16_800, 16_800])
    (tmp_path / "bill.csv").write_text(
        f"No KTP;Jumlah Tagihan\n{NIKS[0]};16.800\n{NIKS[1]};Rp 18.800,-\n"
    )
    bill = read_register(tmp_path / "bill.csv", on=date(2026, 11, 1)).accepted
    found = reconcile(register, bill)
    assert found.agree["nik"].to_list() == [NIKS[0]]
    assert found.differ.select("nik", "billed", "difference").rows() == [(NIKS[1], 18_800, 2_000)]


def test_numbers_are_masked_unless_it_is_said_by_name(tmp_path: Path) -> None:
    frame = people(kk=["9999990101200001", None])
    export_rows(frame, tmp_path / "masked.csv")
    for slip in (1, "no", None):
        with pytest.raises(InputError, match="unmasked"):
            untyped(export_rows)(frame, tmp_path / "slip.csv", unmasked=slip)
    assert not (tmp_path / "slip.csv").exists()
    assert read(tmp_path / "masked.csv") == [
        {"nik": "**************01", "kk": "**************01"},
        {"nik": "**************01", "kk": ""},
    ]
    with pytest.raises(TypeError):
        # Whole numbers must be asked for by name.
        untyped(export_rows)(frame, tmp_path / "x.csv", True)  # noqa: FBT003
    export_rows(frame, tmp_path / "full.csv", unmasked=True)
    assert [row["nik"] for row in read(tmp_path / "full.csv")] == list(NIKS)


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "x=1",
    'a "b", c',
    "\u202eRekaan",
    "a\x00b",
]


def test_nothing_in_the_files_runs(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"nik": [f"999999290512{n:04}" for n in range(1, len(HOSTILE) + 1)], "name": HOSTILE}
    )
    export_rows(frame, tmp_path / "x.csv", unmasked=True)
    names = [row["nama"] for row in read(tmp_path / "x.csv")]
    assert names == [f"'{text}" for text in HOSTILE[:9]] + HOSTILE[9:]
    export_rows(frame, tmp_path / "x.xlsx", unmasked=True)
    rows = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:8:4]] == ["=1+1", "\t=1"]


def test_a_name_that_begins_as_a_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    for name in ("x.csv", "x.xlsx"):
        export_rows(people(name=["-Rek", "'Aisyah"]), tmp_path / name, unmasked=True)
        found = read_register(tmp_path / name, on=date(2026, 11, 1))
        assert found.rows["name"].to_list() == ["-Rek", "'Aisyah"]
        assert found.to_check["nik"].to_list() == [NIKS[0]]
        assert found.problems["problem"].to_list() == ["text.formula"]
        assert found.repairs["repair"].to_list() == (["text.apostrophe"] if name == "x.csv" else [])


def test_cells_as_they_are_written(tmp_path: Path) -> None:
    export_rows(
        people(birth=[date(2012, 5, 29), None], letter=[True, False], income=[0, None]),
        tmp_path / "x.csv",
    )
    one, two = read(tmp_path / "x.csv")
    assert (one["tanggal lahir"], one["surat keterangan"], one["penghasilan"]) == (
        "2012-05-29",
        "Ya",
        "0",
    )
    assert (two["tanggal lahir"], two["surat keterangan"], two["penghasilan"]) == ("", "Tidak", "")


def test_a_workbook_that_cannot_hold_a_cell_is_not_left_half_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="row 2: got 'text of 40,000 letters'"):
        export_rows(people(name=["Rekaan", "x" * 40_000]), tmp_path / "x.xlsx", unmasked=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("unmasked", [True, False])
def test_labels_are_text_and_columns_without_a_type_are_empty(
    tmp_path: Path, unmasked: bool
) -> None:
    empty: dict[str, Any] = dict.fromkeys(NAMED.keys() - {"nik", "name"})
    frame = people(name=pl.Series(["=1", "Rekaan"], dtype=pl.Categorical)).with_columns(**empty)
    export_rows(frame, tmp_path / "x.csv", unmasked=unmasked)
    rows = read(tmp_path / "x.csv")
    assert [row["nama"] for row in rows] == ["'=1", "Rekaan"]
    assert [len(list(filter(None, row.values()))) for row in rows] == [2, 2]
    assert export_rows(frame, tmp_path / "x.xlsx", unmasked=unmasked) == 2


OTHER_TYPES = [
    ("premium", [16800.0, 1.0], "Float64", "whole numbers", "without a fraction"),
    ("premium", ["1", "2"], "String", "whole numbers", "without a fraction"),
    ("premium_jht", pl.Series([1, 2], dtype=pl.UInt64), "UInt64", "64 bits", "without a fraction"),
    ("income", [True, False], "Boolean", "whole numbers", "without a fraction"),
    ("died_on", [datetime(2026, 1, 1, 3, 4, tzinfo=UTC)] * 2, "Datetime", "days", "to its day"),
    ("died", ["ya", "tidak"], "String", "booleans", "true or false"),
    ("kk", [9999990101200001, None], "Int64", "text", "to text"),
    ("id", [1, 2], "Int64", "text", "to text"),
    ("sex", [1, 2], "Int64", "text", "to text"),
    ("name", [["a"], ["b"]], r"List\(String\)", "text", "to text"),
]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize(("name", "cells", "kind", "allowed", "step"), OTHER_TYPES)
def test_a_column_of_another_type_is_refused_before_anything_is_written(
    tmp_path: Path,
    name: str,
    cells: list[Any] | pl.Series,
    kind: str,
    allowed: str,
    step: str,
    ending: str,
) -> None:
    with pytest.raises(
        InputError, match=rf"column {name}: got .{kind}.*allowed: .*{allowed}.*Next step: .*{step}"
    ):
        export_rows(people(**{name: cells}), tmp_path / f"x{ending}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_place_that_cannot_be_written(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"folder{ending}").mkdir()
    for path, said in (
        (None, "path: got None; allowed: a path"),
        (3, "path: got 3; allowed: a path"),
        (
            tmp_path / f"folder{ending}",
            rf"path: got 'folder{ending}: a folder'; allowed: a place that can be written",
        ),
        (tmp_path / f"{'x' * 300}{ending}", "a place that can be written"),
        (tmp_path / ("x" * 300) / f"x{ending}", "a folder that is there"),
    ):
        with pytest.raises(InputError, match=said) as caught:
            untyped(export_rows)(people(), path)
        assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("frame", "path", "named"),
    [
        (people(), "x.txt", "path"),
        (people(remark=["a", "b"]), "x.csv", "remark"),
        (people(income=[1.5, 2.0]), "x.csv", "income"),
        (people().lazy(), "x.csv", "LazyFrame"),
        (pl.DataFrame({"name": ["Rekaan"]}), "x.csv", "no column nik"),
        (pl.DataFrame({"nik": [9999992905120001]}), "x.csv", "Int64"),
        (pl.DataFrame({"nik": [NIKS[0], None]}), "x.csv", "nik in row 2: got None"),
        (
            pl.DataFrame({"nik": [NIKS[0], "999999290512000"]}),
            "x.csv",
            r"nik in row 2: got '\*{13}00'",
        ),
        (
            pl.DataFrame({"nik": [NIKS[0], NIKS[0]]}),
            "x.csv",
            r"nik in row 1: got '\*{14}01'.*take out 2 rows",
        ),
    ],
)
def test_what_cannot_be_handed_over_is_refused(
    tmp_path: Path, frame: pl.DataFrame | pl.LazyFrame, path: str, named: str
) -> None:
    with pytest.raises(InputError, match=named):
        untyped(export_rows)(frame, tmp_path / path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("write", "ending", "other"),
    [
        (lambda path: export_rows(people(), path), ".csv", ".pdf"),
        (lambda path: export_rows(people(), path), ".xlsx", ".xls"),
        (lambda path: write_synthetic(path, 1, seed=1), ".parquet", ".csv"),
        (lambda path: write_synthetic_workbook(path, 1, seed=1), ".xlsx", ".csv"),
        (
            lambda path: write_work_list(check_register(people(), on=date(2026, 11, 1)), path),
            ".xlsx",
            ".csv",
        ),
    ],
    ids=["csv", "workbook", "parquet", "synthetic workbook", "work list"],
)
def test_files_are_what_their_names_say_and_stand_in_a_folder(
    tmp_path: Path, write: Callable[..., Any], ending: str, other: str
) -> None:
    with pytest.raises(
        InputError, match=rf"path: got 'list{other}'; allowed: a file that ends in .*\{ending}"
    ):
        write(tmp_path / f"list{other}")
    with pytest.raises(InputError, match=r"path: got '.*nowhere'; allowed: a folder that is there"):
        write(tmp_path / "nowhere" / f"list{ending}")
    write(str(tmp_path / f"list{ending.upper()}"))
    assert [path.name for path in tmp_path.iterdir()] == [f"list{ending.upper()}"]
