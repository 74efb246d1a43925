"""The caller's region table: codes of Kemendagri with their names and levels."""

from pathlib import Path

import polars as pl

from jamsos.errors import InputError, instead
from jamsos.workers.worker import REGION

_NEEDED = ("code_kemendagri", "name", "level")
_ALLOWED = f"a CSV file in UTF-8 with commas, or a polars DataFrame, with the columns {', '.join(_NEEDED)}"


def region_table(table: object) -> pl.DataFrame:
    """Return a region table as a frame of text.

    Raises:
        InputError: for a file that cannot be read, columns that are not there or hold no text, or a row without code
            or name.

    """
    known = _read(table)
    if not set(_NEEDED) <= set(known.columns):
        raise InputError("regions", known.columns, _ALLOWED, "name the columns so")
    for name in _NEEDED:
        if not isinstance(known.schema[name], pl.String | pl.Categorical | pl.Enum):
            raise InputError(f"regions, column {name}", str(known.schema[name]), "text", "cast it; numbers lose dots")
    texts = known.with_columns(pl.col(*_NEEDED, "^also_spelt$").cast(pl.String)).with_row_index("row", 1)
    whole = pl.col("code_kemendagri").str.contains(rf"^(?:{REGION})$") & pl.col("name").is_not_null()
    odd = texts.filter(~whole.fill_null(value=False))
    if not odd.is_empty():
        row, code = odd.select("row", "code_kemendagri").row(0)
        raise InputError(f"regions, row {row}", code, "a code such as 64.08.01.2001, and a name", "correct the table")
    return texts.drop("row")


def _read(table: object) -> pl.DataFrame:
    if isinstance(table, pl.DataFrame):
        return table
    if not isinstance(table, str | Path):
        raise InputError("regions", type(table).__name__, _ALLOWED, "give the path of the table")

    def refused(failed: Exception) -> InputError:
        return InputError("regions", f"{Path(table).name}: {type(failed).__name__}", _ALLOWED, "check path and file")

    return instead(lambda: pl.read_csv(table, infer_schema=False), (OSError, pl.exceptions.PolarsError), refused)
