"""The day a question is about."""

from datetime import date

from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.values.days import checked_asked_day


def day_of_law(day: object, law: Law, name: str) -> date:
    """Read a day that is to be judged by the law.

    Raises:
        OutsideLawError: before 1 July 2015.
        InputError: for what is no date, or a year too far ahead.

    """
    the_day = checked_asked_day(day, name)
    if the_day < law.first_day:
        first = law.first_day.isoformat()
        raise OutsideLawError(name, the_day.isoformat(), f"{first} or later", "earlier law is not in the library")
    return the_day
