"""Draws by arithmetic: what row 7 draws depends on the seed and the name of the draw, and on nothing else.

So a register is the same in one piece and in parts, on any machine and with any version of the engine.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import polars as pl

from jamsos.errors import InputError

BITS = 2**32
_STEPS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Odd multipliers that spread neighbouring numbers over 64 bits (those of the generator splitmix64)."""
ENTRIES = 10_000
"""The entries of a table from which a share is drawn: shares are kept to a hundredth of a percent."""
PER_MILLE = 1000


def word(number: pl.Expr, seed: int, name: str) -> pl.Expr:
    """32 drawn bits for each numbered row; 64-bit products that overflow wrap, as they shall."""
    start = int.from_bytes(hashlib.sha256(f"{seed} {name}".encode()).digest()[:8])
    mixed = (number + _whole(start)) * _whole(_STEPS[0])
    return ((mixed ^ (mixed // _whole(BITS))) * _whole(_STEPS[1])) // _whole(BITS)


def up_to(drawn: pl.Expr, size: pl.Expr) -> pl.Expr:
    """A whole number from 0 to below ``size``."""
    return (drawn * size) // _whole(BITS)


def below(drawn: pl.Expr, size: int) -> pl.Expr:
    """A whole number from 0 to below ``size``, the same for all."""
    return up_to(drawn, _whole(size))


def chosen(drawn: pl.Expr, table: pl.Series) -> pl.Expr:
    """One entry of a table."""
    return pl.lit(table).gather(below(drawn, len(table)))


def spread(weights: Mapping[Any, int], unknown: int = 0) -> list[Any]:
    """A table in which each value stands as often as its weight asks, and None for ``unknown`` per mille.

    >>> table = spread({"a": 3, "b": 1}, unknown=200)
    >>> [table.count(value) for value in ("a", "b", None)]
    [6000, 2000, 2000]

    Raises:
        InputError: for weights that are no whole numbers from 0 up, or all 0.

    """
    known = ENTRIES * (PER_MILLE - checked_share(unknown, "unknown")) // PER_MILLE
    total = sum(checked_weight(weight) for weight in weights.values())
    if total == 0:
        raise InputError("weights", dict(weights), "one weight above 0 at least", "give a weight to what shall occur")
    table: list[Any] = []
    reached = 0
    for value, weight in weights.items():
        reached += weight
        table += [value] * (known * reached // total - len(table))
    return table + [None] * (ENTRIES - known)


def flags(share: int, unknown: int) -> pl.Series:
    """A table of yes and no: ``share`` per mille of those known say yes."""
    return pl.Series(spread({True: checked_share(share, "share"), False: PER_MILLE - share}, unknown), dtype=pl.Boolean)


def checked_share(share: object, name: str) -> int:
    """Return a share in per mille.

    Raises:
        InputError: for anything but a whole number from 0 to 1000.

    """
    if isinstance(share, bool) or not isinstance(share, int) or not 0 <= share <= PER_MILLE:
        raise InputError(name, share, f"a whole number from 0 to {PER_MILLE} (per mille)", "correct the share")
    return share


def checked_weight(weight: object) -> int:
    """Return a weight.

    Raises:
        InputError: for anything but a whole number from 0 up.

    """
    if isinstance(weight, bool) or not isinstance(weight, int) or weight < 0:
        raise InputError("weight", weight, "a whole number from 0 up", "correct the weight")
    return weight


def _whole(value: int) -> pl.Expr:
    return pl.lit(value, pl.UInt64)
