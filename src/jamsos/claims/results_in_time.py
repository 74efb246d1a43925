"""The answer about the last day of a claim."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Text
from jamsos.workers.codes import Cause, Segment

ClaimInTimeFinding: TypeAlias = Literal[
    "claim_until",
    "days_left",
]


@frozen(kw_only=True, repr=False)
class ClaimInTime(Answer):
    """Whether a claim made on a day is in time; no: the right has lapsed."""

    question: ClassVar = "claim_in_time"
    fact_types: ClassVar = {"cause": Cause, "event_on": date, "on": date, "segment": Segment}
    finding_codes: ClassVar = frozenset(get_args(ClaimInTimeFinding))

    @property
    def in_time(self) -> bool:
        """Whether the claim is in time (PP 44/2015, PP 82/2019 Pasal 26)."""
        self._check_decided("in_time")
        return self.outcome is Outcome.YES

    @property
    def last_day(self) -> date | None:
        """The last day of the claim; None: the right does not lapse (JKM, decision D60)."""
        last_day = self.finding("claim_until")
        return last_day if isinstance(last_day, date) else None

    @property
    def days_left(self) -> int | None:
        """The days left after this one, 0 on the last; None: no last day, or it has passed."""
        return self._found("days_left", int)

    def _plain_sentences(self) -> list[Text]:
        last_day = self.last_day
        if last_day is None:
            return [Text("brief.claim_in_time.no_lapse")]
        if self.outcome is Outcome.NO:
            return [Text("brief.claim_in_time.lapsed", {"day": last_day})]
        return [Text("brief.claim_in_time.until", {"day": last_day})]
