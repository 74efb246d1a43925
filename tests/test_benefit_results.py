"""The typed results of deaths, work accidents and migrant workers, reckoned by hand."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_type

import pytest
from attrs import evolve

from jamsos import (
    CareItem,
    Child,
    DeathBenefit,
    DisabilityRow,
    Employment,
    Family,
    Heirs,
    HomeCare,
    Incapacity,
    InputError,
    JkkBenefit,
    Law,
    Level,
    Loss,
    MigrantBenefit,
    PaidBy,
    Participation,
    Placement,
    Right,
    Scholarship,
    SchoolYear,
    Stage,
    UndecidedError,
    WageSource,
    WorkAccident,
    Worker,
    benefit_wage,
    current,
    death_benefit,
    disability_rows,
    jkk_benefit,
    migrant_benefit,
    migrant_cover,
    migrant_premium,
    payments,
    scholarship_projection,
)

LAW = current()
DAY = date(2026, 8, 3)
FISHER = Worker(kind="independent", income=900_000)
"""Row 1, whose base income is 1,000,000 (PP 44/2015 Lampiran II)."""
MEMBER = Participation(number_issued=date(2022, 8, 10), payments=payments("2022-08", "2026-12"))
PUPIL = Child(
    birth=date(2017, 5, 1),
    level="SD",
    year=3,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
WIDOW = Family(spouse=True, children=())
CLERK = Participation(
    segment="PU",
    number_issued=date(2015, 7, 6),
    payments=payments("2015-07", "2026-08"),
    employment=Employment(pay_form="monthly", basic_wage=4_500_000, fixed_allowances=0),
)
NURSE = Placement(
    agency=True,
    paid_on=date(2026, 1, 5),
    embarked_on=date(2026, 3, 2),
    contract_ends=date(2028, 3, 1),
    stage="abroad",
)


UNDER_REPORTED = Employment(
    pay_form="monthly", basic_wage=4_500_000, fixed_allowances=0, reported_wage=3_000_000
)


def other_death(family: Family | None, law: Law = LAW) -> DeathBenefit:
    return death_benefit(FISHER, MEMBER, family, died_on=DAY, cause="other", law=law)


def work_death(worker: Worker, member: Participation) -> DeathBenefit:
    cause = "work_accident"
    return death_benefit(worker, member, WIDOW, died_on=DAY, accident_on=DAY, cause=cause)


def of_fisher(accident: WorkAccident, law: Law = LAW) -> JkkBenefit:
    return jkk_benefit(FISHER, MEMBER, accident, law=law)


def of_clerk(accident: WorkAccident, employment: Employment | None = None) -> JkkBenefit:
    clerk = CLERK if employment is None else evolve(CLERK, employment=employment)
    return jkk_benefit(Worker(), clerk, accident)


def test_a_death_from_another_cause() -> None:
    """PP 82/2019 Pasal 34: 20 million, 24 x 500,000 at once, 10 million for the funeral."""
    answer = other_death(Family(spouse=True, children=(PUPIL,)))
    assert answer.lump_sum == 20_000_000
    assert answer.periodic == 12_000_000
    assert answer.funeral == 10_000_000
    assert (answer.work_death, answer.benefit_base, answer.disability_paid) == (0, None, None)
    assert answer.heirs is Heirs.SPOUSE_OR_CHILD
    assert dict(answer.by_recipient) == {"spouse_or_child": 42_000_000}
    assert dict(answer.by_debtor) == {PaidBy.BPJS: 42_000_000}
    # August 2022 to August 2026, which was paid on its first day (D33).
    assert (answer.paid_months, answer.paid_months_unbroken) == (49, None)
    # SD 3 to 6, SMP, SMA and five years of PT (Pasal 34(3)): 6 + 6 + 9 + 60 million; with TK
    # and the whole of SD 87 million.
    scholarship = answer.scholarship
    assert scholarship.right is Right.NOW
    assert scholarship.remaining_maximum == 81_000_000
    assert (scholarship.statutory_maximum, scholarship.first_instalment) == (87_000_000, 1_500_000)
    assert scholarship.next_step == ""


def test_a_death_from_work() -> None:
    """PP 82/2019 Lampiran III: 60 % x 80 x 1,000,000, 12 million, 10 million."""
    answer = work_death(FISHER, MEMBER)
    assert answer.work_death == 48_000_000
    assert (answer.periodic, answer.funeral, answer.lump_sum) == (12_000_000, 10_000_000, 0)
    assert (answer.benefit_base, answer.paid_months, answer.share_each) == (1_000_000, None, None)


def test_the_employer_owes_what_too_low_a_report_left_out() -> None:
    """Pasal 32(2): 60 % x 80 x 4,500,000 less 60 % x 80 x 3,000,000 is the employer's."""
    answer = work_death(Worker(), evolve(CLERK, employment=UNDER_REPORTED))
    assert answer.work_death == 216_000_000
    assert dict(answer.by_debtor) == {PaidBy.BPJS: 166_000_000, PaidBy.EMPLOYER: 72_000_000}
    assert answer.benefit_base == 4_500_000
    of_wage = [line for line in answer.lines if line.code == "jkk.death"]
    assert [line.amount for line in of_wage] == [144_000_000, 72_000_000]
    for line in answer.lines:
        ids = {ground.id for ground in line.grounds}
        # Each part rests on the article; what no wage changes does not.
        assert ("employer.wage_shortfall" in ids) is (line in of_wage)


