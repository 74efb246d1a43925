"""The application: all paths, who may ask, and what is said where something is wrong."""

import os
from collections.abc import Callable
from hmac import compare_digest
from typing import Any, TypeAlias

from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.handlers import BaseRouteHandler
from litestar.types import ASGIApp

from jamsos.errors import JamsosError
from jamsos.web.asking import Asking
from jamsos.web.batch import Ending, batch_path
from jamsos.web.contract import openapi
from jamsos.web.head import WithHead
from jamsos.web.problems import failed, not_served, refused
from jamsos.web.questions import ask, verify
from jamsos.web.reading_law import openapi_path, read_law, read_page, read_schema
from jamsos.web.request_log import Logged
from jamsos.web.settings import Settings
from jamsos.web.state import health, ready, version

Guard: TypeAlias = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], None]
"""Raises where somebody may not ask."""


def app(settings: Settings | None = None, ending: Ending | None = None) -> ASGIApp:
    """The service as an ASGI application, for a server of your own.

    Args:
        settings: Who may ask, from where, and how much at once; without them the scheme shipped,
            and the key of the environment if it names one.
        ending: Tells a batch until when it may go on once the server ends; without it a batch goes
            on until the server ends it.

    >>> from litestar.testing import TestClient
    >>> with TestClient(app()) as client:
    ...     reply = client.post(
    ...         "/v1/questions/premium",
    ...         json={"worker": {"kind": "independent", "income": 900_000, "sector": "other"},
    ...               "month": "2026-11", "payer": "self"},
    ...     )
    >>> int(reply.status_code), reply.json()["total"]
    (200, 8400)

    Raises:
        InputError: if the variable of the key is set and holds none.

    """
    settings = settings or Settings.of_environment(os.environ)
    asking = Asking(settings.desk, settings.limits)
    batch = batch_path(asking, ending or Ending())
    asked = Router(
        "/v1",
        route_handlers=[ask, verify, batch, read_law, read_schema, version],
        guards=_guards(settings.key),
    )
    contract = openapi_path(openapi(with_key=settings.key is not None))
    litestar = Litestar(
        [asked, contract, read_page, health, ready],
        dependencies={"asking": Provide(lambda: asking, sync_to_thread=False)},
        exception_handlers={
            JamsosError: refused,
            HTTPException: not_served,
            Exception: failed,
        },
        request_max_body_size=settings.limits.body,
        cors_config=_cors(settings.origins),
        openapi_config=None,
        logging_config=None,
    )
    return WithHead(Logged(litestar))


def _cors(origins: tuple[str, ...]) -> CORSConfig | None:
    """What pages of other origins may do: nothing, unless their origins are named."""
    if not origins:
        return None
    return CORSConfig(
        allow_origins=[*origins],
        allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type", "if-none-match"],
    )


def _guards(key: str | None) -> list[Guard]:
    """Let only those ask who send the key; anyone where there is none."""
    if key is None:
        return []
    wanted = key.encode()

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        scheme, _, sent = connection.headers.get("authorization", "").partition(" ")
        # In the same time for every key, so that none can be found out letter by letter.
        is_key = compare_digest(sent.strip().encode(), wanted)
        if scheme.lower() != "bearer" or not is_key:
            raise NotAuthorizedException(headers={"WWW-Authenticate": "Bearer"})

    return [guard]
