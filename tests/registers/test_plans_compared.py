"""Plans side by side, by year, and interrupted: counted by hand."""

import re
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from untyped import untyped

from jamsos import InputError, what_if
from jamsos.registers import (
    Plan,
    Rank,
    compare_plans,
    plan,
    plan_by_year,
    plan_pause,
    synthetic_register,
)

# Lampiran II: row 1 costs 10,000 for JKK; JKM 6,800; APBD pays in full.
ROW_1 = 16_800
MONTH: dict[str, Any] = {"first": "2026-10", "last": "2026-10", "payer": "APBD"}
SUPPOSED = what_if("usulan", reason="rapat").law


def register(*people: tuple[str, str], **columns: Any) -> pl.DataFrame:
    """People by category and village who may all be enrolled."""
    known = pl.DataFrame(people, schema=["category", "village"], orient="row")
    return known.with_columns(
        kind=pl.lit("independent"),
        income=pl.lit(900_000),
        works=pl.lit(value=True),
        foreign=pl.lit(value=False),
        birth=pl.lit(date(1990, 1, 1)),
        id=pl.int_range(1, pl.len() + 1).cast(pl.String),
    ).with_columns(**columns)


PEOPLE = register(("fisher", "B"), ("farmer", "A"), ("fisher", "A"), ("farmer", "B"))


def fishers(budget: int = 2 * ROW_1, **changes: Any) -> Plan:
    order: list[Rank | str] = [Rank("category", first=("fisher",)), "village"]
    return plan(PEOPLE, budget=budget, order=order, **{**MONTH, **changes})


def villages(budget: int = 2 * ROW_1, **changes: Any) -> Plan:
    return plan(PEOPLE, budget=budget, order=["village"], **{**MONTH, **changes})


def test_who_is_in_which_plan() -> None:
    """The fishers are 1 and 3; the people of A are 2 and 3."""
    compared = compare_plans({"nelayan": fishers(), "desa": villages(), "semua": villages(10**9)})
    assert compared.pairs.rows() == [
        ("nelayan", "desa", 1, 1, 1, 1),
        ("nelayan", "semua", 2, 0, 2, 0),
        ("desa", "semua", 2, 0, 2, 0),
    ]
    assert compared.people("nelayan", "desa").rows() == [
        ("1", "B", "only_first"),
        ("2", "A", "only_second"),
        ("3", "A", "both"),
    ]
    assert compared.villages("nelayan", "desa").rows() == [("A", 1, 0, 1), ("B", 0, 1, 0)]
    assert repr(compared) == "<PlansCompared 'nelayan', 'desa', 'semua'>"


def test_the_next_step_of_each_plan() -> None:
    compared = compare_plans({"nelayan": fishers(3 * ROW_1 + 5), "semua": villages(10**6)})
    first, second = compared.table.to_dicts()
    assert (first["spent"], first["left"]) == (3 * ROW_1, 5)
    assert (first["covered"], first["waiting"], first["needed"]) == (3, 1, ROW_1 - 5)
    assert (first["next_step"], first["next_step_needed"]) == ("farmer", ROW_1 - 5)
    assert (second["waiting"], second["next_step"], second["needed"]) == (0, None, 0)
    assert re.search(r"semua +Rp1,000,000 +4 +0 +Rp932,800 +Rp0\n", compared.text("en"))


def test_plans_side_by_side_in_words() -> None:
    compared = compare_plans({"nelayan dulu": fishers(), "per desa": villages()})
    english = compared.text("en")
    assert "2 plans compared" in english
    assert re.search(r"nelayan dulu +Rp33,600 +2 +2 +Rp0 +farmer: needs Rp33,600 more", english)
    assert re.search(r"nelayan dulu +per desa +1 +1 +1\n", english)
    assert "PP 44/2015" in english
    assert "2 rencana dibandingkan" in str(compared)
    assert untyped(compared._repr_html_)() == compared.html()
    assert "hanya dalam yang pertama" in compared.html()


def test_a_what_if_in_one_of_the_plans_is_told() -> None:
    compared = compare_plans({"kini": fishers(), "usulan": fishers(law=SUPPOSED)})
    mark = "ANDAIAN / WHAT-IF: usulan"
    assert compared.table["what_if"].to_list() == [None, mark]
    assert compared.pairs["what_if"].to_list() == [mark]
    assert compared.people("kini", "usulan")["what_if"].unique().to_list() == [mark]
    assert compared.villages("kini", "usulan")["what_if"].unique().to_list() == [mark]
    assert compared.text().startswith('ANDAIAN "usulan", bukan hukum yang berlaku: ')
    assert mark in repr(compared)


def test_without_villages_there_is_one_group() -> None:
    bare = PEOPLE.drop("village", "id")
    made = plan(bare, budget=ROW_1, order=["category"], **MONTH)
    compared = compare_plans({"a": made, "b": made})
    assert compared.villages("a", "b").rows() == [("unknown", 1, 0, 0)]
    assert compared.people("a", "b").columns == ["covered_in"]


