"""Lines nobody sends by mistake: one reply each, none a traceback, memory stays bounded."""

import json
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from memory import peak
from reply_schema import check_reply

from jamsos.door.parsing import LONGEST_LINE
from jamsos.values.plain import as_list, as_table

LINES = 200_000
SEED = 20261130
WARM = 5_000
MOST_GROWTH = 100 * 2**20
"""Bytes the process may grow by over all lines."""
FISHER = {"kind": "b", "income": 900_000, "sector": "other", "birth": "1984-05-17"}
PAID = {"number_issued": "2026-01-05", "payments": [{"month": "2026-08", "on": "2026-08-05"}]}
QUESTIONS: list[dict[str, Any]] = [
    {"question": "premium", "worker": FISHER, "month": "2026-10", "payer": "self"},
    {"question": "may_enrol", "worker": FISHER, "on": "2026-10-05", "scheme": "kutim"},
    {"question": "cover_on", "participation": PAID, "on": "2026-09-20", "holidays": ["2026-09-15"]},
    {"question": "death_benefit", "worker": FISHER, "participation": [PAID], "id": "row 1",
     "died_on": "2026-09-20", "cause": "other", "family": {"spouse": True, "children": []}},
    {"question": "risk_group", "words": "arloji", "decisions": {"D33": "unbroken"}},
    {"question": "ping"},
]  # fmt: skip
VALUES: list[Any] = [
    None, True, 0, -1, 10**15, 10**16, 10**40, 1.5, "", "x" * 5_000, "2026-02-31", "9999-12",
    "0000-00-00", [], {}, [[]], [None], {"a": 1}, "\u0000", "\U0001f600", "id", "self", "kutim",
    {"question": "premium"}, ["2026-10-05"] * 50, "2026-06-10T14:30:00+08:00", "1/3",
]  # fmt: skip
TOKENS = [
    b"NaN", b"-Infinity", b"1e400", b"-1e-400", b"\\ud800", b'"\\udfff"', b"[" * 50_000,
    b'{"a":' * 50_000, b"9" * 6_000, b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b"}", b"]", b",",
    b":", b'"payer":"self",', b'"question":"ping",', b"nul", b"\\", b"\r",
]  # fmt: skip


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything inside a value."""
    found: list[tuple[Any, ...]] = []
    table = as_table(value)
    entries: Iterable[tuple[Any, Any]] = enumerate(as_list(value) or ())
    if table is not None:
        entries = table.items()
    for key, item in entries:
        found += [(*way, key), *places(item, (*way, key))]
    return found


def another_value(draw: random.Random) -> bytes:
    """A question with a value, or a key, that does not belong there."""
    question: Any = json.loads(json.dumps(draw.choice(QUESTIONS)))
    *way, last = draw.choice(places(question))
    place = question
    for step in way:
        place = place[step]
    if draw.random() < 0.8 or not isinstance(place, dict):
        place[last] = draw.choice(VALUES)
    else:
        place[draw.choice(["x", "nik", "id", "lang", "strict", "detail", "scheme"])] = draw.choice(
            VALUES
        )
    return json.dumps(question, ensure_ascii=draw.random() < 0.5).encode()


def spliced(draw: random.Random) -> bytes:
    """A question with bytes cut out or put in."""
    line = json.dumps(draw.choice(QUESTIONS)).encode()
    begin = draw.randrange(len(line))
    end = min(len(line), begin + draw.choice([0, 0, 1, 2, 9]))
    return line[:begin] + draw.choice(TOKENS) + line[end:]


def truncated(draw: random.Random) -> bytes:
    line = json.dumps(draw.choice(QUESTIONS)).encode()
    return line[: draw.randrange(1, len(line))]


def noise(draw: random.Random) -> bytes:
    return b"x" + draw.randbytes(draw.randrange(200)).replace(b"\n", b"")


def huge(draw: random.Random) -> bytes:
    """A line about as long as the longest that is read."""
    return b'{"id":"' + b"x" * (LONGEST_LINE + draw.randrange(-20, 20))


KINDS: list[Callable[[random.Random], bytes]] = [another_value, spliced, truncated, noise, huge]
WEIGHTS = [60, 20, 15, 5, 0.05]


def hostile(count: int) -> Iterator[bytes]:
    draw = random.Random(SEED)  # noqa: S311 - no secret depends on it
    for _ in range(count):
        [kind] = draw.choices(KINDS, WEIGHTS)
        yield kind(draw)


def pour(stdin: IO[bytes]) -> None:
    for line in hostile(LINES):
        stdin.write(line + b"\n")
    stdin.flush()


def test_every_hostile_line_gets_one_reply() -> None:
    command = [sys.executable, "-m", "jamsos", "answer"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as door:
        assert door.stdin is not None
        assert door.stdout is not None
        assert door.stderr is not None
        pouring = threading.Thread(target=pour, args=(door.stdin,))
        pouring.start()
        before = errors = 0
        for number in range(LINES):
            told = json.loads(door.stdout.readline())
            check_reply(told)
            assert told.get("error") != "internal", told
            errors += "error" in told
            if number == WARM:
                # What is loaded and kept once is no growth.
                before = peak(door.pid)
        pouring.join()
        grown = peak(door.pid) - before
        door.stdin.close()
        assert (door.stdout.read(), door.stderr.read()) == (b"", b"")
    assert door.returncode == 0
    assert LINES // 2 < errors < LINES
    assert before > 0
    assert grown < MOST_GROWTH
