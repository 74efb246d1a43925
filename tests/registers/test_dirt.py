"""Dirty registers: every form of dirt, and the truth beside it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from python_calamine import CalamineWorkbook

from jamsos import InputError
from jamsos.registers import synthetic_register, write_synthetic_workbook
from jamsos.registers.invented.dirt import TRUTH
from jamsos.registers.invented.forms import FORMS, Form
from jamsos.registers.workbooks import write_sheet

CLEAN = synthetic_register(6000, seed=5)
DIRTY = synthetic_register(6000, seed=5, dirt=0.6)
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def test_all_is_text_and_half_is_as_it_was() -> None:
    assert set(DIRTY.dtypes) == {pl.String}
    assert DIRTY.columns == [*CLEAN.columns, *TRUTH]
    same = DIRTY["dirt"].is_null()
    assert 0.3 < same.sum() / DIRTY.height < 0.5
    assert_frame_equal(DIRTY.filter(same).drop(TRUTH), CLEAN.filter(same).cast(pl.String))
    assert DIRTY.filter(same)["dirt_was"].null_count() == same.sum()


def test_a_tenth_by_default() -> None:
    typed = synthetic_register(3000, seed=5, dirt=True)
    assert 0.07 < typed["dirt"].is_not_null().sum() / 3000 < 0.13


def day(text: str) -> date:
    number, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


def rupiah(million: str) -> str:
    whole, _, part = million.removesuffix(" juta").partition(",")
    return str(int(whole) * 1_000_000 + int(part.ljust(6, "0")))


BACK: dict[str, Callable[[str], str | None]] = {
    "nik.spaces": lambda text: text.replace(" ", ""),
    "nik.dots": lambda text: text.replace(".", ""),
    "nik.apostrophe": lambda text: text.removeprefix("'"),
    "nik.letter_o": lambda text: text.replace("O", "0"),
    "nik.letter_l": lambda text: text.replace("l", "1"),
    "income.rp": lambda text: text.removeprefix("Rp ").removesuffix(",-").replace(".", ""),
    "income.dots": lambda text: text.replace(".", ""),
    "income.cents": lambda text: text.removesuffix(",00").replace(".", ""),
    "income.million": rupiah,
    "birth.slashes": lambda text: "-".join(reversed(text.split("/"))),
    "birth.dashes": lambda text: "-".join(reversed(text.split("-"))),
    "birth.month": lambda text: day(text).isoformat(),
    "birth.serial": lambda text: (date(1899, 12, 30) + timedelta(days=int(text))).isoformat(),
    "letter.words": {"Ya": "true", "Tidak": "false"}.get,
    "registry_match.letters": {"Y": "true", "T": "false"}.get,
    "poor.digits": {"1": "true", "0": "false"}.get,
    "sex.letters": {"L": "m", "P": "f"}.get,
    "name.formula": lambda text: text.removeprefix("=1+1 "),
    "name.marks": lambda text: text.removeprefix("\u202e"),
}
"""How the clean text comes back."""

LOST = {
    "nik.scientific": r"9,99999E\+15",
    "nik.number": r"\d{15}0",
    "nik.short": r"\d{15}",
    "nik.long": r"\d{17}",
    "nik.kk": r"999999\d{10}",
    "nik.zero": r"0",
    "village.unknown": r"Desa Tak Dikenal",
}
"""How a cell reads whose text is lost."""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_does_what_it_says(form: Form) -> None:
    rows = DIRTY.filter(pl.col("dirt") == form.name)
    assert rows.height > 10
    for row in rows.iter_rows(named=True):
        cell, was = row[form.column], row["dirt_was"]
        clean = CLEAN.row(int(row["id"]) - 1, named=True)
        if form.name.startswith("person."):
            other = CLEAN.row(int(was) - 1, named=True)
            assert int(was) < int(row["id"])
            assert (row["name"], row["kk"], row["birth"]) == (
                other["name"],
                other["kk"],
                other["birth"].isoformat(),
            )
            assert (row["nik"] == other["nik"]) == (form.name == "person.twice")
            assert DIRTY.row(int(was) - 1, named=True)["dirt"] is None
            continue
        assert was == CLEAN.select(pl.col(form.column).cast(pl.String)).item(int(row["id"]) - 1, 0)
        assert clean["nik"] == row["nik"] or form.column == "nik"
        if form.name in BACK:
            assert BACK[form.name](cell) == was != cell
        elif form.name == "nik.empty":
            assert cell is None
        else:
            assert re.fullmatch(LOST[form.name], cell)
            assert cell != was


def test_a_workbook_as_an_office_keeps_it(tmp_path: Path) -> None:
    write_synthetic_workbook(tmp_path / "people.xlsx", 1500, seed=5, dirt=0.6)
    first, *rows = (
        CalamineWorkbook.from_path(tmp_path / "people.xlsx").get_sheet_by_index(0).to_python()
    )
    assert first[:6] == ["ID", "NIK", "KK", "NAMA", "JENIS KELAMIN", "TANGGAL LAHIR"]
    assert first[-2:] == ["dirt", "dirt_was"]
    assert len(rows) == 1500
    numeric = {"nik.number": "NIK", "birth.serial": "TANGGAL LAHIR"}
    assert {
        type(row[first.index(numeric[str(row[-2])])]) for row in rows if row[-2] in numeric
    } == {float}
    assert {type(row[first.index("NIK")]) for row in rows if row[-2] != "nik.number"} == {str}
    assert {str(row[3])[:5] for row in rows if row[-2] == "name.formula"} == {"=1+1 "}
    incomes = {
        type(row[first.index("PENGHASILAN")])
        for row in rows
        if not str(row[-2]).startswith("income.")
    }
    assert incomes == {float, str}  # a number, or nothing


def test_a_clean_workbook(tmp_path: Path) -> None:
    write_synthetic_workbook(tmp_path / "people.xlsx", 50, seed=5, dirt=False)
    first, *rows = (
        CalamineWorkbook.from_path(tmp_path / "people.xlsx").get_sheet_by_index(0).to_python()
    )
    births = [row[first.index("TANGGAL LAHIR")] for row in rows]
    assert births == CLEAN["birth"].head(50).to_list()
    assert {row[first.index("BEKERJA")] for row in rows} <= {"Ya", "Tidak", ""}


@pytest.mark.parametrize("cell", [1.5, 1234567890123456, "x" * 32_768, b"x"])
def test_a_cell_that_a_sheet_would_change_is_refused(tmp_path: Path, cell: Any) -> None:
    with pytest.raises(InputError, match="row 1"):
        write_sheet(tmp_path / "x.xlsx", ["a"], [[cell]], title="")


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jamsos.registers.workbooks.MOST_ROWS", 3)
    assert write_sheet(tmp_path / "x.xlsx", ["a"], [[1]] * 3, title="") == 3
    with pytest.raises(InputError, match="rows"):
        write_sheet(tmp_path / "y.xlsx", ["a"], [[1]] * 4, title="")
