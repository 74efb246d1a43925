"""Two registers side by side by NIK.

A row that could be anybody is never joined with another, but reported.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import polars as pl

from jamsos.errors import InputError, kind_of
from jamsos.registers.polars_frames import refuse_taken

WHY = "why"
"""Why a row was not compared: ``no_nik``, or ``twice``: its NIK is twice in a register."""

TOTAL = "total"
"""The name of the whole in a table of sums."""

Frames: TypeAlias = tuple[pl.DataFrame | None, pl.DataFrame | None]
"""A group as it stands in the first and in the second register."""

Sides: TypeAlias = tuple[pl.DataFrame, pl.DataFrame]
"""Rows of the first and rows of the second register."""

SideNames: TypeAlias = tuple[str, str]
"""What the two registers are called."""


def checked_frame(frame: object, name: str) -> pl.DataFrame:
    """Return a polars frame with a NIK by which people are identified.

    Raises:
        InputError: for another kind of frame, or one without a column of NIK as text.

    """
    if not isinstance(frame, pl.DataFrame):
        kind = kind_of(frame)
        step = "convert it: pl.from_pandas, pl.from_arrow, collect"
        raise InputError(name, kind, "a polars DataFrame", step)
    nik_type = frame.schema.get("nik", "no column nik")
    if nik_type != pl.String:
        step = "read the NIK as text; numbers lose digits"
        raise InputError(name, str(nik_type), "a column nik of text", step)
    return frame


class Pairs(NamedTuple):
    """The rows of two registers; every row stands in exactly one place."""

    both: Sides
    """People in both, in the order of the first register, row beside row."""
    only: Sides
    unclear: Sides


def paired(first: object, second: object, names: SideNames) -> Pairs:
    """Bring two registers together by NIK.

    Raises:
        InputError: for anything but a polars frame with a NIK.

    """
    first_name, second_name = names
    first_frame = checked_frame(first, first_name)
    second_frame = checked_frame(second, second_name)
    refuse_taken(first_frame, (WHY,), first_name)
    refuse_taken(second_frame, (WHY,), second_name)
    twice = _twice_in_either(first_frame, second_frame)
    of_first = _identified(first_frame, twice)
    of_second = _identified(second_frame, twice)
    only_first = _only_in(of_first, of_second)
    only_second = _only_in(of_second, of_first)
    unclear_first = _unclear(first_frame, twice)
    unclear_second = _unclear(second_frame, twice)
    return Pairs(
        both=_in_both(of_first, of_second),
        only=(only_first, only_second),
        unclear=(unclear_first, unclear_second),
    )


def _twice_in_either(*frames: pl.DataFrame) -> pl.Series:
    """The NIK that stand twice in a register."""
    nik = pl.col("nik")
    parts: list[pl.DataFrame] = []
    # Twice on one side spoils both: which row would be the partner?
    for frame in frames:
        rows = frame.filter(nik.is_duplicated())
        parts.append(rows.select("nik"))
    numbers = pl.concat(parts)["nik"]
    return numbers.unique()


def _identified(frame: pl.DataFrame, twice: pl.Series) -> pl.DataFrame:
    """The rows whose NIK stands for one person."""
    nik = pl.col("nik")
    is_twice = nik.is_in(twice.implode())
    return frame.filter(nik.is_not_null(), ~is_twice)


def _in_both(first: pl.DataFrame, second: pl.DataFrame) -> Sides:
    """The people in both registers, as each has them."""
    of_first = first.join(second, on="nik", how="semi", maintain_order="left")
    people = of_first.select("nik")
    # Joined from the first side, so that the two frames stand row beside row.
    of_second = people.join(second, on="nik", how="left", maintain_order="left")
    return of_first, of_second.select(second.columns)


def _only_in(frame: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    return frame.join(other, on="nik", how="anti", maintain_order="left")


def _unclear(frame: pl.DataFrame, twice: pl.Series) -> pl.DataFrame:
    nik = pl.col("nik")
    is_twice = nik.is_in(twice.implode())
    is_missing = nik.is_null()
    no_nik = pl.lit("no_nik")
    twice_stated = pl.lit("twice")
    why = pl.when(is_missing).then(no_nik).when(is_twice).then(twice_stated)
    with_why = frame.with_columns(why.alias(WHY))
    is_unclear = pl.col(WHY).is_not_null()
    return with_why.filter(is_unclear)


def summed(
    groups: Mapping[str, Frames], whole: Frames, amounts: tuple[str, str], names: SideNames
) -> pl.DataFrame:
    """On both sides of each group and of the whole: people, known amounts, people without one."""
    first_amount, second_amount = amounts
    first_name, second_name = names
    with_whole = {**groups, TOTAL: whole}
    rows: list[dict[str, str | int]] = []
    for group, (first, second) in with_whole.items():
        first_side = _side(first, first_amount, first_name)
        second_side = _side(second, second_amount, second_name)
        rows.append({"group": group, **first_side, **second_side})
    return pl.DataFrame(rows)


def proves(sums: pl.DataFrame) -> bool:
    """Whether the groups make up the whole, which was counted for itself."""
    is_total = pl.col("group") == TOTAL
    groups = sums.filter(~is_total).drop("group")
    total = sums.filter(is_total).drop("group")
    added_up = groups.sum()
    return added_up.equals(total)


def _side(frame: pl.DataFrame | None, amount: str, name: str) -> dict[str, int]:
    amounts = pl.Series([], dtype=pl.Int64)
    if frame is not None:
        stated = frame[amount]
        # A bill may keep its amounts in a narrow type, in which their sum overflows.
        amounts = stated.cast(pl.Int64)
    return {
        f"people_{name}": len(amounts),
        f"rupiah_{name}": int(amounts.sum()),
        f"undecided_{name}": amounts.null_count(),
    }
