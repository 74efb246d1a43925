"""Total permanent disability (*cacat total tetap*): the lump sum and the periodic money."""

from datetime import date
from fractions import Fraction

from jamsos.answers.parts import Line
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.work_accident.disability_percentage import disability_money
from jamsos.law.law import Law
from jamsos.values.money import MILLION


def total_permanent_lines(on: date, base: BenefitBase, law: Law) -> list[Line]:
    """The lump sum of the wage, and the periodic money, which is paid at once (Lampiran III)."""
    share = law.get("jkk.total_permanent_share", on)
    months = law.get("jkk.base_months", on)
    periodic = law.get("jkk.periodic_total", on)
    wage = base.monthly
    part = Fraction(share.number, MILLION)
    rules = law.cite(share, months)
    args = {"share": share.number, "months": months.number, "base": wage}
    lump_sum = Line(
        code="jkk.total_permanent",
        amount=disability_money(part, months.number, wage),
        formula=Text("formula.of_base", args),
        grounds=(*rules, *base.grounds),
    )
    # The periodic money is an amount of its own, so it does not rest on the wage.
    at_once = Line(
        code="jkk.periodic",
        amount=periodic.number,
        formula=Text("formula.paid_at_once"),
        grounds=law.cite(periodic),
    )
    return [lump_sum, at_once]
