"""One question in, one reply out: what the lines and every other way to the door share."""

from typing import Any, NamedTuple

import msgspec

from jamsos.door.composing import composed
from jamsos.door.desk import Desk
from jamsos.door.detail import Detail
from jamsos.door.parsing import parsed
from jamsos.door.reading import read_question
from jamsos.door.receipts import receipt_of, without_nik
from jamsos.door.replies import error_reply, internal_reply
from jamsos.door.service import is_about_the_door, service_reply
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
    record: str | None = None
    try:
        raw = parsed(line)
        # Before the question is read, so that its error too names the caller's record.
        record = _record(raw.get("id"))
        return _answered(raw, desk, has_nik=_may_hold_nik(line))
    except JamsosError as error:
        refused = error_reply(error, record)
    except Exception:  # noqa: BLE001 - a fault of ours costs this line, not those behind it
        refused = internal_reply(record)
    return Reply(_encode(refused), None, refused["error"])


def _record(value: object) -> str | None:
    """The caller's record id, if it may be repeated in a reply."""
    if not isinstance(value, str) or len(value) > LONGEST_RECORD or looks_like_nik(value):
        return None
    return value


def _answered(raw: dict[str, Any], desk: Desk, *, has_nik: bool) -> Reply:
    if is_about_the_door(raw):
        told = service_reply(raw)
        return Reply(_encode(told), told["question"], "yes")
    question = read_question(raw)
    answer = question.ask(desk.schemes)
    made = composed(question, answer)
    reply = made.reply
    if question.detail is not Detail.AMOUNTS:
        asked = without_nik(raw) if has_nik else raw
        receipt = receipt_of(asked, answer.law, made.substance, reply, desk)
        reply = {**reply, "receipt": receipt}
    return Reply(_encode(reply), answer.question, str(answer.outcome))


def _may_hold_nik(line: bytes) -> bool:
    """Whether a line may have the key ``nik``, as it is or written with escapes."""
    return b"nik" in line or b"\\" in line
