"""A plan against a budget equals counting by hand, whatever the order, budget and rows."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from untyped import untyped

from jamsos import InputError, OutsideLawError, load_scheme
from jamsos.answers.texts import say
from jamsos.registers import Rank, enrolment_columns, plan, premium_columns, synthetic_register
from jamsos.registers.planning.budget import covered_passing, covered_until
from jamsos.registers.summing.labels import value_label

# Lampiran II: row 1 costs 10,000 for JKK, row 2 (from 1,100,000) 12,000; JKM 6,800;
# APBD pays in full.
ROW_1, ROW_2 = 16_800, 18_800
LOW, HIGH = 900_000, 1_100_000


def register(*people: tuple[str | None, str | None, int | None], **columns: Any) -> pl.DataFrame:
    """People by category, village and income, who may all be enrolled."""
    facts = {"category": pl.String, "village": pl.String, "income": pl.Int64}
    known = pl.DataFrame(people, schema=facts, orient="row").with_columns(
        kind=pl.lit("b"),
        works=pl.lit(value=True),
        foreign=pl.lit(value=False),
        birth=pl.lit(date(1990, 1, 1)),
    )
    return known.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String)).with_columns(
        **columns
    )


ASKED: dict[str, Any] = {
    "first": "2026-10",
    "last": "2026-10",
    "payer": "APBD",
    "order": ["village"],
}


def changed(asked: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What is asked of a plan, some of it changed."""
    return {**asked, **changes}


def test_stop_at_the_first_who_does_not_fit() -> None:
    people = register(
        ("farmer", "B", LOW), ("fisher", "A", LOW), ("farmer", "A", HIGH), ("fisher", "C", LOW)
    )
    found = plan(people, budget=2 * ROW_1 + 500, **ASKED)
    # A: 2 (16,800), 3 (18,800): does not fit, and ends it although B and C would fit.
    assert found.people["plan"].to_list() == ["waiting", "covered", "waiting", "waiting"]
    assert found.people["plan_place"].to_list() == [3, 1, 2, 4]
    assert found.people["plan_from"].to_list() == [None, date(2026, 10, 1), None, None]
    assert found.people["plan_needed"].to_list() == [18_300, None, 1500, 35_100]
    assert (found.spent, found.left, found.needed) == (ROW_1, ROW_1 + 500, 35_100)
    assert found.accounts == {"jkk": 10_000, "jkm": 6_800, "jht": 0}
    assert found.next_people.rows() == [
        (2, "A", ROW_2, 1500),
        (3, "B", ROW_1, 18_300),
        (4, "C", ROW_1, 35_100),
    ]
    assert found.next_villages.rows() == [
        ("A", 1, ROW_2, 1500),
        ("B", 1, ROW_1, 18_300),
        ("C", 1, ROW_1, 35_100),
    ]
    assert found.steps.rows()[0] == ("A", 2, 1, 1, ROW_2, 1500)
    assert repr(found).startswith("<Plan 2026-10 to 2026-10: {'covered': 1")


def test_skip_those_who_do_not_fit() -> None:
    people = register(
        ("farmer", "B", LOW), ("fisher", "A", LOW), ("farmer", "A", HIGH), ("fisher", "C", LOW)
    )
    found = plan(people, budget=2 * ROW_1 + 500, skip=True, **ASKED)
    assert found.people["plan"].to_list() == ["covered", "covered", "waiting", "waiting"]
    assert (found.left, found.needed) == (500, ROW_1 + ROW_2 - 500)
    assert found.steps.rows() == [
        ("A", 2, 1, 1, ROW_2, 18_300), ("B", 1, 1, 0, 0, None), ("C", 1, 0, 1, ROW_1, 35_100),
    ]  # fmt: skip


def test_the_length_of_cover_multiplies() -> None:
    found = plan(
        register(("farmer", "A", LOW)), budget=12 * ROW_1 - 1, **changed(ASKED, last="2027-09")
    )
    assert found.counts["covered"] == 0
    assert found.needed == 1
    assert (
        plan(
            register(("farmer", "A", LOW)), budget=12 * ROW_1, **changed(ASKED, last="2027-09")
        ).left
        == 0
    )


