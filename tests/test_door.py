"""The JSON Lines door: order, refusals on their own line, receipts, the schema and the commands."""

import copy
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any, cast

import msgspec
import pytest
from reply_schema import check_reply

from jamsos import Worker, current, premium
from jamsos.answer_classes import answer_from_dict
from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines, verify_lines
from jamsos.door.parsing import LONGEST_LINE
from jamsos.door.replies import ErrorReply, Receipt, Verified
from jamsos.door.schema import schema

DESK = open_desk([])
FISHER = {
    "kind": "b",
    "income": 900_000,
    "sector": "other",
    "works": True,
    "foreign": False,
    "birth": "1984-05-17",
}
PAID = {
    "number_issued": "2026-01-05",
    "payments": [{"month": f"2026-0{n}", "on": "2026-01-05"} for n in range(1, 9)],
}
PUPIL = {
    "birth": "2015-03-01",
    "level": "SD",
    "year": 3,
    "studying": True,
    "lawful": True,
    "married": False,
    "working": False,
}
ASK: dict[str, Any] = {"question": "premium", "worker": FISHER, "month": "2026-10", "payer": "self"}
RUN: dict[str, Any] = {"question": "premium_run", "worker": FISHER, "payer": "self",
                       "first": "2026-10", "last": "2026-12"}  # fmt: skip
DEATH = {"question": "death_benefit", "worker": FISHER, "participation": [PAID],
         "died_on": "2026-10-20", "cause": "work_accident", "accident_on": "2026-10-19",
         "family": {"spouse": True, "children": [PUPIL]}}  # fmt: skip
VARIED: dict[str, dict[str, Any]] = {
    "premium": ASK,
    "premium in words": ASK | {"lang": "en", "id": "row 1"},
    "premium without a payer": {key: value for key, value in ASK.items() if key != "payer"},
    "premium of nobody": {"question": "premium", "worker": {}, "month": "2026-10"},
    "premium of a scheme": ASK | {"scheme": "kutim", "month": "2025-10", "payer": None},
    "run with credit": RUN | {"participation": PAID | {"payments": [
        {"month": "2026-10", "on": "2026-01-05", "amount": 16_800}]}},
    "run refunded": RUN | {"decisions": {"D26": "refund"},
                           "participation": PAID | {"payments": [
        {"month": "2026-10", "on": "2026-01-05", "amount": 16_800}]}},
    "parts of a rupiah": ASK | {"month": "2020-12",
                                "participation": {"number_issued": "2020-08-03", "payments": []}},
    "strict": ASK | {"strict": True, "payer": "CSR"},
    "eligibility": {"question": "may_enrol", "worker": FISHER, "on": "2026-10-05"},
    "eligibility of the scheme": {"question": "may_enrol", "worker": FISHER, "on": "2025-05-05",
                                  "scheme": "kutim", "lang": "id"},
    "coverage": {"question": "cover_on", "participation": PAID, "on": "2026-10-20"},
    "coverage on a holiday": {"question": "cover_on", "participation": PAID, "on": "2026-09-16",
                              "holidays": ["2026-09-15"]},
    "coverage unknown": {"question": "cover_on", "participation": {}, "on": "2026-10-20"},
    "coverage not started": {"question": "cover_on", "participation": PAID, "on": "2025-10-20",
                             "strict": True},
    "keeping": {"question": "keeping_cover", "worker": FISHER, "participation": PAID,
                "on": "2026-10-20", "lang": "en"},
    "death": DEATH,
    "death of another cause": DEATH | {"cause": "other", "lang": "id"},
    "death without a cause": {key: value for key, value in DEATH.items() if key != "cause"},
    "death read otherwise": DEATH | {"decisions": {"D50": "equal_shares",
                                                   "D14": "never_restarts"}},
    "two registrations": DEATH
    | {"participation": [PAID, PAID | {"record": "second"}], "accident_at": 1,
       "for_children": [0]},
    "nobody left": DEATH | {"family": {"spouse": False, "children": [], "blood_line": False,
                                       "siblings": False, "parents_in_law": False, "will": "none"}},
    "programmes": {"question": "required_programmes", "worker": {"segment": "PU"},
                   "on": "2026-08-10", "lang": "id"},
    "correction": {"question": "wage_correction", "month": "2026-08", "paid": 50_000,
                   "employments": [{"pay_form": "monthly", "basic_wage": 4_000_000,
                                    "fixed_allowances": 0, "risk_group": "I"}]},
    "sanctions": {"question": "employer_sanctions", "breach": "not_paid", "on": "2026-06-26",
                  "lang": "en", "first_warning_on": "2026-03-02", "second_warning_on": "2026-03-15",
                  "contribution_due": 1},
    "search": {"question": "risk_group", "words": "arloji"},
    "after the day of knowledge": ASK | {"month": "2030-01"},
}  # fmt: skip


