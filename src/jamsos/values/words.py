"""The words of a rule.

A rule is a small function over whole rupiah, month indexes, dates and booleans. It uses
``+ - * // < <= == & |`` and these words, and neither ``if`` nor ``and`` nor ``/``, so that the very
text that decides one worker can build an expression over a column of a million. Here the words
decide on the spot.
"""

from datetime import date
from typing import TypeVar

from jamsos.values.days import add_years

T = TypeVar("T")


def where(condition: bool, yes: T, no: T) -> T:
    """Choose ``yes`` where the condition holds, else ``no``.

    >>> where(3 < 4, "less", "more")
    'less'
    """
    return yes if condition else no


def minimum(left: int, right: int) -> int:
    """Return the smaller of two whole numbers.

    >>> minimum(3, 4)
    3
    """
    return min(left, right)


def maximum(left: int, right: int) -> int:
    """Return the larger of two whole numbers.

    >>> maximum(3, 4)
    4
    """
    return max(left, right)


def reached(birth: date, on: date, years: int) -> bool:
    """Tell whether somebody born on ``birth`` has reached the age on that day.

    The test compares birth days with one cut-off day, which a column does as fast as a scalar.
    Born on 29 February, one reaches an age on 1 March of a common year.

    >>> reached(date(1961, 11, 1), date(2026, 11, 1), 65), reached(date(1961, 11, 2), date(2026, 11, 1), 65)
    (True, False)
    """
    return birth <= add_years(on, -years)
