"""The service killed at random during a batch: what was answered is right and whole."""

import json
import random
import signal
import threading
from contextlib import suppress
from functools import cache
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path

import pytest
from web_process import Service, service

from jamsos.door.answering import answered
from jamsos.door.desk import open_desk

KILLS = 50
DESK = open_desk()
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


@cache
def wanted(number: int) -> bytes:
    """The reply to a line, as a process that nobody kills gives it."""
    return answered(line(number).rstrip(), DESK)


def answered_before(
    running: Service, replies: int, seconds: float, how: signal.Signals
) -> list[bytes]:
    """All that came back from a batch without end, until the service was killed.

    Args:
        running: The service.
        replies: After so many replies it is killed.
        seconds: And so much later, while the batch goes on.
        how: What kills it.

    """
    connection = running.connected()
    connection.putrequest("POST", "/v1/lines")
    connection.putheader("content-type", "application/jsonl")
    connection.putheader("transfer-encoding", "chunked")
    connection.endheaders()
    pouring = threading.Thread(target=pour, args=(connection,))
    pouring.start()
    killing = threading.Timer(seconds, running.process.send_signal, (how,))
    received: list[bytes] = []
    whole = 0
    with suppress(OSError, HTTPException):
        reply = connection.getresponse()
        while piece := reply.read1(10_000):
            received.append(piece)
            whole += piece.count(b"\n")
            if killing.ident is None and whole >= replies:
                killing.start()
    killing.join()
    connection.close()
    pouring.join()
    return b"".join(received).split(b"\n")


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_answered_is_right_and_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    how = chance.choice([signal.SIGKILL, signal.SIGTERM])
    replies = chance.randrange(1, 300)
    with service(tmp_path / "log", "--grace", "0.2") as running:
        # What follows the last end of line is no answer yet.
        *lines, begun = answered_before(running, replies, chance.uniform(0, 0.3), how)
        running.process.wait(30)
        assert "Traceback" not in running.log
    assert len(lines) >= replies
    for number, written in enumerate(lines):
        assert written == wanted(number)
    if how == signal.SIGTERM:
        assert begun == b""


@pytest.mark.parametrize("number", range(4))
def test_what_is_compared_with_is_right(number: int) -> None:
    reply = json.loads(wanted(number))
    assert reply["id"] == f"contoh-{number}"
    assert reply["total"] == TOTALS[2025 + number % 2]
