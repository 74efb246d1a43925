"""June 2026 in polars by hand: what premium_columns("2026-06") adds, for the columns of the benchmark's register.

Written as one would for this month and these columns alone: one code for each case, one base amount, and the amounts
from both. Its codes part people into the same cases as ``premium_reason``.
"""

import polars as pl

MONTH = "2026-06"
LARGEST = 10**15
TOP = 20_200_000
BUDGET = ("APBN", "APBD", "DBH_SAWIT", "DBHCHT", "VILLAGE_VIA_APBD")


def priced(register: pl.LazyFrame) -> pl.LazyFrame:
    """Add the six columns of premium and reason."""
    case, base = pl.col("premium_reason"), pl.col("_base")
    half, decided, savings = case.is_in([32, 34]), case >= 28, case.is_between(28, 31)
    return (
        register.with_columns(_income=pl.min_horizontal(pl.col("income").fill_null(0), TOP), premium_reason=_case())
        .with_columns(_base=_base())
        .with_columns(
            premium_jkk=pl.when(decided).then(pl.when(half).then(base // 2).otherwise(base)),
            premium_jkm=pl.when(decided).then(pl.when(half).then(pl.lit(3_400, pl.Int64)).otherwise(6_800)),
            premium_jht=pl.when(decided).then(pl.when(savings).then(base * 2).otherwise(0)),
            premium_relieved=pl.when(decided).then(pl.when(half).then(base - base // 2 + 3_400).otherwise(0)),
        )
        .with_columns(premium=pl.col("premium_jkk") + pl.col("premium_jkm") + pl.col("premium_jht"))
        .drop("_income", "_base")
    )


def _base() -> pl.Expr:
    """The JKK contribution of an income, by the rows of Lampiran II; up to the highest row they come in equal steps."""
    income = pl.col("_income")
    return (
        pl.when(income < 1_100_000)
        .then(pl.lit(10_000, pl.Int64))
        .when(income < 2_700_000)
        .then((income - 1_100_000) // 200_000 * 2_000 + 12_000)
        .when(income < 8_200_000)
        .then((income - 2_700_000) // 500_000 * 5_000 + 29_500)
        .otherwise((income - 8_200_000) // 1_000_000 * 10_000 + 87_000)
    )


def _case() -> pl.Expr:
    """Which of the cases a person is: a fact that cannot be, one that is missing, or how the relief decides."""
    segment, income, payer = pl.col("segment"), pl.col("income"), pl.col("payer")
    kind, sector = pl.col("kind"), pl.col("sector")
    budget = payer.is_in(BUDGET)
    other = sector == "other"
    owner = pl.when(budget).then(pl.when(other).then(31).otherwise(29)).when(other).then(30).otherwise(28)
    free = pl.when(budget).then(pl.when(other).then(35).otherwise(33)).when(payer.is_null()).then(26)
    return (
        pl.when((income < 0) | (income > LARGEST))
        .then(13)
        .when(segment.is_null())
        .then(pl.when(income.is_null()).then(21).otherwise(22))
        .when(segment != "BPU")
        .then(27)
        .when(income.is_null())
        .then(23)
        .when(kind == "b")
        .then(free.when(other).then(34).otherwise(32))
        .when(kind == "a")
        .then(owner)
        .when(kind.is_null())
        .then(pl.when(payer.is_null()).then(24).otherwise(25))
        .when(budget)
        .then(pl.when(other).then(35).otherwise(33))
        .otherwise(pl.when(other).then(37).otherwise(36))
    )
