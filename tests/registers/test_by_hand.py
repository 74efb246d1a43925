"""The polars by hand that the benchmark is measured by does the same job as the columns."""

import runpy
from pathlib import Path

import polars as pl

from jamsos.registers import AMOUNTS, premium_columns, synthetic_register

BY_HAND = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "by_hand.py"))


def test_by_hand_gives_the_same_amounts_and_cases() -> None:
    edges = [
        -1,
        0,
        1_099_999,
        1_100_000,
        2_699_999,
        2_700_000,
        8_199_999,
        8_200_000,
        20_200_000,
        10**15,
        10**15 + 1,
    ]
    register = synthetic_register(40_000, seed=3).with_row_index("n")
    register = register.with_columns(
        income=pl.when(pl.col("n") % 20 == 0)
        .then(pl.lit(pl.Series(edges)).gather(pl.col("n") // 20 % len(edges)))
        .otherwise("income")
    ).select("id", "segment", "kind", "sector", "payer", "income")
    columns = premium_columns(BY_HAND["MONTH"]).added_to(register)
    hand = BY_HAND["priced"](register.lazy()).collect()
    assert columns.select(AMOUNTS).equals(hand.select(AMOUNTS))
    cases = pl.DataFrame(
        {"ours": columns["premium_reason"], "theirs": hand["premium_reason"]}
    ).unique()
    assert cases["ours"].is_unique().all()
    assert cases["theirs"].is_unique().all()
    assert cases.height == 18
