"""What a living participant receives after a work accident or an occupational disease."""

from typing import NamedTuple

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, When, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.aids import aid_lines, aid_notes, aids_missing
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.care import care_findings, care_lines, care_missing, care_notes
from jamsos.benefits.disability_lines import assess_all, disability_lines, disability_missing, not_added
from jamsos.benefits.employed import base_of, scholarship_notes, wage_notes
from jamsos.benefits.family_checks import check_births, check_children, check_family
from jamsos.benefits.family_findings import jkk_scholarship_right, scholarship_figures
from jamsos.benefits.jkk_rights import jkk_rights
from jamsos.benefits.pays_first import (
    after_report,
    check_employer_facts,
    employer_findings,
    employer_notes,
    payer_findings,
    refunded,
)
from jamsos.benefits.return_to_work import return_to_work
from jamsos.benefits.shortfall import owed_lines
from jamsos.benefits.stmb import stmb_lines, stmb_missing
from jamsos.benefits.transport import transport_lines, transport_missing
from jamsos.benefits.undecided import undecided
from jamsos.coverage.cover import priced_day
from jamsos.coverage.employer import INSTEAD
from jamsos.coverage.rights import Right, Rights
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.plain import as_tuple
from jamsos.workers.family import Family
from jamsos.workers.participation import (
    Participation,
    checked_after_birth,
    checked_person,
    checked_registrations,
    segment_unknown,
)
from jamsos.workers.worker import Worker, checked_life

