"""The service killed at random during a batch: what was answered is right and whole."""

import json
import random
import signal
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path

import pytest
from web_process import Service, service

KILLS = 50
FISHER = {"kind": "independent", "income": 900_000, "sector": "transport"}
TOTALS = {2025: 16_800, 2026: 8_400}
"""10,000 + 6,800; PP 50/2025 halves it for transport in October 2026."""


def line(number: int) -> bytes:
    asked = {
        "question": "premium",
        "id": f"contoh-{number}",
        "worker": FISHER,
        "month": f"{2025 + number % 2}-10",
        "payer": "self",
    }
    return json.dumps(asked).encode() + b"\n"


def pour(connection: HTTPConnection) -> None:
    """Send lines until the service is gone."""
    with suppress(OSError):
        for number in count():
            piece = line(number)
            connection.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")


def answered_before(running: Service, seconds: float, how: signal.Signals) -> bytes:
    """All that came back from a batch without end, until the service was killed."""
    connection = running.connected()
    connection.putrequest("POST", "/v1/lines")
    connection.putheader("content-type", "application/jsonl")
    connection.putheader("transfer-encoding", "chunked")
    connection.endheaders()
    pouring = threading.Thread(target=pour, args=(connection,))
    pouring.start()
    killing = threading.Timer(seconds, running.process.send_signal, (how,))
    killing.start()
    received: list[bytes] = []
    with suppress(OSError, HTTPException):
        reply = connection.getresponse()
        while piece := reply.read1(10_000):
            received.append(piece)
    killing.join()
    connection.close()
    pouring.join()
    return b"".join(received)


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_answered_is_right_and_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    how = chance.choice([signal.SIGKILL, signal.SIGTERM])
    with service(tmp_path / "log", "--grace", "0.2") as running:
        received = answered_before(running, chance.uniform(0.3, 2), how)
        running.process.wait(30)
        assert "Traceback" not in running.log
    # What follows the last end of line is no answer yet.
    lines = received.split(b"\n")
    begun = lines.pop()
    for number, written in enumerate(lines):
        reply = json.loads(written)
        assert reply["id"] == f"contoh-{number}"
        assert reply["total"] == TOTALS[2025 + number % 2]
    if how == signal.SIGTERM:
        assert begun == b""
        assert lines
