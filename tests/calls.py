"""Every public function with arguments it answers; the tests change them one by one."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import polars as pl

import jamsos
from jamsos import (
    Child,
    Employment,
    Event,
    Family,
    Job,
    Participation,
    Placement,
    WorkAccident,
    Worker,
    payments,
    registers,
)
from jamsos._public import homes

DAY = date(2026, 10, 5)
PERSON = Worker(kind="independent", income=900_000, sector="other")
MEMBER = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-10"))
CLERK = Employment(pay_form="monthly", basic_wage=4_000_000, fixed_allowances=0, risk_group="I")
EVENT = Event(on=DAY, kind="accident")
PEOPLE = pl.DataFrame(
    {
        "id": ["1"],
        "nik": ["9999992905120001"],
        "kind": ["independent"],
        "income": [900_000],
        "sector": ["other"],
        "village": ["Rekaan"],
        "number_issued": [date(2024, 5, 22)],
    }
)
PRICED = registers.premium_columns("2026-10", payer="self").added_to(PEOPLE)
PLANNED = registers.plan(
    PEOPLE.with_columns(works=True, foreign=False, birth=date(1990, 1, 1)).drop("number_issued"),
    budget=1_000_000,
    first="2026-10",
    last="2026-12",
    order=["income"],
    payer="APBD",
)
SUMS = registers.summary(PRICED, "village", months=1)
LISTED = pl.DataFrame({"NIK": ["9999992905120001"], "Nama": ["Rekaan"]})
REGISTER = registers.read_register(LISTED, on=DAY)
CHANGES = pl.DataFrame({"old": ["99.99.01"], "new": ["99.99.02"], "since": [DAY]})
FOLDER = Path(mkdtemp())
VILLAGES = Path(mkdtemp())
LISTED.with_columns(NIK=pl.lit("999")).write_csv(VILLAGES / "rekaan.csv")
DOUBTED = registers.read_registers(VILLAGES, on=DAY)
RETURNED = Path(mkdtemp())
registers.write_work_lists(DOUBTED, RETURNED)
CORRECTIONS = registers.read_corrections(RETURNED)

CALLS: Mapping[str, Mapping[str, Any]] = {
    "against_published": {"sums": SUMS, "count": "people"},
    "answer_from_dict": {"form": jamsos.premium(PERSON, "2026-10").to_dict()},
    "apply_corrections": {"register": DOUBTED, "corrections": CORRECTIONS, "on": DAY},
    "article_holders": {"paragraph": jamsos.law_article("PP 44/2015 20(3)").paragraphs[0]},
    "benefit_wage": {"participation": MEMBER, "on": DAY, "worker": PERSON},
    "bill_2dp_half_up": {"amount": 1},
    "changes_between": {"first": date(2026, 1, 1), "last": DAY},
    "check_register": {"register": REGISTER, "on": DAY},
    "claim_in_time": {"cause": "work_accident", "event_on": DAY, "on": DAY},
    "claim_papers": {"kind": "jkm", "segment": "BPU", "on": DAY},
    "claim_timeline": {"cause": "work_accident", "event_on": DAY},
    "compare_plans": {"plans": {"a": PLANNED, "b": PLANNED}},
    "construction_correction": {
        "on": DAY,
        "paid": 1,
        "value": 100_000_000,
        "contains_vat": False,
    },
    "construction_premium": {"on": DAY, "value": 100_000_000, "contains_vat": False},
    "contribution_due": {"participation": MEMBER, "on": DAY, "worker": PERSON},
    "cover_against": {"sums": SUMS, "target": 1},
    "cover_on": {"participation": MEMBER, "on": DAY},
    "death_benefit": {
        "worker": PERSON,
        "participation": MEMBER,
        "family": Family(),
        "died_on": DAY,
        "cause": "other",
    },
    "describe": {"ground": jamsos.current().decisions["D33"]},
    "difference": {"before": PEOPLE, "after": PEOPLE, "month": "2026-10"},
    "disability_rows": {"words": "thumb"},
    "disability_search": {"words": "thumb"},
    "dispute_steps": {"about": "care", "on": DAY},
    "employer_sanctions": {"breach": "not_paid", "on": DAY},
    "enrolment_columns": {"on": DAY},
    "event_advice": {"event": EVENT},
    "export_rows": {"frame": PEOPLE.drop("id"), "path": FOLDER / "peserta.csv"},
    "exposure_columns": {"on": DAY},
    "jkk_benefit": {
        "worker": PERSON,
        "participation": MEMBER,
        "accident": WorkAccident(on=DAY),
    },
    "keeping_cover": {"worker": PERSON, "participation": MEMBER, "on": DAY},
    "law_article": {"cited": "PP 44/2015 20(3)"},
    "load_scheme": {"source": "kutim"},
    "may_enrol": {"worker": PERSON, "on": DAY},
    "migrant_benefit": {"placement": Placement(), "item": "glasses", "on": DAY},
    "migrant_cover": {"placement": Placement(), "on": DAY},
    "migrant_premium": {"on": DAY, "contract_months": 24, "agency": True},
    "missing_person": {"how": "ship", "last_news_on": DAY, "at_work": True},
    "monday_to_friday": {"day": DAY},
    "occupation": {"code": 11},
    "pause_columns": {"frame": PEOPLE, "last_paid": "2025-12", "restart": date(2026, 5, 4)},
    "pause_effects": {
        "starts": date(2024, 5, 22),
        "last_paid": "2025-12",
        "restart": date(2026, 5, 4),
    },
    "payments": {"first": "2026-01", "last": "2026-02", "on": DAY, "amount": 16_800},
    "person_sanctions": {"on": DAY},
    "plan": {
        "frame": PEOPLE,
        "budget": 1_000_000,
        "first": "2026-10",
        "last": "2026-12",
        "order": ["income"],
    },
    "plan_by_year": {"frame": PEOPLE, "budgets": {2026: 1_000_000}, "order": ["income"]},
    "plan_pause": {"made": PLANNED, "restart": date(2027, 5, 4)},
    "premium": {"worker": PERSON, "month": "2026-10", "payer": "self", "row": 1, "paid_on": DAY},
    "premium_columns": {"first": "2026-10"},
    "premium_run": {"worker": PERSON, "first": "2026-10", "last": "2026-11", "row": 1},
    "prepay": {"worker": PERSON, "first": "2026-10", "count": 3, "row": 1},
    "published_figures": {},
    "read_corrections": {"folder": RETURNED},
    "read_registers": {"folder": VILLAGES, "on": DAY, "heading_row": 1},
    "read_register": {"source": LISTED, "on": DAY, "heading_row": 1},
    "reconcile": {"register": PRICED, "bill": PRICED},
    "refund_after_claim": {"participation": MEMBER, "on": DAY},
    "regions_today": {"frame": PEOPLE, "changes": CHANGES, "of": date(2025, 11, 1), "on": DAY},
    "registration_timeline": {"segment": "PU", "hired_on": DAY},
    "required_programmes": {"worker": PERSON, "on": DAY},
    "risk_group": {"words": "toko"},
    "risk_group_search": {"words": "toko"},
    "scholarship": {"children": [Child()], "event_on": DAY, "claimed_on": DAY},
    "scholarship_projection": {"child": Child(), "on": DAY},
    "segment_advice": {"job": Job(), "on": DAY, "foreign": True, "months_in_indonesia": 7},
    "several_jobs": {"jobs": (Job(), Job()), "on": DAY, "accident_at": 0},
    "summary": {"frame": PRICED, "by": "village", "months": 1},
    "suspected_case": {"event": EVENT, "received_on": DAY},
    "synthetic_register": {"people": 3, "seed": 1},
    "villages": {},
    "wage_correction": {"employments": (CLERK,), "month": "2026-10", "paid": 1},
    "wage_premium_run": {
        "employment": CLERK,
        "first": "2026-10",
        "last": "2026-11",
        "workers": 2,
        "paid_on": DAY,
    },
    "wage_premium": {"employment": CLERK, "month": "2026-10", "paid_on": DAY},
    "what_if": {"name": "usulan 2027", "reason": "rancangan anggaran"},
    "without_vat": {"value": 10, "rate": "0.11"},
    "work_list": {"register": REGISTER},
    "write_synthetic": {"path": FOLDER / "rekaan.parquet", "people": 3, "seed": 1},
    "write_synthetic_workbook": {"path": FOLDER / "rekaan.xlsx", "people": 3, "seed": 1},
    "write_work_list": {"register": REGISTER, "path": FOLDER / "daftar.xlsx"},
    "write_work_lists": {"register": DOUBTED, "folder": FOLDER},
    "yearly": {"frame": PEOPLE, "first": "2026-10", "last": "2026-11", "by": "village"},
}


def public() -> dict[str, Any]:
    """Every public name of the library and of its registers."""
    return {
        name: getattr(home, name)
        for home in (jamsos, registers)
        for name in dir(home)
        if not name.startswith("_")
    }


def functions() -> dict[str, Callable[..., Any]]:
    """Every public function of rules and registers."""
    homes_of_names = {*homes("jamsos").values(), *homes("jamsos.registers").values()}
    return {
        name: thing
        for name, thing in public().items()
        if inspect.isfunction(thing) and thing.__module__ in homes_of_names
    }
