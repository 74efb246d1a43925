"""The timeline of one case: what is due by when, from whom, and what lateness costs."""

from datetime import date

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.parts import Finding, Findings, Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.claims.case import ClaimCase
from jamsos.claims.conclusions import conclusions
from jamsos.claims.follow_up import follow_up
from jamsos.claims.lapse import lapse
from jamsos.claims.notices import notice_notes
from jamsos.claims.paying import paying
from jamsos.claims.refunds import refunds
from jamsos.claims.reports import lateness, report_notes, reports
from jamsos.claims.results import ClaimTimeline
from jamsos.claims.unregistered import unregistered_duties, unregistered_notes
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, checked_calendar, monday_to_friday
from jamsos.values.moments import day_of
from jamsos.workers.closed_list import checked_code
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
    stage1_received_on: date | None = None,
    concluded_on: date | None = None,
    accepted: bool | None = None,
    suspected: bool | None = None,
    papers_differ: bool | None = None,
    check_ended_on: date | None = None,
    employer_paid_on: date | None = None,
    refund_asked_on: date | None = None,
    progress_asked_on: date | None = None,
    registered: bool | None = None,
    amount: int | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> ClaimTimeline:
    """By when a case must be reported, answered and paid, and what lateness costs.

    Findings in the order of their days, each duty with its ``party``: ``report_stage1_by`` and
    ``report_stage2_by`` (with ``report_to``), ``conclusion_by`` (of a wage earner's suspected
    disease with ``conclusion_by_working_days``), ``conclusion_told_by`` (with
    ``refusal_examined``), ``result_told_by``,
    ``incomplete_notice_by``, ``field_check_by``, ``facility_pay_by``,
    ``pay_by``, ``days_late``, ``refund_ask_by``, ``refund_pay_by``, and ``claim_until`` (the last
    day of the claim, or ``no_lapse``), with ``claim_was`` = ``late`` for a claim made after it, of
    which nothing is due. The line is the compensation for late payment.

    Where the law counts hours, the event, the report and the letter may be a ``datetime`` with its
    time zone; the deadline is then one too. A plain date gives the day.

    Legal source: PP 44/2015 Pasal 26, 37, 40, 43, 44, 46; PP 82/2019 Pasal 26; Permenaker
    5/2021 Pasal 10, 11, 19, 24, 50, 51, 58, 64, 75, 91, 94, 97, 100; Permenaker 1/2025 Pasal 8 to
    8F, 11, 11A, 19, 24, 48B to 48F, 64, 79; Permenaker 44/2015 Pasal 15, 19; UU 40/2004 Pasal 45.

    Each step follows the law of the day it begins (D74), every right that of the event (D01).

    Args:
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        event_on: The accident, the diagnosis, or the death; its law counts (D01).
        segment: Whose case it is: ``BPU``, ``PU``, ``CONSTRUCTION`` or ``MIGRANT``.
        stage1_on: When the stage I report was made (JKK).
        letter_on: The doctor's letter about the outcome (JKK).
        received_on: The day BPJS received the stage II report (JKK).
        complete_on: The day the conditions were met (JKK) or the complete application received
            (JKM).
        paid_on: The day of payment.
        facility_complete_on: The day BPJS had the complete papers of the health facility (JKK).
        stage1_received_on: The day BPJS received the stage I report (JKK).
        concluded_on: The day BPJS concluded what it was (JKK).
        accepted: Whether it concluded that it was an accident or disease of the work.
        suspected: Whether stage I reported only a suspicion (Permenaker 1/2025 Pasal 8B, 48B).
        papers_differ: JKM: whether the papers and their verification do not agree.
        check_ended_on: JKM: the day the field check ended, and it was a death.
        employer_paid_on: The day the employer paid the benefit first because of arrears.
        refund_asked_on: The day of the employer's complete request for the refund.
        progress_asked_on: JKK: the day BPJS asked how the participant is.
        registered: False for a worker (PU, construction) whose employer never registered him:
            the employer owes the benefits, and only the reports and that payment have days.
        amount: The cash benefit that was due, in whole rupiah; needed where payment was late.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015, of a migrant worker before 22 February
            2023.
        InputError: for days in an impossible order, hours without a time zone, and facts that do
            not belong to the case.

    >>> answer = claim_timeline("other", date(2026, 6, 10), complete_on=date(2026, 6, 15))
    >>> answer.finding("pay_by")
    datetime.date(2026, 6, 18)

    """
    case = ClaimCase(
        cause=checked_code(Cause, cause, "cause"),
        segment=checked_code(Segment, segment, "segment"),
        event_on=event_on,
        stage1_on=stage1_on,
        letter_on=letter_on,
        received_on=received_on,
        complete_on=complete_on,
        paid_on=paid_on,
        facility_complete_on=facility_complete_on,
        stage1_received_on=stage1_received_on,
        concluded_on=concluded_on,
        accepted=accepted,
        suspected=suspected,
        papers_differ=papers_differ,
        check_ended_on=check_ended_on,
        employer_paid_on=employer_paid_on,
        refund_asked_on=refund_asked_on,
        progress_asked_on=progress_asked_on,
        registered=registered,
        amount=amount,
        calendar=checked_calendar(calendar),
        law=applied(law),
    )
    return settled(_timeline(case))


