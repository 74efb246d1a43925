"""Two registers side by side by NIK.

A row that could be anybody, or that somebody has to look at first, is never joined with another,
but reported; so is whoever could stand in such a row of the other register.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import polars as pl

from jamsos.errors import InputError, kind_of
from jamsos.registers.frames import PRIVATE
from jamsos.registers.handover.namesakes import may_stand_in
from jamsos.registers.polars_frames import MARK, refuse_taken

WHY = "why"
"""The column that says why a row cannot be compared yet."""

STANDING = f"{PRIVATE}standing"
"""The column with what a register says of a row itself: one of :class:`Why`, or nothing."""

_OTHER = f"{PRIVATE}other"


class Why(StrEnum):
    """Why a row cannot be compared yet. The codes are versioned API."""

    REPEATED = "repeated"
    """The same row once more; its first is compared."""
    TWICE = "twice"
    """Its NIK stands twice in a register."""
    NO_NIK = "no_nik"
    REJECTED = "rejected"
    TO_CHECK = "to_check"
    OTHER_REJECTED = "other_rejected"
    """The other register has the NIK in a row that was rejected."""
    OTHER_TO_CHECK = "other_to_check"
    """The other register has the NIK in a row that is to be checked."""
    OTHER_NO_NIK = "other_no_nik"
    """The other register has the name in a row without a NIK, born on the same day or on none."""


_OF_THE_OTHER = {Why.REJECTED: Why.OTHER_REJECTED, Why.TO_CHECK: Why.OTHER_TO_CHECK}
"""What a row of one register means for the row of the same NIK in the other."""

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

    Args:
        first: A polars frame with a NIK, and with :data:`STANDING` where its rows were judged.
        second: Another.
        names: What the two are called.

    Raises:
        InputError: for anything but a polars frame with a NIK.

    """
    first_name, second_name = names
    first_frame = checked_frame(first, first_name)
    second_frame = checked_frame(second, second_name)
    refuse_taken(first_frame, (WHY,), first_name)
    refuse_taken(second_frame, (WHY,), second_name)
    of_first = _judged(first_frame)
    of_second = _judged(second_frame)
    twice = _twice_in_either(of_first, of_second)
    own_first = _with_own_reason(of_first, twice)
    own_second = _with_own_reason(of_second, twice)
    first_rows = _with_reason(own_first, own_second)
    second_rows = _with_reason(own_second, own_first)
    first_clear = _clear(first_rows)
    second_clear = _clear(second_rows)
    only_first = _only_in(first_clear, second_clear)
    only_second = _only_in(second_clear, first_clear)
    return Pairs(
        both=_in_both(first_clear, second_clear),
        only=(only_first, only_second),
        unclear=(_unclear(first_rows), _unclear(second_rows)),
    )


def _judged(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows with what their register says of them; of a plain frame, nothing."""
    if STANDING in frame.columns:
        return frame
    nothing = pl.lit(None, pl.String)
    return frame.with_columns(nothing.alias(STANDING))


def _twice_in_either(*frames: pl.DataFrame) -> pl.Series:
    """The NIK that stand twice in a register."""
    nik = pl.col("nik")
    is_first = pl.col(STANDING).ne_missing(pl.lit(Why.REPEATED))
    parts: list[pl.DataFrame] = []
    # Twice on one side spoils both: which row would be the partner?
    for frame in frames:
        rows = frame.filter(is_first).filter(nik.is_duplicated())
        parts.append(rows.select("nik"))
    numbers = pl.concat(parts)["nik"]
    return numbers.unique()


def _with_own_reason(frame: pl.DataFrame, twice: pl.Series) -> pl.DataFrame:
    """The rows with what keeps each of them, by itself, from being compared."""
    nik = pl.col("nik")
    standing = pl.col(STANDING)
    is_repeated = standing == Why.REPEATED
    is_twice = nik.is_in(twice.implode())
    why = (
        pl.when(is_repeated)
        .then(_code(Why.REPEATED))
        .when(nik.is_null())
        .then(_code(Why.NO_NIK))
        .when(is_twice)
        .then(_code(Why.TWICE))
        .otherwise(standing)
    )
    with_why = frame.with_columns(why.alias(WHY))
    return with_why.drop(STANDING)


def _code(why: Why) -> pl.Expr:
    return pl.lit(str(why), pl.String)


def _with_reason(frame: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """The rows with what keeps them from being compared, in the other register too."""
    why = pl.col(WHY)
    doubtful = other.filter(why.is_in(list(_OF_THE_OTHER)))
    reasons = doubtful.select("nik", why.replace(_OF_THE_OTHER).alias(_OTHER))
    by_nik = frame.join(reasons, on="nik", how="left", maintain_order="left")
    not_named_twice = pl.coalesce(WHY, _OTHER).alias(WHY)
    with_why = by_nik.with_columns(not_named_twice).drop(_OTHER)
    return _with_namesakes(with_why, other)


def _with_namesakes(frame: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """The rows with whoever may stand in the other register without a NIK."""
    why = pl.col(WHY)
    nameless = other.filter(why == str(Why.NO_NIK))
    is_found = pl.col("nik").is_in(other["nik"].drop_nulls().unique().implode())
    is_namesake = may_stand_in(frame, nameless)
    is_open = why.is_null() & ~is_found & is_namesake
    found = pl.when(is_open).then(_code(Why.OTHER_NO_NIK)).otherwise(why)
    return frame.with_columns(found.alias(WHY))


def _clear(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that can be compared."""
    why = pl.col(WHY)
    return rows.filter(why.is_null()).drop(WHY)


def _unclear(rows: pl.DataFrame) -> pl.DataFrame:
    why = pl.col(WHY)
    return rows.filter(why.is_not_null())


def _in_both(first: pl.DataFrame, second: pl.DataFrame) -> Sides:
    """The people in both registers, as each has them."""
    of_first = first.join(second, on="nik", how="semi", maintain_order="left")
    people = of_first.select("nik")
    # Joined from the first side, so that the two frames stand row beside row.
    of_second = people.join(second, on="nik", how="left", maintain_order="left")
    return of_first, of_second.select(second.columns)


def _only_in(frame: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    return frame.join(other, on="nik", how="anti", maintain_order="left")


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
    # The mark of a what-if is no count.
    groups = sums.filter(~is_total).drop("group", MARK, strict=False)
    total = sums.filter(is_total).drop("group", MARK, strict=False)
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
