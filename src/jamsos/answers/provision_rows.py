"""Provisions for programs, and the day on which the law is read."""

from datetime import date
from typing import Any

from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import current
from jamsos.law.provisions import Provision
from jamsos.values.days import plausible_day


def provision_row(provision: Provision) -> dict[str, Any]:
    """A provision for programs; its value may hold exact types, which are written as text.

    >>> from jamsos.law.law import current
    >>> provision_row(next(current().in_force(date(2026, 11, 1))))["from"]
    '2015-07-01'
    """
    # Shares are kept as whole millionths, so that no amount passes through a float.
    unit = "parts per million" if provision.unit == "share" else provision.unit
    return {
        "id": provision.id,
        "name": {"id": provision.name.id, "en": provision.name.en},
        "value": provision.value,
        "unit": unit,
        "columns": provision.columns,
        "from": str(provision.since),
        "until": str(provision.until) if provision.until else None,
        "known_until": str(provision.known_until),
        "sources": [str(source) for source in provision.sources],
        "grade": str(provision.grade),
        "decisions": provision.decisions,
        "note": provision.note,
    }


def day_of_law(text: str, thing: str) -> date:
    """A day whose law the library holds.

    Args:
        text: The day as it was given.
        thing: What the caller calls it.

    Raises:
        InputError: if it is no date, or a year too far ahead.
        OutsideLawError: if the library does not hold the law of that day.

    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        allowed = "a date such as 2026-11-01"
        raise InputError(thing, text, allowed, "correct the date") from None
    plausible_day(day, thing)
    first_day = current().first_day
    if day < first_day:
        raise OutsideLawError(
            thing,
            day.isoformat(),
            f"{first_day} or later",
            "choose a later day: earlier law is not in the library",
        )
    return day
