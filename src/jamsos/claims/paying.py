"""By when BPJS pays, and what paying late costs (PP 44/2015 Pasal 37, 40, 46; decision D56)."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parties import Party
from jamsos.answers.parts import (
    Finding,
    Findings,
    Line,
    Lines,
    Note,
    Notes,
    untold_finding,
    warning,
)
from jamsos.answers.texts import Text
from jamsos.claims.case import ClaimCase
from jamsos.claims.lapse import Lapse
from jamsos.claims.reports import Lateness, duty_by, missing_hours
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY, add_working_days, working_days_after
from jamsos.values.money import share_of
from jamsos.workers.codes import Segment

_CHECK_IN_DAYS = "jkm.field_check_days"
_CHECK_IN_WORKING_DAYS = "jkm.field_check_working_days"


class Paying(NamedTuple):
    """The deadlines of payment and the compensation for missing one."""

    findings: Findings = ()
    lines: Lines = ()
    notes: Notes = ()
    needs: Needs = ()
    """What the compensation waits for."""


def paying(case: ClaimCase, report_lateness: Lateness, claim: Lapse) -> Paying:
    """The payment to the participant or heirs and to the health facility."""
    if case.complete_on is None and case.facility_complete_on is None:
        return Paying()
    # Of a right that has lapsed nothing is due, and so nothing can be late.
    if claim.lapsed:
        to_facility = _facility(case, claim)
        return Paying(to_facility)
    # Nothing is due from BPJS yet: the employer pays, and claims it back once reported.
    if report_lateness.employer_bears:
        note = _employer_pays_first(case)
        return Paying(notes=(note,))
    if report_lateness.employer_bears is None:
        waiting = _waiting_for_hours(case)
        return Paying((waiting,))
    if case.jkk and case.migrant:
        unread = _unread_procedure(case)
        return Paying((unread,))
    # The facility has papers of its own, and does not wait for the participant's.
    to_facility = _facility(case, claim)
    if case.complete_on is None:
        return Paying(to_facility)
    if claim.lapsed is None:
        waiting = _waiting_for_the_claim(claim)
        return Paying((*to_facility, waiting))
    to_participant = _participant(case, case.complete_on)
    findings = (*to_facility, *to_participant.findings)
    return to_participant._replace(findings=findings)


def _employer_pays_first(case: ClaimCase) -> Note:
    rule = case.law.get("report.late_employer_bears", case.day)
    grounds = case.law.cite(rule)
    text = Text("note.employer_pays_first")
    return Note(text=text, grounds=grounds, warning=True)


def _waiting_for_hours(case: ClaimCase) -> Finding:
    """Who pays by when depends on hours nobody stated."""
    rule = case.law.get("report.late_employer_bears", case.day)
    needs = missing_hours(case)
    grounds = (*needs, *case.law.cite(rule))
    return Finding(code="pay_by", value=None, grounds=grounds, note=Text("note.needs_hours"))


def _waiting_for_the_claim(claim: Lapse) -> Finding:
    """Whether anything is due depends on the day the claim was made."""
    needs = (MissingFact("claim.received_on"), *claim.claim_until.grounds)
    return untold_finding("pay_by", needs)


def _unread_procedure(case: ClaimCase) -> Finding:
    grounds = case.law.cite("migrant_procedure_not_read")
    note = Text("note.migrant_procedure")
    return Finding(code="pay_by", value=None, grounds=grounds, note=note)


def _participant(case: ClaimCase, complete_on: date) -> Paying:
    """BPJS pays the participant or heirs, and compensates for paying late."""
    if case.papers_differ:
        checked = _field_check(case, complete_on)
        if checked is not None:
            return checked
    name = _working_days_rule(case)
    working_days = case.rule_of_step(name, complete_on)
    pay_by = add_working_days(complete_on, working_days.rule.number, case.calendar)
    deadline = duty_by("pay_by", pay_by, Party.BPJS, working_days.grounds)
    paid_on = case.paid_on
    if paid_on is None or paid_on <= pay_by:
        return Paying((deadline,))
    late = _late(case, paid_on, pay_by)
    return late._replace(findings=(deadline, *late.findings))


def _field_check(case: ClaimCase, complete_on: date) -> Paying | None:
    """BPJS checks the death on the spot where papers and verification differ (Pasal 24, 64).

    None: there was no such rule yet.
    """
    check_by = _field_check_by(case, complete_on)
    if check_by is None:
        return None
    ended_on = case.check_ended_on
    # Nothing is due while it is being checked.
    if ended_on is None:
        return Paying((check_by,))
    working_days = case.rule_of_step("jkm.after_field_check_working_days", ended_on)
    pay_by = add_working_days(ended_on, working_days.rule.number, case.calendar)
    deadline = duty_by("pay_by", pay_by, Party.BPJS, working_days.grounds)
    if case.paid_on is None or case.paid_on <= pay_by:
        return Paying((check_by, deadline))
    # The 1 % is tied to the days after the application, and nothing says that it runs here.
    absence = case.law.cite("no_delay_rate_after_field_check")
    note = warning("note.no_delay_rate_after_field_check", absence)
    return Paying((check_by, deadline), notes=(note,))


def _field_check_by(case: ClaimCase, complete_on: date) -> Finding | None:
    """The last day of the field check; None: there was no such rule yet."""
    step = case.find_rule_of_step((_CHECK_IN_DAYS, _CHECK_IN_WORKING_DAYS), complete_on)
    if step is None:
        return None
    last_day = complete_on + step.rule.number * ONE_DAY
    in_working_days = step.rule.id == _CHECK_IN_WORKING_DAYS
    # Decision D54: days that are not called working days.
    if in_working_days or case.law.chose("D54", "working_days"):
        last_day = add_working_days(complete_on, step.rule.number, case.calendar)
    return duty_by("field_check_by", last_day, Party.BPJS, step.grounds)


def _working_days_rule(case: ClaimCase) -> str:
    if case.jkk:
        return "pay.jkk_working_days"
    # Of projects only JKM has a rule of its own; JKK is alike in every segment.
    if case.segment is Segment.CONSTRUCTION:
        return "pay.construction_jkm_working_days"
    return "pay.jkm_working_days"


def _facility(case: ClaimCase, claim: Lapse) -> Findings:
    """BPJS pays the health facility (Pasal 46 ayat (1))."""
    complete_on = case.facility_complete_on
    if complete_on is None:
        return ()
    # Its bill is part of the same right: one that was complete in time is still paid.
    last_day = claim.last_day
    if claim.lapsed and last_day is not None and complete_on > last_day:
        return ()
    working_days = case.rule_of_step("pay.facility_working_days", complete_on)
    pay_by = add_working_days(complete_on, working_days.rule.number, case.calendar)
    deadline = duty_by("facility_pay_by", pay_by, Party.BPJS, working_days.grounds)
    return (deadline,)


def _late(case: ClaimCase, paid_on: date, pay_by: date) -> Paying:
    """The days late and the compensation for them, on the unpaid cash benefit, without a cap."""
    law = case.law
    rate = law.get("pay.delay_rate_per_day", case.day)
    grounds: Grounds
    # Decision D56: calendar days, or working days as the deadline itself is counted.
    if law.chose("D56", "working_days"):
        days_late = working_days_after(pay_by, paid_on, case.calendar)
        grounds = law.cite(rate, "D20")
    else:
        days_late = (paid_on - pay_by).days
        grounds = law.cite(rate)
    finding = Finding(code="days_late", value=days_late, grounds=grounds)
    # Whether delay costs anything was read for Indonesia only.
    if case.migrant:
        delay = MissingFact("migrant.delay")
        unread = (delay, *law.cite("migrant_procedure_not_read"))
        open_amount = _without_amount(unread, "note.migrant_procedure")
        return Paying((finding, open_amount), needs=(delay,))
    if case.amount is None:
        amount = MissingFact("claim.amount")
        open_amount = _without_amount((amount, *grounds), "note.needs_amount")
        return Paying((finding, open_amount), needs=(amount,))
    compensation = _compensation(rate, days_late, case.amount, case)
    return Paying((finding,), (compensation,))


def _without_amount(grounds: Grounds, reason: str) -> Finding:
    note = Text(reason)
    return Finding(code="late_payment", value=None, grounds=grounds, note=note)


def _compensation(rate: Provision, days: int, due: int, case: ClaimCase) -> Line:
    """*Kompensasi* for late payment: a share of the benefit for each day."""
    # Each day is a share of the same sum: the text knows no cap and no compounding.
    sum_of_days = Fraction(due * days)
    args = {"rate": rate.number, "days": days, "amount": due}
    return Line(
        code="late_payment",
        amount=share_of(rate.number, sum_of_days),
        grounds=case.law.cite(rate),
        formula=Text("formula.late", args),
    )
