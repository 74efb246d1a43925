"""When a contribution is due (*jatuh tempo*), of participants without wage (BPU) and of wage earners (PU)."""

from datetime import date
from functools import lru_cache

from jamsos.law.law import Law, Rule
from jamsos.values.days import ONE_DAY, WorkingDay, monday_to_friday, working_day_from
from jamsos.values.months import Month
from jamsos.workers.codes import BPU, PU, Segment


def due_date(month: Month, law: Law, working_day: WorkingDay = monday_to_friday, segment: Segment = BPU) -> date:
    """The last day to pay a month: the 15th of it (BPU) or of the next (PU), or the next working day.

    Legal source: PP 44/2015 Pasal 21 ayat (2) and (3), 24 ayat (3) and (4). The calendar is an input (D20).

    >>> from jamsos.law import current
    >>> due_date(Month.of("2026-08"), current()), due_date(Month.of("2026-08"), current(), segment=PU)
    (datetime.date(2026, 8, 17), datetime.date(2026, 9, 15))
    """
    return working_day_from(_fixed_day(month, law, segment is PU), working_day)


@lru_cache(maxsize=4096)
def _fixed_day(month: Month, law: Law, of_wage: bool) -> date:
    """The day the law names, before any move to a working day."""
    of_day, of_month = ("due.day_pu", "due.month_offset_pu") if of_wage else ("due.day", "due.month_offset_bpu")
    offset = law.get(of_month, month.first_day).number
    return day_in(month + offset, law.get(of_day, month.first_day).number)


def day_in(month: Month, day: int) -> date:
    """A day of the month by its number; one the month does not have becomes its last day."""
    return min(month.first_day + (day - 1) * ONE_DAY, (month + 1).first_day - ONE_DAY)


@lru_cache(maxsize=4096)
def due_grounds(month: Month, law: Law) -> tuple[Rule, ...]:
    """The provisions of a BPU's due date, and the recorded absence of a fine for missing it."""
    names = ("due.day", "due.month_offset_bpu", "due.holiday_shift")
    return law.cite(*(law.get(name, month.first_day) for name in names), "no_fine_for_bpu")


def wage_due_grounds(month: Month, law: Law) -> tuple[Rule, ...]:
    """What a wage earner's due date rests on; in the months of PP 49/2020 also decision D27."""
    names = ("due.day_pu", "due.month_offset_pu", "due.holiday_shift_pu")
    found = law.cite(*(law.get(name, month.first_day) for name in names))
    return (*found, *law.cite("D27")) if in_2020(month, law) else found


def in_2020(month: Month, law: Law) -> bool:
    """Whether PP 49/2020 speaks of a wage earner's contribution month."""
    return law.find("relief.pp49_2020.pu", month.first_day) is not None
