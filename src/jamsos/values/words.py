"""The words of a rule.

A rule is a small function over whole rupiah, month indexes, dates and booleans. It uses
``+ - * // < <= == & |`` and these words, and neither ``if`` nor ``and`` nor ``/``. On plain values the
words decide on the spot; on a column of a register the very same text builds the expression of the
engine that holds it.
"""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, overload

from jamsos.values.days import add_years

if TYPE_CHECKING:
    from narwhals.stable.v2 import Expr

T = TypeVar("T")
_NUMBERS = (int, Fraction)


@overload
def where(condition: bool, yes: T, no: T) -> T: ...
@overload
def where(condition: "Expr", yes: Any, no: Any) -> Any: ...
def where(condition: Any, yes: Any, no: Any) -> Any:
    """Choose ``yes`` where the condition holds, else ``no``.

    >>> where(3 < 4, "less", "more")
    'less'
    """
    if condition is True:
        return yes
    if condition is False:
        return no
    return _column_where(condition, yes, no)


@overload
def minimum(left: int, right: int) -> int: ...
@overload
def minimum(left: Any, right: Any) -> Any: ...
def minimum(left: Any, right: Any) -> Any:
    """Return the smaller of two whole numbers.

    >>> minimum(3, 4)
    3
    """
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return min(left, right)
    return _of_columns("min_horizontal", left, right)


@overload
def maximum(left: int, right: int) -> int: ...
@overload
def maximum(left: Any, right: Any) -> Any: ...
def maximum(left: Any, right: Any) -> Any:
    """Return the larger of two whole numbers.

    >>> maximum(3, 4)
    4
    """
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return max(left, right)
    return _of_columns("max_horizontal", left, right)


def reached(birth: date, on: date, years: int) -> bool:
    """Tell whether somebody born on ``birth`` has reached the age on that day.

    The test compares birth days with one cut-off day, which a column does as fast as a scalar.
    Born on 29 February, one reaches an age on 1 March of a common year.

    >>> reached(date(1961, 11, 1), date(2026, 11, 1), 65), reached(date(1961, 11, 2), date(2026, 11, 1), 65)
    (True, False)
    """
    return birth <= add_years(on, -years)


def _column_where(condition: Any, yes: Any, no: Any) -> Any:
    return _engine().when(condition).then(_column(yes)).otherwise(_column(no))


def _of_columns(word: str, *values: Any) -> Any:
    return getattr(_engine(), word)(*(_column(value) for value in values))


def _column(value: Any) -> Any:
    """A plain value as a column of 64-bit integers or of booleans."""
    engine = _engine()
    if isinstance(value, engine.Expr):
        return value
    return engine.lit(value, engine.Boolean) if isinstance(value, bool) else engine.lit(int(value), engine.Int64)


def _engine() -> Any:
    """The columns of every engine; only who has a register loads them."""
    import narwhals.stable.v2  # noqa: PLC0415

    return narwhals.stable.v2
