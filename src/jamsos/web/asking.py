"""Questions handed to the door: within a depth and a time, and never on the event loop."""

import asyncio
import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import msgspec

from jamsos.door.answering import answered
from jamsos.door.desk import Desk
from jamsos.door.replies import error_reply
from jamsos.door.verifying import verified
from jamsos.errors import InputError
from jamsos.web.settings import Limits

Work: TypeAlias = Callable[[bytes, Desk], bytes]
"""What the door does with one line."""


class Asking:
    """The door behind the service."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self.limits = limits
        self._desk = desk
        # More threads than processors would only make each other wait.
        self._threads = ThreadPoolExecutor(os.cpu_count(), "jamsos-web")

    async def replies(self, questions: list[bytes]) -> list[bytes]:
        """The replies to some questions, in their order.

        Raises:
            TimeoutError: if they take longer than the limit for each.

        """
        return await self._worked(answered, questions)

    async def reply(self, question: bytes) -> bytes:
        """The reply to one question.

        Raises:
            TimeoutError: if it takes longer than the limit.

        """
        [reply] = await self._worked(answered, [question])
        return reply

    async def verified(self, receipt: bytes) -> bytes:
        """What is to be said of a receipt, or of a whole reply.

        Raises:
            TimeoutError: if it takes longer than the limit.

        """
        [reply] = await self._worked(verified, [receipt])
        return reply

    async def _worked(self, work: Work, lines: list[bytes]) -> list[bytes]:
        def working() -> list[bytes]:
            return [self._reply(work, line) for line in lines]

        loop = asyncio.get_running_loop()
        async with asyncio.timeout(self.limits.seconds * len(lines)):
            return await loop.run_in_executor(self._threads, working)

    def _reply(self, work: Work, line: bytes) -> bytes:
        if not deeper(line, self.limits.depth):
            return work(line, self._desk)
        refused = InputError(
            "line",
            "objects and lists nested too deep",
            f"at most {self.limits.depth} inside each other",
            "send the facts as the schema shows them",
        )
        return msgspec.json.encode(error_reply(refused, None))


_TEXT_OR_BRACKET = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[][{}]', re.DOTALL)
_OPENING = (b"{", b"[")
_CLOSING = (b"}", b"]")


def deeper(line: bytes, allowed: int) -> bool:
    """Whether objects and lists lie deeper inside each other than is allowed.

    >>> deeper(b'{"a": [1]}', 2), deeper(b'{"a": [[1]]}', 2), deeper(b'{"a": "[[["}', 1)
    (False, True, False)
    """
    depth = 0
    for found in _TEXT_OR_BRACKET.finditer(line):
        mark = found[0]
        if mark in _OPENING:
            depth += 1
            if depth > allowed:
                return True
        elif mark in _CLOSING:
            depth -= 1
    return False


class _Named(msgspec.Struct):
    """The part of a body that may name its question."""

    question: object = msgspec.UNSET


def of_path(body: bytes, name: str) -> bytes:
    """The line that asks the question of a path: the body, with the question named in it.

    >>> of_path(b'{"month": "2026-11"}', "premium")
    b'{"question":"premium","month": "2026-11"}'

    Raises:
        InputError: if the body names another question.

    """
    try:
        named = msgspec.json.decode(body.removeprefix(BOM_UTF8), type=_Named).question
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # The door says what is wrong with it.
        return body
    if named == name:
        return body
    if named is not msgspec.UNSET:
        raise InputError(
            "question", named, f"{name!r}, or nothing", "ask another question at its own path"
        )
    # By its bytes, so that the door sees the body as it was sent: a key written twice, a number.
    _, _, rest = body.partition(b"{")
    comma = b"" if rest.lstrip().startswith(b"}") else b","
    return b'{"question":"' + name.encode() + b'"' + comma + rest
