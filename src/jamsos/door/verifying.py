"""Receipts, and whole replies, checked by asking their question again."""

import hmac
import json
from typing import Any, Literal

import msgspec

from jamsos.door.canonical import canonical, digest
from jamsos.door.composing import Composed, composed
from jamsos.door.desk import Desk
from jamsos.door.parsing import parsed
from jamsos.door.reading import read_question
from jamsos.door.receipts import answer_digest, scheme_digest, signature
from jamsos.door.replies import (
    RECEIPT,
    ErrorReply,
    Receipt,
    Signature,
    Verified,
    error_reply,
    internal_reply,
)
from jamsos.errors import JamsosError, ReceiptError, instead
from jamsos.values.plain import as_list, as_table

_encode = msgspec.json.Encoder().encode


def verified(line: bytes, desk: Desk) -> bytes:
    """What is to be said of one receipt, or of one whole reply: a JSON object in UTF-8."""
    return _encode(_verified(line, desk))


def _verified(line: bytes, desk: Desk) -> Verified | ErrorReply:
    try:
        raw = parsed(line)
        if "receipt" in raw:
            return verify(raw["receipt"], desk, reply=raw)
        return verify(raw, desk)
    except JamsosError as error:
        return error_reply(error, None)
    except Exception:  # noqa: BLE001 - a fault of ours costs this line, not those behind it
        return internal_reply(None)


def verify(receipt: object, desk: Desk, reply: dict[str, Any] | None = None) -> Verified:
    """Ask the question of a receipt again and compare; compare a whole reply with its receipt.

    Raises:
        ReceiptError: if it is no receipt, or if the reply around it was altered.
        InputError: if its question can no longer be asked.

    """
    from jamsos import __version__  # noqa: PLC0415 - the package is complete by now

    read = read_receipt(receipt)
    question = read_question(read.question)
    answer = question.ask(desk.schemes)
    again = composed(question, answer)
    if reply is not None:
        _check_reply(reply, read, again)
    same_answer = answer_digest(read, again.substance) == read.answer
    same_reply = digest(again.reply) == read.reply
    same_law = (answer.law.version, answer.law.fingerprint) == (read.law, read.fingerprint)
    same_scheme = scheme_digest(read.question, desk) == read.scheme
    signed = _signature(read, desk)
    not_compared: list[Literal["reply", "signature"]] = []
    if reply is None:
        not_compared.append("reply")
    if signed is Signature.UNCHECKED:
        not_compared.append("signature")
    return Verified(
        verified=same_answer and same_reply and same_law and same_scheme and signed.holds,
        same_answer=same_answer,
        same_reply=same_reply,
        same_law=same_law,
        same_scheme=same_scheme,
        same_library=read.jamsos == __version__,
        signature=signed,
        not_compared=not_compared,
        jamsos=read.jamsos,
        law=read.law,
    )


def read_receipt(receipt: object) -> Receipt:
    """Read a receipt.

    Raises:
        ReceiptError: for what is none, is of another version, or is of a what-if.

    """
    table = as_table(receipt)
    if table is not None and "answer" in table and table.get("version") != RECEIPT:
        step = "verify it with the jamsos that gave it, or ask the question again"
        raise ReceiptError("receipt.version", table.get("version"), str(RECEIPT), step)

    def refused(failed: Exception) -> ReceiptError:
        return ReceiptError("receipt", "refused", "a receipt as it was given", str(failed))

    read = instead(lambda: msgspec.convert(receipt, Receipt), (msgspec.ValidationError,), refused)
    if read.what_ifs:
        allowed = "a receipt of the law in force"
        step = "ask the what-if again in Python: the door has no law of a what-if"
        raise ReceiptError("receipt.what_ifs", ", ".join(read.what_ifs), allowed, step)
    return read


def _signature(receipt: Receipt, desk: Desk) -> Signature:
    """How the signature of a receipt stands."""
    if desk.key is None:
        return Signature.NONE if receipt.signature is None else Signature.UNCHECKED
    if receipt.signature is None:
        return Signature.MISSING
    if hmac.compare_digest(receipt.signature.encode(), signature(receipt, desk.key).encode()):
        return Signature.GOOD
    return Signature.BAD


def _check_reply(reply: dict[str, Any], receipt: Receipt, again: Composed) -> None:
    """Refuse a reply that is not the one its receipt was made for."""
    given = {key: value for key, value in reply.items() if key != "receipt"}
    if _digest_or_none(given) == receipt.reply:
        return
    ours = json.loads(canonical(again.reply))
    if _digest_or_none(_with_objects_of(ours, given)) != receipt.reply:
        step = "ask the question again"
        raise ReceiptError("reply", "altered", "the reply as it was given", step)


def _digest_or_none(given: object) -> str | None:
    """The digest of what was given; None for what no reply can hold, such as 1.5."""
    try:
        return digest(given)
    except (OverflowError, RecursionError, TypeError):
        return None


def _with_objects_of(ours: Any, given: Any) -> Any:
    """What was given, an empty list as an object where a reply has one: PHP knows no difference."""
    own, table = as_table(ours), as_table(given)
    if own is not None and given == []:
        return {}
    if own is not None and table is not None:
        return {key: _with_objects_of(own.get(key), item) for key, item in table.items()}
    mine, items = as_list(ours), as_list(given)
    if mine is None or items is None or len(mine) != len(items):
        return given
    return [_with_objects_of(one, item) for one, item in zip(mine, items, strict=True)]
