"""Hostile files are refused or made harmless; memory stays bounded, and no number is shown."""

import logging
import struct
import time
import traceback
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from memory import taking_at_most
from untyped import untyped

from jamsos import InputError, JamsosError
from jamsos.registers import (
    Limits,
    RefusedFileError,
    Register,
    check_register,
    frames,
    read_register,
    work_list,
    write_work_list,
)
from jamsos.registers.intake.xls_texts import SharedTexts

ON = date(2026, 11, 1)
DIGITS = "9999992905840001"
OTHER_SCRIPTS = [
    DIGITS.translate({ord(str(n)): zero + n for n in range(10)}) for zero in (0xFF10, 0x0660)
]
"""The same number in full-width and in Arabic digits."""
MARKS = "\u202eRekaan\u2066"


def read(source: Any, **how: Any) -> Register:
    return read_register(source, on=ON, **how)


def sheet(cells: str, shared: str = "", name: str = "worksheets/sheet1.xml") -> dict[str, str]:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="{name}"/>'
        f'<Relationship Id="r2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        f"xl/{name}": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }


def packed(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c></row>'


def test_the_workbook_made_by_hand_is_one(tmp_path: Path) -> None:
    row = '<row r="3"><c r="A3" t="s"><v>0</v></c></row>'
    found = read(packed(tmp_path / "a.xlsx", sheet(HEAD + row, f"<si><t>{DIGITS}</t></si>")))
    assert found.accepted.select("source_row", "nik").rows() == [(3, DIGITS)]
    assert found.report.metadata["empty"] == "1"


def test_a_zip_bomb_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "a.xlsx", sheet(HEAD + " " * 50_000_000))
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("was opened"))
    with pytest.raises(InputError, match=r"packed 10.. times"):
        read(path)
    with pytest.raises(InputError, match="unpacked"):
        read(path, limits=Limits(ratio=10**6, unpacked_megabytes=40))


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", sheet(HEAD + " " * 5_000_000))
    data = path.read_bytes()
    size = len(sheet(HEAD + " " * 5_000_000)["xl/worksheets/sheet1.xml"])
    assert data.count(size.to_bytes(4, "little")) == 2
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little")))
    with pytest.raises(InputError, match="BadZipFile"):
        read(path)


def test_a_part_is_unpacked_no_further_than_the_zip_says(tmp_path: Path) -> None:
    sheet_name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in sheet(HEAD).items():
            with book.open(name, "w") as part:
                part.write(content.encode())
                if name == sheet_name:
                    part.writelines([b" " * 1_000_000] * 500)
        # What its directory says of the part, which holds half a gigabyte.
        book.getinfo(sheet_name).file_size = 100_000
    with taking_at_most(100), pytest.raises(InputError, match="BadZipFile"):
        read(tmp_path / "a.xlsx")


def test_a_picture_may_be_packed_in_any_way(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", sheet(HEAD))
    with zipfile.ZipFile(path, "a") as book:
        book.writestr("xl/media/a.png", b"x" * 100, zipfile.ZIP_LZMA)
    assert read(path).report.counts["rows"] == 0


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_in_a_way_of_no_spreadsheet(tmp_path: Path, way: int) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", way) as book:
        for name, content in sheet(HEAD).items():
            book.writestr(name, content)
    with pytest.raises(InputError, match=f"packed in way {way}"):
        read(tmp_path / "a.xlsx")


def directory_of(path: Path, parts: int) -> Path:
    """A zip of very many parts without content."""
    where = 0
    entries: list[bytes] = []
    with path.open("wb") as file:
        for number in range(parts):
            name = b"%06x" % number
            common = struct.pack("<HHHHIIIHH", 0, 0, 0, 33, 0, 0, 0, len(name), 0)
            file.write(b"PK\x03\x04" + struct.pack("<H", 20) + common + name)
            rest = struct.pack("<HHHII", 0, 0, 0, 0, where)
            entries.append(b"PK\x01\x02" + struct.pack("<HH", 20, 20) + common + rest + name)
            where = file.tell()
        directory = b"".join(entries)
        file.write(directory)
        many = min(parts, 0xFFFF)
        end = struct.pack("<HHHHIIH", 0, 0, many, many, len(directory), where, 0)
        file.write(b"PK\x05\x06" + end)
    return path


def test_a_zip_of_very_many_parts_is_refused_before_they_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = directory_of(tmp_path / "few.xlsx", 40)
    assert len(zipfile.ZipFile(few).namelist()) == 40
    with pytest.raises(InputError, match="40 parts"):
        read(few, limits=Limits(parts=39))
    path = directory_of(tmp_path / "a.xlsx", 200_000)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("was opened"))
    behind = tmp_path / "behind.xlsx"
    behind.write_bytes(b"not at the beginning" + path.read_bytes())
    for file in (path, behind):
        with taking_at_most(50), pytest.raises(InputError, match="200000 parts"):
            read(file)


