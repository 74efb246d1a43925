"""The contribution month (*bulan iuran*): the month a contribution is for, never the day it is paid."""

import re
from datetime import date, datetime

from attrs import frozen

from jamsos.errors import InputError

_MONTHS_A_YEAR = 12
_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ALLOWED = "YYYY-MM from 1900-01 to 9998-12, as text, Month or the date of a day in it"
_NEXT = "write the contribution month as in '2026-11'"


@frozen(order=True, repr=False)
class Month:
    """One calendar month, counted from year 0 so that months add and compare as integers.

    >>> Month.of("2026-11") + 2
    Month('2027-01')
    >>> Month.of("2027-01") - Month.of("2026-11")
    2
    """

    index: int
    """``year * 12 + month - 1``; the form the rules calculate with."""

    @classmethod
    def of(cls, value: object) -> "Month":
        """Read ``'2026-11'``, a date in the month, or a Month.

        Raises:
            InputError: for anything else, datetimes included.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, date) and not isinstance(value, datetime):
            return cls(value.year * _MONTHS_A_YEAR + value.month - 1)
        found = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise InputError("Month", value, _ALLOWED, _NEXT)
        year, month = int(found[1]), int(found[2])
        if not (date(1900, 1, 1).year <= year < date.max.year and 1 <= month <= _MONTHS_A_YEAR):
            raise InputError("Month", value, _ALLOWED, _NEXT)
        return cls(year * _MONTHS_A_YEAR + month - 1)

    @property
    def first_day(self) -> date:
        """The first day of the month: the day whose law governs the month."""
        return date(self.index // _MONTHS_A_YEAR, self.index % _MONTHS_A_YEAR + 1, 1)

    def __add__(self, months: int) -> "Month":
        return Month(self.index + months)

    def __sub__(self, other: "Month") -> int:
        return self.index - other.index

    def __str__(self) -> str:
        return self.first_day.isoformat()[:7]

    def __repr__(self) -> str:
        return f"Month({str(self)!r})"


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """List the months from ``first`` to ``last``, both included; empty when last is earlier.

    >>> months_between(Month.of("2026-12"), Month.of("2027-01"))
    (Month('2026-12'), Month('2027-01'))
    """
    return tuple(Month(index) for index in range(first.index, last.index + 1))
