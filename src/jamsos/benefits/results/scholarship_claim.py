"""The scholarship of some children by itself: what a claim pays, and what comes later."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.texts import Text
from jamsos.values.money import Rupiah
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Level
from jamsos.workers.family import Child

ScholarshipClaimLine: TypeAlias = Literal[
    "scholarship.current",
    "scholarship.once",
    "scholarship.unclaimed",
]
ScholarshipClaimFinding: TypeAlias = Literal[
    "scholarship_lost",
    "scholarship_remaining_to_age_limit",
]


class YearState(Code):
    """How a school year of a scholarship stands on the day of a claim."""

    PAID = "paid"
    """Paid with an earlier claim."""
    DUE = "due"
    """Paid with this claim."""
    LOST = "lost"
    """Not claimed in time, or the child does not meet the conditions any more."""
    LATER = "later"
    """To be claimed when it has begun: a projection (D64)."""


@frozen
class ClaimedYear:
    """One school year (*tahun ajaran*) of one child, as it stands on the day of the claim."""

    child: int
    """The position of the child among the children asked about, the first as 0."""
    year: int
    """The calendar year in which it begins."""
    level: Level
    school_class: int
    """The class within the level, from 1."""
    amount: Rupiah
    state: YearState


@frozen(kw_only=True, repr=False)
class ScholarshipClaim(MoneyAnswer):
    """The scholarship (*beasiswa*) of some children; the total is what this claim pays.

    >>> from jamsos import scholarship
    >>> facts = {"studying": True, "lawful": True, "married": False, "working": False}
    >>> pupil = Child(birth=date(2012, 5, 5), level="SMP", year=2, **facts)
    >>> answer = scholarship([pupil], date(2025, 9, 10))
    >>> answer.total, answer.remaining_to_age_limit, answer.lost
    (2000000, 73000000, 0)
    """

    question: ClassVar = "scholarship"
    fact_types: ClassVar = {
        "children": tuple[Child, ...],
        "event_on": date,
        "claimed_on": date,
        "accident_on": date,
    }
    line_codes: ClassVar = frozenset(get_args(ScholarshipClaimLine))
    finding_codes: ClassVar = frozenset(get_args(ScholarshipClaimFinding))

    _years: tuple[ClaimedYear, ...] = field(default=(), alias="years")

    @property
    def years(self) -> tuple[ClaimedYear, ...]:
        """Every school year of the children who take, child by child (Pasal 106, 107; D64).

        Raises:
            UndecidedError: when the answer is 'cannot decide'.

        """
        self._check_decided("years")
        return self._years

    @property
    def current(self) -> Rupiah:
        """What this claim pays for the school year in which it is made (Pasal 106 ayat (1))."""
        return self.line("scholarship.current")

    @property
    def unclaimed(self) -> Rupiah:
        """What this claim pays for earlier school years (Pasal 106 ayat (2), (4))."""
        return self.line("scholarship.unclaimed")

    @property
    def remaining_to_age_limit(self) -> Rupiah:
        """What this claim pays and what comes later, until the age limit: a projection (D64)."""
        return self._sure_money("scholarship_remaining_to_age_limit")

    @property
    def lost(self) -> Rupiah:
        """What can no longer be claimed (Permenaker 1/2025 Pasal 106 ayat (4), (5))."""
        return self._sure_money("scholarship_lost")

    def _plain_sentences(self) -> list[Text]:
        """What this claim pays, what comes later, and what was lost."""
        sentences = [Text("brief.scholarship_claim.nothing")]
        if self.total:
            sentences = [Text("brief.scholarship_claim.total", {"amount": self.total})]
        if self.unclaimed:
            sentences.append(Text("brief.scholarship_claim.earlier", {"amount": self.unclaimed}))
        if any(year.state is YearState.LATER for year in self._years):
            args = {"amount": self.remaining_to_age_limit}
            sentences.append(Text("brief.scholarship_claim.in_all", args))
        if self.lost:
            sentences.append(Text("brief.scholarship_claim.lost", {"amount": self.lost}))
        return sentences
