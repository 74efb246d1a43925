"""The benefit base (W) of a participant: the monthly amount the shares of JKK are taken of."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Finding, Notes
from jamsos.eligibility.scheme import Scheme, Terms
from jamsos.law.law import Law
from jamsos.premiums.bpu.question import asked_of_member
from jamsos.premiums.bpu.row_choice import choose_row
from jamsos.values.money import Rupiah, quotient
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class WageSource(StrEnum):
    """Which of the wages and amounts stated a benefit is calculated from."""

    INCOME_ROW = "income_row"
    """The base of a BPU's row (Lampiran II)."""
    LAST_WAGE = "last_wage"
    """The last wage at the accident or the diagnosis (Pasal 32; Permenaker 5/2021 Pasal 87, 89)."""
    LOWEST_WAGE = "lowest_wage"
    """The lowest wage of the same job, of those deemed workers (Pasal 28 ayat (2))."""
    UNIT_WAGE = "unit_wage"
    """The unit wage of the public-works office (Permenaker 5/2021 Pasal 90)."""
    DISTRICT_MINIMUM_WAGE = "district_minimum_wage"
    PROVINCIAL_MINIMUM_WAGE = "provincial_minimum_wage"
    SUM_OF_WAGES = "sum_of_wages"
    """The wages of all employers, under an alternative of decision D35."""


class BenefitBase(NamedTuple):
    """The base as rupiah over months, so that an average stays exact; else what is missing."""

    amount: int
    grounds: Grounds
    notes: Notes = ()
    needs: Needs = ()
    months: int = 1
    reported: Rupiah | None = None
    """The wage reported to BPJS, where the employer reported less."""
    source: WageSource = WageSource.LAST_WAGE

    @property
    def monthly(self) -> Rupiah:
        """The base of one month."""
        return quotient(self.amount, self.months)

    @property
    def finding(self) -> Finding:
        """The base of one month, as a result of its own."""
        code = "benefit_base"
        return Finding(code=code, value=self.monthly, unit="rupiah", grounds=self.grounds)

    def of(self, wage: Rupiah) -> "BenefitBase":
        """The same base of another monthly wage."""
        return self._replace(amount=wage.numerator, months=wage.denominator)


def benefit_base(
    worker: Worker, member: Participation, scheme: Scheme | None, law: Law, event: date
) -> BenefitBase:
    """The base of a BPU: that of the row paid at the event, which no relief reduces.

    Legal source: PP 44/2015 Lampiran II, whose second column is the base of the JKK benefits;
    Permenaker 5/2021 Pasal 37 ayat (4).
    """
    if worker.second_income is not None:
        # D09 prices the second job; neither of its answers says what the benefits are taken of.
        need = MissingFact("base.two_jobs")
        return BenefitBase(amount=0, grounds=law.cite("D09"), needs=(need,))
    terms = _terms_of(scheme, member, event)
    chosen = choose_row(worker, member.row, terms, law, event)
    if chosen.row is None:
        return BenefitBase(amount=0, grounds=chosen.grounds, needs=asked_of_member(chosen.needs))
    # The income BPJS was told last counts, whatever the income had become.
    last_report = law.find("jkk.last_reported_income", event)
    grounds = chosen.grounds if last_report is None else (*chosen.grounds, *law.cite(last_report))
    return BenefitBase(
        amount=chosen.row.base_income,
        grounds=grounds,
        notes=chosen.notes,
        source=WageSource.INCOME_ROW,
    )


def _terms_of(scheme: Scheme | None, member: Participation, event: date) -> Terms | None:
    """The terms of the programme that fix the row, where none is stated."""
    # The row on record is the one that was paid, whatever the programme buys.
    if scheme is None or member.row is not None:
        return None
    return scheme.terms_on(event)
