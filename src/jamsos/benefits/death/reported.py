"""How a death from work was reported: late, or as a suspicion only (Permenaker 1/2025 Pasal 8)."""

from collections.abc import Callable, Mapping
from datetime import date

from attrs import evolve

from jamsos.answers.grounds import Needs
from jamsos.answers.parts import Possibility
from jamsos.benefits.family.case import Case
from jamsos.benefits.late_report import Report
from jamsos.benefits.results.death import DeathBenefit
from jamsos.errors import InputError
from jamsos.workers.codes import BPU, Cause
from jamsos.workers.participation import Participation
from jamsos.workers.worker import flag_or_none


def checked_report(
    late: object,
    as_suspected: object,
    cause: Cause | None,
    registrations: tuple[Participation, ...],
) -> tuple[bool | None, bool | None]:
    """The two facts, checked; refuse a late report nobody had to make.

    Raises:
        InputError: for anything but a truth value or None, for a death from another cause, and
            where only a BPU is registered.

    """
    reported_late = flag_or_none(late, "reported_late")
    reported_as_suspected = flag_or_none(as_suspected, "reported_as_suspected")
    if reported_late is False:
        return reported_late, reported_as_suspected
    if cause is Cause.OTHER:
        allowed = "False for a death from another cause"
        step = "leave it out: only a work accident or a disease from work is reported"
        raise InputError("reported_late", reported_late, allowed, step)
    if all(registration.segment is BPU for registration in registrations):
        step = "leave it out: a BPU has no employer who reports"
        raise InputError("reported_late", reported_late, "False for BPU", step)
    return reported_late, reported_as_suspected


def report_of(case: Case, event: date) -> Report:
    """The report of the accident or disease of which the person died."""
    return Report(event, case.reported_late, case.reported_as_suspected, _LATE, _AS_SUSPECTED)


_LATE = "reported_late"
_AS_SUSPECTED = "reported_as_suspected"
_STATING: Mapping[str, Callable[[Case, bool], Case]] = {
    _LATE: lambda case, value: evolve(case, reported_late=value),
    _AS_SUSPECTED: lambda case, value: evolve(case, reported_as_suspected=value),
}
"""How the case is with a fact that nobody stated."""


def either_way(
    case: Case, needs: Needs, answer_of: Callable[[Case], DeathBenefit]
) -> tuple[Possibility, ...]:
    """What is paid whether or not the report was so; an answer still open is left out."""
    names = [need.id for need in needs]
    if len(names) != 1 or names[0] not in _STATING:
        return ()
    name = names[0]
    possibilities: list[Possibility] = []
    for value in (True, False):
        answer = answer_of(_STATING[name](case, value))
        if answer.decided:
            facts = {name: str(value)}
            possibility = Possibility(facts=facts, total=answer.total, grounds=answer.grounds)
            possibilities.append(possibility)
    return tuple(possibilities)
