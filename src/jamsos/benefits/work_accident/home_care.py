"""Care at home (*perawatan di rumah*): the stretches that count, and what they are refunded."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Line, Note, Notes, remark, warning
from jamsos.benefits.work_accident.refund import refund_line
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.days import ONE_DAY, add_months
from jamsos.workers.work_accident import HomeCare, WorkAccident


class _PaidStretches(NamedTuple):
    """The stretches that count, and why others do not."""

    stretches: tuple[HomeCare, ...] = ()
    some_without_facility: bool = False
    some_not_recommended: bool = False
    some_too_late: bool = False


def home_care_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts about care at home without which its amount stays unknown."""
    missing: list[MissingFact] = []
    cap = law.find("jkk.homecare_cap", accident.on)
    if accident.home_care is None and cap is not None:
        missing.append(MissingFact("accident.home_care"))
    paid = _paid_stretches(accident, law)
    if _recommendation_unknown(accident, law):
        missing.append(MissingFact("accident.home_care_recommended_on"))
    for stretch in paid.stretches:
        if stretch.cost is None:
            missing.append(MissingFact("home_care.cost"))
        # A stretch that cost nothing adds nothing, whoever gave the care.
        if stretch.with_facility is None and stretch.cost != 0:
            missing.append(MissingFact("home_care.with_facility"))
    return missing


def home_care_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """The cost of all stretches that count, up to the cap of the case (Lampiran III A.1.m)."""
    cap = law.find("jkk.homecare_cap", accident.on)
    if cap is None:
        return []
    paid = _paid_stretches(accident, law)
    cost = sum(stretch.cost or 0 for stretch in paid.stretches)
    if not cost:
        return []
    recommendation = law.get("jkk.homecare_recommendation", accident.on)
    grounds = law.cite(cap, recommendation)
    line = refund_line("jkk.home_care", cost, cap.number, grounds)
    return [line]


def home_care_notes(accident: WorkAccident, law: Law) -> Notes:
    """Why stretches of care at home are not paid."""
    cap = law.find("jkk.homecare_cap", accident.on)
    if cap is None:
        return _not_yet_paid(accident, law)
    paid = _paid_stretches(accident, law)
    notes: list[Note] = []
    if paid.some_without_facility:
        without_facility = warning("note.home_care_facility", law.cite(cap))
        notes.append(without_facility)
    recommendation = law.get("jkk.homecare_recommendation", accident.on)
    if paid.some_not_recommended:
        unrecommended = warning("note.home_care_recommendation", law.cite(recommendation))
        notes.append(unrecommended)
    if paid.some_too_late:
        longest = law.get("jkk.homecare_max_months", accident.on)
        grounds = law.cite(longest)
        too_late = warning("note.home_care_late", grounds, {"months": longest.number})
        notes.append(too_late)
    cost = sum(stretch.cost or 0 for stretch in paid.stretches)
    if paid.some_too_late or cost > cap.number:
        afterwards = law.get("jkk.homecare_afterwards", accident.on)
        goes_on = remark("note.home_care_afterwards", law.cite(afterwards))
        notes.append(goes_on)
    return tuple(notes)


def _not_yet_paid(accident: WorkAccident, law: Law) -> Notes:
    """The note on care at home before 2 December 2019; none where there was no such care."""
    # Care nobody denied (None) may have been given, so the note stands.
    if accident.home_care == ():
        return ()
    absence = law.cite("no_home_care_before_2019")
    note = remark("note.no_home_care", absence)
    return (note,)


def _paid_stretches(accident: WorkAccident, law: Law) -> _PaidStretches:
    """The stretches with a health facility in the year from the recommendation (Pasal 110)."""
    longest = law.find("jkk.homecare_max_months", accident.on)
    if longest is None:
        return _PaidStretches()
    stated = accident.home_care or ()
    with_facility = [stretch for stretch in stated if stretch.with_facility is not False]
    some_without = len(with_facility) < len(stated)
    if not with_facility:
        return _PaidStretches(some_without_facility=some_without)
    if accident.home_care_recommended is False:
        return _PaidStretches((), some_without, some_not_recommended=True)
    recommended_on = accident.home_care_recommended_on
    # Without the day the answer asks for it, and no stretch is left out before.
    if recommended_on is None:
        return _PaidStretches(tuple(with_facility), some_without)
    end = add_months(recommended_on, longest.number)
    return _of_the_year(with_facility, recommended_on, end, some_without=some_without)


def _of_the_year(
    with_facility: list[HomeCare], recommended_on: date, end: date, *, some_without: bool
) -> _PaidStretches:
    """The stretches from the recommendation up to the end of the year."""
    recommended = [stretch for stretch in with_facility if stretch.last >= recommended_on]
    _check_begun(recommended, recommended_on)
    in_time = [stretch for stretch in recommended if stretch.first < end]
    _check_split(in_time, end)
    return _PaidStretches(
        tuple(in_time),
        some_without,
        some_not_recommended=len(recommended) < len(with_facility),
        some_too_late=len(in_time) < len(recommended),
    )


def _recommendation_unknown(accident: WorkAccident, law: Law) -> bool:
    """Whether a stretch that may count waits for the day the doctor recommended it."""
    paid = _paid_stretches(accident, law)
    with_cost = [stretch for stretch in paid.stretches if stretch.cost != 0]
    return bool(with_cost) and accident.home_care_recommended_on is None


def _check_begun(stretches: list[HomeCare], recommended_on: date) -> None:
    """Refuse a stretch with days on both sides of the recommendation."""
    for stretch in stretches:
        if stretch.first < recommended_on:
            allowed = f"before {recommended_on}, or from then on"
            step = f"state the stretch before {recommended_on} and the one from then on"
            raise InputError("HomeCare.first", stretch.first.isoformat(), allowed, step)


def _check_split(stretches: list[HomeCare], end: date) -> None:
    """Refuse a stretch with days on both sides of the end of the year.

    Its cost covers both, and only the caller can divide it.
    """
    last = (end - ONE_DAY).isoformat()
    for stretch in stretches:
        if stretch.last >= end:
            allowed = f"up to {last}, or from {end} on"
            step = f"state the stretch up to {last} and the one from {end} each with its cost"
            raise InputError("HomeCare.last", stretch.last.isoformat(), allowed, step)
