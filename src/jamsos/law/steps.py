"""The law of a step of procedure: that of the day the step begins (decision D74)."""

from datetime import date
from typing import NamedTuple

from jamsos.errors import OutsideLawError
from jamsos.law.law import Law, Rule
from jamsos.law.provisions import Provision


class StepRule(NamedTuple):
    """The rule that governs a step of procedure, and why it is this one."""

    rule: Provision
    grounds: tuple[Rule, ...]


def rule_of_step(name: str, begins_on: date, event_on: date, law: Law) -> StepRule:
    """The rule of a step that begins some day after its event.

    Rights and amounts stay with the day of the event (D01); a step of procedure, such as a
    deadline, an addressee or a paper, follows the law of the day it begins (D74).

    Raises:
        OutsideLawError: where there was no such rule yet; ask ``find_rule_of_step`` if so.

    >>> from jamsos.law import current
    >>> accident, received = date(2021, 3, 20), date(2021, 5, 3)
    >>> notice = "report.incomplete_notice_working_days"
    >>> rule_of_step(notice, received, accident, current()).rule.number
    3

    """
    step = find_rule_of_step(name, begins_on, event_on, law)
    if step is not None:
        return step
    raise OutsideLawError(
        name, begins_on.isoformat(), "a day on which the rule is in force", "choose another day"
    )


def find_rule_of_step(
    name: str | tuple[str, ...], begins_on: date, event_on: date, law: Law
) -> StepRule | None:
    """The rule of a step as ``rule_of_step`` gives it; None: there was no such rule.

    Of several rules, each of which took the place of another, it is the one in force.
    """
    names = name if isinstance(name, tuple) else (name,)
    of_event = law.find_one(names, event_on)
    of_step = law.find_one(names, begins_on)
    in_use = of_step
    if law.chose("D74", "day_of_event"):
        in_use = of_event
    if in_use is None:
        return None
    # Within one period both readings agree, and nothing was decided.
    if of_event is of_step:
        return StepRule(in_use, law.cite(in_use))
    return StepRule(in_use, law.cite(in_use, "D74"))
