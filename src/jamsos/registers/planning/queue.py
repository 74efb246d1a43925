"""Those who take part in a plan, in their order: the covered, the waiting, and what these need."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from jamsos.registers.frames import PRIVATE
from jamsos.registers.planning.budget import covered_passing, covered_until
from jamsos.registers.planning.ranks import Rank
from jamsos.registers.planning.start_months import BEGIN, COST
from jamsos.registers.polars_frames import refuse_identities
from jamsos.registers.summing.sums import UNKNOWN, group_key

COVERED = f"{PRIVATE}covered"
"""Whether the budget pays for a person."""

_AREAS = ("kecamatan", "village")
_PEOPLE = pl.len().cast(pl.Int64)


class Queue(NamedTuple):
    """Those who take part, in their order."""

    people: pl.DataFrame
    left: int
    """What remains of the budget, in rupiah."""

    @property
    def covered(self) -> pl.DataFrame:
        """Those the budget pays for."""
        return self.people.filter(COVERED)

    @property
    def waiting(self) -> pl.DataFrame:
        """The others."""
        return self.people.filter(~pl.col(COVERED))


def queue_of(people: pl.DataFrame, budget: int, *, skip: bool) -> Queue:
    """Share out a budget among people who stand in their order."""
    costs = people[COST]
    covered = _covered(costs, budget, skip=skip)
    covered_costs = costs.filter(covered)
    left = budget - int(covered_costs.sum())
    last_place = pl.len()
    place = pl.int_range(1, last_place + 1)
    placed = people.with_columns(covered.alias(COVERED), plan_place=place)
    needed = _needed(left)
    with_needed = placed.with_columns(plan_needed=needed)
    return Queue(with_needed, left)


def _needed(left: int) -> pl.Expr:
    """How much more money covers each who waits, and everybody waiting before them."""
    costs = pl.col(COST)
    waits = ~pl.col(COVERED)
    # Only the waiting add to what is needed: the others are paid for.
    waiting_costs = pl.when(waits).then(costs)
    return waiting_costs.cum_sum() - left


def _covered(costs: pl.Series, budget: int, *, skip: bool) -> pl.Series:
    if skip:
        return covered_passing(costs, budget)
    return covered_until(costs, budget)


def accounts(queue: Queue) -> dict[str, int]:
    """What cover costs, by programme."""
    covered = queue.covered
    amounts: dict[str, int] = {}
    for programme in ("jkk", "jkm", "jht"):
        premiums = covered[f"premium_{programme}"]
        amounts[programme] = int(premiums.sum())
    return amounts


def begins(queue: Queue) -> pl.DataFrame:
    """How many begin in which month."""
    covered = _number_of(pl.col(COVERED))
    months = queue.people.group_by(month=pl.col(BEGIN))
    counts = months.agg(people=_PEOPLE, covered=covered)
    return counts.sort("month")


def next_people(queue: Queue) -> pl.DataFrame:
    """Those who wait, with the money until each is covered."""
    areas = _areas(queue.people)
    cost = pl.col(COST).alias("cost")
    return queue.waiting.select("plan_place", *areas, cost, needed="plan_needed")


def next_villages(queue: Queue) -> pl.DataFrame:
    """The villages in which somebody waits, with the money until all waiting there are covered."""
    names = {name: group_key(name) for name in _areas(queue.people)}
    if not names:
        names = {"village": pl.lit(UNKNOWN)}
    villages = _groups(queue.waiting, names, queue.left)
    return villages.drop("covered", "waiting")


def steps(queue: Queue, rank: Rank) -> pl.DataFrame:
    """Each value of a rank, with the money until all of its people are covered."""
    value = {"step": group_key(rank.name)}
    return _groups(queue.people, value, queue.left)


def _number_of(state: pl.Expr) -> pl.Expr:
    return state.sum().cast(pl.Int64)


def _areas(people: pl.DataFrame) -> list[str]:
    return [name for name in _AREAS if name in people.columns]


def _groups(people: pl.DataFrame, names: Mapping[str, pl.Expr], left: int) -> pl.DataFrame:
    """Groups in the order of their first person."""
    refuse_identities(people.select(**names))
    counts = _group_counts(people, names)
    # A group in which nobody waits needs nothing: empty, not the need of the groups before it.
    somebody_waits = pl.col("waiting") > 0
    needed = pl.col("cost").cum_sum() - left
    needed_if_waiting = pl.when(somebody_waits).then(needed)
    return counts.with_columns(needed=needed_if_waiting)


def _group_counts(people: pl.DataFrame, names: Mapping[str, pl.Expr]) -> pl.DataFrame:
    is_covered = pl.col(COVERED)
    waits = ~is_covered
    waiting_costs = pl.col(COST).filter(waits)
    groups = people.group_by(**names, maintain_order=True)
    return groups.agg(
        people=_PEOPLE,
        covered=_number_of(is_covered),
        waiting=_number_of(waits),
        cost=waiting_costs.sum(),
    )
