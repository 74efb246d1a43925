"""Where a participation stands on a day: not started, active, in arrears, lapsed, left."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from jamsos.coverage.cover_rules import CoverState, cover_limits, cover_state, is_waiting
from jamsos.coverage.reduction import has_left, reduced
from jamsos.coverage.stated_arrears import with_stated_arrears
from jamsos.law.law import Law, Rule
from jamsos.membership.history import Spell, counted_days
from jamsos.membership.project import (
    Overdue,
    ReportingLimit,
    is_named,
    is_named_late,
    overdue_instalment,
    project_start,
    reporting_limit,
)
from jamsos.values.days import ONE_DAY, WorkingDay, add_months
from jamsos.values.months import Month, month_index
from jamsos.workers.codes import BPU, CONSTRUCTION
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.project import Project


class Standing(NamedTuple):
    """The state on a day, with what it was counted from."""

    state: CoverState
    day: date
    months: tuple[Month, ...] = ()
    """The months of arrears in a row, oldest first."""
    spell: Spell | None = None
    """The membership that holds on the day, or the last one."""
    settled: bool = False
    """Whether the months of arrears were paid after the day; the state stays."""
    re_entered: bool = False
    """Whether the membership began again after a lapse (decision D14)."""
    own_month_open: bool = False
    """Whether the month of the day itself is unpaid and not yet due (decision D11)."""
    waiting: bool = False
    """Whether a new BPU still waits for full JKM (Pasal 97A)."""
    waiting_start: date | None = None
    """The day the waiting time is counted from (decision D14)."""
    employed: Participation | None = None
    """The registration, where an employer or a contractor stands behind it."""
    change: ReportingLimit | None = None
    """The time to report this worker, where they took another worker's place in a project."""
    unreported: bool = False
    """Whether a project worker was not reported in time, and the time for it is over."""
    reported_too_late: bool = False
    """Whether such a worker was reported by the day, but only after that time."""
    overdue: Overdue | None = None
    """The instalment the contractor of a project was late with on the day."""


def cited(name: str, standing: Standing, law: Law) -> tuple[Rule, ...]:
    """A rule as it is in force on the day of a standing, with the decisions it stands on."""
    rule = law.get(name, standing.day)
    return law.cite(rule)


