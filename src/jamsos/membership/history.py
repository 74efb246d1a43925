"""Which months are owed: memberships, arrears in a row, lapse and re-entry.

Legal source: PP 44/2015 Pasal 39 and 42. Months are handled by their index here, which is quicker;
``paid`` holds the day on which each index was paid.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jamsos.law.law import Law
from jamsos.membership.due import due_date
from jamsos.values.days import ONE_DAY, WorkingDay
from jamsos.values.months import Month, month_index
from jamsos.workers.codes import BPU, PU, Segment
from jamsos.workers.participation import Participation


class Spell(NamedTuple):
    """One unbroken membership: from the start of cover until it lapses."""

    start: date
    first: Month
    """The first month owed."""
    ended: date | None = None
    """The first day without membership; None: it has not lapsed."""
    last: Month | None = None
    """The last month owed before the lapse."""


class _Entry(NamedTuple):
    """The beginning of a membership: the start of cover, and the first month owed."""

    start: date
    first: Month


def spells(
    participation: Participation, law: Law, working_day: WorkingDay, until: date
) -> tuple[Spell, ...]:
    """Split a participation into memberships up to a day.

    Arrears beyond the limit end one, the next payment begins another (decision D14); those of an
    employer (PU) end none.
    """
    entry = _first_entry(participation, law)
    memberships: list[Spell] = []
    while entry is not None and entry.start <= until:
        spell = Spell(entry.start, entry.first)
        # Arrears of an employer take no cover from the workers: the employer pays the benefits.
        if participation.segment is not PU:
            spell = _lapsed(entry, participation, law, working_day, until)
        memberships.append(spell)
        paid_index = participation.paid_index
        entry = _re_entry(paid_index, spell.ended)
    return tuple(memberships)


def _first_entry(participation: Participation, law: Law) -> _Entry | None:
    """The beginning of the first membership; None: not known."""
    if participation.number_issued is None or participation.owed_from is None:
        return None
    # What was owed before the first day of the law is not for this library to judge.
    month = Month.of(law.first_day)
    first = max(participation.owed_from, month)
    return _Entry(participation.number_issued, first)


def _lapsed(
    entry: _Entry,
    participation: Participation,
    law: Law,
    working_day: WorkingDay,
    until: date,
) -> Spell:
    """Walk the due dates: more months in a row unpaid than the limit end the membership.

    Legal source: PP 44/2015 Pasal 42 ayat (2).
    """
    start, first = entry
    paid_within_month = participation.paid_within_month
    last_index = month_index(until)
    for index in range(first.index + 1, last_index + 1):
        # Where the month before is paid, at most this one is open, and the limit is longer.
        if index - 1 in paid_within_month:
            continue
        month = Month(index)
        day_after_due = due_date(month, law, working_day) + ONE_DAY
        if day_after_due > until:
            break
        overdue = overdue_in_a_row(index, first.index, participation.paid_index, day_after_due)
        rule = law.get("arrears.limit_months", day_after_due)
        if overdue > rule.number:
            return Spell(start, first, day_after_due, month)
    return Spell(start, first)


def overdue_in_a_row(latest: int, first: int, paid: Mapping[int, date], on: date) -> int:
    """Count the months not paid on or before the day, backwards from ``latest`` without a break.

    Legal source: decision D11.
    """
    index = latest
    while index >= first and not _paid_by(on, paid.get(index)):
        index -= 1
    return latest - index


def _paid_by(on: date, day: date | None) -> bool:
    return day is not None and day <= on


def _re_entry(paid: Mapping[int, date], ended: date | None) -> _Entry | None:
    """The first payment on or after the lapse, and the month the new membership owes first.

    Legal source: decision D14.
    """
    if ended is None:
        return None
    start = min((day for day in paid.values() if day >= ended), default=None)
    if start is None:
        return None
    # Arrears paid on the same day belong to the old membership.
    first = month_index(start)
    new_months = [index for index, day in paid.items() if day == start and index >= first]
    first_new = min(new_months, default=first)
    return _Entry(start, Month(first_new))


def latest_due(
    on: date,
    first: Month,
    law: Law,
    working_day: WorkingDay,
    segment: Segment = BPU,
    *,
    deemed: bool = False,
) -> Month | None:
    """The latest month whose due date has passed before the day; None: no month owed has."""
    month = Month.of(on)
    while month >= first:
        due = due_date(month, law, working_day, segment, deemed=deemed)
        if due < on:
            return month
        month += -1
    return None


def counted_days(paid: Mapping[int, date], first: int) -> list[date]:
    """The days from which paid months count, in order: a prepaid one from its own first day."""
    days: list[date] = []
    for index, on in paid.items():
        if index >= first:
            first_day = Month(index).first_day
            days.append(max(first_day, on))
    return sorted(days)
