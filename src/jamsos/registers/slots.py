"""Days and serials for invented numbers: no two people share one, however many there are."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from math import gcd
from typing import NamedTuple

import polars as pl

from jamsos.registers.draws import PER_MILLE, below, word

NO_REGION = 999_999 * 10**10
"""Every invented number begins with 99.99.99, which is no region."""
DAY = 10**8
"""The weight of one day of the month in the digits."""
_MONTH, _YEAR, _CENTURY = 10**6, 10**4, 100
_GOLDEN = 618
"""Per mille of a round from one person to the next: neighbours in the register are strangers in age."""
SERIALS = 9999
SECOND_NUMBERS = 5000
"""Serials from here on are for a second number of the same person, as dirt."""


class Slots(NamedTuple):
    """Days that many people share: a person's number leads to a place, and a round of serials."""

    days: pl.Series
    """The day of each place; a day of weight 3 has three places."""
    parts: pl.Series
    """Day, month and year as an identity number writes them, followed by four zeros."""
    serials: pl.Series
    round: int
    """Serials that one round uses up."""

    @classmethod
    def of(cls, listed: Sequence[tuple[date, int]]) -> "Slots":
        """Places for days with their weights."""
        places = [(day, serial) for day, weight in listed for serial in range(1, weight + 1)]
        parts = [day.day * DAY + day.month * _MONTH + day.year % _CENTURY * _YEAR for day, _ in places]
        return cls(
            pl.Series([day for day, _ in places], dtype=pl.Date),
            pl.Series(parts, dtype=pl.UInt64),
            pl.Series([serial for _, serial in places], dtype=pl.UInt64),
            max((weight for _, weight in listed), default=1),
        )

    def most(self, serials: int) -> int:
        """How many different numbers there are with serials up to this one."""
        return len(self.days) * (serials // self.round)

    def place(self, number: pl.Expr, seed: int, name: str) -> pl.Expr:
        """The place of each number: those of one round meet every place once."""
        size = len(self.days)
        stride = next(step for step in count(size * _GOLDEN // PER_MILLE) if gcd(step, size) == 1)
        shift = below(word(number // size, seed, name), size)
        return (number % size * stride + shift) % size

    def digits(self, place: pl.Expr, number: pl.Expr) -> pl.Expr:
        """The 16 digits as a whole number, the day written as a man's."""
        serial = pl.lit(self.serials).gather(place) + number // len(self.days) * self.round
        return pl.lit(NO_REGION, pl.UInt64) + pl.lit(self.parts).gather(place) + serial