def door(*lines: Any) -> list[dict[str, Any]]:
    """The replies, one for each line that is not blank."""
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    replies = list(answer_lines(written, DESK))
    assert all(reply.count(b"\n") == 1 and reply.endswith(b"\n") for reply in replies)
    return [json.loads(reply) for reply in replies]


def checked(*lines: Any) -> list[dict[str, Any]]:
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return [json.loads(reply) for reply in verify_lines(written, DESK)]


def command(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    asked = [sys.executable, "-X", "utf8", "-m", "jamsos", *arguments]
    return subprocess.run(asked, input=given, capture_output=True, check=False, timeout=20)


@pytest.mark.parametrize(
    "question", [pytest.param(question, id=name) for name, question in VARIED.items()]
)
def test_every_reply_conforms_and_its_receipt_verifies(question: dict[str, Any]) -> None:
    (reply,) = door(question)
    check_reply(reply)
    of_duties = {"required_programmes", "wage_correction", "employer_sanctions", "risk_group"}
    of_members = {
        "premium",
        "premium_run",
        "may_enrol",
        "cover_on",
        "keeping_cover",
        "death_benefit",
    }
    assert reply["question"] in of_members | of_duties
    assert ("total" in reply) == ("payable_now" in reply)
    assert reply["outcome"] != "cannot_decide" or (
        "total" not in reply and reply["lines"] == [] and reply["needs"] != []
    )
    keys = {ground["key"] for ground in reply["grounds"]}
    parts = [*reply["conditions"], *reply["lines"], *reply["findings"], *reply["notes"]]
    assert all(part["grounds"] and set(part["grounds"]) <= keys for part in parts), (
        "every part names grounds of the reply"
    )
    assert ("text" in reply) == ("lang" in question)
    answer = answer_from_dict(reply)
    assert answer.question == question["question"]
    assert reply.get("text") in {None, answer.text("id"), answer.text("en")}
    assert checked(reply)[0]["verified"] is checked(reply["receipt"])[0]["verified"] is True


def test_a_reply_has_the_numbers_of_the_library() -> None:
    (reply,) = door(ASK | {"id": "row 9", "lang": "en"})
    answer = premium(Worker(kind="b", income=900_000, sector="other"), "2026-10", payer="self")
    assert (reply["id"], reply["total"], reply["payable_now"]) == (
        "row 9",
        answer.total,
        answer.total,
    )
    assert reply["text"] == answer.text("en")
    assert [line["due"] for line in reply["lines"]] == [str(line.due) for line in answer.lines]


def test_the_order_is_kept_and_a_bad_line_stops_nobody() -> None:
    lines = [ASK | {"id": f"n{n}"} if n % 2 else b"{" for n in range(9)]
    replies = door(b"", *lines, b"  \t\r\n", ASK | {"id": "last"}, b"\n")
    assert [reply.get("id", reply.get("error")) for reply in replies] == [
        "input", "n1", "input", "n3", "input", "n5", "input", "n7", "input", "last",
    ]  # fmt: skip


def test_questions_are_answered_as_they_come() -> None:
    taken: list[int] = []

    def endless() -> Any:
        while True:
            taken.append(1)
            yield json.dumps(ASK).encode()

    assert json.loads(next(answer_lines(endless(), DESK)))["total"] == 8_400
    assert len(taken) == 1


TEXT = json.dumps(ASK)
RAW: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"premium", "line"),
    "half an object": (b'{"question": ', "line"),
    "two objects": (TEXT.encode() * 2, "line"),
    "a comma too many": (b'{"question": "premium",}', "line"),
    "single quotes": (b"{'question': 'premium'}", "line"),
    "invalid UTF-8": (b'{"id": "\xff\xfe"}', "line"),
    "cut UTF-8": (b'{"id": "\xc3"}', "line"),
    "lone surrogate": (b'{"id": "\\ud800"}', "line"),
    "UTF-16": (TEXT.encode("utf-16"), "line"),
    "half a character in a key": (b'{"\\udfff": 1}', "line"),
    "a byte order mark inside": (b'{"question":\xef\xbb\xbf "premium"}', "line"),
    "zero bytes": (b"\x00\x00", "line"),
    "deep arrays": (b"[" * 100_000, "line"),
    "deep objects": (b'{"a":' * 100_000, "line"),
    "closed deep arrays": (b"[" * 100_000 + b"]" * 100_000, "line"),
    "deep inside": (b'{"question":"premium","worker":' + b"[" * 900 + b"]" * 900 + b"}", ""),
    "two megabytes": (b'{"id":"' + b"x" * 2_000_000 + b'"}', "bytes"),
    "an array": (b"[]", "line"),
    "an array of questions": (f"[{TEXT}]".encode(), "line"),
    "a number": (b"5", "line"),
    "null": (b"null", "line"),
    "a string": (b'"premium"', "line"),
    "NaN": (TEXT.replace("900000", "NaN").encode(), "worker.income NaN"),
    "Infinity": (TEXT.replace("900000", "-Infinity").encode(), "worker.income -Infinity"),
    "1e400": (TEXT.replace("900000", "1e400").encode(), "worker.income 1e400"),
    "1.0": (TEXT.replace("900000", "900000.0").encode(), "worker.income"),
    "1e3": (TEXT.replace("900000", "1e3").encode(), "worker.income"),
    "9e99": (TEXT.replace("900000", "9e99").encode(), "worker.income"),
    "5000 digits": (TEXT.replace("900000", "9" * 5000).encode(), "line a number of"),
    "30 digits": (TEXT.replace("900000", "8" * 30).encode(), "worker.income"),
    "a long key": (b'{"question": "premium", "' + b"k" * 900_000 + b'": 1}', "kkk"),
    "a what-if": (b'{"question": "premium", "what_if": {}}', "what_if a what-if"),
    "negative": (TEXT.replace("900000", "-1").encode(), "worker.income"),
    "leading zero": (TEXT.replace("900000", "0900000").encode(), "line"),
    "true": (TEXT.replace("900000", "true").encode(), "worker.income"),
}


