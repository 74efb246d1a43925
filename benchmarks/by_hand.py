"""June 2026 in polars by hand: what premium_columns("2026-06") adds to the benchmark's register.

Written as one would for this month and these columns alone: one code for each case, one base
amount, and the amounts from both. Its codes part people into the same cases as ``premium_reason``.
"""

import polars as pl

MONTH = "2026-06"
LARGEST = 10**15
TOP = 20_200_000
BUDGET = ("APBN", "APBD", "DBH_SAWIT", "DBHCHT", "VILLAGE_VIA_APBD")


def priced(register: pl.LazyFrame) -> pl.LazyFrame:
    """Add the six columns of premium and reason."""
    income = pl.min_horizontal(pl.col("income").fill_null(0), TOP)
    with_case = register.with_columns(_income=income, premium_reason=_case())
    with_base = with_case.with_columns(_base=_base())
    with_amounts = with_base.with_columns(**_amounts())
    premium = pl.col("premium_jkk") + pl.col("premium_jkm") + pl.col("premium_jht")
    return with_amounts.with_columns(premium=premium).drop("_income", "_base")


def _amounts() -> dict[str, pl.Expr]:
    """The amounts of a case and a base; none where the case is not decided."""
    case, base = pl.col("premium_reason"), pl.col("_base")
    # The numbers of the cases are ordered so that these sets are plain.
    decided = case >= 28
    savings = case.is_between(28, 31)
    half = case.is_in([32, 34])
    jkk = pl.when(half).then(base // 2).otherwise(base)
    jkm = pl.when(half).then(pl.lit(3_400, pl.Int64)).otherwise(6_800)
    jht = pl.when(savings).then(base * 2).otherwise(0)
    relieved = pl.when(half).then(base - base // 2 + 3_400).otherwise(0)
    return {
        "premium_jkk": pl.when(decided).then(jkk),
        "premium_jkm": pl.when(decided).then(jkm),
        "premium_jht": pl.when(decided).then(jht),
        "premium_relieved": pl.when(decided).then(relieved),
    }


def _base() -> pl.Expr:
    """The JKK contribution of an income, by the rows of Lampiran II."""
    income = pl.col("_income")
    # Up to the highest row the contributions come in equal steps.
    narrow_rows = (income - 1_100_000) // 200_000 * 2_000 + 12_000
    middle_rows = (income - 2_700_000) // 500_000 * 5_000 + 29_500
    wide_rows = (income - 8_200_000) // 1_000_000 * 10_000 + 87_000
    return (
        pl.when(income < 1_100_000)
        .then(pl.lit(10_000, pl.Int64))
        .when(income < 2_700_000)
        .then(narrow_rows)
        .when(income < 8_200_000)
        .then(middle_rows)
        .otherwise(wide_rows)
    )


def _case() -> pl.Expr:
    """Which of the cases a person is.

    A fact that no worker can have, one that is missing, or how the relief decides.
    """
    segment, income, payer = pl.col("segment"), pl.col("income"), pl.col("payer")
    kind, budget, other = pl.col("kind"), payer.is_in(BUDGET), pl.col("sector") == "other"
    no_segment = pl.when(income.is_null()).then(21).otherwise(22)
    no_kind = pl.when(payer.is_null()).then(24).otherwise(25)
    # A budget's case is the same for kind b and for any other kind but owners.
    by_budget = pl.when(other).then(35).otherwise(33)
    independent = (
        pl.when(budget)
        .then(by_budget)
        .when(payer.is_null())
        .then(26)
        .when(other)
        .then(34)
        .otherwise(32)
    )
    owner_by_budget = pl.when(other).then(31).otherwise(29)
    owner = pl.when(budget).then(owner_by_budget).when(other).then(30).otherwise(28)
    any_other_kind = pl.when(other).then(37).otherwise(36)
    return (
        pl.when((income < 0) | (income > LARGEST))
        .then(13)
        .when(segment.is_null())
        .then(no_segment)
        .when(segment != "BPU")
        .then(27)
        .when(income.is_null())
        .then(23)
        .when(kind == "independent")
        .then(independent)
        .when(kind == "owner")
        .then(owner)
        .when(kind.is_null())
        .then(no_kind)
        .when(budget)
        .then(by_budget)
        .otherwise(any_other_kind)
    )
