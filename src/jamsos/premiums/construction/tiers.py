"""The tiers of a contract value, each with its share (PP 44/2015 Pasal 54 and 55)."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jamsos.errors import LawDataError
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.values.money import LARGEST


class Tier(NamedTuple):
    """One tier of the contract value: above ``over``, up to ``up_to``.

    ``share`` is what is due of the slice, in parts per million.
    """

    over: int
    up_to: int
    share: int

    def times(self, number: int) -> "Tier":
        """The tier for a value counted in parts of a rupiah."""
        return Tier(self.over * number, self.up_to * number, self.share)

    def slice_of(self, value: int) -> int:
        """The part of a contract value that lies in the tier."""
        capped = min(value, self.up_to)
        return max(capped - self.over, 0)


class _Bound(NamedTuple):
    over: int


class _Share(NamedTuple):
    parts_per_million: int


@cache
def tiers(bounds: Provision, shares: Provision) -> tuple[Tier, ...]:
    """The tiers in force with the shares of one programme; the last has no upper end.

    >>> from datetime import date
    >>> from jamsos.law import current
    >>> law, day = current(), date(2026, 1, 1)
    >>> bounds = law.get("construction.tiers", day)
    >>> shares = law.get("construction.jkk_of_tiers", day)
    >>> tiers(bounds, shares)[1]
    Tier(over=100000000, up_to=500000000, share=1700)
    """
    bound_rows = typed_rows(bounds, _Bound)
    starts = [bound.over for bound in bound_rows]
    share_rows = typed_rows(shares, _Share)
    parts = [share.parts_per_million for share in share_rows]
    # Two tables, because JKK and JKM have the bounds in common and not the shares.
    if len(starts) != len(parts):
        raise LawDataError(
            shares.id, len(parts), f"{len(starts)} shares, one for each tier", "correct the table"
        )
    for lower, higher in pairwise(starts):
        if higher <= lower:
            raise LawDataError(bounds.id, starts, "rows that rise", "put the rows in order")
    # No larger value is accepted, so this end is never reached.
    ends = [*starts[1:], LARGEST]
    tiers = zip(starts, ends, parts, strict=True)
    return tuple(Tier(*tier) for tier in tiers)
