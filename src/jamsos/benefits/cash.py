"""The cash of a death, line by line: JKK for a death from work, JKM for any other."""

from datetime import date
from fractions import Fraction

from jamsos.answers.answer import Line, Note, When
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.case import Case
from jamsos.benefits.heirs import payee, payee_grounds
from jamsos.coverage.rights import Right, Rights
from jamsos.values.money import MILLION, exact
from jamsos.workers.codes import BpuKind

_PAID = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_lines(case: Case, due: Rights, base: int, base_grounds: tuple[Ground, ...], event: date) -> tuple[Line, ...]:
    """The cash of a death from work: death money with its floor, periodic money, funeral money (Lampiran III)."""
    law = case.law
    share, months = law.get("jkk.death_share", event), law.get("jkk.base_months", event)
    lump = law.get("jkm.lump_sum", event)
    floor_rules = [lump]
    if law.chose("D44", "whole_jkm"):
        floor_rules += [law.get("jkm.periodic_total", event), law.get("jkm.funeral", event)]
    floor = sum(rule.number for rule in floor_rules)
    death = exact(Fraction(rules.jkk_death_millionths(base, months.number, share.number, floor, MILLION), MILLION))
    text = Text("formula.jkk_death", {"share": share.number, "months": months.number, "base": base, "floor": floor})
    periodic, funeral = law.get("jkk.periodic_total", event), law.get("jkk.funeral", event)
    floor_grounds = (law.get("jkk.death_floor", event), *floor_rules)
    when = _PAID[due.jkk_cash]
    at_once = Text("formula.paid_at_once")
    parts = [
        ("jkk.death", death, text, (*law.cite(share, months, *floor_grounds), *base_grounds)),
        ("jkk.periodic", periodic.number, at_once, law.cite(periodic)),
        ("jkk.funeral", funeral.number, Text("formula.fixed"), law.cite(funeral)),
    ]
    return tuple(
        Line(code=code, amount=amount, formula=formula, when=when, party=payee(case.heirs.taking, code, law),
             grounds=(*grounds, *due.jkk_grounds, *payee_grounds(case.heirs.taking, code, law, event)))
        for code, amount, formula, grounds in parts
    )  # fmt: skip


def jkm_lines(case: Case, found: list[Rights]) -> tuple[Line, ...]:
    """The cash of any other death, for each registration; the funeral money once from 24 February 2025.

    An owner of several firms is insured for JKM in one of them (Pasal 15 ayat (2)).
    """
    law, day = case.law, case.died_on
    once_rule = law.find("jkm.several_registrations_funeral_once", day)
    once = once_rule is not None or law.chose("D45", "funeral_once_before")
    several: tuple[Ground, ...] = ()
    if len(found) > 1 and case.worker.kind is BpuKind.OWNER:
        found = [min(found, key=lambda due: (due.jkm_rest.lost, due.jkm_funeral.lost))]
        several = law.cite(law.get("jkm.owner_in_one_firm", day))
    elif len(found) > 1:
        several = law.cite(once_rule) if once_rule is not None else law.cite("D45")
    lines: list[Line] = []
    for due in found:
        funeral_paid = once and any(line.code == "jkm.funeral" for line in lines)
        lines += _jkm_of_one(case, due, several, funeral=not funeral_paid)
    return tuple(lines)


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
        )
        for code, rule, right, formula in rows
        if right is not Right.NONE
    ]


def jkm_reasons(case: Case, found: list[Rights]) -> tuple[Note, ...]:
    """Why the rights stand as they do, registration by registration."""
    active = case.law.cite(case.law.get("jkm.active_period", case.died_on))
    return tuple(Note(text=why, grounds=(*due.jkm_grounds, *active)) for due in found for why in due.jkm_reasons)
