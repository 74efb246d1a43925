"""What comes back: by hand, against asking one by one, drawn, refused, and said."""

from bisect import bisect_right
from datetime import date
from fractions import Fraction
from hashlib import shake_128
from itertools import accumulate, pairwise
from math import comb
from random import Random
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from expectation_cases import (
    CASES,
    DRIVER,
    FISHER,
    HOMES,
    NONE,
    ON,
    ONE,
    PUPIL,
    RATES,
    figures,
    five_years,
    generated,
    one_by_one,
    result_of,
)
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    Child,
    Family,
    HomeCare,
    Incapacity,
    InputError,
    Month,
    UndecidedError,
    WorkAccident,
    Worker,
    current,
    load_scheme,
    what_if,
)
from jamsos.answers.texts import say
from jamsos.expectations import Circumstances, Household, Rate, expected_benefits
from jamsos.expectations.accident_words import accident_in_words
from jamsos.expectations.binomial import chances, drawn, draws
from jamsos.expectations.circumstances import accident_on
from jamsos.expectations.simulation import TOTAL, Figure, Simulation
from jamsos.scenarios import Group, Scenario
from jamsos.values.months import months_between


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_expectation_is_the_one_reckoned_by_hand(case: dict[str, Any]) -> None:
    assert case["article"]
    assert figures(result_of(case), case["expect"]) == case["expect"]


def test_there_are_five_worked_examples() -> None:
    assert len(CASES) == 5


@pytest.mark.parametrize("seed", range(8))
def test_the_expectation_is_what_asking_one_by_one_gives(seed: int) -> None:
    """With all facts of each worker: those that are left out when alike people are asked for."""
    random = Random(seed)  # noqa: S311 - the same every time
    scenario = generated(random)
    gap = random.choice([None, ("2026-02", "2026-02"), ("2026-01", "2026-06")])
    homes = evolve(HOMES, prior_months=random.choice([0, 2, 34]))
    result = expected_benefits(scenario, rates=RATES, circumstances=homes, unpaid=gap)
    assert result.benefits == one_by_one(scenario, homes, ())
    skipped = months_between(Month.of(gap[0]), Month.of(gap[1])) if gap else ()
    assert result.benefits_in_gap == one_by_one(scenario, homes, skipped)
    assert result.gap_cost == result.benefits - result.benefits_in_gap


def test_a_register_is_the_groups_of_those_who_are_alike() -> None:
    """Incomes of one row, codes in another spelling, and ages to the day."""
    births = [date(1990, 3, 2), date(1990, 3, 15), date(1990, 3, 16), None]
    rows: list[dict[str, Any]] = [
        {"kind": "b", "income": 900_000 + number, "birth": births[number % 3], "sector": "other"}
        for number in range(40)
    ]
    register = pl.DataFrame(rows).with_columns(category=pl.lit("fisher"), nik=pl.lit("x"))
    groups = [
        Group(Worker(kind="independent", sector="other", category="fisher", **facts), people=1)
        for facts in register.select("income", "birth").to_dicts()
    ]
    base = Scenario("daftar", register, first="2026-02", last="2026-05", payer="self")
    rates = [Rate.of_death("2 per 1000", ages=(15, 35)), Rate.of_death("5 per 1000", ages=(36, 99))]
    of_register = expected_benefits(base, rates=rates, circumstances=HOMES)
    of_groups = expected_benefits(
        base.but("daftar", population=groups), rates=rates, circumstances=HOMES
    )
    assert of_register.lines == of_groups.lines
    assert of_register.contributions == of_groups.contributions
    # Born by the 15th they are 36 in March, the others in April.
    march = [one for one in of_register.events if one.year == 2026]
    older = 27 * 3 + 13 * 2
    assert march[0].count == Fraction(5 * older + 2 * (160 - older), 12_000)