def test_nobody_is_left() -> None:
    """PP 44/2015 Pasal 40(2): the funeral money to who paid for it, the rest to the Fund."""
    alone = Family(
        spouse=False,
        children=(),
        blood_line=False,
        siblings=False,
        parents_in_law=False,
        will="none",
    )
    answer = other_death(alone)
    assert answer.heirs is Heirs.NOBODY
    assert dict(answer.by_recipient) == {"fund": 32_000_000, "funeral_payer": 10_000_000}
    assert answer.scholarship.remaining_maximum == 0


def test_an_equal_share() -> None:
    """D50: widow and one child would take 21 million each."""
    family = Family(spouse=True, children=(PUPIL,))
    assert other_death(family, LAW.with_decisions(D50="equal_shares")).share_each == 21_000_000


def test_a_death_outside_the_cover() -> None:
    """PP 44/2015 Pasal 42(2): after more than three months of arrears nothing is paid."""
    lapsed = Participation(number_issued=date(2022, 8, 10), payments=payments("2022-08", "2025-12"))
    answer = death_benefit(FISHER, lapsed, WIDOW, died_on=DAY, cause="other")
    assert (answer.total, answer.heirs, answer.paid_months) == (0, None, None)
    assert answer.scholarship.right is Right.NONE
    assert dict(answer.by_recipient) == dict(answer.by_debtor) == {}


def test_one_amount_is_no_range() -> None:
    # Without the day of an accident only a death of another cause can be reckoned: 42 million
    # (PP 82/2019 Pasal 34 ayat (1)). What JKK would pay may be more, so no 'between' is said.
    unknown = death_benefit(FISHER, MEMBER, died_on=DAY, cause=None)
    assert [one.total for one in unknown.possibilities] == [42_000_000]
    assert unknown.brief("en").endswith("Still to be known: the cause of death.")
    both = death_benefit(FISHER, MEMBER, died_on=DAY, cause=None, accident_on=DAY)
    assert "between Rp42,000,000 and Rp70,000,000" in both.brief("en")


def test_what_is_open_says_what_to_give() -> None:
    """PP 44/2015 Pasal 40(2); PP 82/2019 Pasal 34(3): the family decides who takes."""
    answer = other_death(None)
    with pytest.raises(UndecidedError, match=r"heirs.*give Family\(spouse=\.\.\.\)"):
        _ = answer.heirs
    scholarship = answer.scholarship
    assert scholarship.right is Right.NOW
    with pytest.raises(UndecidedError, match=r"remaining_maximum.*Family\(children=\.\.\.\)"):
        _ = scholarship.remaining_maximum
    undecided = death_benefit(FISHER, MEMBER, died_on=DAY, cause=None)
    for name in ("lump_sum", "heirs", "scholarship", "by_recipient", "by_debtor", "paid_months"):
        with pytest.raises(UndecidedError, match="cause"):
            getattr(undecided, name)


def test_a_disability_paid_before() -> None:
    """D39: nothing is taken off, and the amount is told."""
    answer = death_benefit(
        FISHER,
        MEMBER,
        WIDOW,
        died_on=DAY,
        accident_on=DAY,
        cause="work_accident",
        disability_paid=4_000_000,
    )
    assert (answer.disability_paid, answer.work_death) == (4_000_000, 48_000_000)


