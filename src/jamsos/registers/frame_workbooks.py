"""A workbook of one frame, written by columns: large registers take seconds.

XlsxWriter makes the workbook with its headings and forms; the rows, which it would write cell by
cell, are put into its sheet as polars makes them, many at a time.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl

from jamsos.registers.frames import PRIVATE, imported
from jamsos.registers.outputs import Target, checked_output, written
from jamsos.registers.workbooks import (
    DAY_FORMAT,
    FIRST_DAY,
    LONGEST_TEXT,
    SHEET_NAME,
    TEXT_FORMAT,
    check_digits,
    check_length,
    check_rows,
)

_AT_ONCE = 5_000
"""Rows made at once: more take more memory and no less time."""
_PACKING = 3
"""How hard the zip is pressed: beyond this it takes much longer and saves little."""
_SHEET = "xl/worksheets/sheet1.xml"
_EXTENT = re.compile(rb'(?<=<dimension ref=")[^"]*')
_SAMPLES = re.compile(rb'<row r="2"[^>]*><c r="A2" s="(\d+)"/><c r="B2" s="(\d+)"/></row>')
"""The row in which the workbook shows the number of each form: of days, of text."""
_EPOCH = 25_569
"""The serial of 1 January 1970, from which polars counts."""
_MOST_NUMBER = 10**15
"""Below this a spreadsheet keeps every whole number."""
_ROW = f"{PRIVATE}row"
_WIDEST = 60
_ROOM = 2
"""Letters by which a column is wider than its longest cell."""


class _Book(NamedTuple):
    """A workbook that lacks the rows of its sheet."""

    parts: dict[str, bytes]
    """Every other file of the workbook by its name."""
    before: bytes
    """The sheet up to its rows, with the headings."""
    after: bytes
    day: int
    """The number of the form in which days are shown."""
    text: int


def write_frame(path: str | Path, frame: pl.DataFrame, headings: Sequence[str], title: str) -> int:
    """Write a workbook of one sheet from a frame, and return the number of rows.

    As :func:`jamsos.registers.workbooks.write_sheet`, for columns of one type each; cells of text
    have the form of text, so that they stay text when somebody types into them.

    Args:
        path: The workbook to write.
        frame: Columns of text, days, whole numbers, yes and no, or nothing at all.
        headings: The first row.
        title: The title in the properties of the workbook.

    Raises:
        InputError: for a file that does not end in .xlsx or cannot be written, or for more rows,
            longer text or larger numbers than a sheet keeps.
        MissingExtraError: without XlsxWriter.

    """
    file = checked_output(path, ".xlsx")
    writer = imported("xlsxwriter", "registers")
    check_rows(frame.height)
    for column in frame:
        _check_column(column)
    # The names of columns are the caller's, and could be one that is needed here.
    names = {name: str(number) for number, name in enumerate(frame.columns)}
    cells = frame.rename(names)
    packed = _packed(writer, cells, headings, title)
    book = _without_rows(packed, _extent(frame.height, frame.width))
    return written(file, partial(_fill, book, cells))


def _check_column(column: pl.Series) -> None:
    """Refuse a cell that a sheet would not keep as it is."""
    if column.dtype == pl.String:
        is_odd = column.str.len_chars() > LONGEST_TEXT
    elif column.dtype.is_integer():
        # A narrow column could not be compared with so large a number.
        numbers = column.cast(pl.Int128)
        is_odd = ~numbers.is_between(-_MOST_NUMBER, _MOST_NUMBER)
    else:
        return
    for row in is_odd.arg_true():
        cell = column[row]
        if isinstance(cell, str):
            check_length(cell, row + 1)
        else:
            check_digits(cell, row + 1)


def _packed(writer: Any, frame: pl.DataFrame, headings: Sequence[str], title: str) -> BytesIO:
    """The workbook as XlsxWriter makes it, with two samples in the place of the rows."""
    packed = BytesIO()
    with writer.Workbook(packed, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": title})
        day = workbook.add_format({"num_format": DAY_FORMAT})
        text = workbook.add_format({"num_format": TEXT_FORMAT})
        bold = workbook.add_format({"bold": True})
        sheet = workbook.add_worksheet(SHEET_NAME)
        sheet.freeze_panes(1, 0)
        for number, heading in enumerate(headings):
            cells = frame.to_series(number)
            form = None
            if cells.dtype == pl.Date:
                form = day
            elif cells.dtype == pl.String:
                form = text
            sheet.set_column(number, number, _width(cells, heading), form)
            sheet.write_string(0, number, heading, bold)
        for number, form in enumerate((day, text)):
            sheet.write_blank(1, number, None, form)
        # A NIK is text on purpose: spreadsheets would mark every one of them as a mistake.
        everything = _extent(frame.height, frame.width)
        sheet.ignore_errors({"number_stored_as_text": everything})
    return packed


def _width(cells: pl.Series, heading: str) -> int:
    """The width of a column in which its longest cell can be read, within bounds."""
    longest = cells.cast(pl.String).str.len_chars().max()
    letters = max(len(heading), cast("int", longest or 0))
    return min(letters, _WIDEST) + _ROOM


def _extent(rows: int, columns: int) -> str:
    """The cells of the sheet, headings included, as spreadsheets name them."""
    utility = imported("xlsxwriter.utility", "registers")
    return str(utility.xl_range(0, 0, rows, columns - 1))


def _without_rows(packed: BytesIO, extent: str) -> _Book:
    with ZipFile(packed) as files:
        parts = {name: files.read(name) for name in files.namelist()}
    sheet = _EXTENT.sub(extent.encode(), parts.pop(_SHEET), count=1)
    before, day, text, after = _SAMPLES.split(sheet)
    return _Book(parts, before, after, int(day), int(text))


def _fill(book: _Book, frame: pl.DataFrame, target: Target) -> int:
    """Write the workbook with its rows, and return their number."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_PACKING) as files:
        for name, content in book.parts.items():
            files.writestr(name, content)
        # Its size is not known before: large sheets need the long form.
        with files.open(_SHEET, "w", force_zip64=True) as sheet:
            sheet.write(book.before)
            for rows in _rows(book, frame):
                sheet.write(rows)
            sheet.write(book.after)
    return frame.height


