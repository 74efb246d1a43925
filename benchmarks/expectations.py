"""Times what comes back of 100,000 invented people over five years, as groups and as a register.

    python benchmarks/expectations.py [--people 100000] [--runs 1000]

The rates are supposed, for the sake of timing. Each figure is the CPU time of one run.
"""

import argparse
from datetime import date
from time import process_time

import polars as pl

from jamsos import Child, Family, Incapacity, Loss, WorkAccident, Worker
from jamsos.expectations import Circumstances, Household, Rate, expected_benefits
from jamsos.registers import premium_columns, synthetic_register
from jamsos.scenarios import Group, Scenario

FISHER = Worker(kind="independent", category="fisher", sector="other", income=900_000)
DRIVER = Worker(kind="independent", category="transport", sector="transport", income=2_800_000)
PUPIL = Child(
    birth=date(2015, 6, 1),
    level="SD",
    year=5,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
HOMES = Circumstances(
    prior_months=30,
    households=[
        Household(share="2/5", family=Family(children=())),
        Household(share="3/5", family=Family(children=(PUPIL,))),
    ],
    as_of=date(2026, 7, 15),
)
START = date(2026, 1, 5)
FALL = WorkAccident(
    on=START,
    land=400_000,
    unable=(Incapacity(first=START, last=date(2026, 2, 3)),),
    losses=(Loss(code="A25"),),
)
RATES = (
    Rate.of_death("2 per 1000", ages=(0, 44)),
    Rate.of_death("8 per 1000", ages=(45, 150)),
    Rate.of_death("0.5 per 1000", cause="work_accident"),
    Rate.of_accident("fall", "4 per 1000", FALL),
    Rate.of_accident("total", "0.1 per 1000", WorkAccident(on=START, total_permanent=True)),
)
GAP = ("2027-03", "2027-09")


def groups(people: int) -> list[Group]:
    born = [date(1990, 5, 4), date(1975, 5, 4)]
    return [
        Group(
            Worker(
                kind="independent",
                sector=one.sector,
                income=one.income,
                category=one.category,
                birth=birth,
            ),
            people=people // 4,
        )
        for one in (FISHER, DRIVER)
        for birth in born
    ]


def register(people: int) -> pl.DataFrame:
    """Invented people who all have a contribution."""
    frame = synthetic_register(people, seed=1)
    for month in ("2026-01", "2026-06", "2027-01"):
        priced = premium_columns(month, payer="APBD").added_to(frame)
        frame = priced.filter(pl.col("premium").is_not_null()).select(frame.columns)
    return frame.filter(pl.col("birth").is_not_null(), pl.col("kind").is_not_null())


def timed(name: str, scenario: Scenario, runs: int, gap: tuple[str, str] | None) -> None:
    begun = process_time()
    result = expected_benefits(scenario, rates=RATES, circumstances=HOMES, unpaid=gap)
    reckoned = process_time()
    result.simulate(seed=1, runs=runs)
    drawn = process_time()
    print(f"{name}: expected {reckoned - begun:.1f} s, {runs:,} runs {drawn - reckoned:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=1_000)
    stated = parser.parse_args()
    years = {"first": "2026-01", "last": "2030-12", "payer": "APBD"}
    of_groups = Scenario("groups", groups(stated.people), **years)
    people = register(stated.people)
    of_register = Scenario("register", people, **years)
    print(f"groups of {stated.people:,} people; a register of {people.height:,}")
    timed("groups", of_groups, stated.runs, None)
    timed("groups, with a gap", of_groups, stated.runs, GAP)
    timed("register, row 1", of_register.but("register", row=1), stated.runs, None)
    timed("register, by income", of_register, stated.runs, None)


if __name__ == "__main__":
    main()
