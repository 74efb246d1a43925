"""Is it a work accident, and which programme would answer.

This is advice only: the finding belongs to others (D59).
"""

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, Grounds, MissingFact, Needs, distinct
from jamsos.answers.parts import (
    Conditions,
    Finding,
    Findings,
    Note,
    Notes,
    Outcome,
    Status,
    code_finding,
    remark,
    untold_finding,
    warning,
)
from jamsos.answers.texts import Text
from jamsos.coverage.codes import EventProgramme
from jamsos.coverage.elements import element_notes
from jamsos.coverage.event_conditions import AFTER_WORK, event_conditions, kept_until
from jamsos.coverage.event_results import EventAdvice
from jamsos.coverage.proof import proof_notes
from jamsos.eligibility.conditions import together
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Decision
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.event import Event, EventKind, EventPlace, checked_event


def event_advice(
    event: Event, *, found: Cause | str | None = None, law: Law | None = None
) -> EventAdvice:
    """What the facts of an event speak for, and which programme would answer.

    Whether it is a work accident or an occupational disease is found by BPJS Ketenagakerjaan, in a
    dispute by the labour inspector: without ``found`` the answer is 'cannot decide', and the advice
    stands in its conditions, findings and warnings. It says nothing about cover: see ``cover_on``.

    Findings: ``points_to`` (what the facts speak for), ``programme_if_found`` and
    ``programme_if_not_found``, or ``programme`` where the finding is stated, and ``kept_until``
    (the last day for a disease after the end of employment).

    Legal source: PP 44/2015 Pasal 1, 25, 48; Perpres 7/2019; Permenaker 5/2021 Pasal 7, 47, 85;
    Permenaker 1/2025 Pasal 7, 85.

    Args:
        event: The facts; None is not known.
        found: The finding, where there is one: ``work_accident``, ``occupational_disease`` or
            ``other``.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for a finding another kind of event would have.

    >>> from datetime import date
    >>> home = Event(
    ...     on=date(2026, 3, 2), kind="accident", place="on_the_way", usual_route=True, died=True
    ... )
    >>> answer = event_advice(home)
    >>> answer.outcome, answer.finding("points_to"), answer.finding("programme_if_not_found")
    (<Outcome.CANNOT_DECIDE: 'cannot_decide'>, 'work_accident', 'JKM')

    """
    law = applied(law)
    checked_event(event)
    judged_day(event.on, law, "Event.on")
    finding = _checked_finding(found, event)
    conditions = event_conditions(event, law)
    points_to = _pointed(event, conditions)
    pointer = _points_to(points_to, conditions, law)
    findings = [pointer, *_kept_until(event, law)]
    beyond = beyond_knowledge(law, event.on)
    remarks = _notes(event, points_to, finding, law)
    notes = [*beyond, *remarks, *element_notes(event, law), *proof_notes(event, law)]
    title = Text("event_advice.title", {"day": event.on})
    facts = {"event": event, "found": finding}
    answer = EventAdvice(
        title=title,
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        conditions=conditions,
        findings=tuple(findings),
        notes=tuple(notes),
    )
    if finding is None:
        return settled(_without_finding(answer, event))
    return settled(_with_finding(answer, event, finding))


def _checked_finding(found: Cause | str | None, event: Event) -> Cause | None:
    """Refuse a finding another kind of event would have."""
    if found is None:
        return None
    finding = checked_code(Cause, found, "found")
    if finding is Cause.OTHER or event.kind is None:
        return finding
    if finding is not _work_cause(event):
        work_cause = str(_work_cause(event))
        allowed = f"{work_cause!r} or 'other' where Event.kind is {str(event.kind)!r}"
        raise InputError("found", str(finding), allowed, "correct found or Event.kind")
    return finding


def _work_cause(event: Event) -> Cause:
    """What this kind of event is called if it came from the work."""
    if event.kind is EventKind.DISEASE:
        return Cause.OCCUPATIONAL_DISEASE
    return Cause.WORK_ACCIDENT


def _pointed(event: Event, conditions: Conditions) -> Cause | None:
    """What the facts speak for: one failed condition is enough against it."""
    status = together(conditions)
    if status is Status.FAILED:
        return Cause.OTHER
    # What is not known may still speak against it, so the facts point nowhere yet.
    if status is Status.UNKNOWN:
        return None
    return _work_cause(event)


def _points_to(cause: Cause | None, conditions: Conditions, law: Law) -> Finding:
    """The finding, resting on the conditions that speak for it."""
    status = together(conditions)
    grounds: list[Ground] = []
    # Only the conditions that turned the scale: one failed condition outweighs all that are met.
    for condition in conditions:
        if condition.status is status:
            grounds.extend(condition.grounds)
    decision = law.cite("D59")
    rests_on = (*distinct(grounds), *decision)
    if cause is None:
        return untold_finding("points_to", rests_on, unit="code")
    return code_finding("points_to", cause, rests_on)