def _timeline(case: ClaimCase) -> ClaimTimeline:
    law = case.law
    if case.migrant:
        # Before Permenaker 4/2023 nothing of a migrant worker's claim is in the library.
        law.get("migrant.jkk_claim_years", case.day)
    if case.registered is False:
        return _of_unregistered(case)
    # Before payment: a late report may put the employer in the place of BPJS.
    report_lateness = lateness(case)
    claim = lapse(case)
    payment = paying(case, report_lateness, claim)
    findings = reports(case, report_lateness)
    findings += conclusions(case)
    findings += refunds(case)
    findings += follow_up(case)
    findings += payment.findings
    findings.append(claim.claim_until)
    findings += claim.findings
    notes = [*beyond_knowledge(law, case.day)]
    notes += report_lateness.notes
    notes += report_notes(case)
    notes += notice_notes(case)
    notes += payment.notes
    notes += claim.notes
    answer = ClaimTimeline(
        title=_title(case),
        outcome=Outcome.YES,
        law=law,
        facts=_facts(case),
        lines=payment.lines,
        findings=in_date_order(findings),
        notes=tuple(notes),
    )
    if payment.needs:
        return undecided(answer, payment.needs)
    return answer


def _of_unregistered(case: ClaimCase) -> ClaimTimeline:
    """The employer owes the benefits himself; BPJS has no part in it."""
    claim = lapse(case)
    findings = [*unregistered_duties(case), claim.claim_until]
    return ClaimTimeline(
        title=_title(case),
        outcome=Outcome.YES,
        law=case.law,
        facts=_facts(case),
        findings=in_date_order(findings),
        notes=(*beyond_knowledge(case.law, case.day), *unregistered_notes(case)),
    )


def _facts(case: ClaimCase) -> dict[str, object]:
    """The facts that were stated, as the question names them."""
    names = (
        "cause",
        "segment",
        "event_on",
        "stage1_on",
        "letter_on",
        "received_on",
        "complete_on",
        "paid_on",
        "facility_complete_on",
        "stage1_received_on",
        "concluded_on",
        "accepted",
        "suspected",
        "papers_differ",
        "check_ended_on",
        "employer_paid_on",
        "refund_asked_on",
        "progress_asked_on",
        "registered",
        "amount",
    )
    facts = {name: getattr(case, name) for name in names}
    return {name: fact for name, fact in facts.items() if fact is not None}


def _title(case: ClaimCase) -> Text:
    args: dict[str, Arg] = {
        "day": case.event_on,
        "cause": Text(f"cause.{case.cause}"),
        "segment": Text(f"segment.{case.segment}"),
    }
    return Text("timeline.title", args)


def in_date_order(findings: list[Finding]) -> Findings:
    """Findings by their day; one without a day stays behind the one it follows."""
    dated: list[tuple[date, Finding]] = []
    last_day = date.min
    for finding in findings:
        if isinstance(finding.value, date):
            last_day = day_of(finding.value)
        # Without a day it explains the duty before it, and must stay beside that.
        dated.append((last_day, finding))
    dated.sort(key=_day_alone)
    return tuple(finding for _, finding in dated)


def _day_alone(dated: tuple[date, Finding]) -> date:
    # Sorting is stable: findings of one day keep their order.
    return dated[0]
