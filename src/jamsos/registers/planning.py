"""Planning in steps: whom a budget covers, from which month, and what the next ones cost."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from jamsos.answers.answer import beyond_knowledge
from jamsos.answers.grounds import Ground
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.premiums.premium import premium
from jamsos.registers.columns import Columns
from jamsos.registers.deciding import enrolment_columns
from jamsos.registers.filling import covered_passing, covered_until
from jamsos.registers.frames import PRIVATE
from jamsos.registers.pairing import refuse_taken
from jamsos.registers.plans import STATES, Plan
from jamsos.registers.pricing import premium_columns
from jamsos.registers.priorities import Rank, checked_order, in_order, shown
from jamsos.registers.summing import UNKNOWN, checked_lazy, reason_counts, refuse_identities
from jamsos.values.money import checked_rupiah
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.worker import Worker

_NEW = ("plan", "plan_place", "plan_from", "plan_needed")
_AREAS = ("kecamatan", "village")
_ROW, _COVERED, _COST = f"{PRIVATE}row", f"{PRIVATE}covered", "premium"
_WORKER = ("segment", "kind", "sector", "income")
_CLASSES, _AMOUNTS = ("segment", "kind", "sector", "payer"), ("income", "row")
"""What the rules of a premium depend on; of income and row only whether they are stated."""


def plan(
    frame: pl.DataFrame | pl.LazyFrame,
    *,
    budget: int,
    first: object,
    last: object,
    order: Sequence[Rank | str],
    skip: bool = False,
    start: str = "first",
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> Plan:
    """Whom a budget covers from a first to a last month, in a strict order of priority.

    Those take part who may be enrolled on the first day of cover and whose premium is known for every month. They are
    sorted by the order; what is not stated goes last; ties go by the record's ``id``, then as the rows stand. The
    budget pays for each in turn, all months or none. The first who does not fit ends it; with ``skip`` those who do
    not fit are passed over, and later ones who fit are covered.

    With ``start="first"`` everybody is covered from ``first``. With ``start="later"`` all begin together, in the first
    month from which the budget covers everybody who takes part; if there is none, in the last month.

    Legal source: as :func:`jamsos.may_enrol` and :func:`jamsos.premium`; the order is the office's.

    >>> register = pl.DataFrame({"id": ["1", "2", "3"], "works": True, "birth": [date(1990, 1, 1)] * 3,
    ...                          "foreign": False, "income": 900_000, "kind": "b",
    ...                          "category": ["farmer", "fisher", None]})
    >>> found = plan(register, budget=40_000, first="2026-10", last="2026-11", payer="APBD",
    ...              order=[Rank("category", first=("fisher",)), "age"])
    >>> found.people["plan"].to_list(), found.left, found.next_people["needed"].to_list()
    (['waiting', 'covered', 'waiting'], 6400, [27200, 60800])

    Args:
        frame: The register.
        budget: Whole rupiah.
        first: The first month of cover.
        last: The last one.
        order: Columns of the register or :class:`Rank`, the most important first.
        skip: Whether those who do not fit are passed over.
        start: ``first`` or ``later``.
        payer: As ``premium_columns``.
        scheme: The local programme whose criteria and price apply.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for a budget that is no whole rupiah, months or an order that cannot be.
        OutsideLawError: for a month before July 2015.

    """
    law = applied(law)
    checked_rupiah(budget, "budget")
    if start not in {"first", "later"}:
        raise InputError("start", start, "first or later", "say when people are covered from")
    register = checked_lazy(frame).collect()
    refuse_taken(register, _NEW, "frame")
    ranks = checked_order(order, register.schema)
    months = months_between(Month.of(first), Month.of(last))
    if not months:
        raise InputError("plan", f"{first} to {last}", "a last month not before the first", "correct the months")
    begins = months if start == "later" else months[:1]
    asked, judged = _begun(register, [_Asked(month, months[-1], payer, scheme, law) for month in begins], budget)
    queue = _queue(in_order(judged.taking, ranks), budget, skip=skip)
    return _planned(judged, asked, queue, budget=budget, order=ranks, skip=skip, start=start)


class _Asked(NamedTuple):
    """What is paid for: the months, and by whose rules."""

    first: Month
    last: Month
    payer: Payer | str | None
    scheme: Scheme | None
    law: Law

    def priced(self, first: Month, last: Month) -> Columns:
        """The premiums of a run of months."""
        return premium_columns(first, last, payer=self.payer, scheme=self.scheme, law=self.law)


class _Judged(NamedTuple):
    """A register, decided and priced."""

    people: pl.DataFrame
    taking: pl.DataFrame
    """Those who take part."""
    enrolment: Columns
    premiums: Columns


def _begun(register: pl.DataFrame, begins: Sequence[_Asked], budget: int) -> tuple[_Asked, _Judged]:
    """The first beginning from which the budget covers everybody, else the last."""
    *earlier, last = begins
    for asked in earlier:
        judged = _judged(register, asked)
        if judged.taking[_COST].sum() <= budget:
            return asked, judged
    return last, _judged(register, last)


def _judged(register: pl.DataFrame, asked: _Asked) -> _Judged:
    enrolment = enrolment_columns(asked.first.first_day, scheme=asked.scheme, law=asked.law)
    premiums = asked.priced(asked.first, asked.last)
    enrol, paid = pl.col("enrol"), pl.col(_COST)
    state = (
        pl.when(enrol.is_null()).then(pl.lit("undecided"))
        .when(~enrol).then(pl.lit("not_eligible"))
        .when(paid.is_null()).then(pl.lit("unpriced"))
        .otherwise(pl.lit("waiting"))
    )  # fmt: skip
    done = premiums.added_to(enrolment.added_to(register))
    people = done.with_columns(state.cast(pl.Enum(STATES)).alias("plan")).with_row_index(_ROW)
    return _Judged(people, people.filter(pl.col("plan") == "waiting"), enrolment, premiums)


def _queue(taking: pl.DataFrame, budget: int, *, skip: bool) -> pl.DataFrame:
    """Those who take part in their order, who is covered, and what the others need."""
    costs = taking[_COST]
    covered = covered_passing(costs, budget) if skip else covered_until(costs, budget)
    left = budget - int(costs.filter(covered).sum())
    waiting = pl.when(~pl.col(_COVERED)).then(pl.col(_COST))
    return taking.with_columns(covered.alias(_COVERED), plan_place=pl.int_range(1, pl.len() + 1)).with_columns(
        plan_needed=waiting.cum_sum() - left
    )


def _planned(judged: _Judged, asked: _Asked, queue: pl.DataFrame, **given: Any) -> Plan:
    paid = queue.filter(_COVERED)
    people = _people(judged.people, queue, asked.first.first_day)
    counted = dict(people.group_by("plan").len().iter_rows())
    waiting = queue.filter(~pl.col(_COVERED))
    left = given["budget"] - int(paid[_COST].sum())
    areas = [name for name in _AREAS if name in queue.columns]
    villages = {name: pl.col(name).cast(pl.String).fill_null(UNKNOWN) for name in areas}
    rank: Rank = given["order"][0]
    return Plan(
        **given,
        first=asked.first,
        last=asked.last,
        has_ids="id" in queue.columns,
        people=people,
        counts={state: counted.get(state, 0) for state in STATES},
        accounts={name: int(paid[f"premium_{name}"].sum()) for name in ("jkk", "jkm", "jht")},
        next_people=waiting.select("plan_place", *areas, pl.col(_COST).alias("cost"), needed="plan_needed"),
        next_villages=_groups(waiting, villages or {"village": pl.lit(UNKNOWN)}, left).drop("covered", "waiting"),
        steps=_groups(queue, {"step": shown(rank)}, left),
        others=_others(people, judged),
        grounds=_grounds(judged.taking, asked),
        notes=beyond_knowledge(asked.law, asked.last.first_day),
        law=asked.law,
    )


def _people(people: pl.DataFrame, queue: pl.DataFrame, first: date) -> pl.DataFrame:
    """The register in its own order with what the plan says of each."""
    beside = people.select(_ROW).join(
        queue.select(_ROW, _COVERED, "plan_place", "plan_needed"), on=_ROW, how="left", maintain_order="left"
    )
    covered = beside[_COVERED].fill_null(value=False)
    state = pl.when(covered).then(pl.lit("covered", people.schema["plan"])).otherwise("plan")
    return people.with_columns(
        plan=state,
        plan_place=beside["plan_place"],
        plan_from=pl.when(covered).then(first),
        plan_needed=beside["plan_needed"],
    ).drop(_ROW)


def _groups(queue: pl.DataFrame, names: Mapping[str, pl.Expr], left: int) -> pl.DataFrame:
    """Groups in the order of their first person: people, covered, waiting, and the money until all of them are."""
    refuse_identities(queue.select(**names))
    waiting, cost = ~pl.col(_COVERED), pl.col(_COST).filter(~pl.col(_COVERED))
    counted = queue.group_by(**names, maintain_order=True).agg(
        people=pl.len().cast(pl.Int64),
        covered=pl.col(_COVERED).sum().cast(pl.Int64),
        waiting=waiting.sum().cast(pl.Int64),
        cost=cost.sum(),
    )
    return counted.with_columns(needed=pl.when(pl.col("waiting") > 0).then(pl.col("cost").cum_sum() - left))


def _others(people: pl.DataFrame, judged: _Judged) -> pl.DataFrame:
    """Who does not take part, by reason."""
    parts = {judged.enrolment: ("not_eligible", "undecided"), judged.premiums: ("unpriced",)}
    return pl.concat(
        reason_counts(people.filter(pl.col("plan").is_in(states)), columns) for columns, states in parts.items()
    )


def _grounds(taking: pl.DataFrame, asked: _Asked) -> tuple[Ground, ...]:
    """What the price rests on: for every month and each class of those who take part."""
    known = [name for name in (*_CLASSES, *_AMOUNTS) if name in taking.columns]
    keys = [pl.col(name) if name in _CLASSES else pl.col(name).is_null().alias(f"{PRIVATE}{name}") for name in known]
    one_each = taking.group_by(keys, maintain_order=True).first() if known else taking.head(1)
    found: dict[Ground, None] = {}
    for facts in one_each.to_dicts():
        given: dict[str, Any] = {"segment": Segment.BPU, **{name: facts[name] for name in known if name in _WORKER}}
        worker = Worker(**given)
        payer = None if asked.scheme else asked.payer or facts.get("payer")
        for month in months_between(asked.first, asked.last):
            answer = premium(worker, month, row=facts.get("row"), payer=payer, scheme=asked.scheme, law=asked.law)
            found |= dict.fromkeys(ground for line in answer.lines for ground in line.grounds)
    return tuple(found)