def test_a_later_start_for_everybody() -> None:
    people = register(("farmer", "A", LOW), ("farmer", "A", LOW))
    asked: dict[str, Any] = {**ASKED, "first": "2026-07", "last": "2026-10", "start": "later"}
    # Two people cost 33,600 a month: 4 months 134,400, 3 months 100,800, 1 month 33,600.
    assert str(plan(people, budget=134_400, **asked).first) == "2026-07"
    whole = plan(people, budget=134_399, **asked)
    assert (str(whole.first), whole.counts["covered"], whole.left) == ("2026-08", 2, 33_599)
    assert whole.people["plan_from"].to_list() == [date(2026, 8, 1)] * 2
    part = plan(people, budget=33_599, **asked)
    assert (str(part.first), part.counts["covered"]) == ("2026-10", 1)
    assert str(plan(people, budget=33_599, **changed(asked, start="first")).first) == "2026-07"


def born(*births: date | None, **columns: Any) -> pl.DataFrame:
    """Farmers whom the scheme of Kutai Timur takes, but for their age."""
    facts: dict[str, Any] = {
        "letter": True,
        "registry_match": True,
        "wage_earner": False,
        "other_payer": False,
        "resident_of": "64.08",
    }
    people = register(*[("farmer", "A", LOW)] * len(births), birth=pl.Series(births, dtype=pl.Date))
    return people.with_columns(**{name: pl.lit(fact) for name, fact in facts.items()}).with_columns(
        **columns
    )


YEAR: dict[str, Any] = {
    "first": "2025-01",
    "last": "2025-12",
    "order": [Rank("age", descending=True)],
}


def test_a_later_beginning_loses_nobody_who_turns_65() -> None:
    people = born(date(1960, 2, 15), date(1990, 1, 1), date(1991, 1, 1))
    asked: dict[str, Any] = {**YEAR, "payer": "APBD", "budget": 22 * ROW_1}
    # Three people for twelve months are 36; the oldest alone is 12, and the next does not fit.
    first = plan(people, **asked)
    assert first.people["plan"].to_list() == ["covered", "waiting", "waiting"]
    # The oldest is 64 on 1 February, 65 on 1 March. With them from February:
    # 11 + 2 * 6 in July, 11 + 2 * 5 in August.
    later = plan(people, **asked, start="later")
    assert (str(later.first), later.counts["covered"], later.spent) == ("2025-08", 3, 21 * ROW_1)
    assert later.people["plan_from"].to_list() == [
        date(2025, 2, 1),
        date(2025, 8, 1),
        date(2025, 8, 1),
    ]
    assert later.people["enrol_from"].to_list() == [date(2025, 1, 1)] * 3
    assert later.people["premium"].to_list() == [11 * ROW_1, 5 * ROW_1, 5 * ROW_1]
    assert later.begins.rows() == [(date(2025, 2, 1), 1, 1), (date(2025, 8, 1), 2, 2)]
    said = later.text("en")
    assert said.startswith("Plan of cover, February 2025 to December 2025"), (
        "he is paid for from February"
    )
    assert "Everybody begins together in August 2025" in said
    assert "Anyone who cannot be enrolled in that month starts in the next month possible" in said
    assert "  February 2025  1 of 1 covered\n  August 2025    2 of 2 covered" in said


def test_the_last_beginning_is_one_in_which_somebody_can_begin() -> None:
    """The scheme's criteria are known up to December 2025; four months to March are 67,200."""
    asked: dict[str, Any] = {
        "first": "2025-10",
        "last": "2026-03",
        "order": ["age"],
        "scheme": load_scheme("kutim"),
    }
    found = plan(born(date(1990, 1, 1)), budget=10_000, start="later", **asked)
    assert (str(found.first), str(found.since), found.needed) == ("2025-12", "2025-12", 57_200)
    assert found.text("en").startswith("Plan of cover, December 2025 to March 2026")


def test_who_can_begin_only_early_waits_for_money_and_is_not_dropped() -> None:
    people = born(date(1960, 6, 15), date(1960, 6, 20))
    asked: dict[str, Any] = {**YEAR, "payer": "APBD", "start": "later"}
    # Both can be enrolled in June at the latest: seven months to the end, 117,600 each.
    found = plan(people, budget=4 * ROW_1, **asked)
    assert (found.counts["waiting"], found.counts["not_eligible"], found.needed) == (
        2,
        0,
        10 * ROW_1,
    )
    assert found.next_people["needed"].to_list() == [3 * ROW_1, 10 * ROW_1]
    assert found.begins.rows() == [(date(2025, 6, 1), 2, 0)]
    assert plan(people, budget=7 * ROW_1, **asked).people["plan"].to_list() == [
        "covered",
        "waiting",
    ]


