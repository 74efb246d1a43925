"""Indonesia's work-accident (JKK) and death (JKM) insurance: exact, dated, cited answers.

Four questions: :func:`may_enrol`, :func:`premium`, :func:`cover_on`, :func:`death_benefit`.
"""

from importlib import import_module

from jamsos import premiums

__version__ = "0.1.0"

_ROOMS = {
    "answers.answer": "Answer Condition Finding Line Note Outcome Possibility Status When",
    "answers.grounds": "Criterion Ground MissingFact",
    "benefits.accident": "HomeCare Incapacity Loss WorkAccident",
    "benefits.death": "death_benefit",
    "benefits.disability": "disability_search",
    "benefits.disability_answer": "disability_rows_answer",
    "benefits.jkk": "jkk_benefit",
    "benefits.migrant": "MigrantItem migrant_benefit",
    "benefits.projection": "scholarship_projection",
    "changes": "changes_between",
    "claims.codes": "Claimant ClaimKind DisputeAbout",
    "claims.disputes": "dispute_steps",
    "claims.papers": "claim_papers",
    "claims.timeline": "claim_timeline",
    "coverage.advice": "event_advice",
    "coverage.cover": "Coverage cover_on",
    "coverage.employer": "PaidBy",
    "coverage.keeping": "keeping_cover",
    "coverage.migrant": "migrant_cover",
    "coverage.rights": "Right",
    "coverage.standing": "CoverState",
    "coverage.suspected": "suspected_case",
    "eligibility.enrol": "may_enrol",
    "eligibility.programmes": "Duty required_programmes",
    "eligibility.scheme": "Scheme load_scheme",
    "eligibility.segments": "segment_advice",
    "eligibility.several_jobs": "several_jobs",
    "errors": "InputError JamsosError LawDataError MissingExtraError OutsideLawError ReceiptError UndecidedError",
    "law.law": "Law current",
    "law.provisions": "Absence Grade Provision Reading Source",
    "membership.registration": "registration_timeline",
    "premiums.construction": "construction_premium without_vat",
    "premiums.corrections": "construction_correction wage_correction",
    "premiums.migrant": "migrant_premium",
    "premiums.premium": "premium",
    "premiums.prepaying": "prepay refund_after_claim",
    "premiums.risk_groups": "Business risk_group_answer risk_group_search",
    "premiums.run": "monthly_totals premiums",
    "premiums.sanctions": "Breach employer_sanctions person_sanctions",
    "premiums.wage": "wage_premium",
    "values.days": "monday_to_friday",
    "values.money": "bill_2dp_half_up",
    "values.months": "Month",
    "workers.codes": "BpuKind Category Cause Failing Level Payer Position Programme Sector Segment Will WorkingAs",
    "workers.employment": "Employment Industry PayForm RiskGroup",
    "workers.enterprise": "Enterprise Size",
    "workers.event": "Event EventKind Place",
    "workers.family": "Child Family",
    "workers.job": "Job",
    "workers.nik": "Nik",
    "workers.occupations": "Occupation occupation occupations",
    "workers.participation": "Participation Payment payments",
    "workers.placement": "Leave Placement Stage",
    "workers.project": "Project",
    "workers.worker": "Worker",
}
"""Where the public names live; a module is loaded when one of its names is first used."""

_HOMES = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll] - checkers read the .pyi

del premiums  # the name is the function's, not the room's; a room is bound here only when it is first loaded


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"jamsos.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
