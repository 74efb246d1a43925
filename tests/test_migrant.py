"""Protection and benefits of migrant workers: a plain reckoning, and facts that cannot be."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from narrowed import present
from untyped import untyped

from jamsos import (
    Answer,
    Employment,
    Family,
    InputError,
    Leave,
    MigrantItem,
    Month,
    Outcome,
    OutsideLawError,
    Participation,
    Placement,
    Status,
    UndecidedError,
    WorkAccident,
    Worker,
    current,
    jkk_benefit,
    migrant_benefit,
    migrant_cover,
    migrant_premium,
    payments,
    wage_premium,
)
from jamsos import testing as facts
from jamsos.migrant.packages import package_for
from jamsos.values.days import add_months

FIRST = date(2023, 2, 22)
ON = st.dates(FIRST, date(2030, 12, 31))
NOON = datetime.fromisoformat("2026-03-02T12:00")
CAPS = {
    "treatment_abroad": 50_000_000,
    "home_care": 20_000_000,
    "hearing_aid": 2_500_000,
    "glasses": 1_000_000,
}
CAPPED = {*CAPS, "placed_contrary"}
MEMBER = Participation(number_issued=date(2016, 1, 11), payments=payments("2016-01", "2027-12"))
ABROAD = Placement(
    agency=True,
    paid_on=date(2026, 1, 5),
    embarked_on=date(2026, 3, 2),
    contract_ends=date(2028, 3, 1),
)


@st.composite
def known(draw: st.DrawFn) -> tuple[Placement, date]:
    """A placement with all its days and a day, often on an edge."""
    paid = draw(st.dates(FIRST, date(2026, 1, 1)))
    embarked = paid + timedelta(draw(st.integers(0, 200)))
    ends = embarked + timedelta(draw(st.integers(0, 800)))
    debarked = max(embarked, ends + timedelta(draw(st.integers(-40, 60))))
    home = debarked + timedelta(draw(st.integers(0, 40)))
    agency = draw(st.booleans())
    edges = [
        paid,
        add_months(paid, 1),
        add_months(paid, 5),
        embarked,
        ends,
        add_months(ends, 1),
        debarked,
        home,
    ]
    edges.append(debarked + timedelta(30))
    on = max(FIRST, draw(st.sampled_from(edges)) + timedelta(draw(st.integers(-1, 1))))
    trip = Placement(
        agency=agency,
        paid_on=paid,
        embarked_on=embarked,
        contract_ends=ends,
        debarked_on=debarked,
        home_on=home,
    )
    return trip, on


def reckoned(trip: Placement, on: date) -> tuple[Status, Status]:
    """JKK and JKM by the table of periods."""
    paid, embarked, ends = map(present, (trip.paid_on, trip.embarked_on, trip.contract_ends))
    debarked, home = present(trip.debarked_on), present(trip.home_on)
    if on < paid:
        return Status.FAILED, Status.FAILED
    doubt = trip.agency and on >= embarked > add_months(paid, 5)
    if on < embarked:
        end = add_months(paid, 5 if trip.agency else 1)
    elif on < debarked:
        end = add_months(ends, 1)
    else:
        end = debarked + timedelta(30)
        doubt = doubt or debarked > add_months(ends, 1)
    jkm = Status.FAILED if on > end else Status.UNKNOWN if doubt or on == end else Status.MET
    no_jkk = (on < embarked and not trip.agency) or on > home
    return Status.FAILED if no_jkk else jkm, jkm


A = TypeVar("A", bound=Answer)


def sound(answer: A) -> A:
    """What every answer keeps to."""
    assert answer.grounds
    assert answer.decided != bool(answer.needs)
    assert {need.id for need in answer.needs} <= {ground.id for ground in answer.grounds}
    assert answer.text("id") != answer.text("en")
    assert answer.html("id").startswith("<div")
    return answer


@given(known())
@settings(max_examples=200)
def test_protection_agrees_with_the_table_of_periods(asked: tuple[Placement, date]) -> None:
    answer = migrant_cover(*asked)
    assert tuple(one.status for one in answer.conditions) == reckoned(*asked)
    assert answer.finding("stage") is not None


@given(facts.placements(), ON)
def test_protection_has_grounds_and_says_what_is_missing(trip: Placement, on: date) -> None:
    answer = sound(migrant_cover(trip, on))
    statuses = {one.status for one in answer.conditions}
    assert answer.decided == (Status.UNKNOWN not in statuses)
    assert (answer.outcome is Outcome.YES) == (answer.decided and Status.MET in statuses)
    assert migrant_cover(trip, on, law=current().strictly()).outcome is answer.outcome


@given(
    facts.placements(),
    st.sampled_from(MigrantItem),
    ON,
    st.integers(0, 10**9),
    st.none() | facts.families(),
)
def test_benefits_follow_the_protection(
    trip: Placement, item: MigrantItem, on: date, cost: int, family: Family | None
) -> None:
    stated = cost if str(item) in CAPPED else None
    answer = sound(migrant_benefit(trip, item, on, cost=stated, family=family))
    jkk, jkm = (one.status for one in migrant_cover(trip, on).conditions)
    covered = jkm if item is MigrantItem.OTHER_DEATH else jkk
    if covered is Status.FAILED:
        assert (answer.outcome, answer.total) == (Outcome.NO, 0)
    elif not answer.decided:
        assert {possible.total for possible in answer.possibilities} <= {
            0,
            42_000_000,
            85_000_000,
            *_paid(item, cost),
        }
    else:
        assert covered is Status.MET
        due = {42_000_000, 85_000_000} if item is MigrantItem.OTHER_DEATH else _paid(item, cost)
        assert answer.total in due


def _paid(item: MigrantItem, cost: int) -> set[int]:
    fixed = {
        "one_sided_dismissal": 1_500_000,
        "rape": 50_000_000,
        "placed_contrary": 25_000_000 + min(cost, 15 * 10**6),
    }
    return {fixed.get(str(item), min(cost, CAPS.get(str(item), 0)))}


@given(facts.employments(), facts.months())
def test_any_employment_is_answered(employment: Employment, month: Month) -> None:
    assert wage_premium(employment, month).grounds


@given(facts.work_accidents())
def test_any_accident_is_answered(accident: WorkAccident) -> None:
    assert jkk_benefit(Worker(income=900_000), MEMBER, accident).grounds


def trip(**changed: Any) -> Placement:
    known: dict[str, Any] = {
        "paid_on": date(2026, 1, 5),
        "embarked_on": date(2026, 3, 2),
        "contract_ends": date(2028, 3, 1),
        **changed,
    }
    return Placement(**known)


IMPOSSIBLE = [
    (lambda: trip(agency=1), "Placement.agency"),
    (lambda: trip(paid_on=NOON), "Placement.paid_on"),
    (lambda: trip(paid_on="2026-01-05"), "Placement.paid_on"),
    (lambda: trip(contract_ends=date(9999, 12, 31)), "Placement.contract_ends"),
    (lambda: trip(home_on=date(9999, 12, 31)), "Placement.home_on"),
    (lambda: trip(embarked_on=date(2026, 1, 4)), "Placement.embarked_on"),
    (lambda: trip(contract_ends=date(2026, 3, 1)), "Placement.contract_ends"),
    (lambda: trip(debarked_on=date(2026, 3, 1)), "Placement.debarked_on"),
    (lambda: trip(debarked_on=date(2028, 3, 1), home_on=date(2028, 2, 29)), "Placement.home_on"),
    (lambda: trip(ended_early_on=date(2026, 2, 1)), "Placement.ended_early_on"),
    (
        lambda: Placement(ended_early_on=date(2026, 2, 1), stage="abroad"),
        "Placement.ended_early_on",
    ),
    (
        lambda: Placement(paid_on=date(2026, 2, 2), ended_early_on=date(2026, 2, 1)),
        "Placement.ended_early_on",
    ),
    (lambda: trip(stage="gone"), "Placement.stage"),
    (lambda: trip(leave={Leave(first=date(2026, 6, 1))}), "Placement.leave"),
    (lambda: trip(leave=(date(2026, 6, 1),)), "Placement.leave[0]"),
    (lambda: trip(leave=(Leave(first=date(2026, 3, 1)),)), "Placement.leave"),
    (
        lambda: trip(
            debarked_on=date(2027, 1, 1),
            leave=(Leave(first=date(2026, 12, 30), last=date(2027, 1, 2)),),
        ),
        "Placement.leave",
    ),
    (lambda: untyped(Leave)(first=None), "Leave.first"),
    (lambda: Leave(first=date(2026, 6, 2), last=date(2026, 6, 1)), "Leave.last"),
    (
        lambda: trip(stage="returned", debarked_on=date(2028, 3, 2)).stages_on(date(2026, 6, 1)),
        "Placement.stage",
    ),
    (lambda: untyped(migrant_cover)("a trip", date(2026, 6, 1)), "placement"),
    (lambda: migrant_cover(trip(), NOON), "on"),
    (lambda: migrant_cover(trip(), date(2201, 1, 1)), "on"),
    (lambda: untyped(migrant_cover)(trip(), date(2026, 6, 1), law="law"), "law"),
    (lambda: untyped(migrant_benefit)(None, "rape", date(2026, 6, 1)), "placement"),
    (lambda: migrant_benefit(trip(), "loss", date(2026, 6, 1)), "item"),
    (lambda: untyped(migrant_benefit)(trip(), "rape", "2026-06-01"), "on"),
    (lambda: migrant_benefit(trip(), "rape", date(2026, 6, 1), cost=1), "cost"),
    (lambda: untyped(migrant_benefit)(trip(), "glasses", date(2026, 6, 1), cost=1.5), "cost"),
    (lambda: migrant_benefit(trip(), "glasses", date(2026, 6, 1), cost=-1), "cost"),
    (
        lambda: migrant_benefit(trip(), "rape", date(2026, 6, 1), by_agency_or_policy=False),
        "by_agency_or_policy",
    ),
    (
        lambda: untyped(migrant_benefit)(
            trip(), "failed_departure", date(2026, 6, 1), by_agency_or_policy="no"
        ),
        "by_agency_or_policy",
    ),
    (lambda: untyped(migrant_benefit)(trip(), "rape", date(2026, 6, 1), family="wife"), "family"),
]


@pytest.mark.parametrize(("make", "thing"), IMPOSSIBLE, ids=range(len(IMPOSSIBLE)))
def test_facts_that_cannot_be(make: Callable[..., Any], thing: str) -> None:
    with pytest.raises(InputError) as caught:
        make()
    assert caught.value.thing == thing


def test_leave_not_known_leaves_jkk_open() -> None:
    answer = migrant_cover(trip(agency=True, leave=None, stage="abroad"), date(2026, 6, 1))
    assert [need.id for need in answer.needs] == ["placement.leave"]
    assert (
        migrant_benefit(trip(leave=None, stage="abroad"), "other_death", date(2026, 6, 1)).total
        == 85_000_000
    )


def test_a_day_before_the_regulation_is_refused() -> None:
    day = date(2023, 2, 21)
    with pytest.raises(OutsideLawError, match="Permenaker 18/2018"):
        migrant_cover(ABROAD, day)
    with pytest.raises(OutsideLawError, match="Permenaker 18/2018"):
        migrant_benefit(ABROAD, "rape", day)


def test_a_contract_without_a_package_has_no_amount() -> None:
    answer = migrant_premium(date(2026, 3, 2), contract_months=5, agency=True)
    with pytest.raises(UndecidedError, match="ask BPJS Ketenagakerjaan"):
        _ = answer.total


@pytest.mark.parametrize(("price", "months"), [(14_349, 12), (14_350, 12), (14_351, 24)])
def test_the_next_package_is_taken_only_where_it_is_cheaper(price: int, months: int) -> None:
    """Ten further months at Rp14,350 are the Rp143,500 between 189,000 and 332,500 (D29)."""
    law = current().with_decisions(D29="next_if_cheaper")
    day = date(2026, 3, 2)
    further = evolve(law.get("migrant.further_month", day), value=price)
    assert package_for(22, day, law.amended(further)).months == months
    assert package_for(22, day, current().amended(further)).months == 12
