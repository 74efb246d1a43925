"""Lists as offices lay them out: titles, headings on two lines, numberings, totals, signatures."""

import zipfile
from collections.abc import Sequence
from csv import writer as writer_of_csv
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import xlsxwriter

from jamsos import InputError
from jamsos.registers import Register, check_register, read_register

ON = date(2026, 11, 1)
A, B, C = "9999992905840001", "9999992905850002", "9999992905860003"
Rows = Sequence[Sequence[object]]


def read(path: Any, **how: Any) -> Register:
    return read_register(path, on=ON, **how)


def workbook(path: Path, rows: Rows, merges: Sequence[str] = ()) -> Path:
    """A workbook of these rows; merged cells keep the text of their first one."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet: Any = book.add_worksheet("Daftar")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for merge in merges:
            sheet.merge_range(merge, "")
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(r, c, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(r, c, cell)
                elif cell is not None:
                    sheet.write(r, c, cell)
    return path


def csv(path: Path, rows: Rows, sign: str = ",") -> Path:
    width = max(map(len, rows))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = writer_of_csv(file, delimiter=sign)
        for row in rows:
            cells = ["" if cell is None else str(cell) for cell in row]
            writer.writerow(cells + [""] * (width - len(cells)))
    return path


def kinds(found: Register) -> list[tuple[int, str]]:
    return found.not_people.select("source_row", "kind").rows()


N = None
TYPICAL: Rows = [
    ["DAFTAR PEKERJA RENTAN DESA REKAAN"],
    ["KECAMATAN REKAAN TAHUN 2026"],
    [],
    ["No", "NIK", "Nama", "Tempat/Tgl Lahir", N, "Alamat", N, N, "Penghasilan"],
    [N, N, N, "Tempat", "Tanggal Lahir", "RT", "Dusun", "Desa", N],
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, A, "Rekaan A", "Sangatta", "29/05/1984", "01", "Satu", "Teluk", "1.500.000"],
    [2, B, "Rekaan B", "Bontang", "29/05/1985", "02", "Dua", "Teluk", "900.000"],
    ["JUMLAH", N, N, N, N, N, N, N, "2.400.000"],
    [],
    [N, N, N, N, N, N, "Sangatta, 2 Januari 2026"],
    [N, "Mengetahui,", N, N, N, N, "Pendata"],
    [N, "Kepala Desa Rekaan"],
    [],
    [N, "(Rekaan Pejabat)", N, N, N, N, "Rekaan Petugas"],
    [N, "NIP. 19700101 199003 1 001"],
]
MERGES = ["A1:I1", "A2:I2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:H4", "I4:I5", "A9:H9"]
NOT_PEOPLE = [
    (1, "title"), (2, "title"), (6, "numbering"), (9, "total"), (11, "signature"),
    (12, "signature"), (13, "signature"), (15, "signature"), (16, "signature"),
]  # fmt: skip


def check_typical(found: Register) -> None:
    people = found.accepted.select(
        "source_row", "id", "nik", "name", "birth", "village", "income"
    ).rows()
    assert people == [
        (7, "1", A, "Rekaan A", date(1984, 5, 29), "Teluk", 1_500_000),
        (8, "2", B, "Rekaan B", date(1985, 5, 29), "Teluk", 900_000),
    ]
    assert kinds(found) == NOT_PEOPLE
    assert found.report.counts == {
        "rows": 11, "accepted": 2, "to_check": 0, "rejected": 0, "not_people": 9,
    }  # fmt: skip
    assert found.report.metadata["heading"] == "4-5"
    for lang, said in (("id", "tanda tangan"), ("en", "signature")):
        assert said in found.report.text(lang)
    assert "19700101" not in str(found)


def test_a_typical_list_of_a_workbook(tmp_path: Path) -> None:
    check_typical(read(workbook(tmp_path / "a.xlsx", TYPICAL, MERGES)))


def test_a_typical_list_without_merged_cells(tmp_path: Path) -> None:
    check_typical(read(workbook(tmp_path / "a.xlsx", TYPICAL)))


def test_a_typical_list_as_csv(tmp_path: Path) -> None:
    for sign in (";", "\t", "|"):
        check_typical(read(csv(tmp_path / "a.csv", TYPICAL, sign)))


def formulas(path: Path, cells: dict[str, tuple[str, Any]], **options: Any) -> Path:
    """A workbook of two people with formulas in some cells, and the values stored for them."""
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet: Any = book.add_worksheet()
        sheet.write_row(0, 0, ["NIK", "Nama", "Tgl Lahir", "Penghasilan", "Umur"])
        sheet.write_row(1, 0, [A, "Rekaan A", "29/05/1984", 900_000, 42])
        sheet.write_row(2, 0, [B, "Rekaan B", "29/05/1985", 900_000, 41])
        for place, (formula, value) in cells.items():
            sheet.write_formula(place, formula, None, value)
    return path


def computed(path: Path) -> Path:
    """The workbook as a spreadsheet saves it that has computed its formulas."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def problems(found: Register) -> list[tuple[int, str, str]]:
    return found.problems.select("source_row", "column", "problem").rows()