def test_the_list_of_parts_of_an_ods_is_unpacked_no_further_than_needed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w", zipfile.ZIP_LZMA) as book:
        book.writestr("content.xml", "<x/>")
        with book.open("META-INF/manifest.xml", "w") as part:
            part.writelines([b" " * 1_000_000] * 500)
    with taking_at_most(100), pytest.raises(InputError, match="packed in way 14"):
        read(tmp_path / "a.ods")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200, b"NIK\n\x01\n"],
    ids=["empty", "cut", "old or locked", "no text"],
)
def test_what_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match="Excel workbook"):
        read(path)


def test_a_zip_without_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Excel workbook"):
        read(packed(tmp_path / "a.xlsx", {"a.txt": "x"}))
    with pytest.raises(InputError, match="Excel workbook"):
        read(packed(tmp_path / "b.xlsx", sheet("<row><c r='A1'")))


def test_parts_that_stand_there_twice(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as book:
        book.writestr("a.xml", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            book.writestr("a.xml", "y")
    with pytest.raises(InputError, match="each once"):
        read(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ('<row r="2"><c r="XFD2"><v>1</v></c></row>', "columns of a.xlsx"),
        ("<row r='2'><c\n r = 'ntp2'><v>1</v></c></row>", "columns of a.xlsx"),
        ('<row r="9000000"><c r="A9000000"><v>1</v></c></row>', "rows of a.xlsx"),
        (f'<row r="2"><c r="A{"9" * 30}"><v>1</v></c></row>', "rows of a.xlsx"),
        ('<row r="1000000"><c r="IV1000000"><v>1</v></c></row>', "cells of a.xlsx"),
        ("<row><c><v>1</v></c></row>", "cells without a place"),
        ('<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:c><x:v>1</x:v></x:c></x:row>',
         "cells without a place"),
    ],
)  # fmt: skip
def test_cells_that_reach_too_far_are_refused_before_room_is_made_for_them(
    tmp_path: Path, cells: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        read(packed(tmp_path / "a.xlsx", sheet(HEAD + cells)))


def said_to_reach(parts: dict[str, str], last: str) -> dict[str, str]:
    """The sheet with what programs say of it before its first row."""
    name = "xl/worksheets/sheet1.xml"
    said = f'<dimension ref="A1:{last}"/><sheetData>'
    return parts | {name: parts[name].replace("<sheetData>", said)}


@pytest.mark.parametrize("last", ["A3", "B9", "Z99999", "IV1000000", "ZZ3", "XFD1048576"])
def test_a_sheet_may_say_that_it_reaches_farther_than_its_cells(tmp_path: Path, last: str) -> None:
    row = f'<row r="3"><c r="A3" t="inlineStr"><is><t>{DIGITS}</t></is></c></row>'
    with_shared_texts = said_to_reach(sheet(HEAD + row), last)
    shared = "xl/sharedStrings.xml"
    without = {name: part for name, part in with_shared_texts.items() if name != shared}
    for parts in (with_shared_texts, without):
        found = read(packed(tmp_path / "a.xlsx", parts))
        assert found.accepted.select("source_row", "nik").rows() == [(3, DIGITS)]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ('<row r="2"><c r="XFD2"><v>1</v></c></row>', "columns of a.xlsx"),
        ('<row r="9000000"><c r="A9000000"><v>1</v></c></row>', "rows of a.xlsx"),
        ('<row r="1000000"><c r="IV1000000"><v>1</v></c></row>', "cells of a.xlsx"),
        ("<row><c><v>1</v></c></row>", "cells without a place"),
        ('<row><c r="A2" r="XFD9"><v>1</v></c></row>', "cells without a place"),
        ('<row><c r="A2" t="n" r="XFD9"/></row>', "cells without a place"),
        ("<row><c\nr='XFD2'/></row>", "columns of a.xlsx"),
        ('<cols/><row/><row spans="1:2"><c r="XFD2"/></row>', "columns of a.xlsx"),
        ('<row><x:c xmlns:x="y" r="XFD2"/></row>', "columns of a.xlsx"),
        ('<row><c></c><c r="A2"/></row>', "cells without a place"),
    ],
)
@pytest.mark.parametrize("last", ["A3", "Z99"])
def test_a_sheet_is_not_believed_how_far_it_reaches(
    tmp_path: Path, last: str, cells: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        read(packed(tmp_path / "a.xlsx", said_to_reach(sheet(HEAD + cells), last)))


def test_a_sheet_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        for name, content in sheet(HEAD).items():
            is_sheet = "worksheets" in name
            book.writestr(name, content.encode() + b"\xff" if is_sheet else content)
    with pytest.raises(InputError, match="UnicodeDecodeError"):
        read(path)


def test_a_doctype_is_refused(tmp_path: Path) -> None:
    parts = sheet(HEAD)
    parts["xl/workbook.xml"] = '<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    with pytest.raises(InputError, match="DOCTYPE"):
        read(packed(tmp_path / "a.xlsx", parts))


def test_one_long_text_shared_by_many_cells_is_refused(
    tmp_path: Path,
) -> None:
    shared = f"<si><t>{'x' * 50_000}</t></si><si><t>NIK</t></si>"
    many = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 40))
    few = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(2, 40))
    astray = few.replace("<v>1</v>", "<f>1</f><v>1</v>")
    head = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
    limits = Limits(text_megabytes=1)
    taken = read(packed(tmp_path / "few.xlsx", sheet(head + few, shared)), limits=limits)
    assert taken.report.counts["rows"] == 38
    plain = said_to_reach(sheet(head + few, shared), "A99")
    taken = read(packed(tmp_path / "plain.xlsx", plain), limits=limits)
    assert taken.report.counts["rows"] == 38
    for name, cells in (("many", many), ("astray", astray)):
        parts = sheet(head + cells, shared)
        for said in (parts, said_to_reach(parts, "A99")):
            with pytest.raises(InputError, match="letters"):
                read(packed(tmp_path / f"{name}.xlsx", said), limits=limits)


