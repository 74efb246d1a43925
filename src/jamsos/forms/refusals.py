"""How a refusal finds the name of its place: from the value outwards, one step at a time."""

from collections.abc import Callable
from math import isinf
from typing import Any, Self, TypeVar

from jamsos.errors import InputError, JamsosError
from jamsos.values.plain import advice

T = TypeVar("T")


class Refusal(Exception):  # noqa: N818 - no caller ever sees it
    """What a reader refuses, on its way to the one who knows the name of the whole."""

    def __init__(
        self,
        value: object,
        allowed: str,
        next_step: str = "",
        kind: type[JamsosError] = InputError,
    ) -> None:
        super().__init__()
        self._value = value
        self._allowed = allowed
        self._next_step = next_step or _next_step(value)
        self._kind = kind
        self._way: list[str] = []

    def inside(self, step: str) -> Self:
        """Note a step of the way: the key or the number under which the value stands."""
        self._way.append(step)
        return self

    def error(self, place: str) -> JamsosError:
        """The refusal as an error about a place inside the whole of that name."""
        way = "".join(reversed(self._way))
        thing = f"{place}{way}".removeprefix(".")
        return self._kind(thing, _shown(self._value), self._allowed, self._next_step)


def _next_step(value: object) -> str:
    if isinstance(value, float) and isinf(value):
        return "no fact is that large: check the number"
    if isinstance(value, float):
        step = "a number with a point is not exact: write a whole number, or a fraction as text"
        return advice(value, step)
    return "correct the value"


def _shown(value: object) -> object:
    """What an error may show of a form: of a whole object or list only what it is."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    return value


def inside(step: str, read_form: Callable[[Any], T], value: object) -> T:
    """Read a value that stands under a key or a number; a refusal notes that step of its way."""
    try:
        return read_form(value)
    except Refusal as refusal:
        refusal.inside(step)
        raise


def refusing(build: Callable[[Any], T], kind: type[Any]) -> Callable[[Any], T]:
    """Build a value of a class that checks itself; what it refuses becomes a refusal here."""

    def built(value: Any) -> T:
        try:
            return build(value)
        except JamsosError as error:
            refusal = refusal_of(error, kind)
        # Outside the handler, as the error would stay the context of the refusal.
        raise refusal

    return built


def refusal_of(error: JamsosError, kind: type[Any]) -> Refusal:
    """An error of a class, which names the class, as a refusal of a value of that class."""
    name = kind.__name__
    refusal = Refusal(error.value, error.allowed, error.next_step, type(error))
    if error.thing == name:
        return refusal
    if error.thing.startswith(f"{name}."):
        return refusal.inside(error.thing.removeprefix(name))
    return refusal.inside(f": {error.thing}")
