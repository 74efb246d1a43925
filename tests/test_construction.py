"""Construction and migrant contributions against a plain oracle, and what they refuse."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from narrowed import number
from untyped import untyped

from jamsos import (
    Answer,
    InputError,
    Law,
    LawDataError,
    Outcome,
    construction_premium,
    current,
    migrant_premium,
    without_vat,
)

DAY = date(2026, 3, 2)
# PP 44/2015 Pasal 54(2), 55(2), written out by hand: top of the tier, JKK and JKM of a million
TIERS = (
    (100_000_000, 2_100, 300),
    (500_000_000, 1_700, 200),
    (1_000_000_000, 1_300, 200),
    (5_000_000_000, 1_100, 100),
    (10**16, 900, 100),
)
EDGES = [top for top, _, _ in TIERS[:-1]]


def near(edge: int, step: int) -> int:
    return edge + step


VALUES = (
    st.integers(1, 10**12)
    | st.builds(near, st.sampled_from(EDGES), st.integers(-3, 3))
    | st.fractions(Fraction(1, 7), 10**11, max_denominator=10**6)
)


def due(value: Fraction | int) -> tuple[Fraction, Fraction]:
    """JKK and JKM of a contract value, tier by tier."""
    jkk = jkm = below = Fraction(0)
    for top, jkk_share, jkm_share in TIERS:
        if value > below:
            part = min(Fraction(value), Fraction(top)) - below
            jkk, jkm = jkk + part * jkk_share / 10**6, jkm + part * jkm_share / 10**6
        below = Fraction(top)
    return jkk, jkm


@given(VALUES)
def test_tiers_agree_with_the_oracle(value: Fraction | int) -> None:
    answer = construction_premium(DAY, value=value, contains_vat=False)
    assert (answer.line("premium.jkk"), answer.line("premium.jkm")) == due(value)
    parts = [number(answer.finding(f"instalment_{name}")) for name in ("first", "second", "third")]
    assert sum(parts) == answer.total
    assert parts[0] == 2 * parts[1] == 2 * parts[2]
    assert all(type(line.amount) in {int, Fraction} for line in answer.lines)
    for lang in ("id", "en"):
        assert answer.text(lang)


@given(VALUES, st.integers(1, 999_999))
def test_vat_is_taken_out_exactly(value: Fraction | int, millionths: int) -> None:
    rate = f"0.{millionths:06}"
    net = without_vat(value, rate)
    assert net * (1 + Fraction(millionths, 10**6)) == value
    answer = construction_premium(DAY, value=value, contains_vat=True, vat_rate=rate)
    assert answer.total == sum(due(net))


@given(VALUES, VALUES)
def test_a_larger_contract_never_pays_less(one: Fraction | int, other: Fraction | int) -> None:
    less, more = sorted((one, other))
    assert (
        construction_premium(DAY, value=less, contains_vat=False).total
        <= construction_premium(DAY, value=more, contains_vat=False).total
    )


@given(st.integers(6, 1200), st.booleans())
def test_packages_agree_with_the_oracle(months: int, agency: bool) -> None:
    start, amount = (
        (24, 332_500) if months >= 24 else (12, 189_000) if months >= 12 else (6, 108_000)
    )
    whole = amount + 13_500 * (months - start)
    answer = migrant_premium(DAY, contract_months=months, agency=agency)
    assert answer.total == whole + (37_500 if agency else 0)
    cheaper = migrant_premium(
        DAY,
        contract_months=months,
        agency=agency,
        law=current().with_decisions(D29="next_if_cheaper"),
    )
    larger = [price for length, price in ((12, 189_000), (24, 332_500)) if length > months]
    assert cheaper.total == min([whole, *larger[:1]]) + (37_500 if agency else 0)
    for lang in ("id", "en"):
        assert answer.text(lang)


VALUE: dict[str, Any] = {"value": 180_000_000, "contains_vat": True, "vat_rate": "0.11"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": 0},
        {"value": -1},
        {"value": True},
        {"value": 1.5},
        {"value": "180000000"},
        {"value": 10**15 + 1},
        {"value": Fraction(-1, 2)},
        {"contains_vat": 1},
        {"contains_vat": "yes"},
        {"contains_vat": None},
        {"contains_vat": False},
        {"vat_rate": "11"},
        {"vat_rate": "0.0"},
        {"vat_rate": "0.1234567"},
        {"vat_rate": "0,11"},
        {"vat_rate": 0.11},
        {"vat_rate": ""},
        {"monthly_wage": 4_000_000},
        {"relief_condition_met": "yes"},
        {"value": None, "contains_vat": None, "vat_rate": None, "monthly_wage": -1},
        {"value": None, "contains_vat": None, "vat_rate": None, "monthly_wage": 1.5},
    ],
    ids=repr,
)
def test_construction_facts_that_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        construction_premium(DAY, **{**VALUE, **wrong})


@pytest.mark.parametrize(
    "day",
    [None, "2026-03-02", datetime(2026, 3, 2, 12), date(2201, 1, 1)],  # noqa: DTZ001 - refused
    ids=repr,
)
def test_days_that_cannot_be(day: date | str | None) -> None:
    with pytest.raises(InputError, match="on"):
        untyped(construction_premium)(day, value=1, contains_vat=False)
    with pytest.raises(InputError, match="on"):
        untyped(migrant_premium)(day, contract_months=6, agency=True)


@pytest.mark.parametrize("months", [0, -1, True, 6.0, "6", 1201], ids=repr)
def test_months_that_cannot_be(months: float | str) -> None:
    with pytest.raises(InputError, match="contract_months"):
        untyped(migrant_premium)(DAY, contract_months=months, agency=True)


@pytest.mark.parametrize("agency", [1, "yes", 0], ids=repr)
def test_an_agency_is_yes_or_no(agency: int | str) -> None:
    with pytest.raises(InputError, match="agency"):
        untyped(migrant_premium)(DAY, contract_months=6, agency=agency)


def test_strictly_nothing_here_rests_on_an_open_decision() -> None:
    law = current().strictly()
    assert (
        construction_premium(DAY, value=180_000_000, contains_vat=False, law=law).total == 392_000
    )
    assert migrant_premium(DAY, contract_months=23, agency=True, law=law).total == 375_000


def test_undecided_answers_say_so_in_both_languages() -> None:
    for answer in (
        construction_premium(DAY),
        migrant_premium(DAY),
        migrant_premium(DAY, contract_months=6),
    ):
        assert answer.outcome is Outcome.CANNOT_DECIDE
        assert answer.text("id") != answer.text("en")


def construction(law: Law) -> Answer:
    return construction_premium(DAY, value=1_000, contains_vat=False, law=law)


def migrant(law: Law) -> Answer:
    return migrant_premium(DAY, contract_months=6, law=law)


@pytest.mark.parametrize(
    ("rule", "value", "ask"),
    [
        ("construction.tiers", ((0,), (5,), (4,), (6,), (7,)), construction),
        ("construction.tiers", ((0,), (5,), (5,), (6,), (7,)), construction),
        ("construction.jkm_of_tiers", ((1,),), construction),
        ("construction.jkk_of_tiers", ((1,),) * 6, construction),
        ("migrant.packages", ((12, 1), (6, 2)), migrant),
    ],
)
def test_tables_out_of_order_are_refused(
    rule: str, value: tuple[tuple[int, ...], ...], ask: Callable[[Law], Answer]
) -> None:
    law = current()
    with pytest.raises(LawDataError, match=rf"{rule}: got \[?\d"):
        ask(law.amended(evolve(law.get(rule, DAY), value=value)))