def test_who_turns_18_begins_in_the_month_in_which_he_can() -> None:
    # 18 on 10 March, on 1 April and on 1 January 2026;
    # one turns 65 on 2 January, one was 65 before.
    births = [
        date(2007, 3, 10),
        date(2007, 4, 1),
        date(2008, 1, 1),
        date(1960, 1, 2),
        date(1959, 12, 31),
        None,
    ]
    found = plan(born(*births), budget=10**9, scheme=load_scheme("kutim"), **YEAR)
    april, january = date(2025, 4, 1), date(2025, 1, 1)
    assert found.people["enrol_from"].to_list() == [april, april, None, january, None, None]
    assert found.people["plan_from"].to_list() == [april, april, None, january, None, None]
    state = ["covered", "covered", "undecided", "covered", "not_eligible", "undecided"]
    assert found.people["plan"].to_list() == state
    assert found.people["enrol"].to_list() == [True, True, None, True, False, None]
    assert found.people["premium"].to_list()[:2] == [9 * ROW_1] * 2
    assert found.spent == (9 + 9 + 12) * ROW_1
    assert found.begins.rows() == [(january, 1, 1), (april, 2, 2)]
    assert "Bulan mulai dilindungi" in str(found)
    assert "Bulan mulai dilindungi" not in str(
        plan(born(births[3]), budget=0, scheme=load_scheme("kutim"), **YEAR)
    )


def test_reasons_are_those_of_the_whole_plan_whenever_a_person_begins() -> None:
    # The relief of PP 50/2025 for other sectors begins in April 2026; the first is 65 on 1 April.
    people = born(
        date(1961, 3, 15), date(1961, 3, 15), date(1990, 1, 1), None, sector=pl.lit("other")
    )
    people = people.with_columns(income=pl.Series([LOW, None, LOW, LOW]))
    asked: dict[str, Any] = {"first": "2026-02", "last": "2026-06", "payer": "self"}
    found = plan(people, budget=3 * ROW_1, start="later", order=["income"], **asked)
    enrolment, premiums = (
        enrolment_columns(date(2026, 2, 1)),
        premium_columns("2026-02", "2026-06", payer="self"),
    )
    assert [enrolment.reason(code).key for code in found.people["enrol_reason"]] == [
        "eligible", "eligible", "eligible", "unknown.age.worker.birth",
    ]  # fmt: skip
    # From March on one month in full and three at half, 42,000;
    # the other one at half, in June alone 8,400.
    assert str(found.first) == "2026-06"
    assert found.people["plan"].to_list() == ["covered", "unpriced", "covered", "undecided"]
    assert found.people["premium"].to_list() == [
        ROW_1 + 3 * ROW_1 // 2,
        None,
        ROW_1 // 2,
        ROW_1 // 2,
    ]
    texts = [premiums.reason(code).text("en") for code in found.people["premium_reason"]]
    assert "does not apply to the sector stated" in texts[0]
    assert "Cannot be decided; still needed: the monthly income" in texts[1]
    assert "50% is due" in texts[2]
    assert set(found.others["key"]) == {"needs.worker.income", "unknown.age.worker.birth"}


def test_members_take_part_as_everybody_does_and_may_be_put_first() -> None:
    # A member since 2023, entered at 64 and now 66, goes on (rule P39);
    # who is 66 and no member may not enter.
    births = [date(1990, 1, 1), date(1958, 12, 1), date(1958, 12, 1), date(1995, 1, 1)]
    issued = pl.Series([None, date(2023, 1, 2), None, date(2025, 3, 1)], dtype=pl.Date)
    people = born(*births, number_issued=issued, payer=pl.Series(["self", "APBD", "APBD", "APBD"]))
    paid_for = (pl.col("number_issued") <= date(2025, 1, 1)) & (pl.col("payer") == "APBD")
    people = people.with_columns(member=paid_for.fill_null(value=False))
    asked: dict[str, Any] = {**YEAR, "payer": "APBD", "budget": 12 * ROW_1}
    found = plan(people, **changed(asked, order=[Rank("member", first=(True,)), "age"]))
    assert found.people["plan"].to_list() == ["waiting", "covered", "not_eligible", "waiting"]
    assert found.steps.select("step", "people", "covered").rows() == [
        ("true", 1, 1),
        ("false", 2, 0),
    ]
    assert plan(people, **changed(asked, order=["age"])).people["plan"].to_list()[1] == "waiting"


