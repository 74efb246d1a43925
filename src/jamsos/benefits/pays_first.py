"""An employer beside BPJS: he pays transport and STMB first, goes on paying the wage, and answers for a late report."""

from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.answer import Finding, Line, Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.benefits import rules
from jamsos.benefits.accident import WorkAccident
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Right, Rights
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.money import Rupiah, exact
from jamsos.workers.codes import BPU, CONSTRUCTION, PU
from jamsos.workers.participation import Participation


def check_employer_facts(member: Participation, accident: WorkAccident) -> None:
    """Refuse what only an employer can have done.

    Raises:
        InputError: for a wage paid to who is no wage earner, or a late report of an employer nobody has.

    """
    if member.segment is not PU and accident.wage_paid is not None:
        step = "leave it out: Pasal 51 speaks of a wage earner's employer"
        raise InputError("WorkAccident.wage_paid", accident.wage_paid, f"None for {member.segment}", step)
    if member.segment is BPU and accident.reported_late is not False:
        step = "leave it out: a BPU has no employer who reports"
        raise InputError("WorkAccident.reported_late", accident.reported_late, "False for BPU", step)


class Reported(NamedTuple):
    """The rights after the employer's report; ``needs`` where nobody said whether it was late."""

    due: Rights
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact, ...] = ()
    grounds: tuple[Ground, ...] = ()


def after_report(member: Participation, due: Rights, accident: WorkAccident, law: Law) -> Reported:
    """From 24 February 2025 an employer who reports late pays first (Permenaker 1/2025 Pasal 8 ayat (2a)-(2c)).

    The PP itself takes nothing away for a late report, and who owes already goes on owing.
    """
    if accident.reported_late is False or due.jkk_care is Right.NONE:
        return Reported(due)
    bears = law.find("report.late_employer_bears", accident.on) if member.segment is PU else None
    if bears is None:
        return Reported(due, (Note(text=Text("note.late_report"), grounds=law.cite("no_loss_for_late_report")),))
    if due.jkk_payer is not PaidBy.BPJS:
        return Reported(due)
    grounds = law.cite(bears)
    if accident.reported_late is None:
        return Reported(due, needs=(MissingFact("accident.reported_late"),), grounds=grounds)
    note = Note(text=Text("note.late_employer_bears"), grounds=grounds)
    first = due._replace(jkk_payer=PaidBy.EMPLOYER_FIRST, jkk_grounds=(*due.jkk_grounds, *grounds))
    return Reported(first, (note,))


def payer_findings(member: Participation, due: Rights) -> tuple[Finding, ...]:
    """Who owes JKK, care too, where an employer or contractor might."""
    if member.segment is BPU or due.jkk_care is Right.NONE:
        return ()
    return (Finding(code="jkk_payer", value=str(due.jkk_payer), unit="code", grounds=due.jkk_grounds),)


def employs(member: Participation, accident: WorkAccident) -> bool:
    """Whether the wage earner still worked there on the day: else nobody pays a wage or pays first."""
    left = member.left_on is not None and member.left_on <= accident.on
    return member.segment is PU and not left


def refunded(lines: tuple[Line, ...], member: Participation, accident: WorkAccident, law: Law) -> tuple[Line, ...]:
    """What BPJS refunds to the employer who paid first: transport, care without contract (Pasal 30 ayat (2), 33)."""
    if not employs(member, accident):
        return lines
    first = law.cite(law.get("employer.pays_first", accident.on))
    return tuple(_to_employer(line, first) if line.payer is None else line for line in lines)


def _to_employer(line: Line, first: tuple[Ground, ...]) -> Line:
    party = str(Party.EMPLOYER)
    if line.code.startswith("jkk.transport"):
        return evolve(line, party=party, grounds=(*line.grounds, *first))
    return evolve(line, party=party) if line.code == "jkk.care_refund" else line


def employer_notes(member: Participation, due: Rights, accident: WorkAccident, law: Law) -> tuple[Note, ...]:
    """What an employer must do and may not do (Pasal 30, 33, 51, 52); of a project it was not read."""
    on, costs = accident.on, any((accident.land, accident.sea, accident.air, accident.unable, accident.care_paid))
    if member.segment is CONSTRUCTION and costs:
        return (Note(text=Text("note.project_advance"), grounds=law.cite("no_project_advance_rule")),)
    if not employs(member, accident):
        return ()
    told = (
        ("note.advanced_by_employer", ("employer.pays_first", "jkk.care_not_contracted"), costs),
        ("note.wage_goes_on", ("employer.wage_goes_on",), accident.unable),
        ("note.no_dismissal", ("employer.no_dismissal",), True),
    )
    refunds = due.jkk_payer is PaidBy.BPJS
    return tuple(
        Note(text=Text(code), grounds=law.cite(*(law.get(rule, on) for rule in rules_of)))
        for code, rules_of, asked in (told if refunds else told[1:])
        if asked
    )


def employer_findings(
    lines: tuple[Line, ...], member: Participation, accident: WorkAccident, law: Law
) -> tuple[Finding, ...]:
    """To whom STMB goes beside the wage, how often it may be claimed, and the care the employer bears himself."""
    if not employs(member, accident):
        return ()
    stmb = [line for line in lines if line.code == "jkk.stmb"]
    found = [*_stmb_beside_wage(stmb, accident, law)] if stmb else []
    excess = rules.less_paid(accident.care_paid or 0, accident.care_standard or 0)
    if any(line.code == "jkk.care_refund" for line in lines) and excess:
        grounds = law.cite(law.get("jkk.care_not_contracted", accident.on))
        found.append(Finding(code="care_excess", value=excess, unit="rupiah", grounds=grounds))
    return tuple(found)


def _stmb_beside_wage(stmb: list[Line], accident: WorkAccident, law: Law) -> list[Finding]:
    """STMB takes the place of the wage paid on; what is above it is the worker's (Pasal 51).

    All spells are taken together; what a lower STMB lacks the worker does not owe.
    """
    paid, every = accident.wage_paid, law.get("jkk.stmb_claim_months", accident.on)
    of_bpjs = _sum([line for line in stmb if line.payer is None])
    found = [_beside("stmb_to_worker", None if paid is None else rules.less_paid(_sum(stmb), paid), accident, law)]
    if of_bpjs:
        kept = None if paid is None else exact(Fraction(of_bpjs) - rules.less_paid(of_bpjs, paid))
        found.insert(0, _beside("stmb_to_employer", kept, accident, law))
    return [*found, Finding(code="stmb_claim_months", value=every.number, grounds=law.cite(every))]


def _beside(code: str, value: Rupiah | None, accident: WorkAccident, law: Law) -> Finding:
    """A part of STMB; not told where nobody stated the wage paid."""
    grounds: tuple[Ground, ...] = law.cite(law.get("employer.pays_first", accident.on))
    grounds += law.cite(law.get("employer.wage_goes_on", accident.on))
    if value is None:
        return Finding(code=code, value=None, grounds=(MissingFact("accident.wage_paid"), *grounds), note=NOT_TOLD)
    return Finding(code=code, value=value, unit="rupiah", grounds=grounds)


def _sum(lines: list[Line]) -> Rupiah:
    return exact(sum((line.amount for line in lines), Fraction(0)))
