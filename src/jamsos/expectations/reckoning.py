"""The expected benefits of a scenario, reckoned from what the engine gives after each event."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

import polars as pl

from jamsos.answers.grounds import distinct
from jamsos.errors import InputError
from jamsos.expectations.asking import Asking
from jamsos.expectations.cells import Cell, counted_cells, exposures
from jamsos.expectations.circumstances import Circumstances
from jamsos.expectations.expectation import Expectation
from jamsos.expectations.lines import ExpectedEvents, ExpectedLine
from jamsos.expectations.population import groups_of
from jamsos.expectations.rates import Rate
from jamsos.scenarios.comparison import Comparison, compare
from jamsos.scenarios.scenario import Scenario
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.months import Month, months_in_order
from jamsos.values.plain import as_tuple, checked_kind, checked_tuple

_PAIR = 2


def expected_benefits(
    scenario: Scenario,
    *,
    rates: Rate | Sequence[Rate],
    circumstances: Circumstances,
    unpaid: tuple[object, object] | None = None,
) -> Expectation:
    """What families are expected to receive, against what is paid for cover.

    Each benefit is what the law gives to one of them: the engine is asked for every month, every
    kind of event and every household, and never a figure is typed. The rates are the caller's.

    Legal source: as :func:`jamsos.death_benefit`, :func:`jamsos.jkk_benefit`,
    :func:`jamsos.scholarship_projection` and :func:`jamsos.premium`.

    >>> from datetime import date
    >>> from jamsos import Family, Worker
    >>> from jamsos.expectations import Household
    >>> from jamsos.scenarios import Group
    >>> fishers = Group(Worker(kind="independent", income=900_000, sector="other"), people=1_000)
    >>> year = Scenario("APBD", fishers, first="2026-01", last="2026-12", payer="APBD")
    >>> alone = Household(share=1, family=Family(children=()))
    >>> homes = Circumstances(prior_months=12, households=alone, as_of=date(2026, 1, 1))
    >>> supposed = Rate.of_death("3 per 1000")
    >>> expected_benefits(year, rates=supposed, circumstances=homes).benefits
    Fraction(126000000, 1)

    Args:
        scenario: The people, the months, who pays, and the law.
        rates: How often what happens; rates of one name together for everybody.
        circumstances: Of which families and with how many months paid before; one for all.
        unpaid: The first and the last month of a gap in which nobody pays, and for which nobody
            pays later.

    Raises:
        InputError: for people without a rate or with two, for contributions that have no price,
            or a gap outside the months.
        UndecidedError: where a fact is missing for a benefit, with the next step.
        OutsideLawError: for a month before July 2015; with children before December 2019, when a
            scholarship was no matter of years.

    """
    checked_kind(Scenario, scenario, "scenario", "build it with jamsos.scenarios.Scenario(...)")
    step = "build it with jamsos.expectations.Circumstances(...)"
    checked_kind(Circumstances, circumstances, "circumstances", step)
    all_rates = _checked_rates(rates)
    gap = _checked_gap(unpaid, scenario)
    groups = groups_of(scenario, all_rates)
    priced = compare(scenario, by="month")
    contributions = _contributions(priced)
    paid = Asking(scenario, circumstances, frozenset())
    with_gap = Asking(scenario, circumstances, frozenset(gap)) if gap else paid
    exposed = exposures(groups, scenario.months, all_rates, paid)
    cells = counted_cells(exposed, all_rates, paid, with_gap)
    by_year: dict[int, int] = {}
    for month, premium in contributions.items():
        year = month.first_day.year
        by_year[year] = by_year.get(year, 0) + premium
    price_grounds = [priced.grounds(row) for row in range(priced.table.height)]
    return Expectation(
        scenario=scenario,
        rates=all_rates,
        circumstances=circumstances,
        unpaid=gap,
        lines=_lines(cells, all_rates, gapped=False),
        lines_in_gap=_lines(cells, all_rates, gapped=True),
        events=_events(cells, all_rates),
        contributions_by_year=FrozenMapping(by_year),
        contributions_not_paid=sum(contributions[month] for month in gap),
        grounds=distinct(chain(paid.all_grounds(), with_gap.all_grounds(), *price_grounds)),
        cells=cells,
    )


def _checked_rates(rates: object) -> tuple[Rate, ...]:
    step = "build it with jamsos.expectations.Rate.of_death(...)"
    listed = as_tuple(rates)
    if listed is None:
        return (checked_kind(Rate, rates, "rates", step),)
    checked = checked_tuple(Rate, listed, "rates", step)
    if not checked:
        raise InputError("rates", [], "at least one rate", "state Rate.of_death('3 per 1000')")
    return checked


def _checked_gap(unpaid: object, scenario: Scenario) -> tuple[Month, ...]:
    if unpaid is None:
        return ()
    pair = as_tuple(unpaid) or ()
    allowed = f"two months from {scenario.months[0]} to {scenario.months[-1]}"
    step = "write unpaid=('2027-01', '2027-06')"
    if len(pair) != _PAIR:
        raise InputError("unpaid", unpaid, allowed, step)
    gap = months_in_order(*pair)
    if not set(gap) <= set(scenario.months):
        raise InputError("unpaid", unpaid, allowed, step)
    return gap


def _contributions(priced: Comparison) -> dict[Month, int]:
    """What is paid for each month.

    Raises:
        InputError: where months of people have no price, or people are left out.

    """
    sums: dict[str, Any] = priced.table.select(pl.col("unpriced", "left_out").sum()).row(
        0, named=True
    )
    if any(sums.values()):
        allowed = "people who all have a contribution"
        step = "see jamsos.scenarios.compare(scenario).explain(0), and leave the others out"
        raise InputError("scenario", sums, allowed, step)
    rows = priced.table.select("month", "premium").iter_rows()
    return {Month.of(day): premium for day, premium in rows}


def _lines(
    cells: Mapping[Cell, int], rates: tuple[Rate, ...], *, gapped: bool
) -> tuple[ExpectedLine, ...]:
    """The exact sums of what the cells pay."""
    sums: dict[tuple[int, str, str, str], tuple[Fraction, Fraction]] = {}
    for cell, months in cells.items():
        expected = months * cell.chance
        for paid in cell.in_gap if gapped else cell.outcome:
            key = (paid.year, cell.category, rates[cell.rate].name, paid.benefit)
            amount, count = sums.get(key, (Fraction(0), Fraction(0)))
            sums[key] = (amount + expected * paid.amount, count + expected)
    return tuple(ExpectedLine(*key, *sums[key]) for key in sorted(sums))


def _events(cells: Mapping[Cell, int], rates: tuple[Rate, ...]) -> tuple[ExpectedEvents, ...]:
    sums: dict[tuple[int, str, str], Fraction] = {}
    for cell, months in cells.items():
        key = (cell.year, cell.category, rates[cell.rate].name)
        sums[key] = sums.get(key, Fraction(0)) + months * cell.chance
    return tuple(ExpectedEvents(*key, sums[key]) for key in sorted(sums))
