"""One JSON object read from a line; what is wrong with a line is named for what it is."""

import json
from typing import Any, TypeAlias

from jamsos.errors import InputError, instead
from jamsos.values.plain import as_list, as_table

LONGEST_LINE = 2**20
"""A longer line is refused unread, so that memory stays bounded."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Editors of Windows put it before a text."""

Pairs: TypeAlias = list[tuple[str, Any]]


def parsed(line: bytes) -> dict[str, Any]:
    """Read the object of a line.

    Raises:
        InputError: for a line that is too long, or no JSON object, or has a key twice in one.

    """
    if len(line) > LONGEST_LINE:
        length, most = f"{len(line)} bytes", f"at most {LONGEST_LINE} bytes"
        raise InputError("line", length, most, "send one question a line")
    line = line.removeprefix(BYTE_ORDER_MARK)
    failures = (ValueError, RecursionError)
    raw: object = instead(lambda: _read(line), failures, lambda failed: _refused(failed, line))
    table = as_table(raw)
    if table is None:
        raise InputError("line", type(raw).__name__, "a JSON object", "send one question a line")
    return table


class _Number(float):
    """A number that is not whole, as it was written: no fact is one, and the error shows it."""

    written: str

    def __str__(self) -> str:
        return self.written

    __repr__ = __str__


def _number(written: str) -> _Number:
    number = _Number(written)
    number.written = written
    return number


class _KeyTwiceError(ValueError):
    """A key stands twice in one object: which of the two counts, programs do not agree."""


def _object(pairs: Pairs) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise _KeyTwiceError
    return table


def _read(line: bytes) -> Any:
    raw = _decode(line.decode())
    # Half of a character, which cannot be written in UTF-8, is possible with an escape only.
    if b"\\u" in line:
        json.dumps(raw, ensure_ascii=False).encode()
    return raw


_decode = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_number, parse_constant=_number
).decode


def _refused(failed: Exception, line: bytes) -> InputError:
    """What is wrong with a line, without any of what stands in it."""
    one_object = "one JSON object in UTF-8"
    if isinstance(failed, _KeyTwiceError):
        step = "write each key once: which of two would count, programs do not agree"
        return InputError(_place_of_key_twice(line), "written twice", "each key once", step)
    if isinstance(failed, json.JSONDecodeError):
        step = f"check quotes and commas near character {failed.pos + 1}"
        return InputError("line", "not JSON", one_object, step)
    if isinstance(failed, UnicodeDecodeError):
        return InputError("line", "not UTF-8", one_object, "write the text in UTF-8")
    if isinstance(failed, UnicodeEncodeError):
        step = "write characters as they are, or both halves of an escaped one"
        return InputError("line", "half of an escaped character", one_object, step)
    if isinstance(failed, RecursionError):
        step = "no question is nested that deep: check the brackets"
        return InputError("line", "brackets in brackets without end", one_object, step)
    step = "no fact has that many digits: check the number"
    return InputError("line", "a number of thousands of digits", one_object, step)


def _place_of_key_twice(line: bytes) -> str:
    """The way to the first key that stands twice."""
    pairs = json.JSONDecoder(object_pairs_hook=_Pairs).decode(line.decode())
    return _way(pairs) or "line"


class _Pairs(list[tuple[str, Any]]):
    """An object as it is written, with keys that stand twice."""


def _way(value: object) -> str:
    """The way from a value to the first key inside it that stands twice; empty: there is none."""
    steps: list[tuple[str, object]] = []
    if isinstance(value, _Pairs):
        seen: set[str] = set()
        for key, item in value:
            if key in seen:
                return key
            seen.add(key)
            steps.append((key, item))
    else:
        items = as_list(value) or ()
        steps += [(f"[{number}]", item) for number, item in enumerate(items)]
    for step, item in steps:
        way = _way(item)
        if way:
            return f"{step}{way}" if way.startswith("[") else f"{step}.{way}"
    return ""
