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
    """Consecutive rows of one width: ``first`` is the number of the row that starts at ``start``."""

    start: int
    width: int
    first: int


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
def runs(table: Provision) -> tuple[Run, ...]:
    """The table as runs of equal width, derived from its rows; the last row has no end and closes the last run."""
    found: list[Run] = []
    for row, following in pairwise(rows(table)):
        width = following.income_from - row.income_from
        if not found or found[-1].width != width:
            found.append(Run(row.income_from, width, row.number))
    return tuple(found)
