"""Since when a construction worker is a participant, and how long an unreported one is."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY, WorkingDay, add_months, add_working_days
from jamsos.workers.project import Project

_CHANGE_IN_WORKING_DAYS = "construction.report_change_within"
_CHANGE_IN_DAYS = "construction.worker_change_days"


def project_start(project: Project) -> date | None:
    """The first day as a participant: of the payment, or of joining a project already paid for.

    None: the day of the payment is not known.
    """
    if project.paid_on is None:
        return None
    if project.joined_on is None:
        return project.paid_on
    return max(project.paid_on, project.joined_on)


def is_named(project: Project, day: date) -> bool | None:
    """Whether the contractor had named this worker to BPJS by the day; None: not known."""
    if project.listed and project.reported_on is not None:
        return project.reported_on <= day
    return project.listed


def is_named_late(project: Project, limit: "ReportingLimit") -> bool:
    """Whether the contractor named this worker only after the time to report was over."""
    return project.reported_on is not None and project.reported_on > limit.last_day


class ReportingLimit(NamedTuple):
    """The time to report a change of workers, as it stood on the day of an event."""

    last_day: date
    over: bool
    """Whether it was over on the day: until then BPJS pays, and later the contractor."""
    grounds: Grounds


class ChangeLimit(NamedTuple):
    """The last day to report a change of workers, and the rule it follows from."""

    last_day: date
    rule: Provision
    grounds: Grounds


def change_limit(changed_on: date, rule_day: date, law: Law, calendar: WorkingDay) -> ChangeLimit:
    """The last day to report a change of workers, by the law of a day.

    Legal source: Permenaker 44/2015 (article not known); Permenaker 5/2021 Pasal 68.
    """
    in_force = law.find_one((_CHANGE_IN_WORKING_DAYS, _CHANGE_IN_DAYS), rule_day)
    # Where there is none, the day is outside the law, and refused by name.
    rule = in_force or law.get(_CHANGE_IN_WORKING_DAYS, rule_day)
    adapting = law.find("construction.adapted_by", rule_day)
    by_practice = adapting is not None and law.chose("D80", "old_rules_until_2022")
    if by_practice:
        # Permenaker 44/2015 has one period: practice may have followed it until it was adapted.
        rule = law.timelines[_CHANGE_IN_WORKING_DAYS][0]
    last_day = changed_on + rule.number * ONE_DAY
    in_working_days = rule.id == _CHANGE_IN_WORKING_DAYS
    if in_working_days or law.chose("D54", "working_days"):
        last_day = add_working_days(changed_on, rule.number, calendar)
    grounds = law.cite(rule)
    if adapting is not None:
        grounds = law.cite(rule, adapting)
    return ChangeLimit(last_day, rule, grounds)


def reporting_limit(
    changed_on: date, event: date, law: Law, calendar: WorkingDay
) -> ReportingLimit:
    """The time to report a change of workers, by the law of the day they changed (D74).

    Legal source: Permenaker 44/2015 (article not known); Permenaker 5/2021 Pasal 68.
    """
    rule_day = changed_on
    if law.chose("D74", "day_of_event"):
        rule_day = event
    limit = change_limit(changed_on, rule_day, law, calendar)
    grounds = (*limit.grounds, *law.cite("D74"))
    is_over = event > limit.last_day
    return ReportingLimit(last_day=limit.last_day, over=is_over, grounds=grounds)


class Overdue(NamedTuple):
    """An instalment past its due day, as it stood on the day of an event."""

    due_on: date
    grounds: Grounds


def overdue_instalment(project: Project, event: date, law: Law) -> Overdue | None:
    """The instalment the contractor was late with on the day; None: nothing was overdue.

    Legal source: Permenaker 5/2021 Pasal 94 ayat (1), 100 ayat (1): without the months of grace of
    an employer (Pasal 91, 97).

    >>> from jamsos.law import current
    >>> unpaid = Project(paid_on=date(2021, 12, 1), instalment_due_on=date(2022, 3, 1))
    >>> overdue_instalment(unpaid, date(2022, 3, 1), current()) is None
    True
    >>> overdue_instalment(unpaid, date(2022, 3, 2), current()).due_on
    datetime.date(2022, 3, 1)
    """
    due_on = project.instalment_due_on
    if due_on is None:
        return None
    paid_by_event = project.instalment_paid_on is not None and project.instalment_paid_on <= event
    grace = law.find("construction.arrears_grace_months", event)
    # Before 2 December 2019 no text says what a late instalment does to the workers.
    if paid_by_event or grace is None:
        return None
    if event <= add_months(due_on, grace.number):
        return None
    refunded = law.get("construction.refund_after_arrears", event)
    return Overdue(due_on, law.cite(grace, refunded))


def project_needs(project: Project) -> tuple[str, ...]:
    """The facts missing where the cover of a project worker cannot be decided."""
    if project.paid_on is None:
        return ("project.paid_on",)
    # Of a worker the contractor did not name, the time to report counts from joining.
    if project.listed is False:
        return ("project.joined_on",)
    return ("project.listed",)
