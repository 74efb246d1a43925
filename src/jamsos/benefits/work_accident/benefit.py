"""What a living participant receives after a work accident or an occupational disease."""

from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding, Findings, Note, Notes, Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.employed import scholarship_notes
from jamsos.benefits.family.checks import check_births, check_family, checked_children
from jamsos.benefits.family.findings import jkk_scholarship_right, scholarship_figures
from jamsos.benefits.jkk_rights import jkk_rights
from jamsos.benefits.late_report import Report, after_report
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.benefits.work_accident.care import care_findings, care_lines, care_missing
from jamsos.benefits.work_accident.cash import JkkQuestion, cash_missing, payable, with_cash
from jamsos.benefits.work_accident.disability_percentage import assess_all
from jamsos.benefits.work_accident.employer_advance import (
    check_employer_facts,
    employer_findings,
    employer_notes,
    payer_findings,
    refunded,
)
from jamsos.benefits.work_accident.home_care import home_care_notes
from jamsos.benefits.work_accident.possible import possible_totals
from jamsos.benefits.work_accident.return_to_work import return_to_work
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.rights import Rights
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.plain import checked_kind, checked_tuple
from jamsos.workers.codes import PU
from jamsos.workers.family import Family
from jamsos.workers.participation import (
    Participation,
    checked_after_birth,
    checked_person,
    checked_registration,
    checked_registrations,
    segment_unknown,
)
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import Worker, checked_life


