"""Requests nobody means and every service gets: methods, headers, packed bodies, odd days."""

import gzip
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asgi_calls import called, pieces
from litestar.testing import TestClient
from litestar.types import ASGIApp
from web_process import PATIENCE, service

from jamsos import InputError
from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines
from jamsos.web import Limits, Settings, app

FISHER = {"kind": "independent", "income": 900_000, "sector": "other"}
PREMIUM: dict[str, Any] = {"worker": FISHER, "month": "2026-11", "payer": "self"}
JSON = {"content-type": "application/json"}
LINES = {"content-type": "application/jsonl"}
PING = b'{"question":"ping"}'
READ = ["/health", "/ready", "/docs", "/openapi.json", "/v1/law", "/v1/schema", "/v1/version"]
ASKED = ["/v1/questions/premium", "/v1/verify", "/v1/lines"]
Client = TestClient[ASGIApp]


@pytest.fixture(name="client", scope="module")
def _client() -> Iterator[Client]:
    with TestClient(app()) as client:
        yield client


# Methods ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", READ)
def test_what_can_be_read_can_be_asked_for_its_headers_alone(client: Client, path: str) -> None:
    read, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == read.headers
    assert int(head.headers["content-length"]) == len(read.content) > 0


def test_headers_alone_are_not_modified_either(client: Client) -> None:
    tag = client.head("/v1/schema").headers["etag"]
    assert client.head("/v1/schema", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("path", ASKED)
def test_a_question_has_no_headers_alone(client: Client, path: str) -> None:
    head = client.head(path)
    assert (head.status_code, head.content) == (405, b"")


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ASKED)
def test_another_method_is_told_the_one_of_a_question(
    client: Client, method: str, path: str
) -> None:
    reply = client.request(method, path)
    allowed = set(reply.headers["allow"].split(", "))
    assert (reply.status_code, allowed - {"OPTIONS"}) == (405, {"POST"})


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", READ)
def test_another_method_is_told_those_of_reading(client: Client, method: str, path: str) -> None:
    reply = client.request(method, path)
    allowed = set(reply.headers["allow"].split(", "))
    assert (reply.status_code, allowed - {"OPTIONS"}) == (405, {"GET", "HEAD"})


# Headers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "headers", "body"),
    [
        ("/v1/questions/premium", JSON, json.dumps(PREMIUM).encode()),
        ("/v1/verify", JSON, b"{}"),
        ("/v1/lines", LINES, PING),
    ],
)
def test_a_packed_body_is_refused_for_what_it_is(
    client: Client, path: str, headers: dict[str, str], body: bytes
) -> None:
    packed = headers | {"content-encoding": "gzip"}
    reply = client.post(path, content=gzip.compress(body), headers=packed)
    assert (reply.status_code, reply.headers["accept-encoding"]) == (415, "identity")
    plain = client.post(path, content=body, headers=headers | {"content-encoding": "Identity"})
    assert plain.status_code != 415


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("query", ["lang=en", "detail=amounts&lang=en", "x"])
def test_what_is_asked_in_the_query_is_not_passed_over(
    client: Client, path: str, query: str
) -> None:
    headers = LINES if path == "/v1/lines" else JSON
    reply = client.post(f"{path}?{query}", content=PING, headers=headers)
    assert (reply.status_code, reply.json()["thing"]) == (422, "query")
    assert "body" in reply.json()["next_step"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("Bearer rahasia", 200),
        ("bearer rahasia", 200),
        ("BEARER  rahasia ", 200),
        ("Basic rahasia", 401),
        ("Bearer", 401),
        ("Bearer ", 401),
        ("rahasia", 401),
        ("Bearer rahasia x", 401),
        ("Bearer rah\u00e4sia", 401),
        ("", 401),
    ],
)
def test_a_key_is_sent_as_a_bearer_of_it(sent: str, status: int) -> None:
    with TestClient(app(Settings(key="rahasia"))) as client:
        headers = {b"authorization": sent.encode("latin-1")}
        assert client.get("/v1/version", headers=headers).status_code == status


