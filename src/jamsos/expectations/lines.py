"""Exact expected figures, and frames of them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
from attrs import frozen

from jamsos.errors import InputError, name_meant
from jamsos.expectations.shares import whole_half_up
from jamsos.registers.summing.summary import group_names
from jamsos.values.money import bill_2dp_half_up

KEYS = ("year", "category", "event", "benefit")
"""What a table can be by."""


@frozen
class ExpectedLine:
    """What families are expected to receive of one benefit in one year, after one kind of event."""

    year: int
    """The year in which it is paid: cash in that of the event, a scholarship in its school years,
    which may lie after the scenario."""
    category: str
    """The category of the worker, or ``unknown``."""
    event: str
    """The name of the rate: a cause of death, or that of an accident."""
    benefit: str
    """The code of the line, such as ``jkm.lump_sum``; ``scholarship.year`` of a scholarship."""
    amount: Fraction
    """In rupiah, exactly."""
    count: Fraction
    """How many of these are paid, exactly: of a scholarship the school years."""


@frozen
class ExpectedEvents:
    """How many events of a kind are expected in a year."""

    year: int
    category: str
    event: str
    count: Fraction
    """Exactly."""


def checked_keys(by: object) -> tuple[str, ...]:
    """The columns a table is by.

    Raises:
        InputError: for another column.

    """
    names = group_names(by)
    for name in names:
        if name not in KEYS:
            raise InputError("by", name, f"some of {list(KEYS)}", name_meant(name, KEYS))
    return tuple(dict.fromkeys(names))


def amount_of(lines: Iterable[ExpectedLine]) -> Fraction:
    """The sum of lines."""
    return sum((line.amount for line in lines), Fraction(0))


def sums_by(
    lines: Iterable[ExpectedLine], by: Sequence[str]
) -> dict[tuple[Any, ...], tuple[Fraction, Fraction]]:
    """The amounts and counts of lines by some of their keys, exactly, in the order of the keys."""
    sums: dict[tuple[Any, ...], tuple[Fraction, Fraction]] = {}
    for line in lines:
        key = tuple(getattr(line, name) for name in by)
        amount, count = sums.get(key, (Fraction(0), Fraction(0)))
        sums[key] = (amount + line.amount, count + line.count)
    return {key: sums[key] for key in sorted(sums)}


def lines_frame(lines: Iterable[ExpectedLine], by: Sequence[str]) -> pl.DataFrame:
    """The sums of lines by some of their keys, rounded each for itself."""
    rows: list[tuple[Any, ...]] = []
    for key, (amount, count) in sums_by(lines, by).items():
        rows.append((*key, as_decimal(count), whole_half_up(amount)))
    types: dict[str, Any] = {name: pl.Int64 if name == "year" else pl.String for name in by}
    schema = {**types, "count": DECIMAL, "amount": pl.Int64}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    # A number of different benefits together says nothing.
    return frame if "benefit" in by else frame.drop("count")


DECIMAL = pl.Decimal(scale=2)
"""How exact figures that are no whole ones stand in a frame."""


def as_decimal(count: Fraction) -> Decimal:
    """A figure with two decimals, half up."""
    return bill_2dp_half_up(count)
