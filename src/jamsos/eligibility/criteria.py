"""The tests a scheme's criteria can ask for: each is a plain function of the stated facts."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from jamsos.answers.answer import Condition, Status
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility import rules
from jamsos.eligibility.scheme import Rule, Scheme
from jamsos.law.law import Law
from jamsos.workers.occupations import Screening, occupation
from jamsos.workers.worker import Worker


class Found(NamedTuple):
    """The status of a criterion and the facts it lacks."""

    status: Status
    missing: tuple[str, ...] = ()


Test: TypeAlias = Callable[[Rule, Scheme, Worker, date, Status], Found]


def _flag(fact: bool | None, name: str) -> Found:
    """A yes/no fact that meets the criterion when it is true."""
    if fact is None:
        return Found(Status.UNKNOWN, (name,))
    return Found(Status.MET if fact else Status.FAILED)


def _national(_rule: Rule, _scheme: Scheme, _worker: Worker, _on: date, national: Status) -> Found:
    return Found(national)


def _age(rule: Rule, _scheme: Scheme, worker: Worker, on: date, _national: Status) -> Found:
    """Inside the window it is met; outside it is unknown while the window is only assumed (D61)."""
    if worker.birth is None:
        return Found(Status.UNKNOWN, ("worker.birth",))
    if rules.in_age_window(worker.birth, on, rule.at_least, rule.below):
        return Found(Status.MET)
    return Found(Status.UNKNOWN, ("scheme.age",)) if rule.readings else Found(Status.FAILED)


def _resident(_rule: Rule, scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    here = None if worker.resident_of is None else _lies_in(worker.resident_of, scheme.region)
    return _flag(here, "worker.resident_of")


def _lies_in(code: str, region: str) -> bool | None:
    """A village lies in its district; of a wider code it is not known. Dots do not matter."""
    code, region = code.replace(".", ""), region.replace(".", "")
    return None if len(code) < len(region) and region.startswith(code) else code.startswith(region)


def _present_work(rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    """The stated present work counts; the occupation on the card alone never decides."""
    if worker.category is not None and worker.category not in rule.categories:
        return Found(Status.FAILED)
    screening = occupation(worker.occupation).screening if worker.occupation is not None else None
    if screening is Screening.CANDIDATE and worker.category is None:
        may = set(occupation(worker.occupation or 0).categories) & set(rule.categories)
        return Found(Status.MET) if may else Found(Status.UNKNOWN, ("worker.category",))
    if worker.category is None:
        return Found(Status.UNKNOWN, ("worker.category",))
    doubtful = screening in {Screening.HARD_STOP, Screening.ASK_PROOF}
    if doubtful and not worker.letter:
        return Found(Status.UNKNOWN, ("worker.letter",))
    return Found(Status.MET)


def _not_wage_earner(_rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    return _flag(None if worker.wage_earner is None else not worker.wage_earner, "worker.wage_earner")


def _no_other_payer(_rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    return _flag(None if worker.other_payer is None else not worker.other_payer, "worker.other_payer")


def _letter(_rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    return _flag(worker.letter, "worker.letter")


def _registry_match(_rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    return _flag(worker.registry_match, "worker.registry_match")


def _poor(_rule: Rule, _scheme: Scheme, worker: Worker, _on: date, _national: Status) -> Found:
    return _flag(worker.poor, "worker.poor")


def _criteria_known(_rule: Rule, _scheme: Scheme, _worker: Worker, _on: date, _national: Status) -> Found:
    return Found(Status.UNKNOWN, ("scheme.criteria",))


RUN: Mapping[str, Test] = {
    "national_entry": _national,
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


def scheme_conditions(scheme: Scheme, worker: Worker, on: date, national: Status, law: Law) -> tuple[Condition, ...]:
    """Every criterion the scheme asks in the year, met, failed or unknown."""
    return tuple(scheme_condition(rule, scheme, worker, on, national, law) for rule in scheme.asked_in(on.year))


def scheme_condition(rule: Rule, scheme: Scheme, worker: Worker, on: date, national: Status, law: Law) -> Condition:
    """One criterion of a scheme on a day."""
    found = RUN[rule.test](rule, scheme, worker, on, national)
    needs: tuple[Ground, ...] = tuple(MissingFact(name) for name in found.missing)
    grounds: tuple[Ground, ...] = (*needs, rule.ground, *law.cite(*rule.readings))
    return Condition(
        code=rule.ground.id,
        status=found.status,
        grounds=grounds,
        text=Text("condition.scheme", {"name": rule.ground.name}),
    )
