"""JKK of a living participant against a plain reckoning, and facts that cannot be."""

import csv
from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

from jamsos import (
    Employment,
    HomeCare,
    Incapacity,
    InputError,
    Loss,
    Outcome,
    Participation,
    UndecidedError,
    WorkAccident,
    Worker,
    current,
    death_benefit,
    disability_search,
    jkk_benefit,
    payments,
)
from jamsos.benefits.disability_row import LeftHanded
from jamsos.benefits.work_accident.disability_table import rows_of

WORKER = Worker(income=900_000)
DAY, OLD, NEW = date(2020, 5, 4), date(2019, 12, 1), date(2019, 12, 2)
MEMBER = Participation(number_issued=date(2016, 1, 11), payments=payments("2016-01", "2020-12"))
TABLE = current().get("jkk.disability_table", date(2026, 1, 1))
WHOLE = [row for row in TABLE.rows if row[5] == "whole"]


def day_by_day(days: int, shares: tuple[int, int, int]) -> Fraction:
    """Every day on its own: months of 30 days, percent of W / 30."""
    paid = Fraction(0)
    for number in range(days):
        month = number // 30 + 1
        percent = shares[0] if month <= 6 else shares[1] if month <= 12 else shares[2]
        paid += Fraction(1_000_000, 30) * Fraction(percent, 100)
    return paid


@given(st.booleans(), st.lists(st.integers(1, 300), min_size=1, max_size=4), st.integers(1, 9))
def test_temporary_incapacity_is_the_sum_of_its_days(
    new: bool, lengths: list[int], pause: int
) -> None:
    on = date(2019, 12, 2) if new else date(2019, 12, 1)
    spells: list[Incapacity] = []
    first = on
    for length in lengths:
        spells.append(Incapacity(first=first, last=first + timedelta(length - 1)))
        first += timedelta(length + pause)
    answer = jkk_benefit(WORKER, MEMBER, WorkAccident(on=on, unable=tuple(spells)))
    assert answer.total == day_by_day(sum(lengths), (100, 100, 50) if new else (100, 75, 50))


@given(st.sampled_from(WHOLE), st.none() | st.integers(0, 100))
def test_a_disability_is_its_percentage_of_eighty_months(
    row: tuple[object, ...], lost: int | None
) -> None:
    is_limb = str(row[0]).startswith("A") and row[0] not in {"A11", "A12", "A13", "A14"}
    lost = lost if is_limb else None
    loss = Loss(code=str(row[0]), function_lost=lost)
    answer = jkk_benefit(WORKER, MEMBER, WorkAccident(on=date(2020, 5, 4), losses=(loss,)))
    assert (
        answer.total
        == Fraction(int(str(row[1])), 10**6)
        * Fraction(100 if lost is None else lost, 100)
        * 80_000_000
    )


def test_the_table_holds_together() -> None:
    rows = {str(row[0]): row for row in TABLE.rows}
    assert len(rows) == len(TABLE.rows) == 47
    assert sum(row[1] for row in TABLE.rows if isinstance(row[1], int)) == 9_615_000
    assert all(rows[str(rows[str(row[6])][6])] == row for row in TABLE.rows if row[6])
    assert sum(1 for row in TABLE.rows if row[6]) == 16


def test_the_sides_of_arm_forearm_and_hand_are_reversed_for_the_left_handed() -> None:
    """PP 44/2015 Lampiran III.II prints it at A01, A03 and A06 and nowhere else."""
    rows = rows_of(TABLE)
    swapped = {code for code, row in rows.items() if row.left_handed is LeftHanded.SWAP}
    assert swapped == {"A01", "A02", "A03", "A04", "A05", "A06"}
    sided = {code for code, row in rows.items() if row.left_handed is not None}
    assert sided == {code for code, row in rows.items() if row.mirror}


SISTER = Path(__file__).parent / "data" / "disability_pp70_2015.csv"
DEVIATIONS = {"A05": "35", "A18": "7.9", "B02": "33", "B15": "10"}
"""Where the sister table prints another number than the row times 1.1."""


