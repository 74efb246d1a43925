"""The answer about several months of one or more wage earners (PU), with its results."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Line
from jamsos.answers.texts import Arg, Text
from jamsos.premiums.relief_outcome import Relief, verdict_of
from jamsos.premiums.sentences import each_month, months_with_relief, period
from jamsos.premiums.wage.results import WageBasis
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.employment import Employment

WagePremiumRunLine: TypeAlias = Literal[
    "premium.fine",
    "premium.jkk",
    "premium.jkm",
]


@frozen(kw_only=True)
class WageContributionMonth:
    """One month of a run: what the employer owes for all the workers together."""

    month: Month
    jkk: Rupiah
    jkm: Rupiah
    fine: Rupiah
    """0 where the month is paid in time, or no day of payment was stated."""
    relief: Relief | None
    """How the reliefs fall out; None where a fact nobody stated would tell why none is given."""
    due_on: date

    @property
    def to_pay(self) -> Rupiah:
        """What is to pay for the month, the fine included."""
        return exact(self.jkk + self.jkm + self.fine)


@frozen(kw_only=True, repr=False)
class WagePremiumRun(MoneyAnswer):
    """The contributions of an employer for several months and workers with the same facts."""

    question: ClassVar = "wage_premium_run"
    fact_types: ClassVar = {
        "employment": Employment,
        "first": Month,
        "last": Month,
        "workers": int,
        "paid_on": date,
    }
    line_codes: ClassVar = frozenset(get_args(WagePremiumRunLine))

    _bases: tuple[WageBasis, ...] = field(default=(), alias="bases")

    @property
    def months(self) -> tuple[WageContributionMonth, ...]:
        """Each month with its amounts for all the workers, its relief and its due day.

        Legal source: PP 44/2015 Pasal 16, 18, 21 and 22; PP 49/2020; PP 7/2025 with PP 36/2025.
        """
        self._check_decided("months")
        lines_by_month: dict[Month, list[Line]] = {basis.month: [] for basis in self._bases}
        for line in self.lines:
            month = self._sure(line.month, "month of a line")
            lines_by_month[month].append(line)
        return tuple(_month(basis, lines_by_month[basis.month]) for basis in self._bases)

    @property
    def monthly(self) -> Mapping[Month, Rupiah]:
        """What is to pay of each month for all the workers, fines included."""
        return FrozenMapping({month.month: month.to_pay for month in self.months})

    @property
    def relief_months(self) -> tuple[Month, ...]:
        """The months in which a relief is given (*penyesuaian iuran*).

        Legal source: PP 49/2020 Pasal 13; PP 7/2025 Pasal 3, 4 and 6, with PP 36/2025.
        """
        return tuple(month.month for month in self.months if month.relief is Relief.GIVEN)

    @property
    def contribution(self) -> Rupiah:
        """JKK and JKM of all months and workers, without fines."""
        return self._sum_of(line for line in self.lines if line.code != "premium.fine")

    @property
    def fine(self) -> Rupiah:
        """The fines for late payment (*denda*); 0 where no day of payment was stated.

        Legal source: PP 44/2015 Pasal 22 ayat (1); decision D18.
        """
        return self.line("premium.fine")

    def _plain_sentences(self) -> list[Text]:
        months = self.months
        args: dict[str, Arg] = {
            "months": period([month.month for month in months]),
            "workers": self._fact("workers", int),
            "amount": self.total,
        }
        sentences = [Text("brief.wage_premium_run.amount", args)]
        if len(months) > 1:
            sentences.append(each_month(self.monthly.values()))
        sentences.append(months_with_relief(len(self.relief_months), len(months)))
        return sentences


def _month(basis: WageBasis, lines: list[Line]) -> WageContributionMonth:
    """A month from its lines; every month has one of JKK and one of JKM."""
    amounts = {line.code: line.amount for line in lines}
    # A fine is paid with the next contribution and has no due day of its own.
    [due_on] = {line.due for line in lines if line.due is not None}
    return WageContributionMonth(
        month=basis.month,
        jkk=amounts["premium.jkk"],
        jkm=amounts["premium.jkm"],
        fine=amounts.get("premium.fine", 0),
        relief=verdict_of(basis.reliefs),
        due_on=due_on,
    )
