"""The classes of all answers, and an answer read from its plain form whatever its question."""

from collections.abc import Mapping
from typing import Any

from jamsos.answers.answer import Answer
from jamsos.answers.read_back import check_version
from jamsos.benefits.results.death import DeathBenefit
from jamsos.benefits.results.disability_rows import DisabilityRows
from jamsos.benefits.results.scholarship import ScholarshipProjection
from jamsos.benefits.results.scholarship_claim import ScholarshipClaim
from jamsos.benefits.results.wage import BenefitWage
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.changes.results import Changes
from jamsos.claims.paper_results import ClaimPapers
from jamsos.claims.results import ClaimTimeline
from jamsos.claims.results_disputes import DisputeSteps
from jamsos.claims.results_in_time import ClaimInTime
from jamsos.claims.results_missing import MissingPerson
from jamsos.coverage.contribution_due_results import ContributionDue
from jamsos.coverage.event_results import EventAdvice, SuspectedCase
from jamsos.coverage.keeping_results import KeepingCover
from jamsos.coverage.results import Coverage
from jamsos.eligibility.results import Enrolment, RequiredProgrammes, SegmentAdvice, SeveralJobs
from jamsos.forms.reading import OBJECT, placed
from jamsos.forms.refusals import Refusal
from jamsos.membership.results import RegistrationTimeline
from jamsos.migrant.results.benefit import MigrantBenefit
from jamsos.migrant.results.cover import MigrantCover
from jamsos.migrant.results.premium import MigrantPremium
from jamsos.premiums.bpu.results import Premium, Refund
from jamsos.premiums.bpu.run_results import PremiumRun, Prepayment
from jamsos.premiums.construction.results import ConstructionPremium
from jamsos.premiums.results import (
    ConstructionCorrection,
    EmployerSanctions,
    PersonSanctions,
    WageCorrection,
)
from jamsos.premiums.wage.results import RiskGroupHits, WagePremium
from jamsos.premiums.wage.run_results import WagePremiumRun

ANSWER_CLASSES: tuple[type[Answer], ...] = (
    Enrolment,
    RequiredProgrammes,
    SegmentAdvice,
    SeveralJobs,
    RegistrationTimeline,
    Premium,
    PremiumRun,
    Prepayment,
    Refund,
    WagePremium,
    WagePremiumRun,
    RiskGroupHits,
    ConstructionPremium,
    WageCorrection,
    ConstructionCorrection,
    EmployerSanctions,
    PersonSanctions,
    ContributionDue,
    Coverage,
    KeepingCover,
    EventAdvice,
    SuspectedCase,
    DeathBenefit,
    ScholarshipClaim,
    ScholarshipProjection,
    JkkBenefit,
    BenefitWage,
    DisabilityRows,
    MigrantPremium,
    MigrantCover,
    MigrantBenefit,
    ClaimTimeline,
    ClaimInTime,
    ClaimPapers,
    DisputeSteps,
    MissingPerson,
    Changes,
)
"""One class for each question, in the order in which a case meets the questions."""

_BY_QUESTION = {kind.question: kind for kind in ANSWER_CLASSES}


def answer_from_dict(form: Mapping[str, Any]) -> Answer:
    """Read an answer from its plain form, whatever the question: also from a reply of the door.

    Labels and keys beside the form are passed over. The law is found by its fingerprint, with the
    decisions that were chosen and the amendments that were made.

    Args:
        form: What ``answer.to_dict()`` or a JSON reader gave.

    >>> from jamsos import premium, Worker
    >>> answer = premium(Worker(kind="independent", income=900_000), "2026-06", payer="APBD")
    >>> answer_from_dict(answer.to_dict()) == answer
    True

    Raises:
        InputError: naming the place, for what is no form of an answer.
        LawDataError: if another edition of the law answered; its form can still be read as it is.

    """
    return placed(_read, form, "answer")


def _read(form: Any) -> Answer:
    table = OBJECT.read(form)
    check_version(table)
    question = table.get("question")
    kind = _BY_QUESTION.get(question) if isinstance(question, str) else None
    if kind is None:
        raise Refusal(question, f"one of {sorted(_BY_QUESTION)}").inside(".question")
    return kind.from_dict(table)