def test_an_error_is_a_problem_of_its_cell(tmp_path: Path) -> None:
    path = formulas(tmp_path / "a.xlsx", {"D2": ("=1/0", "#DIV/0!"), "E3": ("=X", "#NAME?")})
    found = read(computed(path))
    assert problems(found) == [(2, "income", "cell.error"), (3, "Umur", "cell.error")]
    # Nothing is decided by a column the layout does not know.
    assert found.to_check.select("source_row", "income").rows() == [(2, None)]
    assert found.accepted.select("source_row", "income").rows() == [(3, 900_000)]
    assert found.report.metadata["errors"] == "2"


def test_an_error_in_the_nik_is_no_missing_nik(tmp_path: Path) -> None:
    found = read(computed(formulas(tmp_path / "a.xlsx", {"A2": ("=Z9", "#REF!")})))
    assert problems(found) == [(2, "nik", "cell.error")]


def test_a_formula_without_a_value_is_a_problem_and_an_empty_text_is_none(tmp_path: Path) -> None:
    path = formulas(tmp_path / "a.xlsx", {"B2": ('="x"', ""), "D3": ("=D2", 900_000)})
    assert problems(read(computed(path))) == [(2, "name", "cell.formula")]
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'<c r="B2"', b'<c r="B2" t="str"')
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    assert problems(read(path)) == []


def test_a_value_under_a_formula_nobody_computed_is_not_taken(tmp_path: Path) -> None:
    found = read(formulas(tmp_path / "a.xlsx", {"D2": ("=D3", 0)}))
    assert problems(found) == [(2, "income", "cell.formula")]
    assert found.to_check["income"].to_list() == [None]


def test_formulas_dragged_below_the_list_are_no_people(tmp_path: Path) -> None:
    cells = {f"B{row}": ("=VLOOKUP(1,A:A,1)", "#N/A") for row in (4, 5)}
    found = read(computed(formulas(tmp_path / "a.xlsx", cells)))
    assert kinds(found) == [(4, "formulas"), (5, "formulas")]
    assert found.accepted.height == 2


def test_errors_written_into_a_file_of_text(tmp_path: Path) -> None:
    rows = [["NIK", "Nama", "Penghasilan"], [A, "#N/A", "1000000"], [B, "Rekaan #2", "####"]]
    found = read(csv(tmp_path / "a.csv", rows))
    assert problems(found) == [(2, "name", "cell.error"), (3, "income", "cell.error")]
    assert found.to_check["name"].to_list() == [None, "Rekaan #2"]


def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    for name, options in {"old": {"date_1904": True}, "new": {}}.items():
        path = tmp_path / f"{name}.xlsx"
        with xlsxwriter.Workbook(str(path), options) as book:
            sheet: Any = book.add_worksheet()
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            sheet.write_row(0, 0, ["NIK", "Tgl Lahir", "Penghasilan"])
            sheet.write_row(1, 0, [A, None, 30099])
            sheet.write_datetime(1, 1, date(1984, 5, 29), day)
            # 29 May 1986 is day 31,561 from 1900, and day 30,099 from 1904.
            sheet.write_row(2, 0, [B, 30099 if options else 31561, 31561])
        found = read(path)
        assert found.rows["birth"].to_list() == [date(1984, 5, 29), date(1986, 5, 29)]
        assert found.rows["income"].to_list() == [30099, 31561]


PLACED: Rows = [
    [],
    [N, "Identitas", "Nama", "", "Uang", "Uang"],
    [N, A, "Rekaan A", "29/05/1984", "900000", "1"],
    [N, B, "Rekaan B", "29/05/1985", "800000", "2"],
]
BY_PLACE: list[dict[Any, str]] = [
    {"B": "nik", "D": "birth", "E": "income"},
    {2: "nik", 4: "birth", 5: "income"},
    {"b": "nik", 4: "birth", "e": "income"},
]


