"""Handing over: the one output that shows identity numbers, in a documented layout."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError, masked
from jamsos.registers.frame_workbooks import write_frame
from jamsos.registers.handover.own_columns import (
    check_headings,
    checked_own,
    refuse_numbers_of_people,
    without_numbers,
)
from jamsos.registers.handover.pairing import checked_frame
from jamsos.registers.handover.upload_form import Filled, UploadForm
from jamsos.registers.layout import COLUMNS, NAMED, NIK_DIGITS, NIK_FORM, WHERE, Holds
from jamsos.registers.outputs import checked_output, written
from jamsos.registers.polars_frames import refuse_what_if
from jamsos.values.plain import checked_kind, checked_switch

HEADINGS = {column.name: column.headings[0] for column in COLUMNS}
"""The columns of the hand-over in their order, with the headings they are written under."""

_DECIDED = ("enrol", "enrol_reason", "premium_relieved", "premium_reason")
_PLANNED = ("enrol_from", "plan", "plan_place", "plan_from", "plan_needed")
_OURS = frozenset({*WHERE, *_DECIDED, *_PLANNED})
"""What reading, checking, deciding and planning add for the office; it is not handed over."""
_PRIVATE = tuple(column.name for column in COLUMNS if column.holds is Holds.NIK)
_SHOWN = 2
_TITLE = "jamsos: serah terima peserta"
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


def _is_plain(kind: pl.DataType) -> bool:
    return _is_text(kind) or _fits_64_bits(kind) or _is_flag(kind) or _is_day(kind)


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
_ANY = _ColumnType(
    "text, days, whole numbers of 64 bits, or booleans", "cast it to one of these", _is_plain
)
"""What a column of the office's own may hold."""


def export_rows(
    frame: pl.DataFrame,
    path: str | Path,
    *,
    keep: Sequence[str] = (),
    form: UploadForm | None = None,
    unmasked: bool = False,
) -> int:
    """Write a register in the layout of the hand-over, as CSV or as an Excel workbook.

    Only with ``unmasked=True`` are NIK and family card numbers written in full: this is the one
    place where the library lets them out. Text cells are text: in a workbook by their type, in CSV
    an apostrophe stands before what a spreadsheet could run as a formula. Yes and no are *Ya* and
    *Tidak*, days are ISO days, an empty cell is a fact nobody stated. In a workbook days before 1
    March 1900 are ISO text, because spreadsheets do not agree on them.

    The file is written beside its place, for its owner alone, and moved there when it is whole: an
    earlier file is never lost.

    Args:
        frame: Accepted rows; columns of the layout, and the premiums where they were added. Row
            numbers, decisions and reason codes, and what a plan adds, may be there; they are left
            out.
        path: A file that ends in ``.csv`` (UTF-8, commas) or ``.xlsx``.
        keep: Columns of the office's own, which are written after those of the layout under their
            own names.
        form: The form of the branch, in the place of the layout: its columns, and no others.
        unmasked: Whether identity numbers are written in full.

    Returns:
        The number of rows written.

    Raises:
        InputError: for another kind of file or frame, a place that cannot be written, a column
            that is not of the layout and not named, or of another type than it holds, a NIK that
            is missing, malformed or there twice, own columns with what looks like a NIK in a file
            that is masked, or what the form cannot hold.
        MissingExtraError: for a workbook without XlsxWriter.

    """
    register = checked_frame(frame, "frame")
    refuse_what_if(register, "frame")
    file = checked_output(path, ".csv", ".xlsx")
    own = checked_own(register, keep)
    is_whole = checked_switch(unmasked, "unmasked")
    if form is None:
        filled = _in_layout(register, own, is_whole=is_whole)
    else:
        filled = _in_form(register, own, form, is_whole=is_whole)
    if file.suffix.lower() == ".xlsx":
        return write_frame(file, filled.cells, filled.headings, _TITLE)
    cells = _as_text(filled.cells)
    # A heading is a text too, and may be of the office's own.
    headings = pl.DataFrame({"0": filled.headings}).select(_plain_text(pl.col("0")))
    texts = headings.to_series().to_list()
    check_headings(texts, "heading")
    cells.columns = texts
    written(file, cells.write_csv)
    return cells.height


def _in_layout(register: pl.DataFrame, own: tuple[str, ...], *, is_whole: bool) -> Filled:
    """The columns of the layout, and those of the office's own that it names."""
    _check_names(register.columns, own)
    of_layout = [name for name in HEADINGS if name in register.columns]
    headings = [*(HEADINGS[name] for name in of_layout), *own]
    check_headings(headings, "keep")
    names = [*of_layout, *own]
    return Filled(_checked_cells(register, names, is_whole=is_whole), tuple(headings))


def _in_form(
    register: pl.DataFrame, own: tuple[str, ...], form: object, *, is_whole: bool
) -> Filled:
    """The columns of a form."""
    if own:
        raise InputError("keep", list(own), "no names beside a form", "name them in the form")
    step = "read it with UploadForm.read(...), or build it"
    checked = checked_kind(UploadForm, form, "form", step)
    checked.check_columns(register.columns)
    # The NIK tells the rows, whether the form asks for it or not.
    names = list(dict.fromkeys(["nik", *checked.names]))
    return checked.filled(_checked_cells(register, names, is_whole=is_whole))


def _checked_cells(register: pl.DataFrame, names: list[str], *, is_whole: bool) -> pl.DataFrame:
    """The columns that are written, masked unless they go in full."""
    cells = _typed(register.select(names))
    _check_nik(register)
    if is_whole:
        return cells
    own = [name for name in names if name not in NAMED]
    refuse_numbers_of_people(cells, own)
    return _without_numbers(cells)


def _check_names(names: Iterable[str], own: tuple[str, ...]) -> None:
    """Refuse a column the receiver's layout does not have: it could hold anything."""
    unknown: list[str] = []
    for name in names:
        if name not in HEADINGS and name not in _OURS and name not in own:
            unknown.append(name)
    if unknown:
        allowed = f"columns among {', '.join(HEADINGS)}"
        step = f"drop or rename these columns, or write keep={unknown} to hand them over too"
        raise InputError("frame", unknown, allowed, step)


def _without_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns with identity numbers masked."""
    hidden: list[pl.Expr | pl.Series] = []
    for name in frame.columns:
        if name in _PRIVATE:
            hidden.append(_hidden(name))
        elif frame.schema[name] == pl.String:
            hidden.append(without_numbers(frame[name]))
    return frame.with_columns(hidden)


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns, labels as text; refused where one is not of the type the layout holds."""
    labels: list[str] = []
    for name, kind in frame.schema.items():
        wanted = _KINDS[NAMED[name].holds] if name in NAMED else _ANY
        # A column nobody filled has no type that could be wrong.
        if kind != pl.Null and not wanted.fits(kind):
            raise InputError(f"column {name}", str(kind), wanted.allowed, wanted.step)
        if wanted is _TEXT or _is_text(kind):
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
