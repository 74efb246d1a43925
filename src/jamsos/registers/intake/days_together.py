"""The days of a column judged together: whether day and month may stand the other way round.

5/3 is 5 March in every office of Indonesia, but not in a spreadsheet set up for another country.
A column shows that by a day that can only be read month first, a birth by the NIK of its person.
"""

import polars as pl

from jamsos.registers.intake.log import PROBLEMS
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem
from jamsos.workers.nik import WOMEN

_BOTH_ORDERS = (
    r"(?:^|[^0-9])(?<first>[0-9]{1,2})\s*[-/., ]\s*(?<second>[0-9]{1,2})"
    r"\s*[-/., ]\s*(?:[0-9]{4}|[0-9]{2})$"
)
"""The end of a text in which day and month are two numbers before the year."""
_BIRTH_IN_NIK = r"^[0-9]{6}(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{2})"
_MONTHS = 12
_HUNDRED = 100
_MOST_NAMED = 5
"""Rows a hint names."""
_VALUE = pl.col("value")
_FIRST = pl.col("first")
_SECOND = pl.col("second")


def judged(cells: pl.DataFrame, niks: pl.Series | None) -> pl.DataFrame:
    """Send the days to be checked whose day and month may stand the other way round.

    Two kinds, by how sure it is: of a birth the NIK may hold the very day that the other order
    gives; else another row of the column may show that its writer put the month first. A birth
    whose NIK holds the day as it was read is not doubted.

    Args:
        cells: The cells of a column of days as they were read, each in the order of day and month
            of every office.
        niks: For births the NIK of each row, as far as they could be read.

    """
    is_month_first = pl.col("problem") == str(Problem.DAY_MONTH_FIRST)
    evidence = cells.filter(is_month_first)[ROW]
    if niks is None:
        if evidence.is_empty():
            return cells
        niks = pl.Series([None], dtype=pl.String).new_from_index(0, cells.height)
    with_parts = _with_parts(cells, niks)
    is_open = _may_be_either()
    is_swapped = is_open & _nik_holds(_SECOND, _FIRST)
    is_doubted = pl.lit(value=False)
    if not evidence.is_empty():
        is_doubted = is_open & ~is_swapped & ~_nik_holds(_FIRST, _SECOND)
    rows = evidence.head(_MOST_NAMED).cast(pl.String)
    problem = (
        pl.when(is_swapped)
        .then(pl.lit(str(Problem.DAY_SWAPPED)))
        .when(is_doubted)
        .then(pl.lit(str(Problem.DAY_ORDER)))
    )
    hint = pl.when(is_swapped).then(_other_order()).otherwise(pl.lit(", ".join(rows)))
    found = with_parts.with_columns(found=problem, other=hint)
    has_problem = pl.col("found").is_not_null()
    return found.with_columns(
        value=pl.when(~has_problem).then(_VALUE),
        repair=pl.when(~has_problem).then(pl.col("repair")),
        problem=pl.when(has_problem)
        .then(pl.col("found").cast(PROBLEMS["problem"]))
        .otherwise(pl.col("problem")),
        hint=pl.when(has_problem).then(pl.col("other")).otherwise(pl.col("hint")),
    ).select(cells.columns)


def _with_parts(cells: pl.DataFrame, niks: pl.Series) -> pl.DataFrame:
    """The cells with the two numbers that are written, and the birth in the NIK."""
    written = pl.col("text").str.extract_groups(_BOTH_ORDERS).struct
    in_nik = pl.col("nik").str.extract_groups(_BIRTH_IN_NIK).struct
    whole = pl.Int64
    return cells.with_columns(nik=niks).with_columns(
        first=written.field("first").cast(whole),
        second=written.field("second").cast(whole),
        nik_day=in_nik.field("day").cast(whole) % WOMEN,
        nik_month=in_nik.field("month").cast(whole),
        nik_year=in_nik.field("year").cast(whole),
    )


def _may_be_either() -> pl.Expr:
    """Whether a day was read that exists in both orders, and is another one in each."""
    first = _FIRST.is_between(1, _MONTHS)
    second = _SECOND.is_between(1, _MONTHS)
    is_open = _VALUE.is_not_null() & first & second & (_FIRST != _SECOND)
    return is_open.fill_null(value=False)


def _nik_holds(day: pl.Expr, month: pl.Expr) -> pl.Expr:
    """Whether the NIK was issued with this birth; false where nothing is known of it."""
    same_day = pl.col("nik_day") == day
    same_month = pl.col("nik_month") == month
    same_year = pl.col("nik_year") == _VALUE.dt.year().cast(pl.Int64) % _HUNDRED
    holds = same_day & same_month & same_year
    return holds.fill_null(value=False)


def _other_order() -> pl.Expr:
    """The day with its two numbers the other way round."""
    year = _VALUE.dt.year()
    day = pl.date(year, _FIRST, _SECOND)
    return day.dt.to_string("%d-%m-%Y")