def test_a_fall_with_a_lost_toe() -> None:
    """PP 82/2019 Lampiran III: up to 5 million by land, 30 days of W, 5 % x 80 x W."""
    answer = of_fisher(
        WorkAccident(
            on=DAY,
            land=5_400_000,
            unable=(Incapacity(first=DAY, last=date(2026, 9, 1)),),
            losses=(Loss(code="A25"),),
            dentures=5_500_000,
            hearing_aid=2_600_000,
            glasses=900_000,
            prosthesis=15_000_000,
            prosthesis_price=10_000_000,
        )
    )
    assert (answer.transport, answer.temporary_incapacity) == (5_000_000, 1_000_000)
    assert (answer.incapacity_days, answer.benefit_base) == (30, 1_000_000)
    assert (answer.disability_percentage, answer.partial_disability) == (5, 4_000_000)
    assert (answer.dentures, answer.hearing_aid, answer.glasses) == (5_000_000, 2_500_000, 900_000)
    assert (answer.prosthesis, answer.total_disability, answer.periodic) == (14_000_000, 0, 0)
    assert (answer.care, answer.payer) == (Right.NOW, PaidBy.BPJS)
    assert (answer.refunded_to_employer, answer.care_excess) == (0, None)
    assert answer.return_to_work is None
    # A BPU has no employer who pays the wage on (Pasal 51).
    assert (answer.incapacity_to_employer, answer.incapacity_to_worker) == (None, None)
    assert answer.incapacity_claim_months is None
    assert answer.scholarship.right is Right.NONE


def test_a_part_of_the_function() -> None:
    """PP 82/2019 Lampiran III: 12.5 % of the 5 % of a big toe, x 80 x W."""
    toe = Loss(code="A25", function_lost=Fraction(25, 2))
    answer = of_fisher(WorkAccident(on=DAY, losses=(toe,)))
    assert answer.disability_percentage == Fraction(5, 8)
    assert answer.partial_disability == 500_000


def test_several_losses() -> None:
    """Permenaker 5/2021 Pasal 84(1): 25 % and 5 % are 30 %; before it D38 may leave them open."""
    losses = WorkAccident(on=DAY, losses=(Loss(code="A10"), Loss(code="A25")))
    added = of_fisher(losses)
    assert (added.disability_percentage, added.partial_disability) == (30, 24_000_000)


def test_total_permanent_disability() -> None:
    """PP 82/2019 Lampiran III: 70 % x 80 x W and 24 x 500,000; Pasal 25(3): the scholarship."""
    family = Family(spouse=True, children=(PUPIL,))
    accident = WorkAccident(on=DAY, total_permanent=True)
    answer = jkk_benefit(FISHER, MEMBER, accident, family)
    assert (answer.total_disability, answer.periodic) == (56_000_000, 12_000_000)
    assert (answer.disability_percentage, answer.partial_disability) == (None, 0)
    assert answer.scholarship.remaining_maximum == 81_000_000


def test_a_wage_paid_on() -> None:
    """Pasal 30(2), 33, 51: the employer is refunded transport, care, and STMB up to the wage."""
    answer = of_clerk(
        WorkAccident(
            on=DAY,
            land=400_000,
            unable=(Incapacity(first=DAY, last=date(2026, 9, 1)),),
            wage_paid=4_000_000,
            care_paid=3_000_000,
            care_standard=2_500_000,
            return_to_work=True,
        )
    )
    assert answer.temporary_incapacity == 4_500_000
    assert (answer.incapacity_to_employer, answer.incapacity_to_worker) == (4_000_000, 500_000)
    # After six months STMB may be claimed again.
    assert answer.incapacity_claim_months == 6
    assert (answer.care_refund, answer.care_excess) == (2_500_000, 500_000)
    assert answer.refunded_to_employer == 2_900_000
    assert answer.return_to_work is Right.NOW


def test_home_care() -> None:
    """PP 82/2019 Lampiran III: with a health facility, up to 20 million in the first year."""
    months = HomeCare(first=DAY, last=date(2026, 10, 31), cost=21_000_000, with_facility=True)
    accident = WorkAccident(on=DAY, home_care=(months,), home_care_recommended_on=DAY)
    answer = of_fisher(accident)
    assert answer.home_care == 20_000_000
    assert (answer.benefit_base, answer.incapacity_days) == (None, None)


def test_the_employer_of_a_worker_never_registered() -> None:
    """Pasal 27(1): the employer owes all of it, care too."""
    member = Participation(segment="PU", failing="not_registered", employment=CLERK.employment)
    answer = jkk_benefit(Worker(), member, WorkAccident(on=DAY, land=400_000))
    assert answer.payer is PaidBy.EMPLOYER
    assert dict(answer.by_debtor) == {PaidBy.EMPLOYER: 400_000}


