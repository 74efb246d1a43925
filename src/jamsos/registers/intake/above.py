"""*sda*, *idem* and ditto marks: what stands in the row above."""

from functools import cache

import polars as pl

from jamsos.registers.intake.cells.cell import words
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.tidying import TidyCells
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem, Repair

_ONE_S_OWN = frozenset({"id", "nik", "kk", "name", "birth", "died", "died_on"})
"""What is a person's own: two people who share it are too rare to take it from the row above."""
_IS_DITTO = pl.col("is_ditto")
_TEXT = pl.col("text")
_ABOVE = pl.col("above")


def filled_from_above(cells: TidyCells, log: Log, *, alone: bool = False) -> TidyCells:
    """Put what stands above into the cells that say so; kept columns stay as they are written.

    Args:
        cells: The cells of every column.
        log: Takes what was filled, and what could not be.
        alone: Whether each cell stands by itself, as a correction does: nothing is above it.

    """
    texts = cells.texts
    numeric = dict(cells.numeric)
    for name in _with_dittos(texts):
        is_ditto = texts.select(_says_ditto(name)).to_series()
        column = texts.select(ROW, text=name).with_columns(is_ditto=is_ditto)
        stands_alone = alone or name in _ONE_S_OWN
        filled = _filled(column, name, log, alone=stands_alone)
        texts = texts.with_columns(filled.alias(name))
        if name in numeric:
            numeric[name] = _above(numeric[name], is_ditto)
    return cells._replace(texts=texts, numeric=numeric)


def _with_dittos(texts: pl.DataFrame) -> list[str]:
    """The columns of the layout in which a cell says that it is as above."""
    names = [name for name in NAMED if name in texts.columns]
    # All columns in one pass: most lists have no such cell in any of them.
    any_ditto = texts.select(pl.col(names).is_in(_spellings()).any())
    return [name for name in names if any_ditto[name].item()]


def _says_ditto(column: str) -> pl.Expr:
    """Which cells of a column say that they are as above."""
    is_mark = pl.col(column).is_in(_spellings())
    return is_mark.fill_null(value=False)


@cache
def _spellings() -> pl.Series:
    """The words and marks, small and capital: to compare is quicker than to change every cell."""
    spellings: set[str] = set()
    for mark in words("ditto"):
        spellings |= {mark, mark.upper(), mark.capitalize(), mark.title()}
    return pl.Series([sorted(spellings)])


def _filled(column: pl.DataFrame, name: str, log: Log, *, alone: bool) -> pl.Series:
    """The texts of a column, those above where they can be taken."""
    stated = _TEXT.fill_null("")
    source = pl.when(_IS_DITTO).then(None).otherwise(stated)
    above = source.forward_fill().fill_null("")
    if alone:
        above = pl.lit("")
    with_above = column.with_columns(above=above)
    taken = with_above.filter(_IS_DITTO & (_ABOVE != ""))
    log.repair(taken[ROW], name, Repair.ABOVE)
    left = with_above.filter(_IS_DITTO & (_ABOVE == ""))
    log.problem(left[ROW], name, Problem.TEXT_ABOVE, left["text"])
    filled = pl.when(_ABOVE == "").then(None).otherwise(_ABOVE)
    text = pl.when(_IS_DITTO).then(filled).otherwise(_TEXT)
    return with_above.select(text.alias(name)).to_series()


def _above(numeric: pl.Series, is_ditto: pl.Series) -> pl.Series:
    """Which cells are numeric, once each says what stands above it."""
    nobody = pl.Series([None], dtype=pl.Boolean).new_from_index(0, len(numeric))
    own = nobody.zip_with(is_ditto, numeric)
    return own.forward_fill().fill_null(value=False)
