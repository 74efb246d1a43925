"""A missing fact matters only if its possible values would change the answer."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import TypeVar

from jamsos.answers.grounds import MissingFact

R = TypeVar("R")


def try_all(
    compute: Callable[..., R], possible: Mapping[str, Sequence[object]], same: Callable[[R], object]
) -> tuple[list[tuple[dict[str, object], R]], tuple[MissingFact, ...]]:
    """Compute the answer for every combination of the missing facts.

    Args:
        compute: Takes each missing fact by its name (dots become ``__``).
        possible: The values each missing fact may have.
        same: What of a result counts as the answer.

    Returns:
        Every combination with its result, and the facts whose value changes the answer.
        No such fact: any result is the answer.

    """
    names = list(possible)
    tried = [
        (
            dict(zip(names, values, strict=True)),
            compute(**{n.replace(".", "__"): v for n, v in zip(names, values, strict=True)}),
        )
        for values in product(*possible.values())
    ]
    return tried, tuple(MissingFact(name) for name in names if _matters(name, tried, same))


def _matters(name: str, tried: list[tuple[dict[str, object], R]], same: Callable[[R], object]) -> bool:
    """Tell whether two combinations that differ in this fact alone give different answers."""
    by_others: dict[tuple[object, ...], object] = {}
    for facts, result in tried:
        others = tuple(value for key, value in facts.items() if key != name)
        if by_others.setdefault(others, same(result)) != same(result):
            return True
    return False
