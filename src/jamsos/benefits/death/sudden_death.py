"""Whether a sudden death at work counts as a work accident, so that JKK pays and not JKM."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Ground, Grounds, MissingFact
from jamsos.answers.parts import Note, Notes, remark
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.family.case import Case
from jamsos.coverage.contribution_period import contribution_period, months_paid_by
from jamsos.coverage.event_conditions import hours_of_sudden_death
from jamsos.coverage.standing import extremes
from jamsos.errors import InputError
from jamsos.law.law import Law, Rule
from jamsos.values.moments import day_of, hours_after, is_after
from jamsos.values.plain import checked_kind
from jamsos.workers.codes import BPU, BpuKind, Cause, Position
from jamsos.workers.participation import Participation
from jamsos.workers.sudden_death import SuddenDeath


class Counted(NamedTuple):
    """Whether a death counts as a work accident; None: ``needs`` decides it."""

    as_work_accident: bool | None
    notes: Notes = ()
    needs: tuple[MissingFact, ...] = ()
    grounds: Grounds = ()


class _Asked(NamedTuple):
    """One thing Pasal 85 asks, and whether it holds; None: ``needs`` decides it."""

    holds: bool | None
    grounds: Grounds
    failed: Text
    """What is said where it does not hold."""
    needs: tuple[MissingFact, ...] = ()


def checked_sudden_death(
    stated: object, cause: Cause | None, died_on: date, accident_on: date | None
) -> SuddenDeath | None:
    """Refuse a sudden death of another cause, and hours on other days than stated.

    Raises:
        InputError: naming what contradicts what.

    """
    if stated is None:
        return None
    sudden = checked_kind(SuddenDeath, stated, "sudden_death")
    if cause not in {None, Cause.WORK_ACCIDENT}:
        allowed = "a SuddenDeath where cause is 'work_accident' or None"
        step = "a sudden death at work is judged as a work accident: correct one of the two"
        raise InputError("cause", str(cause), allowed, step)
    days = {"died_at": (died_on, "died_on"), "attack_at": (accident_on, "accident_on")}
    for name, (day, day_name) in days.items():
        moment = getattr(sudden, name)
        if moment is not None and day is not None and day_of(moment) != day:
            allowed = f"an hour of {day_name} ({day})"
            step = "correct the hour or the day; an hour carries its own time zone"
            raise InputError(f"SuddenDeath.{name}", moment.isoformat(), allowed, step)
    if sudden.attack_at is not None and day_of(sudden.attack_at) > died_on:
        allowed = f"an hour up to died_on ({died_on})"
        stated_attack = sudden.attack_at.isoformat()
        raise InputError("SuddenDeath.attack_at", stated_attack, allowed, "check both")
    return sudden


def day_of_attack(sudden: SuddenDeath, died_on: date) -> date | None:
    """The day whose law and cover count (D01); None: not stated."""
    if sudden.at_once:
        return died_on
    if sudden.attack_at is not None:
        return day_of(sudden.attack_at)
    return None


def counted(case: Case, stated: Participation, member: Participation, event: date) -> Counted:
    """Whether the death counts as a work accident under this registration.

    Legal source: Permenaker 5/2021, from 24 February 2025 1/2025, Pasal 85; decisions D66, D67,
    D85. Whether it happened at work is stated (D59).

    Args:
        case: The death.
        stated: The registration as stated.
        member: The same with the months that count as paid.
        event: The day of the attack.

    """
    if case.sudden_death is None:
        return Counted(as_work_accident=True)
    law = case.law
    rule = law.find("accident.sudden_death", event)
    if rule is None:
        unnamed = remark("note.sudden_death_not_named", law.cite("sudden_death_not_named"))
        return Counted(as_work_accident=True, notes=(unnamed,))
    asked = [_in_time(case, case.sudden_death, member, event)]
    deemed = _deemed(member, event, law)
    if deemed is not None:
        asked.append(deemed)
    if member.segment is BPU:
        asked.append(_paid_months(case, stated, member, event))
    return _verdict(asked, law.cite(rule))


def _verdict(asked: Sequence[_Asked], article: Grounds) -> Counted:
    """What the conditions come to, each with its own grounds beside the article."""
    failed = [one for one in asked if one.holds is False]
    # One that fails decides, whatever is not known of the others.
    if failed:
        notes = [Note(text=one.failed, grounds=(*article, *one.grounds)) for one in failed]
        return Counted(as_work_accident=False, notes=tuple(notes))
    grounds: list[Ground] = [*article]
    for one in asked:
        grounds.extend(one.grounds)
    needs = tuple(need for one in asked for need in one.needs)
    if needs:
        return Counted(None, needs=needs, grounds=tuple(grounds))
    counts = remark("note.sudden_death_counts", tuple(grounds))
    return Counted(as_work_accident=True, notes=(counts,))


def _in_time(case: Case, sudden: SuddenDeath, member: Participation, event: date) -> _Asked:
    """At once, or not more than the hours after the attack (Pasal 85 ayat (1), (2))."""
    law = case.law
    settled = member.segment is not BPU and _position(member) is Position.WORKER
    grounds = hours_of_sudden_death(event, law, settled=settled)
    hours = law.get("jkk.sudden_death_hours", event).number
    failed = Text("note.sudden_death_too_late", {"hours": hours})
    if sudden.at_once:
        return _Asked(holds=True, grounds=(), failed=failed)
    begins: date | None = sudden.attack_at or case.accident_on
    begins_at = "attack_at"
    too_late = _is_later(case, sudden, begins, hours)
    # Whoever died in time of the attack did so of reaching the doctor, who comes after it.
    if too_late is not False and law.chose("D85", "from_the_doctor") and "D85" in _ids(grounds):
        begins_at = "doctor_at"
        too_late = _is_later(case, sudden, sudden.doctor_at, hours)
    if too_late is None:
        names = (begins_at, "died_at")
        needs = tuple(_HOURS[name] for name in names if getattr(sudden, name) is None)
        return _Asked(None, grounds, failed, needs)
    return _Asked(not too_late, grounds, failed)


_HOURS = {
    "attack_at": MissingFact("sudden_death.attack_at"),
    "doctor_at": MissingFact("sudden_death.doctor_at"),
    "died_at": MissingFact("sudden_death.died_at"),
}


def _is_later(case: Case, sudden: SuddenDeath, begins: date | None, hours: int) -> bool | None:
    """Whether the death came more than the hours later; None: only an hour not known would tell."""
    if begins is None:
        return None
    died = sudden.died_at or case.died_on
    return is_after(died, hours_after(begins, hours))


def _ids(grounds: tuple[Rule, ...]) -> set[str]:
    return {ground.id for ground in grounds}


def _position(member: Participation) -> Position:
    if member.employment is None:
        return Position.WORKER
    return member.employment.position


def _deemed(member: Participation, event: date, law: Law) -> _Asked | None:
    """Who is only deemed a worker is named by Pasal 85 ayat (4), or not; None: a worker."""
    position = _position(member)
    if position is Position.WORKER:
        return None
    named = law.get("accident.sudden_death_deemed", event)
    holds = str(position) in named.words
    args: dict[str, Arg] = {"position": Text(f"position.{position}")}
    return _Asked(holds, law.cite(named), Text("note.sudden_death_not_deemed", args))


def _paid_months(case: Case, stated: Participation, member: Participation, event: date) -> _Asked:
    """A BPU has paid for months at death (Pasal 85 ayat (3)); one of kind c need not (ayat (4))."""
    law = case.law
    minimum = law.get("jkk.sudden_death_bpu_min_paid_months", event)
    without = law.find("accident.sudden_death_kind_c", event)
    kind = case.worker.kind
    if without is not None and kind is BpuKind.OTHER:
        return _Asked(
            holds=True, grounds=law.cite(without), failed=Text("note.sudden_death_counts")
        )
    together = _under_one_number(case, stated, member)
    enough = _reaches(together.surely, case.died_on, minimum.number, law)
    enough_at_most = _reaches(together.at_most, case.died_on, minimum.number, law)
    decision = _by_decision(together.at_most, case.died_on, minimum.number, law)
    grounds = law.cite(minimum, *decision)
    months = _months(together.at_most, case.died_on, law)
    args: dict[str, Arg] = {"months": months, "needed": minimum.number}
    failed = Text("note.sudden_death_too_few_months", args)
    needs: list[MissingFact] = []
    if len(enough) > 1:
        needs.append(MissingFact("participation.payments"))
    elif enough != enough_at_most:
        needs.append(MissingFact("participation.paid_under"))
    if without is not None and kind is None and enough != {True}:
        grounds = (*grounds, *law.cite(without))
        needs.append(MissingFact("worker.kind"))
    if needs:
        return _Asked(None, grounds, failed, tuple(needs))
    return _Asked(enough == {True}, grounds, failed)


_Registrations = tuple[Participation, ...]


class _OneNumber(NamedTuple):
    """The registrations paid under the number of the death: surely, and at the most (D33, D67)."""

    surely: _Registrations
    at_most: _Registrations


def _under_one_number(case: Case, stated: Participation, member: Participation) -> _OneNumber:
    others = [one for one in case.participations if one is not stated]
    same = [one for one in others if one.paid_under == member.paid_under]
    if member.paid_under is None:
        return _OneNumber((member,), (member, *others))
    unknown = [one for one in others if one.paid_under is None]
    return _OneNumber((member, *same), (member, *same, *unknown))


def _reaches(registrations: _Registrations, day: date, needed: int, law: Law) -> set[bool]:
    """Whether the months reach the minimum; both where the payments of the first are not known."""
    member, *others = registrations
    possible: tuple[Participation, ...] = (member,)
    if member.payments is None:
        possible = extremes(member, day)
    return {_months((one, *others), day, law) >= needed for one in possible}


def _months(registrations: _Registrations, day: date, law: Law) -> int:
    if law.chose("D67", "prepaid_months_count"):
        return months_paid_by(registrations, day)
    return contribution_period(registrations, day).cumulative


def _by_decision(
    registrations: _Registrations, day: date, needed: int, law: Law
) -> tuple[Rule, ...]:
    """Decision D67, where the two counts decide differently."""
    up_to_the_death = contribution_period(registrations, day).cumulative
    with_prepaid = months_paid_by(registrations, day)
    if up_to_the_death < needed <= with_prepaid:
        return law.cite("D67")
    return ()
