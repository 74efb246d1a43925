"""The birth that a NIK was issued with, in columns of its parts."""

from typing import TypeVar

import polars as pl

_Frame = TypeVar("_Frame", pl.DataFrame, pl.LazyFrame)

_HOLDS_BIRTH = r"^[0-9]{12}"
_BEFORE = len("PPKKCC")
_BIRTH = len("DDMMYY")
_HUNDRED = 100
_NUMBER = pl.col("_birth_in_nik")

DAY_IN_NIK = pl.col("_day_in_nik")
"""The day as it is written, which is 40 more for a woman."""
MONTH_IN_NIK = pl.col("_month_in_nik")
YEAR_IN_NIK = pl.col("_year_in_nik")
"""The year without its century."""


def with_birth_in_nik(frame: _Frame) -> _Frame:
    """The rows with the birth that their NIK holds; nothing where it holds none.

    >>> people = pl.DataFrame({"nik": ["9999992905840001", "9999996905840001", "99"]})
    >>> with_birth_in_nik(people).select(DAY_IN_NIK, MONTH_IN_NIK, YEAR_IN_NIK).rows()
    [(29, 5, 84), (69, 5, 84), (None, None, None)]
    """
    nik = pl.col("nik").cast(pl.String)
    six_digits = nik.str.slice(_BEFORE, _BIRTH)
    holds_birth = nik.str.contains(_HOLDS_BIRTH)
    # As one number: three parts of a text take three times as long.
    number = pl.when(holds_birth).then(six_digits).cast(pl.Int64)
    return frame.with_columns(_birth_in_nik=number).with_columns(
        _day_in_nik=_NUMBER // _HUNDRED // _HUNDRED,
        _month_in_nik=_NUMBER // _HUNDRED % _HUNDRED,
        _year_in_nik=_NUMBER % _HUNDRED,
    )
