"""Receipts, and whole replies, checked by asking their question again."""

from typing import TypeVar

import msgspec

from jamsos.door.answering import answer_object
from jamsos.door.desk import Desk
from jamsos.door.parsing import parsed
from jamsos.door.question import Schemes
from jamsos.door.receipts import digest
from jamsos.door.replies import AnswerReply, ErrorReply, Receipt, Verified, error_reply
from jamsos.errors import JamsosError, ReceiptError, instead

R = TypeVar("R")


def verified(line: bytes, desk: Desk) -> bytes:
    """What is to be said of one receipt, or of one whole reply: a JSON object in UTF-8."""
    return msgspec.json.encode(_verified(line, desk.schemes))


def _verified(line: bytes, schemes: Schemes) -> Verified | ErrorReply:
    try:
        raw = parsed(line)
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
