"""Registers from data frames of other libraries."""

from datetime import date

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from jamsos.registers import read_register

ON = date(2026, 11, 1)
COLUMNS = {
    "NIK": ["9999992905840001", "9999992905850002"],
    "Tgl Lahir": ["29/05/1984", "29 Mei 1985"],
    "Penghasilan": [1_500_000, 900_000],
    "Suket": [True, False],
}
FRAMES = {
    "pandas": lambda: pd.DataFrame(COLUMNS),
    "pandas with gaps": lambda: pd.DataFrame(COLUMNS | {"Penghasilan": [1_500_000.0, float("nan")]}),
    "pandas with mixed cells": lambda: pd.DataFrame(
        COLUMNS | {"Penghasilan": ["1,5 juta", 900_000], "Suket": pd.Series([True, "t"], dtype=object)}
    ),
    "pyarrow": lambda: pa.table(COLUMNS),
    "duckdb": lambda: duckdb.from_arrow(pa.table(COLUMNS)),
}


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES.keys())
def test_a_frame_of_another_library(make) -> None:
    found = read_register(make(), on=ON)
    rows = found.rows.sort("nik")
    assert rows["nik"].to_list() == COLUMNS["NIK"]
    assert rows["birth"].to_list() == [date(1984, 5, 29), date(1985, 5, 29)]
    assert rows["income"].to_list()[0] == 1_500_000
    assert rows["income"].to_list()[1] in {900_000, None}
    assert rows["letter"].to_list() == [True, False]
    assert found.accepted.height == 2
