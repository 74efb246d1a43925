"""The results of each question have these types: mypy and pyright check the lines below.

Nothing here runs. An ignored line that is no error is itself an error of both.
"""
# pyright: reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Mapping
from datetime import date, datetime
from typing import assert_type

from jamsos import (
    BenefitWage,
    BpuKind,
    Business,
    CareBearer,
    CareItem,
    Cause,
    Change,
    Changes,
    ClaimedYear,
    ClaimInTime,
    ClaimPaper,
    ClaimPapers,
    ClaimTimeline,
    Concluder,
    Condition,
    ConstructionCorrection,
    ConstructionPremium,
    ContributionDue,
    ContributionMonth,
    Coverage,
    CoverState,
    Deadline,
    DeathBenefit,
    DisabilityRow,
    DisabilityRows,
    DisputeSteps,
    Duty,
    EmployerSanctions,
    Enrolment,
    EventAdvice,
    EventPayer,
    EventProgramme,
    Examination,
    Forum,
    Heirs,
    JkkBenefit,
    KeepingCover,
    MigrantBenefit,
    MigrantCover,
    MigrantPremium,
    MissingPerson,
    Month,
    PaidBy,
    Party,
    Payer,
    PersonSanctions,
    Premium,
    PremiumRun,
    Prepayment,
    Provision,
    Refund,
    RegistrationTimeline,
    Relief,
    ReportAddressee,
    RequiredProgrammes,
    Right,
    RiskGroup,
    RiskGroupHits,
    SanctionStage,
    Scholarship,
    ScholarshipClaim,
    ScholarshipProjection,
    SchoolYear,
    Segment,
    SegmentAdvice,
    Service,
    SeveralJobs,
    SizeClass,
    Stage,
    SuspectedCase,
    TierSlice,
    Timeliness,
    WageContributionMonth,
    WageCorrection,
    WageEarnerGroup,
    WagePremium,
    WagePremiumRun,
    WageSource,
)
from jamsos.values.money import Rupiah