@pytest.mark.parametrize(
    ("line", "thing"), [pytest.param(*case, id=name) for name, case in RAW.items()]
)
def test_a_line_that_cannot_be_read_is_an_error_on_its_own_line(line: bytes, thing: str) -> None:
    before, refused, after = door(ASK, line, ASK)
    assert before == after
    error = msgspec.convert(refused, ErrorReply, strict=True)
    assert refused.keys() <= error.keys()
    assert thing in f"{error['thing']} {error['value']}"
    assert error["kind"] == "input_rule"
    assert all(error.values())
    assert len(json.dumps(refused)) < 1000, "a refusal is short whatever came in"


def changed(question: dict[str, Any], *path: Any, value: Any) -> dict[str, Any]:
    """A deep copy of the question with one place changed."""
    asked = copy.deepcopy(question)
    place = asked
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return asked


COVER = VARIED["coverage"]
FACTS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown question": (ASK | {"question": "pension"}, "question"),
    "question of another case": (ASK | {"question": "Premium"}, "question"),
    "no question": ({"worker": FISHER, "month": "2026-10"}, "question"),
    "question null": (ASK | {"question": None}, "question"),
    "question a number": (ASK | {"question": 1}, "question"),
    "empty object": ({}, "question"),
    "unknown key": (ASK | {"colour": "red"}, "colour"),
    "key of another question": (ASK | {"died_on": "2026-10-05"}, "died_on"),
    "unknown key of the worker": (
        changed(ASK, "worker", "incme", value=1),
        "worker.incme",
    ),
    "unknown key of a participation": (
        changed(COVER, "participation", "x", value=1),
        "participation.x",
    ),
    "unknown key of a payment": (
        changed(COVER, "participation", "payments", 1, "x", value=1),
        "payments[1].x",
    ),
    "unknown key of registration 1": (
        DEATH | {"participation": [PAID, PAID | {"x": 1}]},
        "participation[1].x",
    ),
    "unknown key of the family": (changed(DEATH, "family", "x", value=None), "family.x"),
    "unknown key of a child": (
        changed(DEATH, "family", "children", 0, "x", value=1),
        "children[0].x",
    ),
    "private name": (changed(ASK, "worker", "__class__", value="x"), "__class__"),
    "attribute that is no fact": (changed(COVER, "participation", "paid", value={}), "paid"),
    "worker null": (ASK | {"worker": None}, "worker"),
    "worker a list": (ASK | {"worker": []}, "worker"),
    "worker text": (ASK | {"worker": "fisher"}, "worker"),
    "month null": (ASK | {"month": None}, "month"),
    "month a number": (ASK | {"month": 202610}, "month"),
    "month 13": (ASK | {"month": "2026-13"}, "month"),
    "June 2015": (ASK | {"month": "2015-06"}, "2015-07"),
    "month missing": ({"question": "premium", "worker": FISHER}, "month"),
    "row 34": (ASK | {"row": 34}, "row"),
    "row true": (ASK | {"row": True}, "row"),
    "payer unknown": (ASK | {"payer": "me"}, "payer"),
    "payer in the wrong case": (ASK | {"payer": "apbd"}, "payer"),
    "scheme unknown": (ASK | {"scheme": "atlantis"}, "kutim"),
    "scheme a path": (ASK | {"scheme": "/etc/passwd"}, "kutim"),
    "language unknown": (ASK | {"lang": "fr"}, "lang"),
    "decision unknown": (ASK | {"decisions": {"D99": "x"}}, "decision"),
    "alternative unknown": (ASK | {"decisions": {"D33": "x"}}, "unbroken"),
    "alternative null": (ASK | {"decisions": {"D33": None}}, "decisions"),
    "decisions a list": (ASK | {"decisions": ["D33"]}, "decisions"),
    "strict as a number": (ASK | {"strict": 1}, "strict"),
    "holiday no date": (ASK | {"holidays": ["Nyepi"]}, "holidays"),
    "holidays text": (ASK | {"holidays": "2026-03-19"}, "holidays"),
    "day with a time": (COVER | {"on": "2026-10-05T00:00:00"}, "on"),
    "day of 31 February": (COVER | {"on": "2026-02-31"}, "on"),
    "day before 2015": (COVER | {"on": "2015-06-30"}, "2015-07-01"),
    "participations empty": (DEATH | {"participations": []}, "participation"),
    "participations an object": (DEATH | {"participations": PAID}, "participations"),
    "a month paid twice": (
        changed(COVER, "participation", "payments", 1, "month", value="2026-01"),
        "payments",
    ),
    "a payment without a day": (
        changed(COVER, "participation", "payments", value=[{"month": "2026-01"}]),
        "payments",
    ),
    "a payment without a month": (
        changed(COVER, "participation", "payments", value=[{"on": "2026-01-05"}]),
        "payments",
    ),
    "JKK alone": (changed(COVER, "participation", "programmes", value=["JKK"]), "programmes"),
    "accident at 5": (DEATH | {"accident_at": 5}, "accident_at"),
    "child 1 of one": (DEATH | {"for_children": [1]}, "for_children"),
    "class 0": (
        changed(DEATH, "family", "children", 0, "year", value=0),
        "family.children[0].year",
    ),
    "accident after death": (DEATH | {"accident_on": "2026-10-21"}, "accident_on"),
    "id a number": (ASK | {"id": 7}, "id"),
}


