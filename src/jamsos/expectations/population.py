"""The people of a scenario as groups; those of a register who are alike are put together."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from jamsos.errors import InputError
from jamsos.expectations.asking import MIDDLE
from jamsos.expectations.rates import Rate
from jamsos.registers.facts import own_spelling
from jamsos.scenarios.scenario import Group, Scenario
from jamsos.values.days import add_months
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
    counts = population.group_by(names).len().sort(names).collect(engine="streaming")
    people_by_facts: dict[tuple[tuple[str, Any], ...], int] = {}
    for row in counts.iter_rows(named=True):
        facts = tuple((name, _told(name, row[name])) for name in names)
        people_by_facts[facts] = people_by_facts.get(facts, 0) + row["len"]
    return tuple(_group(dict(facts), people) for facts, people in people_by_facts.items())


def _told(name: str, value: Any) -> Any:
    """A fact of a register as a worker states it."""
    if value is None:
        return None
    if name in _CODES:
        return own_spelling(name, str(value))
    if name == "birth":
        return same_age_in_the_middle(value)
    return value


def _group(facts: dict[str, Any], people: int) -> Group:
    payer = facts.pop("payer", None)
    return Group(Worker(**facts), people=people, payer=payer)


def same_age_in_the_middle(birth: date) -> date:
    """The birth date of those who are of the same age in the middle of every month.

    >>> same_age_in_the_middle(date(1990, 3, 2)), same_age_in_the_middle(date(1990, 3, 31))
    (datetime.date(1990, 3, 15), datetime.date(1990, 4, 15))
    """
    in_month = birth.replace(day=MIDDLE)
    if birth.day <= MIDDLE:
        return in_month
    return add_months(in_month, 1)
