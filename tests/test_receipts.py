"""Receipts and replies that were tampered with, signatures, and what is no tampering."""

import copy
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from jamsos import load_scheme
from jamsos.door.answering import answered
from jamsos.door.canonical import canonical, digest
from jamsos.door.desk import Desk, open_desk
from jamsos.door.verifying import verified
from jamsos.errors import InputError
from jamsos.values.plain import as_list, as_table

KEY = b"a key of thirty-two bytes, invented"
OPEN, SIGNING = open_desk(), open_desk(key=KEY)
ASKED: dict[str, Any] = {
    "question": "premium",
    "id": "row 7",
    "lang": "id",
    "scheme": "kutim",
    "month": "2026-06",
    "worker": {"kind": "independent", "income": 2_000_000, "sector": "other", "nik": None},
    "decisions": {"D33": "unbroken"},
}
LEAN = ASKED | {"detail": "grounds"}


def reply_to(question: dict[str, Any], desk: Desk = OPEN) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(answered(json.dumps(question).encode(), desk))
    assert "error" not in reply
    return reply


def told(reply: object, desk: Desk = OPEN) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(verified(json.dumps(reply).encode(), desk))
    return form


def holds(reply: object, desk: Desk = OPEN) -> bool:
    return told(reply, desk).get("verified", False) is True


def put(*path: str | int, value: Any) -> Callable[[Any], None]:
    """A change of one place."""

    def change(reply: Any) -> None:
        place = reply
        for step in path[:-1]:
            place = place[step]
        assert place[path[-1]] != value, "a change that changes something"
        place[path[-1]] = value

    return change


def without(*path: str | int) -> Callable[[Any], None]:
    """One place left out."""

    def change(reply: Any) -> None:
        place = reply
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


def added(*path: str | int) -> Callable[[Any], None]:
    """A key more in one place."""

    def change(reply: Any) -> None:
        place = reply
        for step in path:
            place = place[step]
        place["more"] = 1

    return change


WAYS: dict[str, Callable[[Any], None]] = {
    "the total": put("total", value=1),
    "the total in words": put("total_id", value="Rp1"),
    "what is payable now": put("payable_now", value=1),
    "the outcome": put("outcome", value="no"),
    "the outcome in words": put("outcome_en", value="No"),
    "the title": put("title", "args", "month", "month", value="2026-07"),
    "the title in words": put("title_id", value="Iuran"),
    "a result": put("results", "jkk", value=1),
    "a result less": without("results", "jkk"),
    "an amount": put("lines", 0, "amount", value=1),
    "an amount in words": put("lines", 0, "amount_id", value="Rp1"),
    "the payer of a line": put("lines", 0, "party", value="self"),
    "the day a line is due": put("lines", 0, "due", value="2027-01-01"),
    "the formula in words": put("lines", 0, "formula_id", value="begitu saja"),
    "a line less": without("lines", 1),
    "a ground of a line": put("lines", 0, "grounds", value=[]),
    "a note less": without("notes", 0),
    "a note in words": put("notes", 0, "text_en", value="Nothing to say."),
    "a warning taken back": put("notes", 0, "warning", value="no"),
    "the source of a ground": put("grounds", 0, "sources", value=["PP 1/1900"]),
    "the grade of a ground": put("grounds", 0, "grade", value="open"),
    "a ground in words": put("grounds", 0, "text_id", value="begitu saja"),
    "a ground less": without("grounds", 0),
    "a fact": put("facts", "worker", "income", value=1),
    "the law": put("law", "version", value="1999.1"),
    "a decision of the law": put("law", "decisions", value={}),
    "the record": put("id", value="row 8"),
    "the record left out": without("id"),
    "the text": put("text", value="begitu saja"),
    "the detail": put("detail", value="grounds"),
    "a key more": added(),
    "a key more in a line": added("lines", 0),
    "the receipt: its version": put("receipt", "version", value=1),
    "the receipt: no version": without("receipt", "version"),
    "the receipt: jamsos": put("receipt", "jamsos", value="0.0.9"),
    "the receipt: law": put("receipt", "law", value="1999.1"),
    "the receipt: fingerprint": put("receipt", "fingerprint", value="0" * 16),
    "the receipt: scheme": put("receipt", "scheme", value="0" * 64),
    "the receipt: no scheme": put("receipt", "scheme", value=None),
    "the receipt: income": put("receipt", "question", "worker", "income", value=1),
    "the receipt: month": put("receipt", "question", "month", value="2026-07"),
    "the receipt: a decision": put("receipt", "question", "decisions", value={}),
    "the receipt: the scheme asked for": without("receipt", "question", "scheme"),
    "the receipt: the language": without("receipt", "question", "lang"),
    "the receipt: the record": put("receipt", "question", "id", value="row 8"),
    "the receipt: the digest of the answer": put("receipt", "answer", value="0" * 64),
    "the receipt: the digest of the reply": put("receipt", "reply", value="0" * 64),
    "the receipt: a signature": put("receipt", "signature", value=5),
    "the receipt: a key more": added("receipt"),
    "the receipt: a key less": without("receipt", "reply"),
}
assert len(WAYS) >= 40


