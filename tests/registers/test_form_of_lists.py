"""Lists as offices lay them out: titles, headings on two lines, numberings, totals, signatures."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from jamsos.registers import Register, read_register

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
    lines: list[str] = []
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row]
        lines.append(sign.join(cells + [""] * (width - len(cells))))
    path.write_text("\n".join(lines), "utf-8")
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
