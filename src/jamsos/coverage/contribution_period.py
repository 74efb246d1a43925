"""*Masa iur*: the paid contribution months that count on a day (decision D33)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.membership.history import counted_days
from jamsos.values.months import Month, month_index
from jamsos.workers.participation import Participation


class ContributionPeriod(NamedTuple):
    """Paid months up to a day, added up over memberships, and in a row up to the latest one."""

    cumulative: int
    unbroken: int


MONTHS_OF_ONE_NUMBER = "jkm.months_of_one_number"
"""What settles since 2 December 2019 which months count (Permenaker 5/2021 Pasal 102)."""


def counted_months(
    participation: Participation | tuple[Participation, ...],
    period: ContributionPeriod,
    day: date,
    law: Law,
) -> int:
    """The count the law of the day asks for, of the months already counted.

    Legal source: Permenaker 5/2021 Pasal 102 ayat (4), (5), where nothing asks for months in a
    row; before it, and of prepaid months, decision D33.
    """
    if law.find(MONTHS_OF_ONE_NUMBER, day) is None:
        return period.unbroken if law.chose("D33", "unbroken") else period.cumulative
    if law.chose("D33", "prepaid_months_count"):
        return months_paid_by(participation, day)
    return period.cumulative


def contribution_period(
    participation: Participation | tuple[Participation, ...], day: date
) -> ContributionPeriod:
    """Count the months paid by a day, of those up to its own month.

    Prepaid later months do not count yet, and a month paid under several registrations counts once.
    Earlier months stated as a number join the unbroken count if the months after them have no gap.

    >>> from jamsos.workers.payments import payments
    >>> paid = payments("2023-01", "2026-06")
    >>> member = Participation(number_issued=date(2023, 1, 2), payments=paid)
    >>> contribution_period(member, date(2025, 12, 31)).cumulative
    36
    """
    registrations = participation if isinstance(participation, tuple) else (participation,)
    months = _paid_by(registrations, day)
    earlier = sum(registration.earlier_paid_months for registration in registrations)
    unbroken = _in_a_row(months)
    # A number of earlier months has no gaps of its own: it counts if none came after it.
    is_whole_row = unbroken == len(months)
    if is_whole_row and _follows_earlier(months, registrations):
        unbroken += earlier
    cumulative = len(months) + earlier
    return ContributionPeriod(cumulative=cumulative, unbroken=unbroken)


def most_paid_months(registrations: Iterable[Participation], day: date) -> int:
    """The most months that can have been paid by a day, where only the arrears are a number.

    >>> member = Participation(number_issued=date(2023, 1, 2), months_in_arrears=2)
    >>> most_paid_months([member], date(2025, 12, 31))
    34
    """
    most = 0
    for registration in registrations:
        counted = contribution_period(registration, day).cumulative
        if registration.arrears_alone and registration.owed_from is not None:
            months = month_index(day) - registration.owed_from.index + 1
            counted += max(months - (registration.months_in_arrears or 0), 0)
        most += counted
    return most


def _paid_by(registrations: Iterable[Participation], day: date) -> set[int]:
    """The months up to the day's own that were paid by the day, by index."""
    own = month_index(day)
    # A set, because a month paid under two registrations is one month of contribution.
    months: set[int] = set()
    for registration in registrations:
        paid = registration.paid_index.items()
        months |= {index for index, paid_on in paid if index <= own and paid_on <= day}
    return months


def months_paid_by(participation: Participation | tuple[Participation, ...], day: date) -> int:
    """Count the months paid by a day, prepaid later ones too (an alternative of D33 and D67).

    >>> from jamsos.workers.payments import payments
    >>> prepaid = payments("2026-01", "2026-12", on=date(2026, 1, 5))
    >>> member = Participation(number_issued=date(2026, 1, 6), payments=prepaid)
    >>> months_paid_by(member, date(2026, 3, 1))
    12
    """
    registrations = participation if isinstance(participation, tuple) else (participation,)
    months: set[int] = set()
    earlier = 0
    for registration in registrations:
        earlier += registration.earlier_paid_months
        paid = registration.paid_index
        months.update(index for index, paid_on in paid.items() if paid_on <= day)
    return len(months) + earlier


