"""The service as a process: how it starts, what it logs, how it ends."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, IncompleteRead
from pathlib import Path
from socket import socket
from threading import Thread

import pytest
from web_process import PATIENCE, Service, service

DIGITS = "9999992905120001"
FISHER = {"kind": "independent", "income": 900_000, "sector": "other", "nik": DIGITS}
PREMIUM = {"worker": FISHER, "month": "2026-11", "payer": "self"}
LINE = json.dumps({"question": "premium", **PREMIUM}).encode() + b"\n"
JSON = {"content-type": "application/json"}


@pytest.fixture(name="running")
def _running(tmp_path: Path) -> Iterator[Service]:
    with service(tmp_path / "log", "--grace", "5") as running:
        yield running


def begun(running: Service) -> HTTPConnection:
    """A batch whose first line was sent."""
    connection = running.connected()
    connection.putrequest("POST", "/v1/lines")
    connection.putheader("content-type", "application/jsonl")
    connection.putheader("transfer-encoding", "chunked")
    connection.endheaders()
    send(connection, LINE)
    return connection


def send(connection: HTTPConnection, piece: bytes) -> None:
    connection.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")


def test_it_answers_and_logs_no_fact(running: Service) -> None:
    connection = running.connected()
    connection.request("POST", "/v1/questions/premium", json.dumps(PREMIUM), JSON)
    reply = connection.getresponse()
    assert json.loads(reply.read())["total"] == 8_400
    assert reply.getheader("server") is None
    for method, path in (("GET", f"/{DIGITS}"), ("GET", f"/v1/law?on={DIGITS}"), (DIGITS, "/")):
        connection.request(method, path, headers={"x-nik": DIGITS, "authorization": DIGITS})
        connection.getresponse().read()
    with socket() as raw:
        raw.connect(("127.0.0.1", running.port))
        raw.sendall(f"{DIGITS} {DIGITS}\r\n\r\n".encode())
        assert DIGITS.encode() not in raw.recv(1000)
    running.process.terminate()
    running.process.wait(PATIENCE)
    assert running.log.count('"question"') == 4
    assert DIGITS[:6] not in running.log


def test_it_ends_at_once_where_nothing_is_asked(running: Service) -> None:
    running.connected().connect()
    began = time.monotonic()
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(PATIENCE) == 0
    assert time.monotonic() - began < 4
    assert "Traceback" not in running.log


def test_a_batch_that_runs_is_answered_to_its_end(running: Service) -> None:
    connection = begun(running)
    reply = connection.getresponse()
    assert json.loads(reply.readline())["total"] == 8_400
    running.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    with pytest.raises(ConnectionError):
        running.connected().connect()
    for _ in range(20):
        send(connection, LINE)
    connection.send(b"0\r\n\r\n")
    assert [json.loads(line)["total"] for line in reply.read().splitlines()] == [8_400] * 20
    assert running.process.wait(PATIENCE) == 0


def test_a_batch_that_does_not_end_is_cut_after_a_whole_line(tmp_path: Path) -> None:
    with service(tmp_path / "log", "--grace", "1") as running:
        connection = begun(running)
        reply = connection.getresponse()
        send(connection, LINE + LINE[:40])
        running.process.send_signal(signal.SIGTERM)
        with pytest.raises(IncompleteRead) as cut:
            reply.read()
        assert cut.value.partial.endswith(b"\n")
        assert [json.loads(line)["total"] for line in cut.value.partial.splitlines()] == [8_400] * 2
        assert running.process.wait(PATIENCE) == 0
        assert '"outcome": "cut"' in running.log


def test_a_batch_that_never_pauses_is_cut_after_a_whole_line(tmp_path: Path) -> None:
    with service(tmp_path / "log", "--grace", "0.5") as running:
        connection = begun(running)
        reply = connection.getresponse()
        pouring = Thread(target=pour, args=(connection,))
        pouring.start()
        running.process.send_signal(signal.SIGTERM)
        received: list[bytes] = []
        with suppress(HTTPException, OSError):
            while piece := reply.read1(10_000):
                received.append(piece)
        assert running.process.wait(PATIENCE) == 0
        pouring.join()
        assert '"outcome": "cut"' in running.log
    lines = b"".join(received).splitlines(keepends=True)
    assert len(lines) > 1
    assert all(json.loads(line)["total"] == 8_400 for line in lines)
    assert lines[-1].endswith(b"\n")


def pour(connection: HTTPConnection) -> None:
    """Send lines for as long as somebody takes them."""
    with suppress(OSError):
        while True:
            send(connection, LINE)


def test_interrupted_twice_it_ends_although_a_batch_runs(tmp_path: Path) -> None:
    with service(tmp_path / "log", "--grace", "60") as running:
        begun(running).getresponse()
        running.process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert running.process.poll() is None
        running.process.send_signal(signal.SIGINT)
        running.process.wait(10)
        assert "Traceback" not in running.log


def test_the_key_of_the_environment_is_asked_for(tmp_path: Path) -> None:
    with service(tmp_path / "log", JAMSOS_API_KEY="rahasia") as running:
        connection = running.connected()
        connection.request("GET", "/v1/version")
        reply = connection.getresponse()
        reply.read()
        assert reply.status == 401
        connection.request("GET", "/v1/version", headers={"authorization": "Bearer rahasia"})
        assert connection.getresponse().status == 200
        assert "rahasia" not in running.log


@pytest.mark.parametrize(
    "options", [["--host", "192.0.2.1"], ["--port", "99999"], ["--host", "2001:db8::1"]]
)
def test_an_address_that_cannot_be_had_is_said_plainly(options: list[str]) -> None:
    command = [sys.executable, "-m", "jamsos", "serve", "--port", "0", *options]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert done.stderr.startswith("jamsos: --host and --port: got")
    assert done.stderr.count("\n") == 1
