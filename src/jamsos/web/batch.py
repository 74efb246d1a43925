"""A batch: JSON Lines in, JSON Lines out, in order, while the rest is still on its way."""

import asyncio
from contextlib import suppress
from http import HTTPMethod, HTTPStatus
from time import monotonic
from typing import Any, cast

from litestar import Request, asgi
from litestar.exceptions import MethodNotAllowedException
from litestar.handlers import ASGIRouteHandler
from litestar.types import Message, Receive, Scope, Send

from jamsos.web.asking import Asking
from jamsos.web.line_buffer import LineBuffer
from jamsos.web.questions import AnyRequest, check_request
from jamsos.web.request_log import Entry, entry_of, log_fault

PATH = "/lines"
JSON_LINES = ("application/jsonl", "application/x-ndjson")
_LOOK_EVERY = 0.2
"""Seconds after which a waiting batch looks whether the service is to end."""
_UNTIL_ARRIVED = 1.0
"""Seconds for the last replies to reach their caller, once the service ends."""
_AT_ONCE = 64
"""Lines answered before their replies are sent: a caller sees the first replies soon."""


class Ending:
    """Whether the service was asked to end, and until when a batch may go on."""

    def __init__(self) -> None:
        self._until: float | None = None

    def begin(self, grace: float) -> None:
        """End after so many seconds."""
        self._until = monotonic() + grace

    @property
    def over(self) -> bool:
        """Whether the time that was left is over."""
        return self._until is not None and monotonic() > self._until


class _CutError(Exception):
    """The caller went away or stood still, or the service ends."""


class _EndedError(_CutError):
    """The service ends."""


def batch_path(asking: Asking, ending: Ending) -> ASGIRouteHandler:
    """The path that answers a batch."""

    @asgi(PATH, copy_scope=False)
    async def answer_batch(scope: Scope, receive: Receive, send: Send) -> None:
        entry = entry_of(scope)
        entry.question = "lines"
        _check(Request(scope))
        try:
            await _Batch(receive, send, asking, ending, entry).answer()
        except _EndedError:
            entry.outcome = "cut"
            await _let_arrive(receive)
        except (TimeoutError, _CutError):
            # Without its last chunk, so that the caller sees that replies are missing.
            entry.outcome = "cut"
        except Exception as fault:  # noqa: BLE001 - the reply has begun: only a cut tells of it
            log_fault(fault)
            entry.outcome = "internal"
        else:
            entry.outcome = "complete"

    return answer_batch


async def _let_arrive(receive: Receive) -> None:
    """Take what the caller still sends, for a moment, and do nothing with it.

    A connection that is closed with something unread loses what is still on its way to the caller:
    the last replies would be cut within a line.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(_UNTIL_ARRIVED):
            while (await receive()).get("more_body", False):
                pass


def _check(request: AnyRequest) -> None:
    """Refuse what is no batch."""
    if request.method != HTTPMethod.POST:
        raise MethodNotAllowedException(headers={"Allow": HTTPMethod.POST})
    check_request(request, JSON_LINES)


class _Batch:
    """One batch, line by line."""

    def __init__(
        self, receive: Receive, send: Send, asking: Asking, ending: Ending, entry: Entry
    ) -> None:
        self._receive = receive
        self._send = send
        self._asking = asking
        self._ending = ending
        self._entry = entry

    async def answer(self) -> None:
        """Answer every line; what was answered before a cut is whole."""
        headers = [(b"content-type", JSON_LINES[0].encode())]
        await self._sent(
            {"type": "http.response.start", "status": HTTPStatus.OK, "headers": headers}
        )
        buffer = LineBuffer()
        more = True
        while more:
            message = await self._received()
            more = message.get("more_body", False)
            lines = buffer.add(message.get("body", b""))
            if not more:
                lines += buffer.rest()
            await self._answered(lines)
        await self._sent({"type": "http.response.body", "body": b"", "more_body": False})

    async def _answered(self, lines: list[bytes]) -> None:
        for first in range(0, len(lines), _AT_ONCE):
            self._check_ending()
            replies = await self._asking.replies(lines[first : first + _AT_ONCE])
            body = b"".join(reply + b"\n" for reply in replies)
            await self._sent({"type": "http.response.body", "body": body, "more_body": True})
            self._entry.lines = (self._entry.lines or 0) + len(replies)

    def _check_ending(self) -> None:
        """Go no further once the service ends, however much the caller has sent already."""
        if self._ending.over:
            raise _EndedError

    async def _received(self) -> dict[str, Any]:
        """The next piece of the batch."""
        self._check_ending()
        coming = asyncio.ensure_future(self._receive())
        patience = monotonic() + self._asking.limits.idle
        try:
            while True:
                await asyncio.wait({coming}, timeout=_LOOK_EVERY)
                if coming.done():
                    break
                self._check_ending()
                if monotonic() > patience:
                    raise _CutError
        finally:
            coming.cancel()
        message = cast("dict[str, Any]", coming.result())
        if message["type"] != "http.request":
            raise _CutError
        return message

    async def _sent(self, message: Any) -> None:
        """Send a piece, unless the caller does not take what was sent before."""
        async with asyncio.timeout(self._asking.limits.idle):
            await self._send(cast("Message", message))