def test_the_sister_table_prints_the_rows_times_one_and_a_tenth() -> None:
    rows = {str(row[0]): row[1] for row in TABLE.rows}
    with SISTER.open(encoding="utf-8", newline="") as file:
        printed = {line["code"]: line["percent"] for line in csv.DictReader(file)}
    assert printed.keys() == rows.keys()
    assert {code: printed.pop(code) for code in DEVIATIONS} == DEVIATIONS
    assert printed.pop("B01") == "11-33"
    limits = [
        row
        for row in current().get("jkk.disability_bands", date(2026, 1, 1)).rows
        if row[0] == "B01"
    ]
    assert limits == [("B01", "B01", 10, 30)]
    for code, percent in printed.items():
        assert Fraction(percent) == Fraction(int(str(rows[code])), 10_000) * Fraction(11, 10), code


def test_the_search_finds_rows_in_both_languages() -> None:
    assert [row.code for row in disability_search("IMPOTENSI")] == ["B02"]
    with pytest.raises(InputError, match="words"):
        disability_search(" ")


@pytest.mark.parametrize(
    "make",
    [
        lambda: untyped(WorkAccident)(on=None),
        lambda: untyped(WorkAccident)(on=date(2026, 1, 1), losses={Loss(code="A01")}),
        lambda: untyped(WorkAccident)(on=date(2026, 1, 1), unable=(1,)),
        lambda: untyped(jkk_benefit)(WORKER, MEMBER, "a fall"),
        lambda: untyped(jkk_benefit)(WORKER, MEMBER, WorkAccident(on=date(2020, 5, 4)), "a family"),
        lambda: untyped(WorkAccident)(
            on=date(2026, 1, 1), home_care=(Incapacity(first=date(2026, 1, 2)),)
        ),
        lambda: untyped(WorkAccident)(on=date(2026, 1, 1), cause=None),
        lambda: WorkAccident(on=date(2026, 1, 1), examinations_paid=1),
        lambda: jkk_benefit(
            WORKER,
            MEMBER,
            WorkAccident(on=DAY, cause="occupational_disease", examinations_paid=1),
        ),
        lambda: untyped(WorkAccident)(on=date(2026, 1, 1), glasses=1.5),
        lambda: WorkAccident(on=date(2026, 1, 1), prosthesis=True),
        lambda: untyped(WorkAccident)(on=date(2026, 1, 1), return_to_work=1),
        lambda: untyped(HomeCare)(first=None, last=date(2026, 1, 1)),
        lambda: HomeCare(first=datetime(2026, 1, 1), last=date(2026, 1, 2)),  # noqa: DTZ001
        lambda: untyped(HomeCare)(
            first=date(2026, 1, 1), last=date(2026, 1, 2), with_facility="yes"
        ),
        lambda: untyped(death_benefit)(
            WORKER, MEMBER, died_on=DAY, cause=None, disability_paid=1.5
        ),
    ],
    ids=[
        "no day",
        "a set",
        "no spell",
        "no accident",
        "no family",
        "no care at home",
        "no cause",
        "examinations of an accident",
        "examinations of a BPU",
        "a float",
        "a flag for money",
        "a number for a flag",
        "no first day",
        "a time of the day",
        "a text for a flag",
        "a float for a benefit paid",
    ],
)
def test_what_is_no_accident_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(InputError):
        make()


def test_facts_not_known_are_asked_for_where_they_matter() -> None:
    unknown = WorkAccident(
        on=date(2020, 5, 4), land=None, unable=None, losses=None, total_permanent=True
    )
    answer = jkk_benefit(WORKER, MEMBER, unknown)
    assert [need.id for need in answer.needs] == ["accident.land", "accident.unable"]
    nobody = jkk_benefit(Worker(segment=None), MEMBER, WorkAccident(on=date(2020, 5, 4)))
    assert [need.id for need in nobody.needs] == ["worker.segment"]


