"""Questions about the contributions of wage earners and construction projects."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.door.question import Question, Schemes
from jamsos.premiums.construction.premium import construction_premium
from jamsos.premiums.wage.premium import wage_premium
from jamsos.premiums.wage.run import wage_premium_run
from jamsos.values.months import Month
from jamsos.workers.employment import Employment


class WagePremiumQuestion(Question, kw_only=True, tag="wage_premium"):
    """What does an employer owe for a wage earner and a month?"""

    employment: Employment
    month: Month
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - schemes are for BPU
        return wage_premium(
            self.employment, self.month, paid_on=self.paid_on, calendar=self.calendar, law=self.law
        )


class WagePremiumRunQuestion(Question, kw_only=True, tag="wage_premium_run"):
    """What does an employer owe for each month from the first to the last, and all the workers?"""

    employment: Employment
    first: Month
    last: Month
    workers: int = 1
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - schemes are for BPU
        return wage_premium_run(
            self.employment,
            self.first,
            self.last,
            workers=self.workers,
            paid_on=self.paid_on,
            calendar=self.calendar,
            law=self.law,
        )


class ConstructionQuestion(Question, kw_only=True, tag="construction_premium"):
    """What does a construction project owe?"""

    on: date
    value: int | None = None
    contains_vat: bool | None = None
    vat_rate: str | None = None
    monthly_wage: int | None = None
    relief_condition_met: bool | None = None
    unpaid_in_relief: int | None = None
    starts: date | None = None
    ends: date | None = None
    number_of_instalments: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a contractor pays
        return construction_premium(
            self.on,
            value=self.value,
            contains_vat=self.contains_vat,
            vat_rate=self.vat_rate,
            monthly_wage=self.monthly_wage,
            relief_condition_met=self.relief_condition_met,
            unpaid_in_relief=self.unpaid_in_relief,
            starts=self.starts,
            ends=self.ends,
            number_of_instalments=self.number_of_instalments,
            law=self.law,
        )


ContributionQuestion: TypeAlias = (
    WagePremiumQuestion | WagePremiumRunQuestion | ConstructionQuestion
)