def standing_on(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Standing | None:
    """The state on a day; None where a missing fact could change it."""
    if participation.segment is BPU:
        return _numbered(participation, day, law, calendar)
    if participation.segment is CONSTRUCTION:
        return _of_project(participation, day, law, calendar)
    return _of_wage_earner(participation, day, law, calendar)


def _numbered(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Standing | None:
    """The state of a worker who has, or is to get, a membership number."""
    issued = participation.number_issued
    first = participation.owed_from
    if issued is None or first is None or _has_gap(participation, issued, first, law):
        return None
    # Before the number and after leaving nothing is in arrears: the number speaks of a membership.
    if day >= issued and not has_left(participation, day):
        participation = with_stated_arrears(participation, day, law, calendar)
    if participation.payments is None:
        return _without_payments(participation, day, law, calendar)
    limits = cover_limits(day, participation.segment, law)
    # The history is counted first, so that the rules themselves know nothing of payments.
    reduction = reduced(participation, issued, day, law, calendar)
    facts = reduction.facts
    state = cover_state(facts, limits)
    if not facts.started:
        return Standing(state=state, day=day)
    return Standing(
        state=state,
        day=day,
        months=reduction.months,
        spell=reduction.spell,
        settled=facts.settled,
        re_entered=reduction.re_entered,
        own_month_open=reduction.own_month_open,
        waiting=is_waiting(facts, limits),
        waiting_start=facts.start,
    )


def _has_gap(participation: Participation, issued: date, first: Month, law: Law) -> bool:
    """Whether months since the number are neither listed nor among those stated as a number."""
    if not participation.hidden_months:
        return False
    # Months before the first day of the law are not judged, so nobody has to account for them.
    law_begins = month_index(law.first_day)
    begins = max(month_index(issued), law_begins)
    return first.index - begins > participation.earlier_paid_months


def _without_payments(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Standing | None:
    """Payments not known: decided only where paying nothing and paying all come to the same."""
    non_payer, full_payer = extremes(participation, day)
    lowest = standing_on(non_payer, day, law, calendar)
    highest = standing_on(full_payer, day, law, calendar)
    # Whatever was paid lies between the two: where they agree, the payments do not matter.
    if lowest is None or highest is None or lowest.state is not highest.state:
        return None
    return highest


def extremes(participation: Participation, day: date) -> tuple[Participation, Participation]:
    """The member who paid nothing and the one who paid everything in advance: all lie between."""
    issued = participation.number_issued or day
    first = participation.owed_from or Month.of(issued)
    last_day = max(day, issued)
    month = Month.of(last_day)
    last = max(first, month)
    non_payer = evolve(participation, payments=())
    every_month = payments(first, last, on=issued)
    full_payer = evolve(participation, payments=every_month)
    return non_payer, full_payer


def counts_arrears(participation: Participation) -> bool:
    """Whether unpaid months matter.

    They do not in a project, nor where the employer never paid for this worker.
    """
    return participation.segment is not CONSTRUCTION and participation.failing is None


def _of_wage_earner(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Standing | None:
    """The state of a wage earner, whom no arrears of the employer put out of cover."""
    # A worker the employer failed to register is not insured, whatever number they may have.
    if participation.failing is not None:
        state = CoverState.NOT_STARTED
        if has_left(participation, day):
            state = CoverState.LEFT
        return Standing(state=state, day=day, employed=participation)
    numbered = _numbered(participation, day, law, calendar)
    if numbered is None:
        return None
    return numbered._replace(employed=participation)


def _of_project(
    participation: Participation, day: date, law: Law, calendar: WorkingDay
) -> Standing | None:
    """A project worker is a participant from the payment on."""
    project = participation.project or Project()
    start = project_start(project)
    if start is None:
        return None
    if day < start:
        return Standing(state=CoverState.NOT_STARTED, day=day, employed=participation)
    if has_left(participation, day):
        return Standing(state=CoverState.LEFT, day=day, employed=participation)
    overdue = overdue_instalment(project, day, law)
    active = Standing(state=CoverState.ACTIVE, day=day, employed=participation, overdue=overdue)
    return _if_reported(active, project, law, calendar)


def _if_reported(
    active: Standing, project: Project, law: Law, calendar: WorkingDay
) -> Standing | None:
    """A worker who replaced another is covered unnamed only until the time to report is over."""
    named = is_named(project, active.day)
    if project.joined_on is None:
        if named:
            return active
        return None
    change = reporting_limit(project.joined_on, active.day, law, calendar)
    active = active._replace(change=change)
    if not change.over:
        return active
    # With the time over it matters whether they were named, which nobody stated.
    if named is None:
        return None
    too_late = named and is_named_late(project, change)
    if named and not too_late:
        return active
    # Pasal 68 speaks of the time alone: a report after it changes nothing that is written.
    return active._replace(
        state=CoverState.NOT_STARTED, unreported=True, reported_too_late=too_late
    )


class WaitingEnd(NamedTuple):
    """When a new BPU has waited long enough for full JKM."""

    day: date | None
    """The first day with full JKM; None: too few months are paid to name it (decision D46)."""
    months_short: int = 0
    """How many more months have to be paid before a day can be named."""


def waiting_end(standing: Standing, participation: Participation, law: Law) -> WaitingEnd | None:
    """The end of the waiting time of a new BPU; None where the rule does not apply.

    Legal source: Permenaker 1/2025 Pasal 97A ayat (2); decisions D06, D14, D46.
    """
    limits = cover_limits(standing.day, participation.segment, law)
    start = standing.waiting_start
    if start is None or standing.spell is None or limits.waiting_months is None:
        return None
    if start < limits.waiting_from:
        return None
    if law.chose("D46", "three_paid_months"):
        days = counted_days(participation.paid_index, standing.spell.first.index)
        return _after_paid_months(days, limits.waiting_months)
    full = add_months(start, limits.waiting_months)
    # D46 decides whether the day on which the months are full is the first day of full JKM.
    if law.chose("D46", "day_after"):
        return WaitingEnd(full + ONE_DAY)
    return WaitingEnd(full)


def _after_paid_months(days: Sequence[date], needed: int) -> WaitingEnd:
    """The end of a wait that lasts until so many months are paid; each counts from its day."""
    short = needed - len(days)
    if short > 0:
        return WaitingEnd(None, short)
    return WaitingEnd(days[needed - 1])
