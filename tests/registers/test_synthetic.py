"""Registers of invented people: the same for a seed, valid, and marked as invented."""

import hashlib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from narrowed import of_type
from polars.testing import assert_frame_equal
from untyped import untyped

from jamsos import BpuKind, InputError, Nik, Outcome, Payer
from jamsos.registers import (
    Assumed,
    enrolment_columns,
    kutim_kecamatan,
    premium_columns,
    synthetic_register,
    villages,
    write_synthetic,
)
from jamsos.registers.invented import synthetic
from jamsos.registers.invented.draws import below, word
from jamsos.registers.invented.people import WHO, People
from jamsos.registers.layout import COLUMNS

PEOPLE = synthetic_register(20_000, seed=7)
BITS = 2**64


def test_the_layout_in_its_order_with_the_types_the_rules_take() -> None:
    unmade = ("row", "decile", "died", "premium")
    assert PEOPLE.columns == [
        column.name for column in COLUMNS if not column.name.startswith(unmade)
    ]
    text = {"id", "nik", "kk", "name", "kecamatan", "village", "resident_of"}
    assert {name for name, kind in PEOPLE.schema.items() if kind == pl.String} == text
    flags = {"works", "foreign", "wage_earner", "other_payer", "letter", "registry_match", "poor"}
    assert {name for name, kind in PEOPLE.schema.items() if kind == pl.Boolean} == flags
    codes = {"sex", "category", "segment", "kind", "sector", "payer"}
    assert {name for name, kind in PEOPLE.schema.items() if kind == pl.Enum} == codes
    assert {name for name, kind in PEOPLE.schema.items() if kind == pl.Date} == {
        "birth",
        "number_issued",
    }
    payers = of_type(pl.Enum, PEOPLE.schema["payer"])
    assert payers.categories.to_list() == [str(payer) for payer in Payer]


def test_nobody_exists() -> None:
    assert PEOPLE["nik"].str.starts_with("999999").all()
    assert PEOPLE["kk"].str.starts_with("999999").all()
    assert PEOPLE["name"].str.starts_with("Rekaan ").all()
    assert not PEOPLE["village"].str.contains(r"\.[12]\d{3}$").any()


def test_every_nik_is_well_formed_and_there_once() -> None:
    for digits in PEOPLE["nik"].head(2000):
        Nik(digits)
    assert PEOPLE["nik"].n_unique() == PEOPLE.height
    assert PEOPLE["kk"].n_unique() == PEOPLE.height // 2
    assert not set(PEOPLE["kk"]) & set(PEOPLE["nik"])
    day = PEOPLE["birth"].dt.day() + pl.Series(PEOPLE["sex"] == "f").cast(pl.Int8) * 40
    assert (PEOPLE["nik"].str.slice(6, 2).cast(pl.Int8) == day).all()
    assert (PEOPLE["nik"].str.slice(8, 4) == PEOPLE["birth"].dt.strftime("%m%y")).all()


def test_rounds_of_serials_meet_nobody_twice() -> None:
    few = Assumed(
        ages={(30, 30): 1, (31, 31): 3}
    )  # 365 days once, 365 days three times: a round of 1460 places
    people = synthetic_register(20_000, seed=7, assumed=few)
    assert people["nik"].n_unique() == people.height
    assert people["birth"].min() == date(
        1994, 10, 2
    )  # 31 years old until the day before 1 October 2026
    assert people["birth"].max() == date(1996, 10, 1)