def _in_a_row(months: set[int]) -> int:
    """How many months are paid without a gap up to the latest one."""
    latest = max(months, default=0)
    # As in most memberships: no gap at all.
    if months and latest - min(months) + 1 == len(months):
        return len(months)
    count = 0
    while latest - count in months:
        count += 1
    return count


def _follows_earlier(months: set[int], registrations: Iterable[Participation]) -> bool:
    """Whether the paid months begin where the months stated as a number end, if not before."""
    joints = [
        registration.owed_from.index
        for registration in registrations
        if registration.earlier_paid_months and registration.owed_from is not None
    ]
    if not joints or not months:
        return True
    return min(months) <= min(joints)


def still_counted(participation: Participation, law: Law, until: Month, day: date) -> Participation:
    """The membership with the paid months that count if every later month is paid (decision D33).

    All of them; where the law is read to ask for months in a row, those in a row up to this month.

    Args:
        participation: The membership and its payments.
        law: The law to apply.
        until: The month after which every month is paid.
        day: The day whose rule counts them.

    """
    settled = law.find(MONTHS_OF_ONE_NUMBER, day) is not None
    if settled or not law.chose("D33", "unbroken"):
        return participation
    gap = until.index
    while gap in participation.paid_index:
        gap -= 1
    first = participation.owed_from
    # No gap since the first month owed: the months stated as a number still join the row.
    if first is not None and gap < first.index:
        return participation
    known_payments = participation.payments or ()
    row = [payment for payment in known_payments if payment.month.index > gap]
    payments = tuple(row)
    return evolve(participation, payments=payments, first_month=None, earlier_paid_months=0)


def scholarship_right_from(
    participation: Participation, law: Law, until: Month, paid_on_from: Month | None = None
) -> date | None:
    """The first day on which the months counted reach what the law of that day asks for.

    Legal source: PP 44/2015, PP 82/2019 Pasal 34 ayat (1) huruf d.

    Args:
        participation: The membership and its payments; months stated as a number count as paid in
            their turn.
        law: The law with its changing minimum.
        until: The last month paid, or the one before the day asked about.
        paid_on_from: Assume every month from this one on is paid in its turn.

    Returns:
        The day; None: the payments do not reach it.

    """
    # The minimum changed over time: a day counts only under the rule that was in force on it.
    for rule in law.timelines["jkm.scholarship_min_contribution_months"]:
        counted = still_counted(participation, law, until, rule.since)
        day = _reached(counted, rule, law, paid_on_from)
        if day is None:
            continue
        if rule.until is None or day < rule.until:
            return max(day, rule.since)
    return None


def _reached(
    participation: Participation, rule: Provision, law: Law, paid_on_from: Month | None
) -> date | None:
    """The day the count reaches what is needed, by the payments made or by paying on."""
    needed = rule.number
    days = counted_days(participation.paid_index, 0)
    settled = law.find(MONTHS_OF_ONE_NUMBER, rule.since) is not None
    if settled and law.chose("D33", "prepaid_months_count"):
        days = sorted(participation.paid_index.values())
    short = needed - participation.earlier_paid_months
    if short <= 0:
        return _reached_earlier(participation, needed)
    if len(days) >= short:
        return days[short - 1]
    if paid_on_from is None:
        return None
    last_month = paid_on_from + (short - len(days) - 1)
    return last_month.first_day


def _reached_earlier(participation: Participation, needed: int) -> date | None:
    """The day within the months stated as a number.

    Those after the number was issued are taken in their turn.
    """
    issued = participation.number_issued
    # Without the day of the number nothing places the earlier months in time.
    if issued is None:
        return None
    before = participation.earlier_paid_months - participation.hidden_months
    month = Month.of(issued)
    missing = needed - before
    last_month = month + (missing - 1)
    return max(issued, last_month.first_day)
