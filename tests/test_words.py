"""The words of a rule: on plain values they decide, on a column they build its expression."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from jamsos.values.words import maximum, minimum, reached, where

YES, NO = True, False
NUMBERS = nw.from_native(pl.DataFrame({"n": [1, 5, None], "yes": [True, False, None]}))


def column(expression: nw.Expr) -> pl.Series:
    """The column an expression gives."""
    return NUMBERS.select(found=expression).to_native()["found"]


def test_plain_values_are_decided_at_once() -> None:
    assert (where(YES, 1, 2), where(NO, 1, 2)) == (1, 2)
    assert (minimum(3, 4), minimum(4, 3), maximum(3, 4), maximum(4, 3)) == (3, 3, 4, 4)
    assert (minimum(Fraction(1, 2), 1), maximum(1, Fraction(3, 2))) == (
        Fraction(1, 2),
        Fraction(3, 2),
    )


def test_columns_choose_row_by_row() -> None:
    assert column(where(nw.col("yes"), nw.col("n"), 7)).to_list() == [1, 7, 7]
    assert column(where(nw.col("n") > 2, 1, nw.lit(0))).to_list() == [0, 1, 0]


@pytest.mark.parametrize(("word", "found"), [(minimum, [1, 3, 3]), (maximum, [3, 5, 3])])
def test_columns_and_numbers_are_compared(word: Callable[..., Any], found: list[int]) -> None:
    assert column(word(nw.col("n"), 3)).to_list() == found
    assert column(word(3, nw.col("n"))).to_list() == found


def test_plain_values_become_64_bit_integers_and_booleans() -> None:
    assert column(where(nw.col("yes"), 10**15, 0)).dtype == pl.Int64
    assert column(where(nw.col("yes"), Fraction(4, 2), 0)).to_list() == [2, 0, 0]
    assert column(where(nw.col("yes"), 1, 0)).dtype == pl.Int64
    chosen = column(where(nw.col("yes"), nw.col("n") > 2, YES))
    assert chosen.dtype == pl.Boolean
    assert chosen.to_list() == [False, True, True]


def test_an_age_is_reached_on_the_birthday() -> None:
    assert reached(date(1961, 11, 1), date(2026, 11, 1), 65)
    assert not reached(date(1961, 11, 2), date(2026, 11, 1), 65)
    assert not reached(date(1960, 2, 29), date(2025, 2, 28), 65)
    assert reached(date(1960, 2, 29), date(2025, 3, 1), 65)
