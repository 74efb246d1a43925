"""An identity number sent anywhere to the service stands in nothing that comes out of it."""

import hashlib
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from jamsos import LawDataError
from jamsos.door.replies import error_reply
from jamsos.web import app

DIGITS = "9999992905120001"
PIECES = {DIGITS[at : at + 6] for at in range(11)}
HASHES = {
    getattr(hashlib, name)(DIGITS.encode()).hexdigest()[:12]
    for name in ("sha256", "md5", "sha1", "sha512", "blake2b")
}
FISHER = {"kind": "independent", "income": 900_000, "sector": "other", "nik": DIGITS}
PREMIUM = {"worker": FISHER, "month": "2026-11", "payer": "self"}
JSON = {"content-type": "application/json"}
LINES = {"content-type": "application/jsonl"}
Client = TestClient[ASGIApp]


def hidden(text: str) -> bool:
    return not any(piece in text for piece in PIECES | HASHES)


@pytest.fixture(name="client")
def _client(caplog: pytest.LogCaptureFixture) -> Iterator[Client]:
    caplog.set_level(logging.DEBUG)
    with TestClient(app(), raise_server_exceptions=False) as client:
        yield client


REQUESTS: dict[str, Callable[[Client], Any]] = {
    "a fact": lambda client: client.post("/v1/questions/premium", json=PREMIUM),
    "a wrong fact": lambda client: client.post(
        "/v1/questions/premium", json=PREMIUM | {"month": DIGITS}
    ),
    "a key": lambda client: client.post("/v1/questions/premium", json=PREMIUM | {DIGITS: 1}),
    "a record id": lambda client: client.post(
        "/v1/questions/premium", json=PREMIUM | {"id": DIGITS}
    ),
    "words": lambda client: client.post(
        "/v1/questions/risk_group", json={"words": f"toko {DIGITS}"}
    ),
    "a query of a question": lambda client: client.post(
        f"/v1/questions/premium?nik={DIGITS}&{DIGITS}", json=PREMIUM
    ),
    "a key for the service": lambda client: client.get(
        "/v1/version", headers={"authorization": f"Bearer {DIGITS}"}
    ),
    "a way of packing": lambda client: client.post(
        "/v1/questions/premium", content=b"{}", headers=JSON | {"content-encoding": DIGITS}
    ),
    "headers alone": lambda client: client.head(f"/v1/law?on={DIGITS}"),
    "another question": lambda client: client.post(
        "/v1/questions/premium", json=PREMIUM | {"question": DIGITS}
    ),
    "no JSON": lambda client: client.post(
        "/v1/questions/premium", content=DIGITS.encode() + b"{", headers=JSON
    ),
    "a number": lambda client: client.post(
        "/v1/questions/premium", content=DIGITS.encode(), headers=JSON
    ),
    "a line": lambda client: client.post(
        "/v1/lines",
        content=json.dumps({"question": "premium"} | PREMIUM).encode() + b"\n" + DIGITS.encode(),
        headers=LINES,
    ),
    "a receipt": lambda client: client.post("/v1/verify", json={"receipt": DIGITS, DIGITS: DIGITS}),
    "a question of a path": lambda client: client.post(f"/v1/questions/{DIGITS}", json=PREMIUM),
    "a path": lambda client: client.get(f"/{DIGITS}"),
    "a day": lambda client: client.get(f"/v1/law?on={DIGITS}"),
    "an article": lambda client: client.get(f"/v1/law?article=PP+{DIGITS}/2015+1"),
    "a parameter": lambda client: client.get(f"/v1/law?{DIGITS}=1"),
    "a query nobody reads": lambda client: client.get(f"/health?nik={DIGITS}"),
    "a tag": lambda client: client.get("/v1/law", headers={"if-none-match": f'"{DIGITS}"'}),
    "a header": lambda client: client.get("/v1/version", headers={"x-nik": DIGITS}),
    "a kind of content": lambda client: client.post(
        "/v1/questions/premium", content=b"{}", headers={"content-type": f"text/{DIGITS}"}
    ),
    "an origin": lambda client: client.get("/health", headers={"origin": f"https://{DIGITS}.id"}),
    "a method": lambda client: client.request(f"X{DIGITS}", "/health"),
}