@pytest.mark.parametrize(
    ("question", "word"), [pytest.param(*case, id=name) for name, case in FACTS.items()]
)
def test_a_wrong_fact_is_refused_and_its_place_is_named(
    question: dict[str, Any], word: str
) -> None:
    refused, after = door(question, ASK)
    error = msgspec.convert(refused, ErrorReply, strict=True)
    assert error["error"] in {"input", "outside_law"}
    assert word in json.dumps(refused)
    assert "0x" not in json.dumps(refused), "no addresses of memory"
    assert after["total"] == 8_400


def test_an_error_carries_the_record_of_its_line() -> None:
    refused, other = door(ASK | {"id": "row 3", "month": "2026-13"}, {"id": "row 4"})
    assert (refused["id"], other["id"]) == ("row 3", "row 4")


def test_a_calendar_of_holidays_only_is_refused_in_words() -> None:
    every_day = [str(date.fromordinal(date(2026, 1, 1).toordinal() + n)) for n in range(800)]
    (refused,) = door(ASK | {"holidays": every_day})
    assert refused["thing"] == "calendar"
    assert "0x" not in refused["value"], "the same question gives the same reply"


def test_null_is_a_fact_nobody_stated() -> None:
    stated, null = door(
        ASK, changed(ASK | {"row": None, "scheme": None}, "worker", "birth", value=None)
    )
    of_facts = {"receipt": None, "facts": None}
    assert {**stated, **of_facts} == {**null, **of_facts}
    (unknown,) = door(changed(ASK, "worker", "income", value=None))
    assert (unknown["outcome"], unknown["needs"]) == ("cannot_decide", ["worker.income"])


