"""Calendar days: adding months, checking dates, working days (*hari kerja*)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from jamsos.errors import InputError, kind_of, with_article
from jamsos.values.plain import advice, as_day, as_flag, checked_whole, keep

if TYPE_CHECKING:
    from attrs import Attribute

WorkingDay: TypeAlias = Callable[[date], bool]
"""A calendar: whether a day is a working day. Any callable serves, so do holiday libraries."""

_SATURDAY = 5
MONTHS_A_YEAR = 12
FIRST_YEAR = 1900
LAST_YEAR = 2200
ONE_DAY = timedelta(days=1)
_CALENDAR = "a callable that tells for a date whether it is a working day"


def monday_to_friday(day: date) -> bool:
    """Tell whether the day is a working day when no holidays are given (decision D20).

    >>> monday_to_friday(date(2026, 8, 15)), monday_to_friday(date(2026, 8, 17))
    (False, True)
    """
    return day.weekday() < _SATURDAY


def checked_calendar(calendar: WorkingDay) -> WorkingDay:
    """Return a calendar, before it is known whether any day will be asked.

    Raises:
        InputError: for what cannot be called.

    """
    if not callable(cast("object", calendar)):
        step = "give a function of a date, such as jamsos.monday_to_friday"
        raise InputError("calendar", kind_of(calendar), _CALENDAR, step)
    return calendar


def is_working(calendar: WorkingDay, day: date) -> bool:
    """Ask a calendar about a day.

    Raises:
        InputError: if it fails or answers anything but True or False.

    """
    try:
        answer: object = calendar(day)
    except Exception as error:  # noqa: BLE001 - the caller's calendar may fail in any way
        value = f"it failed with {type(error).__name__}"
        raise InputError("calendar", value, _CALENDAR, f"correct it: {error}") from None
    works = as_flag(answer)
    if works is None:
        value = f"it returned {with_article(type(answer).__name__)}"
        raise InputError("calendar", value, _CALENDAR, "return True or False")
    return works


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
    count = 0
    for distance in range(1, (last - first).days + 1):
        if is_working(working_day, first + distance * ONE_DAY):
            count += 1
    return count


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
    """Return a date; a midnight timestamp of NumPy or pandas is one.

    Raises:
        InputError: for text, datetimes and everything else.

    """
    day = as_day(value)
    if day is None:
        step = "write the calendar day as datetime.date(2026, 8, 15)"
        if isinstance(value, datetime):
            step = "give its calendar day: .date()"
        raise InputError(name, value, "a datetime.date without a time", advice(value, step))
    return day


def plausible_day(value: object, name: str) -> date:
    """Return a day a question may ask about: a date whose year is no slip of the pen.

    Raises:
        InputError: for what is no date, or a year too far ahead.

    """
    day = checked_day(value, name)
    if day.year > LAST_YEAR:
        raise InputError(name, day.isoformat(), f"a year up to {LAST_YEAR}", "check the year")
    return day


def checked_year(value: object, name: str) -> int:
    """Return a calendar year; one of two digits is refused.

    >>> checked_year(2026, "year")
    2026

    Raises:
        InputError: for anything else.

    """
    return checked_whole(value, name, FIRST_YEAR, LAST_YEAR)


def check_order(days: Mapping[str, date | None]) -> None:
    """Refuse days that do not follow each other; days that are not stated are passed over.

    >>> check_order({"paid_on": date(2026, 3, 2), "embarked_on": date(2026, 3, 1)})
    Traceback (most recent call last):
    ...
    jamsos.errors.InputError: embarked_on: got '2026-03-01'; allowed: paid_on (2026-03-02) ...

    Raises:
        InputError: naming the later of two days in the wrong order.

    """
    stated = [(name, day) for name, day in days.items() if day is not None]
    for (before, earlier), (name, later) in pairwise(stated):
        if later < earlier:
            allowed = f"{before} ({earlier}) or later"
            raise InputError(name, later.isoformat(), allowed, "check both days")


def is_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a date field of an attrs class; ``None`` stands for a missing fact."""
    # A date of Python is kept as it came.
    if value is not None and type(value) is not date:
        day = checked_day(value, f"{type(instance).__name__}.{attribute.name}")
        keep(instance, attribute, day)


def is_known_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a date field that has to be stated."""
    if type(value) is not date:
        day = checked_day(value, f"{type(instance).__name__}.{attribute.name}")
        keep(instance, attribute, day)


def is_plausible_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a day that may lie ahead, but not by centuries; ``None`` is a missing fact."""
    if value is not None:
        day = plausible_day(value, f"{type(instance).__name__}.{attribute.name}")
        keep(instance, attribute, day)


def is_known_plausible_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a day that has to be stated, and may lie ahead, but not by centuries."""
    day = plausible_day(value, f"{type(instance).__name__}.{attribute.name}")
    keep(instance, attribute, day)
