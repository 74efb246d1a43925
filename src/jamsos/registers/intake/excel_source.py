"""Registers in workbooks: .xlsx, .xlsm, .xlsb, .xls and .ods."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from jamsos.errors import instead
from jamsos.registers.frames import imported
from jamsos.registers.intake.cell_texts import of_objects
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.excel_package import measured_copy
from jamsos.registers.intake.file_kinds import ODS, XLS
from jamsos.registers.intake.grid import Grid, Merged
from jamsos.registers.intake.grid_sheet import sheet_of_grid
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import (
    BadCell,
    MeasuredPackage,
    ReaderFailedError,
    foreseen,
    no_workbook,
)
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.sheet import Sheet, bad_cells, check_size
from jamsos.registers.intake.xls_measure import measured_xls
from jamsos.registers.layout import ROW

_ROWS_AT_A_TIME = 20_000
_NAMES = {ODS: "OpenDocument"}
_HOLDS_ROWS = ""
"""A column of nothing: without any column a frame has no rows either."""


def sheet_of_workbook(
    path: Path, limits: Limits, search: HeadingSearch, sheet: str | int | None, kind: str
) -> Sheet:
    """The cells of one sheet of a workbook of any kind.

    Raises:
        InputError: for another kind of file, a workbook that is too large or packed too tightly,
            or an unknown sheet.
        MissingExtraError: without python-calamine.

    """
    calamine = imported("python_calamine", "registers")
    package = _measured(path, limits, kind)

    def opened() -> Sheet:
        # The reader sees the measured copy, never the file itself.
        book = calamine.CalamineWorkbook.from_filelike(package.content)
        open_sheet = _opened(book, package, path.name, sheet)
        grid = _grid(open_sheet, path.name, limits)
        return sheet_of_grid(grid, search, _metadata(open_sheet, kind))

    failures = (calamine.CalamineError, ReaderFailedError, OSError, ValueError, OverflowError)
    return instead(lambda: foreseen(opened), failures, no_workbook(path.name))


def _opened(
    book: Any, package: MeasuredPackage, file: str, sheet: str | int | None
) -> "_OpenSheet":
    """The sheet that is read, and what is said of the others."""
    sheets = _sheets(book)
    name = _sheet_name(sheets, file, sheet)
    unread: list[str] = []
    hidden: list[str] = []
    for other, is_visible in sheets.items():
        others = unread if is_visible else hidden
        if other != name:
            others.append(other)
    place = book.sheet_names.index(name)
    bad = package.bad.get(place, [])
    cells = book.get_sheet_by_name(name)
    return _OpenSheet(name, cells, unread, hidden, bad, package.from_1904)


def _measured(path: Path, limits: Limits, kind: str) -> MeasuredPackage:
    """A workbook that is safe to open."""
    # Of all kinds only the old one is no zip.
    if kind == XLS:
        return measured_xls(path, limits)
    return measured_copy(path, limits, kind)


def _grid(sheet: "_OpenSheet", name: str, limits: Limits) -> Grid:
    """The cells of a sheet, from its first row."""
    cells = sheet.cells
    rows = cells.iter_rows()
    start = cells.start or (0, 0)
    first = list(islice(rows, 1))
    width = max(map(len, first), default=0)
    check_size(name, cells.total_height, width, limits)
    columns = _Columns(width)
    columns.read(chain(first, rows))
    numbered = columns.texts().with_row_index(ROW, 1)
    texts = numbered.cast({ROW: pl.Int64})
    first_column = start[1]
    merged = _merged(cells, first_column)
    # Where cells are in error beyond the last value, there is no column for them.
    columns_of_bad = [(cell, cell.column - first_column) for cell in sheet.bad]
    bad = [(cell.row, str(n), cell.problem) for cell, n in columns_of_bad if 0 <= n < width]
    return Grid(texts, columns.numeric(), merged, first_column, bad_cells(bad), sheet.from_1904)


def _merged(cells: Any, first_column: int) -> list[Merged]:
    """The merged cells of a sheet; none where its kind of file does not say."""
    merged: list[Merged] = []
    for (first_row, left), (last_row, right) in cells.merged_cell_ranges or []:
        columns = left - first_column, right - first_column
        merged.append(Merged(first_row + 1, last_row + 1, *columns))
    return merged


def _metadata(sheet: "_OpenSheet", kind: str) -> dict[str, str]:
    """What the file was, as a report shows it."""
    metadata = {"kind": _NAMES.get(kind, "Excel"), "sheet": _shown(sheet.name)}
    for name, sheets in {"unread": sheet.unread, "hidden": sheet.hidden}.items():
        if sheets:
            metadata[name] = ", ".join(map(_shown, sheets))
    return metadata


def _shown(name: str) -> str:
    """The name of a sheet as a report may show it."""
    return shown(neutral(name).text)


class _OpenSheet(NamedTuple):
    """A sheet that a reader has opened."""

    name: str
    cells: Any
    unread: list[str]
    """The other sheets that somebody who opens the workbook sees."""
    hidden: list[str]
    """Those that nobody sees."""
    bad: Sequence[BadCell]
    """The cells whose value cannot be trusted."""
    from_1904: bool


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


def _sheets(book: Any) -> dict[str, bool]:
    """The sheets that hold cells, in their order, and whether each is visible."""
    sheets: dict[str, bool] = {}
    for metadata in book.sheets_metadata:
        # Charts and macros are sheets too, without cells.
        if "WorkSheet" in str(metadata.typ):
            visibility = str(metadata.visible)
            sheets[metadata.name] = visibility.endswith(".Visible")
    return sheets


def _sheet_name(sheets: Mapping[str, bool], file: str, sheet: str | int | None) -> str:
    """The sheet of that name or place; without either the only visible one."""
    names = list(sheets)
    visible = [name for name, is_visible in sheets.items() if is_visible]
    wanted = sheet
    if sheet is None and len(visible) == 1:
        wanted = visible[0]
    if isinstance(sheet, int) and 0 < sheet <= len(names):
        wanted = names[sheet - 1]
    if wanted not in names:
        allowed = f"one of {names}"
        why = Refusal.WHICH_SHEET if sheet is None else Refusal.NO_SUCH_SHEET
        step = "name the sheet: sheet='...'"
        shown_names = ", ".join(map(_shown, names))
        thing = f"sheet of {file}"
        raise refusal(why, thing, sheet, allowed, step, sheets=shown_names)
    return str(wanted)
