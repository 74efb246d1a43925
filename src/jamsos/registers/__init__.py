"""Registers: the same rules over the columns of any data frame; needs the extra ``registers``.

Every function takes a frame of polars (eager or lazy), pandas, pyarrow, DuckDB or PySpark and gives back the same kind.
"""

from importlib import import_module
from importlib.util import find_spec

from jamsos.errors import MissingExtraError


def _missing(package: str | None) -> MissingExtraError:
    step = "run: pip install 'jamsos[registers]'"
    return MissingExtraError("jamsos.registers", f"no {package}", "the extra 'registers'", step)


if find_spec("narwhals") is None:
    raise _missing("narwhals")

_ROOMS = {
    "assumed": "Assumed",
    "cells": "Problem Reaction Repair",
    "checking": "check_register",
    "comparing": "Difference difference",
    "deciding": "enrolment_columns",
    "handover": "HEADINGS export_rows",
    "limits": "Limits",
    "places": "kutim_kecamatan villages",
    "pricing": "premium_columns",
    "reading": "read_register",
    "reconciling": "Reconciliation reconcile",
    "register": "Register",
    "synthetic": "synthetic_register write_synthetic write_synthetic_workbook",
    "work_lists": "work_list write_work_list",
}
"""Where the public names live; a module, and the packages it needs, are loaded when one of its names is first used."""

_HOMES = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll] - checkers read the .pyi


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        room = import_module(f"jamsos.registers.{_HOMES[name]}")
    except ModuleNotFoundError as missing:
        raise _missing(missing.name) from None
    found: object = getattr(room, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
