"""*Masa iur*: the paid contribution months that count on a day (decision D33)."""

from datetime import date
from typing import NamedTuple

from jamsos.law.law import Law
from jamsos.premiums.history import counted_days
from jamsos.values.months import Month
from jamsos.workers.participation import Participation


class ContributionPeriod(NamedTuple):
    """Paid months up to a day, added up over memberships, and in a row up to the latest one."""

    cumulative: int
    unbroken: int

    def counted(self, law: Law) -> int:
        """The count the law is read to ask for."""
        return self.unbroken if law.chose("D33", "unbroken") else self.cumulative


def contribution_period(participation: Participation, day: date) -> ContributionPeriod:
    """Count the months paid on or before the day for months up to its own; prepaid later months do not count.

    Earlier months stated as a number join the unbroken count if the listed months have no gap.

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2023, 1, 2), payments=payments("2023-01", "2026-06"))
    >>> contribution_period(member, date(2025, 12, 31)).cumulative
    36
    """
    here = Month.of(day).index
    months = {index for index, on in participation.paid_index.items() if index <= here and on <= day}
    latest = max(months, default=0)
    in_a_row = 0
    while latest - in_a_row in months:
        in_a_row += 1
    earlier = participation.earlier_paid_months
    whole = in_a_row == len(months)
    return ContributionPeriod(cumulative=len(months) + earlier, unbroken=in_a_row + (earlier if whole else 0))


def reached_on(participation: Participation, needed: int) -> date | None:
    """The day the cumulative count reaches what is needed, by the payments made; None: not yet."""
    days = counted_days(participation.paid_index, 0)
    short = needed - participation.earlier_paid_months
    if short <= 0:
        return participation.number_issued
    return days[short - 1] if len(days) >= short else None
