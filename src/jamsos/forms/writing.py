"""Facts and values in the form JSON has: objects, lists, text, whole numbers, true, false, null."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

import attrs

from jamsos.errors import MisuseError
from jamsos.forms.kinds import TAGGED, NeverWritten
from jamsos.forms.scalars import SCALARS
from jamsos.forms.tagged import tagged

Write: TypeAlias = Callable[[Any], Any]


class Writing:
    """The writers of classes.

    Args:
        own: Writers of classes that are written in a way of their own.
        whole: Whether what is None is written too; a fact that is not known is left out.

    """

    def __init__(self, own: Mapping[type, Write] | None = None, *, whole: bool = False) -> None:
        self._writers = _Writers(self._writer_of)
        self._writers.update(own or {})
        self._whole = whole

    def plain(self, value: object) -> Any:
        """A value as JSON has it.

        Raises:
            MisuseError: for what no form holds: an identity number, an object of another library.

        """
        return self._writers[type(value)](value)

    def _writer_of(self, kind: Any) -> Write:
        if kind in {type(None), bool, int, str}:
            return _as_it_is
        if kind in SCALARS:
            return SCALARS[kind].write
        if issubclass(kind, Enum):
            return str
        if hasattr(kind, "_asdict"):
            return self._row
        if attrs.has(kind):
            return self._fact_writer(kind)
        if issubclass(kind, tuple | list):
            return self._list
        if issubclass(kind, Mapping):
            return self._object
        return _refuse

    def _list(self, values: tuple[object, ...] | list[object]) -> list[Any]:
        writers = self._writers
        return [writers[type(value)](value) for value in values]

    def _object(self, values: Mapping[Any, object]) -> dict[str, Any]:
        writers = self._writers
        return {str(key): writers[type(value)](value) for key, value in values.items()}

    def _row(self, row: Any) -> dict[str, Any]:
        """A row of named values."""
        writers = self._writers
        return {
            name: writers[type(value)](value) for name, value in zip(row._fields, row, strict=True)
        }

    def _fact_writer(self, kind: type[Any]) -> Write:
        members: list[_Member] = []
        for one in attrs.fields(kind):
            own = tagged if one.metadata == TAGGED else None
            # Left out, a fact is read as its default: only then may None be left out.
            optional = one.default is None and not self._whole
            members.append(_Member(one.name, one.alias or one.name, own, optional=optional))
        writers = self._writers

        def write_fact(fact: object) -> dict[str, Any]:
            form: dict[str, Any] = {}
            for name, key, own, optional in members:
                value = getattr(fact, name)
                if (value is None and optional) or isinstance(value, NeverWritten):
                    continue
                write = own or writers[type(value)]
                form[key] = write(value)
            return form

        return write_fact


class _Writers(dict[type, Write]):
    """Writers by the class they write; one that is missing is made."""

    def __init__(self, make: Callable[[Any], Write]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: type) -> Write:
        write = self._make(kind)
        self[kind] = write
        return write


class _Member(NamedTuple):
    """A field of a fact, and how it is written."""

    name: str
    key: str
    own: Write | None
    """How it is written, where that is not by the type of its value."""
    optional: bool
    """Whether None is left out."""


def _as_it_is(value: Any) -> Any:
    return value


def _refuse(value: object) -> Any:
    allowed = "facts of jamsos and the values they hold"
    raise MisuseError("form", type(value).__name__, allowed, "leave it out")


_FACTS = Writing()


def plain(value: object) -> Any:
    """A fact or a value as JSON has it.

    Days and months are ISO text, a fraction is text such as ``"25/2"``, a code is its text, several
    values are a list, and a fact is an object without what is not known.

    >>> from datetime import date
    >>> from fractions import Fraction
    >>> from jamsos import Month
    >>> plain((date(2026, 11, 29), Month.of("2026-11"), Fraction(25, 2), Fraction(2)))
    ['2026-11-29', '2026-11', '25/2', 2]

    Raises:
        MisuseError: for what no form holds: an identity number, an object of another library.

    """
    return _FACTS.plain(value)
