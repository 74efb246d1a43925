"""Wage earners: a second plain implementation, kinds of business, the facts and the rounding."""

from collections import Counter
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    Employment,
    Grade,
    InputError,
    Month,
    OutsideLawError,
    PayForm,
    RiskGroup,
    bill_2dp_half_up,
    risk_group_search,
    wage_premium,
)

RATES = {
    "I": "0.24",
    "II": "0.54",
    "III": "0.89",
    "IV": "1.27",
    "V": "1.74",
}  # percent, PP 44/2015 Pasal 16(1)
CLERK = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="I")


def oracle(
    wage: int, group: str, year: int, month: int, *, of_industry: bool, workers: int, paid_up: bool
) -> tuple[Fraction, Fraction]:
    """JKK and JKM of a month of an old member, written out by hand."""
    jkk, jkm = wage * Fraction(RATES[group]) / 100, wage * Fraction(3, 1000)
    if (2020, 8) <= (year, month) <= (2021, 1) and paid_up:  # PP 49/2020
        return jkk / 100, jkm / 100
    if (
        (2025, 2) <= (year, month) <= (2026, 1) and of_industry and workers >= 50 and paid_up
    ):  # PP 7/2025
        return jkk / 2, jkm
    return jkk, jkm


@settings(max_examples=300, deadline=None)
@given(
    basic=st.integers(0, 200_000_000),
    allowances=st.integers(0, 5_000_000),
    group=st.sampled_from(sorted(RATES)),
    index=st.one_of(
        st.integers(2015 * 12 + 6, 2027 * 12),
        st.sampled_from([24247, 24248, 24252, 24253, 24300, 24301]),
    ),
    industry=st.sampled_from(["furniture", "other"]),
    workers=st.sampled_from([0, 49, 50, 51, 10_000]),
    paid_up=st.booleans(),
)
def test_every_amount_is_that_of_the_second_implementation(
    basic: int, allowances: int, group: str, index: int, industry: str, workers: int, paid_up: bool
) -> None:
    year, month = index // 12, index % 12 + 1
    last = "2030-01" if paid_up else "2019-12"
    employment = Employment(
        pay_form="monthly",
        basic_wage=basic,
        fixed_allowances=allowances,
        risk_group=group,
        industry=industry,
        active_workers=workers,
        paid_up_to=last,
        registered="2016-01",
    )
    answer = wage_premium(employment, f"{year}-{month:02}")
    facts: dict[str, Any] = {
        "of_industry": industry != "other",
        "workers": workers,
        "paid_up": paid_up,
    }
    jkk, jkm = oracle(basic + allowances, group, year, month, **facts)
    assert (answer.line("premium.jkk"), answer.line("premium.jkm")) == (jkk, jkm)
    assert answer.total == jkk + jkm


@settings(max_examples=100, deadline=None)
@given(earnings=st.lists(st.integers(0, 10**8), min_size=1, max_size=20), weather=st.booleans())
def test_an_average_stays_exact(earnings: list[int], weather: bool) -> None:
    last = earnings[-12:] if weather else earnings[-3:]
    form = "weather_piece" if weather else "piece"
    answer = wage_premium(
        Employment(pay_form=form, earnings=tuple(earnings), risk_group="V"), "2026-08"
    )
    assert answer.finding("wage_base") == Fraction(sum(last), len(last))
    assert answer.total == Fraction(sum(last), len(last)) * Fraction(204, 10_000)


@settings(max_examples=200, deadline=None)
@given(days=st.integers(-40, 800))
def test_a_fine_grows_with_each_started_month(days: int) -> None:
    due = date(2026, 9, 15)  # a Tuesday
    paid = date.fromordinal(due.toordinal() + days)
    months = max((paid.year - 2026) * 12 + paid.month - 9 + (paid.day > 15), 0)
    answer = wage_premium(CLERK, "2026-08", paid_on=paid)
    assert answer.finding("late_months") == months
    assert answer.line("premium.fine") == 21_600 * months * Fraction(2, 100)


