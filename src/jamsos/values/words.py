"""The words of a rule that decides for one worker or builds the column of a whole register.

Such a rule is a small function over whole rupiah, dates and flags. It uses ``+ - * // < <= == & |``
and these words, and neither ``if`` nor ``and`` nor ``/``. On plain values the words decide at once;
on a column of a register the same text builds the expression of the engine that holds the column.
"""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, overload

from jamsos.values.days import add_years

if TYPE_CHECKING:
    from narwhals.stable.v2 import Expr

T = TypeVar("T")
_NUMBERS = (int, Fraction)
"""The plain values that have an order; anything else is a column."""


@overload
def where(condition: bool, yes: T, no: T) -> T: ...
@overload
def where(condition: "Expr", yes: Any, no: Any) -> Any: ...
def where(condition: Any, yes: Any, no: Any) -> Any:
    """Choose ``yes`` where the condition holds, else ``no``.

    >>> where(3 < 4, "less", "more")
    'less'
    """
    # By identity: a column is neither, and has no truth of its own.
    if condition is True:
        return yes
    if condition is False:
        return no
    engine = _engine()
    return engine.when(condition).then(_as_column(yes)).otherwise(_as_column(no))


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
    return _engine().min_horizontal(_as_column(left), _as_column(right))


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
    return _engine().max_horizontal(_as_column(left), _as_column(right))


def reached(birth: date, on: date, years: int) -> bool:
    """Whether a person born on ``birth`` has reached the age on that day.

    A person born on 29 February reaches an age on 1 March of a common year.

    >>> reached(date(1961, 11, 1), date(2026, 11, 1), 65)
    True
    >>> reached(date(1961, 11, 2), date(2026, 11, 1), 65)
    False
    """
    return birth <= add_years(on, -years)


def _as_column(value: Any) -> Any:
    """A plain value as a column of 64-bit integers or of booleans."""
    engine = _engine()
    if isinstance(value, engine.Expr):
        return value
    if isinstance(value, bool):
        return engine.lit(value, engine.Boolean)
    return engine.lit(int(value), engine.Int64)


def _engine() -> Any:
    """The columns of every engine."""
    # Loaded here: the questions about one worker do without the packages of registers.
    import narwhals.stable.v2  # noqa: PLC0415

    return narwhals.stable.v2
