"""Handing over: the one output that shows identity numbers, in a documented layout."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError, masked
from jamsos.registers.handover.pairing import checked_frame
from jamsos.registers.layout import COLUMNS, NAMED, NIK_DIGITS, NIK_FORM, WHERE, Holds
from jamsos.registers.workbooks import checked_output, write_sheet, written
from jamsos.values.plain import checked_switch

HEADINGS = {column.name: column.headings[0] for column in COLUMNS}
"""The columns of the hand-over in their order, with the headings they are written under."""

_DECIDED = ("enrol", "enrol_reason", "premium_relieved", "premium_reason")
_PLANNED = ("enrol_from", "plan", "plan_place", "plan_from", "plan_needed")
_OURS = frozenset({*WHERE, *_DECIDED, *_PLANNED})
"""What reading, checking, deciding and planning add for the office; it is not handed over."""
_PRIVATE = tuple(column.name for column in COLUMNS if column.holds is Holds.NIK)
_SHOWN = 2
_FORMULA = r"^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
"""How a text begins that a spreadsheet could run."""


class _ColumnType(NamedTuple):
    """What a column may hold: in words, what to do with others, and which types fit."""

    allowed: str
    step: str
    fits: Callable[[pl.DataType], bool]


def _is_text(kind: pl.DataType) -> bool:
    return isinstance(kind, _LABELS)


def _fits_64_bits(kind: pl.DataType) -> bool:
    # Larger integers may not fit what spreadsheets and other programs read.
    if isinstance(kind, _TOO_WIDE):
        return False
    return kind.is_integer()


def _is_flag(kind: pl.DataType) -> bool:
    return kind == pl.Boolean


def _is_day(kind: pl.DataType) -> bool:
    return kind == pl.Date


_LABELS = (pl.String, pl.Categorical, pl.Enum)
_TOO_WIDE = (pl.UInt64, pl.Int128, pl.UInt128)
_TEXT = _ColumnType("text", "cast the column to text", _is_text)
_INTEGER = _ColumnType("whole numbers of 64 bits", "convert without a fraction", _fits_64_bits)
_KINDS: Mapping[Holds, _ColumnType] = {
    Holds.TEXT: _TEXT,
    Holds.NIK: _TEXT,
    Holds.CODE: _TEXT,
    Holds.FLAG: _ColumnType("booleans", "write true or false", _is_flag),
    Holds.WHOLE: _INTEGER,
    Holds.RUPIAH: _INTEGER,
    Holds.DAY: _ColumnType("days (Date)", "cast a time to its day", _is_day),
}


def export_rows(frame: pl.DataFrame, path: str | Path, *, unmasked: bool = False) -> int:
    """Write a register in the layout of the hand-over, as CSV or as an Excel workbook.

    Only with ``unmasked=True`` are NIK and family card numbers written in full: this is the one
    place where the library lets them out. Text cells are text: in a workbook by their type, in CSV
    an apostrophe stands before what a spreadsheet could run as a formula. Yes and no are *Ya* and
    *Tidak*, days are ISO days, an empty cell is a fact nobody stated.

    Args:
        frame: Accepted rows; columns of the layout, and the premiums where they were added. Row
            numbers, decisions and reason codes, and what a plan adds, may be there; they are left
            out.
        path: A file that ends in ``.csv`` (UTF-8, commas) or ``.xlsx``.
        unmasked: Whether identity numbers are written in full.

    Returns:
        The number of rows written.

    Raises:
        InputError: for another kind of file or frame, a place that cannot be written, a column
            that is not of the layout or of another type than it holds, or a NIK that is missing,
            malformed or there twice.
        MissingExtraError: for a workbook without XlsxWriter.

    """
    register = checked_frame(frame, "frame")
    file = checked_output(path, ".csv", ".xlsx")
    _check_names(register.columns)
    names = [name for name in HEADINGS if name in register.columns]
    ordered = _typed(register.select(names))
    _check_nik(register)
    if not checked_switch(unmasked, "unmasked"):
        ordered = _without_numbers(ordered)
    headings = [HEADINGS[name] for name in names]
    if file.suffix.lower() == ".xlsx":
        rows = ordered.iter_rows()
        return write_sheet(file, headings, rows, title="jamsos: serah terima peserta")
    cells = _as_text(ordered)
    cells.columns = headings
    written(file, lambda: cells.write_csv(file))
    return ordered.height


def _check_names(names: Iterable[str]) -> None:
    """Refuse a column the receiver's layout does not have: it could hold anything."""
    unknown: list[str] = []
    for name in names:
        if name not in HEADINGS and name not in _OURS:
            unknown.append(name)
    if unknown:
        allowed = f"columns among {', '.join(HEADINGS)}"
        raise InputError("frame", unknown, allowed, "drop or rename these columns")


def _without_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns with identity numbers masked."""
    hidden: list[pl.Expr] = []
    for name in _PRIVATE:
        if name in frame.columns:
            hidden.append(_hidden(name))
    return frame.with_columns(hidden)


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns, labels as text; refused where one is not of the type the layout holds."""
    labels: list[str] = []
    for name, kind in frame.schema.items():
        column = NAMED[name]
        wanted = _KINDS[column.holds]
        # A column nobody filled has no type that could be wrong.
        if kind != pl.Null and not wanted.fits(kind):
            raise InputError(f"column {name}", str(kind), wanted.allowed, wanted.step)
        if wanted is _TEXT:
            labels.append(name)
    texts = pl.col(labels).cast(pl.String)
    return frame.with_columns(texts)


def _check_nik(frame: pl.DataFrame) -> None:
    """Refuse a row that could be anybody."""
    nik = pl.col("nik")
    has_form = nik.str.contains(NIK_FORM)
    is_bad = nik.is_null() | ~has_form | nik.is_duplicated()
    rows = frame.select("nik").with_row_index("row", offset=1)
    bad = rows.filter(is_bad)
    if bad.is_empty():
        return
    row, digits = bad.row(0)
    shown: str | None = None
    if digits is not None:
        shown = masked(digits)
    allowed = "16 digits, once in the register"
    step = f"take out {bad.height:,} rows"
    raise InputError(f"nik in row {row}", shown, allowed, step)


def _hidden(name: str) -> pl.Expr:
    """The last two digits only, as :func:`jamsos.errors.masked` shows them."""
    last_digits = pl.col(name).str.tail(_SHOWN)
    return last_digits.str.pad_start(NIK_DIGITS, "*")


def _as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells as CSV shows them."""
    cells: list[pl.Expr] = []
    for name, kind in frame.schema.items():
        cell = _cell(pl.col(name), kind)
        cells.append(cell.alias(name))
    return frame.select(cells)


def _cell(cell: pl.Expr, kind: pl.DataType) -> pl.Expr:
    if kind == pl.Boolean:
        return _yes_or_no(cell)
    if kind == pl.String:
        return _plain_text(cell)
    return cell


def _yes_or_no(cell: pl.Expr) -> pl.Expr:
    yes = pl.lit("Ya")
    no = pl.lit("Tidak")
    # Two tests: what nobody stated is neither, and stays empty.
    return pl.when(cell).then(yes).when(~cell).then(no)


def _plain_text(cell: pl.Expr) -> pl.Expr:
    could_run = cell.str.contains(_FORMULA)
    with_apostrophe = pl.lit("'") + cell
    return pl.when(could_run).then(with_apostrophe).otherwise(cell)
