"""Questions about the contributions of wage earners and construction projects."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.door.asking import Question, Schemes
from jamsos.premiums.construction import construction_premium
from jamsos.premiums.wage import wage_premium
from jamsos.values.months import Month
from jamsos.workers.employment import Employment


class WagePremiumQuestion(Question, kw_only=True, tag="wage_premium"):
    """What does an employer owe for a wage earner and a month?"""

    employment: Employment
    month: Month
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - schemes are for participants without wage
        return wage_premium(self.employment, self.month, paid_on=self.paid_on, calendar=self.calendar, law=self.law)


class ConstructionQuestion(Question, kw_only=True, tag="construction_premium"):
    """What does a construction project owe?"""

    on: date
    value: int | None = None
    contains_vat: bool | None = None
    vat_rate: str | None = None
    monthly_wage: int | None = None
    relief_condition_met: bool | None = None
    unpaid_in_relief: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a contractor pays
        return construction_premium(
            self.on,
            value=self.value,
            contains_vat=self.contains_vat,
            vat_rate=self.vat_rate,
            monthly_wage=self.monthly_wage,
            relief_condition_met=self.relief_condition_met,
            unpaid_in_relief=self.unpaid_in_relief,
            law=self.law,
        )


ContributionQuestion: TypeAlias = WagePremiumQuestion | ConstructionQuestion
