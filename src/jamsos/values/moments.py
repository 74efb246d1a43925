"""A day, or a day with its hour: limits counted in hours run on the clock."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from jamsos.errors import InputError
from jamsos.values.days import plausible_day
from jamsos.values.plain import as_day, is_no_value, keep

if TYPE_CHECKING:
    from attrs import Attribute

_ALLOWED = "a datetime.date, or a datetime.datetime with its time zone"
_NEXT = (
    "name the zone, for Kutai Timur (WITA) zoneinfo.ZoneInfo('Asia/Makassar'); "
    "without the hour give the day"
)

_ALLOWED_HOUR = "a datetime.datetime with its time zone"
_NEXT_HOUR = "give the hour with its zone, or leave it out"


def checked_moment(value: object, name: str) -> date:
    """Return a calendar day, or a day with its hour and time zone.

    Raises:
        InputError: for an hour without a time zone, and for what is no day.

    """
    if as_day(value) is not None or is_no_value(value) or not isinstance(value, datetime):
        return plausible_day(value, name)
    if value.utcoffset() is None:
        raise InputError(name, value.isoformat(), _ALLOWED, _NEXT)
    plausible_day(value.date(), name)
    return _plain(value)


def _plain(moment: datetime) -> datetime:
    """A moment as a datetime of Python, to the microsecond."""
    stamp: Any = moment
    if hasattr(stamp, "to_pydatetime"):
        plain: datetime = stamp.to_pydatetime(warn=False)
        return plain
    return moment


def day_of(moment: date) -> date:
    """The calendar day of a moment, in its own time zone."""
    if isinstance(moment, datetime):
        return moment.date()
    return moment


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
    """Whether a moment lies after a limit of hours; None where only an hour not known would tell.

    >>> is_after(date(2026, 6, 12), date(2026, 6, 12)) is None
    True
    >>> is_after(date(2026, 6, 11), datetime.fromisoformat("2026-06-12T14:30+08:00"))
    False
    """
    if isinstance(moment, datetime) and isinstance(limit, datetime):
        return moment > limit
    if day_of(moment) == day_of(limit):
        return None
    return day_of(moment) > day_of(limit)


def is_moment(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a day with its hour and time zone; ``None`` stands for a missing fact."""
    if value is None:
        return
    name = f"{type(instance).__name__}.{attribute.name}"
    moment = checked_moment(value, name)
    # A midnight without a zone is read as a day, which has no hour.
    if not isinstance(moment, datetime):
        raise InputError(name, moment.isoformat(), _ALLOWED_HOUR, _NEXT_HOUR)
    keep(instance, attribute, moment)
