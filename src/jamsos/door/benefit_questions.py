"""Questions about what is paid after an accident or a death."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.death import death_benefit
from jamsos.benefits.jkk import jkk_benefit
from jamsos.benefits.projection import scholarship_projection
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
    others: tuple[Participation, ...] = ()
    for_children: tuple[int, ...] | None = None
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return jkk_benefit(
            self.worker,
            self.participation,
            self.accident,
            self.family,
            others=self.others,
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


BenefitQuestion: TypeAlias = BenefitsQuestion | JkkBenefitQuestion | ProjectionQuestion
