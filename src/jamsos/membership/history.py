"""Which months are owed: memberships, arrears in a row, lapse and re-entry (PP 44/2015 Pasal 39, 42).

Months are handled by their index here; ``paid`` tells on which day each index was paid.
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
    """One unbroken membership: from the start of cover until it lapses (``ended``: the first day without)."""

    start: date
    first: Month
    ended: date | None = None
    last: Month | None = None
    """The last month owed before the lapse."""


def spells(participation: Participation, law: Law, working_day: WorkingDay, until: date) -> tuple[Spell, ...]:
    """Split a participation into memberships up to a day.

    Arrears beyond the limit end one, the next payment begins another (decision D14); those of an
    employer (PU) end none.
    """
    start, first = participation.number_issued, participation.owed_from
    first = None if first is None else max(first, Month.of(law.first_day))  # earlier arrears are not ours to judge
    paid = participation.paid_index
    if participation.segment is PU:
        return (Spell(start, first),) if start is not None and first is not None and start <= until else ()
    found: list[Spell] = []
    while start is not None and first is not None and start <= until:
        spell = _lapsed(start, first, paid, law, working_day, until)
        found.append(spell)
        start, first = _re_entry(paid, spell.ended)
    return tuple(found)


def _lapsed(
    start: date, first: Month, paid: Mapping[int, date], law: Law, working_day: WorkingDay, until: date
) -> Spell:
    """Walk the due dates: with one month more than the limit unpaid in a row, the membership ends."""
    for index in range(first.index + 1, month_index(until) + 1):
        before = paid.get(index - 1)
        if before is not None and month_index(before) < index:
            continue  # the month before is settled: at most this one is open, and the limit is longer
        month = Month(index)
        day = due_date(month, law, working_day) + ONE_DAY
        if day > until:
            break
        if overdue_in_a_row(index, first.index, paid, day) > law.get("arrears.limit_months", day).number:
            return Spell(start, first, day, month)
    return Spell(start, first)


def overdue_in_a_row(latest: int, first: int, paid: Mapping[int, date], on: date) -> int:
    """Count the months not paid on or before the day, backwards from ``latest`` without a break."""
    index = latest
    while index >= first and not (index in paid and paid[index] <= on):
        index -= 1
    return latest - index


def _re_entry(paid: Mapping[int, date], ended: date | None) -> tuple[date | None, Month | None]:
    """The first payment on or after the lapse, and the month the new membership owes first."""
    start = min((day for day in paid.values() if ended is not None and day >= ended), default=None)
    if start is None:
        return None, None
    here = month_index(start)
    new = [index for index, day in paid.items() if day == start and index >= here]
    return start, Month(min(new, default=here))


def latest_due(on: date, first: Month, law: Law, working_day: WorkingDay, segment: Segment = BPU) -> Month | None:
    """The latest month whose due date has passed before the day; None if no due date of the membership has."""
    month = Month.of(on)
    while month >= first:
        if due_date(month, law, working_day, segment) < on:
            return month
        month += -1
    return None


def counted_days(paid: Mapping[int, date], first: int) -> list[date]:
    """The days on which paid months begin to count, in order: a prepaid month counts from its own first day."""
    return sorted(max(Month(index).first_day, on) for index, on in paid.items() if index >= first)
