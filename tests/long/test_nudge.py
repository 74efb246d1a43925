"""Every dated value is nudged, every date of change is moved: some case must then fail.

A value no case notices is a value no test proves.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from attrs import evolve
from case_runner import Case, load_cases, mismatches, run
from narrowed import of_type, present

from jamsos import Decision, Law, Provision, current
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
    "fine.",
    "risk_group.",
    "trainee.",
)
"""Rules that are looked up by the first day of a contribution month."""
Timeline = tuple[Provision, ...]
"""The periods of a rule, in the order of their days."""


def nudged_values(provision: Provision) -> Iterator[tuple[str, Provision]]:
    """The provision with its value changed by one, cell by cell."""
    value = provision.value
    if provision.unit == "rule":
        return
    if provision.unit == "codes":
        yield "without its last code", evolve(provision, value=of_type(tuple, value)[:-1])
        return
    if isinstance(value, tuple):
        table = provision.rows
        for r, row in enumerate(table):
            for c, cell in enumerate(row):
                if isinstance(cell, int) and cell >= 0:
                    cells = (*row[:c], cell + 1, *row[c + 1 :])
                    rows = (*table[:r], cells, *table[r + 1 :])
                    yield f"row {r + 1} {provision.columns[c]}", evolve(provision, value=rows)
    elif isinstance(value, date):
        yield "value", evolve(provision, value=add_months(value, 1))
    else:
        yield "value", evolve(provision, value=provision.number + 1)


def add_days(day: date, number: int) -> date:
    return day + timedelta(number)


def moved_dates(rule: str) -> Iterator[tuple[str, Timeline]]:
    """The timelines of a rule with one date of change moved by a day, or by a month."""
    periods = LAW.timelines[rule]
    step = add_months if rule.startswith(BY_MONTH) else add_days
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


def written(periods: Timeline, n: int, changed: Provision) -> Timeline:
    """The periods with a changed one, which a later period that keeps the value keeps too."""
    same = [
        isinstance(later.value, tuple) and later.value is periods[n].value
        for later in periods[n + 1 :]
    ]
    kept = [
        evolve(later, value=changed.value) if it else later
        for later, it in zip(periods[n + 1 :], same, strict=True)
    ]
    return (*periods[:n], changed, *kept)


def nudges() -> Iterator[object]:
    for rule, periods in LAW.timelines.items():
        for n, period in enumerate(periods):
            if any(
                isinstance(period.value, tuple) and before.value is period.value
                for before in periods[:n]
            ):
                continue
            for what, changed in nudged_values(period):
                yield pytest.param(
                    rule, written(periods, n, changed), id=f"{rule} {period.since} {what}"
                )
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
        ("relief.pp7_2025.payable_until_first_text", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.payable_until", "until 2026-02-01", "+1"),
        ("relief.pp7_2025.fine_on_reduced", "from 2025-02-01", "-1"),
        ("relief.pp7_2025.fine_on_reduced", "until 2026-02-01", "+1"),
        ("jkp.wage_cap", "from 2021-02-01", "-1"),
        ("jkp.entry_age_limit", "from 2021-02-01", "-1"),
        ("jkp.from_jkm_rate", "from 2021-02-01", "-1"),
        ("jkp.state_rate", "from 2021-02-01", "-1"),
        ("jkp.from_reduced_jkk", "from 2025-02-01", "-1"),
        ("jkp.from_reduced_jkk", "until 2026-02-01", "+1"),
        ("jkp.jkm_keeps_its_rate", "from 2025-02-01", "-1"),
        ("programmes.of_migrant", "from 2023-02-22", "-1"),
        ("trainee.due_month_offset", "from 2021-04-01", "-1"),
        ("trainee.late_is_arrears", "from 2021-04-01", "-1"),
    ]
} | {
    (rule, "from 2023-02-22 moved -1")
    for rule in LAW.timelines
    if rule.startswith("migrant.") and rule != "migrant.packages"
}
"""A condition of a relief is asked only in the relief's own months: to widen it changes no answer.

The limits and the other shares of JKP are asked only where JKK has a share, the rules of migrants
only where a package is, the month and the lateness of trainees only where their due day is.
"""


@cache
def cases_by_ground() -> dict[str, list[Case]]:
    """The cases that cite a provision: they are tried first."""
    found: dict[str, list[Case]] = {}
    for case in load_cases():
        for ground in run(case).get("grounds", ()):
            found.setdefault(ground, []).append(case)
    return found


def unchanged(case: Case, law: Law) -> bool:
    return not mismatches(case, run(case, law))


@cache
def sound_cases() -> dict[str, Case]:
    """The cases that hold under the law as it is; only these can notice a change."""
    return {case.id: case for case in load_cases() if unchanged(case, LAW)}


@pytest.mark.parametrize(("rule", "timeline"), list(nudges()))
def test_some_case_notices(rule: str, timeline: Timeline) -> None:
    nudged = evolve(LAW, timelines={**LAW.timelines, rule: timeline})
    sound = sound_cases()
    first = [case for case in cases_by_ground().get(f"provision:{rule}", []) if case.id in sound]
    assert not all(unchanged(case, nudged) for case in (*first, *sound.values()))


STATED = [decision for decision in LAW.decisions.values() if decision.number is not None]


@pytest.mark.parametrize("decision", STATED, ids=lambda decision: decision.id)
def test_some_case_notices_the_number_of_a_decision(decision: Decision) -> None:
    decisions = {
        **LAW.decisions,
        decision.id: evolve(decision, number=present(decision.number) + 1),
    }
    nudged = evolve(LAW, decisions=decisions)
    assert not all(unchanged(case, nudged) for case in sound_cases().values())


def test_every_case_holds_where_nothing_changes() -> None:
    assert list(sound_cases()) == [case.id for case in load_cases()]
    same = LAW.amended(*LAW.in_force())
    assert [case.id for case in load_cases() if not unchanged(case, same)] == []


def test_every_alternative_is_noticed() -> None:
    silent: list[str] = []
    for decision in LAW.decisions.values():
        asked = [
            case
            for case in sound_cases().values()
            if decision.id not in case.question.get("decisions", {})
        ]
        silent += [
            f"{decision.id} {other}"
            for other in decision.alternatives
            if all(unchanged(case, LAW.with_decisions(**{decision.id: other})) for case in asked)
        ]
    assert silent == []
