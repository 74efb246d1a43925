"""An ASGI application called message by message, as a server calls it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, NamedTuple, cast

from litestar.types import ASGIApp

Message = dict[str, Any]
Waiting = Callable[[], Awaitable[None]]


class Sent(NamedTuple):
    """What an application sent."""

    messages: list[Message]

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])

    @property
    def whole(self) -> bool:
        """Whether the reply was ended, not cut off."""
        return self.messages[-1].get("more_body", True) is False


def pieces(*bodies: bytes, more: bool = False) -> list[Message]:
    """The pieces of a body as a server hands them over."""
    messages: list[Message] = [
        {"type": "http.request", "body": body, "more_body": True} for body in bodies
    ]
    messages[-1]["more_body"] = more
    return messages


def called(
    application: ASGIApp,
    path: str,
    kind: str,
    messages: Iterable[Message],
    *,
    taking: float = 0,
) -> Sent:
    """Send messages to a path, and then none; each piece of the reply is taken after a while."""
    coming = iter(messages)
    sent: list[Message] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "http",
        "query_string": b"",
        "headers": [(b"content-type", kind.encode())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "state": {},
    }

    async def receive() -> Message:
        # As a server does, which reads from a socket.
        await asyncio.sleep(0)
        message = next(coming, None)
        if message is None:
            await asyncio.Event().wait()
        return cast("Message", message)

    async def send(message: Message) -> None:
        await asyncio.sleep(taking)
        sent.append(message)

    called_with = cast("Any", (scope, receive, send))
    asyncio.run(cast("Any", application(*called_with)))
    return Sent(sent)
