"""Calls as an untyped program makes them: what is wrong on purpose is wrong in its type too."""

from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")


def untyped(function: Callable[..., Given]) -> Callable[..., Given]:
    """The same function, which a type checker then lets take anything."""
    return function
