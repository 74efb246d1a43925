"""Which segment a job belongs to, from plain facts."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.parts import (
    Condition,
    Conditions,
    Finding,
    Findings,
    Note,
    Notes,
    Outcome,
    Status,
    remark,
    warning,
)
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.eligibility.belonging import (
    Belonging,
    WageEarnerGroup,
    belonging,
    is_deemed_worker,
    segment_grounds,
)
from jamsos.eligibility.conditions import missing_facts, together
from jamsos.eligibility.national import foreigner_condition, works_long_enough
from jamsos.eligibility.results import SegmentAdvice
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.workers.codes import Segment
from jamsos.workers.job import Job, checked_job
from jamsos.workers.worker import MOST_COUNTED, Worker, checked_count, flag_or_none

_ARGUMENTS: Mapping[str, Ground] = {
    "worker.foreign": MissingFact("person.foreign"),
    "worker.months_in_indonesia": MissingFact("person.months_in_indonesia"),
}
"""What the conditions of entry ask of a worker, and this question of the person of a job."""


def segment_advice(
    job: Job,
    on: date,
    *,
    foreign: bool | None = None,
    months_in_indonesia: int | None = None,
    law: Law | None = None,
) -> SegmentAdvice:
    """In which segment a person belongs by one job, and of which kind a BPU is.

    Yes: in one of BPJS Ketenagakerjaan; no: outside it, or a foreigner who does not work long
    enough. Findings: ``segment``, ``kind`` (of a BPU), ``group`` (of wage earners, from
    6 October 2023) and ``deemed_worker``.

    Legal source: PP 44/2015 Pasal 1, 2, 5, 28, 53; PP 49/2023 Pasal 2, 5; Permenaker 1/2025
    Pasal 2.

    Args:
        job: The facts; None is not known. Ask about each of several jobs by itself; see
            ``several_jobs``.
        on: The day.
        foreign: Whether the person is a foreigner.
        months_in_indonesia: A foreigner's months of work in Indonesia.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for an invalid fact.

    >>> fisher = Job(state_office=False, abroad=False, wage=False, owner=False, own_account=True)
    >>> answer = segment_advice(fisher, date(2026, 3, 2), foreign=False)
    >>> answer.finding("segment"), answer.finding("kind")
    ('BPU', 'independent')

    """
    law = applied(law)
    checked_job(job)
    on = judged_day(on, law, "on")
    foreign = flag_or_none(foreign, "foreign")
    if months_in_indonesia is not None:
        months_in_indonesia = checked_count(
            months_in_indonesia, "months_in_indonesia", MOST_COUNTED
        )
    person = Worker(foreign=foreign, months_in_indonesia=months_in_indonesia)
    place = belonging(job)
    outcome = Outcome.YES
    if place.segment is Segment.OUTSIDE:
        outcome = Outcome.NO
    notes = list(beyond_knowledge(law, on))
    remarks = _notes(job, place, person, on, law)
    notes.extend(remarks)
    title = Text("segment.title", {"day": on})
    conditions = _foreigner_conditions(person, place, on, law)
    findings = _findings(job, place, on, law)
    answer = SegmentAdvice(
        title=title,
        outcome=outcome,
        law=law,
        facts={
            "job": job,
            "on": on,
            "foreign": foreign,
            "months_in_indonesia": months_in_indonesia,
        },
        conditions=conditions,
        findings=findings,
        notes=tuple(notes),
    )
    return settled(_judged(answer, place))


def _judged(answer: SegmentAdvice, place: Belonging) -> SegmentAdvice:
    """The outcome once the foreigner's condition and the missing facts of the job are weighed."""
    # A foreigner who does not work long enough is no participant in any segment.
    if together(answer.conditions) is Status.FAILED:
        return evolve(answer, outcome=Outcome.NO)
    missing = missing_facts(answer.conditions)
    needs = (*place.needs, *missing)
    if needs:
        return undecided(answer, needs)
    return answer


