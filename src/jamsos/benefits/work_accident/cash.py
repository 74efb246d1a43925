"""The cash of a work accident: every line of it, with the base where one of them needs it."""

from functools import partial
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.deciding import undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Findings, Line, Lines, When
from jamsos.benefits.arrears import Arrears, Cash
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.employed import base_of, wage_notes
from jamsos.benefits.late_disease import disease_grounds
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.benefits.shortfall import owed_lines
from jamsos.benefits.work_accident.aids import aid_lines, aid_notes, aids_missing
from jamsos.benefits.work_accident.disability_benefit import (
    disability_lines,
    disability_missing,
    disability_notes,
    paid_disabilities,
    percentage_findings,
)
from jamsos.benefits.work_accident.partial_disability import PaidLoss, stand_alone
from jamsos.benefits.work_accident.temporary_incapacity import (
    stmb_days_findings,
    stmb_lines,
    stmb_missing,
    stmb_start_notes,
)
from jamsos.benefits.work_accident.transport import transport_lines, transport_missing
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import INSTEAD
from jamsos.coverage.rights import Rights
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.values.days import WorkingDay
from jamsos.workers.codes import Programme
from jamsos.workers.participation import Participation
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import Worker

_WHEN = {
    Right.NOW: When.NOW,
    Right.LESS_ARREARS: When.NOW,
    Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT,
}


class JkkQuestion(NamedTuple):
    """The worker and the accident, which happened at the first of the registrations."""

    worker: Worker
    registrations: tuple[Participation, ...]
    accident: WorkAccident
    scheme: Scheme | None
    calendar: WorkingDay

    @property
    def member(self) -> Participation:
        """The registration at which it happened."""
        return self.registrations[0]


def cash_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts nobody stated that would change the cash."""
    missing = transport_missing(accident)
    missing.extend(stmb_missing(accident))
    missing.extend(disability_missing(accident, law))
    missing.extend(aids_missing(accident, law))
    return missing


def with_cash(question: JkkQuestion, due: Rights, frame: JkkBenefit) -> JkkBenefit:
    """The answer with the cash lines; 'cannot decide' where the base or a rule is missing."""
    law = frame.law
    accident = question.accident
    lines = transport_lines(accident, law)
    # Costs are refunded without a base, so nobody is asked for a wage that changes nothing.
    if accident.unable or accident.losses or accident.total_permanent:
        base = _base(question, law)
        if base.needs:
            return undecided(frame, base.needs, base.grounds)
        on_wage = wage_notes(question.member, due, law, accident.on)
        on_hand = disability_notes(accident, law)
        on_start = stmb_start_notes(question.member, accident, law)
        notes = (*frame.notes, *base.notes, *on_wage, *on_hand, *on_start)
        partial_disability = paid_disabilities(accident, law)
        counted = _wage_findings(accident, partial_disability, law)
        findings = (*frame.findings, base.finding, *counted)
        frame = evolve(frame, notes=notes, findings=findings)
        lines_of = partial(_wage_lines, accident, partial_disability, law)
        lines += owed_lines(lines_of, base, due, law, accident.on)
    lines += aid_lines(accident, law)
    payable_lines = payable(lines, due.jkk_cash, due)
    cash = _less_arrears(question, due, payable_lines, law)
    if cash.needs:
        return undecided(frame, cash.needs, cash.grounds)
    on_aids = aid_notes(accident, law)
    all_notes = (*frame.notes, *on_aids)
    answer = evolve(frame, lines=cash.lines, notes=all_notes)
    if stand_alone(accident, law):
        decision = law.decisions["D38"]
        return undecided(answer, (decision,))
    return answer


def _less_arrears(question: JkkQuestion, due: Rights, lines: Lines, law: Law) -> Cash:
    """The cash less the arrears of a BPU (Permenaker 5/2021 Pasal 92 ayat (2))."""
    event = question.accident.on
    arrears = Arrears(question.worker, question.member, question.scheme, due.unpaid, event, law)
    return arrears.taken_from(lines, Programme.JKK)


def payable(lines: list[Line], right: Right, due: Rights) -> Lines:
    """The lines with the time of the right to them, its grounds, and the payer in place of BPJS."""
    when = _WHEN[right]
    instead = INSTEAD[due.jkk_payer]
    owed: list[Line] = []
    for line in lines:
        # The employer's shortfall names its payer already.
        payer = instead if line.payer is None else line.payer
        grounds = (*line.grounds, *due.jkk_grounds)
        owed_line = evolve(line, when=when, payer=payer, grounds=grounds)
        owed.append(owed_line)
    return tuple(owed)


def _base(question: JkkQuestion, law: Law) -> BenefitBase:
    accident = question.accident
    base = base_of(
        question.worker,
        question.member,
        question.registrations,
        question.scheme,
        law,
        accident.on,
    )
    grounds = (*base.grounds, *disease_grounds(question.member, accident.cause, accident.on, law))
    return base._replace(grounds=grounds)


def _wage_findings(accident: WorkAccident, disability: list[PaidLoss], law: Law) -> Findings:
    """What the wage is multiplied by: the days of incapacity, the percentage of disability."""
    days = stmb_days_findings(accident, law)
    return (*days, *percentage_findings(accident, disability, law))


def _wage_lines(
    accident: WorkAccident, disability: list[PaidLoss], law: Law, base: BenefitBase
) -> list[Line]:
    """The lines taken of the wage: temporary incapacity and disability."""
    lines = stmb_lines(accident, base, law)
    lines.extend(disability_lines(accident, disability, base, law))
    return lines
