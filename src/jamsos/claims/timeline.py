"""The timeline of one case: what is due by when, from whom and to whom, and what lateness costs."""

from datetime import date

from jamsos.answers.answer import Answer, Finding, Outcome, beyond_knowledge, settled
from jamsos.answers.texts import Text
from jamsos.claims.case import ClaimCase
from jamsos.claims.lapse import lapse
from jamsos.claims.paying import paying
from jamsos.claims.reports import lateness, report_notes, reports
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.moments import day_of
from jamsos.workers.codes import Cause, Segment


def claim_timeline(
    cause: Cause | str,
    event_on: date,
    *,
    segment: Segment | str = Segment.BPU,
    stage1_on: date | None = None,
    letter_on: date | None = None,
    received_on: date | None = None,
    complete_on: date | None = None,
    paid_on: date | None = None,
    facility_complete_on: date | None = None,
    amount: int | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """By when a case must be reported, answered and paid, when the claim lapses, and what lateness costs.

    Findings in the order of their days, each duty with its ``party``: ``report_stage1_by`` and
    ``report_stage2_by`` (with ``report_to``), ``incomplete_notice_by``,
    ``facility_pay_by``, ``pay_by``, ``days_late``, ``claim_until`` (the last day of the claim, or
    ``no_lapse``). The line is the compensation for late payment.

    Where the law counts hours, the event, the report and the letter may be a ``datetime`` with its
    time zone; the deadline is then one too. A plain date gives the day.

    Legal source: PP 44/2015 Pasal 26, 37, 40, 43, 44, 46; PP 82/2019 Pasal 26; Permenaker
    1/2025 Pasal 8, 19, 79; Permenaker 44/2015 Pasal 15, 19; UU 40/2004 Pasal 45.

    Args:
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        event_on: The accident, the diagnosis, or the death; its law counts (D01).
        segment: Whose case it is: ``BPU``, ``PU``, ``CONSTRUCTION`` or ``MIGRANT``.
        stage1_on: When the stage I report was made (JKK).
        letter_on: The doctor's letter about the outcome (JKK).
        received_on: The day BPJS received the stage II report (JKK).
        complete_on: The day the conditions were met (JKK) or the complete application received (JKM).
        paid_on: The day of payment.
        facility_complete_on: The day BPJS had the complete papers of the health facility (JKK).
        amount: The cash benefit that was due, in whole rupiah; needed where payment was late.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015, of a migrant worker before 22 February 2023.
        InputError: for days in an impossible order, hours without a time zone, and facts that do not
            belong to the case.

    >>> answer = claim_timeline("other", date(2026, 6, 10), complete_on=date(2026, 6, 15))
    >>> answer.finding("pay_by")
    datetime.date(2026, 6, 18)

    """
    case = ClaimCase(
        cause=Cause(cause),
        segment=Segment(segment),
        event_on=event_on,
        stage1_on=stage1_on,
        letter_on=letter_on,
        received_on=received_on,
        complete_on=complete_on,
        paid_on=paid_on,
        facility_complete_on=facility_complete_on,
        amount=amount,
        calendar=calendar,
        law=applied(law),
    )
    return settled(_timeline(case))


def _timeline(case: ClaimCase) -> Answer:
    if case.migrant:
        case.law.get("migrant.jkk_claim_years", case.day)  # refuses what was before Permenaker 4/2023
    reported = lateness(case)
    paid = paying(case, reported)
    findings = [*reports(case, reported), *paid.findings, lapse(case)]
    day = case.event_on
    return Answer(
        question="timeline",
        title=Text(
            "timeline.title",
            {"day": day, "cause": Text(f"cause.{case.cause}"), "segment": Text(f"segment.{case.segment}")},
        ),
        outcome=Outcome.YES,
        law=case.law,
        facts={"cause": case.cause, "segment": case.segment, "event_on": day},
        lines=paid.lines,
        findings=in_date_order(findings),
        notes=(*beyond_knowledge(case.law, case.day), *reported.notes, *report_notes(case), *paid.notes),
    )


def in_date_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings by their day; one without a day stays behind the one it follows."""
    keyed: list[tuple[date, Finding]] = []
    last = date.min
    for finding in findings:
        last = day_of(finding.value) if isinstance(finding.value, date) else last
        keyed.append((last, finding))
    return tuple(finding for _, finding in sorted(keyed, key=lambda pair: pair[0]))
