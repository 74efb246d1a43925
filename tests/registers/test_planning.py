"""A plan against a budget: equal to counting by hand, whatever the order, the budget and the rows."""

from collections.abc import Sequence
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos import InputError, OutsideLawError, load_scheme
from jamsos.registers import Rank, plan, synthetic_register
from jamsos.registers.filling import covered_passing, covered_until

# Lampiran II: row 1 costs 10,000 for JKK, row 2 (from 1,100,000) 12,000; JKM 6,800; APBD pays in full.
ROW_1, ROW_2 = 16_800, 18_800
LOW, HIGH = 900_000, 1_100_000


def register(*people: tuple[str | None, str | None, int | None], **columns) -> pl.DataFrame:
    """People by category, village and income, who may all be enrolled."""
    facts = {"category": pl.String, "village": pl.String, "income": pl.Int64}
    known = pl.DataFrame(people, schema=facts, orient="row").with_columns(
        kind=pl.lit("b"), works=pl.lit(value=True), foreign=pl.lit(value=False), birth=pl.lit(date(1990, 1, 1))
    )
    return known.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String)).with_columns(**columns)


ASKED = {"first": "2026-10", "last": "2026-10", "payer": "APBD", "order": ["village"]}


def test_stop_at_the_first_who_does_not_fit() -> None:
    people = register(("farmer", "B", LOW), ("fisher", "A", LOW), ("farmer", "A", HIGH), ("fisher", "C", LOW))
    found = plan(people, budget=2 * ROW_1 + 500, **ASKED)
    # A: 2 (16,800), 3 (18,800): does not fit, and ends it although B and C would fit.
    assert found.people["plan"].to_list() == ["waiting", "covered", "waiting", "waiting"]
    assert found.people["plan_place"].to_list() == [3, 1, 2, 4]
    assert found.people["plan_from"].to_list() == [None, date(2026, 10, 1), None, None]
    assert found.people["plan_needed"].to_list() == [18_300, None, 1500, 35_100]
    assert (found.spent, found.left, found.needed) == (ROW_1, ROW_1 + 500, 35_100)
    assert found.accounts == {"jkk": 10_000, "jkm": 6_800, "jht": 0}
    assert found.next_people.rows() == [(2, "A", ROW_2, 1500), (3, "B", ROW_1, 18_300), (4, "C", ROW_1, 35_100)]
    assert found.next_villages.rows() == [("A", 1, ROW_2, 1500), ("B", 1, ROW_1, 18_300), ("C", 1, ROW_1, 35_100)]
    assert found.steps.rows()[0] == ("A", 2, 1, 1, ROW_2, 1500)
    assert repr(found).startswith("<Plan 2026-10 to 2026-10: {'covered': 1")


def test_skip_those_who_do_not_fit() -> None:
    people = register(("farmer", "B", LOW), ("fisher", "A", LOW), ("farmer", "A", HIGH), ("fisher", "C", LOW))
    found = plan(people, budget=2 * ROW_1 + 500, skip=True, **ASKED)
    assert found.people["plan"].to_list() == ["covered", "covered", "waiting", "waiting"]
    assert (found.left, found.needed) == (500, ROW_1 + ROW_2 - 500)
    assert found.steps.rows() == [
        ("A", 2, 1, 1, ROW_2, 18_300), ("B", 1, 1, 0, 0, None), ("C", 1, 0, 1, ROW_1, 35_100),
    ]  # fmt: skip


def test_the_length_of_cover_multiplies() -> None:
    found = plan(register(("farmer", "A", LOW)), budget=12 * ROW_1 - 1, **{**ASKED, "last": "2027-09"})
    assert found.counts["covered"] == 0
    assert found.needed == 1
    assert plan(register(("farmer", "A", LOW)), budget=12 * ROW_1, **{**ASKED, "last": "2027-09"}).left == 0


def test_a_later_start_for_everybody() -> None:
    people = register(("farmer", "A", LOW), ("farmer", "A", LOW))
    asked = {**ASKED, "first": "2026-07", "last": "2026-10", "start": "later"}
    # Two people cost 33,600 a month: 4 months 134,400, 3 months 100,800, 1 month 33,600.
    assert str(plan(people, budget=134_400, **asked).first) == "2026-07"
    whole = plan(people, budget=134_399, **asked)
    assert (str(whole.first), whole.counts["covered"], whole.left) == ("2026-08", 2, 33_599)
    assert whole.people["plan_from"].to_list() == [date(2026, 8, 1)] * 2
    part = plan(people, budget=33_599, **asked)
    assert (str(part.first), part.counts["covered"]) == ("2026-10", 1)
    assert str(plan(people, budget=33_599, **{**asked, "start": "first"}).first) == "2026-07"