def test_an_accident_outside_the_cover() -> None:
    """PP 44/2015 Pasal 39(2): neither cash nor care after more than three months of arrears."""
    lapsed = evolve(MEMBER, payments=payments("2022-08", "2025-12"))
    answer = jkk_benefit(FISHER, lapsed, WorkAccident(on=DAY, land=400_000))
    assert (answer.care, answer.payer, answer.care_items, answer.total) == (Right.NONE, None, (), 0)


@pytest.mark.parametrize("day", [date(2019, 12, 1), date(2019, 12, 2)])
def test_the_items_of_care_are_those_of_the_day(day: date) -> None:
    """PP 44/2015 and PP 82/2019 Pasal 25(2) huruf a: every item of the list, and no other."""
    member = evolve(MEMBER, number_issued=date(2018, 1, 8), payments=payments("2018-01", "2019-12"))
    answer = jkk_benefit(FISHER, member, WorkAccident(on=day))
    listed = LAW.get("jkk.care_items", day).words
    assert set(answer.care_items) == set(listed)
    assert {CareItem(word) for word in listed} == set(answer.care_items)
    assert (CareItem.HOME_CARE in answer.care_items) == (day == date(2019, 12, 2))


def test_the_school_years_of_a_projection() -> None:
    """PP 82/2019 Lampiran III; D64: the last year of SMA, then PT to the age limit of 23."""
    child = evolve(PUPIL, birth=date(2009, 3, 1), level=Level.SMA, year=12)
    answer = scholarship_projection(child, date(2026, 8, 20))
    assert answer.years[0] == SchoolYear(2026, Level.SMA, 3, 3_000_000)
    assert answer.years[-1] == SchoolYear(2031, Level.PT, 5, 12_000_000)
    assert [year.amount for year in answer.years] == [line.amount for line in answer.lines]
    refused = scholarship_projection(evolve(child, married=True), date(2026, 8, 20))
    assert (refused.years, refused.total) == ((), 0)
    with pytest.raises(UndecidedError, match=r"Child\(birth="):
        _ = scholarship_projection(evolve(child, birth=None), date(2026, 8, 20)).years


def test_the_rows_of_the_disability_table() -> None:
    """PP 82/2019 Lampiran III: the left thumb is worth 12 %."""
    (row,) = disability_rows("left thumb").rows
    assert (row.code, row.share, row.mirror) == ("A16", 120_000, "A15")
    assert disability_rows("tail").rows == ()


def test_the_premium_of_a_migrant_worker() -> None:
    """Permenaker 4/2023 Pasal 18: 37,500, 332,500 for 24 months, and 13,500 for each more."""
    answer = migrant_premium(date(2026, 3, 2), contract_months=27, agency=True)
    assert (answer.before_work, answer.package, answer.further) == (37_500, 332_500, 40_500)
    assert (answer.package_months, answer.further_months) == (24, 3)
    periods = (answer.protected_before_months, answer.protected_way_home_months)
    assert (*periods, answer.protected_after_days) == (5, 1, 30)
    assert answer.pay_months_before_leaving is None
    assert (answer.jht_choice_least, answer.jht_choice_most) == (50_000, 600_000)
    alone = migrant_premium(date(2026, 3, 2), contract_months=24, agency=False)
    assert (alone.before_work, alone.pay_months_before_leaving, alone.further_months) == (0, 1, 0)


def test_the_cover_of_a_migrant_worker() -> None:
    """BPJS Ketenagakerjaan: five months before, a month home, 30 days after."""
    back = evolve(NURSE, debarked_on=date(2028, 3, 20), stage=None)
    answer = migrant_cover(back, date(2028, 4, 10))
    assert answer.jkm is True
    with pytest.raises(UndecidedError, match=r"Placement\(stage="):
        _ = answer.jkk
    with pytest.raises(UndecidedError, match=r"Placement\(stage="):
        _ = answer.stage
    assert (answer.before_from, answer.before_end) == (date(2026, 1, 5), date(2026, 3, 2))
    assert (answer.during_from, answer.during_end) == (date(2026, 3, 2), date(2028, 3, 20))
    assert (answer.after_from, answer.after_end) == (date(2028, 3, 20), date(2028, 4, 19))
    at_work = migrant_cover(NURSE, DAY)
    assert (at_work.jkk, at_work.jkm, at_work.stage) == (True, True, Stage.ABROAD)
    assert (at_work.during_end, at_work.after_from) == (date(2028, 4, 1), None)


