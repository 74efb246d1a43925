"""Questions about duties: programmes, corrections, sanctions; and the two searches."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.benefits.work_accident.disability_table import disability_rows
from jamsos.door.question import Question, Schemes
from jamsos.eligibility.programmes import required_programmes
from jamsos.premiums.corrections import construction_correction, wage_correction
from jamsos.premiums.results import Breach
from jamsos.premiums.sanctions import employer_sanctions, person_sanctions
from jamsos.premiums.wage.risk_groups import risk_group
from jamsos.values.months import Month
from jamsos.workers.employment import Employment
from jamsos.workers.enterprise import Enterprise
from jamsos.workers.worker import Worker


class RequiredProgrammesQuestion(Question, kw_only=True, tag="required_programmes"):
    """Which programmes are compulsory, optional or not possible for a person?"""

    worker: Worker
    on: date
    enterprise: Enterprise | None = None
    trainee: bool | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - the duty does not depend on a scheme
        return required_programmes(
            self.worker, self.on, enterprise=self.enterprise, trainee=self.trainee, law=self.law
        )


class WageCorrectionQuestion(Question, kw_only=True, tag="wage_correction"):
    """What did an employer pay too much or too little for a month?"""

    employments: tuple[Employment, ...]
    month: Month
    paid: int
    received_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - an employer pays
        return wage_correction(
            self.employments,
            self.month,
            paid=self.paid,
            received_on=self.received_on,
            calendar=self.calendar,
            law=self.law,
        )


class ConstructionCorrectionQuestion(Question, kw_only=True, tag="construction_correction"):
    """What comes back of a project's contribution after a change of the contract?"""

    on: date
    paid: int
    value: int | None = None
    contains_vat: bool | None = None
    vat_rate: str | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a contractor pays
        return construction_correction(
            self.on,
            paid=self.paid,
            value=self.value,
            contains_vat=self.contains_vat,
            vat_rate=self.vat_rate,
            law=self.law,
        )


class EmployerSanctionsQuestion(Question, kw_only=True, tag="employer_sanctions"):
    """What follows for an employer who did not register or pay?"""

    breach: Breach
    on: date
    first_warning_on: date | None = None
    second_warning_on: date | None = None
    contribution_due: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - sanctions do not depend on a scheme
        return employer_sanctions(
            self.breach,
            self.on,
            first_warning_on=self.first_warning_on,
            second_warning_on=self.second_warning_on,
            contribution_due=self.contribution_due,
            law=self.law,
        )


class PersonSanctionsQuestion(Question, kw_only=True, tag="person_sanctions"):
    """What follows for a self-employed person who does not register?"""

    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - sanctions do not depend on a scheme
        return person_sanctions(self.on, law=self.law)


class RiskGroupQuestion(Question, kw_only=True, tag="risk_group"):
    """Which kinds of business have these words in their name?"""

    words: str
    on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a list of the law
        return risk_group(self.words, self.on, self.law)


class DisabilityRowsQuestion(Question, kw_only=True, tag="disability_rows"):
    """Which rows of the disability table have these words in their name?"""

    words: str

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a table of the law
        return disability_rows(self.words, law=self.law)


DutyQuestion: TypeAlias = (
    RequiredProgrammesQuestion
    | WageCorrectionQuestion
    | ConstructionCorrectionQuestion
    | EmployerSanctionsQuestion
    | PersonSanctionsQuestion
    | RiskGroupQuestion
    | DisabilityRowsQuestion
)
