"""The door over HTTP: what is asked by path comes back as the door answers it."""

import json
import random
from collections.abc import Iterator
from importlib import reload
from typing import Any, cast

import fastjsonschema
import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

import jamsos.web
from jamsos import InputError, MissingExtraError
from jamsos.web import Limits, Settings, app
from jamsos.web.contract import QUESTIONS

FISHER = {"kind": "independent", "income": 900_000, "sector": "other"}
PREMIUM: dict[str, Any] = {"worker": FISHER, "month": "2026-11", "payer": "self"}
PREMIUM_TOTAL = 8_400
"""PP 50/2025: half of 10,000 + 6,800."""
JSON = {"content-type": "application/json"}
Client = TestClient[ASGIApp]


@pytest.fixture(name="client", scope="module")
def _client() -> Iterator[Client]:
    with TestClient(app()) as client:
        yield client


@pytest.fixture(name="contract", scope="module")
def _contract(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def post(client: Client, body: bytes, question: str = "premium") -> Any:
    return client.post(f"/v1/questions/{question}", content=body, headers=JSON)


def test_a_question_is_answered_at_its_path(client: Client) -> None:
    reply = client.post("/v1/questions/premium", json=PREMIUM)
    assert (reply.status_code, reply.json()["total"]) == (200, PREMIUM_TOTAL)
    assert reply.headers["content-type"] == "application/json"
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"


def test_a_body_may_name_the_question_of_its_path(client: Client) -> None:
    reply = client.post("/v1/questions/premium", json={"question": "premium"} | PREMIUM)
    assert reply.json()["total"] == PREMIUM_TOTAL


def test_a_body_may_not_name_another_question(client: Client) -> None:
    reply = client.post("/v1/questions/premium", json={"question": "prepay"} | PREMIUM)
    assert (reply.status_code, reply.json()["thing"]) == (422, "question")


def test_a_body_may_begin_with_a_byte_order_mark(client: Client) -> None:
    reply = post(client, b"\xef\xbb\xbf" + json.dumps(PREMIUM).encode())
    assert reply.json()["total"] == PREMIUM_TOTAL


def test_a_question_without_facts_is_asked_without_facts(client: Client) -> None:
    reply = post(client, b"{ }")
    assert (reply.status_code, reply.json()["error"]) == (422, "input")
    assert "worker" in reply.json()["thing"]


@pytest.mark.parametrize("body", [b"", b"[]", b"nul", b"7", b'"x"', b"{", b"\xff", b'{"a":'])
def test_what_is_no_object_is_a_bad_request(client: Client, body: bytes) -> None:
    reply = post(client, body)
    assert (reply.status_code, reply.json()["thing"]) == (400, "line")


def test_a_record_id_comes_back_with_the_problem(client: Client) -> None:
    wrong = PREMIUM | {"id": "contoh-7", "month": "2026-13"}
    reply = client.post("/v1/questions/premium", json=wrong)
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["id"] == "contoh-7"
    assert reply.json()["status"] == reply.status_code == 422
    assert reply.json()["type"] == "/docs#problems-input"
    assert reply.json()["title"]
    assert "month" in reply.json()["detail"]


def test_a_day_before_the_law_is_a_problem_of_its_own(client: Client) -> None:
    reply = client.post("/v1/questions/premium", json=PREMIUM | {"month": "2015-06"})
    assert (reply.status_code, reply.json()["error"]) == (422, "outside_law")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/v1/questions/premiums", 404),
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1/questions/premium", 405),
        ("GET", "/v1/lines", 405),
        ("DELETE", "/health", 405),
    ],
)
def test_a_path_that_is_not_served_is_a_problem(
    client: Client, method: str, path: str, status: int
) -> None:
    reply = client.request(method, path, json={} if method == "POST" else None)
    assert reply.status_code == reply.json()["status"] == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/v1/questions/premium", "/v1/verify", "/v1/lines"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_what_a_web_form_can_send_is_not_read(client: Client, path: str, kind: str) -> None:
    reply = client.post(path, content=b"{}", headers={"content-type": kind})
    assert (reply.status_code, reply.json()["error"]) == (415, "unsupported_media_type")


def test_a_receipt_is_verified_and_an_altered_reply_refused(client: Client) -> None:
    reply = client.post("/v1/questions/premium", json=PREMIUM).json()
    assert client.post("/v1/verify", json=reply["receipt"]).json()["verified"] is True
    assert client.post("/v1/verify", json=reply).json()["verified"] is True
    altered = client.post("/v1/verify", json=reply | {"total": 1})
    assert (altered.status_code, altered.json()["error"]) == (422, "receipt")


def test_an_empty_receipt_is_a_bad_request(client: Client) -> None:
    assert client.post("/v1/verify", content=b" ", headers=JSON).status_code == 400


