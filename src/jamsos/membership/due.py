"""When a contribution is due (*jatuh tempo*), without wage (BPU) and of wage earners (PU)."""

from datetime import date
from functools import lru_cache

from jamsos.law.law import Law, Rule
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY, WorkingDay, monday_to_friday, working_day_from
from jamsos.values.months import Month
from jamsos.workers.codes import BPU, PU, Segment


def due_date(
    month: Month,
    law: Law,
    working_day: WorkingDay = monday_to_friday,
    segment: Segment = BPU,
    *,
    deemed: bool = False,
) -> date:
    """Last day to pay a month: the 15th of it (BPU) or of the next (PU), or the next working day.

    Who is only deemed a worker (``deemed``) is paid for by the 15th of the month itself.

    Legal source: PP 44/2015 Pasal 21 ayat (2) and (3), 24 ayat (3) and (4); Permenaker 5/2021
    Pasal 45 ayat (4). The calendar is an input (D20).

    >>> from jamsos.law import current
    >>> due_date(Month.of("2026-08"), current())
    datetime.date(2026, 8, 17)
    >>> due_date(Month.of("2026-08"), current(), segment=PU)
    datetime.date(2026, 9, 15)
    >>> due_date(Month.of("2026-04"), current(), segment=PU, deemed=True)
    datetime.date(2026, 4, 15)
    """
    if deemed and _is_known_of_trainees(month, law):
        last_day = _fixed_day_of_trainees(month, law)
        return working_day_from(last_day, working_day)
    if segment is PU:
        last_day = _fixed_day_of_wage_earners(month, law)
        return working_day_from(last_day, working_day)
    last_day = _fixed_day(month, law)
    return working_day_from(last_day, working_day)


@lru_cache(maxsize=4096)
def _fixed_day(month: Month, law: Law) -> date:
    """The day the law names for a BPU, before any move to a working day (Pasal 24 ayat (3))."""
    offset = law.get("due.month_offset_bpu", month.first_day)
    day = law.get("due.day", month.first_day)
    return day_in(month + offset.number, day.number)


@lru_cache(maxsize=4096)
def _fixed_day_of_wage_earners(month: Month, law: Law) -> date:
    """The day the law names for PU, before any move to a working day (Pasal 21 ayat (2))."""
    offset = law.get("due.month_offset_pu", month.first_day)
    day = _day_of_wage_earners(month, law)
    return day_in(month + offset.number, day.number)


def _is_known_of_trainees(month: Month, law: Law) -> bool:
    """Whether the law of the month on trainees was read; before April 2021 it was not."""
    return law.find("trainee.due_day", month.first_day) is not None


@lru_cache(maxsize=4096)
def _fixed_day_of_trainees(month: Month, law: Law) -> date:
    """The day the law names for trainees and the like (Permenaker 5/2021 Pasal 45 ayat (4))."""
    offset = law.get("trainee.due_month_offset", month.first_day)
    day = law.get("trainee.due_day", month.first_day)
    return day_in(month + offset.number, day.number)


def _day_of_wage_earners(month: Month, law: Law) -> Provision:
    """The day of the month by PP 44/2015, or by PP 49/2020 in the months it speaks of (D27)."""
    moved = law.find("due.day_pu_pp49_2020", month.first_day)
    if moved is None or law.chose("D27", "usual"):
        return law.get("due.day_pu", month.first_day)
    return moved


def day_in(month: Month, day: int) -> date:
    """A day of the month by its number; one the month does not have becomes its last day."""
    last_day = (month + 1).first_day - ONE_DAY
    days_after_first = (day - 1) * ONE_DAY
    return min(month.first_day + days_after_first, last_day)


@lru_cache(maxsize=4096)
def due_grounds(month: Month, law: Law) -> tuple[Rule, ...]:
    """The provisions of a BPU's due date, and the recorded absence of a fine for missing it."""
    day = month.first_day
    due_day = law.get("due.day", day)
    offset = law.get("due.month_offset_bpu", day)
    shift = law.get("due.holiday_shift", day)
    return law.cite(due_day, offset, shift, "no_fine_for_bpu")


def wage_due_grounds(month: Month, law: Law, *, deemed: bool = False) -> tuple[Rule, ...]:
    """What a wage earner's due date rests on; in the months of PP 49/2020 also decision D27."""
    day = month.first_day
    if deemed and _is_known_of_trainees(month, law):
        names = ("trainee.due_day", "trainee.due_month_offset", "due.holiday_shift_pu")
        rules = [law.get(name, day) for name in names]
        return law.cite(*rules)
    due_day = _day_of_wage_earners(month, law)
    offset = law.get("due.month_offset_pu", day)
    shift = law.get("due.holiday_shift_pu", day)
    grounds = law.cite(due_day, offset, shift)
    # Where the usual day is chosen instead, that choice is a ground as well.
    if law.find("due.day_pu_pp49_2020", day) is not None and law.chose("D27", "usual"):
        decision = law.cite("D27")
        return (*grounds, *decision)
    return grounds
