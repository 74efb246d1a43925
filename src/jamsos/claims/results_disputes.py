"""The answer about a dispute: where to turn, and the steps of the advisory doctor."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.deadlines import Deadline, deadlines_of, timeline_sentences
from jamsos.answers.parties import Party
from jamsos.answers.texts import Text, itemised
from jamsos.claims.codes import DisputeAbout, Forum
from jamsos.workers.codes import Segment

DisputeStepsFinding: TypeAlias = Literal[
    "data_completed_by",
    "doctor_asked_by",
    "finding_sent_by",
    "opinion_by",
    "paid_meanwhile_by",
    "step_1",
    "step_2",
    "step_3",
    "step_4",
]


@frozen(kw_only=True, repr=False)
class DisputeSteps(Answer):
    """The steps of a dispute, in their order."""

    question: ClassVar = "dispute_steps"
    fact_types: ClassVar = {
        "about": DisputeAbout,
        "on": date,
        "segment": Segment,
        "filed_on": date,
        "handed_over_on": date,
        "sent_back_on": date,
        "conditions_met_on": date,
        "opinion_on": date,
    }
    findings_stand: ClassVar = True
    finding_codes: ClassVar = frozenset(get_args(DisputeStepsFinding))

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines of the advisory doctor's opinion with who has to act, in their order."""
        return deadlines_of(self.findings)

    @property
    def doctor_asked_by(self) -> date | None:
        """The inspector asks the advisory doctor (Permenaker 5/2021 Pasal 121 ayat (3)).

        None: the day he received the case is not stated.
        """
        return self._found("doctor_asked_by", date)

    @property
    def data_completed_by(self) -> date | None:
        """BPJS completes the data sent back (Pasal 121 ayat (5)); None: none are stated."""
        return self._found("data_completed_by", date)

    @property
    def opinion_by(self) -> date | None:
        """The advisory doctor gives the opinion (Pasal 121 ayat (7)).

        None: the day the conditions were met is not stated.
        """
        return self._found("opinion_by", date)

    @property
    def finding_sent_by(self) -> date | None:
        """The inspector sends the finding to BPJS (Pasal 124 ayat (3)).

        None: the day of the written opinion is not stated.
        """
        return self._found("finding_sent_by", date)

    @property
    def steps(self) -> tuple[Forum, ...]:
        """Where to turn, each step for those who do not accept the one before.

        Legal source: PP 44/2015 Pasal 45, 57, 58.
        """
        self._check_decided("steps")
        steps = [found for found in self.findings if found.code.startswith("step_")]
        return tuple(Forum(str(step.value)) for step in steps)

    @property
    def paid_meanwhile_by(self) -> Party | None:
        """Who pays transport, first aid and STMB until the finding (Pasal 118 ayat (2)).

        None: another dispute, or one filed before 1 April 2021.
        """
        self._check_decided("paid_meanwhile_by")
        return self._found_code("paid_meanwhile_by", Party)

    def _plain_sentences(self) -> list[Text]:
        first, *others = [Text(f"value.{step}") for step in self.steps]
        sentences = [Text("brief.dispute_steps.first", {"step": first})]
        if others:
            sentences.append(Text("brief.dispute_steps.then", {"steps": itemised(others)}))
        return [*sentences, *timeline_sentences(self.deadlines, ())]
