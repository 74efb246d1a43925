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
    beyond_knowledge,
    settled,
)
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Right, Rights, jkm_notes, rights
from jamsos.coverage.standing import CoverState, Standing, standing
from jamsos.eligibility.scheme import Scheme
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.membership.project import project_needs
from jamsos.premiums.credits import excess_months
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.workers.codes import CONSTRUCTION
from jamsos.workers.participation import Participation, checked_person, checked_registrations
from jamsos.workers.project import Project
from jamsos.workers.worker import Worker

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
    worker: Worker | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Coverage:
    """Whether a person is covered on a day, with the consequences for JKK and JKM.

    Of a wage earner (PU) or a project worker the findings ``jkk_payer`` and ``jkm_payer`` say who owes the
    benefits: BPJS, the employer first, the employer himself, or the contractor.

    Legal source: PP 44/2015 Pasal 6 ayat (3), 8, 10, 11 ayat (5), 27, 32, 35, 38, 39, 41, 42; Permenaker
    44/2015 and 5/2021; Permenaker 1/2025 Pasal 97A ayat (2).

    Args:
        participation: The membership and its payments; of several registrations each stands on its
            own, and each right is the best of any of them.
        day: The day of the event.
        worker: Needed only where prepaid months left a credit that may have paid later ones (D26).
        scheme: The programme that paid, where one did (D65).
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
    if worker is not None:
        checked_person(worker, registrations)
    frame = Coverage(
        question="coverage",
        title=Text("coverage.title", {"day": day}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"participation": participation, "day": day, "worker": worker},
        notes=beyond_knowledge(law, day),
    )
    answers = [_one(frame, registration, day, worker, scheme, calendar) for registration in registrations]
    return settled(answers[0] if len(answers) == 1 else _several(frame, answers))


def _one(
    frame: Coverage,
    participation: Participation,
    day: date,
    worker: Worker | None,
    scheme: Scheme | None,
    calendar: WorkingDay,
) -> Coverage:
    law = frame.law
    needs: tuple[MissingFact | Reading, ...] = ()
    if worker is not None:
        participation, needs = with_credited_months(
            worker, participation, day, scheme=scheme, calendar=calendar, law=law
        )
    found = standing(participation, day, law, calendar)
    if found is None:
        needs = missing_facts(participation)
    elif worker is None and found.state in _OWING and excess_months(participation, law):
        needs = (MissingFact("worker"),)
    if found is None or needs:
        return _undecided(frame, needs, law)
    return _decided(frame, found, law)


_OWING = frozenset({CoverState.ARREARS, CoverState.LAPSED})
_RIGHTS = ("jkk_care", "jkk_cash", "jkm_funeral", "jkm_rest")
_STATUS = {Outcome.YES: Status.MET, Outcome.NO: Status.FAILED, Outcome.CANNOT_DECIDE: Status.UNKNOWN}


def _several(frame: Coverage, answers: list[Coverage]) -> Coverage:
    """Every registration is a condition; each right is the best of any.

    An unknown one leaves doubt unless another has every right in full.
    """
    decided = [answer for answer in answers if answer.decided]
    conditions = tuple(_registration(number, answer) for number, answer in enumerate(answers))
    best = {code: _best(code, decided) for code in _RIGHTS} if decided else {}
    full = bool(best) and all(_lost(source, code) == _FULL for code, source in best.items())
    if len(decided) < len(answers) and not full:
        needs = tuple(dict.fromkeys(need for answer in answers for need in answer.needs))
        return evolve(_undecided(frame, needs, frame.law), conditions=conditions)
    leading = min(decided, key=lambda answer: [_lost(answer, code) for code in reversed(_RIGHTS)])
    findings = [finding for finding in leading.findings if finding.code not in {*_RIGHTS, *_PAYERS.values()}]
    for code, source in best.items():
        findings += [finding for finding in source.findings if finding.code in {code, _PAYERS.get(code)}]
    return evolve(leading, facts=frame.facts, conditions=conditions, findings=tuple(findings))


def _best(code: str, answers: list[Coverage]) -> Coverage:
    return min(answers, key=lambda answer: _lost(answer, code))


_PAYERS = {"jkk_cash": "jkk_payer", "jkm_rest": "jkm_payer"}
"""The finding that says who owes, by the right it stands behind."""


def _lost(answer: Coverage, code: str) -> tuple[int, int]:
    """How far a right is from full, and after that from being owed by BPJS."""
    owing = f"{code.partition('_')[0]}_payer"
    payer = next((found.value for found in answer.findings if found.code == owing), PaidBy.BPJS)
    return Right(str(answer.finding(code))).lost, PaidBy(str(payer)).rank


_FULL = (Right.NOW.lost, PaidBy.BPJS.rank)


def _registration(number: int, answer: Coverage) -> Condition:
    return Condition(
        code=f"registration_{number}",
        status=_STATUS[answer.outcome],
        grounds=answer.findings[0].grounds if answer.findings else answer.needs,
        text=Text("condition.registration", {"number": number}),
    )


def priced_day(day: object, law: Law, name: str) -> date:
    """Read a day that is to be judged.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    return day_of_law(day, law, name)


