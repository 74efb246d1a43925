"""The order of events before a death, and the registration of an accident, checked."""

from datetime import date

from jamsos.benefits.family.checks import as_position, check_births, check_family
from jamsos.errors import InputError
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation, checked_after_birth
from jamsos.workers.worker import Worker, checked_life


def check_order_of_events(
    worker: Worker,
    registrations: tuple[Participation, ...],
    family: Family | None,
    died_on: date,
    accident_on: date | None,
) -> None:
    """Refuse events in an impossible order."""
    check_family(family)
    if accident_on is not None and accident_on > died_on:
        stated = accident_on.isoformat()
        allowed = f"a day up to died_on ({died_on})"
        raise InputError("accident_on", stated, allowed, "check both dates")
    checked_life(worker.birth, died_on, "died_on")
    check_births(worker.birth, family, died_on, "died_on")
    if accident_on is not None:
        checked_life(worker.birth, accident_on, "accident_on")
    for registration in registrations:
        checked_after_birth(registration, worker.birth)


def checked_position(at: object, registrations: int) -> int | None:
    """Refuse a registration that is not there; None: not stated."""
    if at is None:
        return None
    position = as_position(at, registrations)
    if position is None:
        allowed = f"a position among the registrations, 0 to {registrations - 1}"
        raise InputError("accident_at", at, allowed, "name the registration by its position")
    return position
