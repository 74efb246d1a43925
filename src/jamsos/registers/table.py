"""The income row of each person: the one stated, else the one of the declared income."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw
from attrs import frozen

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums import rules
from jamsos.premiums.income_table import rows, runs
from jamsos.registers.facets import Facet, total
from jamsos.registers.folding import entry
from jamsos.registers.frames import PRIVATE
from jamsos.values.money import LARGEST
from jamsos.values.words import where

_ROW, _INCOME = f"{PRIVATE}row", f"{PRIVATE}income"


def row_facets(table: Provision, law: Law) -> tuple[Facet, Facet]:
    """Of income and row only whether they are stated: the row itself is calculated."""
    stated: dict[int, Callable[[], nw.Expr]] = {0: lambda: ~nw.col("income").is_null()}
    if law.chose("D16", "refuse"):
        ends = [row.income_to_printed if row.income_to_printed >= row.income_from else LARGEST for row in rows(table)]
        between = next(end + 1 for end in ends if end < LARGEST)
        stated = {
            0: lambda: nw.col("income") <= entry(_by_income(table, total("income")), ends),
            between: lambda: nw.col("income") > entry(_by_income(table, total("income")), ends),
        }
    return (
        Facet("income", (None, *stated), stated),
        Facet("row", (None, 1), {1: lambda: ~nw.col("row").is_null()}),
    )


@frozen(eq=False)
class Rows:
    """The rows of a register's people: as stated, else of the declared income; the first where neither is stated."""

    stated: frozenset[str]
    table: Provision

    @property
    def columns(self) -> Mapping[str, Any]:
        """What the values are calculated from: the income, or the number of the row, always one of the table."""
        if "row" not in self.stated:
            return {_INCOME: total("income")} if "income" in self.stated else {_ROW: 1}
        found = _by_income(self.table, total("income")) if "income" in self.stated else 1
        possible = (nw.col("row") >= 1) & (nw.col("row") <= len(self.table.rows))
        return {_ROW: where(possible, total("row"), found)}

    def value(self, values: Sequence[int]) -> Any:
        """A value that each row has."""
        if _INCOME in self.columns and len(set(values)) > 1:
            return _by_income(self.table, nw.col(_INCOME), tuple(values))
        return entry(nw.col(_ROW), values)


def _by_income(table: Provision, income: nw.Expr, values: tuple[int, ...] = ()) -> Any:
    column: Any = income
    return rules.row_number(column, runs(table, values), rows(table)[-1].income_from)
