"""Shares as the caller states them, exactly, and how exact figures are rounded to be shown."""

import re
from fractions import Fraction
from math import floor

from jamsos.errors import InputError
from jamsos.values.plain import advice, as_whole

_PER = re.compile(r"([0-9]+(?:\.[0-9]+)?) per ([1-9][0-9]*)")
_ALLOWED = "a share from 0 to 1: '3 per 1000', '1/2' or a Fraction; never a float"


def checked_share(value: object, name: str) -> Fraction:
    """Return a share from 0 to 1, exactly.

    >>> checked_share("2.5 per 1000", "yearly"), checked_share("1/2", "share")
    (Fraction(1, 400), Fraction(1, 2))

    Raises:
        InputError: for a float, for anything else that is no share.

    """
    share = _as_share(value)
    if share is None or not 0 <= share <= 1:
        raise InputError(name, value, _ALLOWED, advice(value, "write it as '3 per 1000'"))
    return share


def _as_share(value: object) -> Fraction | None:
    if isinstance(value, Fraction):
        return value
    if not isinstance(value, str):
        whole = as_whole(value)
        return None if whole is None else Fraction(whole)
    per = _PER.fullmatch(value.strip())
    try:
        if per is not None:
            return Fraction(per[1]) / int(per[2])
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return None


def whole_half_up(amount: Fraction | int) -> int:
    """Round an exact figure to a whole one, half up: only where it is shown.

    >>> whole_half_up(Fraction(5, 2)), whole_half_up(Fraction(-5, 2)), whole_half_up(3)
    (3, -2, 3)
    """
    return floor(amount + Fraction(1, 2))