@pytest.mark.parametrize(
    ("written", "twice", "place"),
    [
        ('"payer": "self"', '"payer": "self", "payer": "APBD"', "payer"),
        ('"income": 900000', '"income": 900000, "income": 900000', "worker.income"),
        ('"payer": "self"', '"x": [[1, {"b": [{}, {"c": 1, "c": 2}]}]]', "x[0][1].b[1].c"),
        ('"month"', '"\\u006donth": "2026-10", "month"', "month"),
    ],
)
def test_a_key_written_twice_is_refused_at_its_place(written: str, twice: str, place: str) -> None:
    (refused,) = door(TEXT.replace(written, twice).encode())
    assert (refused["thing"], refused["value"]) == (place, "written twice")


def test_a_byte_order_mark_and_ends_of_lines_of_windows_are_read() -> None:
    mark = b"\xef\xbb\xbf"
    marked, ended = door(mark + TEXT.encode() + b"\r\n", mark + b"\r\n", TEXT.encode() + b"\r\n")
    assert marked == ended
    assert marked["total"] == 8_400


NEAR: dict[str, tuple[dict[str, Any], str, str]] = {
    "a question": (ASK | {"question": "premum"}, "question", "premium"),
    "a question about the door": ({"question": "pin"}, "question", "ping"),
    "a key": (ASK | {"mnth": "2026-10"}, "mnth", "month"),
    "a key of a fact": (ASK | {"worker": FISHER | {"incme": 1}}, "worker.incme", "income"),
    "a code": (ASK | {"payer": "slef"}, "payer", "self"),
    "a code of a fact": (ASK | {"worker": FISHER | {"sector": "othr"}}, "worker.sector", "other"),
    "a detail": (ASK | {"detail": "amount"}, "detail", "amounts"),
    "a scheme": (ASK | {"scheme": "kutm"}, "scheme", "kutim"),
    "a decision": (ASK | {"decisions": {"D333": "unbroken"}}, "decision", "D33"),
    "an answer": (ASK | {"decisions": {"D33": "unbrken"}}, "decision D33", "unbroken"),
}


@pytest.mark.parametrize(("question", "thing", "near"), NEAR.values(), ids=NEAR.keys())
def test_an_unknown_word_is_refused_with_the_list_and_the_nearest(
    question: dict[str, Any], thing: str, near: str
) -> None:
    (refused,) = door(question)
    assert refused["thing"] == thing
    assert f"'{near}'" in refused["allowed"]
    assert f"write '{near}' if that is meant" in refused["next_step"]


def test_a_line_of_the_longest_length_is_read() -> None:
    line = TEXT.encode() + b" " * (LONGEST_LINE - len(TEXT))
    read, refused = door(line, line + b" ")
    assert (read["total"], refused["value"]) == (8_400, f"{LONGEST_LINE + 1} bytes")


