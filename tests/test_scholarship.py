"""The scholarship of some children by itself: its years, and that it agrees with the benefits."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_type

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    Child,
    ClaimedYear,
    Family,
    InputError,
    Level,
    Outcome,
    Participation,
    UndecidedError,
    WorkAccident,
    Worker,
    YearState,
    current,
    death_benefit,
    jkk_benefit,
    payments,
    scholarship,
    scholarship_projection,
    testing,
)
from jamsos.benefits.family.taking import special_rules

EVENT = date(2026, 8, 20)
FISHER = Worker(kind="independent", income=900_000)
MEMBER = Participation(number_issued=date(2022, 8, 10), payments=payments("2022-08", "2026-12"))
PUPIL = Child(
    birth=date(2014, 2, 1),
    level="SD",
    year=6,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
STUDENT = evolve(PUPIL, birth=date(2004, 9, 1), level=Level.PT, year=3)
"""22 from September 2026 on, and 23 before July 2028."""


def test_every_school_year_with_its_state() -> None:
    """Permenaker 1/2025 Pasal 106(4): a claim in 2030/31 reaches back to 2027/28."""
    pupil = evolve(PUPIL, claimed_years=(2028,))
    answer = scholarship([pupil], EVENT, date(2030, 9, 2))
    years = {year.year: (year.level, year.school_class, year.state) for year in answer.years}
    assert years[2026] == (Level.SD, 6, YearState.LOST)
    assert years[2027] == (Level.SMP, 1, YearState.DUE)
    assert years[2028] == (Level.SMP, 2, YearState.PAID)
    assert years[2029] == (Level.SMP, 3, YearState.DUE)
    assert years[2030] == (Level.SMA, 1, YearState.DUE)
    # 22 on 1 July 2036 and 23 before July 2037: four years of higher education.
    assert years[2036] == (Level.PT, 4, YearState.LATER)
    assert 2037 not in years
    assert answer.years[0] == ClaimedYear(0, 2026, Level.SD, 6, 1_500_000, YearState.LOST)
    assert_type(answer.years[0].state, YearState)
    assert (answer.total, answer.unclaimed, answer.current) == (7_000_000, 4_000_000, 3_000_000)
    # 7 million now, SMA 2-3, and four years of 12 million.
    assert (answer.remaining_to_age_limit, answer.lost) == (61_000_000, 1_500_000)


def test_the_benefits_and_the_projection_say_the_same() -> None:
    """Two children, one of whom reaches 23 before the last class of its level."""
    children = (PUPIL, STUDENT)
    claim = scholarship(children, EVENT)
    family = Family(spouse=True, children=children)
    dead = death_benefit(FISHER, MEMBER, family, died_on=EVENT, cause="other")
    living = jkk_benefit(FISHER, MEMBER, WorkAccident(on=EVENT, total_permanent=True), family)
    projected = sum(scholarship_projection(child, EVENT).total for child in children)
    assert claim.total == dead.scholarship.first_instalment == 13_500_000
    assert claim.remaining_to_age_limit == projected
    for benefit in (dead, living):
        assert benefit.scholarship.remaining_to_age_limit == projected
        # By level the student has three years, of which two begin before 23.
        assert benefit.scholarship.remaining_maximum - projected == 24_000_000


def test_the_short_form_gives_what_a_family_may_count_on() -> None:
    family = Family(spouse=True, children=(STUDENT,))
    answer = death_benefit(FISHER, MEMBER, family, died_on=EVENT, cause="other")
    assert "Rp24,000,000" in answer.brief("en")
    assert "Rp36,000,000" not in answer.brief("en")
    strict = current().strictly()
    # To the age limit the years are counted by D64, which is open; by level they are not.
    open_ = death_benefit(FISHER, MEMBER, family, died_on=EVENT, cause="other", law=strict)
    assert "Rp36,000,000" in open_.brief("en")
    with pytest.raises(UndecidedError):
        _ = open_.scholarship.remaining_to_age_limit


def test_under_a_strict_law_a_claim_is_undecided() -> None:
    answer = scholarship([PUPIL], EVENT, law=current().strictly())
    assert answer.outcome is Outcome.CANNOT_DECIDE
    with pytest.raises(UndecidedError):
        _ = answer.years


def test_school_years_are_kept_in_order_each_once() -> None:
    assert Child(claimed_years=[2027, 2026, 2027]).claimed_years == (2026, 2027)


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        pytest.param(
            lambda: untyped(Child)(claimed_years="2026"), "Child.claimed_years", id="text"
        ),
        pytest.param(
            lambda: Child(claimed_years=[26]), r"Child.claimed_years\[0\]", id="two digits"
        ),
        pytest.param(lambda: Child(last_school_year=26), "Child.last_school_year", id="last year"),
        pytest.param(lambda: Child(higher_since=3000), "Child.higher_since", id="far ahead"),
        pytest.param(lambda: Child(course_changes=-1), "Child.course_changes", id="changes"),
        pytest.param(lambda: untyped(Child)(graduated="yes"), "Child.graduated", id="graduated"),
        pytest.param(lambda: untyped(scholarship)(None, EVENT), "children", id="no children"),
        pytest.param(lambda: untyped(scholarship)([1], EVENT), r"children\[0\]", id="a number"),
        pytest.param(lambda: untyped(scholarship)([PUPIL], "2026"), "event_on", id="no day"),
        pytest.param(
            lambda: untyped(scholarship)([PUPIL], EVENT, "2026"), "claimed_on", id="no claim"
        ),
        pytest.param(
            lambda: scholarship([PUPIL], EVENT, for_children=[1]), "for_children", id="not there"
        ),
        pytest.param(
            lambda: scholarship([PUPIL], EVENT, for_children=[0, 0]), "for_children", id="twice"
        ),
        pytest.param(
            lambda: scholarship([evolve(PUPIL, birth=date(2026, 9, 1))], EVENT),
            "Child.birth",
            id="at school before birth",
        ),
    ],
)
def test_what_is_refused(ask: Callable[[], object], named: str) -> None:
    with pytest.raises(InputError, match=named):
        ask()


YEARS = st.none() | st.integers(2019, 2030)


@st.composite
def claiming_children(draw: st.DrawFn) -> Child:
    """Children with any schooling behind them."""
    return evolve(
        draw(testing.children()),
        claimed_years=draw(st.none() | st.just(())),
        last_school_year=draw(YEARS),
        graduated=draw(st.booleans()),
        course_changes=draw(st.integers(0, 2)),
        higher_since=draw(YEARS),
        barred_since=draw(st.none() | st.dates(date(2019, 1, 1), date(2030, 1, 1))),
        accepted=draw(st.none() | st.booleans()),
    )


@given(
    st.lists(claiming_children(), max_size=3),
    st.dates(date(2018, 1, 1), date(2026, 10, 1)),
    st.integers(0, 2500),
)
def test_no_claim_pays_more_than_the_levels(
    children: list[Child], event: date, days_later: int
) -> None:
    answer = scholarship(children, event, event + timedelta(days_later))
    if answer.decided:
        # Permenaker 5/2021 Pasal 103(1), 107: two children, 87 million each.
        assert 0 <= answer.total <= answer.remaining_to_age_limit <= 174_000_000
        due = [year.amount for year in answer.years if year.state is YearState.DUE]
        assert sum(due) == answer.unclaimed + answer.current
        assert (answer.outcome is Outcome.YES) == (answer.remaining_to_age_limit > 0)
        assert answer.brief("id")


@pytest.mark.parametrize(
    ("day", "birth_rule"),
    [
        (date(2025, 2, 23), "scholarship.born_before_event"),
        (date(2025, 2, 24), "scholarship.child_before_event"),
    ],
)
def test_each_special_thing_of_a_child_has_its_rule(day: date, birth_rule: str) -> None:
    """Work (103(3a), from 24 February 2025), birth (103(4)), degree, courses, another's place."""
    rule_of: dict[str, tuple[Child, list[str]]] = {
        "working": (evolve(STUDENT, working=True, working_as="PU"), []),
        "birth": (evolve(STUDENT, birth=date(2025, 6, 1)), [birth_rule]),
        "degree": (evolve(STUDENT, graduated=True), ["scholarship.one_degree"]),
        "courses": (
            evolve(STUDENT, course_changes=1),
            ["scholarship.course_changes_max", "scholarship.higher_level_years"],
        ),
        "place": (evolve(STUDENT, takes_over=0), ["scholarship.replacement_children_max"]),
    }
    if day == date(2025, 2, 24):
        rule_of["working"][1].append("scholarship.working_child_pu_months")
    found: list[str] = []
    for name, (child, ids) in rule_of.items():
        assert [rule.id for rule in special_rules(child, current(), day, day)] == ids, name
        found += ids
    everything = evolve(
        STUDENT, working=True, working_as="PU", birth=date(2025, 6, 1), graduated=True,
        course_changes=1, takes_over=0,
    )  # fmt: skip
    assert [rule.id for rule in special_rules(everything, current(), day, day)] == found
    assert special_rules(STUDENT, current(), day, day) == []
