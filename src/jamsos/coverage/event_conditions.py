"""What the definitions of a work accident and an occupational disease ask of an event."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Condition, Conditions, Status
from jamsos.answers.texts import Text
from jamsos.answers.trials import try_values
from jamsos.law.law import Law, Rule
from jamsos.values.days import add_years
from jamsos.workers.codes import BPU, PU, BpuKind, Segment
from jamsos.workers.event import Event, EventKind, EventPlace
from jamsos.workers.worker import MOST_COUNTED

AFTER_WORK = "within_years_after_work"
"""The condition on a disease that is found after the end of employment."""


def event_conditions(event: Event, law: Law) -> Conditions:
    """The conditions of the event's kind, each met, failed or unknown; all of them must be met."""
    if event.kind is None:
        need = MissingFact("event.kind")
        decision = law.cite("D59")
        grounds = (need, *decision)
        unknown_kind = _condition("kind", Status.UNKNOWN, grounds)
        return (unknown_kind,)
    if event.kind is EventKind.DISEASE:
        requirements = _of_disease(event, law)
    elif event.kind is EventKind.SUDDEN_DEATH:
        if law.find("accident.sudden_death", event.on) is None:
            return (_sudden_death_unnamed(law),)
        requirements = _of_sudden_death(event, law)
    elif event.kind is EventKind.ACCIDENT:
        requirements = [_at_work(event, law)]
    else:
        requirements = [_of_violence(event, law)]
    conditions = [_judged(requirement, event) for requirement in requirements]
    if event.kind is EventKind.DISEASE and event.work_ended is not False:
        conditions.append(_within_years_after_work(event, law))
    return tuple(conditions)


def _condition(code: str, status: Status, grounds: Grounds) -> Condition:
    text = Text(f"condition.{code}")
    return Condition(code=code, status=status, grounds=grounds, text=text)


@frozen
class _Requirement:
    """One thing a definition asks: whether it holds of an event, and the facts it reads."""

    code: str
    holds: Callable[[Event], bool]
    reads: tuple[str, ...]
    grounds: Grounds


def _judged(requirement: _Requirement, event: Event) -> Condition:
    """Judge one requirement; a missing fact matters only if its values change the result."""
    possible = {
        f"event.{name}": _POSSIBLE[name]
        for name in requirement.reads
        if getattr(event, name) is None
    }

    def holds(facts: Mapping[str, Any]) -> bool:
        stated = {name.removeprefix("event."): value for name, value in facts.items()}
        return requirement.holds(evolve(event, **stated))

    trials = try_values(holds, possible, bool)
    result = trials.results[0]
    status = _status(result, trials.needs)
    grounds = (*trials.needs, *requirement.grounds)
    return _condition(requirement.code, status, grounds)


def _status(holds: bool, needs: tuple[MissingFact, ...]) -> Status:
    if needs:
        return Status.UNKNOWN
    if holds:
        return Status.MET
    return Status.FAILED


_YES_NO = (True, False)
_POSSIBLE: dict[str, tuple[object, ...]] = {
    "place": tuple(EventPlace),
    "usual_route": _YES_NO,
    "own_work": _YES_NO,
    "attack_while_working": _YES_NO,
    "died_at_work": _YES_NO,
    "taken_to_doctor": _YES_NO,
    "within_24_hours": _YES_NO,
    "in_work_relation": _YES_NO,
    "paid_months": (0, MOST_COUNTED),
    "bpu_kind": tuple(BpuKind),
    "segment": (BPU, PU),
    "diagnosed": _YES_NO,
    "listed": _YES_NO,
    "proven": _YES_NO,
}
"""The values each fact of an event may have where it is not known.

Of a count one on either side of what the law asks, of the segments one without and with a wage.
"""


_BY_PASAL_7 = frozenset({Segment.PU, Segment.CONSTRUCTION})
"""The segments of which Permenaker 5/2021 Pasal 7 speaks."""


def _is_linked_to_work(event: Event) -> bool:
    """At work, or on the usual way between home and work (Pasal 1 angka 6)."""
    if event.place is EventPlace.ON_THE_WAY:
        return bool(event.usual_route)
    return bool(event.own_work)


