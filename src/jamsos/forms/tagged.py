"""Values whose type neither JSON nor a declaration tells: the form names the type itself.

The law and the sentences of answers hold such values: an amount here, a day there.
"""

from typing import Any, cast

from jamsos.forms.refusals import Refusal
from jamsos.forms.scalars import SCALARS

_BY_NAME = {scalar.name: scalar for scalar in SCALARS.values()}
TYPE_NAMES = tuple(_BY_NAME)
"""The names of the types that JSON does not have."""


def type_name(value: object) -> str | None:
    """The name of the type of a value, where JSON does not have that type.

    >>> from datetime import date
    >>> type_name(date(2026, 11, 29)), type_name("2026-11-29")
    ('date', None)
    """
    scalar = SCALARS.get(type(value))
    return None if scalar is None else scalar.name


def read_as(name: str, form: object) -> Any:
    """Read a value of the type of that name."""
    scalar = _BY_NAME.get(name)
    if scalar is None:
        raise Refusal(name, f"one of {list(TYPE_NAMES)}")
    if type(form) not in scalar.shapes:
        raise Refusal(form, scalar.allowed)
    return scalar.read(form)


def tagged(value: object) -> Any:
    """A value as JSON has it, or as an object whose one key names its type.

    >>> from datetime import date
    >>> tagged((16_800, date(2026, 11, 29)))
    [16800, {'date': '2026-11-29'}]
    """
    if isinstance(value, tuple):
        return [tagged(item) for item in cast("tuple[object, ...]", value)]
    scalar = SCALARS.get(type(value))
    if scalar is None:
        return value
    return {scalar.name: scalar.write(value)}


def untagged(form: Any) -> Any:
    """Read a value back.

    >>> untagged([16_800, {"date": "2026-11-29"}])
    (16800, datetime.date(2026, 11, 29))
    """
    if isinstance(form, list):
        return tuple(untagged(item) for item in cast("list[object]", form))
    if not isinstance(form, dict):
        return form
    table = cast("dict[str, object]", form)
    if len(table) != 1:
        raise Refusal(table, "an object with one key, the name of a type")
    [(name, value)] = table.items()
    return read_as(name, value)
