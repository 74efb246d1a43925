"""What an error says, word for word: the thing, the value, what is allowed and the next step."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from untyped import untyped

from jamsos import (
    Answer,
    Child,
    Family,
    JamsosError,
    Loss,
    Participation,
    WorkAccident,
    Worker,
    current,
    death_benefit,
    disability_search,
    jkk_benefit,
    payments,
)
from jamsos.benefits.base import BenefitBase
from jamsos.migrant.packages import packages
from jamsos.premiums.bpu.income_table import row_numbered
from jamsos.values.days import checked_day, is_working, plausible_day, working_day_from
from jamsos.values.money import checked_exact, checked_rupiah
from jamsos.values.months import Month

LAW = current()
DAY = date(2026, 5, 4)
FISHER = Worker(income=900_000)
MEMBER = Participation(number_issued=date(2020, 1, 6), payments=payments("2020-01", "2026-12"))
INCOMES = LAW.get("bpu.income_table", DAY)
PACKAGES = LAW.get("migrant.packages", DAY)
MONTHS = "YYYY-MM from 1900-01 to 9998-12, as text, Month or the date of a day in it"
WRITE = "write the contribution month as in '2026-11'"
CALENDAR = "a callable that tells for a date whether it is a working day"
DIGITS = "check the sign and the number of digits"


def losing(**loss: Any) -> Answer:
    return jkk_benefit(FISHER, MEMBER, WorkAccident(on=DAY, losses=(Loss(**loss),)))


def dying(**facts: Any) -> object:
    children = (
        Child(birth=date(2015, 1, 1), studying=True),
        Child(birth=date(2016, 1, 1), studying=True),
    )
    return death_benefit(
        FISHER, MEMBER, Family(spouse=True, children=children), died_on=DAY, cause="other", **facts
    )


def one(_day: date) -> int:
    return 1


SAID: list[tuple[Callable[[], object], str, object, str, str]] = [
    (lambda: untyped(Month)(5.5), "Month", 5.5, "a month index; or read text with Month.of", WRITE),
    (lambda: Month.of("May 2026"), "Month", "May 2026", MONTHS, WRITE),
    (lambda: Month.of("1899-12"), "Month", "1899-12", MONTHS, WRITE),
    (lambda: Month.of("2026-13"), "Month", "2026-13", MONTHS, WRITE),
    (lambda: checked_exact(Fraction(-1, 2), "paid"), "paid", "Fraction(-1, 2)",
     "exact rupiah, from 0 up", DIGITS),
    (lambda: checked_rupiah(-1, "paid"), "paid", -1, "whole rupiah as int, from 0 up", DIGITS),
    (lambda: checked_rupiah(1.5, "paid"), "paid", 1.5, "whole rupiah as int, from 0 up",
     "give the amount as an int: int(...) where it is whole, else round it first"),
    (lambda: row_numbered(INCOMES, 34), "row", 34,
     "a row of Lampiran II, 1 to 33", "give the number of the row as an int"),
    (lambda: packages(evolve(PACKAGES, value=PACKAGES.rows[::-1])), "migrant.packages", [24, 12, 6],
     "rows that rise", "put the rows in order"),
    (lambda: untyped(is_working)(one, DAY), "calendar", "it returned an int", CALENDAR,
     "return True or False"),
    (lambda: working_day_from(DAY, lambda _: False), "calendar", "no working day in a year",
     CALENDAR, "check the calendar"),
    (lambda: checked_day("today", "day"), "day", "today", "a datetime.date without a time",
     "write the calendar day as datetime.date(2026, 8, 15)"),
    (lambda: plausible_day(date(2201, 1, 1), "day"), "day", "2201-01-01", "a year up to 2200",
     "check the year"),
    (lambda: disability_search(" "), "words", " ", "at least one word",
     "name the part of the body"),
    (lambda: losing(code="B03", measure=0), "Loss.measure", 0, "1 to 49, 50 to 74, from 75",
     "the table has no other values; ask the doctor"),
    (lambda: losing(code="B04", measure=170), "Loss.measure", 170,
     "decibels of at most the whole wage", "check the measure"),
    (lambda: losing(code="A01", measure=5), "Loss.measure", 5, "what row A01 asks for: whole",
     "correct the row or the fact"),
    (lambda: untyped(Loss)(code="B05", worse_ear=42.5), "Loss.worse_ear", 42.5,
     "decibels as an int or a Fraction, 0 or more", "write 42.5 decibels as Fraction(85, 2)"),
    (lambda: dying(disability_paid=5), "disability_paid", 5, "0 for a death from another cause",
     "state only what was paid for the same accident"),
    (lambda: dying(disability_paid=-1), "disability_paid", -1, "whole rupiah as int, from 0 up",
     DIGITS),
    (lambda: dying(for_children=(0, 0)), "for_children", (0, 0),
     "at most 2 different positions from 0 to 1", "name the children who take the scholarship"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "thing", "value", "allowed", "step"), SAID)
def test_the_whole_sentence(
    wrong: Callable[..., Any], thing: str, value: Any, allowed: str, step: str
) -> None:
    with pytest.raises(JamsosError) as caught:
        wrong()
    error = caught.value
    assert (error.thing, error.value, error.allowed, error.next_step) == (
        thing,
        value,
        allowed,
        step,
    )


def test_an_unknown_row_is_refused_with_every_row_there_is() -> None:
    with pytest.raises(JamsosError) as caught:
        losing(code="Z9")
    error = caught.value
    assert (error.thing, error.value, error.next_step) == (
        "Loss.code",
        "Z9",
        "find the row with disability_search",
    )
    assert error.allowed.startswith("one of ['A01', 'A02', ")


def test_the_first_and_the_last_that_is_allowed() -> None:
    assert str(Month.of("1900-01")) == "1900-01"
    plausible_day(date(2200, 12, 31), "day")
    assert losing(code="B03", measure=1).decided


def test_an_average_wage_stays_exact() -> None:
    base = BenefitBase(amount=1, grounds=(), needs=()).of(Fraction(10_000_000, 3))
    assert (base.amount, base.months, base.monthly) == (10_000_000, 3, Fraction(10_000_000, 3))


def test_whole_decibels_are_taken_as_they_are() -> None:
    assert Loss(code="B05", worse_ear=50).worse_ear == Fraction(50)
