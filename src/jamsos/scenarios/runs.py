"""Months under one law: what is due in one of them is due in each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TypeAlias

from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.values.months import Month

Run: TypeAlias = tuple[Month, ...]
"""Months that follow each other under one law."""
_AHEAD = 2

PRICING = ("bpu.", "due.", "jht.", "jkm.contribution", "relief.")
"""How the ids of the rules begin that a contribution of a BPU is priced by."""


def runs_of(months: Sequence[Month], law: Law, scheme: Scheme | None) -> Iterator[Run]:
    """The months in runs in which neither the law nor the terms of the scheme change.

    >>> from jamsos.law import current
    >>> from jamsos.values.months import months_in_order
    >>> first, *_ = runs_of(months_in_order("2026-04", "2027-06"), current(), None)
    >>> first[0], first[-1]
    (Month('2026-04'), Month('2026-10'))
    """
    changes = sorted(_changes(law, scheme))

    def stretch(month: Month) -> tuple[int, int, int]:
        before = bisect_right(changes, month.first_day)
        # The last day to pay may lie in the month after.
        after = bisect_right(changes, (month + _AHEAD).first_day)
        # Near a change each month is asked for itself.
        alone = 0 if before == after else month.index
        return before, after, alone

    for _, run in groupby(months, stretch):
        yield tuple(run)


def _changes(law: Law, scheme: Scheme | None) -> set[date]:
    """The days on which something begins or ends."""
    days: set[date] = set()
    for period in law.in_force():
        if period.id.startswith(PRICING):
            days.add(period.since)
            days.add(period.until or date.max)
    for terms in () if scheme is None else scheme.terms:
        days.add(terms.since)
        days.add(terms.until or date.max)
    return days
