"""A run of months: what is due in all, credits of prepaid months, prepaying and refunds."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, When, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, current
from jamsos.premiums.asked import priced_month
from jamsos.premiums.premium import premium
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

_LONGEST = 1200  # months; a longer run is a mistyped year
_REDUCIBLE = frozenset({"premium.jkk", "premium.jkm", "premium.jkk_second_job"})


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
    law = law or current()
    begin, end = priced_month(first, law), priced_month(last, law)
    if not begin <= end or end - begin >= _LONGEST:
        raise InputError("months", f"{begin} to {end}", "a first month not after the last", "check both months")
    parts = [
        premium(worker, month, payer=payer, row=row, scheme=scheme, participation=participation,
                calendar=calendar, law=law)
        for month in months_between(begin, end)
    ]  # fmt: skip
    whole = _joined(parts, begin, end, law)
    if participation is None or not whole.decided:
        return settled(whole)
    return settled(_credited(whole, participation, law))


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
        notes=(*beyond_knowledge(law, end.first_day), *notes.values()),
        needs=needs,
    )


def _credited(whole: Answer, participation: Participation, law: Law) -> Answer:
    """Carry the excess of prepaid relief months forward to the following months (decision D26)."""
    paid = {payment.month: payment.amount for payment in participation.payments or ()}
    credit = Fraction(0)
    excess = Fraction(0)
    lines: list[Line] = []
    for line in whole.lines:
        lines.append(line)
        if line.month is None or line.code != "premium.jkm":
            continue
        due = _reducible(whole, line.month)
        rule = law.find("relief.pp50_2025.prepaid", line.month.first_day)
        amount = paid.get(line.month)
        if amount is not None:
            over = Fraction(amount) - due if rule is not None else Fraction(0)
            credit, excess = credit + max(over, Fraction(0)), excess + max(over, Fraction(0))
        elif line.month not in paid and law.chose("D26", "credit"):
            used = min(credit, due)
            credit -= used
            lines += [_credit_line(line, used, law)] if used else []
    if not excess:
        return whole
    day = next(rule.since for rule in law.timelines["relief.pp50_2025.prepaid"])
    grounds = law.cite(law.get("relief.pp50_2025.prepaid", day))
    code = "credit_left" if law.chose("D26", "credit") else "refund_due"
    found = [Finding(code="excess_prepaid", value=exact(excess), unit="rupiah", grounds=grounds),
             Finding(code=code, value=exact(credit), unit="rupiah", grounds=grounds)]  # fmt: skip
    return evolve(whole, lines=tuple(lines), findings=tuple(found))


def _reducible(whole: Answer, month: Month) -> Fraction:
    """What is due for JKK and JKM of a month; a credit never touches JHT."""
    due = (line.amount for line in whole.lines if line.month == month and line.code in _REDUCIBLE)
    return sum((Fraction(amount) for amount in due), Fraction(0))


def _credit_line(line: Line, used: Fraction, law: Law) -> Line:
    return evolve(
        line, code="premium.credit", amount=exact(-used), grounds=law.cite("D26"), formula=Text("formula.credit")
    )


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
    law = law or current()
    month = priced_month(first, law)
    rule = law.get("bpu.prepay_months", month.first_day)
    if str(count) not in rule.words:
        raise InputError("months paid at once", count, f"one of {rule.words}", "choose one of these")
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
    law = law or current()
    month = priced_month(claimed_on, law)
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
        notes=(Note(text=Text("note.refund"), grounds=law.cite(rule)),),
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


def monthly_totals(answer: Answer) -> dict[Month, Rupiah]:
    """The sum of the lines of each month, credits included.

    >>> fisher = Worker(kind="b", income=900_000, sector="other")
    >>> list(monthly_totals(premiums(fisher, "2026-03", "2026-04", payer="self")).values())
    [16800, 8400]
    """
    found: dict[Month, Fraction] = {}
    for line in answer.lines:
        if line.month is not None:
            found[line.month] = found.get(line.month, Fraction(0)) + line.amount
    return {month: exact(total) for month, total in found.items()}
