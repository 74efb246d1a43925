"""The income row of each person: the one stated, else the one of the declared income."""

from collections.abc import Callable, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums import rules
from jamsos.premiums.income_table import rows, runs
from jamsos.registers.facets import Facet, total
from jamsos.registers.folding import entry
from jamsos.registers.frames import PRIVATE
from jamsos.values.money import LARGEST
from jamsos.values.words import where

ROW = f"{PRIVATE}row"
"""The column of the number of the row."""


def row_facets(table: Provision, law: Law) -> tuple[Facet, Facet]:
    """Of income and row only whether they are stated: the row itself is calculated."""
    stated: dict[int, Callable[[], nw.Expr]] = {0: lambda: ~nw.col("income").is_null()}
    if law.chose("D16", "refuse"):
        ends = [row.income_to_printed if row.income_to_printed >= row.income_from else LARGEST for row in rows(table)]
        between = next(end + 1 for end in ends if end < LARGEST)
        stated = {
            0: lambda: nw.col("income") <= entry(_by_income(table), ends),
            between: lambda: nw.col("income") > entry(_by_income(table), ends),
        }
    return (
        Facet("income", (None, *stated), stated),
        Facet("row", (None, 1), {1: lambda: ~nw.col("row").is_null()}),
    )


def row_number(stated: frozenset[str], table: Provision) -> Any:
    """The number of the row, from 1, always one of the table; 1 where neither is stated."""
    found = _by_income(table) if "income" in stated else 1
    possible = (nw.col("row") >= 1) & (nw.col("row") <= len(table.rows))
    return where(possible, total("row"), found) if "row" in stated else found


def of_row(stated: frozenset[str], table: Provision, values: Sequence[int]) -> Any:
    """A value that each row has: straight from the income where no row is stated."""
    from_income = "income" in stated and "row" not in stated and len(set(values)) > 1
    return _by_income(table, tuple(values)) if from_income else entry(nw.col(ROW), values)


def _by_income(table: Provision, values: tuple[int, ...] = ()) -> Any:
    return rules.row_number(total("income"), runs(table, values), rows(table)[-1].income_from)
