"""By when a registration must be made, answered and carried on (PP 44/2015 Pasal 6 to 13; construction projects)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.texts import Text
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law, applied
from jamsos.membership.project import reporting_limit
from jamsos.values.days import WorkingDay, add_working_days, checked_asked_day, monday_to_friday
from jamsos.workers.codes import Segment


class Step(NamedTuple):
    """A limit in working days: what starts it, the finding, the provision, and who has to act."""

    start: str
    code: str
    rule: str
    party: Party


_NUMBER = Step("complete_on", "number_by", "register.number_working_days", Party.BPJS)
_CARD = Step("complete_on", "card_by", "register.card_working_days", Party.BPJS)
_HANDOVER = "register.card_handover_working_days"
_CHANGE = "register.data_change_working_days"
_STEPS: Mapping[Segment, tuple[Step, ...]] = {
    Segment.PU: (
        Step("form_received_on", "form_by", "register.form_working_days", Party.EMPLOYER),
        Step("hired_on", "register_worker_by", "register.negligent_after_working_days", Party.EMPLOYER),
        Step("self_registered_on", "verify_by", "register.verification_working_days", Party.BPJS),
        _NUMBER,
        _CARD,
        Step("card_on", "card_handover_by", _HANDOVER, Party.EMPLOYER),
        Step("changed_on", "change_by", _CHANGE, Party.EMPLOYER),
    ),
    Segment.BPU: (
        _NUMBER,
        _CARD,
        Step("card_on", "card_handover_by", _HANDOVER, Party.BPJS),
        Step("changed_on", "change_by", _CHANGE, Party.PARTICIPANT),
    ),
    Segment.CONSTRUCTION: (
        Step("ordered_on", "register_project_by", "construction.register_within", Party.EMPLOYER),
        Step("complete_on", "proof_by", "construction.proof_working_days", Party.BPJS),
        Step("proof_on", "proof_handover_by", "construction.proof_handover_working_days", Party.BPJS),
        Step("changed_on", "change_by", "construction.report_change_within", Party.EMPLOYER),
    ),
}
_CHAINS = (
    ("form_received_on", "complete_on"),
    ("hired_on", "self_registered_on"),
    ("self_registered_on", "complete_on"),
    ("ordered_on", "complete_on"),
    ("complete_on", "card_on"),
    ("complete_on", "proof_on"),
    ("changed_on", "event_on"),
)


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
    non_asn: bool | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """By when a registration must be made, answered and carried on: a finding for each day stated.

    Each limit counts working days after the day that starts it, by the law of that day; who pays for an
    event is told by the law of the event's day.

    Legal source: PP 44/2015 Pasal 6 to 13; Permenaker 1/2025 Pasal 3A; for construction projects
    Permenaker 44/2015 and, from 1 April 2021, 5/2021.

    Args:
        segment: ``PU``, ``BPU`` or ``CONSTRUCTION``.
        form_received_on: PU: the employer received the form (``form_by``).
        hired_on: PU: the worker was hired (``register_worker_by``: later the employer is plainly
            negligent and the worker may register himself).
        self_registered_on: PU: the worker registered himself (``verify_by``).
        ordered_on: Construction: the work order (``register_project_by``).
        complete_on: The form was complete and the first contribution paid in full (``number_by``,
            ``card_by``; construction: ``proof_by``).
        card_on: The card was issued, or for PU received by the employer (``card_handover_by``).
        proof_on: Construction: the proof was issued (``proof_handover_by``).
        changed_on: The data changed, or for PU the employer was told (``change_by``).
        event_on: Construction: an accident or death after a change of workers not yet reported
            (``event_paid_by``).
        non_asn: PU: whether the worker is *non-ASN*; needed from 24 February 2025.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for another segment, no day at all, days in an impossible order, and days that do
            not belong to the segment.

    >>> answer = registration_timeline("BPU", complete_on=date(2026, 8, 7))
    >>> answer.finding("number_by"), answer.finding("card_by")
    (datetime.date(2026, 8, 10), datetime.date(2026, 8, 18))

    """
    law, segment = applied(law), Segment(segment)
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
    stated = {name: _checked(day, name, law) for name, day in days.items() if day is not None}
    _check_facts(segment, stated, non_asn)
    found = [
        _finding(step, segment, stated[step.start], non_asn, calendar, law)
        for step in _STEPS[segment]
        if step.start in stated
    ]
    if event_on is not None:
        found.append(_payer_of_event(stated["changed_on"], event_on, calendar, law))
    return settled(
        Answer(
            question="registration_timeline",
            title=Text("registration_timeline.title", {"segment": Text(f"segment.{segment}")}),
            outcome=Outcome.YES,
            law=law,
            facts={"segment": segment, "non_asn": non_asn, **stated},
            findings=tuple(sorted(found, key=_day)),
            notes=(*beyond_knowledge(law, max(stated.values())), *_notes(segment, stated, law)),
        )
    )


def _day(finding: Finding) -> date:
    return finding.value if isinstance(finding.value, date) else date.max


def _checked(day: date, name: str, law: Law) -> date:
    if checked_asked_day(day, name) < law.first_day:
        first = law.first_day.isoformat()
        raise OutsideLawError(name, day.isoformat(), f"{first} or later", "earlier law is not in the library")
    return day


def _check_facts(segment: Segment, stated: Mapping[str, date], non_asn: object) -> None:
    """Refuse what does not belong to the segment, and days in an impossible order."""
    if segment not in _STEPS:
        allowed = [str(member) for member in _STEPS]
        raise InputError("segment", str(segment), f"one of {allowed}", "for migrant workers ask migrant_premium")
    known = {step.start for step in _STEPS[segment]}
    known |= {"event_on"} if segment is Segment.CONSTRUCTION and "changed_on" in stated else set()
    for name, day in stated.items():
        if name not in known:
            raise InputError(name, day.isoformat(), f"for {segment}: one of {sorted(known)}", "leave it out")
    if not stated:
        raise InputError("registration_timeline", "no day", f"at least one of {sorted(known)}", "state a day")
    if non_asn is not None and not (isinstance(non_asn, bool) and segment is Segment.PU):
        raise InputError("non_asn", non_asn, "True, False or None, for PU only", "say whether it is so")
    for before, name in _CHAINS:
        if before in stated and name in stated and stated[name] < stated[before]:
            first = f"not before {before} ({stated[before]})"
            raise InputError(name, stated[name].isoformat(), first, "check both days")


def _finding(
    step: Step, segment: Segment, start: date, non_asn: bool | None, calendar: WorkingDay, law: Law
) -> Finding:
    """The last day of one limit; for a non-ASN wage earner's number the day itself (Permenaker 1/2025 Pasal 3A)."""
    rule = law.find(step.rule, start)
    if rule is None:
        grounds = law.cite("no_construction_deadline_known")
        return Finding(code=step.code, value=None, grounds=grounds, note=Text("note.construction_deadline_unknown"))
    party = str(step.party)
    last = add_working_days(start, rule.number, calendar)
    number_of_pu = step is _NUMBER and segment is Segment.PU
    same_day = law.find("register.number_same_day", start) if number_of_pu else None
    if same_day is None or non_asn is False:
        return Finding(code=step.code, value=last, grounds=law.cite(rule), party=party)
    if non_asn:
        return Finding(code=step.code, value=start, grounds=law.cite(same_day), party=party)
    needed = (MissingFact("registration.non_asn"), *law.cite(same_day, rule))
    return Finding(code=step.code, value=None, grounds=needed, note=Text("note.needs_non_asn"))


def _payer_of_event(changed: date, event: date, calendar: WorkingDay, law: Law) -> Finding:
    """Who pays for an event before a change of workers was reported (decision D01)."""
    limit = reporting_limit(changed, event, law, calendar)
    payer = "contractor_pays" if limit.over else "bpjs_pays"
    return Finding(code="event_paid_by", value=payer, unit="code", grounds=limit.grounds)


def _notes(segment: Segment, stated: Mapping[str, date], law: Law) -> tuple[Note, ...]:
    if segment is Segment.CONSTRUCTION:
        rule = law.get("cover.start_project", min(stated.values()))
        return (Note(text=Text("note.construction_covered_from"), grounds=law.cite(rule)),)
    if "hired_on" not in stated:
        return ()
    self_made = law.get("register.self_registration", stated["hired_on"])
    continued = law.get("employer.new_employer", stated["hired_on"])
    return (
        Note(text=Text("note.self_registration"), grounds=law.cite(self_made)),
        Note(text=Text("note.new_employer"), grounds=law.cite(continued)),
    )
