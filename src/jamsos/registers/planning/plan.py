"""Planning in steps: whom a budget covers, from which month, and what the next ones cost."""

from collections.abc import Sequence

import polars as pl

from jamsos.answers.deciding import beyond_knowledge
from jamsos.answers.hypothetical import mark_of
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law, applied
from jamsos.registers.planning.order import checked_order, in_order
from jamsos.registers.planning.price_grounds import price_grounds
from jamsos.registers.planning.queue import (
    COVERED,
    Queue,
    accounts,
    begins,
    next_people,
    next_villages,
    queue_of,
    steps,
)
from jamsos.registers.planning.ranks import Rank
from jamsos.registers.planning.result import Plan
from jamsos.registers.planning.start_months import (
    BEGIN,
    COST,
    ROW,
    STATES,
    Candidates,
    PlanQuestion,
    StartMonths,
)
from jamsos.registers.polars_frames import checked_lazy, refuse_taken, with_mark
from jamsos.registers.summing.reason_counts import reason_counts
from jamsos.values.money import checked_rupiah
from jamsos.values.months import months_in_order
from jamsos.values.plain import checked_switch, checked_word
from jamsos.workers.codes import Payer

_NEW = ("enrol_from", "plan", "plan_place", "plan_from", "plan_needed")


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

    Everybody takes part who may be enrolled on the first day of one of the months and whose premium
    is known from there to the end. They are sorted by the order; what is not stated goes last; ties
    go by the record's ``id``, then as the rows stand. The budget pays for each in turn, all months
    or none. The first who does not fit ends it; with ``skip`` those who do not fit are passed over,
    and later ones who fit are covered.

    With ``start="first"`` everybody is covered from ``first``. With ``start="later"`` all begin
    together, in the first month from which the budget covers everybody who takes part; if there is
    none, in the last month. People who cannot be enrolled in that month begin in the first later
    one in which they can, else in the last earlier one.

    Members, with a day in ``number_issued``, take part as everybody does; :class:`Rank` by a column
    of your own puts those first whose cover you go on paying for.

    Legal source: as :func:`jamsos.may_enrol` and :func:`jamsos.premium`; the order is the office's.

    >>> from datetime import date
    >>> facts = {"works": True, "foreign": False, "income": 900_000, "kind": "independent"}
    >>> people = {"id": ["1", "2", "3"], "category": ["farmer", "fisher", None]}
    >>> register = pl.DataFrame({**people, "birth": [date(1990, 1, 1)] * 3, **facts})
    >>> order = [Rank("category", first=("fisher",)), "age"]
    >>> months = {"first": "2026-10", "last": "2026-11"}
    >>> result = plan(register, budget=40_000, order=order, payer="APBD", **months)
    >>> result.people["plan"].to_list()
    ['waiting', 'covered', 'waiting']
    >>> result.left, result.next_people["needed"].to_list()
    (6400, [27200, 60800])

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
        InputError: for a budget that is not in whole rupiah, months out of order, an order by
            absent or unsuitable columns, or a value in the order that the register does not have.
        OutsideLawError: for a month before July 2015.

    """
    law = applied(law)
    budget = checked_rupiah(budget, "budget")
    start = checked_word(("first", "later"), start, "start")
    skip = checked_switch(skip, "skip")
    register = checked_lazy(frame).collect()
    refuse_taken(register, _NEW, "frame")
    ranks = checked_order(order, register)
    months = months_in_order(first, last)
    last_month = months[-1]
    question = PlanQuestion(months, payer, scheme, law)
    is_later = start == "later"
    candidates = _candidates(register, question, budget, later=is_later)
    taking_part = candidates.taking_part
    ordered = in_order(taking_part, ranks)
    queue = queue_of(ordered, budget, skip=skip)
    people = _with_places(candidates.people, queue)
    mark = mark_of(law)
    return Plan(
        budget=budget,
        first=candidates.first,
        last=last_month,
        order=ranks,
        skip=skip,
        start=start,
        has_ids="id" in register.columns,
        people=people,
        counts=_counts(people),
        accounts=accounts(queue),
        begins=with_mark(begins(queue), mark),
        next_people=with_mark(next_people(queue), mark),
        next_villages=with_mark(next_villages(queue), mark),
        steps=with_mark(steps(queue, ranks[0]), mark),
        others=with_mark(_others(people, candidates), mark),
        grounds=(*price_grounds(taking_part, question), *law.what_ifs),
        notes=beyond_knowledge(law, last_month.first_day),
        law=law,
    )


def _candidates(
    register: pl.DataFrame, question: PlanQuestion, budget: int, *, later: bool
) -> Candidates:
    """The register with the month in which all begin who can."""
    start_months = StartMonths(register, question)
    if not later:
        return start_months.beginning_in(0)
    # One by one: people without a price from one month on may have one from a later month.
    *earlier_months, last_month = start_months.possible
    for month in earlier_months:
        candidates = start_months.beginning_in(month)
        costs = candidates.taking_part[COST]
        if costs.sum() <= budget:
            return candidates
    return start_months.beginning_in(last_month)


def _with_places(people: pl.DataFrame, queue: Queue) -> pl.DataFrame:
    """The register in its own order with what the plan says of each."""
    places = _places(people, queue)
    covered = places[COVERED].fill_null(value=False)
    paid_for = pl.when(covered)
    covered_state = pl.lit("covered", people.schema["plan"])
    columns = people.with_columns(
        plan=paid_for.then(covered_state).otherwise("plan"),
        plan_place=places["plan_place"],
        plan_from=paid_for.then(pl.col(BEGIN)),
        plan_needed=places["plan_needed"],
    )
    return columns.drop(ROW, BEGIN)


def _places(people: pl.DataFrame, queue: Queue) -> pl.DataFrame:
    """The places in the queue, in the order of the register."""
    # Those who do not take part have no row in the queue: their places stay empty.
    rows = people.select(ROW)
    in_queue = queue.people.select(ROW, COVERED, "plan_place", "plan_needed")
    return rows.join(in_queue, on=ROW, how="left", maintain_order="left")


def _counts(people: pl.DataFrame) -> dict[str, int]:
    """How many people stand where, 0 included."""
    groups = people.group_by("plan").len()
    counts = dict(groups.iter_rows())
    return {state: counts.get(state, 0) for state in STATES}


def _others(people: pl.DataFrame, candidates: Candidates) -> pl.DataFrame:
    """The reasons of those who do not take part."""
    state = pl.col("plan")
    not_enrolled = people.filter(state.is_in(["not_eligible", "undecided"]))
    unpriced = people.filter(state == "unpriced")
    of_enrolment = reason_counts(not_enrolled, candidates.enrolment)
    of_premiums = reason_counts(unpriced, candidates.premiums)
    return pl.concat([of_enrolment, of_premiums])
