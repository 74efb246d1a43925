"""Indonesia's holidays as a calendar: joint leave as the caller says, computed days marked."""

import subprocess
import sys
from datetime import date, datetime
from typing import Any

import pytest
from untyped import untyped

from jamsos import InputError, claim_timeline
from jamsos.working_days import indonesian_working_days

CALENDAR = indonesian_working_days()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),  # New Year, a Thursday
        (date(2026, 5, 1), False),  # Labour Day, a Friday
        (date(2026, 6, 1), False),  # Pancasila Day, a Monday
        (date(2026, 8, 17), False),  # Independence Day, a Monday
        (date(2026, 12, 25), False),  # Christmas, a Friday
        (date(2026, 8, 18), True),
        (date(2026, 8, 15), False),  # Saturday
        (date(2026, 8, 16), False),  # Sunday
        (date(2026, 12, 24), True),
        (date(2015, 8, 17), False),
        (date(2050, 12, 26), True),
    ],
)
def test_days_everybody_knows(day: date, works: bool) -> None:
    assert CALENDAR(day) is works


def test_joint_leave_is_as_the_caller_says() -> None:
    calendar = indonesian_working_days(joint_leave=[date(2026, 12, 24)])
    assert (calendar(date(2026, 12, 24)), CALENDAR(date(2026, 12, 24))) == (False, True)


def test_a_deadline_moves_behind_a_holiday() -> None:
    # Complete on Friday 14 August 2026; 17 August is a holiday: 18, 19, 20 August instead
    # of 17, 18, 19.
    facts: dict[str, Any] = {"complete_on": date(2026, 8, 14)}
    died = date(2026, 8, 10)
    assert claim_timeline("other", died, calendar=CALENDAR, **facts).finding("pay_by") == date(
        2026, 8, 20
    )
    assert claim_timeline("other", died, **facts).finding("pay_by") == date(2026, 8, 19)


def test_computed_days_of_years_to_come_are_marked() -> None:
    far = {holiday.name: holiday for holiday in CALENDAR.holidays(2045)}
    assert far["Hari Raya Idul Fitri"].estimated
    assert not far["Hari Kemerdekaan Republik Indonesia"].estimated
    assert far["Hari Kemerdekaan Republik Indonesia"].day == date(2045, 8, 17)
    assert not any(holiday.estimated for holiday in CALENDAR.holidays(2024))
    days = [holiday.day for holiday in CALENDAR.holidays(2045)]
    assert days == sorted(days)


@pytest.mark.parametrize("year", [2014, 2051, True, "2026", 2026.0])
def test_years_whose_holidays_are_not_known_are_refused(year: float | str) -> None:
    with pytest.raises(InputError, match="year"):
        untyped(CALENDAR.holidays)(year)


def test_a_weekday_beyond_the_known_years_is_refused() -> None:
    with pytest.raises(InputError, match="2050"):
        CALENDAR(date(2051, 1, 2))


@pytest.mark.parametrize("day", ["2026-12-24", datetime.fromisoformat("2026-12-24T00:00")])
def test_joint_leave_that_is_no_date_is_refused(day: datetime | str) -> None:
    with pytest.raises(InputError, match="joint_leave"):
        untyped(indonesian_working_days)(joint_leave=[day])


def test_the_library_is_loaded_by_its_own_room_only() -> None:
    code = (
        "import jamsos, sys; jamsos.claim_timeline, jamsos.premium; "
        "sys.exit('holidays' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_the_extra_the_rest_works_and_the_command_is_named() -> None:
    code = (
        "import sys; sys.modules['holidays'] = None\n"
        "from datetime import date\n"
        "import jamsos\n"
        "jamsos.claim_timeline('other', date(2026, 6, 10))\n"
        "try:\n"
        "    import jamsos.working_days\n"
        "except jamsos.MissingExtraError as error:\n"
        "    assert \"pip install 'jamsos[holidays]'\" in str(error)\n"
        "else:\n"
        "    raise SystemExit(1)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
