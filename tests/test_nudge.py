"""Every dated value is nudged, every date of change is moved: some case must then fail.

A value no case notices is a value no test proves.
"""

from datetime import date, timedelta
from functools import cache

import pytest
from attrs import evolve
from case_runner import load_cases, mismatches, run

from jamsos import current
from jamsos.values.days import add_months

LAW = current()
BY_MONTH = (
    "relief.",
    "bpu.income_table",
    "jkm.contribution",
    "jht.",
    "due.",
    "bpu.prepay",
    "bpu.refund",
    "jkp.",
    "risk_group.",
)
"""Rules that are looked up by the first day of a contribution month."""


def nudged_values(provision):
    """The provision with its value changed by one, cell by cell."""
    value = provision.value
    if provision.unit == "rule":
        return
    if provision.unit == "codes":
        yield "without its last code", evolve(provision, value=value[:-1])
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


def moved_dates(rule):
    """The timelines of a rule with one date of change moved by a day, or by a month where months are looked up."""
    periods = LAW.timelines[rule]
    step = add_months if rule.startswith(BY_MONTH) else lambda day, n: day + timedelta(n)
    for n, period in enumerate(periods):
        for shift in (-1, 1):
            if period.since > LAW.first_day:
                moved = list(periods)
                moved[n] = evolve(period, since=step(period.since, shift))
                if n:
                    moved[n - 1] = evolve(periods[n - 1], until=moved[n].since)
                yield f"from {period.since} moved {shift:+d}", tuple(moved)
            if period.until and n == len(periods) - 1:
                last = evolve(period, until=step(period.until, shift))
                yield f"until {period.until} moved {shift:+d}", (*periods[:-1], last)


def written(periods, n, changed):
    """The periods with a changed one; a later period that keeps its value as before keeps the changed one."""
    same = [isinstance(later.value, tuple) and later.value is periods[n].value for later in periods[n + 1 :]]
    kept = [
        evolve(later, value=changed.value) if it else later for later, it in zip(periods[n + 1 :], same, strict=True)
    ]
    return (*periods[:n], changed, *kept)


def nudges():
    for rule, periods in LAW.timelines.items():
        for n, period in enumerate(periods):
            if any(isinstance(period.value, tuple) and before.value is period.value for before in periods[:n]):
                continue
            for what, changed in nudged_values(period):
                yield pytest.param(rule, written(periods, n, changed), id=f"{rule} {period.since} {what}")
        for what, moved in moved_dates(rule):
            if (rule, what) not in UNASKED:
                yield pytest.param(rule, moved, id=f"{rule} {what}")


UNASKED = {
    (rule, f"{edge} moved {shift}")
    for rule, edge, shift in [
        ("relief.pp49_2020.paid_up_to", "from 2020-08-01", "-1"),
        ("relief.pp49_2020.paid_up_to", "until 2021-02-01", "+1"),
        ("relief.pp49_2020.full_months_of_new", "from 2020-08-01", "-1"),
        ("relief.pp49_2020.full_months_of_new", "until 2021-02-01", "+1"),
        ("relief.pp50_2025.excluded_payers", "from 2026-01-01", "-1"),
        ("relief.pp50_2025.excluded_payers", "until 2027-04-01", "+1"),
        ("relief.pp50_2025.prepaid", "from 2026-01-01", "-1"),
        ("relief.pp50_2025.prepaid", "until 2027-04-01", "+1"),
        ("relief.pp7_2025.industries", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.industries", "until 2026-02-01", "+1"),
        ("relief.pp7_2025.min_workers", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.min_workers", "until 2026-02-01", "+1"),
        ("relief.pp7_2025.paid_up_to", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.paid_up_to", "until 2026-02-01", "+1"),
        ("relief.pp7_2025.payable_until", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.payable_until", "until 2026-02-01", "+1"),
        ("jkp.wage_cap", "from 2021-02-02", "-1"),
        ("jkp.from_jkm_rate", "from 2021-02-02", "-1"),
        ("jkp.state_rate", "from 2021-02-02", "-1"),
        ("programmes.of_migrant", "from 2023-02-22", "-1"),
    ]
} | {
    (rule, "from 2023-02-22 moved -1")
    for rule in LAW.timelines
    if rule.startswith("migrant.") and rule != "migrant.packages"
}
"""A condition of a relief is asked only inside the relief's own months: to widen it changes no answer.

The limit and the other shares of JKP are asked only where JKK has a share, the rules of migrants only where a
package is.
"""


@cache
def cases_by_ground():
    """The cases that cite a provision: they are tried first."""
    found = {}
    for case in load_cases():
        for ground in run(case).get("grounds", ()):
            found.setdefault(ground, []).append(case)
    return found


def unchanged(case, law):
    return not mismatches(case, run(case, law))


@cache
def sound_cases():
    """The cases that hold under the law as it is; only these can notice a change."""
    return {case.id: case for case in load_cases() if unchanged(case, LAW)}


@pytest.mark.parametrize(("rule", "timeline"), list(nudges()))
def test_some_case_notices(rule, timeline):
    nudged = evolve(LAW, timelines={**LAW.timelines, rule: timeline})
    sound = sound_cases()
    first = [case for case in cases_by_ground().get(f"provision:{rule}", []) if case.id in sound]
    assert not all(unchanged(case, nudged) for case in (*first, *sound.values()))


STATED = [reading for reading in LAW.readings.values() if reading.number is not None]


@pytest.mark.parametrize("reading", STATED, ids=lambda reading: reading.id)
def test_some_case_notices_the_number_of_a_decision(reading):
    readings = {**LAW.readings, reading.id: evolve(reading, number=reading.number + 1)}
    nudged = evolve(LAW, readings=readings)
    assert not all(unchanged(case, nudged) for case in sound_cases().values())


def test_every_case_holds_where_nothing_changes():
    assert list(sound_cases()) == [case.id for case in load_cases()]
    same = LAW.amended(*LAW.in_force())
    assert [case.id for case in load_cases() if not unchanged(case, same)] == []


def test_every_alternative_is_noticed():
    silent = []
    for reading in LAW.readings.values():
        asked = [case for case in sound_cases().values() if reading.id not in case.question.get("readings", {})]
        silent += [
            f"{reading.id} {other}"
            for other in reading.alternatives
            if all(unchanged(case, LAW.reading(**{reading.id: other})) for case in asked)
        ]
    assert silent == []
