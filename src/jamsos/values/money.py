"""Exact money: whole rupiah as ``int``, shares as whole parts per million, never ``float``."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any, TypeAlias

from jamsos.errors import InputError
from jamsos.values.plain import advice, as_whole, keep

if TYPE_CHECKING:
    from attrs import Attribute

Rupiah: TypeAlias = int | Fraction
"""An exact amount: ``int`` for whole rupiah, ``Fraction`` where the law gives parts of one."""

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
    if amount.denominator == 1:
        return int(amount)
    return amount


def quotient(parts: Rupiah, whole: int) -> Rupiah:
    """Divide exactly.

    >>> quotient(16_800_000_000, MILLION), quotient(1, 2)
    (16800, Fraction(1, 2))
    """
    amount, rest = divmod(parts, whole)
    if rest:
        return Fraction(parts, whole)
    return amount


def share_of(parts_per_million: int, amount: Rupiah) -> Rupiah:
    """Take a share given in parts per million of an amount, exactly.

    >>> share_of(600_000, 80_000_000)
    48000000
    """
    return quotient(parts_per_million * amount, MILLION)


def bill_2dp_half_up(amount: Rupiah) -> Decimal:
    """Write an amount as a bill does: two decimals, half up (decision D31).

    For display, never to calculate on with. Round each amount of a worker, programme and party
    once, and add the rounded ones where they are shown.

    >>> bill_2dp_half_up(Fraction(19_200_005, 1000)), bill_2dp_half_up(16_800)
    (Decimal('19200.01'), Decimal('16800.00'))

    Raises:
        InputError: for anything but an int or a Fraction, which a float is not.

    """
    exact_amount = amount if isinstance(amount, Fraction) else as_whole(amount)
    if exact_amount is None:
        step = advice(amount, "give what an answer gave: an int or a Fraction")
        raise InputError("amount", amount, "exact rupiah as int or Fraction", step)
    cents = floor(exact_amount * _CENTS + Fraction(1, 2))
    # Built from its digits: arithmetic on decimals would round to the context of the process.
    digits = tuple(int(digit) for digit in str(abs(cents)))
    sign = 1 if cents < 0 else 0
    return Decimal((sign, digits, -2))


def checked_rupiah(value: object, name: str) -> int:
    """Return whole, non-negative rupiah as an int; a whole number of NumPy is taken exactly.

    Raises:
        InputError: for bool, float, text, negative or absurdly large amounts.

    """
    allowed = "whole rupiah as int, from 0 up"
    amount = as_whole(value)
    if amount is None:
        step = advice(
            value, "give the amount as an int: int(...) where it is whole, else round it first"
        )
        raise InputError(name, value, allowed, step)
    if not 0 <= amount <= LARGEST:
        raise InputError(name, amount, allowed, "check the sign and the number of digits")
    return amount


def checked_exact(value: object, name: str) -> Rupiah:
    """Return ``value`` if it is an exact, non-negative amount: whole rupiah or a fraction of them.

    Raises:
        InputError: for bool, float, text, negative or absurdly large amounts.

    """
    if not isinstance(value, Fraction):
        return checked_rupiah(value, name)
    if not 0 <= value <= LARGEST:
        raise InputError(
            name, value, "exact rupiah, from 0 up", "check the sign and the number of digits"
        )
    return exact(value)


def is_rupiah(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Validate a rupiah field of an attrs class; ``None`` stands for a missing fact."""
    # An amount of Python within the bounds is kept as it came.
    if value is None or (type(value) is int and 0 <= value <= LARGEST):
        return
    amount = checked_rupiah(value, f"{type(instance).__name__}.{attribute.name}")
    keep(instance, attribute, amount)
