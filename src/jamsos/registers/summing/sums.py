"""What is summed of a register, and the check that the groups make up the whole."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.columns.premiums import AMOUNTS
from jamsos.registers.frames import PRIVATE
from jamsos.registers.polars_frames import as_text

UNKNOWN: Final = "unknown"
"""The name of the group of people whose group nobody stated."""

COUNTS = (
    "people",
    "enrolled",
    "eligible",
    "not_eligible",
    "undecided",
    "priced",
    "unpriced",
)
"""All people; those with a number; by what is decided about enrolment; with and without a price."""

FULL = "premium_full"
"""The contribution before reliefs."""

SUMS = (*COUNTS, "months", *AMOUNTS, FULL)
"""The columns of a summary after its groups."""

_Sums: TypeAlias = dict[str, pl.Expr]
"""Counts and sums, by the columns they are written to."""

*_PARTS, _PAID, _RELIEVED = AMOUNTS
_ODD = f"{PRIVATE}odd"
_LARGEST_SUM = 2**63 - 1


def group_key(name: str) -> pl.Expr:
    """The groups of a column as text; the spellings of a code are one group."""
    return as_text(name).fill_null(UNKNOWN)


def summed(schema: pl.Schema) -> _Sums:
    """The counts and sums of a group, as far as the register states them.

    Raises:
        InputError: for columns that hold something else than enrolment or premiums in rupiah.

    """
    sums = {"people": pl.len()}
    if "number_issued" in schema:
        sums["enrolled"] = pl.col("number_issued").count()
    if "enrol" in schema:
        sums |= _enrolment_counts(schema["enrol"])
    if _has_premiums(schema):
        _check_rupiah(schema)
        sums |= _premium_sums()
    for name, number in sums.items():
        sums[name] = number.cast(pl.Int64)
    return sums


def _enrolment_counts(column_type: pl.DataType) -> _Sums:
    if column_type != pl.Boolean:
        step = "add it with enrolment_columns"
        raise InputError("column enrol", str(column_type), "yes and no", step)
    enrol = pl.col("enrol")
    return {
        "eligible": enrol.sum(),
        "not_eligible": (~enrol).sum(),
        "undecided": enrol.null_count(),
    }


def _has_premiums(schema: pl.Schema) -> bool:
    return set(AMOUNTS) <= set(schema)


def _check_rupiah(schema: pl.Schema) -> None:
    fractional: list[str] = []
    for name in AMOUNTS:
        column_type = schema[name]
        if not column_type.is_integer():
            fractional.append(name)
    if fractional:
        step = "add them with premium_columns"
        raise InputError("frame", fractional, "premiums in whole rupiah", step)


def _premium_sums() -> _Sums:
    paid = pl.col(_PAID)
    sums = {
        "priced": paid.count(),
        "unpriced": paid.null_count(),
    }
    for name in AMOUNTS:
        # A narrow column would overflow in its own type.
        amount = pl.col(name).cast(pl.Int64)
        sums[name] = amount.sum()
    return sums


def whole_register(schema: pl.Schema) -> _Sums:
    """The people and rupiah of the whole register, counted without groups."""
    whole = {"people": _exact(pl.len())}
    if not _has_premiums(schema):
        return whole
    for name in AMOUNTS:
        amount = _exact(pl.col(name))
        whole[name] = amount.sum()
    odd_rows = _odd_row().sum()
    whole[_ODD] = _exact(odd_rows)
    return whole


def _exact(number: pl.Expr) -> pl.Expr:
    # In 128 bits no sum of 64-bit amounts overflows: the groups are checked against such sums.
    return number.cast(pl.Int128)


def _odd_row() -> pl.Expr:
    """Whether the amounts of a row do not belong together."""
    # A missing part makes the sum empty: it must not count as 0.
    parts = pl.sum_horizontal(_PARTS, ignore_nulls=False)
    paid = pl.col(_PAID)
    another_sum = parts.ne_missing(paid)
    no_premium = paid.is_null()
    no_relief = pl.col(_RELIEVED).is_null()
    # A relief of 0 is stated wherever there is a premium.
    relief_alone = no_relief.ne_missing(no_premium)
    # An empty amount is unknown, not negative.
    amounts = pl.col(AMOUNTS).fill_null(0)
    negative = pl.any_horizontal(amounts < 0)
    return another_sum | relief_alone | negative


def check_whole(groups: pl.DataFrame, whole: pl.DataFrame) -> None:
    """Check that groups make up the whole register.

    Raises:
        InputError: for other sums than those of the whole, or sums too large for 64 bits.

    """
    totals: dict[str, int] = whole.row(0, named=True)
    if totals.pop(_ODD, 0):
        raise _odd_premiums()
    added = _exact_sums(groups, list(totals))
    wrong = [name for name in totals if added[name] != totals[name]]
    # What is paid and what is relieved make up the full contribution, a column of 64 bits too.
    full = totals.get(_PAID, 0) + totals.get(_RELIEVED, 0)
    if wrong or full > _LARGEST_SUM:
        allowed = "groups that make up the whole in 64 bits"
        raise InputError("summary", wrong, allowed, "correct the amounts")


def _exact_sums(groups: pl.DataFrame, names: list[str]) -> dict[str, int]:
    amounts = _exact(pl.col(names))
    sums = groups.select(amounts.sum())
    return sums.row(0, named=True)


def _odd_premiums() -> InputError:
    sums = "JKK + JKM + JHT = premium in every row"
    allowed = f"{sums}, none below 0, a relief where there is a premium"
    step = "add them anew with premium_columns"
    return InputError("summary", "premiums that do not add up", allowed, step)


def table_by(groups: pl.DataFrame, by: Sequence[str], months: int | None) -> pl.DataFrame:
    """The table of a summary by some columns; what the register does not state is empty."""
    counted = (*COUNTS, *AMOUNTS)
    stated = stated_in(groups, counted)
    table = added_up(groups, by, stated)
    if _PAID in stated:
        full = pl.col(_PAID) + pl.col(_RELIEVED)
        person_months = _person_months(months)
        table = table.with_columns(full.alias(FULL), person_months)
    columns = [_column_or_empty(table, name) for name in SUMS]
    return table.select(*by, *columns)


def stated_in(table: pl.DataFrame, names: Sequence[str]) -> list[str]:
    """The columns that the register states: present, and not empty throughout."""
    stated: list[str] = []
    for name in names:
        if name in table.columns and _has_values(table[name]):
            stated.append(name)
    return stated


def _has_values(column: pl.Series) -> bool:
    # A register of nobody states its counts all the same.
    if column.is_empty():
        return True
    return column.null_count() < column.len()


def _person_months(months: int | None) -> pl.Expr:
    if months is None:
        return _empty("months")
    person_months = pl.col("priced") * months
    return person_months.alias("months")


def _column_or_empty(table: pl.DataFrame, name: str) -> pl.Expr:
    if name in table.columns:
        return pl.col(name)
    return _empty(name)


def _empty(name: str) -> pl.Expr:
    no_number = pl.lit(None, pl.Int64)
    return no_number.alias(name)


def added_up(groups: pl.DataFrame, by: Sequence[str], names: Sequence[str]) -> pl.DataFrame:
    """The sums of groups by fewer columns; without any, one row."""
    sums = pl.col(names).sum()
    if not by:
        return groups.select(sums)
    added = groups.group_by(by).agg(sums)
    return added.sort(by)
