"""How a law travels to another process: the shipped one by reference, another by its differences.

A pickled answer rests on dozens of rules and on the law they stand in; written out they would be
many times the answer. The other process has the same law files, so a reference is enough.
"""

import copyreg
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, fields

from jamsos.errors import LawDataError
from jamsos.law.differences import Difference, difference
from jamsos.law.law import Law, Rule, current
from jamsos.law.loading import shipped
from jamsos.law.provisions import Absence, Decision, Provision, WhatIf

R = TypeVar("R")
A = TypeVar("A", Provision, Absence, Decision)
Reduced: TypeAlias = tuple[Callable[..., R], tuple[Any, ...]]
"""What pickle writes: a function, and the arguments with which it gives the object again."""


@cache
def _edition() -> str:
    """The shipped law by its version and fingerprint: what numbers of rules refer to."""
    law = current()
    return f"{law.version} ({law.fingerprint})"


@cache
def _rules() -> tuple[Rule, ...]:
    """The rules of the shipped law in the order of its fingerprint; pickles name their numbers."""
    law = current()
    absences = [law.absences[name] for name in sorted(law.absences)]
    decisions = [law.decisions[name] for name in sorted(law.decisions)]
    return (*law.in_force(), *absences, *decisions)


@cache
def _numbers() -> Mapping[Rule, int]:
    return {rule: number for number, rule in enumerate(_rules())}


def _check_edition(edition: str) -> None:
    """Refuse a pickle that refers to another law than the one shipped here.

    Raises:
        LawDataError: if a version of the library with another law wrote it.

    """
    if edition != _edition():
        raise LawDataError(
            "law of a pickle",
            edition,
            f"{_edition()}, the law of this version of jamsos",
            "read it with the version of jamsos that wrote it, or ask the question again",
        )


def register() -> None:
    """Tell pickle and copy how laws and their rules travel."""
    copyreg.pickle(Provision, _reduced_rule)
    copyreg.pickle(Absence, _reduced_rule)
    copyreg.pickle(Decision, _reduced_decision)
    copyreg.pickle(Law, _reduced_law)


def _reduced_rule(rule: A) -> Reduced[A]:
    """A rule of the shipped law by its number, any other with all it says."""
    number = _numbers().get(rule)
    if number is not None:
        return _rule, (_edition(), number)
    kind = type(rule)
    return _made, (kind, {field.name: getattr(rule, field.name) for field in fields(kind)})


def _reduced_decision(decision: Decision) -> Reduced[Decision]:
    """A decision of which only the answer was chosen as that answer."""
    by_default = shipped().decisions.get(decision.id)
    if decision != by_default and evolve(decision, chosen=decision.default) == by_default:
        return _chosen, (by_default, decision.chosen)
    return _reduced_rule(decision)


def _rule(edition: str, number: int) -> Any:
    _check_edition(edition)
    return _rules()[number]


def _made(kind: type[A], values: Mapping[str, Any]) -> A:
    return kind(**values)


def _chosen(by_default: Decision, choice: str) -> Decision:
    return evolve(by_default, chosen=choice)


def _reduced_law(law: Law) -> Reduced[Law]:
    if law == current():
        return _current, (_edition(),)
    data = shipped()
    return _law, (
        _edition(),
        law.version,
        law.known_until,
        law.strict,
        law.what_ifs,
        difference(law.timelines, data.timelines),
        difference(law.absences, data.absences),
        difference(law.decisions, data.decisions),
    )


def _current(edition: str) -> Law:
    _check_edition(edition)
    return current()


def _law(
    edition: str,
    version: str,
    known_until: date,
    strict: bool,
    what_ifs: tuple[WhatIf, ...],
    timelines: Difference,
    absences: Difference,
    decisions: Difference,
) -> Law:
    _check_edition(edition)
    data = shipped()
    return Law(
        version=version,
        known_until=known_until,
        timelines=timelines.applied_to(data.timelines),
        absences=absences.applied_to(data.absences),
        decisions=decisions.applied_to(data.decisions),
        strict=strict,
        what_ifs=what_ifs,
    )
