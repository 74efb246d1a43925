"""Is it a work accident, and which programme would answer: advice only, the finding belongs to others (D59)."""

from attrs import evolve

from jamsos.answers.answer import Answer, Condition, Finding, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.coverage.cover import priced_day
from jamsos.coverage.event_conditions import event_conditions, kept_until
from jamsos.eligibility.enrol import together
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.workers.codes import Cause, Programme
from jamsos.workers.event import Event, EventKind, Place, checked_event

NEITHER = "neither"


def event_advice(event: Event, *, found: Cause | str | None = None, law: Law | None = None) -> Answer:
    """What the facts of an event speak for, and which programme would answer.

    Whether it is a work accident or an occupational disease is found by BPJS Ketenagakerjaan, in a
    dispute by the labour inspector: without ``found`` the answer is 'cannot decide', and the advice
    stands in its conditions, findings and warnings. It says nothing about cover: see ``cover_on``.

    Findings: ``points_to`` (what the facts speak for), ``programme_if_found`` and
    ``programme_if_not_found``, or ``programme`` where the finding is stated, and ``kept_until`` (the
    last day for a disease after the end of employment).

    Legal source: PP 44/2015 Pasal 1, 25, 48; Perpres 7/2019; Permenaker 1/2025.

    Args:
        event: The facts; None is not known.
        found: The finding, where there is one: ``work_accident``, ``occupational_disease`` or ``other``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for a finding that cannot be of this kind of event.

    >>> from datetime import date
    >>> trip = Event(on=date(2026, 3, 2), kind="accident", place="on_the_way", usual_route=True, died=True)
    >>> answer = event_advice(trip)
    >>> answer.outcome, answer.finding("points_to"), answer.finding("programme_if_not_found")
    (<Outcome.CANNOT_DECIDE: 'cannot_decide'>, 'work_accident', 'JKM')

    """
    law, event = applied(law), checked_event(event)
    priced_day(event.on, law, "Event.on")
    stated = _checked_finding(found, event)
    conditions = event_conditions(event, law)
    points_to = _pointed(event, conditions)
    answer = Answer(
        question="event_advice",
        title=Text("event_advice.title", {"day": event.on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"event": event, "found": stated},
        conditions=conditions,
        findings=(_points_to(points_to, conditions, law), *_kept_until(event, law)),
        notes=(*beyond_knowledge(law, event.on), *_notes(event, points_to, stated, law)),
    )
    return settled(_undecided(answer, event) if stated is None else _decided(answer, event, stated))


def _checked_finding(found: Cause | str | None, event: Event) -> Cause | None:
    """Refuse a finding another kind of event would have."""
    stated = None if found is None else Cause(found)
    if stated in {None, Cause.OTHER} or event.kind is None:
        return stated
    if (stated is Cause.OCCUPATIONAL_DISEASE) is not (event.kind is EventKind.DISEASE):
        raise InputError("found", str(stated), f"a finding about {event.kind}", "correct the finding or Event.kind")
    return stated


def _pointed(event: Event, conditions: tuple[Condition, ...]) -> Cause | None:
    """What the facts speak for: one failed condition is enough against it."""
    if together(conditions) is Status.FAILED:
        return Cause.OTHER
    if together(conditions) is Status.UNKNOWN:
        return None
    return Cause.OCCUPATIONAL_DISEASE if event.kind is EventKind.DISEASE else Cause.WORK_ACCIDENT


def _points_to(cause: Cause | None, conditions: tuple[Condition, ...], law: Law) -> Finding:
    told = {Cause.OTHER: Status.FAILED, None: Status.UNKNOWN}.get(cause, Status.MET)
    grounds = tuple(dict.fromkeys(g for c in conditions if c.status is told for g in c.grounds))
    value = None if cause is None else str(cause)
    note = NOT_TOLD if cause is None else None
    return Finding(code="points_to", value=value, unit="code", grounds=(*grounds, *law.cite("D59")), note=note)


def _kept_until(event: Event, law: Law) -> tuple[Finding, ...]:
    """The last day of the three years after the end of employment (Pasal 48 ayat (2))."""
    until = kept_until(event, law)
    rule = law.get("jkk.pak_after_work_years", event.on)
    return () if until is None else (Finding(code="kept_until", value=until, grounds=(rule,)),)


def _undecided(answer: Answer, event: Event) -> Answer:
    """Without a finding: what would answer either way."""
    either = (_programme("programme_if_found", event, answer.law, work=True),
              _programme("programme_if_not_found", event, answer.law, work=False))  # fmt: skip
    needs = (MissingFact("event.finding"),)
    note = Note(text=Text("note.undecided"), grounds=(*needs, *answer.law.cite("D59")))
    return evolve(answer, needs=needs, findings=(*answer.findings, *either), notes=(*answer.notes, note))


def _decided(answer: Answer, event: Event, stated: Cause) -> Answer:
    """With a finding: a disease found after the end of employment keeps its right only for a time."""
    after_work = tuple(c for c in answer.conditions if c.code == "within_years_after_work")
    kept = together(after_work) if stated is Cause.OCCUPATIONAL_DISEASE else Status.MET
    if kept is Status.UNKNOWN:
        needs = tuple(g for c in after_work for g in c.grounds if isinstance(g, MissingFact | Reading))
        note = Note(text=Text("note.undecided"), grounds=needs)
        return evolve(answer, needs=needs, notes=(*answer.notes, note))
    work = stated is not Cause.OTHER and kept is Status.MET
    findings = (*answer.findings, _programme("programme", event, answer.law, work=work))
    return evolve(answer, outcome=Outcome.YES if work else Outcome.NO, findings=findings)


def _programme(code: str, event: Event, law: Law, *, work: bool) -> Finding:
    """JKK for a work accident or PAK; else JKM on death, and neither for the living."""
    grounds: tuple[Ground, ...] = law.cite(law.get("programmes.exclude_each_other", event.on), "D59")
    if work:
        return Finding(code=code, value=str(Programme.JKK), unit="code", grounds=grounds)
    if event.deadly is None:
        return Finding(code=code, value=None, grounds=(MissingFact("event.died"), *grounds), note=NOT_TOLD)
    return Finding(code=code, value=str(Programme.JKM) if event.deadly else NEITHER, unit="code", grounds=grounds)


def _notes(event: Event, points_to: Cause | None, stated: Cause | None, law: Law) -> tuple[Note, ...]:
    """Warnings: doubtful facts together, a finding the facts do not speak for, what else is said of sudden death."""
    doubts = _doubts(event)
    found = [] if doubts < _SEVERAL else [("note.doubtful", {"count": doubts}, law.cite("D59"))]
    if None not in {points_to, stated} and points_to is not stated:
        found.append(("note.finding_differs", {}, law.cite("D59")))
    notes = [Note(text=Text(code, args), grounds=grounds, warning=True) for code, args, grounds in found]
    if event.kind is EventKind.SUDDEN_DEATH:
        grounds = law.cite("sudden_death_of_any_illness")
        notes.append(Note(text=Text("note.sudden_death_of_any_illness"), grounds=grounds))
    return tuple(notes)


_SEVERAL = 1 + 1
"""Two or more doubtful facts raise a warning, and no more than that."""


def _doubts(event: Event) -> int:
    """How many facts make the case doubtful: off the route, not at work, outside working hours, a sudden illness."""
    travels = event.place is Place.ON_THE_WAY
    return sum(
        (
            event.usual_route is False,
            not travels and event.own_work is False,
            not travels and event.working_hours is False,
            event.kind is EventKind.SUDDEN_DEATH,
        )
    )
