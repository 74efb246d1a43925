"""Planning in steps: whom a budget covers, from which month, and what the next ones cost."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from jamsos.answers.answer import beyond_knowledge
from jamsos.answers.grounds import Ground
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.premiums.premium import premium
from jamsos.registers.beginning import BEGIN, COST, ROW, Asked, Beginnings, Judged
from jamsos.registers.filling import covered_passing, covered_until
from jamsos.registers.frames import PRIVATE
from jamsos.registers.pairing import refuse_taken
from jamsos.registers.plans import STATES, Plan
from jamsos.registers.priorities import Rank, checked_order, in_order, shown
from jamsos.registers.summing import UNKNOWN, checked_lazy, reason_counts, refuse_identities
from jamsos.values.money import checked_rupiah
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer, Segment
from jamsos.workers.worker import Worker

_NEW = ("enrol_from", "plan", "plan_place", "plan_from", "plan_needed")
_AREAS = ("kecamatan", "village")
_COVERED = f"{PRIVATE}covered"
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

    Those take part who may be enrolled on the first day of one of the months and whose premium is known from there to
    the end. They are sorted by the order; what is not stated goes last; ties go by the record's ``id``, then as the
    rows stand. The budget pays for each in turn, all months or none. The first who does not fit ends it; with ``skip``
    those who do not fit are passed over, and later ones who fit are covered.

    With ``start="first"`` everybody is covered from ``first``. With ``start="later"`` all begin together, in the first
    month from which the budget covers everybody who takes part; if there is none, in the last month. Who cannot be
    enrolled in that month begins in the first later one in which he can, else in the last earlier one.

    Members, with a day in ``number_issued``, take part as everybody does; :class:`Rank` by a column of your own puts
    those first whose cover you go on paying for.

    Legal source: as :func:`jamsos.may_enrol` and :func:`jamsos.premium`; the order is the office's.

    >>> from datetime import date
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
        InputError: for a budget that is no whole rupiah, months or an order that cannot be, or a value in the order
            that the register does not have.
        OutsideLawError: for a month before July 2015.

    """
    law = applied(law)
    checked_rupiah(budget, "budget")
    if start not in {"first", "later"}:
        raise InputError("start", start, "first or later", "say when people are covered from")
    register = checked_lazy(frame).collect()
    refuse_taken(register, _NEW, "frame")
    ranks = checked_order(order, register)
    months = months_between(Month.of(first), Month.of(last))
    if not months:
        raise InputError("plan", f"{first} to {last}", "a last month not before the first", "correct the months")
    asked = Asked(months, payer, scheme, law)
    judged = _begun(register, asked, budget, later=start == "later")
    queue = _queue(in_order(judged.taking, ranks), budget, skip=skip)
    return _planned(judged, asked, queue, budget=budget, order=ranks, skip=skip, start=start)


def _begun(register: pl.DataFrame, asked: Asked, budget: int, *, later: bool) -> Judged:
    """The first beginning from which the budget covers everybody, else the last in which anybody can begin."""
    beginnings = Beginnings(register, asked)
    *earlier, last = beginnings.common if later else (0,)
    for place in earlier:
        judged = beginnings.in_month(place)
        if judged.taking[COST].sum() <= budget:
            return judged
    return beginnings.in_month(last)


def _queue(taking: pl.DataFrame, budget: int, *, skip: bool) -> pl.DataFrame:
    """Those who take part in their order, who is covered, and what the others need."""
    costs = taking[COST]
    covered = covered_passing(costs, budget) if skip else covered_until(costs, budget)
    left = budget - int(costs.filter(covered).sum())
    waiting = pl.when(~pl.col(_COVERED)).then(pl.col(COST))
    return taking.with_columns(covered.alias(_COVERED), plan_place=pl.int_range(1, pl.len() + 1)).with_columns(
        plan_needed=waiting.cum_sum() - left
    )


