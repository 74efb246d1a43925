"""What a declared type allows, and what a class of facts says about its own form."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin


class NeverWritten:
    """What no form holds: it is read, and left out wherever it would be written."""

    __slots__ = ()


TAGGED: Mapping[str, bool] = {"tagged": True}
"""Metadata of a field whose declared type leaves open what a text is: its form names the type."""


def members(kind: Any) -> tuple[Any, ...]:
    """The types a value may have, each once: those of a union, or the one type.

    >>> members(int | None)
    (<class 'int'>, <class 'NoneType'>)
    """
    origin = get_origin(kind)
    if origin is Annotated:
        plain, *_ = get_args(kind)
        return members(plain)
    if origin not in {Union, UnionType}:
        return (kind,)
    found: dict[Any, None] = {}
    for part in get_args(kind):
        found.update(dict.fromkeys(members(part)))
    return tuple(found)
