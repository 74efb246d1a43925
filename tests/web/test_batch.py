"""A batch: a reply a line, in order, whole; and what ends one early."""

import json
import logging
import time
from itertools import count
from typing import Any

import pytest
from asgi_calls import Message, called, pieces
from litestar.testing import TestClient

from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines
from jamsos.door.parsing import LONGEST_LINE
from jamsos.web import Limits, Settings, app
from jamsos.web.batch import Ending

FISHER = {"kind": "independent", "income": 900_000, "sector": "other"}
PATH = "/v1/lines"
KIND = "application/jsonl"


def line(number: int) -> bytes:
    asked = {
        "question": "premium",
        "id": f"contoh-{number}",
        "worker": FISHER,
        "month": f"2026-{number % 3 + 1:02}",
        "payer": "self",
    }
    return json.dumps(asked).encode() + b"\n"


TOTALS = {"2026-01": 8_400, "2026-02": 16_800, "2026-03": 16_800}
LINES = [line(number) for number in range(200)]


def ids(body: bytes) -> list[Any]:
    return [json.loads(reply)["id"] for reply in body.splitlines()]


def wanted(count: int) -> list[str]:
    return [f"contoh-{number}" for number in range(count)]


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
def test_every_line_is_answered_in_order_however_the_batch_arrives(size: int) -> None:
    asked = b"\r\n\n" + b"".join(LINES[:20]) + b"  \n[\n" + LINES[20].rstrip()
    cut = [asked[at : at + size] for at in range(0, len(asked), size)]
    sent = called(app(), PATH, KIND, pieces(*cut))
    replies = sent.body.splitlines()
    assert (sent.status, sent.whole, len(replies)) == (200, True, 22)
    assert json.loads(replies.pop(20))["thing"] == "line"
    assert ids(b"\n".join(replies)) == wanted(21)


def test_a_batch_replies_as_standard_output_does() -> None:
    with TestClient(app()) as client:
        reply = client.post(PATH, content=b"".join(LINES), headers={"content-type": KIND})
    assert reply.headers["content-type"] == KIND
    assert reply.headers["cache-control"] == "no-store"
    assert reply.content == b"".join(answer_lines(LINES, open_desk([])))


def test_an_empty_batch_has_an_empty_reply() -> None:
    sent = called(app(), PATH, "application/x-ndjson; charset=utf-8", pieces(b""))
    assert (sent.status, sent.body, sent.whole) == (200, b"", True)


