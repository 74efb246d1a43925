"""What a pause of payment does to cover: the dates of a cohort, or of everybody in a register."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import polars as pl
from attrs import evolve, field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.answers.hypothetical import mark_of
from jamsos.coverage.keeping import keeping_cover
from jamsos.coverage.standing import standing_on
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.registers.polars_frames import MARK, checked_lazy, refuse_taken, with_mark
from jamsos.values.days import WorkingDay, checked_day, monday_to_friday
from jamsos.values.months import Month, checked_month, months_between
from jamsos.workers.codes import Segment
from jamsos.workers.participation import Participation
from jamsos.workers.payments import Payment, payments
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
_Dates: TypeAlias = dict[str, Any]
"""The columns of one row of :attr:`Pause.table` by their names, mostly days."""

_SCHOLARSHIP = ("scholarship_from", "scholarship_from_if_paid_on")


@frozen(kw_only=True, eq=False)
class Pause:
    """What a pause does."""

    last_paid: Month
    restart: date
    table: pl.DataFrame
    """One row a day of start: ``paid_months`` before the pause; ``arrears_from`` and ``lapses_on``,
    the first days, while nothing is paid; ``lapsed``, whether the membership had ended by the
    restart; ``months_settled``, the months in between that are paid with the restart where it had
    not; ``covered_since``, ``full_jkm_from`` and ``scholarship_from`` if payment goes on after the
    restart; ``scholarship_unpaused``, the same without a pause. Empty is what a strict law leaves
    undecided."""
    grounds: Grounds = field(repr=False)
    law: Law


class _Interruption(NamedTuple):
    """A pause of payment, under one law."""

    last_paid: Month
    restart: date
    calendar: WorkingDay
    law: Law

    def skipped_months(self) -> tuple[Month, ...]:
        """The months nobody paid for before the restart."""
        first_skipped = self.last_paid + 1
        last_skipped = Month.of(self.restart) + -1
        return months_between(first_skipped, last_skipped)

    def ends_membership(self, restarted: Participation) -> bool:
        """Whether the restart began a new membership (D14)."""
        standing = standing_on(restarted, self.restart, self.law, self.calendar)
        return standing is not None and standing.re_entered

    def cover(self, member: Participation, day: date) -> Answer:
        """What keeps a non-wage earner (BPU) covered, seen on a day."""
        worker = Worker(segment=Segment.BPU)
        return keeping_cover(worker, member, day, calendar=self.calendar, law=self.law)


def pause_effects(
    starts: date | Iterable[date],
    *,
    last_paid: object,
    restart: date,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Pause:
    """The dates of participants paid for from their start to a last month, and from a restart on.

    Every month counts as paid on its first day. A restart before the lapse settles the months in
    between; after a lapse nothing is owed for them, and a new membership begins (D14).

    Legal source: as :func:`jamsos.keeping_cover`, which is asked for every start.

    >>> start, restart = date(2024, 5, 22), date(2026, 5, 4)
    >>> pause = pause_effects(start, last_paid="2025-12", restart=restart)
    >>> pause.table.select("lapses_on", "lapsed", "full_jkm_from").row(0)
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
    month = checked_month(last_paid, "last_paid")
    restart = _checked_restart(restart, month)
    days = _checked_starts(starts, month)
    interruption = _Interruption(month, restart, calendar, law)
    rows: list[_Dates] = []
    grounds: list[Ground] = []
    for start in days:
        effects = _effects(start, interruption)
        rows.append(effects.dates)
        grounds.extend(effects.grounds)
    table = pl.DataFrame({"start": days}, schema={"start": pl.Date})
    dates = pl.DataFrame(rows, schema=_EFFECTS)
    return Pause(
        last_paid=month,
        restart=restart,
        table=with_mark(table.hstack(dates), mark_of(law)),
        grounds=distinct(grounds),
        law=law,
    )


def _checked_restart(restart: object, last_paid: Month) -> date:
    day = checked_day(restart, "restart")
    if Month.of(day) <= last_paid:
        allowed = f"a day after the month {last_paid} (last_paid)"
        raise InputError("restart", day, allowed, "check restart and last_paid")
    return day


def _checked_starts(starts: date | Iterable[date], last_paid: Month) -> list[date]:
    listed = starts if isinstance(starts, Iterable) else [starts]
    days = sorted({checked_day(start, "starts") for start in listed})
    for start in days:
        if Month.of(start) > last_paid:
            allowed = f"days up to the end of {last_paid} (last_paid)"
            raise InputError("starts", start, allowed, "leave out those who began later")
    return days


