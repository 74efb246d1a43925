"""Where a register comes from: a file or a frame, as text cells with the numbers of their rows."""

import math
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Number
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
from attrs import field, frozen

from jamsos.errors import InputError, instead
from jamsos.registers.cells import Problem
from jamsos.registers.frames import imported, native
from jamsos.registers.limits import Limits

ROW = "source_row"
"""The column that tells where a row stands in the file; the first one is 1, headings included."""

_FAILURES = (ArithmeticError, TypeError, ValueError, NotImplementedError, pl.exceptions.PolarsError)
_PANIC = pl.exceptions.PanicException
"""How polars fails at types of other libraries."""
_CELLS = "text, numbers, days or yes and no"

_NO_PART = re.compile(r"\.0+$")
FLAG_WORDS = {True: "ya", False: "tidak"}


@frozen(eq=False, repr=False)
class Sheet:
    """Headings and text cells. The columns are numbered: ``"0"``, ``"1"``; beside them stands :data:`ROW`."""

    headings: Sequence[str]
    cells: pl.DataFrame
    numeric: pl.DataFrame = field(factory=pl.DataFrame)
    """For columns with numeric cells, by the same number: which cells are."""
    broken: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema={ROW: pl.Int64, "problem": pl.String}))
    """Rows that could not be taken apart as the others, and why."""
    told: dict[str, str] = field(factory=dict[str, str])
    """What the file was: kind, encoding, separator, sheet."""


def kind_of(path: Path, limits: Limits) -> str:
    """The kind of a file by the end of its name, once its size is found bearable.

    Raises:
        InputError: for no file, another kind, or a file that is too large.

    """
    kinds = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".xlsm": "xlsx", ".parquet": "parquet"}
    if not path.is_file():
        raise InputError("register", path.name, "a file that is there", "check the path")
    if path.suffix.lower() not in kinds:
        step = "save it as .xlsx or .csv"
        raise InputError("register", path.name, f"a file that ends in {', '.join(kinds)}", step)
    size = path.stat().st_size
    if size > limits.bytes:
        raise InputError(path.name, f"{size} bytes", f"at most {limits.megabytes} MB", "split it, or raise the limits")
    return kinds[path.suffix.lower()]


def checked_size(name: str, rows: int, columns: int, limits: Limits) -> None:
    """Refuse more rows or columns than the limits allow.

    Raises:
        InputError: naming which.

    """
    for thing, given, most in (("columns", columns, limits.columns), ("rows", rows, limits.rows)):
        if given > most:
            raise InputError(f"{thing} of {name}", given, f"at most {most}", "split the register, or raise the limits")
    if rows * columns > limits.cells:
        step = "delete empty rows and columns with a format, or split the register"
        raise InputError(f"cells of {name}", rows * columns, f"at most {limits.cells}", step)


