"""One path a question: facts in, the answer with its grounds and its receipt out."""

import asyncio
from collections.abc import Collection
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException, InternalServerException, NotFoundException
from litestar.params import FromPath

from jamsos.errors import InputError
from jamsos.web.asking import Asking, of_path
from jamsos.web.contract import QUESTIONS
from jamsos.web.problems import (
    Problem,
    problem_of_reply,
    problem_of_status,
    problem_response,
)
from jamsos.web.request_log import NOTHING, entry_of

JSON = "application/json"
NOT_PACKED = "identity"
AnyRequest = Request[Any, Any, Any]


class _Seen(msgspec.Struct):
    """What the log says of a reply."""

    outcome: str = NOTHING
    error: str | None = None


@post("/questions/{name:str}", status_code=HTTPStatus.OK)
async def ask(
    request: AnyRequest, name: FromPath[str], asking: NamedDependency[Asking]
) -> Response[bytes]:
    """Ask one question."""
    if name not in QUESTIONS:
        raise NotFoundException
    entry_of(request.scope).question = name
    try:
        line = of_path(await body_of(request, asking), name)
        reply = await asking.reply(line)
    except TimeoutError:
        return too_slow(request)
    return replied(request, reply)


@post("/verify", status_code=HTTPStatus.OK)
async def verify(request: AnyRequest, asking: NamedDependency[Asking]) -> Response[bytes]:
    """Ask the question of a receipt again, and say whether the answer is the same."""
    entry_of(request.scope).question = "verify"
    body = await body_of(request, asking)
    try:
        reply = await asking.verified(body)
    except TimeoutError:
        return too_slow(request)
    return replied(request, reply)


def check_request(request: AnyRequest, kinds: Collection[str]) -> None:
    """Refuse what is no question in its body.

    Raises:
        HTTPException: if the body is of another kind, or packed.
        InputError: if something is asked in the query, which would be passed over.

    """
    for name in request.query_params:
        raise InputError(
            "query", name, "no parameters", "write facts and options into the body, not the address"
        )
    kind, _ = request.content_type
    # Pages of other origins can send plain text unasked, but not JSON.
    if kind not in kinds:
        raise HTTPException(status_code=HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if request.headers.get("content-encoding", NOT_PACKED).lower() != NOT_PACKED:
        raise HTTPException(
            status_code=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, headers={"Accept-Encoding": NOT_PACKED}
        )


async def body_of(request: AnyRequest, asking: Asking) -> bytes:
    """The body of a request, if it is JSON and comes in time.

    Raises:
        HTTPException: if it is not JSON, too long or too slow.
        InputError: if something is asked in the query.

    """
    check_request(request, (JSON,))
    try:
        async with asyncio.timeout(asking.limits.seconds):
            return await request.body()
    except TimeoutError:
        raise HTTPException(status_code=HTTPStatus.REQUEST_TIMEOUT) from None
    except InternalServerException:
        # The caller went away in the middle of the body, which is no fault of the service.
        raise HTTPException(status_code=HTTPStatus.BAD_REQUEST) from None


def replied(request: AnyRequest, reply: bytes) -> Response[bytes]:
    """A reply of the door over HTTP: an error object becomes a problem."""
    seen = msgspec.json.decode(reply, type=_Seen)
    if seen.error is not None:
        return problem_response(request, problem_of_reply(msgspec.json.decode(reply)))
    entry_of(request.scope).outcome = seen.outcome
    return Response(reply, status_code=HTTPStatus.OK, media_type=JSON)


def too_slow(request: AnyRequest) -> Response[bytes]:
    """Reply that a question took longer than the limit."""
    problem: Problem = problem_of_status(HTTPStatus.SERVICE_UNAVAILABLE, "too_slow")
    return problem_response(request, problem, {"Retry-After": "1"})
