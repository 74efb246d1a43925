"""Questions about what is paid after an accident or a death."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.death import death_benefit
from jamsos.benefits.jkk import jkk_benefit
from jamsos.benefits.projection import scholarship_projection
from jamsos.claims.timeline import claim_timeline
from jamsos.door.asking import Question, Schemes, scheme_named
from jamsos.workers.codes import Cause
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class BenefitsQuestion(Question, kw_only=True, tag="benefits"):
    """What does the family receive after a death?"""

    worker: Worker
    participations: tuple[Participation, ...]
    died_on: date
    cause: Cause | None = None
    family: Family | None = None
    accident_on: date | None = None
    accident_at: int | None = None
    for_children: tuple[int, ...] | None = None
    disability_paid: int | None = 0
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return death_benefit(
            self.worker,
            self.participations,
            self.family,
            died_on=self.died_on,
            cause=self.cause,
            accident_on=self.accident_on,
            accident_at=self.accident_at,
            for_children=self.for_children,
            disability_paid=self.disability_paid,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class JkkBenefitQuestion(Question, kw_only=True, tag="jkk_benefit"):
    """What does a living participant receive after a work accident?"""

    worker: Worker
    participation: Participation
    accident: WorkAccident
    family: Family | None = None
    for_children: tuple[int, ...] | None = None
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return jkk_benefit(
            self.worker,
            self.participation,
            self.accident,
            self.family,
            for_children=self.for_children,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class ProjectionQuestion(Question, kw_only=True, tag="scholarship_projection"):
    """What would one child's scholarship come to, year by year?"""

    child: Child
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a scholarship does not depend on a scheme
        return scholarship_projection(self.child, self.on, law=self.law)


class TimelineQuestion(Question, kw_only=True, tag="timeline"):
    """By when must a case be reported, answered and paid, and when does the claim lapse?"""

    cause: Cause
    event_on: date
    letter_on: date | None = None
    received_on: date | None = None
    complete_on: date | None = None
    paid_on: date | None = None
    amount: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - deadlines do not depend on a scheme
        return claim_timeline(
            self.cause,
            self.event_on,
            letter_on=self.letter_on,
            received_on=self.received_on,
            complete_on=self.complete_on,
            paid_on=self.paid_on,
            amount=self.amount,
            calendar=self.calendar,
            law=self.law,
        )


BenefitQuestion: TypeAlias = BenefitsQuestion | JkkBenefitQuestion | ProjectionQuestion | TimelineQuestion
