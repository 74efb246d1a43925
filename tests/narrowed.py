"""Values of answers and cells, which can be of many types, as the one a test is about."""

from fractions import Fraction
from typing import TypeVar

One = TypeVar("One")


def of_type(kind: type[One], value: object) -> One:
    """The value, which must be of this type."""
    assert isinstance(value, kind), f"{value!r} is no {kind.__name__}"
    return value


def number(value: object) -> int | Fraction:
    """The value, which must be a whole or an exact number."""
    assert isinstance(value, int | Fraction), f"{value!r} is no number"
    return value


def present(value: One | None) -> One:
    """The value, which must be there."""
    assert value is not None
    return value
