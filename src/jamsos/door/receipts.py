"""Receipts: what makes a reply checkable later, with digests of all it rests on."""

import hmac
from typing import Any

import msgspec

from jamsos.door.canonical import canonical, digest
from jamsos.door.desk import Desk
from jamsos.door.replies import RECEIPT, Receipt
from jamsos.law.law import Law
from jamsos.values.plain import as_list, as_table


def receipt_of(
    asked: dict[str, Any],
    law: Law,
    substance: dict[str, Any],
    reply: dict[str, Any],
    desk: Desk,
) -> Receipt:
    """The receipt of a reply.

    Args:
        asked: The question, without any identity number.
        law: The law it was answered under.
        substance: The answer without its words.
        reply: The whole reply as it will be sent, but for its receipt.
        desk: Where it was asked.

    """
    from jamsos import __version__  # noqa: PLC0415 - the package is complete by now

    receipt = Receipt(
        version=RECEIPT,
        jamsos=__version__,
        law=law.version,
        fingerprint=law.fingerprint,
        scheme=scheme_digest(asked, desk),
        question=asked,
        answer="",
        reply=digest(reply),
        signature=None,
        what_ifs=tuple(one.id for one in law.what_ifs),
    )
    receipt.answer = answer_digest(receipt, substance)
    if desk.key is not None:
        receipt.signature = signature(receipt, desk.key)
    return receipt


def scheme_digest(asked: dict[str, Any], desk: Desk) -> str | None:
    """The digest of the scheme a question names; None where it names none."""
    name = asked.get("scheme")
    return None if name is None else desk.digests[name]


def answer_digest(receipt: Receipt, substance: dict[str, Any]) -> str:
    """The digest of what a receipt states, together with an answer without its words."""
    return digest(
        {
            "version": receipt.version,
            "jamsos": receipt.jamsos,
            "law": receipt.law,
            "fingerprint": receipt.fingerprint,
            "scheme": receipt.scheme,
            "question": receipt.question,
            "answer": substance,
        }
    )


def signature(receipt: Receipt, key: bytes) -> str:
    """The keyed signature (HMAC-SHA256) of a receipt, over all the rest of it."""
    unsigned = msgspec.structs.replace(receipt, signature=None)
    return hmac.new(key, canonical(unsigned), "sha256").hexdigest()


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
