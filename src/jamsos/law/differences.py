"""How a law differs from the one shipped: what a pickle and a plain form of it carry."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

R = TypeVar("R")


class Difference(NamedTuple):
    """What makes a mapping of the shipped law into that of another law."""

    own: Mapping[str, Any]
    removed: frozenset[str]

    def applied_to(self, rules: Mapping[str, Any]) -> dict[str, Any]:
        """The mapping of the other law."""
        kept = {name: rule for name, rule in rules.items() if name not in self.removed}
        return {**kept, **self.own}


def difference(rules: Mapping[str, R], of_shipped: Mapping[str, R]) -> Difference:
    """What a mapping has of its own, and what of the shipped one it has not."""
    own = {name: rule for name, rule in rules.items() if of_shipped.get(name) != rule}
    return Difference(own, frozenset(of_shipped.keys() - rules.keys()))
