"""A long sheet is read in pieces, and what it holds is the same as in one."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jamsos.registers import Register, read_register
from jamsos.registers.intake.long_sheets import LongSheet, pieces_of
from jamsos.registers.intake.side_by_side import side_by_side

ON = date(2026, 11, 1)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
    f' Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>'
    '<sheet name="Daftar" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>NIK</t></si><si><t>Nama</t></si>'
    "<si><t>Rekaan</t></si></sst>",
}
NIK, NAME, INVENTED = (f't="s"><v>{place}</v>' for place in range(3))
PEOPLE = range(2, 30)
SMALL = 150
"""Bytes of a piece, so that every one holds a row or two."""


def text(words: str) -> str:
    return f't="inlineStr"><is><t>{words}</t></is>'


def nik(number: int) -> str:
    return text(f"99999929058400{number:02}")


def row(number: int, *cells: tuple[str, str]) -> str:
    """A row of cells, each by its column."""
    written = "".join(f'<c r="{column}{number}" {cell}</c>' for column, cell in cells)
    return f'<row r="{number}">{written}</row>'


HEAD = row(1, ("A", NIK), ("B", NAME))


def people(numbers: Sequence[int] = PEOPLE, more: Callable[[int], str] = lambda _: "") -> str:
    """A row for each number, with more of its cells."""
    rows = [row(number, ("A", nik(number)), ("B", INVENTED)) for number in numbers]
    return "".join(
        one.replace("</row>", f"{more(number)}</row>")
        for number, one in zip(numbers, rows, strict=True)
    )


def some(cell: str, column: str, *numbers: int) -> Callable[[int], str]:
    """The same cell in a column of these rows."""
    return lambda number: f'<c r="{column}{number}" {cell}</c>' if number in numbers else ""


MERGED = '<mergeCells count="1"><mergeCell ref="B5:B8"/></mergeCells>'
AS_NUMBER = "><v>6408011705840001</v>"
SHEETS = {
    "people": HEAD + people(),
    "blank rows before and between": row(4, ("A", NIK), ("B", NAME)) + people([5, 6, 20, 21, 60]),
    "from the third column": "".join(
        row(number, ("C", cell), ("D", NAME if number == 1 else INVENTED))
        for number, cell in [(1, NIK), *((number, nik(number)) for number in PEOPLE)]
    ),
    "a column that only late rows have": HEAD + people(more=some(text("lama"), "G", 26, 27)),
    "numbers in some rows": HEAD + people(more=some(AS_NUMBER, "C", 3, 17)),
    "an error and a formula": HEAD
    + people(more=some('t="e"><v>#N/A</v>', "C", 9))
    + row(31, ("A", nik(31)), ("B", "><f>A1</f>")),
    "blanks around rows": (HEAD + people()).replace("<row", "\n  <row"),
    "no numbers of rows": (HEAD + people()).replace("<row r=", "<row spans="),
    "rows of nothing at the end": HEAD + people() + "".join(f'<row r="{n}"/>' for n in PEOPLE),
    "rows out of order": HEAD + people([*PEOPLE[10:], *PEOPLE[:10]]),
    "rows among each other": HEAD + people([*PEOPLE[::2], *PEOPLE[1::2]]),
    "a comment": HEAD + people() + "<!--" + people([40, 41]) + "-->" + people([50]),
    "the name of merged cells": HEAD + people(more=some(text("mergeCells"), "C", 5)),
}
AFTER = {"": "", "merged cells": MERGED}


def read(path: Path, rows: str, after: str, **other_parts: str) -> Register:
    return read_cells(path, f"<sheetData>{rows}</sheetData>", after, **other_parts)


def read_cells(path: Path, cells: str, after: str = "", **other_parts: str) -> Register:
    """A list of these cells, with other parts in the place of the usual ones."""
    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:H99"/>{cells}{after}</worksheet>'
    with zipfile.ZipFile(path, "w") as book:
        others = {f"xl/{name}.xml": content for name, content in other_parts.items()}
        parts = {**PARTS, **others, "xl/worksheets/sheet1.xml": sheet}
        for name, content in parts.items():
            book.writestr(name, content)
    return read_register(path, on=ON)


def in_small_pieces(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("jamsos.registers.intake.xlsx_measure.PIECE", SMALL)
    # Else a piece is longer than the other parts are, and the sheets too short for their reach.
    patch.setattr("jamsos.registers.intake.xlsx_measure.OTHERS_TIMES", 0)
    patch.setattr("jamsos.registers.intake.xlsx_measure._BYTES_FOR_A_CELL", 0)


@pytest.mark.parametrize("after", AFTER.values(), ids=AFTER)
@pytest.mark.parametrize("rows", SHEETS.values(), ids=SHEETS)
def test_the_same_is_read(
    tmp_path: Path, rows: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(tmp_path / "a.xlsx", rows, after)
    in_small_pieces(monkeypatch)
    pieces = read(tmp_path / "a.xlsx", rows, after)
    assert pieces.rows.equals(whole.rows)
    assert pieces.rows.columns == whole.rows.columns
    assert pieces.problems.equals(whole.problems)
    assert pieces.repairs.equals(whole.repairs)
    assert pieces.not_people.equals(whole.not_people)
    assert str(pieces) == str(whole)


def test_nobody_is_lost_between_two_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_small_pieces(monkeypatch)
    found = read(tmp_path / "a.xlsx", HEAD + people([2, 3, 9, 28]), MERGED)
    assert found.accepted.select("source_row", "nik", "name").rows() == [
        (2, "9999992905840002", "Rekaan"),
        (3, "9999992905840003", "Rekaan"),
        (9, "9999992905840009", "Rekaan"),
        (28, "9999992905840028", "Rekaan"),
    ]
    assert found.report.metadata["empty"] == "23"


def test_a_piece_ends_with_a_row() -> None:
    rows = (HEAD + people()).encode()
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData>" + MERGED.encode() + b"</worksheet>"
    pieces = [b"".join(piece) for piece in pieces_of(sheet, SMALL)]
    begin, end = b"<sheetData>", b"</sheetData>"
    inside = [piece[piece.index(begin) + len(begin) : piece.index(end)] for piece in pieces]
    assert len(pieces) > 10
    assert b"".join(inside) == rows
    assert all(one.startswith(b"<row") and one.endswith(b"</row>") for one in inside)
    # Only the first tells the merged cells before its cells; the others tell that there are none.
    begins = [piece[: piece.index(begin)] for piece in pieces]
    assert MERGED.encode() in begins[0]
    assert set(begins[1:]) == {b"<worksheet><mergeCells></mergeCells>"}


def test_a_short_sheet_is_one_piece() -> None:
    sheet = b"<worksheet><sheetData>" + HEAD.encode() + b"</sheetData></worksheet>"
    assert pieces_of(sheet, len(sheet)) == [[sheet]]


@pytest.mark.parametrize("name", SHEETS)
def test_it_is_read_in_pieces_unless_its_rows_are_out_of_order(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_pieces(monkeypatch)
    read_whole: list[str] = []
    read_at_all: list[str] = []

    def whole(sheet: LongSheet) -> io.BytesIO:
        read_whole.append(sheet.part)
        return original(sheet)

    def copies(sheet: LongSheet) -> Any:
        read_at_all.append(sheet.part)
        return in_pieces(sheet)

    original, in_pieces = LongSheet.whole, LongSheet.copies
    monkeypatch.setattr(LongSheet, "whole", whole)
    monkeypatch.setattr(LongSheet, "copies", copies)
    read(tmp_path / "a.xlsx", SHEETS[name], "")
    part = ["xl/worksheets/sheet1.xml"]
    stays_whole = name in ("a comment", "the name of merged cells")
    is_out_of_order = name in ("rows out of order", "rows among each other")
    assert read_at_all == ([] if stays_whole else part)
    assert read_whole == (part if is_out_of_order else [])


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="sheetData" xfId="0"/></cellStyles></styleSheet>'
)


def test_every_piece_is_read_with_the_styles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_pieces(monkeypatch)
    day = some('s="1"><v>30831</v>', "C", *PEOPLE)
    head = HEAD.replace("</row>", f'<c r="C1" {text("Masuk")}</c></row>')
    found = read(tmp_path / "a.xlsx", head + people(more=day), "", styles=STYLES)
    assert set(found.rows["Masuk"]) == {"1984-05-29"}


def test_a_sheet_in_a_comment_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_small_pieces(monkeypatch)
    comment = '<!-- <sheet name="Lama" sheetId="9" r:id="r9"/> --><sheet '
    book = PARTS["xl/workbook.xml"].replace("<sheet ", comment, 1)
    found = read(tmp_path / "a.xlsx", HEAD + people(), "", workbook=book)
    assert found.accepted.height == len(PEOPLE)


ROWS = HEAD + people()
ODD_CELLS = {
    "two blocks": f"<sheetData>{ROWS}</sheetData><x/><sheetData>{people([40])}</sheetData>",
    "an instruction": f'<sheetData>{ROWS}<?x </row><row r="40"> ?>{people([41])}</sheetData>',
    "an attribute": f'<sheetData z="a>b">{ROWS}</sheetData>',
    "a tag that begins alike": f"<sheetDataX/><sheetData>{ROWS}</sheetData>",
}


@pytest.mark.parametrize("cells", ODD_CELLS.values(), ids=ODD_CELLS)
def test_what_no_program_writes_is_read_in_one_piece(
    tmp_path: Path, cells: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_cells(tmp_path / "a.xlsx", cells)
    in_small_pieces(monkeypatch)
    monkeypatch.setattr(LongSheet, "copies", lambda _: pytest.fail("was cut"))
    assert read_cells(tmp_path / "a.xlsx", cells).rows.equals(whole.rows)


def test_a_sheet_that_reaches_farther_than_it_is_long_is_read_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_pieces(monkeypatch)
    monkeypatch.setattr("jamsos.registers.intake.xlsx_measure._BYTES_FOR_A_CELL", 3)
    monkeypatch.setattr(LongSheet, "copies", lambda _: pytest.fail("was cut"))
    # It says that it reaches to H99, and that is 8 columns of up to 99 rows.
    short = read(tmp_path / "a.xlsx", HEAD + people([2, 3, 4, 5, 6, 7, 8, 9]), "")
    assert short.accepted.height == 8


def test_results_wait_for_no_more_than_are_worked_on() -> None:
    begun: list[int] = []
    with side_by_side(begun.append, range(100), at_a_time=3) as results:
        for number, _ in enumerate(results):
            assert len(begun) <= number + 4
    assert sorted(begun) == list(range(100))
