"""Lampiran II: the income rows, and the same table as a few runs of equal width for arithmetic."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jamsos.errors import InputError, LawDataError
from jamsos.law.provisions import Provision


class Row(NamedTuple):
    """One row: incomes from ``income_from`` on, the base, and the JKK contribution of a month."""

    number: int
    income_from: int
    income_to_printed: int
    base_income: int
    jkk_month: int

    def between_rows(self, income: int) -> bool:
        """Tell whether the income lies above the printed end of this row (decision D16)."""
        return self.income_from <= self.income_to_printed < income


class Run(NamedTuple):
    """Consecutive rows of one width, whose values come in equal steps: ``first`` is that of the row at ``start``."""

    start: int
    width: int
    first: int
    step: int


@cache
def rows(table: Provision) -> tuple[Row, ...]:
    """The rows of the table in force.

    >>> from datetime import date
    >>> from jamsos.law import current
    >>> rows(current().get("bpu.income_table", date(2026, 1, 1)))[9].base_income
    2950000
    """
    listed = tuple(Row(number, *(int(str(cell)) for cell in cells)) for number, cells in enumerate(table.rows, start=1))
    starts = [row.income_from for row in listed]
    if starts[0] != 0 or any(later <= earlier for earlier, later in pairwise(starts)):
        raise LawDataError(table.id, starts, "rows from 0 on, each above the last", "every income needs one row")
    return listed


def row_numbered(table: Provision, number: object) -> Row:
    """One row by its number, from 1.

    Raises:
        InputError: if the table has no such row.

    """
    listed = rows(table)
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(listed):
        raise InputError("income row", number, f"1 to {len(listed)}", "use a row number of Lampiran II")
    return listed[number - 1]


@cache
def runs(table: Provision, values: tuple[int, ...] = ()) -> tuple[Run, ...]:
    """The numbers of the rows, or other values of theirs, as runs; the last row has no end and closes a run."""
    listed = rows(table)
    values = values or tuple(row.number for row in listed)
    widths = [later.income_from - row.income_from for row, later in pairwise(listed)]
    widths += [*(widths[-1:] or [1]), 0]
    found: list[Run] = []
    follows = (0, 0)
    for n, row in enumerate(listed):
        if (widths[n], values[n]) != follows:
            step = values[n + 1] - values[n] if widths[n] == widths[n + 1] else 0
            found.append(Run(row.income_from, widths[n], values[n], step))
        follows = (widths[n], values[n] + found[-1].step)
    return tuple(found)
