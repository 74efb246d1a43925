"""Registers in data frames of any library."""

from contextlib import suppress
from functools import partial
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl

from jamsos.errors import InputError, instead
from jamsos.registers.frames import imported, native
from jamsos.registers.intake.cell_texts import CELL_TYPES, no_cells, of_objects, of_series
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.sheet import Sheet, TextColumn, check_size, sheet_of_columns
from jamsos.registers.other_frames import failures

_FAILURES = failures(pl)


def sheet_of_frame(frame: Any, limits: Limits) -> Sheet:
    """The cells of a data frame.

    Raises:
        InputError: for what is no frame, or a frame that is too large.
        MissingExtraError: without pyarrow, for a frame of another library than polars.

    """
    wrapped = native(frame, "source", "a path or a data frame", "give the path of the file")
    # Other libraries hand over their columns by way of Arrow.
    if not wrapped.implementation.is_polars():
        imported("pyarrow", "engines")
    if isinstance(wrapped, nw.LazyFrame):
        # One row more than allowed shows that there are too many, and no more are computed.
        first = wrapped.head(limits.rows + 1)
        collect = partial(first.collect, "polars")
        wrapped = instead(collect, _FAILURES, _not_collected)
    height, width = wrapped.shape
    check_size("the frame", height, width, limits)
    columns: list[TextColumn] = []
    headings: list[str] = []
    for name in wrapped.columns:
        series = wrapped.get_column(name)
        columns.append(_column(series))
        # The columns of pandas may have numbers for names.
        headings.append(str(name))
    return sheet_of_columns(headings, columns, "frame")


def _not_collected(failure: Exception) -> InputError:
    reason = type(failure).__name__
    value = f"a lazy frame: {reason}"
    allowed = f"columns of {CELL_TYPES}"
    return InputError("source", value, allowed, "collect it first")


def _column(series: Any) -> TextColumn:
    """The cells of a column, or an error that names it."""

    def refused(failure: Exception) -> InputError:
        reason = type(failure).__name__
        return no_cells(series.name, f"{series.dtype}: {reason}")

    return instead(partial(text_column, series), _FAILURES, refused)


def text_column(series: Any) -> TextColumn:
    """The cells of a column of any library."""
    if series.implementation.is_polars():
        return of_series(series.to_native())
    typed: pl.Series | None = None
    # Arrow has no type for a column of mixed objects, nor polars one for every type of Arrow.
    with suppress(*_FAILURES):
        name = str(series.name)
        typed = pl.Series(name, series.to_arrow())
    if typed is not None:
        return of_series(typed)
    return of_objects(_without_gaps(series))


def _without_gaps(series: Any) -> list[object]:
    """The objects of a column, None where its library says that there is none."""
    objects = series.to_list()
    gaps = series.is_null().to_list()
    cells: list[object] = []
    for cell, is_gap in zip(objects, gaps, strict=True):
        if is_gap:
            cells.append(None)
        else:
            cells.append(cell)
    return cells
