"""Lines of CSV one by one: quotes over several lines, and rows with too many or too few cells."""

import csv
from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl

from jamsos.registers.intake.limits import Limits
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem

_NOT_CLOSED = "unexpected end of data"
"""What the reader says of a quote that is still open."""


class LinedRow(NamedTuple):
    """A row, and the lines it goes over."""

    cells: list[str]
    lines: int = 1
    doubtful: bool = False
    """Whether its lines could as well be rows of their own."""


class OddRows:
    """The rows of lines that cannot be divided at every separator."""

    def __init__(self, lines: pl.DataFrame, separator: str, width: int, limits: Limits) -> None:
        """Take all lines below the headings, and how many headings there are."""
        self._limits = limits
        self._lines = lines
        self._separator = separator
        self._width = width
        self._rows: list[list[object]] = []
        self._astray = 0
        self.inside: dict[int, int] = {}
        """Lines of a cell that began on an earlier one, and the first line of their row."""
        self.problems: dict[int, Problem] = {}
        """The rows that could not be divided as they should, by their first line."""

    def add(self, number: int, line: str) -> None:
        """Divide the row that begins on a line."""
        if number in self.inside:
            return
        cells = _divided(line, self._separator)
        if cells is None:
            cells = self._over_several_lines(number)
        if cells is None:
            cells = line.split(self._separator)
        self._check_width(number, line, cells)
        padding = [""] * self._width
        padded = cells + padding
        written = [cell or None for cell in padded[: self._width]]
        row: list[object] = [number, *written]
        self._rows.append(row)

    def _over_several_lines(self, number: int) -> list[str] | None:
        """The cells of a row whose quotes close on a later line."""
        row = None
        if self._astray < self._limits.stray_quotes:
            lines = self._lines_from(number)
            row = _joined(lines, self._separator, self._width)
        if row is None:
            self._astray += 1
            self.problems[number] = Problem.ROW_CELLS
            return None
        end = number + row.lines
        if row.doubtful:
            # Each line is looked at by itself: a stray quote must not swallow anybody.
            for line in range(number, end):
                self.problems[line] = Problem.ROW_QUOTES
            return None
        for line in range(number + 1, end):
            self.inside[line] = number
        return row.cells

    def _lines_from(self, number: int) -> list[str]:
        """The lines a row may go over that begins on this one."""
        first = int(self._lines[ROW][0])
        place = number - first
        texts = self._lines["line"]
        return texts.slice(place, self._limits.lines + 1).to_list()

    def _check_width(self, number: int, line: str, cells: list[str]) -> None:
        without_separators = line.replace(self._separator, "")
        written = without_separators.strip()
        is_short = len(cells) < self._width
        if is_short and written:
            # Quotes gone astray explain a short row, and are the problem to solve.
            self.problems.setdefault(number, Problem.ROW_SHORT)
        beyond = cells[self._width :]
        if any(beyond):
            self.problems[number] = Problem.ROW_CELLS

    def frame(self) -> pl.DataFrame:
        """The rows under the numbers of their columns."""
        schema: dict[str, Any] = {ROW: pl.Int64}
        for number in range(self._width):
            schema[str(number)] = pl.String
        return pl.DataFrame(self._rows, schema=schema, orient="row")


def first_row(lines: Sequence[str], separator: str) -> LinedRow:
    """The row that begins on the first of some lines, and may go over several of them."""
    line = lines[0]
    cells = _divided(line, separator)
    if cells is not None:
        return LinedRow(cells)
    row = _joined(lines, separator)
    if row is None or row.doubtful:
        return LinedRow(line.split(separator))
    return row


def _joined(lines: Sequence[str], separator: str, width: int | None = None) -> LinedRow | None:
    """The first line with as many of the next as close its quotes and make up a row."""
    for count in range(2, len(lines) + 1):
        together = lines[:count]
        try:
            cells = _strict("\n".join(together), separator)
        except csv.Error as error:
            # A quote that closes where no cell ends stays there, whatever follows.
            if str(error) != _NOT_CLOSED:
                return None
            continue
        if cells and (width is None or len(cells) == width):
            doubtful = _are_rows(together, separator, len(cells))
            return LinedRow(cells, count, doubtful)
    return None


def _are_rows(lines: Sequence[str], separator: str, width: int) -> bool:
    """Whether lines that quotes join look like rows of their own.

    A line between with the separators of a whole row is a row; so may be the last one, unless it
    only ends the first cell of a row.
    """
    least = width - 1
    whole = [line.count(separator) >= least for line in lines]
    first, *between, last = whole
    if any(between):
        return True
    before_quote = lines[-1].partition('"')[0]
    ends_a_later_cell = separator in before_quote
    return last and (first or ends_a_later_cell)


def _divided(line: str, separator: str) -> list[str] | None:
    """The cells of a line; None where its quotes are not closed or stand astray."""
    try:
        return _strict(line, separator)
    except csv.Error:
        return None


def _strict(line: str, separator: str) -> list[str]:
    """The cells of a line whose quotes all close where a cell ends."""
    # Strict, because a stray quote would else swallow separators without a word.
    reader = csv.reader([line], delimiter=separator, strict=True)
    # The reader gives no cell for an empty line, which is a row with one empty cell.
    return next(reader) or [""]
