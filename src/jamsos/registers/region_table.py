"""The caller's region tables: codes of Kemendagri with names and levels, and how codes change."""

from functools import partial
from pathlib import Path

import polars as pl

from jamsos.errors import InputError, instead, kind_of
from jamsos.workers.worker import REGION

_CODE = "code_kemendagri"
_NEEDED = (_CODE, "name", "level")
_SPELT = "also_spelt"
_CHANGES = ("old", "new", "since")
_FILE = "a CSV file in UTF-8 with commas, or a polars DataFrame, with the columns"
_ALLOWED = f"{_FILE} {', '.join(_NEEDED)}"
_ALLOWED_CHANGES = f"{_FILE} {', '.join(_CHANGES)}"


def region_table(table: object) -> pl.DataFrame:
    """Return a region table as a frame of text, one row per code.

    Further names of a code become other spellings of it.

    Raises:
        InputError: for a file that cannot be read, missing columns or columns of another type than
            text, or a row without code or name.

    """
    frame = _as_frame(table, "regions", _ALLOWED)
    if not set(_NEEDED) <= set(frame.columns):
        raise InputError("regions", frame.columns, _ALLOWED, "rename its columns to these")
    if _SPELT not in frame.columns:
        no_spelling = pl.lit(None, pl.String)
        frame = frame.with_columns(no_spelling.alias(_SPELT))
    columns = frame.select(*_NEEDED, _SPELT)
    for name in columns.columns:
        _check_text(columns, name, "regions")
    texts = columns.cast(pl.String)
    _check_rows(texts)
    return _one_row_per_code(texts)


def _check_text(frame: pl.DataFrame, name: str, table: str) -> None:
    # A code read as a number has lost its dots, or a 0 at its end: 64.10 and 64.1 are the same.
    column_type = frame.schema[name]
    if not isinstance(column_type, pl.String | pl.Categorical | pl.Enum | pl.Null):
        thing = f"{table}, column {name}"
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


def region_changes(table: object) -> pl.DataFrame:
    """Return the table of changes as a frame: an old code, a new one, the day of the change.

    A region that was split has a row for each of its successors; where its old code goes on for a
    part of it, that part is a successor too.

    Raises:
        InputError: for a file that cannot be read, missing columns or columns of another type, or a
            row without a code or a day.

    """
    frame = _as_frame(table, "changes", _ALLOWED_CHANGES)
    if not set(_CHANGES) <= set(frame.columns):
        raise InputError("changes", frame.columns, _ALLOWED_CHANGES, "rename its columns to these")
    changes = frame.select(_CHANGES)
    for name in _CHANGES[:-1]:
        _check_text(changes, name, "changes")
    if changes.schema["since"] != pl.Date:
        _check_text(changes, "since", "changes")
        texts = pl.col("since").cast(pl.String)
        changes = changes.with_columns(texts.str.to_date("%Y-%m-%d", strict=False))
    codes = changes.with_columns(pl.col("old", "new").cast(pl.String))
    is_code = pl.col("old", "new").str.contains(rf"^(?:{REGION})$").fill_null(value=False)
    complete = pl.all_horizontal(is_code, pl.col("since").is_not_null())
    wrong = codes.with_row_index("row", 1).filter(~complete)
    if not wrong.is_empty():
        number, *cells = wrong.row(0)
        allowed = "two codes such as 64.08.01.2001, and a day such as 2026-07-01"
        raise InputError(f"changes, row {number}", str(cells), allowed, "correct this row")
    return codes


def _as_frame(table: object, thing: str, allowed: str) -> pl.DataFrame:
    if isinstance(table, pl.DataFrame):
        return table
    if not isinstance(table, str | Path):
        kind = kind_of(table)
        raise InputError(thing, kind, allowed, "give the path of the table, or a polars frame")
    name = Path(table).name

    def refused(failure: Exception) -> InputError:
        value = f"{name}: {type(failure).__name__}"
        return InputError(thing, value, allowed, "check path and file")

    read = partial(pl.read_csv, table, infer_schema=False)
    return instead(read, (OSError, pl.exceptions.PolarsError), refused)
