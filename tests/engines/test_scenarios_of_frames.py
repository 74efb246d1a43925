"""Scenarios of registers in frames of other libraries."""

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from jamsos import InputError
from jamsos.scenarios import Scenario, compare

COLUMNS: dict[str, list[Any]] = {
    "nik": ["9999992905840001", "9999992905850002", "9999992905850003"],
    "income": [900_000, 2_800_000, None],
    "kind": ["independent"] * 3,
    "category": ["fisher", "transport", "fisher"],
    "sector": ["other", "transport", "other"],
    "village": ["Rekaan", "Rekaan", None],
    "number_issued": [date(2024, 5, 22)] * 3,
}
FRAME = pl.DataFrame(COLUMNS)
FRAMES: dict[str, Callable[[], object]] = {
    "pyarrow": lambda: pa.table(COLUMNS),
    "pandas": lambda: pd.DataFrame(COLUMNS).astype(
        {"income": "Int64", "number_issued": "date32[pyarrow]"}
    ),
    "duckdb": lambda: duckdb.sql("select * from people"),
}


def scenario(name: str, population: Any) -> Scenario:
    return Scenario(name, population, first="2026-01", last="2026-05", payer="self")


@pytest.mark.parametrize("name", FRAMES)
def test_a_register_of_any_engine_gives_the_figures_of_polars(name: str) -> None:
    people = FRAME.to_arrow()
    duckdb.register("people", people)
    result = compare(
        scenario("polars", FRAME), scenario(name, FRAMES[name]()), by=["village", "category"]
    )
    own, other = (
        result.table.filter(scenario=one.name).drop("scenario") for one in result.scenarios
    )
    assert own.equals(other)
    assert own["people"].to_list() == [1, 1, 1]
    # Rp16,800 and half of it from April on; row 10: Rp14,750 of Rp29,500, and JKM Rp6,800 halved.
    assert own["premium"].sum() == 3 * 16_800 + 2 * 8_400 + 5 * 18_150
    deaths = result.deaths.table["other_death_most"].to_list()
    assert set(deaths) == {42_000_000}


@pytest.mark.parametrize("frame", [pa.table({"x": [1, 2]}), pd.DataFrame({"x": [1, 2]})])
def test_a_register_without_any_fact_has_its_people(frame: Any) -> None:
    assert compare(scenario("kosong", frame)).table["unpriced"].item() == 2 * 5


def test_a_relation_without_any_fact_has_its_people() -> None:
    empty = scenario("kosong", duckdb.sql("select 1 as x union all select 2"))
    assert compare(empty).table["people"].item() == 2


def test_values_of_several_types_are_refused() -> None:
    mixed = pd.DataFrame({"income": pd.Series([1, "x"], dtype=object)})
    with pytest.raises(InputError, match="values of one type"):
        scenario("campur", mixed)
