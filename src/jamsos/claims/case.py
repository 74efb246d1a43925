"""The facts of one claim, checked: which of them belong to it, and whether their order can be."""

from datetime import date
from itertools import pairwise

from attrs import frozen

from jamsos.coverage.cover import priced_day
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.days import WorkingDay, checked_asked_day
from jamsos.values.moments import checked_moment, day_of, is_after
from jamsos.values.money import checked_rupiah
from jamsos.workers.codes import Cause, Segment

_REPORTS = ("stage1_on", "letter_on", "received_on", "facility_complete_on")
"""What belongs to the reports of a JKK case in Indonesia."""
_CHAINS = (
    ("event_on", "stage1_on"),
    ("event_on", "letter_on", "received_on", "complete_on", "paid_on"),
    ("event_on", "facility_complete_on"),
)
"""What cannot be earlier than what stands before it."""


@frozen(kw_only=True)
class ClaimCase:
    """The facts of one claim; a day that is None is not known or has not come."""

    cause: Cause
    segment: Segment
    event_on: date
    stage1_on: date | None
    letter_on: date | None
    received_on: date | None
    complete_on: date | None
    paid_on: date | None
    facility_complete_on: date | None
    amount: int | None
    calendar: WorkingDay
    law: Law

    def __attrs_post_init__(self) -> None:
        checked_segment(self.segment)
        checked_moment(self.event_on, "event_on")
        priced_day(self.day, self.law, "event_on")
        _check_types(self)
        _check_belongs(self)
        for chain in _CHAINS:
            _check_order(self, chain)

    @property
    def day(self) -> date:
        """The day of the event, whose law counts (decision D01)."""
        return day_of(self.event_on)

    @property
    def jkk(self) -> bool:
        """Whether the case is one of work accident or occupational disease, as stated (decision D59)."""
        return self.cause is not Cause.OTHER

    @property
    def migrant(self) -> bool:
        """Whether the case is one of a migrant worker."""
        return self.segment is Segment.MIGRANT


def checked_segment(segment: Segment) -> None:
    """Refuse those whose claims stand in regulations of their own (PP 44/2015 Pasal 2 ayat (2)).

    Raises:
        InputError: for the segment ``OUTSIDE``.

    """
    if segment is Segment.OUTSIDE:
        allowed = [str(member) for member in Segment if member is not Segment.OUTSIDE]
        raise InputError("segment", str(segment), f"one of {allowed}", "civil servants, army and police: see their PP")


def _check_types(case: ClaimCase) -> None:
    """Hours are accepted where the law counts hours, and nowhere else."""
    for name in ("stage1_on", "letter_on"):
        if getattr(case, name) is not None:
            checked_moment(getattr(case, name), name)
    for name in ("received_on", "complete_on", "paid_on", "facility_complete_on"):
        if getattr(case, name) is not None:
            checked_asked_day(getattr(case, name), name)
    if case.amount is not None:
        checked_rupiah(case.amount, "amount")


def _check_belongs(case: ClaimCase) -> None:
    """Refuse facts of the reports where the law knows no report: JKM, and JKK of migrant workers."""
    if case.jkk and not case.migrant:
        return
    for name in _REPORTS:
        given = getattr(case, name)
        if given is not None:
            allowed = "only for JKK of PU, BPU or construction"
            raise InputError(name, given, allowed, "leave it out: no report is asked for here")


def _check_order(case: ClaimCase, chain: tuple[str, ...]) -> None:
    """Refuse days in an impossible order."""
    stated = [(name, getattr(case, name)) for name in chain if getattr(case, name) is not None]
    for (before, earlier), (name, later) in pairwise(stated):
        if is_after(earlier, later):
            raise InputError(name, later.isoformat(), f"not before {before} ({earlier})", "check both days")
