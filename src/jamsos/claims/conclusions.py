"""What BPJS concludes on a stage I report, by when, and whom it tells.

Legal source: Permenaker 5/2021 Pasal 10, 11, 50, 51; Permenaker 1/2025 Pasal 8C to 8F, 11, 11A,
48C to 48F.
"""

from datetime import date

from attrs import evolve

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, code_finding, untold_finding
from jamsos.claims.case import ClaimCase
from jamsos.claims.codes import Examination
from jamsos.claims.reports import duty_by
from jamsos.coverage.event_results import SuspectedCase
from jamsos.coverage.suspected import suspected_case
from jamsos.values.days import ONE_DAY, add_months, add_working_days
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.event import Event, EventKind

_EXAMINES_PU = "not_accident.office_examines_pu"
_ASKED_PU = "not_accident.asked_pu"
_EXAMINES_BPU = "not_accident.office_examines_bpu"


def conclusions(case: ClaimCase) -> list[Finding]:
    """The days of the conclusion; of a migrant worker's accident nothing was read."""
    if not case.jkk or case.migrant:
        return []
    findings: list[Finding] = []
    of_suspected = _of_suspected(case)
    if case.stage1_received_on is not None:
        # Before the rules on suspected cases, those on every report hold for them too.
        findings += of_suspected or _conclusion(case, case.stage1_received_on)
    if case.concluded_on is not None:
        findings += _notice(case, case.concluded_on)
        findings += _transfer(case)
    return findings


def _suspected_case(case: ClaimCase) -> SuspectedCase:
    """The same case as the question about who pays the care of a suspected one sees it."""
    kind = EventKind.ACCIDENT
    if case.cause is Cause.OCCUPATIONAL_DISEASE:
        kind = EventKind.DISEASE
    concluded = None
    if case.accepted is not None and case.concluded_on is not None:
        concluded = case.cause if case.accepted else Cause.OTHER
    return suspected_case(
        Event(on=case.day, kind=kind, segment=case.segment),
        reported_on=None if case.stage1_on is None else case.reported_on,
        received_on=case.stage1_received_on,
        concluded=concluded,
        concluded_on=None if concluded is None else case.concluded_on,
        calendar=case.calendar,
        law=case.law,
    )


def _of_suspected(case: ClaimCase) -> list[Finding]:
    """The days of a suspected case; none where it has no rules of its own."""
    if not case.suspected:
        return []
    answer = _suspected_case(case)
    days = [found for found in answer.findings if found.code.startswith("conclusion_by")]
    return [_of_bpjs(found) for found in days]


def _transfer(case: ClaimCase) -> list[Finding]:
    """By when BPJS Kesehatan is told that a suspected case was none (Pasal 8F, 48F)."""
    if not case.suspected:
        return []
    answer = _suspected_case(case)
    return [_of_bpjs(found) for found in answer.findings if found.code == "result_told_by"]


def _of_bpjs(found: Finding) -> Finding:
    """A duty of BPJS; the other reading of the same day is shown, and nobody's duty."""
    if found.code == "conclusion_by_working_days":
        return found
    return evolve(found, party=str(Party.BPJS))


def _conclusion(case: ClaimCase, received_on: date) -> list[Finding]:
    """BPJS concludes on every stage I report (Pasal 10 ayat (1), 50 ayat (1))."""
    days = case.find_rule_of_step("report.conclusion_days", received_on)
    if days is None:
        return []
    last_day = received_on + days.rule.number * ONE_DAY
    if case.law.chose("D54", "working_days"):
        last_day = add_working_days(received_on, days.rule.number, case.calendar)
    return [duty_by("conclusion_by", last_day, Party.BPJS, days.grounds)]


def _notice(case: ClaimCase, concluded_on: date) -> list[Finding]:
    """BPJS tells the labour office what it concluded: a no within days, a yes the next month."""
    if case.accepted is False:
        return [*_refusal_told(case, concluded_on), *_refusal_examined(case, concluded_on)]
    day_of_month = case.find_rule_of_step("report.conclusion_to_office_day", concluded_on)
    if day_of_month is None:
        return []
    if case.accepted is None:
        need = MissingFact("claim.accepted")
        return [untold_finding("conclusion_told_by", (need, *day_of_month.grounds))]
    next_month = add_months(concluded_on.replace(day=1), 1)
    last_day = next_month.replace(day=day_of_month.rule.number)
    return [duty_by("conclusion_told_by", last_day, Party.BPJS, day_of_month.grounds)]


def _refusal_told(case: ClaimCase, concluded_on: date) -> list[Finding]:
    """By when the labour office is told that it was neither (Pasal 11, 51)."""
    name = "not_accident.notice_pu_working_days"
    if case.segment is Segment.BPU:
        name = "not_accident.notice_bpu_working_days"
    notice = case.find_rule_of_step(name, concluded_on)
    if notice is None:
        return []
    last_day = add_working_days(concluded_on, notice.rule.number, case.calendar)
    return [duty_by("conclusion_told_by", last_day, Party.BPJS, notice.grounds)]


def _refusal_examined(case: ClaimCase, concluded_on: date) -> list[Finding]:
    """Whether the inspector examines it of his own motion (Pasal 11, 11A, 51)."""
    names: tuple[str, ...] = (_EXAMINES_PU, _ASKED_PU)
    if case.segment is Segment.BPU:
        names = (_EXAMINES_BPU,)
    examination = case.find_rule_of_step(names, concluded_on)
    if examination is None:
        return []
    # From 2025 the inspector only records a wage earner's case, until somebody asks.
    way = Examination.OWN_MOTION
    if examination.rule.id == _ASKED_PU:
        way = Examination.ON_REQUEST
    return [code_finding("refusal_examined", way, examination.grounds)]