def test_only_the_eligible_and_priced_take_part() -> None:
    people = register(
        ("farmer", "A", LOW), ("farmer", "A", None), ("farmer", "A", LOW), ("farmer", "A", LOW),
        birth=pl.Series([date(1990, 1, 1), date(1990, 1, 1), date(1950, 1, 1), None]),
    )  # fmt: skip
    found = plan(people, budget=10**9, **ASKED)
    assert found.people["plan"].to_list() == ["covered", "unpriced", "not_eligible", "undecided"]
    assert found.counts == {
        "covered": 1,
        "waiting": 0,
        "not_eligible": 1,
        "undecided": 1,
        "unpriced": 1,
    }
    assert sorted(found.others["outcome"]) == ["cannot_decide", "cannot_decide", "no"]
    assert found.others["people"].sum() == 3
    assert found.people.drop("plan").columns[: len(people.columns)] == people.columns


def test_nobody_takes_part_and_nothing_is_there() -> None:
    nobody = plan(register(("farmer", "A", None)), budget=0, **ASKED)
    assert (nobody.spent, nobody.needed, nobody.grounds) == (0, 0, ())
    assert plan(register(), budget=0, **ASKED).people.is_empty()
    assert "takes part: 0 people" in nobody.text("en")


def test_a_category_first_then_age_then_the_id() -> None:
    people = register(
        ("farmer", None, LOW), ("fisher", None, LOW), (None, None, LOW), ("trader", None, LOW),
        ("fisher", None, LOW), ("fisher", None, LOW), ("fisher", None, LOW),
        birth=pl.Series([date(1980, 1, 1), date(1990, 1, 1), *[date(1970, 1, 1)] * 2,
                         *[date(1985, 1, 1)] * 3]),
        id=pl.Series(["1", "2", "3", "4", "10", "9", None]),
    )  # fmt: skip
    order = [Rank("category", first=("fisher", "farmer")), Rank("age", descending=True)]
    found = plan(people, budget=0, **changed(ASKED, order=order))
    # Fishers: born 1985 with id 9, 10 and none, then 1990; the farmer; the trader;
    # who states no category last.
    assert found.people.sort("plan_place")["id"].to_list() == ["9", "10", None, "2", "1", "4", "3"]
    youngest = plan(people, budget=0, **changed(ASKED, order=["age"]))
    assert youngest.people.sort("plan_place")["id"].to_list() == [
        "2",
        "9",
        "10",
        None,
        "1",
        "3",
        "4",
    ]
    assert youngest.steps["step"][0] == "1990-01-01"


def test_columns_of_the_caller_may_have_any_name() -> None:
    people = register(
        ("farmer", "A", LOW), ("farmer", "A", LOW), covered=pl.Series([2, 1]), cost=pl.lit(3)
    )
    found = plan(people, budget=ROW_1, **changed(ASKED, order=["covered", "cost"]))
    assert found.people.select("covered", "plan").rows() == [(2, "waiting"), (1, "covered")]
    assert found.steps["step"].to_list() == ["1", "2"]


@pytest.mark.parametrize(
    ("values", "rank", "wanted"),
    [
        ([True, None, False], Rank("poor"), [1, 2, 0]),
        ([True, None, False], Rank("poor", descending=True), [0, 2, 1]),
        ([True, None, False], Rank("poor", first=(True,)), [0, 2, 1]),
        ([3, None, 5], Rank("score", descending=True), [1, 2, 0]),
        ([0.5, float("nan"), 0.25], Rank("score", descending=True), [0, 2, 1]),
        ([3, 4, 5], Rank("score", first=(5, 3)), [1, 2, 0]),
    ],
)
def test_ranks_of_the_caller(
    values: list[float | int | None], rank: Rank, wanted: list[int]
) -> None:
    people = register(*[("farmer", "A", LOW)] * 3).with_columns(
        pl.Series(rank.column, values, strict=False)
    )
    found = plan(people, budget=0, **changed(ASKED, order=[rank]))
    assert [place - 1 for place in found.people["plan_place"]] == wanted


def test_codes_of_an_enum_are_compared_as_text() -> None:
    people = register(*[(category, "A", LOW) for category in ("trader", "farmer")])
    people = people.with_columns(pl.col("category").cast(pl.Enum(["trader", "farmer"])))
    assert plan(people, budget=0, **changed(ASKED, order=["category"])).people[
        "plan_place"
    ].to_list() == [2, 1]


def test_numbers_as_ids_and_no_ids() -> None:
    people = register(*[("farmer", "A", LOW)] * 2)
    assert plan(people.with_columns(id=pl.Series([10, 9])), budget=0, **ASKED).people[
        "plan_place"
    ].to_list() == [2, 1]
    bare = plan(people.drop("id", "village"), budget=0, **changed(ASKED, order=["income"]))
    assert bare.people["plan_place"].to_list() == [1, 2]
    assert bare.next_villages["village"].to_list() == ["unknown"]
    assert "as the records have no number" in bare.text("en")


