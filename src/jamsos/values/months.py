"""The contribution month (*bulan iuran*): the month a contribution is for, never the day it is paid."""

import re
from datetime import date, datetime
from functools import cache, total_ordering

from jamsos.errors import InputError
from jamsos.values.days import MONTHS_A_YEAR

_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ALLOWED = "YYYY-MM from 1900-01 to 9998-12, as text, Month or the date of a day in it"
_FIRST = date.min.year * MONTHS_A_YEAR
_PAST_THE_CALENDAR = date.max.year * MONTHS_A_YEAR
_NEXT = "write the contribution month as in '2026-11'"


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
        if isinstance(value, date) and not isinstance(value, datetime) and value.year < date.max.year:
            return cls(month_index(value))
        found = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise InputError("Month", value, _ALLOWED, _NEXT)
        year, month = int(found[1]), int(found[2])
        if not (date(1900, 1, 1).year <= year < date.max.year and 1 <= month <= MONTHS_A_YEAR):
            raise InputError("Month", value, _ALLOWED, _NEXT)
        return cls(year * MONTHS_A_YEAR + month - 1)

    @property
    def first_day(self) -> date:
        """The first day of the month: the day whose law governs the month."""
        return _first_day(self._index)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Month) and self._index == other._index

    def __lt__(self, other: object) -> bool:
        return self._index < other._index if isinstance(other, Month) else NotImplemented

    def __reduce__(self) -> tuple[type["Month"], tuple[int]]:
        return Month, (self._index,)

    def __hash__(self) -> int:
        return hash(self._index)

    def __add__(self, months: object) -> "Month":
        return Month(self._index + months) if isinstance(months, int) else NotImplemented

    def __sub__(self, other: object) -> int:
        return self._index - other._index if isinstance(other, Month) else NotImplemented

    def __str__(self) -> str:
        return self.first_day.isoformat()[:7]

    def __repr__(self) -> str:
        return f"Month({str(self)!r})"


def as_month(value: object) -> Month:
    """Read a month as :meth:`Month.of` does; a plain function, as type checkers of attrs want it."""
    return Month.of(value)


@cache
def _first_day(index: int) -> date:
    return date(index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1, 1)


def month_index(day: date) -> int:
    """The index of the month a day lies in; the quick form for the rules.

    >>> month_index(date(2026, 11, 9)) == Month.of("2026-11").index
    True
    """
    return day.year * MONTHS_A_YEAR + day.month - 1


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """List the months from ``first`` to ``last``, both included; empty when last is earlier.

    >>> months_between(Month.of("2026-12"), Month.of("2027-01"))
    (Month('2026-12'), Month('2027-01'))
    """
    return tuple(Month(index) for index in range(first.index, last.index + 1))
