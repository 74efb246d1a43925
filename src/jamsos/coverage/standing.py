"""Where a participation stands on a day: not started, active, in arrears, lapsed, left."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from attrs import evolve

from jamsos.law.law import Law
from jamsos.membership.history import Spell, counted_days, latest_due, overdue_in_a_row, spells
from jamsos.membership.project import ReportingLimit, is_named, project_start, reporting_limit
from jamsos.values.days import ONE_DAY, WorkingDay, add_months
from jamsos.values.months import Month, month_index, months_between
from jamsos.workers.codes import BPU, CONSTRUCTION, PU, Segment
from jamsos.workers.participation import Participation, payments
from jamsos.workers.project import Project


class CoverState(StrEnum):
    """The state of a participation on a day."""

    NOT_STARTED = "not_started"
    ACTIVE = "active"
    ARREARS = "arrears"
    """Up to the limit of months in a row (Pasal 39 ayat (1), 42 ayat (1))."""
    LAPSED = "lapsed"
    """More than the limit in a row (Pasal 39 ayat (2), 42 ayat (2))."""
    LEFT = "left"


class Standing(NamedTuple):
    """The state on a day, with what it was counted from."""

    state: CoverState
    day: date
    months: tuple[Month, ...] = ()
    """The months of arrears in a row, oldest first."""
    spell: Spell | None = None
    """The membership that holds on the day, or the last one."""
    settled: bool = False
    """Whether the months of arrears were paid after the day: the condition is fulfilled, the state stays."""
    re_entered: bool = False
    """Whether the membership began again after a lapse (decision D14)."""
    own_month_open: bool = False
    """Whether the month of the day itself is unpaid and not yet due (decision D11)."""
    waits_until: date | None = None
    """The first day with full JKM, where the waiting rule for new BPU applies (Pasal 97A)."""
    employed: Participation | None = None
    """The registration, where an employer or a contractor stands behind it."""
    change: ReportingLimit | None = None
    """The time to report this worker, where he took another's place in a project."""
    unreported: bool = False
    """Whether a project worker was not reported and the time for it is over."""


