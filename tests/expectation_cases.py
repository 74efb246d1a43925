"""Worked examples of expected benefits, and what asking one by one says of generated ones."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from attrs import evolve

from jamsos import (
    Child,
    Family,
    Incapacity,
    Loss,
    Month,
    Participation,
    WorkAccident,
    Worker,
    death_benefit,
    jkk_benefit,
    load_scheme,
    payments,
)
from jamsos.expectations import Circumstances, Expectation, Household, Rate, expected_benefits
from jamsos.expectations.circumstances import accident_on
from jamsos.scenarios import Group, Scenario
from jamsos.values.months import months_between

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "expectations.toml").read_text("utf-8")
)["case"]
PUPIL: dict[str, Any] = {"studying": True, "lawful": True, "married": False, "working": False}
FISHER = Worker(kind="independent", category="fisher", sector="other", income=900_000)
DRIVER = Worker(kind="independent", category="transport", sector="transport", income=2_800_000)
ON = date(2026, 7, 15)
NONE = Household(share="2/5", family=Family(children=()))
ONE = Household(
    share="3/5",
    family=Family(
        spouse=True, children=(Child(birth=date(2015, 6, 1), level="SD", year=5, **PUPIL),)
    ),
)
FALL = WorkAccident(
    on=date(2026, 1, 5),
    land=400_000,
    unable=(Incapacity(first=date(2026, 1, 5), last=date(2026, 2, 3)),),
    losses=(Loss(code="A25"),),
)
TOTAL = WorkAccident(on=date(2026, 1, 5), total_permanent=True)
RATES = (
    Rate.of_death("3 per 1000"),
    Rate.of_death("0.5 per 1000", cause="work_accident", category="fisher"),
    Rate.of_death("1 per 1000", cause="work_accident", category="transport"),
    Rate.of_accident("jatuh", "4 per 1000", FALL),
    Rate.of_accident("cacat total", "0.1 per 1000", TOTAL),
)
HOMES = Circumstances(prior_months=30, households=(NONE, ONE), as_of=ON)


def household(stated: dict[str, Any]) -> Household:
    children = tuple(Child(**child, **PUPIL) for child in stated["children"])
    return Household(share=stated["share"], family=Family(spouse=True, children=children))


def rate(stated: dict[str, Any]) -> Rate:
    if "accident" in stated:
        accident = WorkAccident(on=ON, **stated["accident"])
        return Rate.of_accident(stated["name"], stated["yearly"], accident)
    return Rate.of_death(stated["yearly"], cause=stated.get("cause", "other"))


def result_of(case: dict[str, Any]) -> Expectation:
    """The library's answer to a worked example."""
    group = Group(Worker(**case["worker"]), people=case["people"])
    scenario = Scenario("contoh", group, first=case["first"], last=case["last"], payer="APBD")
    circumstances = Circumstances(
        prior_months=case["prior_months"],
        households=[household(one) for one in case["households"]],
        as_of=case["as_of"],
    )
    return expected_benefits(
        scenario,
        rates=[rate(one) for one in case["rates"]],
        circumstances=circumstances,
        unpaid=case.get("unpaid"),
    )


def figures(result: Expectation, names: Any) -> dict[str, Any]:
    """The figures a worked example names, as it writes them."""
    found: dict[str, Any] = {}
    for name in names:
        if name == "events":
            found[name] = {one.event: str(one.count) for one in result.events}
        elif name == "by_year":
            sums: dict[str, Fraction] = {}
            for line in result.lines:
                sums[str(line.year)] = sums.get(str(line.year), Fraction(0)) + line.amount
            found[name] = {year: str(amount) for year, amount in sums.items()}
        else:
            value = getattr(result, name)
            found[name] = str(value) if isinstance(value, Fraction) else value
    return found


def five_years(people: int = 100_000, **changes: Any) -> Scenario:
    """Fishers and drivers over five years, paid for by the district."""
    groups = [Group(FISHER, people=people * 7 // 10), Group(DRIVER, people=people * 3 // 10)]
    base = Scenario("APBD", groups, first="2026-01", last="2030-12", payer="APBD")
    return base.but("APBD", **changes) if changes else base


def generated(random: Random) -> Scenario:
    """Groups some of which grow or shrink, under a scheme, a row, or as the people pay."""
    groups: list[Group] = []
    for _ in range(random.randint(1, 3)):
        worker = evolve(
            random.choice([FISHER, DRIVER]),
            income=random.choice([500_000, 1_099_999, 1_100_000, 3_300_000, 25_000_000]),
            birth=random.choice([date(1990, 3, 15), date(1982, 8, 16), date(1981, 12, 31)]),
        )
        people: Any = random.randint(1, 50)
        if random.random() < 0.5:
            people = {"2026-01": people, "2026-03": people + 7, "2026-05": people // 2}
        groups.append(Group(worker, people=people, payer=random.choice(["self", "CSR"])))
    how: dict[str, Any] = random.choice(
        [{}, {"payer": "APBD"}, {"row": 3}, {"scheme": load_scheme("kutim")}]
    )
    return Scenario("uji", groups, first="2026-01", last="2026-08", **how)


def one_by_one(scenario: Scenario, homes: Circumstances, skipped: tuple[Month, ...]) -> Fraction:
    """The same sum, every worker with all facts, each month, rate and household asked for."""
    scheme, law = scenario.applied_scheme, scenario.applied_law
    whole = Fraction(0)
    assert isinstance(scenario.population, tuple)
    for group in scenario.population:
        for month in scenario.months:
            day = month.first_day.replace(day=15)
            for joined, people in cohorts(group, scenario.months, month, homes.prior_months):
                owed = [one for one in months_between(joined, month) if one not in skipped]
                paid = tuple(payment for one in owed for payment in payments(one, one))
                later = [one for one in months_between(joined, month + 12) if one not in skipped]
                member = Participation(
                    number_issued=later[0].first_day,
                    payments=paid,
                    payer=scenario.payer or group.payer if scheme is None else "APBD",
                    row=scenario.row,
                )
                for rate in RATES:
                    if rate.category not in {None, group.worker.category}:
                        continue
                    for home in homes.households:
                        family = home.on(day, homes.as_of)
                        if rate.accident is None:
                            answer: Any = death_benefit(
                                group.worker,
                                member,
                                family,
                                died_on=day,
                                cause=rate.cause,
                                accident_on=None if rate.name == "other" else day,
                                scheme=scheme,
                                law=law,
                            )
                        else:
                            accident = accident_on(rate.accident, day)
                            answer = jkk_benefit(
                                group.worker, member, accident, family, scheme=scheme, law=law
                            )
                        amount = answer.total + answer.scholarship.remaining_to_age_limit
                        whole += people * home.share * rate.yearly / 12 * amount
    return whole


def cohorts(
    group: Group, months: tuple[Month, ...], month: Month, prior: int
) -> list[tuple[Month, int]]:
    """Who is there in a month, by the first month paid: person by person, the last leave first."""
    people: list[Month] = []
    for one in months_between(months[0], month):
        joined = one + -prior if one == months[0] else one
        count = group.in_month(one)
        people += [joined] * (count - len(people))
        del people[count:]
    return [(joined, people.count(joined)) for joined in sorted(set(people))]
