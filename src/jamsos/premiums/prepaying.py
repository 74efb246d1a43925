"""Paying several months at once, and what comes back after a claim."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Line, Note, Outcome, When, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.premiums.asked import priced_month
from jamsos.premiums.run import premiums
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.worker import Worker


def prepay(
    worker: Worker,
    first: object,
    count: int,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What paying 1, 3, 6 or 12 months at once comes to; each month at its own amount.

    Legal source: BPJS Ketenagakerjaan web page (article not known).

    >>> prepay(Worker(kind="b", income=900_000, sector="other"), "2026-10", 6, payer="self").total
    75600

    Raises:
        InputError: for another number of months.

    """
    law = applied(law)
    month = priced_month(first, law)
    rule = law.get("bpu.prepay_months", month.first_day)
    given: object = count
    if isinstance(given, bool) or not isinstance(given, int) or str(given) not in rule.words:
        raise InputError("months paid at once", given, f"one of {rule.words}", "choose one of these")
    answer = premiums(worker, month, month + (count - 1), payer=payer, row=row, calendar=calendar, law=law)
    note = Note(text=Text("note.prepay", {"months": count}), grounds=law.cite(rule))
    return evolve(answer, notes=(*answer.notes, note))


def refund_after_claim(participation: Participation, claimed_on: date, *, law: Law | None = None) -> Answer:
    """Contributions paid for months after the claim month are returned with the claim.

    For donors and governments the return is by agreement: the amount is shown, the payee is not.

    Legal source: BPJS Ketenagakerjaan process manual (article not known).

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(
    ...     number_issued=date(2026, 1, 5), payer="self", payments=payments("2026-01", "2026-12", amount=16_800))
    >>> refund_after_claim(member, date(2026, 10, 20)).total
    33600
    """
    law = applied(law)
    checked_participation(participation)
    month = Month.of(day_of_law(claimed_on, law, "claimed_on"))
    rule = law.get("bpu.refund_after_claim", month.first_day)
    later = [payment for payment in participation.payments or () if payment.month > month]
    missing = {
        "participation.payments": participation.payments is None,
        "payment.amount": any(payment.amount is None for payment in later),
        "payer": bool(later) and participation.payer is None,
    }
    needs = tuple(MissingFact(name) for name, lacks in missing.items() if lacks)
    frame = Answer(
        question="refund",
        title=Text("refund.title", {"month": month}),
        outcome=Outcome.CANNOT_DECIDE if needs else Outcome.YES,
        law=law,
        facts={"participation": participation, "claimed_on": claimed_on},
        needs=needs,
        notes=(*beyond_knowledge(law, claimed_on), Note(text=Text("note.refund"), grounds=law.cite(rule))),
    )
    if needs:
        return settled(frame)
    payer = participation.payer
    by_agreement = payer is not None and payer.third_party
    lines = tuple(
        Line(
            code="refund",
            amount=payment.amount or 0,
            grounds=law.cite(rule),
            formula=Text("formula.refund_agreed" if by_agreement else "formula.refund"),
            when=When.NOW,
            month=payment.month,
            party=None if by_agreement else str(payer),
        )
        for payment in later
    )
    return settled(evolve(frame, lines=lines))
