"""Reliefs in a changed law: one made longer, and one without an end."""

from datetime import date

import pytest
from attrs import evolve

from jamsos import Employment, Law, Worker, current, premium, wage_premium

LAW = current()
DRIVER = Worker(kind="b", sector="transport", income=900_000)
TAILOR = Employment(
    pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="II",
    industry="textile_apparel", active_workers=50, paid_up_to="2025-01",
)  # fmt: skip


def until(rule: str, end: date | None) -> Law:
    """The law with another end of a relief."""
    return evolve(
        LAW,
        timelines={
            **LAW.timelines,
            rule: (*LAW.timelines[rule][:-1], evolve(LAW.timelines[rule][-1], until=end)),
        },
    )


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2027, 4, 1), "up to and including March 2027"),  # PP 50/2025
        (date(2028, 1, 1), "up to and including December 2027"),
        (None, "up to and including a month not yet fixed"),
    ],
)
def test_a_relief_says_its_last_month(end: date | None, said: str) -> None:
    answer = premium(DRIVER, "2026-02", payer="self", law=until("relief.pp50_2025.transport", end))
    assert answer.total == 8_400
    assert said in answer.text("en")


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2026, 2, 1), "up to and including January 2026"),  # PP 36/2025 Pasal 10A
        (date(2026, 8, 1), "up to and including July 2026"),
        (None, "up to and including a month not yet fixed"),
    ],
)
def test_a_relief_of_wage_earners_says_its_last_month(end: date | None, said: str) -> None:
    answer = wage_premium(TAILOR, "2025-09", law=until("relief.pp7_2025.pu", end))
    assert answer.total == 22_800
    assert said in answer.text("en")
