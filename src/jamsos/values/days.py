"""Calendar days: adding months, checking dates, working days (*hari kerja*)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from jamsos.errors import InputError

if TYPE_CHECKING:
    from attrs import Attribute

WorkingDay: TypeAlias = Callable[[date], bool]
"""A calendar: tells whether a day is a working day. Any callable serves, so does a holiday library."""

_SATURDAY = 5
MONTHS_A_YEAR = 12
LAST_YEAR = 2200
ONE_DAY = timedelta(days=1)
_CALENDAR = "a callable that tells for a date whether it is a working day"


def monday_to_friday(day: date) -> bool:
    """Tell whether the day is a working day when no holidays are given (decision D20).

    >>> monday_to_friday(date(2026, 8, 15)), monday_to_friday(date(2026, 8, 17))
    (False, True)
    """
    return day.weekday() < _SATURDAY


def is_working(calendar: WorkingDay, day: date) -> bool:
    """Ask a calendar about a day.

    Raises:
        InputError: if it fails or answers anything but True or False.

    """
    try:
        answer: object = calendar(day)
    except Exception as error:  # noqa: BLE001 - the caller's calendar may fail in any way
        raise InputError("calendar", type(error).__name__, _CALENDAR, f"correct it: {error}") from None
    if not isinstance(answer, bool):
        raise InputError("calendar", type(answer).__name__, _CALENDAR, "return True or False")
    return answer


def working_day_from(day: date, working_day: WorkingDay = monday_to_friday) -> date:
    """Move a day that is no working day to the next one.

    >>> working_day_from(date(2026, 8, 15))
    datetime.date(2026, 8, 17)

    Raises:
        InputError: when the calendar has no working day within a year.

    """
    for _ in range(366):
        if is_working(working_day, day):
            return day
        day += ONE_DAY
    raise InputError("calendar", "no working day in a year", _CALENDAR, "check the calendar")


def add_working_days(day: date, count: int, working_day: WorkingDay = monday_to_friday) -> date:
    """The last of so many working days after a day.

    >>> add_working_days(date(2026, 6, 12), 3)
    datetime.date(2026, 6, 17)
    """
    for _ in range(count):
        day = working_day_from(day + ONE_DAY, working_day)
    return day


def working_days_after(first: date, last: date, working_day: WorkingDay = monday_to_friday) -> int:
    """How many working days lie after the first day, up to and with the last.

    >>> working_days_after(date(2026, 6, 12), date(2026, 6, 17))
    3
    """
    return sum(is_working(working_day, first + n * ONE_DAY) for n in range(1, (last - first).days + 1))


@lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """Add months; a day the month does not have becomes its last day (decision D46).

    >>> add_months(date(2025, 11, 30), 3)
    datetime.date(2026, 2, 28)
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - not needed by import jamsos

    return day + relativedelta(months=months)


def add_years(day: date, years: int) -> date:
    """Add years; 29 February becomes 28 February of a common year (decision D57).

    >>> add_years(date(2024, 2, 29), 3)
    datetime.date(2027, 2, 28)
    """
    return add_months(day, MONTHS_A_YEAR * years)


def checked_day(value: object, name: str) -> date:
    """Return ``value`` if it is a date and not a datetime.

    Raises:
        InputError: for text, datetimes and everything else.

    """
    if isinstance(value, datetime) or not isinstance(value, date):
        raise InputError(name, value, "a datetime.date without a time", "give the calendar day")
    return value


def checked_asked_day(value: object, name: str) -> date:
    """Return a day a question may ask about: a date whose year is no slip of the pen.

    Raises:
        InputError: for what is no date, or a year too far ahead.

    """
    day = checked_day(value, name)
    if day.year > LAST_YEAR:
        raise InputError(name, day.isoformat(), f"a year up to {LAST_YEAR}", "check the year")
    return day


def is_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a date field of an attrs class; ``None`` stands for a missing fact."""
    if value is not None:
        checked_day(value, f"{type(instance).__name__}.{attribute.name}")
