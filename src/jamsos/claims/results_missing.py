"""The answer about a missing participant."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.texts import Text
from jamsos.claims.codes import Disappearance, ReportAddressee
from jamsos.workers.codes import Segment

MissingPersonFinding: TypeAlias = Literal[
    "claim_until",
    "counts_as_dead_from",
    "event_on",
    "petition_from",
    "report_stage1_by",
    "report_to",
]


@frozen(kw_only=True, repr=False)
class MissingPerson(Answer):
    """What can be claimed for a missing participant; undecided until a paper names the day."""

    question: ClassVar = "missing_person"
    fact_types: ClassVar = {
        "how": Disappearance,
        "last_news_on": date,
        "at_work": bool,
        "segment": Segment,
    }
    findings_stand: ClassVar = True
    finding_codes: ClassVar = frozenset(get_args(MissingPersonFinding))

    @property
    def event_on(self) -> date | None:
        """The day of the event: the one the paper names (decision D75)."""
        return self._found("event_on", date)

    @property
    def counts_as_dead_from(self) -> date | None:
        """From when a passenger of an aircraft counts as dead, without a court.

        Legal source: UU 1/2009 Pasal 178 ayat (1). None: no aircraft.
        """
        return self._found("counts_as_dead_from", date)

    @property
    def petition_from(self) -> date | None:
        """From when a court may be asked (Staatsblad 1922-455; Civil Code 467); None: aircraft."""
        return self._found("petition_from", date)

    @property
    def report_stage1_by(self) -> date | None:
        """The stage I report, 2 x 24 hours after the last news; None: not lost at work."""
        return self._found("report_stage1_by", date)

    @property
    def report_to(self) -> ReportAddressee | None:
        """To whom it goes; None: not lost at work."""
        return self._found_code("report_to", ReportAddressee)

    @property
    def claim_until(self) -> date | None:
        """The last day of a JKK claim (PP 82/2019 Pasal 26); None: JKM does not lapse."""
        last_day = self.finding("claim_until")
        if isinstance(last_day, date):
            return last_day
        return None

    def _plain_sentences(self) -> list[Text]:
        event_on = self.get("event_on")
        sentences: list[Text] = []
        if event_on is not None:
            sentences.append(Text("brief.missing_person.event_on", {"day": event_on}))
        last_day = self.claim_until
        if last_day is not None:
            sentences.append(Text("brief.missing_person.claim_until", {"day": last_day}))
        return sentences

    def _missing_sentences(self) -> list[Text]:
        """No paper yet: from when one can be had, and until when the claim lives."""
        waiting = self.counts_as_dead_from
        code = "brief.missing_person.airline"
        if waiting is None:
            waiting = self._sure(self.petition_from, "petition_from")
            code = "brief.missing_person.court"
        return [Text(code, {"day": waiting}), *self._plain_sentences()]