def test_cells_are_measured_in_every_slice_of_a_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jamsos.registers.intake.excel_cells._SLICE", 40)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(2, 30))
    assert read(packed(tmp_path / "a.xlsx", sheet(HEAD + rows))).report.counts["rows"] == 28
    far = '<row r="30"><c r="XFD30"><v>1</v></c></row>'
    with pytest.raises(InputError, match=r"columns of b\.xlsx"):
        read(packed(tmp_path / "b.xlsx", sheet(HEAD + rows + far + rows)))


def test_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    names = [f"k{n}" for n in range(10_000)]
    (tmp_path / "a.csv").write_text(",".join(names))
    pl.DataFrame({name: [1] for name in names}).write_parquet(tmp_path / "a.parquet")
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet().write_row(0, 0, names)
    for source in (
        tmp_path / "a.csv",
        tmp_path / "a.parquet",
        tmp_path / "a.xlsx",
        pl.DataFrame({n: [1] for n in names}),
    ):
        with pytest.raises(InputError, match=r"columns.*10000"):
            read(source)


def test_too_many_rows_and_bytes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nik\n" * 20)
    pl.DataFrame({"nik": ["1"] * 20}).write_parquet(tmp_path / "a.parquet")
    few = Limits(rows=10)
    for source in (tmp_path / "a.csv", tmp_path / "a.parquet", pl.LazyFrame({"nik": ["1"] * 20})):
        with pytest.raises(InputError, match="rows"):
            read(source, limits=few)
    with pytest.raises(InputError, match="at most 0 MB"):
        read(tmp_path / "a.csv", limits=Limits(megabytes=0))


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_text_of_a_million_letters_is_cut_and_its_row_rejected(
    tmp_path: Path, quote: str
) -> None:
    text = "x" * 1_000_000
    (tmp_path / "a.csv").write_text(
        f"NIK,Nama\n{DIGITS},{quote}{text}{quote}\n9999992905840002,Rekaan\n"
    )
    with taking_at_most(200):
        found = read(tmp_path / "a.csv")
    assert found.rejected.height == found.accepted.height == 1
    assert found.rejected["name"].str.len_chars().item() <= 2_000
    assert max(found.problems["value"].str.len_chars().drop_nulls()) < 70
    assert "cell.long" in found.problems["problem"].to_list()