RECEIPT: dict[str, Any] = door(
    ASK | {"decisions": {"D33": "unbroken"}, "holidays": ["2026-10-15"], "lang": "en"}
)[0]["receipt"]
FALSE: dict[str, Any] = {
    "digest": RECEIPT | {"answer": "0" * 64},
    "digest in capitals": RECEIPT | {"answer": RECEIPT["answer"].upper()},
    "digest cut": RECEIPT | {"answer": RECEIPT["answer"][:-1]},
    "digest empty": RECEIPT | {"answer": ""},
    "fingerprint": RECEIPT | {"fingerprint": "0" * 16},
    "law version": RECEIPT | {"law": "1999.1"},
    "income": changed(RECEIPT, "question", "worker", "income", value=9_000_000),
    "payer": changed(RECEIPT, "question", "payer", value="APBD"),
    "month": changed(RECEIPT, "question", "month", value="2026-09"),
    "decisions": changed(RECEIPT, "question", "decisions", value={"D33": "cumulative"}),
    "holidays": changed(RECEIPT, "question", "holidays", value=[]),
    "strict": changed(RECEIPT, "question", "strict", value=True),
    "month of nonsense": changed(RECEIPT, "question", "month", value="x"),
    "unknown key in the question": changed(RECEIPT, "question", "x", value=1),
    "question empty": RECEIPT | {"question": {}},
    "question null": RECEIPT | {"question": None},
    "question a list": RECEIPT | {"question": []},
    "question of a scheme not loaded": changed(RECEIPT, "question", "scheme", value="atlantis"),
    "extra junk": RECEIPT | {"junk": 1},
    "answer a number": RECEIPT | {"answer": 5},
    "wrapped twice": {"receipt": {"receipt": RECEIPT}},
    "receipt null": {"receipt": None},
    "receipt a list": {"receipt": [RECEIPT]},
    "receipt text": {"receipt": "x"},
    "nothing": {},
    "a question": ASK,
    "no JSON": b"{",
    "an array": b"[]",
    "invalid UTF-8": b'{"receipt": "\xff"}',
    "two megabytes": b'{"receipt":"' + b"x" * 2_000_000 + b'"}',
    **{f"without {key}": {k: v for k, v in RECEIPT.items() if k != key} for key in RECEIPT},
}


@pytest.mark.parametrize(
    "receipt", [pytest.param(receipt, id=name) for name, receipt in FALSE.items()]
)
def test_an_altered_receipt_does_not_verify(receipt: Any) -> None:
    false, true = checked(receipt, RECEIPT)
    assert false.get("verified", False) is False
    if "error" in false:
        assert msgspec.convert(false, ErrorReply, strict=True)["next_step"]
    else:
        assert msgspec.convert(false, Verified, strict=True).verified is False
    assert true == {
        "verified": True,
        "same_answer": True,
        "same_reply": True,
        "same_law": True,
        "same_scheme": True,
        "same_library": True,
        "signature": "none",
        "not_compared": ["reply"],
        "jamsos": RECEIPT["jamsos"],
        "law": current().version,
    }


@pytest.mark.parametrize(
    ("part", "value"),
    [("total", 1), ("outcome", "no"), ("lines", []), ("payable_now", 5), ("grounds", [])],
    ids=str,
)
def test_a_reply_altered_around_its_true_receipt_does_not_verify(part: str, value: Any) -> None:
    (reply,) = door(ASK)
    assert checked(reply)[0]["verified"] is True
    assert checked(reply | {part: value})[0].get("verified", False) is False


def test_a_receipt_says_what_differs_the_answer_or_the_law() -> None:
    law, answer = checked(RECEIPT | {"fingerprint": "0" * 16}, RECEIPT | {"answer": "0" * 64})
    # What a receipt states is part of its digest: altered, it belongs to no answer.
    assert (law["same_law"], law["same_answer"]) == (False, False)
    assert (answer["same_law"], answer["same_answer"]) == (True, False)


def test_verifying_keeps_the_order_and_skips_blank_lines() -> None:
    found = checked(b"", RECEIPT, b"{", RECEIPT | {"answer": "x"}, b" \n", RECEIPT)
    assert [reply.get("verified", reply.get("error")) for reply in found] == [
        True,
        "input",
        False,
        True,
    ]


