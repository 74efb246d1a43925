"""Which programme protects a migrant worker on a day: before, during and after work."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Answer, Condition, Finding, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.unknown import try_all
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.premiums.migrant import migrant_day
from jamsos.values.days import ONE_DAY, add_months
from jamsos.workers.placement import Placement, Stage, checked_placement


def migrant_cover(placement: Placement, day: date, *, law: Law | None = None) -> Answer:
    """Which programme protects a migrant worker on a day, and from when to when.

    The conditions ``protected_jkk`` and ``protected_jkm`` tell what protects; the findings give the
    stage and, as far as the days are known, the first day and the end of each period:
    ``before_from``, ``before_end``, ``during_from``, ``during_end``, ``after_from``, ``after_end``.
    Whether the day of an end itself still counts is not written: on it the answer is 'cannot decide'.

    Legal source: UU 18/2017 as the manual of BPJS Ketenagakerjaan applies it; Permenaker 4/2023.

    Args:
        placement: The registration, and the days of departure, contract, leave and return.
        day: The day of the event.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for facts that cannot be.

    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), debarked_on=date(2028, 3, 20))
    >>> answer = migrant_cover(nurse, date(2028, 4, 10))
    >>> [(one.code, str(one.status)) for one in answer.conditions]
    [('protected_jkk', 'unknown'), ('protected_jkm', 'met')]
    >>> [need.id for need in answer.needs], answer.finding("after_end")
    (['placement.stage'], datetime.date(2028, 4, 19))

    """
    law = applied(law)
    the_day = migrant_day(day, law, "day")
    checked_placement(placement)

    def of(placement__stage: Stage, placement__agency: bool) -> Protection:
        return protection(placement, the_day, law, placement__stage, agency=placement__agency)

    tried, facts = try_all(of, possibilities_on(placement, the_day), lambda found: (found.jkk, found.jkm))
    found = [protected for _, protected in tried]
    verdicts = {"protected_jkk": [one.jkk for one in found], "protected_jkm": [one.jkm for one in found]}
    conditions = tuple(_condition(code, asked, found, facts) for code, asked in verdicts.items())
    statuses = {condition.status for condition in conditions}
    needs = tuple(dict.fromkeys((*facts, *(need for one in found for need in one.needs))))
    undecided = Status.UNKNOWN in statuses
    notes = {note.code: note for one in found for note in one.notes}
    if undecided:
        notes["note.undecided"] = Note(text=Text("note.undecided"), grounds=needs)
    outcome = Outcome.YES if Status.MET in statuses else Outcome.NO
    answer = Answer(
        question="migrant_cover",
        title=Text("migrant_cover.title", {"day": the_day}),
        outcome=Outcome.CANNOT_DECIDE if undecided else outcome,
        law=law,
        facts={"placement": placement, "day": the_day},
        conditions=conditions,
        findings=(_stage(found, facts), *_periods(placement, the_day, law)),
        notes=(*beyond_knowledge(law, the_day), *notes.values()),
        needs=needs if undecided else (),
    )
    return settled(answer)


class Protection(NamedTuple):
    """What protects in one stage of a placement; None: ``needs`` says what is missing."""

    stage: Stage
    jkk: bool | None
    jkm: bool | None
    grounds: tuple[Ground, ...]
    needs: tuple[MissingFact, ...] = ()
    notes: tuple[Note, ...] = ()


_TEXTS = {"protected_jkk": Text("condition.protected_jkk"), "protected_jkm": Text("condition.protected_jkm")}
_STATUS = {True: Status.MET, False: Status.FAILED, None: Status.UNKNOWN}
_BEFORE = {True: "migrant.protected_before_agency", False: "migrant.protected_before_individual"}
_LAST_DAY = MissingFact("migrant.last_day")
"""No text says whether the very last day of a period still counts."""


def possibilities_on(placement: Placement, day: date) -> Mapping[str, Sequence[object]]:
    """The stages and ways of placement that are possible on a day."""
    ways = (True, False) if placement.agency is None else (placement.agency,)
    return {"placement.stage": placement.stages_on(day), "placement.agency": ways}


def protection(placement: Placement, day: date, law: Law, stage: Stage, *, agency: bool) -> Protection:
    """What protects on a day in a stage, for a placement through an agency or of an individual."""
    start = law.get(_BEFORE[agency], day)
    paid_on = placement.paid_on
    if paid_on is None:
        need = MissingFact("placement.paid_on")
        return Protection(stage, jkk=None, jkm=None, grounds=law.cite(start), needs=(need,))
    if day < paid_on + ONE_DAY * law.chose("D10", "next_day"):
        grounds = law.cite(start, *(("D10",) if day == paid_on else ()))
        note = Note(text=Text("note.migrant_not_registered"), grounds=grounds)
        return Protection(stage, jkk=False, jkm=False, grounds=grounds, notes=(note,))
    if stage is Stage.WAITING:
        found = _waiting(placement, paid_on, day, law, start, agency=agency)
    else:
        abroad = _abroad(placement, day, law) if stage is Stage.ABROAD else _back(placement, day, law, stage)
        found = _doubted(abroad, placement, paid_on, day, law, start, agency=agency)
    return found._replace(notes=(*_warnings(placement, paid_on, day, law, found), *found.notes))


def _doubted(
    found: Protection, placement: Placement, paid_on: date, day: date, law: Law, limit: Provision, *, agency: bool
) -> Protection:
    """Nothing says what protects one who left or came back later than the periods allow."""
    doubts: list[tuple[str, Provision]] = []
    home = law.get("migrant.protected_way_home", day)
    left, ends, back = placement.embarked_on, placement.contract_ends, placement.debarked_on
    if agency and left is not None and left > add_months(paid_on, limit.number):
        doubts.append(("migrant.late_departure", law.get("migrant.register_again", day)))
    if found.stage is not Stage.ABROAD and ends is not None and back is not None:
        doubts += [("migrant.late_return", home)] if back > add_months(ends, home.number) else []
    if not doubts or (found.jkk, found.jkm) == (False, False):
        return found
    return found._replace(
        jkk=None if found.jkk else found.jkk,
        jkm=None if found.jkm else found.jkm,
        grounds=(*found.grounds, *law.cite(*(rule for _, rule in doubts))),
        needs=(*found.needs, *(MissingFact(name) for name, _ in doubts)),
    )


def _waiting(placement: Placement, paid_on: date, day: date, law: Law, limit: Provision, *, agency: bool) -> Protection:
    """Before work: an agency's worker by both programmes, an individual by JKM only."""
    grounds = law.cite(limit)
    early = placement.ended_early_on
    if early is not None and day > early:
        grounds = (*grounds, *law.cite(law.get("migrant.before_ends_early", day)))
        note = Note(text=Text("note.migrant_ended_early", {"day": early}), grounds=grounds)
        return Protection(Stage.WAITING, jkk=False, jkm=False, grounds=grounds, notes=(note,))
    jkm = _before(day, add_months(paid_on, limit.number))
    told = () if agency else (Note(text=Text("note.migrant_individual"), grounds=grounds),)
    if jkm is False:
        after = law.get("migrant.register_again" if agency else "migrant.own_risk", day)
        text = Text("note.migrant_register_again" if agency else "note.migrant_own_risk")
        told = (*told, Note(text=text, grounds=law.cite(after)))
    needs = (_LAST_DAY,) if jkm is None else ()
    return Protection(Stage.WAITING, jkk=jkm if agency else False, jkm=jkm, grounds=grounds, needs=needs, notes=told)