def test_what_could_act_is_made_harmless_and_on_record(tmp_path: Path) -> None:
    rows = {
        "NIK": [f"\u200e{DIGITS}\x00"],
        "Nama": [f"{MARKS}\x00 A\x1b[31m"],
        "Catatan": ["=cmd()|'/c calc'!A1\x07"],
    }
    found = read(pl.DataFrame(rows))
    assert found.accepted.row(0) == (1, DIGITS, "Rekaan A[31m", "=cmd()|'/c calc'!A1")
    assert sorted(found.repairs.select("column", "repair").rows()) == [
        ("Catatan", "text.control"), ("name", "text.control"), ("name", "text.marks"),
        ("nik", "text.control"), ("nik", "text.marks"),
    ]  # fmt: skip


def test_nul_in_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"NIK,Nama\n{DIGITS},Re\x00kaan\n".encode())
    assert read(tmp_path / "a.csv").accepted["name"].item() == "Rekaan"


@pytest.fixture
def dirty() -> pl.DataFrame:
    texts = [
        DIGITS,
        DIGITS[:-1],
        DIGITS + "1",
        f"x {DIGITS}",
        "=1+1",
        f"{MARKS}",
        "\uff11" * 16,
        "9,9E+15",
        DIGITS,
    ]
    names = [
        "id",
        "NIK",
        "KK",
        "nama",
        "jk",
        "tgl lahir",
        "kecamatan",
        "desa",
        "wilayah ktp",
        "kelompok",
    ]
    names += ["kode pekerjaan", "penghasilan", "suket", "anak", "catatan"]
    return pl.DataFrame(dict.fromkeys(names, texts))


def shows(*texts: object) -> bool:
    return any(number[:12] in str(text) for text in texts for number in (DIGITS, *OTHER_SCRIPTS))


@pytest.mark.parametrize("number", OTHER_SCRIPTS)
def test_digits_of_another_script_are_no_identity_and_are_masked(
    number: str, tmp_path: Path
) -> None:
    frame = pl.DataFrame(
        {
            "NIK": [DIGITS, number],
            "KK": number,
            "Nama": f"Rekaan {number}",
            "Desa": number,
            "Gaji": number,
        }
    )
    found = check_register(read(frame, mapping={"Gaji": "income"}), on=ON)
    assert found.rows["nik"].to_list() == [DIGITS, None]
    assert found.rows["kk"].to_list() == [None, None]
    assert found.accepted.is_empty()
    problems = found.problems.filter(pl.col("source_row") == 2).select(
        "column", "problem", "reaction", "hint"
    )
    assert problems.rows() == [
        ("income", "amount.unclear", "to_check", ""),
        ("kk", "identity.letters", "to_check", ""),
        ("nik", "identity.letters", "to_check", ""),
    ]
    write_work_list(found, tmp_path / "a.xlsx", by="village")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        content = "".join(book.read(name).decode() for name in book.namelist())
    assert not shows(content, found, *found.problems.rows(), *work_list(found).rows())
    with pytest.raises(InputError) as caught:
        read(frame, sheet=number, heading_row=number)
    assert not shows(caught.value)


