"""The cash of a death, line by line: JKK for a death from work, JKM for any other."""

from datetime import date
from fractions import Fraction

from jamsos.answers.answer import Line, Note, When
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.case import Case
from jamsos.benefits.heirs import payee, payee_grounds
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Right, Rights
from jamsos.law.law import Law
from jamsos.values.money import MILLION, Rupiah, exact
from jamsos.workers.codes import BpuKind, Segment
from jamsos.workers.participation import Participation

_PAID = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_lines(case: Case, due: Rights, base: BenefitBase, event: date) -> tuple[Line, ...]:
    """The cash of a death from work: death money with its floor, periodic money, funeral money (Lampiran III).

    Where the employer reported too low a wage, he owes what the death money falls short (Pasal 32 ayat (2)).
    """
    law = case.law
    periodic, funeral = law.get("jkk.periodic_total", event), law.get("jkk.funeral", event)
    at_once = Text("formula.paid_at_once")
    parts = [
        *_death_money(due, base, event, law),
        ("jkk.periodic", periodic.number, at_once, law.cite(periodic), due.jkk_payer),
        ("jkk.funeral", funeral.number, Text("formula.fixed"), law.cite(funeral), due.jkk_payer),
    ]
    when = _PAID[due.jkk_cash]
    return tuple(
        Line(code=code, amount=amount, formula=formula, when=when, party=payee(case.heirs.taking, code, law),
             grounds=(*grounds, *due.jkk_grounds, *payee_grounds(case.heirs.taking, code, law, event)),
             payer=payer.instead)
        for code, amount, formula, grounds, payer in parts
    )  # fmt: skip


def _death_money(
    due: Rights, base: BenefitBase, event: date, law: Law
) -> list[tuple[str, Rupiah, Text, tuple[Ground, ...], PaidBy]]:
    """The death money, and of too low a reported wage the shortfall, which the employer owes."""
    share, months = law.get("jkk.death_share", event), law.get("jkk.base_months", event)
    floor_rules = [law.get("jkm.lump_sum", event)]
    if law.chose("D44", "whole_jkm"):
        floor_rules += [law.get("jkm.periodic_total", event), law.get("jkm.funeral", event)]
    floor = sum(rule.number for rule in floor_rules)
    floor_grounds = (law.get("jkk.death_floor", event), *floor_rules)
    grounds = (*law.cite(share, months, *floor_grounds), *base.grounds)

    def of(amount: int, parts: int) -> Rupiah:
        whole = MILLION * parts
        return exact(Fraction(rules.jkk_death_millionths(amount, months.number, share.number, floor, whole), whole))

    def formula(wage: Rupiah) -> Text:
        args = {"share": share.number, "months": months.number, "base": wage, "floor": floor}
        return Text("formula.jkk_death", args)

    full = of(base.amount, base.months)
    if base.reported is None or due.jkk_payer is PaidBy.EMPLOYER:
        return [("jkk.death", full, formula(base.monthly), grounds, due.jkk_payer)]
    by_report = of(base.reported.numerator, base.reported.denominator)
    short = law.cite(law.get("employer.wage_shortfall", event))
    found = [("jkk.death", by_report, formula(base.reported), (*grounds, *short), due.jkk_payer)]
    rest = Text("formula.shortfall", {"full": full, "paid": by_report})
    missing = exact(Fraction(full) - by_report)
    return found + ([("jkk.death", missing, rest, (*grounds, *short), PaidBy.EMPLOYER)] if missing else [])


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
    return len({member.segment is Segment.BPU for member, due in found if due.jkm_funeral is not Right.NONE}) > 1


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
    own = [one for one in found if one[0].segment is Segment.BPU]
    others = [one for one in found if one[0].segment is Segment.PU]
    several: tuple[Ground, ...] = ()
    if len(own) > 1 and case.worker.kind is BpuKind.OWNER:
        best = min(own, key=lambda one: (one[1].jkm_rest.lost, one[1].jkm_funeral.lost))
        found = [one for one in found if one[0].segment is not Segment.BPU or one is best]
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
            chosen.setdefault(apart and member.segment is Segment.BPU, due)
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
            payer=due.jkm_payer.instead,
        )
        for code, rule, right, formula in rows
        if right is not Right.NONE
    ]


def jkm_reasons(case: Case, found: list[tuple[Participation, Rights]]) -> tuple[Note, ...]:
    """Why the rights stand as they do, registration by registration."""
    active = case.law.cite(case.law.get("jkm.active_period", case.died_on))
    return tuple(Note(text=why, grounds=(*due.jkm_grounds, *active)) for _, due in found for why in due.jkm_reasons)
