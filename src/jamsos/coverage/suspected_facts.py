"""The facts of a suspected case, checked, and the law that governs it (decision D74)."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from jamsos.answers.grounds import Grounds
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.steps import StepRule, find_rule_of_step
from jamsos.values.days import WorkingDay, check_order, plausible_day
from jamsos.workers.closed_list import checked_code
from jamsos.workers.codes import Cause
from jamsos.workers.event import Event, EventKind

_FIRST = ("suspected.care_first", "suspected.disease_care_first")
"""Who guarantees the care first: of an accident since 2023, of a disease since 2025."""


@frozen(kw_only=True)
class SuspectedFacts:
    """The facts of one suspected case; a day that is None is not known or has not come."""

    event: Event
    stated_report: date | None
    received_on: date | None
    conclusion: Cause | None
    concluded_on: date | None
    in_jkn: bool | None
    calendar: WorkingDay
    law: Law

    @property
    def reported_on(self) -> date:
        """The day of the report, whose law counts (D74); not stated, that of the event."""
        return self.stated_report or self.event.on

    @property
    def of_disease(self) -> bool:
        """Whether a disease is suspected, and no accident."""
        return self.event.kind is EventKind.DISEASE

    @property
    def as_an_accident(self) -> bool:
        """Whether a disease is treated as an accident before Permenaker 1/2025 (D55)."""
        no_rule_yet = self.rule("suspected.disease_care_first") is None
        return (
            self.of_disease
            and no_rule_yet
            and self.law.chose("D55", "working_days_and_as_an_accident")
        )

    def rule(self, name: str, begins_on: date | None = None) -> StepRule | None:
        """The rule of a step, of the day of the report where no other is given (D74)."""
        return find_rule_of_step(name, begins_on or self.reported_on, self.event.on, self.law)

    def grounds(self, rule: StepRule) -> Grounds:
        """The grounds of a rule, with the decision that treats a disease as an accident."""
        if self.as_an_accident:
            return (*rule.grounds, self.law.decisions["D55"])
        return rule.grounds

    def report_may_change_the_law(self) -> bool:
        """Whether the day of the report is not known and another law may govern it."""
        if self.stated_report is not None or self.law.chose("D74", "day_of_event"):
            return False
        latest = self.received_on or self.concluded_on
        return any(self._changes(name, latest) for name in _FIRST)

    def _changes(self, name: str, latest: date | None) -> bool:
        of_event = self.law.find(name, self.event.on)
        last = self.law.timelines[name][-1]
        return of_event is not (last if latest is None else self.law.find(name, latest))


def checked_days(
    event: Event, reported_on: date | None, received_on: date | None, concluded_on: date | None
) -> Mapping[str, date | None]:
    """The days of a case, each plausible and none before the one it follows."""
    stated = {
        "reported_on": reported_on,
        "received_on": received_on,
        "concluded_on": concluded_on,
    }
    days = {name: None if day is None else plausible_day(day, name) for name, day in stated.items()}
    check_order({"Event.on": event.on, **days})
    return days


def checked_conclusion(
    concluded: Cause | str | None, concluded_on: date | None, event: Event
) -> Cause | None:
    """Refuse a day without a conclusion, and a conclusion another kind of event would have."""
    if concluded is None:
        if concluded_on is not None:
            step = "state what was concluded, or leave concluded_on out"
            allowed = "the conclusion of concluded_on"
            raise InputError("concluded", None, allowed, step)
        return None
    conclusion = checked_code(Cause, concluded, "concluded")
    if conclusion is Cause.OTHER or event.kind is None:
        return conclusion
    of_work = Cause.WORK_ACCIDENT
    if event.kind is EventKind.DISEASE:
        of_work = Cause.OCCUPATIONAL_DISEASE
    if conclusion is not of_work:
        allowed = f"{str(of_work)!r} or 'other' where Event.kind is {str(event.kind)!r}"
        raise InputError("concluded", str(conclusion), allowed, "correct concluded or Event.kind")
    return conclusion
