"""By when a registration must be made, answered and carried on (PP 44/2015 Pasal 6 to 13)."""

from collections.abc import Mapping
from datetime import date

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Finding, Note, Notes, Outcome, code_finding, remark
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.membership.project import change_limit, reporting_limit
from jamsos.membership.registration_notes import registration_notes
from jamsos.membership.registration_steps import NUMBER, ORDER_OF_DAYS, PROJECT_CHANGE, STEPS, Step
from jamsos.membership.results import EventPayer, RegistrationTimeline
from jamsos.values.days import WorkingDay, add_working_days, monday_to_friday, working_day_from
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import Segment


def registration_timeline(
    segment: Segment | str,
    *,
    form_received_on: date | None = None,
    hired_on: date | None = None,
    self_registered_on: date | None = None,
    ordered_on: date | None = None,
    complete_on: date | None = None,
    card_on: date | None = None,
    proof_on: date | None = None,
    changed_on: date | None = None,
    event_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> RegistrationTimeline:
    """By when a registration must be made, answered and carried on: a finding for each day stated.

    Each limit counts working days after the day that starts it, by the law of that day; who pays
    for an event follows from the law of the day of the event.

    Legal source: PP 44/2015 Pasal 6 to 13; Permenaker 5/2021 Pasal 3, 130; for construction
    projects Permenaker 44/2015 and, from 1 April 2021, 5/2021 Pasal 66 to 69.

    Args:
        segment: ``PU``, ``BPU`` or ``CONSTRUCTION``.
        form_received_on: PU: the employer received the form (``form_by``).
        hired_on: PU: the worker was hired (``register_worker_by``: later the employer is plainly
            negligent and the workers may register themselves).
        self_registered_on: PU: the workers registered themselves (``verify_by``).
        ordered_on: Construction: the work order (``register_project_by``).
        complete_on: The form was complete and the first contribution paid in full (``number_by``,
            ``card_by``; construction: ``proof_by``).
        card_on: The card was issued, or for PU received by the employer (``card_handover_by``).
        proof_on: Construction: the proof was issued (``proof_handover_by``).
        changed_on: The data changed, or for PU the employer learnt of it (``change_by``).
        event_on: Construction: an accident or death after a change of workers not yet reported
            (``event_paid_by``).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for another segment, no day at all, days in an impossible order, and days that
            do not belong to the segment.

    >>> answer = registration_timeline("BPU", complete_on=date(2026, 8, 7))
    >>> answer.finding("number_by"), answer.finding("card_by")
    (datetime.date(2026, 8, 10), datetime.date(2026, 8, 18))

    """
    law = applied(law)
    segment = checked_code(Segment, segment, "segment")
    days = {
        "form_received_on": form_received_on,
        "hired_on": hired_on,
        "self_registered_on": self_registered_on,
        "ordered_on": ordered_on,
        "complete_on": complete_on,
        "card_on": card_on,
        "proof_on": proof_on,
        "changed_on": changed_on,
        "event_on": event_on,
    }
    stated = _judged_days(days, law)
    _check_segment(segment)
    _check_days(segment, stated)
    _check_order(stated)
    findings = [
        _finding(step, segment, stated, calendar, law)
        for step in STEPS[segment]
        if step.start in stated
    ]
    if event_on is not None:
        changed_on = stated["changed_on"]
        event_payer = _payer_of_event(changed_on, event_on, calendar, law)
        findings.append(event_payer)
    findings.sort(key=_day)
    segment_name = Text(f"segment.{segment}")
    title = Text("registration_timeline.title", {"segment": segment_name})
    facts = {"segment": segment, **stated}
    stated_days = stated.values()
    latest = max(stated_days)
    beyond = beyond_knowledge(law, latest)
    remarks = _notes(segment, stated, law)
    notes = (*beyond, *remarks, *registration_notes(segment, stated, law))
    answer = RegistrationTimeline(
        title=title,
        outcome=Outcome.YES,
        law=law,
        facts=facts,
        findings=tuple(findings),
        notes=notes,
    )
    return settled(answer)


def _day(finding: Finding) -> date:
    """The day to sort a finding by; one without a day stands last."""
    if isinstance(finding.value, date):
        return finding.value
    return date.max


def _judged_days(days: Mapping[str, date | None], law: Law) -> Mapping[str, date]:
    """The days that are stated, each one the library has the law of."""
    stated: dict[str, date] = {}
    for name, day in days.items():
        if day is not None:
            stated[name] = judged_day(day, law, name)
    return stated


def _check_segment(segment: Segment) -> None:
    """Refuse a segment whose registration is not by these provisions."""
    if segment in STEPS:
        return
    allowed = [str(member) for member in STEPS]
    step = "for migrant workers ask migrant_premium"
    raise InputError("segment", str(segment), f"one of {allowed}", step)


def _check_days(segment: Segment, stated: Mapping[str, date]) -> None:
    """Refuse days that do not belong to the segment, and none at all."""
    names = {step.start for step in STEPS[segment]}
    # The payer of an event depends on a change of project workers, and on nothing else.
    if segment is Segment.CONSTRUCTION and "changed_on" in stated:
        names.add("event_on")
    for name, day in stated.items():
        if name not in names:
            allowed = f"None for {segment}, which has {sorted(names)}"
            raise InputError(name, day.isoformat(), allowed, "leave it out, or correct segment")
    if not stated:
        allowed = f"at least one of {sorted(names)}"
        step = f"state a day, as {min(names)}=datetime.date(2026, 8, 7)"
        raise InputError("days of registration_timeline", None, allowed, step)


def _check_order(stated: Mapping[str, date]) -> None:
    """Refuse days in an impossible order."""
    for earlier, later in ORDER_OF_DAYS:
        if earlier not in stated or later not in stated:
            continue
        if stated[later] < stated[earlier]:
            allowed = f"{earlier} ({stated[earlier]}) or later"
            day = stated[later].isoformat()
            raise InputError(later, day, allowed, "check both days")


def _finding(
    step: Step, segment: Segment, stated: Mapping[str, date], calendar: WorkingDay, law: Law
) -> Finding:
    """The last day of one limit, by the law of the day that starts it."""
    start = stated[step.start]
    if step is PROJECT_CHANGE:
        limit = change_limit(start, start, law, calendar)
        return _dated_finding(step, limit.last_day, limit.grounds)
    rule = law.get(step.rule, start)
    same_day = law.find("register.pu_number_same_day", start)
    # Workers who register themselves wait a working day for the number (Pasal 10 ayat (5)).
    by_employer = "self_registered_on" not in stated
    if step is NUMBER and segment is Segment.PU and same_day is not None and by_employer:
        return _dated_finding(step, working_day_from(start, calendar), law.cite(same_day))
    last = add_working_days(start, rule.number, calendar)
    return _dated_finding(step, last, law.cite(rule))


def _dated_finding(step: Step, day: date, grounds: Grounds) -> Finding:
    """A limit that is known, with the party that has to act by then."""
    party = str(step.party)
    return Finding(code=step.code, value=day, grounds=grounds, party=party)


def _payer_of_event(changed: date, event: date, calendar: WorkingDay, law: Law) -> Finding:
    """Who pays for an event before a change of workers was reported (decision D01)."""
    limit = reporting_limit(changed, event, law, calendar)
    payer = EventPayer.BPJS
    if limit.over:
        payer = EventPayer.CONTRACTOR
    return code_finding("event_paid_by", payer, limit.grounds)


def _notes(segment: Segment, stated: Mapping[str, date], law: Law) -> Notes:
    """What else a registration leads to: the start of cover, or what workers may do themselves."""
    if segment is Segment.CONSTRUCTION:
        first_day = min(stated.values())
        cover_start = law.get("cover.start_project", first_day)
        text = Text("note.construction_covered_from")
        grounds = law.cite(cover_start)
        note = Note(text=text, grounds=grounds)
        return (note,)
    if "hired_on" not in stated:
        return ()
    self_registration = law.get("register.self_registration", stated["hired_on"])
    new_employer = law.get("employer.new_employer", stated["hired_on"])
    by_worker = law.cite(self_registration)
    by_new_employer = law.cite(new_employer)
    return (
        remark("note.self_registration", by_worker),
        remark("note.new_employer", by_new_employer),
    )
