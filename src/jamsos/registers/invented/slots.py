"""Days and serials for invented numbers: no two people share one, however many there are."""

from collections.abc import Sequence
from datetime import date
from math import gcd
from typing import NamedTuple

import polars as pl

from jamsos.registers.invented.draws import PER_MILLE, below, entry, word

NO_REGION = 999_999 * 10**10
"""Every invented number begins with 99.99.99, which is no region."""
DAY = 10**8
"""The weight of one day of the month in the digits."""
_MONTH = 10**6
_YEAR = 10**4
_CENTURY = 100
_GOLDEN = 618
"""Per mille of a round from one person to the next: neighbours in the register differ in age."""
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
        days: list[date] = []
        parts: list[int] = []
        serials: list[int] = []
        largest = 1
        for day, weight in listed:
            digits = _day_digits(day)
            largest = max(largest, weight)
            for serial in range(1, weight + 1):
                days.append(day)
                parts.append(digits)
                serials.append(serial)
        return cls(
            days=pl.Series(days, dtype=pl.Date),
            parts=pl.Series(parts, dtype=pl.UInt64),
            serials=pl.Series(serials, dtype=pl.UInt64),
            round=largest,
        )

    def most(self, serials: int) -> int:
        """How many different numbers there are with serials up to this one."""
        rounds = serials // self.round
        return len(self.days) * rounds

    def place(self, number: pl.Expr, seed: int, name: str) -> pl.Expr:
        """The place of each number: those of one round meet every place once."""
        size = len(self.days)
        round_of_number = number // size
        # Every round begins at a drawn place: people a round apart need not share a day.
        drawn = word(round_of_number, seed, name)
        shift = below(drawn, size)
        steps = number % size * _stride(size)
        return (steps + shift) % size

    def digits(self, place: pl.Expr, number: pl.Expr) -> pl.Expr:
        """The 16 digits as a whole number, the day written as a man's."""
        region = pl.lit(NO_REGION, pl.UInt64)
        day_digits = entry(self.parts, place)
        rounds = number // len(self.days)
        serial = entry(self.serials, place) + rounds * self.round
        return region + day_digits + serial


def _stride(size: int) -> int:
    """How far apart the places of two numbers are that follow each other."""
    stride = size * _GOLDEN // PER_MILLE
    # Steps that share no factor with the size visit every place before they come back.
    while gcd(stride, size) != 1:
        stride += 1
    return stride


def _day_digits(day: date) -> int:
    """Day, month and two digits of the year, in their places before the serial."""
    day_part = day.day * DAY
    month_part = day.month * _MONTH
    year_part = day.year % _CENTURY * _YEAR
    return day_part + month_part + year_part
