"""The conditions of entry: how one is made, and what several of them come to together."""

from collections.abc import Iterable

from jamsos.answers.grounds import Ground, Grounds, MissingFact, distinct
from jamsos.answers.parts import Condition, Status
from jamsos.answers.texts import Text


def condition(code: str, *, met: bool | None, grounds: Grounds, missing: str = "") -> Condition:
    """Build a condition of national law.

    Args:
        code: The code of the condition.
        met: Whether it is met; None where the facts do not say.
        grounds: The law it rests on.
        missing: The fact that would decide it; a condition that may be unknown must name it.

    """
    # The missing fact stands first: it is what the reader has to find out.
    if met is None:
        status = Status.UNKNOWN
        grounds = (MissingFact(missing), *grounds)
    elif met:
        status = Status.MET
    else:
        status = Status.FAILED
    text = Text(f"condition.{code}")
    return Condition(code=code, status=status, grounds=grounds, text=text)


def together(conditions: Iterable[Condition]) -> Status:
    """All conditions in one: one failed fails them all, else one unknown leaves all unknown."""
    statuses = {condition.status for condition in conditions}
    # A failed condition settles the matter, whatever the unknown ones turn out to be.
    if Status.FAILED in statuses:
        return Status.FAILED
    if Status.UNKNOWN in statuses:
        return Status.UNKNOWN
    return Status.MET


def missing_facts(conditions: Iterable[Condition]) -> tuple[MissingFact, ...]:
    """The facts that would decide the unknown conditions, each once."""
    grounds: list[Ground] = []
    for condition in conditions:
        if condition.status is Status.UNKNOWN:
            grounds.extend(condition.grounds)
    distinct_grounds = distinct(grounds)
    return tuple(ground for ground in distinct_grounds if isinstance(ground, MissingFact))
