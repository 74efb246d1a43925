"""Whom a budget covers, in a given order: stop at the first who does not fit, or pass over them."""

from typing import Final

import polars as pl

_ROW: Final = "row"


def covered_until(costs: pl.Series, budget: int) -> pl.Series:
    """Whether each is covered, where the first who does not fit ends it.

    >>> covered_until(pl.Series([5, 9, 1]), 7).to_list()
    [True, False, False]
    """
    return costs.cum_sum() <= budget


def covered_passing(costs: pl.Series, budget: int) -> pl.Series:
    """Whether each is covered, where those who do not fit are passed over in their order.

    There are at most as many rounds as there are different costs: everybody up to the first who
    does not fit is covered, and from there on nobody who costs as much can be.

    >>> covered_passing(pl.Series([5, 9, 1]), 7).to_list()
    [True, False, True]
    """
    number = len(costs)
    rows = pl.int_range(number, eager=True)
    waiting = pl.DataFrame({_ROW: rows, "cost": costs})
    covered = pl.Series([], dtype=pl.Int64)
    left = budget
    cost = pl.col("cost")
    while True:
        # Nobody who costs more than what is left can fit any more.
        waiting = waiting.filter(cost <= left)
        if waiting.is_empty():
            return rows.is_in(covered.implode())
        sums = waiting["cost"].cum_sum()
        fitting = int((sums <= left).sum())
        newly_covered = waiting[_ROW][:fitting]
        covered = pl.concat([covered, newly_covered])
        left -= int(sums[fitting - 1])
        waiting = waiting[fitting:]
