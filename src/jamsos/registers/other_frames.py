"""Frames of pandas and pyarrow: polars takes their facts, and the new columns go to their end.

Only this module needs the packages of both; the tests of the engines run it.
"""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import Any

import narwhals.stable.v2 as narwhals

from jamsos.errors import InputError, instead


def read_into_polars(frame: Any, needed: Collection[str], polars: Any) -> Any:
    """Pass those columns of a frame that are needed to polars; of a lazy one they are computed.

    Raises:
        InputError: for a column whose values are of several types or too large.

    """
    names = [name for name in frame.collect_schema() if name in needed]
    if not hasattr(frame, "collect"):
        return to_polars(frame, names, polars)
    # Of a frame without any of them the rows are counted all the same.
    rows = narwhals.lit(0).alias("")
    return frame.select(rows, *names).collect(backend="polars").to_native().lazy()


def to_polars(frame: Any, facts: Sequence[str], polars: Any) -> Any:
    """Pass the facts of a frame to polars as lazy columns, mostly without a copy.

    Raises:
        InputError: for a column whose values are of several types or too large.

    """
    # A frame that states no fact has to keep the number of its rows.
    rows = polars.repeat(0, len(frame), dtype=polars.Int8, eager=True)
    columns = {"": rows}
    for name in facts:
        columns[name] = _polars_column(frame, name, polars)
    return polars.DataFrame(columns).lazy()


def _polars_column(frame: Any, name: str, polars: Any) -> Any:
    """Pass one column to polars.

    Raises:
        InputError: for a column whose values are of several types or too large.

    """

    def converted() -> Any:
        column = frame.get_column(name)
        return polars.from_arrow(column.to_arrow())

    def refused(_failure: Exception) -> InputError:
        value = "values of several types, or too large"
        step = "cast the column before it is given"
        return InputError(f"column {name}", value, "values of one type", step)

    return instead(converted, failures(polars), refused)


def failures(polars: Any) -> tuple[type[Exception], ...]:
    """How polars fails at a column it cannot take: its own errors, and those of other libraries."""
    of_polars = polars.exceptions.PolarsError, polars.exceptions.PanicException
    return (ArithmeticError, TypeError, ValueError, NotImplementedError, *of_polars)


def append_to(frame: Any) -> Callable[[Any, Sequence[str]], Any]:
    """How new columns are appended to a frame of pandas or pyarrow."""

    def append(columns: Any, added: Sequence[str]) -> Any:
        lazy = columns.select(*added).to_native()
        table = lazy.collect().to_arrow()
        native = frame.to_native()
        if frame.implementation.is_pyarrow():
            return _appended_to_arrow(native, table)
        return _appended_to_pandas(native, table)

    return append


def _appended_to_arrow(native: Any, table: Any) -> Any:
    for name in table.column_names:
        column = table.column(name)
        native = native.append_column(name, column)
    return native


def _appended_to_pandas(native: Any, table: Any) -> Any:
    array = import_module("pandas").arrays.ArrowExtensionArray
    arrays: dict[str, Any] = {}
    for name in table.column_names:
        column = table.column(name)
        arrays[name] = array(column)
    return native.assign(**arrays)