def test_the_benefits_of_a_migrant_worker() -> None:
    """BPJS Ketenagakerjaan: 85 million for a death at work, with the right of two children."""
    death = migrant_benefit(NURSE, "other_death", DAY, family=WIDOW)
    assert (death.death_during_work, death.children) == (85_000_000, 2)
    assert (death.heirs, death.claim_until, death.share_each) == (Heirs.SPOUSE_OR_CHILD, None, None)
    assert dict(death.by_recipient) == {"spouse_or_child": 85_000_000}
    before = Placement(agency=True, paid_on=date(2026, 7, 1), stage="waiting")
    early = migrant_benefit(before, "other_death", DAY, family=WIDOW)
    assert (early.lump_sum, early.periodic, early.funeral) == (20_000_000, 12_000_000, 10_000_000)
    assert (early.death_during_work, early.children) == (0, None)
    contrary = migrant_benefit(NURSE, "placed_contrary", DAY, cost=16_000_000)
    assert (contrary.fixed_sum, contrary.refund) == (25_000_000, 15_000_000)
    care = migrant_benefit(NURSE, "home_care", DAY, cost=1_000_000)
    assert (care.refund, care.home_care_months, care.heirs) == (1_000_000, 12, None)
    # Five years (D57).
    assert care.claim_until == date(2031, 8, 3)


def test_the_results_have_the_types_the_reference_names() -> None:
    """Proved by the type checkers."""
    death = other_death(WIDOW)
    assert_type(death.lump_sum, int | Fraction)
    assert_type(death.heirs, Heirs | None)
    assert_type(death.scholarship, Scholarship)
    assert_type(death.scholarship.right, Right)
    assert_type(death.scholarship.remaining_maximum, int | Fraction)
    assert_type(death.paid_months, int | None)
    assert_type(death.by_recipient, Mapping[str, int | Fraction])
    assert_type(death.by_debtor, Mapping[PaidBy, int | Fraction])
    living = of_fisher(WorkAccident(on=DAY))
    assert_type(living.care, Right)
    assert_type(living.care_items, tuple[CareItem, ...])
    assert_type(living.payer, PaidBy | None)
    assert_type(living.disability_percentage, int | Fraction | None)
    assert_type(living.incapacity_days, int | None)
    assert_type(disability_rows("toe").rows, tuple[DisabilityRow, ...])
    projection = scholarship_projection(evolve(PUPIL, year=4), DAY)
    assert_type(projection.years, tuple[SchoolYear, ...])
    contribution = migrant_premium(DAY, contract_months=24, agency=True)
    assert_type(contribution.package_months, int | None)
    cover = migrant_cover(NURSE, DAY)
    assert_type(cover.jkk, bool)
    assert_type(cover.stage, Stage)
    assert_type(cover.after_end, date | None)
    benefit = migrant_benefit(NURSE, "rape", DAY)
    assert_type(benefit.fixed_sum, int | Fraction)
    assert_type(benefit.claim_until, date | None)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(DeathBenefit, "lumpsum"), (JkkBenefit, "jkk"), (MigrantBenefit, "payer")],
)
def test_a_wrong_name_is_refused(kind: type[DeathBenefit], name: str) -> None:
    answer = {
        DeathBenefit: other_death(WIDOW),
        JkkBenefit: of_fisher(WorkAccident(on=DAY)),
        MigrantBenefit: migrant_benefit(NURSE, "rape", DAY),
    }[kind]
    with pytest.raises(InputError, match=name):
        answer.get(name)


def test_the_wage_waits_for_the_segment_where_nobody_knows_it() -> None:
    """Each segment has a rule of its own (Pasal 20, 28, 32)."""
    member = Participation(number_issued=date(2022, 8, 10))
    answer = benefit_wage(member, DAY, worker=Worker(segment=None))
    assert [need.id for need in answer.needs] == ["worker.segment"]
    with pytest.raises(UndecidedError, match=r"give Worker\(segment=\.\.\.\)"):
        _ = answer.wage


def test_the_wage_of_a_reckoning_by_hand() -> None:
    """Permenaker 5/2021 Pasal 88: 4,000,000 of 6,000,000 were reported."""
    welder = Employment(
        pay_form="monthly", basic_wage=6_000_000, fixed_allowances=0, reported_wage=4_000_000
    )
    member = Participation(segment="PU", number_issued=date(2020, 1, 6), employment=welder)
    answer = benefit_wage(member, DAY)
    assert answer.source is WageSource.LAST_WAGE
    assert (answer.wage, answer.paid_by_bpjs_on, answer.owed_by_employer_on) == (
        6_000_000, 4_000_000, 2_000_000,
    )  # fmt: skip