def _at_work(event: Event, law: Law) -> _Requirement:
    """The definition of a work accident.

    Legal source: PP 44/2015 Pasal 1 angka 6; Permenaker 5/2021 Pasal 7, 47; Permenaker 1/2025
    Pasal 7.
    """
    rule = law.get("accident.definition", event.on)
    rules: list[Rule | str] = [rule]
    if event.segment is Segment.BPU:
        # Before April 2021 a BPU has only the definition written for workers with an employer.
        of_bpu = law.find("accident.of_bpu", event.on)
        rules.append(of_bpu or "no_accident_definition_for_bpu")
        rule = law.get("accident.bpu_home_to_home", event.on)
        rules.append(rule)
    if event.segment in _BY_PASAL_7:
        of_employed = law.find("accident.kinds_with_employer", event.on)
        if of_employed is not None:
            rules.append(of_employed)
    # While the place is not known, either exclusion may be the one that counts.
    if event.place is not EventPlace.ON_THE_WAY:
        rule = law.get("accident.not_linked_to_work", event.on)
        rules.append(rule)
    if event.place in {EventPlace.ON_THE_WAY, None}:
        rule = law.get("accident.off_the_route", event.on)
        rules.append(rule)
    reads = ("place", "usual_route", "own_work")
    grounds = law.cite(*rules)
    return _Requirement("in_the_work", _is_linked_to_work, reads, grounds)


def _of_violence(event: Event, law: Law) -> _Requirement:
    """Violence and rape of others than a BPU count by themselves since Permenaker 1/2025."""
    rule = law.find("accident.violence_at_work", event.on)
    in_the_work = _at_work(event, law)
    if rule is None:
        # Before 24 February 2025 no text names violence, so the general definition is asked.
        unnamed = law.cite("violence_not_named")
        grounds = (*in_the_work.grounds, *unnamed)
        return evolve(in_the_work, grounds=grounds)
    not_of_bpu = law.cite("no_violence_rule_for_bpu")
    if event.segment is BPU:
        grounds = (*in_the_work.grounds, *not_of_bpu)
        return evolve(in_the_work, grounds=grounds)
    grounds = (*law.cite(rule), *in_the_work.grounds)
    if event.segment is None:
        grounds = (*grounds, *not_of_bpu)
    reads = (*in_the_work.reads, "in_work_relation", "segment")
    return _Requirement("violence_at_work", _is_violence_at_work, reads, grounds)


def _is_violence_at_work(event: Event) -> bool:
    """At the workplace and/or in the work relation (Permenaker 1/2025 Pasal 7 ayat (2) huruf g)."""
    linked = _is_linked_to_work(event)
    # Pasal 47, on a BPU, has no such clause.
    if event.segment is BPU:
        return linked
    return linked or event.place is EventPlace.WORKPLACE or bool(event.in_work_relation)


def _sudden_death_unnamed(law: Law) -> Condition:
    """Before 2 December 2019 no text says when a sudden death is a work accident."""
    need = MissingFact("event.finding")
    grounds = (need, *law.cite("sudden_death_not_named"))
    return _condition("sudden_death_named", Status.UNKNOWN, grounds)


def _of_sudden_death(event: Event, law: Law) -> list[_Requirement]:
    """At work, at once or within hours of the attack; of a BPU also after months of paying.

    Legal source: Permenaker 5/2021, from 24 February 2025 1/2025, Pasal 85.
    """
    rule = law.get("accident.sudden_death", event.on)
    at_work = ("place", "attack_while_working", "own_work", "segment")
    in_time = ("died_at_work", "taken_to_doctor", "within_24_hours")
    hours = hours_of_sudden_death(event.on, law, settled=event.segment in _BY_PASAL_7)
    requirements = [
        _Requirement("attack_at_work", _is_attack_at_work, at_work, law.cite(rule)),
        _Requirement("within_24_hours", _is_death_in_time, in_time, (*law.cite(rule), *hours)),
    ]
    if event.segment is BPU or event.segment is None:
        requirements.append(_paid_months(event, law))
    return requirements


def hours_of_sudden_death(on: date, law: Law, *, settled: bool) -> tuple[Rule, ...]:
    """The most hours to the death, and decision D85 where no text says from when they run.

    Args:
        on: The day of the attack.
        law: The law to apply.
        settled: Whether Permenaker 5/2021 Pasal 7 speaks of this worker.

    """
    rule = law.get("jkk.sudden_death_hours", on)
    from_attack = law.find("accident.sudden_death_from_attack", on)
    if settled and from_attack is not None:
        return law.cite(rule, from_attack)
    return law.cite(rule, "D85")


