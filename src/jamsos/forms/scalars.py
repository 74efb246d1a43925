"""Single values that JSON has no type for: days, moments, months and fractions, in and out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from jamsos.forms.refusals import Refusal, refusing
from jamsos.values.months import Month

FRACTION = r"[0-9]{1,30}/[1-9][0-9]{0,17}"
"""How a fraction is written; before one below 0 stands a minus."""
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""How a day is written; Python itself reads shorter forms too."""
MOMENT = rf"{DAY}T[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?([+-][0-9]{{2}}:[0-9]{{2}}|Z)"
"""How a day with its hour and its distance from UTC is written."""
MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])"
"""How a contribution month is written."""

_DAY = re.compile(DAY)
_MOMENT = re.compile(MOMENT)
_FRACTION = re.compile(f"-?{FRACTION}")
_DAY_ALLOWED = 'a day as in "2026-11-29"'
_MOMENT_ALLOWED = 'a moment with its time zone as in "2026-06-10T14:30:00+08:00"'
_FRACTION_ALLOWED = 'a whole number, or a fraction of two as text: "25/2"'


@lru_cache(maxsize=4096)
def read_day(text: str) -> date:
    """Read a calendar day.

    >>> read_day("2026-11-29")
    datetime.date(2026, 11, 29)
    """
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass  # no such day in the calendar
    raise Refusal(text, _DAY_ALLOWED)


def read_moment(text: str) -> datetime:
    """Read a day with its hour and its distance from UTC."""
    if _MOMENT.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # no such day or hour
    raise Refusal(text, _MOMENT_ALLOWED)


def read_day_or_moment(text: str) -> date:
    """Read a calendar day, or a day with its hour."""
    if "T" in text:
        return read_moment(text)
    return read_day(text)


def read_fraction(value: Any) -> Fraction:
    """Read a whole number, or a fraction as text; a number with a point is not exact.

    >>> read_fraction(12), read_fraction("25/2")
    (Fraction(12, 1), Fraction(25, 2))
    """
    if isinstance(value, str) and not _FRACTION.fullmatch(value):
        raise Refusal(value, _FRACTION_ALLOWED, "write 12.5 as the text 25/2")
    return Fraction(value)


def write_fraction(value: Fraction) -> int | str:
    """Write a fraction as text; a whole one as a number.

    >>> write_fraction(Fraction(25, 2)), write_fraction(Fraction(12))
    ('25/2', 12)
    """
    # Many programs read JSON numbers as floats: what is not whole goes as text.
    if value.denominator == 1:
        return value.numerator
    return str(value)


_read_month = lru_cache(maxsize=4096)(refusing(Month.of, Month))
"""Reads a contribution month; the same few are read again and again."""


class Scalar(NamedTuple):
    """A type that JSON does not have, and how its values are written and read."""

    name: str
    """The name of the type where a form has to tell it."""
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    shapes: tuple[type, ...]
    """The types of JSON that hold it."""
    allowed: str


SCALARS: Mapping[type, Scalar] = {
    date: Scalar("date", date.isoformat, read_day, (str,), _DAY_ALLOWED),
    datetime: Scalar("moment", datetime.isoformat, read_moment, (str,), _MOMENT_ALLOWED),
    Month: Scalar("month", str, _read_month, (str,), 'a month as in "2026-11"'),
    Fraction: Scalar("fraction", write_fraction, read_fraction, (str, int), _FRACTION_ALLOWED),
}
