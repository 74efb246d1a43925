"""The participation: number, payer, programmes, and which months were paid when."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError, looks_like_nik
from jamsos.values.days import checked_day, is_day
from jamsos.values.money import is_rupiah
from jamsos.values.months import Month, as_month, month_index, months_between
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Payer, Programme
from jamsos.workers.worker import is_count, not_none

MINIMUM = (Programme.JKK, Programme.JKM)


@frozen(kw_only=True)
class Payment:
    """One contribution month, fully paid on a day.

    >>> Payment(month="2026-08", on=date(2026, 8, 10)).month
    Month('2026-08')
    """

    month: Month = field(converter=as_month)
    on: date = field()
    amount: int | None = field(default=None, validator=is_rupiah)
    """What was paid for JKK and JKM, where it is known; needed for credits and refunds."""

    def __attrs_post_init__(self) -> None:
        checked_day(self.on, "Payment.on")


def payments(first: object, last: object, on: date | None = None, amount: int | None = None) -> tuple[Payment, ...]:
    """A run of monthly payments, both months included.

    Args:
        first: The first contribution month.
        last: The last contribution month.
        on: The day all were paid; without it each month counts as paid on its first day.
        amount: What was paid for each month, where known.

    >>> [str(payment.month) for payment in payments("2026-08", "2026-10")]
    ['2026-08', '2026-09', '2026-10']

    """
    begin, end = Month.of(first), Month.of(last)
    if end < begin:
        raise InputError("payments", f"{begin} to {end}", "a first month not after the last", "use () for none paid")
    months = months_between(begin, end)
    return tuple(Payment(month=month, on=on or month.first_day, amount=amount) for month in months)


@frozen(kw_only=True)
class Participation:
    """One membership of a BPU under one number.

    Raises:
        InputError: for an impossible order of events or a month paid twice.

    """

    number_issued: date | None = field(default=None, validator=is_day)
    """The day the membership number was issued: cover starts."""
    payments: tuple[Payment, ...] | None = None
    """Every month paid; None: not known, (): nothing was paid."""
    payer: Payer | None = field(default=None, converter=optional(Payer))
    programmes: tuple[Programme, ...] = MINIMUM
    row: int | None = field(default=None, validator=is_count)
    """The income row paid for, where it is known (Lampiran II); else it follows from the income."""
    earlier_paid_months: int = field(default=0, validator=[not_none, is_count])
    """Paid contribution months before those listed, earlier memberships included."""
    left_on: date | None = field(default=None, validator=is_day)
    """The first day the person is no longer a participant by his own leaving; None: has not left."""
    first_month: Month | None = field(default=None, converter=optional(as_month))
    """The first contribution month owed, where it is not the month the number was issued."""
    record: str | None = None
    """The caller's own name for this registration; never an identity number."""

    def __attrs_post_init__(self) -> None:
        self._check_programmes()
        record: object = self.record
        if record is not None and (not isinstance(record, str) or looks_like_nik(record)):
            raise InputError("Participation.record", record, "the caller's own record id", "never use a NIK")
        if self.payments is not None:
            self._check_payments(self.payments)
        self._check_first_month()
        if self.number_issued and self.left_on and self.left_on < self.number_issued:
            raise InputError("Participation.left_on", self.left_on, "not before number_issued", "check both dates")

    def _check_programmes(self) -> None:
        given: object = self.programmes
        known = isinstance(given, tuple) and all(isinstance(programme, Programme) for programme in self.programmes)
        if not known or not set(MINIMUM) <= set(self.programmes):
            allowed = "a tuple of JKK and JKM together, JHT in addition"
            raise InputError("Participation.programmes", self.programmes, allowed, "a BPU takes at least JKK and JKM")

    def _check_first_month(self) -> None:
        """The first contribution is for the month of issue or a neighbour, unless earlier months stand as a number."""
        if self.first_month is None or self.number_issued is None:
            return
        later = self.first_month.index - month_index(self.number_issued)
        if later < -1 or (later > 1 and not self.earlier_paid_months):
            allowed = "the month of issue or the one before or after it"
            given = str(self.first_month)
            raise InputError("Participation.first_month", given, allowed, "or state earlier_paid_months up to it")

    def _check_payments(self, listed: Iterable[Payment]) -> None:
        if not isinstance(listed, tuple) or not all(isinstance(payment, Payment) for payment in listed):
            raise InputError("Participation.payments", type(listed).__name__, "a tuple of Payment", "use () for none")
        months = [payment.month for payment in listed]
        if len(set(months)) != len(months):
            twice = sorted(str(month) for month in set(months) if months.count(month) > 1)
            raise InputError("Participation.payments", twice, "each month once", "merge what was paid for a month")
        if self.number_issued and months and min(months) < Month.of(self.number_issued) + -1:
            first = str(min(months))
            allowed = "no month before the one that preceded the issue of the number"
            raise InputError("Participation.payments", first, allowed, "count earlier months in earlier_paid_months")

    @cached_property
    def paid(self) -> dict[Month, date]:
        """The day each month was paid; empty where payments are not known."""
        return {payment.month: payment.on for payment in self.payments or ()}

    @cached_property
    def paid_index(self) -> dict[int, date]:
        """The same by the index of the month, as the rules calculate."""
        return {month.index: on for month, on in self.paid.items()}

    @cached_property
    def owed_from(self) -> Month | None:
        """The first contribution month owed, as stated or as the first contribution tells.

        The number is issued after the first contribution (Pasal 11 ayat (4)), so the earliest month paid
        by then is the first; months stated as a number stand before those listed.
        """
        if self.first_month is not None or self.number_issued is None:
            return self.first_month
        paid_by_issue = [index for index, on in self.paid_index.items() if on <= self.number_issued]
        listed = [*self.paid_index] if self.earlier_paid_months else []
        return Month(min(paid_by_issue or listed or [month_index(self.number_issued), *self.paid_index]))

    @property
    def hidden_months(self) -> int:
        """Months from the issue of the number to the first one owed, which the earlier months stand for."""
        if self.number_issued is None or self.owed_from is None or not self.earlier_paid_months:
            return 0
        return max(self.owed_from.index - month_index(self.number_issued), 0)


def checked_participation(participation: object) -> Participation:
    """Return a participation.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(participation, Participation):
        raise InputError("participation", type(participation).__name__, "a Participation", "build the facts first")
    return participation


def checked_registrations(participation: object) -> tuple[Participation, ...]:
    """Return one or several participations as a tuple.

    Raises:
        InputError: for what is none, or for an empty tuple.

    """
    several = as_tuple(participation)
    listed = (participation,) if several is None else several
    if not listed:
        raise InputError("participation", "()", "at least one Participation", "give the registrations")
    found = tuple(checked_participation(item) for item in listed)
    if any(one == other for n, one in enumerate(found) for other in found[:n]):
        raise InputError("participation", "the same registration twice", "different registrations", "give each once")
    return found


def checked_after_birth(participation: Participation, birth: date | None) -> None:
    """Refuse a number issued before the participant was born.

    Raises:
        InputError: naming both dates.

    """
    issued = participation.number_issued
    if issued is not None and birth is not None and issued <= birth:
        raise InputError("Participation.number_issued", issued.isoformat(), f"after {birth}", "check both dates")
