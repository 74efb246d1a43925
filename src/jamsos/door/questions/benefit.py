"""Questions about what is paid after an accident or a death."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.family.claiming import scholarship
from jamsos.benefits.family.projection import scholarship_projection
from jamsos.benefits.wage import benefit_wage
from jamsos.benefits.work_accident.benefit import jkk_benefit
from jamsos.door.question import Question, Schemes, scheme_named
from jamsos.workers.codes import Cause
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation
from jamsos.workers.sudden_death import SuddenDeath
from jamsos.workers.work_accident import WorkAccident
from jamsos.workers.worker import Worker


class DeathBenefitQuestion(Question, kw_only=True, tag="death_benefit"):
    """What does the family receive after a death?"""

    worker: Worker
    participation: Participation | tuple[Participation, ...]
    died_on: date
    cause: Cause | None = None
    family: Family | None = None
    accident_on: date | None = None
    accident_at: int | None = None
    for_children: tuple[int, ...] | None = None
    disability_paid: int | None = 0
    sudden_death: SuddenDeath | None = None
    reported_late: bool | None = False
    reported_as_suspected: bool | None = False
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return death_benefit(
            self.worker,
            self.participation,
            self.family,
            died_on=self.died_on,
            cause=self.cause,
            accident_on=self.accident_on,
            accident_at=self.accident_at,
            for_children=self.for_children,
            disability_paid=self.disability_paid,
            sudden_death=self.sudden_death,
            reported_late=self.reported_late,
            reported_as_suspected=self.reported_as_suspected,
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


class ScholarshipQuestion(Question, kw_only=True, tag="scholarship"):
    """What does a claim of the scholarship pay for these children?"""

    children: tuple[Child, ...]
    event_on: date
    claimed_on: date | None = None
    accident_on: date | None = None
    for_children: tuple[int, ...] | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a scholarship does not depend on a scheme
        return scholarship(
            self.children,
            self.event_on,
            self.claimed_on,
            accident_on=self.accident_on,
            for_children=self.for_children,
            law=self.law,
        )


class BenefitWageQuestion(Question, kw_only=True, tag="benefit_wage"):
    """Which wage are the benefits of a work accident calculated from?"""

    participation: Participation
    on: date
    worker: Worker | None = None
    others: tuple[Participation, ...] = ()
    cause: Cause = Cause.WORK_ACCIDENT
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return benefit_wage(
            self.participation,
            self.on,
            worker=self.worker,
            others=self.others,
            cause=self.cause,
            scheme=scheme_named(self.scheme, schemes),
            law=self.law,
        )


class ProjectionQuestion(Question, kw_only=True, tag="scholarship_projection"):
    """What would one child's scholarship come to, year by year?"""

    child: Child
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a scholarship does not depend on a scheme
        return scholarship_projection(self.child, self.on, law=self.law)


BenefitQuestion: TypeAlias = (
    DeathBenefitQuestion
    | JkkBenefitQuestion
    | BenefitWageQuestion
    | ScholarshipQuestion
    | ProjectionQuestion
)
