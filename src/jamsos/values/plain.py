"""Values as TOML and JSON give them: tables and lists whose content is not yet checked."""

from collections.abc import Iterable
from typing import Any, cast


def as_table(value: object) -> dict[str, Any] | None:
    """The value if it is a table, else None."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """The value if it is a list, else None."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else None


def as_tuple(value: object) -> tuple[object, ...] | None:
    """The value if it is a tuple, else None."""
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else None
