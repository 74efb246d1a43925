"""Excel workbooks of the values given and nothing else: text is text, whatever it begins with."""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any, TypeAlias, cast

from jamsos.errors import InputError, T, instead
from jamsos.registers.frames import imported

_ROWS = 2**20 - 1
"""The rows a sheet holds below its headings."""
_LONGEST = 32_767
"""The letters a cell holds."""
_DIGITS = 15
"""The digits of a number that a cell keeps."""

Rows: TypeAlias = Iterable[Sequence[object]]
"""The cells of each row below the headings."""

Sheet: TypeAlias = tuple[str, Sequence[str], Rows]
"""A name, headings and rows."""

Form: TypeAlias = Callable[[Any, Any], Sequence[Any]]
"""Lays out an empty sheet of a workbook, and gives the format of the cells of each column."""

_FIRST = "Sheet1"


def checked_output(path: str | Path, *kinds: str) -> Path:
    """Return the path of a file that may be written.

    Raises:
        InputError: for what is no path, another ending than these, or a folder that does not exist.

    """
    if not isinstance(cast("object", path), str | Path):
        step = "give the name of the file, as 'peserta.xlsx'"
        raise InputError("path", path, "a path as text or pathlib.Path", step)
    file = Path(path)
    if file.suffix.lower() not in kinds:
        endings = " or ".join(kinds)
        step = f"name it {file.stem}{kinds[0]}"
        raise InputError("path", file.name, f"a file that ends in {endings}", step)
    # os.path: before Python 3.14, Path.is_dir() raises for an over-long name
    if not os.path.isdir(file.parent):  # noqa: PTH112
        folder = str(file.parent)
        raise InputError("path", folder, "a folder that is there", "make the folder first")
    return file


def written(file: Path, write: Callable[[], T]) -> T:
    """Do the work that writes a file.

    Raises:
        InputError: where the file cannot be written.

    """

    def refused(failure: Exception) -> InputError:
        value = f"{file.name}: {type(failure).__name__}"
        step = "close the file, or write it elsewhere"
        return InputError("path", value, "a place that can be written", step)

    return instead(write, (OSError,), refused)


def write_sheet(path: str | Path, headings: Sequence[str], rows: Rows, *, title: str) -> int:
    """Write a workbook of one sheet, row by row in little memory, and return the number of rows.

    Text is written as text: never as a formula, a link or a number. Days are days, whole numbers
    are numbers, yes and no are *Ya* and *Tidak*, None is an empty cell.

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
    sheet = (_FIRST, headings, rows)
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
    target = written(file, partial(_opened, file))
    write = partial(_write_workbook, writer, target, sheets, title, form)
    try:
        return written(file, write)
    except InputError:
        # A workbook with some of the rows would pass for the whole register.
        file.unlink()
        raise


def _opened(file: Path) -> IO[bytes]:
    return file.open("wb")


def _write_workbook(
    writer: Any, target: IO[bytes], sheets: Iterable[Sheet], title: str, form: Form | None
) -> int:
    options = {
        "constant_memory": True,
        "default_date_format": "yyyy-mm-dd",
        "nan_inf_to_errors": False,
    }
    number = 0
    with target, writer.Workbook(target, options) as workbook:
        workbook.set_properties({"title": title})
        for name, headings, rows in sheets:
            sheet = workbook.add_worksheet(name)
            formats: Sequence[Any] = [None] * len(headings)
            if form is not None:
                formats = form(workbook, sheet)
            _write_headings(sheet, headings)
            number += _write_rows(sheet, rows, formats)
    return number


def _write_headings(sheet: Any, headings: Sequence[str]) -> None:
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading)


def _write_rows(sheet: Any, rows: Rows, formats: Sequence[Any]) -> int:
    number = 0
    for number, cells in enumerate(rows, start=1):
        if number > _ROWS:
            step = "write CSV, or several workbooks"
            raise InputError("rows", f"more than {_ROWS:,}", "what a sheet holds", step)
        for column, cell in enumerate(cells):
            if cell is not None:
                _write_cell(sheet, number, column, cell, formats[column])
    return number


def _write_cell(sheet: Any, row: int, column: int, cell: object, form: Any) -> None:
    # True and False are whole numbers of Python too, so they come first.
    if isinstance(cell, bool):
        word = "Ya" if cell else "Tidak"
        sheet.write_string(row, column, word, form)
    elif isinstance(cell, str):
        _check_length(cell, row)
        sheet.write_string(row, column, cell, form)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, form)
    elif isinstance(cell, int) and _keeps_digits(cell):
        sheet.write_number(row, column, cell, form)
    else:
        allowed = "text, a day, yes or no, or a whole number"
        raise InputError(f"row {row}", cell, allowed, "cast the column to one of these")


def _check_length(text: str, row: int) -> None:
    if len(text) > _LONGEST:
        value = f"text of {len(text):,} letters"
        raise InputError(f"row {row}", value, f"at most {_LONGEST:,}", "shorten the text")


def _keeps_digits(number: int) -> bool:
    # Excel counts in binary floating point: zeros at the end need no digit of their own.
    digits = str(abs(number))
    return len(digits.rstrip("0")) <= _DIGITS
