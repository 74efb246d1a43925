"""Handing over: the one output that shows identity numbers, in a documented layout."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError, masked
from jamsos.registers.checking import FILE_ROW
from jamsos.registers.layout import COLUMNS, NAMED, NIK_DIGITS, NIK_FORM, Holds
from jamsos.registers.pairing import checked_frame
from jamsos.registers.sources import ROW
from jamsos.registers.workbooks import checked_output, write_sheet, written

HEADINGS = {column.name: column.headings[0] for column in COLUMNS}
"""The columns of the hand-over in their order, with the headings they are written under."""

_DECIDED = ("enrol", "enrol_reason", "premium_relieved", "premium_reason")
_PLANNED = ("enrol_from", "plan", "plan_place", "plan_from", "plan_needed")
_OURS = frozenset({ROW, FILE_ROW, *_DECIDED, *_PLANNED})
"""What reading, checking, deciding and planning add for the office itself; it is not handed over."""
_PRIVATE = tuple(column.name for column in COLUMNS if column.holds is Holds.NIK)
_SHOWN = 2
_FORMULA = r"^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
"""How a text begins that a spreadsheet could run."""


class _Kind(NamedTuple):
    """What a column may be: in words, what to do with others, and which types fit."""

    allowed: str
    step: str
    fits: Callable[[pl.DataType], bool]


_LABELS = (pl.String, pl.Categorical, pl.Enum)
_TEXT = _Kind("text", "cast the column to text", lambda kind: isinstance(kind, _LABELS))
_INTEGER = _Kind("whole numbers of 64 bits", "convert without a fraction",
                 lambda kind: kind.is_integer() and kind not in {pl.UInt64, pl.Int128, pl.UInt128})  # fmt: skip
_KINDS: Mapping[Holds, _Kind] = {
    Holds.TEXT: _TEXT,
    Holds.NIK: _TEXT,
    Holds.CODE: _TEXT,
    Holds.FLAG: _Kind("booleans", "write true or false", lambda kind: kind == pl.Boolean),
    Holds.WHOLE: _INTEGER,
    Holds.RUPIAH: _INTEGER,
    Holds.DAY: _Kind("days (Date)", "cast a time to its day", lambda kind: kind == pl.Date),
}


def export_rows(frame: pl.DataFrame, path: str | Path, *, unmasked: bool = False) -> int:
    """Write a register in the layout of the hand-over, as CSV or as an Excel workbook, and tell how many rows it has.

    Only with ``unmasked=True`` are NIK and family card numbers written in full: this is the one place where the
    library lets them out. Text cells are text: in a workbook by their type, in CSV an apostrophe stands before what a
    spreadsheet could run as a formula. Yes and no are *Ya* and *Tidak*, days are ISO days, an empty cell is a fact
    nobody stated.

    Args:
        frame: Accepted rows; columns of the layout, and the premiums where they were added. Row numbers, decisions
            and reason codes, and what a plan adds, may stand there; they are left out.
        path: A file that ends in ``.csv`` (UTF-8, commas) or ``.xlsx``.
        unmasked: Whether identity numbers are written in full.

    Raises:
        InputError: for another kind of file or frame, a place that cannot be written, a column that is not of the
            layout or of another type than it holds, or a NIK that is missing, malformed or there twice.
        MissingExtraError: for a workbook without XlsxWriter.

    """
    frame, file = checked_frame(frame, "frame"), checked_output(path, ".csv", ".xlsx")
    unknown = [name for name in frame.columns if name not in HEADINGS and name not in _OURS]
    if unknown:
        raise InputError("frame of export_rows", unknown, f"columns among {', '.join(HEADINGS)}", "drop or rename them")
    ordered = _typed(frame.select(name for name in HEADINGS if name in frame.columns))
    _every_nik(frame)
    if unmasked is not True:
        ordered = ordered.with_columns(_hidden(name) for name in _PRIVATE if name in ordered.columns)
    headings = [HEADINGS[name] for name in ordered.columns]
    if file.suffix.lower() == ".xlsx":
        return write_sheet(file, headings, ordered.iter_rows(), title="jamsos: serah terima peserta")
    cells = _as_text(ordered).rename(dict(zip(ordered.columns, headings, strict=True)))
    written(file, lambda: cells.write_csv(file))
    return ordered.height


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns, labels as text; refused where one is of another type than its column of the layout holds."""
    for name, kind in frame.schema.items():
        wanted = _KINDS[NAMED[name].holds]
        if kind != pl.Null and not wanted.fits(kind):
            raise InputError(f"column {name}", str(kind), wanted.allowed, wanted.step)
    labels = [name for name in frame.columns if _KINDS[NAMED[name].holds] is _TEXT]
    return frame.with_columns(pl.col(labels).cast(pl.String))


def _every_nik(frame: pl.DataFrame) -> None:
    """Refuse a row that could be anybody."""
    nik = pl.col("nik")
    bad = (
        frame.select("nik")
        .with_row_index("row", offset=1)
        .filter(nik.is_null() | ~nik.str.contains(NIK_FORM) | nik.is_duplicated())
    )
    if not bad.is_empty():
        row, digits = bad.select("row", "nik").row(0)
        shown = None if digits is None else masked(digits)
        raise InputError(f"nik in row {row}", shown, "16 digits, once in the register", f"take out {bad.height:,} rows")


def _hidden(name: str) -> pl.Expr:
    """The last two digits only, as :func:`jamsos.errors.masked` shows them."""
    return pl.col(name).str.tail(_SHOWN).str.pad_start(NIK_DIGITS, "*")


def _as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells as CSV shows them."""
    return frame.with_columns(_cell(pl.col(name), kind).alias(name) for name, kind in frame.schema.items())


def _cell(cell: pl.Expr, kind: pl.DataType) -> pl.Expr:
    if kind == pl.Boolean:
        return pl.when(cell).then(pl.lit("Ya")).when(~cell).then(pl.lit("Tidak"))
    if kind == pl.String:
        return pl.when(cell.str.contains(_FORMULA)).then(pl.lit("'") + cell).otherwise(cell)
    return cell
