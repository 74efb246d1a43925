"""Scenarios against asking one by one: 2,000 of them, of groups and of registers."""

from random import Random

import pytest
from scenario_cases import check, one_by_one, scenario

from jamsos.scenarios import compare

BY = ["month", "kecamatan", "village", "category", "payer"]


@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_two_scenarios_are_what_asking_one_by_one_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    base, of_base = scenario(random, "dasar", of_register=random.random() < 0.5)
    other, of_other = scenario(random, "lain", of_register=random.random() < 0.5)
    sums = {"dasar": one_by_one(base, of_base), "lain": one_by_one(other, of_other)}
    check(compare(base, other, by=BY), sums)
