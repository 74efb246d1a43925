"""Which months are owed: memberships, arrears in a row, lapse and re-entry (PP 44/2015 Pasal 39, 42)."""

from datetime import date

from attrs import frozen

from jamsos.law.law import Law
from jamsos.premiums.due import due_date
from jamsos.values.days import ONE_DAY, WorkingDay
from jamsos.values.months import Month
from jamsos.workers.participation import Participation


@frozen
class Spell:
    """One unbroken membership: from the start of cover until it lapses (``ended``: the first day without)."""

    start: date
    first: Month
    ended: date | None = None
    last: Month | None = None
    """The last month owed before the lapse."""


def spells(participation: Participation, law: Law, working_day: WorkingDay, until: date) -> tuple[Spell, ...]:
    """Split a participation into memberships up to a day: arrears beyond the limit end one,
    the next payment begins another (decision D14).
    """
    start, first = participation.number_issued, participation.owed_from
    found: list[Spell] = []
    while start is not None and first is not None and start <= until:
        spell = _lapsed(start, first, participation.paid, law, working_day, until)
        found.append(spell)
        start, first = _re_entry(participation.paid, spell.ended)
    return tuple(found)


def _lapsed(
    start: date, first: Month, paid: dict[Month, date], law: Law, working_day: WorkingDay, until: date
) -> Spell:
    """Walk the due dates: with one month more than the limit unpaid in a row, the membership ends."""
    month = first
    while (day := due_date(month, law, working_day) + ONE_DAY) <= until:
        limit = law.get("arrears.limit_months", day).number
        if overdue_in_a_row(month, first, paid, day) > limit:
            return Spell(start, first, day, month)
        month += 1
    return Spell(start, first)


def overdue_in_a_row(latest: Month, first: Month, paid: dict[Month, date], on: date) -> int:
    """Count the months not paid on or before the day, backwards from ``latest`` without a break."""
    count = 0
    while latest + -count >= first and not (latest + -count in paid and paid[latest + -count] <= on):
        count += 1
    return count


def _re_entry(paid: dict[Month, date], ended: date | None) -> tuple[date | None, Month | None]:
    """The first payment on or after the lapse, and the month the new membership owes first."""
    days = sorted(day for day in paid.values() if ended is not None and day >= ended)
    if not days:
        return None, None
    start = days[0]
    new = [month for month, day in paid.items() if day == start and month >= Month.of(start)]
    return start, min(new, default=Month.of(start))


def latest_due(on: date, first: Month, law: Law, working_day: WorkingDay) -> Month | None:
    """The latest month whose due date has passed before the day; None if no due date of the membership has."""
    month = Month.of(on)
    while month >= first:
        if due_date(month, law, working_day) < on:
            return month
        month += -1
    return None


def counted_days(paid: dict[Month, date], first: Month) -> list[date]:
    """The days on which paid months begin to count, in order: a prepaid month counts from its own first day."""
    return sorted(max(month.first_day, on) for month, on in paid.items() if month >= first)
