"""What the definitions of a work accident and an occupational disease ask of an event, one condition each."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from jamsos.answers.answer import Condition, Status
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.answers.unknown import try_all
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.days import add_years
from jamsos.workers.codes import Segment
from jamsos.workers.event import Event, EventKind, Place


@frozen
class _Test:
    """One thing a definition asks: whether it holds of a known event, and the facts it reads."""

    code: str
    holds: Callable[[Event], bool]
    reads: tuple[str, ...]
    grounds: tuple[Ground, ...]


def event_conditions(event: Event, law: Law) -> tuple[Condition, ...]:
    """The conditions of the event's kind, each met, failed or unknown; all of them must be met."""
    if event.kind is None:
        needs = (MissingFact("event.kind"), *law.cite("D59"))
        return (Condition(code="kind", status=Status.UNKNOWN, grounds=needs, text=Text("condition.kind")),)
    tests = _TESTS[event.kind](event, law)
    return (*(_judged(test, event) for test in tests), *_after_work(event, law))


def _judged(test: _Test, event: Event) -> Condition:
    """Judge one test; a missing fact matters only if its values change the result."""
    possible = {f"event.{name}": _POSSIBLE[name] for name in test.reads if getattr(event, name) is None}

    def holds(**facts: Any) -> bool:
        return test.holds(evolve(event, **{name.removeprefix("event__"): fact for name, fact in facts.items()}))

    tried, needs = try_all(holds, possible, bool)
    status = Status.UNKNOWN if needs else Status.MET if tried[0][1] else Status.FAILED
    grounds = (*needs, *test.grounds)
    return Condition(code=test.code, status=status, grounds=grounds, text=Text(f"condition.{test.code}"))


_YES_NO = (True, False)
_POSSIBLE: dict[str, tuple[object, ...]] = {
    "place": tuple(Place),
    "usual_route": _YES_NO,
    "own_work": _YES_NO,
    "attack_while_working": _YES_NO,
    "hospital_at_once": _YES_NO,
    "within_24_hours": _YES_NO,
    "diagnosed": _YES_NO,
    "listed": _YES_NO,
    "proven": _YES_NO,
}


def _linked(event: Event) -> bool:
    """In the own work, or on the usual way between home and work (Pasal 1 angka 6)."""
    return bool(event.usual_route if event.place is Place.ON_THE_WAY else event.own_work)


def _in_the_work(event: Event, law: Law) -> _Test:
    on = event.on
    rules: list[Provision | str] = [law.get("accident.definition", on)]
    if event.segment is Segment.BPU:
        rules += ["no_accident_definition_for_bpu", law.get("accident.bpu_home_to_home", on)]
    if event.place is not Place.ON_THE_WAY:
        rules.append(law.get("accident.not_linked_to_work", on))
    if event.place in {Place.ON_THE_WAY, None}:
        rules.append(law.get("accident.off_the_route", on))
    return _Test("in_the_work", _linked, ("place", "usual_route", "own_work"), law.cite(*rules))


def _violence(event: Event, law: Law) -> tuple[_Test, ...]:
    """At the workplace it counts from 24 February 2025; elsewhere and earlier the definition is asked."""
    rule, test = law.find("accident.violence_at_work", event.on), _in_the_work(event, law)
    if rule is None:
        return (evolve(test, grounds=(*test.grounds, *law.cite("violence_not_named"))),)
    return (
        _Test(
            "violence_at_work",
            lambda event: event.place is Place.WORKPLACE or _linked(event),
            test.reads,
            (*law.cite(rule), *test.grounds),
        ),
    )


def _sudden_death(event: Event, law: Law) -> tuple[_Test, ...]:
    """The three conditions BPJS Ketenagakerjaan names for a sudden death."""
    grounds = law.cite(law.get("accident.sudden_death", event.on))
    return (
        _Test(
            "attack_at_work",
            lambda event: event.place is Place.WORKPLACE and bool(event.attack_while_working),
            ("place", "attack_while_working"),
            grounds,
        ),
        _Test("hospital_at_once", lambda event: bool(event.hospital_at_once), ("hospital_at_once",), grounds),
        _Test("within_24_hours", lambda event: bool(event.within_24_hours), ("within_24_hours",), grounds),
    )


def _disease(event: Event, law: Law) -> tuple[_Test, ...]:
    """Diagnosed by a doctor; on the list, or its link with the work proved (Perpres 7/2019 Pasal 2 to 4)."""
    on = event.on
    definition, kinds = law.get("disease.definition", on), law.get("disease.kinds_by_decree", on)
    doctor, listed, proven = (law.find(rule, on) for rule in ("disease.doctor", "disease.list", "disease.proven"))
    unread = "disease_list_before_2020_not_read"
    by_list = [rule or unread for rule in (listed, proven)]
    return (
        _Test("diagnosed", lambda event: bool(event.diagnosed), ("diagnosed",), law.cite(definition, doctor or unread)),
        _Test(
            "listed_or_proven",
            lambda event: bool(event.listed or event.proven),
            ("listed", "proven"),
            law.cite(definition, kinds, *by_list),
        ),
    )


_TESTS: Mapping[EventKind, Callable[[Event, Law], tuple[_Test, ...]]] = {
    EventKind.ACCIDENT: lambda event, law: (_in_the_work(event, law),),
    EventKind.DISEASE: _disease,
    EventKind.SUDDEN_DEATH: _sudden_death,
    EventKind.VIOLENCE: _violence,
    EventKind.RAPE: _violence,
}


def _after_work(event: Event, law: Law) -> tuple[Condition, ...]:
    """A disease after the end of employment: within three years (Pasal 48); for a BPU decision D58."""
    if event.kind is not EventKind.DISEASE or event.work_ended is False:
        return ()
    rule = law.get("jkk.pak_after_work_years", event.on)
    # D58 speaks of a BPU alone: for others the provision stands without it.
    grounds: tuple[Ground, ...] = law.cite(rule) if _ended(event) and event.segment is Segment.BPU else (rule,)
    until = kept_until(event, law)
    if until is None:
        status, grounds = Status.UNKNOWN, (*_missing_of_after_work(event, law), *grounds)
    else:
        status = Status.MET if event.on <= until else Status.FAILED
    text = Text("condition.within_years_after_work")
    return (Condition(code="within_years_after_work", status=status, grounds=grounds, text=text),)


def kept_until(event: Event, law: Law) -> date | None:
    """The last day on which a disease may arise after the end of employment, where it can be told."""
    if event.kind is not EventKind.DISEASE or event.ended_on is None or event.segment is None or _refused(event, law):
        return None
    return add_years(event.ended_on, law.get("jkk.pak_after_work_years", event.on).number)


def _ended(event: Event) -> bool:
    return bool(event.work_ended) or event.ended_on is not None


def _refused(event: Event, law: Law) -> bool:
    """A BPU has no employment that ends (decision D58)."""
    return event.segment is Segment.BPU and not law.chose("D58", "end_of_cover")


def _missing_of_after_work(event: Event, law: Law) -> tuple[MissingFact, ...]:
    """The fact without which nobody can say whether the three years have passed."""
    if not _ended(event):
        return (MissingFact("event.work_ended"),)
    if event.segment is None:
        return (MissingFact("event.segment"),)
    return () if _refused(event, law) else (MissingFact("event.ended_on"),)
