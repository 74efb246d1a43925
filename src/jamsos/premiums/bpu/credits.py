"""The excess of months prepaid at the full rate, as credit on the months that follow (D26)."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.parts import Finding, Findings, Line
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.premiums.bpu.run_results import PremiumRun
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.codes import BPU
from jamsos.workers.participation import Participation

_REDUCIBLE = frozenset({"premium.jkk", "premium.jkm", "premium.jkk_second_job"})
"""The lines a relief reduces, and a credit pays; neither touches JHT."""


def excess_months(participation: Participation, law: Law) -> tuple[Month, ...]:
    """The months a BPU paid with a stated amount in which a prepaid excess may have arisen."""
    if participation.segment is not BPU:
        return ()
    return tuple(
        payment.month
        for payment in participation.of_stated_amount
        if _has_prepaid_rule(payment.month.first_day, law)
    )


def _has_prepaid_rule(day: date, law: Law) -> bool:
    """Whether the law of the day says what becomes of a prepaid excess."""
    return law.find("relief.pp50_2025.prepaid", day) is not None


def credited(whole: PremiumRun, participation: Participation, law: Law) -> PremiumRun:
    """Carry the excess of prepaid months with relief forward to the following months.

    Legal source: PP 50/2025 (article not known); decision D26.
    """
    payments = participation.payments or ()
    paid_amounts = {payment.month: payment.amount for payment in payments}
    credit = Fraction(0)
    excess = Fraction(0)
    lines: list[Line] = []
    for line in whole.lines:
        lines.append(line)
        # Each month has one line of JKM, whatever else is paid: the month is settled there.
        if line.code != "premium.jkm" or line.month is None:
            continue
        due = _reducible(whole, line.month)
        if line.month in paid_amounts:
            amount = paid_amounts[line.month]
            first_day = line.month.first_day
            month_excess = _excess(amount, due, line.amount, first_day, law)
            excess += month_excess
            credit += month_excess
        elif law.chose("D26", "credit"):
            used = min(credit, due)
            credit -= used
            if used:
                lines.append(_credit_line(line, used, law))
    if not excess:
        return whole
    findings = _credit_findings(excess, credit, law)
    return evolve(whole, lines=tuple(lines), findings=findings)


def _excess(
    amount: int | None, due: Fraction, jkm_after_relief: Rupiah, day: date, law: Law
) -> Fraction:
    """What was paid beyond the contribution after relief, up to the full contribution."""
    if amount is None or not jkm_after_relief or not _has_prepaid_rule(day, law):
        return Fraction(0)
    # A relief takes the same share off JKK and JKM, so JKM leads back to the full rate of both.
    full_jkm = law.get("jkm.contribution_bpu_month", day).number
    full_rate = due * full_jkm / jkm_after_relief
    # What goes beyond the full rate was paid for something else, JHT for example.
    counted = min(Fraction(amount), full_rate)
    return max(counted - due, Fraction(0))


def _reducible(whole: PremiumRun, month: Month) -> Fraction:
    """What is due for JKK and JKM of a month."""
    due = Fraction(0)
    for line in whole.lines:
        if line.month == month and line.code in _REDUCIBLE:
            due += line.amount
    return due


def _credit_line(line: Line, used: Fraction, law: Law) -> Line:
    grounds = law.cite("D26")
    return evolve(
        line,
        code="premium.credit",
        amount=exact(-used),
        grounds=grounds,
        formula=Text("formula.credit"),
    )


def _credit_findings(excess: Fraction, rest: Fraction, law: Law) -> Findings:
    """The excess in all, and what of it is left as credit or to be returned (decision D26)."""
    rule = law.timelines["relief.pp50_2025.prepaid"][0]
    grounds = law.cite(rule)
    rest_code = "refund_due"
    if law.chose("D26", "credit"):
        rest_code = "credit_left"
    prepaid = exact(excess)
    remainder = exact(rest)
    return (
        Finding(code="excess_prepaid", value=prepaid, unit="rupiah", grounds=grounds),
        Finding(code=rest_code, value=remainder, unit="rupiah", grounds=grounds),
    )
