"""The words of a rule on columns: what they say of a number they say of every row."""

from typing import Any

import narwhals.stable.v2 as nw
import polars as pl

from jamsos.values.words import maximum, minimum, where

ROWS = [0, 2, 3, 4, 9]


def test_the_words_say_of_a_column_what_they_say_of_a_number() -> None:
    rows, number = pl.DataFrame({"a": ROWS}), nw.col("a")
    said: dict[str, Any] = {
        "least": minimum(number, 3),
        "most": maximum(3, number),
        "chosen": where(number < 3, number, 7),
        "flag": where(number < 3, yes=True, no=False),
    }
    found = nw.from_native(rows).select(**said).to_native()
    assert found["least"].to_list() == [minimum(row, 3) for row in ROWS] == [0, 2, 3, 3, 3]
    assert found["most"].to_list() == [maximum(3, row) for row in ROWS] == [3, 3, 3, 4, 9]
    assert found["chosen"].to_list() == [0, 2, 7, 7, 7]
    assert found["flag"].to_list() == [True, True, False, False, False]
