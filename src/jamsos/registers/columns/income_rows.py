"""The income row of each person: the one stated, else the one of the declared income."""

from typing import Any

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums.bpu.income_table import rows, runs
from jamsos.premiums.bpu.row_number import row_number
from jamsos.registers.columns.classes import ClassTest, Facet, Stated, int64_or_zero
from jamsos.registers.columns.folding import Values, lookup
from jamsos.registers.columns.literals import Amounts, Exprs
from jamsos.registers.frames import PRIVATE
from jamsos.values.money import LARGEST
from jamsos.values.words import where

_ROW = f"{PRIVATE}row"
_INCOME = f"{PRIVATE}income"


def row_facets(table: Provision, law: Law) -> tuple[Facet, Facet]:
    """The facts income and row, of which only matters whether they are stated.

    The row itself is calculated. Under decision D16 read as ``refuse`` an income between two rows
    of Lampiran II is a class of its own.
    """
    income_tests = {0: _is_stated("income")}
    if law.chose("D16", "refuse"):
        income_tests = _between_rows(table)
    row_tests = {1: _is_stated("row")}
    income = Facet("income", (None, *income_tests), income_tests)
    row = Facet("row", (None, *row_tests), row_tests)
    return income, row


def _is_stated(name: str) -> ClassTest:
    def is_stated() -> nw.Expr:
        column = nw.col(name)
        return ~column.is_null()

    return is_stated


def _between_rows(table: Provision) -> dict[int, ClassTest]:
    """Incomes up to the printed end of their row, and incomes between it and the next row (D16)."""
    ends = _printed_ends(table)
    first_between = next(end + 1 for end in ends if end < LARGEST)

    def end_of_row() -> nw.Expr:
        income = int64_or_zero("income")
        number = _by_income(table, income)
        end: nw.Expr = lookup(number, ends)
        return end

    def within_row() -> nw.Expr:
        return nw.col("income") <= end_of_row()

    def between_rows() -> nw.Expr:
        return nw.col("income") > end_of_row()

    return {0: within_row, first_between: between_rows}


def _printed_ends(table: Provision) -> list[int]:
    """The largest income of each row, as Lampiran II prints it."""
    ends: list[int] = []
    for row in rows(table):
        end = row.income_to_printed
        # The last row is printed without an end.
        if end < row.income_from:
            end = LARGEST
        ends.append(end)
    return ends


@frozen(eq=False)
class Rows:
    """The income rows of the people of a register.

    A row is the one stated, else that of the declared income; the first where neither is stated.
    """

    stated: Stated
    table: Provision

    @property
    def columns(self) -> Exprs:
        """What values are calculated from: the income, or the number of a row of the table."""
        income = int64_or_zero("income")
        if self._by_income_alone:
            return {_INCOME: income}
        if "row" not in self.stated:
            return {_ROW: 1}
        row_of_income = 1
        if "income" in self.stated:
            row_of_income = _by_income(self.table, income)
        stated_row = nw.col("row")
        from_first = stated_row >= 1
        up_to_last = stated_row <= len(self.table.rows)
        # A row number outside the table is a bad fact; the column must hold one that can be.
        is_possible = from_first & up_to_last
        row = where(is_possible, int64_or_zero("row"), row_of_income)
        return {_ROW: row}

    @property
    def _by_income_alone(self) -> bool:
        return "income" in self.stated and "row" not in self.stated

    def value(self, values: Values) -> Any:
        """Each person's value, of one value for each row."""
        several = len(set(values)) > 1
        # An income looked up at once is faster than the number of its row looked up after it.
        if self._by_income_alone and several:
            income = nw.col(_INCOME)
            return _by_income(self.table, income, tuple(values))
        row = nw.col(_ROW)
        return lookup(row, values)


def _by_income(table: Provision, income: Any, values: Amounts = ()) -> Any:
    """The number, or another value, of the row of an income."""
    last_row = rows(table)[-1]
    runs_of_values = runs(table, values)
    return row_number(income, runs_of_values, last_row.income_from)
