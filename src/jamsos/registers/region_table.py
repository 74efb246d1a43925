"""The caller's region table: codes of Kemendagri with their names and levels."""

from functools import partial
from pathlib import Path

import polars as pl

from jamsos.errors import InputError, instead, kind_of
from jamsos.workers.worker import REGION

_CODE = "code_kemendagri"
_NEEDED = (_CODE, "name", "level")
_SPELT = "also_spelt"
_ALLOWED = (
    f"a CSV file in UTF-8 with commas, or a polars DataFrame, with the columns {', '.join(_NEEDED)}"
)


def region_table(table: object) -> pl.DataFrame:
    """Return a region table as a frame of text, one row per code.

    Further names of a code become other spellings of it.

    Raises:
        InputError: for a file that cannot be read, missing columns or columns of another type than
            text, or a row without code or name.

    """
    frame = _as_frame(table)
    if not set(_NEEDED) <= set(frame.columns):
        raise InputError("regions", frame.columns, _ALLOWED, "rename its columns to these")
    if _SPELT not in frame.columns:
        no_spelling = pl.lit(None, pl.String)
        frame = frame.with_columns(no_spelling.alias(_SPELT))
    columns = frame.select(*_NEEDED, _SPELT)
    for name in columns.columns:
        _check_text(columns, name)
    texts = columns.cast(pl.String)
    _check_rows(texts)
    return _one_row_per_code(texts)


def _check_text(frame: pl.DataFrame, name: str) -> None:
    # A code read as a number has lost its dots, or a 0 at its end: 64.10 and 64.1 are the same.
    column_type = frame.schema[name]
    if not isinstance(column_type, pl.String | pl.Categorical | pl.Enum | pl.Null):
        thing = f"regions, column {name}"
        raise InputError(thing, str(column_type), "text", "cast it; numbers lose dots")


def _check_rows(texts: pl.DataFrame) -> None:
    """Refuse a row without a code in the form of Kemendagri, or without a name."""
    is_code = pl.col(_CODE).str.contains(rf"^(?:{REGION})$")
    has_name = pl.col("name").is_not_null()
    complete = (is_code & has_name).fill_null(value=False)
    rows = texts.with_row_index("row", 1)
    wrong = rows.filter(~complete)
    if wrong.is_empty():
        return
    row, code = wrong.select("row", _CODE).row(0)
    allowed = "a code such as 64.08.01.2001, and a name"
    raise InputError(f"regions, row {row}", code, allowed, "correct this row of the table")


def _one_row_per_code(texts: pl.DataFrame) -> pl.DataFrame:
    """Each code once, under its first name, with all names and spellings as spellings."""
    # 64.08 and 6408 are the same code.
    digits = pl.col(_CODE).str.replace_all(".", "", literal=True)
    rows = texts.group_by(digits.alias("digits"), "level", maintain_order=True)
    first = pl.col(_CODE, "name").first()
    names = pl.concat_str("name", _SPELT, separator=";", ignore_nulls=True)
    spellings = names.str.join(";")
    codes = rows.agg(first, spellings.alias(_SPELT))
    return codes.select(*_NEEDED, _SPELT)


def _as_frame(table: object) -> pl.DataFrame:
    if isinstance(table, pl.DataFrame):
        return table
    if not isinstance(table, str | Path):
        kind = kind_of(table)
        raise InputError("regions", kind, _ALLOWED, "give the path of the table, or a polars frame")
    name = Path(table).name

    def refused(failure: Exception) -> InputError:
        value = f"{name}: {type(failure).__name__}"
        return InputError("regions", value, _ALLOWED, "check path and file")

    read = partial(pl.read_csv, table, infer_schema=False)
    return instead(read, (OSError, pl.exceptions.PolarsError), refused)
