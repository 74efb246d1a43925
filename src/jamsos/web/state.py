"""The state of the service: whether it runs, whether it answers, and with which law."""

from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency

import jamsos
from jamsos.door.service import SCHEMA_VERSION
from jamsos.law.law import current
from jamsos.web.asking import Asking
from jamsos.web.questions import JSON, AnyRequest, too_slow
from jamsos.web.request_log import entry_of

_KNOWN_QUESTION = b'{"question":"person_sanctions","on":"2026-11-01"}'
"""A question without any person, by which the service sees that it answers."""


@get("/health")
async def health(request: AnyRequest) -> Response[bytes]:
    """Whether the process runs."""
    return _told(request, "health", {"status": "ok"})


@get("/ready")
async def ready(request: AnyRequest, asking: NamedDependency[Asking]) -> Response[bytes]:
    """Whether questions are answered, which is tried."""
    try:
        await asking.reply(_KNOWN_QUESTION)
    except TimeoutError:
        return too_slow(request)
    return _told(request, "ready", {"status": "ready"})


@get("/version")
async def version(request: AnyRequest) -> Response[bytes]:
    """The versions of the library, of the schema and of the law."""
    law = current()
    versions = {
        "jamsos": jamsos.__version__,
        "schema": SCHEMA_VERSION,
        "law": law.version,
        "fingerprint": law.fingerprint,
        "known_until": str(law.known_until),
    }
    return _told(request, "version", versions)


def _told(request: AnyRequest, name: str, told: dict[str, Any]) -> Response[bytes]:
    entry = entry_of(request.scope)
    entry.question = name
    entry.outcome = "yes"
    return Response(msgspec.json.encode(told), status_code=HTTPStatus.OK, media_type=JSON)
