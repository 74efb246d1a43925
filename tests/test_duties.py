"""Duties: facts that cannot be, plain second implementations, and the answers in both languages."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    Breach,
    Duty,
    Employment,
    Enterprise,
    InputError,
    Outcome,
    OutsideLawError,
    Size,
    Worker,
    construction_correction,
    construction_premium,
    disability_rows,
    disability_search,
    employer_sanctions,
    may_enrol,
    person_sanctions,
    required_programmes,
    risk_group,
    risk_group_search,
    wage_correction,
)

DAY = date(2026, 8, 10)
NOON = datetime(2026, 8, 10, 12)  # noqa: DTZ001 - refused
WAGE_EARNER = Worker(segment="PU")
CLERK = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="I")
WARNED: dict[str, Any] = {
    "first_warning_on": date(2026, 3, 2),
    "second_warning_on": date(2026, 3, 15),
}
FIGURES = st.integers(0, 30) | st.sampled_from(
    [1_000, 1_001, 2_000, 2_001, 5_000, 5_001, 15_000, 15_001]
)


@given(FIGURES, FIGURES)
def test_the_size_by_figures_is_that_of_the_second_implementation(capital: int, sales: int) -> None:
    firm = Enterprise(capital=capital * 10**6, yearly_sales=sales * 10**6)
    answer = required_programmes(WAGE_EARNER, DAY, enterprise=firm)
    small = not (capital <= 1_000 or sales <= 2_000)
    larger = not (capital <= 5_000 or sales <= 15_000)
    assert answer.finding("programme_jht") == ("compulsory" if small else "optional")
    assert answer.finding("programme_jp") == ("compulsory" if larger else "optional")


@given(st.sampled_from(["capital", "yearly_sales"]), FIGURES, FIGURES)
def test_a_fact_is_missing_only_where_it_matters(name: str, known: int, other: int) -> None:
    """Whatever the missing figure turns out to be, a decided programme stays as it was told."""
    part = required_programmes(
        WAGE_EARNER, DAY, enterprise=untyped(Enterprise)(**{name: known * 10**6})
    )
    missing = "yearly_sales" if name == "capital" else "capital"
    whole = required_programmes(
        WAGE_EARNER,
        DAY,
        enterprise=untyped(Enterprise)(**{name: known * 10**6, missing: other * 10**6}),
    )
    for code in ("programme_jkk", "programme_jkm", "programme_jht", "programme_jp"):
        told = {found.code: found.value for found in part.findings}
        assert told[code] in {None, whole.finding(code)}


WRONG = [
    (lambda: Enterprise(size="tiny"), "Enterprise.size"),
    (lambda: Enterprise(size="micro", capital=1), "Enterprise.size"),
    (lambda: Enterprise(size="micro", yearly_sales=0), "Enterprise.size"),
    (lambda: Enterprise(capital=-1), "Enterprise.capital"),
    (lambda: untyped(Enterprise)(capital=1.0), "Enterprise.capital"),
    (lambda: Enterprise(yearly_sales=True), "Enterprise.yearly_sales"),
    (lambda: untyped(required_programmes)("worker", DAY), "worker"),
    (lambda: required_programmes(WAGE_EARNER, NOON), "on"),
    (lambda: untyped(required_programmes)(WAGE_EARNER, "2026-08-10"), "on"),
    (lambda: required_programmes(WAGE_EARNER, date(2201, 1, 1)), "on"),
    (lambda: untyped(required_programmes)(WAGE_EARNER, DAY, enterprise="micro"), "enterprise"),
    (lambda: untyped(required_programmes)(WAGE_EARNER, DAY, trainee=1), "trainee"),
    (lambda: required_programmes(Worker(kind="b"), DAY, trainee=True), "trainee"),
    (lambda: required_programmes(Worker(segment="OUTSIDE"), DAY, trainee=True), "trainee"),
    (lambda: employer_sanctions("late", DAY), "breach"),
    (lambda: employer_sanctions("not_paid", NOON), "on"),
    (
        lambda: untyped(employer_sanctions)("not_paid", DAY, first_warning_on="2026-03-02"),
        "first_warning_on",
    ),
    (
        lambda: employer_sanctions("not_paid", DAY, **WARNED, contribution_due=-1),
        "contribution_due",
    ),
    (
        lambda: untyped(employer_sanctions)("not_paid", DAY, **WARNED, contribution_due=1.5),
        "contribution_due",
    ),
    (
        lambda: employer_sanctions("not_paid", DAY, **WARNED, contribution_due=True),
        "contribution_due",
    ),
    (
        lambda: employer_sanctions("not_paid", DAY, **WARNED, contribution_due=Fraction(-1, 2)),
        "contribution_due",
    ),
    (lambda: employer_sanctions("not_paid", DAY, contribution_due=10**15 + 1), "contribution_due"),
    (lambda: person_sanctions(NOON), "on"),
    (lambda: wage_correction((CLERK,), "2026-13", paid=1), "Month"),
    (lambda: untyped(wage_correction)((CLERK,), "2026-08", paid=1.0), "paid"),
    (lambda: untyped(wage_correction)((CLERK,), "2026-08", paid=None), "paid"),
    (lambda: untyped(wage_correction)({CLERK}, "2026-08", paid=1), "employments"),
    (lambda: untyped(wage_correction)(("clerk",), "2026-08", paid=1), "employment"),
    (lambda: wage_correction((CLERK,), "2026-08", paid=1, received_on=NOON), "received_on"),
    (lambda: construction_correction(DAY, paid=-1, value=1, contains_vat=False), "paid"),
    (lambda: construction_correction(DAY, paid=1, value=0, contains_vat=False), "value"),
    (
        lambda: construction_premium(DAY, value=1, contains_vat=False, unpaid_in_relief=1),
        "unpaid_in_relief",
    ),
    (
        lambda: untyped(construction_premium)(date(2020, 7, 1), unpaid_in_relief=1.5),
        "unpaid_in_relief",
    ),
    (lambda: risk_group("", DAY), "words"),
    (lambda: risk_group("optik", NOON), "on"),
    (lambda: disability_rows(" "), "words"),
]


@pytest.mark.parametrize(
    ("wrong", "named"), WRONG, ids=[f"{n} {named}" for n, (_, named) in enumerate(WRONG)]
)
def test_facts_that_cannot_be(wrong: Callable[..., Any], named: str) -> None:
    with pytest.raises(InputError, match=named):
        wrong()


def test_of_nobody_the_segment_is_needed() -> None:
    answer = required_programmes(Worker(segment=None), DAY)
    assert answer.outcome is Outcome.CANNOT_DECIDE
    assert [need.id for need in answer.needs] == ["worker.segment"]
    trainee = required_programmes(Worker(segment=None), DAY, trainee=True)
    assert trainee.finding("programme_jkk") == str(Duty.COMPULSORY)


def test_every_size_is_told() -> None:
    told = {
        size: required_programmes(WAGE_EARNER, DAY, enterprise=Enterprise(size=size))
        for size in Size
    }
    assert [told[size].get("jp") for size in Size] == [
        "optional", "optional", "compulsory", "compulsory", None,
    ]  # fmt: skip


@given(st.fractions(0, 10**9, max_denominator=1000), st.integers(0, 400))
def test_the_administrative_fine_counts_full_months(due: Fraction, days: int) -> None:
    ended = date(2026, 3, 25)
    on = date.fromordinal(ended.toordinal() + 1 + days)
    full = (on.year - 2026) * 12 + on.month - 3 - (on.day < 25)
    answer = employer_sanctions(Breach.NOT_PAID, on, **WARNED, contribution_due=due)
    assert answer.total == due * full / 1000
    assert answer.finding("full_months") == full
    if on.day == 25:
        assert "fine_if_started_month_counts" not in {found.code for found in answer.findings}
    else:
        assert answer.finding("fine_if_started_month_counts") == due * (full + 1) / 1000


@given(
    st.lists(st.integers(0, 10**8), min_size=1, max_size=4),
    st.fractions(0, 10**8, max_denominator=100),
)
def test_a_correction_is_what_was_due_less_what_was_paid(wages: list[int], paid: Fraction) -> None:
    listed = tuple(
        Employment(pay_form="monthly", basic_wage=wage, fixed_allowances=0, risk_group="V")
        for wage in wages
    )
    due = sum(wages) * Fraction(204, 10_000)
    answer = wage_correction(listed, "2026-08", paid=paid)
    assert answer.finding("contribution_due") == due
    assert answer.total == due - paid


def test_a_credit_goes_into_the_next_month() -> None:
    """43,200 credited against 21,600 a month: the month after next still has the rest."""
    first = wage_correction((CLERK,), "2026-08", paid=64_800)
    assert first.total == -43_200
    second = wage_correction((CLERK,), "2026-09", paid=43_200)
    assert second.total == -21_600
    assert wage_correction((CLERK,), "2026-10", paid=21_600).total == 0


def test_searches_tell_every_hit() -> None:
    assert len(risk_group("industri").findings) == len(risk_group_search("industri"))
    rows = [str(found.value) for found in disability_rows("jari").findings]
    assert [row.split(":")[0] for row in rows] == [row.code for row in disability_search("jari")]
    ranged = disability_rows("B09").findings + disability_rows("range").findings
    assert all(isinstance(found.value, str) for found in ranged)


@pytest.mark.parametrize("segment", ["PU", "CONSTRUCTION", "MIGRANT"])
def test_other_segments_are_titled_as_what_they_are(segment: str) -> None:
    answer = may_enrol(Worker(segment=segment, works=True, foreign=False), DAY)
    assert answer.outcome is Outcome.YES
    assert "BPU" not in answer.text("en")
    assert answer.text("id") != answer.text("en")


def test_both_languages() -> None:
    answers = [
        required_programmes(WAGE_EARNER, DAY),
        required_programmes(Worker(kind="c"), DAY, trainee=True),
        required_programmes(Worker(segment="OUTSIDE"), DAY),
        employer_sanctions("not_paid", DAY, **WARNED, contribution_due=Fraction(10, 3)),
        employer_sanctions("not_registered", DAY),
        person_sanctions(DAY),
        wage_correction((CLERK,), "2026-08", paid=0, received_on=DAY),
        construction_correction(DAY, paid=10**6, value=1, contains_vat=False),
        construction_correction(DAY, paid=0),
        risk_group("bengkel"),
        disability_rows("thumb"),
    ]
    for answer in answers:
        assert answer.text("id") != answer.text("en")


def test_before_the_law_nothing_is_told() -> None:
    early = date(2015, 6, 30)
    questions: tuple[Callable[[], object], ...] = (
        lambda: required_programmes(WAGE_EARNER, early),
        lambda: employer_sanctions("not_paid", early),
        lambda: person_sanctions(early),
        lambda: risk_group("optik", early),
        lambda: construction_correction(early, paid=0, value=1, contains_vat=False),
        lambda: may_enrol(Worker(segment="MIGRANT"), date(2023, 2, 21)),
    )
    for ask in questions:
        with pytest.raises(OutsideLawError):
            ask()
