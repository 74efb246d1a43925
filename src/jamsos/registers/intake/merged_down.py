"""A cell that was merged over several rows says its text of each of them."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from attrs import evolve

from jamsos.registers.intake.left_people import takes_remarks
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.layout import NAMED, ROW, Holds
from jamsos.registers.problems import Problem, Repair

_SHARED = frozenset(
    {
        *("kk", "kecamatan", "village", "resident_of"),
        *("category", "occupation", "segment", "kind", "sector", "payer"),
    }
)
"""What several people may have in common."""


def filled_down(
    sheet: Sheet, layout: Mapping[str, str], kept: Mapping[str, str], log: Log
) -> Sheet:
    """Put the text of cells that were merged over several rows into each of them.

    An amount is not: it would count more than once, and nobody knows whose it is.

    Args:
        sheet: The rows that are people.
        layout: The numbers of the columns, and the column of the layout each stands for.
        kept: The numbers of the other columns, and the name of each.
        log: Takes what was filled.

    """
    merged = {one.number for one in sheet.tall}
    for number, name in layout.items():
        if number not in merged:
            continue
        if name in _SHARED:
            sheet = _filled(sheet, number, name, log)
        elif NAMED[name].holds is Holds.RUPIAH:
            sheet = _without_shared_amounts(sheet, number, name, log)
    for number, name in kept.items():
        # A remark beside several people is about each of them.
        if number in merged and takes_remarks(name):
            sheet = _filled(sheet, number, name, log)
    return sheet


def _without_shared_amounts(sheet: Sheet, number: str, name: str, log: Log) -> Sheet:
    """The sheet without the amounts of several people in one cell, each of them on record."""
    filled = sheet.cells.filter(_is_somebody(sheet))[ROW]
    others = _first_rows(sheet, number).filter(pl.col(ROW).is_in(filled.implode()))
    is_shared = (
        sheet.cells[ROW].is_in(others["first"].implode()) & sheet.cells[number].is_not_null()
    )
    log.problem(sheet.cells[ROW].filter(is_shared), name, Problem.AMOUNT_UNCLEAR)
    kept = pl.when(~is_shared).then(pl.col(number))
    return evolve(sheet, cells=sheet.cells.with_columns(kept.alias(number)))


def _is_somebody(sheet: Sheet) -> pl.Series:
    """Which rows hold anything: a merged cell may go on below the last person."""
    is_written = pl.exclude(ROW).str.strip_chars() != ""
    is_somebody = sheet.cells.select(pl.any_horizontal(is_written)).to_series()
    return is_somebody.fill_null(value=False)


def _filled(sheet: Sheet, number: str, name: str, log: Log) -> Sheet:
    """The sheet with one of its columns filled."""
    firsts = _first_rows(sheet, number)
    rows = sheet.cells.select(ROW).join(firsts, on=ROW, how="left", maintain_order="left")
    texts = sheet.cells[number]
    above = _above(rows, sheet.cells[ROW], texts)
    is_filled = texts.is_null() & above.is_not_null() & _is_somebody(sheet)
    log.repair(sheet.cells[ROW].filter(is_filled), name, Repair.ABOVE)
    cells = sheet.cells.with_columns(above.zip_with(is_filled, texts).alias(number))
    numeric = sheet.numeric
    if number in numeric.columns:
        own = numeric[number]
        are_numbers = _above(rows, sheet.cells[ROW], own).zip_with(is_filled, own)
        numeric = numeric.with_columns(are_numbers.alias(number))
    return evolve(sheet, cells=cells, numeric=numeric)


def _first_rows(sheet: Sheet, number: str) -> pl.DataFrame:
    """For each row under a merged cell of a column, the row in which its text stands."""
    last: Any = sheet.cells[ROW].max() or 0
    firsts: dict[int, int] = {}
    for one in sheet.tall:
        if one.number == number:
            rows = range(one.first_row + 1, min(one.last_row, last) + 1)
            firsts.update(dict.fromkeys(rows, one.first_row))
    columns = {ROW: list(firsts), "first": list(firsts.values())}
    return pl.DataFrame(columns, schema={ROW: pl.Int64, "first": pl.Int64})


def _above(rows: pl.DataFrame, numbers: pl.Series, values: pl.Series) -> pl.Series:
    """For each row, the value in the first row of the merged cell it is under."""
    by_row = pl.DataFrame({"first": numbers, "above": values})
    return rows.join(by_row, on="first", how="left", maintain_order="left")["above"]
