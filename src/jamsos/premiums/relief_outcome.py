"""What the reliefs of all segments share: the verdict on a month, and the share then paid."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION
from jamsos.values.months import Month
from jamsos.workers.closed_list import Code


class Relief(Code):
    """How the reliefs (*penyesuaian iuran*) fall out for one contribution month."""

    NONE_KNOWN = "none_known"
    """No relief speaks of the month."""
    GIVEN = "given"
    PAYER_EXCLUDED = "payer_excluded"
    """The relief leaves out what this payer pays (PP 50/2025; decision D24)."""
    KIND_NOT_COVERED = "kind_not_covered"
    """Only independent workers are certain to have it (decision D23)."""
    NOT_PAID_UP = "not_paid_up"
    """Earlier months were not paid (PP 49/2020 Pasal 13; PP 7/2025)."""
    NEW_MEMBER = "new_member"
    """A new participant pays the first months in full (PP 49/2020 Pasal 13)."""
    LATE = "late"
    """A BPU paid or registered when the relief had ended (decision D25)."""
    SECTOR_NOT_COVERED = "sector_not_covered"
    INDUSTRY_NOT_COVERED = "industry_not_covered"
    TOO_FEW_WORKERS = "too_few_workers"
    """The employer has too few active workers (PP 7/2025)."""
    NOT_A_WAGE_EARNER = "not_a_wage_earner"
    """The person is only deemed a worker (PP 7/2025 is for wage earners)."""
    TOO_LATE = "too_late"
    """The employer paid a late month after the last day for it (PP 7/2025)."""


class ReliefOutcome(NamedTuple):
    """What a relief does for a month: the verdict, the share paid under it, and its provision."""

    verdict: Relief
    factor: int
    """Parts per million of the contribution that are paid where the relief is given."""
    provision: Provision | None
    """The provision that speaks of the month; None where none does."""

    @property
    def paid_share(self) -> int:
        """Parts per million of the contribution that are paid: all of it without relief."""
        if self.verdict is Relief.GIVEN:
            return self.factor
        return MILLION


def verdict_of(outcomes: Iterable[ReliefOutcome]) -> Relief | None:
    """The verdict the possible outcomes agree on; None where they differ."""
    verdicts = {outcome.verdict for outcome in outcomes}
    if len(verdicts) > 1:
        return None
    return verdicts.pop()


NOTHING_KNOWN = ReliefOutcome(Relief.NONE_KNOWN, MILLION, None)
"""No relief speaks of the month."""


def verdict_of_2020(month: Month, registered: Month, law: Law, *, paid_up: bool) -> Relief:
    """The verdict of PP 49/2020: relief for members paid up to a month, and for new ones later on.

    Legal source: PP 49/2020 Pasal 13.
    """
    if registered <= paid_up_to(month, law):
        if paid_up:
            return Relief.GIVEN
        return Relief.NOT_PAID_UP
    # Of a member registered later no arrears can be asked: some months at the full rate instead.
    rule = law.get("relief.pp49_2020.full_months_of_new", month.first_day)
    full_months = rule.number
    if month - registered >= full_months:
        return Relief.GIVEN
    return Relief.NEW_MEMBER


def paid_up_to(month: Month, law: Law) -> Month:
    """The month up to which PP 49/2020 asks for payment."""
    rule = law.get("relief.pp49_2020.paid_up_to", month.first_day)
    return Month.of(rule.value)


def last_month(until: date | None) -> Arg:
    """The last month of a relief; a relief may be made without an end."""
    if until is None:
        return Text("month.not_set")
    return Month.of(until) + -1
