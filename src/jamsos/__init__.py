"""Indonesia's work-accident (JKK) and death (JKM) insurance: exact, dated, cited answers.

Four questions: :func:`may_enrol`, :func:`premium`, :func:`cover_on`, :func:`death_benefit`.
"""

from jamsos.answers.answer import Answer, Condition, Finding, Line, Note, Outcome, Possibility, Status, When
from jamsos.answers.grounds import Criterion, Ground, MissingFact
from jamsos.benefits.accident import Incapacity, Loss, WorkAccident
from jamsos.benefits.death import death_benefit
from jamsos.benefits.disability import disability_search
from jamsos.benefits.jkk import jkk_benefit
from jamsos.benefits.projection import scholarship_projection
from jamsos.changes import changes_between
from jamsos.claims.timeline import claim_timeline
from jamsos.coverage.cover import Coverage, cover_on
from jamsos.coverage.keeping import keeping_cover
from jamsos.coverage.rights import Right
from jamsos.coverage.standing import CoverState
from jamsos.eligibility.enrol import may_enrol
from jamsos.eligibility.scheme import Scheme, load_scheme
from jamsos.errors import (
    InputError,
    JamsosError,
    LawDataError,
    MissingExtraError,
    OutsideLawError,
    ReceiptError,
    UndecidedError,
)
from jamsos.law.law import Law, current
from jamsos.law.provisions import Absence, Grade, Provision, Reading, Source
from jamsos.premiums.construction import construction_premium, without_vat
from jamsos.premiums.migrant import migrant_premium
from jamsos.premiums.premium import premium
from jamsos.premiums.prepaying import prepay, refund_after_claim
from jamsos.premiums.risk_groups import Business, risk_group_search
from jamsos.premiums.run import monthly_totals, premiums
from jamsos.premiums.wage import wage_premium
from jamsos.values.days import monday_to_friday
from jamsos.values.money import bill_2dp_half_up
from jamsos.values.months import Month
from jamsos.workers.codes import (
    BpuKind,
    Category,
    Cause,
    Level,
    Payer,
    Programme,
    Sector,
    Segment,
    Will,
    WorkingAs,
)
from jamsos.workers.employment import Employment, Industry, PayForm, RiskGroup
from jamsos.workers.family import Child, Family
from jamsos.workers.nik import Nik
from jamsos.workers.occupations import Occupation, occupation, occupations
from jamsos.workers.participation import Participation, Payment, payments
from jamsos.workers.worker import Worker

__version__ = "0.1.0"

__all__ = [
    "Absence",
    "Answer",
    "BpuKind",
    "Business",
    "Category",
    "Cause",
    "Child",
    "Condition",
    "CoverState",
    "Coverage",
    "Criterion",
    "Employment",
    "Family",
    "Finding",
    "Grade",
    "Ground",
    "Incapacity",
    "Industry",
    "InputError",
    "JamsosError",
    "Law",
    "LawDataError",
    "Level",
    "Line",
    "Loss",
    "MissingExtraError",
    "MissingFact",
    "Month",
    "Nik",
    "Note",
    "Occupation",
    "Outcome",
    "OutsideLawError",
    "Participation",
    "PayForm",
    "Payer",
    "Payment",
    "Possibility",
    "Programme",
    "Provision",
    "Reading",
    "ReceiptError",
    "Right",
    "RiskGroup",
    "Scheme",
    "Sector",
    "Segment",
    "Source",
    "Status",
    "UndecidedError",
    "When",
    "Will",
    "WorkAccident",
    "Worker",
    "WorkingAs",
    "bill_2dp_half_up",
    "changes_between",
    "claim_timeline",
    "construction_premium",
    "cover_on",
    "current",
    "death_benefit",
    "disability_search",
    "jkk_benefit",
    "keeping_cover",
    "load_scheme",
    "may_enrol",
    "migrant_premium",
    "monday_to_friday",
    "monthly_totals",
    "occupation",
    "occupations",
    "payments",
    "premium",
    "premiums",
    "prepay",
    "refund_after_claim",
    "risk_group_search",
    "scholarship_projection",
    "wage_premium",
    "without_vat",
]
