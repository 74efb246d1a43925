"""The sums of a register for a run of months, by calendar year."""

from collections.abc import Sequence

import polars as pl

from jamsos.eligibility.scheme import Scheme
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.registers.columns.premiums import premium_columns
from jamsos.registers.polars_frames import checked_lazy
from jamsos.registers.summing.summary import group_names, summary
from jamsos.values.days import MONTHS_A_YEAR
from jamsos.values.months import Month, months_in_order
from jamsos.workers.codes import Payer


def yearly(
    frame: pl.DataFrame | pl.LazyFrame,
    first: object,
    last: object,
    by: str | Sequence[str] = ("kecamatan",),
    *,
    payer: Payer | str | None = None,
    scheme: Scheme | None = None,
    law: Law | None = None,
) -> pl.DataFrame:
    """The sums of a register for a run of months: ``Summary.table`` with ``year``.

    There is one row a calendar year and group.

    >>> register = pl.DataFrame({"village": ["A"], "income": [900_000], "kind": "independent"})
    >>> sums = yearly(register, "2025-12", "2026-02", "village", payer="APBD")
    >>> sums.select("year", "village", "months", "premium").rows()
    [(2025, 'A', 1, 16800), (2026, 'A', 2, 33600)]

    Args:
        frame: The register, not yet priced.
        first: The first contribution month.
        last: The last one.
        by: As :func:`summary`.
        payer: As ``premium_columns``.
        scheme: As ``premium_columns``.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: as :func:`summary`, and for months out of order.
        OutsideLawError: for a month before July 2015.

    """
    names = group_names(by)
    if "year" in names:
        step = "leave it out: the sums are by year; or rename a column of that name"
        raise InputError("by", "year", "other columns than year", step)
    months_by_year = _months_by_year(first, last)
    tables: list[pl.DataFrame] = []
    # The premiums of a year are one question, so that each month is priced by its own law.
    for year, months in months_by_year.items():
        premiums = premium_columns(months[0], months[-1], payer=payer, scheme=scheme, law=law)
        register = checked_lazy(frame)
        priced = premiums.added_to(register)
        sums = summary(priced, names, months=len(months))
        year_column = pl.lit(year, pl.Int64).alias("year")
        table = sums.table.select(year_column, pl.all())
        tables.append(table)
    return pl.concat(tables)


def _months_by_year(first: object, last: object) -> dict[int, list[Month]]:
    """The months asked about, by calendar year."""
    months = months_in_order(first, last)
    years: dict[int, list[Month]] = {}
    for month in months:
        year = month.index // MONTHS_A_YEAR
        months_of_year = years.setdefault(year, [])
        months_of_year.append(month)
    return years