@pytest.mark.parametrize("path", ASKED)
def test_a_browser_may_ask_first_without_the_key(path: str) -> None:
    office = "https://kantor.example"
    asking = {"origin": office, "access-control-request-method": "POST"}
    with TestClient(app(Settings(key="rahasia", origins=(office,)))) as client:
        may = client.options(path, headers=asking)
        assert (may.status_code, may.headers["access-control-allow-origin"]) == (204, office)
        assert "POST" in may.headers["access-control-allow-methods"]
        other = client.options(path, headers=asking | {"origin": "https://lain.example"})
        assert "access-control-allow-origin" not in other.headers


def test_headers_without_end_are_cut_off(tmp_path: Path) -> None:
    with service(tmp_path / "log") as running, socket.socket() as caller:
        caller.settimeout(PATIENCE)
        caller.connect(("127.0.0.1", running.port))
        caller.sendall(b"GET /health HTTP/1.1\r\nhost: x\r\nx: ")
        with pytest.raises(ConnectionError):
            caller.sendall(b"a" * 2**26)
        connection = running.connected()
        connection.request("GET", "/health")
        assert connection.getresponse().status == 200


# Bodies -------------------------------------------------------------------------------------


@pytest.mark.parametrize("blank", [b"", b" ", b"\r", b"\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r"])
@pytest.mark.parametrize("odd", [b"", b"\x0b", b"\x0c", b"\x00", b"\xc2\xa0"])
def test_a_line_asks_nothing_over_http_where_it_asks_nothing_as_a_line(
    blank: bytes, odd: bytes
) -> None:
    lines = [blank, odd, PING, blank + PING + blank.replace(b"\xef\xbb\xbf", b""), blank]
    sent = called(app(), "/v1/lines", "application/jsonl", pieces(b"\n".join(lines)))
    wanted = b"".join(answer_lines([line + b"\n" for line in lines], open_desk()))
    assert sent.body == wanted


# Days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("article", ["", "&article=PP+44/2015+20"])
@pytest.mark.parametrize("day", ["9999-12-31", "2201-01-01"])
def test_a_day_beyond_all_plans_is_no_fault_of_ours(client: Client, day: str, article: str) -> None:
    reply = client.get(f"/v1/law?on={day}{article}")
    assert (reply.status_code, reply.json()["thing"]) == (422, "on")
    assert "2200" in reply.json()["allowed"]


def test_the_law_of_a_day_to_come_says_until_when_it_is_known(client: Client) -> None:
    reply = client.get("/v1/law?on=2200-12-31").json()
    known = client.get("/v1/version").json()["known_until"]
    assert reply["known_until"] == known < "2200-12-31"


# Settings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["body", "depth", "seconds", "idle", "grace"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1])
def test_a_limit_is_a_number_of_0_or_more(name: str, value: Any) -> None:
    with pytest.raises(InputError, match=f"{name}.*0 or more"):
        Limits(**{name: value})


@pytest.mark.parametrize(
    "origin",
    ["*", "kantor.example", "https://kantor.example/", "https://*.example", "null", "https://", ""],
)
def test_what_no_browser_sends_is_no_origin(origin: str) -> None:
    with pytest.raises(InputError, match="--cors"):
        Settings(origins=("https://kantor.example", origin))


@pytest.mark.parametrize(
    "origin", ["http://localhost:8080", "http://[::1]:8080", "https://kantor.example"]
)
def test_an_origin_may_have_a_port(origin: str) -> None:
    assert Settings(origins=(origin,)).origins == (origin,)


@pytest.mark.parametrize("key", ["a\nb", "a\x00b", "\udcff"])
def test_a_key_nobody_could_send_is_refused(key: str) -> None:
    with pytest.raises(InputError, match="JAMSOS_API_KEY"):
        Settings.of_environment({"JAMSOS_API_KEY": key})
