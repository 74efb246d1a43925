"""A field that refuses a value says its own name."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from attrs import Attribute

from jamsos.errors import InputError


def naming_fields(facts: type, fields: "Iterable[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Let the converters of a class of facts name the field they read; given to ``frozen``.

    A converter knows the value alone, and many fields share one.

    >>> from jamsos import Worker
    >>> Worker(sector="tranport")
    Traceback (most recent call last):
    ...
    jamsos.errors.InputError: Worker.sector: got 'tranport'; allowed: ...
    """
    return [_naming(facts, field) for field in fields]


def _naming(facts: type, field: Any) -> "Attribute[Any]":
    """The field with its converter, if it has one, in a version that names it."""
    named: Attribute[Any] = field
    if field.converter is not None:
        named = field.evolve(converter=_named(field.converter, f"{facts.__name__}.{field.name}"))
    return named


def _named(read: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    """The converter, whose refusals are about the field."""

    @wraps(read)
    def convert(value: object) -> Any:
        try:
            return read(value)
        except InputError as refused:
            raise refused.about(name) from None

    return convert
