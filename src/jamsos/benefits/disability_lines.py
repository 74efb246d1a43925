"""What is paid for a disability: partial by the table, total permanent with the periodic money."""

from fractions import Fraction

from jamsos.answers.answer import Line
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.disability import Assessed, assess
from jamsos.law.law import Law
from jamsos.values.money import MILLION, exact


def assess_all(accident: WorkAccident, law: Law) -> list[Assessed | MissingFact]:
    """The percentage of each loss, or the fact that is missing for it."""
    table, bands = (law.get(name, accident.on) for name in ("jkk.disability_table", "jkk.disability_bands"))
    return [assess(loss, table, bands, left_handed=accident.left_handed, law=law) for loss in accident.losses or ()]


def disability_missing(accident: WorkAccident, assessed: list[Assessed | MissingFact]) -> list[MissingFact]:
    """The facts not known; no loss changes a total permanent disability."""
    if accident.total_permanent:
        return []
    missing = [MissingFact("accident.total_permanent")] if accident.total_permanent is None else []
    missing += [MissingFact("accident.losses")] if accident.losses is None else []
    return missing + [item for item in assessed if isinstance(item, MissingFact)]


def disability_lines(
    accident: WorkAccident, assessed: list[Assessed | MissingFact], base: BenefitBase, law: Law
) -> list[Line]:
    """Total permanent disability, whatever the losses, or a line for each of them."""
    if accident.total_permanent:
        return _total_permanent(accident, base, law)
    return _partial([item for item in assessed if isinstance(item, Assessed)], accident, base, law)


def not_added(accident: WorkAccident, law: Law) -> bool:
    """Whether several losses stand side by side because no rule adds them (decision D38)."""
    several = not accident.total_permanent and len(accident.losses or ()) > 1
    return several and law.chose("D38", law.readings["D38"].default)


def _total_permanent(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """The lump sum and the periodic money, which is paid at once."""
    share, months, periodic = (
        law.get(name, accident.on) for name in ("jkk.total_permanent_share", "jkk.base_months", "jkk.periodic_total")
    )
    amount = exact(rules.of_base(Fraction(share.number, MILLION), months.number, base.monthly))
    text = Text("formula.of_base", {"share": share.number, "months": months.number, "base": base.monthly})
    grounds = (*law.cite(share, months), *base.grounds)
    at_once = Text("formula.paid_at_once")
    return [
        Line(code="jkk.total_permanent", amount=amount, formula=text, grounds=grounds),
        Line(code="jkk.periodic", amount=periodic.number, formula=at_once, grounds=law.cite(periodic)),
    ]


def _partial(found: list[Assessed], accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """A line for each loss; several are added only under a named assumption (decision D38)."""
    several = law.cite("D38") if len(found) > 1 else ()
    if several and not not_added(accident, law):
        return [_added(found, accident, base, law)]
    lines: list[Line] = []
    for one in found:
        kind = _kind(one)
        name = Text("formula.row", {"code": one.row.code, "name": one.row.name})
        grounds = (*law.cite(law.get(kind, accident.on)), *one.grounds, *several)
        lines.append(_line(kind, name, one.share, grounds, accident, base, law))
    return lines


def _kind(one: Assessed) -> str:
    """Anatomical for a part that is lost whole, functional for what is left and works less."""
    return "jkk.partial_functional" if one.functional or not one.row.code.startswith("A") else "jkk.partial_anatomical"


def _added(found: list[Assessed], accident: WorkAccident, base: BenefitBase, law: Law) -> Line:
    """The losses added, without a cap or at most as much as a total permanent disability."""
    share = sum((one.share for one in found), Fraction(0))
    kinds = law.cite(*(law.get(kind, accident.on) for kind in dict.fromkeys(_kind(one) for one in found)))
    grounds = (*kinds, *(ground for one in found for ground in one.grounds), *law.cite("D38"))
    if law.chose("D38", "add_at_most_total_permanent"):
        most = law.get("jkk.total_permanent_share", accident.on)
        share, grounds = min(share, Fraction(most.number, MILLION)), (*grounds, *law.cite(most))
    rows = ", ".join(one.row.code for one in found)
    return _line("jkk.disabilities", rows, share, grounds, accident, base, law)


def _line(
    code: str,
    rows: Text | str,
    share: Fraction,
    grounds: tuple[Ground, ...],
    accident: WorkAccident,
    base: BenefitBase,
    law: Law,
) -> Line:
    months = law.get("jkk.base_months", accident.on)
    amount = exact(rules.of_base(share, months.number, base.monthly))
    args = {"rows": rows, "months": months.number, "base": base.monthly, "share": int(share * MILLION)}
    text = Text("formula.disability", args)
    return Line(code=code, amount=amount, formula=text, grounds=(*grounds, *law.cite(months), *base.grounds))