def enrolment(answer: Enrolment) -> None:
    """The types of Enrolment."""
    assert_type(answer.allowed, bool)
    assert_type(answer.failed, tuple[Condition, ...])
    assert_type(answer.unknown, tuple[Condition, ...])
    assert_type(answer.scheme_months, int | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def required_programmes(answer: RequiredProgrammes) -> None:
    """The types of RequiredProgrammes."""
    assert_type(answer.jkk, Duty | None)
    assert_type(answer.jkm, Duty | None)
    assert_type(answer.jht, Duty | None)
    assert_type(answer.jp, Duty | None)
    assert_type(answer.jkp, Duty | None)
    assert_type(answer.enterprise_size, SizeClass | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def segment_advice(answer: SegmentAdvice) -> None:
    """The types of SegmentAdvice."""
    assert_type(answer.segment, Segment)
    assert_type(answer.kind, BpuKind | None)
    assert_type(answer.group, WageEarnerGroup | None)
    assert_type(answer.deemed_worker, bool)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def several_jobs(answer: SeveralJobs) -> None:
    """The types of SeveralJobs."""
    assert_type(answer.answering_segment, Segment | None)
    assert_type(answer.jkm_registrations, int | None)
    assert_type(answer.incomes_counted, int | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def registration_timeline(answer: RegistrationTimeline) -> None:
    """The types of RegistrationTimeline."""
    assert_type(answer.deadlines, tuple[Deadline, ...])
    assert_type(answer.form_by, date | None)
    assert_type(answer.register_worker_by, date | None)
    assert_type(answer.verify_by, date | None)
    assert_type(answer.number_by, date | None)
    assert_type(answer.card_by, date | None)
    assert_type(answer.card_handover_by, date | None)
    assert_type(answer.change_by, date | None)
    assert_type(answer.register_project_by, date | None)
    assert_type(answer.proof_by, date | None)
    assert_type(answer.proof_handover_by, date | None)
    assert_type(answer.event_paid_by, EventPayer | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def premium(answer: Premium) -> None:
    """The types of Premium."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.jkk, Rupiah)
    assert_type(answer.jkk_second_job, Rupiah)
    assert_type(answer.jkm, Rupiah)
    assert_type(answer.jht, Rupiah)
    assert_type(answer.row, int)
    assert_type(answer.base_income, int)
    assert_type(answer.relief, Relief)
    assert_type(answer.relief_rule, Provision | None)
    assert_type(answer.due_on, date)
    assert_type(answer.by_payer, Mapping[Payer, Rupiah])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def premium_run(answer: PremiumRun) -> None:
    """The types of PremiumRun."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.months, tuple[ContributionMonth, ...])
    assert_type(answer.monthly, Mapping[Month, Rupiah])
    assert_type(answer.relief_months, tuple[Month, ...])
    assert_type(answer.by_payer, Mapping[Payer, Rupiah])
    assert_type(answer.excess_prepaid, Rupiah | None)
    assert_type(answer.credit_left, Rupiah | None)
    assert_type(answer.refund_due, Rupiah | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def prepayment(answer: Prepayment) -> None:
    """The types of Prepayment."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.months, tuple[ContributionMonth, ...])
    assert_type(answer.monthly, Mapping[Month, Rupiah])
    assert_type(answer.relief_months, tuple[Month, ...])
    assert_type(answer.by_payer, Mapping[Payer, Rupiah])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def refund(answer: Refund) -> None:
    """The types of Refund."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.monthly, Mapping[Month, Rupiah])
    assert_type(answer.payee, Payer | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def wage_premium(answer: WagePremium) -> None:
    """The types of WagePremium."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.jkk, Rupiah)
    assert_type(answer.jkm, Rupiah)
    assert_type(answer.contribution, Rupiah)
    assert_type(answer.fine, Rupiah)
    assert_type(answer.wage_base, Rupiah)
    assert_type(answer.risk_group, RiskGroup)
    assert_type(answer.jkk_rate, int)
    assert_type(answer.jkm_rate, int)
    assert_type(answer.relief, Relief)
    assert_type(answer.relief_rule, Provision | None)
    assert_type(answer.due_on, date)
    assert_type(answer.late_months, int | None)
    assert_type(answer.jkp_from_jkk, Rupiah | None)
    assert_type(answer.jkp_from_jkm, Rupiah | None)
    assert_type(answer.jkp_from_state, Rupiah | None)
    assert_type(answer.jkp_wage, Rupiah | None)
    assert_type(answer.jkp_data_by, date | None)
    assert_type(answer.jkp_recomposed_by, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def wage_premium_run(answer: WagePremiumRun) -> None:
    """The types of WagePremiumRun."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.months, tuple[WageContributionMonth, ...])
    assert_type(answer.monthly, Mapping[Month, Rupiah])
    assert_type(answer.relief_months, tuple[Month, ...])
    assert_type(answer.contribution, Rupiah)
    assert_type(answer.fine, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def risk_group_hits(answer: RiskGroupHits) -> None:
    """The types of RiskGroupHits."""
    assert_type(answer.hits, tuple[Business, ...])
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def construction_premium(answer: ConstructionPremium) -> None:
    """The types of ConstructionPremium."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.jkk, Rupiah)
    assert_type(answer.jkm, Rupiah)
    assert_type(answer.value_without_vat, Rupiah | None)
    assert_type(answer.slices, tuple[TierSlice, ...])
    assert_type(answer.instalments, tuple[Rupiah, ...])
    assert_type(answer.relief, Relief | None)
    assert_type(answer.second_instalment_by, date | None)
    assert_type(answer.assessed, Rupiah | None)
    assert_type(answer.later_instalments_relieved, Rupiah | None)
    assert_type(answer.remainder_relieved, Rupiah | None)
    assert_type(answer.register_within, int | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def wage_correction(answer: WageCorrection) -> None:
    """The types of WageCorrection."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.contribution_due, Rupiah)
    assert_type(answer.credit, Rupiah)
    assert_type(answer.shortfall, Rupiah)
    assert_type(answer.settled_in, Month | None)
    assert_type(answer.due_on, date | None)
    assert_type(answer.notice_by, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def construction_correction(answer: ConstructionCorrection) -> None:
    """The types of ConstructionCorrection."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.contribution_due, Rupiah)
    assert_type(answer.refund, Rupiah)
    assert_type(answer.still_to_pay, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def employer_sanctions(answer: EmployerSanctions) -> None:
    """The types of EmployerSanctions."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.stage, SanctionStage)
    assert_type(answer.first_warning_until, date | None)
    assert_type(answer.second_warning_until, date | None)
    assert_type(answer.fine_from, date | None)
    assert_type(answer.fine, Rupiah)
    assert_type(answer.full_months, int | None)
    assert_type(answer.fine_if_started_month_counts, Rupiah | None)
    assert_type(answer.services_refused, tuple[Service, ...])
    assert_type(answer.prison_years_most, int | None)
    assert_type(answer.criminal_fine_most, Rupiah | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def person_sanctions(answer: PersonSanctions) -> None:
    """The types of PersonSanctions."""
    assert_type(answer.may_lose_services, bool)
    assert_type(answer.fined_by_pp44, bool)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def coverage(answer: Coverage) -> None:
    """The types of Coverage."""
    assert_type(answer.covered, bool)
    assert_type(answer.state, CoverState)
    assert_type(answer.jkk_care, Right)
    assert_type(answer.jkk_cash, Right)
    assert_type(answer.jkm_funeral, Right)
    assert_type(answer.jkm_rest, Right)
    assert_type(answer.jkk_payer, PaidBy | None)
    assert_type(answer.jkm_payer, PaidBy | None)
    assert_type(answer.months_in_arrears, int)
    assert_type(answer.arrears, tuple[Month, ...])
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def keeping_cover(answer: KeepingCover) -> None:
    """The types of KeepingCover."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.state, CoverState)
    assert_type(answer.covered_since, date | None)
    assert_type(answer.full_jkm_from, date | None)
    assert_type(answer.months_to_full_jkm, int | None)
    assert_type(answer.paid_months, int)
    assert_type(answer.scholarship_from, date | None)
    assert_type(answer.scholarship_from_if_paid_on, date | None)
    assert_type(answer.months_to_scholarship, int)
    assert_type(answer.last_paid_month, Month | None)
    assert_type(answer.arrears_from, date | None)
    assert_type(answer.lapses_on, date | None)
    assert_type(answer.months_in_arrears, int)
    assert_type(answer.arrears, tuple[Month, ...])
    assert_type(answer.arrears_jkk, Rupiah)
    assert_type(answer.arrears_jkm, Rupiah)
    assert_type(answer.arrears_jht, Rupiah)
    assert_type(answer.arrears_by_month, Mapping[Month, Rupiah])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def contribution_due(answer: ContributionDue) -> None:
    """The types of ContributionDue."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.month, Month | None)
    assert_type(answer.due_on, date | None)
    assert_type(answer.paid_on, date | None)
    assert_type(answer.next_month, Month | None)
    assert_type(answer.next_due_on, date | None)
    assert_type(answer.jkk, Rupiah)
    assert_type(answer.jkk_second_job, Rupiah)
    assert_type(answer.jkm, Rupiah)
    assert_type(answer.jht, Rupiah)
    assert_type(answer.fine, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def event_advice(answer: EventAdvice) -> None:
    """The types of EventAdvice."""
    assert_type(answer.points_to, Cause)
    assert_type(answer.programme, EventProgramme)
    assert_type(answer.programme_if_found, EventProgramme | None)
    assert_type(answer.programme_if_not_found, EventProgramme | None)
    assert_type(answer.kept_until, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def suspected_case(answer: SuspectedCase) -> None:
    """The types of SuspectedCase."""
    assert_type(answer.care_paid_by, CareBearer | None)
    assert_type(answer.conclusion_by, date | None)
    assert_type(answer.cost, CareBearer | None)
    assert_type(answer.cost_if_accident, CareBearer | None)
    assert_type(answer.cost_if_not, CareBearer | None)
    assert_type(answer.conclusion_by_working_days, date | None)
    assert_type(answer.concluded_by, Concluder | None)
    assert_type(answer.result_told_by, date | None)
    assert_type(answer.care_from, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def death_benefit(answer: DeathBenefit) -> None:
    """The types of DeathBenefit."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.scholarship, Scholarship)
    assert_type(answer.work_death, Rupiah)
    assert_type(answer.lump_sum, Rupiah)
    assert_type(answer.periodic, Rupiah)
    assert_type(answer.funeral, Rupiah)
    assert_type(answer.set_off, Rupiah)
    assert_type(answer.benefit_base, Rupiah | None)
    assert_type(answer.heirs, Heirs | None)
    assert_type(answer.share_each, Rupiah | None)
    assert_type(answer.paid_months, int | None)
    assert_type(answer.paid_months_unbroken, int | None)
    assert_type(answer.disability_paid, Rupiah | None)
    assert_type(answer.by_recipient, Mapping[str, Rupiah])
    assert_type(answer.by_debtor, Mapping[PaidBy, Rupiah])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def scholarship(answer: ScholarshipClaim) -> None:
    """The types of ScholarshipClaim."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.years, tuple[ClaimedYear, ...])
    assert_type(answer.current, Rupiah)
    assert_type(answer.unclaimed, Rupiah)
    assert_type(answer.remaining_to_age_limit, Rupiah)
    assert_type(answer.lost, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def scholarship_projection(answer: ScholarshipProjection) -> None:
    """The types of ScholarshipProjection."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.years, tuple[SchoolYear, ...])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def jkk_benefit(answer: JkkBenefit) -> None:
    """The types of JkkBenefit."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.scholarship, Scholarship)
    assert_type(answer.care, Right)
    assert_type(answer.care_items, tuple[CareItem, ...])
    assert_type(answer.payer, PaidBy | None)
    assert_type(answer.by_debtor, Mapping[PaidBy, Rupiah])
    assert_type(answer.refunded_to_employer, Rupiah)
    assert_type(answer.transport, Rupiah)
    assert_type(answer.temporary_incapacity, Rupiah)
    assert_type(answer.incapacity_days, int | None)
    assert_type(answer.incapacity_to_employer, Rupiah | None)
    assert_type(answer.incapacity_to_worker, Rupiah | None)
    assert_type(answer.incapacity_claim_months, int | None)
    assert_type(answer.disability_percentage, Rupiah | None)
    assert_type(answer.partial_disability, Rupiah)
    assert_type(answer.total_disability, Rupiah)
    assert_type(answer.periodic, Rupiah)
    assert_type(answer.benefit_base, Rupiah | None)
    assert_type(answer.set_off, Rupiah)
    assert_type(answer.prosthesis, Rupiah)
    assert_type(answer.dentures, Rupiah)
    assert_type(answer.hearing_aid, Rupiah)
    assert_type(answer.glasses, Rupiah)
    assert_type(answer.home_care, Rupiah)
    assert_type(answer.care_refund, Rupiah)
    assert_type(answer.disease_examinations, Rupiah)
    assert_type(answer.care_excess, Rupiah | None)
    assert_type(answer.return_to_work, Right | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def benefit_wage(answer: BenefitWage) -> None:
    """The types of BenefitWage."""
    assert_type(answer.wage, Rupiah)
    assert_type(answer.source, WageSource)
    assert_type(answer.paid_by_bpjs_on, Rupiah)
    assert_type(answer.owed_by_employer_on, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def disability_rows(answer: DisabilityRows) -> None:
    """The types of DisabilityRows."""
    assert_type(answer.rows, tuple[DisabilityRow, ...])
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def migrant_premium(answer: MigrantPremium) -> None:
    """The types of MigrantPremium."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.before_work, Rupiah)
    assert_type(answer.package, Rupiah)
    assert_type(answer.further, Rupiah)
    assert_type(answer.package_months, int | None)
    assert_type(answer.further_months, int)
    assert_type(answer.protected_before_months, int | None)
    assert_type(answer.protected_way_home_months, int)
    assert_type(answer.protected_after_days, int)
    assert_type(answer.pay_months_before_leaving, int | None)
    assert_type(answer.jht_choice_least, Rupiah)
    assert_type(answer.jht_choice_most, Rupiah)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def migrant_cover(answer: MigrantCover) -> None:
    """The types of MigrantCover."""
    assert_type(answer.jkk, bool)
    assert_type(answer.jkm, bool)
    assert_type(answer.stage, Stage)
    assert_type(answer.before_from, date | None)
    assert_type(answer.before_end, date | None)
    assert_type(answer.during_from, date | None)
    assert_type(answer.during_end, date | None)
    assert_type(answer.after_from, date | None)
    assert_type(answer.after_end, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def migrant_benefit(answer: MigrantBenefit) -> None:
    """The types of MigrantBenefit."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.death_during_work, Rupiah)
    assert_type(answer.lump_sum, Rupiah)
    assert_type(answer.periodic, Rupiah)
    assert_type(answer.funeral, Rupiah)
    assert_type(answer.fixed_sum, Rupiah)
    assert_type(answer.stated_amount, Rupiah)
    assert_type(answer.refund, Rupiah)
    assert_type(answer.heirs, Heirs | None)
    assert_type(answer.share_each, Rupiah | None)
    assert_type(answer.children, int | None)
    assert_type(answer.home_care_months, int | None)
    assert_type(answer.claim_until, date | None)
    assert_type(answer.by_recipient, Mapping[str, Rupiah])
    _ = answer.no_such_result  # type: ignore[attr-defined]


def claim_timeline(answer: ClaimTimeline) -> None:
    """The types of ClaimTimeline."""
    assert_type(answer.total, Rupiah)
    assert_type(answer.deadlines, tuple[Deadline, ...])
    assert_type(answer.report_stage1_by, date | datetime | None)
    assert_type(answer.report_stage2_by, date | datetime | None)
    assert_type(answer.report_to, ReportAddressee | None)
    assert_type(answer.report_stage1_was, Timeliness | None)
    assert_type(answer.employer_bears_jkk, bool)
    assert_type(answer.incomplete_notice_by, date | None)
    assert_type(answer.pay_by, date | None)
    assert_type(answer.facility_pay_by, date | None)
    assert_type(answer.conclusion_by, date | None)
    assert_type(answer.conclusion_by_working_days, date | None)
    assert_type(answer.result_told_by, date | None)
    assert_type(answer.conclusion_told_by, date | None)
    assert_type(answer.refusal_examined, Examination | None)
    assert_type(answer.field_check_by, date | None)
    assert_type(answer.refund_ask_by, date | None)
    assert_type(answer.refund_pay_by, date | None)
    assert_type(answer.advance_refund_by, date | None)
    assert_type(answer.progress_ask_by, date | None)
    assert_type(answer.progress_answer_by, date | None)
    assert_type(answer.days_late, int)
    assert_type(answer.compensation, Rupiah)
    assert_type(answer.lapses, bool)
    assert_type(answer.claim_until, date | None)
    assert_type(answer.lapsed, bool)
    _ = answer.no_such_result  # type: ignore[attr-defined]


def claim_papers(answer: ClaimPapers) -> None:
    """The types of ClaimPapers."""
    assert_type(answer.papers, tuple[ClaimPaper, ...])
    assert_type(answer.claim_again_months, int | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def dispute_steps(answer: DisputeSteps) -> None:
    """The types of DisputeSteps."""
    assert_type(answer.deadlines, tuple[Deadline, ...])
    assert_type(answer.doctor_asked_by, date | None)
    assert_type(answer.data_completed_by, date | None)
    assert_type(answer.opinion_by, date | None)
    assert_type(answer.finding_sent_by, date | None)
    assert_type(answer.steps, tuple[Forum, ...])
    assert_type(answer.paid_meanwhile_by, Party | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def claim_in_time(answer: ClaimInTime) -> None:
    """The types of ClaimInTime."""
    assert_type(answer.in_time, bool)
    assert_type(answer.last_day, date | None)
    assert_type(answer.days_left, int | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def missing_person(answer: MissingPerson) -> None:
    """The types of MissingPerson."""
    assert_type(answer.event_on, date | None)
    assert_type(answer.counts_as_dead_from, date | None)
    assert_type(answer.petition_from, date | None)
    assert_type(answer.report_stage1_by, date | None)
    assert_type(answer.report_to, ReportAddressee | None)
    assert_type(answer.claim_until, date | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]


def changes(answer: Changes) -> None:
    """The types of Changes."""
    assert_type(answer.changes, tuple[Change, ...])
    assert_type(answer.premium_before, Rupiah | None)
    assert_type(answer.premium_after, Rupiah | None)
    assert_type(answer.work_death_before, Rupiah | None)
    assert_type(answer.work_death_after, Rupiah | None)
    assert_type(answer.other_death_before, Rupiah | None)
    assert_type(answer.other_death_after, Rupiah | None)
    _ = answer.no_such_result  # type: ignore[attr-defined]
    _ = answer.total  # type: ignore[attr-defined]
