"""Registers: the same rules over the columns of any data frame; needs the extra ``registers``.

Every function takes a frame of polars (eager or lazy), pandas, pyarrow, DuckDB or PySpark and gives back the same kind.
"""

from importlib.util import find_spec

from jamsos.errors import MissingExtraError

if find_spec("narwhals") is None:
    raise MissingExtraError(
        "jamsos.registers", "no narwhals", "the extra 'registers'", "run: pip install 'jamsos[registers]'"
    )
