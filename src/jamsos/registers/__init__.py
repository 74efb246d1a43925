"""Registers: the same rules over the columns of any data frame; needs the extra ``registers``.

:func:`enrolment_columns`, :func:`premium_columns` and :func:`exposure_columns` ask a question once
and return :class:`Columns`, which can be added to any frame: polars eager or lazy, pandas, pyarrow,
DuckDB, PySpark. The frame keeps its kind. ``__init__.pyi`` lists the public names; a module, and
the packages it needs, load when one of its names is first used.
"""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from jamsos._public import homes, public_name
from jamsos.errors import MissingExtraError


def _missing(package: str | None) -> MissingExtraError:
    step = "run: pip install 'jamsos[registers]'"
    return MissingExtraError("jamsos.registers", f"no {package}", "the extra 'registers'", step)


if find_spec("narwhals") is None:
    raise _missing("narwhals")


def _load(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        raise _missing(missing.name) from None


def __getattr__(name: str) -> object:
    value = public_name(__name__, name, _load)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *homes(__name__)})
