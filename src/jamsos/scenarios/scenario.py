"""A scenario: who is paid for, in which months, by whom, under which law and decisions."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, TypeAlias, cast

import polars as pl
from attrs import evolve, field, fields, frozen

from jamsos.eligibility.scheme import Scheme, Terms, checked_scheme
from jamsos.errors import InputError, kind_of, name_meant
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Bilingual, Grade
from jamsos.registers.polars_frames import checked_lazy
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.months import Month, checked_month, months_in_order
from jamsos.values.plain import as_tuple, checked_kind, checked_switch, checked_tuple, checked_whole
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Payer
from jamsos.workers.worker import Worker

Growth: TypeAlias = Mapping[Month, int]
"""How many people there are from which month on."""

_MOST_PARAMETERS = 2
_SUPPOSED = Bilingual("diubah dalam skenario", "changed in the scenario")


_ALWAYS = Month.of("1900-01")
"""From when on a number of people stands that was stated without a month."""


def _growth(people: object) -> Growth:
    """The numbers of people by month, in the order of the months."""
    if not isinstance(people, Mapping):
        return FrozenMapping({_ALWAYS: checked_whole(people, "people", 0)})
    stated = cast("Mapping[object, object]", people)
    counts: dict[Month, int] = {}
    for month, count in stated.items():
        counts[checked_month(month, "people")] = checked_whole(count, f"people[{month}]", 0)
    if not counts:
        raise InputError("people", {}, "a number, or numbers by month", "state at least one month")
    return FrozenMapping(dict(sorted(counts.items())))


def _payer(payer: object) -> Payer | None:
    return code_or_none(Payer, payer, "payer")


@frozen(repr=False)
class Group:
    """People who are alike: one worker stands for all of them.

    >>> Group(Worker(kind="independent", income=900_000), people={"2026-01": 10, "2026-07": 25})
    <Group of 10 to 25 people>
    """

    worker: Worker
    people: Growth = field(kw_only=True, converter=_growth)
    """A number of people, or by the month from which on there are so many."""
    kecamatan: str | None = field(default=None, kw_only=True)
    village: str | None = field(default=None, kw_only=True)
    payer: Payer | None = field(default=None, kw_only=True, converter=_payer)
    """Who pays for them where the scenario does not say."""

    def __attrs_post_init__(self) -> None:
        checked_kind(Worker, self.worker, "worker")
        if self.worker.second_income is not None:
            allowed = "groups without a second job (decision D09)"
            step = "ask jamsos for each person with two jobs"
            raise InputError("worker", "second_income", allowed, step)

    def in_month(self, month: Month) -> int:
        """How many people there are in a month; 0 before the first that was stated."""
        people = 0
        for since, count in self.people.items():
            if since <= month:
                people = count
        return people

    def __repr__(self) -> str:
        counts = sorted({*self.people.values()})
        numbers = " to ".join(str(count) for count in (counts[0], counts[-1])[: len(counts)])
        return f"<Group of {numbers} people>"


def _population(population: object) -> tuple[Group, ...] | pl.LazyFrame:
    if isinstance(population, Group):
        return (population,)
    if as_tuple(population) is None:
        return checked_lazy(population)
    groups = checked_tuple(Group, population, "population")
    if not groups:
        raise InputError("population", [], "at least one group", "add a Group(worker, people=...)")
    return groups


@frozen(eq=False, repr=False)
class Scenario:
    """What a programme would be; :meth:`but` gives an alternative to it.

    Args:
        name: How it is called in the tables.
        population: Groups, or a register as a frame of polars.
        first: The first month of cover.
        last: The last one.
        payer: Who pays for all; with a scheme, in the place of its payer.
        row: The income row for all; with a scheme, in the place of its row.
        scheme: The programme that pays.
        without: The criteria of the scheme that are not asked.
        entry: Whether only those are paid for who may be enrolled on the first day.
        law: The law; by default the one shipped.
        decisions: Other answers to decisions, as ``{"D24": "all_public_money"}``.

    """

    name: str
    population: tuple[Group, ...] | pl.LazyFrame = field(converter=_population)
    first: Any = field(kw_only=True)
    last: Any = field(kw_only=True)
    payer: Payer | None = field(default=None, kw_only=True, converter=_payer)
    row: int | None = field(default=None, kw_only=True)
    scheme: Scheme | None = field(default=None, kw_only=True)
    without: tuple[str, ...] = field(default=(), kw_only=True)
    entry: bool = field(default=False, kw_only=True)
    law: Law = field(default=None, kw_only=True, converter=applied)
    decisions: Mapping[str, str] = field(factory=dict[str, str], kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(cast("object", self.name), str) or not self.name:
            raise InputError("name", kind_of(self.name), "a text", "name the scenario")
        checked_scheme(self.scheme)
        checked_switch(self.entry, "entry")
        if self.row is not None:
            checked_whole(self.row, "row", 1)
        checked_tuple(str, self.without, "without", "name criteria of the scheme")
        if self.without and self.scheme is None:
            step = "give scheme=..., or leave them out"
            raise InputError("without", list(self.without), "criteria of a scheme", step)
        # Wrong months, decisions or criteria are told here, and not when everything is reckoned.
        _ = self.months, self.applied_law, self.applied_scheme

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of cover."""
        return months_in_order(self.first, self.last)

    @property
    def applied_law(self) -> Law:
        """The law with the decisions of the scenario."""
        return self.law.with_decisions(**self.decisions)

    @property
    def applied_scheme(self) -> Scheme | None:
        """The scheme with the payer, the row and the criteria of the scenario."""
        scheme = self.scheme
        if scheme is None:
            return None
        for criterion in self.without:
            scheme = scheme.switch(criterion, on=False)
        if self.payer is None and self.row is None:
            return scheme
        return evolve(scheme, terms=tuple(self._changed(terms) for terms in scheme.terms))

    def _changed(self, terms: Terms) -> Terms:
        """The terms of a scheme as the scenario supposes them; no file stands for them."""
        name = Bilingual(
            f"{terms.ground.name.id} ({_SUPPOSED.id}: {self.name})",
            f"{terms.ground.name.en} ({_SUPPOSED.en}: {self.name})",
        )
        ground = evolve(terms.ground, name=name, grade=Grade.HYPOTHETICAL)
        return evolve(
            terms,
            payer=self.payer or terms.payer,
            income_row=self.row or terms.income_row,
            ground=ground,
        )

    def but(self, name: str, **changes: Any) -> "Scenario":
        """The same scenario with another name and some things changed.

        Raises:
            InputError: for what is nothing of a scenario.

        """
        known = [one.name for one in fields(Scenario) if one.name != "name"]
        for change in changes:
            if change not in known:
                raise InputError(change, "unknown", f"one of {known}", name_meant(change, known))
        return evolve(self, name=name, **changes)

    def __repr__(self) -> str:
        return f"<Scenario {self.name!r}: {self.months[0]} to {self.months[-1]}>"


