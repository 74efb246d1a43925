"""Every provision, recorded absence and decision has a case that rests on it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest
from case_runner import Case, load_cases, schemes

from jamsos import Grade, JamsosError, Provision, current
from jamsos.answers.ground_keys import key_of

OF_LAW = ("provision:", "absence:", "decision:")


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


@pytest.mark.parametrize(
    "rule", [*current().in_force()], ids=lambda rule: f"{rule.id}@{rule.since}"
)
def test_every_period_of_every_provision_has_a_case(rule: Provision) -> None:
    assert proving()[key_of(rule)]


@pytest.mark.parametrize("rule", sorted(current().absences))
def test_every_recorded_absence_has_a_case(rule: str) -> None:
    assert proving()[f"absence:{rule}"]


@pytest.mark.parametrize("rule", sorted(current().decisions))
def test_every_decision_has_a_case(rule: str) -> None:
    assert proving()[f"decision:{rule}"]


def test_every_case_that_is_decided_rests_on_a_provision_an_absence_or_a_decision() -> None:
    held = {case.id for key, cases in proving().items() if key.startswith(OF_LAW) for case in cases}
    decided = {
        case.id
        for case in load_cases()
        if "error" not in case.expect and "needs" not in case.expect
    }
    assert sorted(decided - held) == []


def test_most_of_the_two_regulations_on_a_claim_was_read_word_for_word() -> None:
    """PP 44/2015 and Permenaker 5/2021, in force on the last day known: at least 85 percent."""
    law = current()
    read = [
        provision.grade is Grade.VERBATIM
        for provision in law.in_force(law.known_until)
        if {source.instrument for source in provision.sources} & {"PP 44/2015", "Permenaker 5/2021"}
    ]
    assert len(read) > 100
    assert 100 * sum(read) >= 85 * len(read)