@pytest.mark.parametrize("columns", [{"id": [1, 2]}, {"sector": ["other", "transport"]}])
def test_a_register_may_tell_little(columns: dict[str, list[Any]]) -> None:
    """Under a scheme that fixes payer, programmes and row: two people, four months."""
    kutim = Scenario(
        "kutim",
        pl.DataFrame(columns),
        first="2026-02",
        last="2026-05",
        scheme=load_scheme("kutim"),
    )
    result = expected_benefits(kutim, rates=RATES[0], circumstances=HOMES)
    assert result.contributions == 2 * 4 * 16_800
    assert [one.count for one in result.events] == [Fraction(2 * 4 * 3, 12_000)]


def test_no_rate_of_0_is_asked_for() -> None:
    """Nothing is expected of it, and nobody without an income is refused for it."""
    anybody = five_years(population=Group(evolve(FISHER, income=None), people=10), row=1)
    rates = [Rate.of_death(0), Rate.of_death("1 per 1000", cause="work_accident")]
    result = expected_benefits(anybody, rates=rates, circumstances=HOMES)
    assert [one.event for one in result.events] == ["work_accident"] * 5
    assert result.ratio == result.benefits / result.contributions


def test_nothing_can_happen_without_a_rate() -> None:
    result = expected_benefits(
        five_years(10, last="2026-01"), rates=Rate.of_death("0"), circumstances=HOMES
    )
    simulation = result.simulate(seed=1, runs=3)
    assert (result.events, result.lines, simulation.figures) == ((), (), ())
    assert "Expected events" not in result.text("en")
    assert (simulation.table.height, result.table().height) == (0, 0)
    assert "Mean" not in simulation.text("en")


def test_without_contributions_there_is_no_ratio() -> None:
    scenario = Scenario("kosong", Group(FISHER, people=0), first="2026-01", last="2026-01")
    free = scenario.but("kosong", payer="APBD")
    result = expected_benefits(free, rates=RATES[0], circumstances=HOMES)
    assert result.ratio is None
    assert result.explain("en").endswith("the contributions come to Rp0.")


def test_nobody_pays_for_the_first_months() -> None:
    """Nobody is a member before the first month that is paid."""
    late = Scenario(
        "nanti", Group(FISHER, people=12), first="2026-01", last="2026-03", payer="APBD"
    )
    homes = evolve(HOMES, prior_months=0)
    gap = ("2026-01", "2026-02")
    result = expected_benefits(late, rates=RATES[0], circumstances=homes, unpaid=gap)
    # Twelve people, 3 in 1,000, for one month: the funeral benefit of the first three months.
    assert result.benefits_in_gap == Fraction(12 * 3, 12_000) * 10_000_000


# ---- The draws ----


@given(trials=st.integers(0, 12), chance=st.fractions(0, 1, max_denominator=1000))
def test_the_chances_are_those_of_the_binomial_distribution(trials: int, chance: Fraction) -> None:
    """To 2**-60, as reckoned with fractions from the definition."""
    if chance in {0, 1}:
        return
    exact = [
        comb(trials, number) * chance**number * (1 - chance) ** (trials - number)
        for number in range(trials + 1)
    ]
    of = chances(trials, chance)
    bounds = of.bounds
    for number, reached in enumerate(accumulate(exact[:-1])):
        place = number - of.least
        if 0 <= place < len(bounds):
            assert abs(Fraction(bounds[place], 2**64) - reached) < Fraction(1, 2**60)
        else:
            assert reached < Fraction(1, 2**60) or reached > 1 - Fraction(1, 2**60)


def test_many_trials_have_the_mean_and_the_variance_they_should() -> None:
    trials, chance = 6_000_000, Fraction(1, 4000)
    of = chances(trials, chance)
    bounds = [0, *of.bounds, 2**64]
    weights = [later - earlier for earlier, later in pairwise(bounds)]
    mean = Fraction(sum((of.least + place) * one for place, one in enumerate(weights)), 2**64)
    square = Fraction(
        sum((of.least + place) ** 2 * one for place, one in enumerate(weights)), 2**64
    )
    assert abs(mean - 1500) < Fraction(1, 10**9)
    assert abs(square - mean**2 - 1500 * (1 - chance)) < Fraction(1, 10**6)


