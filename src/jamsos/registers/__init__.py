"""Registers: the same rules over the columns of any data frame; needs the extra ``registers``.

What is asked once (:func:`enrolment_columns`, :func:`premium_columns`, :func:`exposure_columns`) gives :class:`Columns`
to add to any frame: polars eager or lazy, pandas, pyarrow, DuckDB, PySpark; the frame stays of its kind.
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
    "columns": "Columns Reason",
    "comparing": "Difference difference",
    "deciding": "enrolment_columns",
    "exposing": "EXPOSURES exposure_columns",
    "facets": "FACTS",
    "handover": "HEADINGS export_rows",
    "layout": "COLUMNS Column Holds",
    "limits": "Limits",
    "pausing": "Pause pause_columns pause_effects",
    "places": "kutim_kecamatan villages",
    "planning": "plan",
    "plans": "Plan",
    "pricing": "AMOUNTS premium_columns",
    "priorities": "Rank",
    "reading": "read_register",
    "reconciling": "Reconciliation reconcile",
    "register": "Register",
    "summing": "Summary summary yearly",
    "synthetic": "synthetic_register write_synthetic write_synthetic_workbook",
    "targets": "against_published cover_against published_figures",
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
