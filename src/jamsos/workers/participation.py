"""The participation: number, payer, programmes, and which months were paid when."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import field, fields, frozen
from attrs.converters import optional

from jamsos.errors import InputError, kind_of, looks_like_nik
from jamsos.forms.fact import Fact
from jamsos.values.days import is_day
from jamsos.values.months import Month, as_month, month_index
from jamsos.values.plain import as_tuple, checked_kind, checked_tuple
from jamsos.workers.absent_facts import ABSENT_BY_SEGMENT, absent_facts
from jamsos.workers.codes import BPU, PU, Failing, Payer, Programme, Segment
from jamsos.workers.employment import Employment
from jamsos.workers.naming import naming_fields
from jamsos.workers.payments import Payment, Run, as_payments, packed, unpacked
from jamsos.workers.project import Project
from jamsos.workers.worker import (
    Worker,
    any_worker,
    is_count,
    is_known_count,
)

MINIMUM = (Programme.JKK, Programme.JKM)


def as_programmes(programmes: Sequence[Programme | str]) -> tuple[Programme, ...]:
    """Read the programmes of a registration; which there must be depends on the segment."""
    codes: Any = as_tuple(programmes)
    if codes is None:
        allowed = "a tuple or list of programmes"
        step = "write ['JKK', 'JKM']"
        raise InputError("programmes", kind_of(programmes), allowed, step)
    return tuple(Programme(code) for code in codes)


@frozen(kw_only=True, field_transformer=naming_fields)
class Participation(Fact):
    """One membership under one number: of a BPU, at an employer (PU), or by a construction project.

    Raises:
        InputError: for an impossible order of events, a month paid twice, or a fact the segment
            does not have.

    """

    number_issued: date | None = field(default=None, validator=is_day)
    """The day the membership number was issued: cover starts."""
    payments: tuple[Payment, ...] | None = field(default=None, converter=as_payments)
    """Every month paid; None: not known, (): nothing was paid."""
    payer: Payer | None = field(default=None, converter=optional(Payer))
    programmes: tuple[Programme, ...] = field(default=MINIMUM, converter=as_programmes)
    row: int | None = field(default=None, validator=is_count)
    """The income row paid for, where it is known (Lampiran II); else it follows from the income."""
    earlier_paid_months: int = field(default=0, validator=is_known_count)
    """Paid contribution months before those listed, under the same membership number and NIK."""
    paid_under: str | None = None
    """The membership number the months are paid under, or the caller's own name for it.

    A wage earner keeps the number with a new employer. Months under another number do not count
    (D33); None: not known, the months of all registrations count together."""
    months_in_arrears: int | None = field(default=None, validator=is_count)
    """The overdue months in a row unpaid on the day of the event, where only their number is known.

    Of a membership that did not end before; the months before them count as paid for the cover,
    and for no period of contribution. Beside payments it has to agree with them. None: not stated.
    """
    left_on: date | None = field(default=None, validator=is_day)
    """The first day without membership after the person left; None: has not left."""
    first_month: Month | None = field(default=None, converter=optional(as_month))
    """The first contribution month owed, where it is not the month the number was issued."""
    record: str | None = None
    """The caller's own name for this registration; never an identity number."""
    segment: Segment = field(default=BPU, converter=Segment)
    """``BPU``, ``PU`` or ``CONSTRUCTION``."""
    employment: Employment | None = None
    """The wage at this employer.

    Of a project worker a monthly one, or a day wage under decision D53.
    """
    failing: Failing | None = field(default=None, converter=optional(Failing))
    """What the employer failed to do, so that this worker (PU) is not insured.

    None: nothing of the kind is known.
    """
    project: Project | None = None
    """The project of a construction worker."""

    def __attrs_post_init__(self) -> None:
        self._check_segment()
        self._check_parts()
        self._check_programmes()
        self._check_record()
        if self.payments is not None:
            _check_each_month_once(self.payments)
            self._check_earliest_month(self.payments)
        if self.number_issued is not None:
            self._check_first_month(self.number_issued)
            self._check_left_on(self.number_issued)

    def _check_segment(self) -> None:
        """Refuse what a registration of this segment does not have."""
        if self.segment not in ABSENT_BY_SEGMENT:
            codes = [str(segment) for segment in ABSENT_BY_SEGMENT]
            step = "see migrant_cover for migrant workers; civil servants have a PP of their own"
            raise InputError("Participation.segment", str(self.segment), f"one of {codes}", step)
        for name, allowed in absent_facts(self.segment, self.failing).items():
            value = getattr(self, name)
            if value is not None:
                step = f"leave {name} out, or correct the segment of the registration"
                raise InputError(f"Participation.{name}", value, allowed, step)

    def _check_parts(self) -> None:
        """Refuse a project or an employment of another class."""
        if self.project is not None:
            checked_kind(Project, self.project, "Participation.project")
        if self.employment is not None:
            checked_kind(Employment, self.employment, "Participation.employment")

    def _check_programmes(self) -> None:
        """A BPU and a project worker take JKK and JKM together (PP 44/2015 Pasal 4, 53)."""
        if self.programmes == MINIMUM:
            return
        insured = set(self.programmes) & set(MINIMUM)
        stated = [str(programme) for programme in self.programmes]
        # An employer that registers in part is at fault, but what it registered counts.
        if self.segment is PU and not insured:
            allowed = "JKK, JKM or both, and JHT in addition"
            step = "for a worker in neither programme state failing='not_registered'"
            raise InputError("Participation.programmes", stated, allowed, step)
        if self.segment is not PU and insured != set(MINIMUM):
            allowed = "JKK and JKM together, and JHT in addition"
            step = "write ['JKK', 'JKM']; only an employer (segment PU) registers in one of the two"
            raise InputError("Participation.programmes", stated, allowed, step)

    def _check_record(self) -> None:
        """The names of a registration stand in answers, where no identity number may stand."""
        for name, thing in {"record": "registration", "paid_under": "membership"}.items():
            stated: object = getattr(self, name)
            if stated is None:
                continue
            if not isinstance(stated, str) or looks_like_nik(stated):
                allowed = "a text, the caller's own record id"
                step = f"name the {thing} by a number of your own, never by a NIK"
                raise InputError(f"Participation.{name}", stated, allowed, step)

    def _check_earliest_month(self, listed: tuple[Payment, ...]) -> None:
        """The first contribution may come a month before the number it leads to (Pasal 11)."""
        if self.number_issued is None or not listed:
            return
        earliest = Month(min(payment.month.index for payment in listed))
        first = Month(month_index(self.number_issued) - 1)
        if earliest < first:
            allowed = f"months from {first}, the one before number_issued ({self.number_issued})"
            step = "count months of an earlier membership in earlier_paid_months"
            raise InputError("Participation.payments", str(earliest), allowed, step)

    def _check_first_month(self, number_issued: date) -> None:
        """The first contribution is for the month of issue or a neighbour.

        It may come later where a number of earlier paid months fills the time between.
        """
        if self.first_month is None:
            return
        distance = self.first_month.index - month_index(number_issued)
        too_late = distance > 1 and not self.earlier_paid_months
        if distance < -1 or too_late:
            allowed = f"the month of number_issued ({number_issued}), or the one before or after it"
            step = "correct the month; where months up to it were paid, state earlier_paid_months"
            raise InputError("Participation.first_month", str(self.first_month), allowed, step)

    def _check_left_on(self, number_issued: date) -> None:
        if self.left_on is not None and self.left_on < number_issued:
            allowed = f"number_issued ({number_issued}) or later"
            left_on = self.left_on.isoformat()
            raise InputError("Participation.left_on", left_on, allowed, "check both dates")

    def __getstate__(self) -> dict[str, Any]:
        """The facts as they are pickled: years of payments are written in runs."""
        state = {field.name: getattr(self, field.name) for field in fields(Participation)}
        state["payments"] = self._runs
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        runs = state.pop("payments")
        paid = None if runs is None else unpacked(runs)
        for name, value in {**state, "payments": paid, "_runs": runs}.items():
            object.__setattr__(self, name, value)

    @cached_property
    def _runs(self) -> tuple[Run, ...] | None:
        """The payments in runs; kept, since the same facts travel to be asked and with answers."""
        if self.payments is None:
            return None
        return packed(self.payments)

    @cached_property
    def paid(self) -> dict[Month, date]:
        """The day each month was paid; empty where payments are not known."""
        return {payment.month: payment.on for payment in self.payments or ()}

    @cached_property
    def of_stated_amount(self) -> tuple[Payment, ...]:
        """The payments whose amount is stated: only they can be too little or too much."""
        return tuple(payment for payment in self.payments or () if payment.amount is not None)

    @cached_property
    def paid_index(self) -> dict[int, date]:
        """The same by the index of the month, as the rules calculate."""
        # Comparing whole numbers is many times faster than comparing months.
        return {payment.month.index: payment.on for payment in self.payments or ()}

    @cached_property
    def paid_within_month(self) -> frozenset[int]:
        """The indexes of the months that were paid before the next month began."""
        indexes = (index for index, on in self.paid_index.items() if month_index(on) <= index)
        return frozenset(indexes)

    @property
    def deemed(self) -> bool:
        """Whether it is of a person who is only deemed a worker (PP 44/2015 Pasal 28)."""
        return self.employment is not None and self.employment.position.deemed

    @cached_property
    def owed_from(self) -> Month | None:
        """The first contribution month owed: as stated, or by the first contribution."""
        issued = self.number_issued
        if self.first_month is not None or issued is None:
            return self.first_month
        # The number is issued after the first contribution (Pasal 11 ayat (4)), so the earliest
        # month paid by then is the first.
        paid_by_issue = [index for index, on in self.paid_index.items() if on <= issued]
        if paid_by_issue:
            return Month(min(paid_by_issue))
        # Months stated as a number stand before those listed.
        if self.earlier_paid_months and self.paid_index:
            return Month(min(self.paid_index))
        return Month(min([month_index(issued), *self.paid_index]))

    @property
    def arrears_alone(self) -> bool:
        """Whether of the payments only the months in arrears are stated, as a number."""
        return self.payments is None and self.months_in_arrears is not None

    @property
    def hidden_months(self) -> int:
        """The months from the issue of the number to the first one owed.

        They are among the earlier months stated as a number.
        """
        if self.number_issued is None or self.owed_from is None or not self.earlier_paid_months:
            return 0
        # The first month owed may come before the issue, and then none is hidden.
        return max(self.owed_from.index - month_index(self.number_issued), 0)


