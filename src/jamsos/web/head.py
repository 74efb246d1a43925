"""HEAD, wherever GET is served: the same headers, without the body."""

from http import HTTPMethod
from typing import Any, cast

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send


class WithHead:
    """An application whose readable paths are also served without their body."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        asked = cast("dict[str, Any]", scope)
        if asked["type"] != ScopeType.HTTP or asked["method"] != HTTPMethod.HEAD:
            await self._application(scope, receive, send)
            return

        async def headers_only(message: Message) -> None:
            if message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        read = cast("Any", {**asked, "method": HTTPMethod.GET.value})
        await self._application(read, receive, headers_only)