def test_a_scheme_prices_and_decides() -> None:
    people = synthetic_register(2000, seed=4).with_columns(letter=pl.lit(value=True))
    found = plan(people, budget=20_000_000, first="2025-01", last="2025-12",
                 order=["kecamatan", "village"], scheme=load_scheme("kutim"))  # fmt: skip
    assert found.spent == found.counts["covered"] * 12 * ROW_1
    assert sum(found.counts.values()) == people.height
    said = found.text("en")
    assert "further rows" in said
    assert not any(nik in said + found.html() for nik in people["nik"].head(50))


def test_a_plan_explains_itself() -> None:
    people = register(("farmer", "<b>", LOW), ("fisher", "A", HIGH), ("farmer", "A", None))
    order = [Rank("category", first=("fisher",)), "village", Rank("income", descending=True), "age"]
    found = plan(people, budget=ROW_2, **changed(ASKED, order=order, skip=True, last="2026-10"))
    assert str(found) == found.text("id")
    said = found.text("en")
    for sentence in (
        "Plan of cover, October 2026 to October 2026",
        "Covered: 1 person; waiting: 1 person; Rp16,800 more would cover everybody.",
        "category: fisher first",
        "village: smallest first; unknown last",
        "income: largest first; unknown last",
        "age: youngest first; unknown last",
        "Ties go by the number of the record, then by the order of rows",
        (
            "People the remaining budget cannot pay for are passed over; "
            "later ones it can pay for are covered"
        ),
        "Everybody begins in October 2026 and is paid for to the end, or not at all",
        "the next person, place 2",
        (
            "PP 44/2015 Pasal 20 ayat (3): "
            "monthly JKM contribution of a non-wage earner (BPU): Rp6,800"
        ),
    ):
        assert sentence in said
    assert found.brief("en") in said
    assert "<dt>Spent</dt><dd>Rp18,800</dd>" in found.html("en")
    assert "Anggaran" in found.text()
    assert "kelompok pekerja: nelayan lebih dahulu" in found.text()
    assert found._repr_html_() == found.html()
    assert "&lt;b&gt;" in found.html("en")
    assert "<b>" not in found.html("en")
    oldest = Rank("age", descending=True)
    later = plan(
        people, budget=10**6, **changed(ASKED, order=[oldest], start="later", last="2026-12")
    )
    said = later.text("en")
    assert "The budget covers everybody who takes part: 2 people." in said
    assert "oldest first" in said
    assert "Everybody begins together in October 2026" in said
    assert "Cover stops at the first person the remaining budget cannot pay for" in said
    assert "is later than the day up to which the law was checked" in said
    (mark,) = re.findall(r"there may be new law\.  (\[\d+\])", said)
    assert f"{mark}  Decision D02" in said, "the warnings have their grounds too"


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("category", "fisher", "nelayan"),
        ("payer", "VILLAGE_VIA_APBD", "desa melalui APBD"),
        ("kecamatan", "64.08.15", "Kaubun"),
        ("village", "64.08.15.9001", "64.08.15.9001"),
        ("village", "unknown", "tidak diketahui"),
        ("poor", "true", "ya"),
        ("poor", "false", "tidak"),
        ("birth", "1990-08-17", "17 Agustus 1990"),
        ("income", "900000", "Rp900.000"),
        ("catatan", "x", "x"),
        ("category", "?", "?"),
        ("poor", "?", "?"),
        ("birth", "17/8/1990", "17/8/1990"),
        ("income", "-5", "-5"),
    ],
)
def test_a_value_of_a_rank_is_said_in_words(column: str, value: str, words: str) -> None:
    assert say(value_label(column, value), "id") == words


