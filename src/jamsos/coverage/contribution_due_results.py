"""The answer about the contribution that is due by a day."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

ContributionDueLine: TypeAlias = Literal[
    "premium.fine",
    "premium.jht",
    "premium.jkk",
    "premium.jkk_second_job",
    "premium.jkm",
]
ContributionDueFinding: TypeAlias = Literal[
    "due_date",
    "due_month",
    "due_paid_on",
    "next_due_date",
    "next_due_month",
]


@frozen(kw_only=True, repr=False)
class ContributionDue(MoneyAnswer):
    """The latest contribution month that is due by a day; the total is what that month costs.

    Yes: a month is due; no: none is. A month that was paid has its total as well:
    :attr:`paid_on` tells. Without the worker, or the wage, the days are known and the total is not.
    """

    question: ClassVar = "contribution_due"
    fact_types: ClassVar = {"participation": Participation, "on": date, "worker": Worker}
    findings_stand: ClassVar = True
    line_codes: ClassVar = frozenset(get_args(ContributionDueLine))
    finding_codes: ClassVar = frozenset(get_args(ContributionDueFinding))

    @property
    def month(self) -> Month | None:
        """The latest contribution month whose last day to pay has come; None: no month is due.

        Legal source: PP 44/2015 Pasal 21 ayat (2), 24 ayat (3).
        """
        return self._found("due_month", Month)

    @property
    def due_on(self) -> date | None:
        """The last day to pay that month (*batas waktu pembayaran*); None: no month is due.

        Legal source: PP 44/2015 Pasal 21 ayat (2) and (3), 24 ayat (3) and (4); decision D20.
        """
        return self._found("due_date", date)

    @property
    def paid_on(self) -> date | None:
        """The day that month was paid; None: it was not paid by the day, or nobody knows."""
        return self._found("due_paid_on", date)

    @property
    def next_month(self) -> Month | None:
        """The contribution month that is due next; None: the membership is over.

        Legal source: PP 44/2015 Pasal 21 ayat (2), 24 ayat (3).
        """
        return self._found("next_due_month", Month)

    @property
    def next_due_on(self) -> date | None:
        """The last day to pay the month that is due next; None: the membership is over.

        Legal source: PP 44/2015 Pasal 21 ayat (2) and (3), 24 ayat (3) and (4); decision D20.
        """
        return self._found("next_due_date", date)

    @property
    def jkk(self) -> Rupiah:
        """The contribution of that month to JKK after relief (*iuran JKK*).

        Legal source: PP 44/2015 Pasal 16 ayat (1), 20 ayat (1).
        """
        return self.line("premium.jkk")

    @property
    def jkk_second_job(self) -> Rupiah:
        """JKK of a second job, where decision D09 prices it; else 0."""
        return self.line("premium.jkk_second_job")

    @property
    def jkm(self) -> Rupiah:
        """The contribution of that month to JKM after relief (*iuran JKM*).

        Legal source: PP 44/2015 Pasal 18 ayat (1), 20 ayat (3).
        """
        return self.line("premium.jkm")

    @property
    def jht(self) -> Rupiah:
        """The contribution of a BPU to JHT; 0 where it is neither bought nor compulsory."""
        return self.line("premium.jht")

    @property
    def fine(self) -> Rupiah:
        """The fine of an employer who pays that month late, or has not paid it by the day.

        Legal source: PP 44/2015 Pasal 22 ayat (1); decision D18.
        """
        return self.line("premium.fine")

    def _plain_sentences(self) -> list[Text]:
        if self.outcome is Outcome.NO:
            none_due = Text("brief.contribution_due.none", {"day": self._fact("on", date)})
            return [none_due, *self._ahead()]
        amount = Text("brief.contribution_due.amount", {"amount": self.total})
        return [*self._month_due(), amount, *self._ahead()]

    def _missing_sentences(self) -> list[Text]:
        # Where only the amount is missing, the month and its day are known.
        return [*self._month_due(), *super()._missing_sentences()]

    def _month_due(self) -> list[Text]:
        """Which month is due, and whether it was paid."""
        # Under a strict law the due days of PP 49/2020 are open: then nothing is said of them.
        month, due = self.get("month"), self.get("due_on")
        if month is None or due is None:
            return []
        args: dict[str, Arg] = {"day": self._fact("on", date), "month": month, "due": due}
        if self.paid_on is None:
            return [Text("brief.contribution_due.month", args)]
        args["paid_on"] = self.paid_on
        return [Text("brief.contribution_due.paid_month", args)]

    def _ahead(self) -> list[Text]:
        """By when the next month has to be paid."""
        month, due = self.get("next_month"), self.get("next_due_on")
        if month is None or due is None:
            return []
        args: dict[str, Arg] = {"month": month, "due": due}
        return [Text("brief.contribution_due.next", args)]
