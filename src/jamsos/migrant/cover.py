"""Which programme protects a migrant worker on a day: before, during and after work."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Ground, Grounds, MissingFact
from jamsos.answers.parts import Condition, Finding, Note, Notes, Outcome, Status
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.answers.trials import Trials, try_values
from jamsos.law.law import Law, applied
from jamsos.migrant.premium import migrant_day
from jamsos.migrant.prolongation import protection
from jamsos.migrant.protection import Protection, before_work, possibilities_on
from jamsos.migrant.results.cover import MigrantCover
from jamsos.values.days import ONE_DAY, add_months
from jamsos.workers.placement import Placement, checked_placement


def migrant_cover(placement: Placement, on: date, *, law: Law | None = None) -> MigrantCover:
    """Which programme protects a migrant worker on a day, and from when to when.

    The conditions ``protected_jkk`` and ``protected_jkm`` tell what protects; the findings give the
    stage and, as far as the days are known, the first day and the end of each period:
    ``before_from``, ``before_end``, ``during_from``, ``during_end``, ``after_from``, ``after_end``.
    Whether the day on which a period ends is itself covered is not written: on it the answer is
    'cannot decide'.

    Legal source: UU 18/2017 as the manual of BPJS Ketenagakerjaan applies it; Permenaker 4/2023.

    Args:
        placement: The registration, and the days of departure, contract, leave and return.
        on: The day asked about.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before Permenaker 4/2023.
        InputError: for invalid facts.

    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), debarked_on=date(2028, 3, 20))
    >>> answer = migrant_cover(nurse, date(2028, 4, 10))
    >>> [(one.code, str(one.status)) for one in answer.conditions]
    [('protected_jkk', 'unknown'), ('protected_jkm', 'met')]
    >>> [need.id for need in answer.needs], answer.finding("after_end")
    (['placement.stage'], datetime.date(2028, 4, 19))

    """
    law = applied(law)
    the_day = migrant_day(on, law, "on")
    checked_placement(placement)

    def protection_in(facts: Mapping[str, Any]) -> Protection:
        stage = facts["placement.stage"]
        agency = facts["placement.agency"]
        return protection(placement, the_day, law, stage, agency=agency)

    # A day on which one stage ends and the next begins may belong to either: each is tried.
    possible = possibilities_on(placement, the_day)
    trials = try_values(protection_in, possible, _programmes)
    jkk = [stage.jkk for stage in trials.results]
    jkm = [stage.jkm for stage in trials.results]
    conditions = (
        _condition("protected_jkk", jkk, trials),
        _condition("protected_jkm", jkm, trials),
    )
    statuses = {condition.status for condition in conditions}
    outcome = Outcome.NO
    if Status.MET in statuses:
        outcome = Outcome.YES
    periods = _periods(placement, the_day, law)
    beyond = beyond_knowledge(law, the_day)
    answer = MigrantCover(
        title=Text("migrant_cover.title", {"day": the_day}),
        outcome=outcome,
        law=law,
        facts={"placement": placement, "on": the_day},
        conditions=conditions,
        findings=(_stage(trials), *periods),
        notes=(*beyond, *_notes(trials)),
    )
    if Status.UNKNOWN in statuses:
        needs = _needs(trials)
        answer = undecided(answer, needs)
    return settled(answer)


def _programmes(protection: Protection) -> tuple[bool | None, bool | None]:
    return protection.jkk, protection.jkm


def _needs(trials: Trials[Protection]) -> tuple[MissingFact, ...]:
    """The facts that decide between the stages, then what each stage lacks; each once."""
    needs = list(trials.needs)
    for stage in trials.results:
        needs += stage.needs
    return tuple(dict.fromkeys(needs))


def _notes(trials: Trials[Protection]) -> Notes:
    """The remarks of every possible stage; of one kind the last."""
    notes: dict[str, Note] = {}
    for stage in trials.results:
        for note in stage.notes:
            notes[note.code] = note
    return tuple(notes.values())


def _condition(code: str, verdicts: Sequence[bool | None], trials: Trials[Protection]) -> Condition:
    """Whether one programme protects: unknown where the possible stages differ."""
    grounds: list[Ground] = []
    for stage in trials.results:
        grounds += stage.grounds
        grounds += stage.needs
    own_grounds = dict.fromkeys(grounds)
    return Condition(
        code=code,
        status=_status(verdicts),
        grounds=(*own_grounds, *trials.needs),
        text=_TEXTS[code],
    )


_TEXTS = {
    "protected_jkk": Text("condition.protected_jkk"),
    "protected_jkm": Text("condition.protected_jkm"),
}


def _status(verdicts: Sequence[bool | None]) -> Status:
    first = verdicts[0]
    if len(set(verdicts)) > 1 or first is None:
        return Status.UNKNOWN
    return Status.MET if first else Status.FAILED


def _stage(trials: Trials[Protection]) -> Finding:
    """How far the placement has come, where only one stage is possible."""
    first = trials.results[0]
    grounds = (*first.grounds, *trials.needs)
    stages = {protection.stage for protection in trials.results}
    if len(stages) > 1:
        return Finding(code="stage", value=None, unit="code", grounds=grounds, note=NOT_TOLD)
    stage = str(first.stage)
    return Finding(code="stage", value=stage, unit="code", grounds=grounds)


def _periods(placement: Placement, day: date, law: Law) -> list[Finding]:
    """The first day and the end of each period, as far as the days are known."""
    findings = _before(placement, day, law)
    findings += _during(placement, day, law)
    findings += _after(placement, day, law)
    return findings


def _before(placement: Placement, day: date, law: Law) -> list[Finding]:
    """The time before work, whose protection depends on the way of placement."""
    if placement.agency is None:
        return []
    before = before_work(law, day, agency=placement.agency)
    grounds = law.cite(before)
    end = _end_before_work(placement, before.number)
    return _stated_days({"before_from": placement.paid_on, "before_end": end}, grounds)


def _during(placement: Placement, day: date, law: Law) -> list[Finding]:
    """The time of work, and the way home after it."""
    way_home = law.get("migrant.protected_way_home", day)
    during = law.get("migrant.protected_during", day)
    grounds = law.cite(during, way_home)
    end = _end_of_work(placement, day, way_home.number)
    return _stated_days({"during_from": placement.embarked_on, "during_end": end}, grounds)


def _after(placement: Placement, day: date, law: Law) -> list[Finding]:
    """The days after the return."""
    after = law.get("migrant.protected_after", day)
    grounds = law.cite(after)
    back_on = placement.debarked_on
    if back_on is None:
        return []
    end = back_on + after.number * ONE_DAY
    return _stated_days({"after_from": back_on, "after_end": end}, grounds)


def _stated_days(days: Mapping[str, date | None], grounds: Grounds) -> list[Finding]:
    """A finding for each day that is known."""
    findings: list[Finding] = []
    for code, day in days.items():
        # A day nobody stated leaves only its own period open.
        if day is not None:
            finding = Finding(code=code, value=day, grounds=grounds)
            findings.append(finding)
    return findings


def _end_before_work(placement: Placement, months: int) -> date | None:
    """The end of the months before work, or an earlier departure or cancellation."""
    paid_on = placement.paid_on
    if paid_on is None:
        return None
    end_of_months = add_months(paid_on, months)
    ends = [end_of_months]
    # Whoever has left no longer waits, however many months were registered.
    if placement.embarked_on is not None:
        ends.append(placement.embarked_on)
    if placement.ended_early_on is not None:
        ends.append(placement.ended_early_on)
    return min(ends)


def _end_of_work(placement: Placement, day: date, months_of_way_home: int) -> date | None:
    """The end of the way home after the contract, or an earlier return.

    A prolonged contract counts from the day its further months were paid for.
    """
    contract_ends = placement.contract_ends
    paid_on = placement.prolonged_paid_on
    if paid_on is not None and paid_on <= day:
        contract_ends = placement.prolonged_to
    if contract_ends is None or placement.prolongation_open:
        return None
    end = add_months(contract_ends, months_of_way_home)
    back_on = placement.debarked_on
    if back_on is None:
        return end
    # From the return on it is the time after work, even before the contract ends.
    return min(end, back_on)
