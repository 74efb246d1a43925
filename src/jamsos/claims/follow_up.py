"""What follows a case that was found: how the participant is, and what the employer advanced.

Legal source: Permenaker 5/2021 Pasal 18, 57, 114 ayat (4).
"""

from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding
from jamsos.claims.case import ClaimCase
from jamsos.claims.reports import duty_by
from jamsos.values.days import add_months, add_working_days
from jamsos.workers.codes import Segment


def follow_up(case: ClaimCase) -> list[Finding]:
    """By when BPJS asks how the participant is, by when it is told, and the employer refunded."""
    if not case.jkk or case.migrant:
        return []
    return [*_progress_asked(case), *_progress_told(case), *_advance_refunded(case)]


def _progress_asked(case: ClaimCase) -> list[Finding]:
    """BPJS asks after a conclusion that it was an accident or disease (Pasal 18, 57)."""
    # Of a case that was none there is no progress to ask for.
    if case.concluded_on is None or case.accepted is False:
        return []
    months = case.find_rule_of_step("report.progress_request_months", case.concluded_on)
    if months is None:
        return []
    ask_by = add_months(case.concluded_on, months.rule.number)
    return [duty_by("progress_ask_by", ask_by, Party.BPJS, months.grounds)]


def _progress_told(case: ClaimCase) -> list[Finding]:
    """The employer, or the BPU or the family, answers."""
    if case.progress_asked_on is None:
        return []
    days = case.find_rule_of_step("report.progress_answer_working_days", case.progress_asked_on)
    if days is None:
        return []
    answer_by = add_working_days(case.progress_asked_on, days.rule.number, case.calendar)
    party = Party.FAMILY_INSTEAD if case.segment is Segment.BPU else Party.EMPLOYER
    return [duty_by("progress_answer_by", answer_by, party, days.grounds)]


def _advance_refunded(case: ClaimCase) -> list[Finding]:
    """BPJS refunds transport and STMB, which the employer claims back with stage II."""
    if case.received_on is None or case.segment is Segment.BPU:
        return []
    days = case.find_rule_of_step("pay.advance_refund_working_days", case.received_on)
    if days is None:
        return []
    refund_by = add_working_days(case.received_on, days.rule.number, case.calendar)
    return [duty_by("advance_refund_by", refund_by, Party.BPJS, days.grounds)]
