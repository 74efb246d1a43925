"""Frames of pandas and pyarrow: their facts are lent to polars, and the new columns come back beside their own.

What needs their packages stands here alone; the tests of the engines run it.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from jamsos.errors import InputError, instead


def lent(known: Any, facts: Sequence[str], polars: Any) -> Any:
    """The facts of a frame as lazy polars columns, beside one that keeps the number of rows."""
    columns = {name: _read(known, name, polars) for name in facts}
    return polars.DataFrame({"": polars.repeat(0, len(known), dtype=polars.Int8, eager=True), **columns}).lazy()


def _read(known: Any, name: str, polars: Any) -> Any:
    """One column for polars.

    Raises:
        InputError: for a column whose values are of several types or too large.

    """
    refused = InputError(f"column {name}", "values of several types, or too large", "one type", "convert the column")
    theirs = polars.exceptions.PolarsError, polars.exceptions.PanicException
    failures = (ArithmeticError, TypeError, ValueError, NotImplementedError, *theirs)
    return instead(lambda: polars.from_arrow(known.get_column(name).to_arrow()), failures, lambda _: refused)


def beside(known: Any) -> Callable[[Any, Sequence[str]], Any]:
    """The way back: the frame as it came, with the new columns at its end."""

    def back(done: Any, added: Sequence[str]) -> Any:
        table = done.select(*added).to_native().collect().to_arrow()
        native = known.to_native()
        if known.implementation.is_pyarrow():
            for name in added:
                native = native.append_column(name, table.column(name))
            return native
        array = import_module("pandas").arrays.ArrowExtensionArray
        return native.assign(**{name: array(table.column(name)) for name in added})

    return back
