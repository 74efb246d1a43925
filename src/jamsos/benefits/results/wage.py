"""Which wage a benefit is calculated from, with its results."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.base import WageSource
from jamsos.values.money import Rupiah, exact
from jamsos.workers.codes import Cause
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

BenefitWageFinding: TypeAlias = Literal[
    "benefit_base",
    "reported_base",
    "shortfall_base",
    "wage_source",
]


@frozen(kw_only=True, repr=False)
class BenefitWage(Answer):
    """The monthly wage or income the benefits of JKK are calculated from, and why that one.

    Which part of it BPJS calculates with, and on which the employer owes the rest, stands beside
    it.
    """

    question: ClassVar = "benefit_wage"
    fact_types: ClassVar = {
        "participation": Participation,
        "on": date,
        "worker": Worker,
        "others": tuple[Participation, ...],
        "cause": Cause,
    }
    finding_codes: ClassVar = frozenset(get_args(BenefitWageFinding))

    @property
    def wage(self) -> Rupiah:
        """The monthly wage or income the benefits are calculated from (*upah*, *dasar*).

        Legal source: PP 44/2015 Pasal 28, 32, Lampiran II; Permenaker 5/2021 Pasal 87, 89, 90, 95.
        """
        return self._money("benefit_base")

    @property
    def source(self) -> WageSource:
        """Which of the wages and amounts stated it is.

        Legal source: PP 44/2015 Pasal 28, 32, Lampiran II; Permenaker 5/2021 Pasal 87, 89, 90, 95.
        """
        return self._sure(self._found_code("wage_source", WageSource), "wage_source")

    @property
    def paid_by_bpjs_on(self) -> Rupiah:
        """The wage BPJS calculates with: that wage, or the lower one last reported.

        Legal source: PP 44/2015 Pasal 32 ayat (2); Permenaker 5/2021 Pasal 88.
        """
        return self._money("reported_base")

    @property
    def owed_by_employer_on(self) -> Rupiah:
        """The part of the wage that was not reported, whose benefits the employer owes; 0: none.

        Legal source: PP 44/2015 Pasal 32 ayat (2); Permenaker 5/2021 Pasal 88.
        """
        return self._money("shortfall_base")

    def _money(self, code: BenefitWageFinding) -> Rupiah:
        amount = self._found_money(code)
        as_fraction = None if amount is None else Fraction(amount)
        return exact(self._sure(as_fraction, code))

    def _plain_sentences(self) -> list[Text]:
        args: dict[str, Arg] = {"wage": self.wage, "source": Text(f"value.{self.source}")}
        return [Text("brief.benefit_wage.wage", args), *self._shortfall()]

    def _shortfall(self) -> Sequence[Text]:
        """Who pays on which part of the wage."""
        if not self.owed_by_employer_on:
            return ()
        args: dict[str, Arg] = {
            "reported": self.paid_by_bpjs_on,
            "rest": self.owed_by_employer_on,
        }
        return (Text("brief.benefit_wage.shortfall", args),)
