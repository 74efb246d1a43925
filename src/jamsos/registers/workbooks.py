"""Excel workbooks that hold what was given and nothing else: text stays text, whatever it begins with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, cast

from jamsos.errors import InputError, T, instead
from jamsos.registers.frames import imported

_ROWS, _LONGEST, _DIGITS = 2**20 - 1, 32_767, 15
"""What a sheet can hold: rows below the headings, letters of a cell, digits of a number that are kept."""


def checked_output(path: str | Path, *kinds: str) -> Path:
    """Return where a file may be written.

    Raises:
        InputError: for what is no path, another ending than these, or a folder that is not there.

    """
    if not isinstance(cast("object", path), str | Path):
        raise InputError("path", path, "a path", "give the name of the file")
    file = Path(path)
    if file.suffix.lower() not in kinds:
        raise InputError("path", file.name, f"a file that ends in {' or '.join(kinds)}", "name the file so")
    if not written(file, file.parent.is_dir):
        raise InputError("path", str(file.parent), "a folder that is there", "make the folder first")
    return file


def written(file: Path, write: Callable[[], T]) -> T:
    """Do what writes a file.

    Raises:
        InputError: where its place cannot be written.

    """

    def refused(failed: Exception) -> InputError:
        given = f"{file.name}: {type(failed).__name__}"
        return InputError("path", given, "a place that can be written", "close the file, or write it elsewhere")

    return instead(write, (OSError,), refused)


Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[object]]]
"""A name, headings and rows."""

_FIRST = "Sheet1"


def write_sheet(path: str | Path, headings: Sequence[str], rows: Iterable[Sequence[object]], *, title: str) -> int:
    """Write one sheet, row by row in little memory, and tell how many rows it has.

    Text is written as text: never as a formula, a link or a number. Days are days, whole numbers numbers, yes and
    no are *Ya* and *Tidak*, None is an empty cell.

    Args:
        path: The workbook to write.
        headings: The first row.
        rows: The cells.
        title: The title in the properties of the workbook.

    Raises:
        InputError: for a file that is no .xlsx or in no folder, more rows, longer text or larger numbers than a sheet
            keeps, or a value of another kind.
        MissingExtraError: without XlsxWriter.

    """
    return write_sheets(path, [(_FIRST, headings, rows)], title=title)


def write_sheets(path: str | Path, sheets: Iterable[Sheet], *, title: str) -> int:
    """Write sheets one after the other, as :func:`write_sheet` does, and tell how many rows they have together.

    Args:
        path: The workbook to write.
        sheets: The name of each sheet, its headings and its rows.
        title: The title in the properties of the workbook.

    Raises:
        InputError: as :func:`write_sheet`.
        MissingExtraError: without XlsxWriter.

    """
    file = checked_output(path, ".xlsx")
    options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "nan_inf_to_errors": False}
    writer = imported("xlsxwriter", "registers")

    target = written(file, lambda: file.open("wb"))

    def work() -> int:
        with target, writer.Workbook(target, options) as workbook:
            workbook.set_properties({"title": title})
            return sum(_write_one(workbook.add_worksheet(name), headings, rows) for name, headings, rows in sheets)

    try:
        return written(file, work)
    except InputError:
        file.unlink()  # a part of the rows is no workbook
        raise


def _write_one(sheet: Any, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading)
    return _write_rows(sheet, rows)


def _write_rows(sheet: Any, rows: Iterable[Sequence[object]]) -> int:
    number = 0
    for number, cells in enumerate(rows, start=1):
        if number > _ROWS:
            raise InputError("rows", f"more than {_ROWS:,}", "what a sheet holds", "write CSV, or several workbooks")
        for column, cell in enumerate(cells):
            if cell is not None:
                _write(sheet, number, column, cell)
    return number


def _write(sheet: Any, row: int, column: int, cell: object) -> None:
    if isinstance(cell, bool):
        sheet.write_string(row, column, "Ya" if cell else "Tidak")
    elif isinstance(cell, str):
        if len(cell) > _LONGEST:
            raise InputError(
                f"row {row}", f"text of {len(cell):,} letters", f"at most {_LONGEST:,}", "shorten the text"
            )
        sheet.write_string(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell)
    elif isinstance(cell, int) and len(str(abs(cell)).rstrip("0")) <= _DIGITS:
        sheet.write_number(row, column, cell)
    else:
        raise InputError(f"row {row}", cell, "text, a day, yes or no, or a whole number", "convert the column")
