"""Every provision, recorded absence and decision has a case that rests on it."""

from collections import Counter
from functools import cache

import pytest
from case_runner import load_cases, schemes

from jamsos import JamsosError, current
from jamsos.door.replies import key_of


@cache
def cited() -> Counter[str]:
    """How many cases rest on each ground."""
    found: Counter[str] = Counter()
    for case in load_cases():
        if isinstance(case.asked, JamsosError):
            continue
        try:
            found.update(key_of(ground) for ground in case.asked.ask(schemes()).grounds)
        except JamsosError:
            continue
    return found


@pytest.mark.parametrize("rule", [*current().in_force()], ids=lambda rule: f"{rule.id}@{rule.since}")
def test_every_period_of_every_provision_has_a_case(rule):
    assert cited()[key_of(rule)]


@pytest.mark.parametrize("rule", sorted(current().absences))
def test_every_recorded_absence_has_a_case(rule):
    assert cited()[f"absence:{rule}"]


@pytest.mark.parametrize("rule", sorted(current().readings))
def test_every_decision_has_a_case(rule):
    assert cited()[f"decision:{rule}"]