def test_the_draws_are_those_of_shake128() -> None:
    """Eight bytes each, the lowest first; how often it happens by the bounds below a draw."""
    stream = shake_128(b"7 3").digest(8 * 50)
    words = [int.from_bytes(stream[at : at + 8], "little") for at in range(0, 400, 8)]
    assert list(draws(7, 3, 50)) == words
    of = chances(100, Fraction(1, 7))
    expected = [of.least + sum(bound <= word for bound in of.bounds) for word in words]
    assert drawn(of, draws(7, 3, 50)) == expected


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """The published test vector: SHAKE128 of nothing."""
    assert shake_128(b"").hexdigest(16) == "7f9c2ba4e88f827d616045507605853e"


def test_draws_stay_what_they_were() -> None:
    """Figures that were printed can be drawn again: these were the same on Python 3.9 to 3.13."""
    of = chances(1_200_000, Fraction(1, 4000))
    assert drawn(of, draws(2026, 3, 6)) == DRAWN


DRAWN = [333, 309, 304, 291, 289, 302]


# ---- The simulation ----


@pytest.fixture(scope="module")
def result() -> Any:
    return expected_benefits(
        five_years(20_000, last="2027-12"),
        rates=RATES,
        circumstances=HOMES,
        unpaid=("2027-03", "2027-09"),
    )


def total(simulation: Simulation, measure: str) -> Figure:
    [figure] = [one for one in simulation.figures if one.measure == measure and one.year == TOTAL]
    return figure


def test_the_mean_lies_within_its_error_in_95_of_100_seeds() -> None:
    year = five_years(last="2026-12")
    of_year = expected_benefits(year, rates=RATES[:3], circumstances=HOMES)
    within = 0
    for seed in range(100):
        figure = total(of_year.simulate(seed=seed, runs=100), "benefits")
        within += abs(figure.mean - figure.expected) <= figure.error
    assert within >= 95


def test_the_simulation_expects_what_is_reckoned(result: Any) -> None:
    simulation = result.simulate(seed=1, runs=10)
    assert total(simulation, "benefits").expected == result.benefits
    assert total(simulation, "gap_cost").expected == result.gap_cost
    by_year = [one for one in simulation.figures if one.measure == "benefits"]
    assert sum(one.expected for one in by_year if one.year != TOTAL) == result.benefits
    assert sum(one.mean for one in by_year if one.year != TOTAL) == by_year[-1].mean
    later = [one.expected for one in by_year if one.year == "later"]
    assert later == [result.later]


def test_the_error_is_three_standard_errors_and_not_less(result: Any) -> None:
    """Of one kind of event: n p (1 - p) times the square of what one pays, over the runs."""
    scenario = Scenario("satu", Group(FISHER, people=1_000), first="2026-01", last="2026-12")
    paid = scenario.but("satu", payer="APBD")
    homes = Circumstances(prior_months=12, households=evolve(NONE, share=1), as_of=ON)
    simulation = expected_benefits(paid, rates=RATES[0], circumstances=homes).simulate(
        seed=5, runs=400
    )
    chance = Fraction(3, 12_000)
    variance = 12_000 * chance * (1 - chance) * 42_000_000**2 / 400
    error = total(simulation, "benefits").error
    assert (error - 1) ** 2 < 9 * variance <= error**2
    assert [one.measure for one in simulation.figures] == ["benefits", "benefits"]


def test_the_same_seed_gives_the_same_and_another_another(result: Any) -> None:
    first, second = (result.simulate(seed=3, runs=50) for _ in range(2))
    assert first.figures == second.figures
    assert result.simulate(seed=4, runs=50).figures != first.figures


