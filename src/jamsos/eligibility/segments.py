"""Which segment a job belongs to, told from plain facts."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from jamsos.answers.answer import Answer, Condition, Finding, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.unknown import try_all
from jamsos.eligibility.national import foreigner_condition, works_long_enough
from jamsos.errors import OutsideLawError
from jamsos.law.law import Law, applied
from jamsos.values.days import checked_asked_day
from jamsos.workers.codes import BpuKind, Position, Segment
from jamsos.workers.job import Job, checked_job
from jamsos.workers.worker import Worker

T = TypeVar("T")


@frozen
class Belonging:
    """Segment and BPU kind of a job, each None where the facts leave it open, and the facts that would tell."""

    segment: Segment | None
    kind: BpuKind | None
    needs: tuple[MissingFact, ...]


_FACTS = ("state_office", "abroad", "project", "wage", "owner", "own_account")


def belonging(job: Job) -> Belonging:
    """The segment of a job, and the kind of a BPU (PP 44/2015 Pasal 2, 5, 53)."""
    stated: dict[str, bool | None] = {name: getattr(job, name) for name in _FACTS}
    possible = {f"job.{name}": (True, False) for name in _FACTS if stated[name] is None}

    def belongs(**facts: bool) -> tuple[Segment, BpuKind | None]:
        return _belongs(**{**stated, **{name.removeprefix("job__"): fact for name, fact in facts.items()}})

    tried, needs = try_all(belongs, possible, tuple)
    segments, kinds = {found[0] for _, found in tried}, {found[1] for _, found in tried}
    return Belonging(_only(segments), _only(kinds), needs)


def _only(found: set[T]) -> T | None:
    return found.pop() if len(found) == 1 else None


def _belongs(
    *,
    state_office: bool | None,
    abroad: bool | None,
    project: bool | None,
    wage: bool | None,
    owner: bool | None,
    own_account: bool | None,
) -> tuple[Segment, BpuKind | None]:
    """Who draws a wage is a wage earner, whatever else he is."""
    if state_office:
        return Segment.OUTSIDE, None
    if abroad:
        return Segment.MIGRANT, None
    if wage:
        return (Segment.CONSTRUCTION if project else Segment.PU), None
    if owner:
        return Segment.BPU, BpuKind.OWNER
    return Segment.BPU, BpuKind.INDEPENDENT if own_account else BpuKind.OTHER


def segment_advice(
    job: Job,
    on: date,
    *,
    foreign: bool | None = None,
    months_in_indonesia: int | None = None,
    law: Law | None = None,
) -> Answer:
    """In which segment a person belongs by one job, and of which kind a BPU is.

    Yes: in one of BPJS Ketenagakerjaan; no: outside it, or a foreigner who does not work long enough.
    Findings: ``segment``, ``kind`` (a, b or c of a BPU), ``group`` (of wage earners, from
    6 October 2023) and ``deemed_worker``.

    Legal source: PP 44/2015 Pasal 1, 2, 5, 28, 53; PP 49/2023 Pasal 2, 5; Permenaker 1/2025 Pasal 2.

    Args:
        job: The facts; None is not known. Of several jobs each is asked on its own; see ``several_jobs``.
        on: The day.
        foreign: Whether the person is a foreigner.
        months_in_indonesia: A foreigner's months of work in Indonesia.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.

    >>> fisher = Job(state_office=False, abroad=False, wage=False, owner=False, own_account=True)
    >>> answer = segment_advice(fisher, date(2026, 3, 2), foreign=False)
    >>> answer.finding("segment"), answer.finding("kind")
    ('BPU', 'b')

    """
    law, job = applied(law), checked_job(job)
    checked_day_of_law(on, law)
    person = Worker(foreign=foreign, months_in_indonesia=months_in_indonesia)
    found = belonging(job)
    conditions = _foreigner(person, found, on, law)
    answer = Answer(
        question="segment_advice",
        title=Text("segment.title", {"day": on}),
        outcome=Outcome.NO if found.segment is Segment.OUTSIDE else Outcome.YES,
        law=law,
        facts={"job": job, "on": on, "foreign": foreign, "months_in_indonesia": months_in_indonesia},
        conditions=conditions,
        findings=_findings(job, found, on, law),
        notes=(*beyond_knowledge(law, on), *_notes(job, found, person, on, law)),
    )
    return settled(_judged(answer, found))


def checked_day_of_law(on: object, law: Law) -> date:
    """Read a day of the law the library holds.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    day = checked_asked_day(on, "on")
    if day < law.first_day:
        first = law.first_day.isoformat()
        raise OutsideLawError("on", day.isoformat(), f"{first} or later", "earlier law is not in the library")
    return day


