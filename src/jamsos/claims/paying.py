"""By when BPJS pays, and what paying late costs (PP 44/2015 Pasal 37, 40, 46; decision D56)."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.answer import Finding, Line, Note
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.texts import Text
from jamsos.claims.case import ClaimCase
from jamsos.claims.reports import Lateness, duty_by, missing_hours
from jamsos.law.provisions import Provision
from jamsos.values.days import add_working_days, working_days_after
from jamsos.values.money import share_of
from jamsos.workers.codes import Segment


class Paying(NamedTuple):
    """The deadlines of payment and the compensation for missing one."""

    findings: tuple[Finding, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()


def paying(case: ClaimCase, reported: Lateness) -> Paying:
    """The payment to the participant or heirs and to the health facility."""
    if case.complete_on is None and case.facility_complete_on is None:
        return Paying()
    law = case.law
    if reported.employer_bears:
        bears = law.cite(law.get("report.late_employer_bears", case.day))
        return Paying(notes=(Note(text=Text("note.employer_pays_first"), grounds=bears, warning=True),))
    if reported.employer_bears is None:
        grounds = (*missing_hours(case), *law.cite(law.get("report.late_employer_bears", case.day)))
        return Paying((Finding(code="pay_by", value=None, grounds=grounds, note=Text("note.needs_hours")),))
    if case.jkk and case.migrant:
        grounds = law.cite("migrant_procedure_not_read")
        return Paying((Finding(code="pay_by", value=None, grounds=grounds, note=Text("note.migrant_procedure")),))
    found = _facility(case)
    if case.complete_on is None:
        return Paying(found)
    rule = law.get(_rule(case), case.day)
    deadline = add_working_days(case.complete_on, rule.number, case.calendar)
    late, lines = _late(case, deadline)
    return Paying((*found, duty_by("pay_by", deadline, case, rule, Party.BPJS), *late), lines)


def _rule(case: ClaimCase) -> str:
    if case.jkk:
        return "pay.jkk_working_days"
    return "pay.construction_jkm_working_days" if case.segment is Segment.CONSTRUCTION else "pay.jkm_working_days"


def _facility(case: ClaimCase) -> tuple[Finding, ...]:
    """BPJS pays the health facility (Pasal 46 ayat (1))."""
    if case.facility_complete_on is None:
        return ()
    rule = case.law.get("pay.facility_working_days", case.day)
    last = add_working_days(case.facility_complete_on, rule.number, case.calendar)
    return (duty_by("facility_pay_by", last, case, rule, Party.BPJS),)


def _late(case: ClaimCase, deadline: date) -> tuple[tuple[Finding, ...], tuple[Line, ...]]:
    """The days late and the compensation for them, on the unpaid cash benefit, without a cap."""
    if case.paid_on is None or case.paid_on <= deadline:
        return (), ()
    law = case.law
    rate = law.get("pay.delay_rate_per_day", case.day)
    working = law.chose("D56", "working_days")
    late = working_days_after(deadline, case.paid_on, case.calendar) if working else (case.paid_on - deadline).days
    grounds = law.cite(rate, *(("D20",) if working else ()))
    found = (Finding(code="days_late", value=late, grounds=grounds),)
    if case.migrant:
        unread = law.cite("migrant_procedure_not_read")
        note = Text("note.migrant_procedure")
        return (*found, Finding(code="late_payment", value=None, grounds=unread, note=note)), ()
    if case.amount is None:
        need = (MissingFact("claim.amount"), *grounds)
        return (*found, Finding(code="late_payment", value=None, grounds=need, note=Text("note.needs_amount"))), ()
    return found, (_compensation(rate, late, case.amount, case),)


def _compensation(rate: Provision, days: int, due: int, case: ClaimCase) -> Line:
    text = Text("formula.late", {"rate": rate.number, "days": days, "amount": due})
    owed = share_of(rate.number, Fraction(due * days))
    return Line(code="late_payment", amount=owed, grounds=case.law.cite(rate), formula=text)
