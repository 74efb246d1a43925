"""Registers in Excel workbooks."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from jamsos.errors import InputError, instead
from jamsos.registers.frames import imported
from jamsos.registers.intake.cell_texts import as_text, of_objects
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.excel_package import measured_copy, no_workbook
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.sheet import Sheet, check_size
from jamsos.registers.layout import ROW

_ROWS_AT_A_TIME = 20_000
_HOLDS_ROWS = ""
"""A column of nothing: without any column a frame has no rows either."""


def sheet_of_workbook(path: Path, limits: Limits, heading_row: int, sheet: str | None) -> Sheet:
    """The cells of one sheet.

    Raises:
        InputError: for another kind of file, a workbook that is too large or packed too tightly,
            or an unknown sheet.
        MissingExtraError: without python-calamine.

    """
    calamine = imported("python_calamine", "registers")
    package = measured_copy(path, limits)

    def opened() -> _OpenSheet:
        # The reader sees the measured copy, never the file itself.
        book = calamine.CalamineWorkbook.from_filelike(package.content)
        name = _sheet_name(book, path.name, sheet)
        cells = book.get_sheet_by_name(name)
        return _OpenSheet(name, cells)

    failures = (calamine.CalamineError, OSError, ValueError)
    open_sheet = instead(opened, failures, no_workbook(path.name))
    cells = open_sheet.cells
    rows = cells.iter_rows()
    headings = _headings(rows, heading_row)
    width = len(headings)
    check_size(path.name, cells.total_height, width, limits)
    columns = _Columns(width)
    columns.read(rows)
    first_row = heading_row + 1
    numbered = columns.texts().with_row_index(ROW, first_row)
    texts = numbered.cast({ROW: pl.Int64})
    metadata = _metadata(open_sheet.name, package.errors)
    return Sheet(headings, texts, columns.numeric(), metadata=metadata)


def _metadata(name: str, errors: int) -> dict[str, str]:
    """What the file was, as a report shows it."""
    plain_name = neutral(name).text
    metadata = {"kind": "Excel", "sheet": shown(plain_name)}
    if errors:
        metadata["errors"] = str(errors)
    return metadata


class _OpenSheet(NamedTuple):
    """A sheet that a reader has opened."""

    name: str
    cells: Any


def _headings(rows: Iterator[list[Any]], heading_row: int) -> list[str]:
    """The headings of a sheet; none where it ends before them."""
    from_headings = islice(rows, heading_row - 1, None)
    headings: list[str] = []
    for cell in next(from_headings, []):
        text = as_text(cell)
        headings.append(text or "")
    return headings


class _Columns:
    """The texts of a sheet, and which of its cells are numeric, read some rows at a time."""

    def __init__(self, width: int) -> None:
        self._names = [str(number) for number in range(width)]
        schema = dict.fromkeys(self._names, pl.String)
        self._texts = [pl.DataFrame(schema=schema)]
        self._numeric: list[pl.DataFrame] = []

    def read(self, rows: Iterator[list[Any]]) -> None:
        """Take the rows that are left, so many at a time that their objects fit into memory."""
        while chunk := list(islice(rows, _ROWS_AT_A_TIME)):
            self._add(chunk)

    def _add(self, chunk: list[list[Any]]) -> None:
        """Take some rows."""
        texts: dict[str, pl.Series] = {}
        no_cells = [None] * len(chunk)
        numeric = {_HOLDS_ROWS: pl.Series(no_cells)}
        columns = zip(*chunk, strict=True)
        named = zip(self._names, columns, strict=True)
        for name, cells in named:
            column = of_objects(cells)
            texts[name] = column.texts
            if column.numeric is not None:
                numeric[name] = column.numeric
        self._texts.append(pl.DataFrame(texts))
        self._numeric.append(pl.DataFrame(numeric))

    def texts(self) -> pl.DataFrame:
        """Every column as text."""
        return pl.concat(self._texts)

    def numeric(self) -> pl.DataFrame:
        """For columns with numeric cells: which cells are; unknown where none of a chunk is."""
        if not self._numeric:
            return pl.DataFrame()
        return pl.concat(self._numeric, how="diagonal")


def _sheet_name(book: Any, file: str, sheet: str | None) -> str:
    """The sheet of that name; without a name the only visible one."""
    names: list[str] = []
    visible: list[str] = []
    for metadata in book.sheets_metadata:
        # Charts and macros are sheets too, without cells.
        if "WorkSheet" not in str(metadata.typ):
            continue
        names.append(metadata.name)
        visibility = str(metadata.visible)
        if visibility.endswith(".Visible"):
            visible.append(metadata.name)
    wanted = sheet
    if sheet is None and len(visible) == 1:
        wanted = visible[0]
    if wanted not in names:
        allowed = f"one of {names}"
        raise InputError(f"sheet of {file}", sheet, allowed, "name the sheet: sheet='...'")
    return str(wanted)
