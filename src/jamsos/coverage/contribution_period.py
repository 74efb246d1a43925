"""*Masa iur*: the paid contribution months that count on a day (decision D33)."""

from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.law.law import Law
from jamsos.membership.history import counted_days
from jamsos.values.months import Month, month_index
from jamsos.workers.participation import Participation


class ContributionPeriod(NamedTuple):
    """Paid months up to a day, added up over memberships, and in a row up to the latest one."""

    cumulative: int
    unbroken: int

    def counted(self, law: Law) -> int:
        """The count the law is read to ask for."""
        return self.unbroken if law.chose("D33", "unbroken") else self.cumulative


def contribution_period(participation: Participation | tuple[Participation, ...], day: date) -> ContributionPeriod:
    """Count the months paid on or before the day for months up to its own; prepaid later months do not count.

    A month paid under several registrations counts once. Earlier months stated as a number join the
    unbroken count if the months after them have no gap.

    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2023, 1, 2), payments=payments("2023-01", "2026-06"))
    >>> contribution_period(member, date(2025, 12, 31)).cumulative
    36
    """
    registrations = participation if isinstance(participation, tuple) else (participation,)
    here = month_index(day)
    months = {
        index
        for registration in registrations
        for index, on in registration.paid_index.items()
        if index <= here and on <= day
    }
    latest = max(months, default=0)
    in_a_row = 0
    while latest - in_a_row in months:
        in_a_row += 1
    earlier = sum(registration.earlier_paid_months for registration in registrations)
    joins = [one.owed_from.index for one in registrations if one.earlier_paid_months and one.owed_from]
    whole = in_a_row == len(months) and min(months, default=0) <= min(joins, default=latest)
    return ContributionPeriod(cumulative=len(months) + earlier, unbroken=in_a_row + (earlier if whole else 0))


def still_counted(participation: Participation, law: Law, until: Month) -> Participation:
    """The membership with the paid months that count if every month after one is paid (decision D33).

    All of them; where the law is read to ask for months in a row, those in a row up to this month.
    """
    if not law.chose("D33", "unbroken"):
        return participation
    gap = until.index
    while gap in participation.paid_index:
        gap -= 1
    row = tuple(payment for payment in participation.payments or () if payment.month.index > gap)
    first = participation.owed_from
    if first is not None and gap < first.index:
        return participation
    return evolve(participation, payments=row, first_month=None, earlier_paid_months=0)


def right_from(participation: Participation, law: Law, paid_on_from: Month | None = None) -> date | None:
    """The first day on which the months counted reach what the law of that day asks for; None: not yet.

    Args:
        participation: The membership and its payments; months stated as a number count as paid in their turn.
        law: The law with its changing minimum (PP 44/2015, PP 82/2019 Pasal 34 ayat (1) huruf d).
        paid_on_from: Assume every month from this one on is paid in its turn.

    """
    days = counted_days(participation.paid_index, 0)
    for rule in law.timelines["jkm.scholarship_min_contribution_months"]:
        reached = _reached(participation, days, rule.number, paid_on_from)
        if reached is not None and (rule.until is None or reached < rule.until):
            return max(reached, rule.since)
    return None


def _reached(participation: Participation, days: list[date], needed: int, paid_on_from: Month | None) -> date | None:
    """The day the cumulative count reaches what is needed, by the payments made or by paying on."""
    short = needed - participation.earlier_paid_months
    if short <= 0:
        return _reached_earlier(participation, needed)
    if len(days) >= short:
        return days[short - 1]
    return None if paid_on_from is None else (paid_on_from + (short - len(days) - 1)).first_day


def _reached_earlier(participation: Participation, needed: int) -> date | None:
    """The day within the months that stand as a number: those after the number was issued are taken in their turn."""
    issued = participation.number_issued
    if issued is None:
        return None
    before = participation.earlier_paid_months - participation.hidden_months
    return max(issued, (Month.of(issued) + (needed - before - 1)).first_day)
