"""Registers in pages of HTML: systems of the state save their lists so and call them .xls.

The tags are found one after the other, each looked at once: readers for browsers mend what is
broken, and take time and room that grow faster than a page made to hurt them.
"""

import html
import re
from pathlib import Path

import polars as pl

from jamsos.registers.intake.encodings import decoded
from jamsos.registers.intake.grid import Grid, Merged
from jamsos.registers.intake.grid_sheet import sheet_of_grid
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.sheet import Sheet, check_size
from jamsos.registers.layout import ROW

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^<>]*)>|<!--", re.IGNORECASE)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,6})", re.IGNORECASE)
_COMMENT = "!--"
_ENDS = {
    _COMMENT: re.compile("-->"),
    **{
        name: re.compile(f"</{name}", re.IGNORECASE) for name in ("style", "script", "xml", "title")
    },
}
"""What no reader of a page sees, and how each ends."""
_CELLS = ("td", "th")
_BREAKS = ("br", "p", "div", "li")


class _Table:
    """A table of a page, while its cells are read."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.rows: list[list[str]] = []
        self.merged: list[Merged] = []
        self._name = name
        self._limits = limits
        self._width = 0
        self._taken: dict[int, int] = {}
        """Columns that a cell from above still covers, and for how many rows."""

    def begin_row(self) -> None:
        """The next cell begins a row."""
        self.rows.append([])
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}
        check_size(self._name, len(self.rows), self._width, self._limits)

    def add(self, text: str, across: int, down: int) -> None:
        """A cell that goes over so many columns and rows."""
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        while self._taken.get(len(row), 0) > 0:
            row.append("")
        first = len(row)
        self._width = max(self._width, first + across)
        check_size(self._name, len(self.rows), self._width, self._limits)
        row.append(text)
        row.extend([""] * (across - 1))
        if across > 1 or down > 1:
            number = len(self.rows)
            self.merged.append(Merged(number, number + down - 1, first, first + across - 1))
        if down > 1:
            for column in range(first, first + across):
                self._taken[column] = down

    def grid(self) -> Grid:
        """Its cells, each row as long as the longest."""
        columns: dict[str, list[str | None]] = {str(n): [] for n in range(self._width)}
        for row in self.rows:
            row.extend([""] * (self._width - len(row)))
            for number, text in enumerate(row):
                columns[str(number)].append(text or None)
        schema = dict.fromkeys(columns, pl.String)
        cells = pl.DataFrame(columns, schema=schema).with_row_index(ROW, 1)
        return Grid(cells.cast({ROW: pl.Int64}), merged=self.merged)


def sheet_of_page(path: Path, limits: Limits, search: HeadingSearch) -> Sheet:
    """The cells of the largest table of a page.

    Raises:
        InputError: for a page without a table, or one that is too large.

    """
    content = decoded(path.read_bytes(), path.name)
    page = _Page(path.name, limits)
    page.read(content.text)
    tables = [table for table in page.tables if any(table.rows)]
    if not tables:
        step = "open it in a spreadsheet and save it as .xlsx"
        value = "a page without a table"
        raise refusal(Refusal.NO_TABLE, path.name, value, "a page with a table", step)
    largest = max(tables, key=lambda table: sum(map(len, table.rows)))
    metadata = {"kind": "HTML", "encoding": content.encoding}
    return sheet_of_grid(largest.grid(), search, metadata)


class _Page:
    """A page, while its tags are read in their order."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.tables: list[_Table] = []
        self._name = name
        self._limits = limits
        self._open: list[_Table] = []
        """The tables that were begun and not ended; the last is the innermost."""
        self._text: list[str] | None = None
        """What the open cell holds so far."""
        self._span = (1, 1)
        self._endless: set[str] = set()

    def read(self, text: str) -> None:
        """Take in the whole page."""
        place = 0
        while tag := _TAG.search(text, place):
            self._say(text[place : tag.start()])
            place = tag.end()
            name = (tag[2] or _COMMENT).casefold()
            if tag[1]:
                self._end(name)
            elif name in _ENDS:
                place = self._after(name, text, place)
            else:
                self._begin(name, tag[3])
        self._say(text[place:])
        self._end_cell()

    def _after(self, name: str, text: str, place: int) -> int:
        """The place behind what no reader sees; the same place where it never ends."""
        # Looked for once: of many that never end, each look would go over the whole page.
        if name in self._endless:
            return place
        end = _ENDS[name].search(text, place)
        if end is None:
            self._endless.add(name)
            return place
        return end.end()

    def _say(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _begin(self, name: str, attributes: str) -> None:
        if name == "table":
            self._end_cell()
            table = _Table(self._name, self._limits)
            self.tables.append(table)
            self._open.append(table)
            check_size(self._name, len(self.tables), 1, self._limits)
        elif name == "tr" and self._open:
            self._end_cell()
            self._open[-1].begin_row()
        elif name in _CELLS and self._open:
            self._end_cell()
            self._span = _span(attributes)
            self._text = []
        elif name in _BREAKS:
            self._say(" ")

    def _end(self, name: str) -> None:
        if name in (*_CELLS, "tr"):
            self._end_cell()
        elif name == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def _end_cell(self) -> None:
        if self._text is None:
            return
        written = html.unescape("".join(self._text))
        self._text = None
        self._open[-1].add(" ".join(written.split()), *self._span)


def _span(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell goes over."""
    spans = {"colspan": 1, "rowspan": 1}
    for name, number in _SPAN.findall(attributes):
        spans[name.casefold()] = max(int(number), 1)
    return spans["colspan"], spans["rowspan"]
