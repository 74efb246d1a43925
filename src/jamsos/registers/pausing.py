"""What a stop and a restart of payment do to cover: the dates of one cohort, or of every person of a register."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl
from attrs import evolve, field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Ground
from jamsos.coverage.keeping import keeping_cover
from jamsos.coverage.standing import standing
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.registers.pairing import refuse_taken
from jamsos.registers.summing import checked_lazy
from jamsos.values.days import WorkingDay, checked_day, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.codes import Segment
from jamsos.workers.participation import Participation, Payment, payments
from jamsos.workers.worker import Worker

_EFFECTS = {
    "paid_months": pl.Int64,
    "arrears_from": pl.Date,
    "lapses_on": pl.Date,
    "lapsed": pl.Boolean,
    "months_settled": pl.Int64,
    "covered_since": pl.Date,
    "full_jkm_from": pl.Date,
    "scholarship_from": pl.Date,
    "scholarship_unpaused": pl.Date,
}
_SCHOLARSHIP = ("scholarship_from", "scholarship_from_if_paid_on")


@frozen(kw_only=True, eq=False)
class Pause:
    """What a pause does."""

    last_paid: Month
    restart: date
    table: pl.DataFrame
    """One row a day of start: ``paid_months`` before the pause; ``arrears_from`` and ``lapses_on``, the first days,
    while nothing is paid; ``lapsed``, whether the membership had ended by the restart; ``months_settled``, the months
    in between that are paid with the restart where it had not; ``covered_since``, ``full_jkm_from`` and
    ``scholarship_from`` if payment goes on after the restart; ``scholarship_unpaused``, the same without a pause.
    Empty is what a strict law leaves undecided."""
    grounds: tuple[Ground, ...] = field(repr=False)


def pause_effects(
    starts: date | Iterable[date],
    *,
    last_paid: object,
    restart: date,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Pause:
    """The dates of those who were paid for from their start to a last month, and again from a day on.

    Every month counts as paid on its first day. Who restarts before the lapse settles the months between; after a
    lapse nothing is owed for them, and a new membership begins (D14).

    Legal source: as :func:`jamsos.keeping_cover`, which is asked for every start.

    >>> found = pause_effects(date(2024, 5, 22), last_paid="2025-12", restart=date(2026, 5, 4))
    >>> found.table.select("lapses_on", "lapsed", "full_jkm_from").row(0)
    (datetime.date(2026, 4, 16), True, datetime.date(2026, 8, 4))

    Args:
        starts: The day the number was issued; several for several cohorts.
        last_paid: The last contribution month paid before the pause.
        restart: The day payment begins again, with the month it lies in.
        calendar: Which days are working days.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for a start after the last paid month, or a restart not after it.
        OutsideLawError: for a last paid month before July 2015.

    """
    law = applied(law)
    month = Month.of(last_paid)
    checked_day(restart, "restart")
    if Month.of(restart) <= month:
        raise InputError("restart", restart, f"a day after {month}", "correct the day or the last paid month")
    days = sorted({starts} if isinstance(starts, date) else {*starts})
    for start in days:
        checked_day(start, "starts")
        if Month.of(start) > month:
            raise InputError("starts", start, f"a day up to {month}", "leave out who began later")
    grounds: dict[Ground, None] = {}
    rows = [_effects(start, month, restart, calendar, law, grounds) for start in days]
    table = pl.DataFrame({"start": days}, schema={"start": pl.Date}).hstack(pl.DataFrame(rows, schema=_EFFECTS))
    return Pause(last_paid=month, restart=restart, table=table, grounds=tuple(grounds))


def pause_columns(
    frame: pl.DataFrame,
    *,
    last_paid: object,
    restart: date,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> pl.DataFrame:
    """Add to a register what a pause does to each person, by the day in ``number_issued``: the columns ``pause_...``.

    The columns are those of :attr:`Pause.table`; they are empty where no number was issued up to the last paid month.

    Args:
        frame: The register.
        last_paid: As :func:`pause_effects`.
        restart: As :func:`pause_effects`.
        calendar: As :func:`pause_effects`.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for a register without ``number_issued``, and as :func:`pause_effects`.

    """
    register = checked_lazy(frame).collect()
    if register.schema.get("number_issued") != pl.Date:
        allowed = "a register with number_issued as a day"
        raise InputError("frame", register.columns, allowed, "add the days the numbers were issued")
    names = {name: f"pause_{name}" for name in _EFFECTS}
    refuse_taken(register, tuple(names.values()), "frame")
    after = (Month.of(last_paid) + 1).first_day
    starts = [day for day in register["number_issued"].drop_nulls().unique() if day < after]
    found = pause_effects(starts, last_paid=last_paid, restart=restart, calendar=calendar, law=law).table
    return register.join(
        found.rename(names), left_on="number_issued", right_on="start", how="left", maintain_order="left"
    )


def _effects(
    start: date, last_paid: Month, restart: date, calendar: WorkingDay, law: Law, grounds: dict[Ground, None]
) -> dict[str, Any]:
    """The dates of one start: while paying, and after the restart."""
    before = Participation(number_issued=start, payments=payments(Month.of(start), last_paid))
    again = _with(before, [Month.of(restart)], restart)
    found = standing(again, restart, law, calendar)
    lapsed = found is not None and found.re_entered
    missed = [] if lapsed else [Month(n) for n in range(last_paid.index + 1, Month.of(restart).index)]
    paying = _asked(before, max(start, last_paid.first_day), calendar, law, grounds)
    after = _asked(_with(again, missed, restart), restart, calendar, law, grounds)
    return {
        **{name: paying.get(name) for name in ("paid_months", "arrears_from", "lapses_on")},
        "lapsed": lapsed,
        "months_settled": len(missed),
        **{name: after.get(name) for name in ("covered_since", "full_jkm_from")},
        "scholarship_from": _scholarship(after),
        "scholarship_unpaused": _scholarship(paying),
    }


def _with(member: Participation, months: Iterable[Month], on: date) -> Participation:
    return evolve(member, payments=(*(member.payments or ()), *(Payment(month=month, on=on) for month in months)))


def _asked(
    member: Participation, day: date, calendar: WorkingDay, law: Law, grounds: dict[Ground, None]
) -> dict[str, Any]:
    """The findings about a member on a day."""
    answer: Answer = keeping_cover(Worker(segment=Segment.BPU), member, day, calendar=calendar, law=law)
    grounds |= dict.fromkeys(answer.grounds)
    return {finding.code: finding.value for finding in answer.findings}


def _scholarship(found: dict[str, Any]) -> date | None:
    """The day the right to the scholarship begins, reached or by paying on."""
    return next((found[name] for name in _SCHOLARSHIP if name in found), None)