def test_only_the_eligible_and_priced_take_part() -> None:
    people = register(
        ("farmer", "A", LOW), ("farmer", "A", None), ("farmer", "A", LOW), ("farmer", "A", LOW),
        birth=pl.Series([date(1990, 1, 1), date(1990, 1, 1), date(1950, 1, 1), None]),
    )  # fmt: skip
    found = plan(people, budget=10**9, **ASKED)
    assert found.people["plan"].to_list() == ["covered", "unpriced", "not_eligible", "undecided"]
    assert found.counts == {"covered": 1, "waiting": 0, "not_eligible": 1, "undecided": 1, "unpriced": 1}
    assert sorted(found.others["outcome"]) == ["cannot_decide", "cannot_decide", "no"]
    assert found.others["people"].sum() == 3
    assert found.people.drop("plan").columns[: len(people.columns)] == people.columns


def test_nobody_takes_part_and_nothing_is_there() -> None:
    nobody = plan(register(("farmer", "A", None)), budget=0, **ASKED)
    assert (nobody.spent, nobody.needed, nobody.grounds) == (0, 0, ())
    assert plan(register(), budget=0, **ASKED).people.is_empty()
    assert "take part (0)" in nobody.text("en")


def test_a_category_first_then_age_then_the_id() -> None:
    people = register(
        ("farmer", None, LOW), ("fisher", None, LOW), (None, None, LOW), ("trader", None, LOW), ("fisher", None, LOW),
        ("fisher", None, LOW), ("fisher", None, LOW),
        birth=pl.Series([date(1980, 1, 1), date(1990, 1, 1), *[date(1970, 1, 1)] * 2, *[date(1985, 1, 1)] * 3]),
        id=pl.Series(["1", "2", "3", "4", "10", "9", None]),
    )  # fmt: skip
    order = [Rank("category", first=("fisher", "farmer")), Rank("age", descending=True)]
    found = plan(people, budget=0, **{**ASKED, "order": order})
    # Fishers: born 1985 with id 9, 10 and none, then 1990; the farmer; the trader; who states no category last.
    assert found.people.sort("plan_place")["id"].to_list() == ["9", "10", None, "2", "1", "4", "3"]
    youngest = plan(people, budget=0, **{**ASKED, "order": ["age"]})
    assert youngest.people.sort("plan_place")["id"].to_list() == ["2", "9", "10", None, "1", "3", "4"]
    assert youngest.steps["step"][0] == "1990-01-01"


def test_columns_of_the_caller_may_have_any_name() -> None:
    people = register(("farmer", "A", LOW), ("farmer", "A", LOW), covered=pl.Series([2, 1]), cost=pl.lit(3))
    found = plan(people, budget=ROW_1, **{**ASKED, "order": ["covered", "cost"]})
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
def test_ranks_of_the_caller(values, rank, wanted) -> None:
    people = register(*[("farmer", "A", LOW)] * 3).with_columns(pl.Series(rank.column, values, strict=False))
    found = plan(people, budget=0, **{**ASKED, "order": [rank]})
    assert [place - 1 for place in found.people["plan_place"]] == wanted


def test_codes_of_an_enum_are_compared_as_text() -> None:
    people = register(*[(category, "A", LOW) for category in ("trader", "farmer")])
    people = people.with_columns(pl.col("category").cast(pl.Enum(["trader", "farmer"])))
    assert plan(people, budget=0, **{**ASKED, "order": ["category"]}).people["plan_place"].to_list() == [2, 1]


def test_numbers_as_ids_and_no_ids() -> None:
    people = register(*[("farmer", "A", LOW)] * 2)
    assert plan(people.with_columns(id=pl.Series([10, 9])), budget=0, **ASKED).people["plan_place"].to_list() == [2, 1]
    bare = plan(people.drop("id", "village"), budget=0, **{**ASKED, "order": ["income"]})
    assert bare.people["plan_place"].to_list() == [1, 2]
    assert bare.next_villages["village"].to_list() == ["unknown"]
    assert "as there is no id" in bare.text("en")


def test_a_scheme_prices_and_decides() -> None:
    people = synthetic_register(2000, seed=4).with_columns(letter=pl.lit(value=True))
    found = plan(people, budget=20_000_000, first="2025-01", last="2025-12", order=["kecamatan", "village"],
                 scheme=load_scheme("kutim"))  # fmt: skip
    assert found.spent == found.counts["covered"] * 12 * ROW_1
    assert sum(found.counts.values()) == people.height
    said = found.text("en")
    assert "more rows" in said
    assert not any(nik in said + found.html() for nik in people["nik"].head(50))


