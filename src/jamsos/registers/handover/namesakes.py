"""Who could be meant by a row without a NIK: people of the same name, born on no other day."""

import polars as pl

from jamsos.registers.frames import PRIVATE
from jamsos.registers.intake.duplicates import spelt_alike

_ROW = f"{PRIVATE}row"
_BIRTH = pl.col("birth")
_OTHER_BIRTH = pl.col("birth_right")


def may_stand_in(people: pl.DataFrame, rows: pl.DataFrame) -> pl.Series:
    """Whether each person may be one of the rows, by name and day of birth.

    A day that nobody stated is no other day; a name that nobody stated is nobody's.
    """
    stated = _stated(people).with_row_index(_ROW)
    named = _named(stated)
    pairs = named.join(_named(_stated(rows)), on="name")
    is_unknown = _BIRTH.is_null() | _OTHER_BIRTH.is_null()
    may_be_same = pairs.filter((_BIRTH == _OTHER_BIRTH) | is_unknown)
    numbers = may_be_same[_ROW].unique()
    return stated[_ROW].is_in(numbers.implode())


def _stated(frame: pl.DataFrame) -> pl.DataFrame:
    """Name and day of birth as far as a register has them."""
    name = pl.lit(None, pl.String)
    if isinstance(frame.schema.get("name"), pl.String | pl.Categorical | pl.Enum):
        # However it is spelt: capitals, blanks and signs are no other name.
        name = spelt_alike("name", r"\P{L}")
    birth = pl.lit(None, pl.Date)
    if frame.schema.get("birth") == pl.Date:
        birth = _BIRTH
    # Chosen from the rows, so that a register without either has as many rows.
    return frame.select(pl.col("nik"), name=name, birth=birth).drop("nik")


def _named(stated: pl.DataFrame) -> pl.DataFrame:
    return stated.filter(pl.col("name") != "")
