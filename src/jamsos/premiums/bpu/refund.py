"""The refund of contributions paid for months after the claim month."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Line, Outcome, When, remark
from jamsos.answers.texts import Text
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.premiums.bpu.results import Refund
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation, checked_participation
from jamsos.workers.payments import Payment


def refund_after_claim(participation: Participation, on: date, *, law: Law | None = None) -> Refund:
    """The contributions paid for months after the claim month, which are returned with the claim.

    For donors and governments the return is by agreement: the amount is shown, the payee is not.

    Legal source: BPJS Ketenagakerjaan process manual (article not known).

    Args:
        participation: The membership, with the payer, the months paid and their amounts.
        on: The day of the claim.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for a participation of another segment, or what is no date.

    >>> from jamsos.workers.payments import payments
    >>> year = payments("2026-01", "2026-12", amount=16_800)
    >>> member = Participation(number_issued=date(2026, 1, 5), payer="self", payments=year)
    >>> refund_after_claim(member, date(2026, 10, 20)).total
    33600

    """
    law = applied(law)
    checked_participation(participation)
    on = judged_day(on, law, "on")
    month = Month.of(on)
    rule = law.get("bpu.refund_after_claim", month.first_day)
    grounds = law.cite(rule)
    note = remark("note.refund", grounds)
    title = Text("refund.title", {"month": month})
    facts = {"participation": participation, "on": on}
    beyond = beyond_knowledge(law, on)
    notes = (*beyond, note)
    answer = Refund(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts=facts,
        notes=notes,
    )
    payments = participation.payments or ()
    later = [payment for payment in payments if payment.month > month]
    needs = _needs(participation, later)
    if needs:
        # The note on the refund already says what it rests on.
        undecided_refund = evolve(answer, outcome=Outcome.CANNOT_DECIDE, needs=needs)
        return settled(undecided_refund)
    payer = participation.payer
    lines = tuple(_refund_line(payment, payer, grounds) for payment in later)
    return settled(evolve(answer, lines=lines))


def _needs(participation: Participation, later: Sequence[Payment]) -> tuple[MissingFact, ...]:
    """What must be known of the months paid after the claim."""
    needs: list[MissingFact] = []
    if participation.payments is None:
        needs.append(MissingFact("participation.payments"))
    # What was paid up to the claim month stays paid: only later amounts matter.
    if any(payment.amount is None for payment in later):
        needs.append(MissingFact("payment.amount"))
    if later and participation.payer is None:
        needs.append(MissingFact("participation.payer"))
    return tuple(needs)


def _refund_line(payment: Payment, payer: Payer | None, grounds: Grounds) -> Line:
    """What is returned for a month; to whom, only where no agreement has to say so."""
    payee = _payee(payer)
    formula = Text("formula.refund")
    if payee is None:
        formula = Text("formula.refund_agreed")
    return Line(
        code="refund",
        amount=payment.amount or 0,
        grounds=grounds,
        formula=formula,
        when=When.NOW,
        month=payment.month,
        party=payee,
    )


def _payee(payer: Payer | None) -> str | None:
    """To whom the refund goes; None: a third payer has to agree on that with BPJS."""
    if payer is None or payer.third_party:
        return None
    return str(payer)