@settings(max_examples=15)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 3))
def test_pairs_count_everybody_once(first: int, second: int, seed: int) -> None:
    people = synthetic_register(30, seed=seed)
    plans = {
        "a": plan(people, budget=first * ROW_1, order=["village"], **MONTH),
        "b": plan(people, budget=second * ROW_1, order=["income"], **MONTH),
    }
    compared = compare_plans(plans)
    [(_, _, both, only_first, only_second, neither)] = compared.pairs.rows()
    assert both + only_first + only_second + neither == people.height
    assert both + only_first == plans["a"].counts["covered"]
    assert both + only_second == plans["b"].counts["covered"]
    by_village = compared.villages("a", "b").select("both", "only_first", "only_second").sum()
    assert by_village.rows() == [(both, only_first, only_second)]


def test_the_year_from_which_everybody_is_covered() -> None:
    """Four people cost Rp806,400 a year; one of them turns 65 in 2027 and leaves."""
    year = 12 * ROW_1
    born = [date(1990, 1, 1)] * 3 + [date(1962, 6, 1)]
    people = PEOPLE.with_columns(birth=pl.Series(born))
    budgets = {2028: 4 * year, 2026: 2 * year, 2027: 10**9}
    years = plan_by_year(people, budgets, order=["village"], payer="APBD")
    taking_part = years.table.select("year", "taking_part", "covered", "waiting").rows()
    assert taking_part == [(2026, 4, 2, 2), (2027, 4, 4, 0), (2028, 3, 3, 0)]
    assert years.table["needed"].to_list() == [2 * year, 0, 0]
    assert years.everybody_from == 2027
    assert years.brief("en") == "From 2027 on the budget covers everybody who takes part."
    assert str(years).startswith("Rencana per tahun, 2026 sampai 2028")
    assert re.search(r"2026 +Rp403,200 +2 +2 +Rp0 +Rp403,200\n", years.text("en"))
    assert "there may be new law" in years.text("en")
    assert untyped(years._repr_html_)() == years.html()
    assert repr(years) == "<PlanYears 2026 to 2028, everybody from 2027>"


def test_a_budget_that_falls_short_again_covers_nobody_for_good() -> None:
    budgets = {2026: 10**9, 2027: 12 * ROW_1}
    years = plan_by_year(PEOPLE, budgets, order=["village"], payer="APBD")
    assert years.everybody_from is None
    assert "Rp604,800 more is needed" in years.brief("en")
    supposed = plan_by_year(PEOPLE, budgets, order=["village"], payer="APBD", law=SUPPOSED)
    assert supposed.brief("en").startswith('WHAT-IF "usulan", not the law in force: ')


def test_what_a_pause_does_to_the_covered() -> None:
    """Unpaid from January, lapsed in April (PP 44/2015 Pasal 22): full JKM after three months."""
    issued = [None, date(2026, 2, 5), None, None]
    people = PEOPLE.with_columns(number_issued=pl.Series(issued, dtype=pl.Date))
    made = plan(people, budget=3 * ROW_1, order=["village"], **MONTH)
    pause = plan_pause(made, date(2027, 4, 20))
    assert pause.table.select("start", "people").rows() == [
        (date(2026, 2, 5), 1),
        (date(2026, 10, 1), 2),
    ]
    assert pause.table["lapsed"].to_list() == [True, True]
    assert pause.table["full_jkm_from"].to_list() == [date(2027, 7, 20)] * 2
    bare = plan_pause(fishers(), date(2027, 4, 20))
    assert bare.table.select("start", "people").rows() == [(date(2026, 10, 1), 2)]


REFUSED: list[tuple[Any, str]] = [
    (lambda: untyped(compare_plans)([fishers()]), "plans"),
    (lambda: compare_plans({"a": fishers()}), "plans"),
    (lambda: untyped(compare_plans)({"a": fishers(), "b": "x"}), "plans['b']"),
    (
        lambda: compare_plans(
            {"a": fishers(), "b": plan(PEOPLE.head(3), budget=1, order=["id"], **MONTH)}
        ),
        "plans['b']",
    ),
    (
        lambda: compare_plans(
            {"a": fishers(), "b": plan(PEOPLE.reverse(), budget=1, order=["id"], **MONTH)}
        ),
        "plans['b']",
    ),
    (
        lambda: compare_plans(
            {"a": fishers(), "b": plan(PEOPLE.drop("id"), budget=1, order=["village"], **MONTH)}
        ),
        "plans['b']",
    ),
    (lambda: compare_plans({"a": fishers(), "b": fishers()}).people("a", "c"), "second"),
    (lambda: compare_plans({"a": fishers(), "b": fishers()}).villages("x", "b"), "first"),
    (lambda: plan_by_year(PEOPLE, {}, order=["id"]), "budgets"),
    (lambda: untyped(plan_by_year)(PEOPLE, 5, order=["id"]), "budgets"),
    (lambda: plan_by_year(PEOPLE, {1: 5}, order=["id"]), "budgets"),
    (lambda: untyped(plan_pause)("x", date(2027, 1, 1)), "made"),
    (lambda: plan_pause(fishers(0), date(2027, 1, 1)), "made"),
    (lambda: plan_pause(fishers(), date(2026, 1, 1)), "restart"),
]


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_cannot_be_compared_is_refused(number: int) -> None:
    call, thing = REFUSED[number]
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.thing == thing
