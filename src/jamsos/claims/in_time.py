"""Whether a claim is still in time (*gugur, daluwarsa*): PP 44/2015 and PP 82/2019 Pasal 26."""

from datetime import date

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.parts import Finding, Note, Outcome, remark, warning
from jamsos.answers.texts import Text
from jamsos.claims.results_in_time import ClaimInTime
from jamsos.claims.timeline import claim_timeline
from jamsos.law.law import Law, applied
from jamsos.values.days import check_order, plausible_day
from jamsos.values.moments import checked_moment, day_of
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import Cause, Segment


def claim_in_time(
    cause: Cause | str,
    event_on: date,
    on: date,
    *,
    segment: Segment | str = Segment.BPU,
    law: Law | None = None,
) -> ClaimInTime:
    """Whether a claim made on a day is in time; no: the right has lapsed.

    Findings: ``claim_until``, the last day of the claim or ``no_lapse``, and ``days_left``. A
    claim for JKK is made with the stage II report, one for JKM with the application.

    Legal source: PP 44/2015 Pasal 26; PP 82/2019 Pasal 26; of JKM no text has a time limit (D60).

    Args:
        cause: ``work_accident``, ``occupational_disease`` or ``other``, as found by others (D59).
        event_on: The accident, the diagnosis, or the death; its law counts (D01).
        on: The day the claim is made, or to be made.
        segment: Whose claim it is: ``BPU``, ``PU``, ``CONSTRUCTION`` or ``MIGRANT``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015, of a migrant worker before 22 February
            2023.
        InputError: for a claim before the event.

    >>> answer = claim_in_time("work_accident", date(2026, 6, 10), date(2031, 6, 10))
    >>> answer.in_time, answer.last_day, answer.days_left
    (True, datetime.date(2031, 6, 10), 0)

    """
    law = applied(law)
    of_cause = checked_code(Cause, cause, "cause")
    of_segment = checked_code(Segment, segment, "segment")
    event = day_of(checked_moment(event_on, "event_on"))
    day = plausible_day(on, "on")
    timeline = claim_timeline(of_cause, event, segment=of_segment, law=law)
    check_order({"event_on": event, "on": day})
    until = next(found for found in timeline.findings if found.code == "claim_until")
    last_day = until.value if isinstance(until.value, date) else None
    in_time = last_day is None or day <= last_day
    answer = ClaimInTime(
        title=Text("claim_in_time.title", {"cause": Text(f"cause.{of_cause}"), "day": day}),
        outcome=Outcome.YES if in_time else Outcome.NO,
        law=law,
        facts={"cause": of_cause, "event_on": event, "on": day, "segment": of_segment},
        findings=(until, *_days_left(until, last_day, day)),
        notes=(*beyond_knowledge(law, day), *_notes(until, in_time, of_cause)),
    )
    return settled(answer)


def _days_left(until: Finding, last_day: date | None, day: date) -> tuple[Finding, ...]:
    """How many days are left after this one; none where the right does not lapse, or has."""
    if last_day is None or day > last_day:
        return ()
    left = (last_day - day).days
    return (Finding(code="days_left", value=left, grounds=until.grounds),)


def _notes(until: Finding, in_time: bool, cause: Cause) -> list[Note]:
    """That the right has lapsed, or what counts as the claim."""
    if not in_time:
        return [warning("note.claim_lapsed", until.grounds)]
    if cause is Cause.OTHER:
        return []
    return [remark("note.claim_is_stage2", until.grounds)]
