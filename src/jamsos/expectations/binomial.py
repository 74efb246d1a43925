"""Draws of how often something happens, the same on every machine.

Whole numbers only: no float, no logarithm, and no generator whose draws a new version may change.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from hashlib import shake_128
from itertools import accumulate
from math import floor
from struct import unpack
from typing import NamedTuple

_WORD = 8
"""The bytes of a draw."""
_SIZE = 2**64
"""The number of draws that are equally likely."""
_ONE = 2**160
"""What the likeliest number weighs: so fine that rounding changes no draw of 64 bits."""


class Chances(NamedTuple):
    """The chances of each number of events, as bounds between the draws that give it."""

    least: int
    """The smallest number that can be drawn."""
    bounds: tuple[int, ...]
    """The draw from which on there is one event more, and so on."""


@lru_cache(maxsize=4096)
def chances(trials: int, chance: Fraction) -> Chances:
    """How likely each number of events is among independent trials (binomial distribution).

    Each weight follows from its neighbour by a fraction of whole numbers, from the likeliest
    number outwards, until it is nothing.

    >>> chances(2, Fraction(1, 2)).bounds == (2**62, 3 * 2**62)
    True
    """
    happens, whole = chance.numerator, chance.denominator
    fails = whole - happens
    middle = min(floor((trials + 1) * chance), trials)
    below: list[int] = []
    number, weight = middle, _ONE
    while number > 0 and weight:
        weight = weight * number * fails // ((trials - number + 1) * happens)
        below.append(weight)
        number -= 1
    above: list[int] = []
    number, weight = middle, _ONE
    while number < trials and weight:
        weight = weight * (trials - number) * happens // ((number + 1) * fails)
        above.append(weight)
        number += 1
    weights = [*reversed(below), _ONE, *above]
    sums = list(accumulate(weights))
    bounds = [reached * _SIZE // sums[-1] for reached in sums[:-1]]
    # Numbers less likely than one draw are left out at both ends.
    first = bisect_right(bounds, 0)
    last = bisect_left(bounds, _SIZE - 1)
    return Chances(middle - len(below) + first, tuple(bounds[first:last]))


def draws(seed: int, number: int, runs: int) -> tuple[int, ...]:
    """The draws of one cell in each run: 64 bits each, by SHAKE128 (FIPS 202).

    More runs only add to those before, and no cell changes the draws of another.

    >>> draws(1, 0, 3)[:2] == draws(1, 0, 2)
    True
    """
    stream = shake_128(f"{seed} {number}".encode()).digest(_WORD * runs)
    return unpack(f"<{runs}Q", stream)


def drawn(of: Chances, words: Iterable[int]) -> list[int]:
    """How often it happens in each run."""
    return [of.least + bisect_right(of.bounds, word) for word in words]
