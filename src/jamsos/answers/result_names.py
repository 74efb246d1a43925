"""The names of the typed results of a class of answers."""

from collections.abc import Mapping
from functools import cache
from types import MemberDescriptorType


@cache
def result_names(kind: type[object], base: type[object]) -> tuple[str, ...]:
    """The properties and fields of a class beside those of its base, in the order of the class."""
    names: dict[str, None] = {}
    for owner in reversed(kind.__mro__):
        if owner is not base and issubclass(owner, base):
            parts: Mapping[str, object] = vars(owner)
            own = [name for name, part in parts.items() if _is_result(name, part)]
            names.update(dict.fromkeys(own))
    return tuple(names)


def _is_result(name: str, part: object) -> bool:
    """Whether a part of the class of an answer is one of its results: a property, or a field."""
    return not name.startswith("_") and isinstance(part, property | MemberDescriptorType)
