"""Tables without an outside proof: their invariants, and a checksum of what was typed."""

import csv
import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import pytest
from attrs import evolve

from jamsos import Category, InputError, LawDataError, current, occupations
from jamsos.law.tables import typed_rows
from jamsos.migrant.packages import largest_within, packages
from jamsos.premiums.bpu.income_table import row_numbered, rows, runs
from jamsos.premiums.bpu.row_choice import row_by_income
from jamsos.premiums.bpu.row_number import row_number

TABLE = current().get("bpu.income_table", date(2026, 1, 1))
ROWS = rows(TABLE)


def test_the_contribution_is_one_percent_of_the_base() -> None:
    assert all(row.jkk_month * 100 == row.base_income for row in ROWS)


def test_bases_stand_in_the_middle_of_their_rows() -> None:
    middle = [(row.income_from + later.income_from) // 2 for row, later in pairwise(ROWS)]
    assert [row.base_income for row in ROWS[1:-1]] == middle[1:]
    assert all(row.base_income % 50_000 == 0 for row in ROWS)


def test_printed_ends_leave_a_thousand_to_the_next_row() -> None:
    assert all(row.income_to_printed + 1_000 == later.income_from for row, later in pairwise(ROWS))
    assert (len(ROWS), ROWS[0].income_from, ROWS[-1].income_to_printed) == (33, 0, -1)


def test_the_runs_give_every_row_back() -> None:
    found = runs(TABLE)
    assert len(found) == 4
    for row in ROWS:
        for income in (row.income_from, row.income_from + 1, row.income_to_printed):
            if income >= 0:
                assert row_number(income, found, ROWS[-1].income_from) == row.number
                assert row_by_income(income, TABLE) == row


@pytest.mark.parametrize(
    ("contract", "months"),
    [(0, 0), (5, 0), (6, 6), (11, 6), (12, 12), (23, 12), (24, 24), (36, 24)],
)
def test_the_largest_package_not_above_a_contract(contract: int, months: int) -> None:
    """Permenaker 4/2023 Pasal 18: packages of 6, 12, 24 months; 0: none is short enough (D29)."""
    found = packages(current().get("migrant.packages", date(2026, 1, 1)))
    package = largest_within(contract, found)
    assert (package.months if package else 0) == months


@pytest.mark.parametrize("number", [0, 34, True, "1"])
def test_a_row_of_no_table_is_named_and_shown(number: int | str) -> None:
    with pytest.raises(InputError) as caught:
        row_numbered(TABLE, number)
    assert (caught.value.thing, caught.value.value, caught.value.allowed) == (
        "row",
        number,
        "a row of Lampiran II, 1 to 33",
    )


@pytest.mark.parametrize(
    "starts", [(1, 2), (0, 5, 5), (0, 7, 6)], ids=["not from 0", "equal", "falling"]
)
def test_rows_that_do_not_ascend_from_0_are_refused(starts: tuple[int, ...]) -> None:
    toy = evolve(TABLE, value=tuple((start, start + 1, 10, 1) for start in starts))
    with pytest.raises(LawDataError, match="each above the last"):
        rows(toy)


@pytest.mark.parametrize(
    "values",
    [
        tuple(row.jkk_month for row in ROWS),
        tuple(48 * row.base_income for row in ROWS),
        tuple(row.number**2 for row in ROWS),
        tuple(row.number // 4 for row in ROWS),
        (*range(len(ROWS) - 1), -7),
    ],
    ids=["jkk", "death", "squares", "fours", "other end"],
)
def test_runs_of_other_values_of_the_rows(values: tuple[int, ...]) -> None:
    found = runs(TABLE, values)
    for row, value in zip(ROWS, values, strict=True):
        for income in (row.income_from, row.income_from + 1):
            assert row_number(income, found, ROWS[-1].income_from) == value


def of_businesses() -> list[list[str]]:
    """The rows of the list of businesses, as they stand in its file."""
    return [
        *csv.reader(
            files("jamsos.premiums.wage")
            .joinpath("risk_groups.csv")
            .read_text("utf-8")
            .splitlines()
        )
    ]


TYPED: dict[str, tuple[Callable[[], Iterable[Iterable[object]]], str]] = {
    "33 income rows": (lambda: TABLE.rows, "8c3077065d64e07c"),
    "47 disability rows": (
        lambda: current().get("jkk.disability_table", date(2026, 1, 1)).rows,
        "4b1046083867997a",
    ),
    "197 businesses": (of_businesses, "ce0c1cf96c19cdc6"),
}


@pytest.mark.parametrize("table", TYPED)
def test_the_table_is_the_one_that_was_checked(table: str) -> None:
    """What was typed was compared with its source once; from then on no cell changes unseen."""
    rows_of, seen = TYPED[table]
    typed = ";".join(",".join(str(cell) for cell in row) for row in rows_of())
    assert hashlib.sha256(typed.encode()).hexdigest()[:16] == seen


def test_the_official_occupations() -> None:
    listed = occupations()
    assert list(listed) == list(range(1, 90))
    groups = {category for row in listed.values() for category in row.categories}
    assert groups == set(Category) - {Category.OTHER}
    stops = [code for code, row in listed.items() if row.screening == "hard_stop"]
    assert stops == [5, 6, 7, 16, 17, *range(48, 64), 85, 86]
    assert {code for code, row in listed.items() if len(row.categories) > 1} == {12, 27, 29, 84, 88}


class OneNumber(NamedTuple):
    """A row of one column."""

    number: int


class OneWord(NamedTuple):
    """A row of one column."""

    word: str


class TwoNumbers(NamedTuple):
    """A row of two columns."""

    first: int
    second: int


@pytest.mark.parametrize(
    ("rule", "row_class", "said"),
    [
        ("construction.tiers", TwoNumbers, "2 columns"),
        ("construction.tiers", OneWord, "a word"),
        ("jkk.stmb_shares", OneWord, "1 columns"),
        ("scholarship.levels", OneNumber, "1 columns"),
    ],
)
def test_a_class_that_does_not_fit_its_table_is_named(
    rule: str, row_class: type[object], said: str
) -> None:
    with pytest.raises(LawDataError, match=f"{rule}.*{said}"):
        typed_rows(current().get(rule, date(2026, 1, 1)), row_class)


def test_a_word_is_no_number_of_a_table() -> None:
    words = evolve(current().get("construction.tiers", date(2026, 1, 1)), value=("many",))
    with pytest.raises(LawDataError, match=r"construction\.tiers.*a whole number"):
        typed_rows(words, OneNumber)