def test_the_price_of_every_month_has_its_grounds() -> None:
    # The relief of PP 50/2025 for other sectors begins in April 2026.
    people = register(("farmer", "A", LOW), sector=pl.lit("other"))
    march = plan(
        people, budget=10**6, **changed(ASKED, first="2026-03", last="2026-03", payer="self")
    )
    both = plan(
        people, budget=10**6, **changed(ASKED, first="2026-03", last="2026-04", payer="self")
    )
    assert (march.spent, both.spent) == (ROW_1, ROW_1 + ROW_1 // 2)
    assert "PP 50/2025 Pasal 4 ayat (1)" in both.text()
    assert {ground.id for ground in both.grounds} > {ground.id for ground in march.grounds}


COSTS = st.lists(st.sampled_from([1, 2, 3, 5, 7, 100]) | st.integers(0, 9), max_size=40)


def greedy(costs: Sequence[int], budget: int, *, skip: bool) -> list[bool]:
    """One after the other, as a clerk would."""
    found, left, ended = [], budget, False
    for cost in costs:
        fits = cost <= left and not ended
        ended = ended or (not fits and not skip)
        left -= cost if fits else 0
        found.append(fits)
    return found


@settings(max_examples=300, deadline=None)
@given(costs=COSTS, budget=st.integers(0, 150))
def test_filling_equals_a_clerk(costs: list[int], budget: int) -> None:
    series = pl.Series(costs, dtype=pl.Int64)
    assert covered_until(series, budget).to_list() == greedy(costs, budget, skip=False)
    assert covered_passing(series, budget).to_list() == greedy(costs, budget, skip=True)


@settings(max_examples=200, deadline=None)
@given(costs=COSTS, budget=st.integers(0, 150))
def test_the_money_needed_covers_all_up_to_there_and_who_was_covered(
    costs: list[int], budget: int
) -> None:
    before = greedy(costs, budget, skip=True)
    needed = -budget + sum(cost for cost, fits in zip(costs, before, strict=True) if fits)
    for place, (cost, fits) in enumerate(zip(costs, before, strict=True), 1):
        needed += 0 if fits else cost
        after = [True] * place + before[place:]
        found = covered_passing(pl.Series(costs, dtype=pl.Int64), budget + needed)
        assert fits or all(one for one, kept in zip(found, after, strict=True) if kept)


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["fisher", "farmer", "trader", None]),
        st.sampled_from(["A", "B", None]),
        st.sampled_from([LOW, HIGH, 3_000_000, None]),
    ),
    min_size=1,
    max_size=12,
)
RANKS = st.lists(
    st.sampled_from(
        [Rank("category", first=("farmer", "trader")), Rank("village"),
         Rank("village", descending=True), Rank("income", descending=True), Rank("income"),
         Rank("category")]
    ),
    min_size=1, max_size=3, unique_by=lambda rank: rank.column,
)  # fmt: skip
FIRST = {"farmer": 0, "trader": 1}


def by_hand(row: dict[str, Any], ranks: Sequence[Rank]) -> tuple[object, ...]:
    """The key of a person for ranks that rise; falling ones are turned by the caller."""
    found: list[object] = []
    for rank in ranks:
        value = row[rank.column]
        if value is not None and rank.first:
            value = FIRST.get(str(value), 2)
        numbers = [ord(row[rank.column])] if rank.column == "village" and value else None
        turned = (
            -(numbers[0] if numbers else value) if rank.descending and value is not None else value
        )
        found.append((value is None, turned if value is not None else 0))
    return (*found, int(str(row["id"])))


@settings(max_examples=20, deadline=None)
@given(
    people=PEOPLE,
    ranks=RANKS,
    budget=st.integers(0, 200_000),
    skip=st.booleans(),
    shuffle=st.randoms(),
)
def test_a_plan_equals_counting_by_hand(
    people: list[tuple[str | None, str | None, int | None]],
    ranks: list[Rank],
    budget: int,
    skip: bool,
    shuffle: Any,
) -> None:
    frame = register(*people)
    asked: dict[str, Any] = {**ASKED, "order": ranks, "skip": skip}
    found = plan(frame, budget=budget, **asked)
    rows = [row for row in found.people.iter_rows(named=True) if row["premium"] is not None]
    rows.sort(key=lambda row: by_hand(row, ranks))
    fits = greedy([row["premium"] for row in rows], budget, skip=skip)
    assert [row["plan_place"] for row in rows] == [*range(1, len(rows) + 1)]
    assert [row["plan"] == "covered" for row in rows] == fits
    assert found.spent + found.left == budget
    assert found.left >= 0
    assert found.spent == sum(row["premium"] for row, fit in zip(rows, fits, strict=True) if fit)
    assert skip or fits == sorted(fits, reverse=True), (
        "whoever is covered stands before whoever waits"
    )
    assert sum(found.counts.values()) == len(people)
    waiting = sum(row["premium"] for row, fit in zip(rows, fits, strict=True) if not fit)
    assert found.needed == (waiting - found.left if waiting else 0)
    for table in (found.next_people, found.next_villages, found.steps):
        assert table["cost"].sum() == waiting
        assert max(table["needed"].drop_nulls(), default=0) == found.needed
    order = list(range(len(people)))
    shuffle.shuffle(order)
    again = plan(frame[order], budget=budget, **asked)
    kept = ("id", "plan", "plan_place", "plan_from", "plan_needed")
    assert again.people.select(kept).sort("id").equals(found.people.select(kept).sort("id"))


