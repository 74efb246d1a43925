"""An identity number at every place of every question: no reply, error or receipt shows it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from test_privacy import DIGITS, hidden

from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines, verify_lines

DESK = open_desk()
MOST_NESTED = 5
"""So deep lie facts inside facts."""
Way = tuple[str | int, ...]
Schema = dict[str, Any]


@cache
def shipped() -> Schema:
    schema: Schema = json.loads(files("jamsos.door").joinpath("schema.json").read_text("utf-8"))
    return schema


def questions() -> dict[str, Schema]:
    """The schemas of questions by their names."""
    mapping: dict[str, str] = shipped()["question"]["discriminator"]["mapping"]
    return {name: {"$ref": reference} for name, reference in mapping.items()}


def plain(part: Schema) -> Schema:
    """A schema without its references and choices: the first that is no null."""
    while "$ref" in part or "anyOf" in part:
        if "$ref" in part:
            part = shipped()["$defs"][part["$ref"].rpartition("/")[2]]
        else:
            part = next(one for one in part["anyOf"] if one.get("type") != "null")
    return part


SAMPLES: dict[str, Any] = {"integer": 1, "boolean": True}
FORMATS = {"date": "2026-10-05", "date-time": "2026-10-05T08:00:00+08:00"}


def sample(part: Schema) -> Any:
    """A value of a schema, with what it requires and no more."""
    part = plain(part)
    if "enum" in part:
        return part["enum"][0]
    if part["type"] == "object":
        return {key: sample(part["properties"][key]) for key in part.get("required", ())}
    if part["type"] == "array":
        return [sample(part["items"])]
    if "pattern" in part:
        return "2026-10"
    return SAMPLES.get(part["type"], FORMATS.get(part.get("format", ""), "bengkel"))


def places(part: Schema, way: Way = ()) -> Iterator[Way]:
    """The ways to every place of a schema."""
    part = plain(part)
    inner = dict(part.get("properties", {}))
    if part.get("type") == "array":
        inner[0] = part["items"]
    if part.get("additionalProperties"):
        inner["D33"] = part["additionalProperties"]
    for step, item in inner.items():
        yield (*way, step)
        if len(way) < MOST_NESTED:
            yield from places(item, (*way, step))


def with_value(part: Schema, way: Way, value: object) -> Any:
    """A value of a schema, with another one at one of its places."""
    if not way:
        return value
    part = plain(part)
    step, *rest = way
    if step == 0:
        return [with_value(part["items"], (*rest,), value)]
    inner = part.get("properties", {}).get(step) or part["additionalProperties"]
    return {**sample(part), step: with_value(inner, (*rest,), value)}


VALUES: list[object] = [
    DIGITS,
    int(DIGITS),
    f"pak {DIGITS}",
    f"{DIGITS[:6]} {DIGITS[6:12]} {DIGITS[12:]}",
    f"{DIGITS}/1",
    [DIGITS],
    {DIGITS: 1},
]


@pytest.mark.parametrize("name", questions())
def test_no_place_of_a_question_lets_a_number_through(name: str) -> None:
    definition = questions()[name]
    lines = [
        json.dumps({"question": name} | with_value(definition, way, value)).encode()
        for way in places(definition)
        for value in VALUES
        if way != ("question",)
    ]
    replies = list(answer_lines(lines, DESK))
    assert len(replies) == len(lines) >= len(VALUES)
    for line, reply in zip(lines, replies, strict=True):
        assert hidden(reply.decode()), line
        assert json.loads(reply).get("error") != "internal", line
    kept = [reply for reply in replies if b'"receipt":{' in reply]
    assert all(hidden(told.decode()) for told in verify_lines(kept, DESK))


def test_most_questions_are_answered_but_for_the_number() -> None:
    lines = [
        json.dumps({"question": name} | sample(definition)).encode()
        for name, definition in questions().items()
    ]
    replies = [json.loads(reply) for reply in answer_lines(lines, DESK)]
    answered = [reply["question"] for reply in replies if "error" not in reply]
    assert len(answered) > len(lines) * 3 // 4, {*questions()} - {*answered}


KEEPING = """
import gc, json, sys
from jamsos.door.answering import answered
from jamsos.door.desk import open_desk
from jamsos.door.verifying import verified

def told(lines, desk):
    count = 0
    for line in lines:
        reply = answered(line, desk)
        verified(reply, desk)
        count += b'"error"' not in reply[:60]
    return count

desk = open_desk()
count = told(sys.stdin.buffer, desk)
gc.collect()
begin, end = "9999990101", "700007"
kept = [
    str(holder)[:200]
    for holder in gc.get_objects()
    for part in gc.get_referents(holder)
    if type(part).__name__ == "Nik" or type(part) in (str, bytes, int) and begin + end in str(part)
]
print(json.dumps([count, kept]))
"""
"""A process that answers lines and then looks through its memory; it never writes the number."""


def test_nothing_of_a_number_stays_in_memory() -> None:
    number = "9999990101700007"
    lines: list[bytes] = []
    for name, definition in questions().items():
        for way in places(definition):
            if way[-1] in {"nik", "id", "words", "record", "income", "cause", "occupation"}:
                asked = {"question": name} | with_value(definition, way, number)
                lines.append(json.dumps(asked).encode() + b"\n")
    done = subprocess.run(
        [sys.executable, "-c", KEEPING], input=b"".join(lines), capture_output=True, check=True
    )
    answered, kept = json.loads(done.stdout)
    assert answered >= 10
    assert kept == []
