"""The tables of construction and migrant contributions as the rules read them."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jamsos.errors import LawDataError
from jamsos.law.provisions import Provision
from jamsos.values.money import LARGEST


class Tier(NamedTuple):
    """One tier of the contract value: above ``over``, up to ``up_to``, a share in parts per million."""

    over: int
    up_to: int
    share: int

    def times(self, number: int) -> "Tier":
        """The tier for a value counted in parts of a rupiah."""
        return Tier(self.over * number, self.up_to * number, self.share)


class Package(NamedTuple):
    """One package of migrant workers: contract months and the amount during and after work."""

    months: int
    amount: int


@cache
def tiers(bounds: Provision, shares: Provision) -> tuple[Tier, ...]:
    """The tiers in force with the shares of one programme; the last has no upper end.

    >>> from datetime import date
    >>> from jamsos.law import current
    >>> rules = [current().get(f"construction.{name}", date(2026, 1, 1)) for name in ("tiers", "jkk_of_tiers")]
    >>> tiers(*rules)[1]
    Tier(over=100000000, up_to=500000000, share=1700)
    """
    starts = [int(str(over)) for (over,) in bounds.rows]
    listed = [int(str(share)) for (share,) in shares.rows]
    if len(starts) != len(listed):
        raise LawDataError(shares.id, len(listed), f"{len(starts)} shares, one for each tier", "correct the table")
    _check_rising(bounds, starts)
    return tuple(Tier(*tier) for tier in zip(starts, [*starts[1:], LARGEST], listed, strict=True))


@cache
def packages(table: Provision) -> tuple[Package, ...]:
    """The packages in force, the shortest first."""
    listed = tuple(Package(int(str(months)), int(str(amount))) for months, amount in table.rows)
    _check_rising(table, [package.months for package in listed])
    return listed


def _check_rising(table: Provision, starts: list[int]) -> None:
    """Refuse rows out of order: the rules go through them from the smallest."""
    if any(later <= earlier for earlier, later in pairwise(starts)):
        raise LawDataError(table.id, starts, "rows that rise", "put the rows in order")
