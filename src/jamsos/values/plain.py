"""Values as people have them: from TOML and JSON, from NumPy and pandas; nothing is lost.

NumPy and pandas are known by what their values can do; neither is imported.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import index
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, cast

from jamsos.errors import InputError, kind_of, name_meant, with_article

if TYPE_CHECKING:
    from attrs import Attribute

T = TypeVar("T")

STATE_NONE = "a fact that is not known is None"
"""The advice for the marks other libraries put in the place of a value."""
_ABSENT = frozenset({"NAType", "NaTType"})
"""The classes of the marks ``pandas.NA`` and ``pandas.NaT``."""
_WIDER_THAN_A_DAY = ("[W]", "[M]", "[Y]")


def as_table(value: object) -> dict[str, Any] | None:
    """The value if it is a table, else None."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """The value if it is a list, else None."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else None


def as_tuple(value: object) -> tuple[object, ...] | None:
    """A tuple, or a list as a tuple; None for anything else.

    >>> as_tuple([1, 2]), as_tuple("12")
    ((1, 2), None)
    """
    if isinstance(value, tuple | list):
        return tuple(cast("Iterable[object]", value))
    return None


def as_whole(value: object) -> int | None:
    """A whole number of any library as an int, else None; a truth value is no number.

    >>> as_whole(3), as_whole(True), as_whole(3.0)
    (3, None, None)
    """
    # Nearly every one is a number of Python.
    if type(value) is int:
        return value
    if isinstance(value, bool):
        return None
    # An older NumPy would count its own True as 1.
    if _kind(value) == "b":
        return None
    try:
        return index(cast("SupportsIndex", value))
    except TypeError:
        return None


def as_flag(value: object) -> bool | None:
    """A truth value of any library as a bool, else None; a number is no truth value.

    >>> as_flag(False), as_flag(0)
    (False, None)
    """
    if isinstance(value, bool):
        return value
    if _kind(value) == "b":
        return bool(value)
    return None


def as_day(value: object) -> date | None:
    """A date, or a midnight timestamp of NumPy or pandas as a date; None for anything else.

    A ``datetime`` is none: whoever writes one means its hour.

    >>> as_day(date(2026, 8, 15)), as_day(datetime(2026, 8, 15))
    (datetime.date(2026, 8, 15), None)
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    stamp: Any = value
    # Of a timestamp with a time zone only the zone would tell the day.
    if hasattr(stamp, "to_datetime64") and stamp.tzinfo is None:
        stamp = stamp.to_datetime64()
    if _kind(stamp) != "M" or stamp.dtype.str.endswith(_WIDER_THAN_A_DAY):
        return None
    midnight = stamp.astype("datetime64[D]")
    if midnight != stamp:
        return None
    day = midnight.item()
    # NumPy counts on beyond the calendar of Python.
    return day if isinstance(day, date) else None


def _kind(value: Any) -> str | None:
    """What a scalar of NumPy holds, as NumPy abbreviates it; None for anything else."""
    if getattr(value, "shape", None) != ():
        return None
    return getattr(getattr(value, "dtype", None), "kind", None)


def is_no_value(value: object) -> bool:
    """Whether a value only marks that there is none: NaN, ``pandas.NA``, NaT.

    >>> is_no_value(float("nan")), is_no_value(None)
    (True, False)
    """
    if type(value).__name__ in _ABSENT:
        return True
    try:
        # NaN and NaT are the values that do not equal themselves.
        return bool(value != value)  # noqa: PLR0124
    except (TypeError, ValueError):
        return False


def checked_kind(kind: type[T], value: object, name: str, step: str = "") -> T:
    """Return a value of a class, such as the facts of a worker.

    Args:
        kind: The class.
        value: What was given.
        name: The argument it was given for.
        step: How to make such a value; without it, by the class itself.

    Raises:
        InputError: for anything else.

    """
    if not isinstance(value, kind):
        allowed = with_article(kind.__name__)
        make = step or f"build it with jamsos.{kind.__name__}(...)"
        raise InputError(name, kind_of(value), allowed, make)
    return value


def checked_tuple(kind: type[T], values: object, name: str, step: str = "") -> tuple[T, ...]:
    """Return several values of a class as a tuple; a list is one.

    Args:
        kind: The class.
        values: What was given.
        name: The argument it was given for.
        step: As for :func:`checked_kind`.

    Raises:
        InputError: naming the argument, or the place of the value that is none of the class.

    """
    items = as_tuple(values)
    if items is None:
        allowed = f"a tuple or list of {kind.__name__}"
        write = "write [one, another], and () for none"
        raise InputError(name, kind_of(values), allowed, write)
    checked: list[T] = []
    for number, item in enumerate(items):
        # A place is named only where it has to be.
        if isinstance(item, kind):
            checked.append(item)
        else:
            checked.append(checked_kind(kind, item, f"{name}[{number}]", step))
    return tuple(checked)


def tuple_or_none(kind: type[T], values: object, name: str) -> tuple[T, ...] | None:
    """Return several values of a class as a tuple, or None where they are not known.

    Raises:
        InputError: as :func:`checked_tuple`.

    """
    if values is None:
        return None
    return checked_tuple(kind, values, name)


def checked_whole(value: object, name: str, least: int, most: int | None = None) -> int:
    """Return a whole number within its bounds; one of NumPy is taken exactly.

    Raises:
        InputError: for anything else, truth values and whole floats included.

    """
    number = as_whole(value)
    in_bounds = number is not None and number >= least and (most is None or number <= most)
    if number is None or not in_bounds:
        allowed = f"a whole number from {least:,} up"
        if most is not None:
            allowed = f"a whole number from {least:,} to {most:,}"
        raise InputError(name, value, allowed, advice(value, "give the number as an int"))
    return number


def checked_switch(value: object, name: str) -> bool:
    """Return True or False; a text such as "no" would count as true.

    Raises:
        InputError: for anything else.

    """
    switch = as_flag(value)
    if switch is None:
        raise InputError(name, value, "True or False", "write True or False")
    return switch


def checked_word(words: Sequence[str], value: object, name: str) -> str:
    """Return one of a few words.

    Raises:
        InputError: for anything else; it offers the word that was probably meant.

    """
    if not isinstance(value, str) or value not in words:
        allowed = f"one of {[str(word) for word in words]}"
        raise InputError(name, value, allowed, name_meant(value, words))
    return value


def advice(value: object, otherwise: str) -> str:
    """The next step for a value that was refused."""
    return STATE_NONE if is_no_value(value) else otherwise


def keep(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Keep a fact in the plain form it was read in; only for the validators of a fact."""
    object.__setattr__(instance, attribute.name, value)
