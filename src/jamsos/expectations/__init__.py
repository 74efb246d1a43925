"""What comes back: expected benefits from rates the caller states; needs the extra ``registers``.

No rate stands in the library: every rate is one that somebody supposes, and is printed as such.

>>> from datetime import date
>>> from jamsos import Family, Worker
>>> from jamsos.expectations import Circumstances, Household, Rate, expected_benefits
>>> from jamsos.scenarios import Group, Scenario
>>> fishers = Group(Worker(kind="independent", income=900_000, sector="other"), people=1_000)
>>> year = Scenario("APBD", fishers, first="2026-01", last="2026-12", payer="APBD")
>>> no_children = Household(share=1, family=Family(children=()))
>>> circumstances = Circumstances(prior_months=12, households=no_children, as_of=date(2026, 1, 1))
>>> deaths = Rate.of_death("3 per 1000")
>>> result = expected_benefits(year, rates=deaths, circumstances=circumstances)
>>> result.benefits, result.contributions
(Fraction(126000000, 1), 201600000)
"""

from jamsos.registers.frames import imported

imported("polars", "registers")

from jamsos.expectations.circumstances import Circumstances, Household  # noqa: E402
from jamsos.expectations.expectation import Expectation  # noqa: E402
from jamsos.expectations.lines import ExpectedEvents, ExpectedLine  # noqa: E402
from jamsos.expectations.rates import Rate  # noqa: E402
from jamsos.expectations.reckoning import expected_benefits  # noqa: E402
from jamsos.expectations.simulation import Figure, Simulation  # noqa: E402

__all__ = [
    "Circumstances",
    "Expectation",
    "ExpectedEvents",
    "ExpectedLine",
    "Figure",
    "Household",
    "Rate",
    "Simulation",
    "expected_benefits",
]
