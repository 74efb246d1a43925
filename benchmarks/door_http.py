"""Requests a second of the HTTP service, and how long they take, on loopback.

    python benchmarks/door_http.py            # 64 connections for 60 seconds
    python benchmarks/door_http.py 10 8       # 10 seconds, 8 connections

Every reply is checked: it must be the one to its own question, with the right total, and none may
be missing. The client runs in a process of its own on the same machine, so that on few processors
it takes its share of them.
"""

import asyncio
import json
import subprocess
import sys
import time
from argparse import ArgumentParser
from itertools import count
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

SECONDS = 60
CONNECTIONS = 64
TOTALS = {"2025-10": 16_800, "2026-10": 8_400}
"""10,000 + 6,800; PP 50/2025 halves it for transport in October 2026."""
MONTHS = sorted(TOTALS)


def question(number: int) -> tuple[bytes, str, int]:
    """A question as a request, with the id and the total its reply must have."""
    month = MONTHS[number % len(MONTHS)]
    record = f"contoh-{number}"
    worker = {"kind": "independent", "income": 900_000, "sector": "transport"}
    asked = {"id": record, "worker": worker, "month": month, "payer": "self"}
    body = json.dumps(asked).encode()
    head = (
        "POST /v1/questions/premium HTTP/1.1\r\nhost: localhost\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body, record, TOTALS[month]


async def asking(port: int, numbers: "count[int]", until: float) -> list[float]:
    """Ask over one connection until the time is over; the seconds each reply took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    taken: list[float] = []
    while time.perf_counter() < until:
        request, record, total = question(next(numbers))
        began = time.perf_counter()
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        body = await reader.readexactly(length)
        taken.append(time.perf_counter() - began)
        reply = json.loads(body)
        if (reply.get("id"), reply.get("total")) != (record, total):
            raise AssertionError(body)
    writer.close()
    return taken


async def measured(port: int, seconds: float, connections: int) -> list[float]:
    """The seconds of all replies, and not one of them missing."""
    numbers = count()
    until = time.perf_counter() + seconds
    parts = await asyncio.gather(*(asking(port, numbers, until) for _ in range(connections)))
    taken = [one for part in parts for one in part]
    if len(taken) != next(numbers):
        raise AssertionError("replies are missing")
    return taken


def port_of(log: Path) -> int:
    """The port the service says it took."""
    while "/docs" not in log.read_text("utf-8"):
        time.sleep(0.05)
    address, _, _ = log.read_text("utf-8").partition("/docs")
    return int(address.rpartition(":")[2])


def main(seconds: float, connections: int) -> None:
    """Start the service, ask, and print the figures."""
    command = [sys.executable, "-m", "jamsos", "serve", "--port", "0"]
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as errors, subprocess.Popen(command, stderr=errors) as service:
            taken = asyncio.run(measured(port_of(log), seconds, connections))
            service.terminate()
    in_hundreds = quantiles([one * 1000 for one in taken], n=100)
    print(f"{connections} connections, {seconds:g} seconds: {len(taken):,} requests, none lost")
    print(f"{len(taken) / seconds:,.0f} requests a second")
    print(f"p50 {in_hundreds[49]:.1f} ms, p99 {in_hundreds[98]:.1f} ms")


if __name__ == "__main__":
    stated = ArgumentParser(description=__doc__)
    stated.add_argument("seconds", nargs="?", default=SECONDS, type=float)
    stated.add_argument("connections", nargs="?", default=CONNECTIONS, type=int)
    main(**vars(stated.parse_args()))
