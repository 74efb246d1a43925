"""The JSON Schema of questions and replies, generated from their classes."""

from typing import Any

import msgspec

from jamsos.door import replies
from jamsos.door.lines import Verified
from jamsos.door.reading import AnyQuestion
from jamsos.door.replies import AnswerOut, ErrorOut, Receipt
from jamsos.values.months import Month

SCHEMA_VERSION = "1.0.0"
"""Additive until a major release."""


def schema() -> dict[str, Any]:
    """Generate the schema; ``door/schema.json`` is its shipped copy."""
    kinds = [AnyQuestion, AnswerOut, ErrorOut, Receipt, Verified]
    (question, answer, error, receipt, verified), parts = msgspec.json.schema_components(
        kinds, schema_hook=_hook, ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jamsos door",
        "version": SCHEMA_VERSION,
        "anyOf": [question, answer, error, receipt, verified],
        "question": question,
        "reply": {"anyOf": [answer, error]},
        "receipt": receipt,
        "verified": verified,
        "$defs": {name: part if name in _OPEN else _closed(part) for name, part in parts.items()},
    }


_OPEN = frozenset(kind.__name__ for kind in vars(replies).values() if isinstance(kind, type)) | {"Verified"}
"""Replies may gain keys in any release; readers ignore what they do not know."""


def _closed(part: dict[str, Any]) -> dict[str, Any]:
    """The door refuses unknown keys at every depth, so the schema does too."""
    return {**part, "additionalProperties": False} if part.get("type") == "object" else part


def _hook(kind: type[object]) -> dict[str, Any]:
    pattern = r"^\d{4}-(0[1-9]|1[0-2])$" if kind is Month else r"^\d{16}$"
    return {"type": "string", "pattern": pattern}