@pytest.mark.parametrize(
    "fact",
    ["sea", "air", "unable", "losses", "total_permanent", "prosthesis", "dentures", "care_paid"],
)
@pytest.mark.parametrize("on", [OLD, NEW])
def test_what_both_laws_pay_must_be_known(fact: str, on: date) -> None:
    answer = jkk_benefit(WORKER, MEMBER, untyped(WorkAccident)(on=on, **{fact: None}))
    assert [need.id for need in answer.needs] == [f"accident.{fact}"]


@pytest.mark.parametrize(("fact", "note"),
                         [("hearing_aid", "hearing_aid"), ("glasses", "hearing_aid"),
                                            ("home_care", "home_care")])  # fmt: skip
def test_what_the_old_law_did_not_pay_need_not_be_known(fact: str, note: str) -> None:
    old, new = (
        jkk_benefit(WORKER, MEMBER, untyped(WorkAccident)(on=on, **{fact: None}))
        for on in (OLD, NEW)
    )
    assert (old.outcome, old.total) == (Outcome.YES, 0)
    assert f"note.no_{note}" in {told.code for told in old.notes}
    assert [need.id for need in new.needs] == [f"accident.{fact}"]


def test_without_a_right_to_cash_its_costs_need_not_be_known() -> None:
    law = current().with_decisions(D13="no_cash")
    behind = Participation(number_issued=date(2019, 1, 7), payments=payments("2019-01", "2019-08"))
    unknown = WorkAccident(on=date(2019, 11, 18), land=None, glasses=None, total_permanent=None)
    assert jkk_benefit(WORKER, behind, unknown, law=law).outcome is Outcome.YES
    lapsed = evolve(unknown, on=date(2020, 3, 2), care_paid=None, home_care=None)
    assert jkk_benefit(WORKER, behind, lapsed).outcome is Outcome.NO


def test_whether_return_to_work_is_recommended_is_asked_for() -> None:
    found = jkk_benefit(WORKER, MEMBER, WorkAccident(on=DAY, return_to_work=None))
    assert found.outcome is Outcome.YES
    with pytest.raises(UndecidedError, match=r"WorkAccident\(return_to_work=...\)"):
        found.finding("return_to_work")
    assert "accident.return_to_work" in {ground.id for ground in found.grounds}


def test_a_disability_paid_before_that_nobody_knows() -> None:
    facts: dict[str, Any] = {
        "died_on": DAY,
        "accident_on": DAY,
        "cause": "work_accident",
        "disability_paid": None,
    }
    kept = death_benefit(WORKER, MEMBER, **facts)
    assert kept.total == 70_000_000
    with pytest.raises(UndecidedError, match=r"give disability_paid=..."):
        kept.finding("disability_paid")
    taken_off = death_benefit(WORKER, MEMBER, **facts, law=current().with_decisions(D39="offset"))
    assert [need.id for need in taken_off.needs] == ["disability_paid"]
    facts["cause"] = "other"
    assert death_benefit(WORKER, MEMBER, **facts).total == 42_000_000


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_a_prosthesis_is_its_cost_up_to_the_price_and_forty_percent(cost: int, price: int) -> None:
    answer = jkk_benefit(
        WORKER, MEMBER, WorkAccident(on=DAY, prosthesis=cost, prosthesis_price=price)
    )
    assert answer.total == min(Fraction(cost), Fraction(7, 5) * price)


@given(
    st.booleans(),
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.integers(0, 10**8),
)
def test_aids_and_home_care_are_their_costs_up_to_their_caps(
    new: bool, dentures: int, hearing: int, glasses: int, home: int
) -> None:
    on = NEW if new else OLD
    care = HomeCare(first=NEW, last=NEW, cost=home, with_facility=True)
    facts: dict[str, Any] = {
        "dentures": dentures,
        "hearing_aid": hearing,
        "glasses": glasses,
        "home_care": (care,),
        "home_care_recommended_on": NEW,
    }
    later = min(hearing, 2_500_000) + min(glasses, 1_000_000) + min(home, 20_000_000)
    expected = min(dentures, 5_000_000) + later if new else min(dentures, 3_000_000)
    assert jkk_benefit(WORKER, MEMBER, WorkAccident(on=on, **facts)).total == expected