@pytest.mark.parametrize("mapping", BY_PLACE)
def test_a_column_by_its_letter_or_number(tmp_path: Path, mapping: dict[Any, str]) -> None:
    for path in (workbook(tmp_path / "a.xlsx", PLACED), csv(tmp_path / "a.csv", PLACED)):
        found = read(path, mapping=mapping)
        assert found.accepted.select("source_row", "nik", "name", "birth", "income").rows() == [
            (3, A, "Rekaan A", date(1984, 5, 29), 900_000),
            (4, B, "Rekaan B", date(1985, 5, 29), 800_000),
        ]
        assert found.report.headings["nik"] == "Identitas"
        assert found.report.unknown_headings == ("Uang",)


def test_a_heading_goes_before_a_letter(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", [["B", "C", "Nama"], [A, "x", "Rekaan"]])
    assert read(path, mapping={"B": "nik"}).accepted["nik"].to_list() == [A]


@pytest.mark.parametrize("place", ["G", "ZZ", 0, 7, -1])
def test_a_place_where_no_column_is(tmp_path: Path, place: Any) -> None:
    path = workbook(tmp_path / "a.xlsx", PLACED)
    with pytest.raises(InputError, match=r"mapping: got .*a column from 2 to 6"):
        read(path, mapping={place: "nik"})


def test_a_list_without_a_heading_by_letters(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", [[A, "Rekaan A"], [B, "Rekaan B"]])
    found = read(path, mapping={"A": "nik", "B": "name"})
    assert found.accepted.select("source_row", "nik", "name").rows() == [
        (1, A, "Rekaan A"),
        (2, B, "Rekaan B"),
    ]
    with pytest.raises(InputError, match="a heading of the layout"):
        read(path)


HEAD = ["No", "NIK", "Nama", "Tgl Lahir", "Pekerjaan", "Penghasilan"]
PERSON = ["1", A, "Rekaan A", "29/05/1984", "Petani", "900000"]
OTHER = ["2", B, "Rekaan B", "29/05/1985", "Petani", "800000"]


def below(tmp_path: Path, *rows: Sequence[object]) -> Register:
    """The list of two people with these rows below them."""
    return read(csv(tmp_path / "a.csv", [HEAD, PERSON, OTHER, *rows]))


NOBODY: list[tuple[str, Sequence[object]]] = [
    ("total", ["Jumlah", N, N, N, N, "1700000"]),
    ("total", [N, N, "JUMLAH", N, N, "Rp 1.700.000,-"]),
    ("total", ["TOTAL KESELURUHAN", N, N, N, N, 1_700_000]),
    ("total", [N, N, "Sub Total", N, "2 orang", "1.700.000"]),
    ("total", [N, "Jml", N, N, N, "1.700.000"]),
    ("total", ["Jumlah Dusun Mekar Jaya", N, N, N, N, "1.700.000"]),
    ("total", [N, N, "Total RT 01", N, N, "1.700.000"]),
    ("total", [N, N, "Jumlah L", "1", "Jumlah P", "1"]),
    ("total", ["2", N, "Jumlah", N, N, N]),
    ("total", [N, N, "Jumlah Dusun Mekar", N, N, "1.700.000"]),
    ("total", [N, N, "Sub Total RT Mawar", N, N, "1.700.000"]),
    ("total", ["Jumlah Peserta : 2 orang"]),
    ("total", ["Rata-rata", N, N, N, N, "850.000"]),
    ("total", ["Terbilang: satu juta tujuh ratus ribu rupiah"]),
    ("total", [N, N, "Terbilang: satu juta tujuh ratus ribu rupiah"]),
    ("total", ["Terbilang", N, "Satu juta tujuh ratus ribu rupiah"]),
    ("total", [N, N, "Jumlah Desa Rekaan Hulu", N, N, "1.700.000"]),
    ("total", [N, N, N, N, N, "1.700.000"]),
    ("signature", ["Mengetahui,", N, N, N, "Sangatta, 2 Januari 2026"]),
    ("signature", [N, N, N, N, "Teluk Rekaan, ........ 2026"]),
    ("signature", [N, N, N, N, "Sangatta, 02-01-2026"]),
    ("signature", [N, N, N, N, "Sangatta,           2026"]),
    ("signature", [N, N, N, N, "Ditetapkan di Sangatta"]),
    ("signature", [N, N, N, N, "pada tanggal 2 Januari 2026"]),
    ("signature", ["Kepala Desa Rekaan", N, N, N, "Ketua RT 01"]),
    ("signature", ["a.n. Camat Rekaan"]),
    ("signature", ["Pj. Kepala Desa"]),
    ("signature", ["NIP. 19700101 199003 1 001"]),
    ("signature", [N, N, "(....................)"]),
    ("signature", ["________________"]),
    ("signature", [N, N, N, N, "Ditetapkan di : Rekaan"]),
    ("signature", [N, N, N, N, "Pada tanggal 2 Januari 2026"]),
    ("section", ["DUSUN MEKAR JAYA"]),
    ("section", [N, N, "RT. 02"]),
    ("section", ["Desa Teluk Rekaan"]),
    ("section", ["II", "DESA TELUK REKAAN"]),
    ("section", ["B", N, "Kelompok Nelayan Rekaan"]),
    ("section", ["A. Dusun Rekaan"]),
    ("section", ["A.", N, "Dusun Mekar"]),
    ("section", ["iii", "RT 02"]),
    ("section", ["II. DUSUN MEKAR JAYA"]),
    ("section", ["3) RT 03 / RW 01"]),
    ("note", ["Catatan: data per Januari 2026"]),
    ("note", ["Keterangan :", "L = laki-laki"]),
    ("note", ["*) sesuai KTP"]),
    ("note", ["NB: harap diisi lengkap"]),
    ("note", ["---", "------+", "---", "---", "---", "---"]),
    ("note", ["(2 rows)"]),
    ("note", ["Showing 1 to 2 of 57 entries"]),
    ("note", ["Menampilkan 1 sampai 2 dari 57 data"]),
    ("note", ["Diunduh pada 02-01-2026 08:00"]),
    ("note", ["2 rows in set (0.00 sec)"]),
    ("note", ["Hal 1 dari 2"]),
    ("note", [N, N, "Hal. 2"]),
    ("note", [N, N, "Page 2 of 2"]),
    ("note", ["L = laki-laki", N, "P = perempuan"]),
    ("note", ["dst."]),
    ("note", ["1. NIK harus sesuai KTP"]),
    ("unfilled", ["3"]),
    ("unfilled", ["3.", "-", "-", N, "-", N]),
    ("unfilled", ["K-003"]),
    ("heading", ["No", "No. KTP", "Nama Lengkap", "Tanggal Lahir", N, N]),
    ("heading", HEAD),
    ("heading", [N, "nik", "nama_peserta", "tgl_lahir"]),
    ("heading", ["NO.", "NIK", "NAMA", "TGL. LAHIR", "PEKERJAAN", "PENGHASILAN"]),
    ("numbering", ["1", "2", "3", "4", "5", "6"]),
    ("numbering", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]),
    ("numbering", ["a", "b", "c", "d", "e", "f"]),
    ("numbering", ["1", "2", "3", "4", "5", "6=4x5"]),
    ("numbering", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6) = (4) + (5)"]),
    ("numbering", ["I", "II", "III", "IV", "V", "VI"]),
    ("numbering", ["01", "02", "03", "04", "05", "06"]),
    ("numbering", ["(h)", "(i)", "(j)", N, N, N]),
]


@pytest.mark.parametrize(("kind", "row"), NOBODY)
def test_what_is_nobody(tmp_path: Path, kind: str, row: Sequence[object]) -> None:
    found = below(tmp_path, row)
    assert kinds(found) == [(4, kind)]
    assert found.accepted.height == 2
    assert problems(found) == []


SOMEBODY: list[Sequence[object]] = [
    ["3", C, "Jumlah", "29/05/1986", "Petani", "1"],
    ["3", N, "Nama", "29/05/1986", "Petani", "1"],
    [N, N, "Nama", N, N, N],
    [N, N, "Nama", N, "Petani", N],
    ["3", N, "Total Rekaan", "29/05/1986", "Petani", "1"],
    ["3", N, "Total Rekaan", N, N, N],
    [N, N, "Total Rekaan", N, N, "900000"],
    [N, N, "Jumilah", N, N, "900000"],
    [N, N, "Jumiati", N, N, N],
    ["3", N, "Rekaan", N, "Kepala Desa", N],
    [N, N, "Rekaan", N, "Ketua RT", N],
    [N, N, "Rekaan", "29/05/1986", "Kepala Desa", N],
    [N, C, "Kepala Rekaan", N, N, N],
    [N, N, "Rekaan Dusun", N, N, N],
    ["3", N, N, N, "RT 02", N],
    ["a", "b", "Dusun Mekar", N, N, N],
    ["Rekaan", N, "Dusun Mekar", N, N, N],
    ["I", "III", "IV", N, N, N],
    ["iiii", "iiiii", "v", N, N, N],
    ["I", "II", N, N, N, N],
    [N, N, "Rekaan", N, N, N],
    [N, "9999", N, N, N, N],
    ["3", N, "Rekaan", N, N, N],
    [N, N, N, N, "Petani", "900000"],
    [N, N, N, N, N, "1.600.000"],
    ["3", "0", "Rekaan", N, N, "1700000"],
    ["1", "2", "Rekaan", N, N, N],
    [N, N, "Sangatta Rekaan, 1986", N, N, N],
    ["A", N, "Rekaan Desa", N, N, N],
    ["3", "0", N, N, N, N],
    ["A", N, N, N, N, N],
    [C, N, N, N, N, N],
    [N, N, "dst.", N, N, N],
    [N, N, "Rekaan = Amat", N, N, N],
    [N, N, "NIK", N, N, N],
    [N, N, "Rekaan Ktp", N, N, N],
]


@pytest.mark.parametrize("row", SOMEBODY)
def test_what_may_be_somebody(tmp_path: Path, row: Sequence[object]) -> None:
    found = below(tmp_path, row)
    assert kinds(found) == []
    assert found.rows["source_row"].to_list() == [2, 3, 4]


def test_people_below_a_signature_are_people(tmp_path: Path) -> None:
    found = below(
        tmp_path,
        ["Mengetahui,"],
        ["Kepala Desa"],
        ["", "", "Rekaan Pejabat"],
        ["3", "", "Rekaan Tiga"],
        ["", C, "Rekaan C"],
        ["", "", "Rekaan Empat"],
    )
    assert kinds(found) == [(4, "signature"), (5, "signature")]
    assert found.rows["source_row"].to_list() == [2, 3, 6, 7, 8, 9]


def test_the_names_under_the_last_signature_are_of_those_who_sign(tmp_path: Path) -> None:
    found = below(
        tmp_path,
        ["Mengetahui,", "", "", "", "Pendata"],
        ["", "", "Rekaan Pejabat", "", "Rekaan Petugas"],
        ["NIP. 197001011990031001"],
        ["", "", "Rekaan Satu", "29/05/1986"],
    )
    assert kinds(found) == [(4, "signature"), (6, "signature")]
    found = below(
        tmp_path,
        ["Mengetahui,", "", "", "", "Pendata"],
        ["", "", "Rekaan Pejabat", "", "Rekaan Petugas"],
        ["NIP. 197001011990031001"],
        ["", "", "Rekaan Satu", "", "Rekaan Dua", "1"],
        ["a", "b", "c", "Rekaan", "d"],
    )
    assert kinds(found) == [(4, "signature"), (5, "signature"), (6, "signature")]
    assert found.rows["source_row"].to_list() == [2, 3, 7, 8]
    found = below(tmp_path, ["Mengetahui,"], ["", "", "Rekaan", "Petani", "Satu", "Dua"])
    assert found.rows["source_row"].to_list() == [2, 3, 5]


def test_the_lines_below_a_note_go_on_with_it(tmp_path: Path) -> None:
    found = below(
        tmp_path,
        ["Keterangan:"],
        ["1. Data ketua RT"],
        ["L = Laki-laki"],
        [N, N, "Rekaan Tiga"],
        ["2. Data ketua RT"],
        ["Catatan: sementara"],
        ["3"],
        ["Catatan: sementara"],
        ["Rekaan", N, N, N, "Petani"],
        [N, N, "Catatan: sementara"],
        [N, N, "Rekaan Lima"],
    )
    assert kinds(found) == [
        *[(row, "note") for row in (4, 5, 6, 8, 9)], (10, "unfilled"), (11, "note"), (13, "note"),
    ]  # fmt: skip
    assert found.rows["source_row"].to_list() == [2, 3, 7, 12, 14]


def test_a_list_over_two_pages(tmp_path: Path) -> None:
    title: list[Sequence[object]] = [["DAFTAR PEKERJA RENTAN"], []]
    rows = [*title, HEAD, PERSON, ["Jumlah", N, N, N, N, "1"], *title, HEAD, OTHER]
    found = read(csv(tmp_path / "a.csv", rows))
    assert kinds(found) == [(1, "title"), (5, "total"), (6, "title"), (8, "heading")]
    assert found.accepted["source_row"].to_list() == [4, 9]
    assert found.report.metadata["heading"] == "3"


def test_a_name_of_a_part_without_a_word_for_it(tmp_path: Path) -> None:
    rows = [HEAD, ["PEKERJA HARIAN"], PERSON, ["PEKERJA MUSIMAN"], OTHER]
    found = read(csv(tmp_path / "a.csv", rows))
    assert kinds(found) == [(2, "section"), (4, "section")]
    assert found.accepted["source_row"].to_list() == [3, 5]


def test_a_line_that_was_cut_off_may_have_been_somebody(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"No,NIK,Nama\n1,{A},Rekaan\n2\n")
    found = read(path)
    assert kinds(found) == []
    assert (3, "", "row.short") in problems(found)


ANOTHER_TABLE: dict[str, Rows] = {
    "of a year": [["No", "NIK", "Nama", "Tgl Lahir", "Pekerjaan", "Penghasilan per tahun"]],
    "in another order": [["No", "Nama", "NIK", "Tgl Lahir", "Pekerjaan", "Penghasilan"]],
    "of what is only kept": [["No", "NIK", "Nama", "Tgl Lahir", "Pekerjaan", "Alamat"]],
    "on two lines": [HEAD, [N, N, N, N, N, "Per Hari"]],
}


@pytest.mark.parametrize("name", ANOTHER_TABLE)
def test_another_table_below_the_first_is_refused(tmp_path: Path, name: str) -> None:
    rows: Rows = [HEAD, PERSON, [], *ANOTHER_TABLE[name], OTHER]
    with pytest.raises(InputError, match=r"heading in row [45]: got .* sheet or in a file"):
        read(csv(tmp_path / "a.csv", rows))


def test_another_table_with_more_columns_is_not_the_list(tmp_path: Path) -> None:
    """The people of the first would be taken for titles of the second."""
    rows: Rows = [["A"], HEAD[:3], PERSON[:3], ["B"], HEAD, OTHER]
    with pytest.raises(InputError, match="heading in row 5"):
        read(csv(tmp_path / "a.csv", rows))


def test_other_people_beside_the_list_are_refused(tmp_path: Path) -> None:
    rows: Rows = [["No", "NIK", "Nama"], ["1", A, "Rekaan", N, "2", B, "Rekaan"]]
    with pytest.raises(InputError, match="column 6, without a heading: got 'a NIK'"):
        read(csv(tmp_path / "a.csv", rows))
    card: Rows = [["No", "NIK", "Nama"], ["1", A, "Rekaan", "9999992905100001"]]
    assert read(csv(tmp_path / "a.csv", card)).accepted.height == 1
    helpers: Rows = [["No", "NIK", "Nama"], ["1", A, "Rekaan", "x", "9"]]
    assert read(csv(tmp_path / "a.csv", helpers)).accepted.height == 1
    no_heading: Rows = [["1", A, "Rekaan", "9999992905100001"]]
    found = read(csv(tmp_path / "a.csv", no_heading), mapping={"B": "nik"})
    assert found.accepted.height == 1


def test_a_heading_of_two_lines_once_more(tmp_path: Path) -> None:
    units = [N, N, N, N, N, "(Rp)"]
    found = read(csv(tmp_path / "a.csv", [HEAD, units, PERSON, HEAD, units, OTHER, ["Jumlah"]]))
    assert kinds(found) == [(4, "heading"), (5, "heading"), (7, "total")]
    assert found.accepted["source_row"].to_list() == [3, 6]
    found = read(csv(tmp_path / "a.csv", [HEAD, PERSON, HEAD, [N, N, N, N, N, "9"], OTHER]))
    assert found.rows["source_row"].to_list() == [2, 4, 5]


@pytest.mark.parametrize(
    "unit", ["Rp. 000", "Rp 1.000", "x 1.000", "(dalam ribuan)", "ribu rupiah"]
)
def test_a_unit_below_the_heading(tmp_path: Path, unit: str) -> None:
    rows: Rows = [["NIK", "Nama", "Iuran JKK"], [N, N, unit], [A, "Rekaan", "10"]]
    found = read(csv(tmp_path / "a.csv", rows))
    assert found.accepted.select("source_row", "premium_jkk").rows() == [(3, 10_000)]


def test_a_cell_that_is_merged_over_several_people(tmp_path: Path) -> None:
    rows: Rows = [
        ["No", "NIK", "Nama", "Desa", "No KK", "Penghasilan"],
        [1, A, "Rekaan A", "Muara", 9999992905100001, 900000],
        [2, B, "Rekaan B"],
        [3, C, "Rekaan C", "Hulu", "9999992905100002"],
        [],
        ["Jumlah", N, N, N, N, 900000],
    ]
    found = read(workbook(tmp_path / "a.xlsx", rows, ["D2:D3", "E2:E3", "F2:F4", "D4:D5"]))
    assert found.rows.select("village", "kk", "income").rows() == [
        ("Muara", None, None),
        ("Muara", None, None),
        ("Hulu", "9999992905100002", None),
    ]
    # A number of a card that lost a digit is doubted wherever it stands, and nobody knows whose
    # the amount is.
    assert problems(found) == [
        (2, "income", "amount.unclear"), (2, "kk", "identity.number"), (3, "kk", "identity.number"),
    ]  # fmt: skip
    filled = found.repairs.filter(found.repairs["repair"] == "text.above")
    assert filled.select("source_row", "column").rows() == [(3, "kk"), (3, "village")]


def test_merged_cells_in_a_list_of_nobody(tmp_path: Path) -> None:
    rows: Rows = [["NIK", "Nama", "Desa"], [N, "Catatan:", N], [N, "Catatan:", N]]
    assert read(workbook(tmp_path / "a.xlsx", rows, ["C2:C3"])).rows.height == 0


def test_a_row_merged_over_the_list_names_a_part_of_it(tmp_path: Path) -> None:
    rows = [HEAD, ["KELOMPOK TANI MAJU"], PERSON, ["REKAAN BERSATU"], OTHER]
    found = read(workbook(tmp_path / "a.xlsx", rows, ["A2:F2", "A4:F4"]))
    assert kinds(found) == [(2, "section"), (4, "section")]
    assert found.accepted["source_row"].to_list() == [3, 5]


Lines = Sequence[Sequence[object]]
BODY = [PERSON[:4], OTHER[:4]]
HEADINGS: dict[str, tuple[Lines, Sequence[str], str | None]] = {
    "one line": ([["No", "NIK", "Nama", "Tgl Lahir"]], [], None),
    "below titles": ([["DAFTAR"], ["Desa : Rekaan"], ["No", "NIK", "Nama", "Tgl Lahir"]], [], "3"),
    "below a title in two cells": (
        [["Kecamatan:", "Rekaan"], ["No", "NIK", "Nama", "Tgl Lahir"]], [], "2",
    ),
    "below a merged title": (
        [["DAFTAR"], ["No", "NIK", "Nama", "Tgl Lahir"]], ["A1:D1"], "2",
    ),
    "a group over all": (
        [["DATA PRIBADI"], ["No", "NIK", "Nama", "Tgl Lahir"]], ["A1:D1"], "2",
    ),
    "groups, merged": (
        [["Identitas", N, "Orang", N], ["No", "NIK", "Nama", "Tgl Lahir"]],
        ["A1:B1", "C1:D1"], "1-2",
    ),
    "groups, not merged": (
        [["Identitas", N, "Orang", N], ["No", "NIK", "Nama", "Tgl Lahir"]], [], "1-2",
    ),
    "remarks below": (
        [["No", "NIK", "Nama", "Tgl Lahir"], [N, N, "(sesuai KTP)", "(hh/bb/tttt)"]],
        [], "1-2",
    ),
    "numbers below": ([["No", "NIK", "Nama", "Tgl Lahir"], [1, 2, 3, 4]], [], None),
    "wrapped": ([["No.\nUrut", "NIK", "Nama\nLengkap", "Tgl.\nLahir"]], [], None),
    "an empty line between": ([["DAFTAR"], [], ["No", "NIK", "Nama", "Tgl Lahir"], []], [], "3"),
    "merged down": (
        [["No", "NIK", "Nama", "Kelahiran"], [N, N, N, "Tanggal Lahir"]],
        ["A1:A2", "B1:B2", "C1:C2"], "1-2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_found(tmp_path: Path, name: str) -> None:
    lines, merges, place = HEADINGS[name]
    found = read(workbook(tmp_path / "a.xlsx", [*lines, *BODY], merges))
    assert found.accepted.select("id", "nik", "name", "birth").rows() == [
        ("1", A, "Rekaan A", date(1984, 5, 29)),
        ("2", B, "Rekaan B", date(1985, 5, 29)),
    ]
    assert found.report.metadata.get("heading") == place


PERSONS_BELOW: list[Sequence[object]] = [
    ["", "", "Rekaan", "", "Anak", ""],
    ["", "", "Rekaan", "", "(petani)", ""],
    ["", "-", "Rekaan", "-", "Petani", "-"],
    ["1", "", "Nama", "", "", ""],
    ["", "", "Lahir", "", "", ""],
]


@pytest.mark.parametrize("person", PERSONS_BELOW)
def test_a_person_below_the_heading_is_no_part_of_it(
    tmp_path: Path, person: Sequence[object]
) -> None:
    head = ["No", "NIK", "Nama", "", "Hubungan", ""]
    for path in (
        csv(tmp_path / "a.csv", [head, person, PERSON]),
        workbook(tmp_path / "a.xlsx", [head, person, PERSON], ["C1:D1", "E1:F1"]),
    ):
        assert read(path).rows["source_row"].to_list() == [2, 3]


def test_a_heading_row_that_is_not_there(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", [HEAD, PERSON])
    with pytest.raises(InputError, match="a heading of the layout"):
        read(path, heading_row=99)


def test_a_row_of_the_caller_s_goes_before_what_is_found(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", [HEAD, PERSON, HEAD, OTHER])
    found = read(path, heading_row=3)
    assert found.accepted["source_row"].to_list() == [4]
    assert kinds(found) == [(1, "title"), (2, "title")]


def test_merged_cells_without_a_text(tmp_path: Path) -> None:
    rows = [[N, N, *HEAD], [N, N, *PERSON]]
    assert read(workbook(tmp_path / "a.xlsx", rows, ["A1:B2"])).accepted.height == 1


def test_an_error_in_a_column_without_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet: Any = book.add_worksheet()
        sheet.write_row(0, 0, ["NIK"])
        sheet.write_row(1, 0, [A])
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("Z9", "=1/0", None, "#DIV/0!")
    found = read(computed(path))
    assert found.accepted["nik"].to_list() == [A]
    assert found.report.metadata["errors"] == "1"
    assert kinds(found) == [(9, "formulas")]


def test_a_list_longer_than_what_is_looked_at(tmp_path: Path) -> None:
    rows: Rows = [HEAD, *[[n, f"9999992905{n:06}", "Rekaan", "29/05/1984"] for n in range(1, 99)]]
    found = read(csv(tmp_path / "a.csv", rows))
    assert found.rows.height == 98
    assert kinds(found) == []


def test_no_number_of_a_person_in_what_is_said_of_nobody(tmp_path: Path) -> None:
    rows: Rows = [[f"DAFTAR {A}"], HEAD, PERSON, [f"Catatan: {B} pindah"]]
    found = read(csv(tmp_path / "a.csv", rows))
    assert kinds(found) == [(1, "title"), (4, "note")]
    shown = f"{found}{found.report.html('en')}{found.not_people.rows()}"
    assert A not in shown
    assert B not in shown


def test_of_many_rows_that_are_nobody_a_report_shows_the_first(tmp_path: Path) -> None:
    rows: Rows = [HEAD, PERSON, *([["Jumlah", N, N, N, N, "1"]] * 130)]
    found = read(csv(tmp_path / "a.csv", rows))
    assert found.not_people.height == 130
    assert "dan 30 lagi" in str(found)
    assert "and 30 more" in found.report.text("en")


def test_what_is_nobody_stays_through_checking(tmp_path: Path) -> None:
    checked = check_register(below(tmp_path, ["Jumlah", N, N, N, N, "1.700.000"]), on=ON)
    assert kinds(checked) == [(4, "total")]
    assert checked.report.counts["not_people"] == 1


def test_quotes_and_empty_lines_by_the_thousand_are_quick(tmp_path: Path) -> None:
    whole = f'{B},"Rekaan\nDua"\n'
    for line, people in (("", 1), (f'{A},"Rekaan', 30_002), ('"', 30_002)):
        path = tmp_path / "a.csv"
        path.write_text("NIK,Nama\n" + f"{line}\n" * 30_000 + whole)
        before = process_time()
        found = read(path)
        assert process_time() - before < 5
        # Where so many quotes stand astray, no row is joined from several lines.
        assert found.rows.height == people
        assert found.accepted.height == (0 if line else 1)


def test_a_file_that_says_its_separator_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\n")
    with pytest.raises(InputError, match="a heading of the layout"):
        read(path)


@pytest.mark.parametrize("sign", ["1", "1 ", "x", "(", "Jumlah "])
def test_long_texts_above_and_below_a_heading_are_quick(tmp_path: Path, sign: str) -> None:
    text = sign * 100_000 + "x"
    before = process_time()
    found = read(csv(tmp_path / "a.csv", [[text], HEAD, PERSON, [text], ["", "", text]]))
    assert process_time() - before < 5
    assert found.accepted.height == 1
    assert found.rows.height + found.not_people.height == 4