def standing(participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Standing | None:
    """Find the state on a day; None where the number's day or the payments are not known and matter."""
    if participation.segment is not BPU:
        return _employed(participation, day, law, calendar)
    return _numbered(participation, day, law, calendar)


def _employed(participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Standing | None:
    """The state of a wage earner or a project worker, with the registration."""
    if participation.segment is CONSTRUCTION:
        return _of_project(participation, day, law, calendar)
    if participation.failing is not None:
        left = participation.left_on is not None and participation.left_on <= day
        found: Standing | None = Standing(state=CoverState.LEFT if left else CoverState.NOT_STARTED, day=day)
    else:
        found = _numbered(participation, day, law, calendar)
    return found and found._replace(employed=participation)


def _of_project(participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Standing | None:
    """A project worker is a participant from the payment on, unless the contractor failed to report him."""
    project = participation.project or Project()
    start = project_start(project)
    if start is None:
        return None
    if day < start:
        return Standing(state=CoverState.NOT_STARTED, day=day, employed=participation)
    if participation.left_on is not None and participation.left_on <= day:
        return Standing(state=CoverState.LEFT, day=day, employed=participation)
    named = is_named(project, day)
    change = None if project.joined_on is None else reporting_limit(project.joined_on, day, law, calendar)
    if not named and (change is None or (named is None and change.over)):
        return None
    unreported = not named and change is not None and change.over
    state = CoverState.NOT_STARTED if unreported else CoverState.ACTIVE
    return Standing(state=state, day=day, employed=participation, change=change, unreported=unreported)


def _numbered(participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Standing | None:
    """The state of who has, or is to get, a membership number."""
    issued = participation.number_issued
    if issued is None or participation.owed_from is None or unaccounted(participation, law):
        return None
    if participation.payments is None:
        return _without_payments(participation, day, law, calendar)
    if day < issued + ONE_DAY * law.chose("D10", "next_day"):
        return Standing(state=CoverState.NOT_STARTED, day=day)
    *earlier, spell = spells(participation, law, calendar, day)
    again = bool(earlier)
    waits = waits_until(spell, participation, law, day)
    if participation.left_on is not None and participation.left_on <= day:
        return Standing(state=CoverState.LEFT, day=day, spell=spell, re_entered=again, waits_until=waits)
    months = _arrears(participation, spell, day, law, calendar)
    state = _state(len(months), spell, law, day, participation.segment)
    paid = bool(months) and all(month in participation.paid for month in months)
    own = Month.of(day)
    still_open = own not in months and own >= spell.first and participation.paid.get(own, date.max) > day
    return Standing(
        state=state,
        day=day,
        months=months,
        spell=spell,
        settled=paid,
        re_entered=again,
        own_month_open=still_open,
        waits_until=waits,
    )


def unaccounted(participation: Participation, law: Law) -> bool:
    """Whether months between the number and those listed are neither listed nor among the earlier ones."""
    first, issued = participation.owed_from, participation.number_issued
    if first is None or issued is None or not participation.hidden_months:
        return False
    begins = max(month_index(issued), month_index(law.first_day))
    return first.index - begins > participation.earlier_paid_months


def _state(count: int, spell: Spell, law: Law, day: date, segment: Segment) -> CoverState:
    if segment is PU:
        return CoverState.ARREARS if count else CoverState.ACTIVE
    if spell.ended is not None or count > law.get("arrears.limit_months", day).number:
        return CoverState.LAPSED
    return CoverState.ARREARS if count else CoverState.ACTIVE


def _arrears(
    participation: Participation, spell: Spell, day: date, law: Law, calendar: WorkingDay
) -> tuple[Month, ...]:
    """The overdue months in a row up to the day (decision D11)."""
    if spell.ended is not None and spell.last is not None:
        count = overdue_in_a_row(spell.last.index, spell.first.index, participation.paid_index, spell.ended)
        return months_between(spell.last + (1 - count), spell.last)
    own = law.chose("D11", "own_month_counts")
    latest = Month.of(day) if own else latest_due(day, spell.first, law, calendar, participation.segment)
    if latest is None or latest < spell.first:
        return ()
    count = overdue_in_a_row(latest.index, spell.first.index, participation.paid_index, day)
    return months_between(latest + (1 - count), latest)


def counts_arrears(participation: Participation) -> bool:
    """Whether unpaid months matter: not to a project, nor where the employer never paid for this worker."""
    return participation.segment is not CONSTRUCTION and participation.failing is None


def _without_payments(participation: Participation, day: date, law: Law, calendar: WorkingDay) -> Standing | None:
    """Payments not known: decided only where paying nothing and paying everything come to the same."""
    nothing, everything = (standing(member, day, law, calendar) for member in extremes(participation, day))
    same = nothing is not None and everything is not None and nothing.state is everything.state
    return everything if same else None


def extremes(participation: Participation, day: date) -> tuple[Participation, Participation]:
    """The member who paid nothing and the member who paid everything in advance: all others lie between."""
    issued = participation.number_issued or day
    first = participation.owed_from or Month.of(issued)
    every_month = payments(first, max(first, Month.of(max(day, issued))), on=issued)
    return evolve(participation, payments=()), evolve(participation, payments=every_month)


def waits_until(spell: Spell, participation: Participation, law: Law, day: date) -> date | None:
    """The first day with full JKM under the rule for new BPU; None where the rule does not apply.

    Legal source: Permenaker 1/2025 Pasal 97A ayat (2); decisions D05, D06, D14, D46.
    """
    rule = law.find("jkm.new_bpu_wait_months", day) if participation.segment is BPU else None
    start = spell.start
    if law.chose("D14", "never_restarts") and participation.number_issued is not None:
        start = participation.number_issued
    if rule is None or (law.chose("D06", "new_registrations") and start < rule.since):
        return None
    if law.chose("D46", "three_paid_months"):
        days = counted_days(participation.paid_index, spell.first.index)
        return days[rule.number - 1] if len(days) >= rule.number else date.max
    full = add_months(start, rule.number)
    return full + ONE_DAY if law.chose("D46", "day_after") else full