def test_quantiles_are_runs_in_order(result: Any) -> None:
    simulation = result.simulate(seed=2, runs=20, quantiles=[Fraction(1), "1/20", "1/2", 0])
    lowest, low, middle, highest = total(simulation, "benefits").quantiles
    assert lowest == low < middle < highest
    columns = ["q_0_1", "q_1_20", "q_1_2", "q_1_1"]
    assert [name for name in simulation.table.columns if name.startswith("q_")] == columns
    drawn_by_hand = drawn_totals(result, seed=2, runs=20)
    assert (lowest, middle, highest) == (drawn_by_hand[0], drawn_by_hand[9], drawn_by_hand[19])
    assert total(simulation, "benefits").mean == sum(drawn_by_hand) / 20


def drawn_totals(result: Any, *, seed: int, runs: int) -> list[Fraction]:
    """The total of each run, in order: cell by cell, without frames."""
    totals = [Fraction(0)] * runs
    for number, (cell, trials) in enumerate(result._cells.items()):
        of = chances(trials, cell.chance)
        amount = sum(Fraction(paid.amount) for paid in cell.outcome)
        stream = shake_128(f"{seed} {number}".encode()).digest(8 * runs)
        for run in range(runs):
            word = int.from_bytes(stream[8 * run : 8 * run + 8], "little")
            totals[run] += (of.least + bisect_right(of.bounds, word)) * amount
    return sorted(totals)


# ---- What is said ----


def test_it_is_said_in_both_languages(result: Any) -> None:
    said = result.explain()
    assert said.startswith("Menurut angka yang diandaikan, peserta dan keluarganya")
    assert "Dari setiap Rp1.000 iuran kembali Rp1." in said
    english = str(result.text("en"))
    for words in (
        "Expected benefits of APBD, January 2026 to December 2027",
        "death: another cause: supposed to happen to 3 in 1,000 people a year (everybody)",
        "30 days unable to work, disability of row A25 of the table",
        "60% of the participants: a child aged 11, primary school class 5",
        "The contributions from March 2027 to September 2027 are not paid, nor are they paid later",
        "If nothing is paid from March 2027 to September 2027",
        "PP 82/2019 Pasal 34",
    ):
        assert words in english
    assert str(result) == result.text("id")
    assert "Fact not stated" not in english
    assert result._repr_html_() == result.html("id")
    assert repr(result) == "<Expectation of 'APBD': 2026-01 to 2027-12>"
    simulation = result.simulate(seed=1, runs=10)
    assert "batas galat" in str(simulation).lower()
    assert "an epidemic or a disaster" in simulation.text("en")
    assert simulation._repr_html_().startswith('<div class="jamsos" lang="id">')
    assert repr(simulation) == "<Simulation of 'APBD': 10 runs, seed 1>"


def test_a_what_if_is_marked_wherever_it_is_shown() -> None:
    law = (
        what_if("usulan 2027", reason="rapat")
        .change("jkm.lump_sum", rupiah=30_000_000, first="2026-01")
        .law
    )
    scenario = Scenario("b", Group(FISHER, people=10), first="2026-01", last="2026-02", law=law)
    paid = scenario.but("b", payer="APBD")
    result = expected_benefits(paid, rates=RATES[0], circumstances=HOMES)
    assert result.benefits == Fraction(10 * 3 * 2, 12_000) * 52_000_000
    mark = 'ANDAIAN "usulan 2027", bukan hukum yang berlaku'
    simulation = result.simulate(seed=1, runs=2)
    said = (result.explain(), result.text(), simulation.text())
    assert [mark in one for one in said] == [True] * 3
    for shown in (result.html("en"), simulation.html("en")):
        assert "WHAT-IF &quot;usulan 2027&quot;" in shown
    for frame in (result.table(), result.table(()), simulation.table):
        assert set(frame["what_if"]) == {"ANDAIAN / WHAT-IF: usulan 2027"}
    assert repr(result).endswith("what if 'usulan 2027'>")
    assert current().what_ifs == ()


