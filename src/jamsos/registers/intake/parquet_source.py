"""Registers in Parquet files."""

from pathlib import Path

import polars as pl
from polars.exceptions import PanicException, PolarsError

from jamsos.errors import instead
from jamsos.registers.intake.cell_texts import is_no_cell, no_cells, of_series
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import check_letters
from jamsos.registers.intake.parquet_measure import check_unpacked, damaged
from jamsos.registers.intake.sheet import Sheet, check_size, sheet_of_columns

_FAILURES = (PolarsError, PanicException, OSError)
"""How reading a Parquet file fails."""


def sheet_of_parquet(path: Path, limits: Limits) -> Sheet:
    """The cells of a Parquet file.

    Raises:
        InputError: for another kind of file, or one that is too large.

    """
    check_unpacked(path, limits)

    def collected() -> pl.DataFrame:
        # The file states its size itself: it is refused before a row of it is read.
        lazy = pl.scan_parquet(path)
        schema = lazy.collect_schema()
        count = lazy.select(pl.len())
        rows = count.collect().item()
        check_size(path.name, rows, len(schema), limits)
        for name, kind in schema.items():
            # One row of a nested column may hold any number of values.
            if is_no_cell(kind):
                raise no_cells(name, kind)
        return lazy.collect()

    frame = instead(collected, _FAILURES, lambda failure: damaged(path.name, failure))
    # A text that many rows share stands in memory once until each row has its own.
    letters = sum(map(_letters, frame))
    check_letters(path.name, letters, limits)
    columns = [of_series(series) for series in frame]
    return sheet_of_columns(frame.columns, columns, "Parquet")


def _letters(series: pl.Series) -> int:
    """How much text a column holds, every cell with a text of its own."""
    kind = series.dtype
    if kind == pl.String:
        lengths = series.str.len_bytes()
    elif isinstance(kind, pl.Categorical | pl.Enum):
        lengths = series.cat.len_bytes()
    else:
        return 0
    # The lengths are so short that their sum would begin again from 0.
    return int(lengths.cast(pl.UInt64).sum())
