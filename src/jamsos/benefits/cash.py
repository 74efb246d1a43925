"""The cash of a death, line by line: JKK for a death from work, JKM for any other."""

from datetime import date
from fractions import Fraction

from jamsos.answers.answer import Line, Note, When
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.case import Case
from jamsos.benefits.heirs import payee
from jamsos.coverage.rights import Right, Rights
from jamsos.values.money import MILLION, exact

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
             grounds=(*grounds, *due.jkk_grounds))
        for code, amount, formula, grounds in parts
    )  # fmt: skip


def jkm_lines(case: Case, found: list[Rights]) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The cash of any other death, for each registration; the funeral money once from 24 February 2025."""
    law, day = case.law, case.died_on
    once_rule = law.find("jkm.several_registrations_funeral_once", day)
    once = once_rule is not None or law.chose("D45", "funeral_once_before")
    several: tuple[Ground, ...] = ()
    if len(found) > 1:
        several = law.cite(once_rule) if once_rule is not None else law.cite("D45")
    lines: list[Line] = []
    for due in found:
        parts = [("jkm.lump_sum", "jkm.lump_sum", due.jkm_rest, "formula.fixed"),
                 ("jkm.periodic", "jkm.periodic_total", due.jkm_rest, "formula.paid_at_once")]  # fmt: skip
        if not (once and any(line.code == "jkm.funeral" for line in lines)):
            parts.append(("jkm.funeral", "jkm.funeral", due.jkm_funeral, "formula.fixed"))
        for code, name, right, formula in parts:
            if right is not Right.NONE:
                rule = law.get(name, day)
                lines.append(
                    Line(code=code, amount=rule.number, formula=Text(formula), when=_PAID[right],
                         party=payee(case.heirs.taking, code, law),
                         grounds=(*law.cite(rule), *several, *due.jkm_grounds))
                )  # fmt: skip
    active = law.cite(law.get("jkm.active_period", day))
    return tuple(lines), tuple(reason(due, (*due.jkm_grounds, *active)) for due in found)


def reason(due: Rights, grounds: tuple[Ground, ...]) -> Note:
    """Why the rights stand as they do."""
    return Note(text=due.reason, grounds=grounds)
