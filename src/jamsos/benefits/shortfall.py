"""Too low a reported wage: BPJS pays by it, the employer owes what the cash falls short (Pasal 32 ayat (2))."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Line
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase
from jamsos.coverage.employer import INSTEAD, PaidBy
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.values.money import exact


def owed_lines(
    lines_of: Callable[[BenefitBase], list[Line]], base: BenefitBase, due: Rights, law: Law, event: date
) -> list[Line]:
    """The lines of a base; of a wage reported too low by that wage, and what the employer owes beside each.

    An employer who owes everything himself owes it by the last wage.

    Args:
        lines_of: The lines a base gives, as many of any base.
        base: The benefit base, with the wage reported where it is less.
        due: The rights, with who owes them.
        law: The law to apply.
        event: The day of the accident or diagnosis.

    """
    by_wage = lines_of(base)
    if base.reported is None or due.jkk_payer is PaidBy.EMPLOYER:
        return by_wage
    short = law.cite(law.get("employer.wage_shortfall", event))
    by_report = lines_of(base.of(base.reported))
    found: list[Line] = []
    for whole, paid in zip(by_wage, by_report, strict=True):
        grounds = whole.grounds if paid.formula == whole.formula else (*whole.grounds, *short)
        found.append(evolve(paid, grounds=grounds))
        if paid.amount != whole.amount:
            text = Text("formula.shortfall", {"full": whole.amount, "paid": paid.amount})
            rest = exact(Fraction(whole.amount) - paid.amount)
            found.append(evolve(whole, amount=rest, formula=text, grounds=grounds, payer=INSTEAD[PaidBy.EMPLOYER]))
    return found