def test_both_languages_and_the_whole_page() -> None:
    answer = wage_premium(CLERK, "2026-09", paid_on=date(2026, 10, 16))
    assert "Late-payment fine" in answer.text("en")
    assert "pemberi kerja" in answer.text("id")
    above = Employment(
        pay_form="daily",
        day_wage=400_000,
        risk_group=5,
        jkp=True,
        industry="toys",
        active_workers=60,
        paid_up_to="2025-01",
    )
    assert "the wage is above the JKP limit Rp5,000,000; taken of the limit" in wage_premium(
        above, "2025-05"
    ).text("en")
    assert "above the JKP limit" in wage_premium(above, "2024-05").text("en")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0.00"),
        (16_800, "16800.00"),
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0.00"),
        (Fraction(376_999_971, 5_000), "75399.99"),
        (Fraction(12_999_999, 1_000), "13000.00"),
        (Fraction(19_200_005, 1_000), "19200.01"),
        (Fraction(19_200_015, 1_000), "19200.02"),
        (10**15, "1000000000000000.00"),
    ],
)
def test_a_bill_is_rounded_half_up(amount: Fraction | int, shown: str) -> None:
    assert bill_2dp_half_up(amount) == Decimal(shown)
    assert str(bill_2dp_half_up(amount)) == shown


@pytest.mark.parametrize("group", [0, 6, -1, True, 1.0, "", "VI", "i", "1", [], {}], ids=repr)
def test_a_group_of_no_list_is_refused(group: Any) -> None:
    with pytest.raises(InputError, match=r"Employment\.risk_group"):
        Employment(risk_group=group)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("basic_wage", -1),
        ("basic_wage", 1.5),
        ("day_wage", True),
        ("earnings", {4_000_000}),
        ("earnings", (4_000_000, 1.5)),
        ("active_workers", -1),
        ("active_workers", 50.0),
        ("active_workers", True),
        ("active_workers", 10**8),
        ("industry", "mining"),
        ("pay_form", "weekly"),
        ("paid_up_to", "2025"),
        ("registered", date.max),
        ("jkp", 1),
        ("foreign", 1),
        ("all_programmes", 1),
        ("age_on_registration", -1),
        ("age_on_registration", 53.5),
        ("age_on_registration", True),
        ("age_on_registration", 151),
    ],
)
def test_a_fact_that_cannot_be_is_refused(name: str, value: Any) -> None:
    with pytest.raises(InputError):
        Employment(**{name: value})


def test_each_form_has_its_own_facts() -> None:
    amounts: dict[str, Any] = {
        "basic_wage": 1,
        "fixed_allowances": 1,
        "day_wage": 1,
        "earnings": (1,),
    }
    for form in PayForm:
        own = Employment(pay_form=form).wage_facts
        for name, value in amounts.items():
            if name in own:
                Employment(pay_form=form, **{name: value})
            else:
                with pytest.raises(InputError, match=name):
                    Employment(pay_form=form, **{name: value})
    assert Employment(**amounts).wage_facts == ()


def test_what_is_no_employment_and_no_day_is_refused() -> None:
    with pytest.raises(InputError, match="employment"):
        untyped(wage_premium)(None, "2026-08")
    with pytest.raises(InputError, match="paid_on"):
        untyped(wage_premium)(CLERK, "2026-08", paid_on="2026-09-15")
    with pytest.raises(InputError, match="calendar"):
        wage_premium(CLERK, "2026-08", calendar=lambda _day: False)
    with pytest.raises(OutsideLawError):
        wage_premium(CLERK, Month.of("2015-06"))


def found(words: str, on: date | None = None) -> list[tuple[str, int, str]]:
    return [(hit.group.value, hit.number, hit.name) for hit in risk_group_search(words, on)]


def all_of(on: date) -> list[tuple[int, int, str, str]]:
    """Every entry of the list: each name has some letter in it."""
    hits = {hit for letter in "abcdefghijklmnopqrstuvwxyz" for hit in risk_group_search(letter, on)}
    return sorted((hit.group.number, hit.number, hit.name, str(hit.grade)) for hit in hits)


def test_the_list_of_2019_has_191_entries() -> None:
    entries = all_of(date(2019, 12, 2))
    assert Counter(group for group, *_ in entries) == {1: 23, 2: 25, 3: 96, 4: 23, 5: 24}
    for group, size in Counter(group for group, *_ in entries).items():
        assert [number for of, number, *_ in entries if of == group] == list(range(1, size + 1))
    assert {grade for *_, grade in entries} == {"secondary"}


def test_the_list_of_2015_has_196_entries() -> None:
    entries = all_of(date(2019, 12, 1))
    assert Counter(group for group, *_ in entries) == {1: 23, 2: 27, 3: 98, 4: 24, 5: 24}
    for group, size in Counter(group for group, *_ in entries).items():
        assert [number for of, number, *_ in entries if of == group] == list(range(1, size + 1))
    assert {grade for *_, grade in entries} == {"verbatim"}