def test_the_service_says_that_it_runs_and_with_what(client: Client) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {"status": "ready"}
    versions = client.get("/v1/version").json()
    receipt = client.post("/v1/questions/premium", json=PREMIUM).json()["receipt"]
    assert versions["law"] == receipt["law"]
    assert versions["fingerprint"] == receipt["fingerprint"]
    assert versions["jamsos"] == receipt["jamsos"]


def test_limits_of_a_body_and_of_its_depth() -> None:
    with TestClient(app(Settings(limits=Limits(body=300, depth=3)))) as client:
        assert post(client, b" " * 301).status_code == 413
        assert post(client, b" " * 300).status_code == 400
        # The question is one object, its worker a second one inside it.
        assert client.post("/v1/questions/premium", json=PREMIUM).status_code == 200
        deep = post(client, b'{"worker": {"a": [[]]}}')
        assert (deep.status_code, deep.json()["value"]) == (
            400,
            "objects and lists nested too deep",
        )


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"worker":[{"a":'])
def test_a_body_nested_without_end_is_refused(client: Client, opening: bytes) -> None:
    assert post(client, opening * 60_000).status_code == 400


# The law


def test_the_law_of_a_day(client: Client) -> None:
    ids = [row["id"] for row in client.get("/v1/law?on=2026-11-01").json()["provisions"]]
    assert len(ids) == len(set(ids))
    every = client.get("/v1/law").json()["provisions"]
    assert {row["id"] for row in every} >= set(ids)
    assert len(every) > len(ids)


def test_what_an_article_says_on_a_day(client: Client) -> None:
    reply = client.get("/v1/law", params={"article": "PP 44/2015 20(3)"}).json()
    assert reply["article"] == "PP 44/2015 Pasal 20"
    [paragraph] = reply["paragraphs"]
    # PP 44/2015 Pasal 20 ayat (3): Rp6,800 a month, from 1 July 2015.
    assert "Rp6.800" in paragraph["content"]["id"]
    on_a_day = {"article": "PP 44/2015 20(3)", "on": "2015-07-01"}
    assert client.get("/v1/law", params=on_a_day).json()["paragraphs"] == [paragraph]


def test_an_article_that_was_changed_has_the_words_of_its_day(client: Client) -> None:
    article = {"article": "PP 44/2015 34"}
    periods = client.get("/v1/law", params=article).json()["paragraphs"]
    before = client.get("/v1/law", params=article | {"on": "2015-07-01"}).json()["paragraphs"]
    assert before
    assert len(before) < len(periods)
    assert {row["from"] for row in before} == {"2015-07-01"}


@pytest.mark.parametrize(
    ("query", "thing", "error"),
    [
        ("on=yesterday", "on", "input"),
        ("on=2015-06-30", "on", "outside_law"),
        ("artikel=1", "query", "input"),
        ("on=2026-11-01&on=2026-11-02", "on", "input"),
        ("article=UU+1/1900", "article", "input"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(
    client: Client, query: str, thing: str, error: str
) -> None:
    reply = client.get(f"/v1/law?{query}")
    assert (reply.status_code, reply.json()["error"]) == (422, error)
    assert thing in reply.json()["thing"]
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/v1/law?on=2026-11-01", "/v1/schema", "/openapi.json", "/docs"])
def test_what_depends_on_the_law_alone_may_be_kept_and_asked_for_again(
    client: Client, path: str
) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "max-age=300"
    tag = first.headers["etag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    changed = client.get(path, headers={"if-none-match": '"other"'})
    assert (changed.status_code, changed.content) == (200, first.content)


# The contract


def test_every_question_has_a_path(contract: dict[str, Any]) -> None:
    prefix = "/v1/questions/"
    paths = {path.removeprefix(prefix) for path in contract["paths"] if path.startswith(prefix)}
    assert paths == QUESTIONS
    assert len(QUESTIONS) >= 37
    assert contract["openapi"].startswith("3.1")


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        table = cast("dict[str, object]", part)
        if "$ref" in table:
            yield str(table["$ref"])
        for value in table.values():
            yield from references(value)
    elif isinstance(part, list):
        for item in cast("list[object]", part):
            yield from references(item)


def test_every_reference_is_there(contract: dict[str, Any]) -> None:
    prefix = "#/components/schemas/"
    found = set(references(contract))
    assert all(reference.startswith(prefix) for reference in found)
    assert {reference.removeprefix(prefix) for reference in found} <= set(
        contract["components"]["schemas"]
    )
    assert "$defs" not in json.dumps(contract)


def validator(contract: dict[str, Any], schema: object) -> Any:
    return fastjsonschema.compile(
        {"components": contract["components"], "allOf": [schema]}, use_formats=False
    )


def test_replies_and_problems_follow_the_contract(client: Client, contract: dict[str, Any]) -> None:
    described = contract["paths"]["/v1/questions/premium"]["post"]
    asked = described["requestBody"]["content"]["application/json"]["schema"]
    validator(contract, asked)(PREMIUM)
    amounts = PREMIUM | {"detail": "amounts"}
    grounds = PREMIUM | {"detail": "grounds"}
    wrong = PREMIUM | {"month": "2026-13"}
    for body, status in (
        (PREMIUM, "200"),
        (amounts, "200"),
        (grounds, "200"),
        (wrong, "422"),
    ):
        [content] = described["responses"][status]["content"].values()
        reply = client.post("/v1/questions/premium", json=body)
        assert str(reply.status_code) == status
        validator(contract, content["schema"])(reply.json())


def test_the_page_asks_nobody_else(client: Client) -> None:
    reply = client.get("/docs")
    assert reply.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert "connect-src 'self'" in reply.headers["content-security-policy"]
    assert "://" not in reply.text
    assert "//" not in reply.text.replace("// The page writes", "")


@pytest.mark.parametrize("code", ["input", "too_slow", "internal", "unauthorized", "not_found"])
def test_the_page_explains_the_codes_of_problems(client: Client, code: str) -> None:
    assert f'id="problems-{code}"' in client.get("/docs").text


# Who may ask


def test_nobody_else_s_page_may_ask_unless_named(client: Client) -> None:
    page = {"origin": "https://kantor.example"}
    assert "access-control-allow-origin" not in client.get("/health", headers=page).headers
    with TestClient(app(Settings(origins=("https://kantor.example",)))) as named:
        headers = named.get("/health", headers=page).headers
        assert headers["access-control-allow-origin"] == "https://kantor.example"
        other = named.get("/health", headers={"origin": "https://lain.example"}).headers
        assert "access-control-allow-origin" not in other


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/questions/premium"),
        ("POST", "/v1/lines"),
        ("POST", "/v1/verify"),
        ("GET", "/v1/law"),
        ("GET", "/v1/version"),
    ],
)
def test_with_a_key_only_those_who_send_it_may_ask(method: str, path: str) -> None:
    with TestClient(app(Settings(key="rahasia"))) as client:
        for sent in ({}, {"authorization": "Bearer rahasia2"}, {"authorization": "rahasia"}):
            reply = client.request(method, path, headers=JSON | sent)
            assert (reply.status_code, reply.json()["error"]) == (401, "unauthorized")
            assert reply.headers["www-authenticate"] == "Bearer"
        known = client.request(method, path, headers=JSON | {"authorization": "Bearer rahasia"})
        assert known.status_code != 401
        assert client.get("/health").status_code == 200


def test_a_key_is_part_of_the_contract() -> None:
    with TestClient(app(Settings(key="rahasia"))) as client:
        contract = client.get("/openapi.json").json()
    assert contract["paths"]["/v1/lines"]["post"]["security"] == [{"key": []}]
    assert "security" not in contract["paths"]["/health"]["get"]
    assert "rahasia" not in json.dumps(contract)
    assert "rahasia" not in repr(Settings(key="rahasia"))


def test_the_key_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOS_API_KEY", " rahasia ")
    with TestClient(app()) as client:
        assert client.get("/v1/version").status_code == 401
        sent = {"authorization": "Bearer rahasia"}
        assert client.get("/v1/version", headers=sent).status_code == 200


@pytest.mark.parametrize("empty", ["", "  ", "kunci é"])
def test_a_key_that_was_not_filled_in_is_refused(empty: str) -> None:
    with pytest.raises(InputError, match="JAMSOS_API_KEY"):
        Settings.of_environment({"JAMSOS_API_KEY": empty})


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_name: str) -> None:
        return None

    monkeypatch.setattr("importlib.util.find_spec", absent)
    with pytest.raises(MissingExtraError, match=r"pip install 'jamsos\[web\]'"):
        reload(jamsos.web)


# Bodies nobody meant


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The body with some of its bytes changed, left out, doubled or cut off."""
    changed = bytearray(body)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        until = min(at + chance.randint(1, 12), len(changed))
        piece = changed[at:until]
        how = chance.randrange(4)
        if how == 0:
            changed[at] = chance.randrange(256)
        elif how == 1:
            changed[at:until] = piece + piece
        elif how == 2 and len(changed) > 20:
            del changed[at:until]
        else:
            changed[at:until] = chance.choice([b"null", b"1e400", b"{}", b"[", b'"\\ud800"', b"-1"])
    return bytes(changed)


def test_a_mutated_body_is_answered_or_a_problem(client: Client) -> None:
    chance = random.Random(13)  # noqa: S311 - mutations, no secrets
    body = json.dumps(PREMIUM | {"id": "contoh-1 " + "x" * 60}).encode()
    statuses: set[int] = set()
    for _ in range(500):
        reply = post(client, mutated(body, chance))
        statuses.add(reply.status_code)
        if reply.status_code != 200:
            assert reply.json()["status"] == reply.status_code
            assert reply.json()["next_step"]
    assert statuses == {200, 400, 422}
