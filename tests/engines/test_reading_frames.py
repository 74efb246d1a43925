"""Registers from data frames of other libraries."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from jamsos import InputError
from jamsos.registers import premium_columns, read_register

ON = date(2026, 11, 1)
COLUMNS: dict[str, list[Any]] = {
    "NIK": ["9999992905840001", "9999992905850002"],
    "Tgl Lahir": ["29/05/1984", "29 Mei 1985"],
    "Penghasilan": [1_500_000, 900_000],
    "Suket": [True, False],
}
FRAMES: dict[str, Callable[[], object]] = {
    "pandas": lambda: pd.DataFrame(COLUMNS),
    "pandas with gaps": lambda: pd.DataFrame(
        COLUMNS | {"Penghasilan": [1_500_000.0, float("nan")]}
    ),
    "pandas with mixed cells": lambda: pd.DataFrame(
        COLUMNS
        | {"Penghasilan": ["1,5 juta", 900_000], "Suket": pd.Series([True, "t"], dtype=object)}
    ),
    "pyarrow": lambda: pa.table(COLUMNS),
    "duckdb": lambda: duckdb.from_arrow(pa.table(COLUMNS)),
}


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES.keys())
def test_a_frame_of_another_library(make: Callable[[], object]) -> None:
    found = read_register(make(), on=ON)
    rows = found.rows.sort("nik")
    assert rows["nik"].to_list() == COLUMNS["NIK"]
    assert rows["birth"].to_list() == [date(1984, 5, 29), date(1985, 5, 29)]
    assert rows["income"].to_list()[0] == 1_500_000
    assert rows["income"].to_list()[1] in {900_000, None}
    assert rows["letter"].to_list() == [True, False]
    assert found.accepted.height == 2


@pytest.mark.parametrize("kind", ["BIGINT", "HUGEINT", "UHUGEINT", "DECIMAL(20,0)", "DOUBLE"])
def test_a_nik_of_numbers_is_to_be_checked(kind: str) -> None:
    found = read_register(
        duckdb.sql(f"select {COLUMNS['NIK'][0]}::{kind} as NIK, 'A' as Nama"), on=ON
    )
    assert found.problems["problem"].to_list() == ["identity.number"]


@pytest.mark.parametrize("none", [pd.NaT, pd.NA, None, float("nan")], ids=repr)
def test_a_day_that_is_not_there_among_texts_and_days(none: Any) -> None:
    days = pd.Series([none, "29/05/1984", datetime(1984, 5, 29)], dtype=object)  # noqa: DTZ001
    found = read_register(
        pd.DataFrame({"NIK": [*COLUMNS["NIK"], "9999992905840003"], "Tgl Lahir": days}), on=ON
    )
    assert found.accepted["birth"].to_list() == [None, date(1984, 5, 29), date(1984, 5, 29)]


def test_headings_that_are_numbers_or_there_twice() -> None:
    nik = COLUMNS["NIK"][0]
    found = read_register(pd.DataFrame([[nik, "A"]], columns=["NIK", 7]), on=ON)
    assert found.accepted.rows() == [(1, nik, "A")]
    for twice in (
        pd.DataFrame([[nik, nik]], columns=["NIK", "NIK"]),
        pa.table([pa.array([nik]), pa.array([nik])], names=["NIK", "NIK"]),
    ):
        with pytest.raises(InputError, match="two columns of one name"):
            read_register(twice, on=ON)
    with pytest.raises(InputError, match="headings"):
        read_register(pd.DataFrame([[nik, "A"]]), on=ON)


def test_cells_too_large_or_no_cells() -> None:
    large = pd.DataFrame(
        {"NIK": COLUMNS["NIK"][:1], "Penghasilan": pd.Series([2**70], dtype=object)}
    )
    assert read_register(large, on=ON).problems["problem"].to_list() == ["amount.large"]
    with pytest.raises(InputError, match="column of a register, x"):
        read_register(pa.table({"NIK": COLUMNS["NIK"][:1], "x": [[1]]}), on=ON)


def test_types_polars_does_not_know() -> None:
    nik = COLUMNS["NIK"]
    wide = pa.array([Decimal("1500000.00"), None], pa.decimal256(40, 2))
    assert read_register(pa.table({"NIK": nik, "Penghasilan": wide}), on=ON).rows[
        "income"
    ].to_list() == [1500000, None]
    complex_ = read_register(pd.DataFrame({"NIK": nik, "x": [1 + 2j, 2]}), on=ON)
    assert complex_.rows["x"].to_list() == ["(1+2j)", "(2+0j)"]
    with pytest.raises(InputError, match="source: got 'a lazy frame: ComputeError'"):
        read_register(duckdb.sql(f"select '{nik[0]}' as NIK, interval 1 day as x"), on=ON)
    with pytest.raises(InputError, match="column income: got"):
        premium_columns("2026-10").added_to(pa.table({"income": wide}))
