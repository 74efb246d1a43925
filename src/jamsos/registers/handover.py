"""Handing over: the one output that shows identity numbers, in a documented layout."""

from pathlib import Path

import narwhals.stable.v2 as nw
import polars as pl

from jamsos.errors import InputError, masked
from jamsos.registers.checking import FILE_ROW
from jamsos.registers.facets import checked_schema
from jamsos.registers.layout import COLUMNS, Holds
from jamsos.registers.pairing import checked_frame
from jamsos.registers.sources import ROW
from jamsos.registers.workbooks import checked_output, write_sheet

HEADINGS = {column.name: column.headings[0] for column in COLUMNS}
"""The columns of the hand-over in their order, with the headings they are written under."""

_OURS = frozenset({ROW, FILE_ROW, "enrol", "enrol_reason", "premium_relieved", "premium_reason"})
"""What reading, checking and deciding add for the office itself; it is not handed over."""
_PRIVATE = tuple(column.name for column in COLUMNS if column.holds is Holds.NIK)
_DIGITS, _SHOWN = 16, 2
_FORM = rf"^[0-9]{{{_DIGITS}}}$"
_FORMULA = r"^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
"""How a text begins that a spreadsheet could run."""


def export_rows(frame: pl.DataFrame, path: str | Path, *, unmasked: bool = False) -> int:
    """Write a register in the layout of the hand-over, as CSV or as an Excel workbook, and tell how many rows it has.

    Only with ``unmasked=True`` are NIK and family card numbers written in full: this is the one place where the
    library lets them out. Text cells are text: in a workbook by their type, in CSV an apostrophe stands before what a
    spreadsheet could run as a formula. Yes and no are *Ya* and *Tidak*, days are ISO days, an empty cell is a fact
    nobody stated.

    Args:
        frame: Accepted rows; columns of the layout, and the premiums where they were added. Row numbers, decisions
            and reason codes may stand there; they are left out.
        path: A file that ends in ``.csv`` (UTF-8, commas) or ``.xlsx``.
        unmasked: Whether identity numbers are written in full.

    Raises:
        InputError: for another kind of file or frame, a folder that is not there, a column that is not of the layout,
            or a NIK that is missing, malformed or there twice.
        MissingExtraError: for a workbook without XlsxWriter.

    """
    frame, file = checked_frame(frame, "frame"), checked_output(path, ".csv", ".xlsx")
    unknown = [name for name in frame.columns if name not in HEADINGS and name not in _OURS]
    if unknown:
        raise InputError("frame of export_rows", unknown, f"columns among {', '.join(HEADINGS)}", "drop or rename them")
    checked_schema(nw.from_native(frame).schema)
    _every_nik(frame)
    ordered = frame.select(name for name in HEADINGS if name in frame.columns)
    if unmasked is not True:
        ordered = ordered.with_columns(_hidden(name) for name in _PRIVATE if name in ordered.columns)
    headings = [HEADINGS[name] for name in ordered.columns]
    if file.suffix.lower() == ".xlsx":
        return write_sheet(file, headings, ordered.iter_rows(), title="jamsos: serah terima peserta")
    _as_text(ordered).rename(dict(zip(ordered.columns, headings, strict=True))).write_csv(file)
    return ordered.height


def _every_nik(frame: pl.DataFrame) -> None:
    """Refuse a row that could be anybody."""
    nik = pl.col("nik")
    bad = frame.with_row_index("row", offset=1).filter(nik.is_null() | ~nik.str.contains(_FORM) | nik.is_duplicated())
    if not bad.is_empty():
        row, digits = bad.select("row", "nik").row(0)
        shown = None if digits is None else masked(digits)
        raise InputError(f"nik in row {row}", shown, "16 digits, once in the register", f"take out {bad.height:,} rows")


def _hidden(name: str) -> pl.Expr:
    """The last two digits only, as :func:`jamsos.errors.masked` shows them."""
    return pl.col(name).str.tail(_SHOWN).str.pad_start(_DIGITS, "*")


def _as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells as CSV shows them."""
    return frame.with_columns(_cell(pl.col(name), kind).alias(name) for name, kind in frame.schema.items())


def _cell(cell: pl.Expr, kind: pl.DataType) -> pl.Expr:
    if kind == pl.Boolean:
        return pl.when(cell).then(pl.lit("Ya")).when(~cell).then(pl.lit("Tidak"))
    if kind == pl.String:
        return pl.when(cell.str.contains(_FORMULA)).then(pl.lit("'") + cell).otherwise(cell)
    return cell
