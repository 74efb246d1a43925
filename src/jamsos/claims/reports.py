"""The two reports of a JKK case: by whom, to whom, by when, and what a late one costs.

Legal source: PP 44/2015 Pasal 43, 44.
"""

from datetime import date, datetime
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Findings, Notes, code_finding, remark
from jamsos.answers.texts import Text
from jamsos.claims.case import ClaimCase
from jamsos.claims.codes import ReportAddressee, Timeliness
from jamsos.coverage.late_report import burdens_from_suspicion, late_report_rule
from jamsos.law.steps import StepRule
from jamsos.values.days import add_working_days
from jamsos.values.moments import day_of, hours_after, is_after
from jamsos.workers.codes import Segment


class ReportDuty(NamedTuple):
    """The provisions on the reports of one segment, and who reports."""

    hours: str
    to: str
    to_if_suspected: str
    incomplete_notice: str
    stage1: Party
    stage2: Party


# Migrant workers are not here: how their accidents are reported was not read.
_DUTIES = {
    Segment.BPU: ReportDuty(
        "report.hours_of_bpu",
        "report.to_of_bpu",
        "report.to_of_suspected_bpu",
        "report.incomplete_notice_working_days",
        Party.FAMILY_TOO,
        Party.FAMILY_INSTEAD,
    ),
    Segment.PU: ReportDuty(
        "report.hours_of_employer",
        "report.to_of_employer",
        "report.to_of_suspected_employer",
        "report.incomplete_notice_working_days",
        Party.EMPLOYER,
        Party.EMPLOYER,
    ),
    Segment.CONSTRUCTION: ReportDuty(
        "report.hours_of_construction",
        "report.to_of_construction",
        "report.to_of_suspected_employer",
        "report.incomplete_notice_construction_working_days",
        Party.EMPLOYER,
        Party.EMPLOYER,
    ),
}


def reports(case: ClaimCase, report_lateness: "Lateness") -> list[Finding]:
    """Stage I and stage II, their addressees, the notice of missing papers."""
    if not case.jkk:
        return []
    if case.migrant:
        return [_unread_procedure(case)]
    duty = _DUTIES[case.segment]
    findings = [_stage1(case, duty)]
    findings += _addressees(case, duty)
    findings += report_lateness.findings
    # Stage II reports the outcome, which nobody knows before the doctor's letter.
    if case.letter_on is not None:
        stage2 = _stage2(case, duty, case.letter_on)
        findings.append(stage2)
    # Its days run from receipt: BPJS cannot miss papers it has not seen.
    if case.received_on is not None:
        notice = _incomplete_notice(case, duty, case.received_on)
        findings.append(notice)
    return findings


def _stage1(case: ClaimCase, duty: ReportDuty) -> Finding:
    hours = _stage1_hours(case, duty)
    # The hours run on the clock, through the night and on days off.
    report_by = hours_after(case.event_on, hours.rule.number)
    return duty_by("report_stage1_by", report_by, duty.stage1, hours.grounds)


def _stage1_hours(case: ClaimCase, duty: ReportDuty) -> StepRule:
    """The hours of stage I, which a suspected case has in a rule of its own (8B, 48B)."""
    if case.suspected:
        of_suspected = case.find_rule_of_step("report.hours_of_suspected", case.reported_on)
        if of_suspected is not None:
            return of_suspected
    return case.rule_of_step(duty.hours, case.day)


def _stage2(case: ClaimCase, duty: ReportDuty, letter_on: date) -> Finding:
    hours = case.rule_of_step(duty.hours, day_of(letter_on))
    report_by = hours_after(letter_on, hours.rule.number)
    is_claim = case.law.get("report.stage2_is_claim", case.day)
    grounds = (*hours.grounds, *case.law.cite(is_claim))
    return duty_by("report_stage2_by", report_by, duty.stage2, grounds)


def _incomplete_notice(case: ClaimCase, duty: ReportDuty, received_on: date) -> Finding:
    working_days = case.rule_of_step(duty.incomplete_notice, received_on)
    notice_by = add_working_days(received_on, working_days.rule.number, case.calendar)
    return duty_by("incomplete_notice_by", notice_by, Party.BPJS, working_days.grounds)


def _unread_procedure(case: ClaimCase) -> Finding:
    return Finding(
        code="report_stage1_by",
        value=None,
        grounds=case.law.cite("migrant_procedure_not_read"),
        note=Text("note.migrant_procedure"),
    )


def duty_by(code: str, last: date, party: Party, grounds: Grounds) -> Finding:
    """The last day, or hour, of a duty, with who has to act."""
    return Finding(code=code, value=last, grounds=grounds, party=str(party))


def _addressees(case: ClaimCase, duty: ReportDuty) -> list[Finding]:
    addressees = case.rule_of_step(duty.to, case.day)
    if case.suspected:
        of_suspected = case.find_rule_of_step(duty.to_if_suspected, case.reported_on)
        addressees = of_suspected or addressees
    return [
        code_finding("report_to", ReportAddressee(addressee), addressees.grounds)
        for addressee in addressees.rule.words
    ]