def _check_each_month_once(listed: tuple[Payment, ...]) -> None:
    """Refuse two payments of one month."""
    months = [payment.month for payment in listed]
    if len(set(months)) == len(months):
        return
    times = Counter(months)
    repeated = sorted(str(month) for month, count in times.items() if count > 1)
    step = "state one Payment for a month, with the amounts added up"
    raise InputError("Participation.payments", repeated, "each month once", step)


def checked_registration(participation: object) -> Participation:
    """Return a participation of any segment.

    Raises:
        InputError: for anything but a Participation.

    """
    return checked_kind(Participation, participation, "participation")


def checked_participation(participation: object) -> Participation:
    """Return a participation of a BPU.

    Raises:
        InputError: for another segment, or for anything but a Participation.

    """
    registration = checked_registration(participation)
    if registration.segment is not BPU:
        value = str(registration.segment)
        step = "cover_on, jkk_benefit and death_benefit answer for every segment"
        raise InputError("Participation.segment", value, "'BPU' for this question", step)
    return registration


def checked_registrations(participation: object) -> tuple[Participation, ...]:
    """Return one or several participations of any segment as a tuple.

    Raises:
        InputError: for an empty tuple, for the same registration twice, or for anything but a
            Participation.

    """
    if as_tuple(participation) is None:
        return (checked_registration(participation),)
    registrations = checked_tuple(Participation, participation, "participation")
    if not registrations:
        step = "give the registrations; for a person who has none Participation(payments=())"
        raise InputError("participation", (), "at least one Participation", step)
    # Two equal ones are a slip of the pen, and would count everything twice.
    for position, one in enumerate(registrations):
        if one in registrations[:position]:
            earlier = registrations.index(one)
            thing = f"participation[{position}]"
            value = f"the same as participation[{earlier}]"
            step = "leave it out; two that look alike are told apart by their record"
            raise InputError(thing, value, "each registration once", step)
    return registrations


