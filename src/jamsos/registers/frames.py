"""Any data frame in, the same kind of frame out."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from jamsos.errors import InputError, MissingExtraError, instead, kind_of
from jamsos.registers import other_frames
from jamsos.registers.facts import FACTS

PRIVATE = "_jamsos_"
"""What the names of intermediate columns begin with."""

_ENGINES = "a frame of polars, pandas, pyarrow, DuckDB or PySpark"


LazyColumns: TypeAlias = "nw.LazyFrame[Any]"
"""The columns of a frame of any engine, not yet computed."""


class Opened(NamedTuple):
    """A frame as lazy columns, and the way back."""

    frame: LazyColumns
    names: tuple[str, ...]
    """Every column of the caller's frame."""
    back: Callable[[LazyColumns, Sequence[str]], Any]
    """Turns the lazy columns, with the names of those that were added, into the caller's kind."""


def opened(frame: Any) -> Opened:
    """Open a frame of any engine.

    Lazy frames (polars, DuckDB, PySpark) stay lazy. Polars computes for the eager ones, also for
    pandas and pyarrow: pandas has no whole numbers with gaps, and both are many times slower.

    Raises:
        InputError: for what is no frame, or a frame with a column twice.
        MissingExtraError: where polars or pyarrow is needed and absent.

    """
    wrapped = native(frame, "frame", _ENGINES, "read a file with read_register")
    if isinstance(wrapped, nw.LazyFrame):
        names = tuple(wrapped.collect_schema())
        return Opened(wrapped, names, _lazy)
    names = tuple(wrapped.columns)
    if wrapped.implementation.is_polars():
        return Opened(wrapped.lazy(), names, _collected)
    return _opened_by_polars(wrapped, names)


def _opened_by_polars(wrapped: Any, names: tuple[str, ...]) -> Opened:
    """Open a frame of pandas or pyarrow; polars computes for it."""
    polars = imported("polars", "registers")
    imported("pyarrow", "engines")
    # The rules read the facts alone: no other column of the caller has to be converted.
    facts = [name for name in names if name in FACTS]
    of_polars = other_frames.to_polars(wrapped, facts, polars)
    columns = nw.from_native(of_polars)
    back = other_frames.append_to(wrapped)
    return Opened(columns, names, back)


def _lazy(frame: LazyColumns, _added: Sequence[str]) -> Any:
    return frame.to_native()


def _collected(frame: LazyColumns, _added: Sequence[str]) -> Any:
    return frame.to_native().collect()


def native(frame: Any, thing: str, allowed: str, step: str) -> Any:
    """Take a frame of any engine, or refuse it.

    Raises:
        InputError: for what is no frame, or a frame with a column twice.

    """

    def refused(failure: Exception) -> InputError:
        if isinstance(failure, DuplicateError):
            names = "two columns of one name"
            return InputError(thing, names, "each column once", "rename one of them")
        kind = kind_of(frame)
        return InputError(thing, kind, allowed, step)

    wrap = partial(nw.from_native, frame)
    return instead(wrap, (TypeError, DuplicateError), refused)


def imported(name: str, extra: str) -> Any:
    """Import an optional package.

    Raises:
        MissingExtraError: with the install command.

    """

    def missing(_failure: Exception) -> MissingExtraError:
        allowed = f"the extra '{extra}'"
        step = f"run: pip install 'jamsos[{extra}]'"
        return MissingExtraError("jamsos.registers", f"no {name}", allowed, step)

    load = partial(import_module, name)
    return instead(load, (ImportError,), missing)