def pause_columns(
    frame: pl.DataFrame,
    *,
    last_paid: object,
    restart: date,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> pl.DataFrame:
    """Add what a pause does to each person of a register: the columns ``pause_...``.

    The columns are those of :attr:`Pause.table`, by the day in ``number_issued``; they are empty
    where no number was issued up to the last paid month.

    >>> register = pl.DataFrame({"number_issued": [date(2024, 5, 22), None]})
    >>> effects = pause_columns(register, last_paid="2025-12", restart=date(2026, 5, 4))
    >>> effects["pause_full_jkm_from"].to_list()
    [datetime.date(2026, 8, 4), None]

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
    _check_issued(register)
    names = {name: f"pause_{name}" for name in _EFFECTS}
    if applied(law).what_ifs:
        names[MARK] = f"pause_{MARK}"
    new_names = tuple(names.values())
    refuse_taken(register, new_names, "frame")
    starts = _starts_in(register, checked_month(last_paid, "last_paid"))
    pause = pause_effects(starts, last_paid=last_paid, restart=restart, calendar=calendar, law=law)
    effects = pause.table.rename(names)
    return register.join(
        effects,
        left_on="number_issued",
        right_on="start",
        how="left",
        maintain_order="left",
    )


def _check_issued(register: pl.DataFrame) -> None:
    if register.schema.get("number_issued") != pl.Date:
        kind = str(register.schema.get("number_issued", "no such column"))
        step = "add the days the numbers were issued, as days (Date)"
        raise InputError("column number_issued", kind, "days (Date)", step)


def _starts_in(register: pl.DataFrame, last_paid: Month) -> list[date]:
    """The days on which numbers were issued up to the last paid month."""
    next_month = last_paid + 1
    # Few days for many people: each is asked about once.
    issued = register["number_issued"].drop_nulls().unique()
    until_last_paid = issued < next_month.first_day
    starts = issued.filter(until_last_paid)
    return starts.to_list()


class _Effects(NamedTuple):
    """What a pause does to the participants of one start."""

    dates: _Dates
    grounds: Grounds


def _effects(start: date, interruption: _Interruption) -> _Effects:
    restart = interruption.restart
    first_month = Month.of(start)
    paid = payments(first_month, interruption.last_paid)
    member = Participation(number_issued=start, payments=paid)
    restarted = _with_payments(member, [Month.of(restart)], restart)
    lapsed = interruption.ends_membership(restarted)
    settled_months = _settled_months(interruption, lapsed=lapsed)
    settled = _with_payments(restarted, settled_months, restart)
    # Who joined within the last paid month was not yet covered on its first day.
    last_day = max(start, interruption.last_paid.first_day)
    before = interruption.cover(member, last_day)
    after = interruption.cover(settled, restart)
    dates = _dates_before(before)
    dates["lapsed"] = lapsed
    dates["months_settled"] = len(settled_months)
    dates |= _dates_after(after)
    return _Effects(dates, before.grounds + after.grounds)


def _settled_months(interruption: _Interruption, *, lapsed: bool) -> tuple[Month, ...]:
    """The skipped months that are paid with the restart."""
    # After a lapse the months in between are owed by nobody (D14).
    if lapsed:
        return ()
    return interruption.skipped_months()


def _dates_before(answer: Answer) -> _Dates:
    """The dates that come if nothing is paid any more, and the scholarship if it is."""
    dates = _values(answer, ("paid_months", "arrears_from", "lapses_on"))
    dates["scholarship_unpaused"] = _scholarship_start(answer)
    return dates


def _dates_after(answer: Answer) -> _Dates:
    """The dates that hold if payment goes on after the restart."""
    dates = _values(answer, ("covered_since", "full_jkm_from"))
    dates["scholarship_from"] = _scholarship_start(answer)
    return dates


def _with_payments(member: Participation, months: Iterable[Month], on: date) -> Participation:
    earlier = member.payments or ()
    added = tuple(Payment(month=month, on=on) for month in months)
    return evolve(member, payments=earlier + added)


def _values(answer: Answer, names: Sequence[str]) -> _Dates:
    """Some findings of an answer; None where it has none, as under a strict law."""
    values: _Dates = dict.fromkeys(names)
    for finding in answer.findings:
        if finding.code in values:
            values[finding.code] = finding.value
    return values


def _scholarship_start(answer: Answer) -> object:
    """The day the right to the scholarship begins, reached already or by paying on."""
    starts = _values(answer, _SCHOLARSHIP)
    reached, by_paying_on = (starts[code] for code in _SCHOLARSHIP)
    return reached or by_paying_on
