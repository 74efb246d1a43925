"""A register of last year by the codes of today: mapped where one successor is, else noted."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from untyped import untyped

from jamsos import InputError
from jamsos.registers import regions_today, summary

LAST_YEAR, TODAY = date(2025, 11, 1), date(2026, 11, 1)
SPLIT = date(2026, 7, 1)


def changes(*rows: tuple[str, str, date]) -> pl.DataFrame:
    schema = {"old": pl.String, "new": pl.String, "since": pl.Date}
    return pl.DataFrame(rows, schema=schema, orient="row")


KECAMATAN = changes(
    # 99.99.01 was divided: village 2001 went to the new 99.99.19, 2002 stayed, 2003 was divided.
    ("99.99.01", "99.99.01", SPLIT),
    ("99.99.01", "99.99.19", SPLIT),
    ("99.99.01.2001", "99.99.19.2001", SPLIT),
    ("99.99.01.2003", "99.99.19.2003", SPLIT),
    ("99.99.01.2003", "99.99.19.2004", SPLIT),
    # 2005 was divided across both.
    ("99.99.01.2005", "99.99.01.2005", SPLIT),
    ("99.99.01.2005", "99.99.19.2005", SPLIT),
)


def places(*rows: tuple[str | None, str | None]) -> pl.DataFrame:
    schema = {"kecamatan": pl.String, "village": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").with_row_index("person")


def test_a_register_still_sums_after_a_split() -> None:
    register = places(
        ("99.99.01", "99.99.01.2001"),
        ("99.99.01", "99.99.01.2002"),
        ("99.99.01", "99.99.01.2003"),
        ("99.99.01", "99.99.01.2005"),
        ("99.99.01", None),
        ("99.99.02", "99.99.02.2001"),
        (None, "99.99.01.2001"),
        (None, None),
        ("Sungai Rekaan", "Desa Rekaan"),
    )
    found = regions_today(register, KECAMATAN, of=LAST_YEAR, on=TODAY)
    assert found.frame.rows() == [
        (0, "99.99.19", "99.99.19.2001"),
        (1, "99.99.01", "99.99.01.2002"),
        (2, "99.99.19", "99.99.01.2003"),  # which village is open, the kecamatan is not
        (3, "99.99.01", "99.99.01.2005"),  # both are open
        (4, "99.99.01", None),
        (5, "99.99.02", "99.99.02.2001"),
        (6, None, "99.99.19.2001"),
        (7, None, None),
        (8, "Sungai Rekaan", "Desa Rekaan"),
    ]
    assert found.notes.select("column", "code", "successors", "people").rows() == [
        ("kecamatan", "99.99.01", "99.99.01, 99.99.19", 2),
        ("village", "99.99.01.2003", "99.99.19.2003, 99.99.19.2004", 1),
        ("village", "99.99.01.2005", "99.99.01.2005, 99.99.19.2005", 1),
    ]
    indonesian, english = found.notes.select("note_id", "note_en").row(0)
    assert indonesian.startswith("99.99.01 sudah dimekarkan menjadi 99.99.01, 99.99.19.")
    assert english.startswith("99.99.01 was divided into 99.99.01, 99.99.19.")
    sums = summary(found.frame, "kecamatan").table
    assert dict(sums.select("kecamatan", "people").iter_rows()) == {
        "99.99.01": 3,
        "99.99.02": 1,
        "99.99.19": 2,
        "Sungai Rekaan": 1,
        "unknown": 2,
    }
    assert sums["people"].sum() == register.height


def test_only_changes_between_the_two_days_count() -> None:
    register = places(("99.99.01", "99.99.01.2001"))
    moved = changes(("99.99.01.2001", "99.99.02.2009", SPLIT))
    was = register.rows()
    after = [(0, "99.99.02", "99.99.02.2009")]
    for of, on, rows in (
        (LAST_YEAR, SPLIT, after),
        (LAST_YEAR, date(2026, 6, 30), was),
        (date(2026, 6, 30), TODAY, after),
        (SPLIT, TODAY, was),  # a list of that day has the new codes
        (TODAY, TODAY, was),
    ):
        assert regions_today(register, moved, of=of, on=on).frame.rows() == rows


def test_changes_follow_each_other_and_regions_are_merged() -> None:
    first, second = date(2026, 2, 1), date(2026, 9, 1)
    table = changes(
        # Written in another order than they happened.
        ("99.99.02.2001", "99.99.03.2001", second),
        ("99.99.01.2001", "99.99.02.2001", first),
        # 2007 is divided, and its parts come together again.
        ("99.99.01.2007", "99.99.01.2008", first),
        ("99.99.01.2007", "99.99.01.2009", first),
        ("99.99.01.2008", "99.99.01.2010", second),
        ("99.99.01.2009", "99.99.01.2010", second),
    )
    register = places(
        ("99.99.01", "99.99.01.2001"), ("99.99.02", "99.99.02.2001"), ("99.99.01", "99.99.01.2007")
    )
    found = regions_today(register, table, of=LAST_YEAR, on=TODAY)
    assert found.frame.rows() == [
        (0, "99.99.03", "99.99.03.2001"),
        (1, "99.99.03", "99.99.03.2001"),
        (2, "99.99.01", "99.99.01.2010"),
    ]
    assert found.notes.is_empty()


def test_codes_without_dots_and_other_columns() -> None:
    register = pl.DataFrame(
        {
            "village": pl.Series(["9999012001"], dtype=pl.Categorical),
            "kecamatan": ["999901"],
            "resident_of": ["99.99"],
            "name": ["Rekaan"],
        }
    )
    table = changes(
        ("99.99.01.2001", "9999022001", SPLIT),
        ("99.99", "99.98", SPLIT),
    )
    found = regions_today(register, table, of=LAST_YEAR, on=TODAY)
    assert found.frame.row(0) == ("9999022001", "999902", "99.98", "Rekaan")
    assert found.frame.columns == register.columns
    assert "Rekaan" not in repr(found)
    nowhere = register.select("name")
    found = regions_today(nowhere, table, of=LAST_YEAR, on=TODAY)
    assert found.frame.equals(nowhere)
    assert found.notes.columns == [
        "column", "code", "successors", "people", "note_id", "note_en",
    ]  # fmt: skip


def test_a_kecamatan_is_mapped_where_one_successor_is() -> None:
    renamed = changes(("99.99.01", "99.99.20", SPLIT))
    found = regions_today(places(("99.99.01", None)), renamed, of=LAST_YEAR, on=TODAY)
    assert found.frame.row(0) == (0, "99.99.20", None)
    # A village elsewhere decides nothing.
    divided = changes(("99.99.01", "99.99.20", SPLIT), ("99.99.01", "99.99.21", SPLIT))
    register = places(("99.99.01", "99.99.05.2001"), ("99.99.01", "Desa Rekaan"))
    found = regions_today(register, divided, of=LAST_YEAR, on=TODAY)
    assert found.frame.equals(register)
    assert found.notes["people"].to_list() == [2]


def test_the_table_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "changes.csv"
    file.write_text("old,new,since\n99.99.01,99.99.20,2026-07-01\n", "utf-8")
    for path in (file, str(file)):
        found = regions_today(places(("99.99.01", None)), path, of=LAST_YEAR, on=TODAY)
        assert found.frame["kecamatan"].to_list() == ["99.99.20"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (3, "changes: got an int"),
        ("nowhere.csv", "FileNotFoundError"),
        (pl.DataFrame({"old": ["99"], "new": ["99"]}), "columns old, new, since"),
        (
            pl.DataFrame({"old": [99], "new": ["99"], "since": [SPLIT]}),
            "changes, column old: got 'Int64'",
        ),
        (pl.DataFrame({"old": ["99"], "new": ["99"], "since": [2026]}), "column since: got"),
        (pl.DataFrame({"old": ["99"], "new": ["99"], "since": ["1-7-2026"]}), "changes, row 1"),
        (changes(("99.99", "99.98", SPLIT), ("99.99", "Rekaan", SPLIT)), "changes, row 2"),
        (pl.DataFrame({"old": ["99"], "new": [None], "since": [SPLIT]}), "changes, row 1"),
    ],
)
def test_a_table_that_is_none_is_refused(table: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        regions_today(places(("99.99.01", None)), table, of=LAST_YEAR, on=TODAY)


def test_other_frames_and_days_are_refused() -> None:
    with pytest.raises(InputError, match="frame: got a LazyFrame"):
        untyped(regions_today)(pl.LazyFrame(), KECAMATAN, of=LAST_YEAR, on=TODAY)
    with pytest.raises(InputError, match="on: got '2025-11-01'; allowed: a day from 2026-11-01"):
        regions_today(places(), KECAMATAN, of=TODAY, on=LAST_YEAR)
    with pytest.raises(InputError, match="of"):
        untyped(regions_today)(places(), KECAMATAN, of="2025", on=TODAY)
