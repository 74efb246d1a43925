"""The door as other programs use it: lines a second, time to the first reply, memory.

python benchmarks/door.py [--most LINES] [--runs RUNS] [--job "death benefit"]

Each job is a process of its own, ``python -m jamsos answer``, that is sent its lines through a
pipe. What it takes to start is taken off. Every reply is looked at: none is lost or out of order.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from threading import Thread
from typing import Any, BinaryIO, NamedTuple

SIZES = (10_000, 100_000, 1_000_000)
ROWS = 33
"""The incomes that are sent stand in all rows of Lampiran II."""
WORKER = {
    "kind": "independent",
    "sector": "other",
    "works": True,
    "foreign": False,
    "birth": "1984-05-17",
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
PREMIUM: dict[str, Any] = {"question": "premium", "month": "2026-10", "payer": "self"}
DEATH: dict[str, Any] = {
    "question": "death_benefit",
    "died_on": "2026-10-20",
    "cause": "work_accident",
    "accident_on": "2026-10-19",
    "family": {"spouse": True, "children": [PUPIL]},
    "participation": {
        "number_issued": "2026-01-05",
        "payments": [{"month": f"2026-0{month}", "on": "2026-01-05"} for month in range(1, 9)],
    },
}
JOBS: dict[str, dict[str, Any]] = {
    "premium, full": PREMIUM,
    "premium, grounds": PREMIUM | {"detail": "grounds"},
    "premium, amounts": PREMIUM | {"detail": "amounts"},
    "death benefit, full": DEATH,
    "death benefit, amounts": DEATH | {"detail": "amounts"},
}


class Run(NamedTuple):
    """One job in a process of its own."""

    cpu: float
    """Seconds of CPU."""
    wall: float
    first: float
    """Seconds to the first reply, the start of Python included."""
    peak: int
    """The most bytes the process held."""


def lines(question: dict[str, Any], count: int) -> Iterator[bytes]:
    """Questions about workers of different births and incomes."""
    for number in range(count):
        worker = WORKER | {
            "income": 900_000 + number % (ROWS * 10) * 100_000,
            "birth": f"{1965 + number % 40}-{1 + number % 12:02}-{1 + number % 28:02}",
        }
        yield json.dumps(question | {"id": f"row {number}", "worker": worker}).encode() + b"\n"


def run(question: dict[str, Any], count: int) -> Run:
    """Send the lines of a job and read every reply."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "jamsos", "answer"]
    pipe = subprocess.PIPE
    running = subprocess.Popen(command, stdin=pipe, stdout=pipe)
    if running.stdin is None or running.stdout is None:
        raise RuntimeError("the door has no pipes")
    sender = Thread(target=send, args=(running.stdin, question, count))
    sender.start()
    first = 0.0
    received = 0
    for reply in running.stdout:
        if received == 0:
            first = time.perf_counter() - began
        if f'"id":"row {received}"'.encode() not in reply or b'"error"' in reply[:40]:
            raise RuntimeError(f"reply {received} is not the one to its line: {reply[:200]!r}")
        received += 1
    sender.join()
    _, code, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(code)
    if received != count or running.returncode != 0:
        raise RuntimeError(f"{received} replies to {count} lines, code {running.returncode}")
    wall = time.perf_counter() - began
    return Run(used.ru_utime + used.ru_stime, wall, first, used.ru_maxrss * 1024)


def send(door: BinaryIO, question: dict[str, Any], count: int) -> None:
    door.writelines(lines(question, count))
    door.close()


def best(question: dict[str, Any], count: int, runs: int) -> Run:
    """The run that took the least CPU: others may be at work on the machine."""
    return min((run(question, count) for _ in range(runs)), key=lambda one: one.cpu)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--job", default="", help="only jobs whose name begins so")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the most lines of a job")
    parser.add_argument("--runs", type=int, default=3, help="runs of each job, the best counts")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print("job | lines | lines a CPU second | lines a second | first reply | peak memory")
    jobs = {name: JOBS[name] for name in JOBS if name.startswith(options.job)}
    for name, question in jobs.items():
        start = best(question, 1, options.runs)
        for count in (size for size in SIZES if size <= options.most):
            done = best(question, count, options.runs)
            rate = (count - 1) / (done.cpu - start.cpu)
            pace = (count - 1) / (done.wall - start.wall)
            held = f"{done.peak / 2**20:.0f} MiB"
            row = f"{name} | {count} | {rate:.0f} | {pace:.0f} | {done.first:.2f} s | {held}"
            print(row, flush=True)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"the sender itself held {own:.0f} MiB")


if __name__ == "__main__":
    main()
