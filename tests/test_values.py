"""Days and money at their edges, counted by hand on the calendar."""

import operator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from untyped import untyped

from jamsos import InputError, Month, Worker
from jamsos.values.days import add_working_days, working_day_from, working_days_after
from jamsos.values.money import checked_exact

FRIDAY = date(2026, 6, 12)


@pytest.mark.parametrize(
    ("last", "days"),
    [
        (date(2026, 6, 11), 0),  # before
        (FRIDAY, 0),
        (date(2026, 6, 13), 0),  # Saturday
        (date(2026, 6, 14), 0),  # Sunday
        (date(2026, 6, 15), 1),
        (date(2026, 6, 19), 5),
        (date(2026, 6, 21), 5),
        (date(2026, 6, 22), 6),
    ],
)
def test_working_days_lie_after_the_first_day_and_up_to_the_last(last: date, days: int) -> None:
    assert working_days_after(FRIDAY, last) == days


@pytest.mark.parametrize(
    ("count", "last"),
    [(0, FRIDAY), (1, date(2026, 6, 15)), (5, date(2026, 6, 19)), (6, date(2026, 6, 22))],
)
def test_the_last_of_so_many_working_days(count: int, last: date) -> None:
    assert add_working_days(FRIDAY, count) == last


def test_a_calendar_is_asked_for_a_year_and_no_longer() -> None:
    """A working day 365 days later is found; one that is a day further is not looked for."""
    assert working_day_from(FRIDAY, lambda day: day >= date(2027, 6, 12)) == date(2027, 6, 12)
    with pytest.raises(InputError) as caught:
        working_day_from(FRIDAY, lambda day: day >= date(2027, 6, 13))
    assert (caught.value.thing, caught.value.value) == ("calendar", "no working day in a year")


def test_a_calendar_that_fails_says_how() -> None:
    def full(_day: date) -> bool:
        raise LookupError("2026 is not in the list")

    with pytest.raises(InputError) as caught:
        working_day_from(FRIDAY, full)
    assert (caught.value.thing, caught.value.value) == (
        "calendar",
        "it failed with LookupError",
    )
    assert "2026 is not in the list" in caught.value.next_step


def test_a_calendar_that_says_neither_yes_nor_no_is_named() -> None:
    def no(_day: date) -> str:
        return "no"

    with pytest.raises(InputError) as caught:
        untyped(working_day_from)(FRIDAY, no)
    assert (caught.value.thing, caught.value.value) == ("calendar", "it returned a str")


@pytest.mark.parametrize("income", [-1, 900_000.5, True])
def test_a_refused_amount_is_named_and_shown(income: float) -> None:
    with pytest.raises(InputError) as caught:
        untyped(Worker)(income=income)
    assert (caught.value.thing, caught.value.value) == ("Worker.income", income)


@pytest.mark.parametrize("amount", [0, 10**15, Fraction(0), Fraction(1, 2), Fraction(10**15)])
def test_an_exact_amount_may_have_parts_of_a_rupiah(amount: Fraction | int) -> None:
    assert checked_exact(amount, "paid") == amount


@pytest.mark.parametrize(
    "amount", [-1, True, 1.5, "1", None, Fraction(-1, 2), Fraction(10**15 + 1), 10**15 + 1]
)
def test_an_amount_that_cannot_be_is_refused_by_name(amount: Any) -> None:
    with pytest.raises(InputError) as caught:
        checked_exact(amount, "paid")
    assert caught.value.thing == "paid"
    assert "rupiah" in caught.value.allowed
    assert caught.value.next_step


def test_a_month_is_shown_as_it_is_written() -> None:
    assert repr(Month.of("2026-08")) == "Month('2026-08')"
    assert [str(Month.of("2026-12") + step) for step in (-12, -11, 0, 1)] == [
        "2025-12",
        "2026-01",
        "2026-12",
        "2027-01",
    ]


def test_a_day_belongs_to_its_month() -> None:
    first = date(2026, 1, 1)
    days = [first + timedelta(n) for n in range(365)]
    assert [str(Month.of(day)) for day in days] == [day.isoformat()[:7] for day in days]


def test_months_spread_in_a_table() -> None:
    assert len({hash(Month.of(f"{year}-06")) for year in range(2000, 2100)}) == 100


def test_a_month_lies_in_a_year_of_the_calendar() -> None:
    """The calendar of Python has the years 1 to 9999; the last is kept free for the month after."""
    assert Month(12).first_day == date.min
    assert Month(9999 * 12 - 1).first_day == date(9998, 12, 1)
    for index in (11, 0, -1, 9999 * 12, 1.0, True):
        with pytest.raises(InputError) as caught:
            untyped(Month)(index)
        assert (caught.value.thing, caught.value.value) == ("Month", index)


@pytest.mark.parametrize("months", [1.0, "1", None])
def test_only_whole_months_are_added(months: float | str | None) -> None:
    with pytest.raises(TypeError):
        _ = untyped(operator.add)(Month.of("2026-06"), months)
