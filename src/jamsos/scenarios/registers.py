"""Registers as scenarios take them: of any engine, as lazy columns of polars."""

from typing import Any

import polars as pl

from jamsos.registers import other_frames
from jamsos.registers.facts import FACTS
from jamsos.registers.frames import imported, native

_NEEDED = {*FACTS, "kecamatan", "village"}
"""The columns that scenarios read; no other is taken from a frame of another engine."""
_KINDS = "a Group, several, or a frame of polars, pandas, pyarrow, DuckDB or PySpark"


def register_of(population: Any) -> pl.LazyFrame:
    """The columns of a register; of polars as they are, of other engines those that are read.

    Raises:
        InputError: for what is no frame, or a column whose values are of several types.
        MissingExtraError: where pyarrow is needed and absent.

    """
    frame = native(population, "population", _KINDS, "read a file with read_register")
    if frame.implementation.is_polars():
        of_polars: pl.LazyFrame = frame.lazy().to_native()
        return of_polars
    imported("pyarrow", "engines")
    columns: pl.LazyFrame = other_frames.read_into_polars(frame, _NEEDED, pl)
    return columns
