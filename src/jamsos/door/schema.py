"""The JSON Schema of questions and replies, generated from their classes."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import msgspec

from jamsos.answer_classes import ANSWER_CLASSES
from jamsos.answers.answer import Answer
from jamsos.door.closed_lists import listed
from jamsos.door.reading import AnyQuestion
from jamsos.door.replies import (
    AmountsReply,
    AnswerReply,
    ErrorReply,
    GroundsReply,
    Receipt,
    Verified,
)
from jamsos.door.result_types import facts_type, results_type
from jamsos.door.service import SCHEMA_VERSION, PingReply, ServiceQuestion, VersionReply
from jamsos.forms.scalars import FRACTION, MONTH
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind


def schema() -> dict[str, Any]:
    """Generate the schema; ``door/schema.json`` is its shipped copy."""
    asked = _components([AnyQuestion | ServiceQuestion])
    [question] = asked.schemas
    results = [results_type(kind) for kind in ANSWER_CLASSES]
    facts = [facts_type(kind) for kind in ANSWER_CLASSES]
    of_the_door = [AmountsReply, GroundsReply, PingReply, VersionReply, ErrorReply]
    replied = _components([AnswerReply, Receipt, Verified, *of_the_door, *results, *facts])
    _, receipt, verified, *rest = replied.schemas
    others, of_answers = rest[: len(of_the_door)], rest[len(of_the_door) :]
    of_results, of_facts = of_answers[: len(results)], of_answers[len(results) :]
    definitions: dict[str, Any] = {}
    for kind, its_results, its_facts in zip(ANSWER_CLASSES, of_results, of_facts, strict=True):
        definitions[f"{kind.__name__}Reply"] = _reply(kind, its_results, its_facts)
    for name, part in {**replied.definitions, **asked.definitions}.items():
        # The door refuses unknown keys at every depth; replies may gain keys in any release.
        closed = name in asked.definitions or name in _CLOSED
        definitions[name] = _definition(name, part, closed=closed)
    replies = [{"$ref": f"#/$defs/{kind.__name__}Reply"} for kind in ANSWER_CLASSES]
    replies += others
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


def _reply(kind: type[Answer], results: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """The reply to one question: what all replies have, with its own codes, results and facts."""
    return {
        "title": f"{kind.__name__}Reply",
        "description": _first_paragraph(str(kind.__doc__)),
        "allOf": [{"$ref": "#/$defs/AnswerReply"}],
        "type": "object",
        "properties": {
            "question": {"enum": [kind.question]},
            "results": results,
            "lines": _parts_of(kind.line_codes),
            "findings": _parts_of(kind.finding_codes),
            "facts": facts,
        },
    }


def _parts_of(codes: frozenset[str]) -> dict[str, Any]:
    """The parts of one kind by the codes they may have."""
    if not codes:
        return {"type": "array", "maxItems": 0}
    return {"type": "array", "items": {"properties": {"code": {"enum": sorted(codes)}}}}


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
    described = {**part, "description": _first_paragraph(part["description"])}
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


def _first_paragraph(docstring: str) -> str:
    """The first paragraph of a docstring, as one line.

    Versions of Python and msgspec leave different indentation in a docstring, but the same words.
    """
    paragraph = re.split(r"\n\s*\n", docstring.strip(), maxsplit=1)[0]
    return " ".join(paragraph.split())


def _hook(kind: type[object]) -> dict[str, Any]:
    if kind is Month:
        return {"type": "string", "pattern": f"^{MONTH}$"}
    if kind is Fraction:
        return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{FRACTION}$"}]}
    return {"type": "string", "pattern": r"^\d{16}$"}