def test_tables_round_each_figure_and_lines_are_exact(result: Any) -> None:
    whole = result.table(())
    assert whole.columns == ["amount", "amount_in_gap"]
    assert whole["amount"].item() == result.benefits
    by_event = result.table("event")
    assert by_event["amount"].sum() == result.benefits
    assert set(by_event["event"]) == {"other", "work_accident", "jatuh", "cacat total"}
    no_gap = expected_benefits(five_years(100), rates=RATES[0], circumstances=HOMES)
    assert no_gap.table(["year", "year"]).columns == ["year", "amount"]
    assert no_gap.lines == no_gap.lines_in_gap
    assert no_gap.gap_cost == 0


def test_what_only_the_gap_brings_stands_in_the_table() -> None:
    """The arrears that are taken out of a benefit are paid in no other case."""
    result = expected_benefits(
        five_years(100, last="2026-06"),
        rates=RATES[0],
        circumstances=HOMES,
        unpaid=("2026-02", "2026-03"),
    )
    [row] = result.table("benefit").filter(benefit="jkm.set_off").to_dicts()
    assert row["amount"] == 0
    assert row["amount_in_gap"] < 0
    assert "-Rp" not in result.text("id")


def test_an_accident_in_words() -> None:
    care = HomeCare(first=ON, last=ON, cost=500_000)
    ill = WorkAccident(
        on=ON,
        glasses=1_000_000,
        home_care=(care,),
        home_care_recommended_on=ON,
        total_permanent=True,
    )
    said = say(accident_in_words(ill), "en")
    assert said == "Glasses: Rp1,000,000, Home care: Rp500,000, total permanent disability"
    assert say(accident_in_words(WorkAccident(on=ON)), "id") == "tanpa biaya dan tanpa cacat"
    for_good = WorkAccident(on=ON, unable=(Incapacity(first=ON),))
    assert say(accident_in_words(for_good), "en") == "unable to work, the last day not known"
    moved = accident_on(ill, date(2027, 1, 1))
    assert moved.home_care_recommended_on == date(2027, 1, 1)
    assert accident_on(WorkAccident(on=ON, unable=None), ON).unable is None


def test_a_rate_in_words() -> None:
    rate = Rate.of_death("2.5 per 1000", category="fisher", ages=(15, 44))
    said = "death: another cause: supposed to happen to 2 1/2 in 1,000 people a year"
    assert rate.stated.say("en") == f"{said} (fisher, aged 15 to 44)"
    assert rate.stated.say("id").endswith("setahun (nelayan, umur 15 sampai 44 tahun)")


# ---- What is refused ----

SMALL = five_years(10, last="2026-02")
CHILD = Child(birth=date(2015, 6, 1), level="SD", year=5, **PUPIL)


def asked(scenario: Any = SMALL, **changes: Any) -> Any:
    arguments = {"rates": RATES, "circumstances": HOMES, **changes}
    return untyped(expected_benefits)(scenario, **arguments)


def with_family(*children: Child) -> Circumstances:
    home = Household(share=1, family=Family(children=children))
    return Circumstances(prior_months=1, households=home, as_of=ON)


def old(name: str) -> Scenario:
    worker = evolve(FISHER, birth=None)
    return SMALL.but(name, population=Group(worker, people=1))


