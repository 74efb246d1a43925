"""The answers about several months of a non-wage earner (BPU), with their results."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Line
from jamsos.answers.texts import Arg, Text
from jamsos.premiums.bpu.results import MonthBasis, by_payer
from jamsos.premiums.relief_outcome import Relief, verdict_of
from jamsos.premiums.sentences import (
    each_month,
    months_with_relief,
    payer_in_words,
    period,
)
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.worker import Worker

PremiumRunLine: TypeAlias = Literal[
    "premium.credit",
    "premium.jht",
    "premium.jkk",
    "premium.jkk_second_job",
    "premium.jkm",
]
PremiumRunFinding: TypeAlias = Literal[
    "credit_left",
    "excess_prepaid",
    "refund_due",
]

PrepaymentLine: TypeAlias = Literal[
    "premium.jht",
    "premium.jkk",
    "premium.jkk_second_job",
    "premium.jkm",
]


@frozen(kw_only=True)
class ContributionMonth:
    """One month of a run: what is due, what a credit pays of it, and what it was taken from."""

    month: Month
    jkk: Rupiah
    jkk_second_job: Rupiah
    """JKK of a second job, where decision D09 prices it; else 0."""
    jkm: Rupiah
    jht: Rupiah
    """0 where JHT is neither bought nor compulsory."""
    credit: Rupiah
    """What an excess of prepaid months pays of it; 0 where there is none (decision D26)."""
    row: int
    base_income: int
    relief: Relief | None
    """How the reliefs fall out; None where a fact nobody stated would tell why none is given."""
    due_on: date

    @property
    def to_pay(self) -> Rupiah:
        """What is left to pay."""
        amounts = (self.jkk, self.jkk_second_job, self.jkm, self.jht)
        return exact(sum(amounts, Fraction(0)) - self.credit)


@frozen(kw_only=True, repr=False)
class MonthsAnswer(MoneyAnswer):
    """What is due for several months of one BPU."""

    _bases: tuple[MonthBasis, ...] = field(default=(), alias="bases")

    @property
    def months(self) -> tuple[ContributionMonth, ...]:
        """Each month with its amounts, its income row, its relief and its due day.

        Legal source: PP 44/2015 Pasal 20 and 24; PP 49/2020; PP 50/2025.
        """
        self._check_decided("months")
        lines_by_month: dict[Month, list[Line]] = {basis.month: [] for basis in self._bases}
        for line in self.lines:
            month = self._sure(line.month, "month of a line")
            lines_by_month[month].append(line)
        return tuple(_month(basis, lines_by_month[basis.month]) for basis in self._bases)

    @property
    def monthly(self) -> Mapping[Month, Rupiah]:
        """What is left to pay of each month, credits taken off."""
        return FrozenMapping({month.month: month.to_pay for month in self.months})

    @property
    def relief_months(self) -> tuple[Month, ...]:
        """The months in which a relief is given (*penyesuaian iuran*).

        Legal source: PP 49/2020 Pasal 13; PP 50/2025 Pasal 4 ayat (1).
        """
        return tuple(month.month for month in self.months if month.relief is Relief.GIVEN)

    @property
    def by_payer(self) -> Mapping[Payer, Rupiah]:
        """The total by who pays; empty where no payer was stated.

        Legal source: PP 44/2015 Pasal 24 ayat (1) and (2).
        """
        return by_payer(self._sums_by_party())

    def _plain_sentences(self) -> list[Text]:
        sentences = [self._amount_sentence()]
        if len(self.months) > 1:
            sentences.append(each_month(self.monthly.values()))
        sentences.append(months_with_relief(len(self.relief_months), len(self.months)))
        return sentences

    def _amount_sentence(self) -> Text:
        """What is due in all, and by whom."""
        months = [month.month for month in self.months]
        args: dict[str, Arg] = {"months": period(months), "amount": self.total}
        payer = payer_in_words(self.by_payer)
        if payer is None:
            return Text("brief.premium_run.amount", args)
        args["payer"] = payer
        return Text("brief.premium_run.amount_of_payer", args)


def _month(basis: MonthBasis, lines: Sequence[Line]) -> ContributionMonth:
    """A month from its lines; every month has one of JKK."""
    amounts = {line.code: line.amount for line in lines}
    [due_on] = {line.due for line in lines if line.due is not None}
    return ContributionMonth(
        month=basis.month,
        jkk=amounts["premium.jkk"],
        jkk_second_job=amounts.get("premium.jkk_second_job", 0),
        jkm=amounts["premium.jkm"],
        jht=amounts.get("premium.jht", 0),
        # The line takes the credit off the total, so it stands below 0.
        credit=-amounts.get("premium.credit", 0),
        row=basis.row.number,
        base_income=basis.row.base_income,
        relief=verdict_of(basis.reliefs),
        due_on=due_on,
    )


@frozen(kw_only=True, repr=False)
class PremiumRun(MonthsAnswer):
    """The contributions of one BPU for a run of months."""

    question: ClassVar = "premium_run"
    fact_types: ClassVar = {
        "worker": Worker,
        "payer": Payer,
        "row": int,
        "first": Month,
        "last": Month,
    }
    line_codes: ClassVar = frozenset(get_args(PremiumRunLine))
    finding_codes: ClassVar = frozenset(get_args(PremiumRunFinding))

    @property
    def excess_prepaid(self) -> Rupiah | None:
        """What prepaid months with relief were paid too much; None where there is no excess.

        Legal source: PP 50/2025 (article not known); decision D26.
        """
        return self._found_money("excess_prepaid")

    @property
    def credit_left(self) -> Rupiah | None:
        """What of the excess is left for months after the run.

        None where there is no excess, and where decision D26 has it returned.

        Legal source: PP 50/2025 (article not known); decision D26.
        """
        return self._found_money("credit_left")

    @property
    def refund_due(self) -> Rupiah | None:
        """What of the excess is to be returned, where decision D26 has it returned; else None.

        Legal source: PP 50/2025 (article not known); decision D26.
        """
        return self._found_money("refund_due")

    def _plain_sentences(self) -> list[Text]:
        sentences = super()._plain_sentences()
        if self.credit_left:
            sentences.append(Text("brief.premium_run.credit", {"left": self.credit_left}))
        if self.credit_left == 0:
            sentences.append(Text("brief.premium_run.credit_used_up"))
        if self.refund_due is not None:
            sentences.append(Text("brief.premium_run.refund", {"amount": self.refund_due}))
        return sentences


@frozen(kw_only=True, repr=False)
class Prepayment(MonthsAnswer):
    """The contributions of months paid together beforehand."""

    question: ClassVar = "prepay"
    fact_types: ClassVar = {
        "worker": Worker,
        "payer": Payer,
        "row": int,
        "first": Month,
        "last": Month,
    }
    line_codes: ClassVar = frozenset(get_args(PrepaymentLine))