def _kept_until(event: Event, law: Law) -> Findings:
    """The last day of the three years after the end of employment (Pasal 48 ayat (2))."""
    until = kept_until(event, law)
    if until is None:
        return ()
    rule = law.get("jkk.pak_after_work_years", event.on)
    grounds = (rule,)
    finding = Finding(code="kept_until", value=until, grounds=grounds)
    return (finding,)


def _without_finding(answer: EventAdvice, event: Event) -> EventAdvice:
    """Without a finding: what would answer either way."""
    law = answer.law
    if_found = _programme("programme_if_found", event, law, from_work=True)
    if_not_found = _programme("programme_if_not_found", event, law, from_work=False)
    findings = (*answer.findings, if_found, if_not_found)
    answer = evolve(answer, findings=findings)
    need = MissingFact("event.finding")
    decision = law.cite("D59")
    return undecided(answer, (need,), decision)


def _with_finding(answer: EventAdvice, event: Event, finding: Cause) -> EventAdvice:
    """With a finding: which programme answers."""
    kept = _kept_after_work(answer, finding)
    if kept is Status.UNKNOWN:
        return undecided(answer, _needs_of_after_work(answer))
    from_work = finding is not Cause.OTHER and kept is Status.MET
    programme = _programme("programme", event, answer.law, from_work=from_work)
    outcome = Outcome.NO
    if from_work:
        outcome = Outcome.YES
    findings = (*answer.findings, programme)
    return evolve(answer, outcome=outcome, findings=findings)


def _kept_after_work(answer: EventAdvice, finding: Cause) -> Status:
    """A disease found after the end of employment keeps its right only for a time (Pasal 48)."""
    # The day of an accident is known; only a disease may come to light years later.
    if finding is not Cause.OCCUPATIONAL_DISEASE:
        return Status.MET
    after_work = _after_work(answer)
    return together(after_work)


def _after_work(answer: EventAdvice) -> Conditions:
    return tuple(one for one in answer.conditions if one.code == AFTER_WORK)


def _needs_of_after_work(answer: EventAdvice) -> Needs:
    """What the time after the end of employment waits for."""
    needs: list[MissingFact | Decision] = []
    for condition in _after_work(answer):
        needs.extend(one for one in condition.grounds if isinstance(one, MissingFact | Decision))
    return tuple(needs)


def _programme(code: str, event: Event, law: Law, *, from_work: bool) -> Finding:
    """JKK for a work accident or PAK; else JKM on death, and neither for the living."""
    exclusive = law.get("programmes.exclude_each_other", event.on)
    grounds: Grounds = law.cite(exclusive, "D59")
    if from_work:
        return code_finding(code, EventProgramme.JKK, grounds)
    if event.deadly is None:
        need = MissingFact("event.died")
        return untold_finding(code, (need, *grounds))
    if event.deadly:
        return code_finding(code, EventProgramme.JKM, grounds)
    return code_finding(code, EventProgramme.NEITHER, grounds)


def _notes(event: Event, points_to: Cause | None, finding: Cause | None, law: Law) -> Notes:
    """Warnings about the facts and the finding, and how violence is proved."""
    notes: list[Note] = []
    doubts = _doubts(event)
    if doubts >= _DOUBTS_THAT_WARN:
        text = Text("note.doubtful", {"count": doubts})
        decision = law.cite("D59")
        note = Note(text=text, grounds=decision, warning=True)
        notes.append(note)
    differs = points_to is not finding
    if points_to is not None and finding is not None and differs:
        differing = warning("note.finding_differs", law.cite("D59"))
        notes.append(differing)
    if event.kind in _VIOLENT and event.segment is not Segment.BPU:
        proof = law.find("accident.violence_proof", event.on)
        if proof is not None:
            notes.append(remark("note.violence_proof", law.cite(proof)))
    return tuple(notes)


_VIOLENT = frozenset({EventKind.VIOLENCE, EventKind.RAPE})


_DOUBTS_THAT_WARN = 2
"""Two or more doubtful facts raise a warning, and no more than that."""


def _doubts(event: Event) -> int:
    """How many facts make the case doubtful.

    They are: off the route, not at work, outside working hours, a sudden illness.
    """
    off_route = event.usual_route is False
    is_sudden = event.kind is EventKind.SUDDEN_DEATH
    doubts = [off_route, is_sudden]
    # On the way nobody is at work, so neither the work nor the hours raise a doubt there.
    if event.place is not EventPlace.ON_THE_WAY:
        doubts.append(event.own_work is False)
        doubts.append(event.working_hours is False)
    return sum(doubts)
