"""Exact money: whole rupiah as ``int``, shares as whole parts per million, never ``float``."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any, TypeAlias

from jamsos.errors import InputError

if TYPE_CHECKING:
    from attrs import Attribute

Rupiah: TypeAlias = int | Fraction
"""An exact amount: ``int`` when it is whole rupiah, ``Fraction`` when the law gives parts of one."""

MILLION = 10**6
"""The unit of shares: 0.445 % is 4,450 parts per million, a whole number."""

_CENTS = 100

LARGEST = 10**15
"""Above any rupiah this law can mean; keeps sums inside 64 bits when columns follow."""


def exact(amount: Rupiah) -> Rupiah:
    """Give whole rupiah back as ``int``; anything else stays an exact fraction.

    >>> exact(Fraction(48_000_000, 1)), exact(Fraction(1, 2))
    (48000000, Fraction(1, 2))
    """
    return int(amount) if amount.denominator == 1 else amount


def quotient(parts: Rupiah, whole: int) -> Rupiah:
    """Divide exactly.

    >>> quotient(16_800_000_000, MILLION), quotient(1, 2)
    (16800, Fraction(1, 2))
    """
    amount, rest = divmod(parts, whole)
    return Fraction(parts, whole) if rest else amount


def share_of(parts_per_million: int, amount: Rupiah) -> Rupiah:
    """Take a share given in parts per million of an amount, exactly.

    >>> share_of(600_000, 80_000_000)
    48000000
    """
    return exact(Fraction(parts_per_million, MILLION) * amount)


def bill_2dp_half_up(amount: Rupiah) -> Decimal:
    """Write an amount as a bill does: two decimals, half up (decision D31); for display, never to go on with.

    Round each amount of a worker, programme and party once, and add the rounded ones where they are shown.

    >>> bill_2dp_half_up(Fraction(19_200_005, 1000)), bill_2dp_half_up(16_800)
    (Decimal('19200.01'), Decimal('16800.00'))
    """
    return Decimal(floor(amount * _CENTS + Fraction(1, 2))).scaleb(-2)


def checked_rupiah(value: object, name: str) -> int:
    """Return ``value`` if it is whole, non-negative rupiah.

    Raises:
        InputError: for bool, float, text, negative or absurdly large amounts.

    """
    allowed = "whole rupiah as int, from 0 up"
    if isinstance(value, bool) or not isinstance(value, int):
        raise InputError(name, value, allowed, "give the amount as an int without a fraction")
    if not 0 <= value <= LARGEST:
        raise InputError(name, value, allowed, "check the sign and the number of digits")
    return value


def checked_exact(value: object, name: str) -> Rupiah:
    """Return ``value`` if it is an exact, non-negative amount: whole rupiah or a fraction of them.

    Raises:
        InputError: for bool, float, text, negative or absurdly large amounts.

    """
    if not isinstance(value, Fraction):
        return checked_rupiah(value, name)
    if not 0 <= value <= LARGEST:
        raise InputError(name, value, "exact rupiah, from 0 up", "check the sign and the number of digits")
    return exact(value)


def is_rupiah(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a rupiah field of an attrs class; ``None`` stands for a missing fact."""
    if value is not None:
        checked_rupiah(value, f"{type(instance).__name__}.{attribute.name}")
