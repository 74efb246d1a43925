"""National entry of a non-wage earner (BPU)."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Condition, Conditions, Notes, remark, warning
from jamsos.eligibility.conditions import condition
from jamsos.eligibility.notes import pu_and_bpu_note, too_many_jobs_note
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.membership.history import spells
from jamsos.values.days import add_years, monday_to_friday
from jamsos.workers.codes import Segment
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


def national_conditions(
    worker: Worker, on: date, participation: Participation | None, law: Law
) -> Conditions:
    """The conditions of entry on a day (PP 44/2015 Pasal 4, 5, 11; Permenaker 5/2021 Pasal 33)."""
    return (
        _segment_condition(worker, on, law),
        _work_condition(worker, on, law),
        *_nik_conditions(worker, on, law),
        *_age_conditions(worker, on, participation, law),
        foreigner_condition(worker, on, law),
    )


def _segment_condition(worker: Worker, on: date, law: Law) -> Condition:
    """The worker belongs to the segment of non-wage earners (Pasal 5)."""
    if worker.segment is Segment.OUTSIDE:
        rule = law.get("outside.state_bodies", on)
        grounds = law.cite(rule)
        return condition("segment", met=False, grounds=grounds)
    rule = law.get("bpu.who", on)
    met = None
    if worker.segment is not None:
        met = worker.segment is Segment.BPU
    grounds = law.cite(rule)
    return condition("segment", met=met, grounds=grounds, missing="worker.segment")


def _work_condition(worker: Worker, on: date, law: Law) -> Condition:
    """Everyone who works must join (PP 44/2015 Pasal 4 ayat (2); Permenaker 5/2021 Pasal 33)."""
    duty = law.get("bpu.duty_to_join", on)
    needed = law.find("bpu.work_needed", on)
    grounds = law.cite(duty) if needed is None else law.cite(duty, needed)
    return condition("works", met=worker.works, grounds=grounds, missing="worker.works")


def _nik_conditions(worker: Worker, on: date, law: Law) -> Conditions:
    """A NIK or an identity card (Permenaker 5/2021 Pasal 33 ayat (1) huruf a; decision D08)."""
    rule = law.find("bpu.nik_needed", on)
    if rule is None:
        return ()
    if worker.has_nik is None:
        by_decision = law.cite(rule, "D08")
        return (condition("nik", met=None, grounds=by_decision, missing="worker.has_nik"),)
    return (condition("nik", met=worker.has_nik, grounds=law.cite(rule)),)


def _age_conditions(
    worker: Worker, on: date, participation: Participation | None, law: Law
) -> Conditions:
    """Below 65 on the day of registration (Permenaker 5/2021 Pasal 33 ayat (1) huruf b).

    Who entered below that age may go on (decision D07). Entry under a law without a limit is not
    tested, and so no condition.
    """
    entry = _entry(participation, on, law)
    limit = law.find("bpu.age_limit", entry.day)
    if limit is None:
        return ()
    met = None
    if worker.birth is not None:
        limit_in_years = _age_limit(limit, law)
        met = below_age(worker.birth, entry.day, limit_in_years)
    rules = law.cite(limit, "no_minimum_age")
    grounds = (*rules, *entry.grounds)
    return (condition("age", met=met, grounds=grounds, missing="worker.birth"),)


def _age_limit(rule: Provision, law: Law) -> int:
    """The age on which entry ends, in years."""
    # "Not yet 65" may be read to include the whole year in which the person is 65.
    if law.chose("D07", "limit_included"):
        return rule.number + 1
    return rule.number


def below_age(birth: date, on: date, age: int) -> bool:
    """Whether a person has not yet reached the age (*belum mencapai usia*).

    The birthday itself is too late. A person born on 29 February reaches an age on 1 March of a
    common year.

    >>> below_age(date(1961, 11, 2), date(2026, 11, 1), 65)
    True
    >>> below_age(date(1961, 11, 1), date(2026, 11, 1), 65)
    False
    """
    latest_birth = add_years(on, -age)
    return birth > latest_birth


class _Entry(NamedTuple):
    """The registration whose conditions count: the one asked about, or that of a member."""

    day: date
    grounds: Grounds = ()
    """Why it is not simply the registration asked about."""


def _entry(participation: Participation | None, on: date, law: Law) -> _Entry:
    """The registration asked about, or of a membership that still goes on its own.

    Who registers again after a lapse is newly registered (decision D14).
    """
    if participation is None:
        return _Entry(on)
    issued, left = participation.number_issued, participation.left_on
    if issued is None or issued > on:
        return _Entry(on)
    if left is not None and left <= on:
        return _Entry(on)
    may_go_on = law.get("bpu.may_go_on", on)
    if participation.payments is None:
        return _Entry(issued, law.cite(may_go_on))
    memberships = spells(participation, law, monday_to_friday, on)
    latest = memberships[-1]
    if latest.ended is not None:
        return _Entry(on, law.cite("D14"))
    if len(memberships) > 1:
        return _Entry(latest.start, law.cite(may_go_on, "D14"))
    return _Entry(latest.start, law.cite(may_go_on))


def foreigner_condition(worker: Worker, on: date, law: Law) -> Condition:
    """A foreigner as a BPU (decision D08)."""
    refused = law.chose("D08", "refuse")
    if not worker.foreign:
        return works_long_enough(worker, on, law, accepted=not refused)
    decision = law.cite("D08")
    if refused:
        rule = law.get("participant.foreigner_min_months", on)
        rules = law.cite(rule)
        grounds = (*rules, *decision)
        return condition("foreigner", met=False, grounds=grounds)
    return works_long_enough(worker, on, law, decision)


def works_long_enough(
    worker: Worker, on: date, law: Law, decision: Grounds = (), *, accepted: bool = True
) -> Condition:
    """A foreigner works at least six months in Indonesia (PP 44/2015 Pasal 1 angka 4).

    Args:
        worker: The person.
        on: The day of registration.
        law: The law applied.
        decision: The decision that lets a foreigner in, where one is needed.
        accepted: Whether foreigners are let in at all; only then does a long stay settle the
            condition for a person whose nationality is not stated.

    """
    rule = law.get("participant.foreigner_min_months", on)
    grounds = (*law.cite(rule), *decision)
    long_stay = None
    if worker.months_in_indonesia is not None:
        long_stay = worker.months_in_indonesia >= rule.number
    # A citizen may join, and a foreigner who stays long may: then the nationality does not matter.
    either_way = worker.foreign is None and long_stay and accepted
    if worker.foreign is False or either_way:
        return condition("foreigner", met=True, grounds=grounds)
    if worker.foreign is None:
        return condition("foreigner", met=None, grounds=grounds, missing="worker.foreign")
    return condition(
        "foreigner", met=long_stay, grounds=grounds, missing="worker.months_in_indonesia"
    )


def national_notes(
    worker: Worker, on: date, paid_on: date, participation: Participation | None, law: Law
) -> Notes:
    """Remarks that decide nothing.

    Args:
        worker: The person.
        on: The day of registration.
        paid_on: The day of the first payment.
        participation: A present membership.
        law: The law applied.

    """
    notes = list(_age_notes(worker, on, paid_on, participation, law))
    if worker.foreign:
        decision = law.cite("D08")
        foreigner_note = warning("note.foreigner", decision)
        notes.append(foreigner_note)
    if worker.wage_earner:
        both_segments = pu_and_bpu_note(law)
        notes.append(both_segments)
    most = law.get("bpu.max_jobs_listed", on)
    if worker.jobs is not None and worker.jobs > most.number:
        jobs_note = too_many_jobs_note(on, law)
        notes.append(jobs_note)
    return tuple(notes)


def _age_notes(
    worker: Worker, on: date, paid_on: date, participation: Participation | None, law: Law
) -> Notes:
    """Where the age was not tested, or was reached before the first payment (decision D07)."""
    entry = _entry(participation, on, law)
    limit = law.find("bpu.age_limit", entry.day)
    if limit is None:
        untested = law.cite("no_age_limit_before_2021", "no_minimum_age")
        return (warning("note.age_before_2021", (*untested, *entry.grounds)),)
    if worker.birth is None:
        return ()
    limit_in_years = _age_limit(limit, law)
    registered_below = below_age(worker.birth, entry.day, limit_in_years)
    if registered_below and not below_age(worker.birth, paid_on, limit_in_years):
        return (remark("note.age_at_first_payment", law.cite(limit)),)
    return ()
