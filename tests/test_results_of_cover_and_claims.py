"""The typed results of cover, events, entry, registration and claims, worked out by hand."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import pytest
from attrs import evolve
from case_runner import ask, load_cases

from jamsos import (
    Answer,
    BpuKind,
    CareBearer,
    Cause,
    Concluder,
    CoverState,
    Deadline,
    Duty,
    Employment,
    Enterprise,
    Event,
    EventPayer,
    EventProgramme,
    Forum,
    InputError,
    Job,
    Law,
    LawDataError,
    Month,
    PaidBy,
    Participation,
    Party,
    Payment,
    Project,
    ReportAddressee,
    Requirement,
    Right,
    Segment,
    SizeClass,
    Timeliness,
    UndecidedError,
    WageEarnerGroup,
    Worker,
    claim_in_time,
    claim_papers,
    claim_timeline,
    contribution_due,
    cover_on,
    current,
    dispute_steps,
    event_advice,
    keeping_cover,
    load_scheme,
    may_enrol,
    payments,
    registration_timeline,
    required_programmes,
    segment_advice,
    several_jobs,
    suspected_case,
)
from jamsos.claims.paper_results import ClaimPapersFinding
from jamsos.coverage.keeping_results import KeepingCoverLine
from jamsos.premiums.bpu.results import PremiumLine

LAW = current()
FISHER = Worker(kind="independent", income=900_000, sector="other")
WORKS = Worker(works=True, foreign=False, has_nik=True, birth=date(1984, 5, 17))
NEW_MEMBER = Participation(
    number_issued=date(2026, 8, 10),
    payments=(Payment(month="2026-08", on=date(2026, 8, 10)),),
    payer="self",
)
"""A new BPU who paid August 2026 on the day of the number, and nothing more."""
PAID_ALL = Participation(number_issued=date(2024, 1, 8), payments=payments("2024-01", "2026-12"))
UNREGISTERED = Participation(segment="PU", failing="not_registered", employment=Employment())
OF_FIRM = Job(
    state_office=False, abroad=False, project=False, wage=True, state_body=False, registered=True
)
OWN_WORK = Job(
    state_office=False, abroad=False, wage=False, owner=False, own_account=True, registered=True
)


def wage_earner(last_paid: str) -> Participation:
    paid = payments("2026-01", last_paid)
    return Participation(segment="PU", number_issued=date(2026, 1, 5), payments=paid)


def months(*written: str) -> tuple[Month, ...]:
    return tuple(Month.of(month) for month in written)


Case = tuple[str, Callable[[], Answer], Mapping[str, object]]
"""The article, the question, and results of its answer."""

COVER: tuple[Case, ...] = (
    (
        "PP 44/2015 Pasal 11(5); all months paid: every right at once",
        lambda: cover_on(PAID_ALL, date(2026, 8, 3)),
        {
            "covered": True,
            "state": CoverState.ACTIVE,
            "jkk_care": Right.NOW,
            "jkk_cash": Right.NOW,
            "jkm_funeral": Right.NOW,
            "jkm_rest": Right.NOW,
            "jkk_payer": None,
            "jkm_payer": None,
            "months_in_arrears": 0,
            "arrears": (),
        },
    ),
    (
        # September and October are due on the 15th; both days are working days.
        "Permenaker 5/2021 Pasal 92(2): two months of arrears; 97A: in its third month",
        lambda: cover_on(NEW_MEMBER, date(2026, 10, 20)),
        {
            "covered": True,
            "state": CoverState.ARREARS,
            "jkk_care": Right.NOW,
            "jkk_cash": Right.LESS_ARREARS,
            "jkm_funeral": Right.NOW,
            "jkm_rest": Right.NONE,
            "months_in_arrears": 2,
            "arrears": months("2026-09", "2026-10"),
        },
    ),
    (
        # 10 August to 10 November are the three months of Pasal 97A; D12: less the arrears.
        "Permenaker 5/2021 Pasal 98(3); Permenaker 1/2025 Pasal 97A(2): after the wait",
        lambda: cover_on(NEW_MEMBER, date(2026, 11, 20)),
        {
            "state": CoverState.ARREARS,
            "jkm_rest": Right.LESS_ARREARS,
            "arrears": months("2026-09", "2026-10", "2026-11"),
        },
    ),
    (
        "PP 44/2015 Pasal 39(2), 42(2): the fourth month ends the cover",
        lambda: cover_on(NEW_MEMBER, date(2026, 12, 16)),
        {
            "covered": False,
            "state": CoverState.LAPSED,
            "jkk_care": Right.NONE,
            "jkk_cash": Right.NONE,
            "jkm_funeral": Right.NONE,
            "jkm_rest": Right.NONE,
            "months_in_arrears": 4,
        },
    ),
    (
        # A wage earner's August is due on 15 September; D11.
        "PP 44/2015 Pasal 21(2), 38, 41: four months of an employer's arrears",
        lambda: cover_on(wage_earner("2026-07"), date(2026, 12, 16)),
        {
            "covered": True,
            "state": CoverState.ARREARS,
            "jkk_cash": Right.NOW,
            "jkm_rest": Right.NOW,
            "jkk_payer": PaidBy.EMPLOYER_FIRST,
            "jkm_payer": PaidBy.EMPLOYER_FIRST,
            "arrears": months("2026-08", "2026-09", "2026-10", "2026-11"),
        },
    ),
    (
        "PP 44/2015 Pasal 38(1), 41(1): three months, and BPJS still pays",
        lambda: cover_on(wage_earner("2026-08"), date(2026, 12, 16)),
        {"jkk_payer": PaidBy.BPJS, "jkm_payer": PaidBy.BPJS, "months_in_arrears": 3},
    ),
    (
        "PP 44/2015 Pasal 27(1), 35(1): a worker who was never registered",
        lambda: cover_on(UNREGISTERED, date(2026, 8, 3)),
        {
            "covered": False,
            "state": CoverState.NOT_STARTED,
            "jkk_care": Right.NOW,
            "jkk_payer": PaidBy.EMPLOYER,
            "jkm_payer": PaidBy.EMPLOYER,
        },
    ),
    (
        "Permenaker 44/2015: a replaced project worker who was not reported",
        lambda: cover_on(
            Participation(
                segment="CONSTRUCTION",
                project=Project(
                    paid_on=date(2021, 3, 1), listed=False, joined_on=date(2021, 3, 15)
                ),
            ),
            date(2021, 3, 25),
        ),
        {"covered": False, "jkk_payer": PaidBy.CONTRACTOR, "jkm_payer": PaidBy.CONTRACTOR},
    ),
    (
        "PP 44/2015 Pasal 39, 42: of two registrations each right is the best of either",
        lambda: cover_on((NEW_MEMBER, PAID_ALL), date(2026, 10, 20)),
        {"state": CoverState.ACTIVE, "jkm_rest": Right.NOW, "months_in_arrears": 0},
    ),
)

KEEPING: tuple[Case, ...] = (
    (
        # JKK of row 1 Rp10,000 and JKM Rp6,800, halved by PP 50/2025; October is due on the 15th.
        "PP 44/2015 Pasal 39(1), 42(1); PP 50/2025: two months of arrears",
        lambda: keeping_cover(FISHER, NEW_MEMBER, date(2026, 10, 20)),
        {
            "state": CoverState.ARREARS,
            "covered_since": date(2026, 8, 10),
            "full_jkm_from": date(2026, 11, 10),
            "months_to_full_jkm": None,
            "paid_months": 1,
            "scholarship_from": None,
            # 36 months: August 2026 and 35 more from November 2026 on (D33).
            "scholarship_from_if_paid_on": date(2029, 8, 1),
            "months_to_scholarship": 35,
            "last_paid_month": Month.of("2026-08"),
            "arrears_from": date(2026, 9, 16),
            # The fourth month in a row is December, due on the 15th.
            "lapses_on": date(2026, 12, 16),
            "months_in_arrears": 2,
            "arrears": months("2026-09", "2026-10"),
            "arrears_jkk": 10_000,
            "arrears_jkm": 6_800,
            "arrears_jht": 0,
            "arrears_by_month": {Month.of("2026-09"): 8_400, Month.of("2026-10"): 8_400},
            "total": 16_800,
        },
    ),
    (
        # Due on 15 January 2027, a Friday; four months later 15 April, a Thursday.
        "PP 44/2015 Pasal 24(3), 39(2): paid up to December",
        lambda: keeping_cover(FISHER, PAID_ALL, date(2026, 8, 3)),
        {
            "state": CoverState.ACTIVE,
            "covered_since": date(2024, 1, 8),
            "full_jkm_from": date(2024, 1, 8),
            "paid_months": 32,
            # Paid up to December 2026 ahead: the 36th month is December itself.
            "scholarship_from": date(2026, 12, 1),
            "scholarship_from_if_paid_on": None,
            "months_to_scholarship": 0,
            "last_paid_month": Month.of("2026-12"),
            "arrears_from": date(2027, 1, 16),
            "lapses_on": date(2027, 4, 16),
            "arrears": (),
            "arrears_by_month": {},
            "arrears_jkk": 0,
        },
    ),
    (
        "D46 (three_paid_months): one paid, so no day can be named yet",
        lambda: keeping_cover(
            FISHER, NEW_MEMBER, date(2026, 8, 20), law=LAW.with_decisions(D46="three_paid_months")
        ),
        {"full_jkm_from": None, "months_to_full_jkm": 2},
    ),
    (
        "PP 44/2015 Pasal 42(2), D14: after a lapse nothing is owed",
        lambda: keeping_cover(FISHER, NEW_MEMBER, date(2026, 12, 20)),
        {
            "state": CoverState.LAPSED,
            "lapses_on": date(2026, 12, 16),
            "months_in_arrears": 0,
            "arrears": (),
            "total": 0,
        },
    ),
    (
        "PP 44/2015 Pasal 11(5): before the number is issued",
        lambda: keeping_cover(FISHER, NEW_MEMBER, date(2026, 8, 9)),
        {
            "state": CoverState.NOT_STARTED,
            "covered_since": None,
            "full_jkm_from": None,
            "last_paid_month": None,
            "arrears_from": None,
            "lapses_on": None,
        },
    ),
    (
        "PP 44/2015 Pasal 39: only the income is missing, so the days are known",
        lambda: keeping_cover(Worker(kind="independent"), NEW_MEMBER, date(2026, 10, 20)),
        {
            "state": CoverState.ARREARS,
            "lapses_on": date(2026, 12, 16),
            "months_to_full_jkm": None,
            "arrears": months("2026-09", "2026-10"),
        },
    ),
    (
        "PP 44/2015 Pasal 24(3), PP 50/2025: October is due on the 15th, a Thursday",
        lambda: contribution_due(NEW_MEMBER, date(2026, 10, 20), worker=FISHER),
        {
            "month": Month.of("2026-10"),
            "due_on": date(2026, 10, 15),
            "paid_on": None,
            # The 15th of November is a Sunday.
            "next_month": Month.of("2026-11"),
            "next_due_on": date(2026, 11, 16),
            "jkk": 5_000,
            "jkk_second_job": 0,
            "jkm": 3_400,
            "jht": 0,
            "fine": 0,
            "total": 8_400,
        },
    ),
)


def event(**facts: Any) -> Event:
    return Event(on=date(2026, 3, 2), **facts)


DISEASE = event(kind="disease", segment="PU", diagnosed=True, listed=True, died=False)
EVENTS: tuple[Case, ...] = (
    (
        "PP 44/2015 Pasal 1 angka 6, 25, 34; D59: on the way, deadly, not yet found",
        lambda: event_advice(
            event(kind="accident", place="on_the_way", usual_route=True, died=True)
        ),
        {
            "points_to": Cause.WORK_ACCIDENT,
            "programme_if_found": EventProgramme.JKK,
            "programme_if_not_found": EventProgramme.JKM,
            "kept_until": None,
        },
    ),
    (
        "PP 44/2015 Pasal 25, D59: found no work accident, and nobody died",
        lambda: event_advice(event(kind="accident", own_work=False, died=False), found="other"),
        {
            "programme": EventProgramme.NEITHER,
            "programme_if_found": None,
            "programme_if_not_found": None,
            "kept_until": None,
        },
    ),
    (
        # Three years after the first day without the employment.
        "PP 44/2015 Pasal 48(2): a disease after the end of work",
        lambda: event_advice(
            Event(
                on=date(2026, 3, 2),
                kind="disease",
                segment="PU",
                diagnosed=True,
                listed=True,
                ended_on=date(2024, 1, 15),
            ),
            found="occupational_disease",
        ),
        {
            "points_to": Cause.OCCUPATIONAL_DISEASE,
            "programme": EventProgramme.JKK,
            "kept_until": date(2027, 1, 15),
        },
    ),
    (
        # The 30 days after 2 June end on 2 July (D54).
        "PP 49/2023 Pasal 25A(1) to (6): no conclusion yet",
        lambda: suspected_case(
            Event(on=date(2026, 6, 1), kind="accident"), received_on=date(2026, 6, 2)
        ),
        {
            "care_paid_by": CareBearer.BPJS,
            "conclusion_by": date(2026, 7, 2),
            "cost": None,
            "cost_if_accident": CareBearer.JKK,
            "cost_if_not": CareBearer.OTHERS,
            "result_told_by": None,
            "care_from": None,
        },
    ),
    (
        # 30 days after 3 March: 2 April; 30 working days: 14 April.
        "Permenaker 1/2025 Pasal 8D(1)-(2), 8F(6): a wage earner's suspected disease",
        lambda: suspected_case(event(kind="disease", segment="PU"), received_on=date(2026, 3, 3)),
        {
            "conclusion_by": date(2026, 4, 2),
            "conclusion_by_working_days": date(2026, 4, 14),
            "concluded_by": Concluder.TREATING_DOCTOR,
        },
    ),
    (
        "Permenaker 1/2025 Pasal 48F(3)-(4): concluded no disease of the work",
        lambda: suspected_case(
            event(kind="disease"),
            concluded="other",
            concluded_on=date(2026, 3, 30),
            in_jkn=True,
        ),
        {"cost": CareBearer.BPJS_KESEHATAN, "result_told_by": date(2026, 4, 1)},
    ),
    (
        "Permenaker 5/2021 Pasal 56(2): concluded a disease of the work",
        lambda: suspected_case(event(kind="disease"), concluded="occupational_disease"),
        {"cost": CareBearer.JKK, "care_from": date(2026, 3, 2)},
    ),
    (
        "PP 49/2023 Pasal 25A(6): concluded none",
        lambda: suspected_case(
            Event(on=date(2026, 6, 1), kind="accident"),
            received_on=date(2026, 6, 2),
            concluded="other",
        ),
        {"cost": CareBearer.OTHERS, "cost_if_accident": None, "cost_if_not": None},
    ),
    (
        "PP 49/2023: the day before it nobody has to pay for a suspicion",
        lambda: suspected_case(Event(on=date(2023, 10, 5), kind="accident")),
        {"care_paid_by": None, "conclusion_by": None, "cost": None, "cost_if_not": None},
    ),
)

ENTRY: tuple[Case, ...] = (
    (
        "PP 44/2015 Pasal 4, 5, 11: who works and is below the age limit",
        lambda: may_enrol(WORKS, date(2026, 8, 10)),
        {"allowed": True, "failed": (), "unknown": (), "scheme_months": None},
    ),
    (
        # 12 months are what the programme buys at once.
        "Kutai Timur: the criteria of 2026 are not published, the months it buys are",
        lambda: may_enrol(WORKS, date(2026, 3, 2), scheme=load_scheme("kutim")),
        {"scheme_months": 12},
    ),
    (
        "PP 44/2015 Pasal 4(2), 5, Permenaker 5/2021: an independent worker",
        lambda: required_programmes(Worker(kind="independent"), date(2026, 8, 10)),
        {
            "jkk": Duty.COMPULSORY,
            "jkm": Duty.COMPULSORY,
            "jht": Duty.OPTIONAL,
            "jp": Duty.NOT_POSSIBLE,
            "jkp": Duty.NOT_POSSIBLE,
            "enterprise_size": None,
        },
    ),
    (
        # Capital above Rp1,000,000,000, sales at most Rp15,000,000,000: small.
        "Perpres 109/2013 Pasal 6; PP 7/2021: a small enterprise by its figures",
        lambda: required_programmes(
            Worker(segment="PU"),
            date(2026, 8, 10),
            enterprise=Enterprise(capital=6_000_000_000, yearly_sales=15_000_000_000),
        ),
        {
            "jkk": Duty.COMPULSORY,
            "jkm": Duty.COMPULSORY,
            "jht": Duty.COMPULSORY,
            "jp": Duty.OPTIONAL,
            "enterprise_size": SizeClass.SMALL,
        },
    ),
    (
        "Perpres 109/2013 Pasal 6; PP 7/2021: above both limits the programmes are the same",
        lambda: required_programmes(
            Worker(segment="PU"),
            date(2026, 8, 10),
            enterprise=Enterprise(capital=5_000_000_001, yearly_sales=15_000_000_001),
        ),
        {"jp": Duty.COMPULSORY, "enterprise_size": SizeClass.MEDIUM_OR_LARGE},
    ),
    (
        "Perpres 109/2013 Pasal 6: a size that was stated",
        lambda: required_programmes(
            Worker(segment="PU"), date(2026, 8, 10), enterprise=Enterprise(size="large")
        ),
        {"enterprise_size": SizeClass.MEDIUM_OR_LARGE},
    ),
    (
        "PP 44/2015 Pasal 2(2): a civil servant",
        lambda: required_programmes(Worker(segment="OUTSIDE"), date(2026, 8, 10)),
        {"jkk": None, "jkm": None, "jht": None, "jp": None, "jkp": None, "enterprise_size": None},
    ),
    (
        "PP 44/2015 Pasal 5 as changed by PP 49/2023: a wage earner of a firm",
        lambda: segment_advice(OF_FIRM, date(2026, 3, 2), foreign=False),
        {
            "segment": Segment.PU,
            "kind": None,
            "group": WageEarnerGroup.OTHER_EMPLOYER,
            "deemed_worker": False,
        },
    ),
    (
        "PP 44/2015 Pasal 5, 28: an apprentice without a wage",
        lambda: segment_advice(
            Job(
                state_office=False,
                abroad=False,
                wage=False,
                owner=False,
                own_account=False,
                position="apprentice",
            ),
            date(2026, 3, 2),
            foreign=False,
        ),
        {
            "segment": Segment.BPU,
            "kind": BpuKind.OTHER,
            "group": None,
            "deemed_worker": True,
        },
    ),
    (
        "PP 44/2015 Pasal 11(2), D09: a BPU with two kinds of work, one registration",
        lambda: several_jobs((OWN_WORK, OWN_WORK), date(2026, 3, 2)),
        {"answering_segment": Segment.BPU, "jkm_registrations": 1, "incomes_counted": 1},
    ),
    (
        "PP 44/2015 Pasal 15(2): two employers",
        lambda: several_jobs((OF_FIRM, OF_FIRM), date(2026, 3, 2), accident_at=0),
        {"answering_segment": Segment.PU, "jkm_registrations": 2, "incomes_counted": None},
    ),
)

CARD_DEADLINES = (
    Deadline(code="number_by", by=date(2026, 8, 10), party=Party.BPJS),
    Deadline(code="card_by", by=date(2026, 8, 18), party=Party.BPJS),
)
WITA_HOUR = datetime(2026, 6, 10, 6, 30, tzinfo=UTC)
CLAIMS: tuple[Case, ...] = (
    (
        # Friday 7 August; one working day, and seven.
        "PP 44/2015 Pasal 11(4), 12(1): a BPU whose form is complete",
        lambda: registration_timeline("BPU", complete_on=date(2026, 8, 7)),
        {
            "number_by": date(2026, 8, 10),
            "card_by": date(2026, 8, 18),
            "card_handover_by": None,
            "form_by": None,
            "register_worker_by": None,
            "verify_by": None,
            "change_by": None,
            "register_project_by": None,
            "proof_by": None,
            "proof_handover_by": None,
            "event_paid_by": None,
            "deadlines": CARD_DEADLINES,
        },
    ),
    (
        # Seven working days after Monday 15 March 2021 end on the 24th (Permenaker 44/2015).
        "Permenaker 44/2015; D01: an event the day after the time to report",
        lambda: registration_timeline(
            "CONSTRUCTION", changed_on=date(2021, 3, 15), event_on=date(2021, 3, 25)
        ),
        {"change_by": date(2021, 3, 24), "event_paid_by": EventPayer.CONTRACTOR},
    ),
    (
        # 10 June + 2 x 24 hours; 2 July (Thursday) + 3 working days; 6 July + 7; 5 years.
        "PP 44/2015 Pasal 43, 44, 37; PP 82/2019 Pasal 26: a work accident of a BPU",
        lambda: claim_timeline(
            "work_accident",
            WITA_HOUR,
            stage1_on=date(2026, 6, 11),
            letter_on=date(2026, 7, 1),
            received_on=date(2026, 7, 2),
            complete_on=date(2026, 7, 6),
        ),
        {
            "report_stage1_by": datetime(2026, 6, 12, 6, 30, tzinfo=UTC),
            "report_stage2_by": date(2026, 7, 3),
            "report_to": ReportAddressee.PROVINCIAL_OFFICE,
            "report_stage1_was": Timeliness.IN_TIME,
            "employer_bears_jkk": False,
            "conclusion_by": None,
            "conclusion_by_working_days": None,
            "result_told_by": None,
            "conclusion_told_by": None,
            "refusal_examined": None,
            "field_check_by": None,
            "refund_ask_by": None,
            "refund_pay_by": None,
            "advance_refund_by": None,
            "progress_ask_by": None,
            "progress_answer_by": None,
            "incomplete_notice_by": date(2026, 7, 7),
            "pay_by": date(2026, 7, 15),
            "facility_pay_by": None,
            "days_late": 0,
            "compensation": 0,
            "lapses": True,
            "lapsed": False,
            "claim_until": date(2031, 6, 10),
        },
    ),
    (
        # 2 February + 6 months; Monday 6 July + 14 working days; Thursday 2 July + 7.
        "Permenaker 5/2021 Pasal 18, 114(4): what follows a wage earner's accident",
        lambda: claim_timeline(
            "work_accident",
            date(2026, 1, 15),
            segment="PU",
            stage1_received_on=date(2026, 1, 19),
            concluded_on=date(2026, 2, 2),
            letter_on=date(2026, 7, 1),
            received_on=date(2026, 7, 2),
            progress_asked_on=date(2026, 7, 6),
        ),
        {
            "progress_ask_by": date(2026, 8, 2),
            "progress_answer_by": date(2026, 7, 24),
            "advance_refund_by": date(2026, 7, 13),
        },
    ),
    (
        # Friday 12 June + 3 working days = Wednesday 17 June; one day late, one percent.
        "PP 44/2015 Pasal 40(3), (4); D60: JKM paid a day late",
        lambda: claim_timeline(
            "other",
            date(2026, 6, 10),
            complete_on=date(2026, 6, 12),
            paid_on=date(2026, 6, 18),
            amount=42_000_000,
        ),
        {
            "report_stage1_by": None,
            "report_to": None,
            "report_stage1_was": None,
            "pay_by": date(2026, 6, 17),
            "days_late": 1,
            "compensation": 420_000,
            "total": 420_000,
            "lapses": False,
            "claim_until": None,
            "deadlines": (Deadline(code="pay_by", by=date(2026, 6, 17), party=Party.BPJS),),
        },
    ),
    (
        "PP 44/2015 Pasal 40(4): late by three days, of an amount nobody stated",
        lambda: claim_timeline(
            "other",
            date(2026, 6, 10),
            complete_on=date(2026, 6, 12),
            paid_on=date(2026, 6, 20),
        ),
        {"days_late": 3, "pay_by": date(2026, 6, 17), "facility_pay_by": None, "lapses": False},
    ),
    (
        "Permenaker 1/2025 Pasal 8(2a): a late report of an employer",
        lambda: claim_timeline(
            "work_accident",
            date(2025, 2, 24),
            segment="PU",
            stage1_on=date(2025, 2, 27),
            complete_on=date(2025, 3, 10),
        ),
        {
            "report_to": ReportAddressee.PROVINCIAL_OFFICE,
            "report_stage1_was": Timeliness.LATE,
            "employer_bears_jkk": True,
            "pay_by": None,
        },
    ),
    (
        # Five years after 10 June 2026; of 2031 two days are left on 8 June.
        "PP 82/2019 Pasal 26: two days before the last",
        lambda: claim_in_time("work_accident", date(2026, 6, 10), date(2031, 6, 8)),
        {"in_time": True, "last_day": date(2031, 6, 10), "days_left": 2},
    ),
    (
        "PP 82/2019 Pasal 26: a day after the last",
        lambda: claim_in_time("work_accident", date(2026, 6, 10), date(2031, 6, 11)),
        {"in_time": False, "last_day": date(2031, 6, 10), "days_left": None},
    ),
    (
        "PP 44/2015, PP 82/2019, D60: JKM does not lapse",
        lambda: claim_in_time("other", date(2016, 6, 10), date(2031, 6, 11)),
        {"in_time": True, "last_day": None, "days_left": None},
    ),
    (
        "PP 44/2015 Pasal 45(2) to (4): a percentage of disability",
        lambda: dispute_steps("disability", date(2026, 6, 10), segment="PU"),
        {
            "steps": (Forum.LABOUR_INSPECTOR, Forum.MINISTER),
            "paid_meanwhile_by": None,
        },
    ),
    (
        "Permenaker 5/2021 Pasal 118(2): the employer pays while it is open whether it was one",
        lambda: dispute_steps("work_accident", date(2026, 6, 10), segment="PU"),
        {"paid_meanwhile_by": Party.EMPLOYER},
    ),
    (
        "PP 44/2015 Pasal 58: a civil dispute",
        lambda: dispute_steps("civil", date(2026, 6, 10)),
        {"steps": (Forum.TALKS, Forum.COMPLAINT_UNIT, Forum.MEDIATION, Forum.DISTRICT_COURT)},
    ),
    (
        # Monday, 7 September, and 3 working days; Wednesday the 9th and 2; Thursday the 10th and 7.
        "Permenaker 5/2021 Pasal 121, 124: the opinion of the advisory doctor",
        lambda: dispute_steps(
            "disability",
            date(2026, 6, 10),
            segment="PU",
            handed_over_on=date(2026, 9, 7),
            sent_back_on=date(2026, 9, 9),
            conditions_met_on=date(2026, 9, 10),
            opinion_on=date(2026, 9, 21),
        ),
        {
            "doctor_asked_by": date(2026, 9, 10),
            "data_completed_by": date(2026, 9, 11),
            "opinion_by": date(2026, 9, 21),
            "finding_sent_by": date(2026, 9, 24),
            "deadlines": (
                Deadline(code="doctor_asked_by", by=date(2026, 9, 10), party=Party.INSPECTOR),
                Deadline(code="data_completed_by", by=date(2026, 9, 11), party=Party.BPJS),
                Deadline(code="opinion_by", by=date(2026, 9, 21), party=Party.ADVISORY_DOCTOR),
                Deadline(code="finding_sent_by", by=date(2026, 9, 24), party=Party.INSPECTOR),
            ),
        },
    ),
    (
        "BPJS Ketenagakerjaan (keterangan): STMB may be claimed again every six months",
        lambda: claim_papers("stmb", "PU", date(2026, 6, 10)),
        {"claim_again_months": 6},
    ),
    (
        "PP 44/2015 Pasal 43: a claim that is made once",
        lambda: claim_papers("jkk", "PU", date(2026, 6, 10)),
        {"claim_again_months": None},
    ),
)
BY_HAND = (*COVER, *KEEPING, *EVENTS, *ENTRY, *CLAIMS)


@pytest.mark.parametrize(
    ("article", "question", "expected"), BY_HAND, ids=[article for article, *_ in BY_HAND]
)
def test_results_by_hand(
    article: str, question: Callable[[], Answer], expected: Mapping[str, object]
) -> None:
    answer = question()
    found = {name: getattr(answer, name) for name in expected}
    assert found == expected, article
    # Codes are equal to their texts: only the type says that a member was given.
    assert {name: type(value) for name, value in found.items() if value is not None} == {
        name: type(value) if name != "arrears_by_month" else type(found[name])
        for name, value in expected.items()
        if value is not None
    }


OURS = {
    "ClaimInTime",
    "ClaimPapers",
    "ClaimTimeline",
    "ContributionDue",
    "Coverage",
    "DisputeSteps",
    "Enrolment",
    "EventAdvice",
    "KeepingCover",
    "RegistrationTimeline",
    "RequiredProgrammes",
    "SegmentAdvice",
    "SeveralJobs",
    "SuspectedCase",
}


def test_every_result_has_a_value_by_hand() -> None:
    """No result is without a case above; the papers have tests of their own below."""
    expected: dict[str, set[str]] = {"ClaimPapers": {"papers"}}
    for _, question, results in BY_HAND:
        expected.setdefault(type(question()).__name__, set()).update(results)
    # Of money answers the totals and lines are those of every answer, and have tests elsewhere.
    generic = {"total", "decided", "grounds"}
    for name in OURS:
        cls = next(cls for cls in _classes() if cls.__name__ == name)
        own = {result for result in vars(cls) if result in cls.results()}
        assert own - generic <= expected[name], name


def _classes() -> list[type[Answer]]:
    return [type(question()) for _, question, _ in BY_HAND]


# What is not decided --------------------------------------------------------------------------


UNDECIDED: tuple[tuple[str, Callable[[], Answer], str, str], ...] = (
    (
        "payments not known",
        lambda: cover_on(Participation(number_issued=date(2024, 1, 8)), date(2026, 8, 3)),
        "state",
        "give Participation(payments=...)",
    ),
    (
        "payments not known",
        lambda: cover_on(Participation(number_issued=date(2024, 1, 8)), date(2026, 8, 3)),
        "covered",
        "give Participation(payments=...)",
    ),
    (
        "the income not known",
        lambda: keeping_cover(
            Worker(kind="independent", sector="other"), NEW_MEMBER, date(2026, 10, 20)
        ),
        "arrears_by_month",
        "give Worker(income=...)",
    ),
    (
        "no finding",
        lambda: event_advice(event(kind="accident", own_work=True)),
        "programme",
        "give found=...",
    ),
    (
        "whether they died is not known",
        lambda: event_advice(event(kind="accident", own_work=True)),
        "programme_if_not_found",
        "give Event(died=...)",
    ),
    (
        "the place not known",
        lambda: event_advice(event(kind="accident", usual_route=True, own_work=False)),
        "points_to",
        "give Event(place=...)",
    ),
    (
        "the end of work not known",
        lambda: event_advice(DISEASE),
        "kept_until",
        "give Event(work_ended=...)",
    ),
    (
        "a BPU has no employment that ends (D58)",
        lambda: event_advice(
            event(kind="disease", diagnosed=True, listed=True, ended_on=date(2024, 1, 15))
        ),
        "kept_until",
        "choose law.with_decisions(D58='end_of_cover')",
    ),
    (
        "what happened is not known",
        lambda: event_advice(event()),
        "kept_until",
        "give Event(kind=...)",
    ),
    (
        "the receipt of the report not known",
        lambda: suspected_case(Event(on=date(2026, 6, 1), kind="accident")),
        "conclusion_by",
        "give received_on=...",
    ),
    (
        "the birth not known",
        lambda: may_enrol(Worker(works=True, foreign=False, has_nik=True), date(2026, 8, 10)),
        "allowed",
        "give Worker(birth=...)",
    ),
    (
        "the size not known",
        lambda: required_programmes(Worker(segment="PU"), date(2026, 8, 10)),
        "jht",
        "give Enterprise(size=...)",
    ),
    (
        "the sales not known: of micro or small size",
        lambda: required_programmes(
            Worker(segment="PU"),
            date(2026, 8, 10),
            enterprise=Enterprise(capital=1_000_000_001),
        ),
        "enterprise_size",
        "give Enterprise(yearly_sales=...)",
    ),
    (
        "whom JKP binds was not read",
        lambda: required_programmes(
            Worker(segment="PU"), date(2026, 8, 10), enterprise=Enterprise(size="large")
        ),
        "jkp",
        "read the notes of the answer, and ask BPJS Ketenagakerjaan",
    ),
    (
        "who works for a wage is not known",
        lambda: segment_advice(
            Job(state_office=False, abroad=False, project=False, owner=False, own_account=True),
            date(2026, 3, 2),
            foreign=False,
        ),
        "segment",
        "give Job(wage=...)",
    ),
    (
        "how PU and BPU go together was not read",
        lambda: several_jobs((OF_FIRM, OWN_WORK), date(2026, 3, 2), accident_at=1),
        "jkm_registrations",
        "read the notes of the answer, and ask BPJS Ketenagakerjaan",
    ),
    (
        "the amount that was due is not known",
        lambda: claim_timeline(
            "other",
            date(2026, 6, 10),
            complete_on=date(2026, 6, 12),
            paid_on=date(2026, 6, 20),
        ),
        "compensation",
        "give amount=...",
    ),
    (
        "how a migrant worker's accident is reported was not read",
        lambda: claim_timeline("work_accident", date(2026, 6, 10), segment="MIGRANT"),
        "report_stage1_by",
        "read the notes of the answer, and ask BPJS Ketenagakerjaan",
    ),
    (
        "the hours not known",
        lambda: claim_timeline(
            "work_accident", date(2025, 2, 24), segment="PU", stage1_on=date(2025, 2, 26)
        ),
        "report_stage1_was",
        (
            "give event_on=... as a datetime with its time zone; "
            "give stage1_on=... as a datetime with its time zone"
        ),
    ),
)


@pytest.mark.parametrize(("why", "question", "result", "step"), UNDECIDED)
def test_what_is_not_decided_says_the_step(
    why: str, question: Callable[[], Answer], result: str, step: str
) -> None:
    answer = question()
    with pytest.raises(UndecidedError) as caught:
        getattr(answer, result)
    assert caught.value.next_step == step, why
    assert answer.get(result, "open") == "open"


def test_a_result_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InputError, match="result of cover_on"):
        cover_on(PAID_ALL, date(2026, 8, 3)).get("status")


def test_a_fault_of_the_library_is_not_taken_for_a_result() -> None:
    answer = cover_on(PAID_ALL, date(2026, 8, 3))
    state = answer.findings[0]
    with pytest.raises(LawDataError, match="finding state of cover_on: got 3"):
        _ = evolve(answer, findings=(evolve(state, value=3),)).state
    with pytest.raises(LawDataError, match="state of cover_on: got None"):
        _ = evolve(answer, findings=()).state


def _leaving_open(decision: str) -> Law:
    """A strict law under which one more decision is open."""
    opened = evolve(LAW.decisions[decision], open=True)
    return evolve(LAW, decisions={**LAW.decisions, decision: opened}).strictly()


def test_nothing_under_a_strict_law_is_taken_for_none() -> None:
    """With D14 open: since when a second membership counts is not told, though the state is."""
    paid = (Payment(month="2026-01", on=date(2026, 1, 5)), *payments("2026-06", "2026-07"))
    again = Participation(number_issued=date(2026, 1, 5), payments=paid)
    answer = keeping_cover(FISHER, again, date(2026, 7, 20), law=_leaving_open("D14"))
    with pytest.raises(UndecidedError, match="D14"):
        _ = answer.covered_since


def test_in_short_only_what_is_decided_is_said() -> None:
    """Of cover without its due dates (D20) the state; of late payment (D56) what is missing."""
    answer = keeping_cover(FISHER, NEW_MEMBER, date(2026, 11, 10), law=_leaving_open("D20"))
    assert answer.get("lapses_on") is None
    assert answer.brief("en").startswith("This person is still covered on 10 November 2026")
    paid = keeping_cover(FISHER, PAID_ALL, date(2026, 8, 3), law=_leaving_open("D20"))
    assert paid.brief("en") == "This person is covered on 3 August 2026."
    due = contribution_due(NEW_MEMBER, date(2026, 10, 20), worker=FISHER, law=_leaving_open("D20"))
    assert due.brief("en").startswith("Contribution due by 20 October 2026: this cannot be")
    none = contribution_due(NEW_MEMBER, date(2026, 8, 16), worker=FISHER, law=_leaving_open("D20"))
    assert none.brief("en") == "No contribution is due by 16 August 2026."
    late = claim_timeline(
        "other",
        date(2026, 6, 10),
        complete_on=date(2026, 6, 12),
        paid_on=date(2026, 6, 18),
        amount=42_000_000,
        law=_leaving_open("D56"),
    )
    assert late.findings == ()
    assert "a decision on" in late.brief("en")
    with pytest.raises(UndecidedError, match="which leaves D56 open"):
        _ = late.pay_by


# Conditions and papers ------------------------------------------------------------------------


def test_conditions_say_why_not_and_what_is_missing() -> None:
    old = Worker(works=True, has_nik=True, birth=date(1961, 11, 1))
    answer = may_enrol(old, date(2026, 11, 1))
    assert not answer.allowed
    assert [condition.code for condition in answer.failed] == ["age"]
    assert answer.failed[0].needs == ()
    assert [condition.code for condition in answer.unknown] == ["foreigner"]
    assert [need.id for need in answer.unknown[0].needs] == ["worker.foreign"]
    assert "not" not in answer.failed[0].meaning.say("en").split()


def test_what_is_not_tested_is_no_condition() -> None:
    """Before April 2021 neither the age nor the NIK was tested (D07, D08)."""
    unknown = Worker(works=True, foreign=False)
    before, since = (may_enrol(unknown, day) for day in (date(2021, 3, 31), date(2021, 4, 1)))
    assert [one.code for one in before.conditions] == ["segment", "works", "foreigner"]
    assert [one.code for one in since.conditions] == ["segment", "works", "nik", "age", "foreigner"]


def test_papers_are_told_apart() -> None:
    """PP 44/2015 Pasal 40, the practice of BPJS, and what depends on who claims."""
    papers = {paper.code: paper for paper in claim_papers("jkm", "BPU", date(2026, 6, 10)).papers}
    assert papers["death_certificate"].requirement is Requirement.BY_LAW
    assert papers["account"].requirement is Requirement.IN_PRACTICE
    marriage = papers["marriage_book"]
    assert marriage.requirement is None
    assert marriage.condition is not None
    assert marriage.condition.say("en") == "only if the husband or wife claims"
    assert [need.ask for need in marriage.needs] == ["give claimant=..."]
    assert marriage.name.say("id") == "Buku nikah"
    assert papers["death_certificate"].condition is None
    # Permenaker 1/2025 Pasal 62(3): copies of the papers of the regulation, not of practice.
    assert papers["death_certificate"].copy_allowed
    assert not papers["account"].copy_allowed
    spouse = claim_papers("jkm", "BPU", date(2026, 6, 10), claimant="spouse").papers
    assert {paper.code for paper in spouse if paper.requirement is None} == set()
    assert "will" not in {paper.code for paper in spouse}


# The closed lists and the law -----------------------------------------------------------------


def _words(prefix: str) -> set[str]:
    rules = [rule for rule in LAW.timelines if rule.startswith(prefix)]
    periods = [period for rule in rules for period in LAW.timelines[rule]]
    return {word for period in periods if period.unit == "codes" for word in period.words}


def test_every_paper_of_the_law_has_its_code() -> None:
    listed = {f"paper_{word}" for word in _words("papers.")} | {"paper_notarial_will"}
    codes = set(get_args(ClaimPapersFinding))
    assert codes == listed | {"claim_again_months"}


def test_every_forum_and_addressee_of_the_law_is_a_member() -> None:
    # Final for a BPU by Permenaker 5/2021 Pasal 118(9), 119(9): no list of the law names it.
    assert _words("dispute.") == set(Forum) - {Forum.INSPECTOR_FINAL}
    assert _words("report.to_of_") == set(ReportAddressee)


def test_whatever_a_month_costs_can_be_in_arrears() -> None:
    of_month = {code.removeprefix("premium.") for code in get_args(PremiumLine)}
    assert {code.removeprefix("arrears.") for code in get_args(KeepingCoverLine)} == of_month


# Every case of the suite ----------------------------------------------------------------------


def _answers(law: Law) -> list[tuple[str, Answer]]:
    asked = [(case.id, ask(case, law)) for case in load_cases()]
    return [
        (name, answer)
        for name, answer in asked
        if isinstance(answer, Answer) and type(answer).__name__ in OURS
    ]


def _fits(value: object, hint: Any) -> bool:
    """Whether a value is of the type a result declares, to the class of a code."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return any(_fits(value, arg) for arg in args)
    if origin is tuple:
        items = cast("tuple[object, ...]", value)
        return isinstance(value, tuple) and all(_fits(item, args[0]) for item in items)
    if origin is not None:
        return isinstance(value, origin)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


