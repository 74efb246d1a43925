"""A code written in several ways is one code: one group of the sums, one place of an order."""

from typing import Any

import polars as pl
import pytest

from jamsos.registers import Rank, cover_against, plan, premium_columns, summary, yearly
from jamsos.registers.facts import CODES
from jamsos.registers.planning.order import in_order
from jamsos.workers.closed_list import Code

SPELT = [(name, code) for name, codes in CODES.items() for code in codes if len(code.spellings) > 1]
"""The codes with several spellings, each with the column it may stand in."""
TYPES: list[Any] = [pl.String, pl.Categorical, pl.Enum]


def people(column: str, *codes: str, kind: Any = pl.String) -> pl.DataFrame:
    """Invented people who state a fact in these words."""
    if kind is pl.Enum:
        kind = pl.Enum(sorted(set(codes)))
    stated = pl.Series(column, codes, dtype=pl.String).cast(kind)
    facts = {"id": [str(n) for n in range(len(codes))], "income": 900_000, "sector": "other"}
    return pl.DataFrame(facts).with_columns(stated)


def test_codes_of_several_spellings_are_found() -> None:
    assert {name for name, _ in SPELT} == {"kind"}
    assert len(SPELT) == 3


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(("column", "code"), SPELT)
def test_the_spellings_of_a_code_are_one_group(column: str, code: Code, kind: Any) -> None:
    register = people(column, *code.spellings, *code.spellings, kind=kind)
    sums = summary(register, column)
    assert sums.table.select(column, "people").rows() == [(str(code), 4)]
    assert sums.rolled().table["people"].item() == 4


@pytest.mark.parametrize(("column", "code"), SPELT)
def test_a_target_in_one_spelling_is_that_of_the_code(column: str, code: Code) -> None:
    register = people(column, *code.spellings)
    for spelling in code.spellings:
        target = pl.DataFrame({column: [spelling], "target": [10]})
        against = cover_against(summary(register, column), target)
        assert against.select(column, "people", "target").rows() == [(str(code), 2, 10)]


def test_a_year_has_one_row_for_a_code() -> None:
    sums = yearly(people("kind", "b", "independent"), "2026-01", "2026-02", "kind", payer="APBD")
    # Two people, two months: JKK Rp10.000 and JKM Rp6.800 (PP 44/2015 Lampiran II, Pasal 20).
    assert sums.select("kind", "people", "premium").rows() == [("independent", 2, 2 * 2 * 16_800)]


def test_reasons_are_counted_by_code() -> None:
    columns = premium_columns("2026-10", payer="APBD")
    priced = columns.added_to(people("kind", "b", "independent", "a"))
    reasons = summary(priced, "kind", columns=columns).reasons
    counted = reasons.group_by("kind").agg(pl.col("people").sum()).sort("kind")
    assert counted.rows() == [("independent", 2), ("owner", 1)]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("descending", [False, True])
def test_the_spellings_of_a_code_have_one_place_in_an_order(kind: Any, descending: bool) -> None:
    register = people("kind", "c", "independent", "other", "b", "owner", "a", kind=kind)
    ordered = in_order(register, [Rank("kind", descending=descending)])
    # Among equal codes the records keep their order.
    independent, other, owner = ["1", "3"], ["0", "2"], ["4", "5"]
    expected = [*independent, *other, *owner]
    if descending:
        expected = [*owner, *other, *independent]
    assert ordered["id"].to_list() == expected


def test_a_plan_has_one_step_for_a_code() -> None:
    months: dict[str, Any] = {"first": "2026-10", "last": "2026-10"}
    register = people("kind", "b", "independent", "other").with_columns(
        birth=pl.date(1990, 1, 1), works=pl.lit(value=True), foreign=pl.lit(value=False)
    )
    made = plan(register, budget=10**6, order=["kind"], payer="APBD", **months)
    assert made.steps.select("step", "people").rows() == [("independent", 2), ("other", 1)]
