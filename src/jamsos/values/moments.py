"""A day, or a day with its hour: limits counted in hours run on the clock."""

from datetime import UTC, date, datetime, timedelta

from jamsos.errors import InputError
from jamsos.values.days import checked_asked_day

_ALLOWED = "a datetime.date, or a datetime.datetime with its time zone"
_NEXT = "name the zone, for Kutai Timur (WITA) zoneinfo.ZoneInfo('Asia/Makassar'); without the hour give the day"


def checked_moment(value: object, name: str) -> date:
    """Return a calendar day, or a day with its hour and time zone.

    Raises:
        InputError: for an hour without a time zone, and for what is no day.

    """
    if not isinstance(value, datetime):
        return checked_asked_day(value, name)
    if value.utcoffset() is None:
        raise InputError(name, value.isoformat(), _ALLOWED, _NEXT)
    checked_asked_day(value.date(), name)
    return value


def day_of(moment: date) -> date:
    """The calendar day of a moment, in its own time zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def hours_after(moment: date, hours: int) -> date:
    """So many hours later: to the minute where the hour is known, else the day.

    >>> hours_after(date(2026, 6, 10), 48)
    datetime.date(2026, 6, 12)
    >>> hours_after(datetime.fromisoformat("2026-06-10T14:30+08:00"), 48).isoformat()
    '2026-06-12T14:30:00+08:00'
    """
    later = timedelta(hours=hours)
    if isinstance(moment, datetime):
        return (moment.astimezone(UTC) + later).astimezone(moment.tzinfo)
    return moment + later


def is_after(moment: date, limit: date) -> bool | None:
    """Whether a moment lies after a limit of hours; None where only the hour of one of them would tell.

    >>> is_after(date(2026, 6, 12), date(2026, 6, 12)) is None
    True
    >>> is_after(date(2026, 6, 11), datetime.fromisoformat("2026-06-12T14:30+08:00"))
    False
    """
    if isinstance(moment, datetime) and isinstance(limit, datetime):
        return moment > limit
    return None if day_of(moment) == day_of(limit) else day_of(moment) > day_of(limit)
