"""The answers about events: what the facts point to, and who bears the care meanwhile."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import awaited
from jamsos.answers.parts import Outcome, Status
from jamsos.answers.texts import Text, listed
from jamsos.coverage.codes import CareBearer, Concluder, EventProgramme
from jamsos.coverage.event_conditions import AFTER_WORK
from jamsos.workers.codes import Cause
from jamsos.workers.event import Event

EventAdviceFinding: TypeAlias = Literal[
    "kept_until",
    "points_to",
    "programme",
    "programme_if_found",
    "programme_if_not_found",
]

EventAdviceCondition: TypeAlias = Literal[
    "attack_at_work",
    "diagnosed",
    "in_the_work",
    "kind",
    "listed_or_proven",
    "paid_months",
    "sudden_death_named",
    "violence_at_work",
    "within_24_hours",
    "within_years_after_work",
]

SuspectedCaseFinding: TypeAlias = Literal[
    "care_from",
    "care_paid_by",
    "concluded_by",
    "conclusion_by",
    "conclusion_by_working_days",
    "cost",
    "cost_if_accident",
    "cost_if_not",
    "result_told_by",
]


@frozen(kw_only=True, repr=False)
class EventAdvice(Answer):
    """Which programme an event points to; yes: JKK answers for it, no: it does not.

    Without the finding of BPJS Ketenagakerjaan the answer is 'cannot decide' (decision D59), and
    :attr:`points_to`, :attr:`programme_if_found` and :attr:`programme_if_not_found` are the advice.
    """

    question: ClassVar = "event_advice"
    fact_types: ClassVar = {"event": Event, "found": Cause}
    finding_codes: ClassVar = frozenset(get_args(EventAdviceFinding))
    condition_codes: ClassVar = frozenset(get_args(EventAdviceCondition))

    @property
    def points_to(self) -> Cause:
        """What the facts speak for (PP 44/2015 Pasal 1, 25; Perpres 7/2019)."""
        return self._sure(self._found_code("points_to", Cause), "points_to")

    @property
    def programme(self) -> EventProgramme:
        """The programme that answers, once the finding is stated (Pasal 25, 34)."""
        return self._sure(self._found_code("programme", EventProgramme), "programme")

    @property
    def programme_if_found(self) -> EventProgramme | None:
        """The programme that answers if the event is found to come from the work.

        None: the finding is stated, and :attr:`programme` says which.
        """
        return self._found_code("programme_if_found", EventProgramme)

    @property
    def programme_if_not_found(self) -> EventProgramme | None:
        """The programme that answers if the event is found not to come from the work.

        None: the finding is stated, and :attr:`programme` says which.
        """
        return self._found_code("programme_if_not_found", EventProgramme)

    @property
    def kept_until(self) -> date | None:
        """The last day on which a disease may arise after the end of work (Pasal 48 ayat (2)).

        None: the event is no disease, or the work had not ended.
        """
        for condition in self.conditions:
            if condition.code in {"kind", AFTER_WORK}:
                if condition.status is Status.UNKNOWN:
                    raise self._undecided("kept_until", condition.needs)
                return self._found("kept_until", date)
        return None

    def _plain_sentences(self) -> list[Text]:
        programme = self.get("programme")
        # Not from the work, and nobody said whether the person died.
        if programme is None:
            return [Text("brief.event_advice.jkm_if_died")]
        return [Text(_PROGRAMME_ANSWERS[programme]), Text(_WHAT_TO_DO[programme])]

    def _missing_sentences(self) -> list[Text]:
        """What the facts speak for, who finds it, and what follows either way."""
        # Under a strict law nothing may be said of it, and a stated finding waits for other facts.
        if self.get("programme_if_found") is None:
            return super()._missing_sentences()
        return [self._pointer(), Text("brief.event_advice.found_by_bpjs"), *self._either_way()]

    def _pointer(self) -> Text:
        points_to = self.get("points_to")
        if points_to is not None:
            return Text(_POINTERS[points_to])
        missing = [need for condition in self.conditions for need in condition.needs]
        needs = listed([awaited(need) for need in dict.fromkeys(missing)])
        return Text("brief.event_advice.points_nowhere", {"needs": needs})

    def _either_way(self) -> list[Text]:
        if_not = self.get("programme_if_not_found")
        if if_not is None:
            return [Text("brief.event_advice.if_found")]
        return [Text(_EITHER_WAY[if_not])]


_POINTERS: Mapping[Cause, str] = {
    Cause.WORK_ACCIDENT: "brief.event_advice.work_accident",
    Cause.OCCUPATIONAL_DISEASE: "brief.event_advice.occupational_disease",
    Cause.OTHER: "brief.event_advice.other",
}
_EITHER_WAY: Mapping[EventProgramme, str] = {
    EventProgramme.JKM: "brief.event_advice.if_found_else_jkm",
    EventProgramme.NEITHER: "brief.event_advice.if_found_else_none",
}
_PROGRAMME_ANSWERS: Mapping[EventProgramme, str] = {
    EventProgramme.JKK: "brief.event_advice.jkk",
    EventProgramme.JKM: "brief.event_advice.jkm",
    EventProgramme.NEITHER: "brief.event_advice.neither",
}
_WHAT_TO_DO: Mapping[EventProgramme, str] = {
    EventProgramme.JKK: "brief.event_advice.report",
    EventProgramme.JKM: "brief.event_advice.claim_jkm",
    EventProgramme.NEITHER: "brief.event_advice.other_insurer",
}


@frozen(kw_only=True, repr=False)
class SuspectedCase(Answer):
    """Who bears the care while it is not known whether an event came from the work.

    Yes: PP 49/2023 Pasal 25A or Permenaker 1/2025 Pasal 8E, 48E applies; no: the report came
    before them.
    """

    question: ClassVar = "suspected_case"
    fact_types: ClassVar = {
        "event": Event,
        "reported_on": date,
        "received_on": date,
        "concluded": Cause,
        "concluded_on": date,
        "in_jkn": bool,
    }
    finding_codes: ClassVar = frozenset(get_args(SuspectedCaseFinding))

    @property
    def care_paid_by(self) -> CareBearer | None:
        """Who guarantees the care until the conclusion (Pasal 25A ayat (1), (2); 8E, 48E).

        None: the report came before PP 49/2023, which nobody has to pay for.
        """
        return self._found_code("care_paid_by", CareBearer)

    @property
    def conclusion_by(self) -> date | None:
        """The last day for the conclusion (*kesimpulan*; Pasal 25A ayat (3), 8F, 48F ayat (6)).

        None: the report came before PP 49/2023.
        """
        return self._found("conclusion_by", date)

    @property
    def conclusion_by_working_days(self) -> date | None:
        """The same by Pasal 8D ayat (2), which counts working days (decision D55).

        None: no disease of a wage earner, or the receipt of the report is not stated.
        """
        return self._found("conclusion_by_working_days", date)

    @property
    def concluded_by(self) -> Concluder | None:
        """Who concludes it (Permenaker 1/2025 Pasal 8C, 8D, 48C, 48D).

        None: the report came before 24 February 2025.
        """
        return self._found_code("concluded_by", Concluder)

    @property
    def cost(self) -> CareBearer | None:
        """Who bears the care, once the conclusion is stated (Pasal 25A ayat (5), (6); 8F, 48F).

        None: no conclusion is stated, or the report came before PP 49/2023.
        """
        return self._found_code("cost", CareBearer)

    @property
    def cost_if_accident(self) -> CareBearer | None:
        """Who bears the care if it is concluded to come from the work (Pasal 25A ayat (5)).

        None: the conclusion is stated, or the report came before PP 49/2023.
        """
        return self._found_code("cost_if_accident", CareBearer)

    @property
    def cost_if_not(self) -> CareBearer | None:
        """Who bears the care if it is concluded not to (Pasal 25A ayat (6); 8F, 48F).

        None: the conclusion is stated, or the report came before PP 49/2023.
        """
        return self._found_code("cost_if_not", CareBearer)

    @property
    def result_told_by(self) -> date | None:
        """BPJS Ketenagakerjaan tells BPJS Kesehatan that it was none (8F and 48F ayat (3)).

        None: no such conclusion is stated, or it was made before 24 February 2025.
        """
        return self._found("result_told_by", date)

    @property
    def care_from(self) -> date | None:
        """From when JKK bears the care of a disease once found (5/2021 Pasal 17, 56).

        None: no occupational disease was concluded, or it was diagnosed before 1 April 2021.
        """
        return self._found("care_from", date)

    def _plain_sentences(self) -> list[Text]:
        if self.outcome is Outcome.NO:
            return [Text("brief.suspected_case.no_rule"), Text("brief.suspected_case.ask_insurer")]
        cost = self.get("cost")
        if cost is not None:
            return [*(Text(code) for code in _COSTS[cost]), *self._told()]
        return [
            Text("brief.suspected_case.care"),
            self._deadline(),
            Text("brief.suspected_case.afterwards"),
        ]

    def _told(self) -> list[Text]:
        """By when BPJS Kesehatan knows that it takes over."""
        last_day = self.get("result_told_by")
        if last_day is None:
            return []
        return [Text("brief.suspected_case.told_by", {"day": last_day})]

    def _deadline(self) -> Text:
        last_day = self.get("conclusion_by")
        if last_day is None:
            return Text("brief.suspected_case.report")
        return Text("brief.suspected_case.conclusion_by", {"day": last_day})


_COSTS: Mapping[CareBearer, tuple[str, str]] = {
    CareBearer.JKK: ("brief.suspected_case.cost_jkk", "brief.suspected_case.if_covered"),
    CareBearer.OTHERS: ("brief.suspected_case.cost_others", "brief.suspected_case.ask_insurer"),
    CareBearer.BPJS_KESEHATAN: (
        "brief.suspected_case.cost_health",
        "brief.suspected_case.ask_insurer",
    ),
    CareBearer.OUTSIDE_JKN: (
        "brief.suspected_case.cost_own",
        "brief.suspected_case.ask_insurer",
    ),
}
