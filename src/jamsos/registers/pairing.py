"""Two registers side by side by NIK; a person who cannot be told apart is never joined, but reported."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import polars as pl

from jamsos.errors import InputError

WHY = "why"
"""Why a row was not compared: ``no_nik``, or ``twice``: its NIK stands twice in one of the two registers."""

TOTAL = "total"
"""The name of the whole in a table of sums."""

Frames: TypeAlias = tuple[pl.DataFrame | None, pl.DataFrame | None]
"""A group as it stands in the first and in the second register."""


def checked_frame(frame: object, name: str) -> pl.DataFrame:
    """Return a polars frame with a NIK for people to be told apart by.

    Raises:
        InputError: for another kind of frame, or one without a column of NIK as text.

    """
    if not isinstance(frame, pl.DataFrame):
        raise InputError(
            name, type(frame).__name__, "a polars DataFrame", "convert it: pl.from_pandas, pl.from_arrow, collect"
        )
    if frame.schema.get("nik") != pl.String:
        kind = frame.schema.get("nik", "no column nik")
        raise InputError(name, str(kind), "a column nik of text", "read the NIK as text; numbers lose digits")
    return frame


class Pairs(NamedTuple):
    """The rows of two registers; every row stands in exactly one place."""

    both: tuple[pl.DataFrame, pl.DataFrame]
    """People in both, in the order of the first register, row beside row."""
    only: tuple[pl.DataFrame, pl.DataFrame]
    unclear: tuple[pl.DataFrame, pl.DataFrame]


def refuse_taken(frame: pl.DataFrame, names: tuple[str, ...], side: str) -> None:
    """Refuse columns whose names the result needs.

    Raises:
        InputError: naming them.

    """
    taken = [name for name in names if name in frame.columns]
    if taken:
        raise InputError(side, taken, "a register without these columns", "drop or rename them")


def paired(first: object, second: object, names: tuple[str, str]) -> Pairs:
    """Bring two registers together by NIK.

    Raises:
        InputError: for what is no polars frame with a NIK.

    """
    frames = [checked_frame(frame, name) for frame, name in zip((first, second), names, strict=True)]
    for frame, name in zip(frames, names, strict=True):
        refuse_taken(frame, (WHY,), name)
    twice = pl.concat(frame.filter(pl.col("nik").is_duplicated()).select("nik") for frame in frames)["nik"].unique()
    told = [frame.filter(pl.col("nik").is_not_null() & ~pl.col("nik").is_in(twice.implode())) for frame in frames]
    unclear = [_unclear(frame, twice) for frame in frames]
    both = told[0].join(told[1], on="nik", how="semi", maintain_order="left")
    beside = both.select("nik").join(told[1], on="nik", how="left", maintain_order="left").select(told[1].columns)
    only = [told[n].join(told[1 - n], on="nik", how="anti", maintain_order="left") for n in range(len(told))]
    return Pairs((both, beside), (only[0], only[1]), (unclear[0], unclear[1]))


def _unclear(frame: pl.DataFrame, twice: pl.Series) -> pl.DataFrame:
    nik = pl.col("nik")
    why = pl.when(nik.is_null()).then(pl.lit("no_nik")).when(nik.is_in(twice.implode())).then(pl.lit("twice"))
    return frame.with_columns(why.alias(WHY)).filter(pl.col(WHY).is_not_null())


def summed(
    groups: Mapping[str, Frames], whole: Frames, amounts: tuple[str, str], names: tuple[str, str]
) -> pl.DataFrame:
    """People, known amounts, and people without an amount, on both sides of each group and of the whole."""
    rows = [
        {"group": group, **_side(first, amounts[0], names[0]), **_side(second, amounts[1], names[1])}
        for group, (first, second) in {**groups, TOTAL: whole}.items()
    ]
    return pl.DataFrame(rows)


def proves(sums: pl.DataFrame) -> bool:
    """Whether the groups make up the whole, which was counted for itself."""
    total = pl.col("group") == TOTAL
    return sums.filter(~total).drop("group").sum().equals(sums.filter(total).drop("group"))


def _side(frame: pl.DataFrame | None, amount: str, name: str) -> dict[str, int]:
    known = pl.Series([], dtype=pl.Int64) if frame is None else frame[amount].cast(pl.Int64)
    return {f"people_{name}": len(known), f"rupiah_{name}": int(known.sum()), f"undecided_{name}": known.null_count()}