class Lateness(NamedTuple):
    """Whether the stage I report was late, and whether the employer therefore bears the benefit."""

    late: bool | None
    """None: nobody said when it was made, or only its hour would tell."""
    employer_bears: bool | None
    """None: it depends on that hour."""
    findings: Findings = ()
    notes: Notes = ()


def lateness(case: ClaimCase) -> Lateness:
    """What a late stage I report leads to.

    Legal source: Permenaker 1/2025 Pasal 8 ayat (2a) to (2c); the PP has no rule.
    """
    if not case.jkk or case.migrant:
        return Lateness(late=None, employer_bears=False)
    burden = _burden_of_employer(case)
    notes = _late_notes(case, burden)
    # Nobody said it was late: no payment is held up on a suspicion.
    if case.stage1_on is None:
        return Lateness(late=None, employer_bears=False, notes=notes)
    duty = _DUTIES[case.segment]
    hours = _stage1_hours(case, duty)
    report_by = hours_after(case.event_on, hours.rule.number)
    late = is_after(case.stage1_on, report_by)
    grounds: Grounds = hours.grounds
    # Two plain days leave it open; the hours are asked for only where they decide.
    if late is None:
        needs = missing_hours(case)
        grounds = (*needs, *grounds)
    verdict = _IN_TIME_OR_LATE[late]
    finding = _lateness_finding("report_stage1_was", verdict, grounds)
    if burden is None or late is False:
        return Lateness(late=late, employer_bears=False, findings=(finding,), notes=notes)
    bearer = _bearer(late, (*grounds, *burden))
    return Lateness(late=late, employer_bears=late, findings=(finding, bearer), notes=notes)


def _burden_of_employer(case: ClaimCase) -> Grounds | None:
    """Why an employer bears the benefit after a late report; None: this report burdens nobody."""
    law = case.law
    rule = late_report_rule(case.segment, case.day, law)
    if rule is None:
        return None
    if not case.suspected:
        return law.cite(rule)
    if burdens_from_suspicion(law):
        return law.cite(rule, "D86")
    return None


_IN_TIME_OR_LATE = {None: None, True: Timeliness.LATE, False: Timeliness.IN_TIME}


def _bearer(late: bool | None, grounds: Grounds) -> Finding:
    """Who bears JKK after a late report: the employer, who claims it back."""
    borne_by = None
    if late:
        borne_by = "employer_claims_back"
    return _lateness_finding("jkk_borne_by", borne_by, grounds)


def _lateness_finding(code: str, value: str | None, grounds: Grounds) -> Finding:
    """A result of lateness; without a value it waits for the hours."""
    if value is None:
        note = Text("note.needs_hours")
        return Finding(code=code, value=None, unit="code", grounds=grounds, note=note)
    return code_finding(code, value, grounds)


def missing_hours(case: ClaimCase) -> tuple[MissingFact, ...]:
    """The hours nobody stated: of the event, of the stage I report."""
    needs: list[MissingFact] = []
    if not isinstance(case.event_on, datetime):
        event_hour = MissingFact("claim.event_hour")
        needs.append(event_hour)
    if not isinstance(case.stage1_on, datetime):
        stage1_hour = MissingFact("claim.stage1_hour")
        needs.append(stage1_hour)
    return tuple(needs)


def _late_notes(case: ClaimCase, burden: Grounds | None) -> Notes:
    law = case.law
    if burden is not None:
        bears = remark("note.late_employer_bears", burden)
        if case.segment is Segment.CONSTRUCTION:
            return (bears,)
        # Of those only deemed workers the rules of a BPU are asked (Permenaker 5/2021 Pasal 61(5)).
        of_trainee = law.cite("no_burden_for_late_report_of_trainee")
        return (bears, remark("note.late_report_of_trainee", of_trainee))
    rule = late_report_rule(case.segment, case.day, law)
    if rule is not None and case.suspected:
        spared = law.cite(rule, "D86")
        return (remark("note.late_suspected_report", spared),)
    no_loss = law.cite("no_loss_for_late_report")
    nothing_lost = remark("note.late_report", no_loss)
    bpu_hours = law.get("report.hours_of_bpu", case.day)
    # The regulation that now holds the hours of a BPU has no consequence either.
    if case.segment is Segment.BPU and bpu_hours.until is None:
        absence = law.cite("no_loss_for_late_report_of_bpu")
        return (nothing_lost, remark("note.late_report_of_bpu", absence))
    return (nothing_lost,)


def report_notes(case: ClaimCase) -> Notes:
    """How reports are made in practice."""
    if not case.jkk or case.migrant:
        return ()
    practice = case.law.get("report.practice", case.day)
    grounds = case.law.cite(practice)
    note = remark("note.report_practice", grounds)
    return (note,)