_WHEN = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_benefit(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    family: Family | None = None,
    *,
    others: tuple[Participation, ...] = (),
    for_children: tuple[int, ...] | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What a participant receives after a work accident or disease, by the law and the cover of its day (D01).

    The lines are the cash: transport, temporary incapacity (STMB), disability, prosthesis, dentures,
    hearing aid, glasses; and of care what has a limit: home care, and care paid where no facility is
    under contract. Care itself is no amount: ``jkk_care`` tells whether there is a right to it, a
    finding for each item of the law's list what it is made of. After total permanent disability the
    scholarship stands in the findings of :func:`death_benefit`. ``return_to_work`` tells of the programme.

    Of a wage earner (PU) or project worker ``jkk_payer`` says who owes all of it; a line with a ``payer`` is
    owed in the place of BPJS. A line with the party ``employer`` is refunded to the employer who paid first;
    ``stmb_to_employer`` and ``stmb_to_worker`` say to whom STMB goes beside the wage paid on.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 8, 10, 25, 27, 28, 30 to 33, 38, 39, 48, 49, 51, 52, Lampiran
    III; Permenaker 44/2015 and 5/2021; Permenaker 1/2025 Pasal 8.

    Args:
        worker: Who had the accident; of a BPU the income or the row gives the benefit base.
        participation: The membership at which the accident happened, with its segment.
        accident: Its day, costs, days of incapacity and losses; what is not stated counts as none.
        family: Who is left at home; decides the scholarship, not the amounts.
        others: Other registrations at the same time; wages of other employers may matter (D35).
        for_children: Positions of the children who take the scholarship, where more than two may (D47).
        scheme: The programme that paid; it fixes the income row (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an accident before 1 July 2015.
        InputError: for facts that cannot be.

    >>> from datetime import date
    >>> from jamsos.benefits.accident import Incapacity, Loss
    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-06"))
    >>> fall = WorkAccident(
    ...     on=date(2026, 6, 3),
    ...     land=400_000,
    ...     unable=(Incapacity(first=date(2026, 6, 3), last=date(2026, 7, 2)),),
    ...     losses=(Loss(code="A25"),),
    ...     glasses=1_200_000,
    ... )
    >>> for line in jkk_benefit(Worker(kind="b", income=900_000), member, fall).lines:
    ...     print(line.code, line.amount)
    jkk.transport_land 400000
    jkk.stmb 1000000
    jkk.partial_anatomical 4000000
    jkk.glasses 1000000

    """
    law = applied(law)
    registrations = _checked(worker, participation, others, accident)
    _check_days(worker, participation, accident, family, law)
    check_children(for_children, family)
    if scheme is not None:
        checked_scheme(scheme)
    frame = Answer(
        question="jkk_benefit",
        title=Text("jkk_benefit.title", {"day": accident.on, "cause": Text(f"cause.{accident.cause}")}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={
            "worker": worker,
            "participation": participation,
            "others": others,
            "accident": accident,
            "family": family,
        },
        notes=beyond_knowledge(law, accident.on),
    )
    answer, due = _answered(_Asked(worker, registrations, accident, scheme, calendar), frame)
    if due is not None and accident.total_permanent and answer.decided:
        more = _scholarship(accident, due, family, for_children, law)
        waits = scholarship_notes([due.jkk_payer], law, accident.on)
        answer = evolve(answer, findings=(*answer.findings, *more), notes=(*answer.notes, *waits))
    return settled(answer)


def _checked(worker: Worker, participation: object, others: object, accident: object) -> tuple[Participation, ...]:
    """Return the registrations, that of the accident first; refuse what an accident there does not have."""
    listed = as_tuple(others)
    if listed is None:
        raise InputError("others", type(others).__name__, "a tuple of Participation", "use () for none")
    registrations = checked_registrations((participation, *listed))
    checked_person(worker, registrations)
    if not isinstance(accident, WorkAccident):
        allowed = "a WorkAccident"
        raise InputError("accident", type(accident).__name__, allowed, "build the facts with jamsos.WorkAccident(...)")
    check_employer_facts(registrations[0], accident)
    return registrations


def _check_days(
    worker: Worker, participation: Participation, accident: WorkAccident, family: Family | None, law: Law
) -> None:
    priced_day(accident.on, law, "accident.on")
    checked_life(worker.birth, accident.on, "accident.on")
    checked_after_birth(participation, worker.birth)
    check_family(family)
    check_births(worker.birth, family, accident.on, "accident.on")
    assess_all(accident, law)  # refuses rows and measures the table does not have


class _Asked(NamedTuple):
    """Who had which accident, at the first of the registrations."""

    worker: Worker
    registrations: tuple[Participation, ...]
    accident: WorkAccident
    scheme: Scheme | None
    calendar: WorkingDay

    @property
    def member(self) -> Participation:
        """The registration at which it happened."""
        return self.registrations[0]


class _Answered(NamedTuple):
    """The answer without the scholarship, and the rights it rests on; None: not known."""

    answer: Answer
    due: Rights | None = None


def _answered(asked: _Asked, frame: Answer) -> _Answered:
    """Find the rights of the day, after leaving too (decision D58), then what they give."""
    worker, accident, law = asked.worker, asked.accident, frame.law
    if segment_unknown(worker, (asked.member,)):
        return _Answered(undecided(frame, (MissingFact("worker.segment"),)))
    cause, scheme = accident.cause, asked.scheme
    found = jkk_rights(worker, asked.member, accident.on, cause, scheme, asked.calendar, law)
    frame = evolve(frame, notes=(*frame.notes, *found.notes))
    if found.due is None:
        return _Answered(undecided(frame, found.needs, found.grounds))
    reported = after_report(asked.member, found.due, accident, law)
    if reported.needs:
        return _Answered(undecided(frame, reported.needs, reported.grounds))
    frame = evolve(frame, notes=(*frame.notes, *reported.notes))
    return _Answered(_by_right(asked, reported.due, frame), found.due)


def _by_right(asked: _Asked, due: Rights, frame: Answer) -> Answer:
    """Care and cash, each as far as there is a right to it."""
    law, accident, member = frame.law, asked.accident, asked.member
    why = Note(text=due.jkk_reason, grounds=(*due.jkk_grounds, *law.cite("D01")))
    findings = (*care_findings(due, accident, law), *return_to_work(due, accident, law), *payer_findings(member, due))
    frame = evolve(frame, notes=(*frame.notes, why), findings=findings)
    if due.jkk_care is Right.NONE:
        return evolve(frame, outcome=Outcome.NO)
    missing = [*care_missing(accident, law), *(_cash_missing(accident, law) if due.jkk_cash in _WHEN else ())]
    if missing:
        return undecided(frame, tuple(dict.fromkeys(missing)))
    notes = (*frame.notes, *care_notes(accident, law), *employer_notes(member, due, accident, law))
    frame = evolve(frame, outcome=Outcome.YES, notes=notes)
    care = _payable(care_lines(accident, law), due.jkk_care, due)
    if due.jkk_cash is Right.NONE:
        return evolve(frame, lines=care)
    answer = _cash(asked, due, frame)
    if not (answer.decided or answer.lines):
        return answer
    lines = refunded((*answer.lines, *care), member, accident, law)
    more = employer_findings(lines, member, accident, law)
    return evolve(answer, lines=lines, findings=(*answer.findings, *more))


def _payable(lines: list[Line], right: Right, due: Rights) -> tuple[Line, ...]:
    """The lines with the time and the grounds of the right to them, and who owes them in the place of BPJS."""
    when, instead = _WHEN[right], INSTEAD[due.jkk_payer]
    return tuple(
        evolve(line, when=when, payer=line.payer or instead, grounds=(*line.grounds, *due.jkk_grounds))
        for line in lines
    )


def _cash_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts not known that would change the cash."""
    disability = disability_missing(accident, assess_all(accident, law))
    return [*transport_missing(accident), *stmb_missing(accident), *disability, *aids_missing(accident, law)]


def _cash(asked: _Asked, due: Rights, frame: Answer) -> Answer:
    """The cash lines, with the base where one of them needs it."""
    law, accident = frame.law, asked.accident
    lines = transport_lines(accident, law)
    if accident.unable or accident.losses or accident.total_permanent:
        base = base_of(asked.worker, asked.member, asked.registrations, asked.scheme, law, accident.on)
        if base.needs:
            return undecided(evolve(frame, outcome=Outcome.CANNOT_DECIDE), base.needs, base.grounds)
        told = (*base.notes, *wage_notes(asked.member, due, law, accident.on))
        frame = evolve(frame, notes=(*frame.notes, *told))
        lines += owed_lines(lambda wage: _of_base(accident, wage, law), base, due, law, accident.on)
    lines += aid_lines(accident, law)
    notes = (*frame.notes, *aid_notes(accident, law))
    answer = evolve(frame, notes=notes, lines=_payable(lines, due.jkk_cash, due))
    if not_added(accident, law):
        return undecided(evolve(answer, outcome=Outcome.CANNOT_DECIDE), (law.readings["D38"],))
    return answer


def _of_base(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """The lines a base gives: temporary incapacity and disability."""
    return [*stmb_lines(accident, base, law), *disability_lines(accident, assess_all(accident, law), base, law)]


def _scholarship(
    accident: WorkAccident, due: Rights, family: Family | None, named: tuple[int, ...] | None, law: Law
) -> tuple[Finding, ...]:
    """The scholarship after total permanent disability; the age of a child counts on the day of the accident."""
    right, grounds = jkk_scholarship_right(accident.cause, due, law, accident.on)
    finding = Finding(code="scholarship_right", value=str(right), unit="code", grounds=grounds)
    if right is Right.NONE:
        return (finding,)
    children = family.children if family else None
    return (finding, *scholarship_figures(children, named, law, accident.on, accident.on))
