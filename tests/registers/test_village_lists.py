"""Work lists out to the villages and back: what was filled in is applied, or said to be open."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from untyped import untyped

from jamsos import InputError
from jamsos.registers import (
    AppliedCorrections,
    LineOutcome,
    Register,
    apply_corrections,
    check_register,
    read_corrections,
    read_register,
    read_registers,
    write_work_lists,
)
from jamsos.registers.fieldwork.placing import placed_lines
from jamsos.registers.fieldwork.returned import LINES
from jamsos.registers.intake.seals import line_key, seals

ON = date(2026, 11, 1)
HEADINGS = ["No", "NIK", "Nama", "Tgl Lahir", "Desa", "Penghasilan", "Suket", "Catatan"]
TITLES = [
    *("berkas", "baris", "NIK (disamarkan)", "nama", "tindakan", "kolom", "tertulis", "masalah"),
    *("mungkin maksudnya", "perbaikan", "sudah?", "kunci (jangan diubah)"),
]
AMAT, SITI, BACO = "9999991705840001", "9999995705900002", "9999991705790003"
SUNGAI = [
    ["1", AMAT, "Rekaan Amat", "17-05-1984", "Sungai", "900000", "ya", ""],
    ["2", "99999957059000O2", "Rekaan Siti", "31/02/1990", "Sungai", "1,500", "tidak", ""],
    ["3", "", "=Rekaan Baco", "17-05-1979", "", "", "ya", ""],
]
HULU = [
    ["1", AMAT, "Rekaan Amat", "17-05-1984", "Hulu", "900000", "ya", ""],
    ["2", "9999991705860006", "Rekaan Dayat", "17-05-1986", "Hulu", "1 juta", "ya", ""],
]
INCOME = "penghasilan (rupiah sebulan)"
"""Whatever the unit of the list, a correction is read as rupiah of a month."""
NAMES = {"NIK": "nik", "nomor KK": "kk"}
Filled = dict[tuple[str, int, str], tuple[str | float | None, str | None]]
"""What is filled in for a file, a row and the words of a column: the correction, and the word."""


def folder_of(place: Path, **files: Sequence[Sequence[str]]) -> Path:
    place.mkdir()
    for name, rows in files.items():
        lines = [";".join(cells) for cells in (HEADINGS, *rows)]
        (place / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return place


def found_in(place: Path, region: str = "") -> Register:
    return check_register(read_registers(place, on=ON), on=ON, region=region)


def cells_of(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def returned(lists: Path, back: Path, filled: Mapping[Any, Any]) -> set[object]:
    """Fill in the lists as somebody in the village would, and say what was left."""
    back.mkdir(exist_ok=True)
    left = set(filled)
    for path in sorted(lists.glob("*.xlsx")):
        headings, *lines = cells_of(path)
        file, row, column = (headings.index(name) for name in ("berkas", "baris", "kolom"))
        correction, checked = headings.index("perbaikan"), headings.index("sudah?")
        for line in lines:
            key = line[file], int(line[row]), line[column]
            if key in filled:
                left.discard(key)
                line[correction], line[checked] = filled[key]
        write(back / path.name, [headings, *lines])
    return left


def write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Lembar1")
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    day = datetime.fromisoformat(cell.isoformat())
                    sheet.write_datetime(number, column, day, book.add_format({"num_format": 14}))
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write(number, column, cell)


def proved(found: Register) -> None:
    for line in found.by_file.iter_rows(named=True):
        assert line["rows"] == sum(
            line[part] for part in ("accepted", "to_check", "rejected", "not_people")
        )
    height = found.rows.height + found.not_people.height
    assert found.by_file["rows"].sum() == found.report.counts["rows"] == height


class Round(list[str]):
    """One round: the register before, what was filled in, and what came of it."""

    def __init__(self, place: Path, **files: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.place = place
        self.register = found_in(folder_of(place / "in", **files))
        (place / "out").mkdir()
        self.lists = write_work_lists(self.register, place / "out")

    def back(self, filled: Mapping[Any, Any], **options: Any) -> AppliedCorrections:
        assert returned(self.place / "out", self.place / "back", filled) == set()
        return self.applied(**options)

    def applied(self, **options: Any) -> AppliedCorrections:
        corrections = read_corrections(self.place / "back")
        return apply_corrections(self.register, corrections, on=ON, **options)


@pytest.fixture
def villages(tmp_path: Path) -> Round:
    return Round(tmp_path, sungai=SUNGAI, hulu=HULU)


def outcomes(applied: AppliedCorrections) -> list[tuple[object, ...]]:
    is_filled = pl.col("outcome") != "not_filled"
    columns = "file", "row", "column", "outcome", "problem"
    return applied.record.filter(is_filled).select(columns).rows()


CLEAR: Filled = {
    ("sungai.csv", 3, "NIK"): ("999999 570590 0002", None),
    ("sungai.csv", 3, "tanggal lahir"): ("17-5-90", "sudah"),
    ("sungai.csv", 3, INCOME): ("1,5 juta", None),
    ("sungai.csv", 3, "surat keterangan"): ("ada", None),
    ("sungai.csv", 4, "NIK"): (BACO, None),
    ("sungai.csv", 4, "nama"): ("Rekaan Baco", None),
    ("sungai.csv", 4, "desa/kelurahan"): ("Sungai", None),
    ("hulu.csv", 2, "NIK"): (None, "hapus"),
}


# ---- out ----


def test_each_village_has_its_list_and_each_problem_its_place(villages: Round) -> None:
    assert villages.lists.rows() == [("kerja Hulu.xlsx", 1), ("kerja Sungai.xlsx", 8)]
    headings, *lines = cells_of(villages.place / "out" / "kerja Sungai.xlsx")
    assert headings == TITLES
    told = [(int(line[1]), line[3], line[5], line[6], line[8]) for line in lines]
    assert told == [
        (2, "Rekaan Amat", "NIK", "**************01", "hulu.csv 2"),
        (3, "Rekaan Siti", "tanggal lahir", "31/02/1990", ""),
        (3, "Rekaan Siti", INCOME, "1,500", "1500"),
        (3, "Rekaan Siti", "surat keterangan", "", ""),
        (3, "Rekaan Siti", "NIK", "**************O2", "O = 0"),
        (4, "=Rekaan Baco", "nama", "=Rekaan Baco", ""),
        (4, "=Rekaan Baco", "NIK", "", ""),
        (4, "=Rekaan Baco", "desa/kelurahan", "", ""),
    ]
    assert lines[0][7] == (
        "NIK yang sama pada baris dengan data berbeda: cocokkan dengan KTP; satu NIK satu orang"
    )
    keys = [line[-1] for line in lines]
    assert len(set(keys)) == 8
    assert keys[1].startswith("birth|day.impossible|")
    assert {line[9] or line[10] for line in lines} == {""}


def test_no_number_is_in_a_list(villages: Round) -> None:
    for path in (villages.place / "out").iterdir():
        with zipfile.ZipFile(path) as book:
            content = b"".join(book.read(name) for name in book.namelist())
        for number in (AMAT, SITI, BACO):
            assert number[:12].encode() not in content
            assert number[6:12].encode() not in content


def test_the_seal_of_a_row_says_nothing_of_its_numbers() -> None:
    def seal(nik: str, name: str = "Rekaan", file: str = "a", row: int = 2) -> str:
        texts = pl.DataFrame({"source_row": [row], "nik": [nik], "kk": [nik], "name": [name]})
        return str(seals(texts, file, "").item(0, "seal"))

    assert seal(AMAT) == seal("1111111111111101"), "the last two digits stand in the list anyway"
    assert seal(AMAT) != seal(AMAT[:-1] + "2")
    assert seal(AMAT, AMAT) == seal(AMAT, "1234567890123456"), "a number typed as a name"
    different = {seal(AMAT), seal(AMAT, "x"), seal(AMAT, file="b"), seal(AMAT, row=3)}
    assert len(different) == 4


def test_a_list_prints_on_a4_and_can_be_filtered(villages: Round) -> None:
    with zipfile.ZipFile(villages.place / "out" / "kerja Sungai.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in sheet
    assert '<autoFilter ref="A1:L9"/>' in sheet
    assert "Print_Titles" in names
    assert "$1:$1" in names
    assert "Halaman &amp;P dari &amp;N" in sheet
    assert "Daftar kerja lapangan: Sungai" in sheet
    assert '<c r="A2" s="' in sheet
    assert 'wrapText="1"' in styles
    assert 'numFmtId="49"' in styles, "what is filled in stays text"
    assert "<sheetProtection" in sheet
    assert "benar,sudah,hapus,belum" in sheet
    assert "<f>" not in sheet


def test_lists_by_kecamatan_and_by_file_and_in_english(villages: Round, tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    found = write_work_lists(villages.register, tmp_path / "k", by="kecamatan", lang="en")
    assert found.rows() == [("kerja no place.xlsx", 9)]
    headings, *lines = cells_of(tmp_path / "k" / "kerja no place.xlsx")
    assert headings[4] == "village"
    assert headings[-3:] == ["correction", "done?", "key (do not change)"]
    assert {line[4] for line in lines} == {"Sungai", "Hulu"}
    (tmp_path / "f").mkdir()
    found = write_work_lists(villages.register, tmp_path / "f", by="file")
    assert found.rows() == [("kerja hulu.xlsx", 1), ("kerja sungai.xlsx", 8)]
    write(
        tmp_path / "k" / "kerja no place.xlsx", [headings, [*lines[0][:-2], "right", lines[0][-1]]]
    )
    applied = apply_corrections(villages.register, read_corrections(tmp_path / "k"), on=ON)
    assert applied.record["outcome"].to_list() == ["needs_value"]


def test_whoever_lives_nowhere_goes_with_the_only_village_of_the_file(tmp_path: Path) -> None:
    nobody = ["9", "", "Rekaan", "", "", "", "ya", ""]
    two = [[*HULU[0][:4], "Hulu", *HULU[0][5:]], [*HULU[1][:4], "Hilir", *HULU[1][5:]], nobody]
    lists = Round(tmp_path, sungai=[SUNGAI[0], nobody], two=two).lists
    assert lists.rows() == [
        ("kerja Hulu.xlsx", 1),
        ("kerja Sungai.xlsx", 3),
        ("kerja tanpa wilayah.xlsx", 2),
    ]


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["A/B", "a:b", "A B"], ["kerja A B.xlsx", "kerja A B (2).xlsx", "kerja a b (3).xlsx"]),
        (["CON", "..\\..", "x" * 200], ["kerja CON.xlsx", "kerja .xlsx", f"kerja {'x' * 80}.xlsx"]),
        ([f"Desa {AMAT}"], ["kerja Desa 01.xlsx"]),
    ],
)
def test_names_of_files_are_safe_and_do_not_clash(
    names: list[str], files: list[str], tmp_path: Path
) -> None:
    rows = [
        ["1", f"999999170584000{n}", "R", "", name, "", "tidak", ""]
        for n, name in enumerate(names, 1)
    ]
    found = Round(tmp_path, a=rows).lists
    assert sorted(found["workbook"]) == sorted(files)


def test_lists_that_cannot_be_written(villages: Round, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    many = [[str(n), "", "R", "", f"Desa {n}", "", "", ""] for n in range(2_001)]
    scattered = found_in(folder_of(tmp_path / "scattered", a=many))
    calls: dict[str, Callable[[], object]] = {
        "by": lambda: write_work_lists(villages.register, tmp_path, by="name"),
        "lists that are not there yet": lambda: write_work_lists(
            villages.register, tmp_path / "out"
        ),
        "folder that is there": lambda: write_work_lists(villages.register, tmp_path / "none"),
        "names no files": lambda: write_work_lists(
            read_register(pl.DataFrame({"nik": ["x"]}), on=ON), tmp_path
        ),
        "a Register": lambda: untyped(write_work_lists)(villages.register.rows, tmp_path),
        "workbooks": lambda: write_work_lists(scattered, tmp_path / "many"),
        "lang": lambda: write_work_lists(villages.register, tmp_path / "many", lang="fr"),
    }
    for said, call in calls.items():
        with pytest.raises(InputError, match=said):
            call()
    assert list((tmp_path / "many").iterdir()) == []


# ---- and back ----


def test_lists_filled_in_clear_everything(villages: Round) -> None:
    counts = {"rows": 5, "accepted": 1, "to_check": 3, "rejected": 1}
    assert villages.register.report.counts == counts
    applied = villages.back(CLEAR)
    found = applied.register
    assert found.report.counts == {"rows": 5, "accepted": 4, "to_check": 0, "rejected": 1}
    assert found.by_file.select("file", "rows", "accepted", "to_check", "rejected").rows() == [
        ("hulu.csv", 2, 1, 0, 1),
        ("sungai.csv", 3, 3, 0, 0),
    ]
    proved(found)
    rows = found.accepted.select("file", "nik", "name", "birth", "village", "income", "letter")
    assert rows.rows() == [
        ("hulu.csv", HULU[1][1], "Rekaan Dayat", date(1986, 5, 17), "Hulu", 1_000_000, True),
        ("sungai.csv", AMAT, "Rekaan Amat", date(1984, 5, 17), "Sungai", 900_000, True),
        ("sungai.csv", SITI, "Rekaan Siti", date(1990, 5, 17), "Sungai", 1_500_000, True),
        ("sungai.csv", BACO, "Rekaan Baco", date(1979, 5, 17), "Sungai", None, True),
    ]
    assert found.problems.select("problem", "reaction").rows() == [("row.struck", "rejected")]
    assert outcomes(applied) == [
        ("hulu.csv", 2, "nik", "struck", None),
        ("sungai.csv", 3, "birth", "accepted", None),
        ("sungai.csv", 3, "income", "accepted", None),
        ("sungai.csv", 3, "letter", "accepted", None),
        ("sungai.csv", 3, "nik", "accepted", None),
        ("sungai.csv", 4, "name", "accepted", None),
        ("sungai.csv", 4, "nik", "accepted", None),
        ("sungai.csv", 4, "village", "accepted", None),
    ]


def test_what_was_done_is_recorded_with_the_numbers_masked(villages: Round) -> None:
    applied = villages.back(CLEAR)
    line = applied.record.filter(pl.col("column") == "nik", pl.col("row") == 3)
    assert line.select("list", "before", "after").rows() == [
        ("kerja Sungai.xlsx", "**************O2", "****************02")
    ]
    birth = applied.record.filter(pl.col("column") == "birth")
    assert birth.select("line", "before", "after").rows() == [(3, "31/02/1990", "17-5-90")]
    repairs = applied.register.repairs.filter(repair="corrected")
    assert repairs["column"].to_list() == [
        "birth",
        "income",
        "letter",
        "nik",
        "name",
        "nik",
        "village",
    ]
    shown = [
        *(str(applied), repr(applied), applied.html("en"), applied._repr_html_()),
        *(str(applied.register), applied.text("en"), str(applied.record.rows())),
        repr(read_corrections(villages.place / "back")),
    ]
    assert not any(number[:12] in text for number in (SITI, BACO, AMAT) for text in shown)
    assert "perbaikan diterima" in str(applied)


def test_an_empty_list_changes_nothing(villages: Round) -> None:
    applied = villages.back({})
    assert set(applied.record["outcome"]) == {"not_filled"}
    assert applied.counts == {"not_filled": 9}
    assert applied.register.rows.equals(villages.register.rows)
    assert applied.register.problems.equals(villages.register.problems)
    assert "belum diisi" in str(applied)


def test_a_second_list_of_the_first_writing_still_fits(villages: Round) -> None:
    first = villages.back({key: CLEAR[key] for key in CLEAR if key[0] == "hulu.csv"})
    returned(villages.place / "out", villages.place / "late", CLEAR)
    late = read_corrections(villages.place / "late")
    second = apply_corrections(first.register, late, on=ON)
    assert second.register.report.counts["accepted"] == 4
    again = apply_corrections(second.register, late, on=ON)
    assert again.register.rows.equals(second.register.rows)
    assert again.register.problems.equals(second.register.problems)


def test_the_next_lists_hold_what_is_left(villages: Round, tmp_path: Path) -> None:
    some: Filled = {
        ("sungai.csv", 3, "NIK"): ("salah", None),
        ("sungai.csv", 4, "nama"): ("Rekaan Baco", None),
        ("hulu.csv", 2, "NIK"): (None, "hapus"),
    }
    found = villages.back(some).register
    (tmp_path / "next").mkdir()
    assert write_work_lists(found, tmp_path / "next").rows() == [("kerja Sungai.xlsx", 6)]


def test_the_same_from_files_read_again(villages: Round) -> None:
    returned(villages.place / "out", villages.place / "back", CLEAR)
    fresh = found_in(villages.place / "in")
    applied = apply_corrections(fresh, read_corrections(villages.place / "back"), on=ON)
    assert applied.register.report.counts["accepted"] == 4


@pytest.mark.parametrize(
    ("column", "correction", "problem", "value"),
    [
        ("tanggal lahir", "31-02-1990", "day.impossible", None),
        ("tanggal lahir", "entah", "day.unclear", None),
        ("NIK", "99999957059000O2", "identity.letters", None),
        ("NIK", 9999995705900002, "identity.number", None),
        ("NIK", "123", "identity.length", None),
        (INCOME, "1,500", "amount.unclear", None),
        ("surat keterangan", "mungkin", "flag.unknown", False),
        (INCOME, "sda", "text.above", None),
    ],
)
def test_a_correction_that_cannot_be_read_changes_nothing(
    villages: Round, column: str, correction: object, problem: str, value: object
) -> None:
    applied = villages.back({("sungai.csv", 3, column): (correction, "sudah")})
    assert [line[3:] for line in outcomes(applied)] == [("still_wrong", problem)]
    before, after = villages.register, applied.register
    assert after.rows.equals(before.rows)
    assert after.problems.equals(before.problems)
    name = applied.record.filter(outcome="still_wrong")["column"].item()
    assert after.rows.filter(pl.col("source_row") == 6)[name].item() == value
    assert "perbaikan masih salah" in str(applied)
    proved(after)


def written_and_filled(place: Path, text: str, filled: Filled) -> Register:
    """The register of one file, and the lists of it in which somebody filled in this."""
    for name in ("in", "out"):
        (place / name).mkdir()
    (place / "in" / "hulu.csv").write_text(text, encoding="utf-8")
    found = found_in(place / "in")
    write_work_lists(found, place / "out")
    assert returned(place / "out", place / "back", filled) == set()
    return found


def test_a_heading_says_nothing_of_a_correction(tmp_path: Path) -> None:
    headings = "NIK,Nama,Desa,Tanggal Lahir (mm/dd/yyyy),Penghasilan (ribu),Pekerjaan"
    cells = "9999990504840001,Rekaan Siti,Hulu,02/31/1984,1?500,gali"
    filled: Filled = {
        ("hulu.csv", 3, "tanggal lahir"): ("05/04/1984", None),
        ("hulu.csv", 3, INCOME): ("900.000", None),
        ("hulu.csv", 3, "kode pekerjaan"): ("menggali", None),
    }
    text = f"DAFTAR REKAAN\n{headings}\n{cells}\n"
    found = written_and_filled(tmp_path, text, filled)
    words = {"occupation": {"menggali": 19}}
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON, words=words)
    assert {line[3] for line in outcomes(applied)} == {"accepted"}
    siti = applied.register.rows.row(0, named=True)
    assert (siti["birth"], siti["income"]) == (date(1984, 4, 5), 900000)
    assert siti["occupation"] == 19
    assert applied.register.not_people["text"].to_list() == ["DAFTAR REKAAN"]
    proved(applied.register)


def test_a_corrected_death_clears_what_another_cell_said_of_it(tmp_path: Path) -> None:
    headings = "NIK,Nama,Desa,Tanggal Lahir,Tanggal Meninggal"
    cells = "9999991705840001,Rekaan Amat,Hulu,17-05-1984,01-02-1980"
    filled: Filled = {("hulu.csv", 2, "tanggal meninggal"): ("01-02-2020", None)}
    found = written_and_filled(tmp_path, f"{headings}\n{cells}\n", filled)
    assert "died.before_birth" in found.problems["problem"].to_list()
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert "died.before_birth" not in applied.register.problems["problem"].to_list()


def test_a_correction_may_be_right_and_its_row_still_stands_twice(villages: Round) -> None:
    applied = villages.back({("sungai.csv", 3, "NIK"): (AMAT, None)})
    assert outcomes(applied) == [("sungai.csv", 3, "nik", "still_wrong", "nik.twice")]
    assert applied.register.rows["nik"].to_list().count(AMAT) == 3


def test_a_day_and_a_number_that_the_spreadsheet_made_are_read_too(villages: Round) -> None:
    filled = {
        ("sungai.csv", 3, "tanggal lahir"): (date(1990, 5, 17), None),
        ("sungai.csv", 3, INCOME): (1500000, None),
    }
    applied = villages.back(filled)
    assert [line[3] for line in outcomes(applied)] == ["accepted", "accepted"]
    siti = applied.register.rows.filter(name="Rekaan Siti")
    assert siti.select("birth", "income").row(0) == (date(1990, 5, 17), 1_500_000)


def test_a_dash_says_that_nothing_is_known(villages: Round) -> None:
    filled = {("sungai.csv", 3, INCOME): ("-", None), ("sungai.csv", 4, "NIK"): ("-", None)}
    applied = villages.back(filled)
    assert [line[2:] for line in outcomes(applied)] == [
        ("income", "accepted", None),
        ("nik", "still_wrong", "identity.missing"),
    ]


def test_the_number_of_the_card_is_noticed_in_a_correction(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.csv").write_text(f"NIK,KK,Nama\n,{AMAT},Rekaan\n")
    found = found_in(place)
    (tmp_path / "out").mkdir()
    write_work_lists(found, tmp_path / "out")
    returned(tmp_path / "out", tmp_path / "back", {("a.csv", 2, "NIK"): (AMAT, None)})
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert outcomes(applied) == [("a.csv", 2, "nik", "still_wrong", "identity.is_kk")]


def test_a_nik_and_a_card_that_were_swapped_are_cleared_one_after_the_other(
    tmp_path: Path,
) -> None:
    place = tmp_path / "in"
    place.mkdir()
    card = "9999990306100005"
    (place / "a.csv").write_text(f"NIK,KK,Nama,Tgl Lahir\n{card},{AMAT},Rekaan,17-05-1984\n")
    found = found_in(place)
    for number, (column, right, left) in enumerate(
        [("NIK", AMAT, [("kk", "identity.is_nik")]), ("nomor KK", card, [])]
    ):
        out = tmp_path / f"out{number}"
        out.mkdir()
        write_work_lists(found, out)
        back = tmp_path / f"back{number}"
        assert returned(out, back, {("a.csv", 2, column): (right, None)}) == set()
        applied = apply_corrections(found, read_corrections(back), on=ON)
        assert set(outcomes(applied)) == {("a.csv", 2, NAMES[column], "accepted", None)}
        found = applied.register
        assert found.problems.select("column", "problem").rows() == left
    assert found.accepted.select("nik", "kk").rows() == [(AMAT, card)]


def test_a_column_of_the_office_can_be_corrected(tmp_path: Path) -> None:
    row = [*SUNGAI[0][:-1], "rusak \ufffd"]
    villages = Round(tmp_path, sungai=[row])
    applied = villages.back({("sungai.csv", 2, "Catatan"): ("tidak rusak", None)})
    assert applied.register.accepted["Catatan"].to_list() == ["tidak rusak"]


# ---- a word alone ----


@pytest.mark.parametrize("word", ["benar", "Sudah", "YA", "v", "✓", "ok."])
def test_a_word_confirms_what_only_needs_one(villages: Round, word: str) -> None:
    filled: Filled = {
        ("sungai.csv", 3, "surat keterangan"): (None, word),
        ("sungai.csv", 4, "nama"): (None, word),
    }
    applied = villages.back(filled)
    assert [line[2:4] for line in outcomes(applied)] == [
        ("letter", "confirmed"),
        ("name", "confirmed"),
    ]
    found = applied.register
    told = found.problems.filter(pl.col("problem").is_in(["letter.missing", "text.formula"]))
    assert told["reaction"].to_list() == ["information", "information"]
    again = check_register(found, on=ON)
    assert again.problems.equals(found.problems), "a later check does not ask again"
    assert found.rows.filter(file_row=4)["name"].to_list() == ["=Rekaan Baco"]
    proved(found)


def test_a_word_is_not_enough_where_a_value_is_needed(villages: Round) -> None:
    filled: Filled = {
        ("sungai.csv", 2, "NIK"): (None, "benar"),
        ("sungai.csv", 3, "tanggal lahir"): (None, "sudah"),
        ("sungai.csv", 3, INCOME): (None, "benar"),
    }
    applied = villages.back(filled)
    assert {line[3] for line in outcomes(applied)} == {"needs_value"}
    assert applied.register.problems.equals(villages.register.problems)


def test_what_was_confirmed_is_asked_again_of_another_value(villages: Round) -> None:
    first = villages.back({("sungai.csv", 4, "nama"): (None, "benar")}).register
    assert first.confirmed.height == 1
    returned(
        villages.place / "out", villages.place / "late", {("sungai.csv", 4, "nama"): ("R", None)}
    )
    second = apply_corrections(first, read_corrections(villages.place / "late"), on=ON)
    assert second.register.confirmed.is_empty()


def test_a_row_that_could_not_be_divided_needs_a_word_or_a_new_row(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.csv").write_text(f"NIK,Nama,Suket\n{AMAT},Rekaan\n{SITI},Rekaan,ya,x,y\n")
    found = found_in(place)
    (tmp_path / "out").mkdir()
    write_work_lists(found, tmp_path / "out")
    filled = {("a.csv", 2, ""): (None, "benar"), ("a.csv", 3, ""): ("Rekaan", None)}
    returned(tmp_path / "out", tmp_path / "back", filled)
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert outcomes(applied) == [
        ("a.csv", 2, "", "confirmed", None),
        ("a.csv", 3, "", "no_cell", None),
    ]
    assert applied.register.accepted["nik"].to_list() == [AMAT]
    assert "seluruh baris" in str(applied)


@pytest.mark.parametrize(
    ("word", "correction", "outcome"),
    [
        ("belum", None, "not_yet"),
        ("belum", "17-05-1990", "not_yet"),
        ("barangkali", None, "unknown_word"),
        ("barangkali", "17-05-1990", "unknown_word"),
        ("hapus", "17-05-1990", "contradiction"),
    ],
)
def test_words_that_leave_a_line_open(
    villages: Round, word: str, correction: str | None, outcome: str
) -> None:
    applied = villages.back({("sungai.csv", 3, "tanggal lahir"): (correction, word)})
    assert [line[3] for line in outcomes(applied)] == [outcome]
    assert applied.register.problems.equals(villages.register.problems)
    assert applied.text("en").count("date of birth") == 1


# ---- lines that fit nothing, or each other ----


def changed(villages: Round, change: Callable[[list[Any]], None]) -> list[str]:
    """What becomes of the line on the birth of Siti when somebody changed it."""
    (villages.place / "back").mkdir()
    headings, *lines = cells_of(villages.place / "out" / "kerja Sungai.xlsx")
    line = lines[1]
    line[9] = "17-05-1990"
    change(line)
    write(villages.place / "back" / "a.xlsx", [headings, line])
    applied = villages.applied()
    if "accepted" not in applied.record["outcome"].to_list():
        assert applied.register.rows.equals(villages.register.rows)
    return [str(outcome) for outcome in applied.record["outcome"]]


@pytest.mark.parametrize(
    ("column", "value", "outcome"),
    [
        (0, "hulu.csv", "other_list"),
        (0, "lain.csv", "unknown_row"),
        (0, "", "unknown_row"),
        (1, 2, "other_list"),
        (1, 99, "unknown_row"),
        (1, "dua", "unknown_row"),
        (1, "3", "accepted"),
        (2, "bukan kunci", "accepted"),
        (-1, "income|amount.unclear|0123456789ab", "other_list"),
        (-1, "kunci", "other_list"),
        (-1, "", "other_list"),
    ],
)
def test_a_line_whose_key_was_changed_is_listed(
    villages: Round, column: int, value: object, outcome: str
) -> None:
    def change(line: list[Any]) -> None:
        line[column] = value

    assert changed(villages, change) == [outcome]


def test_a_key_of_another_column_is_no_key_of_this_one(villages: Round) -> None:
    def change(line: list[Any]) -> None:
        line[-1] = line[-1].replace("birth|", "died_on|")

    assert changed(villages, change) == ["other_list"]


def test_a_list_of_a_file_that_has_changed_is_refused(villages: Round) -> None:
    returned(villages.place / "out", villages.place / "back", CLEAR)
    changed_row = [*SUNGAI[1][:2], "Rekaan Lain", *SUNGAI[1][3:]]
    folder_of(villages.place / "new", sungai=[SUNGAI[0], changed_row, SUNGAI[2]], hulu=HULU)
    corrections = read_corrections(villages.place / "back")
    applied = apply_corrections(found_in(villages.place / "new"), corrections, on=ON)
    told = {(line[1], line[3]) for line in outcomes(applied) if line[0] == "sungai.csv"}
    assert told == {(3, "other_list"), (4, "accepted")}, "the rows that did not change still fit"


def test_two_lists_that_say_the_same_or_not(villages: Round) -> None:
    key = ("sungai.csv", 3, "tanggal lahir")
    returned(villages.place / "out", villages.place / "back", {key: ("17-05-1990", None)})
    (villages.place / "back" / "kerja Sungai.xlsx").rename(villages.place / "back" / "satu.xlsx")
    applied = villages.back({key: ("17-05-1990", "sudah")})
    assert [line[3] for line in outcomes(applied)] == ["accepted", "accepted"]
    applied = villages.back({key: ("18-05-1990", None)})
    assert [line[3] for line in outcomes(applied)] == ["contradiction", "contradiction"]
    assert applied.register.problems.equals(villages.register.problems)
    assert "bertentangan" in str(applied)
    applied = villages.back({key: (None, "sudah")})
    assert [line[3] for line in outcomes(applied)] == ["covered", "accepted"]


def test_a_row_that_is_struck_out_and_corrected_contradicts_itself(villages: Round) -> None:
    filled: Filled = {
        ("sungai.csv", 3, "tanggal lahir"): ("17-05-1990", None),
        ("sungai.csv", 3, "NIK"): (None, "hapus"),
        ("sungai.csv", 3, "surat keterangan"): (None, "sudah"),
    }
    applied = villages.back(filled)
    assert {line[3] for line in outcomes(applied)} == {"contradiction"}
    del filled["sungai.csv", 3, "tanggal lahir"]
    applied = villages.back(filled)
    assert [line[3] for line in outcomes(applied)] == ["covered", "struck"]
    assert applied.register.rejected["name"].to_list() == ["Rekaan Siti"]


def test_a_work_list_among_the_registers_is_no_register(villages: Round) -> None:
    found = read_registers(villages.place, on=ON, subfolders=True)
    assert found.files.refused["file"].to_list() == ["out/kerja Hulu.xlsx", "out/kerja Sungai.xlsx"]
    assert "read_corrections" in found.files.refused["reason"][0]
    assert found.rows.height == 5


def test_what_is_no_work_list_is_listed(villages: Round) -> None:
    back = villages.place / "back"
    returned(villages.place / "out", back, CLEAR)
    (back / "~$a.xlsx").write_text("")
    (back / "rusak.xlsx").write_text("")
    (back / "daftar.csv").write_text("NIK,Nama\n1,2\n")
    corrections = read_corrections(back)
    assert corrections.refused["file"].to_list() == ["daftar.csv", "rusak.xlsx"]
    assert corrections.left_out.rows() == [("~$a.xlsx", "", "lock")]
    assert "no column file, row, correction, checked, key" in corrections.refused["reason"][0]
    applied = apply_corrections(villages.register, corrections, on=ON)
    assert "rusak.xlsx" in applied.text("en")


def test_a_list_with_more_columns_empty_lines_and_in_another_order(villages: Round) -> None:
    (villages.place / "back").mkdir()
    headings, *lines = cells_of(villages.place / "out" / "kerja Sungai.xlsx")
    lines[1][9] = "17-05-1990\u200b "
    turned = [[*cells[::-1], "x"] for cells in (headings, *lines[::-1])]
    turned[0][-1] = "Perbaikan"
    turned.insert(2, [""] * len(turned[0]))
    write(villages.place / "back" / "a.xlsx", turned)
    applied = villages.applied()
    assert outcomes(applied) == [("sungai.csv", 3, "birth", "accepted", None)]
    assert applied.record.height == 8


def test_two_sheets_of_one_file_are_told_apart(villages: Round) -> None:
    register = villages.register
    # The second row of both files, as if they were two sheets of one file.
    one_file = register.rows.with_columns(file=pl.lit("desa.xlsx")).filter(file_row=2)
    book = evolve(register, accepted=one_file, to_check=one_file[:0], rejected=one_file[:0])
    for row, sheet_row in ((2, 0), (5, 1)):
        seal = register.files.seals.filter(source_row=row)["seal"].item()
        key = line_key(seal, "nik", "nik.twice")
        cells = ("a", 2, "desa.xlsx", 2, key, "x", False, None)
        line, *_ = placed_lines(pl.DataFrame([cells], schema=LINES, orient="row"), book)
        assert line.cell == (one_file["source_row"][sheet_row], "nik")


def test_what_cannot_be_applied(villages: Round, tmp_path: Path) -> None:
    corrections = read_corrections(tmp_path / "out")
    one = read_register(pl.DataFrame({"nik": ["x"]}), on=ON)
    calls: dict[str, Callable[[], object]] = {
        "names no files": lambda: apply_corrections(one, corrections, on=ON),
        "corrections": lambda: untyped(apply_corrections)(villages.register, [], on=ON),
        "on": lambda: untyped(apply_corrections)(villages.register, corrections, on="x"),
        "region": lambda: apply_corrections(villages.register, corrections, on=ON, region="x"),
        "no file": lambda: read_corrections([]),
        "subfolders": lambda: untyped(read_corrections)(tmp_path, subfolders="x"),
    }
    for said, call in calls.items():
        with pytest.raises(InputError, match=said):
            call()


# ---- places ----

REGIONS = pl.DataFrame(
    {
        "code_kemendagri": [
            "99.99.01",
            "99.99.01.2001",
            "99.99.02",
            "99.99.02.2001",
            "99.99.02.2002",
        ],
        "name": ["Muara Satu", "Sungai", "Muara Dua", "Sungai", "Hulu"],
        "level": ["kecamatan", "desa", "kecamatan", "desa", "desa"],
    }
)


def placed(tmp_path: Path, written: str, **filled: str) -> tuple[Any, ...]:
    """The places of a row after its corrections, and what became of these."""
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.csv").write_text(f"NIK,Nama,Kecamatan,Desa\n{AMAT},R,{written}\n")
    found = check_register(read_registers(place, on=ON, regions=REGIONS), on=ON)
    (tmp_path / "out").mkdir()
    write_work_lists(found, tmp_path / "out", regions=REGIONS)
    words = {"village": "desa/kelurahan"}
    lines = {("a.csv", 2, words.get(name, name)): (text, None) for name, text in filled.items()}
    assert returned(tmp_path / "out", tmp_path / "back", lines) == set()
    corrections = read_corrections(tmp_path / "back")
    applied = apply_corrections(found, corrections, on=ON, regions=REGIONS)
    proved(applied.register)
    again = apply_corrections(applied.register, corrections, on=ON, regions=REGIONS)
    assert again.register.rows.equals(applied.register.rows)
    assert again.register.problems.equals(applied.register.problems)
    row = applied.register.rows.row(0, named=True)
    problems = applied.register.problems["problem"].to_list()
    return row["kecamatan"], row["village"], problems, [line[3] for line in outcomes(applied)]


def test_a_village_counts_within_its_kecamatan(tmp_path: Path) -> None:
    found = placed(tmp_path, "Muara Dua,Sungaai", village="sungai")
    assert found == ("99.99.02", "99.99.02.2001", [], ["accepted"])


def test_a_kecamatan_is_corrected_under_a_village_that_is_known(tmp_path: Path) -> None:
    found = placed(tmp_path, "Muara Tiga,99.99.02.2002", kecamatan="Muara Satu")
    assert found == ("99.99.01", None, ["village.elsewhere"], ["accepted"])


def test_both_places_are_corrected_together(tmp_path: Path) -> None:
    found = placed(tmp_path, "Muara X,Sungaix", kecamatan="Muara Dua", village="Hulu")
    assert found == ("99.99.02", "99.99.02.2002", [], ["accepted", "accepted"])


def test_a_place_that_is_still_unknown(tmp_path: Path) -> None:
    found = placed(tmp_path, "Muara Dua,Sungaix", village="Sungaiy")
    assert found == ("99.99.02", None, ["village.unknown"], ["still_wrong"])


# ---- whatever is filled in ----

ANYTHING = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "",
            "-",
            "17-5-84",
            "31/02/1979",
            AMAT,
            SITI,
            "O",
            "=1",
            "1,5 juta",
            "ya",
            "Hulu",
            "\u202e",
        ]
    ),
    st.text(max_size=8).map(
        lambda text: "".join(letter for letter in text if letter.isprintable())
    ),
    st.integers(0, 10**16),
)
WORDS = st.sampled_from([None, "sudah", "benar", "hapus", "belum", "?", "v"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ANYTHING, WORDS), min_size=9, max_size=9))
def test_whatever_is_filled_in_no_row_is_lost_and_nothing_is_guessed(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[Any, str | None]]
) -> None:
    villages = Round(tmp_path_factory.mktemp("x"), sungai=SUNGAI, hulu=HULU)
    lines = write_keys(villages)
    filled = dict(zip(lines, entries, strict=True))
    applied = villages.back(filled)
    found = applied.register
    proved(found)
    assert found.rows["source_row"].equals(villages.register.rows["source_row"])
    assert applied.record.height == 9
    assert set(applied.record["outcome"]) <= {str(outcome) for outcome in LineOutcome}
    touched = applied.record.filter(outcome="accepted").select("file", "row", "column").rows()
    for before, after in zip(
        villages.register.rows.iter_rows(named=True), found.rows.iter_rows(named=True), strict=True
    ):
        for column, value in before.items():
            place = before["file"], before["file_row"], column
            assert value == after[column] or place in touched or (*place,) in still(applied)


def still(applied: AppliedCorrections) -> list[tuple[object, ...]]:
    """Cells that were corrected and stand in the way all the same: a NIK that stands twice."""
    wrong = applied.record.filter(outcome="still_wrong")
    return wrong.select("file", "row", "column").rows()


def write_keys(villages: Round) -> list[tuple[str, int, str]]:
    keys: list[tuple[str, int, str]] = []
    for path in sorted((villages.place / "out").iterdir()):
        for line in cells_of(path)[1:]:
            keys.append((line[0], int(line[1]), line[5]))
    return keys


def test_a_remark_that_somebody_is_gone_needs_more_than_a_word(tmp_path: Path) -> None:
    text = f"NIK,Nama,Ket\n{AMAT},Rekaan Amat,pindah\n{SITI},Rekaan Siti,sudah wafat\n"
    text += f"{BACO},Alm. Rekaan Baco,\n"
    filled: Filled = {
        ("hulu.csv", 2, "Ket"): (None, "benar"),
        ("hulu.csv", 3, "Ket"): ("masih hidup", None),
        ("hulu.csv", 4, "nama"): ("Rekaan Baco", None),
    }
    found = written_and_filled(tmp_path, text, filled)
    left = found.problems.select("source_row", "problem", "value", "reaction").rows()
    assert left == [
        (2, "remark.left", "pindah", "warning"),
        (3, "remark.left", "wafat", "warning"),
        (4, "name.left", "alm", "to_check"),
    ]
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert {line[1:4] for line in outcomes(applied)} == {
        (2, "Ket", "needs_value"),
        (3, "Ket", "accepted"),
        (4, "name", "accepted"),
    }
    now = applied.register.problems.select("source_row", "problem").rows()
    assert now == [(2, "remark.left")]


def test_a_name_that_still_says_so_is_still_asked_about(tmp_path: Path) -> None:
    text = f"NIK,Nama\n{AMAT},Alm. Rekaan Amat\n"
    found = written_and_filled(tmp_path, text, {("hulu.csv", 2, "nama"): ("Rekaan (alm)", None)})
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert outcomes(applied) == [("hulu.csv", 2, "name", "still_wrong", "name.left")]


def test_a_birth_that_differs_from_the_nik_has_a_line_of_its_own(tmp_path: Path) -> None:
    text = f"NIK,Nama,Tgl Lahir\n{AMAT},Rekaan Amat,18-05-1984\n"
    filled: Filled = {("hulu.csv", 2, "tanggal lahir"): ("17-05-1984", None)}
    found = written_and_filled(tmp_path, text, filled)
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    assert applied.register.rows["birth"].item() == date(1984, 5, 17)
    assert applied.register.problems.height == 0


def test_what_a_part_says_of_its_people_stays_until_they_are_struck_out(tmp_path: Path) -> None:
    text = f"No,NIK,Nama\n1,{AMAT},Rekaan Amat\nPINDAH,,\n2,{SITI},Rekaan Siti (alm)\n"
    filled: Filled = {("hulu.csv", 4, "nama"): ("Rekaan Siti", None)}
    found = written_and_filled(tmp_path, text, filled)
    applied = apply_corrections(found, read_corrections(tmp_path / "back"), on=ON)
    now = applied.register.problems.select("source_row", "column", "problem", "value").rows()
    assert len(now) == 1
    assert now[0][1:] == ("", "remark.left", "pindah")
