"""Scenarios against asking one by one: 2,000 of them, of groups and of registers."""

from random import Random

import pytest
from scenario_cases import (
    by_runs,
    check,
    check_deaths,
    deaths_one_by_one,
    one_by_one,
    scenario,
    with_deaths,
)

from jamsos.scenarios import compare
from jamsos.scenarios.deaths import deaths_of

BY = ["month", "kecamatan", "village", "category", "payer"]


@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_two_scenarios_are_what_asking_one_by_one_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    base, of_base = scenario(random, "dasar", of_register=random.random() < 0.5)
    other, of_other = scenario(random, "lain", of_register=random.random() < 0.5)
    sums = {"dasar": one_by_one(base, of_base), "lain": one_by_one(other, of_other)}
    check(compare(base, other, by=BY), sums)
    whole = compare(base, other).table["premium"].to_list()
    for premium, made, some in zip(whole, (base, other), (of_base, of_other), strict=True):
        assert by_runs(made, some) in {None, premium}


@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_deaths_under_two_scenarios_are_what_asking_one_by_one_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    base, of_base = with_deaths(random, "dasar", of_register=random.random() < 0.5)
    other, of_other = with_deaths(random, "lain", of_register=random.random() < 0.5)
    deaths = {"dasar": deaths_one_by_one(base, of_base), "lain": deaths_one_by_one(other, of_other)}
    # Without their contributions, which the test above compares.
    check_deaths(deaths_of((base, other), tuple(BY)), deaths)