def missing_facts(participation: Participation) -> tuple[MissingFact, ...]:
    """The facts of a participation a state cannot be found without."""
    if participation.segment is CONSTRUCTION:
        return tuple(MissingFact(name) for name in project_needs(participation.project or Project()))
    issued = participation.number_issued is None
    payments = participation.payments is None or (not issued and bool(participation.hidden_months))
    return (
        *([MissingFact("participation.number_issued")] if issued else []),
        *([MissingFact("participation.payments")] if payments else []),
    )


def _undecided(frame: Coverage, needs: tuple[MissingFact | Reading, ...], law: Law) -> Coverage:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *law.cite("D11")))
    return evolve(frame, needs=needs, notes=(*frame.notes, note))


def _decided(frame: Coverage, found: Standing, law: Law) -> Coverage:
    due = rights(found, law)
    outcome = Outcome.YES if found.state in COVERED else Outcome.NO
    state_grounds = (*due.jkk_grounds, *due.jkm_grounds)
    findings = [Finding(code="state", value=str(found.state), unit="code", grounds=state_grounds)]
    if found.months:
        limit = "arrears.limit_months" if found.employed is None else "arrears.limit_months_pu"
        grounds = law.cite(law.get(limit, found.day))
        findings.append(Finding(code="months_in_arrears", value=len(found.months), grounds=grounds))
        findings.append(Finding(code="arrears_first_month", value=found.months[0], grounds=grounds))
        findings.append(Finding(code="arrears_last_month", value=found.months[-1], grounds=grounds))
    reasons = {reason.code: reason for reason in (due.jkk_reason, *due.jkm_reasons)}
    told = tuple(Note(text=reason, grounds=state_grounds) for reason in reasons.values())
    notes = (*frame.notes, *jkm_notes(found, law), *told)
    payers = () if found.employed is None else _payers(due)
    return evolve(frame, outcome=outcome, findings=(*findings, *_rights(due), *payers), notes=notes)


def _payers(due: Rights) -> list[Finding]:
    """Who owes, of the programmes in which there is a right."""
    owing = (
        ("jkk_payer", due.jkk_cash, due.jkk_payer, due.jkk_grounds),
        ("jkm_payer", due.jkm_rest, due.jkm_payer, due.jkm_grounds),
    )
    return [
        Finding(code=code, value=str(payer), unit="code", grounds=grounds)
        for code, right, payer, grounds in owing
        if right is not Right.NONE
    ]


def _rights(due: Rights) -> list[Finding]:
    grounds = (due.jkk_grounds, due.jkk_grounds, due.jkm_grounds, due.jkm_grounds)
    return [
        Finding(code=code, value=str(right), unit="code", grounds=why)
        for code, right, why in zip(_RIGHTS, (*due.of_jkk, *due.of_jkm), grounds, strict=True)
    ]
