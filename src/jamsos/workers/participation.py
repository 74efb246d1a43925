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
from jamsos.workers.codes import BPU, CONSTRUCTION, PU, Failing, Payer, Programme, Segment
from jamsos.workers.employment import Employment, checked_employment
from jamsos.workers.project import Project
from jamsos.workers.worker import Worker, is_count, not_none

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
    """One membership under one number: without wage (BPU), at an employer (PU), or by a construction project.

    Raises:
        InputError: for an impossible order of events, a month paid twice, or a fact the segment does not have.

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
    segment: Segment = field(default=BPU, converter=Segment)
    """``BPU``, ``PU`` or ``CONSTRUCTION``."""
    employment: Employment | None = None
    """The wage at this employer; of a project worker a monthly one, or a day wage under decision D53."""
    failing: Failing | None = field(default=None, converter=optional(Failing))
    """What the employer failed to do, so that this worker (PU) is not insured; None: nothing known."""
    project: Project | None = None
    """The project of a construction worker."""

    def __attrs_post_init__(self) -> None:
        self._check_segment()
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
        if self.segment is PU:
            if not known or not set(MINIMUM) & set(self.programmes):
                allowed = "a tuple with JKK, JKM or both, and JHT"
                step = "for a worker in neither programme state failing='not_registered'"
                raise InputError("Participation.programmes", self.programmes, allowed, step)
        elif not known or not set(MINIMUM) <= set(self.programmes):
            allowed = "a tuple of JKK and JKM together, JHT in addition"
            step = "only an employer (segment PU) registers in part of the programmes"
            raise InputError("Participation.programmes", self.programmes, allowed, step)

    def _check_segment(self) -> None:
        """Refuse what a registration of this segment does not have."""
        if self.segment not in _HAS_NO:
            allowed = f"one of {[str(segment) for segment in _HAS_NO]}"
            step = "migrant workers and civil servants have rules of their own"
            raise InputError("Participation.segment", str(self.segment), allowed, step)
        not_insured = _NUMBERED if self.failing in _NEVER_REGISTERED else ()
        for name in (*_HAS_NO[self.segment], *not_insured):
            value = getattr(self, name)
            if value is not None:
                allowed = f"None for {self.segment}" + (f" with failing {self.failing}" if not_insured else "")
                raise InputError(f"Participation.{name}", value, allowed, "check the segment of the registration")
        project: object = self.project
        if project is not None and not isinstance(project, Project):
            allowed = "a Project or None"
            raise InputError("Participation.project", type(project).__name__, allowed, "build it with jamsos.Project")
        if self.employment is not None:
            checked_employment(self.employment)

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


_HAS_NO = {
    BPU: ("employment", "failing", "project"),
    PU: ("row", "payer", "project"),
    CONSTRUCTION: ("row", "payer", "failing", "number_issued", "first_month"),
}
"""The facts a registration of a segment does not have; a project's number follows from its payment."""
_NEVER_REGISTERED = frozenset({Failing.NOT_REGISTERED, Failing.WRONG_DATA, Failing.FIRST_CONTRIBUTION})
_NUMBERED = ("number_issued", "first_month", "payments")


def checked_registration(participation: object) -> Participation:
    """Return a participation of any segment.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(participation, Participation):
        raise InputError("participation", type(participation).__name__, "a Participation", "build the facts first")
    return participation


def checked_participation(participation: object) -> Participation:
    """Return a participation of a BPU.

    Raises:
        InputError: for what is none, or for another segment.

    """
    found = checked_registration(participation)
    if found.segment is not BPU:
        step = "cover_on, jkk_benefit and death_benefit answer for every segment"
        raise InputError("Participation.segment", str(found.segment), "BPU: this question is about one", step)
    return found


def checked_registrations(participation: object) -> tuple[Participation, ...]:
    """Return one or several participations of any segment as a tuple.

    Raises:
        InputError: for what is none, or for an empty tuple.

    """
    several = as_tuple(participation)
    listed = (participation,) if several is None else several
    if not listed:
        raise InputError("participation", "()", "at least one Participation", "give the registrations")
    found = tuple(checked_registration(item) for item in listed)
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


def checked_person(worker: object, registrations: tuple[Participation, ...]) -> Worker:
    """Return the worker of these registrations, whose segments decide.

    ``Worker.segment`` is BPU unless stated otherwise; stated otherwise, one of the registrations must have it.

    Raises:
        InputError: for what is no Worker, or a segment none of the registrations has.

    """
    if not isinstance(worker, Worker):
        raise InputError("worker", type(worker).__name__, "a Worker", "build the facts with jamsos.Worker(...)")
    if worker.segment is BPU or worker.segment is None:
        return worker
    if worker.segment not in {one.segment for one in registrations}:
        allowed = f"a segment of the registrations: {sorted({str(one.segment) for one in registrations})}"
        step = f"state it where it belongs: Participation(segment={str(worker.segment)!r}, ...)"
        raise InputError("Worker.segment", str(worker.segment), allowed, step)
    return worker


def segment_unknown(worker: Worker, registrations: tuple[Participation, ...]) -> bool:
    """Whether nothing tells the segment: none stated of the worker, and a registration left at BPU."""
    return worker.segment is None and any(one.segment is BPU for one in registrations)
