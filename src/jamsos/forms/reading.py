"""Facts and values read from the form JSON has: right types, no unknown key; errors name the place.

A reader is made once for each declared type. Inside, a refusal travels outwards and collects the
way it came; only the outermost reader makes an error of it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

import attrs

from jamsos.errors import JamsosError, name_meant, nearest
from jamsos.forms.kinds import TAGGED, NeverWritten, members
from jamsos.forms.refusals import Refusal, refusal_of, refusing
from jamsos.forms.scalars import SCALARS, read_day_or_moment
from jamsos.forms.tagged import untagged

T = TypeVar("T")
Read: TypeAlias = Callable[[Any], Any]
Table: TypeAlias = dict[str, Any]


class Reader:
    """How the form of one type is read: by the type of JSON it is written in."""

    __slots__ = ("_read_by_shape", "allowed")

    def __init__(self, read_by_shape: Mapping[type, Read], allowed: str) -> None:
        self._read_by_shape = read_by_shape
        self.allowed = allowed
        """What is right, in words."""

    @property
    def shapes(self) -> Mapping[type, Read]:
        """The types of JSON that are read, and how."""
        return self._read_by_shape

    def read(self, value: Any) -> Any:
        """Read a value.

        Raises:
            Refusal: for another type of JSON, or what the declared type does not allow.

        """
        read_one = self._read_by_shape.get(value.__class__)
        if read_one is None:
            read_one = self._read_by_shape.get(_shape_of(value))
        if read_one is None:
            raise Refusal(value, self.allowed)
        return read_one(value)


def _shape_of(value: object) -> Any:
    """The type of JSON that a value of a derived class has: a code is a text."""
    for shape in (str, dict, list):
        if isinstance(value, shape):
            return shape
    return None


def _as_it_is(value: Any) -> Any:
    return value


_JSON_TYPES = (type(None), bool, int, str, list, dict)
ANY = Reader(dict.fromkeys(_JSON_TYPES, untagged), "a value that names its type")
"""How a value is read whose form names its type."""
OBJECT = Reader({dict: _as_it_is}, "an object")
"""How an object is taken as it is, to be read by others."""
_AS_JSON_HAS_IT: Mapping[Any, Reader] = {
    type(None): Reader({type(None): _as_it_is}, "null"),
    bool: Reader({bool: _as_it_is}, "true or false"),
    int: Reader({int: _as_it_is}, "a whole number"),
    str: Reader({str: str}, "text"),
}
_OF_SCALARS: Mapping[Any, Reader] = {
    kind: Reader(dict.fromkeys(scalar.shapes, scalar.read), scalar.allowed)
    for kind, scalar in SCALARS.items()
}
_DAY, _MOMENT = _OF_SCALARS[date], _OF_SCALARS[datetime]
_DAY_OR_MOMENT = Reader({str: read_day_or_moment}, f"{_DAY.allowed} or {_MOMENT.allowed}")


class Reading:
    """The readers of declared types.

    Args:
        own: Readers of classes that are read in a way of their own.
        closed: Whether an unknown key is refused: a mistyped fact would pass as a missing one.

    """

    def __init__(self, own: Mapping[Any, Reader] | None = None, *, closed: bool = True) -> None:
        self._own = {**_AS_JSON_HAS_IT, **_OF_SCALARS, **(own or {})}
        self._closed = closed
        self._readers: dict[Any, Reader] = {}

    def reader(self, kind: Any) -> Reader:
        """The reader of a type, which may be a union whose members JSON can tell apart.

        Raises:
            TypeError: for a type that no form can hold.

        """
        if kind not in self._readers:
            self._readers[kind] = self._new_reader(kind)
        return self._readers[kind]

    def _new_reader(self, kind: Any) -> Reader:
        kinds = members(kind)
        # Classes that one reader reads are one to JSON as well.
        readers = list(dict.fromkeys(self._reader_of_one(one) for one in kinds))
        # Both are text, which tells the two apart.
        if _DAY in readers and _MOMENT in readers:
            readers.remove(_DAY)
            readers[readers.index(_MOMENT)] = _DAY_OR_MOMENT
        read_by_shape: dict[type, Read] = {}
        for one in readers:
            for shape, read_one in one.shapes.items():
                # Only a whole number is the same whichever member of the union reads it.
                if shape in read_by_shape and shape is not int:
                    raise TypeError(f"{kind}: JSON cannot tell its members apart")
                read_by_shape.setdefault(shape, read_one)
        return Reader(read_by_shape, " or ".join(one.allowed for one in readers))

    def _reader_of_one(self, kind: Any) -> Reader:
        """The reader of a type that is no union."""
        if kind in self._own:
            return self._own[kind]
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is tuple and arguments[1:] == (...,):
            return list_of(self.reader(arguments[0]))
        if origin in {dict, Mapping}:
            return _mapping_of(*map(self.reader, arguments))
        if isinstance(kind, type):
            return self._reader_of_class(kind)
        raise TypeError(f"{kind}: no form can hold it")

    def _reader_of_class(self, kind: Any) -> Reader:
        if issubclass(kind, Enum):
            return _code_reader(kind)
        if issubclass(kind, NeverWritten):
            return Reader({str: refusing(kind, kind)}, "text")
        hints = get_type_hints(kind)
        readers: dict[str, Reader] = {}
        required: list[str] = []
        if attrs.has(kind):
            for one in attrs.fields(kind):
                tagged = one.metadata == TAGGED
                key = one.alias or one.name
                readers[key] = ANY if tagged else self.reader(hints[one.name])
                if one.default is attrs.NOTHING:
                    required.append(key)
        elif hasattr(kind, "_field_defaults"):
            # A row of named values.
            for name in kind._fields:
                readers[name] = self.reader(hints[name])
            required += [name for name in kind._fields if name not in kind._field_defaults]
        else:
            raise TypeError(f"{kind}: no form can hold it")
        return self.object_reader(kind, readers, required)

    def object_reader(
        self, build: type[Any], readers: Mapping[str, Reader], required: list[str]
    ) -> Reader:
        """The reader of a class, which checks itself what its values allow."""
        read_values = self.values_reader(readers, required)

        def read_object(table: Table) -> Any:
            values = read_values(table)
            try:
                return build(**values)
            except JamsosError as error:
                refusal = refusal_of(error, build)
            # Outside the handler, as the error would stay the context of the refusal.
            raise refusal

        return Reader({dict: read_object}, f"an object ({build.__name__})")

    def values_reader(
        self, readers: Mapping[str, Reader], required: Iterable[str] = ()
    ) -> Callable[[Table], Table]:
        """How the values of an object are read, each by the reader of its key.

        Args:
            readers: The readers by their keys.
            required: The keys that must be there.

        """
        shapes_by_key = {key: one.shapes for key, one in readers.items()}
        closed = self._closed

        def read_values(table: Table) -> Table:
            values: Table = {}
            for key, value in table.items():
                shapes = shapes_by_key.get(key)
                if shapes is not None:
                    # As Reader.read does, whose call a value of the right type can do without.
                    read_one = shapes.get(value.__class__, readers[key].read)
                    try:
                        values[key] = read_one(value)
                    except Refusal as refusal:
                        refusal.inside(f".{key}")
                        raise
                elif closed:
                    raise _unknown_key(key, readers)
            for key in required:
                if key not in values:
                    raise Refusal("nothing", readers[key].allowed, "state it").inside(f".{key}")
            return values

        return read_values


def _unknown_key(key: str, readers: Mapping[str, Reader]) -> Refusal:
    """The refusal of a key; it offers the one that was probably meant."""
    names = sorted(readers)
    near = nearest(key, names)
    step = "correct the key" if near is None else f"write {near!r} if that is meant"
    return Refusal("unknown key", f"one of {names}", step).inside(f".{key}")


def _code_reader(kind: type[Enum]) -> Reader:
    allowed = f"one of {[str(code) for code in kind]}"

    def read_code(text: str) -> Enum:
        try:
            return kind(text)
        except JamsosError as error:
            refusal = refusal_of(error, kind)
        except ValueError:
            refusal = Refusal(text, allowed, name_meant(text, [str(code) for code in kind]))
        raise refusal

    return Reader({str: read_code}, allowed)


def list_of(item: Reader) -> Reader:
    """The reader of a list whose items one reader reads."""
    shapes = item.shapes

    def read_list(values: list[Any]) -> tuple[Any, ...]:
        items: list[Any] = []
        for value in values:
            read_item = shapes.get(value.__class__, item.read)
            try:
                items.append(read_item(value))
            except Refusal as refusal:
                refusal.inside(f"[{len(items)}]")
                raise
        return tuple(items)

    return Reader({list: read_list, tuple: read_list}, "a list")


def _mapping_of(key: Reader, item: Reader) -> Reader:
    def read_mapping(table: Table) -> Table:
        values: dict[Any, Any] = {}
        for name, value in table.items():
            try:
                values[key.read(name)] = item.read(value)
            except Refusal as refusal:
                refusal.inside(f".{name}")
                raise
        return values

    return Reader({dict: read_mapping}, "an object")


FACTS = Reading()
"""The readers of facts."""


def read(kind: Any, value: object, place: str) -> Any:
    """Read a value of a declared type from its form.

    Args:
        kind: A class of facts, or another type that facts hold: ``int | None``, ``Month``.
        value: The form, as ``plain`` or a JSON reader gives it.
        place: What the value is called in errors.

    >>> from jamsos import Month
    >>> read(tuple[Month, ...], ["2026-11", "2026-12"], "months")
    (Month('2026-11'), Month('2026-12'))

    Raises:
        InputError: naming the place, as in ``worker.payer``.

    """
    return placed(FACTS.reader(kind).read, value, place)


def placed(read_form: Callable[[Any], T], value: object, place: str) -> T:
    """Read a value; a refusal becomes an error that names the place."""
    try:
        return read_form(value)
    except Refusal as refusal:
        error = refusal.error(place)
    # Outside the handler: the refusal would stay the context of the error, with what was read.
    raise error