def _planned(judged: Judged, asked: Asked, queue: pl.DataFrame, **given: Any) -> Plan:
    paid = queue.filter(_COVERED)
    people = _people(judged.people, queue)
    counted = dict(people.group_by("plan").len().iter_rows())
    waiting = queue.filter(~pl.col(_COVERED))
    left = given["budget"] - int(paid[COST].sum())
    areas = [name for name in _AREAS if name in queue.columns]
    villages = {name: pl.col(name).cast(pl.String).fill_null(UNKNOWN) for name in areas}
    rank: Rank = given["order"][0]
    return Plan(
        **given,
        first=judged.first,
        last=asked.months[-1],
        has_ids="id" in queue.columns,
        people=people,
        counts={state: counted.get(state, 0) for state in STATES},
        accounts={name: int(paid[f"premium_{name}"].sum()) for name in ("jkk", "jkm", "jht")},
        begins=_begins(queue),
        next_people=waiting.select("plan_place", *areas, pl.col(COST).alias("cost"), needed="plan_needed"),
        next_villages=_groups(waiting, villages or {"village": pl.lit(UNKNOWN)}, left).drop("covered", "waiting"),
        steps=_groups(queue, {"step": shown(rank)}, left),
        others=_others(people, judged),
        grounds=_grounds(judged.taking, asked),
        notes=beyond_knowledge(asked.law, asked.months[-1].first_day),
        law=asked.law,
    )


def _people(people: pl.DataFrame, queue: pl.DataFrame) -> pl.DataFrame:
    """The register in its own order with what the plan says of each."""
    beside = people.select(ROW).join(
        queue.select(ROW, _COVERED, "plan_place", "plan_needed"), on=ROW, how="left", maintain_order="left"
    )
    covered = beside[_COVERED].fill_null(value=False)
    state = pl.when(covered).then(pl.lit("covered", people.schema["plan"])).otherwise("plan")
    return people.with_columns(
        plan=state,
        plan_place=beside["plan_place"],
        plan_from=pl.when(covered).then(pl.col(BEGIN)),
        plan_needed=beside["plan_needed"],
    ).drop(ROW, BEGIN)


def _begins(queue: pl.DataFrame) -> pl.DataFrame:
    """How many begin in which month."""
    counts = {"people": pl.len().cast(pl.Int64), "covered": pl.col(_COVERED).sum().cast(pl.Int64)}
    return queue.group_by(month=pl.col(BEGIN)).agg(**counts).sort("month")


def _groups(queue: pl.DataFrame, names: Mapping[str, pl.Expr], left: int) -> pl.DataFrame:
    """Groups in the order of their first person: people, covered, waiting, and the money until all of them are."""
    refuse_identities(queue.select(**names))
    waiting, cost = ~pl.col(_COVERED), pl.col(COST).filter(~pl.col(_COVERED))
    counted = queue.group_by(**names, maintain_order=True).agg(
        people=pl.len().cast(pl.Int64),
        covered=pl.col(_COVERED).sum().cast(pl.Int64),
        waiting=waiting.sum().cast(pl.Int64),
        cost=cost.sum(),
    )
    return counted.with_columns(needed=pl.when(pl.col("waiting") > 0).then(pl.col("cost").cum_sum() - left))


def _others(people: pl.DataFrame, judged: Judged) -> pl.DataFrame:
    """Who does not take part, by reason."""
    parts = {judged.enrolment: ("not_eligible", "undecided"), judged.premiums: ("unpriced",)}
    return pl.concat(
        reason_counts(people.filter(pl.col("plan").is_in(states)), columns) for columns, states in parts.items()
    )


def _grounds(taking: pl.DataFrame, asked: Asked) -> tuple[Ground, ...]:
    """What the price rests on: for every month and each class of those who take part."""
    known = [name for name in (*_CLASSES, *_AMOUNTS) if name in taking.columns]
    keys = [pl.col(name) if name in _CLASSES else pl.col(name).is_null().alias(f"{PRIVATE}{name}") for name in known]
    one_each = taking.group_by(keys, maintain_order=True).first() if known else taking.head(1)
    begins: Any = taking[BEGIN].min()
    found: dict[Ground, None] = {}
    for facts in one_each.to_dicts():
        given: dict[str, Any] = {"segment": Segment.BPU, **{name: facts[name] for name in known if name in _WORKER}}
        worker = Worker(**given)
        payer = None if asked.scheme else asked.payer or facts.get("payer")
        for month in months_between(Month.of(begins), asked.months[-1]):
            answer = premium(worker, month, row=facts.get("row"), payer=payer, scheme=asked.scheme, law=asked.law)
            found |= dict.fromkeys(ground for line in answer.lines for ground in line.grounds)
    return tuple(found)
