"""The words of a rule.

A rule is a small function over whole rupiah, month indexes, dates and booleans. It uses
``+ - * // < <= == & |`` and these words, and neither ``if`` nor ``and`` nor ``/``. On plain values the
words decide on the spot; on a column of a register the very same text builds the expression of the
engine that holds it.
"""

from datetime import date
from typing import Any, TypeVar

from jamsos.values.days import add_years

T = TypeVar("T")


def where(condition: bool, yes: T, no: T) -> T:
    """Choose ``yes`` where the condition holds, else ``no``.

    >>> where(3 < 4, "less", "more")
    'less'
    """
    if condition is True:
        return yes
    if condition is False:
        return no
    return _column_where(condition, yes, no)


def minimum(left: int, right: int) -> int:
    """Return the smaller of two whole numbers.

    >>> minimum(3, 4)
    3
    """
    return where(right < left, right, left)


def maximum(left: int, right: int) -> int:
    """Return the larger of two whole numbers.

    >>> maximum(3, 4)
    4
    """
    return where(left < right, right, left)


def reached(birth: date, on: date, years: int) -> bool:
    """Tell whether somebody born on ``birth`` has reached the age on that day.

    The test compares birth days with one cut-off day, which a column does as fast as a scalar.
    Born on 29 February, one reaches an age on 1 March of a common year.

    >>> reached(date(1961, 11, 1), date(2026, 11, 1), 65), reached(date(1961, 11, 2), date(2026, 11, 1), 65)
    (True, False)
    """
    return birth <= add_years(on, -years)


def _column_where(condition: Any, yes: Any, no: Any) -> Any:
    """The choice as an expression; a plain value becomes a column of 64-bit integers or of booleans."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415 - only columns need it

    def column(value: Any) -> Any:
        if isinstance(value, nw.Expr):
            return value
        return nw.lit(value, nw.Boolean) if isinstance(value, bool) else nw.lit(int(value), nw.Int64)

    return nw.when(condition).then(column(yes)).otherwise(column(no))