def _is_attack_at_work(event: Event) -> bool:
    began_at_work = event.place is EventPlace.WORKPLACE and bool(event.attack_while_working)
    # A BPU has to be at the work of the registration (Pasal 85 ayat (2)).
    if event.segment is BPU:
        return began_at_work and bool(event.own_work)
    return began_at_work


def _is_death_in_time(event: Event) -> bool:
    """At once, whatever the illness, or after the way to a doctor, within the hours."""
    in_hours = bool(event.taken_to_doctor) and bool(event.within_24_hours)
    return bool(event.died_at_work) or in_hours


def _paid_months(event: Event, law: Law) -> _Requirement:
    """A BPU must have paid for months before (Pasal 85 ayat (3)); others need not (ayat (4))."""
    minimum = law.get("jkk.sudden_death_bpu_min_paid_months", event.on)
    without = law.find("accident.sudden_death_kind_c", event.on)
    grounds = law.cite(minimum)
    reads = ["paid_months", "segment"]
    if without is not None:
        grounds = law.cite(minimum, without)
        reads.append("bpu_kind")

    def has_paid(event: Event) -> bool:
        if event.segment is not BPU:
            return True
        if without is not None and event.bpu_kind is BpuKind.OTHER:
            return True
        return (event.paid_months or 0) >= minimum.number

    return _Requirement("paid_months", has_paid, tuple(reads), grounds)


def _of_disease(event: Event, law: Law) -> list[_Requirement]:
    """Diagnosed by a doctor; on the list, or its link with the work proved.

    Legal source: Perpres 7/2019 Pasal 2 to 4; before it a list that is not in the library.
    """
    on = event.on
    unread = "disease_list_before_2019_not_read"
    definition = law.get("disease.definition", on)
    kinds = law.get("disease.kinds_by_decree", on)
    doctor = law.find("disease.doctor", on) or unread
    listed = law.find("disease.list", on) or unread
    proven = law.find("disease.proven", on) or unread
    by_doctor = law.cite(definition, doctor)
    by_list = law.cite(definition, kinds, listed, proven)
    evidence = ("listed", "proven")
    return [
        _Requirement("diagnosed", _is_diagnosed, ("diagnosed",), by_doctor),
        _Requirement("listed_or_proven", _is_listed_or_proven, evidence, by_list),
    ]


def _is_diagnosed(event: Event) -> bool:
    return bool(event.diagnosed)


def _is_listed_or_proven(event: Event) -> bool:
    return bool(event.listed or event.proven)


def _within_years_after_work(event: Event, law: Law) -> Condition:
    """A disease after the end of employment: within three years (Pasal 48; of a BPU D58)."""
    rule = law.get("jkk.pak_after_work_years", event.on)
    grounds: Grounds = (rule,)
    # D58 speaks of a BPU alone: for others the provision stands without it.
    if _has_ended(event) and event.segment is Segment.BPU:
        grounds = law.cite(rule)
    until = kept_until(event, law)
    # Without such a day the needs are named; of a BPU D58 among the grounds is what stops it.
    if until is None:
        needs = _missing_of_after_work(event, law)
        needed = (*needs, *grounds)
        return _condition(AFTER_WORK, Status.UNKNOWN, needed)
    if event.on <= until:
        return _condition(AFTER_WORK, Status.MET, grounds)
    return _condition(AFTER_WORK, Status.FAILED, grounds)


def kept_until(event: Event, law: Law) -> date | None:
    """The last day on which a disease may arise after the end of employment.

    None: there is no such day, or a fact it depends on is missing.
    """
    if event.kind is not EventKind.DISEASE or event.ended_on is None:
        return None
    if event.segment is None or _has_no_end_of_work(event, law):
        return None
    rule = law.get("jkk.pak_after_work_years", event.on)
    return add_years(event.ended_on, rule.number)


def _has_ended(event: Event) -> bool:
    return bool(event.work_ended) or event.ended_on is not None


def _has_no_end_of_work(event: Event, law: Law) -> bool:
    """A BPU has no employment that ends (decision D58)."""
    return event.segment is Segment.BPU and not law.chose("D58", "end_of_cover")


def _missing_of_after_work(event: Event, law: Law) -> tuple[MissingFact, ...]:
    """The fact without which nobody can say whether the three years have passed."""
    if not _has_ended(event):
        return (MissingFact("event.work_ended"),)
    if event.segment is None:
        return (MissingFact("event.segment"),)
    if _has_no_end_of_work(event, law):
        return ()
    return (MissingFact("event.ended_on"),)
