"""National entry of wage earners (PU), construction project workers and migrant workers."""

from datetime import date

from jamsos.answers.answer import Condition, Note
from jamsos.answers.texts import Text
from jamsos.eligibility.national import condition, works_long_enough
from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.workers.codes import Segment
from jamsos.workers.worker import Worker

OTHER_SEGMENTS = frozenset({Segment.PU, Segment.CONSTRUCTION, Segment.MIGRANT})


def other_conditions(worker: Worker, on: date, law: Law) -> tuple[Condition, ...]:
    """The conditions of entry into the segment that was stated.

    Raises:
        OutsideLawError: for a migrant worker before Permenaker 4/2023.

    """
    if worker.segment is Segment.MIGRANT:
        return _migrant(worker, on, law)
    by_wage = worker.segment is Segment.PU
    rule = law.get("pu.who" if by_wage else "construction.who", on)
    paid = law.cite(law.get("pu.works_for_reward", on))
    return (
        condition("wage_earner" if by_wage else "project_worker", met=True, grounds=law.cite(rule)),
        condition("works_for_reward", met=worker.works, grounds=paid, missing="worker.works"),
        works_long_enough(worker, on, law),
    )


def _migrant(worker: Worker, on: date, law: Law) -> tuple[Condition, ...]:
    """A migrant worker is Indonesian and registers through an agency or alone, before the work begins."""
    who = law.find("migrant.who", on)
    if who is None:
        first = law.timelines["migrant.who"][0].since.isoformat()
        raise OutsideLawError("on", on.isoformat(), f"{first} or later", "Permenaker 18/2018 is not in the library")
    citizen = None if worker.foreign is None else not worker.foreign
    return (
        condition("migrant", met=True, grounds=law.cite(who)),
        condition("citizen", met=citizen, grounds=law.cite(who), missing="worker.foreign"),
    )


def other_notes(worker: Worker, on: date, law: Law) -> tuple[Note, ...]:
    """How the segment registers, and where it borders on another."""
    if worker.segment is Segment.MIGRANT:
        ways = [law.get(f"migrant.protected_before_{way}", on) for way in ("agency", "individual")]
        return (Note(text=Text("note.migrant_ways"), grounds=law.cite(*ways)),)
    if worker.segment is Segment.CONSTRUCTION:
        staff = law.get("construction.permanent_staff", on)
        return (Note(text=Text("note.permanent_staff"), grounds=law.cite(staff)),)
    duty = Note(text=Text("note.employer_registers"), grounds=law.cite(law.get("employer.duty_to_register", on)))
    directors = law.find("pu.directors", on)
    if directors is None:
        return (duty,)
    return (duty, Note(text=Text("note.directors"), grounds=law.cite(directors)))


def scheme_notes(worker: Worker, on: date, law: Law) -> tuple[Note, ...]:
    """A local programme takes participants without wage: where else the person belongs."""
    if worker.segment not in OTHER_SEGMENTS:
        return ()
    return (Note(text=Text("note.scheme_for_bpu_only"), grounds=law.cite(law.get("bpu.who", on))),)
