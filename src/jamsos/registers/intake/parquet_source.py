"""Registers in Parquet files."""

from pathlib import Path

import polars as pl
from polars.exceptions import PanicException, PolarsError

from jamsos.errors import instead
from jamsos.registers.intake.cell_texts import of_series
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.sheet import Sheet, check_size, sheet_of_columns

_FAILURES = (PolarsError, PanicException, OSError)
"""How reading a Parquet file fails."""


def sheet_of_parquet(path: Path, limits: Limits) -> Sheet:
    """The cells of a Parquet file.

    Raises:
        InputError: for another kind of file, or one that is too large.

    """

    def collected() -> pl.DataFrame:
        # The file states its size itself: it is refused before a row of it is read.
        lazy = pl.scan_parquet(path)
        schema = lazy.collect_schema()
        count = lazy.select(pl.len())
        rows = count.collect().item()
        check_size(path.name, rows, len(schema), limits)
        return lazy.collect()

    def refused(failure: Exception) -> RefusedFileError:
        kind = type(failure).__name__
        step = "write the file again"
        return refusal(Refusal.DAMAGED_PARQUET, path.name, kind, "a Parquet file", step)

    frame = instead(collected, _FAILURES, refused)
    columns = [of_series(series) for series in frame]
    return sheet_of_columns(frame.columns, columns, "Parquet")
