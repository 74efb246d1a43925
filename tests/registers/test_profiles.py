"""Exports of the state's systems are recognised by their headings. Everybody is invented.

What they hold is read in ``lists/profiles.toml``, in the form their public documents show.
"""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from jamsos import InputError
from jamsos.registers import Register, read_register, read_registers
from jamsos.registers.intake.profiles import Profile, profile_of, profiles
from jamsos.registers.layout import NAMED

ON = date(2026, 11, 1)
PAGE = Path(__file__).parents[2] / "docs" / "do" / "registers-reading.md"
DTKS = {
    "IDBDT": "9999",
    "IDARTBDT": "999901",
    "Nama": "Rekaan Amat",
    "JnsKel": "1",
    "TglLahir": "1984-05-17",
    "NIK": "9999991705840001",
    "NoKK": "9999991501200001",
}


def read(cells: dict[str, str], mapping: dict[str | int, str] | None = None) -> Register:
    frame = pl.DataFrame({heading: [cell] for heading, cell in cells.items()})
    return read_register(frame, on=ON, mapping=mapping)


def named(one: Profile) -> str:
    return one.name


def test_each_system_is_known_once() -> None:
    names = [one.name for one in profiles()]
    assert names == ["OpenSID", "SIAK", "DTKS (SIKS-NG)", "BDT 2015", "DTSEN", "Prodeskel (DDK)"]


@pytest.mark.parametrize("one", profiles(), ids=named)
def test_all_headings_of_a_system_are_its_own(one: Profile) -> None:
    assert profile_of([*one.columns, *one.signature]) == one
    assert profile_of(sorted(one.signature)) == one
    assert set(one.columns.values()) | set(one.words) <= set(NAMED)
    assert set(one.words) <= set(one.columns.values())
    assert "nik" in one.columns.values()


@pytest.mark.parametrize("one", profiles(), ids=named)
def test_without_one_of_its_headings_it_is_a_list_like_any_other(one: Profile) -> None:
    for heading in one.signature:
        assert profile_of(sorted(one.signature - {heading})) is None


@pytest.mark.parametrize("one", profiles(), ids=named)
def test_the_page_names_each_system_and_what_was_read(one: Profile) -> None:
    repository = one.source.split(",")[0].split(" ")[0]
    lines = [
        line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| " + one.name)
    ]
    assert [repository in line for line in lines] == [True]


def test_capitals_and_signs_of_a_heading_do_not_matter() -> None:
    shouted = [heading.upper().replace("_", " ") for heading in ("no_kk", "nik", "sex")]
    others = ["tanggallahir", "Pekerjaan ID", "KK level", "warganegara_id"]
    found = profile_of([*shouted, *others])
    assert found is not None
    assert found.name == "OpenSID"


def test_the_report_says_which_system_it_was_in_both_languages() -> None:
    found = read(DTKS)
    assert found.report.metadata["profile"] == "DTKS (SIKS-NG)"
    assert "Dikenali sebagai unduhan dari  DTKS (SIKS-NG)" in found.report.text()
    assert "Recognised as an export of  DTKS (SIKS-NG)" in found.report.text("en")
    assert found.accepted["sex"].to_list() == ["m"]


def test_of_a_list_like_any_other_it_says_nothing() -> None:
    found = read({"NIK": DTKS["NIK"], "Nama": "Rekaan Amat"})
    assert "profile" not in found.report.metadata
    assert "unduhan" not in found.report.text()


def test_a_column_the_caller_names_by_its_letter_leaves_the_system_known() -> None:
    found = read({**DTKS, "Catatan": "Rekaan Baco"}, {"H": "name"})
    assert found.report.metadata["profile"] == "DTKS (SIKS-NG)"
    assert found.accepted.select("name", "sex").rows() == [("Rekaan Baco", "m")]


def test_a_heading_the_caller_maps_is_taken_from_the_system() -> None:
    found = read(DTKS, {"TglLahir": "died_on"})
    assert found.accepted["died_on"].to_list() == [date(1984, 5, 17)]
    assert "birth" not in found.rows.columns


def test_a_mapping_that_is_none_is_refused_as_ever() -> None:
    with pytest.raises(InputError, match="names of the layout"):
        read(DTKS, {"Nama": "nama"})


def test_each_file_of_a_folder_is_read_as_the_export_it_is(tmp_path: Path) -> None:
    pl.DataFrame([DTKS]).write_csv(tmp_path / "dtks.csv")
    other = {"NIK": "9999995705850002", "Nama": "Rekaan Siti", "L/P": "P"}
    pl.DataFrame([other]).write_csv(tmp_path / "desa.csv")
    found = read_registers(tmp_path, on=ON)
    assert found.accepted.select("name", "sex").sort("name").rows() == [
        ("Rekaan Amat", "m"),
        ("Rekaan Siti", "f"),
    ]