def test_a_seed_always_gives_the_same_people(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_frame_equal(PEOPLE, synthetic_register(20_000, seed=7))
    monkeypatch.setattr(synthetic, "CHUNK", 999)
    assert_frame_equal(PEOPLE.head(3000), synthetic_register(3000, seed=7))
    dirty = synthetic_register(3000, seed=7, dirt=0.5)
    monkeypatch.setattr(synthetic, "CHUNK", 10_000)
    assert_frame_equal(dirty, synthetic_register(3000, seed=7, dirt=0.5))


def test_another_seed_gives_other_people() -> None:
    other = synthetic_register(20_000, seed=8)
    for name in set(PEOPLE.columns) - {"id"}:
        assert not PEOPLE[name].equals(other[name]), name


def test_the_draws_are_the_arithmetic_they_say() -> None:
    rows = pl.DataFrame({"n": range(100)}, schema={"n": pl.UInt64})
    drawn = rows.select(word(pl.col("n"), 1, "name"))["n"].to_list()
    start = int(hashlib.sha256(b"1 name").hexdigest()[:16], 16)
    for n, got in enumerate(drawn):
        mixed = (n + start) * 0xBF58476D1CE4E5B9 % BITS
        assert got == ((mixed ^ (mixed >> 32)) * 0x94D049BB133111EB % BITS) >> 32
    assert max(rows.select(below(word(pl.col("n"), 1, "name"), 7))["n"]) == 6


def test_no_neighbours_in_the_list_are_twins() -> None:
    births = PEOPLE["birth"].to_list()
    assert sum(abs(a - b) < timedelta(days=30) for a, b in pairwise(births)) < len(births) // 50


def share(column: pl.Series) -> float:
    return float(column.sum()) / len(column)


def test_the_make_up_is_the_one_assumed() -> None:
    assert share(PEOPLE["sex"] == "f") == pytest.approx(0.465, abs=0.015)
    assert share(PEOPLE["category"].is_null()) == pytest.approx(0.02, abs=0.005)
    traders, farming = (
        share(PEOPLE["category"].is_in(some)) for some in (["trader"], ["farmer", "fisher"])
    )
    assert traders / farming == pytest.approx(19.05 / 17.92, rel=0.08)
    assert share(PEOPLE["kind"] == "independent") > 0.85
    assert share(PEOPLE["works"].drop_nulls()) == pytest.approx(1 - 0.059, abs=0.01)
    assert share((PEOPLE["income"] < 1_100_000).drop_nulls()) == pytest.approx(0.5, abs=0.02)
    assert share(PEOPLE["months_in_indonesia"].is_not_null()) < 0.01
    assert set(PEOPLE["resident_of"].drop_nulls()) == {"64.08", "99.99"}
    assert set(PEOPLE.filter(pl.col("category") == "transport")["sector"].drop_nulls()) == {
        "transport"
    }
    young, old = date(2011, 10, 1), date(1951, 10, 2)  # 15 years to the day; 75 not yet reached
    assert old <= of_type(date, PEOPLE["birth"].min())
    assert of_type(date, PEOPLE["birth"].max()) <= young


def test_the_rules_take_the_columns_as_they_are() -> None:
    for question in (premium_columns("2026-10"), enrolment_columns(date(2026, 10, 1))):
        decided = question.added_to(PEOPLE)
        keys = {question.reason(code).key for code in decided[question.outputs[-1]].unique()}
        assert not [key for key in keys if key.startswith("bad")]
        outcomes = {
            question.reason(code).outcome for code in decided[question.outputs[-1]].unique()
        }
        assert Outcome.YES in outcomes


def test_nothing_unknown_and_all_unknown() -> None:
    sure = synthetic_register(500, seed=1, assumed=Assumed(unknown=0, states_row=1000))
    gaps = {name for name in sure.columns if sure[name].has_nulls()}
    assert gaps == {"months_in_indonesia", "number_issued"}
    lost = synthetic_register(500, seed=1, assumed=Assumed(unknown=1000))
    named = {"id", "nik", "kk", "name", "sex", "birth", "kecamatan", "village"}
    assert {name for name in lost.columns if lost[name].is_not_null().any()} == named


def test_a_stated_row_is_the_row_of_the_income() -> None:
    sure = synthetic_register(2000, seed=1, assumed=Assumed(unknown=0, states_row=1000))
    by_income = premium_columns("2026-10", payer="APBD").added_to(sure.drop("row"))
    assert_frame_equal(
        by_income.drop("premium_reason"),
        premium_columns("2026-10", payer="APBD").added_to(sure).drop("row", "premium_reason"),
    )


def test_kutim_has_18_kecamatan_and_141_villages() -> None:
    places = kutim_kecamatan()
    assert [place.code for place in places] == [f"64.08.{n:02}" for n in range(1, 19)]
    assert sum(place.desa for place in places) == 139
    assert [place.name for place in places if place.kelurahan] == [
        "Sangatta Utara",
        "Sangatta Selatan",
    ]
    assert villages().height == 141
    assert set(PEOPLE["village"]) == set(villages()["village"])
    assert (PEOPLE["village"].str.head(8) == PEOPLE["kecamatan"]).all()


REGIONS = pl.DataFrame(
    {
        "code_kemendagri": ["99.01", "99.01.01", "99.01.01.2001", "99.01.01.1002"],
        "name": ["Kabupaten Rekaan", "Rekaan", "Satu", "Dua"],
        "level": ["kabupaten", "kecamatan", "desa", "kelurahan"],
    }
)


def test_villages_of_a_region_table(tmp_path: Path) -> None:
    REGIONS.write_csv(tmp_path / "regions.csv")
    people = synthetic_register(100, seed=1, regions=tmp_path / "regions.csv")
    assert_frame_equal(people, synthetic_register(100, seed=1, regions=REGIONS))
    assert set(people["village"]) == {"99.01.01.2001", "99.01.01.1002"}
    assert set(people["kecamatan"]) == {"99.01.01"}
    assert "99.01" in set(people["resident_of"])


def test_a_country_fits() -> None:
    made = People.of(1, Assumed(), villages())
    last = made.columns(
        pl.DataFrame({"id": ["1"], WHO: [made.most - 1]}, schema_overrides={WHO: pl.UInt64})
    )
    assert made.most > 70_000_000
    assert int(last["nik"][0][-4:]) < 5000
    assert last["nik"].str.len_chars().item() == last["kk"].str.len_chars().item() == 16


@pytest.mark.parametrize("table", [REGIONS.drop("level"), REGIONS.head(2)])
def test_a_region_table_without_villages_is_refused(table: pl.DataFrame) -> None:
    with pytest.raises(InputError, match="regions"):
        synthetic_register(1, seed=1, regions=table)


@pytest.mark.parametrize(
    "asked",
    [
        {"people": 0},
        {"people": 10**9},
        {"people": True},
        {"people": 1.0},
        {"seed": "1"},
        {"seed": float("nan")},
        {"dirt": 1.5},
        {"dirt": "no"},
        {"assumed": {"women": 500}},
    ],
)
def test_what_cannot_be_is_refused(asked: dict[str, Any]) -> None:
    facts: dict[str, Any] = {"people": 10, "seed": 1, **asked}
    with pytest.raises(InputError) as refused:
        synthetic_register(**facts)
    assert refused.value.thing in asked


@pytest.mark.parametrize(
    ("fact", "value", "thing"),
    [
        ("on", "2026-10-01", "on"),
        ("women", 1001, "women"),
        ("unknown", True, "unknown"),
        ("income_step", 0, "income_step"),
        ("children", {0: 0}, "children"),
        ("children", {0: -1, 1: 2}, "children[0]"),
        ("children", {-1: 2}, "children"),
        ("children", [1, 2], "children"),
        ("kinds", {"x": 1}, "kinds"),
        ("ages", {}, "ages"),
        ("ages", {(30, 20): 1}, "ages"),
        ("ages", {(20, 30, 40): 1}, "ages"),
        ("ages", {20: 1}, "ages"),
        ("ages", {(20, 151): 1}, "ages"),
    ],
)
def test_a_make_up_that_cannot_be_is_refused(fact: str, value: Any, thing: str) -> None:
    with pytest.raises(InputError) as refused:
        untyped(Assumed)(**{fact: value})
    assert refused.value.thing == f"Assumed.{thing}"


def test_a_row_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(InputError, match="row: got 34"):
        synthetic_register(1, seed=1, assumed=Assumed(income_rows={34: 1}))


def test_a_make_up_takes_what_numpy_and_texts_hold() -> None:
    theirs = untyped(Assumed)(
        on=np.datetime64("2026-10-01"),
        women=np.int64(500),
        ages={(np.int64(30), np.int64(31)): np.int16(1)},
        kinds={"b": 1, "owner": np.int64(2)},
    )
    assert theirs == Assumed(
        women=500, ages={(30, 31): 1}, kinds={BpuKind.INDEPENDENT: 1, BpuKind.OWNER: 2}
    )
    assert type(theirs.women) is int
    made = untyped(synthetic_register)(np.int64(5), seed=np.int64(1), dirt=np.False_)
    assert_frame_equal(made, synthetic_register(5, seed=1))
    dirty = untyped(synthetic_register)(5, seed=1, dirt=np.True_)
    assert_frame_equal(dirty, synthetic_register(5, seed=1, dirt=True))
    assert synthetic_register(5, seed=1, dirt=np.float64(0.5)).height == 5


def test_parquet_in_chunks_says_that_its_people_are_invented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthetic, "CHUNK", 700)
    write_synthetic(tmp_path / "people.parquet", 2000, seed=7)
    assert_frame_equal(pl.read_parquet(tmp_path / "people.parquet"), PEOPLE.head(2000))
    assert (
        "no person of this file exists"
        in pl.read_parquet_metadata(tmp_path / "people.parquet")[synthetic.INVENTED]
    )