def test_a_receipt_has_what_makes_the_answer_again_and_no_more() -> None:
    assert (
        msgspec.convert(RECEIPT, Receipt, strict=True).fingerprint
        == current().with_decisions(D33="unbroken").fingerprint
    )
    # What was supposed stands only in the receipt of a what-if.
    assert RECEIPT.keys() | {"what_ifs"} == set(Receipt.__struct_fields__)
    assert "what_ifs" not in RECEIPT
    assert RECEIPT["question"] == ASK | {
        "decisions": {"D33": "unbroken"},
        "holidays": ["2026-10-15"],
        "lang": "en",
    }


def test_the_shipped_schema_is_the_one_the_classes_give() -> None:
    shipped = json.loads(files("jamsos.door").joinpath("schema.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(schema()))


def texts(part: Any) -> list[str]:
    """Every description at any depth."""
    if isinstance(part, list):
        parts = cast("list[object]", part)
        return [text for item in parts for text in texts(item)]
    if not isinstance(part, dict):
        return []
    table = cast("dict[str, Any]", part)
    own = [table["description"]] if isinstance(table.get("description"), str) else []
    return own + [text for item in table.values() for text in texts(item)]


def test_every_definition_is_described_in_one_clean_line() -> None:
    made = schema()
    assert all(part["description"] for part in made["$defs"].values())
    described = texts(made)
    assert len(described) == len(made["$defs"])
    for text in described:
        assert text == " ".join(text.split()), "one line"
        assert not {">>>", "Raises:", "Args:"} & set(text.split()), "the first paragraph only"


LEFT: dict[str, Callable[[str], str]] = {
    "dedented": inspect.cleandoc,
    "indented": lambda text: text.replace("\n", "\n    "),
    "with blank ends": lambda text: f"\n    {text}\n    ",
    "with a blank line of spaces": lambda text: text.replace("\n\n", "\n    \n"),
    "with other ends of lines": lambda text: text.replace("\n", "\r\n"),
}
"""What a version of Python may leave of a docstring."""


@pytest.mark.parametrize("left", LEFT.values(), ids=LEFT.keys())
def test_the_schema_is_the_same_whatever_a_version_leaves_of_a_docstring(
    left: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = schema()
    components = msgspec.json.schema_components

    def otherwise(*kinds: Any, **options: Any) -> Any:
        schemas, parts = components(*kinds, **options)
        return schemas, {
            name: part | {"description": left(part["description"])} for name, part in parts.items()
        }

    monkeypatch.setattr(msgspec.json, "schema_components", otherwise)
    assert schema() == wanted


def reached(made: dict[str, Any], part: Any) -> set[str]:
    """The definitions a part of the schema needs, at any depth."""
    names: set[str] = set()
    waiting = [part]
    while waiting:
        for name in set(named(waiting.pop())) - names:
            names.add(name)
            waiting.append(made["$defs"][name])
    return names


def named(part: Any) -> list[str]:
    return [piece.split('"')[0] for piece in json.dumps(part).split('"#/$defs/')[1:]]


def test_the_schema_is_closed_whole_and_names_every_question() -> None:
    made = json.loads(json.dumps(schema()))
    objects = {name: part for name, part in made["$defs"].items() if part.get("type") == "object"}
    assert len(objects) > 15
    asked = {"Receipt", *reached(made, made["question"])} & objects.keys()
    assert {"PremiumQuestion", "Worker", "Payment"} < asked
    for name, part in objects.items():
        closed = part.get("additionalProperties", True) is False
        assert closed == (name in asked), name
    assert {"$ref": "#/$defs/PremiumReply"} in made["anyOf"]
    assert set(named(made)) <= made["$defs"].keys()
    assert made["question"]["discriminator"]["mapping"].keys() == {
        "may_enrol", "premium", "premium_run", "cover_on", "keeping_cover", "death_benefit",
        "prepay", "refund_after_claim", "scholarship",
        "scholarship_projection", "changes_between", "claim_timeline", "wage_premium",
        "claim_papers", "claim_in_time", "dispute_steps", "missing_person", "registration_timeline",
        "construction_premium", "migrant_premium", "jkk_benefit", "required_programmes",
        "wage_correction", "construction_correction", "employer_sanctions", "person_sanctions",
        "risk_group", "disability_rows",
        "migrant_cover", "migrant_benefit",
        "event_advice", "suspected_case", "segment_advice", "several_jobs", "contribution_due",
        "wage_premium_run", "benefit_wage", "ping", "version",
    }  # fmt: skip


def test_command_answer_then_verify() -> None:
    given = (
        b"\n".join([TEXT.encode(), b"", b"\xff", json.dumps(ASK | {"id": "z"}).encode()]) + b"\n"
    )
    answered = command("answer", given=given)
    assert (answered.returncode, answered.stderr) == (0, b"")
    replies = [json.loads(line) for line in answered.stdout.splitlines()]
    assert [reply.get("total", reply.get("error")) for reply in replies] == [8_400, "input", 8_400]
    receipts = b"\n".join(
        json.dumps(reply["receipt"]).encode() for reply in replies if "receipt" in reply
    )
    verified = command("verify", given=receipts)
    assert (verified.returncode, verified.stderr) == (0, b"")
    assert [json.loads(line)["verified"] for line in verified.stdout.splitlines()] == [True, True]


def test_command_schema_prints_the_shipped_schema() -> None:
    printed = command("schema")
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert json.loads(printed.stdout) == json.loads(
        files("jamsos.door").joinpath("schema.json").read_text("utf-8")
    )


@pytest.mark.parametrize("on", ["2026-01-01", "2015-07-01", None])
def test_command_law_lists_values_with_their_sources(on: str | None) -> None:
    listed = command("law", "--json", *(["--on", on] if on else []))
    assert (listed.returncode, listed.stderr) == (0, b"")
    rows = [json.loads(line) for line in listed.stdout.decode().splitlines()]
    wanted = [*current().in_force(date.fromisoformat(on) if on else None)]
    assert [row["id"] for row in rows] == [provision.id for provision in wanted]
    assert len(rows) > 20
    for row in rows:
        assert {"value", "unit", "from", "until", "sources", "grade", "name"} <= row.keys()
        assert row["sources"]
        assert row["grade"] in {"verbatim", "official", "secondary", "interpretation"}
        if on:
            assert row["from"] <= on < (row["until"] or "9999")
        assert row["unit"] != "share"


@pytest.mark.parametrize(
    ("on", "lang", "said"),
    [
        (None, "en", "Perpres 7/2019: 4 of 4 provisions read word for word (100 %)"),
        ("2019-01-28", "id", "Permenaker 44/2015: 6 dari 6 ketentuan dibaca kata demi kata"),
    ],
)
def test_command_law_says_how_much_was_read(on: str | None, lang: str, said: str) -> None:
    shares = command("law", "--shares", "--lang", lang, *(["--on", on] if on else []))
    assert (shares.returncode, shares.stderr) == (0, b"")
    assert said in shares.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [("law", "--on", "rubbish"), ("law", "--on", "2026-13-01"), ("law", "--on", "2026-02-31"),
     ("law", "--on", ""), ("answer", "--scheme", "no such file.toml"), ("verify", "--scheme", "/")],
    ids=" ".join,
)  # fmt: skip
def test_command_refuses_with_a_sentence_and_status_2(arguments: tuple[str, ...]) -> None:
    refused = command(*arguments)
    said = refused.stderr.decode()
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert said.startswith("jamsos: ")
    assert "Next step: " in said
    assert said.count("\n") == 1
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "arguments", [(), ("sing",), ("law", "--lang", "fr"), ("answer", "now")], ids=" ".join
)
def test_command_shows_its_usage_when_it_is_called_wrongly(arguments: tuple[str, ...]) -> None:
    refused = command(*arguments)
    assert refused.returncode == 2
    assert refused.stderr.startswith(b"usage: jamsos")


def test_command_says_which_extra_is_missing() -> None:
    code = (
        "import sys; sys.modules['msgspec'] = None; "
        "from jamsos.__main__ import main; sys.exit(main(['answer']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"", capture_output=True, check=False, timeout=20
    )
    assert done.returncode == 2
    assert b"pip install 'jamsos[door]'" in done.stderr
    assert b"Traceback" not in done.stderr


def test_command_ends_quietly_when_the_reader_stops() -> None:
    asked = [sys.executable, "-X", "utf8", "-m", "jamsos", "law"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0