LAWS = {
    "shipped": LAW,
    "strict": LAW.strictly(),
    "paid months": LAW.with_decisions(D46="three_paid_months"),
}


@pytest.mark.parametrize("law", LAWS)
def test_results_have_the_types_they_declare(law: str) -> None:
    seen: set[str] = set()
    for name, answer in _answers(LAWS[law]):
        cls = type(answer)
        for result in cls.results():
            part = getattr(cls, result)
            if not isinstance(part, property) or part.fget is None:
                continue
            value = answer.get(result)
            hint = get_type_hints(part.fget)["return"]
            # None is also what stands for a result that is not decided.
            assert value is None or _fits(value, hint), f"{name}: {result} is {value!r}"
            seen.add(f"{cls.__name__}.{result}")
    assert len(seen) > 80


@pytest.mark.parametrize("law", LAWS)
def test_no_day_beyond_the_calendar_is_shown(law: str) -> None:
    for name, answer in _answers(LAWS[law]):
        for finding in answer.findings:
            value = finding.value
            assert not isinstance(value, date) or value.year < 2200, f"{name}: {finding.code}"


REFERENCE = re.compile(r"Pasal|Permenaker|Perpres|PP \d|\bD\d\d\b|[{}_]")


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("law", LAWS)
def test_the_short_answer_is_plain(law: str, lang: str) -> None:
    """Whole sentences in the language, without a reference; what is missing may name one."""
    for name, answer in _answers(LAWS[law]):
        said = answer.brief(lang)
        assert said.endswith("."), name
        assert said[0].isupper(), name
        if answer.decided:
            assert not REFERENCE.search(said), f"{name}: {said}"


