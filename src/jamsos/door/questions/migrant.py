"""Questions about migrant workers: contribution, protection, benefits."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.door.question import Question, Schemes
from jamsos.migrant.benefit import migrant_benefit
from jamsos.migrant.cover import migrant_cover
from jamsos.migrant.items import MigrantItem
from jamsos.migrant.premium import migrant_premium
from jamsos.workers.family import Family
from jamsos.workers.placement import Placement


class MigrantPremiumQuestion(Question, kw_only=True, tag="migrant_premium"):
    """What does a migrant worker owe for one placement?"""

    on: date
    contract_months: int | None = None
    agency: bool | None = None
    prolonged_by: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme pays for a placement
        return migrant_premium(
            self.on,
            contract_months=self.contract_months,
            agency=self.agency,
            prolonged_by=self.prolonged_by,
            law=self.law,
        )


class MigrantCoverQuestion(Question, kw_only=True, tag="migrant_cover"):
    """Which programme protects a migrant worker on a day, and from when to when?"""

    placement: Placement
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme pays for a placement
        return migrant_cover(self.placement, self.on, law=self.law)


class MigrantBenefitQuestion(Question, kw_only=True, tag="migrant_benefit"):
    """What does one benefit of a migrant worker come to?"""

    placement: Placement
    item: MigrantItem
    on: date
    cost: int | None = None
    by_agency_or_policy: bool | None = None
    amount: int | None = None
    family: Family | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - no scheme pays for a placement
        return migrant_benefit(
            self.placement,
            self.item,
            self.on,
            cost=self.cost,
            by_agency_or_policy=self.by_agency_or_policy,
            amount=self.amount,
            family=self.family,
            law=self.law,
        )


MigrantQuestion: TypeAlias = MigrantPremiumQuestion | MigrantCoverQuestion | MigrantBenefitQuestion