def test_a_budget_that_is_no_whole_number_is_said_without_stars() -> None:
    with pytest.raises(InputError, match=r"budget: got 1000000.0; allowed: whole rupiah") as caught:
        untyped(plan)(register(), budget=1e6, **ASKED)
    assert "*" not in str(caught.value)


def age(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def may_begin(birth: date, issued: date | None, *, scheme: bool) -> list[int]:
    """The months of the first half of 2025 in which a person may be enrolled."""
    found: list[int] = []
    for month in range(1, 7):
        day = date(2025, month, 1)
        entry = issued if issued and issued <= day else day
        if age(birth, entry) < 65 and (not scheme or 18 <= age(birth, day) < 65):
            found.append(month)
    return found


def begin(months: list[int], common: int) -> int:
    """The month in which a person begins where all begin in a common one if they can."""
    return min([month for month in months if month >= common], default=max(months))


BORN = st.sampled_from(
    [
        date(1990, 1, 1),
        *(
            date(year, month, day)
            for year in (1960, 2007)
            for month in (1, 3, 5)
            for day in (1, 2, 31)
        ),
    ]
)
HALF: dict[str, Any] = {"first": "2025-01", "last": "2025-06", "order": ["age"]}


@settings(max_examples=12, deadline=None)
@given(
    people=st.lists(
        st.tuples(BORN, st.sampled_from([None, date(2024, 6, 1), date(2025, 4, 1)])),
        min_size=1,
        max_size=7,
    ),
    months=st.integers(0, 45),
    scheme=st.booleans(),
    start=st.sampled_from(["first", "later"]),
    skip=st.booleans(),
)
def test_beginnings_equal_counting_by_hand(
    people: list[tuple[date, date | None]], months: int, scheme: bool, start: str, skip: bool
) -> None:
    births, issued = zip(*people, strict=True)
    frame = born(*births, number_issued=pl.Series(issued, dtype=pl.Date))
    payer: dict[str, Any] = {"scheme": load_scheme("kutim")} if scheme else {"payer": "APBD"}
    found = plan(frame, budget=months * ROW_1, start=start, skip=skip, **payer, **HALF)
    may = [may_begin(*person, scheme=scheme) for person in people]
    taking = sorted(
        (n for n, own in enumerate(may) if own), key=lambda n: (-births[n].toordinal(), n)
    )
    somebody = [month for month in range(1, 7) if any(month in own for own in may)] or [1]
    common, costs = 0, list[int]()
    for common in somebody if start == "later" else [1]:
        costs = [7 - begin(may[n], common) for n in taking]
        if sum(costs) <= months:
            break
    fits = dict(zip(taking, greedy(costs, months, skip=skip), strict=True))
    assert str(found.first) == f"2025-0{common}"
    for n, row in enumerate(found.people.iter_rows(named=True)):
        assert row["enrol_from"] == (date(2025, min(may[n]), 1) if may[n] else None)
        assert row["plan_from"] == (date(2025, begin(may[n], common), 1) if fits.get(n) else None)
        assert row["plan_place"] == (taking.index(n) + 1 if may[n] else None)
        assert not may[n] or row["premium"] == (7 - begin(may[n], common)) * ROW_1
    assert (
        found.spent == sum(cost for cost, n in zip(costs, taking, strict=True) if fits[n]) * ROW_1
    )


def test_with_skip_less_money_may_cover_one_alone() -> None:
    people = register(("farmer", "A", HIGH), ("farmer", "B", LOW))
    found = plan(people, budget=10_000, **ASKED, skip=True)
    # Both wait: 18,800 - 10,000 for the first, 16,800 more for both;
    # but 6,800 more pay for the second alone.
    assert found.next_people["needed"].to_list() == [8_800, 25_600]
    assert plan(people, budget=16_800, **ASKED, skip=True).people["plan"].to_list() == [
        "waiting",
        "covered",
    ]


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"budget": -1}, InputError),
        ({"budget": True}, InputError),
        ({"budget": 1.5}, InputError),
        ({"budget": 10**15 + 1}, InputError),
        ({"start": "latest"}, InputError),
        ({"first": "2026-11"}, InputError),
        ({"first": "2015-06"}, OutsideLawError),
        ({"order": []}, InputError),
        ({"order": "village"}, InputError),
        ({"order": ["village", Rank("village", descending=True)]}, InputError),
        ({"order": ["age", "birth"]}, InputError),
        ({"order": ["nothing"]}, InputError),
        ({"order": ["nik"]}, InputError),
        ({"order": ["list"]}, InputError),
        ({"order": ["note"]}, InputError),
        ({"frame": register(("farmer", "9999992905120001", LOW))}, InputError),
        ({"frame": None}, InputError),
        ({"frame": register(("farmer", "A", LOW), plan=pl.lit("x"))}, InputError),
        ({"frame": register(("farmer", "A", LOW), premium=1)}, InputError),
    ],
)
def test_what_cannot_be_planned_is_refused(asked: dict[str, Any], error: type[Any]) -> None:
    people = register(("farmer", "A", LOW), nik=pl.lit("9999992905120001"), list=pl.lit([1]))
    people = people.with_columns(note="nik")
    facts: dict[str, Any] = {"frame": people, "budget": 1, **ASKED, **asked}
    with pytest.raises(error):
        plan(**facts)


