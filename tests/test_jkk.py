"""JKK of a living participant against a plain reckoning, the table's invariants, and facts that cannot be."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos import (
    Incapacity,
    InputError,
    Loss,
    Participation,
    WorkAccident,
    Worker,
    current,
    disability_search,
    jkk_benefit,
    payments,
)

WORKER = Worker(income=900_000)
MEMBER = Participation(number_issued=date(2016, 1, 11), payments=payments("2016-01", "2020-12"))
TABLE = current().get("jkk.disability_table", date(2026, 1, 1))
WHOLE = [row for row in TABLE.rows if row[3] == "whole"]


def day_by_day(days: int, shares: tuple[int, int, int]) -> Fraction:
    """Every day on its own: months of 30 days, percent of W / 30."""
    paid = Fraction(0)
    for number in range(days):
        month = number // 30 + 1
        percent = shares[0] if month <= 6 else shares[1] if month <= 12 else shares[2]
        paid += Fraction(1_000_000, 30) * Fraction(percent, 100)
    return paid


@given(st.booleans(), st.lists(st.integers(1, 300), min_size=1, max_size=4), st.integers(1, 9))
def test_temporary_incapacity_is_the_sum_of_its_days(new: bool, lengths: list[int], pause: int) -> None:
    on = date(2019, 12, 2) if new else date(2019, 12, 1)
    spells, first = [], on
    for length in lengths:
        spells.append(Incapacity(first=first, last=first + timedelta(length - 1)))
        first += timedelta(length + pause)
    answer = jkk_benefit(WORKER, MEMBER, WorkAccident(on=on, unable=tuple(spells)))
    assert answer.total == day_by_day(sum(lengths), (100, 100, 50) if new else (100, 75, 50))


@given(st.sampled_from(WHOLE), st.none() | st.integers(0, 100))
def test_a_disability_is_its_percentage_of_eighty_months(row: tuple[object, ...], lost: int | None) -> None:
    lost = lost if str(row[0]).startswith("A") else None
    loss = Loss(code=str(row[0]), function_lost=lost)
    answer = jkk_benefit(WORKER, MEMBER, WorkAccident(on=date(2020, 5, 4), losses=(loss,)))
    assert answer.total == Fraction(int(str(row[1])), 10**6) * Fraction(100 if lost is None else lost, 100) * 80_000_000


def test_the_table_holds_together() -> None:
    rows = {str(row[0]): row for row in TABLE.rows}
    assert len(rows) == len(TABLE.rows) == 47
    assert sum(row[1] for row in TABLE.rows if isinstance(row[1], int)) == 9_515_000
    assert all(rows[str(rows[str(row[4])][4])] == row for row in TABLE.rows if row[4])
    assert sum(1 for row in TABLE.rows if row[4]) == 16


def test_the_search_finds_rows_in_both_languages() -> None:
    assert [row.code for row in disability_search("IMPOTENSI")] == ["B02"]
    with pytest.raises(InputError, match="words"):
        disability_search(" ")


@pytest.mark.parametrize(
    "make",
    [
        lambda: WorkAccident(on=None),
        lambda: WorkAccident(on=date(2026, 1, 1), losses=[Loss(code="A01")]),
        lambda: WorkAccident(on=date(2026, 1, 1), unable=(1,)),
        lambda: jkk_benefit(WORKER, MEMBER, "a fall"),
    ],
    ids=["no day", "a list", "no spell", "no accident"],
)
def test_what_is_no_accident_is_refused(make: object) -> None:
    with pytest.raises(InputError):
        make()


def test_facts_not_known_are_asked_for_where_they_matter() -> None:
    unknown = WorkAccident(on=date(2020, 5, 4), land=None, unable=None, losses=None, total_permanent=True)
    answer = jkk_benefit(WORKER, MEMBER, unknown)
    assert [need.id for need in answer.needs] == ["accident.land", "accident.unable"]
    nobody = jkk_benefit(Worker(segment=None), MEMBER, WorkAccident(on=date(2020, 5, 4)))
    assert [need.id for need in nobody.needs] == ["worker.segment"]
