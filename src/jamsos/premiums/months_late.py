"""How many months late a payment is; fines are counted by the month."""

from datetime import date

from jamsos.values.months import Month


def months_late(due: date, paid_on: date, *, started_count: bool) -> int:
    """Months of lateness of a payment (PP 44/2015 Pasal 22; decision D18).

    Args:
        due: The last day to pay.
        paid_on: The day of payment, or the day asked about.
        started_count: Whether a month that has only begun counts in full.

    >>> months_late(date(2026, 3, 16), date(2026, 4, 17), started_count=True)
    2
    >>> months_late(date(2026, 3, 16), date(2026, 4, 17), started_count=False)
    1

    """
    month = Month.of(paid_on)
    months = month - Month.of(due)
    if started_count:
        # The due day itself is in time: a month starts on the day after it.
        if paid_on.day > due.day:
            months += 1
    # A month is full once the day of the month has come round again.
    elif paid_on.day < due.day:
        months -= 1
    # A payment ahead of the due day would come out below zero.
    return max(months, 0)
