"""Receipts: a digest of question and answer, and its verification."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec

from jamsos.answers.form import AnswerForm
from jamsos.door.replies import Receipt
from jamsos.values.plain import as_list, as_table


def receipt_of(raw: dict[str, Any], form: AnswerForm) -> Receipt:
    """The receipt of an answer to a question given as plain values."""
    from jamsos import __version__  # noqa: PLC0415 - the package is complete by now

    question = without_nik(raw)
    law = form["law"]
    return Receipt(
        jamsos=__version__,
        law=law["version"],
        fingerprint=law["fingerprint"],
        question=question,
        answer=digest(form, question),
        what_ifs=tuple(one["id"] for one in law.get("what_ifs", ())),
    )


def without_nik(raw: Any) -> Any:
    """Drop every identity number from a question; that there was one stays."""
    table = as_table(raw)
    if table is not None:
        kept = {key: without_nik(value) for key, value in table.items() if key != "nik"}
        # Whether a person has a number decides an entry, so the answer could not be verified.
        if table.get("nik") is not None:
            kept["has_nik"] = True
        return kept
    items = as_list(raw)
    if items is not None:
        return [without_nik(item) for item in items]
    return raw


_OF_THE_ANSWER = ("question", "outcome")
_SUMS = ("total", "payable_now", "payable_after_settlement")
_OF_A_CONDITION = ("code", "status", "grounds")
_OF_A_LINE = ("code", "amount", "when", "month", "due", "party", "grounds", "payer")
_OF_A_FINDING = ("code", "value", "unit", "grounds", "party")
_OF_A_NOTE = ("code", "warning", "grounds")
_OF_A_POSSIBILITY = ("facts", "total", "grounds")
_OF_A_GROUND = ("key", "grade", "value", "sources", "chosen")
"""What a receipt keeps of each part: neither texts nor labels, which may be worded better."""


def digest(form: AnswerForm, question: dict[str, Any]) -> str:
    """A digest of question and answer without the texts and labels."""
    core = [
        # Sorted: the same facts in another order are the same question.
        sorted(question.items()),
        _kept(form, (*_OF_THE_ANSWER, *_SUMS)),
        [_kept(condition, _OF_A_CONDITION) for condition in form["conditions"]],
        [_kept(line, _OF_A_LINE) for line in form["lines"]],
        [_kept(finding, _OF_A_FINDING) for finding in form["findings"]],
        [_kept(note, _OF_A_NOTE) for note in form["notes"]],
        form["needs"],
        [_kept(possibility, _OF_A_POSSIBILITY) for possibility in form["possibilities"]],
        [_kept(ground, _OF_A_GROUND) for ground in form["grounds"]],
    ]
    return sha256(msgspec.json.encode(core)).hexdigest()


def _kept(part: Mapping[str, Any], keys: tuple[str, ...]) -> list[Any]:
    """The values of some keys; None where the part does not have one."""
    return [part.get(key) for key in keys]
