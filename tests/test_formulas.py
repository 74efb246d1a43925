"""Single formulas where no question shows all of them."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from jamsos import (
    Employment,
    Family,
    Incapacity,
    InputError,
    Loss,
    Participation,
    WorkAccident,
    Worker,
    benefit_wage,
    claim_timeline,
    current,
    death_benefit,
    disability_search,
    jkk_benefit,
    payments,
)
from jamsos.answers.texts import Text
from jamsos.benefits.family.heirs import heirs
from jamsos.coverage.contribution_period import (
    contribution_period,
    most_paid_months,
    scholarship_right_from,
    still_counted,
)
from jamsos.coverage.standing import standing_on
from jamsos.membership.due import day_in
from jamsos.membership.history import spells
from jamsos.values.days import monday_to_friday
from jamsos.values.months import Month

LAW = current()
DAY = date(2026, 5, 4)
MEMBER = Participation(number_issued=date(2024, 1, 10), payments=payments("2024-01", "2026-12"))


def test_without_a_number_no_earlier_month_gives_a_right() -> None:
    nameless = Participation(payments=(), earlier_paid_months=36)
    assert scholarship_right_from(nameless, LAW, Month.of("2026-01")) is None


def test_earlier_months_join_the_run_that_has_no_gap_after_them() -> None:
    """What another registration owes has no part in it."""
    joined = Participation(
        number_issued=date(2025, 1, 10),
        payments=payments("2025-01", "2025-06"),
        earlier_paid_months=24,
    )
    other = Participation(number_issued=date(2024, 6, 10), payments=payments("2025-02", "2025-03"))
    assert contribution_period((joined, other), date(2025, 6, 20)) == (30, 30)
    late = evolve(joined, first_month=Month.of("2025-01"), payments=payments("2025-02", "2025-06"))
    assert contribution_period((late, other), date(2025, 6, 20)) == (29, 5)


def test_a_lapsed_membership_names_the_four_months_that_ended_it() -> None:
    """Paid to January: on 16 May more than three are overdue (PP 44/2015 Pasal 42 ayat (2))."""
    member = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-01"))
    found = standing_on(member, date(2026, 9, 1), LAW, monday_to_friday)
    assert found is not None
    assert [str(month) for month in found.months] == ["2026-02", "2026-03", "2026-04", "2026-05"]
    assert found.spell == (
        date(2026, 1, 5),
        Month.of("2026-01"),
        date(2026, 5, 16),
        Month.of("2026-05"),
    )


def test_the_calendar_moves_the_lapse() -> None:
    """15 May 2026 a holiday: May is due on Monday 18 May, the membership ends on the 19th."""
    member = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-01"))
    found = standing_on(
        member,
        date(2026, 9, 1),
        LAW,
        lambda day: monday_to_friday(day) and day != date(2026, 5, 15),
    )
    assert found is not None
    assert found.spell is not None
    assert found.spell.ended == date(2026, 5, 19)


def test_a_membership_at_an_employer_has_no_lapse_and_begins_with_its_number() -> None:
    member = Participation(segment="PU", number_issued=date(2026, 1, 5), payments=())
    assert spells(member, LAW, monday_to_friday, date(2026, 12, 1)) == (
        (date(2026, 1, 5), Month.of("2026-01"), None, None),
    )
    assert spells(member, LAW, monday_to_friday, date(2026, 1, 4)) == ()
    unknown = Participation(segment="PU", payments=(), first_month="2026-01")
    assert spells(unknown, LAW, monday_to_friday, date(2026, 12, 1)) == ()


def test_a_day_the_month_does_not_have_is_its_last() -> None:
    assert [day_in(Month.of("2026-02"), day) for day in (28, 29, 31)] == [date(2026, 2, 28)] * 3
    assert day_in(Month.of("2026-03"), 31) == date(2026, 3, 31)


def test_a_will_without_a_notary_is_flagged() -> None:
    """Permenaker 1/2025 Pasal 22 ayat (1a), 62 ayat (1a), 79 ayat (2a)."""
    alone = Family(
        spouse=False,
        children=(),
        blood_line=False,
        siblings=False,
        parents_in_law=False,
        will="other",
    )
    found = heirs(alone, LAW, DAY)
    assert (found.taking, [note.code for note in found.notes]) == (
        "nobody",
        ["note.will_not_notarial"],
    )


def test_after_a_gap_the_earlier_months_are_dropped_with_what_places_them() -> None:
    unbroken = LAW.with_decisions(D33="unbroken")
    member = Participation(
        number_issued=date(2018, 1, 10),
        first_month="2019-01",
        payments=payments("2019-03", "2019-06"),
        earlier_paid_months=12,
    )
    month, before, settled = Month.of("2019-06"), date(2019, 12, 1), date(2019, 12, 2)
    left = still_counted(member, unbroken, month, before)
    assert (left.payments, left.earlier_paid_months, left.first_month) == (member.payments, 0, None)
    assert still_counted(member, LAW, month, before) is member
    # Permenaker 5/2021 Pasal 102(5) asks for no months in a row.
    assert still_counted(member, unbroken, month, settled) is member


def test_no_share_of_the_wage_before_the_first_row() -> None:
    """Shares that began with the second month would leave the first 30 days without money."""
    late = LAW.amended(evolve(LAW.get("jkk.stmb_shares", DAY), value=((2, 500_000),)))
    for last, paid in ((date(2026, 6, 2), 0), (date(2026, 6, 3), 1_000_000 // 30 // 2)):
        accident = WorkAccident(
            on=DAY, unable=(Incapacity(first=DAY, last=last),), land=0, sea=0, air=0, losses=()
        )
        answer = jkk_benefit(Worker(income=900_000), MEMBER, accident, law=late)
        assert int(answer.line("jkk.stmb")) == paid


def test_the_table_searched_is_that_of_the_law_given() -> None:
    table = LAW.get("jkk.disability_table", LAW.known_until)
    fewer = LAW.amended(evolve(table, value=table.rows[:-1]))
    word = table.rows[-1][0]
    assert [row.code for row in disability_search(str(word))] == [word]
    assert disability_search(str(word), law=fewer) == ()


def test_a_timeline_keeps_its_facts_and_tells_its_days_in_order() -> None:
    answer = claim_timeline(
        "work_accident", DAY, complete_on=date(2026, 5, 20), stage1_on=date(2026, 5, 5)
    )
    assert answer.question == "claim_timeline"
    assert {name: str(fact) for name, fact in answer.facts.items()} == {
        "cause": "work_accident",
        "segment": "BPU",
        "event_on": "2026-05-04",
        "stage1_on": "2026-05-05",
        "complete_on": "2026-05-20",
    }
    days = [finding.value for finding in answer.findings if isinstance(finding.value, date)]
    assert len(days) > 2
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("loss", "thing", "value", "allowed"),
    [
        (Loss(code="B01", measure=31), "Loss.measure", 31, "10 to 30"),
        (Loss(code="B03", measure=0), "Loss.measure", 0, "1 to 49, 50 to 74, from 75"),
        (Loss(code="B11", measure=71), "Loss.measure", 71, "10 to 25, 26 to 50, 51 to 70"),
        (Loss(code="B16", measure=101), "Loss.measure", 101, "what row B16 asks for: percent"),
        (Loss(code="A10", measure=5), "Loss.measure", 5, "what row A10 asks for: whole"),
        (
            Loss(code="B13", measure=5, better_eye=80, worse_eye=40),
            "Loss.measure",
            5,
            "what row B13 asks for: eyes",
        ),
        (
            Loss(code="A10", better_eye=80, worse_eye=40),
            "Loss.better_eye",
            80,
            "what row A10 asks for: whole",
        ),
        (
            Loss(code="B07", function_lost=50),
            "Loss.function_lost",
            50,
            "what row B07 asks for: whole",
        ),
        (
            Loss(code="B07", function_lost=Fraction(25, 2)),
            "Loss.function_lost",
            "25/2",
            "what row B07 asks for: whole",
        ),
    ],
)
def test_a_loss_that_does_not_fit_its_row_says_what_does(
    loss: Loss, thing: str, value: int, allowed: str
) -> None:
    with pytest.raises(InputError) as caught:
        jkk_benefit(Worker(income=900_000), MEMBER, WorkAccident(on=DAY, losses=(loss,)))
    assert (caught.value.thing, caught.value.value, caught.value.allowed) == (thing, value, allowed)


def test_what_was_paid_for_a_disability_before_may_not_be_known() -> None:
    facts: dict[str, Any] = {
        "died_on": date(2026, 5, 20),
        "accident_on": DAY,
        "cause": "work_accident",
        "disability_paid": None,
    }
    answer = death_benefit(Worker(income=900_000), MEMBER, **facts)
    found = next(finding for finding in answer.findings if finding.code == "disability_paid")
    assert (found.value, found.unit) == (None, "rupiah")
    assert found.note == Text("note.not_told")
    assert [ground.id for ground in found.grounds] == ["disability_paid", "D39"]


def test_only_of_stated_arrears_can_more_months_have_been_paid_than_are_listed() -> None:
    """January 2023 to December 2025 are 36 months, less 2 in arrears; and 3 paid before."""
    stated = Participation(number_issued=date(2023, 1, 2), months_in_arrears=2)
    paid = payments("2021-01", "2021-03")
    earlier = Participation(number_issued=date(2021, 1, 4), payments=paid, left_on=date(2022, 1, 1))
    assert most_paid_months((stated, earlier), date(2025, 12, 31)) == 34 + 3


@pytest.mark.parametrize(("stated", "most"), [(0, 3), (2, 1), (3, 0), (4, 0)])
def test_months_in_arrears_leave_no_more_than_the_others_paid(stated: int, most: int) -> None:
    """Three months from October to December; more in arrears than those pay none."""
    member = Participation(number_issued=date(2025, 10, 6), months_in_arrears=stated)
    assert most_paid_months([member], date(2025, 12, 31)) == most


def test_a_reported_sum_of_wages_is_a_whole_number_of_rupiah() -> None:
    """Whole rupiah are given as a whole number (D35, sum of wages)."""
    wages = [Employment(pay_form="monthly", basic_wage=wage, fixed_allowances=0, reported_wage=less)
             for wage, less in ((4_000_000, 3_999_999), (6_000_000, 6_000_000))]  # fmt: skip
    here, other = (
        Participation(segment="PU", number_issued=date(2016, 1, 6), employment=wage, record=record)
        for wage, record in zip(wages, "AB", strict=True)
    )
    law = LAW.with_decisions(D35="sum_of_wages")
    found = benefit_wage(here, date(2019, 12, 1), others=[other], law=law)
    assert (found.paid_by_bpjs_on, type(found.paid_by_bpjs_on)) == (9_999_999, int)