def jkk_benefit(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    family: Family | None = None,
    *,
    others: Sequence[Participation] = (),
    for_children: Sequence[int] | None = None,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> JkkBenefit:
    """What a participant receives after a work accident or disease.

    The law and the cover of the day of the accident or diagnosis decide (D01).

    The lines are the cash: transport, temporary incapacity (STMB), disability, prosthesis,
    dentures, hearing aid, glasses; and the care that has a limit: home care, and care paid first
    where no facility is under contract. Care itself is no amount: the finding ``jkk_care`` gives
    the right to it, and one finding for each item of the law's list what it consists of. After
    total permanent disability the scholarship appears in the same findings as in
    :func:`death_benefit`. ``return_to_work`` gives the right to that programme.

    For a wage earner (PU) or project worker ``jkk_payer`` says who owes all of it; a line with a
    ``payer`` is owed in the place of BPJS. A line with the party ``employer`` is refunded to the
    employer who paid first; ``stmb_to_employer`` and ``stmb_to_worker`` divide STMB where the wage
    was paid on.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 8, 10, 25, 27, 28, 30 to 33, 38, 39, 48, 49, 51,
    52, Lampiran III; Permenaker 44/2015 and 5/2021; Permenaker 1/2025 Pasal 8.

    Args:
        worker: The injured worker; the income or the row of a BPU gives the benefit base.
        participation: The membership at which the accident happened, with its segment.
        accident: Its day, costs, days of incapacity and losses; all of these are none by default.
        family: The worker's family; decides the scholarship, not the amounts.
        others: Other registrations at the same time; wages of other employers may matter (D35).
        for_children: Positions of the children who take the scholarship, of more than two (D47).
        scheme: The programme that paid; it fixes the income row (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an accident before 1 July 2015.
        InputError: for invalid facts.

    >>> from datetime import date
    >>> from jamsos.workers.work_accident import Incapacity, Loss
    >>> from jamsos.workers.payments import payments
    >>> member = Participation(
    ...     number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-06")
    ... )
    >>> fall = WorkAccident(
    ...     on=date(2026, 6, 3),
    ...     land=400_000,
    ...     unable=(Incapacity(first=date(2026, 6, 3), last=date(2026, 7, 2)),),
    ...     losses=(Loss(code="A25"),),
    ...     glasses=1_200_000,
    ... )
    >>> for line in jkk_benefit(Worker(kind="independent", income=900_000), member, fall).lines:
    ...     print(line.code, line.amount)
    jkk.transport_land 400000
    jkk.stmb 1000000
    jkk.partial_anatomical 4000000
    jkk.glasses 1000000

    """
    law = applied(law)
    registrations = _checked_registrations(worker, participation, others, accident)
    _check_days(worker, participation, accident, family, law)
    for_children = checked_children(for_children, family)
    checked_scheme(scheme)
    cause = Text(f"cause.{accident.cause}")
    title: dict[str, Arg] = {"day": accident.on, "cause": cause}
    frame = JkkBenefit(
        title=Text("jkk_benefit.title", title),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={
            "worker": worker,
            "participation": participation,
            "others": registrations[1:],
            "accident": accident,
            "family": family,
        },
        notes=beyond_knowledge(law, accident.on),
    )

    def answer_to(asked: JkkQuestion) -> JkkBenefit:
        verdict = _verdict(asked, frame)
        answer = verdict.answer
        if verdict.due is not None and asked.accident.total_permanent and answer.decided:
            return _with_scholarship(answer, asked, verdict.due, family, for_children)
        return answer

    question = JkkQuestion(worker, registrations, accident, scheme, calendar)
    answer = answer_to(question)
    if not answer.decided and not answer.possibilities:
        possible = possible_totals(question, answer.needs, answer_to)
        answer = evolve(answer, possibilities=possible)
    return settled(answer)


def _checked_registrations(
    worker: Worker, participation: object, others: object, accident: object
) -> tuple[Participation, ...]:
    """The registrations, that of the accident first; refuse facts no accident there has."""
    first = checked_registration(participation)
    listed = checked_tuple(Participation, others, "others")
    registrations = checked_registrations((first, *listed))
    checked_person(worker, registrations)
    facts = checked_kind(WorkAccident, accident, "accident")
    check_employer_facts(first, facts)
    return registrations


def _check_days(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    family: Family | None,
    law: Law,
) -> None:
    judged_day(accident.on, law, "accident.on")
    checked_life(worker.birth, accident.on, "accident.on")
    checked_after_birth(participation, worker.birth)
    check_family(family)
    check_births(worker.birth, family, accident.on, "accident.on")
    # A row or a measure the table does not have is refused even where no cash is due.
    assess_all(accident, law)


class _Verdict(NamedTuple):
    """The answer without the scholarship, and the rights it rests on; None: not known."""

    answer: JkkBenefit
    due: Rights | None = None


def _verdict(question: JkkQuestion, frame: JkkBenefit) -> _Verdict:
    """The rights of the day, after leaving too (decision D58), then what they give."""
    accident = question.accident
    law = frame.law
    if segment_unknown(question.worker, (question.member,)):
        need = MissingFact("worker.segment")
        waiting = undecided(frame, (need,))
        return _Verdict(waiting)
    rights = jkk_rights(
        question.worker,
        question.member,
        accident.on,
        accident.cause,
        question.scheme,
        question.calendar,
        law,
    )
    frame = _noted(frame, rights.notes)
    if rights.due is None:
        waiting = undecided(frame, rights.needs, rights.grounds)
        return _Verdict(waiting)
    reported = after_report(question.member, rights.due, _report_of(accident), law)
    if reported.needs:
        waiting = undecided(frame, reported.needs, reported.grounds)
        return _Verdict(waiting)
    frame = _noted(frame, reported.notes)
    # The arrears are those of the membership as its payments count, not as they were listed.
    _, *others = question.registrations
    counted = question._replace(registrations=(rights.member, *others))
    answer = _by_right(counted, reported.due, frame)
    # The scholarship goes by the rights as they were: a late report concerns the cash and the care.
    return _Verdict(answer, rights.due)


def _report_of(accident: WorkAccident) -> Report:
    """The employer's report of the accident."""
    return Report(
        accident.on,
        accident.reported_late,
        accident.reported_as_suspected,
        "accident.reported_late",
        "accident.reported_as_suspected",
    )


def _noted(answer: JkkBenefit, notes: Notes) -> JkkBenefit:
    """The answer with further notes, where there are any."""
    if not notes:
        return answer
    all_notes = (*answer.notes, *notes)
    return evolve(answer, notes=all_notes)


def _by_right(question: JkkQuestion, due: Rights, frame: JkkBenefit) -> JkkBenefit:
    """Care and cash, each as far as there is a right to it."""
    law = frame.law
    accident = question.accident
    frame = _with_rights(question, due, frame)
    if due.jkk_care is Right.NONE:
        return evolve(frame, outcome=Outcome.NO)
    missing = care_missing(accident, law)
    # Without a right to cash its costs change nothing.
    if due.jkk_cash is not Right.NONE:
        missing.extend(cash_missing(accident, law))
    if missing:
        needs = dict.fromkeys(missing)
        return undecided(frame, tuple(needs))
    frame = _noted(frame, home_care_notes(accident, law))
    on_employer = employer_notes(question.member, due, accident, law)
    frame = _noted(frame, on_employer)
    yes = evolve(frame, outcome=Outcome.YES)
    return _with_amounts(question, due, yes)


def _with_rights(question: JkkQuestion, due: Rights, frame: JkkBenefit) -> JkkBenefit:
    """The answer with the findings about the rights, and the reason for them."""
    law = frame.law
    accident = question.accident
    grounds = (*due.jkk_grounds, *law.cite("D01"))
    reason = Note(text=due.jkk_reason, grounds=grounds)
    findings = list(care_findings(due, accident, law))
    findings += return_to_work(due, accident, law)
    findings += payer_findings(question.member, due)
    frame = _noted(frame, (reason,))
    return evolve(frame, findings=tuple(findings))


def _with_amounts(question: JkkQuestion, due: Rights, frame: JkkBenefit) -> JkkBenefit:
    """The answer with the lines of cash and care, and what of them goes to the employer."""
    law = frame.law
    accident = question.accident
    costs = care_lines(accident, law)
    care = payable(costs, due.jkk_care, due)
    # Without a right to cash no employer is refunded, and STMB is not divided.
    if due.jkk_cash is Right.NONE:
        return evolve(frame, lines=care)
    answer = with_cash(question, due, frame)
    # Several losses no rule adds (D38) are shown, though the total stays undecided.
    if not answer.decided and not answer.lines:
        return answer
    all_lines = (*answer.lines, *care)
    lines = refunded(all_lines, question.member, accident, law)
    on_employer = employer_findings(lines, question.member, accident, law)
    findings = (*answer.findings, *on_employer)
    return evolve(answer, lines=lines, findings=findings)


def _with_scholarship(
    answer: JkkBenefit,
    question: JkkQuestion,
    due: Rights,
    family: Family | None,
    for_children: tuple[int, ...] | None,
) -> JkkBenefit:
    """The answer with the scholarship after total permanent disability."""
    accident = question.accident
    scholarship = _scholarship(accident, due, family, for_children, answer.law)
    # Only of a wage earner's employer is it said that the scholarship waits.
    payers = [due.jkk_payer] if question.member.segment is PU else []
    waits = scholarship_notes(payers, answer.law, accident.on)
    findings = (*answer.findings, *scholarship)
    answer = _noted(answer, waits)
    return evolve(answer, findings=findings)


def _scholarship(
    accident: WorkAccident,
    due: Rights,
    family: Family | None,
    for_children: tuple[int, ...] | None,
    law: Law,
) -> Findings:
    """The right to the scholarship; the age of a child counts on the day of the accident."""
    day = accident.on
    right, grounds = jkk_scholarship_right(accident.cause, due, law, day)
    code = str(right)
    finding = Finding(code="scholarship_right", value=code, unit="code", grounds=grounds)
    if right is Right.NONE:
        return (finding,)
    children = None
    if family is not None:
        children = family.children
    # The day of the event and the day the rules are read on are the same for a living worker.
    figures = scholarship_figures(children, for_children, law, day, day)
    return (finding, *figures)
