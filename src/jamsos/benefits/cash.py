"""The cash of a death, line by line: JKK for a death from work, JKM for any other."""

from datetime import date

from jamsos.answers.answer import Line, Note, When
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.case import Case
from jamsos.benefits.heirs import payee, payee_grounds
from jamsos.benefits.shortfall import owed_lines
from jamsos.coverage.employer import INSTEAD
from jamsos.coverage.rights import Right, Rights
from jamsos.law.law import Law
from jamsos.values.money import MILLION, quotient
from jamsos.workers.codes import BPU, PU, BpuKind
from jamsos.workers.participation import Participation

_PAID = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_lines(case: Case, due: Rights, base: BenefitBase, event: date) -> tuple[Line, ...]:
    """The cash of a death from work: death money with its floor, periodic money, funeral money (Lampiran III).

    Where the employer reported too low a wage, he owes what the death money falls short (Pasal 32 ayat (2)).
    """
    law = case.law

    def lines_of(wage: BenefitBase) -> list[Line]:
        return [_death_money(wage, event, law), *_fixed(event, law)]

    when, instead, taking = _PAID[due.jkk_cash], INSTEAD[due.jkk_payer], case.heirs.taking
    return tuple(
        Line(code=line.code, amount=line.amount, formula=line.formula, when=when, party=payee(taking, line.code, law),
             grounds=(*line.grounds, *due.jkk_grounds, *payee_grounds(taking, line.code, law, event)),
             payer=line.payer or instead)
        for line in owed_lines(lines_of, base, due, law, event)
    )  # fmt: skip


def _fixed(event: date, law: Law) -> list[Line]:
    """The periodic money, paid at once, and the funeral money."""
    periodic, funeral = law.get("jkk.periodic_total", event), law.get("jkk.funeral", event)
    parts = (("jkk.periodic", periodic, "formula.paid_at_once"), ("jkk.funeral", funeral, "formula.fixed"))
    return [
        Line(code=code, amount=rule.number, formula=Text(formula), grounds=law.cite(rule))
        for code, rule, formula in parts
    ]


def _death_money(base: BenefitBase, event: date, law: Law) -> Line:
    """The death money with its floor (decision D44)."""
    share, months = law.get("jkk.death_share", event), law.get("jkk.base_months", event)
    floor_rules = [law.get("jkm.lump_sum", event)]
    if law.chose("D44", "whole_jkm"):
        floor_rules += [law.get("jkm.periodic_total", event), law.get("jkm.funeral", event)]
    floor = sum(rule.number for rule in floor_rules)
    grounds = (*law.cite(share, months, law.get("jkk.death_floor", event), *floor_rules), *base.grounds)
    whole = MILLION * base.months
    amount = quotient(rules.jkk_death_millionths(base.amount, months.number, share.number, floor, whole), whole)
    args = {"share": share.number, "months": months.number, "base": base.monthly, "floor": floor}
    return Line(code="jkk.death", amount=amount, formula=Text("formula.jkk_death", args), grounds=grounds)


def jkm_lines(case: Case, found: list[tuple[Participation, Rights]]) -> tuple[Line, ...]:
    """The cash of any other death, for each registration; the funeral money once from 24 February 2025.

    An owner of several firms is insured for JKM in one of them (Pasal 15 ayat (2)); each employer
    insures the worker of several firms (Pasal 15 ayat (3)).
    """
    if len(found) == 1:
        return tuple(_jkm_of_one(case, found[0][1], (), funeral=True))
    law, day = case.law, case.died_on
    once_rule = law.find("jkm.several_registrations_funeral_once", day)
    paying, several = _paying(case, found)
    if len(paying) > 1:
        several += law.cite("D45") if once_rule is None else law.cite(once_rule, *(("D45",) if mixed(found) else ()))
    once = once_rule is not None or law.chose("D45", "funeral_once_before")
    funerals = _funerals(paying, law) if once else {id(due) for _, due in paying}
    lines: list[Line] = []
    for _, due in paying:
        lines += _jkm_of_one(case, due, several, funeral=id(due) in funerals)
    return tuple(lines)


