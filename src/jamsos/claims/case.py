"""The facts of one claim, checked: which belong to it, and whether their order is possible."""

from datetime import date
from itertools import pairwise

from attrs import frozen

from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law
from jamsos.law.steps import StepRule, find_rule_of_step, rule_of_step
from jamsos.values.days import WorkingDay, plausible_day
from jamsos.values.moments import checked_moment, day_of, is_after
from jamsos.values.money import checked_rupiah
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.worker import flag_or_none

_REPORTS = (
    "stage1_on",
    "letter_on",
    "received_on",
    "facility_complete_on",
    "stage1_received_on",
    "concluded_on",
    "accepted",
    "progress_asked_on",
)
"""The facts about the reports of a JKK case in Indonesia."""
_DAYS = (
    "received_on",
    "complete_on",
    "paid_on",
    "facility_complete_on",
    "stage1_received_on",
    "concluded_on",
    "check_ended_on",
    "employer_paid_on",
    "refund_asked_on",
    "progress_asked_on",
)
_CHAINS = (
    # A chain of its own: a late stage I report may come after the doctor's letter.
    ("event_on", "stage1_on"),
    ("event_on", "letter_on", "received_on", "complete_on", "paid_on"),
    ("event_on", "facility_complete_on"),
    ("stage1_on", "stage1_received_on", "concluded_on"),
    ("event_on", "stage1_received_on", "concluded_on"),
    ("complete_on", "check_ended_on", "paid_on"),
    ("event_on", "employer_paid_on", "refund_asked_on"),
    ("concluded_on", "progress_asked_on"),
    ("event_on", "progress_asked_on"),
)
"""In each chain no fact may be earlier than the one before it."""


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
    stage1_received_on: date | None
    concluded_on: date | None
    accepted: bool | None
    suspected: bool | None
    papers_differ: bool | None
    check_ended_on: date | None
    employer_paid_on: date | None
    refund_asked_on: date | None
    progress_asked_on: date | None
    registered: bool | None
    amount: int | None
    calendar: WorkingDay
    law: Law

    def __attrs_post_init__(self) -> None:
        checked_segment(self.segment)
        object.__setattr__(self, "event_on", checked_moment(self.event_on, "event_on"))
        judged_day(self.day, self.law, "event_on")
        # Types before order: only days can be compared.
        _check_types(self)
        _check_belongs(self)
        for chain in _CHAINS:
            _check_order(self, chain)

    @property
    def day(self) -> date:
        """The day of the event, whose law counts (decision D01)."""
        return day_of(self.event_on)

    def rule_of_step(self, name: str, begins_on: date) -> StepRule:
        """The rule of a step of this case that begins on the day (decision D74)."""
        return rule_of_step(name, begins_on, self.day, self.law)

    def find_rule_of_step(self, name: str | tuple[str, ...], begins_on: date) -> StepRule | None:
        """The rule of a step, or the one of several; None: on that day there was no such rule."""
        return find_rule_of_step(name, begins_on, self.day, self.law)

    @property
    def reported_on(self) -> date:
        """The day stage I was made; not stated, that of the event.

        Its law governs a suspected case (decision D74).
        """
        return self.day if self.stage1_on is None else day_of(self.stage1_on)

    @property
    def jkk(self) -> bool:
        """Whether it is a work accident or occupational disease, as stated (decision D59)."""
        return self.cause is not Cause.OTHER

    @property
    def migrant(self) -> bool:
        """Whether the case is one of a migrant worker."""
        return self.segment is Segment.MIGRANT


def checked_segment(segment: Segment) -> None:
    """Refuse workers whose claims have regulations of their own (PP 44/2015 Pasal 2 ayat (2)).

    Raises:
        InputError: for the segment ``OUTSIDE``.

    """
    if segment is Segment.OUTSIDE:
        segments = [str(member) for member in Segment]
        segments.remove(str(segment))
        step = "civil servants, army and police have a PP of their own, not in the library"
        raise InputError("segment", str(segment), f"one of {segments}", step)


