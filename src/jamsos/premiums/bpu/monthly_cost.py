"""What one unpaid month costs a participant who pays it himself, by programme (decision D83)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, Needs
from jamsos.eligibility.scheme import Scheme, Terms
from jamsos.law.law import Law
from jamsos.premiums.bpu.income_table import Row, rows
from jamsos.premiums.bpu.pricing import PricedMonth, price_month
from jamsos.premiums.bpu.question import MonthQuestion, asked_of_member, month_question
from jamsos.premiums.bpu.reliefs import relief_grounds
from jamsos.premiums.bpu.row_choice import RowChoice, choose_row
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.codes import Payer, Programme
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

_CODES = {Programme.JKK: "premium.jkk", Programme.JKM: "premium.jkm"}


class MonthlyCost(NamedTuple):
    """The contribution of a month for some programmes; else what is missing to price it."""

    amount: Rupiah
    grounds: Grounds
    needs: Needs = ()


def monthly_cost(
    worker: Worker,
    member: Participation,
    month: Month,
    programmes: Sequence[Programme],
    scheme: Scheme | None,
    paid_on: date,
    law: Law,
) -> MonthlyCost:
    """The JKK and JKM of a month that the participant pays, with the relief of that month.

    Legal source: PP 44/2015 Lampiran II; PP 49/2020; PP 50/2025; decisions D25, D65, D83.

    Args:
        worker: The participant; income, kind and sector matter.
        member: The membership; a row that was stated is the one that is paid.
        month: The contribution month.
        programmes: Of which programmes.
        scheme: The programme that paid before; it may fix the income row (D65).
        paid_on: The day of the payment.
        law: The law to apply.

    >>> from jamsos.law import current
    >>> fisher = Worker(kind="independent", income=900_000, sector="other")
    >>> march, day = Month.of("2026-03"), date(2026, 5, 4)
    >>> both = (Programme.JKK, Programme.JKM)
    >>> monthly_cost(fisher, Participation(), march, both, None, day, current()).amount
    16800

    """
    question = month_question(
        worker, month, payer=Payer.SELF, participation=member, paid_on=paid_on, law=law
    )
    choice = _choice(question, programmes, scheme)
    if choice.row is None:
        return MonthlyCost(0, choice.grounds, asked_of_member(choice.needs))
    if law.chose("D83", "full_rate"):
        amount = _full_rate(question, choice.row, programmes)
        return MonthlyCost(amount, _tables(question))
    pricing = price_month(question, choice.row, None)
    amounts = {_sum_of(priced, programmes) for priced in pricing.variants}
    if len(amounts) > 1:
        return MonthlyCost(0, choice.grounds, pricing.needs)
    grounds = list(_tables(question))
    for priced in pricing.variants:
        grounds += relief_grounds(priced.relief, question.relief_month, priced.payer, law)
    return MonthlyCost(amounts.pop(), tuple(grounds))


def _choice(
    question: MonthQuestion, programmes: Sequence[Programme], scheme: Scheme | None
) -> RowChoice:
    """The income row; JKM costs the same in every row, so none has to be known for it."""
    if Programme.JKK not in programmes:
        table = question.provision("bpu.income_table")
        first_row, *_ = rows(table)
        return RowChoice(row=first_row, grounds=())
    terms: Terms | None = None
    if scheme is not None:
        terms = scheme.terms_on(question.day)
    return choose_row(question.worker, question.row, terms, question.law, question.day)


def _sum_of(priced: PricedMonth, programmes: Sequence[Programme]) -> Rupiah:
    """What the priced month costs for the programmes."""
    amounts = dict(priced.amounts)
    total: Rupiah = 0
    for programme in programmes:
        total += amounts[_CODES[programme]]
    return exact(total)


def _full_rate(question: MonthQuestion, row: Row, programmes: Sequence[Programme]) -> Rupiah:
    """What the month costs without any relief."""
    jkm = question.provision("jkm.contribution_bpu_month").number
    rates = {Programme.JKK: row.jkk_month, Programme.JKM: jkm}
    return sum(rates[programme] for programme in programmes)


def _tables(question: MonthQuestion) -> Grounds:
    """The table of contributions and the JKM of a month."""
    table = question.provision("bpu.income_table")
    jkm = question.provision("jkm.contribution_bpu_month")
    return question.law.cite(table, jkm)