def as_text(cell: object) -> str | None:
    """A cell of a spreadsheet as text: whole numbers without a point, days as in ISO.

    >>> as_text(1500000.0), as_text(True), as_text(datetime(2026, 1, 2)), as_text("")
    ('1500000', 'ya', '2026-01-02', None)
    """
    if cell is None or cell == "" or (isinstance(cell, float | Decimal) and math.isnan(cell)):
        return None
    if isinstance(cell, bool):
        return FLAG_WORDS[cell]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, Decimal):
        return _NO_PART.sub("", str(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def is_number(cell: object) -> bool:
    """Whether a cell is numeric."""
    return isinstance(cell, Number) and not isinstance(cell, bool)


def of_objects(values: Sequence[object]) -> tuple[pl.Series, pl.Series | None]:
    """A column of mixed cells as text, and which of them are numeric."""
    kinds = set(map(type, values))
    if kinds <= {str}:
        texts = pl.Series(values, dtype=pl.String)
        return texts.set(texts == "", None), None
    numbers = any(issubclass(kind, Number) for kind in kinds - {bool})
    numeric = pl.Series([is_number(value) for value in values]) if numbers else None
    return pl.Series([as_text(value) for value in values], dtype=pl.String), numeric


def of_series(series: pl.Series) -> tuple[pl.Series, pl.Series | None]:
    """A typed column as text, and which cells are numeric."""
    kind = series.dtype
    if isinstance(kind, pl.String | pl.Categorical | pl.Enum | pl.Null):
        return series.cast(pl.String), None
    if kind == pl.Date:
        return series.dt.to_string("iso"), None
    if kind.is_integer():
        return series.cast(pl.String), pl.repeat(value=True, n=len(series), dtype=pl.Boolean, eager=True)
    if kind.is_nested() or kind == pl.Binary:
        raise _no_cells(series.name, kind)
    return of_objects(series.to_list())


def _no_cells(name: object, kind: object) -> InputError:
    return InputError(f"column of a register, {name}", str(kind), _CELLS, "drop the column, or cast it")


def of_columns(columns: Sequence[tuple[str, pl.Series, pl.Series | None]], told: dict[str, str]) -> Sheet:
    """A sheet of text columns; the first row of a frame is 1."""
    cells = {str(n): texts.alias(str(n)) for n, (_, texts, _) in enumerate(columns)}
    numeric = {str(n): kind.alias(str(n)) for n, (_, _, kind) in enumerate(columns) if kind is not None}
    height = len(columns[0][1]) if columns else 0
    rows = pl.int_range(1, height + 1, eager=True, dtype=pl.Int64).alias(ROW)
    frame = pl.DataFrame([rows, *cells.values()])
    return Sheet([name for name, _, _ in columns], frame, pl.DataFrame(list(numeric.values())), told=told)


def of_frame(frame: Any, limits: Limits) -> Sheet:
    """The cells of a data frame of any library.

    Raises:
        InputError: for what is no frame, or a frame that is too large.

    """
    known = native(frame, "register", "a path or a data frame", "give the path of the file")
    if not known.implementation.is_polars():
        imported("pyarrow", "engines")
    if isinstance(known, nw.LazyFrame):
        first = known.head(limits.rows + 1)
        known = instead(lambda: first.collect("polars"), (*_FAILURES, _PANIC), _not_collected)
    checked_size("the frame", known.shape[0], known.shape[1], limits)
    columns = [(str(name), *_column(known.get_column(name))) for name in known.columns]
    return of_columns(columns, {"kind": "frame"})


def _not_collected(failed: Exception) -> InputError:
    return InputError("register", f"a lazy frame: {type(failed).__name__}", f"columns of {_CELLS}", "collect it first")


def _column(series: Any) -> tuple[pl.Series, pl.Series | None]:
    """The cells of a column, or an error that names it."""

    def refused(failed: Exception) -> InputError:
        return _no_cells(series.name, f"{series.dtype}: {type(failed).__name__}")

    return instead(lambda: _of_any(series), _FAILURES, refused)


def _of_any(series: Any) -> tuple[pl.Series, pl.Series | None]:
    if series.implementation.is_polars():
        return of_series(series.to_native())
    typed: pl.Series | None = None
    with suppress(*_FAILURES, _PANIC):  # else a column of mixed objects, or of a type polars does not know
        typed = pl.Series(str(series.name), series.to_arrow())
    if typed is not None:
        return of_series(typed)
    cells = zip(series.to_list(), series.is_null().to_list(), strict=True)
    return of_objects([None if gone else cell for cell, gone in cells])


def of_parquet(path: Path, limits: Limits) -> Sheet:
    """The cells of a Parquet file, whose own directory is asked for its size first.

    Raises:
        InputError: for a file that is none, or too large.

    """

    def collected() -> pl.DataFrame:
        lazy = pl.scan_parquet(path)
        columns = len(lazy.collect_schema())
        checked_size(path.name, lazy.select(pl.len()).collect().item(), columns, limits)
        return lazy.collect()

    def refused(failed: Exception) -> InputError:
        return InputError(path.name, type(failed).__name__, "a Parquet file", "write the file again")

    frame = instead(collected, (pl.exceptions.PolarsError, _PANIC, OSError), refused)
    return of_columns([(name, *of_series(frame[name])) for name in frame.columns], {"kind": "Parquet"})


def broken_rows(found: dict[int, Problem]) -> pl.DataFrame:
    """Rows and what is wrong with them."""
    return pl.DataFrame(
        {ROW: list(found), "problem": [str(problem) for problem in found.values()]},
        schema={ROW: pl.Int64, "problem": pl.String},
    )
