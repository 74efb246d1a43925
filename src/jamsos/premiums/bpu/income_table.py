"""Lampiran II: the income rows, and the same table as a few runs of equal width for arithmetic."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jamsos.errors import InputError, LawDataError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.values.plain import advice, as_whole


class PrintedRow(NamedTuple):
    """One row as Lampiran II prints it, in rupiah."""

    income_from: int
    income_to_printed: int
    """The printed end; -1 in the last row, which has none."""
    base_income: int
    jkk_month: int


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
    """Consecutive rows of one width whose values rise in equal steps."""

    start: int
    """The income the first of these rows begins with."""
    width: int
    """Rupiah of income from one row to the next."""
    first: int
    """The value of the first of these rows."""
    step: int
    """How much the value rises from one row to the next."""


def full_contribution(row: Row, month: Month, law: Law) -> Rupiah:
    """JKK and JKM of a month in an income row, before any relief (*iuran penuh*).

    Legal source: PP 44/2015 Pasal 20 ayat (1) and (3), Lampiran II.

    >>> from jamsos.law import current
    >>> month = Month.of("2026-11")
    >>> first, *_ = rows(current().get("bpu.income_table", month.first_day))
    >>> full_contribution(first, month, current())
    16800
    """
    jkm = law.get("jkm.contribution_bpu_month", month.first_day)
    return exact(row.jkk_month + jkm.number)


@cache
def rows(table: Provision) -> tuple[Row, ...]:
    """The rows of the table in force.

    >>> from datetime import date
    >>> from jamsos.law import current
    >>> rows(current().get("bpu.income_table", date(2026, 1, 1)))[9].base_income
    2950000
    """
    numbered: list[Row] = []
    printed_rows = typed_rows(table, PrintedRow)
    for number, printed in enumerate(printed_rows, start=1):
        numbered.append(Row(number, *printed))
    starts = [row.income_from for row in numbered]
    _check_starts(table, starts)
    return tuple(numbered)


def _check_starts(table: Provision, starts: list[int]) -> None:
    """Refuse a table in which an income would have no row, or two."""
    neighbours = pairwise(starts)
    ascending = all(earlier < later for earlier, later in neighbours)
    if starts[0] != 0 or not ascending:
        raise LawDataError(
            table.id, starts, "rows from 0 on, each above the last", "every income needs one row"
        )


def row_numbered(table: Provision, number: object) -> Row:
    """One row by its number, from 1.

    Raises:
        InputError: if the table has no such row.

    """
    listed = rows(table)
    position = as_whole(number)
    if position is None or not 1 <= position <= len(listed):
        allowed = f"a row of Lampiran II, 1 to {len(listed)}"
        step = advice(number, "give the number of the row as an int")
        raise InputError("row", number, allowed, step)
    return listed[position - 1]


@cache
def runs(table: Provision, values: tuple[int, ...] = ()) -> tuple[Run, ...]:
    """The rows as runs of equal width, with a value for each row.

    Args:
        table: The table of Lampiran II.
        values: What each row is worth; by default the numbers of the rows.

    """
    listed = rows(table)
    values = values or tuple(row.number for row in listed)
    widths = _widths(listed)
    runs_of_values: list[Run] = []
    next_width = 0
    next_value = 0
    for n, row in enumerate(listed):
        row_facts = (widths[n], values[n])
        continues_run = row_facts == (next_width, next_value)
        if not continues_run:
            step = 0
            if widths[n] == widths[n + 1]:
                step = values[n + 1] - values[n]
            run = Run(row.income_from, widths[n], values[n], step)
            runs_of_values.append(run)
        next_width = widths[n]
        last_step = runs_of_values[-1].step
        next_value = values[n] + last_step
    return tuple(runs_of_values)


def _widths(listed: tuple[Row, ...]) -> list[int]:
    """The width of each row, and a 0 after the last one that no row continues."""
    following = pairwise(listed)
    widths = [later.income_from - row.income_from for row, later in following]
    # The last row has no end: it takes the width of the row before, so that it may close its run.
    last_width = widths[-1] if widths else 1
    widths.append(last_width)
    widths.append(0)
    return widths
