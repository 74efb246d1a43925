"""Is the person covered on a given day, and for what."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import (
    Answer,
    Condition,
    Finding,
    Note,
    Outcome,
    Status,
    Value,
    beyond_knowledge,
    settled,
)
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.coverage.rights import Right, Rights, rights, standing_notes
from jamsos.coverage.standing import CoverState, Standing, standing
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, checked_day, monday_to_friday
from jamsos.workers.participation import Participation, checked_registrations

COVERED = frozenset({CoverState.ACTIVE, CoverState.ARREARS})


class Coverage(Answer):
    """The answer about one day; ``state`` is its main finding."""

    @property
    def state(self) -> CoverState:
        """The state of the participation on the day.

        Raises:
            InputError: when the answer is 'cannot decide' and has no state.

        """
        return CoverState(str(self.finding("state")))


def cover_on(
    participation: Participation | tuple[Participation, ...],
    day: date,
    *,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Coverage:
    """Whether a BPU is covered on a day, with the consequences for JKK and JKM.

    Legal source: PP 44/2015 Pasal 11 ayat (5), 39, 42; Permenaker 1/2025 Pasal 97A ayat (2).

    Args:
        participation: The membership and its payments; of several registrations each stands on its
            own, and the findings are those of the one with the best rights.
        day: The day of the event.
        calendar: Which days are working days, for the due dates (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2026, 8, 10), payments=payments("2026-08", "2026-12"))
    >>> cover_on(member, date(2027, 1, 15)).state, cover_on(member, date(2027, 1, 16)).state
    (<CoverState.ACTIVE: 'active'>, <CoverState.ARREARS: 'arrears'>)

    """
    law = applied(law)
    priced_day(day, law, "day")
    registrations = checked_registrations(participation)
    frame = Coverage(
        question="coverage",
        title=Text("coverage.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"participation": participation, "day": day},
        notes=beyond_knowledge(law, day),
    )
    answers = [_one(frame, registration, day, law, calendar) for registration in registrations]
    return settled(answers[0] if len(answers) == 1 else _several(frame, answers, law))


def _one(frame: Coverage, participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Coverage:
    found = standing(participation, day, law, calendar)
    return _undecided(frame, participation, law) if found is None else _decided(frame, found, law)


_ORDER = (Outcome.YES, Outcome.CANNOT_DECIDE, Outcome.NO)
_RIGHTS = ("jkm_rest", "jkk_cash", "jkm_funeral", "jkk_care")


def _several(frame: Coverage, answers: list[Coverage], law: Law) -> Coverage:
    """The registration with the best rights answers; every one is listed as a condition."""
    best = min(answers, key=lambda answer: (_ORDER.index(answer.outcome), *_lost(answer)))
    start = law.cite(law.get("cover.start", law.first_day))
    conditions = tuple(
        Condition(
            code=f"registration_{number}",
            status=_STATUS[answer.outcome],
            grounds=answer.findings[0].grounds if answer.findings else (*answer.needs, *start),
            text=Text("condition.registration", {"number": number}),
        )
        for number, answer in enumerate(answers)
    )
    return evolve(best, facts=frame.facts, conditions=conditions)


_STATUS = {Outcome.YES: Status.MET, Outcome.NO: Status.FAILED, Outcome.CANNOT_DECIDE: Status.UNKNOWN}


def _lost(answer: Coverage) -> tuple[int, ...]:
    """How far each right is from full: now, after settlement, none."""
    found = {finding.code: str(finding.value) for finding in answer.findings}
    return tuple(list(Right).index(Right(found.get(code, Right.NONE))) for code in _RIGHTS)


def priced_day(day: object, law: Law, name: str) -> date:
    """Read a day that is to be judged.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    the_day = checked_day(day, name)
    if the_day.year >= date.max.year - 1:
        raise InputError(name, the_day.isoformat(), "a day before the end of the calendar", "check the year")
    if the_day < law.first_day:
        first = law.first_day.isoformat()
        raise OutsideLawError(name, the_day.isoformat(), f"{first} or later", "earlier law is not in the library")
    return the_day


def missing_facts(participation: Participation) -> tuple[MissingFact, ...]:
    """The facts of a participation a state cannot be found without."""
    facts = [
        MissingFact("participation.number_issued") if participation.number_issued is None else None,
        MissingFact("participation.payments") if participation.payments is None else None,
    ]
    return tuple(fact for fact in facts if fact is not None)


def _undecided(frame: Coverage, participation: Participation, law: Law) -> Coverage:
    needs = missing_facts(participation)
    note = Note(text=Text("note.undecided"), grounds=(*needs, *law.cite("D11")))
    return evolve(frame, needs=needs, notes=(*frame.notes, note))


def _decided(frame: Coverage, found: Standing, law: Law) -> Coverage:
    due = rights(found, law)
    outcome = Outcome.YES if found.state in COVERED else Outcome.NO
    state_grounds = (*due.jkk_grounds, *due.jkm_grounds)
    findings = [Finding(code="state", value=str(found.state), unit="code", grounds=state_grounds, note=due.reason)]
    if found.months:
        grounds = law.cite(law.get("arrears.limit_months", found.day))
        findings.append(Finding(code="months_in_arrears", value=len(found.months), grounds=grounds))
        findings.append(Finding(code="arrears_first_month", value=found.months[0], grounds=grounds))
        findings.append(Finding(code="arrears_last_month", value=found.months[-1], grounds=grounds))
    findings += _rights(due)
    notes = (*frame.notes, *standing_notes(found, law))
    return evolve(frame, outcome=outcome, findings=tuple(findings), notes=notes)


def _rights(due: Rights) -> list[Finding]:
    found: list[tuple[str, Value, tuple[Ground, ...]]] = [
        ("jkk_care", str(due.jkk_care), due.jkk_grounds),
        ("jkk_cash", str(due.jkk_cash), due.jkk_grounds),
        ("jkm_funeral", str(due.jkm_funeral), due.jkm_grounds),
        ("jkm_rest", str(due.jkm_rest), due.jkm_grounds),
    ]
    return [Finding(code=code, value=value, unit="code", grounds=grounds) for code, value, grounds in found]
