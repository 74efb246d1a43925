"""The cells of a sheet of a workbook as text, each at its place, as a reader gives them."""

import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

import polars as pl

from jamsos.registers.frames import imported
from jamsos.registers.intake.cell_texts import of_objects
from jamsos.registers.intake.grid import Merged
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.long_sheets import LongSheet
from jamsos.registers.intake.sheet import check_size
from jamsos.registers.intake.side_by_side import side_by_side
from jamsos.registers.layout import ROW

_ROWS_AT_A_TIME = 2_000
"""How many rows become columns at once, few enough to be quick: no bound of what is taken."""
_PIECES_AT_A_TIME = 2
"""Another is turned into columns meanwhile."""
_HOLDS_ROWS = ""
"""A column of nothing: without any column a frame has no rows either."""


class _RowsOutOfOrderError(Exception):
    """A piece of a sheet holds rows that stand above those of the piece before it."""


class SheetCells:
    """The texts of a sheet, and which of its cells are numeric, read some rows at a time."""

    def __init__(self, file: str, limits: Limits) -> None:
        """Begin with none, of a file that is refused where it is too large."""
        self._file = file
        self._limits = limits
        self._height = 0
        """The rows so far, from the first of the sheet."""
        self._columns = range(0)
        """Those between the first and the last with anything in them."""
        self._texts: list[pl.DataFrame] = []
        self._numeric: list[pl.DataFrame] = []
        self._merged: list[Any] = []

    def add(self, sheet: Any, rows: Iterator[list[Any]]) -> None:
        """Take what a reader read of a sheet.

        Args:
            sheet: As the reader gives it.
            rows: Its rows, from the first one with anything in it.

        Raises:
            RefusedFileError: for more than the limits allow.
            _RowsOutOfOrderError: for rows above those that were taken before.

        """
        self._merged.extend(sheet.merged_cell_ranges or [])
        if sheet.start is None:
            return
        first_row, first_column = sheet.start
        last_row, last_column = sheet.end
        if first_row < self._height:
            raise _RowsOutOfOrderError
        columns = range(first_column, last_column + 1)
        self._columns = _over_both(self._columns, columns)
        check_size(self._file, last_row + 1, len(self._columns), self._limits)
        blank_rows = first_row - self._height
        if blank_rows:
            self._add_blank(blank_rows)
        # So many at a time that their objects fit into memory.
        while chunk := list(islice(rows, _ROWS_AT_A_TIME)):
            self._add(chunk, columns)
        self._height = last_row + 1

    def _add(self, chunk: list[list[Any]], columns: range) -> None:
        texts: dict[str, pl.Series] = {}
        numeric = {_HOLDS_ROWS: _no_cells(len(chunk))}
        by_column = zip(*chunk, strict=True)
        for number, cells in zip(columns, by_column, strict=True):
            column = of_objects(cells)
            texts[str(number)] = column.texts
            if column.numeric is not None:
                numeric[str(number)] = column.numeric
        self._texts.append(pl.DataFrame(texts))
        self._numeric.append(pl.DataFrame(numeric))

    def _add_blank(self, rows: int) -> None:
        no_cells = _no_cells(rows)
        self._texts.append(pl.DataFrame({str(self.first_column): no_cells}))
        self._numeric.append(pl.DataFrame({_HOLDS_ROWS: no_cells}))

    @property
    def first_column(self) -> int:
        """How many columns stand before the first one with anything in it."""
        return self._columns.start

    @property
    def width(self) -> int:
        """How many columns there are from that one on."""
        return len(self._columns)

    def texts(self) -> pl.DataFrame:
        """Every column as text, ``"0"``, ``"1"`` and so on, after the number of the row."""
        # A piece need not have all of them.
        every_column = pl.DataFrame(schema=dict.fromkeys(map(str, self._columns), pl.String))
        texts = pl.concat([every_column, *self._texts], how="diagonal")
        texts.columns = [str(place) for place in range(self.width)]
        return texts.with_row_index(ROW, 1).cast({ROW: pl.Int64})

    def numeric(self) -> pl.DataFrame:
        """For columns with numeric cells: which cells are; unknown where none of a chunk is."""
        if not self._numeric:
            return pl.DataFrame()
        names = {str(number): str(place) for place, number in enumerate(self._columns)}
        # Of a single frame polars gives that very one.
        numeric = pl.concat(self._numeric, how="diagonal").clone()
        numeric.columns = [names.get(number, number) for number in numeric.columns]
        return numeric

    def merged(self) -> list[Merged]:
        """The merged cells; none where the kind of file does not say."""
        merged: list[Merged] = []
        for (first_row, left), (last_row, right) in self._merged:
            columns = left - self.first_column, right - self.first_column
            merged.append(Merged(first_row + 1, last_row + 1, *columns))
        return merged


def _no_cells(rows: int) -> pl.Series:
    """A column with nothing in any of its rows."""
    return pl.Series([None], dtype=pl.String).new_from_index(0, rows)


def _over_both(columns: range, others: range) -> range:
    """The columns from the first to the last of either."""
    if not columns:
        return others
    return range(min(columns.start, others.start), max(columns.stop, others.stop))


def opened_book(content: io.BytesIO) -> Any:
    """A workbook in the hands of its reader."""
    calamine = imported("python_calamine", "registers")
    return calamine.CalamineWorkbook.from_filelike(content)


def cells_of(book: Any, name: str, file: str, limits: Limits) -> SheetCells:
    """The cells of a sheet of an open workbook."""
    sheet = book.get_sheet_by_name(name)
    first_row, _ = sheet.start or (0, 0)
    cells = SheetCells(file, limits)
    cells.add(sheet, islice(sheet.iter_rows(), first_row, None))
    return cells


def cells_of_pieces(sheet: LongSheet, name: str, file: str, limits: Limits) -> SheetCells:
    """The cells of a long sheet, whose pieces are read side by side."""
    with suppress(_RowsOutOfOrderError):
        return _piece_by_piece(sheet, name, file, limits)
    # No program writes one so; its reader puts the rows in order.
    return cells_of(opened_book(sheet.whole()), name, file, limits)


def _piece_by_piece(sheet: LongSheet, name: str, file: str, limits: Limits) -> SheetCells:
    def read(copy: Any) -> Any:
        return opened_book(copy()).get_sheet_by_name(name)

    cells = SheetCells(file, limits)
    with side_by_side(read, sheet.copies(), _PIECES_AT_A_TIME) as pieces:
        for piece in pieces:
            cells.add(piece, iter(piece.to_python()))
    return cells
