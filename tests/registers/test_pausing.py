"""A stop and a restart of payment: the dates, by hand from the law."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from jamsos import InputError, Law, OutsideLawError, current
from jamsos.registers import pause_columns, pause_effects

START, LAST = date(2024, 5, 22), "2025-12"


def effects(restart: date, start: date = START, law: Law | None = None) -> dict[str, object]:
    return pause_effects(start, last_paid=LAST, restart=restart, law=law).table.row(0, named=True)


def test_a_restart_after_the_lapse_begins_a_new_membership() -> None:
    """Paid May 2024 to December 2025, 20 months; again from 4 May 2026.

    January is due on 15 January (PP 44/2015 Pasal 24): arrears from the 16th. After more than 3
    months, when April too is overdue, the membership ends (Pasal 39 ayat (2), 42 ayat (2)):
    16 April. The restart is a new one (D14): JKM is full 3 months later (Permenaker 1/2025 Pasal
    97A). 36 months are reached with the 16th month from May 2026 (D33, PP 82/2019 Pasal 34):
    August 2027; without a pause it would have been April 2027.
    """
    assert effects(date(2026, 5, 4)) == {
        "start": START,
        "paid_months": 20,
        "arrears_from": date(2026, 1, 16),
        "lapses_on": date(2026, 4, 16),
        "lapsed": True,
        "months_settled": 0,
        "covered_since": date(2026, 5, 4),
        "full_jkm_from": date(2026, 8, 4),
        "scholarship_from": date(2027, 8, 1),
        "scholarship_unpaused": date(2027, 4, 1),
    }


@pytest.mark.parametrize(
    ("restart", "lapsed", "settled"),
    [
        (date(2026, 1, 5), False, 0),
        (date(2026, 2, 3), False, 1),
        (date(2026, 4, 15), False, 3),
        (date(2026, 4, 17), True, 0),
    ],
)
def test_a_restart_before_the_lapse_settles_the_months_between(
    restart: date, lapsed: bool, settled: int
) -> None:
    found = effects(restart)
    assert (found["lapsed"], found["months_settled"]) == (lapsed, settled)
    if not lapsed:
        assert (found["covered_since"], found["scholarship_from"]) == (START, date(2027, 4, 1))


def test_a_new_member_still_waits_after_a_short_pause() -> None:
    # Number of 10 November 2025: full JKM from 10 February 2026 (Pasal 97A),
    # the pause changes nothing.
    assert effects(date(2026, 1, 5), date(2025, 11, 10))["full_jkm_from"] == date(2026, 2, 10)


def test_a_right_reached_before_the_pause_stays() -> None:
    # January 2023 to December 2025 are 36 months.
    found = effects(date(2026, 5, 4), date(2023, 1, 2))
    assert (found["scholarship_from"], found["scholarship_unpaused"]) == (
        date(2025, 12, 1),
        date(2025, 12, 1),
    )


def test_other_readings() -> None:
    never = effects(
        date(2026, 5, 4), date(2025, 11, 10), current().with_decisions(D14="never_restarts")
    )
    assert (never["covered_since"], never["full_jkm_from"]) == (date(2026, 5, 4), date(2026, 5, 4))
    # Since 2 December 2019 Permenaker 5/2021 Pasal 102(5) settles that gaps do not matter.
    unbroken = effects(date(2026, 5, 4), law=current().with_decisions(D33="unbroken"))
    assert (unbroken["scholarship_from"], unbroken["scholarship_unpaused"]) == (
        date(2027, 8, 1),
        date(2027, 4, 1),
    )
    strict = effects(date(2026, 5, 4), law=current().strictly())
    # Permenaker 5/2021 Pasal 44 settles D14: three months from the re-entry on 4 May.
    assert (strict["lapsed"], strict["full_jkm_from"]) == (True, date(2026, 8, 4))


def test_cohorts_stand_in_order_with_their_grounds() -> None:
    found = pause_effects(
        [START, date(2023, 1, 2), START], last_paid=LAST, restart=date(2026, 5, 4)
    )
    assert found.table["start"].to_list() == [date(2023, 1, 2), START]
    assert {"D14", "jkm.months_of_one_number", "cover.lapse", "jkm.new_bpu_wait_months"} <= {
        ground.id for ground in found.grounds
    }


def test_every_person_of_a_register() -> None:
    register = pl.DataFrame(
        {"id": ["a", "b", "c", "d"], "number_issued": [START, None, date(2026, 1, 1), START]}
    )
    found = pause_columns(register, last_paid=LAST, restart=date(2026, 5, 4))
    assert found["id"].to_list() == ["a", "b", "c", "d"]
    assert found["pause_full_jkm_from"].to_list() == [
        date(2026, 8, 4),
        None,
        None,
        date(2026, 8, 4),
    ]
    nobody = pause_columns(
        register.filter(pl.col("id") == "b"), last_paid=LAST, restart=date(2026, 5, 4)
    )
    assert nobody["pause_lapsed"].to_list() == [None]


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"restart": date(2025, 12, 31)}, InputError),
        ({"restart": "2026-05"}, InputError),
        ({"starts": date(2026, 1, 1)}, InputError),
        ({"starts": ["2024-05-22"]}, InputError),
        (
            {"starts": date(2015, 1, 1), "last_paid": "2015-05", "restart": date(2015, 9, 1)},
            OutsideLawError,
        ),
    ],
)
def test_a_pause_that_cannot_be_is_refused(asked: dict[str, Any], error: type[Any]) -> None:
    usual: dict[str, Any] = {"starts": START, "last_paid": LAST, "restart": date(2026, 5, 4)}
    usual.update(asked)
    with pytest.raises(error):
        pause_effects(**usual)


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"id": ["a"]}),
        pl.DataFrame({"number_issued": ["2024-05-22"]}),
        pl.DataFrame({"number_issued": [START], "pause_lapsed": [True]}),
    ],
)
def test_a_register_without_days_is_refused(frame: pl.DataFrame) -> None:
    with pytest.raises(InputError):
        pause_columns(frame, last_paid=LAST, restart=date(2026, 5, 4))
