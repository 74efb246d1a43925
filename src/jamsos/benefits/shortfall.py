"""Too low a reported wage: BPJS pays by it, the employer owes the rest (Pasal 32 ayat (2)).

Since 2 December 2019 also Permenaker 5/2021 Pasal 88.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from attrs import evolve

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Line
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase
from jamsos.coverage.employer import INSTEAD, PaidBy
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.values.money import exact


def owed_lines(
    lines_of: Callable[[BenefitBase], list[Line]],
    base: BenefitBase,
    due: Rights,
    law: Law,
    event: date,
) -> list[Line]:
    """The lines of a base; where the report was too low, each with the employer's shortfall.

    An employer who owes everything owes it on the last wage.

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
    article = shortfall_grounds(law, event)
    reported_base = base.of(base.reported)
    by_report = lines_of(reported_base)
    lines: list[Line] = []
    for whole, paid in zip(by_wage, by_report, strict=True):
        lines += _paid_and_owed(whole, paid, article)
    return lines


def shortfall_grounds(law: Law, event: date) -> Grounds:
    """The rules on too low a report (Pasal 32 ayat (2); Permenaker 5/2021 Pasal 88)."""
    shortfall = law.get("employer.wage_shortfall", event)
    by_last_report = law.find("jkk.last_reported_wage", event)
    if by_last_report is None:
        return law.cite(shortfall)
    return law.cite(shortfall, by_last_report)


def _paid_and_owed(whole: Line, paid: Line, article: Grounds) -> list[Line]:
    """What BPJS pays by the report, and the shortfall of the employer."""
    # A line no wage changes, such as the periodic money, does not rest on the article.
    if paid == whole:
        return [paid]
    grounds = (*whole.grounds, *article)
    by_report = evolve(paid, grounds=grounds)
    # A floor may make both amounts the same, though the wage differs.
    if paid.amount == whole.amount:
        return [by_report]
    return [by_report, _shortfall(whole, paid, grounds)]


def _shortfall(whole: Line, paid: Line, grounds: Grounds) -> Line:
    """What the employer owes: the cash by the wage less the cash by the report."""
    rest = Fraction(whole.amount) - paid.amount
    args = {"full": whole.amount, "paid": paid.amount}
    return evolve(
        whole,
        amount=exact(rest),
        formula=Text("formula.shortfall", args),
        grounds=grounds,
        payer=INSTEAD[PaidBy.EMPLOYER],
    )