def test_a_line_that_is_too_long_is_refused_and_the_next_one_answered() -> None:
    long = b"x" * 10_000
    sent = called(app(), PATH, KIND, pieces(*[long] * (LONGEST_LINE // 9_000), b"\n", LINES[0]))
    refused, answered = sent.body.splitlines()
    assert f"at most {LONGEST_LINE} bytes" in json.loads(refused)["allowed"]
    assert json.loads(answered)["id"] == "contoh-0"


def test_a_line_nested_too_deep_is_refused_and_the_next_one_answered() -> None:
    sent = called(app(), PATH, KIND, pieces(b"[" * 33 + b"]" * 33 + b"\n", LINES[0]))
    refused, answered = sent.body.splitlines()
    assert json.loads(refused)["value"] == "objects and lists nested too deep"
    assert json.loads(answered)["id"] == "contoh-0"


def outcomes(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int | None]]:
    rows = [json.loads(record.message) for record in caplog.records]
    return [(row["outcome"], row.get("lines")) for row in rows if row["question"] == "lines"]


def test_a_caller_who_goes_away_has_every_reply_so_far(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "jamsos.web")
    messages = [*pieces(*LINES[:3], LINES[3][:30], more=True), {"type": "http.disconnect"}]
    sent = called(app(), PATH, KIND, messages)
    assert ids(sent.body) == wanted(3)
    assert not sent.whole
    assert outcomes(caplog) == [("cut", 3)]


def test_a_caller_who_stands_still_is_cut(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "jamsos.web")
    service = app(Settings(limits=Limits(idle=0.3)))
    sent = called(service, PATH, KIND, pieces(*LINES[:2], more=True))
    assert (ids(sent.body), sent.whole) == (wanted(2), False)
    assert outcomes(caplog) == [("cut", 2)]


def test_a_caller_who_takes_no_reply_is_cut() -> None:
    service = app(Settings(limits=Limits(idle=0.2)))
    sent = called(service, PATH, KIND, pieces(*LINES[:2]), taking=1)
    assert sent.messages == []


def test_a_batch_ends_with_the_service_after_the_lines_it_has() -> None:
    ending = Ending()
    service = app(ending=ending)
    began = time.monotonic()
    ending.begin(2)
    sent = called(service, PATH, KIND, pieces(*LINES[:5], LINES[5][:20], more=True))
    assert (ids(sent.body), sent.whole) == (wanted(5), False)
    assert 2 < time.monotonic() - began < 15


def test_a_batch_that_never_pauses_ends_with_the_service_too() -> None:
    ending = Ending()
    service = app(ending=ending)
    began = time.monotonic()
    ending.begin(1)
    sent = called(service, PATH, KIND, (piece(number) for number in count()))
    assert time.monotonic() - began < 15
    assert not sent.whole
    assert sent.body.endswith(b"\n")
    answered = ids(sent.body)
    assert answered == wanted(len(answered))


def piece(number: int) -> Message:
    return {"type": "http.request", "body": line(number), "more_body": True}


def test_one_piece_of_many_lines_ends_with_the_service_too() -> None:
    ending = Ending()
    ending.begin(0)
    sent = called(app(ending=ending), PATH, KIND, pieces(b"".join(LINES)))
    assert (sent.body, sent.whole) == (b"", False)


def test_a_batch_that_comes_in_time_is_whole_although_the_service_ends() -> None:
    ending = Ending()
    ending.begin(30)
    sent = called(app(ending=ending), PATH, KIND, pieces(*LINES[:5]))
    assert (ids(sent.body), sent.whole) == (wanted(5), True)


def test_replies_come_before_the_batch_has_ended() -> None:
    service = app(Settings(limits=Limits(idle=0.5)))
    sent = called(service, PATH, KIND, pieces(*LINES[:1], more=True))
    # The batch was never ended by its caller, and its first line is answered all the same.
    assert ids(sent.body) == wanted(1)


def test_a_question_that_comes_too_slowly_is_told_so() -> None:
    service = app(Settings(limits=Limits(seconds=0.1)))
    sent = called(service, "/v1/questions/premium", "application/json", pieces(b"{", more=True))
    assert (sent.status, json.loads(sent.body)["error"]) == (408, "request_timeout")


def test_a_caller_who_goes_away_within_a_question_is_no_fault_of_ours(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "jamsos.web")
    messages = [*pieces(b"{", more=True), {"type": "http.disconnect"}]
    sent = called(app(), "/v1/questions/premium", "application/json", messages)
    assert sent.status == 400
    assert [json.loads(record.message)["outcome"] for record in caplog.records] == ["bad_request"]


@pytest.mark.parametrize("path", ["/v1/questions/premium", "/v1/verify", "/ready"])
def test_a_question_that_takes_too_long_is_told_so(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def slow(_line: bytes, _desk: object) -> bytes:
        time.sleep(0.5)
        return b"{}"

    monkeypatch.setattr("jamsos.web.asking.answered", slow)
    monkeypatch.setattr("jamsos.web.asking.verified", slow)
    with TestClient(app(Settings(limits=Limits(seconds=0.05)))) as client:
        method = "GET" if path == "/ready" else "POST"
        reply = client.request(method, path, json=None if path == "/ready" else {})
    assert (reply.status_code, reply.json()["error"]) == (503, "too_slow")
    assert reply.headers["retry-after"] == "1"


def test_a_batch_whose_line_takes_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_line: bytes, _desk: object) -> bytes:
        time.sleep(0.5)
        return b"{}"

    monkeypatch.setattr("jamsos.web.asking.answered", slow)
    sent = called(app(Settings(limits=Limits(seconds=0.05))), PATH, KIND, pieces(LINES[0]))
    assert (sent.body, sent.whole) == (b"", False)
