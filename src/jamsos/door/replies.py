"""The replies of the door: an answer in its plain form, an error, a receipt, a verification."""

import re
from typing import Any, NotRequired, TypedDict, cast

import msgspec

from jamsos.answers.form import AnswerForm
from jamsos.errors import JamsosError


class Receipt(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What makes an answer checkable later. It never holds an identity number or its hash."""

    jamsos: str
    law: str
    fingerprint: str
    question: dict[str, Any]
    answer: str
    """A digest of the answer without its texts and labels."""
    what_ifs: tuple[str, ...] = ()
    """What was supposed: such an answer is hypothetical, and no law in force."""


class AnswerReply(AnswerForm):
    """The answer to one question, with the caller's record id, its text and its receipt."""

    receipt: Receipt
    id: NotRequired[str]
    text: NotRequired[str]


class ErrorReply(TypedDict):
    """Why a line could not be answered; its ground is of the kind ``input_rule``."""

    kind: str
    error: str
    thing: str
    value: str
    allowed: str
    next_step: str
    id: NotRequired[str]


class Verified(msgspec.Struct, kw_only=True):
    """Whether the same question gives the same answer today, and under the same law data."""

    verified: bool
    same_answer: bool
    same_law: bool
    jamsos: str
    law: str


def answer_reply(
    form: AnswerForm, receipt: Receipt, *, record: str | None, text: str | None
) -> AnswerReply:
    """The reply of an answer: its form, and what the door adds."""
    reply = cast("AnswerReply", {**form, "receipt": receipt})
    if record is not None:
        reply["id"] = record
    if text is not None:
        reply["text"] = text
    return reply


def error_reply(error: JamsosError, record: str | None) -> ErrorReply:
    """Write an error as plain values; the value shown is already masked where it had to be."""
    name = type(error).__name__.removesuffix("Error")
    reply: ErrorReply = {
        "kind": "input_rule",
        "error": _CAPITAL.sub("_", name).lower(),  # InputError: input; OutsideLawError: outside_law
        "thing": error.thing,
        "value": str(error.value),
        "allowed": error.allowed,
        "next_step": error.next_step,
    }
    if record is not None:
        reply["id"] = record
    return reply


_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""The places inside a name where a new word begins."""
