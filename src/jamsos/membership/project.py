"""Since when a construction worker is a participant, and until when an unreported replacement is."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Ground
from jamsos.law.law import Law
from jamsos.values.days import WorkingDay, add_working_days
from jamsos.workers.project import Project


def project_start(project: Project) -> date | None:
    """The first day as a participant: of the payment, or of joining a project already paid for; None: not known."""
    if project.paid_on is None:
        return None
    return max(project.paid_on, project.joined_on or project.paid_on)


def is_named(project: Project, day: date) -> bool | None:
    """Whether the contractor had named this worker to BPJS by the day; None: not known."""
    return project.listed and (project.reported_on is None or project.reported_on <= day)


class ReportingLimit(NamedTuple):
    """The time to report a change of workers, as it stood on the day of an event."""

    days: int
    """Working days after the change."""
    over: bool
    """Whether it was over on the day: then the contractor pays for what he had not reported, until then BPJS."""
    grounds: tuple[Ground, ...]


def reporting_limit(changed_on: date, event: date, law: Law, calendar: WorkingDay) -> ReportingLimit:
    """Who pays for an event before a change of workers was reported, by the rule of the day of the event (D01).

    Legal source: Permenaker 44/2015 and 5/2021 (articles not known).
    """
    rule = law.get("construction.report_change_within", event)
    over = event > add_working_days(changed_on, rule.number, calendar)
    return ReportingLimit(days=rule.number, over=over, grounds=law.cite(rule, "D01"))


def project_needs(project: Project) -> tuple[str, ...]:
    """The facts missing where a project worker's cover cannot be told."""
    if project.paid_on is None:
        return ("project.paid_on",)
    return ("project.joined_on",) if project.listed is False else ("project.listed",)
