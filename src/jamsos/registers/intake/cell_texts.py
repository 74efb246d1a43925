"""Typed cells of spreadsheets and frames as the text a person would have typed."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Number

import polars as pl

from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.sheet import TextColumn

CELL_TYPES = "text, numbers, days or yes and no"
"""What the cells of a column may be."""
FLAG_WORDS = {True: "ya", False: "tidak"}
_TEXT_TYPES = (pl.String, pl.Categorical, pl.Enum, pl.Null)
_ALIKE_IN_TEXT = frozenset({str, int, float, date, type(None)})
"""Kinds of cells of which any two that are equal are the same text."""
_NO_PART = re.compile(r"\.0+$")


def as_text(cell: object) -> str | None:
    """A cell of a spreadsheet as text: whole numbers without a point, days as in ISO.

    >>> as_text(1500000.0), as_text(True), as_text(datetime(2026, 1, 2)), as_text("")
    ('1500000', 'ya', '2026-01-02', None)
    """
    # Most cells are texts, and need no other question.
    if type(cell) is str:
        return cell or None
    if cell is None or cell == "":
        return None
    if isinstance(cell, float | Decimal):
        return _number_text(cell)
    # Yes and no before numbers, a time before its day: each is also an instance of the other.
    if isinstance(cell, bool):
        return FLAG_WORDS[cell]
    if isinstance(cell, datetime):
        return _time_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _number_text(number: float | Decimal) -> str | None:
    # Frames keep an empty cell among numbers as NaN.
    if math.isnan(number):
        return None
    if isinstance(number, Decimal):
        return _NO_PART.sub("", str(number))
    if number % 1 == 0:
        return str(int(number))
    return str(number)


def _time_text(moment: datetime) -> str:
    """A time; midnight is how spreadsheets and frames keep a day."""
    if moment.time() == time.min:
        return moment.date().isoformat()
    return moment.isoformat(" ")


def of_objects(cells: Sequence[object]) -> TextColumn:
    """A column of mixed cells."""
    kinds = set(map(type, cells))
    # Most columns hold nothing but text, and need no look at each cell.
    if kinds <= {str}:
        if "" in cells:
            cells = [cell or None for cell in cells]
        return TextColumn(pl.Series(cells, dtype=pl.String), None)
    column = pl.Series(_texts(cells, kinds), dtype=pl.String)
    numbers = {kind for kind in kinds if issubclass(kind, Number) and not issubclass(kind, bool)}
    # Numbers are marked: a NIK kept as one has lost its last digit.
    if numbers:
        numeric = [type(cell) in numbers for cell in cells]
        return TextColumn(column, pl.Series(numeric))
    return TextColumn(column, None)


def _texts(cells: Sequence[object], kinds: set[type]) -> list[str | None]:
    """The texts of mixed cells."""
    # The same few numbers stand in thousands of rows; yes and 1 are equal, and no one text.
    if kinds <= _ALIKE_IN_TEXT:
        known = {cell: as_text(cell) for cell in set(cells)}
        return [known[cell] for cell in cells]
    return [as_text(cell) for cell in cells]


def of_series(series: pl.Series) -> TextColumn:
    """A typed column of polars."""
    kind = series.dtype
    if isinstance(kind, _TEXT_TYPES):
        return TextColumn(series.cast(pl.String), None)
    if kind == pl.Date:
        days = series.dt.to_string("iso")
        return TextColumn(days, None)
    if kind.is_integer():
        yes = pl.Series([True])
        numeric = yes.new_from_index(0, len(series))
        return TextColumn(series.cast(pl.String), numeric)
    if is_no_cell(kind):
        raise no_cells(series.name, kind)
    return of_objects(series.to_list())


def is_no_cell(kind: pl.DataType) -> bool:
    """Whether a column of this type holds no cells of a list."""
    return kind.is_nested() or kind == pl.Binary


def no_cells(name: object, kind: object) -> RefusedFileError:
    """The error of a column that holds no cells of a list."""
    step = "drop the column, or cast it"
    thing = f"column of a register, {name}"
    column = str(name)
    return refusal(Refusal.CELL_KIND, thing, str(kind), CELL_TYPES, step, column=column)
