"""The people of a scenario as groups; those of a register who are alike are put together."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import Any

import polars as pl

from jamsos.errors import InputError
from jamsos.expectations.asking import MIDDLE, event_day, income_of_row
from jamsos.expectations.rates import Rate
from jamsos.registers.polars_frames import as_text
from jamsos.scenarios.groups import Group
from jamsos.scenarios.scenario import Scenario
from jamsos.values.months import Month
from jamsos.workers.worker import Worker

_FACTS = ("segment", "kind", "sector", "category", "income")
_CODES = ("segment", "kind", "sector", "category", "payer")


def groups_of(scenario: Scenario, rates: Sequence[Rate]) -> tuple[Group, ...]:
    """The groups of a scenario, or those of people who are alike in its register.

    Raises:
        InputError: for a register with rows of its own.

    """
    population = scenario.population
    if isinstance(population, tuple):
        return population
    return _of_register(scenario, population, rates)


def _of_register(
    scenario: Scenario, population: pl.LazyFrame, rates: Sequence[Rate]
) -> tuple[Group, ...]:
    """The people of a register who are alike, as groups."""
    columns = population.collect_schema().names()
    if "row" in columns:
        step = "drop the column and state Scenario(row=...), or keep the incomes"
        raise InputError("column row", "row", "a register without rows", step)
    needed = [*_FACTS, "payer"]
    # A birth date matters only where a rate is one by age.
    if any(rate.ages is not None for rate in rates):
        needed.append("birth")
    names = [name for name in needed if name in columns]
    if not names:
        people = population.select(pl.len()).collect().item()
        return (Group(Worker(), people=people),)
    alike = population.group_by(_told(name) for name in names).len().sort(names)
    counts = alike.collect(engine="streaming")
    stands_for = {
        "income": _alike(counts, "income", partial(_rows, scenario)),
        "birth": _alike(counts, "birth", partial(_ages, scenario.months, rates)),
    }
    people_by_facts: dict[tuple[Any, ...], int] = {}
    for *values, people in counts.iter_rows():
        facts = zip(names, values, strict=True)
        key = tuple(stands_for.get(name, {}).get(value, value) for name, value in facts)
        people_by_facts[key] = people_by_facts.get(key, 0) + people
    return tuple(
        _group(dict(zip(names, key, strict=True)), people)
        for key, people in people_by_facts.items()
    )


def _told(name: str) -> pl.Expr:
    """A column with what it tells of a person: codes in one spelling, births by the month."""
    if name in _CODES:
        return as_text(name).alias(name)
    if name == "birth":
        return _same_age_in_the_middle()
    return pl.col(name)


def _same_age_in_the_middle() -> pl.Expr:
    """A birth date of the same age on the day of every event: in the middle of a month."""
    birth = pl.col("birth")
    month = birth.dt.month_start()
    after = birth.dt.day() > MIDDLE
    first = pl.when(after).then(month.dt.offset_by("1mo")).otherwise(month)
    return first + pl.duration(days=MIDDLE - 1)


def _alike(counts: pl.DataFrame, name: str, told: Callable[[Any], Hashable]) -> dict[Any, Any]:
    """For each value of a column the first one of which the same is told in every month."""
    if name not in counts.columns:
        return {}
    first: dict[Hashable, Any] = {}
    values: list[Any] = counts[name].drop_nulls().unique().sort().to_list()
    return {value: first.setdefault(told(value), value) for value in values}


def _rows(scenario: Scenario, income: int) -> Hashable:
    """The rows of an income, month by month."""
    return tuple(income_of_row(income, scenario, month) for month in scenario.months)


def _ages(months: Sequence[Month], rates: Sequence[Rate], birth: date) -> Hashable:
    """Which rates hold at the age of those born on a day, month by month."""
    days = [event_day(month) for month in months]
    return tuple(rate.holds_at_age(birth, day) for rate in rates for day in days)


def _group(facts: dict[str, Any], people: int) -> Group:
    payer = facts.pop("payer", None)
    return Group(Worker(**facts), people=people, payer=payer)
