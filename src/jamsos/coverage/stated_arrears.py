"""Arrears of which only the number of months is known, as the payments they stand for."""

from datetime import date

from attrs import evolve

from jamsos.coverage.reduction import latest_overdue
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.membership.history import overdue_in_a_row
from jamsos.values.days import WorkingDay
from jamsos.values.months import Month
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments

_NAME = "Participation.months_in_arrears"


def with_stated_arrears(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Participation:
    """The membership whose overdue months are those stated, all months before them being paid.

    Payments that are known stay as they are: the number has to agree with them.

    Legal source: PP 44/2015 Pasal 39, 42; decision D11.

    Args:
        participation: The membership; its number was issued by the day.
        day: The day of the event.
        law: The law to apply.
        calendar: Which days are working days, for the due dates (D20).

    Raises:
        InputError: for more months than are overdue, or others than the payments leave.

    >>> from jamsos.law import current
    >>> from jamsos.values.days import monday_to_friday
    >>> member = Participation(number_issued=date(2026, 1, 5), months_in_arrears=2)
    >>> paid = with_stated_arrears(member, date(2026, 6, 20), current(), monday_to_friday).payments
    >>> str(paid[-1].month)
    '2026-04'

    """
    stated, first = participation.months_in_arrears, participation.owed_from
    if stated is None or first is None:
        return participation
    first = max(first, Month.of(law.first_day))
    latest = latest_overdue(participation, first, day, law, calendar)
    if participation.payments is not None:
        counted = 0
        if latest is not None:
            counted = overdue_in_a_row(latest.index, first.index, participation.paid_index, day)
        _check_agrees(stated, counted)
        return participation
    most = 0
    if latest is not None:
        most = latest.index - first.index + 1
    _check(stated, most, day)
    if latest is None or stated == most:
        return evolve(participation, payments=())
    paid = payments(first, latest + -stated, on=participation.number_issued)
    return evolve(participation, payments=paid)


def _check(stated: int, most: int, day: date) -> None:
    if stated > most:
        allowed = f"0 to {most}, the months owed and overdue on {day}"
        raise InputError(_NAME, stated, allowed, "check the number and number_issued")


def _check_agrees(stated: int, counted: int) -> None:
    if stated != counted:
        allowed = f"{counted}, as the payments have it"
        raise InputError(_NAME, stated, allowed, "state the payments or the number, not both")
