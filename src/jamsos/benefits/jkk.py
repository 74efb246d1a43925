"""What a living participant receives after a work accident or an occupational disease."""

from typing import NamedTuple

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, When, beyond_knowledge, settled
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.aids import aid_lines, aid_notes, aids_missing
from jamsos.benefits.base import benefit_base
from jamsos.benefits.care import care_findings, care_lines, care_missing, care_notes
from jamsos.benefits.disability_lines import assess_all, disability_lines, disability_missing, not_added
from jamsos.benefits.family_checks import check_births, check_children, check_family
from jamsos.benefits.family_findings import jkk_scholarship_right, scholarship_figures
from jamsos.benefits.late_disease import found_after_leaving
from jamsos.benefits.return_to_work import return_to_work
from jamsos.benefits.stmb import stmb_lines, stmb_missing
from jamsos.benefits.transport import transport_lines, transport_missing
from jamsos.benefits.undecided import undecided
from jamsos.coverage.cover import missing_facts, priced_day
from jamsos.coverage.rights import Right, Rights, jkk_notes, judged
from jamsos.coverage.standing import CoverState
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.workers.codes import Cause
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation, checked_after_birth, checked_participation
from jamsos.workers.worker import Worker, checked_life, checked_worker

_WHEN = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_benefit(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    family: Family | None = None,
    *,
    for_children: tuple[int, ...] | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What a BPU receives after a work accident or disease, by the law and the cover of its day (decision D01).

    The lines are the cash: transport, temporary incapacity (STMB), disability, prosthesis, dentures,
    hearing aid, glasses; and of care what has a limit: home care, and care paid where no facility is
    under contract. Care itself is no amount: ``jkk_care`` tells whether there is a right to it, a
    finding for each item of the law's list what it is made of. After total permanent disability the
    scholarship stands in the findings of :func:`death_benefit`. ``return_to_work`` tells of the programme.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 25, 30, 31, 33, 39, 48, 49, Lampiran III.

    Args:
        worker: Who had the accident; the income or the row gives the benefit base.
        participation: The membership at which the accident happened.
        accident: Its day, costs, days of incapacity and losses; what is not stated counts as none.
        family: Who is left at home; decides the scholarship, not the amounts.
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
    _check(worker, participation, accident, family, law)
    check_children(for_children, family)
    if scheme is not None:
        checked_scheme(scheme)
    frame = Answer(
        question="jkk_benefit",
        title=Text("jkk_benefit.title", {"day": accident.on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"worker": worker, "participation": participation, "accident": accident, "family": family},
        notes=beyond_knowledge(law, accident.on),
    )
    answer, due = _answered(worker, participation, accident, frame, scheme, calendar)
    if due is not None and accident.total_permanent and answer.decided:
        more = _scholarship(accident, due, family, for_children, law)
        answer = evolve(answer, findings=(*answer.findings, *more))
    return settled(answer)


def _check(
    worker: Worker, participation: Participation, accident: WorkAccident, family: Family | None, law: Law
) -> None:
    checked_worker(worker)
    checked_participation(participation)
    if not isinstance(accident, WorkAccident):
        allowed = "a WorkAccident"
        raise InputError("accident", type(accident).__name__, allowed, "build the facts with jamsos.WorkAccident(...)")
    priced_day(accident.on, law, "accident.on")
    checked_life(worker.birth, accident.on, "accident.on")
    checked_after_birth(participation, worker.birth)
    check_family(family)
    check_births(worker.birth, family, accident.on, "accident.on")
    assess_all(accident, law)  # refuses rows and measures the table does not have


class _Answered(NamedTuple):
    """The answer without the scholarship, and the rights it rests on; None: not known."""

    answer: Answer
    due: Rights | None = None


def _answered(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    frame: Answer,
    scheme: Scheme | None,
    calendar: WorkingDay,
) -> _Answered:
    """Find the rights of the day, after leaving too (decision D58), then what they give."""
    law, day = frame.law, accident.on
    if worker.segment is None:
        return _Answered(undecided(frame, (MissingFact("worker.segment"),)))
    member, needs = with_credited_months(worker, participation, day, scheme=scheme, calendar=calendar, law=law)
    known = judged(member, day, law, calendar, jkk=True)
    if known is None or needs:
        return _Answered(undecided(frame, needs or missing_facts(member)))
    state, due = known
    frame = evolve(frame, notes=(*frame.notes, *jkk_notes(state, law)))
    if accident.cause is Cause.OCCUPATIONAL_DISEASE and state.state is CoverState.LEFT:
        late = found_after_leaving(member, due, day, law, calendar)
        if late.needs:
            return _Answered(undecided(frame, late.needs, late.grounds))
        due, frame = late.due, evolve(frame, notes=(*frame.notes, *late.notes))
    return _Answered(_by_right(worker, member, accident, due, frame, scheme), due)


def _by_right(
    worker: Worker,
    member: Participation,
    accident: WorkAccident,
    due: Rights,
    frame: Answer,
    scheme: Scheme | None,
) -> Answer:
    """Care and cash, each as far as there is a right to it."""
    law = frame.law
    why = Note(text=due.jkk_reason, grounds=(*due.jkk_grounds, *law.cite("D01")))
    findings = (*care_findings(due, accident, law), *return_to_work(due, accident, law))
    frame = evolve(frame, notes=(*frame.notes, why), findings=findings)
    if due.jkk_care is Right.NONE:
        return evolve(frame, outcome=Outcome.NO)
    missing = [*care_missing(accident, law), *(_cash_missing(accident, law) if due.jkk_cash in _WHEN else ())]
    if missing:
        return undecided(frame, tuple(dict.fromkeys(missing)))
    frame = evolve(frame, outcome=Outcome.YES, notes=(*frame.notes, *care_notes(accident, law)))
    care = _payable(care_lines(accident, law), due.jkk_care, due)
    if due.jkk_cash is Right.NONE:
        return evolve(frame, lines=care)
    answer = _cash(worker, member, accident, due, frame, scheme)
    return evolve(answer, lines=(*answer.lines, *care)) if answer.decided or answer.lines else answer


def _payable(lines: list[Line], right: Right, due: Rights) -> tuple[Line, ...]:
    """The lines with the time and the grounds of the right to them."""
    return tuple(evolve(line, when=_WHEN[right], grounds=(*line.grounds, *due.jkk_grounds)) for line in lines)


def _cash_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts not known that would change the cash."""
    disability = disability_missing(accident, assess_all(accident, law))
    return [*transport_missing(accident), *stmb_missing(accident), *disability, *aids_missing(accident, law)]


def _cash(
    worker: Worker,
    member: Participation,
    accident: WorkAccident,
    due: Rights,
    frame: Answer,
    scheme: Scheme | None,
) -> Answer:
    """The cash lines, with the base where one of them needs it."""
    law = frame.law
    lines = transport_lines(accident, law)
    if accident.unable or accident.losses or accident.total_permanent:
        base = benefit_base(worker, member, scheme, law, accident.on)
        if base.needs:
            return undecided(evolve(frame, outcome=Outcome.CANNOT_DECIDE), base.needs, base.grounds)
        frame = evolve(frame, notes=(*frame.notes, *base.notes))
        lines += stmb_lines(accident, base.amount, base.grounds, law)
        lines += disability_lines(accident, assess_all(accident, law), base, law)
    lines += aid_lines(accident, law)
    notes = (*frame.notes, *aid_notes(accident, law))
    answer = evolve(frame, notes=notes, lines=_payable(lines, due.jkk_cash, due))
    if not_added(accident, law):
        return undecided(evolve(answer, outcome=Outcome.CANNOT_DECIDE), (law.readings["D38"],))
    return answer


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
