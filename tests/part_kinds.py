"""What each part of an answer is: which notes warn, which findings are money, which texts no code.

A note warns where the answer may be wrong or a right may be lost: an open decision or a doubtful
fact it rests on, an estimate, somebody who was left out. What only explains does not warn.
"""

from jamsos.answers.parts import Finding, Note

WARNINGS = frozenset(
    {
        "note.after_leaving",
        "note.after_work",
        "note.age_before_2021",
        "note.beyond_knowledge",
        "note.change_reported_too_late",
        "note.child_unacknowledged",
        "note.child_without_adoption",
        "note.claim_lapsed",
        "note.confirm_group",
        "note.construction_relief",
        "note.construction_remainder",
        "note.disability_kept",
        "note.disability_offset",
        "note.doctor_finds_row",
        "note.doubtful",
        "note.early_member",
        "note.employer_pays_first",
        "note.fewer_months",
        "note.finding_differs",
        "note.fine_on_shortfall",
        "note.first_day",
        "note.foreigner",
        "note.hand_unknown",
        "note.home_care_facility",
        "note.home_care_late",
        "note.home_care_recommendation",
        "note.jobs",
        "note.late_conclusion",
        "note.late_relief",
        "note.managers_not_named",
        "note.migrant_amount_stated",
        "note.migrant_item_period",
        "note.migrant_nobody",
        "note.migrant_older",
        "note.migrant_prolonging",
        "note.migrant_turning_day",
        "note.missing_claim_ends",
        "note.no_delay_rate_after_field_check",
        "note.no_such_business",
        "note.no_such_disability",
        "note.owner_jht",
        "note.paid_in_part",
        "note.papers_in_practice",
        "note.part_month",
        "note.projection",
        "note.pu_and_bpu",
        "note.re_entered",
        "note.relief.KIND_NOT_COVERED",
        "note.relief.LATE",
        "note.reports_listed",
        "note.scheme_row",
        "note.scholarship_waits",
        "note.several_employers",
        "note.several_registrations",
        "note.state_workers_not_named",
        "note.stated_row",
        "note.stmb_begins_later",
        "note.third_payer_relief",
        "note.unrecorded_spouse",
        "note.will_not_notarial",
    }
)
MONEY = frozenset(
    {
        "assessed",
        "benefit_base",
        "care_excess",
        "contribution_due",
        "credit_left",
        "criminal_fine_most",
        "disability_paid",
        "excess_prepaid",
        "fine_if_started_month_counts",
        "instalment_first",
        "instalment_fourth",
        "instalment_second",
        "instalment_third",
        "jht_choice_least",
        "jht_choice_most",
        "jkp_from_jkk",
        "jkp_from_jkm",
        "jkp_from_state",
        "jkp_wage",
        "later_instalments_relieved",
        "other_death_after",
        "other_death_before",
        "premium_after",
        "premium_before",
        "refund_due",
        "remainder_relieved",
        "reported_base",
        "scholarship_first_instalment",
        "scholarship_lost",
        "scholarship_remaining_maximum",
        "scholarship_remaining_to_age_limit",
        "scholarship_statutory_maximum",
        "share_each",
        "shortfall_base",
        "still_to_pay",
        "stmb_to_employer",
        "stmb_to_worker",
        "value_without_vat",
        "wage_base",
        "work_death_after",
        "work_death_before",
    }
)
NAMES = frozenset({"business", "disability_row"})
"""Findings whose text is a name or the code of a row, and no word of the catalogue."""


def wrong_note(note: Note) -> str | None:
    """What is wrong with the flag of a note; None: nothing."""
    if note.warning is (note.code in WARNINGS):
        return None
    return f"{note.code}: warning={note.warning}"


def wrong_finding(finding: Finding) -> str | None:
    """What is wrong with the unit of a finding; None: nothing."""
    unit = ""
    if finding.code in MONEY:
        unit = "rupiah"
    elif isinstance(finding.value, str) and finding.code not in NAMES:
        unit = "code"
    # What is not known may be of any kind, but money always is money.
    if finding.unit == unit or (finding.value is None and finding.code not in MONEY):
        return None
    return f"{finding.code}: unit={finding.unit!r}"
