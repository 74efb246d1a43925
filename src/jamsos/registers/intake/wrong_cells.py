"""Cells without a value that could be trusted are empty, and problems of their columns."""

from collections.abc import Mapping

import polars as pl
from attrs import evolve

from jamsos.registers.intake.log import Log
from jamsos.registers.intake.sheet import Sheet, bad_cells
from jamsos.registers.layout import NAMED, ROW, Holds
from jamsos.registers.problems import Problem

_SIGN = "#"
_ERROR = r"^\s*#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|Err:\d+|#+)\s*$"
"""How a spreadsheet writes an error into a file of text, and a cell too narrow to show."""
_SERIAL = r"^[0-9]{1,5}$"
_DAYS_BEFORE_1904 = 1462
"""How much later a workbook from 1904 begins to count days."""


def without_wrong_cells(sheet: Sheet) -> Sheet:
    """The sheet with every wrong cell empty and on record."""
    in_text = [_errors_in(sheet, number) for number in _with_signs(sheet)]
    bad = pl.concat([sheet.bad, *in_text])
    # Most lists have no such cell.
    if bad.is_empty():
        return sheet
    bad = bad.unique(subset=[ROW, "number"], keep="first", maintain_order=True)
    cells = sheet.cells
    for key, wrong in bad.group_by("number"):
        number = str(key[0])
        is_wrong = pl.col(ROW).is_in(wrong[ROW].implode())
        kept = pl.when(~is_wrong).then(pl.col(number))
        cells = cells.with_columns(kept.alias(number))
    return evolve(sheet, cells=cells, bad=bad)


def _with_signs(sheet: Sheet) -> list[str]:
    """The columns in which a cell has the sign that every error begins with."""
    # One quick look at all columns: hardly any holds it.
    has_sign = pl.exclude(ROW).str.contains(_SIGN, literal=True).any()
    found = sheet.cells.select(has_sign)
    return [column.name for column in found if column.any()]


def _errors_in(sheet: Sheet, number: str) -> pl.DataFrame:
    """The cells of a column that hold the text of an error."""
    is_error = sheet.cells[number].str.contains(_ERROR)
    rows = sheet.cells[ROW].filter(is_error)
    return bad_cells([(row, number, Problem.CELL_ERROR) for row in rows])


def record_wrong_cells(sheet: Sheet, names: Mapping[str, str], log: Log) -> None:
    """Record each wrong cell as a problem of its column.

    Args:
        sheet: The cells of the people.
        names: The numbers of the columns, and the name of each.
        log: Takes the problems.

    """
    if sheet.bad.is_empty():
        return
    by_column = sheet.bad.group_by("number", "problem", maintain_order=True)
    for key, wrong in by_column:
        name = names.get(str(key[0]))
        if name is not None:
            log.problem(wrong[ROW], name, Problem(key[1]))


def days_from_1900(texts: pl.DataFrame, numeric: Mapping[str, pl.Series]) -> pl.DataFrame:
    """The texts of a workbook that numbers its days from 1904, numbered as all others are."""
    for name, is_number in numeric.items():
        # Days that are shown as days were read as such; what is left are bare numbers.
        if name not in NAMED or NAMED[name].holds is not Holds.DAY:
            continue
        text = pl.col(name)
        is_serial = is_number & text.str.contains(_SERIAL)
        moved = text.cast(pl.Int64, strict=False) + _DAYS_BEFORE_1904
        days = pl.when(is_serial).then(moved.cast(pl.String)).otherwise(text)
        texts = texts.with_columns(days.alias(name))
    return texts
