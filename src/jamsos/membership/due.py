"""When a contribution is due (*jatuh tempo*)."""

from datetime import date
from functools import lru_cache

from jamsos.law.law import Law, Rule
from jamsos.values.days import ONE_DAY, WorkingDay, is_working, monday_to_friday, working_day_from
from jamsos.values.months import Month


def due_date(month: Month, law: Law, working_day: WorkingDay = monday_to_friday) -> date:
    """The last day to pay a BPU's contribution month: the 15th of that month, or the next working day.

    Legal source: PP 44/2015 Pasal 24 ayat (3) and (4). The calendar is an input (decision D20).

    >>> from jamsos.law import current
    >>> due_date(Month.of("2026-08"), current())
    datetime.date(2026, 8, 17)
    """
    day = _fixed_day(month, law)
    return day if is_working(working_day, day) else working_day_from(day, working_day)


@lru_cache(maxsize=4096)
def _fixed_day(month: Month, law: Law) -> date:
    """The day the law names, before any move to a working day."""
    offset = law.get("due.month_offset_bpu", month.first_day).number
    day = law.get("due.day", month.first_day).number
    return day_in(month + offset, day)


def day_in(month: Month, day: int) -> date:
    """A day of the month by its number; one the month does not have becomes its last day."""
    return min(month.first_day + (day - 1) * ONE_DAY, (month + 1).first_day - ONE_DAY)


@lru_cache(maxsize=4096)
def due_grounds(month: Month, law: Law) -> tuple[Rule, ...]:
    """The provisions of the due date, and the recorded absence of a fine for missing it."""
    names = ("due.day", "due.month_offset_bpu", "due.holiday_shift")
    return law.cite(*(law.get(name, month.first_day) for name in names), "no_fine_for_bpu")
