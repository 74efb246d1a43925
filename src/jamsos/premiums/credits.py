"""The excess of months prepaid at the full rate, as credit on the months that follow (decision D26)."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.codes import BPU
from jamsos.workers.participation import Participation

_REDUCIBLE = frozenset({"premium.jkk", "premium.jkm", "premium.jkk_second_job"})


def excess_months(participation: Participation, law: Law) -> tuple[Month, ...]:
    """The months a BPU paid with a stated amount in which a prepaid excess may have arisen."""
    if participation.segment is not BPU:
        return ()
    return tuple(
        payment.month
        for payment in participation.payments or ()
        if payment.amount is not None and law.find("relief.pp50_2025.prepaid", payment.month.first_day)
    )


def credited(whole: Answer, participation: Participation, law: Law) -> Answer:
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
        amount = paid.get(line.month)
        if amount is not None:
            over = _excess(Fraction(amount), due, line.amount, line.month.first_day, law)
            credit, excess = credit + over, excess + over
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


def _excess(amount: Fraction, due: Fraction, jkm: Rupiah, day: date, law: Law) -> Fraction:
    """What was paid beyond the relieved amount, up to the normal one; only a relief leaves an excess."""
    if not jkm:
        return Fraction(0)
    normal = due * law.get("jkm.contribution_bpu_month", day).number / jkm
    has_rule = law.find("relief.pp50_2025.prepaid", day) is not None
    return max(min(amount, normal) - due, Fraction(0)) if has_rule else Fraction(0)


def _reducible(whole: Answer, month: Month) -> Fraction:
    """What is due for JKK and JKM of a month; a credit never touches JHT."""
    return Fraction(sum(line.amount for line in whole.lines if line.month == month and line.code in _REDUCIBLE))


def _credit_line(line: Line, used: Fraction, law: Law) -> Line:
    return evolve(
        line, code="premium.credit", amount=exact(-used), grounds=law.cite("D26"), formula=Text("formula.credit")
    )
