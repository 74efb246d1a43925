"""The cells of a sheet from its first row, before anything is known of its form."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl
from attrs import field, frozen

from jamsos.registers.intake.cells.cell import neutral
from jamsos.registers.intake.sheet import Tall, bad_cells
from jamsos.registers.layout import ROW

_LONGEST = 300
"""The letters of a text that may be a heading; what stands after them changes nothing."""


class TopRow(NamedTuple):
    """One of the first rows of a list."""

    row: int
    """Its number in the file; the first is 1."""
    cells: list[str]
    """Empty where nothing is written."""
    lines: int = 1
    """The lines of a CSV file it goes over."""

    @classmethod
    def of(cls, row: int, cells: Sequence[str], lines: int = 1) -> "TopRow":
        """A row of these cells, none longer than a heading may be, nor with what could act."""
        texts = [cell[:_LONGEST] for cell in cells]
        # Most rows hold nothing to take out, and one quick look tells.
        if not "".join(texts).isprintable():
            texts = [_plain(text) for text in texts]
        return cls(row, texts, lines)

    @property
    def last_line(self) -> int:
        """The last row of the file it takes."""
        return self.row + self.lines - 1


def _plain(text: str) -> str:
    # A cell is the same whatever stands beside it.
    if text.isprintable():
        return text
    return neutral(text).text


class Merged(NamedTuple):
    """Cells that were merged into one; its text stands in the first of them."""

    first_row: int
    last_row: int
    first_column: int
    """The first column of the grid is 0."""
    last_column: int

    @property
    def width(self) -> int:
        """How many columns it goes over."""
        return self.last_column - self.first_column + 1


@frozen(eq=False, repr=False)
class Grid:
    """Text cells, as a workbook or a page holds them."""

    cells: pl.DataFrame
    """The columns ``"0"``, ``"1"`` and so on after the column :data:`ROW`."""
    numeric: pl.DataFrame = field(factory=pl.DataFrame)
    """For columns with numeric cells, by the same number: which cells are."""
    merged: Sequence[Merged] = ()
    first_column: int = 0
    """How many columns of the file stand before the first one."""
    bad: pl.DataFrame = field(factory=bad_cells)
    """Cells without a value that could be trusted, and why."""
    from_1904: bool = False
    """Whether its days are numbered from 1904."""

    def top(self, most: int) -> list[TopRow]:
        """The first rows."""
        rows: list[TopRow] = []
        for number, *cells in self.cells.head(most).iter_rows():
            rows.append(TopRow.of(number, [cell or "" for cell in cells]))
        return rows

    def below(self, row: int) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The cells below a row of the file, and which of them are numeric."""
        is_below = self.cells[ROW] > row
        numeric = self.numeric
        if not numeric.is_empty():
            numeric = numeric.filter(is_below)
        return self.cells.filter(is_below), numeric


def wide_rows(merged: Sequence[Merged], columns: int) -> frozenset[int]:
    """The rows with a cell merged over most of the columns."""
    rows = [one.first_row for one in merged if one.width > max(columns // 2, 2)]
    return frozenset(rows)


def tall_cells(merged: Sequence[Merged], heading: int) -> tuple[Tall, ...]:
    """The cells below a heading that are merged over several rows of one column."""
    cells: list[Tall] = []
    for one in merged:
        is_tall = one.width == 1 and one.last_row > one.first_row
        if is_tall and one.first_row > heading:
            cells.append(Tall(str(one.first_column), one.first_row, one.last_row))
    return tuple(cells)
