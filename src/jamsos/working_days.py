"""Indonesia's working days; needs the extra ``holidays``, which brings the library of that name.

>>> calendar = indonesian_working_days(joint_leave=[date(2026, 12, 24)])
>>> calendar(date(2026, 8, 17)), calendar(date(2026, 8, 18)), calendar(date(2026, 12, 24))
(False, True, False)
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from jamsos.errors import InputError, MissingExtraError
from jamsos.values.plain import advice, as_whole

if find_spec("holidays") is None:
    raise MissingExtraError(
        "jamsos.working_days",
        "no holidays",
        "the extra 'holidays'",
        "run: pip install 'jamsos[holidays]'",
    )

from attrs import frozen
from holidays import country_holidays

from jamsos.values.days import checked_day, monday_to_friday

_FIRST_YEAR, _LAST_YEAR = 2015, 2050
"""The law begins in the first; after the last the library does not know every day (Nyepi)."""


class Holiday(NamedTuple):
    """A public holiday (*hari libur nasional*)."""

    day: date
    name: str
    estimated: bool
    """Whether the day is only computed: Islamic days are set by decree, when the moon is seen."""


@frozen
class IndonesianWorkingDays:
    """A calendar for any question: Monday to Friday but for public holidays and joint leave."""

    joint_leave: frozenset[date] = frozenset()
    """*cuti bersama*: whether they are working days is for the caller to say (decision D20)."""

    def __call__(self, day: date) -> bool:
        """Whether the day is a working day.

        Raises:
            InputError: for a year whose holidays are not known.

        """
        # Weekends and joint leave need no list of holidays, and so no year that is known.
        if not monday_to_friday(day) or day in self.joint_leave:
            return False
        return day not in _days(_checked_year(day.year))

    def holidays(self, year: int) -> tuple[Holiday, ...]:
        """The public holidays of a year, in order; those whose day is only computed are marked.

        Raises:
            InputError: for a year whose holidays are not known.

        >>> indonesian_working_days().holidays(2026)[0]
        Holiday(day=datetime.date(2026, 1, 1), name='Tahun Baru Masehi', estimated=False)

        """
        holidays_of_year = _days(_checked_year(year))
        return tuple(holidays_of_year.values())


def indonesian_working_days(*, joint_leave: Iterable[date] = ()) -> IndonesianWorkingDays:
    """A calendar of Indonesia's working days, for the argument ``calendar`` of any question.

    Public holidays are those of the library ``holidays``. Islamic days of years to come are
    computed; :meth:`IndonesianWorkingDays.holidays` marks them as ``estimated``, and a decree may
    move them.

    Legal source: none defines *hari kerja*; the calendar is an input (decision D20).

    Args:
        joint_leave: Joint leave days (*cuti bersama*) that are not working days either.

    Raises:
        InputError: for a joint leave day that is not a date.

    """
    days = frozenset(checked_day(day, "joint_leave") for day in joint_leave)
    return IndonesianWorkingDays(days)


def _checked_year(year: object) -> int:
    """Return a year whose holidays are known."""
    number = as_whole(year)
    if number is None or not _FIRST_YEAR <= number <= _LAST_YEAR:
        allowed = f"a year from {_FIRST_YEAR} to {_LAST_YEAR}"
        step = advice(year, "give a calendar of your own for other years")
        raise InputError("year", year, allowed, step)
    return number


@cache
def _days(year: int) -> dict[date, Holiday]:
    """The holidays of one year; a computed one carries the label the library gives it."""
    listed = country_holidays("ID", years=year, language="id")
    # The label is a pattern in the language of the names: "%s (perkiraan)".
    estimated_label = getattr(listed, "estimated_label", "%s (estimated)")
    pattern = listed.tr(str(estimated_label))
    label = pattern.replace("%s", "").strip()
    days: dict[date, Holiday] = {}
    for day, labelled_name in sorted(listed.items()):
        # Two holidays of one day share a name, so that the label may stand in its middle.
        shortened = labelled_name.replace(label, "")
        name = shortened.replace("  ", " ").strip()
        is_estimated = label in labelled_name
        days[day] = Holiday(day, name, estimated=is_estimated)
    return days
