"""Questions about a claim: its days, its papers, disputes, the days of a registration."""

from datetime import date, datetime
from typing import Annotated, TypeAlias

import msgspec

from jamsos.answers.answer import Answer
from jamsos.claims.codes import Claimant, ClaimKind, Disappearance, DisputeAbout, MissingPaper
from jamsos.claims.disputes import dispute_steps
from jamsos.claims.in_time import claim_in_time
from jamsos.claims.missing import missing_person
from jamsos.claims.papers import claim_papers
from jamsos.claims.timeline import claim_timeline
from jamsos.door.question import Question, Schemes
from jamsos.errors import InputError
from jamsos.membership.registration import registration_timeline
from jamsos.workers.codes import Cause, Segment

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A day with its hour and time zone; JSON has no type that is either this or a day."""


def _either(day: date | None, moment: datetime | None, name: str) -> date | None:
    """The day, or the moment of the twin field ``..._at``."""
    if day is not None and moment is not None:
        raise InputError(
            f"{name}_at", moment.isoformat(), f"{name}_on or {name}_at", "give one of the two"
        )
    return day if moment is None else moment


class TimelineQuestion(Question, kw_only=True, tag="claim_timeline"):
    """By when must a case be reported, answered and paid, and when does the claim lapse?"""

    cause: Cause
    event_on: date | None = None
    event_at: Moment | None = None
    """The event with its hour, in place of ``event_on``."""
    segment: Segment = Segment.BPU
    stage1_on: date | None = None
    stage1_at: Moment | None = None
    letter_on: date | None = None
    letter_at: Moment | None = None
    received_on: date | None = None
    complete_on: date | None = None
    paid_on: date | None = None
    facility_complete_on: date | None = None
    stage1_received_on: date | None = None
    concluded_on: date | None = None
    accepted: bool | None = None
    suspected: bool | None = None
    papers_differ: bool | None = None
    check_ended_on: date | None = None
    employer_paid_on: date | None = None
    refund_asked_on: date | None = None
    progress_asked_on: date | None = None
    registered: bool | None = None
    amount: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - deadlines do not depend on a scheme
        event = _either(self.event_on, self.event_at, "event")
        if event is None:
            raise InputError("event_on", None, "event_on or event_at", "give the day of the event")
        return claim_timeline(
            self.cause,
            event,
            segment=self.segment,
            stage1_on=_either(self.stage1_on, self.stage1_at, "stage1"),
            letter_on=_either(self.letter_on, self.letter_at, "letter"),
            received_on=self.received_on,
            complete_on=self.complete_on,
            paid_on=self.paid_on,
            facility_complete_on=self.facility_complete_on,
            stage1_received_on=self.stage1_received_on,
            concluded_on=self.concluded_on,
            accepted=self.accepted,
            suspected=self.suspected,
            papers_differ=self.papers_differ,
            check_ended_on=self.check_ended_on,
            employer_paid_on=self.employer_paid_on,
            refund_asked_on=self.refund_asked_on,
            progress_asked_on=self.progress_asked_on,
            registered=self.registered,
            amount=self.amount,
            calendar=self.calendar,
            law=self.law,
        )


class InTimeQuestion(Question, kw_only=True, tag="claim_in_time"):
    """Is a claim made on this day still in time?"""

    cause: Cause
    event_on: date
    on: date
    segment: Segment = Segment.BPU

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme knows a lapse
        return claim_in_time(self.cause, self.event_on, self.on, segment=self.segment, law=self.law)


class PapersQuestion(Question, kw_only=True, tag="claim_papers"):
    """Which papers does a claim need, by law and in practice?"""

    kind: ClaimKind
    segment: Segment
    on: date
    contracted_facility: bool | None = None
    traffic_accident: bool | None = None
    amount: int | None = None
    claimant: Claimant | None = None
    on_leave: bool | None = None
    lost_at_sea: bool | None = None
    contracted_at_place: bool | None = None
    training_continues: bool | None = None
    applied_on: date | None = None
    registered: bool = True

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - papers do not depend on a scheme
        return claim_papers(
            self.kind,
            self.segment,
            self.on,
            contracted_facility=self.contracted_facility,
            traffic_accident=self.traffic_accident,
            amount=self.amount,
            claimant=self.claimant,
            on_leave=self.on_leave,
            lost_at_sea=self.lost_at_sea,
            contracted_at_place=self.contracted_at_place,
            training_continues=self.training_continues,
            applied_on=self.applied_on,
            registered=self.registered,
            law=self.law,
        )


class DisputeQuestion(Question, kw_only=True, tag="dispute_steps"):
    """Where does one go who does not agree?"""

    about: DisputeAbout
    on: date
    segment: Segment | None = None
    filed_on: date | None = None
    handed_over_on: date | None = None
    sent_back_on: date | None = None
    conditions_met_on: date | None = None
    opinion_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - the way does not depend on a scheme
        return dispute_steps(
            self.about,
            self.on,
            segment=self.segment,
            filed_on=self.filed_on,
            handed_over_on=self.handed_over_on,
            sent_back_on=self.sent_back_on,
            conditions_met_on=self.conditions_met_on,
            opinion_on=self.opinion_on,
            calendar=self.calendar,
            law=self.law,
        )


class MissingQuestion(Question, kw_only=True, tag="missing_person"):
    """What can be claimed for a participant who is missing?"""

    how: Disappearance
    last_news_on: date
    at_work: bool
    segment: Segment = Segment.BPU
    paper: MissingPaper | None = None
    named_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme knows missing persons
        return missing_person(
            self.how,
            self.last_news_on,
            at_work=self.at_work,
            segment=self.segment,
            paper=self.paper,
            named_on=self.named_on,
            law=self.law,
        )


class RegistrationQuestion(Question, kw_only=True, tag="registration_timeline"):
    """By when must a registration be made, answered and carried on?"""

    segment: Segment
    form_received_on: date | None = None
    hired_on: date | None = None
    self_registered_on: date | None = None
    ordered_on: date | None = None
    complete_on: date | None = None
    card_on: date | None = None
    proof_on: date | None = None
    changed_on: date | None = None
    event_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - deadlines do not depend on a scheme
        return registration_timeline(
            self.segment,
            form_received_on=self.form_received_on,
            hired_on=self.hired_on,
            self_registered_on=self.self_registered_on,
            ordered_on=self.ordered_on,
            complete_on=self.complete_on,
            card_on=self.card_on,
            proof_on=self.proof_on,
            changed_on=self.changed_on,
            event_on=self.event_on,
            calendar=self.calendar,
            law=self.law,
        )


ClaimQuestion: TypeAlias = (
    TimelineQuestion
    | InTimeQuestion
    | PapersQuestion
    | DisputeQuestion
    | MissingQuestion
    | RegistrationQuestion
)