def _possible(answer: JkkBenefit | DeathBenefit) -> list[tuple[dict[str, str], object]]:
    assert not answer.decided
    return [(dict(one.facts), one.total) for one in answer.possibilities]


def test_a_missing_fact_of_few_values_names_each_total() -> None:
    """Lampiran III: 70 % of 80 months of 1,000,000 and 12,000,000, or nothing in cash."""
    accident = WorkAccident(on=DAY, total_permanent=None)
    assert _possible(jkk_benefit(FISHER, MEMBER, accident)) == [
        ({"accident.total_permanent": "True"}, 68_000_000),
        ({"accident.total_permanent": "False"}, 0),
    ]
    # Without an income only one of the two can be reckoned.
    of_nobody = jkk_benefit(Worker(kind="independent"), MEMBER, accident)
    assert _possible(of_nobody) == [({"accident.total_permanent": "False"}, 0)]
    # The cost of a journey has too many values to try.
    costly = evolve(accident, land=None)
    assert _possible(jkk_benefit(FISHER, MEMBER, costly)) == []


def test_who_pays_may_be_open_where_the_total_is_not() -> None:
    """Permenaker 1/2025 Pasal 8(2a): BPJS, or the employer after a late report."""
    clerk = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0)
    member = Participation(
        segment="PU",
        number_issued=date(2022, 8, 10),
        payments=payments("2022-08", "2026-12"),
        employment=clerk,
    )
    late = WorkAccident(on=DAY, land=400_000, reported_late=None)
    assert [total for _, total in _possible(jkk_benefit(Worker(), member, late))] == [
        400_000, 400_000,
    ]  # fmt: skip
    suspected = evolve(late, reported_as_suspected=None)
    assert [total for _, total in _possible(jkk_benefit(Worker(), member, suspected))] == [400_000]


def test_home_care_is_tried_where_its_fact_is_missing() -> None:
    """Only the spell of which it is not known whether a facility gave it."""
    known = HomeCare(first=DAY, last=DAY, cost=1_000_000, with_facility=True)
    open_spell = HomeCare(
        first=date(2026, 8, 4), last=date(2026, 8, 4), cost=3_000_000, with_facility=None
    )
    accident = WorkAccident(
        on=date(2026, 8, 2), home_care=(known, open_spell), home_care_recommended_on=DAY
    )
    assert [total for _, total in _possible(jkk_benefit(FISHER, MEMBER, accident))] == [
        4_000_000, 1_000_000,
    ]  # fmt: skip


def test_a_death_names_the_totals_that_can_be_reckoned() -> None:
    """One registration states its row, of the other neither row nor income is known."""
    stated = evolve(MEMBER, row=1, record="A")
    unstated = evolve(MEMBER, record="B")
    death = death_benefit(
        Worker(), (stated, unstated), died_on=DAY, accident_on=DAY, cause="work_accident"
    )
    assert _possible(death) == [({"accident_at": "0"}, 70_000_000)]
    # February 2026 is in arrears: of an independent worker its cost depends on the sector, too.
    late = Participation(
        number_issued=date(2023, 1, 9), payments=payments("2023-01", "2026-01"), record="A"
    )
    of_two = death_benefit(
        Worker(), (late, evolve(late, record="B")), died_on=date(2026, 2, 20), cause="other"
    )
    assert _possible(of_two) == [
        ({"worker.kind": "owner"}, 42_000_000 - 6_800),
        ({"worker.kind": "other"}, 42_000_000 + 32_000_000 - 2 * 6_800),
    ]


def test_under_the_old_law_the_scholarship_waits_for_the_overdue_month() -> None:
    """PP 44/2015 Pasal 39: May 2019 was due on 15 May, and is not paid on 1 June."""
    day = date(2019, 6, 1)
    late = Participation(
        number_issued=date(2015, 7, 6), payer="self", payments=payments("2015-07", "2019-04")
    )
    family = Family(spouse=True, children=(evolve(PUPIL, birth=date(2010, 5, 5)),))
    answer = death_benefit(
        FISHER, late, family, died_on=day, accident_on=day, cause="work_accident"
    )
    assert answer.scholarship.right is Right.AFTER_SETTLEMENT
    assert answer.brief("en").endswith(
        "The scholarship waits until the overdue contributions have been paid."
    )
