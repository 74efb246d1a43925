"""A run of months: what is due in all, with the credit prepaid months leave."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.grounds import Needs
from jamsos.answers.parts import Line, Note, Notes, Outcome
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law, applied
from jamsos.premiums.bpu.credits import credited, excess_months
from jamsos.premiums.bpu.premium import MonthPremium, month_premium
from jamsos.premiums.bpu.question import asked_of_member, month_question
from jamsos.premiums.bpu.run_results import MonthsAnswer, PremiumRun
from jamsos.premiums.several_months import (
    checked_run,
    joined_possibilities,
    needs_of,
    notes_once,
)
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.months import Month, months_between
from jamsos.workers.closed_list import code_or_none
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation
from jamsos.workers.payments import Payment
from jamsos.workers.worker import Worker

M = TypeVar("M", bound=MonthsAnswer)


def premium_run(
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
) -> PremiumRun:
    """What is due for a run of contribution months, and what prepaid months leave as credit.

    Payments of the participation that carry an amount and were made at the full rate for a month
    with relief leave an excess; it counts towards JKK and JKM of the following months (D26).

    Legal source: PP 44/2015 Pasal 20, 24; PP 50/2025 (prepayment, article not known).

    Args:
        worker: The worker, as for :func:`premium`.
        first: The first contribution month.
        last: The last one, included.
        payer: The payer; without it the scheme's payer, or else the participation's.
        row: The income row chosen, where it is not the one of the declared income (D17).
        scheme: The programme that pays; it fixes payer, programmes and row (D65).
        participation: The months already paid, with their amounts.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for months out of order, too long a run, or facts that contradict each other.

    >>> fisher = Worker(kind="independent", income=900_000, sector="other")
    >>> year = premium_run(fisher, "2026-01", "2026-12", payer="self")
    >>> year.total, len(year.relief_months)
    (126000, 9)

    """
    law = applied(law)
    begin, end = checked_run(first, last, law)
    whole = joined_months(
        PremiumRun,
        worker,
        begin,
        end,
        payer=payer,
        row=row,
        scheme=scheme,
        participation=participation,
        calendar=calendar,
        law=law,
    )
    if participation is None or not whole.decided:
        return settled(whole)
    return settled(credited(whole, participation, law))


def joined_months(
    kind: type[M],
    worker: Worker,
    begin: Month,
    end: Month,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    participation: Participation | None = None,
    calendar: WorkingDay,
    law: Law,
) -> M:
    """One answer of a kind from the answers of its months; the rest as for ``premium_run``."""
    months: list[MonthPremium] = []
    for month in months_between(begin, end):
        question = month_question(
            worker,
            month,
            payer=code_or_none(Payer, payer, "payer"),
            row=row,
            scheme=scheme,
            participation=participation,
            calendar=calendar,
            law=law,
        )
        months.append(month_premium(question))
    return _joined(kind, months, begin, end, law)


def _joined(kind: type[M], months: Sequence[MonthPremium], begin: Month, end: Month, law: Law) -> M:
    """One answer from the answers of the months."""
    answers = [month.answer for month in months]
    title = Text("premiums.title", {"first": begin, "last": end})
    stated = answers[0].facts
    facts = {name: fact for name, fact in stated.items() if name != "month"}
    facts |= {"first": begin, "last": end}
    beyond = beyond_knowledge(law, end.first_day)
    notes = (*beyond, *_run_notes(months))
    bases = tuple(month.basis for month in months if month.basis is not None)
    whole = kind(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts=facts,
        possibilities=joined_possibilities(answers),
        notes=notes,
        bases=bases,
    )
    lines: list[Line] = []
    for answer in answers:
        lines.extend(answer.lines)
    needs = needs_of(answers)
    if needs:
        # The months say in their own notes why they cannot be decided.
        return evolve(whole, outcome=Outcome.CANNOT_DECIDE, needs=needs)
    return evolve(whole, lines=tuple(lines))


def _run_notes(months: Iterable[MonthPremium]) -> Notes:
    """Each note of the months once, without those on the dates of a single month."""
    notes: list[Note] = []
    for month in months:
        notes.extend(note for note in month.answer.notes if note not in month.dated_notes)
    return notes_once(notes)


def with_credited_months(
    worker: Worker,
    participation: Participation,
    until: date,
    *,
    scheme: Scheme | None,
    calendar: WorkingDay,
    law: Law,
) -> tuple[Participation, Needs]:
    """Count the months a prepaid excess pays for in full as paid (decision D26).

    Returns:
        The participation with those months, or unchanged with the facts that are missing to say so.

    """
    excess = excess_months(participation, law)
    if not excess:
        return participation, ()
    last = Month.of(until)
    # A credit pays for later months only: until the first excess there is none.
    if last < min(excess):
        return participation, ()
    run = premium_run(
        worker,
        min(excess),
        last,
        scheme=scheme,
        participation=participation,
        calendar=calendar,
        law=law,
    )
    if not run.decided:
        return participation, asked_of_member(run.needs)
    payments = list(participation.payments or ())
    for month, to_pay in run.monthly.items():
        # A month the credit pays in part is still owed.
        if to_pay == 0:
            day = _day_of_credit(month, participation)
            payment = Payment(month=month, on=day)
            payments.append(payment)
    all_payments = tuple(payments)
    return evolve(participation, payments=all_payments), ()


def _day_of_credit(month: Month, participation: Participation) -> date:
    """The day a month counts as paid by credit: that of the last payment for an earlier month."""
    paid = participation.paid
    return max(on for earlier, on in paid.items() if earlier < month)
