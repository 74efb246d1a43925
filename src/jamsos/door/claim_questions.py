"""Questions about the procedure of a claim: its days, its papers, its disputes; and the days of a registration."""

from datetime import date, datetime
from typing import Annotated, TypeAlias

import msgspec

from jamsos.answers.answer import Answer
from jamsos.claims.codes import Claimant, ClaimKind, DisputeAbout
from jamsos.claims.disputes import dispute_steps
from jamsos.claims.papers import claim_papers
from jamsos.claims.timeline import claim_timeline
from jamsos.door.asking import Question, Schemes
from jamsos.errors import InputError
from jamsos.membership.registration import registration_timeline
from jamsos.workers.codes import Cause, Segment

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A day with its hour and time zone; JSON has no type that is either this or a day."""


def _either(day: date | None, moment: datetime | None, name: str) -> date | None:
    """The day, or the moment of the twin field ``..._at``."""
    if day is not None and moment is not None:
        raise InputError(f"{name}_at", moment.isoformat(), f"{name}_on or {name}_at", "give one of the two")
    return day if moment is None else moment


class TimelineQuestion(Question, kw_only=True, tag="timeline"):
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
            amount=self.amount,
            calendar=self.calendar,
            law=self.law,
        )


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
            law=self.law,
        )


class DisputeQuestion(Question, kw_only=True, tag="dispute_steps"):
    """Where does one go who does not agree?"""

    about: DisputeAbout
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - the way does not depend on a scheme
        return dispute_steps(self.about, self.on, law=self.law)


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
    non_asn: bool | None = None

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
            non_asn=self.non_asn,
            calendar=self.calendar,
            law=self.law,
        )


ClaimQuestion: TypeAlias = TimelineQuestion | PapersQuestion | DisputeQuestion | RegistrationQuestion