BRIEF: tuple[tuple[Callable[[], Answer], str], ...] = (
    (
        lambda: cover_on(NEW_MEMBER, date(2026, 11, 20)),
        (
            "Orang ini masih terlindungi pada 20 November 2026, tetapi iurannya menunggak 3"
            " bulan. Bila terjadi kecelakaan kerja, perawatannya langsung dijamin; santunan"
            " uangnya dibayar setelah dikurangi iuran bulan September 2026 sampai dengan "
            "November 2026. Bila meninggal karena sebab lain, biaya pemakaman langsung dibayar "
            "penuh; santunan kematiannya dibayar setelah dikurangi iuran bulan September 2026 "
            "sampai dengan November 2026."
        ),
    ),
    (
        lambda: keeping_cover(FISHER, NEW_MEMBER, date(2026, 10, 20)),
        (
            "Orang ini masih terlindungi pada 20 Oktober 2026, tetapi iuran bulan September"
            " 2026 sampai dengan Oktober 2026 belum dibayar. Tunggakan Rp16.800 harus lunas "
            "sebelum 16 Desember 2026, karena mulai hari itu perlindungannya berakhir. "
            "Santunan kematian penuh berlaku mulai 10 November 2026; sebelum itu keluarga "
            "hanya menerima biaya pemakaman."
        ),
    ),
    (
        lambda: may_enrol(Worker(works=False, foreign=False), date(2026, 8, 10)),
        (
            "Tidak, pada 10 Agustus 2026 orang ini tidak dapat didaftarkan sebagai peserta "
            "bukan penerima upah (BPU). Sebabnya: tidak bekerja."
        ),
    ),
    (
        lambda: claim_timeline(
            "other",
            date(2026, 6, 10),
            complete_on=date(2026, 6, 12),
            paid_on=date(2026, 6, 18),
            amount=42_000_000,
        ),
        (
            "Pembayaran paling lambat 17 Juni 2026, oleh BPJS Ketenagakerjaan. Klaim ini "
            "tidak mempunyai batas waktu. Pembayarannya terlambat 1 hari, dan ganti ruginya"
            " Rp420.000."
        ),
    ),
    (
        lambda: dispute_steps("disability", date(2026, 6, 10), segment="PU"),
        (
            "Langkah pertama: pengawas ketenagakerjaan setempat menetapkan. Bila hasilnya "
            "tidak diterima, langkah berikutnya: Menteri menetapkan, final."
        ),
    ),
)


@pytest.mark.parametrize(("question", "said"), BRIEF)
def test_the_short_answer_by_hand(question: Callable[[], Answer], said: str) -> None:
    assert question().brief() == said
