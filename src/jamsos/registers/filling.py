"""Whom a budget covers, in a given order: stop at the first who does not fit, or pass over those who do not."""

from typing import Final

import polars as pl

_ROW: Final = "row"


def covered_until(costs: pl.Series, budget: int) -> pl.Series:
    """Who is covered where the first who does not fit ends it."""
    return costs.cum_sum() <= budget


def covered_passing(costs: pl.Series, budget: int) -> pl.Series:
    """Who is covered where those who do not fit are passed over, one after the other in their order.

    As many rounds as there are different costs at most: everybody up to the first who does not fit is covered;
    from there on nobody who costs as much can be.
    """
    waiting = pl.DataFrame({_ROW: pl.int_range(len(costs), eager=True), "cost": costs})
    found: list[pl.Series] = []
    left = budget
    while True:
        waiting = waiting.filter(pl.col("cost") <= left)
        if waiting.is_empty():
            break
        sums = waiting["cost"].cum_sum()
        fit = int((sums <= left).sum())
        found.append(waiting[_ROW][:fit])
        left -= int(sums[fit - 1])
        waiting = waiting[fit:]
    rows = pl.concat(found) if found else pl.Series([], dtype=pl.Int64)
    return pl.int_range(len(costs), eager=True).is_in(rows.implode())
