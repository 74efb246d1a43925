"""Cells: months of people to whom the same may happen with the same chance, and what it pays."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jamsos.errors import InputError
from jamsos.expectations.asking import Asking, Outcome, Person, event_day
from jamsos.expectations.rates import Rate
from jamsos.registers.progress import watched
from jamsos.registers.summing.sums import UNKNOWN
from jamsos.scenarios.groups import Group
from jamsos.values.months import Month
from jamsos.workers.worker import Worker


class Cell(NamedTuple):
    """What may happen in a year, to whom, and what it pays."""

    year: int
    """The year of the event."""
    category: str
    rate: int
    """The position of the rate."""
    household: int
    """The position of the household; 0 where the family changes nothing."""
    chance: Fraction
    """The chance in one month of one person."""
    outcome: Outcome
    """What it pays where every month is paid."""
    in_gap: Outcome
    """What it pays with the months nobody pays for."""


class Standing(NamedTuple):
    """People of a group in a month, by the first month paid for them."""

    month: Month
    paid_from: Month
    people: int


def standings(group: Group, months: Sequence[Month], prior_months: int) -> Iterator[Standing]:
    """The people of a group month by month; of those who leave, the last to join leave first.

    >>> group = Group(Worker(), people={"2026-01": 10, "2026-02": 12, "2026-03": 11})
    >>> months = [Month.of("2026-01"), Month.of("2026-02"), Month.of("2026-03")]
    >>> [(str(one.paid_from), one.people) for one in standings(group, months, 3)]
    [('2025-10', 10), ('2025-10', 10), ('2026-02', 2), ('2025-10', 10), ('2026-02', 1)]
    """
    people: dict[Month, int] = {}
    for month in months:
        paid_from = month + -prior_months if month == months[0] else month
        more = group.in_month(month) - sum(people.values())
        if more > 0:
            people[paid_from] = more
        while more < 0:
            joined, count = people.popitem()
            if count + more > 0:
                people[joined] = count + more
            more += count
        for joined, count in people.items():
            yield Standing(month, joined, count)


def rate_of(rates: Sequence[Rate], name: str, worker: Worker, month: Month) -> int:
    """The position of the one rate of a name that holds for a worker in a month.

    Raises:
        InputError: where none holds, or more than one.

    """
    day = event_day(month)
    holding: list[int] = []
    for position, rate in enumerate(rates):
        if rate.name == name and rate.holds_for(worker, day):
            holding.append(position)
    if len(holding) == 1:
        return holding[0]
    facts = f"{len(holding)} of {name!r} in {month} for {worker!r}"
    step = "state a rate for the others too, '0' where it does not happen to them"
    if holding:
        step = "state ages and categories that do not overlap"
    raise InputError("rates", facts, "one rate of each name for everybody", step)


class Exposure(NamedTuple):
    """People who are alike in a month: the same may happen to them, and pays the same."""

    month: Month
    person: Person
    category: str
    rates: tuple[int, ...]
    """The positions of the rates that hold for them."""


def exposures(
    groups: Sequence[Group], months: Sequence[Month], rates: Sequence[Rate], asking: Asking
) -> dict[Exposure, int]:
    """How many people are alike in each month, whatever groups they are of."""
    names = tuple(dict.fromkeys(rate.name for rate in rates))
    prior_months = asking.circumstances.prior_months
    people: dict[Exposure, int] = {}
    for group in groups:
        category = str(group.worker.category or UNKNOWN)
        for standing in standings(group, months, prior_months):
            month = standing.month
            holding = tuple(rate_of(rates, name, group.worker, month) for name in names)
            person = asking.person(group.worker, group.payer, standing.paid_from, month)
            exposure = Exposure(month, person, category, holding)
            people[exposure] = people.get(exposure, 0) + standing.people
    return people


def counted_cells(
    exposed: Mapping[Exposure, int], rates: Sequence[Rate], paid: Asking, with_gap: Asking
) -> dict[Cell, int]:
    """The cells with the months of people in each, in the order of their first use."""
    cells: dict[Cell, int] = {}
    for exposure, people in watched(exposed.items()):
        for position in exposure.rates:
            for cell in _cells(exposure, position, rates[position], paid, with_gap):
                cells[cell] = cells.get(cell, 0) + people
    return cells


def _cells(
    exposure: Exposure, position: int, rate: Rate, paid: Asking, with_gap: Asking
) -> Iterator[Cell]:
    """The cells of some people in one month, one for each household the event may meet."""
    month, person, category, _ = exposure
    households = [(0, Fraction(1))]
    # Without a scholarship the family decides who takes, and not how much.
    if rate.depends_on_family:
        shares = [one.share for one in paid.circumstances.households]
        households = list(enumerate(shares))
    for place, share in households:
        chance = rate.monthly * share
        if chance:
            yield Cell(
                year=month.first_day.year,
                category=category,
                rate=position,
                household=place,
                chance=chance,
                outcome=paid.outcome(person, month, rate, place),
                in_gap=with_gap.outcome(person, month, rate, place),
            )
