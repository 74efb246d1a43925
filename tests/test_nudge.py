"""Every dated value is nudged, every date of change is moved: some case must then fail.

A value no case notices is a value no test proves.
"""

from datetime import date, timedelta
from functools import cache

import pytest
from attrs import evolve
from case_runner import load_cases, mismatches, run

from jamsos import Provision, current
from jamsos.values.days import add_months

LAW = current()
BY_MONTH = ("relief.", "bpu.income_table", "jkm.contribution", "jht.", "due.", "bpu.prepay", "bpu.refund")
"""Rules that are looked up by the first day of a contribution month."""


def nudged_values(provision):
    """The provision with its value changed by one, cell by cell."""
    value = provision.value
    if provision.unit in {"rule", "codes"}:
        return
    if isinstance(value, tuple):
        for r, row in enumerate(value):
            for c, cell in enumerate(row):
                if isinstance(cell, int) and cell >= 0:
                    cells = (*row[:c], cell + 1, *row[c + 1 :])
                    rows = (*value[:r], cells, *value[r + 1 :])
                    yield f"row {r + 1} {provision.columns[c]}", evolve(provision, value=rows)
    elif isinstance(value, date):
        yield "value", evolve(provision, value=add_months(value, 1))
    else:
        yield "value", evolve(provision, value=value + 1)


def moved_dates(provision):
    """The law with a date of change moved by a day, or by a month where months are looked up."""
    periods = LAW.timelines[provision.id]
    earlier = [period for period in periods if period.until == provision.since]
    by_month = provision.id.startswith(BY_MONTH)
    step = add_months if by_month else lambda day, n: day + timedelta(n)
    if provision.since > LAW.first_day:
        yield "from earlier", evolve(provision, since=step(provision.since, -1))
        if earlier:
            yield "from later", evolve(earlier[0], until=step(provision.since, 1))
    if provision.until and not any(period.since == provision.until for period in periods):
        yield "until later", evolve(provision, until=step(provision.until, 1))


def nudges():
    for provision in LAW.in_force():
        for what, changed in [*nudged_values(provision), *moved_dates(provision)]:
            yield pytest.param(changed, id=f"{provision.id} {provision.since} {what}")


@cache
def cases_by_ground():
    """The cases that cite a provision: they are tried first."""
    found = {}
    for case in load_cases():
        for ground in getattr(run(case), "grounds", ()):
            found.setdefault(ground.key.partition("@")[0], []).append(case)
    return found


def noticed(law, provision):
    first = cases_by_ground().get(f"provision:{provision.id}", [])
    return any(mismatches(case, run(case, law)) for case in [*first, *load_cases()])


@pytest.mark.parametrize("changed", list(nudges()))
def test_some_case_notices(changed: Provision):
    assert noticed(LAW.amended(changed), changed)


def test_nothing_is_noticed_where_nothing_changes():
    same = LAW.amended(*LAW.in_force())
    assert [case.id for case in load_cases() if mismatches(case, run(case, same))] == []
