"""Every provision, recorded absence and decision has a case that rests on it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest
from case_runner import Case, load_cases, schemes

from jamsos import JamsosError, current
from jamsos.door.replies import key_of


@cache
def proving() -> Mapping[str, list[Case]]:
    """The cases that rest on each ground."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in load_cases():
        if isinstance(case.asked, JamsosError):
            continue
        try:
            grounds = case.asked.ask(schemes()).grounds
        except JamsosError:
            continue
        for ground in grounds:
            found[key_of(ground)].append(case)
    return found


@pytest.mark.parametrize("rule", [*current().in_force()], ids=lambda rule: f"{rule.id}@{rule.since}")
def test_every_period_of_every_provision_has_a_case(rule):
    assert proving()[key_of(rule)]


@pytest.mark.parametrize("rule", sorted(current().absences))
def test_every_recorded_absence_has_a_case(rule):
    assert proving()[f"absence:{rule}"]


@pytest.mark.parametrize("rule", sorted(current().readings))
def test_every_decision_has_a_case(rule):
    assert proving()[f"decision:{rule}"]
