"""Who takes, and the scholarship of the children, as findings of a death benefit."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Finding, Line
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.benefits.case import Case
from jamsos.benefits.heirs import NOBODY, Heirs
from jamsos.benefits.scholarship import figures
from jamsos.coverage.contribution_period import contribution_period
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Right, Rights
from jamsos.law.law import Law
from jamsos.values.money import exact
from jamsos.workers.codes import CONSTRUCTION, Cause, Programme
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation


def who_takes(who: Heirs, family: Family | None, law: Law, lines: tuple[Line, ...]) -> tuple[Finding, ...]:
    """The class of heirs; under the alternative of D50 also an equal share of each spouse and child."""
    note = NOT_TOLD if who.taking is None else None
    grounds = (*who.grounds, *who.needs)
    found = [Finding(code="heirs", value=who.taking, unit="code", grounds=grounds, note=note)]
    shared = law.chose("D50", "equal_shares") and who.taking == "spouse_or_child"
    if shared and family and family.children is not None:
        heads = len(family.children) + bool(family.spouse)
        total = sum((Fraction(line.amount) for line in lines), Fraction(0))
        found.append(Finding(code="share_each", value=exact(total / heads), unit="rupiah", grounds=grounds))
    return tuple(found)


def scholarship_findings(case: Case, found: list[tuple[Participation, Rights]]) -> tuple[Finding, ...]:
    """The scholarship in its three meanings, where there is a right to it."""
    law, event = case.law, case.event or case.died_on
    right, grounds, count = _scholarship_right(case, found, event)
    if right is Right.NONE and case.programme is Programme.JKM and _months_unknown(found):
        unknown = (*grounds, MissingFact("participation.payments"))
        return Finding(code="scholarship_right", value=None, unit="code", grounds=unknown, note=NOT_TOLD), *count
    early = law.find("scholarship.before_procedure", event)
    note = None if early is None or right is Right.NONE else Text("note.before_procedure")
    told = Finding(code="scholarship_right", value=str(right), unit="code", grounds=grounds, note=note)
    if right is Right.NONE:
        return told, *count
    children = () if case.heirs.taking == NOBODY else (case.family.children if case.family else None)
    sums = scholarship_figures(children, case.for_children, law, event, case.died_on)
    if sums[0].value == 0:
        told = evolve(told, note=Text("note.no_child_takes"))
    return told, *count, *sums


def scholarship_figures(
    children: tuple[Child, ...] | None, named: tuple[int, ...] | None, law: Law, day: date, tested_on: date
) -> list[Finding]:
    """The three figures of the scholarship, each under its own name; see ``scholarship.figures``."""
    sums = figures(children, named, law, day, tested_on)
    parts = (
        ("statutory_maximum", sums.statutory),
        ("remaining_maximum", sums.remaining),
        ("first_instalment", sums.first),
    )
    findings: list[Finding] = []
    for code, value in parts:
        note = NOT_TOLD if value is None else None
        needs = sums.needs if value is None else ()
        every: tuple[Ground, ...] = (*sums.grounds, *needs)
        findings.append(Finding(code=f"scholarship_{code}", value=value, unit="rupiah", grounds=every, note=note))
    return findings


def jkk_scholarship_right(cause: Cause, due: Rights, law: Law, day: date) -> tuple[Right, tuple[Ground, ...]]:
    """The right after a death or a total permanent disability from work: no minimum contribution time (D49)."""
    disease = cause is Cause.OCCUPATIONAL_DISEASE
    barred = disease and law.chose("D49", "accident_only")
    rule = law.get("jkk.scholarship_without_minimum", day)
    grounds = (*law.cite(rule, *(("D49",) if disease else ())), *due.jkk_grounds)
    return (Right.NONE if barred else due.jkk_cash), grounds


def _months_unknown(found: list[tuple[Participation, Rights]]) -> bool:
    """Whether nobody stated which months a project was paid for."""
    return any(
        member.segment is CONSTRUCTION and member.payments is None and due.jkm_rest is not Right.NONE
        for member, due in found
    )


def _short(found: list[tuple[Participation, Rights]], counted: int, needed: int) -> Text | None:
    """What months do not count and would: those an employer did not pay, those in arrears and settled later (D33)."""
    if counted >= needed:
        return None
    if any(due.jkm_payer is not PaidBy.BPJS for _, due in found):
        return Text("note.unpaid_months")
    arrears = max(due.arrears for _, due in found)
    if counted + arrears < needed:
        return None
    return Text("note.arrears_not_counted", {"arrears": arrears, "needed": needed})


def _scholarship_right(
    case: Case, found: list[tuple[Participation, Rights]], event: date
) -> tuple[Right, tuple[Ground, ...], list[Finding]]:
    """Whether and when there is a right: JKK without, JKM with a minimum contribution period."""
    law = case.law
    if case.programme is Programme.JKK:
        return (*jkk_scholarship_right(case.cause, found[0][1], law, event), [])
    rule = law.get("jkm.scholarship_min_contribution_months", event)
    period = contribution_period(tuple(registration for registration, _ in found), event)
    alone = max(contribution_period(registration, event).cumulative for registration, _ in found)
    together = law.cite("D33") if alone < rule.number <= period.cumulative else ()
    best = min((due for _, due in found), key=lambda due: due.jkm_rest.lost)
    short = _short(found, period.cumulative, rule.number) if best.jkm_rest is not Right.NONE else None
    together = law.cite("D33") if short else together
    every: tuple[Ground, ...] = (*law.cite(rule), *together)
    count = [Finding(code="paid_months", value=period.cumulative, grounds=every, note=short)]
    if (period.cumulative >= rule.number) != (period.unbroken >= rule.number):
        together = law.cite("D33")
        note = Text("note.counts_differ", {"needed": rule.number})
        count.append(Finding(code="paid_months_unbroken", value=period.unbroken, grounds=together, note=note))
    enough = period.counted(law) >= rule.number
    grounds = (*law.cite(rule), *together, *best.jkm_grounds)
    return (best.jkm_rest if enough else Right.NONE), grounds, count