def notices(reply: object, desk: Desk = OPEN) -> bool:
    """Whether it is said that something does not hold; a fault of ours says nothing."""
    said = told(reply, desk)
    return said.get("error") in {"receipt", "input"} or said.get("verified") is False


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_tamper_with_a_reply_is_noticed(way: str) -> None:
    reply = reply_to(ASKED)
    assert holds(reply)
    WAYS[way](reply)
    assert notices(reply)


@pytest.mark.parametrize("way", WAYS)
def test_so_it_is_under_a_signature(way: str) -> None:
    reply = reply_to(ASKED, SIGNING)
    assert holds(reply, SIGNING)
    WAYS[way](reply)
    assert notices(reply, SIGNING)


def forged(reply: dict[str, Any]) -> dict[str, Any]:
    """The reply with the digest of its words made anew, as whoever can read these docs could."""
    body = {key: value for key, value in reply.items() if key != "receipt"}
    reply["receipt"]["reply"] = digest(body)
    return reply


@pytest.mark.parametrize("way", [way for way in WAYS if not way.startswith("the receipt")])
@pytest.mark.parametrize("desk", [OPEN, SIGNING], ids=["open", "signing"])
def test_a_digest_made_anew_hides_no_change_of_a_reply(way: str, desk: Desk) -> None:
    reply = reply_to(ASKED, desk)
    WAYS[way](reply)
    said = told(forged(reply), desk)
    assert (said["verified"], said["same_reply"]) == (False, False)


@pytest.mark.parametrize("question", [ASKED, LEAN], ids=["full", "lean"])
@pytest.mark.parametrize(
    "other", [{"month": "2026-07"}, {"id": "row 8"}, {"lang": "en"}, {"decisions": {}}], ids=str
)
def test_the_receipt_of_another_reply_is_noticed(
    question: dict[str, Any], other: dict[str, Any]
) -> None:
    reply, foreign = reply_to(question), reply_to(question | other)
    assert holds(foreign)
    assert notices(reply | {"receipt": foreign["receipt"]})


OF_LEAN = [
    *(way for way in WAYS if way.startswith("the receipt")),
    *("the total", "an amount", "a line less", "a ground less", "a note less", "a key more"),
]
"""What a reply without words has too."""


@pytest.mark.parametrize("way", OF_LEAN)
def test_a_lean_reply_that_was_tampered_with_is_noticed(way: str) -> None:
    reply = reply_to(LEAN)
    assert holds(reply)
    WAYS[way](reply)
    assert notices(reply)


def test_another_version_switches_no_check_off() -> None:
    reply = reply_to(ASKED)
    reply["total_id"] = "Rp1"
    reply["receipt"]["jamsos"] = "0.0.9"
    said = told(forged(reply))
    assert (said["verified"], said["same_reply"], said["same_library"]) == (False, False, False)


def reordered(value: Any) -> Any:
    """The same with the keys of every object the other way round."""
    table, items = as_table(value), as_list(value)
    if table is not None:
        return {key: reordered(item) for key, item in reversed(table.items())}
    if items is not None:
        return [reordered(item) for item in items]
    return value


def as_php_writes(value: Any) -> Any:
    """An object without keys is an empty array to PHP."""
    table, items = as_table(value), as_list(value)
    if table is not None:
        return {key: as_php_writes(item) for key, item in table.items()} or []
    if items is not None:
        return [as_php_writes(item) for item in items]
    return value