@pytest.mark.parametrize("place", REQUESTS)
def test_a_number_sent_there_comes_out_nowhere(
    client: Client, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    reply = REQUESTS[place](client)
    assert reply.status_code < 500
    ours = [record.getMessage() for record in caplog.records if record.name != "httpx"]
    said = [reply.text, *ours, *(f"{name}: {value}" for name, value in reply.headers.items())]
    assert len(ours) == 1
    assert all(hidden(text) for text in said)


def test_the_check_finds_what_it_looks_for() -> None:
    assert not hidden(f"NIK {DIGITS}")
    assert not hidden(hashlib.sha256(DIGITS.encode()).hexdigest())
    assert hidden("**************01")


def test_the_answer_is_the_same_and_the_receipt_says_only_that_there_was_a_number(
    client: Client,
) -> None:
    reply = client.post("/v1/questions/premium", json=PREMIUM).json()
    assert reply["total"] == 8_400
    assert reply["receipt"]["question"]["worker"]["has_nik"] is True
    assert "nik" not in reply["receipt"]["question"]["worker"]


@pytest.mark.parametrize(
    ("path", "headers"), [("/v1/questions/premium", JSON), ("/v1/lines", LINES)]
)
def test_a_fault_of_ours_says_where_it_is_and_nothing_else(
    client: Client,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    headers: dict[str, str],
) -> None:
    def broken(_line: bytes, _desk: object) -> bytes:
        raise RuntimeError(DIGITS)

    monkeypatch.setattr("jamsos.web.asking.answered", broken)
    reply = client.post(path, content=json.dumps(PREMIUM).encode(), headers=headers)
    ours = [record.getMessage() for record in caplog.records if record.name != "httpx"]
    assert all(hidden(text) for text in [reply.text, *ours])
    fault = json.loads(ours[0])
    assert fault["fault"] == "RuntimeError"
    assert any(place.startswith("jamsos.web.asking:") for place in fault["at"])
    assert all(record.exc_info is None for record in caplog.records)


def test_a_fault_before_a_reply_began_is_a_problem(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_line: bytes, _desk: object) -> bytes:
        raise RuntimeError(DIGITS)

    monkeypatch.setattr("jamsos.web.asking.answered", broken)
    reply = client.post("/v1/questions/premium", json=PREMIUM)
    assert reply.status_code == 500
    assert reply.json() == {
        "type": "/docs#problems-internal",
        "title": "Internal Server Error",
        "status": 500,
        "error": "internal",
    }


def test_law_data_that_do_not_hold_together_are_a_fault_of_the_service(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_line: bytes, _desk: object) -> bytes:
        error = LawDataError("law.toml", "x", "a date", "correct it")
        return json.dumps(error_reply(error, None)).encode()

    monkeypatch.setattr("jamsos.web.asking.answered", broken)
    reply = client.post("/v1/questions/premium", json=PREMIUM)
    assert (reply.status_code, reply.json()["error"]) == (500, "law_data")


def test_the_log_says_question_outcome_and_time(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.post("/v1/questions/premium", json=PREMIUM)
    client.post("/v1/questions/premium", json=PREMIUM | {"month": "x"})
    client.get("/nothing")
    rows = [json.loads(record.message) for record in caplog.records if record.name == "jamsos.web"]
    assert [(row["question"], row["outcome"], row["status"]) for row in rows] == [
        ("premium", "yes", 200),
        ("premium", "input", 422),
        ("-", "not_found", 404),
    ]
    assert all(row.keys() == {"question", "outcome", "status", "ms"} for row in rows)
