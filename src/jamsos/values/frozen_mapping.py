"""A mapping that cannot be edited: what laws, answers and texts hold in place of a dictionary."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

from jamsos.errors import MisuseError

K = TypeVar("K")
V = TypeVar("V")


class FrozenMapping(dict[K, V]):
    """A mapping that is read only, compared and hashed by value, and pickled.

    ``dict(mapping)`` gives a copy that can be edited. A class of its own, since the read-only
    view of the standard library has no hash before Python 3.12 and no pickle at all.

    Raises:
        MisuseError: for every way of editing it.

    >>> month = FrozenMapping({"month": "2026-11"})
    >>> month == {"month": "2026-11"}, month in {FrozenMapping(month)}
    (True, True)
    >>> month["month"] = "2026-12"
    Traceback (most recent call last):
        ...
    jamsos.errors.MisuseError: read-only mapping: got 'an edit'; allowed: reading. Next step: ...

    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override] # a dictionary has none
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["FrozenMapping[K, V]"], tuple[dict[K, V]]]:
        # A dictionary would be filled item by item, which is refused.
        return FrozenMapping, (dict(self),)

    def _refuse(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        step = "edit a copy made with dict(...)"
        raise MisuseError("read-only mapping", "an edit", "reading", step)

    __setitem__: Any = _refuse
    __delitem__: Any = _refuse
    __ior__: Any = _refuse
    clear: Any = _refuse
    pop: Any = _refuse
    popitem: Any = _refuse
    setdefault: Any = _refuse
    update: Any = _refuse


def frozen_mapping(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """The mapping itself if it is read only, else a read-only copy; type checkers see a mapping."""
    if isinstance(mapping, FrozenMapping):
        return mapping
    return FrozenMapping(mapping)