def mixed(found: list[tuple[Participation, Rights]]) -> bool:
    """Whether there is JKM of a BPU and of an employer or project at once."""
    if len(found) == 1:
        return False
    return len({member.segment is BPU for member, due in found if due.jkm_funeral is not Right.NONE}) > 1


def several_notes(lines: tuple[Line, ...], law: Law, day: date) -> tuple[Note, ...]:
    """Before 24 February 2025 no text says how often the funeral money is paid (decision D45)."""
    before = law.find("jkm.several_registrations_funeral_once", day) is None
    if not before or sum(line.code == "jkm.lump_sum" for line in lines) <= 1:
        return ()
    return (Note(text=Text("note.several_registrations"), grounds=law.cite("D45"), warning=True),)


def _paying(
    case: Case, found: list[tuple[Participation, Rights]]
) -> tuple[list[tuple[Participation, Rights]], tuple[Ground, ...]]:
    """The registrations that pay JKM: of an owner's own firms only the best one."""
    law, day = case.law, case.died_on
    own = [one for one in found if one[0].segment is BPU]
    others = [one for one in found if one[0].segment is PU]
    several: tuple[Ground, ...] = ()
    if len(own) > 1 and case.worker.kind is BpuKind.OWNER:
        best = min(own, key=lambda one: (one[1].jkm_rest.lost, one[1].jkm_funeral.lost))
        found = [one for one in found if one[0].segment is not BPU or one is best]
        several = law.cite(law.get("jkm.owner_in_one_firm", day))
    if len(others) > 1:
        several += law.cite(law.get("employers.each_insures", day))
    return found, several


def _funerals(paying: list[tuple[Participation, Rights]], law: Law) -> set[int]:
    """The one registration that pays the funeral, BPJS before an employer; read otherwise PU and BPU each (D45)."""
    apart = law.chose("D45", "funeral_twice_pu_bpu")
    chosen: dict[bool, Rights] = {}
    for member, due in sorted(paying, key=lambda one: one[1].jkm_payer.rank):
        if due.jkm_funeral is not Right.NONE:
            chosen.setdefault(apart and member.segment is BPU, due)
    return {id(due) for due in chosen.values()}


def _jkm_of_one(case: Case, due: Rights, several: tuple[Ground, ...], *, funeral: bool) -> list[Line]:
    """The lines of one registration, as far as it has a right to them."""
    law, day, taking = case.law, case.died_on, case.heirs.taking
    parts = [
        ("jkm.lump_sum", "jkm.lump_sum", due.jkm_rest, "formula.fixed"),
        ("jkm.periodic", "jkm.periodic_total", due.jkm_rest, "formula.paid_at_once"),
        ("jkm.funeral", "jkm.funeral", due.jkm_funeral if funeral else Right.NONE, "formula.fixed"),
    ]
    rows = [(code, law.get(name, day), right, formula) for code, name, right, formula in parts]
    return [
        Line(
            code=code,
            amount=rule.number,
            formula=Text(formula),
            when=_PAID[right],
            party=payee(taking, code, law),
            grounds=(*law.cite(rule), *several, *due.jkm_grounds, *payee_grounds(taking, code, law, day)),
            payer=INSTEAD[due.jkm_payer],
        )
        for code, rule, right, formula in rows
        if right is not Right.NONE
    ]


def jkm_reasons(case: Case, found: list[tuple[Participation, Rights]]) -> tuple[Note, ...]:
    """Why the rights stand as they do, registration by registration."""
    active = case.law.cite(case.law.get("jkm.active_period", case.died_on))
    return tuple(Note(text=why, grounds=(*due.jkm_grounds, *active)) for _, due in found for why in due.jkm_reasons)
