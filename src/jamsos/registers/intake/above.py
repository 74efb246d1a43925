"""*sda*, *idem* and ditto marks: what stands in the row above."""

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


def filled_from_above(cells: TidyCells, log: Log) -> TidyCells:
    """Put what stands above into the cells that say so; kept columns stay as they are written.

    Args:
        cells: The cells of every column.
        log: Takes what was filled, and what could not be.

    """
    texts = cells.texts
    numeric = dict(cells.numeric)
    for name in NAMED:
        if name not in texts.columns:
            continue
        is_ditto = _is_ditto(texts[name])
        if not is_ditto.any():
            continue
        column = texts.select(ROW, text=name).with_columns(is_ditto=is_ditto)
        filled = _filled(column, name, log)
        texts = texts.with_columns(filled.alias(name))
        if name in numeric:
            numeric[name] = _above(numeric[name], is_ditto)
    return cells._replace(texts=texts, numeric=numeric)


def _is_ditto(texts: pl.Series) -> pl.Series:
    """Which cells say that they are as above."""
    marks = words("ditto")
    longest = max(len(mark.encode()) for mark in marks)
    # Only short texts are looked at: a list of names has none of these words.
    is_short = (texts.str.len_bytes() <= longest).fill_null(value=False)
    if not is_short.any():
        return is_short
    small = texts.str.to_lowercase()
    is_mark = small.is_in(list(marks)).fill_null(value=False)
    return is_short & is_mark


def _filled(column: pl.DataFrame, name: str, log: Log) -> pl.Series:
    """The texts of a column, those above where they can be taken."""
    stated = _TEXT.fill_null("")
    source = pl.when(_IS_DITTO).then(None).otherwise(stated)
    above = source.forward_fill().fill_null("")
    if name in _ONE_S_OWN:
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
