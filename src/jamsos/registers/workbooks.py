"""Excel workbooks of the values given and nothing else: text is text, whatever it begins with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from jamsos.errors import InputError
from jamsos.registers.frames import imported
from jamsos.registers.outputs import Target, checked_output, written

MOST_ROWS = 2**20 - 1
"""The rows a sheet holds below its headings."""
LONGEST_TEXT = 32_767
"""The letters a cell holds."""
FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike: some know a 29 February 1900, which never was.
Earlier ones are written as text."""
DAY_FORMAT = "yyyy-mm-dd"
TEXT_FORMAT = 49
"""The number of the form ``@``: cells that stay text when somebody types into them."""
SHEET_NAME = "Sheet1"
_DIGITS = 15
"""The digits of a number that a cell keeps."""

Rows: TypeAlias = Iterable[Sequence[object]]
"""The cells of each row below the headings."""

Sheet: TypeAlias = tuple[str, Sequence[str], Rows]
"""A name, headings and rows."""

Form: TypeAlias = Callable[[Any, Any], Sequence[Any]]
"""Lays out an empty sheet of a workbook, and gives the format of the cells of each column."""


def write_sheet(path: str | Path, headings: Sequence[str], rows: Rows, *, title: str) -> int:
    """Write a workbook of one sheet, row by row in little memory, and return the number of rows.

    Text is written as text: never as a formula, a link or a number. Days are days, whole numbers
    are numbers, yes and no are *Ya* and *Tidak*, None is an empty cell. Days before 1 March 1900
    are ISO text, because spreadsheets do not agree on them.

    Args:
        path: The workbook to write.
        headings: The first row.
        rows: The cells.
        title: The title in the properties of the workbook.

    Raises:
        InputError: for a file that does not end in .xlsx or whose folder does not exist, for more
            rows, longer text or larger numbers than a sheet keeps, or a value of another kind.
        MissingExtraError: without XlsxWriter.

    """
    sheet = (SHEET_NAME, headings, rows)
    return write_sheets(path, [sheet], title=title)


def write_sheets(
    path: str | Path, sheets: Iterable[Sheet], *, title: str, form: Form | None = None
) -> int:
    """Write a workbook of several sheets, as :func:`write_sheet`, and return the number of rows.

    Args:
        path: The workbook to write.
        sheets: The name of each sheet, its headings and its rows.
        title: The title in the properties of the workbook.
        form: How each sheet is laid out; without it, plainly.

    Raises:
        InputError: as :func:`write_sheet`.
        MissingExtraError: without XlsxWriter.

    """
    file = checked_output(path, ".xlsx")
    writer = imported("xlsxwriter", "registers")
    failures = (OSError, writer.exceptions.FileCreateError)
    return written(file, partial(_write_workbook, writer, sheets, title, form), failures)


def _write_workbook(
    writer: Any, sheets: Iterable[Sheet], title: str, form: Form | None, target: Target
) -> int:
    packed = BytesIO()
    # XlsxWriter keeps rows in files of its own, and forgets them where it fails.
    with TemporaryDirectory() as folder:
        number = _pack(writer, packed, folder, sheets, title, form)
    # Not written to the file at once: after a failure XlsxWriter would go on writing to it.
    target.write(packed.getbuffer())
    return number


def _pack(
    writer: Any,
    packed: BytesIO,
    folder: str,
    sheets: Iterable[Sheet],
    title: str,
    form: Form | None,
) -> int:
    options = {
        "constant_memory": True,
        "default_date_format": DAY_FORMAT,
        "nan_inf_to_errors": False,
        "tmpdir": folder,
    }
    number = 0
    with writer.Workbook(packed, options) as workbook:
        workbook.set_properties({"title": title})
        text = workbook.add_format({"num_format": TEXT_FORMAT})
        for name, headings, rows in sheets:
            sheet = workbook.add_worksheet(name)
            formats: Sequence[Any] = [None] * len(headings)
            if form is not None:
                formats = form(workbook, sheet)
            _write_headings(sheet, headings)
            number += _write_rows(sheet, rows, formats, text)
    return number


def _write_headings(sheet: Any, headings: Sequence[str]) -> None:
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading)


def _write_rows(sheet: Any, rows: Rows, formats: Sequence[Any], text: Any) -> int:
    number = 0
    for number, cells in enumerate(rows, start=1):
        check_rows(number)
        for column, cell in enumerate(cells):
            if cell is not None:
                _write_cell(sheet, number, column, cell, formats[column], text)
    return number


def check_rows(number: int) -> None:
    """Refuse more rows than a sheet holds.

    Raises:
        InputError: for them.

    """
    if number > MOST_ROWS:
        step = "write CSV, or several workbooks"
        raise InputError("rows", f"more than {MOST_ROWS:,}", "what a sheet holds", step)


def _write_cell(sheet: Any, row: int, column: int, cell: object, form: Any, text: Any) -> None:
    # True and False are whole numbers of Python too, so they come first.
    if isinstance(cell, bool):
        word = "Ya" if cell else "Tidak"
        sheet.write_string(row, column, word, form)
    elif isinstance(cell, str):
        check_length(cell, row)
        sheet.write_string(row, column, cell, form)
    elif isinstance(cell, date):
        _write_day(sheet, row, column, cell, form, text)
    elif isinstance(cell, int):
        check_digits(cell, row)
        sheet.write_number(row, column, cell, form)
    else:
        raise _no_cell(cell, row)


def _write_day(sheet: Any, row: int, column: int, day: date, form: Any, text: Any) -> None:
    only_day = day.date() if isinstance(day, datetime) else day
    if only_day < FIRST_DAY:
        sheet.write_string(row, column, day.isoformat(), form or text)
    else:
        sheet.write_datetime(row, column, day, form)


def check_length(text: str, row: int) -> None:
    """Refuse a text that is longer than a cell holds.

    Raises:
        InputError: for it.

    """
    if len(text) > LONGEST_TEXT:
        value = f"text of {len(text):,} letters"
        raise InputError(f"row {row}", value, f"at most {LONGEST_TEXT:,}", "shorten the text")


def check_digits(number: int, row: int) -> None:
    """Refuse a whole number of which a spreadsheet would lose digits.

    Raises:
        InputError: for it.

    """
    # Excel counts in binary floating point: zeros at the end need no digit of their own.
    digits = str(abs(number))
    if len(digits.rstrip("0")) > _DIGITS:
        raise _no_cell(number, row)


def _no_cell(cell: object, row: int) -> InputError:
    allowed = "text, a day, yes or no, or a whole number"
    return InputError(f"row {row}", cell, allowed, "cast the column to one of these")
