"""The answer about what keeps a person covered."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.coverage.cover_rules import CoverState
from jamsos.coverage.results import WAYS_BACK, months_in_a_row, run_of_months
from jamsos.values.days import ONE_DAY
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

KeepingCoverLine: TypeAlias = Literal[
    "arrears.jht",
    "arrears.jkk",
    "arrears.jkk_second_job",
    "arrears.jkm",
]
KeepingCoverFinding: TypeAlias = Literal[
    "arrears_first_month",
    "arrears_from",
    "arrears_last_month",
    "covered_since",
    "full_jkm_from",
    "lapses_on",
    "last_paid_month",
    "months_in_arrears",
    "months_to_full_jkm",
    "months_to_scholarship",
    "paid_months",
    "scholarship_from",
    "scholarship_from_if_paid_on",
    "state",
]


@frozen(kw_only=True, repr=False)
class KeepingCover(MoneyAnswer):
    """Until when a BPU is covered, and what keeps the cover; the total is what settles the arrears.

    Yes: the membership holds, or has not begun; no: it lapsed, or the person left.
    """

    question: ClassVar = "keeping_cover"
    fact_types: ClassVar = {"worker": Worker, "participation": Participation, "on": date}
    findings_stand: ClassVar = True
    line_codes: ClassVar = frozenset(get_args(KeepingCoverLine))
    finding_codes: ClassVar = frozenset(get_args(KeepingCoverFinding))

    @property
    def state(self) -> CoverState:
        """The state of the participation on the day (*status kepesertaan*; Pasal 39, 42)."""
        return self._sure(self._found_code("state", CoverState), "state")

    @property
    def covered_since(self) -> date | None:
        """The first day of cover of the membership (*mulai berlaku*; Pasal 11 ayat (5)).

        None: it has not begun.
        """
        return self._found("covered_since", date)

    @property
    def full_jkm_from(self) -> date | None:
        """The first day with full JKM (Permenaker 1/2025 Pasal 97A ayat (2)).

        None: the cover has not begun, or paid months are counted (decision D46) and too few are
        paid to name a day: see :attr:`months_to_full_jkm`.
        """
        return self._found("full_jkm_from", date)

    @property
    def months_to_full_jkm(self) -> int | None:
        """The months still to be paid until a day of full JKM can be named (decision D46).

        None: :attr:`full_jkm_from` names it, or the cover has not begun.
        """
        return self._found("months_to_full_jkm", int)

    @property
    def paid_months(self) -> int:
        """The paid months that count for the scholarship (*masa iur*; Pasal 34, decision D33)."""
        return self._sure(self._found("paid_months", int), "paid_months")

    @property
    def scholarship_from(self) -> date | None:
        """The first day of the right to the scholarship of JKM (*beasiswa*; Pasal 34 ayat (3)).

        None: the payments made do not reach it; see :attr:`scholarship_from_if_paid_on`.
        """
        return self._found("scholarship_from", date)

    @property
    def scholarship_from_if_paid_on(self) -> date | None:
        """The same if every further month is paid in its turn.

        None: the payments made reach it: see :attr:`scholarship_from`.
        """
        return self._found("scholarship_from_if_paid_on", date)

    @property
    def months_to_scholarship(self) -> int:
        """The further months to be paid until the right to the scholarship; 0: none."""
        return self._found("months_to_scholarship", int) or 0

    @property
    def last_paid_month(self) -> Month | None:
        """The last month paid in this membership (*bulan iuran terakhir*).

        None: none is paid, it has not begun, or the person left.
        """
        return self._found("last_paid_month", Month)

    @property
    def arrears_from(self) -> date | None:
        """The first day in arrears if nothing more is paid (Pasal 24 ayat (3), (4)).

        None: the membership has not begun, or the person left.
        """
        return self._found("arrears_from", date)

    @property
    def lapses_on(self) -> date | None:
        """The first day without cover if nothing more is paid (Pasal 39 ayat (2), 42 ayat (2)).

        After a lapse the day it came. None: the membership has not begun, or the person left.
        """
        return self._found("lapses_on", date)

    @property
    def months_in_arrears(self) -> int:
        """The months of arrears that are owed on the day (*tunggakan*); 0: none is."""
        return self._found("months_in_arrears", int) or 0

    @property
    def arrears(self) -> tuple[Month, ...]:
        """The months of arrears that are owed on the day, the oldest first; empty: none."""
        return months_in_a_row(self)

    @property
    def arrears_jkk(self) -> Rupiah:
        """What is owed of JKK, in rupiah; 0: nothing."""
        return self.line("arrears.jkk")

    @property
    def arrears_jkm(self) -> Rupiah:
        """What is owed of JKM, in rupiah; 0: nothing."""
        return self.line("arrears.jkm")

    @property
    def arrears_jht(self) -> Rupiah:
        """What is owed of JHT, in rupiah; 0: nothing."""
        return self.line("arrears.jht")

    @property
    def arrears_by_month(self) -> Mapping[Month, Rupiah]:
        """What settles each month of arrears, in rupiah; the total is their sum."""
        return FrozenMapping({month: self._of_month(month) for month in self.arrears})

    def _of_month(self, month: Month) -> Rupiah:
        return self._sum_of(line for line in self.lines if line.month == month)

    def _plain_sentences(self) -> list[Text]:
        return [self._opening(), *self._ahead(), *self._full_jkm()]

    def _missing_sentences(self) -> list[Text]:
        missing = super()._missing_sentences()
        # Where only the income is missing, the days are known and the sum is not.
        if self.findings:
            return [self._opening(), *missing]
        return missing

    def _opening(self) -> Text:
        day = self._fact("on", date)
        if self.state is CoverState.ARREARS:
            months = run_of_months(self.arrears)
            return Text("brief.keeping_cover.arrears", {"day": day, "months": months})
        return Text(_OPENINGS[self.state], {"day": day})

    def _ahead(self) -> list[Text]:
        """Until when something has to be paid, and what happens otherwise."""
        if self.state in WAYS_BACK:
            return [Text(WAYS_BACK[self.state])]
        # Under a strict law these days may be open although the state is not.
        arrears_from, lapses_on = self.get("arrears_from"), self.get("lapses_on")
        if arrears_from is None or lapses_on is None:
            return []
        if self.state is CoverState.ARREARS:
            args: dict[str, Arg] = {"amount": self.total, "day": lapses_on}
            return [Text("brief.keeping_cover.settle", args)]
        ahead: dict[str, Arg] = {"pay_by": arrears_from - ONE_DAY, "lapses_on": lapses_on}
        return [Text("brief.keeping_cover.pay_on", ahead)]

    def _full_jkm(self) -> list[Text]:
        """That the family of a new BPU would get only the funeral benefit for some time."""
        if self.outcome is Outcome.NO:
            return []
        months = self.get("months_to_full_jkm")
        if months is not None:
            return [Text("brief.keeping_cover.full_jkm_after", {"count": months})]
        full_from = self.get("full_jkm_from")
        if full_from is None or full_from <= self._fact("on", date):
            return []
        return [Text("brief.keeping_cover.full_jkm", {"day": full_from})]


_OPENINGS: Mapping[CoverState, str] = {
    CoverState.NOT_STARTED: "brief.cover_on.not_started",
    CoverState.ACTIVE: "brief.keeping_cover.active",
    CoverState.LAPSED: "brief.keeping_cover.lapsed",
    CoverState.LEFT: "brief.cover_on.left",
}