@given(
    st.integers(0, 30_000_000),
    st.integers(0, 30_000_000),
    st.sampled_from(WHOLE),
    st.integers(1, 500),
)
def test_a_higher_base_never_receives_less(
    one: int, other: int, row: tuple[object, ...], days: int
) -> None:
    spell = Incapacity(first=NEW, last=NEW + timedelta(days - 1))
    facts = WorkAccident(on=NEW, unable=(spell,), losses=(Loss(code=str(row[0])),))
    low, high = (
        jkk_benefit(Worker(income=income), MEMBER, facts).total for income in sorted((one, other))
    )
    assert low <= high


@given(st.booleans(), st.integers(2, 900), st.integers(1, 899))
def test_a_spell_in_two_parts_is_paid_as_one(new: bool, days: int, cut: int) -> None:
    on = NEW if new else OLD
    cut = min(cut, days - 1)
    ends = [on + timedelta(cut - 1), on + timedelta(days - 1)]
    whole = (Incapacity(first=on, last=ends[1]),)
    parts = (
        Incapacity(first=on, last=ends[0]),
        Incapacity(first=ends[0] + timedelta(1), last=ends[1]),
    )
    for decision in ("law_of_accident_day", "month_by_month"):
        law = current().with_decisions(D03=decision)
        sums = [
            jkk_benefit(WORKER, MEMBER, WorkAccident(on=on, unable=spells), law=law).total
            for spells in (whole, parts)
        ]
        assert sums[0] == sums[1]


CLERK = Participation(
    segment="PU", number_issued=date(2016, 1, 11), payments=payments("2016-01", "2020-12")
)


def at_wage(wage: int, reported: int | None = None) -> Participation:
    """A wage earner with this monthly wage."""
    return evolve(
        CLERK,
        employment=Employment(
            pay_form="monthly", basic_wage=wage, fixed_allowances=0, reported_wage=reported
        ),
    )


@given(st.booleans(), st.sampled_from(WHOLE), st.integers(1, 500), st.integers(0, 10**7))
def test_a_wage_of_the_base_gives_what_the_base_gives(
    new: bool, row: tuple[object, ...], days: int, land: int
) -> None:
    on = NEW if new else OLD
    spell = Incapacity(first=on, last=on + timedelta(days - 1))
    facts = WorkAccident(on=on, land=land, unable=(spell,), losses=(Loss(code=str(row[0])),))
    own, employed = (
        jkk_benefit(WORKER, MEMBER, facts),
        jkk_benefit(Worker(), at_wage(1_000_000), facts),
    )
    assert own.total == employed.total
    assert [line.code for line in own.lines] == [line.code for line in employed.lines]


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(1, 500), st.integers(0, 10**9))
def test_too_low_a_report_moves_money_and_loses_none(
    wage: int, reported: int, days: int, paid: int
) -> None:
    spell = Incapacity(first=NEW, last=NEW + timedelta(days - 1))
    facts = WorkAccident(on=NEW, unable=(spell,), losses=(Loss(code="A25"),), wage_paid=paid)
    known = jkk_benefit(Worker(), at_wage(wage, reported), facts)
    whole = jkk_benefit(Worker(), at_wage(wage), facts)
    by_report = jkk_benefit(Worker(), at_wage(min(wage, reported)), facts)
    of_bpjs = [line for line in known.lines if line.payer is None]
    assert known.total == whole.total
    assert sum(line.amount for line in of_bpjs) == by_report.total
    assert {line.payer for line in known.lines} <= {None, "employer"}
    stmb = known.line("jkk.stmb")
    assert known.finding("stmb_to_worker") == max(stmb - paid, 0)
    if any(line.amount for line in of_bpjs):
        assert known.finding("stmb_to_employer") == min(paid, by_report.line("jkk.stmb"))


