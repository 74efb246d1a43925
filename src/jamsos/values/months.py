"""The contribution month (*bulan iuran*): the month a contribution is for, not that of payment."""

import re
from datetime import date
from functools import cache, total_ordering

from jamsos.errors import InputError
from jamsos.values.days import MONTHS_A_YEAR
from jamsos.values.plain import advice, as_day

_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ALLOWED = "YYYY-MM from 1900-01 to 9998-12, as text, Month or the date of a day in it"
_FIRST_WRITTEN_YEAR = 1900
_FIRST = date.min.year * MONTHS_A_YEAR
_PAST_THE_CALENDAR = date.max.year * MONTHS_A_YEAR
_NEXT = "write the contribution month as in '2026-11'"
MOST_MONTHS = 1200
"""The longest run of months and the longest contract; more is a slip of the pen."""


@total_ordering
class Month:
    """One calendar month, counted from year 0 so that months add and compare as integers.

    A plain class, so that readers of JSON treat it as one value and not as an object with a field.

    >>> Month.of("2026-11") + 2
    Month('2027-01')
    >>> Month.of("2027-01") - Month.of("2026-11")
    2
    """

    __slots__ = ("_index",)

    def __init__(self, index: int) -> None:
        if type(index) is not int or not _FIRST <= index < _PAST_THE_CALENDAR:
            raise InputError("Month", index, "a month index; or read text with Month.of", _NEXT)
        self._index = index

    @property
    def index(self) -> int:
        """``year * 12 + month - 1``; the form the rules calculate with."""
        return self._index

    @classmethod
    def of(cls, value: object) -> "Month":
        """Read ``'2026-11'``, a date in the month, or a Month.

        Raises:
            InputError: for anything else, datetimes included.

        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls._of_text(value)
        day = as_day(value)
        if day is not None and day.year < date.max.year:
            return cls(month_index(day))
        raise InputError("Month", value, _ALLOWED, advice(value, _NEXT))

    @classmethod
    def _of_text(cls, written: str) -> "Month":
        digits = _WRITTEN.fullmatch(written)
        if digits is None:
            raise InputError("Month", written, _ALLOWED, _NEXT)
        year, month = int(digits[1]), int(digits[2])
        in_calendar = _FIRST_WRITTEN_YEAR <= year < date.max.year and 1 <= month <= MONTHS_A_YEAR
        if not in_calendar:
            raise InputError("Month", written, _ALLOWED, _NEXT)
        return cls(year * MONTHS_A_YEAR + month - 1)

    @property
    def first_day(self) -> date:
        """The first day of the month: the day whose law governs the month."""
        return _first_day(self._index)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Month) and self._index == other._index

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Month):
            return NotImplemented
        return self._index < other._index

    def __reduce__(self) -> tuple[type["Month"], tuple[int]]:
        return Month, (self._index,)

    def __hash__(self) -> int:
        return hash(self._index)

    def __add__(self, months: object) -> "Month":
        if not isinstance(months, int):
            return NotImplemented
        return Month(self._index + months)

    def __sub__(self, other: object) -> int:
        if not isinstance(other, Month):
            return NotImplemented
        return self._index - other._index

    def __str__(self) -> str:
        return _written(self._index)

    def __repr__(self) -> str:
        return f"Month({str(self)!r})"


def checked_month(value: object, name: str) -> Month:
    """Read the month an argument states.

    Raises:
        InputError: naming the argument, for anything :meth:`Month.of` refuses.

    """
    try:
        return Month.of(value)
    except InputError as refused:
        raise refused.about(name) from None


def as_month(value: object) -> Month:
    """Read a month as :meth:`Month.of` does; type checkers of attrs want a plain function."""
    return Month.of(value)


@cache
def _written(index: int) -> str:
    return _first_day(index).isoformat()[:7]


@cache
def _first_day(index: int) -> date:
    return date(index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1, 1)


def month_index(day: date) -> int:
    """The index of the month a day lies in; the quick form for the rules.

    >>> month_index(date(2026, 11, 9)) == Month.of("2026-11").index
    True
    """
    return day.year * MONTHS_A_YEAR + day.month - 1


def months_in_order(first: object, last: object) -> tuple[Month, ...]:
    """The months from one to another, as arguments ``first`` and ``last`` state them.

    Raises:
        InputError: for what is no month, or a last month before the first.

    """
    begin, end = checked_month(first, "first"), checked_month(last, "last")
    if end < begin:
        raise InputError("last", str(end), f"{begin} (first) or later", "check both months")
    return months_between(begin, end)


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """List the months from ``first`` to ``last``, both included; none when last is earlier.

    >>> months_between(Month.of("2026-12"), Month.of("2027-01"))
    (Month('2026-12'), Month('2027-01'))
    """
    return tuple(Month(index) for index in range(first.index, last.index + 1))
