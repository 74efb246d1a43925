"""Any data frame in, the same kind of frame out."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from jamsos.errors import InputError, MissingExtraError, instead
from jamsos.registers import others
from jamsos.registers.facets import FACTS

PRIVATE = "_jamsos_"
"""How intermediate columns begin."""


class Opened(NamedTuple):
    """A frame as lazy columns, and the way back."""

    frame: "nw.LazyFrame[Any]"
    names: tuple[str, ...]
    """Every column of the frame as it came."""
    back: Callable[["nw.LazyFrame[Any]", Sequence[str]], Any]


def opened(frame: Any) -> Opened:
    """Open a frame of any engine.

    Lazy frames (polars, DuckDB, PySpark) stay lazy; polars computes for the eager ones, also for
    pandas and pyarrow, whose own columns have no whole numbers with gaps or are many times slower.

    Raises:
        InputError: for what is no frame, or a frame with a column twice.
        MissingExtraError: where polars or pyarrow is needed and absent.

    """
    allowed, step = "a frame of polars, pandas, pyarrow, DuckDB or PySpark", "read a file with read_register"
    known = native(frame, "frame", allowed, step)
    if isinstance(known, nw.LazyFrame):
        return Opened(known, tuple(known.collect_schema()), lambda done, _added: done.to_native())
    names = tuple(known.columns)
    if known.implementation.is_polars():
        return Opened(known.lazy(), names, lambda done, _added: done.to_native().collect())
    polars, _ = imported("polars", "registers"), imported("pyarrow", "engines")
    facts = [name for name in names if name in FACTS]
    return Opened(nw.from_native(others.lent(known, facts, polars)), names, others.beside(known))


def native(frame: Any, thing: str, allowed: str, step: str) -> Any:
    """Take a frame of any engine, or refuse it.

    Raises:
        InputError: for what is no frame, or a frame with a column twice.

    """

    def refused(failed: Exception) -> InputError:
        if isinstance(failed, DuplicateError):
            return InputError(thing, "two columns of one name", "each column once", "rename one of them")
        return InputError(thing, type(frame).__name__, allowed, step)

    return instead(lambda: nw.from_native(frame), (TypeError, DuplicateError), refused)


def imported(name: str, extra: str) -> Any:
    """Import an optional package.

    Raises:
        MissingExtraError: with the install command.

    """
    step = f"run: pip install 'jamsos[{extra}]'"
    missing = MissingExtraError("jamsos.registers", f"no {name}", f"the extra '{extra}'", step)
    return instead(lambda: import_module(name), (ImportError,), lambda _: missing)
