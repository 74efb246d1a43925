"""The case of a worker whose employer never registered him: the employer owes the benefits.

Legal source: PP 44/2015 Pasal 27, 35; Permenaker 5/2021 Pasal 26 to 30, 81, 82.
"""

from datetime import date

from jamsos.answers.grounds import Grounds
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Note, Notes, code_finding, remark
from jamsos.claims.case import ClaimCase
from jamsos.claims.codes import ReportAddressee
from jamsos.claims.reports import duty_by
from jamsos.values.days import add_working_days
from jamsos.values.moments import day_of, hours_after
from jamsos.workers.codes import Segment


def unregistered_duties(case: ClaimCase) -> list[Finding]:
    """The two reports of JKK; of JKM by when the employer pays the heirs."""
    if not case.jkk:
        return _employer_pays(case)
    findings = [_report(case, "report_stage1_by", case.event_on)]
    findings += _addressees(case)
    if case.letter_on is not None:
        findings.append(_report(case, "report_stage2_by", case.letter_on))
    return findings


def _report(case: ClaimCase, code: str, begins_on: date) -> Finding:
    """Employer, worker or heirs report; before Permenaker 5/2021 the employer (PP Pasal 43)."""
    party = Party.WORKER_TOO
    hours = case.find_rule_of_step("report.hours_of_unregistered", day_of(begins_on))
    if hours is None:
        party = Party.EMPLOYER
        hours = case.rule_of_step("report.hours_of_employer", day_of(begins_on))
    return duty_by(code, hours_after(begins_on, hours.rule.number), party, hours.grounds)


def _addressees(case: ClaimCase) -> list[Finding]:
    """The office alone: BPJS has no part in it."""
    to = case.find_rule_of_step("report.to_of_unregistered", case.day)
    if to is None:
        to = case.rule_of_step("report.to_of_employer", case.day)
    return [
        code_finding("report_to", ReportAddressee(addressee), to.grounds)
        for addressee in to.rule.words
    ]


def _employer_pays(case: ClaimCase) -> list[Finding]:
    complete_on = case.complete_on
    if complete_on is None:
        return []
    days = case.find_rule_of_step("employer.unregistered_jkm_working_days", complete_on)
    if days is None:
        return []
    pay_by = add_working_days(complete_on, days.rule.number, case.calendar)
    return [duty_by("pay_by", pay_by, Party.EMPLOYER, days.grounds)]


def unregistered_notes(case: ClaimCase) -> Notes:
    """That the employer owes the benefits, and who orders them paid."""
    notes: list[Note] = [remark("note.employer_owes_all", _owed_by_employer(case))]
    name, code = "unregistered.inspector_jkm", "note.inspector_orders_jkm"
    if case.jkk:
        name, code = "unregistered.inspector_jkk", "note.inspector_orders_jkk"
    orders = case.find_rule_of_step(name, case.day)
    if orders is not None:
        notes.append(remark(code, orders.grounds))
    return tuple(notes)


def _owed_by_employer(case: ClaimCase) -> Grounds:
    """Who owes is a right: it stays with the law of the day of the event (D01)."""
    law = case.law
    name = "employer.unregistered_jkk" if case.jkk else "employer.unregistered_jkm"
    rules = [law.get(name, case.day)]
    of_projects = law.find("construction.unregistered", case.day)
    if case.segment is Segment.CONSTRUCTION and of_projects is not None:
        rules.append(of_projects)
    return law.cite(*rules)
