"""Trying the values of missing facts: a fact is needed only if its values change the answer."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any, Generic, TypeVar

from attrs import frozen

from jamsos.answers.grounds import MissingFact

R = TypeVar("R")


@frozen
class Trial(Generic[R]):
    """What one combination of the missing facts gives."""

    facts: Mapping[str, Any]
    result: R


@frozen
class Trials(Generic[R]):
    """What every combination of the missing facts gives; at least one, of no facts at all."""

    trials: tuple[Trial[R], ...]
    needs: tuple[MissingFact, ...]
    """The facts whose value changes the answer; none: any result is the answer."""

    @property
    def results(self) -> tuple[R, ...]:
        """The result of each combination."""
        results = [trial.result for trial in self.trials]
        return tuple(results)


def try_values(
    compute: Callable[[Mapping[str, Any]], R],
    possible: Mapping[str, Sequence[object]],
    answer_of: Callable[[R], object],
) -> Trials[R]:
    """Compute the answer for every combination of the values the missing facts may have.

    Args:
        compute: Gives the result of one combination, a value for each missing fact.
        possible: The values each missing fact may have.
        answer_of: What of a result counts as the answer.

    >>> halved = {"owner": False, "other": True}
    >>> trials = try_values(lambda facts: halved[facts["kind"]], {"kind": ["owner", "other"]}, bool)
    >>> trials.results, [need.id for need in trials.needs]
    ((False, True), ['kind'])

    """
    # A fact of one possible value cannot matter, and most facts are such: they were stated.
    open_facts = [name for name, values in possible.items() if len(values) > 1]
    if not open_facts:
        stated = {name: value for name, (value,) in possible.items()}
        return Trials((Trial(stated, compute(stated)),), ())
    trials: list[Trial[R]] = []
    for values in product(*possible.values()):
        facts = dict(zip(possible, values, strict=True))
        trials.append(Trial(facts, compute(facts)))
    needs: list[MissingFact] = []
    for name in open_facts:
        if _matters(name, trials, answer_of):
            needs.append(MissingFact(name))
    return Trials(tuple(trials), tuple(needs))


def _matters(name: str, trials: Sequence[Trial[R]], answer_of: Callable[[R], object]) -> bool:
    """Whether two combinations that differ in this fact alone give different answers."""
    answer_by_others: dict[tuple[object, ...], object] = {}
    for trial in trials:
        others = tuple(value for fact, value in trial.facts.items() if fact != name)
        answer = answer_of(trial.result)
        if answer_by_others.setdefault(others, answer) != answer:
            return True
    return False