def _judged(answer: Answer, found: Belonging) -> Answer:
    """A foreigner who does not work long enough is no participant; missing facts leave the rest open."""
    status = {condition.status for condition in answer.conditions}
    if Status.FAILED in status:
        return evolve(answer, outcome=Outcome.NO)
    unknown = [g for c in answer.conditions if c.status is Status.UNKNOWN for g in c.grounds]
    needs = (*found.needs, *(g for g in unknown if isinstance(g, MissingFact)))
    if not needs:
        return answer
    note = Note(text=Text("note.undecided"), grounds=needs)
    return evolve(answer, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*answer.notes, note))


def _foreigner(person: Worker, found: Belonging, on: date, law: Law) -> tuple[Condition, ...]:
    """Six months of work in Indonesia; D08 speaks of foreigners without wage alone."""
    if found.segment in {Segment.OUTSIDE, Segment.MIGRANT}:
        return ()
    asked = foreigner_condition if found.segment in {Segment.BPU, None} else works_long_enough
    return (asked(person, on, law),)


def segment_grounds(job: Job, segment: Segment | None, on: date, law: Law) -> tuple[Ground, ...]:
    """The rules a segment rests on; where it is open, those of wage earners and of BPU."""
    if segment is Segment.OUTSIDE:
        return law.cite(law.get("outside.state_bodies", on))
    if segment is Segment.MIGRANT:
        return law.cite(law.find("migrant.who", on) or "migrant_rules_before_2023_not_read")
    if segment is Segment.CONSTRUCTION:
        return law.cite(law.get("construction.who", on))
    if segment is Segment.BPU:
        unpaid = (
            law.cite(law.get("bpu.unpaid_trainees", on)) if _deemed(job) and not (job.owner or job.own_account) else ()
        )
        return (*law.cite(law.get("bpu.who", on)), *unpaid)
    if segment is None:
        staff = law.cite(law.get("construction.permanent_staff", on)) if job.wage else ()
        return (*law.cite(law.get("pu.who", on), law.get("bpu.who", on)), *staff)
    grounds = law.cite(law.get("pu.who", on), law.get("pu.works_for_reward", on))
    if job.managing:
        grounds += law.cite(law.find("pu.directors", on) or "managers_not_named")
    if job.state_body:
        compulsory = law.find("pu.of_state_bodies", on)
        grounds += law.cite(law.find("pu.state_workers", on) or "state_workers_not_named")
        grounds += law.cite(*([compulsory] if compulsory else []))
    return grounds


def _deemed(job: Job) -> bool:
    return job.position not in {Position.WORKER, None}


def _findings(job: Job, found: Belonging, on: date, law: Law) -> tuple[Finding, ...]:
    """Segment, kind, group of wage earners, and whether Pasal 28 deems the person a worker."""
    grounds = (*found.needs, *segment_grounds(job, found.segment, on, law))
    findings = [_code("segment", found.segment, grounds)]
    if found.segment is Segment.BPU:
        findings.append(_code("kind", found.kind, grounds))
    if found.segment is Segment.PU:
        findings += _group(job, on, law)
    if _deemed(job) and found.segment in {Segment.BPU, Segment.PU, None}:
        rule = law.get("deemed.workers", on)
        findings.append(_code("deemed_worker", "yes", law.cite(rule)))
    return tuple(findings)


def _code(name: str, value: object, grounds: Sequence[Ground]) -> Finding:
    told, note = (None, NOT_TOLD) if value is None else (str(value), None)
    return Finding(code=name, value=told, unit="code", grounds=tuple(grounds), note=note)


def _group(job: Job, on: date, law: Law) -> list[Finding]:
    """From 6 October 2023 wage earners at state bodies are a group of their own (Pasal 5)."""
    rule = law.get("pu.who", on)
    if law.find("pu.state_workers", on) is None:
        return []
    if job.state_body is None:
        return [_code("group", None, (MissingFact("job.state_body"), *law.cite(rule)))]
    return [_code("group", "state_body" if job.state_body else "other_employer", law.cite(rule))]


def _notes(job: Job, found: Belonging, person: Worker, on: date, law: Law) -> tuple[Note, ...]:
    """What the sources leave open about this job."""
    notes: list[tuple[str, tuple[Ground, ...]]] = []
    if person.foreign and found.segment is Segment.BPU:
        notes.append(("note.foreigner", law.cite("D08")))
    if _deemed(job) and found.segment in {Segment.BPU, None}:
        notes.append(("note.trainee_programmes", law.cite("trainee_jkm_conflict")))
    if found.segment is Segment.PU and job.managing and law.find("pu.directors", on) is None:
        notes.append(("note.managers_not_named", law.cite("managers_not_named")))
    if found.segment is Segment.PU and job.state_body and law.find("pu.state_workers", on) is None:
        notes.append(("note.state_workers_not_named", law.cite("state_workers_not_named")))
    return tuple(Note(text=Text(code), grounds=grounds, warning=True) for code, grounds in notes)
