"""Replies that depend on the law and the version alone: any cache may keep them for a while."""

from hashlib import sha256
from http import HTTPStatus

from litestar import Response

from jamsos.web.questions import AnyRequest

FRESH = "max-age=300"
"""A new version of the law is seen within five minutes."""


def cached(
    request: AnyRequest, body: bytes, kind: str, headers: dict[str, str] | None = None
) -> Response[bytes]:
    """A reply with its tag; without its body where the caller has it already."""
    tag = f'"{sha256(body).hexdigest()}"'
    kept = {"ETag": tag, "Cache-Control": FRESH, **(headers or {})}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(b"", status_code=HTTPStatus.NOT_MODIFIED, headers=kept)
    return Response(body, status_code=HTTPStatus.OK, media_type=kind, headers=kept)


def _has(tags: str, tag: str) -> bool:
    """Whether one of the tags a caller names is that of the reply."""
    named = [one.strip().removeprefix("W/") for one in tags.split(",")]
    return tag in named or "*" in named
