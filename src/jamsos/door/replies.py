"""The replies of the door: an answer in its plain form, an error, a receipt, a verification."""

import re
from enum import StrEnum
from typing import Any, Literal, NotRequired, TypedDict

import msgspec

from jamsos.answers.form import AnswerForm, Money
from jamsos.errors import JamsosError
from jamsos.law.form import LawForm


class Receipt(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What makes an answer checkable later. It never holds an identity number or its hash."""

    version: int
    """The version of receipts; one of another version is refused."""
    jamsos: str
    law: str
    fingerprint: str
    scheme: str | None
    """A digest of the scheme the question names, in full; null where it names none."""
    question: dict[str, Any]
    answer: str
    """A digest of all the above and of the answer without its words."""
    reply: str
    """A digest of the whole reply, every word included, but for the receipt."""
    signature: str | None
    """HMAC-SHA256 over the receipt with null in this place; null: the door had no key."""
    what_ifs: tuple[str, ...] = ()
    """What was supposed: such an answer is hypothetical, and no law in force. Absent: nothing."""


class AmountLine(TypedDict):
    """One amount of money in a reply of amounts."""

    code: str
    amount: Money
    when: str
    month: NotRequired[str]
    due: NotRequired[str]
    party: NotRequired[str]
    payer: NotRequired[str]


class LeanLine(AmountLine):
    """One amount of money, with the keys of its grounds."""

    grounds: list[str]


class AmountFinding(TypedDict):
    """One result that is no amount of the total, in a reply of amounts."""

    code: str
    value: int | bool | str | None
    unit: str
    type: NotRequired[str]
    party: NotRequired[str]


class LeanFinding(AmountFinding):
    """One result that is no amount of the total, with the keys of its grounds."""

    grounds: list[str]


class LeanCondition(TypedDict):
    """One thing that had to hold, and whether it did."""

    code: str
    status: str
    grounds: list[str]


class LeanNote(TypedDict):
    """A remark or a warning, by its code."""

    code: str
    warning: bool
    grounds: list[str]


class LeanPossibility(TypedDict):
    """What the total would be if the missing facts had these values."""

    facts: dict[str, str]
    total: Money
    grounds: list[str]


class LeanGround(TypedDict):
    """One ground without its words."""

    key: str
    grade: NotRequired[str]
    value: NotRequired[Any]
    sources: NotRequired[list[str]]
    chosen: NotRequired[str]


class LeanReply(TypedDict):
    """What every reply has that is less than full."""

    form: int
    question: str
    outcome: str
    needs: list[str]
    total: NotRequired[Money]
    payable_now: NotRequired[Money]
    payable_after_settlement: NotRequired[Money]
    law: LawForm
    detail: str
    id: NotRequired[str]
    text: NotRequired[str]


class AmountsReply(LeanReply):
    """The reply to a question asked with ``"detail": "amounts"``."""

    lines: list[AmountLine]
    findings: list[AmountFinding]


class GroundsReply(LeanReply):
    """The reply to a question asked with ``"detail": "grounds"``."""

    conditions: list[LeanCondition]
    lines: list[LeanLine]
    findings: list[LeanFinding]
    notes: list[LeanNote]
    possibilities: list[LeanPossibility]
    grounds: list[LeanGround]
    receipt: Receipt


RECEIPT = 2
"""The version of receipts; 1 had digests that depended on the order of nested keys."""


class AnswerReply(AnswerForm):
    """The answer to one question, with the caller's record id, its text and its receipt."""

    detail: str
    receipt: Receipt
    id: NotRequired[str]
    text: NotRequired[str]


class ErrorReply(TypedDict):
    """Why a line could not be answered.

    Its ground is of the kind ``input_rule``; a fault of jamsos is of the kind ``fault``.
    """

    kind: str
    error: str
    thing: str
    value: str
    allowed: str
    next_step: str
    id: NotRequired[str]


class Signature(StrEnum):
    """How the signature of a receipt stands."""

    NONE = "none"
    """It has none, and the door no key."""
    GOOD = "good"
    BAD = "bad"
    MISSING = "missing"
    """It has none, but the door has a key and signs."""
    UNCHECKED = "unchecked"
    """It has one, but the door no key to check it with."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the receipt."""
        return self not in {Signature.BAD, Signature.MISSING}


class Verified(msgspec.Struct, kw_only=True):
    """Whether the same question gives the same reply today, and under the same law data."""

    verified: bool
    """Everything below is the same, but for the version of jamsos."""
    same_answer: bool
    """Amounts, findings, conditions and grounds."""
    same_reply: bool
    """The whole reply, every word of it."""
    same_law: bool
    same_scheme: bool
    same_library: bool
    signature: Signature
    not_compared: list[Literal["reply", "signature"]]
    """What could not be looked at: a reply that was not sent, a signature without the key."""
    jamsos: str
    law: str


INTERNAL = "internal"
"""The code of a fault of jamsos."""


def error_code(kind: type[JamsosError]) -> str:
    """The code of a class of errors.

    >>> from jamsos import InputError, OutsideLawError
    >>> error_code(InputError), error_code(OutsideLawError)
    ('input', 'outside_law')
    """
    name = kind.__name__.removesuffix("Error")
    return _CAPITAL.sub("_", name).lower()


def internal_reply(record: str | None) -> ErrorReply:
    """A fault of ours: nothing is told of it that could hold a fact."""
    reply: ErrorReply = {
        "kind": "fault",
        "error": INTERNAL,
        "thing": "jamsos",
        "value": "a fault of jamsos, not of the question",
        "allowed": "a reply",
        "next_step": "report it with the version of jamsos and the name of the question",
    }
    if record is not None:
        reply["id"] = record
    return reply


def error_reply(error: JamsosError, record: str | None) -> ErrorReply:
    """Write an error as plain values; the value shown is already masked where it had to be."""
    reply: ErrorReply = {
        "kind": "input_rule",
        "error": error_code(type(error)),
        "thing": error.thing[:_LONGEST_THING],
        "value": str(error.value),
        "allowed": error.allowed,
        "next_step": error.next_step,
    }
    if record is not None:
        reply["id"] = record
    return reply


_LONGEST_THING = 200
"""A mistyped key may be as long as a line."""
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""The places inside a name where a new word begins."""