REFUSED: list[tuple[Any, str, str]] = [
    (lambda: untyped(Rate.of_death)(0.003), "yearly", "never a float"),
    (lambda: Rate.of_death("3 permille"), "yearly", "'3 per 1000'"),
    (lambda: Rate.of_death("1/0"), "yearly", "'3 per 1000'"),
    (lambda: Rate.of_death("1001 per 1000"), "yearly", "from 0 to 1"),
    (lambda: untyped(Rate.of_death)(None), "yearly", "share"),
    (lambda: Rate.of_death("1", cause="flood"), "cause", "work_accident"),
    (lambda: untyped(Rate.of_death)("1", ages=5), "ages", "(15, 44)"),
    (lambda: Rate.of_death("1", ages=(44, 15)), "ages", "exchange"),
    (lambda: Rate.of_death("1", ages=(-1, 15)), "ages", "from 0"),
    (lambda: Rate.of_death("1", category="pirate"), "category", "fisher"),
    (lambda: Rate.of_accident("", "1", WorkAccident(on=ON)), "name", "what happens"),
    (lambda: Rate.of_accident("other", "1", WorkAccident(on=ON)), "name", "name the accident"),
    (lambda: untyped(Rate.of_accident)("a", "1", "b"), "accident", "WorkAccident"),
    (lambda: Household(share="1", family=Family()), "Family.children", "() for none"),
    (lambda: untyped(Household)(share="1", family=1), "Household.family", "Family"),
    (lambda: with_family(Child(level="none")), "Family.children", "not yet at school"),
    (lambda: with_family(evolve(CHILD, last_school_year=2027)), "Child.last_school_year", "None"),
    (lambda: evolve(HOMES, households=[ONE]), "households", "make up 1"),
    (lambda: evolve(HOMES, households=1), "households", "Household"),
    (lambda: evolve(HOMES, prior_months=-1), "prior_months", "from 0"),
    (lambda: asked(scenario="a"), "scenario", "Scenario"),
    (lambda: asked(circumstances="a"), "circumstances", "Circumstances"),
    (lambda: asked(rates="a"), "rates", "Rate"),
    (lambda: asked(rates=[]), "rates", "at least one"),
    (lambda: asked(rates=RATES[:2]), "rates", "'0' where it does not happen"),
    (lambda: asked(rates=RATES[:1] * 2), "rates", "do not overlap"),
    (
        lambda: asked(scenario=old("a"), rates=Rate.of_death("1", ages=(1, 9))),
        "Worker.birth",
        "age",
    ),
    (lambda: asked(unpaid="2026-01"), "unpaid", "2027-06"),
    (lambda: asked(unpaid=("2026-01",)), "unpaid", "2027-06"),
    (lambda: asked(unpaid=("2026-01", "2026-03")), "unpaid", "2026-02"),
    (
        lambda: asked(scenario=SMALL.but("a", population=Group(Worker(), people=1))),
        "scenario",
        "compare(scenario)",
    ),
    (
        lambda: asked(scenario=SMALL.but("a", population=pl.DataFrame({"row": [1]}))),
        "column row",
        "drop the column",
    ),
    (
        lambda: asked(circumstances=with_family(CHILD, evolve(CHILD, married=True), CHILD, CHILD)),
        "Family.children",
        "leave out",
    ),
    (lambda: asked().table("village"), "by", "category"),
    (lambda: asked().simulate(seed=-1), "seed", "from 0"),
    (lambda: asked().simulate(seed=1, runs=0), "runs", "from 1"),
    (lambda: asked().simulate(seed=1, quantiles="1/2"), "quantiles", "list"),
    (lambda: asked().simulate(seed=1, quantiles=["2"]), "quantiles", "from 0 to 1"),
    (
        lambda: asked(
            scenario=SMALL.but("a", population=[Group(DRIVER, people=10**12)]), rates=RATES[:1]
        ).simulate(seed=1),
        "scenario",
        "fewer people",
    ),
]


@pytest.mark.parametrize(("call", "thing", "says"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_expected_is_refused(call: Any, thing: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.thing.endswith(thing)
    assert says in str(caught.value)


def test_a_missing_fact_is_no_amount_of_0() -> None:
    unknown = WorkAccident(on=ON, land=None)
    rates = Rate.of_accident("jatuh", "1 per 1000", unknown)
    with pytest.raises(UndecidedError, match="land"):
        expected_benefits(SMALL, rates=rates, circumstances=HOMES)
    studying = with_family(evolve(CHILD, studying=None))
    with pytest.raises(UndecidedError, match="studying"):
        expected_benefits(SMALL, rates=RATES[1:3], circumstances=studying)