def test_no_number_in_any_report_error_log_or_work_list(
    dirty: pl.DataFrame, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        found = check_register(read(dirty), on=ON, region="64.08")
        told = [
            found,
            repr(found),
            found._repr_html_(),
            found.report.text("en"),
            repr(found.report),
        ]
        logging.getLogger("an.office").warning("%s %r", found, found)
        lines = work_list(found, reactions=["rejected", "to_check", "warning", "information"])
        write_work_list(found, tmp_path / "a.xlsx")
    assert not shows(caplog.text, *told)
    assert not shows(*found.problems.rows(), *found.repairs.rows())
    assert lines.height > 50
    assert not shows(*lines.rows())
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert not any(DIGITS[:12].encode() in book.read(name) for name in book.namelist())


def test_no_number_or_mark_of_a_heading_in_the_report() -> None:
    heading = f"\u202e{DIGITS}"
    found = read(pl.DataFrame({heading: [DIGITS], f"{DIGITS} x": ["y"]}), mapping={DIGITS: "nik"})
    assert not shows(found, found._repr_html_(), found.accepted.columns)
    assert "\u202e" not in str(found)


def test_no_number_in_an_error(tmp_path: Path) -> None:
    (tmp_path / f"{DIGITS}.csv").write_text("x\ny\n")
    (tmp_path / f"{DIGITS}.xlsx").write_text("x")
    calls: list[Callable[[], object]] = [
        lambda: read(tmp_path / f"{DIGITS}.csv"),
        lambda: read(tmp_path / f"{DIGITS}.xlsx"),
        lambda: read(tmp_path / f"{DIGITS}.none"),
        lambda: read(DIGITS),
        lambda: read(int(DIGITS)),
        lambda: read(pl.DataFrame({DIGITS: ["x"]})),
        lambda: read(pl.DataFrame({"nik": ["x"]}), mapping={DIGITS: "nik"}),
        lambda: read(pl.DataFrame({"nik": ["x"]}), mapping={"nik": DIGITS}),
        lambda: untyped(read_register)(pl.DataFrame({"nik": ["x"]}), on=DIGITS),
        lambda: check_register(pl.DataFrame({"nik": [int(DIGITS)]}), on=ON),
        lambda: check_register(pl.DataFrame({"nik": [DIGITS]}), on=ON, region=DIGITS + "1"),
    ]
    for call in calls:
        with pytest.raises(JamsosError) as caught:
            call()
        shown = "".join(traceback.format_exception_only(caught.value))
        assert not shows(shown, repr(caught.value), caught.value.args, vars(caught.value))


def latin_1(tmp_path: Path) -> Path:
    path = packed(tmp_path / "latin.xlsx", sheet(HEAD))
    with zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as book:
        for name, content in sheet(HEAD, f"<si><t>{DIGITS} Ren\u00e9</t></si>").items():
            book.writestr(name, content.encode("latin-1"))
    return path.with_name("bad.xlsx")


def test_no_error_keeps_what_another_library_said_of_the_file(tmp_path: Path) -> None:
    """Python keeps the error in whose ``except`` another is raised, with the bytes it failed on."""
    for name, data in {
        "odd.csv": f"NIK\n{DIGITS}".encode("utf-16") + b"\x00",
        "a.xlsx": DIGITS.encode(),
        "a.parquet": DIGITS.encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
    calls: list[Callable[[], object]] = [
        lambda: read(latin_1(tmp_path)),
        *(partial(read, tmp_path / name) for name in ("odd.csv", "a.xlsx", "a.parquet")),
        lambda: read(DIGITS.encode()),
        lambda: work_list(read(pl.DataFrame({"nik": ["x"]})), reactions=[DIGITS]),
        lambda: frames.imported(f"no_{DIGITS}", "registers"),
    ]
    for call in calls:
        with pytest.raises(JamsosError) as caught:
            call()
        assert (caught.value.__context__, caught.value.__cause__) == (None, None)


def test_a_sheet_named_like_a_number_is_masked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet(DIGITS).write_row(0, 0, ["NIK"])
    for sheet_name in (None, DIGITS):
        found = read(path, sheet=sheet_name)
        assert found.report.metadata["sheet"] == "**************01"
        assert not shows(
            found,
            found.report.text("en"),
            found._repr_html_(),
            *check_register(found, on=ON).report.metadata,
        )
    with pytest.raises(InputError) as caught:
        read(path, sheet="A")
    assert not shows(caught.value)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\uff1d"])
def test_a_work_list_holds_no_formula(tmp_path: Path, begin: str) -> None:
    bad = f'{begin}HYPERLINK("http://x")'
    frame = pl.DataFrame(
        {
            "nik": ["1"],
            "name": [bad],
            "sex": [bad],
            "desa": [bad],
            "kecamatan": [f"{bad}[:*?/]" * 3],
        }
    )
    write_work_list(read(frame), tmp_path / "a.xlsx", by="kecamatan")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        content = b"".join(book.read(name) for name in book.namelist())
    assert b"<f>" not in content
    assert b"<hyperlink" not in content


FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("codec", ["zstd", "gzip", "snappy"])
def test_a_kilobyte_of_parquet_that_unpacks_to_a_hundred_megabytes(
    tmp_path: Path, codec: Any
) -> None:
    path = tmp_path / "a.parquet"
    text = "x" * 100_000_000
    pl.DataFrame({"NIK": [DIGITS], "Nama": [text]}).write_parquet(path, compression=codec)
    refused = pytest.raises(RefusedFileError, match="bytes unpacked")
    with taking_at_most(50), refused as caught:
        read(path, limits=Limits(unpacked_megabytes=90))
    assert "paling banyak 90 MB" in caught.value.reason.say("id")
    with pytest.raises(RefusedFileError, match="letters"):
        read(path, limits=Limits(text_megabytes=90))


def test_one_text_of_parquet_that_many_rows_share(tmp_path: Path) -> None:
    text = "x" * 10_000
    for kind in (pl.String, pl.Categorical, pl.Enum([text])):
        path = tmp_path / "a.parquet"
        names = pl.Series([text], dtype=kind).new_from_index(0, 200_000)
        pl.DataFrame({"Nama": names, "NIK": "1"}).write_parquet(path)
        assert path.stat().st_size < 100_000
        with taking_at_most(300), pytest.raises(RefusedFileError, match="letters"):
            read(path)


def test_text_of_parquet_in_every_form_is_read(tmp_path: Path) -> None:
    names = pl.Series(["Rekaan"], dtype=pl.Categorical)
    row = {"NIK": [DIGITS], "Nama": names, "Anak": [2], "Lahir": [date(1984, 5, 29)]}
    frame = pl.DataFrame({**row, "Bekerja": [True], "Lain": pl.Series([None], dtype=pl.Null)})
    frame.write_parquet(tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet").accepted["name"].to_list() == ["Rekaan"]
    frame.clear().write_parquet(tmp_path / "b.parquet")
    assert read(tmp_path / "b.parquet").rows.is_empty()


def test_a_column_of_lists_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"NIK": [[1] * 1000]}).write_parquet(path)
    monkeypatch.setattr("jamsos.registers.intake.parquet_source.of_series", pytest.fail)
    with pytest.raises(RefusedFileError, match="column of a register, NIK"):
        read(path)


def test_parquet_in_several_groups_of_rows_and_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"NIK": [DIGITS] * 9, "Nama": ["x"] * 9}).write_parquet(path, row_group_size=3)
    data = path.read_bytes()
    assert read(path).report.counts["rows"] == 9
    for wrong in (data[:-8], data[:-4] + b"PARX", data[:4] + data[-8:], b"PAR1", b""):
        path.write_bytes(wrong)
        with pytest.raises(RefusedFileError, match="a Parquet file"):
            read(path)


