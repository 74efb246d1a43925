"""A history of membership and payments, reduced to what the rules of cover ask about one day."""

from datetime import date
from typing import NamedTuple

from jamsos.coverage.cover_rules import CoverFacts
from jamsos.law.law import Law
from jamsos.membership.history import Spell, counted_days, latest_due, overdue_in_a_row, spells
from jamsos.values.days import ONE_DAY, WorkingDay, add_months
from jamsos.values.months import Month, month_index, months_between
from jamsos.workers.participation import Participation


class Reduction(NamedTuple):
    """The facts of a day, with the membership and the months they were counted from."""

    facts: CoverFacts
    spell: Spell | None = None
    """The membership that holds on the day, or the last one."""
    months: tuple[Month, ...] = ()
    """The months of arrears in a row, oldest first."""
    re_entered: bool = False
    """Whether the membership began again after a lapse (decision D14)."""
    own_month_open: bool = False
    """Whether the month of the day itself is unpaid and not yet due (decision D11)."""


def reduced(
    participation: Participation, issued: date, day: date, law: Law, calendar: WorkingDay
) -> Reduction:
    """Count what the rules ask from the payments of a membership whose number was issued.

    Args:
        participation: The membership; its payments are known.
        issued: The day its number was issued.
        day: The day of the event.
        law: The law to apply.
        calendar: Which days are working days, for the due dates (D20).

    """
    if day < _first_day_of_cover(issued, law):
        not_started = CoverFacts(start=issued, started=False)
        return Reduction(not_started)
    memberships = spells(participation, law, calendar, day)
    spell = memberships[-1]
    start = spell.start
    # A re-entry is a new membership and waits again, unless D14 is read the other way.
    if law.chose("D14", "never_restarts"):
        start = memberships[0].start
    left = has_left(participation, day)
    months: tuple[Month, ...] = ()
    own_month_open = False
    # A worker who has left owes nothing on the day, so nothing is counted against them.
    if not left:
        months = _months_in_arrears(participation, spell, day, law, calendar)
        own_month_open = _is_own_month_open(participation, spell, months, day)
    months_waited = _months_waited(participation, spell, start, day, law)
    facts = CoverFacts(
        start=start,
        started=True,
        left=left,
        ended=spell.ended is not None,
        months_in_arrears=len(months),
        settled=_are_paid_later(months, participation),
        months_waited=months_waited,
    )
    return Reduction(
        facts=facts,
        spell=spell,
        months=months,
        re_entered=len(memberships) > 1,
        own_month_open=own_month_open,
    )


def has_left(participation: Participation, day: date) -> bool:
    """Whether the worker is no longer a participant on the day, by their own leaving."""
    return participation.left_on is not None and participation.left_on <= day


def _first_day_of_cover(issued: date, law: Law) -> date:
    """The day the number was issued, or under the other reading of D10 the day after."""
    if law.chose("D10", "next_day"):
        return issued + ONE_DAY
    return issued


def _months_in_arrears(
    participation: Participation, spell: Spell, day: date, law: Law, calendar: WorkingDay
) -> tuple[Month, ...]:
    """The overdue months in a row up to the day (decision D11)."""
    if spell.ended is not None and spell.last is not None:
        # After a lapse nothing more is owed: the months are those that ended the membership.
        return _overdue(participation, spell, spell.last, spell.ended)
    latest = latest_overdue(participation, spell.first, day, law, calendar)
    if latest is None:
        return ()
    return _overdue(participation, spell, latest, day)


def latest_overdue(
    participation: Participation, first: Month, day: date, law: Law, calendar: WorkingDay
) -> Month | None:
    """The latest month owed that can be in arrears on a day (decision D11); None: there is none."""
    segment, deemed = participation.segment, participation.deemed
    latest = latest_due(day, first, law, calendar, segment, deemed=deemed)
    # Under the other reading of D11 the month of the day is overdue before its due date.
    if law.chose("D11", "own_month_counts"):
        latest = Month.of(day)
    if latest is None or latest < first:
        return None
    return latest


def _overdue(
    participation: Participation, spell: Spell, latest: Month, on: date
) -> tuple[Month, ...]:
    """The months not paid by a day, in a row up to the latest."""
    paid_index = participation.paid_index
    count = overdue_in_a_row(latest.index, spell.first.index, paid_index, on)
    first = latest + (1 - count)
    return months_between(first, latest)


def _are_paid_later(arrears: tuple[Month, ...], participation: Participation) -> bool:
    """Whether there are months of arrears, and all were paid after the day."""
    if not arrears:
        return False
    # Months of arrears were not paid by the day, so any payment of one came after it.
    return all(month.index in participation.paid_index for month in arrears)


def _is_own_month_open(
    participation: Participation, spell: Spell, arrears: tuple[Month, ...], day: date
) -> bool:
    """Whether the month of the day is owed, not paid by the day, and not yet in arrears."""
    own = Month.of(day)
    if own in arrears or own < spell.first:
        return False
    paid_on = participation.paid_index.get(own.index)
    return paid_on is None or paid_on > day


def _months_waited(
    participation: Participation, spell: Spell, start: date, day: date, law: Law
) -> int:
    """The months of waiting behind the day: whole months, or those paid (decision D46)."""
    if law.chose("D46", "three_paid_months"):
        return _paid_months(participation, spell, day)
    if law.chose("D46", "day_after"):
        # Under this reading the day on which the months are full does not count yet.
        return whole_months(start, day - ONE_DAY)
    return whole_months(start, day)


def whole_months(start: date, day: date) -> int:
    """The whole months from one day to another; the end of a shorter month completes one (D46).

    >>> start = date(2025, 11, 30)
    >>> whole_months(start, date(2026, 2, 27)), whole_months(start, date(2026, 2, 28))
    (2, 3)
    """
    months = month_index(day) - month_index(start)
    if add_months(start, months) > day:
        return months - 1
    return months


def _paid_months(participation: Participation, spell: Spell, day: date) -> int:
    """The paid months of this membership that count by the day, prepaid ones in their turn."""
    paid_index = participation.paid_index
    days = counted_days(paid_index, spell.first.index)
    return sum(counted <= day for counted in days)
