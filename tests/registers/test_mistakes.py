"""Likely slips of an analyst are told in the library's own words, never in those of an engine."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from untyped import untyped

from jamsos import InputError
from jamsos.registers import (
    Rank,
    cover_against,
    difference,
    enrolment_columns,
    plan,
    premium_columns,
    summary,
    synthetic_register,
    work_list,
    write_work_list,
)

PEOPLE = synthetic_register(20, seed=1)
PREMIUMS = premium_columns("2026-10", payer="APBD")
DECIDED = PREMIUMS.added_to(enrolment_columns(date(2026, 10, 1)).added_to(PEOPLE))


def planned(order: Any, **columns: Any) -> object:
    months: dict[str, Any] = {"first": "2026-10", "last": "2026-10"}
    return plan(PEOPLE.with_columns(**columns), budget=10**7, order=order, payer="APBD", **months)


def compared(value: Any) -> object:
    people = PEOPLE.with_columns(value=pl.lit(value))
    return difference(people, people, month="2026-10", payer="APBD")


SLIPS: dict[str, tuple[Callable[[], object], str]] = {
    "one rank for a list": (lambda: planned(Rank("village")), "order"),
    "no order": (lambda: planned(None), "order"),
    "an empty order": (lambda: planned([]), "order"),
    "a column for a list": (lambda: planned("village"), "village"),
    "a column twice": (lambda: planned(["village", "village"]), "each column once"),
    "a number for a column": (lambda: planned([3]), "columns of the register"),
    "a list goes first": (lambda: planned([Rank("village", first=[[1]])]), "Rank.first"),
    "an order of bytes": (lambda: planned(["b"], b=pl.lit(b"x")), "plain values"),
    "an order of durations": (lambda: planned(["b"], b=pl.duration(days=1)), "plain values"),
    "an order of moments": (
        lambda: planned(["b"], b=pl.lit(datetime(2026, 1, 1, 10))),  # noqa: DTZ001
        "plain values",
    ),
    "groups by nothing": (lambda: untyped(summary)(DECIDED, None), "by"),
    "columns a number": (lambda: untyped(summary)(DECIDED, "village", columns=5), "columns"),
    "a work list of a frame": (lambda: untyped(work_list)(PEOPLE), "a Register"),
    "a work list of a frame, written": (
        lambda: untyped(write_work_list)(PEOPLE, "list.xlsx"),
        "a Register",
    ),
    "a target for a frame": (lambda: untyped(cover_against)(PEOPLE, 10), "a Summary"),
    "a difference of lists": (lambda: compared([1]), "plain values"),
    "a difference of bytes": (lambda: compared(b"1"), "plain values"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_our_words(slip: str) -> None:
    wrong, word = SLIPS[slip]
    with pytest.raises(InputError, match=word):
        wrong()


def test_one_columns_may_stand_for_a_list_of_them() -> None:
    one, listed = (
        summary(DECIDED, "village", columns=columns) for columns in (PREMIUMS, [PREMIUMS])
    )
    assert one.table.equals(listed.table)
    assert one.reasons.equals(listed.reasons)