def varint(number: int) -> bytes:
    if number < 0x80:
        return bytes([number])
    return bytes([number & 0x7F | 0x80]) + varint(number >> 7)


def made_parquet(path: Path, header: bytes, chunks: int = 1, size: int | None = None) -> Path:
    """A file with one page header at byte 4, and a footer with parts that begin there."""
    packed = len(header) if size is None else size
    chunk = b"\x3c\x76" + varint(packed * 2) + b"\x26\x08\x00\x00"
    groups = b"\x49\x1c\x19" + bytes([chunks << 4 | 12]) + chunk * chunks + b"\x00\x00"
    footer = groups
    path.write_bytes(b"PAR1" + header + footer + len(footer).to_bytes(4, "little") + b"PAR1")
    return path


PAGE = b"\x15\x00\x15" + varint(2_000_000_000) + b"\x15\x00\x00"
"""The header of a page that says it unpacks to a gigabyte, and holds nothing."""


@pytest.mark.parametrize(
    ("header", "chunks", "said"),
    [
        (PAGE, 1, "1000000000 bytes unpacked"),
        (b"\x15\x00\x15\x02\x15\x50\x00" + b"x" * 40, 14, "each part once"),
        (b"\x15\x00\x15\x01\x15\x00\x00", 1, "a Parquet file"),
        (b"\x15\x00\x15\x02\x15\x01\x00", 1, "a Parquet file"),
        (b"\x1b\x00\x00", 1, "a Parquet file"),
        (b"\x1c" * 2000, 1, "a Parquet file"),
        (b"\x05\x02\x00\x17" + b"x" * 8 + b"\x13\x05\x11\x00", 1, "a Parquet file"),
        (b"\x19\xf5\x10" + b"\x02" * 16 + b"\x19\x11\x01\x00", 1, "a Parquet file"),
    ],
)
def test_headers_of_parquet_made_by_hand(
    tmp_path: Path, header: bytes, chunks: int, said: str
) -> None:
    with pytest.raises(RefusedFileError, match=said):
        read(made_parquet(tmp_path / "a.parquet", header, chunks))


