"""A run of months: what is due in all, with the credit prepaid months leave."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.premiums.asked import priced_month
from jamsos.premiums.credits import credited, excess_months
from jamsos.premiums.premium import premium
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation, Payment
from jamsos.workers.worker import Worker

LONGEST = 1200
"""Months; a longer run is a mistyped year."""


def premiums(
    worker: Worker,
    first: object,
    last: object,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    participation: Participation | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What is due for a run of contribution months, both included, and what prepaid months leave as credit.

    Payments of the participation that carry an amount and were made at the full rate for a month
    with relief leave an excess; it counts towards JKK and JKM of the following months (D26).

    Legal source: PP 44/2015 Pasal 20, 24; PP 50/2025 (prepayment, article not known).

    >>> fisher = Worker(kind="b", income=900_000, sector="other")
    >>> premiums(fisher, "2026-01", "2026-12", payer="self").total
    126000
    """
    law = applied(law)
    begin, end = priced_month(first, law), priced_month(last, law)
    if not begin <= end or end - begin >= LONGEST:
        allowed = f"a first month not after the last, at most {LONGEST} months"
        raise InputError("months", f"{begin} to {end}", allowed, "check both months")
    parts = [
        premium(worker, month, payer=payer, row=row, scheme=scheme, participation=participation,
                calendar=calendar, law=law)
        for month in months_between(begin, end)
    ]  # fmt: skip
    whole = _joined(parts, begin, end, law)
    if participation is None or not whole.decided:
        return settled(whole)
    return settled(credited(whole, participation, law))


def _joined(parts: list[Answer], begin: Month, end: Month, law: Law) -> Answer:
    """One answer from the answers of the months; each remark once."""
    needs = tuple(dict.fromkeys(need for part in parts for need in part.needs))
    notes: dict[str, Note] = {}
    for part in parts:
        for note in part.notes:
            if note.code not in {"note.due", "note.beyond_knowledge"}:
                notes.setdefault(repr(note.text), note)
    return Answer(
        question="premiums",
        title=Text("premiums.title", {"first": begin, "last": end}),
        outcome=Outcome.CANNOT_DECIDE if needs else Outcome.YES,
        law=law,
        facts={**parts[0].facts, "first": begin, "last": end},
        lines=() if needs else tuple(line for part in parts for line in part.lines),
        possibilities=_possibilities(parts),
        notes=(*beyond_knowledge(law, end.first_day), *notes.values()),
        needs=needs,
    )


def _possibilities(parts: list[Answer]) -> tuple[Possibility, ...]:
    """What the run would cost, where every undecided month waits for the same facts."""
    undecided = [part for part in parts if not part.decided]
    asked = {tuple(possible.facts) for part in undecided for possible in part.possibilities}
    if len(asked) != 1 or not all(part.possibilities for part in undecided):
        return ()
    decided = sum((Fraction(part.total) for part in parts if part.decided), Fraction(0))
    found: list[Possibility] = []
    for same in zip(*(part.possibilities for part in undecided), strict=True):
        total = sum((Fraction(possible.total) for possible in same), decided)
        grounds = tuple({id(ground): ground for possible in same for ground in possible.grounds}.values())
        found.append(Possibility(facts=same[0].facts, total=exact(total), grounds=grounds))
    return tuple(found)


def monthly_totals(answer: Answer) -> dict[Month, Rupiah]:
    """The sum of the lines of each month, credits included.

    >>> fisher = Worker(kind="b", income=900_000, sector="other")
    >>> list(monthly_totals(premiums(fisher, "2026-03", "2026-04", payer="self")).values())
    [16800, 8400]
    """
    if not isinstance(answer, Answer):
        raise InputError("answer", type(answer).__name__, "an Answer", "give what premiums(...) returned")
    found: dict[Month, Fraction] = {}
    _ = answer.total  # an undecided answer has no totals
    for line in answer.lines:
        if line.month is not None:
            found[line.month] = found.get(line.month, Fraction(0)) + line.amount
    return {month: exact(total) for month, total in found.items()}


def with_credited_months(
    worker: Worker,
    participation: Participation,
    until: date,
    *,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> tuple[Participation, tuple[MissingFact | Reading, ...]]:
    """Count the months a prepaid excess pays for in full as paid (decision D26).

    Returns:
        The participation with those months, or unchanged with the facts that are missing to say so.

    """
    excess = excess_months(participation, law)
    last = Month.of(until)
    if not excess or last < min(excess):
        return participation, ()
    run = premiums(worker, min(excess), last, scheme=scheme, participation=participation, calendar=calendar, law=law)
    if not run.decided:
        return participation, run.needs
    covered = [month for month, total in monthly_totals(run).items() if total == 0]
    days = {month: max(on for before, on in participation.paid.items() if before < month) for month in covered}
    credited_payments = tuple(Payment(month=month, on=on) for month, on in days.items())
    return evolve(participation, payments=(*(participation.payments or ()), *credited_payments)), ()
