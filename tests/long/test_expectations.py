"""The simulation of 100,000 people over five years, with a gap, against the exact expectation."""

from collections import Counter
from random import Random

import pytest
from expectation_cases import HOMES, RATES, five_years, generated, one_by_one

from jamsos.expectations import expected_benefits


def test_each_mean_lies_within_its_error_in_95_of_100_seeds() -> None:
    """Of every year, and of what the gap costs."""
    result = expected_benefits(
        five_years(), rates=RATES, circumstances=HOMES, unpaid=("2027-03", "2027-09")
    )
    within: Counter[tuple[str, str]] = Counter()
    for seed in range(100):
        for figure in result.simulate(seed=seed, runs=200).figures:
            key = (figure.measure, figure.year)
            within[key] += abs(figure.mean - figure.expected) <= figure.error
    assert len(within) == 14
    assert min(within.values()) >= 95


@pytest.mark.parametrize("seed", range(1_000, 1_060))
def test_the_expectation_is_what_asking_one_by_one_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    scenario = generated(random)
    result = expected_benefits(scenario, rates=RATES, circumstances=HOMES)
    assert result.benefits == one_by_one(scenario, HOMES, ())