@pytest.mark.parametrize("question", [ASKED, LEAN], ids=["full", "lean"])
@pytest.mark.parametrize("desk", [OPEN, SIGNING], ids=["open", "signing"])
def test_the_order_of_keys_and_the_habits_of_php_are_no_tampering(
    question: dict[str, Any], desk: Desk
) -> None:
    reply = reply_to(question | {"decisions": {}}, desk)
    body = {key: value for key, value in reply.items() if key != "receipt"}
    php = as_php_writes(body) | {"receipt": reply["receipt"]}
    assert php != reply
    for same in (reply, reordered(reply), php, reordered(php)):
        said = told(same, desk)
        assert (said["verified"], said["not_compared"]) == (True, [])


def test_the_order_of_the_question_is_none_of_the_digest() -> None:
    receipts = [reply_to(asked)["receipt"] for asked in (ASKED, reordered(ASKED))]
    assert receipts[0]["answer"] == receipts[1]["answer"]
    assert receipts[0]["reply"] == receipts[1]["reply"]


def test_canonical_json_is_what_other_languages_write() -> None:
    reply = reply_to(ASKED)
    receipt = reply.pop("receipt")
    written = json.dumps(reply, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert sha256(written.encode()).hexdigest() == receipt["reply"]
    empty: dict[str, Any] = {}
    items = [1, None, True, {"z": 1, "y": empty}]
    odd: dict[str, Any] = {"b": 'quote " and \\ and /', "a": "é\n\t\x01", "c": items}
    wanted = json.dumps(odd, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical(odd).decode() == wanted


def test_a_signature_is_told_apart_from_none_and_from_another() -> None:
    plain, signed = reply_to(ASKED), reply_to(ASKED, SIGNING)
    other = open_desk(key=b"another key of thirty-two bytes.")
    assert told(plain)["signature"] == "none"
    assert told(signed, SIGNING)["signature"] == "good"
    unchecked = told(signed)
    assert (unchecked["signature"], unchecked["not_compared"]) == ("unchecked", ["signature"])
    assert unchecked["verified"] is True
    for reply, desk, signature in ((plain, SIGNING, "missing"), (signed, other, "bad")):
        said = told(reply, desk)
        assert (said["verified"], said["signature"]) == (False, signature)


def test_a_short_key_is_refused_and_not_shown() -> None:
    with pytest.raises(InputError, match="15 bytes") as caught:
        open_desk(key=b"x" * 15)
    assert "xx" not in str(caught.value)


def test_a_receipt_of_version_1_is_refused_by_its_version() -> None:
    old = {"jamsos": "0.1.0", "law": "x", "fingerprint": "x", "question": ASKED, "answer": "x"}
    said = told(old)
    assert (said["thing"], said["value"], said["allowed"]) == ("receipt.version", "None", "2")
    assert "that gave it" in said["next_step"]


def test_the_receipt_of_a_what_if_is_refused() -> None:
    reply = reply_to(ASKED)
    reply["receipt"]["what_ifs"] = ["usulan 2027"]
    said = told(reply)
    assert (said["thing"], said["value"]) == ("receipt.what_ifs", "usulan 2027")
    assert "in Python" in said["next_step"]


def test_a_scheme_that_changed_is_noticed(tmp_path: Path) -> None:
    shipped = Path(load_scheme.__code__.co_filename).parent / "schemes" / "kutim.toml"
    text = shipped.read_text("utf-8").replace('id = "kutim"', 'id = "mine"', 1)
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    reply = reply_to(ASKED | {"scheme": "mine"}, open_desk([str(file)]))
    assert holds(reply, open_desk([str(file)]))
    file.write_text(text.replace("below = 65", "below = 64"), "utf-8")
    said = told(reply, open_desk([str(file)]))
    assert (said["verified"], said["same_scheme"], said["same_answer"]) == (False, False, True)


ODD: dict[str, Any] = {"huge": 10**400, "deep": [[[[]]]], "float": 1.5, "null": None}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD.keys())
def test_what_no_reply_holds_is_an_altered_reply(value: Any) -> None:
    reply = reply_to(ASKED)
    for place in (reply["lines"][0], reply):
        changed = copy.deepcopy(reply)
        target = changed if place is reply else changed["lines"][0]
        target["amount" if target is not changed else "facts"] = value
        said = told(changed)
        assert (said["error"], said["thing"]) == ("receipt", "reply")