def test_an_old_workbook_that_claims_texts_without_end_is_refused(tmp_path: Path) -> None:
    data = (FILES / "daftar.xls").read_bytes()
    begin = data.index(b"\xfc\x00", data.index(b"\x85\x00"))
    path = tmp_path / "a.xls"
    claim = begin + 8
    path.write_bytes(data[:claim] + b"\xff\xff\xff\x7f" + data[claim + 4 :])
    with pytest.raises(RefusedFileError, match=r"shared texts of a\.xls"):
        read(path)


def test_the_texts_that_cells_of_an_old_workbook_share_are_counted(tmp_path: Path) -> None:
    path = FILES / "daftar.xls"
    assert read(path, limits=Limits(text_megabytes=1)).report.counts["rows"] > 0
    with pytest.raises(RefusedFileError, match="letters"):
        read(path, limits=Limits(text_megabytes=0))


@pytest.mark.parametrize(
    ("records", "lengths"),
    [
        ([(0xFC, "")], []),
        ([(0xFC, "0300 00 616263"), (0x3C, "0200 01 61006200")], [3, 2]),
        # A text goes on in the next part, in letters of two bytes.
        ([(0xFC, "0400 00 6162"), (0x3C, "01 63006400"), (0x3C, "0100 00 61")], [4, 1]),
        # Forms and what stands behind a text, also in the next part.
        ([(0xFC, "0100 0c 0100 02000000 61 00000000"), (0x3C, "0000 0100 00 62")], [1, 1]),
        ([(0xFC, "0100 08 0100 61"), (0x3C, "0000"), (0x3C, "0000 0100 00 62")], [1, 1]),
        ([(0xFC, "0100 00 61"), (0x85, ""), (0x3C, "0100 00 62")], [1]),
        # Cut off in its letters, in the part they go on in, in what stands behind, in its head.
        ([(0xFC, "0900 00 61")], [9]),
        ([(0xFC, "0900 00 61"), (0x3C, "")], [9]),
        ([(0xFC, "0100 08 ff")], [1]),
        ([(0xFC, "0100")], []),
        ([(0x3C, "0100 00 61")], []),
    ],
)
def test_the_lengths_of_shared_texts(records: list[tuple[int, str]], lengths: list[int]) -> None:
    texts = SharedTexts("a.xls", Limits())
    for kind, content in records:
        counts = b"\0" * 8 if kind == 0xFC else b""
        texts.record(kind, counts + bytes.fromhex(content))
    assert texts.lengths() == lengths


MANY = 200_000


@pytest.mark.parametrize(
    ("line", "rows"),
    [("\n", 1), (";;\n", 1), ('"x;y;z\n', MANY + 1)],
    ids=["blank", "blank cells", "stray quotes"],
)
def test_very_many_lines_of_nothing_or_of_quotes_are_quick(
    tmp_path: Path, line: str, rows: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"NIK;Nama;Desa\n{DIGITS};Rekaan;Rekaan\n" + line * MANY + "x")
    begun = time.process_time()
    found = read(path)
    assert time.process_time() - begun < 12
    assert found.report.counts["rows"] == rows + 1
    assert found.accepted.height == 1


def test_bounds_of_csv_and_of_headings_are_the_caller_s(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'judul\n\n\nNIK,Nama\n{DIGITS},"Rekaan\nA"\n')
    assert read(path).accepted["name"].item() == "Rekaan A"
    with pytest.raises(RefusedFileError, match="headings"):
        read(path, limits=Limits(heading_rows=3))
    for limits in (Limits(lines=0), Limits(stray_quotes=0)):
        assert read(path, limits=limits).problems["problem"].to_list()[0] == "row.cells"
    with pytest.raises(RefusedFileError, match="at most 3, each once"):
        read(packed(tmp_path / "a.xlsx", sheet(HEAD)), limits=Limits(parts=3))
