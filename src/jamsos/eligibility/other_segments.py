"""National entry of wage earners (PU), construction project workers and migrant workers."""

from datetime import date

from jamsos.answers.parts import Condition, Conditions, Notes, remark
from jamsos.eligibility.conditions import condition
from jamsos.eligibility.national import works_long_enough
from jamsos.eligibility.notes import permanent_staff_note
from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.workers.codes import Segment
from jamsos.workers.worker import Worker

OTHER_SEGMENTS = frozenset({Segment.PU, Segment.CONSTRUCTION, Segment.MIGRANT})
"""The segments of BPJS Ketenagakerjaan whose entry is not that of a BPU."""


def other_conditions(worker: Worker, on: date, law: Law) -> Conditions:
    """The conditions of entry into the segment that was stated.

    Raises:
        OutsideLawError: for a migrant worker before Permenaker 4/2023.

    """
    if worker.segment is Segment.MIGRANT:
        return _migrant_conditions(worker, on, law)
    return (
        _segment_condition(worker, on, law),
        _reward_condition(worker, on, law),
        works_long_enough(worker, on, law),
    )


def _segment_condition(worker: Worker, on: date, law: Law) -> Condition:
    """Always met, for the segment was stated: the condition names the law it rests on."""
    if worker.segment is Segment.PU:
        who = law.get("pu.who", on)
        grounds = law.cite(who)
        return condition("wage_earner", met=True, grounds=grounds)
    who = law.get("construction.who", on)
    grounds = law.cite(who)
    return condition("project_worker", met=True, grounds=grounds)


def _reward_condition(worker: Worker, on: date, law: Law) -> Condition:
    """A worker works for a wage or other reward (PP 44/2015 Pasal 1 angka 5)."""
    rule = law.get("pu.works_for_reward", on)
    grounds = law.cite(rule)
    return condition("works_for_reward", met=worker.works, grounds=grounds, missing="worker.works")


def _migrant_conditions(worker: Worker, on: date, law: Law) -> Conditions:
    """A migrant worker is Indonesian (Permenaker 4/2023 Pasal 18)."""
    who = law.find("migrant.who", on)
    if who is None:
        raise too_early_for_migrants("migrant.who", on, law)
    grounds = law.cite(who)
    citizen = None
    if worker.foreign is not None:
        citizen = not worker.foreign
    return (
        condition("migrant", met=True, grounds=grounds),
        condition("citizen", met=citizen, grounds=grounds, missing="worker.foreign"),
    )


def too_early_for_migrants(rule: str, on: date, law: Law) -> OutsideLawError:
    """The error of a day before the first rule on migrant workers the library holds."""
    periods = law.timelines[rule]
    first = periods[0].since.isoformat()
    shown = on.isoformat()
    step = "choose a later day: Permenaker 18/2018 is not in the library"
    return OutsideLawError("on", shown, f"{first} or later", step)


def other_notes(worker: Worker, on: date, law: Law) -> Notes:
    """How the segment registers, and where it borders on another."""
    if worker.segment is Segment.MIGRANT:
        agency = law.get("migrant.protected_before_agency", on)
        individual = law.get("migrant.protected_before_individual", on)
        grounds = law.cite(agency, individual)
        ways = remark("note.migrant_ways", grounds)
        return (ways,)
    if worker.segment is Segment.CONSTRUCTION:
        staff_note = permanent_staff_note(on, law)
        return (staff_note,)
    duty = law.get("employer.duty_to_register", on)
    grounds = law.cite(duty)
    notes = [remark("note.employer_registers", grounds)]
    directors = law.find("pu.directors", on)
    if directors is not None:
        grounds = law.cite(directors)
        directors_note = remark("note.directors", grounds)
        notes.append(directors_note)
    return tuple(notes)


def scheme_notes(worker: Worker, on: date, law: Law) -> Notes:
    """A local programme takes non-wage earners: the note says where else the person belongs."""
    if worker.segment not in OTHER_SEGMENTS:
        return ()
    who = law.get("bpu.who", on)
    grounds = law.cite(who)
    return (remark("note.scheme_for_bpu_only", grounds),)