def grid(base: Scenario, **values: Iterable[Any] | Mapping[str, Any]) -> list[Scenario]:
    """Alternatives to a base over every combination of one or two parameters.

    >>> fishers = Group(Worker(kind="independent", income=900_000), people=100)
    >>> base = Scenario("dasar", fishers, first="2026-01", last="2026-12", payer="APBD")
    >>> [one.name for one in grid(base, row=[1, 2], payer=["APBD", "CSR"])]
    ['row=1, payer=APBD', 'row=1, payer=CSR', 'row=2, payer=APBD', 'row=2, payer=CSR']

    Args:
        base: The scenario that is varied.
        values: For one or two things of a scenario their values; with names, as
            ``law={"usulan 2027": law}``, where a value is no short text.

    Raises:
        InputError: for more than two parameters or none, or for what is nothing of a scenario.

    """
    checked_kind(Scenario, base, "base", "build it with jamsos.scenarios.Scenario(...)")
    if not 1 <= len(values) <= _MOST_PARAMETERS:
        step = "vary one or two things, and compare the others one by one"
        raise InputError("grid", sorted(values), "one or two parameters", step)
    named = [_named(name, its) for name, its in values.items()]
    scenarios: list[Scenario] = []
    for chosen in product(*named):
        changes = {name: value for name, _, value in chosen}
        called = ", ".join(f"{name}={label}" for name, label, _ in chosen)
        scenarios.append(base.but(called, **changes))
    return scenarios


def _named(name: str, values: object) -> list[tuple[str, str, Any]]:
    """The values of a parameter with the words they are known by."""
    if isinstance(values, Mapping):
        by_name = cast("Mapping[object, Any]", values)
        return [(name, str(label), value) for label, value in by_name.items()]
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(name, values, "a list of values, or values by name", "write [1, 2, 3]")
    listed = cast("Iterable[object]", values)
    return [(name, str(value), value) for value in listed]
