"""The caller's region table: codes of Kemendagri with their names and levels."""

from pathlib import Path

import polars as pl

from jamsos.errors import InputError, instead
from jamsos.workers.worker import REGION

_NEEDED = ("code_kemendagri", "name", "level")
_SPELT = "also_spelt"
_ALLOWED = f"a CSV file in UTF-8 with commas, or a polars DataFrame, with the columns {', '.join(_NEEDED)}"


def region_table(table: object) -> pl.DataFrame:
    """Return a region table as a frame of text, each code once: other names of it are other spellings.

    Raises:
        InputError: for a file that cannot be read, columns that are not there or hold no text, or a row without code
            or name.

    """
    known = _read(table)
    if not set(_NEEDED) <= set(known.columns):
        raise InputError("regions", known.columns, _ALLOWED, "name the columns so")
    for name in (name for name in (*_NEEDED, _SPELT) if name in known.columns):
        if not isinstance(known.schema[name], pl.String | pl.Categorical | pl.Enum | pl.Null):
            raise InputError(f"regions, column {name}", str(known.schema[name]), "text", "cast it; numbers lose dots")
    spelt = pl.col(_SPELT) if _SPELT in known.columns else pl.lit(None)
    texts = known.select(pl.col(*_NEEDED).cast(pl.String), spelt.cast(pl.String).alias(_SPELT)).with_row_index("row", 1)
    whole = pl.col("code_kemendagri").str.contains(rf"^(?:{REGION})$") & pl.col("name").is_not_null()
    odd = texts.filter(~whole.fill_null(value=False))
    if not odd.is_empty():
        row, code = odd.select("row", "code_kemendagri").row(0)
        raise InputError(f"regions, row {row}", code, "a code such as 64.08.01.2001, and a name", "correct the table")
    return _once(texts)


def _once(texts: pl.DataFrame) -> pl.DataFrame:
    """Each code once, under its first name, with all other names and spellings."""
    digits = pl.col("code_kemendagri").str.replace_all(".", "", literal=True).alias("digits")
    spelt = pl.concat_str("name", _SPELT, separator=";", ignore_nulls=True).str.join(";").alias(_SPELT)
    return texts.group_by(digits, "level", maintain_order=True).agg(
        pl.col("code_kemendagri", "name").first(), spelt
    ).select(*_NEEDED, _SPELT)  # fmt: skip


def _read(table: object) -> pl.DataFrame:
    if isinstance(table, pl.DataFrame):
        return table
    if not isinstance(table, str | Path):
        raise InputError("regions", type(table).__name__, _ALLOWED, "give the path of the table")

    def refused(failed: Exception) -> InputError:
        return InputError("regions", f"{Path(table).name}: {type(failed).__name__}", _ALLOWED, "check path and file")

    return instead(lambda: pl.read_csv(table, infer_schema=False), (OSError, pl.exceptions.PolarsError), refused)
