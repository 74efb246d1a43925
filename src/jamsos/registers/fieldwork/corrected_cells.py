"""Corrections read as the cells of a register are read."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from jamsos.registers.fieldwork.deciding import Cell, Written
from jamsos.registers.intake.above import filled_from_above
from jamsos.registers.intake.column_readers import Reading
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.intake.tidying import tidied
from jamsos.registers.intake.typed_columns import read_columns
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Reaction

BLOCKING = (str(Reaction.REJECT), str(Reaction.CHECK))
"""A cell with such a problem is not cleared."""
_PLACES = ("kecamatan", "village")


class CorrectedCells(NamedTuple):
    """What the corrections were read as."""

    values: dict[str, pl.DataFrame]
    """For each column the rows whose cells change, and their values."""
    problems: pl.DataFrame
    repairs: pl.DataFrame
    refused: dict[Cell, str]
    """Corrections that cannot be read, and the problem of each: they change nothing."""

    @property
    def cells(self) -> pl.DataFrame:
        """The cells that change."""
        parts = [pl.DataFrame(schema={ROW: pl.Int64, "column": pl.String})]
        for column, values in self.values.items():
            parts.append(values.select(ROW, pl.lit(column).alias("column")))
        return pl.concat(parts)


def read_cells(
    frame: pl.DataFrame, corrections: Mapping[Cell, Written], limits: Limits, reading: Reading
) -> CorrectedCells:
    """Read each correction by the reader of its column.

    Args:
        frame: The rows of the register.
        corrections: What is written in the place of each correction.
        limits: How long a cell may be.
        reading: How the columns are read.

    """
    written = dict(corrections)
    if reading.regions is not None:
        written.update(_other_places(frame, corrections))
    log = Log()
    sheet = _sheet(written)
    columns = {str(number): name for number, name in enumerate(sheet.headings)}
    # The cell above is of another row and village: nobody means that one.
    tidy = filled_from_above(tidied(sheet, columns, limits, log), log, alone=True)
    read = tidy.texts.with_columns(**read_columns(tidy, reading, log))
    problems = log.all_problems()
    refused = _refused(problems, corrections)
    values: dict[str, pl.DataFrame] = {}
    for name in sheet.headings:
        rows = [row for row, column in written if column == name and (row, column) not in refused]
        changed = read.select(ROW, name).filter(pl.col(ROW).is_in(rows))
        values[name] = changed
    return CorrectedCells(values, problems, log.all_repairs(), refused)


def _other_places(frame: pl.DataFrame, corrections: Mapping[Cell, Written]) -> dict[Cell, Written]:
    """The known place beside each that is corrected: a village counts within its kecamatan."""
    others: dict[Cell, Written] = {}
    for place, other in (_PLACES, _PLACES[::-1]):
        rows = [row for row, column in corrections if column == place]
        if not rows or other not in frame.columns:
            continue
        known = frame.select(ROW, other).filter(pl.col(ROW).is_in(rows)).drop_nulls()
        for row, text in known.iter_rows():
            cell = row, other
            if cell not in corrections:
                others[cell] = Written(text, numeric=False)
    return others


def _sheet(written: Mapping[Cell, Written]) -> Sheet:
    """The corrections as the cells of a sheet."""
    rows = sorted({row for row, _ in written})
    headings = sorted({column for _, column in written})
    texts: dict[str, list[str | None]] = {}
    numeric: dict[str, list[bool]] = {}
    nothing = Written(None, numeric=False)
    for number, column in enumerate(headings):
        in_column = [written.get((row, column), nothing) for row in rows]
        texts[str(number)] = [cell.text for cell in in_column]
        numeric[str(number)] = [cell.numeric for cell in in_column]
    schema = dict.fromkeys(texts, pl.String)
    cells = pl.DataFrame(texts, schema=schema)
    row_column = pl.Series(ROW, rows, dtype=pl.Int64)
    return Sheet(headings, cells.insert_column(0, row_column), pl.DataFrame(numeric))


def _refused(problems: pl.DataFrame, corrections: Mapping[Cell, Written]) -> dict[Cell, str]:
    """The corrections that cannot be read, each with its first problem."""
    blocking = problems.filter(pl.col("reaction").is_in(BLOCKING))
    refused: dict[Cell, str] = {}
    for row, column, problem in blocking.select(ROW, "column", "problem").iter_rows():
        # The place beside a corrected one is no correction: what is wrong with it is recorded.
        if (row, column) in corrections:
            refused.setdefault((row, column), problem)
    return refused
