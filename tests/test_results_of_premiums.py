"""The typed results of answers about contributions, sanctions and changes, worked out by hand."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from case_runner import ask, load_cases

from jamsos import (
    Answer,
    Change,
    ContributionMonth,
    Employment,
    Month,
    Participation,
    Payer,
    Payment,
    Premium,
    PremiumRun,
    Relief,
    RiskGroup,
    SanctionStage,
    Service,
    TierSlice,
    UndecidedError,
    WageContributionMonth,
    WagePremium,
    Worker,
    changes_between,
    construction_correction,
    construction_premium,
    current,
    employer_sanctions,
    payments,
    person_sanctions,
    premium,
    premium_run,
    prepay,
    refund_after_claim,
    risk_group,
    wage_correction,
    wage_premium,
    wage_premium_run,
)

LAW = current()
FISHER = Worker(kind="independent", income=900_000, sector="other")
DRIVER = Worker(kind="independent", income=900_000, sector="transport")
OWNER = Worker(kind="owner", income=900_000, sector="other")
CLERK = Employment(
    pay_form="monthly", basic_wage=4_000_000, fixed_allowances=500_000, risk_group="III"
)
TAILOR = Employment(
    pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="II",
    industry="textile_apparel", active_workers=50, paid_up_to="2025-01", jkp=True,
)  # fmt: skip
ROOMS = ("jamsos.premiums", "jamsos.changes")


def months(*names: str) -> tuple[Month, ...]:
    return tuple(Month.of(name) for name in names)


def results(answer: Answer, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(answer, name) for name in names)


# The contribution of a month without wage -----------------------------------------------------


def test_the_contribution_of_a_month_with_its_relief() -> None:
    """PP 44/2015 Pasal 20, Lampiran II row 1; PP 50/2025 Pasal 4(1): half; 15 Nov is a Sunday."""
    answer = premium(FISHER, "2026-11", payer="self")
    assert results(answer, "jkk", "jkm", "jht", "jkk_second_job") == (5_000, 3_400, 0, 0)
    assert results(answer, "row", "base_income") == (1, 1_000_000)
    assert answer.relief is Relief.GIVEN
    assert answer.relief_rule is LAW.get("relief.pp50_2025.other", date(2026, 11, 1))
    assert answer.due_on == date(2026, 11, 16)
    assert answer.by_payer == {"self": 8_400}


def test_public_money_has_no_relief() -> None:
    """PP 50/2025: not what the APBD pays; Lampiran II row 2: base Rp1.200.000, JKK Rp12.000."""
    answer = premium(Worker(kind="independent", income=1_100_000), "2026-11", payer="APBD")
    assert results(answer, "jkk", "jkm", "row", "base_income") == (12_000, 6_800, 2, 1_200_000)
    assert answer.relief is Relief.PAYER_EXCLUDED
    assert answer.by_payer == {"APBD": 18_800}


def test_an_owner_pays_jht_in_full() -> None:
    """PP 46/2015 jo PP 60/2015: 2 % of the base, from April 2021; D23: no relief for owners."""
    answer = premium(OWNER, "2026-06", payer="self")
    assert results(answer, "jkk", "jkm", "jht") == (10_000, 6_800, 20_000)
    assert answer.relief is Relief.KIND_NOT_COVERED


def test_a_second_job_pays_jkk_of_its_own() -> None:
    """D09 (jkk_per_job): row 3 of Rp1.500.000 has a base of Rp1.600.000, 1 % of it is JKK."""
    law = LAW.with_decisions(D09="jkk_per_job")
    worker = Worker(kind="independent", income=900_000, second_income=1_500_000)
    answer = premium(worker, "2025-06", payer="self", law=law)
    assert results(answer, "jkk", "jkk_second_job", "jkm", "row") == (10_000, 16_000, 6_800, 1)
    assert answer.by_payer == {"self": 32_800}


def test_one_percent_is_left_by_the_relief_of_2020() -> None:
    """PP 49/2020 with Pasal 13: paid up to July 2020."""
    paid = payments("2019-01", "2020-07")
    member = Participation(number_issued=date(2019, 1, 7), payer="self", payments=paid)
    answer = premium(FISHER, "2020-09", participation=member)
    assert results(answer, "jkk", "jkm", "relief") == (100, 68, Relief.GIVEN)
    newcomer = Participation(number_issued=date(2020, 9, 1), payer="self", payments=())
    assert premium(FISHER, "2020-09", participation=newcomer).relief is Relief.NEW_MEMBER


def test_a_month_nobody_speaks_of_names_no_rule_and_no_payer() -> None:
    answer = premium(Worker(kind="independent", income=900_000), "2025-06")
    assert answer.relief is Relief.NONE_KNOWN
    assert answer.relief_rule is None
    assert answer.by_payer == {}


def test_why_there_is_no_relief_may_be_open_while_the_amount_is_not() -> None:
    """January 2027: PP 50/2025 Pasal 4(1) speaks of transport alone, and D23 leaves owners out."""
    answer = premium(Worker(kind="owner", income=900_000), "2027-01", payer="self")
    assert answer.total == 36_800
    with pytest.raises(UndecidedError, match=r"relief of premium.*give Worker\(sector=\.\.\.\)\.$"):
        _ = answer.relief
    # Whatever the sector, the provision that speaks of the month is that of transport.
    assert answer.relief_rule is LAW.get("relief.pp50_2025.transport", date(2027, 1, 1))


def test_a_relief_may_be_sure_while_its_provision_is_open() -> None:
    """June 2026: both sectors have a relief of their own, of one half each."""
    answer = premium(Worker(kind="independent", income=900_000), "2026-06", payer="self")
    assert answer.relief is Relief.GIVEN
    with pytest.raises(UndecidedError, match=r"relief_rule of premium"):
        _ = answer.relief_rule


def test_nothing_of_an_undecided_month_can_be_read() -> None:
    answer = premium(FISHER, "2026-11")
    for name in Premium.results():
        with pytest.raises(UndecidedError, match=r"give payer=\.\.\."):
            getattr(answer, name)
        assert answer.get(name) is None
        assert answer.get(name, 0) == 0


def test_a_strict_law_takes_the_row_away_with_the_amounts() -> None:
    """D23 is open: whether owners have the relief."""
    answer = premium(OWNER, "2026-06", payer="self", law=LAW.strictly())
    with pytest.raises(UndecidedError, match="D23"):
        _ = answer.row


# Several months -------------------------------------------------------------------------------


def test_a_run_lists_its_months() -> None:
    """PP 50/2025: relief of other sectors from April 2026; 15 March is a Sunday."""
    answer = premium_run(FISHER, "2026-03", "2026-04", payer="self")
    march, april = months("2026-03", "2026-04")
    assert answer.months == (
        ContributionMonth(
            month=march, jkk=10_000, jkk_second_job=0, jkm=6_800, jht=0, credit=0, row=1,
            base_income=1_000_000, relief=Relief.SECTOR_NOT_COVERED, due_on=date(2026, 3, 16),
        ),
        ContributionMonth(
            month=april, jkk=5_000, jkk_second_job=0, jkm=3_400, jht=0, credit=0, row=1,
            base_income=1_000_000, relief=Relief.GIVEN, due_on=date(2026, 4, 15),
        ),
    )  # fmt: skip
    assert answer.monthly == {march: 16_800, april: 8_400}
    assert answer.relief_months == (april,)
    assert answer.by_payer == {"self": 25_200}
    assert results(answer, "excess_prepaid", "credit_left", "refund_due") == (None, None, None)


def test_a_run_of_wage_earners_lists_its_months() -> None:
    """PP 7/2025, PP 36/2025: January 2026 is its last month; 15 February 2026 is a Sunday."""
    worker = Employment(
        pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="III",
        industry="footwear", active_workers=50, paid_up_to="2025-01",
    )  # fmt: skip
    answer = wage_premium_run(worker, "2026-01", "2026-02", workers=3, paid_on=date(2026, 2, 17))
    january, february = months("2026-01", "2026-02")
    assert answer.months == (
        WageContributionMonth(
            # Late by a day: 2 % of the reduced contribution.
            month=january, jkk=53_400, jkm=36_000, fine=1_788, relief=Relief.GIVEN,
            due_on=date(2026, 2, 16),
        ),
        WageContributionMonth(
            month=february, jkk=106_800, jkm=36_000, fine=0, relief=Relief.NONE_KNOWN,
            due_on=date(2026, 3, 16),
        ),
    )  # fmt: skip
    assert answer.monthly == {january: 91_188, february: 142_800}
    assert answer.relief_months == (january,)
    assert results(answer, "contribution", "fine", "total") == (232_200, 1_788, 233_988)


def test_a_run_of_two_jobs_and_of_an_owner() -> None:
    """D09 (jkk_per_job): JKK Rp16.000 of the second job; JHT 2 % of Rp1.000.000."""
    law = LAW.with_decisions(D09="jkk_per_job")
    worker = Worker(kind="owner", income=900_000, second_income=1_500_000)
    [month] = premium_run(worker, "2025-06", "2025-06", payer="self", law=law).months
    assert (month.jkk, month.jkk_second_job, month.jkm, month.jht) == (
        10_000, 16_000, 6_800, 20_000,
    )  # fmt: skip
    assert month.to_pay == 52_800


def prepaid_in_full(law_choice: Mapping[str, str]) -> PremiumRun:
    """April 2026 was paid at the full Rp16.800 where Rp8.400 was due."""
    paid = (Payment(month="2026-04", on=date(2026, 3, 2), amount=16_800),)
    member = Participation(number_issued=date(2026, 3, 2), payer="self", payments=paid)
    law = LAW.with_decisions(**law_choice)
    return premium_run(FISHER, "2026-04", "2026-06", participation=member, law=law)


def test_an_excess_is_credit_for_the_months_that_follow() -> None:
    """PP 50/2025; D26: the excess of Rp8.400 pays May, and nothing is left for June."""
    answer = prepaid_in_full({})
    april, may, june = months("2026-04", "2026-05", "2026-06")
    assert [month.credit for month in answer.months] == [0, 8_400, 0]
    assert answer.monthly == {april: 8_400, may: 0, june: 8_400}
    assert results(answer, "excess_prepaid", "credit_left", "refund_due") == (8_400, 0, None)
    assert answer.by_payer == {"self": 16_800}


def test_an_excess_may_be_paid_back_instead() -> None:
    """D26 (refund)."""
    [alternative] = LAW.decisions["D26"].alternatives
    answer = prepaid_in_full({"D26": alternative})
    assert [month.credit for month in answer.months] == [0, 0, 0]
    assert results(answer, "excess_prepaid", "credit_left", "refund_due") == (8_400, None, 8_400)


def test_the_reason_of_a_month_of_a_run_may_be_open() -> None:
    answer = premium_run(Worker(kind="owner", income=900_000), "2027-01", "2027-01", payer="self")
    [month] = answer.months
    assert month.relief is None
    assert answer.relief_months == ()


def test_nothing_of_an_undecided_run_can_be_read() -> None:
    answer = premium_run(Worker(income=900_000), "2026-03", "2026-04", payer="self")
    for name in PremiumRun.results():
        with pytest.raises(UndecidedError):
            getattr(answer, name)


def test_months_paid_together_beforehand() -> None:
    """PP 50/2025: March 2026 in full, April and May half; JHT of an owner is never relieved."""
    answer = prepay(FISHER, "2026-03", 3, payer="self")
    assert list(answer.monthly.values()) == [16_800, 8_400, 8_400]
    assert answer.relief_months == months("2026-04", "2026-05")
    [month] = prepay(OWNER, "2025-06", 1, payer="self").months
    assert (month.jkk, month.jkm, month.jht) == (10_000, 6_800, 20_000)


def test_the_refund_of_later_months() -> None:
    """BPJS process manual: the months after the claim month, to the one who paid."""
    paid = payments("2026-01", "2026-12", amount=16_800)
    member = Participation(number_issued=date(2026, 1, 5), payer="self", payments=paid)
    answer = refund_after_claim(member, date(2026, 10, 20))
    november, december = months("2026-11", "2026-12")
    assert answer.monthly == {november: 16_800, december: 16_800}
    assert answer.payee is Payer.SELF
    nothing = refund_after_claim(member, date(2026, 12, 20))
    assert (nothing.monthly, nothing.payee) == ({}, None)
    by_district = Participation(number_issued=date(2026, 1, 5), payer="APBD", payments=paid)
    assert refund_after_claim(by_district, date(2026, 10, 20)).payee is None
    undecided = refund_after_claim(Participation(), date(2026, 10, 20))
    for name in ("total", "monthly", "payee"):
        with pytest.raises(UndecidedError):
            getattr(undecided, name)


# Wage earners ---------------------------------------------------------------------------------


def test_the_contribution_of_a_wage_earner() -> None:
    """PP 44/2015 Pasal 16(1): 0,89 % of Rp4.500.000; Pasal 18(1): 0,3 %; Pasal 21: 15 September."""
    answer = wage_premium(CLERK, "2026-08")
    assert results(answer, "jkk", "jkm", "contribution", "fine") == (40_050, 13_500, 53_550, 0)
    assert results(answer, "wage_base", "jkk_rate", "jkm_rate") == (4_500_000, 8_900, 3_000)
    assert answer.risk_group is RiskGroup("III")
    assert answer.due_on == date(2026, 9, 15)
    assert (answer.relief, answer.relief_rule) == (Relief.NONE_KNOWN, None)
    assert answer.late_months is None


def test_the_fine_of_a_late_month() -> None:
    """PP 44/2015 Pasal 22(1); D18: the second month began on 16 October: 2 x 2 % of Rp53.550."""
    answer = wage_premium(CLERK, "2026-08", paid_on=date(2026, 10, 20))
    assert results(answer, "contribution", "fine", "late_months") == (53_550, 2_142, 2)
    assert answer.total == 55_692


def test_the_relief_of_an_industry_leaves_half_of_jkk() -> None:
    """PP 7/2025 Pasal 4(1), PP 36/2025 Pasal 10A: half of 0,54 % of Rp4.000.000; JKM in full."""
    answer = wage_premium(TAILOR, "2025-09")
    assert results(answer, "jkk", "jkm") == (10_800, 12_000)
    assert answer.relief is Relief.GIVEN
    assert answer.relief_rule is LAW.get("relief.pp7_2025.pu", date(2025, 9, 1))
    # The rate is that of the group, as no relief had been given.
    assert answer.jkk_rate == 5_400


def test_what_is_passed_to_jkp() -> None:
    """PP 37/2021 Pasal 11(4), (5): 0,14 %, 0,10 % and 0,22 %; PP 6/2025: nothing from JKM."""
    assert results(
        wage_premium(TAILOR, "2023-05"), "jkp_from_jkk", "jkp_from_jkm", "jkp_from_state"
    ) == (5_600, 4_000, 8_800)
    assert results(
        wage_premium(TAILOR, "2026-05"), "jkp_from_jkk", "jkp_from_jkm", "jkp_from_state"
    ) == (5_600, 0, 8_800)
    # Permenaker 7/2021 Pasal 12: the 15th; Permenaker 3/2025 Pasal 11: the 17th.
    assert results(
        wage_premium(TAILOR, "2026-12"), "jkp_wage", "jkp_data_by", "jkp_recomposed_by"
    ) == (4_000_000, date(2027, 1, 15), date(2027, 1, 17))


OF_JKP = (
    "jkp_from_jkk", "jkp_from_jkm", "jkp_from_state", "jkp_wage", "jkp_data_by",
    "jkp_recomposed_by",
)  # fmt: skip


@pytest.mark.parametrize("result", OF_JKP)
def test_a_share_of_jkp_nobody_can_tell_is_not_none(result: str) -> None:
    """PP 6/2025 Pasal 4(2): citizenship and the age on registration decide; neither is stated."""
    with pytest.raises(UndecidedError, match=r"give Employment\(jkp=\.\.\.\)"):
        getattr(wage_premium(CLERK, "2026-08"), result)
    young = evolve(CLERK, age_on_registration=53)
    with pytest.raises(UndecidedError, match=r"give Employment\(foreign=\.\.\.\)"):
        getattr(wage_premium(young, "2026-08"), result)


@pytest.mark.parametrize("result", OF_JKP)
def test_nothing_is_passed_on_for_a_worker_outside_jkp(result: str) -> None:
    """PP 6/2025 Pasal 4(2)b: 54 when registered; January 2021: no JKP yet."""
    assert getattr(wage_premium(evolve(CLERK, age_on_registration=54), "2026-08"), result) is None
    assert getattr(wage_premium(evolve(CLERK, registered="2021-01"), "2021-01"), result) is None


def test_what_a_reduced_contribution_passes_to_jkp() -> None:
    """PP 7/2025 Pasal 9(2): 0,14 % from group II on."""
    answer = wage_premium(TAILOR, "2025-09")
    assert results(answer, "jkp_from_jkk", "jkp_from_state") == (5_600, 8_800)


def test_of_no_wage_the_group_stays_open() -> None:
    unpaid = Employment(pay_form="monthly", basic_wage=0, fixed_allowances=0)
    answer = wage_premium(unpaid, "2025-09")
    assert (answer.total, answer.jkm_rate) == (0, 3_000)
    for name in ("risk_group", "jkk_rate"):
        with pytest.raises(UndecidedError, match=r"give Employment\(risk_group=\.\.\.\)"):
            getattr(answer, name)
    with pytest.raises(UndecidedError, match=r"give Employment\(industry=\.\.\.\)"):
        _ = answer.relief


def test_nothing_of_an_undecided_wage_can_be_read() -> None:
    answer = wage_premium(Employment(), "2026-08")
    for name in WagePremium.results():
        with pytest.raises(UndecidedError):
            getattr(answer, name)


def test_the_risk_groups_that_were_found() -> None:
    """PP 82/2019 Lampiran I, group I number 22; PP 44/2015 Pasal 16(1): 0,24 %."""
    [hit] = risk_group("reparasi arloji").hits
    assert (hit.group, hit.number, hit.rate) == (RiskGroup("I"), 22, 2_400)
    assert risk_group("kapal selam").hits == ()


def test_a_wage_list_paid_too_high_or_too_low() -> None:
    """PP 44/2015 Pasal 23: two workers at Rp53.550; the notice within 14 working days."""
    too_much = wage_correction(
        (CLERK, CLERK), "2026-08", paid=108_000, received_on=date(2026, 9, 1)
    )
    assert results(too_much, "contribution_due", "credit", "shortfall") == (107_100, 900, 0)
    assert too_much.total == -900
    assert too_much.settled_in == Month.of("2026-09")
    assert (too_much.due_on, too_much.notice_by) == (date(2026, 10, 15), date(2026, 9, 21))
    too_little = wage_correction((CLERK, CLERK), "2026-08", paid=107_000)
    assert results(too_little, "credit", "shortfall", "notice_by") == (0, 100, None)
    exact = wage_correction((CLERK, CLERK), "2026-08", paid=107_100)
    assert results(exact, "credit", "shortfall", "settled_in", "due_on") == (0, 0, None, None)
    undecided = wage_correction((Employment(),), "2026-08", paid=107_100)
    for name in ("contribution_due", "credit", "shortfall", "settled_in", "due_on"):
        with pytest.raises(UndecidedError):
            getattr(undecided, name)


# Construction ---------------------------------------------------------------------------------


def test_a_contract_value_is_priced_slice_by_slice() -> None:
    """PP 44/2015 Pasal 54(2), 55(2): 0,21 % and 0,17 %; 0,03 % and 0,02 %."""
    answer = construction_premium(date(2026, 3, 2), value=180_000_000, contains_vat=False)
    assert results(answer, "jkk", "jkm", "value_without_vat") == (346_000, 46_000, 180_000_000)
    assert answer.slices == (
        TierSlice(code="premium.jkk", value=100_000_000, share=2_100, amount=210_000),
        TierSlice(code="premium.jkk", value=80_000_000, share=1_700, amount=136_000),
        TierSlice(code="premium.jkm", value=100_000_000, share=300, amount=30_000),
        TierSlice(code="premium.jkm", value=80_000_000, share=200, amount=16_000),
    )
    assert answer.instalments == (196_000, 98_000, 98_000)
    assert answer.relief is None
    assert results(
        answer, "later_instalments_relieved", "remainder_relieved", "register_within"
    ) == (None, None, 14)
    assert results(answer, "assessed", "second_instalment_by") == (None, None)


def test_what_the_relief_of_2020_leaves_of_a_contract() -> None:
    """PP 49/2020: 1 % of the instalments after the first; Permenaker 44/2015: 14 working days."""
    registered_in_relief = construction_premium(
        date(2020, 9, 1), value=180_000_000, contains_vat=False
    )
    assert registered_in_relief.later_instalments_relieved == 1_960
    assert (registered_in_relief.total, registered_in_relief.assessed) == (197_960, 392_000)
    assert registered_in_relief.instalments == (196_000, 980, 980)
    assert registered_in_relief.register_within == 14
    registered_before = construction_premium(
        date(2020, 7, 1), value=180_000_000, contains_vat=False, unpaid_in_relief=98_000
    )
    assert registered_before.remainder_relieved == 980
    assert registered_before.total == 294_980
    assert registered_before.instalments == ()


def test_a_contract_of_more_than_two_years_has_a_choice() -> None:
    """Permenaker 5/2021 Pasal 72(3), (4): 20, 30, 30, 20 %; the second within two years."""
    starts, ends = date(2026, 1, 15), date(2028, 7, 14)
    four = construction_premium(
        starts, value=1_000_000_000, contains_vat=False,
        starts=starts, ends=ends, number_of_instalments=4,
    )  # fmt: skip
    assert four.instalments == (350_000, 525_000, 525_000, 350_000)
    assert four.second_instalment_by == date(2028, 1, 15)
    assert "three parts" not in four.brief("en")
    not_stated = construction_premium(
        starts, value=1_000_000_000, contains_vat=False, starts=starts, ends=ends
    )
    with pytest.raises(UndecidedError):
        _ = not_stated.instalments
    assert "three parts" not in not_stated.brief("en")


def test_a_project_whose_wages_are_known() -> None:
    """PP 44/2015 Pasal 54(1), 55(1): 1,74 % and 0,3 %; PP 49/2020 leaves 1 % of that."""
    day = date(2026, 8, 3)
    answer = construction_premium(day, monthly_wage=4_000_000)
    assert results(answer, "jkk", "jkm", "relief") == (69_600, 12_000, Relief.NONE_KNOWN)
    assert results(answer, "value_without_vat", "slices", "instalments") == (None, (), ())
    day = date(2020, 8, 3)
    met = construction_premium(day, monthly_wage=4_000_000, relief_condition_met=True)
    assert results(met, "jkk", "jkm", "relief") == (696, 120, Relief.GIVEN)
    not_met = construction_premium(day, monthly_wage=4_000_000, relief_condition_met=False)
    assert results(not_met, "jkk", "relief") == (69_600, Relief.NOT_PAID_UP)
    unpaid = construction_premium(day, monthly_wage=0)
    assert unpaid.total == 0
    with pytest.raises(UndecidedError, match="relief_condition_met"):
        _ = unpaid.relief


def test_nothing_of_an_undecided_project_can_be_read() -> None:
    answer = construction_premium(date(2026, 3, 2))
    for name in type(answer).results():
        with pytest.raises(UndecidedError):
            getattr(answer, name)


def test_a_changed_contract() -> None:
    """PP 44/2015 Pasal 54, 55: Rp100.000.000 costs Rp240.000, Rp180.000.000 costs Rp392.000."""
    day = date(2026, 3, 2)
    smaller = construction_correction(day, paid=392_000, value=100_000_000, contains_vat=False)
    names = ("contribution_due", "refund", "still_to_pay")
    assert results(smaller, *names) == (240_000, 152_000, 0)
    larger = construction_correction(day, paid=240_000, value=180_000_000, contains_vat=False)
    assert results(larger, *names) == (392_000, 0, 152_000)


# Sanctions ------------------------------------------------------------------------------------

WARNED: Mapping[str, Any] = {
    "first_warning_on": date(2026, 3, 2),
    "second_warning_on": date(2026, 3, 15),
    "contribution_due": 5_000_000,
}


def test_the_fine_after_two_warnings() -> None:
    """PP 86/2013: ten days each; 0,1 % of Rp5.000.000 a month; UU 24/2011 Pasal 55."""
    answer = employer_sanctions("not_paid", date(2026, 6, 26), **WARNED)
    assert answer.stage is SanctionStage.FINE
    assert answer.first_warning_until == date(2026, 3, 12)
    assert answer.second_warning_until == date(2026, 3, 25)
    assert answer.fine_from == date(2026, 3, 26)
    assert results(answer, "full_months", "fine", "fine_if_started_month_counts") == (
        3, 15_000, 20_000,
    )  # fmt: skip
    assert answer.services_refused == tuple(Service)
    assert results(answer, "prison_years_most", "criminal_fine_most") == (8, 1_000_000_000)


def test_the_stages_before_the_fine() -> None:
    """PP 44/2015 Pasal 59, 60; PP 86/2013. A missing registration is no crime of Pasal 55."""
    day = date(2026, 3, 20)
    assert employer_sanctions("not_paid", day, **WARNED).stage is SanctionStage.SECOND_WARNING
    warned_once = employer_sanctions("not_paid", day, first_warning_on=date(2026, 3, 15))
    assert warned_once.stage is SanctionStage.FIRST_WARNING
    answer = employer_sanctions("not_registered", day)
    assert answer.stage is SanctionStage.NO_WARNING
    assert results(answer, "fine", "full_months", "fine_if_started_month_counts") == (0, None, None)
    assert results(answer, "first_warning_until", "second_warning_until", "fine_from") == (
        None, None, None,
    )  # fmt: skip
    assert results(answer, "prison_years_most", "criminal_fine_most") == (None, None)


def test_the_stage_is_known_where_the_fine_is_not() -> None:
    answer = employer_sanctions(
        "not_paid", date(2026, 6, 26), first_warning_on=date(2026, 3, 2),
        second_warning_on=date(2026, 3, 15),
    )  # fmt: skip
    assert answer.stage is SanctionStage.FINE
    with pytest.raises(UndecidedError, match="contribution_due"):
        _ = answer.fine


def test_a_person_without_wage_is_not_fined() -> None:
    """UU 24/2011 Pasal 17; PP 44/2015 Pasal 59 says nothing of non-wage earners."""
    answer = person_sanctions(date(2026, 8, 10))
    assert results(answer, "may_lose_services", "fined_by_pp44") == (True, False)


# Changes --------------------------------------------------------------------------------------


def test_what_the_second_of_december_2019_changed() -> None:
    """PP 82/2019 Pasal 34(1): funeral Rp3.000.000 to Rp10.000.000; a death by Pasal 34 and 25."""
    first, last = date(2019, 12, 1), date(2019, 12, 2)
    answer = changes_between(first, last, worker=FISHER, payer="self")
    [funeral] = [change for change in answer.changes if change.rule == "jkm.funeral"]
    assert funeral == Change(
        day=last,
        rule="jkm.funeral",
        before=LAW.get("jkm.funeral", first),
        after=LAW.get("jkm.funeral", last),
    )
    changed = {change.rule for change in answer.changes}
    assert {"jkm.lump_sum", "jkk.funeral", "arrears.bpu_set_off"} <= changed
    assert {change.day for change in answer.changes} == {last}
    assert results(answer, "premium_before", "premium_after") == (16_800, 16_800)
    assert results(answer, "work_death_before", "work_death_after") == (55_800_000, 70_000_000)
    assert results(answer, "other_death_before", "other_death_after") == (24_000_000, 42_000_000)


def test_a_rule_may_begin_and_an_amount_may_be_open() -> None:
    """PP 50/2025: half for other sectors from April 2026, and transport from January."""
    spring = changes_between(date(2026, 3, 31), date(2026, 4, 1))
    [change] = [one for one in spring.changes if one.rule == "relief.pp50_2025.other"]
    assert (change.before, change.after) == (
        None,
        LAW.get("relief.pp50_2025.other", date(2026, 4, 1)),
    )
    assert spring.premium_before is None
    worker = Worker(kind="independent", income=900_000)
    winter = changes_between(date(2025, 12, 31), date(2026, 1, 1), worker=worker, payer="self")
    assert winter.premium_before == 16_800
    with pytest.raises(UndecidedError):
        _ = winter.premium_after
    assert changes_between(date(2016, 1, 1), date(2016, 12, 31)).changes == ()


# In short -------------------------------------------------------------------------------------


@cache
def decided(strict: bool) -> tuple[Answer, ...]:
    """The decided answers of these rooms to the cases, under the law or a strict one."""
    law = LAW.strictly() if strict else LAW
    answers = (ask(case, law) for case in load_cases())
    return tuple(
        answer
        for answer in answers
        if isinstance(answer, Answer)
        and type(answer).__module__.startswith(ROOMS)
        and answer.decided
    )


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_decided_answer_says_its_result_without_references(lang: str, strict: bool) -> None:
    assert len(decided(strict)) > 200
    for answer in decided(strict):
        said = answer.brief(lang)
        sentences = re.split(r"(?<=[.])\s(?=[A-Z])", said)
        assert 1 <= len(sentences) <= 5, said
        assert not re.search(r"Pasal|\bPP \d|\bD\d\d\b|\[\d|None|\{", said), said


SAID: Mapping[str, tuple[Callable[[], Answer], str, str]] = {
    "a month": (
        lambda: premium(FISHER, "2026-11", payer="self"),
        (
            "Iuran bulan November 2026: Rp8.400, ditanggung peserta sendiri, dibayar paling "
            "lambat 16 November 2026. Keringanan iuran sudah dihitung di dalamnya; keringanan ini"
            " berlaku sampai dengan bulan Desember 2026. Iuran ini untuk golongan penghasilan "
            "Rp1.000.000 sebulan."
        ),
        (
            "The contribution for November 2026 is Rp8,400, to be paid by 16 November 2026 "
            "(payer: the participant). A temporary reduction is already counted in; it runs to "
            "the end of December 2026. It is the contribution for an income level of Rp1,000,000 "
            "a month."
        ),
    ),
    "a month of an owner whose sector nobody stated": (
        lambda: premium(Worker(kind="owner", income=900_000), "2027-01", payer="self"),
        (
            "Iuran bulan Januari 2027: Rp36.800, ditanggung peserta sendiri, dibayar paling "
            "lambat 15 Januari 2027. Keringanan iuran tidak dihitung di dalamnya. Iuran ini untuk"
            " golongan penghasilan Rp1.000.000 sebulan, termasuk tabungan hari tua (JHT) "
            "Rp20.000."
        ),
        (
            "The contribution for January 2027 is Rp36,800, to be paid by 15 January 2027 (payer:"
            " the participant). No reduction is counted in. It is the contribution for an income "
            "level of Rp1,000,000 a month, old-age savings (JHT) of Rp20,000 included."
        ),
    ),
    "a month not decided": (
        lambda: premium(FISHER, "2026-11"),
        (
            "Iuran bulan November 2026: belum dapat diputuskan. Yang masih perlu diketahui: siapa"
            " yang membayar. Jumlahnya antara Rp8.400 dan Rp16.800, tergantung hal itu."
        ),
        (
            "Contribution for November 2026: this cannot be decided yet. Still to be known: who "
            "pays. Depending on that, it comes to between Rp8,400 and Rp16,800."
        ),
    ),
    "a run": (
        lambda: prepay(FISHER, "2026-03", 3, payer="self"),
        (
            "Iuran bulan Maret 2026 sampai dengan Mei 2026: Rp33.600, ditanggung peserta sendiri."
            " Iuran sebulan antara Rp8.400 dan Rp16.800. Keringanan iuran sudah dihitung untuk 2 "
            "bulan di antaranya."
        ),
        (
            "Contributions for March 2026 to May 2026 come to Rp33,600 (payer: the participant). "
            "A month costs between Rp8,400 and Rp16,800. A temporary reduction is counted in for "
            "2 months of these."
        ),
    ),
    "a run of one month that nobody said who pays": (
        lambda: premium_run(Worker(kind="independent", income=900_000), "2025-06", "2025-06"),
        "Iuran bulan Juni 2025: Rp16.800. Tidak ada keringanan iuran yang dihitung di dalamnya.",
        "Contributions for June 2025 come to Rp16,800. No reduction is counted in.",
    ),
    "a late month of a wage earner": (
        lambda: wage_premium(CLERK, "2026-08", paid_on=date(2026, 10, 20)),
        (
            "Iuran bulan Agustus 2026 untuk pekerja ini: Rp55.692, dibayar pemberi kerja. Di "
            "dalamnya ada denda Rp2.142: terlambat 2 bulan, karena harus dibayar paling lambat 15"
            " September 2026. Untuk bulan ini tidak ada keringanan iuran. Iuran dihitung dari "
            "upah Rp4.500.000 sebulan dan kelompok risiko III dari tempat kerjanya."
        ),
        (
            "The employer owes Rp55,692 for this worker for August 2026. This includes a fine of "
            "Rp2,142 for 2 months of delay: payment was due by 15 September 2026. No reduction "
            "applies to this month. It is worked out from a wage of Rp4,500,000 a month and risk "
            "group III of the place of work."
        ),
    ),
    "no change": (
        lambda: changes_between(date(2016, 1, 1), date(2016, 12, 31)),
        "Antara 1 Januari 2016 dan 31 Desember 2016 tidak ada aturan yang berubah.",
        "Between 1 January 2016 and 31 December 2016 no rule changed.",
    ),
    "no business": (
        lambda: risk_group("kapal selam"),
        (
            "Tidak ada jenis usaha yang cocok; cobalah kata lain. Kelompok ditetapkan BPJS "
            "Ketenagakerjaan: tanyakan dahulu ke sana."
        ),
        (
            "No kind of business matches; try other words. BPJS Ketenagakerjaan assigns the "
            "group: ask there first."
        ),
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_an_answer_says_in_short(name: str) -> None:
    question, indonesian, english = SAID[name]
    answer = question()
    assert answer.brief() == indonesian
    assert answer.brief("en") == english
