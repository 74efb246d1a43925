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

if find_spec("holidays") is None:
    raise MissingExtraError(
        "jamsos.working_days", "no holidays", "the extra 'holidays'", "run: pip install 'jamsos[holidays]'"
    )

from attrs import frozen
from holidays import country_holidays

from jamsos.values.days import checked_day, monday_to_friday

_FIRST_YEAR, _LAST_YEAR = 2015, 2050
"""Before it nothing is asked; after it the library does not know every day (Nyepi)."""


class Holiday(NamedTuple):
    """A public holiday (*hari libur nasional*)."""

    day: date
    name: str
    estimated: bool
    """Whether the day is only computed: Islamic days are set when the moon is seen, and by decree."""


@frozen
class IndonesianWorkingDays:
    """A calendar for any question: Monday to Friday without public holidays and the joint leave days given."""

    joint_leave: frozenset[date] = frozenset()
    """*cuti bersama*: whether they are working days is for the caller to say (decision D20)."""

    def __call__(self, day: date) -> bool:
        """Whether the day is a working day.

        Raises:
            InputError: for a year whose holidays are not known.

        """
        return monday_to_friday(day) and day not in self.joint_leave and day not in _days(_checked_year(day.year))

    def holidays(self, year: int) -> tuple[Holiday, ...]:
        """The public holidays of a year, in order; those whose day is only computed are marked.

        Raises:
            InputError: for a year whose holidays are not known.

        >>> indonesian_working_days().holidays(2026)[0]
        Holiday(day=datetime.date(2026, 1, 1), name='Tahun Baru Masehi', estimated=False)

        """
        return tuple(_days(_checked_year(year)).values())


def indonesian_working_days(*, joint_leave: Iterable[date] = ()) -> IndonesianWorkingDays:
    """A calendar of Indonesia's working days, for the argument ``calendar`` of any question.

    Public holidays are those of the library ``holidays``. Islamic days of years to come are computed;
    :meth:`IndonesianWorkingDays.holidays` marks them as ``estimated``, and a decree may move them.

    Legal source: none defines *hari kerja*; the calendar is an input (decision D20).

    Args:
        joint_leave: Joint leave days (*cuti bersama*) that are no working days either.

    Raises:
        InputError: for a joint leave day that is no date.

    """
    return IndonesianWorkingDays(frozenset(checked_day(day, "joint_leave") for day in joint_leave))


def _checked_year(year: int) -> int:
    given: object = year
    if isinstance(given, bool) or not isinstance(given, int) or not _FIRST_YEAR <= given <= _LAST_YEAR:
        allowed = f"a year from {_FIRST_YEAR} to {_LAST_YEAR}"
        raise InputError("year", given, allowed, "give a calendar of your own for other years")
    return year


@cache
def _days(year: int) -> dict[date, Holiday]:
    """The holidays of one year; a computed one carries the label the library gives it."""
    found = country_holidays("ID", years=year, language="id")
    label = found.tr(str(getattr(found, "estimated_label", "%s (estimated)"))).replace("%s", "").strip()
    return {
        day: Holiday(day, name.replace(label, "").replace("  ", " ").strip(), label in name)
        for day, name in sorted(found.items())
    }