def _check_types(case: ClaimCase) -> None:
    """Hours are accepted where the law counts hours, and nowhere else."""
    # Only the two reports run in hours: 2 x 24 (PP 44/2015 Pasal 43, 44).
    for name in ("stage1_on", "letter_on"):
        moment = getattr(case, name)
        if moment is not None:
            object.__setattr__(case, name, checked_moment(moment, name))
    for name in _DAYS:
        day = getattr(case, name)
        if day is not None:
            object.__setattr__(case, name, plausible_day(day, name))
    for name in ("accepted", "suspected", "papers_differ", "registered"):
        # Kept as Python has it: a truth value of NumPy is no False of ours.
        object.__setattr__(case, name, flag_or_none(getattr(case, name), name))
    if case.amount is not None:
        object.__setattr__(case, "amount", checked_rupiah(case.amount, "amount"))


def _check_belongs(case: ClaimCase) -> None:
    """Refuse facts that do not belong to the claim."""
    _check_registered(case)
    _check_employer(case)
    _check_field_check(case)
    _check_reports(case)


_OF_BPJS = (
    "stage1_on",
    "received_on",
    "paid_on",
    "facility_complete_on",
    "stage1_received_on",
    "concluded_on",
    "accepted",
    "suspected",
    "papers_differ",
    "employer_paid_on",
    "refund_asked_on",
    "progress_asked_on",
    "amount",
)
"""The facts of a case in which BPJS has a part."""


def _check_registered(case: ClaimCase) -> None:
    """Refuse what BPJS does or receives where the worker was never registered."""
    if case.registered is not False:
        return
    if case.segment not in {Segment.PU, Segment.CONSTRUCTION}:
        allowed = "only for PU or construction"
        raise InputError("registered", case.registered, allowed, "leave it out")
    for name in _OF_BPJS:
        value = getattr(case, name)
        if value is not None:
            allowed = "None where registered is False"
            step = "leave it out: BPJS has no part in the case"
            raise InputError(name, value, allowed, step)


def _check_employer(case: ClaimCase) -> None:
    """Refuse what only an employer does."""
    if case.segment in {Segment.PU, Segment.CONSTRUCTION}:
        return
    for name in ("employer_paid_on", "refund_asked_on"):
        day = getattr(case, name)
        if day is not None:
            allowed = "only for PU or construction"
            raise InputError(name, day, allowed, "leave it out: there is no employer")


def _check_field_check(case: ClaimCase) -> None:
    """Refuse a field check of anything but a death of another cause in Indonesia."""
    of_jkm = not case.jkk and not case.migrant
    if case.papers_differ and not of_jkm:
        allowed = "only for JKM of PU, BPU or construction"
        raise InputError("papers_differ", case.papers_differ, allowed, "leave it out")
    if case.check_ended_on is not None and not case.papers_differ:
        allowed = "only where papers_differ is True"
        raise InputError("check_ended_on", case.check_ended_on, allowed, "state papers_differ too")


def _check_reports(case: ClaimCase) -> None:
    """Refuse facts about reports where no report is asked for: JKM, and JKK of migrant workers."""
    if case.suspected and (not case.jkk or case.migrant):
        allowed = "only for JKK of PU, BPU or construction"
        raise InputError("suspected", case.suspected, allowed, "leave it out")
    if case.jkk and not case.migrant:
        return
    for name in _REPORTS:
        moment = getattr(case, name)
        if moment is not None:
            allowed = "None but for JKK of PU, BPU or CONSTRUCTION"
            step = "leave it out: no report is asked for here"
            raise InputError(name, moment, allowed, step)


def _check_order(case: ClaimCase, chain: tuple[str, ...]) -> None:
    """Refuse days in an impossible order."""
    stated_names = [name for name in chain if getattr(case, name) is not None]
    for before, after in pairwise(stated_names):
        earlier = getattr(case, before)
        later = getattr(case, after)
        # Within one day only the hours would tell; then the order may be right.
        if is_after(earlier, later):
            allowed = f"{before} ({earlier}) or later"
            raise InputError(after, later.isoformat(), allowed, "check both days")
