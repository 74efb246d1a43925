"""Several jobs at once: the registration that answers for an accident, and how many insure JKM."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, Grounds, MissingFact, distinct
from jamsos.answers.parts import Condition, Finding, Findings, Note, Notes, Outcome, Status, remark
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.eligibility.belonging import Belonging, belonging, segment_grounds
from jamsos.eligibility.notes import pu_and_bpu_note, too_many_jobs_note
from jamsos.eligibility.results import SeveralJobs
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.values.plain import as_whole
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.job import Job, checked_jobs

_STATUSES = {True: Status.MET, False: Status.FAILED, None: Status.UNKNOWN}
"""How the condition of a job stands by whether BPJS Ketenagakerjaan has the job."""


class _PlacedJob(NamedTuple):
    """A job, its position in the list, and the segment it belongs to."""

    number: int
    job: Job
    place: Belonging

    @property
    def is_work_of_bpu(self) -> bool:
        """Whether it is work of a BPU, as against a firm they own."""
        if self.place.segment is not Segment.BPU:
            return False
        return self.place.kind is not BpuKind.OWNER


_PlacedJobs = tuple[_PlacedJob, ...]


def several_jobs(
    jobs: Sequence[Job], on: date, *, accident_at: int | None = None, law: Law | None = None
) -> SeveralJobs:
    """Which registration answers for an accident in one of several jobs.

    Yes: the registration of that job answers; no: BPJS Ketenagakerjaan does not have that job.
    Findings: ``answering_segment``, ``jkm_registrations`` (how many registrations insure against
    death, where the law says) and ``incomes_counted`` (of a BPU with several kinds of work). Each
    job is a condition: met where it is registered.

    Legal source: PP 44/2015 Pasal 11 ayat (2), 15 ayat (1) to (3).

    Args:
        jobs: The jobs, in any order.
        on: The day of the accident.
        accident_at: The position of the job in which it happened, from 0.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for a position outside the list of jobs.

    >>> driver = Job(state_office=False, abroad=False, project=False, wage=True, registered=True)
    >>> farmer = Job(
    ...     state_office=False, abroad=False, wage=False, owner=False, own_account=True,
    ...     registered=True,
    ... )
    >>> answer = several_jobs((driver, farmer), date(2026, 3, 2), accident_at=1)
    >>> answer.finding("answering_segment")
    'BPU'

    """
    law = applied(law)
    jobs = checked_jobs(jobs)
    on = judged_day(on, law, "on")
    if accident_at is not None:
        accident_at = _checked_position(accident_at, len(jobs))
    numbered = enumerate(jobs)
    placed = tuple(_PlacedJob(number, job, belonging(job)) for number, job in numbered)
    findings = list(_jkm_findings(placed, on, law))
    findings.extend(_income_findings(placed, on, law))
    notes = list(beyond_knowledge(law, on))
    notes.extend(_notes(placed, on, law))
    title = Text("several_jobs.title", {"day": on})
    facts = {"jobs": jobs, "on": on, "accident_at": accident_at}
    conditions = tuple(_condition(one, on, law) for one in placed)
    answer = SeveralJobs(
        title=title,
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts=facts,
        conditions=conditions,
        findings=tuple(findings),
        notes=tuple(notes),
    )
    judged = _judged(answer, placed, accident_at, on)
    return settled(judged)


def _checked_position(position: object, count: int) -> int:
    number = as_whole(position)
    if number is None or number not in range(count):
        allowed = f"a position among the jobs, 0 to {count - 1}"
        raise InputError("accident_at", position, allowed, "name the job by its position")
    return number


def _condition(placed: _PlacedJob, on: date, law: Law) -> Condition:
    """One job: whether BPJS Ketenagakerjaan has it, and its segment."""
    segment = placed.place.segment
    shown = NOT_TOLD if segment is None else Text(f"value.{segment}")
    grounds: list[Ground] = []
    if placed.job.registered is None:
        missing = MissingFact("job.registered")
        grounds.append(missing)
    job_grounds = segment_grounds(placed.job, segment, on, law)
    grounds.extend(job_grounds)
    number = placed.number + 1
    text = Text("condition.job", {"number": number, "segment": shown})
    return Condition(
        code=f"job_{placed.number}",
        status=_STATUSES[placed.job.registered],
        grounds=tuple(grounds),
        text=text,
    )


def _judged(
    answer: SeveralJobs, jobs: _PlacedJobs, accident_at: int | None, on: date
) -> SeveralJobs:
    """What answers for the accident, in the job where it happened."""
    if accident_at is not None:
        return _judged_in(answer, jobs[accident_at], on)
    # An unknown job matters only where the jobs would be answered for differently.
    registrations = {_registration(one) for one in jobs}
    if len(registrations) == 1:
        return _judged_in(answer, jobs[0], on)
    need = MissingFact("accident_at")
    return undecided(answer, (need,))


def _registration(placed: _PlacedJob) -> str:
    """What tells registrations apart: all work of a BPU other than a firm shares one."""
    registered = placed.job.registered
    is_outside = placed.place.segment is Segment.OUTSIDE
    if registered is False or is_outside:
        return "none"
    if registered and placed.is_work_of_bpu:
        return str(Segment.BPU)
    return str(placed.number)


def _judged_in(answer: SeveralJobs, placed: _PlacedJob, on: date) -> SeveralJobs:
    """What answers for an accident in this job."""
    law, segment = answer.law, placed.place.segment
    needs = _needs(placed)
    if needs:
        return undecided(answer, needs)
    place_rules = segment_grounds(placed.job, segment, on, law)
    rule_of_several = _rule_of_several_jobs(placed, on, law)
    grounds = (*place_rules, *rule_of_several)
    # A person may be insured in another job, but this accident belongs to the job it happened in.
    if segment is Segment.OUTSIDE or not placed.job.registered:
        note = remark("note.job_not_registered", grounds)
        notes = (*answer.notes, note)
        return evolve(answer, outcome=Outcome.NO, notes=notes)
    value = str(segment)
    answering = Finding(code="answering_segment", value=value, unit="code", grounds=grounds)
    findings = (answering, *answer.findings)
    return evolve(answer, outcome=Outcome.YES, findings=findings)


def _needs(placed: _PlacedJob) -> tuple[MissingFact, ...]:
    """The missing facts without which nobody can say what answers for the job."""
    needs: list[MissingFact] = []
    # Whatever the kind of a BPU, the segment that answers is the same; only an open segment counts.
    if placed.place.segment is None:
        needs.extend(placed.place.needs)
    if placed.job.registered is None:
        needs.append(MissingFact("job.registered"))
    return tuple(needs)


def _rule_of_several_jobs(placed: _PlacedJob, on: date, law: Law) -> Grounds:
    """What PP 44/2015 Pasal 11 and 15 say about several jobs of this segment."""
    if placed.place.segment is Segment.PU:
        return _with_jht("employers.each_insures", "jht.each_employer_insures", on, law)
    if placed.place.segment is not Segment.BPU:
        return ()
    if placed.place.kind is BpuKind.OWNER:
        return _with_jht("jkm.owner_in_one_firm", "jht.owner_in_one_firm", on, law)
    rule = law.get("bpu.max_jobs_listed", on)
    of_bpu = law.find("accident.of_bpu", on)
    return law.cite(rule, of_bpu or "no_accident_definition_for_bpu")


def _with_jht(rule_id: str, jht_id: str, on: date, law: Law) -> Grounds:
    """A rule on JKK and JKM, and what Permenaker 5/2021 Pasal 6 and 38 add for JHT."""
    rule = law.get(rule_id, on)
    of_jht = law.find(jht_id, on)
    if of_jht is None:
        return law.cite(rule)
    return law.cite(rule, of_jht)


def _jkm_findings(jobs: _PlacedJobs, on: date, law: Law) -> Findings:
    """How many registrations insure against death (Pasal 15)."""
    if not _jkm_is_countable(jobs):
        return ()
    registered = [one for one in jobs if one.job.registered]
    segments = {one.place.segment for one in registered}
    insured_segments = {Segment.PU, Segment.BPU}
    if segments == insured_segments:
        # Whether a wage earner's JKM and a BPU's stand side by side was not read anywhere.
        unruled = law.cite("no_pu_bpu_rule")
        finding = Finding(code="jkm_registrations", value=None, grounds=unruled, note=NOT_TOLD)
        return (finding,)
    # Each employer insures in JKM; a BPU is insured once, however many kinds of work they have.
    count = len(registered)
    if segments == {Segment.BPU}:
        count = 1
    rules = _rules_of_several_jobs(jobs, on, law)
    grounds = distinct(rules)
    finding = Finding(code="jkm_registrations", value=count, grounds=grounds)
    return (finding,)


def _jkm_is_countable(jobs: _PlacedJobs) -> bool:
    """Whether every job is known to be registered or not, and is one of a PU or a BPU."""
    return all(
        one.job.registered is not None and one.place.segment in {Segment.PU, Segment.BPU}
        for one in jobs
    )


def _rules_of_several_jobs(jobs: _PlacedJobs, on: date, law: Law) -> Iterator[Ground]:
    for one in jobs:
        yield from _rule_of_several_jobs(one, on, law)


def _kinds_of_work(jobs: _PlacedJobs) -> int:
    """How many kinds of work a BPU has."""
    return sum(one.is_work_of_bpu for one in jobs)


def _income_findings(jobs: _PlacedJobs, on: date, law: Law) -> Findings:
    """How many incomes of a BPU with several kinds of work count (decision D09)."""
    kinds = _kinds_of_work(jobs)
    if kinds <= 1:
        return ()
    most = law.get("bpu.max_jobs_listed", on)
    # The form lists no more kinds of work than this, so further ones cannot count.
    counted = 1
    if law.chose("D09", "jkk_per_job"):
        counted = min(kinds, most.number)
    grounds = law.cite(most, "D09")
    finding = Finding(code="incomes_counted", value=counted, grounds=grounds)
    return (finding,)


def _notes(jobs: _PlacedJobs, on: date, law: Law) -> Notes:
    """Wage earner and BPU at once, and more kinds of work than may be listed."""
    notes: list[Note] = []
    segments = {one.place.segment for one in jobs}
    if {Segment.PU, Segment.BPU} <= segments:
        notes.append(pu_and_bpu_note(law))
    most = law.get("bpu.max_jobs_listed", on)
    if _kinds_of_work(jobs) > most.number:
        notes.append(too_many_jobs_note(on, law))
    return tuple(notes)