def _foreigner_conditions(person: Worker, place: Belonging, on: date, law: Law) -> Conditions:
    """Six months of work in Indonesia (Pasal 1 angka 4)."""
    outside = {Segment.OUTSIDE, Segment.MIGRANT}
    if place.segment in outside:
        return ()
    # Decision D08 is about foreigners without a wage alone.
    is_bpu_or_open = place.segment in {Segment.BPU, None}
    if is_bpu_or_open:
        condition = foreigner_condition(person, on, law)
    else:
        condition = works_long_enough(person, on, law)
    return (_asked_of_person(condition),)


def _asked_of_person(condition: Condition) -> Condition:
    """The condition, with the arguments of the question in the place of the fields of a worker."""
    grounds = tuple(_ARGUMENTS.get(ground.id, ground) for ground in condition.grounds)
    return evolve(condition, grounds=grounds)


def _findings(job: Job, place: Belonging, on: date, law: Law) -> Findings:
    """Segment, kind, group of wage earners, and whether Pasal 28 deems the person a worker."""
    rules = segment_grounds(job, place.segment, on, law)
    grounds = (*place.needs, *rules)
    finding = _code_finding("segment", place.segment, grounds)
    findings = [finding]
    if place.segment is Segment.BPU:
        finding = _code_finding("kind", place.kind, grounds)
        findings.append(finding)
    if place.segment is Segment.PU:
        findings.extend(_group_findings(job, on, law))
    # Pasal 28 matters where the person would not be a worker anyway, or is not known to be one.
    deemable = {Segment.BPU, Segment.PU, None}
    may_be_deemed = place.segment in deemable
    if is_deemed_worker(job, on, law) and may_be_deemed:
        grounds = law.cite(law.get("deemed.workers", on))
        if job.position is not None and job.position.of_wider_list:
            grounds = (*grounds, *law.cite(law.get("deemed.wider_list", on)))
        findings.append(Finding(code="deemed_worker", value=True, grounds=grounds))
    return tuple(findings)


def _code_finding(name: str, value: object, grounds: Sequence[Ground]) -> Finding:
    """A finding whose value is a code; None: the facts leave it open."""
    rests_on = tuple(grounds)
    if value is None:
        return Finding(code=name, value=None, unit="code", grounds=rests_on, note=NOT_TOLD)
    word = str(value)
    return Finding(code=name, value=word, unit="code", grounds=rests_on)


def _group_findings(job: Job, on: date, law: Law) -> Findings:
    """From 6 October 2023 wage earners at state bodies are a group of their own (Pasal 5)."""
    state_workers = law.find("pu.state_workers", on)
    if state_workers is None:
        return ()
    rule = law.get("pu.who", on)
    grounds = law.cite(rule)
    if job.state_body is None:
        need = MissingFact("job.state_body")
        rests_on = (need, *grounds)
        finding = _code_finding("group", None, rests_on)
        return (finding,)
    group = WageEarnerGroup.OTHER_EMPLOYER
    if job.state_body:
        group = WageEarnerGroup.STATE_BODY
    return (_code_finding("group", group, grounds),)


def _notes(job: Job, place: Belonging, person: Worker, on: date, law: Law) -> Notes:
    """What the sources leave open about this job."""
    notes: list[Note] = []
    if person.foreign and place.segment is Segment.BPU:
        decision = law.cite("D08")
        notes.append(warning("note.foreigner", decision))
    if is_deemed_worker(job, on, law) and place.segment in {Segment.BPU, None}:
        optional = law.get("deemed.jkm_optional", on)
        notes.append(remark("note.trainee_programmes", law.cite(optional)))
    if place.segment is Segment.PU:
        notes.extend(_wage_earner_notes(job, on, law))
    return tuple(notes)


def _wage_earner_notes(job: Job, on: date, law: Law) -> list[Note]:
    """Groups of wage earners that the law did not name yet on the day."""
    notes: list[Note] = []
    directors = law.find("pu.directors", on)
    if job.managing and directors is None:
        grounds = law.cite("managers_not_named")
        notes.append(warning("note.managers_not_named", grounds))
    named = [law.find(name, on) for name in ("pu.state_workers", "pu.state_staff")]
    if job.state_body and not any(named):
        unnamed = law.cite("state_workers_not_named")
        notes.append(warning("note.state_workers_not_named", unnamed))
    return notes
