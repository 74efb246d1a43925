"""One question in, one reply out: what the lines and every other way to the door share."""

from typing import Any, NamedTuple

import msgspec

from jamsos.door.desk import Desk
from jamsos.door.parsing import parsed
from jamsos.door.question import Schemes
from jamsos.door.reading import read_question
from jamsos.door.receipts import receipt_of
from jamsos.door.replies import AnswerReply, ErrorReply, answer_reply, error_reply
from jamsos.errors import JamsosError, looks_like_nik

LONGEST_RECORD = 200

_encode = msgspec.json.Encoder().encode


class Reply(NamedTuple):
    """One reply, and what may be kept of it in a log: no fact stands there."""

    body: bytes
    """A JSON object in UTF-8, without an end of line."""
    question: str | None
    """The name of the question; None where it could not be read."""
    outcome: str
    """``yes``, ``no`` or ``cannot_decide``; of an error its code."""


def answered(line: bytes, desk: Desk) -> bytes:
    """The reply to one question: a JSON object in UTF-8, whatever the line holds."""
    return reply_to(line, desk).body


def reply_to(line: bytes, desk: Desk) -> Reply:
    """The same, with what may be kept of it in a log."""
    told = answer_line(line, desk.schemes)
    if "error" in told:
        return Reply(_encode(told), None, told["error"])
    return Reply(_encode(told), told["question"], told["outcome"])


def answer_line(line: bytes, schemes: Schemes) -> AnswerReply | ErrorReply:
    """Answer one question given as JSON."""
    record: str | None = None
    try:
        raw = parsed(line)
        # Before the question is read, so that its error too names the caller's record.
        record = _record(raw.get("id"))
        return answer_object(raw, schemes)
    except JamsosError as error:
        return error_reply(error, record)


def _record(value: object) -> str | None:
    """The caller's record id, if it may be repeated in a reply."""
    if not isinstance(value, str) or len(value) > LONGEST_RECORD or looks_like_nik(value):
        return None
    return value


def answer_object(raw: dict[str, Any], schemes: Schemes) -> AnswerReply:
    """Answer one question given as plain values, with a receipt.

    Raises:
        JamsosError: for a question that cannot be read or asked.

    """
    question = read_question(raw)
    answer = question.ask(schemes)
    form = answer.to_dict()
    text = None if question.lang is None else answer.text(question.lang)
    return answer_reply(form, receipt_of(raw, form), record=question.id, text=text)
