"""Every kind of file offices keep lists in, told by what it holds and not only by its name."""

import random
import struct
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from binary_workbooks import number, xlsb

from jamsos import InputError, JamsosError
from jamsos.registers import Limits, Register, read_register
from jamsos.registers.intake.measured import no_workbook
from jamsos.registers.intake.xlsb_measure import XlsbMeasure

ON = date(2026, 11, 1)
A, B, C = "9999992905840001", "9999992905850002", "9999992905860003"
FILES = Path(__file__).parent / "files"
LIST = f"NIK;Nama;Tgl Lahir\n{A};Rekaan A;29/05/1984\n{B};Rekaan B;29/05/1985\n"


def read(path: Any, **how: Any) -> Register:
    return read_register(path, on=ON, **how)


def saved(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def people(found: Register) -> list[tuple[Any, ...]]:
    return found.rows.select("source_row", "nik", "name", "birth").rows()


TWO = [
    (2, A, "Rekaan A", date(1984, 5, 29)),
    (3, B, "Rekaan B", date(1985, 5, 29)),
]


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.tsv", "a.xls", "a.xlsx"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_list_with_any_separator_under_any_name(tmp_path: Path, name: str, sign: str) -> None:
    assert people(read(saved(tmp_path / name, LIST.replace(";", sign)))) == TWO


@pytest.mark.parametrize(("line", "sign"), [("sep=;", ";"), ("SEP=|", "|"), ('"sep=,"', ",")])
def test_a_first_line_that_says_the_separator(tmp_path: Path, line: str, sign: str) -> None:
    found = read(saved(tmp_path / "a.csv", f"{line}\r\n{LIST.replace(';', sign)}"))
    assert people(found) == [(row + 1, *rest) for row, *rest in TWO]
    assert found.report.metadata["separator"] == sign
    assert found.report.counts["rows"] == 2


def test_a_workbook_under_the_name_of_an_old_one(tmp_path: Path) -> None:
    for name in ("a.xls", "a.csv", "a.xlsm"):
        with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
            sheet: Any = book.add_worksheet()
            for number, line in enumerate(LIST.splitlines()):
                sheet.write_row(number, 0, line.split(";"))
        (tmp_path / "a.xlsx").rename(tmp_path / name)
        found = read(tmp_path / name)
        assert people(found) == TWO
        assert found.report.metadata["kind"] == "Excel"


@pytest.mark.parametrize("name", ["daftar.xls", "daftar-1904.xls"])
def test_an_old_workbook(name: str) -> None:
    found = read(FILES / name)
    assert people(found) == [
        (5, A, "Rekaan A", date(1984, 5, 29)),
        (6, B, "Rekaan B", date(1986, 5, 29)),
        (7, C, "Rekaan C", date(1985, 5, 29)),
    ]
    assert found.problems.select("source_row", "column", "problem").rows() == [
        (7, "income", "cell.error")
    ]
    assert found.not_people.select("source_row", "kind").rows() == [(1, "title"), (8, "total")]
    assert found.report.metadata["hidden"] == "Arsip"
    assert read(FILES / name, sheet=1).report.metadata["sheet"] == "Daftar"


def test_sheets_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, nik in {"Satu": A, "Dua": B, "Tiga": C}.items():
            book.add_worksheet(name).write_column(0, 0, ["NIK", nik])
        book.worksheets()[2].hide()
    found = read(path, sheet=2)
    assert found.accepted["nik"].to_list() == [B]
    assert found.report.metadata["unread"] == "Satu"
    assert found.report.metadata["hidden"] == "Tiga"
    assert "Lembar tersembunyi" in str(found)
    for sheet in (0, 4, None):
        with pytest.raises(InputError, match=r"sheet of a.xlsx.*'Satu', 'Dua', 'Tiga'"):
            read(path, sheet=sheet)


def locked_package(path: Path) -> Path:
    """The stream in which a workbook with a password is kept."""
    old = "Workbook".encode("utf-16-le").ljust(64, b"\0")
    new = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0")
    data = (FILES / "daftar.xls").read_bytes()
    assert data.count(old) == 1
    size = len("Workbook\0") * 2, len("EncryptedPackage\0") * 2
    return saved(
        path,
        data.replace(old + struct.pack("<H", size[0]), new + struct.pack("<H", size[1])),
    )


def locked_cells(path: Path) -> Path:
    """An old workbook with a password: a record at its begin says so."""
    data = bytearray((FILES / "daftar.xls").read_bytes())
    first = 512
    (size,) = struct.unpack_from("<H", data, first + 2)
    struct.pack_into("<H", data, first + 4 + size, 0x2F)
    return saved(path, bytes(data))


def locked_parts(path: Path) -> Path:
    """A workbook of OpenDocument with a password."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", b"\x01\x02")
        book.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    return path


@pytest.mark.parametrize("lock", [locked_package, locked_cells, locked_parts])
@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
def test_a_locked_workbook_is_said_to_be_locked(
    tmp_path: Path, name: str, lock: Callable[[Path], Path]
) -> None:
    with pytest.raises(InputError, match=r"a locked workbook.*password.*save a copy without one"):
        read(lock(tmp_path / name))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"MIME-Version: 1.0\r\n", "a web archive"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "an XML spreadsheet of 2003",
        ),
        (b"<html><body>no list</body></html>", "a page without a table"),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, said: str) -> None:
    for name in ("a.xls", "a.csv"):
        with pytest.raises(InputError, match=rf"got '{said}.*Next step: .*save it as .xlsx"):
            read(saved(tmp_path / name, data))


PAGE = f"""<html xmlns:x="urn:x"><head><style>td {{ color: red }}</style>
<!--[if gte mso 9]><xml><table><tr><td>x</td></tr></table></xml><![endif]--></head>
<body><table><tr><td>Cetak</td></tr></table>
<TABLE border=1>
<tr><td colspan=5 align=center><b>DAFTAR PEKERJA</b></td></tr>
<tr><th rowspan="2">NIK<th rowspan="2">Nama<th colspan='2'>Tempat/Tgl Lahir</th>
<th rowspan=2>Peng&shy;hasilan</th></tr>
<tr><th>Tempat</th><th>Tanggal<br>Lahir</th></tr>
<tr><td>{A}</td><td>Rekaan&nbsp;A &amp; B</td><td>Sangatta</td><td>29/05/1984</td><td>900.000</td>
<tr><td>{B}</td><td>Rekaan <p>B</td><td></td><td>29/05/1985</td><td>1.000.000</td></tr>
<tr><td colspan=4>Jumlah</td><td>1.900.000</td></tr>
</table></body></html>"""


@pytest.mark.parametrize("name", ["a.xls", "a.html", "a.htm", "a.csv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_page_saved_as_a_workbook(tmp_path: Path, name: str, encoding: str) -> None:
    found = read(saved(tmp_path / name, PAGE.encode(encoding)))
    assert people(found) == [
        (4, A, "Rekaan A & B", date(1984, 5, 29)),
        (5, B, "Rekaan B", date(1985, 5, 29)),
    ]
    assert found.accepted["income"].to_list() == [900_000, 1_000_000]
    assert found.not_people.select("source_row", "kind").rows() == [(1, "title"), (6, "total")]
    assert found.report.metadata["kind"] == "HTML"


def test_cells_that_go_over_several_rows_of_a_page(tmp_path: Path) -> None:
    page = (
        f"<table><td>NIK<td>Nama<td>Desa<tr><td>{A}<td>Rekaan A<td rowspan=3>Teluk"
        f"<tr><td>{B}<td>Rekaan B<tr><td>{C}<td>Rekaan C<tr><td>{C[:-1]}4<td>Rekaan D<td>Lain"
    )
    found = read(saved(tmp_path / "a.html", page))
    assert found.rows["name"].to_list() == ["Rekaan A", "Rekaan B", "Rekaan C", "Rekaan D"]
    assert found.rows["village"].to_list() == ["Teluk", "Teluk", "Teluk", "Lain"]


@pytest.mark.parametrize(
    "page",
    [
        "<style>" * 200_000,
        "<!--" * 200_000,
        "<td " * 200_000,
        "<" * 500_000,
        "<table>" * 10 + "</table>" * 200_000,
        "<table><tr>" + "&#" * 200_000,
    ],
)
def test_a_page_made_to_take_long(tmp_path: Path, page: str) -> None:
    body = f"<html>{page}<table><tr><td>NIK<tr><td>{A}</table>"
    before = time.process_time()
    read(saved(tmp_path / "a.html", body))
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<table><td colspan=999999>x", "columns of a.html"),
        ("<table>" + "<tr><td>x" * 30, "rows of a.html"),
        ("<table>" * 30 + "<td>x", "rows of a.html"),
    ],
)
def test_a_page_that_is_too_large(tmp_path: Path, page: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(saved(tmp_path / "a.html", f"<html>{page}"), limits=Limits(rows=20))


def ods(path: Path, rows: str, first: str = "") -> Path:
    names = ["office:1.0", "table:1.0", "text:1.0"]
    space = " ".join(
        f'xmlns:{name.partition(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
        for name in names
    )
    mark = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", mark)
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        book.writestr(
            "content.xml",
            f"{first}<office:document-content {space}><office:body><office:spreadsheet>"
            f'<table:table table:name="Daftar">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_cell(text: str, attributes: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def ods_row(*cells: str, repeats: int = 1) -> str:
    written = [
        cell
        if cell.startswith("<")
        else ods_cell(cell, 'office:value-type="string"')
        if cell
        else "<table:table-cell/>"
        for cell in cells
    ]
    rest = '<table:table-cell table:number-columns-repeated="16000"/>'
    repeated = f' table:number-rows-repeated="{repeats}"' if repeats > 1 else ""
    return f"<table:table-row{repeated}>{''.join(written)}{rest}</table:table-row>"


DAY = ods_cell("29/05/84", 'office:value-type="date" office:date-value="1984-05-29"')
MONEY = ods_cell("900.000", 'office:value-type="float" office:value="900000"')
COVERED = "<table:covered-table-cell/>"
WIDE = ods_cell("Tempat/Tgl Lahir", 'office:value-type="string" table:number-columns-spanned="2"')


def test_a_workbook_of_opendocument(tmp_path: Path) -> None:
    rows = [
        ods_row("DAFTAR PEKERJA"),
        ods_row("", repeats=2),
        ods_row("NIK", "Nama", WIDE, COVERED, "Penghasilan"),
        "\n  ",
        ods_row("", "", "Tempat", "Tanggal Lahir", ""),
        ods_row(A, "Rekaan A", "Sangatta", DAY, MONEY),
        ods_row(B, "Rekaan B", "Sangatta", DAY, "#REF!"),
        ods_row("", repeats=1_000_000),
    ]
    found = read(ods(tmp_path / "a.ods", "".join(rows)))
    assert people(found) == [
        (6, A, "Rekaan A", date(1984, 5, 29)),
        (7, B, "Rekaan B", date(1984, 5, 29)),
    ]
    assert found.accepted["income"].to_list() == [900_000]
    assert found.problems["problem"].to_list() == ["cell.error"]
    assert found.report.metadata["kind"] == "OpenDocument"
    assert found.report.metadata["heading"] == "4-5"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ods_row("NIK", A, repeats=3_000_000), "rows of a.ods"),
        (ods_row('<table:table-cell table:number-columns-repeated="9999"/>', "x"), "columns of"),
        ('<table:table-row table:number-rows-repeated="9999999999"/>', "repeated without end"),
        ('<table:table-row table:number-rows-repeated="-1"/>', "repeated without end"),
        (ods_row("x" * 600, repeats=1_900_000), "letters"),
        ("<table:table-row>", "broken XML"),
    ],
)  # fmt: skip
def test_a_workbook_of_opendocument_that_reaches_too_far(
    tmp_path: Path, rows: str, said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(ods(tmp_path / "a.ods", rows))
    assert caught.value.__context__ is None


def test_a_doctype_of_opendocument_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="DOCTYPE"):
        read(ods(tmp_path / "a.ods", "", '<!DOCTYPE x [<!ENTITY a "b">]>'))


def test_a_binary_workbook(tmp_path: Path) -> None:
    rows: dict[int, dict[int, Any]] = {
        0: {0: "DAFTAR PEKERJA"},
        2: {0: "NIK", 1: "Nama", 2: "Tgl Lahir", 3: "Penghasilan"},
        3: {0: A, 1: "Rekaan A", 2: 30099.0, 3: 900_000.0},
        4: {0: B, 1: number(0), 2: "29/05/1985", 3: None},
    }
    for old, birth in ((0, date(1982, 5, 28)), (1, date(1986, 5, 29))):
        found = read(xlsb(tmp_path / "a.xlsb", rows, "Rekaan B", old))
        assert people(found) == [
            (4, A, "Rekaan A", birth),
            (5, B, "Rekaan B", date(1985, 5, 29)),
        ]
        assert found.accepted["income"].to_list() == [900_000]
        assert found.problems.select("source_row", "column", "problem").rows() == [
            (5, "income", "cell.error")
        ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({2_000_000: {0: "x"}}, "rows of a.xlsb"),
        ({0: {300: "x"}}, "columns of a.xlsb"),
        ({row: {0: number(0)} for row in range(40)}, "letters"),
    ],
)
def test_a_binary_workbook_that_reaches_too_far(tmp_path: Path, rows: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(xlsb(tmp_path / "a.xlsb", rows, "x" * 50_000), limits=Limits(text_megabytes=1))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x9c",
        b"\x9c\x01",
        b"\x9c\x01\x02ab",
        b"\x99\x01\x00",
        b"\x07",
        b"\x07\xff\xff\xff\xff\x01",
        b"\x07\x08abcdefgh",
        b"\x07\x02ab",
        b"\x00\x01a",
        b"\x07\x0cabcdefgh\xff\xff\xff\xff",
    ],
)
def test_records_that_are_cut_off_are_measured(content: bytes) -> None:
    for part in ("xl/workbook.bin", "xl/worksheets/sheet1.bin", "xl/sharedStrings.bin"):
        measure = XlsbMeasure("a.xlsb", Limits(columns=2**31, cells=2**62))
        measure.add(part, content)
        measure.check()
        assert not any(measure.package({}).bad.values())


def test_a_reader_that_asks_for_a_password_is_believed() -> None:
    class PasswordError(Exception):
        """As the reader raises it."""

    assert "locked" in str(no_workbook("a.xls")(PasswordError()))


def test_a_file_of_another_program(tmp_path: Path) -> None:
    data = (FILES / "daftar.xls").read_bytes()
    other = data.replace("Workbook".encode("utf-16-le"), "WordFile".encode("utf-16-le"))
    with pytest.raises(InputError, match="a file of another program"):
        read(saved(tmp_path / "a.xls", other))


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The same bytes with some of them changed, left out or cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) or 1)
        turn = chance.random()
        if turn < 0.6:
            changed[place : place + 1] = chance.randbytes(1)
        elif turn < 0.9:
            del changed[place : place + chance.randint(1, 30)]
        else:
            del changed[place:]
    return bytes(changed)


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - the same damage every time
    rows: dict[int, dict[int, Any]] = {0: {0: "NIK", 1: "Nama"}, 1: {0: A, 1: number(0), 2: None}}
    listed = ods_row("NIK", "Nama") + ods_row(A, "Rekaan")
    with xlsxwriter.Workbook(str(tmp_path / "w.xlsx")) as book:
        sheet: Any = book.add_worksheet()
        sheet.write_row(0, 0, ["NIK", "Nama"])
        sheet.write_row(1, 0, [A, "Rekaan"])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    packages = {
        "xlsb": parts_of(xlsb(tmp_path / "w.xlsb", rows)),
        "ods": parts_of(ods(tmp_path / "w.ods", listed)),
        "xlsx": parts_of(tmp_path / "w.xlsx"),
    }
    plain = {"xls": (FILES / "daftar.xls").read_bytes(), "html": PAGE.encode()}
    readings = 0
    for _ in range(60):
        for kind, data in plain.items():
            readings += is_read(saved(tmp_path / f"a.{kind}", damaged(data, chance)))
        for kind, parts in packages.items():
            wrong = chance.choice(list(parts))
            path = tmp_path / f"a.{kind}"
            with zipfile.ZipFile(path, "w") as package:
                for name, content in {**parts, wrong: damaged(parts[wrong], chance)}.items():
                    package.writestr(name, content)
            readings += is_read(path)
            readings += is_read(saved(path, damaged(path.read_bytes(), chance)))
    # Some damage leaves a list that can be read, and some does not.
    assert 50 < readings < 400


def is_read(path: Path) -> bool:
    """Whether a file is read; it may be refused, but fail in no other way."""
    try:
        read(path)
    except JamsosError:
        return False
    return True
