"""The contribution of a wage earner's month under one complete set of facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from attrs import evolve, frozen

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.premiums.relief_outcome import ReliefOutcome
from jamsos.premiums.wage.base import WageBase
from jamsos.premiums.wage.fine import fine_on, late_months
from jamsos.premiums.wage.jkp_members import JkpMember
from jamsos.premiums.wage.rates import rate_of_jkk, rate_of_jkm
from jamsos.premiums.wage.reliefs import OF_2025, named_by, wage_relief
from jamsos.values.money import MILLION, Rupiah, exact, quotient
from jamsos.values.months import Month
from jamsos.workers.employment import Employment, RiskGroup

JKK, JKM, FINE = "premium.jkk", "premium.jkm", "premium.fine"
"""The codes of the lines."""


def summed(amounts: Iterable[Rupiah]) -> Rupiah:
    """The exact sum of amounts in rupiah."""
    total = Fraction(0)
    for amount in amounts:
        total += amount
    return exact(total)


class PricedWage(NamedTuple):
    """The amounts of a month under one set of facts."""

    amounts: tuple[tuple[str, Rupiah], ...]
    """Line code and amount."""
    relief: ReliefOutcome
    group: RiskGroup

    @property
    def contribution(self) -> Rupiah:
        """JKK and JKM without the fine."""
        shares = [amount for code, amount in self.amounts if code != FINE]
        return summed(shares)


@frozen(kw_only=True, eq=False, repr=False)
class WageQuestion:
    """The question, ready for the rules."""

    employment: Employment
    month: Month
    paid_on: date | None
    due: date
    base: WageBase
    jkp: JkpMember
    law: Law

    @property
    def late(self) -> int:
        """The months of lateness."""
        return late_months(self.due, self.paid_on, self.law)

    @property
    def is_fined(self) -> bool:
        """Whether lateness brings a fine: not where somebody is only deemed a worker (D79)."""
        return not self.employment.position.deemed or self.law.chose("D79", "fine")

    def rate(self, code: str, group: RiskGroup) -> Provision:
        """The rate of a line: JKK by risk group (PP 44/2015 Pasal 16), JKM the same for all."""
        if code == JKK:
            return rate_of_jkk(group, self.month, self.law)
        return rate_of_jkm(self.month, self.law)

    def paid_share(self, code: str, relief: ReliefOutcome) -> int:
        """Parts per million of a line that are paid; PP 7/2025 leaves JKM as it is."""
        if code == JKM and named_by(relief, OF_2025):
            return MILLION
        return relief.paid_share

    def priced(self, facts: Mapping[str, Any]) -> PricedWage:
        """Apply the rules to one complete set of facts; they fill in what was not stated."""
        stated = {name.removeprefix("employment."): value for name, value in facts.items()}
        employment: Employment = evolve(self.employment, **stated)
        group = cast("RiskGroup", employment.risk_group)  # stated, or one of all groups
        relief = wage_relief(employment, self.month, self.paid_on, self.law)
        codes = [JKK, JKM]
        # JKM is up to the employer of somebody who is only deemed a worker (D77).
        if employment.position.deemed and not employment.in_jkm:
            codes.remove(JKM)
        amounts = [(code, self._contribution(code, group, relief)) for code in codes]
        in_time = PricedWage(tuple(amounts), relief, group)
        # The fine comes last: it is a share of what the reliefs have left.
        if not self.late or not self.is_fined:
            return in_time
        fine = fine_on(in_time.contribution, self.late, self.month, self.law)
        with_fine = (*in_time.amounts, (FINE, fine))
        return in_time._replace(amounts=with_fine)

    def _contribution(self, code: str, group: RiskGroup, relief: ReliefOutcome) -> Rupiah:
        """The share of the wage after relief; exact, since the wage may be an average."""
        rate = self.rate(code, group)
        share = self.paid_share(code, relief)
        parts = self.base.amount * rate.number * share
        return quotient(parts, self.base.months * MILLION * MILLION)
