"""Lines nobody sends by mistake: one reply each, none a traceback, memory stays bounded."""

import json
import random
import resource
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines
from jamsos.values.plain import as_list, as_table

LINES = 200_000
SEED = 20261130
MOST_GROWTH = 200 * 2**20
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


KINDS: list[Callable[[random.Random], bytes]] = [another_value, spliced, truncated, noise]
WEIGHTS = [60, 20, 15, 5]


def hostile(count: int) -> Iterator[bytes]:
    draw = random.Random(SEED)  # noqa: S311 - no secret depends on it
    for _ in range(count):
        [kind] = draw.choices(KINDS, WEIGHTS)
        yield kind(draw)


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_every_hostile_line_gets_one_reply() -> None:
    desk = open_desk()
    # What is loaded and kept once is no growth.
    list(answer_lines(hostile(2_000), desk))
    before = peak()
    replies = errors = 0
    for reply in answer_lines(hostile(LINES), desk):
        assert reply.count(b"\n") == 1
        told = json.loads(reply)
        replies += 1
        errors += "error" in told
        assert told.get("error") != "internal", reply[:300]
        assert b"Traceback" not in reply
    assert replies == LINES
    assert errors > LINES // 2
    assert peak() - before < MOST_GROWTH
