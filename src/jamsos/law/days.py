"""The day, or the contribution month, a question is about."""

from datetime import date

from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.values.days import plausible_day
from jamsos.values.months import Month, checked_month


def judged_day(day: object, law: Law, name: str) -> date:
    """Read a day that is to be judged by the law.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for what is no date, or a year too far ahead.

    """
    checked = plausible_day(day, name)
    if checked < law.first_day:
        raise _too_early(name, checked.isoformat(), law.first_day.isoformat())
    return checked


def judged_month(month: object, law: Law, name: str = "month") -> Month:
    """Read a contribution month that is to be priced by the law.

    Raises:
        OutsideLawError: before July 2015.
        InputError: for what is no month, or a year too far ahead.

    """
    checked = checked_month(month, name)
    plausible_day(checked.first_day, name)
    if checked.first_day < law.first_day:
        raise _too_early(name, str(checked), str(Month.of(law.first_day)))
    return checked


def _too_early(name: str, value: str, first: str) -> OutsideLawError:
    return OutsideLawError(
        name, value, f"{first} or later", "choose a later one: earlier law is not in the library"
    )
