"""Any data frame in, the same kind of frame out."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from jamsos.errors import InputError, MissingExtraError
from jamsos.registers.facets import FACTS

PRIVATE = "_jamsos_"
"""How intermediate columns begin."""


class Opened(NamedTuple):
    """A frame as lazy columns, and the way back."""

    frame: "nw.LazyFrame[Any]"
    back: Callable[["nw.LazyFrame[Any]", tuple[str, ...]], Any]


def opened(frame: Any) -> Opened:
    """Open a frame of any engine.

    Lazy frames (polars, DuckDB, PySpark) stay lazy; polars computes for the eager ones, also for
    pandas and pyarrow, whose own columns have no whole numbers with gaps or are many times slower.

    Raises:
        InputError: for what is no frame.
        MissingExtraError: where polars is needed and absent.

    """
    try:
        known: Any = nw.from_native(frame)
    except TypeError:
        kind = type(frame).__name__
        step = "read a file with jamsos.registers.read"
        raise InputError("frame", kind, "a frame of polars, pandas, pyarrow, DuckDB or PySpark", step) from None
    if isinstance(known, nw.LazyFrame):
        return Opened(known, lambda done, _added: done.to_native())
    if known.implementation.is_polars():
        return Opened(known.lazy(), lambda done, _added: done.to_native().collect())
    polars = imported("polars", "registers")
    facts = known.select([name for name in known.columns if name in FACTS])
    return Opened(nw.from_native(polars.from_arrow(facts.to_arrow()).lazy()), _beside(known))


def _beside(known: Any) -> Callable[["nw.LazyFrame[Any]", tuple[str, ...]], Any]:
    """Put the new columns beside the ones of an eager frame of another library."""

    def back(done: "nw.LazyFrame[Any]", added: tuple[str, ...]) -> Any:
        table = done.select(*added).to_native().collect().to_arrow()
        native = known.to_native()
        if known.implementation.is_pyarrow():
            for name in added:
                native = native.append_column(name, table.column(name))
            return native
        pandas = imported("pandas", "engines")
        columns = {name: pandas.arrays.ArrowExtensionArray(table.column(name)) for name in added}
        return native.assign(**columns)

    return back


def imported(name: str, extra: str) -> Any:
    """Import an optional package.

    Raises:
        MissingExtraError: with the install command.

    """
    try:
        return import_module(name)
    except ImportError:
        step = f"run: pip install 'jamsos[{extra}]'"
        raise MissingExtraError("jamsos.registers", f"no {name}", f"the extra '{extra}'", step) from None