def test_the_lists_differ_in_seven_entries() -> None:
    """Six doubles were left out in 2019, and the athletes came in."""
    old = Counter(name for *_, name, _ in all_of(date(2019, 12, 1)))
    new = Counter(name for *_, name, _ in all_of(date(2019, 12, 2)))
    assert old - new == {
        "Reparasi arloji dan lonceng": 1,
        "Bioskop": 1,
        "Pabrik pengecoran besi dan pembuatan baja": 1,
        "Pabrik es": 1,
        "Pabrik gula": 1,
        "Pabrik semen": 1,
    }
    assert new - old == {"Atlit/olahragawan/pelaku olahraga": 1}


@pytest.mark.parametrize(
    ("words", "in_2015", "in_2019"),
    [
        ("pabrik semen", [("III", 72), ("IV", 16)], [("III", 72)]),
        ("pengecoran besi", [("III", 75), ("IV", 17)], [("IV", 16)]),
        ("bioskop", [("I", 23), ("II", 20), ("II", 22)], [("I", 23), ("II", 20)]),
        ("reparasi arloji", [("I", 22), ("II", 13)], [("I", 22)]),
        ("pabrik es", [("III", 25), ("III", 88)], [("III", 25)]),
        ("reparasi kendaraan bermotor", [("III", 98), ("IV", 3)], [("III", 95), ("IV", 3)]),
        ("olahragawan", [], [("III", 96)]),
    ],
)
def test_where_a_business_stands_in_either_list(
    words: str, in_2015: list[tuple[str, int]], in_2019: list[tuple[str, int]]
) -> None:
    def places(on: date) -> list[tuple[str, int]]:
        return [(group, number) for group, number, _ in found(words, on)]

    assert places(date(2018, 6, 1)) == in_2015
    assert places(date(2020, 1, 1)) == in_2019


def test_every_hit_is_shown_and_none_is_chosen() -> None:
    workshops = found("bengkel")
    assert [(group, number) for group, number, _ in workshops] == [("III", 95), ("IV", 3)]
    assert [hit.rate for hit in risk_group_search("bengkel motor")] == [8_900, 12_700]
    assert [(group, number) for group, number, _ in found("arloji")] == [("I", 22), ("III", 84)]
    assert [(group, number) for group, number, _ in found("Reparasi ARLOJI")] == [("I", 22)]
    assert [(group, number) for group, number, _ in found("optik")] == [("III", 83)]
    assert [(group, number) for group, number, _ in found("reparasi arloji", date(2018, 1, 1))] == [
        ("I", 22),
        ("II", 13),
    ]
    assert found("kapal ruang angkasa") == []


def test_a_hit_is_to_be_confirmed_and_says_where_it_stands() -> None:
    (hit,) = risk_group_search("optik")
    assert hit.to_be_confirmed
    assert hit.group is RiskGroup.MEDIUM
    assert hit.grade is Grade.SECONDARY
    assert hit.note == "optics is group III"
    assert [str(source) for source in hit.provision.sources] == [
        "PP 44/2015 Pasal 16 ayat (2)",
        "PP 82/2019 Lampiran I",
    ]


@pytest.mark.parametrize("words", ["", "  ", "-", None, 5, ["optik"]], ids=repr)
def test_a_search_needs_words(words: int | list[str] | str | None) -> None:
    with pytest.raises(InputError, match="words"):
        untyped(risk_group_search)(words)


def test_a_search_before_the_law_is_refused() -> None:
    with pytest.raises(OutsideLawError):
        risk_group_search("optik", date(2015, 6, 30))
    with pytest.raises(InputError, match="on"):
        untyped(risk_group_search)("optik", "2020-01-01")


def test_a_bill_is_the_same_in_every_process() -> None:
    """The amount is shown whole whatever precision the caller works with."""
    with localcontext(prec=6):
        assert str(bill_2dp_half_up(12_345_678)) == "12345678.00"
        assert str(bill_2dp_half_up(-12_345_678)) == "-12345678.00"


@pytest.mark.parametrize("amount", [1.5, True, "1", None, Decimal(1)])
def test_a_bill_takes_exact_money_only(amount: object) -> None:
    with pytest.raises(InputError, match="amount"):
        untyped(bill_2dp_half_up)(amount)
