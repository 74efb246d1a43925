"""One question a line in, one reply a line out, in order; receipts and their verification."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TypeVar

import msgspec

from jamsos.door.question import Schemes
from jamsos.door.reading import read_question
from jamsos.door.receipts import digest, receipt_of
from jamsos.door.replies import (
    AnswerReply,
    ErrorReply,
    Receipt,
    Verified,
    answer_reply,
    error_reply,
)
from jamsos.errors import InputError, JamsosError, ReceiptError, instead, looks_like_nik
from jamsos.values.plain import as_table

R = TypeVar("R")
LONGEST_RECORD = 200
LONGEST_LINE = 2**20
"""A longer line is refused unread, so that memory stays bounded."""


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Read lines; of one that is longer than allowed only the beginning is ever held."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def answer_lines(lines: Iterable[bytes], schemes: Schemes) -> Iterator[bytes]:
    """Answer questions, one JSON object a line; a bad line yields an error object."""
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(answer_line(line, schemes)) + b"\n"


def answer_line(line: bytes, schemes: Schemes) -> AnswerReply | ErrorReply:
    """Answer one question given as JSON."""
    record: str | None = None
    try:
        raw = _parsed(line)
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


def _parsed(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InputError(
            "line",
            f"{len(line)} bytes",
            f"at most {LONGEST_LINE} bytes",
            "send one question a line",
        )
    failures = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
    refused = InputError("line", "not JSON", "one JSON object in UTF-8", "check quotes and commas")
    raw: object = instead(lambda: msgspec.json.decode(line), failures, lambda _: refused)
    table = as_table(raw)
    if table is None:
        raise InputError("line", type(raw).__name__, "a JSON object", "send one question a line")
    return table


def verify_lines(lines: Iterable[bytes], schemes: Schemes) -> Iterator[bytes]:
    """Check receipts (or whole replies), one a line."""
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(_verified(line, schemes)) + b"\n"


def _verified(line: bytes, schemes: Schemes) -> Verified | ErrorReply:
    try:
        raw = _parsed(line)
        if "receipt" in raw:
            return verify(raw["receipt"], schemes, reply=raw)
        return verify(raw, schemes)
    except JamsosError as error:
        return error_reply(error, None)


def verify(receipt: object, schemes: Schemes, reply: object = None) -> Verified:
    """Ask the question of a receipt again and compare; compare a whole reply with its receipt.

    Raises:
        ReceiptError: if it is no receipt, or if the reply around it was altered.
        InputError: if its question can no longer be asked.

    """
    read = _converted(receipt, Receipt, "receipt")
    again = answer_object(read.question, schemes)
    new = again["receipt"]
    same_answer = new.answer == read.answer
    same_law = (new.law, new.fingerprint) == (read.law, read.fingerprint)
    same_library = new.jamsos == read.jamsos
    if reply is not None:
        # Another law or library may word or number things differently: then only the digest counts.
        to_the_letter = again if same_law and same_library else None
        _check_reply(reply, read, to_the_letter)
    return Verified(
        verified=same_answer and same_law,
        same_answer=same_answer,
        same_law=same_law,
        jamsos=read.jamsos,
        law=read.law,
    )


def _check_reply(reply: object, receipt: Receipt, again: AnswerReply | None) -> None:
    """Refuse a reply that is not the one its receipt was made for."""
    altered = digest(_converted(reply, AnswerReply, "reply"), receipt.question) != receipt.answer
    if again is not None:
        # As a reader of JSON gives it: the order of the keys says nothing.
        altered = altered or msgspec.json.decode(msgspec.json.encode(again)) != reply
    if altered:
        raise ReceiptError(
            "reply", "altered", "the reply as it was given", "ask the question again"
        )


def _converted(value: object, kind: type[R], name: str) -> R:
    def refused(failed: Exception) -> ReceiptError:
        return ReceiptError(name, "refused", f"a {name} as it was given", str(failed))

    return instead(lambda: msgspec.convert(value, kind), (msgspec.ValidationError,), refused)
