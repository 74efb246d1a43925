"""The days of a column judged together: whether day and month may stand the other way round.

5/3 is 5 March in every office of Indonesia, but not in a spreadsheet set up for another country.
A column shows that by a day that can only be read month first, a birth by the NIK of its person.
A year of two digits may stand before the month too, as in 84-05-17: then 05-12-30 is open as well.
"""

from typing import Any

import polars as pl

from jamsos.registers.intake.birth_in_nik import (
    DAY_IN_NIK,
    MONTH_IN_NIK,
    YEAR_IN_NIK,
    with_birth_in_nik,
)
from jamsos.registers.intake.cells.days import MIDNIGHT
from jamsos.registers.intake.log import PROBLEMS
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem
from jamsos.workers.nik import WOMEN

_BOTH_ORDERS = r"(?:^|[^0-9])[0-9]{1,2}\s*[-/., ]\s*[0-9]{1,2}\s*[-/., ]\s*(?:[0-9]{4}|[0-9]{2})$"
"""The end of a text in which day and month are two numbers before the year."""
_YEAR_FIRST = r"^[0-9]{4}\s*[-/. ]"
"""A year before the month, or before the day where another row of the column shows that."""
_SHORT_YEAR_FIRST = (
    r"^(?:00|3[2-9]|[4-9][0-9])\s*[-/., ]\s*(?:0?[1-9]|1[0-2])\s*[-/., ]\s*"
    r"(?:0?[1-9]|[12][0-9]|3[01])$"
)
"""A year of two digits before the month: no day of a month has its number."""
_MAYBE_SHORT_YEAR_FIRST = r"^[0-9]{2}\s*[-/., ]\s*[0-9]{1,2}\s*[-/., ]\s*[0-9]{2}$"
"""What may be such a day too."""
_LETTER = r"\p{L}\D*[0-9]{2,4}$"
"""A month in words before the year: nobody turns it round."""
_MONTHS = 12
_HUNDRED = 100
_MOST_NAMED = 5
"""Rows a hint names."""
_VALUE = pl.col("value")
DOUBTED: dict[str, Any] = {
    ROW: pl.Int64,
    "text": pl.String,
    "problem": PROBLEMS["problem"],
    "hint": pl.String,
}
"""What is known of a day that is to be checked."""


def doubted_days(
    cells: pl.DataFrame, evidence: pl.DataFrame, niks: pl.Series | None, *, order_known: bool
) -> pl.DataFrame:
    """The days that are to be checked, for day and month may stand the other way round.

    Two kinds, by how sure it is: of a birth the NIK may hold the very day that the other order
    gives, in a cell of whatever kind, for spreadsheets turn days round as they are typed; else
    another row of the column may show that its writer put the month first. A birth whose NIK
    holds the day as it was read is not doubted.

    Args:
        cells: ``source_row``, ``text`` and ``value`` of a column of days, as each was read.
        evidence: Those of them that are a day in the other order only.
        niks: For births the NIK of each row, as far as they could be read.
        order_known: Whether the heading says which comes first, so that no row has to show it.

    Returns:
        ``source_row``, ``text``, ``problem`` and ``hint`` of each.

    """
    years_first = cells.filter(pl.col("text").str.contains(_SHORT_YEAR_FIRST))
    if order_known:
        evidence = evidence.clear()
        years_first = years_first.clear()
    if niks is None and evidence.is_empty() and years_first.is_empty():
        return pl.DataFrame(schema=DOUBTED)
    if niks is None:
        niks = pl.Series([None], dtype=pl.String).new_from_index(0, cells.height)
    day = _VALUE.dt.day().cast(pl.Int64)
    month = _VALUE.dt.month().cast(pl.Int64)
    text = pl.col("text").str.replace(MIDNIGHT, "")
    is_open = (day <= _MONTHS) & (day != month) & ~text.str.contains(_LETTER)
    may_begin_with_year = text.str.contains(_MAYBE_SHORT_YEAR_FIRST) & _VALUE.is_not_null()
    open_cells = cells.lazy().with_columns(nik=niks).filter(is_open | may_begin_with_year)
    is_swapped = is_open & _nik_holds(month, day)
    is_like_evidence = text.str.contains("|".join(_forms(evidence)))
    is_doubted = pl.lit(value=False)
    if not evidence.is_empty():
        is_doubted = is_open & is_like_evidence & ~_nik_holds(day, month)
    if not years_first.is_empty():
        is_doubted |= may_begin_with_year & ~_nik_holds(day, month)
    rows = pl.concat([evidence[ROW], years_first[ROW]]).sort().head(_MOST_NAMED).cast(pl.String)
    other_order = pl.date(_VALUE.dt.year(), day, month).dt.to_string("%d-%m-%Y")
    swapped, in_order = pl.lit(str(Problem.DAY_SWAPPED)), pl.lit(str(Problem.DAY_ORDER))
    found = with_birth_in_nik(open_cells).with_columns(
        problem=pl.when(is_swapped).then(swapped).when(is_doubted).then(in_order),
        hint=pl.when(is_swapped).then(other_order).otherwise(pl.lit(", ".join(rows))),
    )
    problem = pl.col("problem").cast(DOUBTED["problem"])
    return found.drop_nulls("problem").with_columns(problem).select(list(DOUBTED)).collect()


def _forms(evidence: pl.DataFrame) -> list[str]:
    """In which forms the order of day and month is open: those of the cells that show it."""
    begins_with_year = evidence["text"].str.contains(_YEAR_FIRST)
    forms: list[str] = []
    if begins_with_year.any():
        forms.append(_YEAR_FIRST)
    if not begins_with_year.all():
        forms.append(_BOTH_ORDERS)
    return forms


def _nik_holds(day: pl.Expr, month: pl.Expr) -> pl.Expr:
    """Whether the NIK was issued with this birth; false where nothing is known of it."""
    same_day = day == DAY_IN_NIK % WOMEN
    same_month = month == MONTH_IN_NIK
    same_year = _VALUE.dt.year().cast(pl.Int64) % _HUNDRED == YEAR_IN_NIK
    holds = same_day & same_month & same_year
    return holds.fill_null(value=False)