def checked_after_birth(participation: Participation, birth: date | None) -> None:
    """Refuse a number issued before the participant was born.

    Raises:
        InputError: naming both dates.

    """
    issued = participation.number_issued
    # One of the two dates is a slip, and the age limits would be judged by it.
    if issued is not None and birth is not None and issued <= birth:
        allowed = f"a day after Worker.birth ({birth})"
        step = "check both dates"
        raise InputError("Participation.number_issued", issued.isoformat(), allowed, step)


def checked_person(worker: object, registrations: tuple[Participation, ...]) -> Worker:
    """Return the worker of these registrations, whose segments decide.

    ``Worker.segment`` is BPU unless stated otherwise; any other segment must be that of one of the
    registrations.

    Raises:
        InputError: for a segment none of the registrations has, or for anything but a Worker.

    """
    person = any_worker(worker)
    # BPU is the default of the class, so it is no sign that anybody stated it.
    if person.segment is BPU or person.segment is None:
        return person
    segments = {one.segment for one in registrations}
    if person.segment not in segments:
        stated = str(person.segment)
        codes = sorted(str(segment) for segment in segments)
        allowed = f"a segment of the registrations: {codes}"
        step = f"state it where it belongs: Participation(segment={stated!r}, ...)"
        raise InputError("Worker.segment", stated, allowed, step)
    return person


def segment_unknown(worker: Worker, registrations: tuple[Participation, ...]) -> bool:
    """Whether the segment is open: none stated of the worker, and a registration left at BPU."""
    if worker.segment is not None:
        return False
    return any(one.segment is BPU for one in registrations)
