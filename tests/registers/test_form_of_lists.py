"""Lists as offices lay them out: titles, headings on two lines, numberings, totals, signatures."""

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
