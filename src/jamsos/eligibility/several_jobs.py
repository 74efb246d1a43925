"""Several jobs at once: which registration answers for an accident, and how many JKM registrations there are."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Condition, Finding, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.eligibility.segments import Belonging, belonging, checked_day_of_law, segment_grounds
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.job import Job, checked_jobs


def several_jobs(jobs: tuple[Job, ...], on: date, *, accident_at: int | None = None, law: Law | None = None) -> Answer:
    """Which registration answers for an accident in one of several jobs.

    Yes: the registration of that job answers; no: BPJS Ketenagakerjaan does not have that job.
    Findings: ``answering_segment``, ``jkm_registrations`` (how many insure against death, where the
    law tells) and ``incomes_counted`` (of a BPU with several kinds of work). Each job is a condition:
    met where it is registered.

    Legal source: PP 44/2015 Pasal 11 ayat (2), 15 ayat (1) to (3).

    Args:
        jobs: The jobs, in any order.
        on: The day of the accident.
        accident_at: The position of the job in which it happened, from 0.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for a position that is not there.

    >>> driver = Job(state_office=False, abroad=False, project=False, wage=True, registered=True)
    >>> farmer = Job(state_office=False, abroad=False, wage=False, owner=False, own_account=True, registered=True)
    >>> several_jobs((driver, farmer), date(2026, 3, 2), accident_at=1).finding("answering_segment")
    'BPU'

    """
    law, jobs = applied(law), checked_jobs(jobs)
    checked_day_of_law(on, law)
    if accident_at is not None and not _is_position(accident_at, len(jobs)):
        raise InputError("accident_at", accident_at, f"0 to {len(jobs) - 1}", "name one of the jobs by its position")
    found = tuple(belonging(job) for job in jobs)
    answer = Answer(
        question="several_jobs",
        title=Text("several_jobs.title", {"day": on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"jobs": jobs, "on": on, "accident_at": accident_at},
        conditions=tuple(_condition(n, job, found[n], on, law) for n, job in enumerate(jobs)),
        findings=(*_jkm(jobs, found, on, law), *_incomes(found, on, law)),
        notes=(*beyond_knowledge(law, on), *_notes(found, on, law)),
    )
    return settled(_answered(answer, jobs, found, accident_at, on))


def _is_position(value: object, count: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count


def _condition(number: int, job: Job, found: Belonging, on: date, law: Law) -> Condition:
    """One job: whether BPJS Ketenagakerjaan has it, and its segment."""
    status = {True: Status.MET, False: Status.FAILED, None: Status.UNKNOWN}[job.registered]
    missing = (MissingFact("job.registered"),) if job.registered is None else ()
    segment = NOT_TOLD if found.segment is None else Text(f"value.{found.segment}")
    text = Text("condition.job", {"number": number + 1, "segment": segment})
    grounds = (*missing, *segment_grounds(job, found.segment, on, law))
    return Condition(code=f"job_{number}", status=status, grounds=grounds, text=text)


def _answered(answer: Answer, jobs: tuple[Job, ...], found: tuple[Belonging, ...], at: int | None, on: date) -> Answer:
    """The job in which the accident happened; unknown, it matters only where the jobs answer differently."""
    tried = [_one(answer, jobs[n], found[n], on) for n in ([*range(len(jobs))] if at is None else [at])]
    same = {_registration(jobs[n], found[n], n) for n in range(len(jobs))}
    if len(tried) == 1 or len(same) == 1:
        return tried[0]
    return _needing(answer, (MissingFact("accident_at"),))


def _registration(job: Job, found: Belonging, number: int) -> str:
    """What tells registrations apart: all the work of a BPU that is no firm stands in one."""
    if job.registered is False or found.segment is Segment.OUTSIDE:
        return "none"
    return str(Segment.BPU) if job.registered and _is_work_of_bpu(found) else str(number)


def _is_work_of_bpu(found: Belonging) -> bool:
    """Work of a BPU, as against a firm of his."""
    return found.segment is Segment.BPU and found.kind is not BpuKind.OWNER


def _one(answer: Answer, job: Job, found: Belonging, on: date) -> Answer:
    """What answers for an accident in this job."""
    law = answer.law
    if job.registered is None or found.segment is None:
        missing = () if job.registered is not None else (MissingFact("job.registered"),)
        return _needing(answer, (*(found.needs if found.segment is None else ()), *missing))
    grounds = (*segment_grounds(job, found.segment, on, law), *_rule_of(found, on, law))
    if found.segment is Segment.OUTSIDE or not job.registered:
        note = Note(text=Text("note.job_not_registered"), grounds=grounds)
        return evolve(answer, outcome=Outcome.NO, notes=(*answer.notes, note))
    segment = Finding(code="answering_segment", value=str(found.segment), unit="code", grounds=grounds)
    return evolve(answer, outcome=Outcome.YES, findings=(segment, *answer.findings))


def _rule_of(found: Belonging, on: date, law: Law) -> tuple[Ground, ...]:
    """What Pasal 11 and 15 say of several jobs of this segment."""
    if found.segment is Segment.PU:
        return law.cite(law.get("employers.each_insures", on))
    if found.segment is not Segment.BPU:
        return ()
    if found.kind is BpuKind.OWNER:
        return law.cite(law.get("jkm.owner_in_one_firm", on))
    return law.cite(law.get("bpu.max_jobs_listed", on), "no_accident_definition_for_bpu")


def _needing(answer: Answer, needs: tuple[MissingFact, ...]) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=needs)
    return evolve(answer, needs=needs, notes=(*answer.notes, note))


def _jkm(jobs: tuple[Job, ...], found: tuple[Belonging, ...], on: date, law: Law) -> tuple[Finding, ...]:
    """How many registrations insure against death: each employer's; of a BPU one (Pasal 15)."""
    registered = [one for job, one in zip(jobs, found, strict=True) if job.registered]
    segments = {one.segment for one in registered}
    if None in {job.registered for job in jobs} or not {one.segment for one in found} <= {Segment.PU, Segment.BPU}:
        return ()
    grounds = tuple(dict.fromkeys(ground for one in found for ground in _rule_of(one, on, law)))
    if segments == {Segment.PU, Segment.BPU}:
        return (Finding(code="jkm_registrations", value=None, grounds=law.cite("no_pu_bpu_rule"), note=NOT_TOLD),)
    count = len(registered) if segments == {Segment.PU} else min(len(registered), 1)
    return (Finding(code="jkm_registrations", value=count, grounds=grounds),)


def _incomes(found: tuple[Belonging, ...], on: date, law: Law) -> tuple[Finding, ...]:
    """How many of a BPU's incomes count where he has several kinds of work (decision D09)."""
    kinds = sum(_is_work_of_bpu(one) for one in found)
    if kinds <= 1:
        return ()
    most = law.get("bpu.max_jobs_listed", on)
    counted = min(kinds, most.number) if law.chose("D09", "jkk_per_job") else 1
    return (Finding(code="incomes_counted", value=counted, grounds=law.cite(most, "D09")),)


def _notes(found: tuple[Belonging, ...], on: date, law: Law) -> tuple[Note, ...]:
    """Wage earner and BPU at once, and more kinds of work than may be listed."""
    notes: list[Note] = []
    segments = {one.segment for one in found}
    if {Segment.PU, Segment.BPU} <= segments:
        notes.append(Note(text=Text("note.pu_and_bpu"), grounds=law.cite("no_pu_bpu_rule"), warning=True))
    most = law.get("bpu.max_jobs_listed", on)
    if sum(_is_work_of_bpu(one) for one in found) > most.number:
        notes.append(Note(text=Text("note.jobs", {"most": most.number}), grounds=law.cite(most), warning=True))
    return tuple(notes)
