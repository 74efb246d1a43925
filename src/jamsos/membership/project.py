"""Since when a construction worker is a participant, and until when an unreported replacement is."""

from datetime import date

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


def reporting_ended(project: Project, day: date, law: Law, calendar: WorkingDay) -> bool | None:
    """Whether the working days for reporting the change of workers were over on the day; None: not known.

    Legal source: Permenaker 44/2015 and 5/2021 (articles not known); the rule of the day of the event (D01).
    """
    if project.joined_on is None:
        return None
    rule = law.get("construction.report_change_within", day)
    return day > add_working_days(project.joined_on, rule.number, calendar)


def project_needs(project: Project) -> tuple[str, ...]:
    """The facts missing where a project worker's cover cannot be told."""
    if project.paid_on is None:
        return ("project.paid_on",)
    return ("project.joined_on",) if project.listed is False else ("project.listed",)
