"""The answer about the cover of a day."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.coverage.cover_rules import CoverState, Right
from jamsos.coverage.employer import PaidBy
from jamsos.values.months import Month, months_between
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker

CoverageFinding: TypeAlias = Literal[
    "arrears_first_month",
    "arrears_last_month",
    "jkk_care",
    "jkk_cash",
    "jkk_payer",
    "jkm_funeral",
    "jkm_payer",
    "jkm_rest",
    "months_in_arrears",
    "state",
]

CoverageCondition: TypeAlias = Literal["registration_{number}",]


@frozen(kw_only=True, repr=False)
class Coverage(Answer):
    """Whether a person is covered on a day, and for what; yes: BPJS Ketenagakerjaan covers them.

    Of several registrations the state and the arrears are those of the one that gives most, and
    each right is the best of any.
    """

    question: ClassVar = "cover_on"
    fact_types: ClassVar = {
        "participation": Participation | tuple[Participation, ...],
        "on": date,
        "worker": Worker,
    }
    finding_codes: ClassVar = frozenset(get_args(CoverageFinding))
    condition_codes: ClassVar = frozenset(get_args(CoverageCondition))

    @property
    def covered(self) -> bool:
        """Whether BPJS Ketenagakerjaan covers the person: active, or in arrears up to the limit.

        A worker who is not may still have rights against the employer: see :attr:`jkk_payer`.
        """
        self._check_decided("covered")
        return self.outcome is Outcome.YES

    @property
    def state(self) -> CoverState:
        """The state of the participation on the day (*status kepesertaan*; Pasal 39, 42)."""
        return self._sure(self._found_code("state", CoverState), "state")

    @property
    def jkk_care(self) -> Right:
        """The right to care after an accident (*pelayanan kesehatan*; Pasal 38, 39 ayat (1))."""
        return self._sure(self._found_code("jkk_care", Right), "jkk_care")

    @property
    def jkk_cash(self) -> Right:
        """The right to the cash of JKK (*santunan berupa uang*; Pasal 38, 39 ayat (1))."""
        return self._sure(self._found_code("jkk_cash", Right), "jkk_cash")

    @property
    def jkm_funeral(self) -> Right:
        """The right to the funeral benefit of JKM (*biaya pemakaman*; Pasal 41, 42 ayat (1))."""
        return self._sure(self._found_code("jkm_funeral", Right), "jkm_funeral")

    @property
    def jkm_rest(self) -> Right:
        """The right to the rest of JKM: *santunan kematian*, *santunan berkala*, *beasiswa*.

        Legal source: PP 44/2015 Pasal 41, 42 ayat (1); Permenaker 1/2025 Pasal 97A ayat (2).
        """
        return self._sure(self._found_code("jkm_rest", Right), "jkm_rest")

    @property
    def jkk_payer(self) -> PaidBy | None:
        """Who owes the benefits of JKK of a wage earner or project worker (Pasal 8, 10, 27, 38).

        None: there is no right to them, or the person is a BPU, of whom BPJS alone owes.
        """
        return self._found_code("jkk_payer", PaidBy)

    @property
    def jkm_payer(self) -> PaidBy | None:
        """Who owes JKM of a wage earner or project worker (Pasal 8, 10, 35, 41).

        None: there is no right to it, or the person is a BPU, of whom BPJS alone owes.
        """
        return self._found_code("jkm_payer", PaidBy)

    @property
    def months_in_arrears(self) -> int:
        """The months of arrears in a row on the day (*tunggakan*; Pasal 39, 42); 0: there are none.

        After a lapse those that ended the membership.
        """
        return self._found("months_in_arrears", int) or 0

    @property
    def arrears(self) -> tuple[Month, ...]:
        """The months counted in :attr:`months_in_arrears`, the oldest first; empty: none."""
        return months_in_a_row(self)

    def _plain_sentences(self) -> list[Text]:
        return [self._opening(), *self._rights(), *self._way_back()]

    def _opening(self) -> Text:
        day = self._fact("on", date)
        if self.state in {CoverState.ARREARS, CoverState.LAPSED}:
            args: dict[str, Arg] = {"day": day, "months": self.months_in_arrears}
            if self.state is CoverState.LAPSED:
                return Text("brief.cover_on.lapsed", args)
            return Text("brief.cover_on.arrears", args)
        if self.state is CoverState.ACTIVE:
            return Text("brief.cover_on.active", {"day": day})
        if self.state is CoverState.LEFT:
            return Text("brief.cover_on.left", {"day": day})
        return Text("brief.cover_on.not_started", {"day": day})

    def _rights(self) -> list[Text]:
        """What a work accident and a death of another cause would give, and from whom."""
        if self.jkk_payer is self.jkm_payer and self.jkk_payer in _BOTH_OWED:
            return [Text(_BOTH_OWED[self.jkk_payer]), Text("brief.cover_on.ask_inspector")]
        if self.jkk_care is Right.NONE and self.jkm_funeral is Right.NONE:
            return []
        rights = (self.jkk_cash, self.jkm_funeral, self.jkm_rest)
        if not _owed_by_others(self) and all(right is Right.NOW for right in rights):
            return [Text("brief.cover_on.all_rights")]
        return [self._of_jkk(), self._of_jkm()]

    def _of_jkk(self) -> Text:
        if self.jkk_payer in _JKK_OWED:
            return Text(_JKK_OWED[self.jkk_payer])
        if self.jkk_cash is Right.AFTER_SETTLEMENT:
            months = run_of_months(self.arrears)
            return Text("brief.cover_on.jkk_after_settlement", {"months": months})
        if self.jkk_cash is Right.LESS_ARREARS:
            months = run_of_months(self.arrears)
            return Text("brief.cover_on.jkk_less_arrears", {"months": months})
        if self.jkk_cash is Right.NOW:
            return Text("brief.cover_on.jkk")
        return Text("brief.cover_on.jkk_care_only")

    def _of_jkm(self) -> Text:
        if self.jkm_payer in _JKM_OWED:
            return Text(_JKM_OWED[self.jkm_payer])
        if self.jkm_funeral is Right.NONE:
            return Text("brief.cover_on.jkm_none")
        if self.jkm_rest is Right.AFTER_SETTLEMENT:
            months = run_of_months(self.arrears)
            return Text("brief.cover_on.jkm_after_settlement", {"months": months})
        if self.jkm_rest is Right.LESS_ARREARS:
            months = run_of_months(self.arrears)
            return Text("brief.cover_on.jkm_less_arrears", {"months": months})
        if self.jkm_rest is Right.NOW:
            return Text("brief.cover_on.jkm")
        return Text("brief.cover_on.jkm_waiting")

    def _way_back(self) -> list[Text]:
        """What to do where BPJS does not cover the person, or an employer is behind."""
        if _owed_by_others(self):
            return []
        if self.state is CoverState.ARREARS and self.jkk_payer is not None:
            months = run_of_months(self.arrears)
            return [Text("brief.cover_on.employer_pays_arrears", {"months": months})]
        if self.state in WAYS_BACK:
            return [Text(WAYS_BACK[self.state])]
        return []


_BOTH_OWED: Mapping[PaidBy | None, str] = {
    PaidBy.EMPLOYER: "brief.cover_on.both_employer",
    PaidBy.EMPLOYER_FIRST: "brief.cover_on.both_employer_first",
    PaidBy.CONTRACTOR: "brief.cover_on.both_contractor",
}
"""That somebody owes both programmes in the place of BPJS."""
_JKK_OWED: Mapping[PaidBy | None, str] = {
    PaidBy.EMPLOYER: "brief.cover_on.jkk_employer",
    PaidBy.EMPLOYER_FIRST: "brief.cover_on.jkk_employer_first",
    PaidBy.CONTRACTOR: "brief.cover_on.jkk_contractor",
}
_JKM_OWED: Mapping[PaidBy | None, str] = {
    PaidBy.EMPLOYER: "brief.cover_on.jkm_employer",
    PaidBy.EMPLOYER_FIRST: "brief.cover_on.jkm_employer_first",
    PaidBy.CONTRACTOR: "brief.cover_on.jkm_contractor",
}
WAYS_BACK: Mapping[CoverState, str] = {
    CoverState.LAPSED: "brief.cover_on.pay_again",
    CoverState.LEFT: "brief.cover_on.register_again",
    CoverState.NOT_STARTED: "brief.cover_on.register",
}
"""How somebody comes under cover, by the state without it."""


def _owed_by_others(answer: Coverage) -> bool:
    """Whether somebody else than BPJS owes a programme."""
    return answer.jkk_payer in _JKK_OWED or answer.jkm_payer in _JKM_OWED


def months_in_a_row(answer: Answer) -> tuple[Month, ...]:
    """The months from the first to the last month of arrears; empty: there are none."""
    first = answer.finding("arrears_first_month")
    last = answer.finding("arrears_last_month")
    if not isinstance(first, Month) or not isinstance(last, Month):
        return ()
    return months_between(first, last)


def run_of_months(months: tuple[Month, ...]) -> Text:
    """Months in a row in words: one by itself, several from the first to the last.

    >>> run_of_months((Month.of("2026-08"), Month.of("2026-09"))).say("en")
    'August 2026 to September 2026'
    """
    first, last = months[0], months[-1]
    if first == last:
        return Text("brief.month", {"month": first})
    return Text("brief.months", {"first": first, "last": last})
