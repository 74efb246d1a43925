"""Draws by arithmetic: what row 7 draws depends on the seed and the name of the draw only.

So a register is the same in one piece and in parts, on any machine, with any version of the engine.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import polars as pl

BITS = 2**32
_STEPS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Odd multipliers that spread neighbouring numbers over 64 bits, those of splitmix64."""
ENTRIES = 10_000
"""The entries of a table of shares, which are kept to a hundredth of a percent."""
PER_MILLE = 1000


def word(number: pl.Expr, seed: int, name: str) -> pl.Expr:
    """32 drawn bits for each numbered row."""
    first, second = _STEPS
    size = _whole(BITS)
    # The 64-bit products overflow on purpose: what wraps round is what spreads the numbers.
    moved = number + _start(seed, name)
    mixed = moved * _whole(first)
    upper_half = mixed // size
    mixed_again = (mixed ^ upper_half) * _whole(second)
    return mixed_again // size


def _start(seed: int, name: str) -> pl.Expr:
    """The number from which the draws of one name begin."""
    # A digest, because Python's own hash of a text differs from run to run.
    digest = hashlib.sha256(f"{seed} {name}".encode())
    first_bytes = digest.digest()[:8]
    return _whole(int.from_bytes(first_bytes))


def up_to(drawn: pl.Expr, size: pl.Expr) -> pl.Expr:
    """A whole number from 0 to below ``size``."""
    return (drawn * size) // _whole(BITS)


def below(drawn: pl.Expr, size: int) -> pl.Expr:
    """A whole number from 0 to below ``size``, the same for all."""
    return up_to(drawn, _whole(size))


def chosen(drawn: pl.Expr, table: pl.Series) -> pl.Expr:
    """One entry of a table."""
    place = below(drawn, len(table))
    return entry(table, place)


def entry(table: pl.Series, place: pl.Expr) -> pl.Expr:
    """The entry of a table at each place."""
    return pl.lit(table).gather(place)


def spread(weights: Mapping[Any, int], unknown: int = 0) -> list[Any]:
    """A table in which each value stands as often as its weight asks.

    None stands in it for ``unknown`` per mille.

    >>> table = spread({"a": 3, "b": 1}, unknown=200)
    >>> [table.count(value) for value in ("a", "b", None)]
    [6000, 2000, 2000]
    """
    known = PER_MILLE - unknown
    stated = ENTRIES * known // PER_MILLE
    total = sum(weights.values())
    table: list[Any] = []
    reached = 0
    for value, weight in weights.items():
        reached += weight
        # Measured from the start of the table, so that rounding neither adds entries nor drops any.
        end = stated * reached // total
        missing = end - len(table)
        table.extend([value] * missing)
    not_stated = ENTRIES - stated
    table.extend([None] * not_stated)
    return table


def flags(share: int, unknown: int) -> pl.Series:
    """A table of yes and no: ``share`` per mille of those known say yes."""
    weights = {True: share, False: PER_MILLE - share}
    table = spread(weights, unknown)
    return pl.Series(table, dtype=pl.Boolean)


def _whole(value: int) -> pl.Expr:
    return pl.lit(value, pl.UInt64)