def _abroad(placement: Placement, day: date, law: Law) -> Protection:
    """During work: up to the end of the contract, then on the way home; on leave JKM, of JKK nothing is said."""
    grounds = law.cite(law.get("migrant.protected_during", day))
    ends = placement.contract_ends
    if ends is None:
        need = MissingFact("placement.contract_ends")
        return Protection(Stage.ABROAD, jkk=None, jkm=None, grounds=grounds, needs=(need,))
    notes: tuple[Note, ...] = (_if_paid(law, day),)
    inside: bool | None = True
    if day > ends:
        home = law.get("migrant.protected_way_home", day)
        grounds = (*grounds, *law.cite(home))
        inside = _before(day, add_months(ends, home.number))
        notes = (*notes, Note(text=Text("note.migrant_way_home"), grounds=law.cite(home)))
    needs = (_LAST_DAY,) if inside is None else ()
    away = placement.on_leave(day)
    if not inside or away is False:
        return Protection(Stage.ABROAD, jkk=inside, jkm=inside, grounds=grounds, needs=needs, notes=notes)
    leave = law.cite(law.get("migrant.jkm_on_leave", day))
    need = MissingFact("placement.leave") if away is None else MissingFact("migrant.jkk_on_leave")
    notes = (*notes, Note(text=Text("note.migrant_leave"), grounds=leave))
    return Protection(Stage.ABROAD, jkk=None, jkm=True, grounds=(*grounds, *leave), needs=(need,), notes=notes)