def _rows(book: _Book, frame: pl.DataFrame) -> Iterator[bytes]:
    """The rows as the sheet holds them, some thousands at a time."""
    utility = imported("xlsxwriter.utility", "registers")
    begin = pl.format('<row r="{}">', pl.col(_ROW))
    cells: list[pl.Expr] = []
    for number, name in enumerate(frame.columns):
        letters = utility.xl_col_to_name(number)
        cells.append(_cells(name, frame.schema[name], letters, book))
    # An empty cell is no text, and is left out.
    row = pl.concat_str([begin, *cells, pl.lit("</row>")], ignore_nulls=True)
    numbered = frame.with_row_index(_ROW, 2)
    for part in numbered.iter_slices(_AT_ONCE):
        texts = part.select(row).to_series()
        yield texts.str.join("").item().encode()


def _cells(name: str, kind: pl.DataType, letters: str, book: _Book) -> pl.Expr:
    """The cells of a column as the sheet holds them; null for an empty one."""
    value = pl.col(name)
    if kind == pl.String:
        return _texts(letters, _escaped(value), book.text)
    if kind == pl.Boolean:
        # Two tests: what nobody stated is neither, and stays empty.
        word = pl.when(value).then(pl.lit("Ya")).when(~value).then(pl.lit("Tidak"))
        return _texts(letters, word, book.text)
    if kind == pl.Date:
        is_counted = value >= FIRST_DAY
        serial = pl.when(is_counted).then(value.cast(pl.Int32) + _EPOCH)
        early = pl.when(~is_counted).then(value.dt.to_string("iso"))
        counted = _numbers(letters, serial, book.day)
        return pl.coalesce(counted, _texts(letters, early, book.text))
    return _numbers(letters, value)


def _numbers(letters: str, number: pl.Expr, style: int = 0) -> pl.Expr:
    return pl.format(f'<c r="{letters}{{}}" s="{style}"><v>{{}}</v></c>', pl.col(_ROW), number)


def _texts(letters: str, text: pl.Expr, style: int) -> pl.Expr:
    # The text stands in its cell, not in a table of texts, which would grow with the register.
    begin = f'<c r="{letters}{{}}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
    return pl.format(f"{begin}{{}}</t></is></c>", pl.col(_ROW), text)


def _escapes() -> dict[str, str]:
    """What XML cannot hold as it is, and how a workbook writes it."""
    escapes = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    controls = [chr(code) for code in range(ord(" ")) if chr(code) not in "\t\n"]
    for letter in [*controls, "\ufffe", "\uffff"]:
        escapes[letter] = f"_x{ord(letter):04X}_"
    return escapes


_ESCAPES = _escapes()
_LOOKS_ESCAPED = r"_(x[0-9A-Fa-f]{4}_)"


def _escaped(text: pl.Expr) -> pl.Expr:
    # A text that looks like such an escape is none, so its own line is escaped.
    plain = text.str.replace_all(_LOOKS_ESCAPED, "_x005F_$1")
    return plain.str.replace_many(_ESCAPES)
