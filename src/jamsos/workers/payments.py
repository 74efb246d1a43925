"""Contribution months that were paid: one, a run of them, and how years of them are pickled."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from jamsos.forms.fact import Fact
from jamsos.values.days import checked_day, is_known_day
from jamsos.values.money import checked_rupiah, is_rupiah
from jamsos.values.months import Month, as_month, months_in_order
from jamsos.values.plain import tuple_or_none
from jamsos.workers.naming import naming_fields


@frozen(kw_only=True, field_transformer=naming_fields)
class Payment(Fact):
    """What was paid for one contribution month on a day; without an amount, all of it.

    >>> Payment(month="2026-08", on=date(2026, 8, 10)).month
    Month('2026-08')
    """

    month: Month = field(converter=as_month)
    on: date = field(validator=is_known_day)
    amount: int | None = field(default=None, validator=is_rupiah)
    """What was paid for JKK and JKM, where it is known: less than the month costs leaves it unpaid.

    None: all that was due. Credits and refunds need the amount.
    """


def as_payments(payments: Sequence[Payment] | None) -> tuple[Payment, ...] | None:
    """Read the payments of a registration."""
    return tuple_or_none(Payment, payments, "payments")


Run: TypeAlias = tuple[int, int | None, tuple[int, ...]]
"""Months in a row as they are pickled: index of the first, amount, days from month to payment."""


def packed(payments: Iterable[Payment]) -> tuple[Run, ...]:
    """The payments as runs of months with the same amount."""
    runs: list[tuple[int, int | None, list[int]]] = []
    following: tuple[int, int | None] | None = None
    for payment in payments:
        index, amount = payment.month.index, payment.amount
        if (index, amount) != following:
            runs.append((index, amount, []))
        runs[-1][2].append((payment.on - payment.month.first_day).days)
        following = (index + 1, amount)
    return tuple((index, amount, tuple(days)) for index, amount, days in runs)


@lru_cache(maxsize=4096)
def unpacked(runs: tuple[Run, ...]) -> tuple[Payment, ...]:
    """The payments of the runs; remembered, since answers about one person come together."""
    payments: list[Payment] = []
    for first, amount, days in runs:
        for index, passed in enumerate(days, first):
            month = Month(index)
            on = month.first_day + timedelta(days=passed)
            payments.append(Payment(month=month, on=on, amount=amount))
    return tuple(payments)


def payments(
    first: object, last: object, on: date | None = None, amount: int | None = None
) -> tuple[Payment, ...]:
    """A run of monthly payments, both months included.

    Args:
        first: The first contribution month.
        last: The last contribution month.
        on: The day all were paid; without it each month counts as paid on its first day.
        amount: What was paid for each month, where known.

    >>> [str(payment.month) for payment in payments("2026-08", "2026-10")]
    ['2026-08', '2026-09', '2026-10']

    Raises:
        InputError: for a last month before the first.

    """
    if on is not None:
        on = checked_day(on, "on")
    if amount is not None:
        amount = checked_rupiah(amount, "amount")
    run: list[Payment] = []
    for month in months_in_order(first, last):
        # Paid on its first day, a month is never late.
        paid_on = month.first_day if on is None else on
        run.append(Payment(month=month, on=paid_on, amount=amount))
    return tuple(run)