@pytest.mark.parametrize(
    ("rank", "near"),
    [
        (Rank("village", first=("Busnag",)), "as the register does: Busang"),
        (Rank("village", first=("Muara Wahau", "busang")), "as the register does: Busang"),
        (Rank("village", first=(True,)), "as the register does: "),
        (Rank("id", first=("1",)), "it states none"),
        (Rank("income", first=(910_000,)), "as the register does: 900000"),
        (Rank("poor", first=("ya",)), "as the register does: false, true"),
        (Rank("sex", first=("laki-laki",)), "as the register does: m, f"),
    ],
)
def test_a_value_that_does_not_occur_is_refused(rank: Rank, near: str) -> None:
    people = register(("farmer", "Busang", LOW), ("farmer", "Muara Wahau", LOW), (None, None, None))
    people = people.with_columns(poor=pl.lit(value=True), sex=pl.lit("m", pl.Enum(["m", "f"])))
    people = people.with_columns(id=pl.lit(None, pl.String))
    with pytest.raises(InputError, match=f"values that occur in the column.*{near}"):
        plan(people, budget=1, **changed(ASKED, order=[rank]))


@pytest.mark.parametrize(
    ("rank", "order"),
    [
        (Rank("village", first=["Muara Wahau"]), [2, 1, 3]),
        (Rank("income", first=[HIGH]), [2, 1, 3]),
        (Rank("poor", first=[False]), [1, 2, 3]),
        (Rank("sex", first=["f"]), [1, 2, 3]),
        (Rank("category", first=["fisher"]), [1, 2, 3]),
    ],
)
def test_a_value_that_may_occur_is_taken(rank: Rank, order: list[int]) -> None:
    people = register(("farmer", "Busang", LOW), ("farmer", "Muara Wahau", HIGH), (None, None, LOW))
    people = people.with_columns(poor=pl.lit(value=True), sex=pl.lit("m", pl.Enum(["m", "f"])))
    found = plan(people, budget=1, **changed(ASKED, order=[rank]))
    assert found.people["plan_place"].to_list() == order
    assert plan(people.clear(), budget=1, **changed(ASKED, order=[rank])).people.is_empty()


@pytest.mark.parametrize(
    "stated",
    [
        {"column": "village", "first": "Busang"},
        {"column": "village", "first": 1},
        {"column": "village", "first": ("A",), "descending": True},
        {"column": "village", "first": ("A", "A")},
        {"column": "category", "first": ("fishers",)},
    ],
)
def test_a_rank_that_cannot_be_is_refused(stated: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        Rank(**stated)


def test_a_scheme_prices_people_of_whom_only_the_conditions_are_known() -> None:
    """No column tells one class of premiums from another: the scheme buys row 1 for everybody."""
    people = pl.DataFrame({"village": ["A", "B"], "category": ["farmer", "fisher"]}).with_columns(
        works=pl.lit(value=True),
        foreign=pl.lit(value=False),
        birth=pl.lit(date(1990, 1, 1)),
        wage_earner=pl.lit(value=False),
        other_payer=pl.lit(value=False),
        resident_of=pl.lit("64.08"),
        letter=pl.lit(value=True),
        registry_match=pl.lit(value=True),
    )
    kutim = load_scheme("kutim")
    of_one = plan(
        people, budget=ROW_1, first="2025-10", last="2025-10", scheme=kutim, order=["village"]
    )
    assert of_one.people["plan"].to_list() == ["covered", "waiting"]
    assert "PP 44/2015 Pasal 20 ayat (3)" in of_one.text("en")
