"""A scenario: who is paid for, in which months, by whom, under which law and decisions."""

from collections.abc import Mapping
from typing import Any, cast

import polars as pl
from attrs import evolve, field, fields, frozen

from jamsos.answers.hypothetical import supposed_in
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme, Terms, checked_scheme
from jamsos.errors import InputError, kind_of, name_meant
from jamsos.law.law import Law, applied
from jamsos.scenarios.criteria import below_age, supposed
from jamsos.scenarios.groups import Group, payer_of, shared_out
from jamsos.scenarios.registers import register_of
from jamsos.values.months import Month, months_in_order
from jamsos.values.plain import as_tuple, checked_switch, checked_tuple, checked_whole
from jamsos.workers.codes import Payer


def _population(population: object) -> tuple[Group, ...] | pl.LazyFrame:
    if isinstance(population, Group):
        return (population,)
    if as_tuple(population) is None:
        return register_of(population)
    groups = checked_tuple(Group, population, "population")
    if not groups:
        raise InputError("population", [], "at least one group", "add a Group(worker, people=...)")
    return groups


@frozen(eq=False, repr=False)
class Scenario:
    """What a programme would be; :meth:`but` gives an alternative to it.

    Args:
        name: How it is called in the tables.
        population: Groups, or a register as a frame of polars, pandas, pyarrow, DuckDB or PySpark.
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
    payer: Payer | None = field(default=None, kw_only=True, converter=payer_of)
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
        ground = supposed(terms.ground, Text("scenario.changed", {"name": self.name}))
        return evolve(
            terms,
            payer=self.payer or terms.payer,
            income_row=self.row or terms.income_row,
            ground=ground,
        )

    def but(self, name: str, **changes: Any) -> "Scenario":
        """The same scenario with another name and some things changed.

        >>> from jamsos import Worker
        >>> fishers = Group(Worker(kind="independent", income=900_000), people=100)
        >>> base = Scenario("APBD", fishers, first="2026-01", last="2026-12", payer="APBD")
        >>> base.but("setengah tahun", months=6)
        <Scenario 'setengah tahun': 2026-01 to 2026-06>

        Args:
            name: How the other is called.
            changes: Anything a scenario is made of; or ``months=``, how many there are from the
                first on; ``age_below=``, the age below which the scheme takes people; ``share=``,
                categories with their per cent of all people, as ``{"fisher": 20}``.

        Raises:
            InputError: for what is nothing of a scenario.

        """
        own = [one.name for one in fields(Scenario) if one.name != "name"]
        known = [*own, "months", "age_below", "share"]
        for change in changes:
            if change not in known:
                raise InputError(change, "unknown", f"one of {known}", name_meant(change, known))
        changed = evolve(self, name=name, **{one: changes[one] for one in own if one in changes})
        if "months" in changes:
            count = checked_whole(changes["months"], "months", 1)
            changed = evolve(changed, last=changed.months[0] + (count - 1))
        if "share" in changes:
            changed = evolve(changed, population=_shared(changed.population, changes["share"]))
        if "age_below" in changes:
            changed = evolve(changed, scheme=_below(changed.scheme, changes["age_below"], name))
        return changed

    def __repr__(self) -> str:
        months = f"{self.months[0]} to {self.months[-1]}"
        return f"<Scenario {self.name!r}: {months}{supposed_in(self.law)}>"


def _shared(population: tuple[Group, ...] | pl.LazyFrame, share: object) -> tuple[Group, ...]:
    """Groups with other shares of some categories."""
    if isinstance(population, pl.LazyFrame):
        step = "describe the people by groups: Group(worker, people=...)"
        raise InputError("share", "a register", "groups with head counts", step)
    return shared_out(population, share)


def _below(scheme: Scheme | None, age: object, name: str) -> Scheme:
    """A scheme with another age."""
    if scheme is None:
        raise InputError("age_below", age, "a scenario with a scheme", "give scheme=...")
    return below_age(scheme, age, name)
