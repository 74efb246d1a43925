"""An employer's late report of an accident (Permenaker 1/2025 Pasal 8 ayat (2a) to (2c))."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Notes, remark
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.late_report import burdens_from_suspicion, late_report_rule
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.workers.participation import Participation


class Report(NamedTuple):
    """The employer's stage I report of an accident or a disease."""

    on: date
    """The day of the accident or of the clinical diagnosis."""
    late: bool | None
    """Whether it was late; None: not known."""
    as_suspected: bool | None
    """Whether it was one of a suspicion only; None: not known."""
    late_fact: str
    """The fact that says whether it was late, as the question names it."""
    suspected_fact: str


class ReportedRights(NamedTuple):
    """The rights after the report; ``needs`` where nobody stated whether it was late."""

    due: Rights
    notes: Notes = ()
    needs: tuple[MissingFact, ...] = ()
    grounds: Grounds = ()


def after_report(member: Participation, due: Rights, report: Report, law: Law) -> ReportedRights:
    """From 24 February 2025 an employer who reports late pays first.

    The PP itself takes nothing away for a late report, and whoever owes already goes on owing.
    """
    if report.late is False or due.jkk_care is Right.NONE:
        return ReportedRights(due)
    rule = late_report_rule(member.segment, report.on, law)
    if rule is None:
        absence = law.cite("no_loss_for_late_report")
        note = remark("note.late_report", absence)
        return ReportedRights(due, (note,))
    # Whoever is only deemed a worker is reported as a BPU is (Permenaker 5/2021 Pasal 61(5)).
    if member.deemed:
        absence = law.cite("no_burden_for_late_report_of_trainee")
        note = remark("note.late_report_of_trainee", absence)
        return ReportedRights(due, (note,))
    if due.jkk_payer is not PaidBy.BPJS:
        return ReportedRights(due)
    return _burdened(due, report, law.cite(rule), law)


def _burdened(due: Rights, report: Report, rule: Grounds, law: Law) -> ReportedRights:
    """The employer pays first, if the report was late and no mere suspicion."""
    grounds = rule
    if report.as_suspected is not False:
        grounds = (*rule, *law.cite("D86"))
        if not burdens_from_suspicion(law):
            return _suspected(due, report, grounds)
    if report.late is None:
        need = MissingFact(report.late_fact)
        return ReportedRights(due, needs=(need,), grounds=grounds)
    note = remark("note.late_employer_bears", grounds)
    jkk_grounds = (*due.jkk_grounds, *grounds)
    payer = PaidBy.EMPLOYER_FIRST
    bears = due._replace(jkk_payer=payer, jkk_grounds=jkk_grounds)
    return ReportedRights(bears, (note,))


def _suspected(due: Rights, report: Report, grounds: Grounds) -> ReportedRights:
    """A report of a suspicion burdens nobody; whether it was one must be known."""
    if report.as_suspected is None:
        need = MissingFact(report.suspected_fact)
        return ReportedRights(due, needs=(need,), grounds=grounds)
    note = remark("note.late_suspected_report", grounds)
    return ReportedRights(due, (note,))
