"""The schema of the door as what checks each reply: nothing in it that the schema does not name."""

import json
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import fastjsonschema

from jamsos.answer_classes import ANSWER_CLASSES
from jamsos.door.detail import Detail
from jamsos.door.reply_schemas import reply_name

REPLIES = {
    (kind.question, str(detail)): reply_name(kind, detail)
    for kind in ANSWER_CLASSES
    for detail in Detail
}
"""The definitions of replies, by their question and detail."""


@cache
def definitions() -> dict[str, Any]:
    """The definitions, closed: other programs shall bear new keys, but no key is there unnamed."""
    shipped = files("jamsos.door").joinpath("schema.json").read_text("utf-8")
    made: dict[str, Any] = json.loads(shipped)["$defs"]
    for part in made.values():
        if part.get("type") == "object" and "allOf" not in part:
            part.setdefault("additionalProperties", False)
    return made


def reached(definition: str) -> dict[str, Any]:
    """The definitions that one refers to, at any depth: of few a checker is soon made."""
    found: dict[str, Any] = {}
    waiting = [definition]
    while waiting:
        part = definitions()[waiting.pop()]
        for name in _REFERENCE.findall(json.dumps(part)):
            if name not in found:
                found[name] = definitions()[name]
                waiting.append(name)
    return found


_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


@cache
def validator(definition: str) -> Callable[[Any], Any]:
    """What checks values by a definition."""
    whole = {**definitions()[definition], "$defs": reached(definition)}
    # Without the defaults of the schema, which would be written into the reply.
    checked: Callable[[Any], Any] = fastjsonschema.compile(whole, use_default=False)
    return checked


def definition_of(reply: dict[str, Any]) -> str:
    """The definition a reply has to follow."""
    if "error" in reply:
        return "ErrorReply"
    if reply["question"] in {"ping", "version"}:
        return f"{reply['question'].capitalize()}Reply"
    return REPLIES[reply["question"], reply["detail"]]


def check_reply(reply: dict[str, Any]) -> None:
    """Check a reply of the door.

    Raises:
        JsonSchemaValueException: naming the place that is not as the schema says.

    """
    validator(definition_of(reply))(reply)