def test_whether_the_employer_reported_late_is_asked_for_where_it_matters() -> None:
    last, first = date(2025, 2, 23), date(2025, 2, 24)
    member = evolve(CLERK, payments=payments("2016-01", "2025-02"))
    unknown = WorkAccident(on=first, land=1, reported_late=None)
    assert [need.id for need in jkk_benefit(Worker(), member, unknown).needs] == [
        "accident.reported_late"
    ]
    assert jkk_benefit(Worker(), member, evolve(unknown, on=last)).total == 1
    either = evolve(unknown, reported_as_suspected=None)
    assert [need.id for need in jkk_benefit(Worker(), member, either).needs] == [
        "accident.reported_as_suspected"
    ]
    behind = jkk_benefit(Worker(), CLERK, unknown)  # the employer pays first in any case
    assert {line.payer for line in behind.lines} == {"employer_first"}


def test_the_segment_of_an_employer_is_known_without_the_workers() -> None:
    assert jkk_benefit(Worker(segment=None), CLERK, WorkAccident(on=DAY, land=5)).total == 5


@pytest.mark.parametrize(
    ("member", "facts", "more"),
    [
        (MEMBER, {"wage_paid": 0}, {}),
        (MEMBER, {"reported_late": None}, {}),
        (CLERK, {"wage_paid": -1}, {}),
        (CLERK, {"wage_paid": 1.5}, {}),
        (CLERK, {"reported_late": 1}, {}),
        (CLERK, {}, {"others": None}),
        (CLERK, {}, {"others": MEMBER}),
        (CLERK, {}, {"others": ("a membership",)}),
        ((CLERK, MEMBER), {}, {}),
    ],
    ids=[
        "a wage of a BPU",
        "a report of a BPU",
        "a negative wage",
        "a float",
        "a number for a flag",
        "None for no others",
        "one other without a tuple",
        "a text for a membership",
        "several memberships of one accident",
    ],
)
def test_facts_an_employment_cannot_have_are_refused(
    member: Participation | tuple[Participation, ...], facts: dict[str, Any], more: dict[str, Any]
) -> None:
    with pytest.raises(InputError):
        untyped(jkk_benefit)(Worker(), member, WorkAccident(on=DAY, **facts), **more)


def test_whether_prepaid_months_leave_a_credit_depends_on_the_income() -> None:
    """PP 50/2025: months paid ahead at the full rate may have paid for later ones (D26)."""
    paid = payments("2025-12", "2026-06", on=date(2025, 12, 1), amount=16_800)
    member = Participation(number_issued=date(2025, 12, 1), payments=paid)
    answer = jkk_benefit(Worker(kind="b"), member, WorkAccident(on=date(2026, 9, 10)))
    assert answer.outcome is Outcome.CANNOT_DECIDE
    # Whether 16,800 pays a month in full, only the row tells.
    assert [need.id for need in answer.needs] == ["participation.row"]


def test_examinations_not_known_are_asked_for_where_a_rule_refunds_them() -> None:
    """Permenaker 5/2021 Pasal 112(3)-(4): of a disease, from 2 December 2019."""
    clerk = Participation(
        segment="PU",
        number_issued=date(2016, 1, 11),
        payments=payments("2016-01", "2026-01"),
        employment=Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0),
    )
    disease = WorkAccident(
        on=date(2026, 1, 5), cause="occupational_disease", examinations_paid=None
    )
    asked = jkk_benefit(Worker(segment="PU"), clerk, disease)
    assert [need.id for need in asked.needs] == ["accident.examinations_paid"]
    for not_asked in (
        evolve(disease, cause="work_accident"),
        evolve(disease, on=date(2019, 12, 1)),
    ):
        assert jkk_benefit(Worker(segment="PU"), clerk, not_asked).outcome is Outcome.YES
