"""The periods of a rule: cut, filled, and looked through."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from attrs import evolve

from jamsos.law.provisions import Provision

Periods: TypeAlias = tuple[Provision, ...]
"""The periods of one rule in the order of their days."""


def replaced(periods: Periods, new: Provision) -> Periods:
    """Cut the new period out of the old ones and put it in."""
    pieces = [*without(periods, new.since, new.until), new]
    return tuple(sorted(pieces, key=lambda period: period.since))


def without(periods: Periods, since: date, until: date | None) -> Periods:
    """The periods outside some stretch of time; without ``until`` it has no end."""
    pieces: list[Provision] = []
    # A period that reaches beyond both ends of the stretch is left in two pieces.
    for old in periods:
        if old.since < since:
            pieces.append(evolve(old, until=min(old.until or date.max, since)))
        if until is not None and (old.until is None or old.until > until):
            pieces.append(evolve(old, since=max(old.since, until)))
    return tuple(pieces)


def inside(periods: Iterable[Provision], since: date, until: date | None) -> Periods:
    """The periods that have a day in some stretch of time."""
    found: list[Provision] = []
    for period in periods:
        begins_later = until is not None and period.since >= until
        ends_before = period.until is not None and period.until <= since
        if not begins_later and not ends_before:
            found.append(period)
    return tuple(found)


def uncovered(periods: Periods, since: date, until: date | None) -> list[tuple[date, date | None]]:
    """The stretches of time in which none of the periods is in force."""
    gaps: list[tuple[date, date | None]] = []
    begin: date | None = since
    for period in periods:
        if begin is not None and period.since > begin:
            gaps.append((begin, period.since))
        begin = period.until
    if begin is not None and (until is None or begin < until):
        gaps.append((begin, until))
    return gaps


def nearest(periods: Periods, since: date) -> Provision:
    """The last period that began before a day, else the first of all."""
    earlier = [period for period in periods if period.since < since]
    return (earlier or list(periods[:1]))[-1]


def days_of(periods: Periods) -> str:
    """When a rule is in force, for an error."""
    days = [f"{period.since} to {period.until or 'now'}" for period in periods]
    return f"in force {', '.join(days)}"