def _back(placement: Placement, day: date, law: Law, stage: Stage) -> Protection:
    """After work: JKM for its days from the return, JKK as long but only up to the home area."""
    limit, way = law.get("migrant.protected_after", day), law.get("migrant.jkk_way_home", day)
    grounds = law.cite(limit, way)
    if placement.debarked_on is None:
        need = MissingFact("placement.debarked_on")
        jkk = None if stage is Stage.RETURNED else False
        return Protection(stage, jkk=jkk, jkm=None, grounds=grounds, needs=(need,))
    jkm = _before(day, placement.debarked_on + limit.number * ONE_DAY)
    jkk = jkm if stage is Stage.RETURNED else False
    needs = (_LAST_DAY,) if jkm is None else ()
    return Protection(stage, jkk=jkk, jkm=jkm, grounds=grounds, needs=needs, notes=(_if_paid(law, day),))


def _if_paid(law: Law, day: date) -> Note:
    return Note(text=Text("note.migrant_if_paid"), grounds=law.cite(law.get("migrant.packages", day)))


def _before(day: date, end: date) -> bool | None:
    """Whether a day lies before the end of a period; None on that day itself, which no text counts in or out."""
    return None if day == end else day < end


def _warnings(placement: Placement, paid_on: date, day: date, law: Law, found: Protection) -> tuple[Note, ...]:
    """The day of registration (D10), a day on which one stage ends and the next begins, an older registration."""
    warned: list[Note] = []
    first = law.timelines["migrant.packages"][0]
    if day == paid_on:
        warned.append(Note(text=Text("note.first_day"), grounds=law.cite("D10"), warning=True))
    if day in {placement.embarked_on, placement.debarked_on, placement.home_on, placement.ended_early_on}:
        warned.append(Note(text=Text("note.migrant_turning_day"), grounds=found.grounds, warning=True))
    if paid_on < first.since:
        text = Text("note.migrant_older", {"first": first.since})
        warned.append(Note(text=text, grounds=law.cite(first, "D01"), warning=True))
    return tuple(warned)


def _condition(
    code: str, verdicts: list[bool | None], found: list[Protection], facts: tuple[MissingFact, ...]
) -> Condition:
    """Whether one programme protects: unknown where the possible stages differ."""
    verdict = verdicts[0] if len(set(verdicts)) == 1 else None
    grounds = dict.fromkeys(ground for one in found for ground in (*one.grounds, *one.needs))
    return Condition(code=code, status=_STATUS[verdict], grounds=(*grounds, *facts), text=_TEXTS[code])


def _stage(found: list[Protection], facts: tuple[MissingFact, ...]) -> Finding:
    """How far the placement has come, where only one stage is possible."""
    stages = {one.stage for one in found}
    value = str(found[0].stage) if len(stages) == 1 else None
    note = NOT_TOLD if value is None else None
    return Finding(code="stage", value=value, unit="code", grounds=(*found[0].grounds, *facts), note=note)


def _periods(placement: Placement, day: date, law: Law) -> list[Finding]:
    """The first day and the end of each period, as far as the days are known."""
    during, home = law.get("migrant.protected_during", day), law.get("migrant.protected_way_home", day)
    after = law.get("migrant.protected_after", day)
    way = placement.contract_ends and add_months(placement.contract_ends, home.number)
    last = placement.debarked_on and placement.debarked_on + after.number * ONE_DAY
    work, back = law.cite(during, home), law.cite(after)
    days: list[tuple[str, date | None, tuple[Ground, ...]]] = [
        ("during_from", placement.embarked_on, work),
        ("during_end", way and min(way, placement.debarked_on or way), work),
        ("after_from", placement.debarked_on, back),
        ("after_end", last, back),
    ]
    if placement.agency is not None:
        before = law.get(_BEFORE[placement.agency], day)
        limit = placement.paid_on and add_months(placement.paid_on, before.number)
        end = limit and min(limit, placement.embarked_on or limit, placement.ended_early_on or limit)
        days = [("before_from", placement.paid_on, law.cite(before)), ("before_end", end, law.cite(before)), *days]
    return [Finding(code=code, value=value, grounds=grounds) for code, value, grounds in days if value is not None]