def test_a_plan_explains_itself() -> None:
    people = register(("farmer", "<b>", LOW), ("fisher", "A", HIGH), ("farmer", "A", None))
    order = [Rank("category", first=("fisher",)), "village", Rank("income", descending=True), "age"]
    found = plan(people, budget=ROW_2, **{**ASKED, "order": order, "skip": True, "last": "2026-10"})
    assert str(found) == found.text("id")
    said = found.text("en")
    for sentence in (
        "Plan of cover, October 2026 to October 2026",
        "Covered: 1; waiting: 1; Rp16,800 more would cover everybody.",
        "category: fisher first, in this order",
        "village: from the smallest up; what is not known last",
        "income: from the largest down; what is not known last",
        "age: youngest first; what is not known last",
        "Ties: by the id of the record, then by the order of rows",
        "Those who do not fit are passed over; later ones who fit are covered",
        "All begin in October 2026 and are paid for to the end, or not at all",
        "the next person, place 2",
        "PP 44/2015 Pasal 20 ayat (3): monthly JKM contribution of a BPU: Rp6,800",
    ):
        assert sentence in said
    assert "Anggaran" in found.text()
    assert "kelompok: fisher lebih dahulu" in found.text()
    assert found._repr_html_() == found.html()
    assert "&lt;b&gt;" in found.html("en")
    assert "<b>" not in found.html("en")
    later = plan(people, budget=10**6, **{**ASKED, "order": [Rank("age", descending=True)], "start": "later",
                                          "last": "2026-12"})  # fmt: skip
    said = later.text("en")
    assert "The budget covers all who take part (2)." in said
    assert "oldest first" in said
    assert "All begin together in October 2026" in said
    assert "The first person who does not fit ends it" in said
    assert "is after the day of knowledge" in said


def test_the_price_of_every_month_has_its_grounds() -> None:
    # The relief of PP 50/2025 for other sectors begins in April 2026.
    people = register(("farmer", "A", LOW), sector=pl.lit("other"))
    march = plan(people, budget=10**6, **{**ASKED, "first": "2026-03", "last": "2026-03", "payer": "self"})
    both = plan(people, budget=10**6, **{**ASKED, "first": "2026-03", "last": "2026-04", "payer": "self"})
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
def test_filling_equals_a_clerk(costs, budget) -> None:
    series = pl.Series(costs, dtype=pl.Int64)
    assert covered_until(series, budget).to_list() == greedy(costs, budget, skip=False)
    assert covered_passing(series, budget).to_list() == greedy(costs, budget, skip=True)


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
        [Rank("category", first=("farmer", "trader")), Rank("village"), Rank("village", descending=True),
         Rank("income", descending=True), Rank("income"), Rank("category")]
    ),
    min_size=1, max_size=3, unique_by=lambda rank: rank.column,
)  # fmt: skip
FIRST = {"farmer": 0, "trader": 1}


def by_hand(row: dict[str, object], ranks: Sequence[Rank]) -> tuple[object, ...]:
    """The key of a person for ranks that rise; falling ones are turned by the caller."""
    found: list[object] = []
    for rank in ranks:
        value = row[rank.column]
        if value is not None and rank.first:
            value = FIRST.get(str(value), 2)
        numbers = [ord(value)] if rank.column == "village" and value else None
        turned = -(numbers[0] if numbers else value) if rank.descending and value is not None else value
        found.append((value is None, turned if value is not None else 0))
    return (*found, int(str(row["id"])))


@settings(max_examples=20, deadline=None)
@given(people=PEOPLE, ranks=RANKS, budget=st.integers(0, 200_000), skip=st.booleans(), shuffle=st.randoms())
def test_a_plan_equals_counting_by_hand(people, ranks, budget, skip, shuffle) -> None:
    frame = register(*people)
    asked = {**ASKED, "order": ranks, "skip": skip}
    found = plan(frame, budget=budget, **asked)
    rows = [row for row in found.people.iter_rows(named=True) if row["premium"] is not None]
    rows.sort(key=lambda row: by_hand(row, ranks))
    fits = greedy([row["premium"] for row in rows], budget, skip=skip)
    assert [row["plan_place"] for row in rows] == [*range(1, len(rows) + 1)]
    assert [row["plan"] == "covered" for row in rows] == fits
    assert found.spent + found.left == budget
    assert found.left >= 0
    assert found.spent == sum(row["premium"] for row, fit in zip(rows, fits, strict=True) if fit)
    assert skip or fits == sorted(fits, reverse=True), "whoever is covered stands before whoever waits"
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
        plan(register(), budget=1e6, **ASKED)
    assert "*" not in str(caught.value)


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
def test_what_cannot_be_planned_is_refused(asked, error) -> None:
    people = register(("farmer", "A", LOW), nik=pl.lit("9999992905120001"), list=pl.lit([1]))
    people = people.with_columns(note="nik")
    with pytest.raises(error):
        plan(**{"frame": people, "budget": 1, **ASKED, **asked})


@pytest.mark.parametrize(
    "stated",
    [
        {"column": "village", "first": ("A",), "descending": True},
        {"column": "village", "first": ("A", "A")},
        {"column": "category", "first": ("fishers",)},
    ],
)
def test_a_rank_that_cannot_be_is_refused(stated) -> None:
    with pytest.raises(InputError):
        Rank(**stated)
