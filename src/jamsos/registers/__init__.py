"""Registers: the same rules over the columns of any data frame; needs the extra ``registers``.

What is asked once (:func:`enrolment_columns`, :func:`premium_columns`, :func:`exposure_columns`) gives :class:`Columns`
to add to any frame: polars eager or lazy, pandas, pyarrow, DuckDB, PySpark; the frame stays of its kind.
"""

from importlib.util import find_spec

from jamsos.errors import MissingExtraError

if find_spec("narwhals") is None:
    raise MissingExtraError(
        "jamsos.registers", "no narwhals", "the extra 'registers'", "run: pip install 'jamsos[registers]'"
    )

from jamsos.registers.columns import Columns, Reason
from jamsos.registers.deciding import enrolment_columns
from jamsos.registers.exposing import EXPOSURES, exposure_columns
from jamsos.registers.facets import FACTS
from jamsos.registers.layout import COLUMNS, Column, Holds
from jamsos.registers.pricing import AMOUNTS, premium_columns

__all__ = [
    "AMOUNTS",
    "COLUMNS",
    "EXPOSURES",
    "FACTS",
    "Column",
    "Columns",
    "Holds",
    "Reason",
    "enrolment_columns",
    "exposure_columns",
    "premium_columns",
]
