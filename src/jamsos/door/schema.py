"""The JSON Schema of questions and replies, generated from their classes."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import msgspec

from jamsos.answer_classes import ANSWER_CLASSES
from jamsos.door.closed_lists import listed
from jamsos.door.detail import Detail
from jamsos.door.reading import AnyQuestion
from jamsos.door.replies import ErrorReply, Receipt, Verified
from jamsos.door.reply_schemas import BASES, first_paragraph, reply_name, reply_schemas
from jamsos.door.result_types import facts_type, results_type
from jamsos.door.service import SCHEMA_VERSION, PingReply, ServiceQuestion, VersionReply
from jamsos.forms.scalars import FRACTION, MONTH
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind


def schema() -> dict[str, Any]:
    """Generate the schema; ``door/schema.json`` is its shipped copy."""
    asked = _components([AnyQuestion | ServiceQuestion])
    [question] = asked.schemas
    of_the_door = [PingReply, VersionReply, ErrorReply]
    of_answers = [part(kind) for kind in ANSWER_CLASSES for part in (results_type, facts_type)]
    replied = _components([Receipt, Verified, *of_the_door, *BASES.values(), *of_answers])
    receipt, verified, *rest = replied.schemas
    definitions: dict[str, Any] = {}
    for kind in ANSWER_CLASSES:
        definitions |= reply_schemas(kind)
    for name, part in {**replied.definitions, **asked.definitions}.items():
        # The door refuses unknown keys at every depth; replies may gain keys in any release.
        closed = name in asked.definitions or name in _CLOSED
        definitions[name] = _definition(name, part, closed=closed)
    replies = [
        {"$ref": f"#/$defs/{reply_name(kind, detail)}"}
        for kind in ANSWER_CLASSES
        for detail in Detail
    ]
    replies += rest[: len(of_the_door)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jamsos door",
        "version": SCHEMA_VERSION,
        "anyOf": [question, *replies, receipt, verified],
        "question": question,
        "reply": {"anyOf": replies},
        "receipt": receipt,
        "verified": verified,
        "$defs": definitions,
    }


class _Components(NamedTuple):
    """The schemas of some types, and the definitions they refer to."""

    schemas: tuple[dict[str, Any], ...]
    definitions: dict[str, dict[str, Any]]


def _components(kinds: list[Any]) -> _Components:
    schemas, definitions = msgspec.json.schema_components(
        kinds, schema_hook=_hook, ref_template="#/$defs/{name}"
    )
    return _Components(schemas, dict(definitions))


_CLOSED = frozenset({Receipt.__name__})
"""What is no question and yet refused with an unknown key."""
_DAY = {"format": "date"}
_MONEY = {"pattern": f"^-?{FRACTION}$"}
_WRITTEN: Mapping[str, Mapping[str, str]] = {
    "amount": _MONEY,
    "due": _DAY,
    "known_until": _DAY,
    "month": {"pattern": f"^{MONTH}$"},
    "payable_after_settlement": _MONEY,
    "payable_now": _MONEY,
    "since": _DAY,
    "total": _MONEY,
    "until": _DAY,
}
"""How the texts under these keys of an answer are written."""


def _definition(name: str, part: dict[str, Any], *, closed: bool) -> dict[str, Any]:
    """One definition as it is shipped: described in one line, its texts by their form."""
    described = {**part, "description": first_paragraph(part["description"])}
    if name == BpuKind.__name__:
        described["enum"] = [spelling for kind in BpuKind for spelling in kind.spellings]
    if part.get("type") != "object":
        return described
    if closed:
        return {**described, "additionalProperties": False}
    properties: dict[str, Any] = part.get("properties", {})
    return {
        **described,
        "properties": {
            key: listed(name, key, _written(key, item)) for key, item in properties.items()
        },
    }


def _written(key: str, part: dict[str, Any]) -> dict[str, Any]:
    """A property of an answer; a text that holds a day, a month or an amount says how."""
    if key not in _WRITTEN:
        return part
    if part == {"type": "string"}:
        return {**part, **_WRITTEN[key]}
    choices: list[dict[str, Any]] = part.get("anyOf", [])
    if {"type": "string"} not in choices:
        return part
    return {"anyOf": [_written(key, choice) for choice in choices]}


def _hook(kind: type[object]) -> dict[str, Any]:
    if kind is Month:
        return {"type": "string", "pattern": f"^{MONTH}$"}
    if kind is Fraction:
        return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{FRACTION}$"}]}
    return {"type": "string", "pattern": r"^\d{16}$"}
