"""The tests that the criteria of a local programme can ask for, each one plain function."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.parts import Condition, Conditions, Status
from jamsos.answers.texts import Text
from jamsos.eligibility.national import below_age
from jamsos.eligibility.scheme import Rule, Scheme
from jamsos.law.law import Law
from jamsos.workers.codes import Category
from jamsos.workers.occupations import Screening, occupation
from jamsos.workers.worker import Worker


class Application(NamedTuple):
    """One worker before one criterion of a scheme, on the day of registration."""

    rule: Rule
    scheme: Scheme
    worker: Worker
    on: date
    national: Status
    """How entry under national law stands."""


class CriterionResult(NamedTuple):
    """How a criterion stands, and the facts it lacks."""

    status: Status
    missing: tuple[str, ...] = ()


MET = CriterionResult(Status.MET)
FAILED = CriterionResult(Status.FAILED)

Test: TypeAlias = Callable[[Application], CriterionResult]


def _unknown_without(fact: str) -> CriterionResult:
    return CriterionResult(Status.UNKNOWN, (fact,))


def _met_if(fact: bool | None, name: str) -> CriterionResult:
    """A yes/no fact that meets the criterion when it is true."""
    if fact is None:
        return _unknown_without(name)
    if fact:
        return MET
    return FAILED


def _met_unless(fact: bool | None, name: str) -> CriterionResult:
    """A yes/no fact that meets the criterion when it is false."""
    opposite = None if fact is None else not fact
    return _met_if(opposite, name)


def _national_entry(application: Application) -> CriterionResult:
    return CriterionResult(application.national)


def _age(application: Application) -> CriterionResult:
    """At least one age and below another."""
    rule = application.rule
    birth = application.worker.birth
    if birth is None:
        return _unknown_without("worker.birth")
    too_young = below_age(birth, application.on, rule.at_least)
    young_enough = below_age(birth, application.on, rule.below)
    if young_enough and not too_young:
        return MET
    # A window that only a decision assumes (D61) cannot turn anybody away.
    if rule.decisions:
        return _unknown_without("scheme.age")
    return FAILED


def _resident(application: Application) -> CriterionResult:
    code = application.worker.resident_of
    if code is None:
        return _unknown_without("worker.resident_of")
    lies_in_region = _lies_in(code, application.scheme.region)
    return _met_if(lies_in_region, "worker.resident_of")


def _lies_in(code: str, region: str) -> bool | None:
    """Whether a place lies in the region; dots in the codes do not matter.

    A village lies in its district. Of a province it is not known whether the person lives in one
    of its districts.
    """
    place = code.replace(".", "")
    around = region.replace(".", "")
    if place.startswith(around):
        return True
    # A shorter code that begins alike names a province around the region.
    if around.startswith(place):
        return None
    return False


def _present_work(application: Application) -> CriterionResult:
    """The stated present work counts; the occupation on the card alone never refuses anybody."""
    worker, paid_for = application.worker, application.rule.categories
    if worker.category is None:
        return _work_by_card(worker, paid_for)
    if worker.category not in paid_for:
        return FAILED
    # The card speaks against the stated work, and only the letter of the village outweighs it.
    if _card_is_doubtful(worker) and not worker.letter:
        return _unknown_without("worker.letter")
    return MET


def _work_by_card(worker: Worker, paid_for: tuple[Category, ...]) -> CriterionResult:
    """Without a stated category the card helps only where it names a category paid for."""
    if worker.occupation is not None:
        entry = occupation(worker.occupation)
        hints = set(entry.categories) & set(paid_for)
        if entry.screening is Screening.CANDIDATE and hints:
            return MET
    return _unknown_without("worker.category")


def _card_is_doubtful(worker: Worker) -> bool:
    """Whether the occupation on the card points to no work, or to another payer."""
    if worker.occupation is None:
        return False
    entry = occupation(worker.occupation)
    screened = {Screening.HARD_STOP, Screening.ASK_PROOF}
    return entry.screening in screened


# A programme pays for people nobody else pays for; that is why these two facts must be false.
def _not_wage_earner(application: Application) -> CriterionResult:
    return _met_unless(application.worker.wage_earner, "worker.wage_earner")


def _no_other_payer(application: Application) -> CriterionResult:
    return _met_unless(application.worker.other_payer, "worker.other_payer")


def _letter(application: Application) -> CriterionResult:
    return _met_if(application.worker.letter, "worker.letter")


def _registry_match(application: Application) -> CriterionResult:
    return _met_if(application.worker.registry_match, "worker.registry_match")


def _poor(application: Application) -> CriterionResult:
    """By the decile, where the scheme says which are poor; else by the poverty data."""
    worker = application.worker
    poorest = application.rule.poorest_deciles
    if poorest is not None:
        is_poor = None if worker.decile is None else worker.decile <= poorest
        return _met_if(is_poor, "worker.decile")
    # DTSEN names everybody: which of its deciles are poor is for the scheme to say.
    if worker.poor is None and worker.decile is not None:
        return _unknown_without("scheme.poorest_deciles")
    return _met_if(worker.poor, "worker.poor")


def _criteria_known(_application: Application) -> CriterionResult:
    """Always unknown: for a scheme whose criteria of some years were not published."""
    return _unknown_without("scheme.criteria")


RUN: Mapping[str, Test] = {
    "national_entry": _national_entry,
    "age": _age,
    "resident": _resident,
    "present_work": _present_work,
    "not_wage_earner": _not_wage_earner,
    "no_other_payer": _no_other_payer,
    "letter": _letter,
    "registry_match": _registry_match,
    "poor": _poor,
    "criteria_known": _criteria_known,
}
"""The function of each test a scheme file may name."""


def scheme_conditions(
    scheme: Scheme, worker: Worker, on: date, national: Status, law: Law
) -> Conditions:
    """Every criterion the scheme asks in the year, met, failed or unknown."""
    return tuple(
        scheme_condition(rule, scheme, worker, on, national, law)
        for rule in scheme.asked_in(on.year)
    )


def scheme_condition(
    rule: Rule, scheme: Scheme, worker: Worker, on: date, national: Status, law: Law
) -> Condition:
    """One criterion of a scheme on a day."""
    application = Application(rule, scheme, worker, on, national)
    result = RUN[rule.test](application)
    grounds: list[Ground] = [MissingFact(name) for name in result.missing]
    grounds.append(rule.ground)
    decisions = law.cite(*rule.decisions)
    grounds.extend(decisions)
    scheme_name = rule.ground.name
    text = Text("condition.scheme", {"name": scheme_name})
    return Condition(
        code=rule.ground.id,
        status=result.status,
        grounds=tuple(grounds),
        text=text,
    )
