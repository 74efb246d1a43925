"""What a work accident would pay for each value of a missing fact that has few of them."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

from attrs import evolve

from jamsos.answers.grounds import Needs
from jamsos.answers.parts import Possibility
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.benefits.work_accident.cash import JkkQuestion
from jamsos.workers.codes import BpuKind, Sector
from jamsos.workers.project import Project

_YES_OR_NO = (True, False)
_FEW_VALUES: Mapping[str, Sequence[object]] = {
    "accident.reported_as_suspected": _YES_OR_NO,
    "accident.reported_late": _YES_OR_NO,
    "accident.total_permanent": _YES_OR_NO,
    "home_care.with_facility": _YES_OR_NO,
    "project.listed": _YES_OR_NO,
    "worker.kind": tuple(BpuKind),
    "worker.sector": tuple(Sector),
}


def possible_totals(
    question: JkkQuestion, needs: Needs, answer_to: Callable[[JkkQuestion], JkkBenefit]
) -> tuple[Possibility, ...]:
    """The total under each combination of the missing facts, where each has few values.

    A combination that leaves another fact open is left out.
    """
    names = [need.id for need in needs]
    if any(name not in _FEW_VALUES for name in names):
        return ()
    possibilities: list[Possibility] = []
    for values in product(*(_FEW_VALUES[name] for name in names)):
        facts = dict(zip(names, values, strict=True))
        answer = answer_to(_with_facts(question, facts))
        if answer.decided:
            in_words = {name: str(value) for name, value in facts.items()}
            possibility = Possibility(facts=in_words, total=answer.total, grounds=answer.grounds)
            possibilities.append(possibility)
    return tuple(possibilities)


def _with_facts(question: JkkQuestion, facts: Mapping[str, Any]) -> JkkQuestion:
    """The question with facts stated that nobody stated."""
    for name, value in facts.items():
        room, _, field = name.rpartition(".")
        question = _STATING[room](question, {field: value})
    return question


def _of_worker(question: JkkQuestion, fact: Mapping[str, Any]) -> JkkQuestion:
    return question._replace(worker=evolve(question.worker, **fact))


def _of_project(question: JkkQuestion, fact: Mapping[str, Any]) -> JkkQuestion:
    first, *others = question.registrations
    project = evolve(first.project or Project(), **fact)
    return question._replace(registrations=(evolve(first, project=project), *others))


def _of_accident(question: JkkQuestion, fact: Mapping[str, Any]) -> JkkQuestion:
    return question._replace(accident=evolve(question.accident, **fact))


def _of_home_care(question: JkkQuestion, fact: Mapping[str, Any]) -> JkkQuestion:
    """Every spell of home care of which the fact is missing."""
    spells = [
        evolve(spell, **fact) if spell.with_facility is None else spell
        for spell in question.accident.home_care or ()
    ]
    return _of_accident(question, {"home_care": tuple(spells)})


_STATING: Mapping[str, Callable[[JkkQuestion, Mapping[str, Any]], JkkQuestion]] = {
    "accident": _of_accident,
    "home_care": _of_home_care,
    "project": _of_project,
    "worker": _of_worker,
}
"""How a fact is stated, by the first word of its id."""
