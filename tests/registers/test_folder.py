"""A folder of villages: every file read or listed, every row with its place, nobody lost."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from untyped import untyped

from jamsos import InputError, JamsosError, MissingExtraError
from jamsos.registers import (
    Limits,
    Register,
    check_register,
    difference,
    export_rows,
    premium_columns,
    read_register,
    read_registers,
    summary,
    work_list,
)
from jamsos.registers.intake.duplicates import with_places
from jamsos.registers.intake.files import Files
from jamsos.registers.intake.sources import opened_file
from jamsos.registers.workbooks import write_sheet

ON = date(2026, 11, 1)
HEADINGS = ["No", "NIK", "Nama", "Tgl Lahir", "Desa"]
AMAT = ["1", "9999991705840001", "Rekaan Amat", "17-05-1984", "Sungai"]
SITI = ["2", "9999995705900002", "Rekaan Siti", "17-05-1990", "Sungai"]
BACO = ["1", "9999991705790003", "Rekaan Baco", "17-05-1979", "Hulu"]
NO_DAY = ["2", "9999991705790004", "Rekaan Dayat", "31/02/1979", "Hulu"]
NO_NIK = ["3", "", "Rekaan Tanpa", "17-05-1979", "Hulu"]


def book(path: Path, *rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> None:
    write_sheet(path, headings, rows, title="rekaan")


def text(path: Path, *rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> None:
    lines = [",".join(cells) for cells in (headings, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "desa"
    (place / "kecamatan").mkdir(parents=True)
    book(place / "b.xlsx", AMAT, SITI)
    text(place / "a.csv", BACO, NO_DAY, ["", "", "", "", ""], NO_NIK)
    (place / "c.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (place / "~$b.xlsx").write_text("")
    (place / ".~lock.b.xlsx#").write_text("")
    (place / ".DS_Store").write_text("")
    (place / "surat.docx").write_text("")
    text(place / "kecamatan" / "d.csv", ["1", "9999991705850005", "Rekaan D", "17-05-1985", "Ulu"])
    (place / "e.csv").symlink_to(place / "a.csv")
    return place


PARTS = ("accepted", "to_check", "rejected", "not_people")


def proved(found: Register) -> None:
    """The rows of each file, and of all, stand in exactly one part."""
    for part in PARTS:
        rows = getattr(found, part)
        counts = dict(rows.group_by("file").agg(pl.len()).iter_rows())
        for line in found.by_file.iter_rows(named=True):
            assert line[part] == counts.get(line["file"], 0)
    for line in found.by_file.iter_rows(named=True):
        assert line["rows"] == sum(line[part] for part in PARTS)
    height = found.rows.height + found.not_people.height
    assert found.by_file["rows"].sum() == found.report.counts["rows"] == height
    numbers = pl.concat([found.rows["source_row"], found.not_people["source_row"]])
    assert numbers.is_unique().all()


def test_every_row_keeps_its_file_its_sheet_and_its_row(folder: Path) -> None:
    found = read_registers(folder, on=ON)
    rows = found.rows.select("file", "sheet", "file_row", "name").rows()
    assert rows == [
        ("a.csv", "", 2, "Rekaan Baco"),
        ("a.csv", "", 3, "Rekaan Dayat"),
        ("a.csv", "", 5, "Rekaan Tanpa"),
        ("b.xlsx", "Sheet1", 2, "Rekaan Amat"),
        ("b.xlsx", "Sheet1", 3, "Rekaan Siti"),
    ]
    assert found.by_file.rows() == [
        ("a.csv", "", 3, 1, 1, 1, 1, 0),
        ("b.xlsx", "Sheet1", 2, 0, 2, 0, 0, 0),
    ]
    proved(found)


def test_rows_that_are_nobody_keep_their_file_and_are_counted(tmp_path: Path) -> None:
    title = "DAFTAR PEKERJA RENTAN,,,,\n"
    text(tmp_path / "a.csv", AMAT, ["", "Jumlah", "", "", ""])
    text(tmp_path / "b.csv", BACO, ["", "Mengetahui", "", "", ""], ["", "Kepala Desa", "", "", ""])
    for name in ("a.csv", "b.csv"):
        file = tmp_path / name
        file.write_text(title + file.read_text(encoding="utf-8"), encoding="utf-8")
    found = read_registers(tmp_path, on=ON)
    assert found.not_people.columns == ["source_row", "file", "sheet", "file_row", "kind", "text"]
    assert found.not_people.drop("sheet", "text").rows() == [
        (1, "a.csv", 1, "title"),
        (4, "a.csv", 4, "total"),
        (5, "b.csv", 1, "title"),
        (8, "b.csv", 4, "signature"),
        (9, "b.csv", 5, "signature"),
    ]
    assert found.rows.select("source_row", "file", "file_row").rows() == [
        (3, "a.csv", 3),
        (7, "b.csv", 3),
    ]
    assert found.by_file.select("file", "rows", "not_people").rows() == [
        ("a.csv", 3, 2),
        ("b.csv", 4, 3),
    ]
    proved(found)
    checked = check_register(found, on=ON)
    assert checked.not_people.equals(found.not_people)
    proved(checked)
    assert "b.csv" in str(found).split("Baris yang bukan orang")[1]


def test_words_of_the_office_and_sheets_by_number_count_in_a_folder(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", [*AMAT, "menggali"], headings=[*HEADINGS, "Pekerjaan"])
    book(tmp_path / "b.xlsx", BACO)
    words = {"occupation": {"menggali": 19}}
    found = read_registers(tmp_path, on=ON, words=words, sheet=1, heading_row=1)
    assert found.rows["occupation"].to_list() == [19, None]
    assert found.files.refused.is_empty()
    without = read_registers(tmp_path, on=ON)
    assert without.unknown_words["word"].to_list() == ["menggali"]


def test_what_is_not_read_is_listed_with_the_reason(folder: Path) -> None:
    found = read_registers(folder, on=ON)
    assert found.files.refused["file"].to_list() == ["c.xlsx"]
    assert "an Excel workbook" in found.files.refused["reason"][0]
    assert found.files.left_out.select("file", "reason").rows() == [
        (".DS_Store", "hidden"),
        (".~lock.b.xlsx#", "lock"),
        ("e.csv", "link"),
        ("kecamatan", "folder"),
        ("surat.docx", "kind"),
        ("~$b.xlsx", "lock"),
    ]


def test_folders_inside_are_read_where_asked(folder: Path) -> None:
    found = read_registers(folder, on=ON, subfolders=True)
    assert found.by_file["file"].to_list() == ["a.csv", "b.xlsx", "kecamatan/d.csv"]
    assert "kecamatan" not in found.files.left_out["file"].to_list()
    proved(found)


def test_the_report_shows_each_file(folder: Path) -> None:
    found = check_register(read_registers(folder, on=ON), on=ON)
    english = found.report.text("en")
    lines = [line.split() for line in english.splitlines()]
    assert ["a.csv", "3", "1", "1", "1"] in lines
    assert ["b.xlsx", "Sheet1", "2", "2", "0", "0"] in lines
    assert ["All", "files", "5", "3", "1", "1"] in lines
    assert "a lock file; the list is open somewhere" in english
    assert "berkas pengunci" in str(found)
    assert found.report.metadata == {
        "kind": "folder",
        "files": "2",
        "refused": "1",
        "left_out": "6",
        "empty": "1",
    }


def test_what_reading_found_stays_through_checking(folder: Path) -> None:
    read = read_registers(folder, on=ON)
    checked = check_register(read, on=ON, region="99.99")
    again = check_register(checked, on=ON, region="99.99")
    found = [
        ("Rekaan Dayat", "birth", "day.impossible"),
        ("Rekaan Tanpa", "nik", "identity.missing"),
    ]
    for register in (read, checked, again):
        problems = register.problems.join(register.rows, on="source_row")
        assert problems.select("name", "column", "problem").rows() == found
        assert register.files is read.files
        assert register.repairs.equals(read.repairs)
        proved(register)


def test_a_list_of_files_with_one_name_twice(folder: Path, tmp_path: Path) -> None:
    text(tmp_path / "a.csv", SITI)
    found = read_registers([folder / "a.csv", str(tmp_path / "a.csv")], on=ON)
    assert found.by_file["file"].to_list() == ["a.csv", "a.csv (2)"]
    one = read_registers(tmp_path / "a.csv", on=ON)
    assert one.rows["name"].to_list() == ["Rekaan Siti"]
    absent = read_registers([tmp_path / "x.csv", tmp_path / "a.csv"], on=ON)
    assert absent.files.refused["file"].to_list() == ["x.csv"]


def test_columns_that_only_some_files_have(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", [*AMAT, "x"], headings=[*HEADINGS, "Catatan"])
    text(tmp_path / "b.csv", [*SITI, "y", "z"], headings=[*HEADINGS, "file", "Sheet"])
    found = read_registers(tmp_path, on=ON)
    assert found.rows.columns == [
        *("source_row", "file", "sheet", "file_row"),
        *("id", "nik", "name", "birth", "village"),
        *("Catatan", "Sheet", "file_"),
    ]
    assert found.rows.select("Catatan", "Sheet", "file_").rows() == [
        ("x", None, None),
        (None, "z", "y"),
    ]
    assert found.report.headings["name"] == "Nama"


def test_a_heading_that_polars_would_take_for_a_pattern(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", [AMAT[1], "x"], headings=["NIK", "^.*$"])
    text(tmp_path / "b.csv", SITI[1:2], headings=["NIK"])
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert found.rows.columns[-2:] == ["nik", "^.*$_"]
    assert found.rows.rows()[0][-2:] == (AMAT[1], "x")
    assert found.files.seals["seal"].n_unique() == 2
    assert read_register(tmp_path / "a.csv", on=ON).rows.columns[-1] == "^.*$_"


def test_the_different_headings_of_a_column_are_told(tmp_path: Path) -> None:
    for number, heading in enumerate(["Nama", "Nama Lengkap", "NAMA", "nama peserta"]):
        text(tmp_path / f"{number}.csv", SITI[:3], headings=["No", "NIK", heading])
    found = read_registers(tmp_path, on=ON)
    assert found.report.headings["name"] == "Nama | Nama Lengkap | NAMA"


def test_a_mapping_serves_the_files_that_have_its_headings(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", SITI[1:3], headings=["NIK", "Siapa"])
    text(tmp_path / "b.csv", AMAT[1:3], headings=["Kartu", "Nama"])
    found = read_registers(tmp_path, on=ON, mapping={"Siapa": "name", "kartu": "nik"})
    assert found.rows["name"].to_list() == ["Rekaan Siti", "Rekaan Amat"]
    with pytest.raises(InputError, match="Orang"):
        read_registers(tmp_path, on=ON, mapping={"Orang": "name", "kartu": "nik"})
    with pytest.raises(InputError, match="mapping"):
        read_registers(tmp_path, on=ON, mapping={"Siapa": "nama"})


def test_when_no_file_can_be_read_all_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("")
    found = check_register(read_registers(tmp_path, on=ON, mapping={"Siapa": "name"}), on=ON)
    assert found.rows.is_empty()
    assert found.files.refused.height == 1
    assert found.by_file.is_empty()
    assert "a.xlsx" in str(found)
    assert work_list(found).is_empty()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (5, "an int"),
        ([5], "an int"),
        ([], "no file"),
        ("empty", "no file in empty"),
    ],
)
def test_what_is_no_folder_of_registers(source: object, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    given = tmp_path / "empty" if source == "empty" else source
    with pytest.raises(InputError, match=said):
        read_registers(given, on=ON)


def test_arguments_are_refused_before_any_file_is_read(folder: Path) -> None:
    calls: dict[str, Callable[[], object]] = {
        "on": lambda: untyped(read_registers)(folder, on="2026-11-01"),
        "heading_row": lambda: read_registers(folder, on=ON, heading_row=0),
        "limits": lambda: untyped(read_registers)(folder, on=ON, limits=5),
        "subfolders": lambda: untyped(read_registers)(folder, on=ON, subfolders="no"),
        "regions": lambda: read_registers(folder, on=ON, regions=folder / "none.csv"),
    }
    for said, call in calls.items():
        with pytest.raises(JamsosError) as caught:
            call()
        assert said in str(caught.value) or said == "regions"


def test_the_limits_hold_for_all_files_together(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", AMAT, SITI)
    text(tmp_path / "b.csv", BACO)
    text(tmp_path / "c.csv", NO_DAY)
    found = read_registers(tmp_path, on=ON, limits=Limits(rows=3))
    assert found.by_file["file"].to_list() == ["a.csv", "b.csv"]
    reason = "rows of all files together: got 4; allowed: at most 3. "
    step = "Next step: split the register, or raise the limits."
    assert found.files.refused.select("file", "reason").rows() == [("c.csv", reason + step)]
    text(tmp_path / "d.csv", ["x", *BACO], headings=["Lain", *HEADINGS])
    found = read_registers(tmp_path, on=ON, limits=Limits(columns=6))
    assert "columns of all files together: got 7" in found.files.refused["reason"][0]
    with pytest.raises(InputError, match="entries of the folder"):
        read_registers(tmp_path, on=ON, limits=Limits(files=3))
    with pytest.raises(InputError, match="entries of the folder"):
        read_registers([tmp_path / "a.csv"] * 4, on=ON, limits=Limits(files=3))
    assert read_registers(tmp_path, on=ON, limits=Limits(files=4)).by_file.height == 4


def test_the_size_of_all_files_together(tmp_path: Path) -> None:
    for name in ("a", "b"):
        # Spaces at the end make a megabyte of each.
        text(tmp_path / f"{name}.csv", AMAT)
        with (tmp_path / f"{name}.csv").open("a") as file:
            file.write(" " * 600_000)
    found = read_registers(tmp_path, on=ON, limits=Limits(megabytes=1))
    assert found.by_file["file"].to_list() == ["a.csv"]
    assert "all files together" in found.files.refused["reason"][0]


def test_a_file_named_after_a_card_is_masked(tmp_path: Path) -> None:
    number = "9999991705840001"
    text(tmp_path / f"{number}.csv", AMAT, SITI, NO_DAY)
    text(tmp_path / f"{number}x.csv", BACO)
    (tmp_path / f"{number}.xlsx").write_text("")
    (tmp_path / f"{number}.docx").write_text("")
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert number[:12] not in str(found) + found.report.html() + repr(found)
    assert number[:12] not in "".join(found.rows["file"].unique())
    assert number[:12] not in "".join(found.files.refused.row(0))
    proved(found)


# ---- people who stand in two places ----


def told(found: Register) -> list[tuple[str, int, str, str, str]]:
    where = found.rows.select("source_row", "file", "file_row")
    problems = found.problems.join(where, on="source_row", maintain_order="left")
    return problems.select("file", "file_row", "problem", "value", "hint").rows()


def test_one_nik_in_two_villages_names_both_places_and_no_number(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", AMAT, SITI)
    text(tmp_path / "b.csv", BACO, [*AMAT[:4], "Hulu"])
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert told(found) == [
        ("a.csv", 2, "nik.twice", "**************01", "b.csv 3"),
        ("b.csv", 3, "nik.twice", "**************01", "a.csv 2"),
    ]
    proved(found)


def test_a_file_sent_twice_repeats_everybody(tmp_path: Path) -> None:
    text(tmp_path / "a.csv", AMAT)
    text(tmp_path / "b.csv", AMAT)
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert told(found) == [("b.csv", 2, "nik.repeated", "**************01", "a.csv 2")]


def test_the_same_name_and_birth_under_another_nik_in_another_village(tmp_path: Path) -> None:
    other = "9999991705840077"
    text(tmp_path / "a.csv", AMAT, SITI)
    text(tmp_path / "b.csv", ["1", other, "REKAAN  AMAT", "17/05/1984", "Hulu"], BACO)
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert told(found) == [
        ("a.csv", 2, "nik.two_places", "**************01", "b.csv 2"),
        ("b.csv", 2, "nik.two_places", "**************77", "a.csv 2"),
    ]
    assert found.accepted.height == 4, "a warning: many people share a name and a day"


def test_in_one_village_of_one_file_it_is_the_other_problem(tmp_path: Path) -> None:
    other = [*AMAT[:1], "9999991705840077", *AMAT[2:]]
    text(tmp_path / "a.csv", AMAT, other)
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    assert [line[2] for line in told(found)] == ["nik.two", "nik.two"]


@pytest.mark.parametrize(
    "headings", [["No", "NIK", "Nama", "Tgl Lahir"], ["No", "NIK", "Nama"]], ids=len
)
def test_without_villages_the_files_are_the_places(headings: list[str], tmp_path: Path) -> None:
    width = len(headings)
    text(tmp_path / "a.csv", AMAT[:width], headings=headings)
    text(
        tmp_path / "b.csv",
        ["1", "9999991705840077", "Rekaan Amat", "17-05-1984"][:width],
        headings=headings,
    )
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    expected = ["nik.two_places"] * 2 if "Tgl Lahir" in headings else []
    assert [line[2] for line in told(found)] == expected


def test_somebody_in_three_places_under_two_numbers(tmp_path: Path) -> None:
    first, second = "9999991705840001", "9999991705840077"
    person = ["Rekaan Amat", "17-05-1984"]
    text(tmp_path / "a.csv", ["1", first, *person, "Hulu"], ["2", second, *person, "Hulu"])
    text(tmp_path / "b.csv", ["1", first, *person, "Hilir"])
    found = check_register(read_registers(tmp_path, on=ON), on=ON)
    # Row 2 of a and row 2 of b share the number; only row 3 of a is another in another place.
    two_places = [line[:2] for line in told(found) if line[2] == "nik.two_places"]
    assert two_places == [("a.csv", 3), ("b.csv", 2)]


def test_the_sheet_is_named_where_a_file_has_several() -> None:
    rows = pl.DataFrame(
        {
            "file": ["a.xlsx", "a.xlsx", "b.csv"],
            "sheet": ["RT 1", "RT 2", ""],
            "file_row": [2, 2, 2],
        }
    )
    placed = with_places(rows.with_row_index("source_row"), files=True)
    assert placed["_place"].to_list() == ["a.xlsx RT 1 2", "a.xlsx RT 2 2", "b.csv  2"]


def test_a_frame_stitched_by_hand_is_checked_as_before() -> None:
    parts = [
        read_register(pl.DataFrame({"NIK": [AMAT[1]], "Nama": [name]}), on=ON).accepted
        for name in ("a", "b")
    ]
    found = check_register(pl.concat(parts).with_columns(file=pl.lit("x")), on=ON)
    assert found.problems["hint"].to_list() == ["2", "1"]
    assert found.by_file.is_empty()


# ---- everything after it ----


def test_rows_of_a_folder_are_priced_summed_compared_and_handed_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, row in (("a", AMAT), ("b", BACO)):
        cells = [*row, "900000", "mandiri"]
        text(folder / f"{name}.csv", cells, headings=[*HEADINGS, "Penghasilan", "Jenis BPU"])
    found = check_register(read_registers(folder, on=ON), on=ON)
    priced = premium_columns("2026-10", payer="self").added_to(found.accepted)
    assert priced["file"].to_list() == ["a.csv", "b.csv"]
    assert summary(priced, by="village").total["people"] == 2
    assert export_rows(priced, tmp_path / "a.csv") == 2
    people = found.accepted
    moved = people.with_columns(file=pl.lit("c.csv"))
    compared = difference(people, moved, month="2026-10", payer="self")
    assert compared.changed.is_empty()


def test_a_part_that_lost_a_row_is_a_fault_of_ours() -> None:
    read = pl.DataFrame({"file": ["a"], "sheet": [""], "rows": [2], "empty": [0]})
    rows = pl.DataFrame({"file": ["a"], "sheet": [""]})
    parts = dict.fromkeys(PARTS, rows[:0])
    with pytest.raises(JamsosError, match="rows of a"):
        Files(read=read).counted({**parts, "accepted": rows})
    elsewhere = rows.with_columns(file=pl.lit("b"))
    with pytest.raises(JamsosError, match="accepted of all files"):
        Files(read=read).counted({**parts, "accepted": pl.concat([rows, rows, elsewhere])})


CELL = st.sampled_from(
    ["", "-", "9999991705840001", "99999917058400O1", "1", "17-05-1984", "31/02/1979", "05/17/1984",
     "Rekaan", "=1+1", "1,500", "ya", "\u202e", "'", ";"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELL, min_size=5, max_size=5), max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_every_row_of_every_file_is_somewhere(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("desa")
    for number, rows in enumerate(files):
        text(folder / f"{number}.csv", *rows)
    read = read_registers(folder, on=ON)
    checked = check_register(read, on=ON)
    proved(read)
    proved(checked)
    written = sum(any(row) for rows in files for row in rows)
    in_files = dict(read.by_file.select("file", pl.col("rows") + pl.col("empty")).iter_rows())
    assert in_files == {f"{number}.csv": len(rows) for number, rows in enumerate(files)}
    assert read.rows.height <= written
    for file, row in read.rows.select("file", "file_row").iter_rows():
        assert files[int(file.split(".")[0])][row - 2]


def test_a_heading_that_is_not_taken_is_told_once_for_all_files(tmp_path: Path) -> None:
    headings = [*HEADINGS, "NIK Istri"]
    text(tmp_path / "a.csv", [*AMAT, ""], headings=headings)
    text(tmp_path / "b.csv", [*BACO, ""], headings=headings)
    found = read_registers(tmp_path, on=ON)
    assert [(one.heading, str(one.why)) for one in found.report.untaken] == [
        ("NIK Istri", "person")
    ]


def villages(folder: Path, many: int) -> None:
    for number in range(many):
        person = ["1", f"99999917058400{number + 1:02}", f"Rekaan {number}", "17-05-1984", "Hulu"]
        text(folder / f"desa {number:02}.csv", person)


def test_files_are_in_their_order_whichever_is_read_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    villages(tmp_path, 6)

    def opened(path: Path, *how: Any, **named: Any) -> Any:
        # The first file takes longest, the second somewhat less, and so on.
        time.sleep((6 - int(path.stem[-2:])) / 50)
        return opened_file(path, *how, **named)

    monkeypatch.setattr("jamsos.registers.intake.together.opened_file", opened)
    found = read_registers(tmp_path, on=ON)
    assert found.rows["file"].to_list() == [f"desa {number:02}.csv" for number in range(6)]
    assert found.rows["name"].to_list() == [f"Rekaan {number}" for number in range(6)]
    assert found.rows["source_row"].to_list() == [2, 4, 6, 8, 10, 12]


def test_who_stops_waits_for_no_further_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    villages(tmp_path, 40)
    read: list[str] = []

    def opened(path: Path, *how: Any, **named: Any) -> Any:
        read.append(path.name)
        time.sleep(0.02)
        return opened_file(path, *how, **named)

    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("jamsos.registers.intake.together.opened_file", opened)
    monkeypatch.setattr("jamsos.registers.intake.together.Together._take_file", stopped)
    with pytest.raises(KeyboardInterrupt):
        read_registers(tmp_path, on=ON)
    assert 0 < len(read) < 20


def test_a_fault_in_a_file_is_the_same_as_without_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    villages(tmp_path, 3)

    def opened(path: Path, *how: Any, **named: Any) -> Any:
        if path.name == "desa 01.csv":
            raise MissingExtraError("python_calamine", "absent", "installed", "install it")
        return opened_file(path, *how, **named)

    monkeypatch.setattr("jamsos.registers.intake.together.opened_file", opened)
    with pytest.raises(MissingExtraError, match="calamine"):
        read_registers(tmp_path, on=ON)
