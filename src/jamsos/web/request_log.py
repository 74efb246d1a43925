"""One line a request: question, outcome and time; never a fact, a path or an address."""

import json
import logging
from time import perf_counter
from typing import Any, cast

from attrs import define, field
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

LOGGER = logging.getLogger("jamsos.web")
NOTHING = "-"
_ENTRY = "jamsos.web.entry"
_MILLISECONDS = 1000
_CLOSED_BEFORE = 499
"""What logs write where the caller went away before there was a status."""
_NEVER_KEPT = (b"cache-control", b"no-store")
_NOT_GUESSED = (b"x-content-type-options", b"nosniff")


@define
class Entry:
    """What is logged of one request; every value is one of a closed list or a number."""

    question: str = NOTHING
    outcome: str = NOTHING
    lines: int | None = None
    """The lines a batch answered."""
    status: int = _CLOSED_BEFORE
    began: float = field(factory=perf_counter)

    def written(self) -> str:
        """The entry as a line of JSON."""
        taken = (perf_counter() - self.began) * _MILLISECONDS
        row: dict[str, Any] = {
            "question": self.question,
            "outcome": self.outcome,
            "status": self.status,
            "ms": round(taken, 1),
        }
        if self.lines is not None:
            row["lines"] = self.lines
        return json.dumps(row)


def entry_of(scope: Any) -> Entry:
    """The entry of the request of a scope."""
    return cast("Entry", scope[_ENTRY])


class Logged:
    """An application whose requests are logged; no cache keeps a reply that does not say so."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != ScopeType.HTTP:
            await self._application(scope, receive, send)
            return
        entry = Entry()

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
                headers = [*message["headers"], _NOT_GUESSED]
                if not any(name.lower() == _NEVER_KEPT[0] for name, _ in headers):
                    headers.append(_NEVER_KEPT)
                message["headers"] = headers
            await send(message)

        cast("dict[str, Any]", scope)[_ENTRY] = entry
        try:
            await self._application(scope, receive, noting)
        finally:
            LOGGER.info(entry.written())


def log_fault(fault: BaseException) -> None:
    """Log a fault of ours by its class and place: its text may hold what it worked on."""
    places: list[str] = []
    step = fault.__traceback__
    while step is not None:
        places.append(f"{step.tb_frame.f_globals.get('__name__')}:{step.tb_lineno}")
        step = step.tb_next
    LOGGER.error(json.dumps({"fault": type(fault).__name__, "at": places}))
