"""Errors as problem details (RFC 9457); none repeats what a caller sent beyond a masked value."""

from http import HTTPMethod, HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from jamsos.door.replies import error_reply
from jamsos.errors import JamsosError
from jamsos.web.request_log import entry_of, log_fault

PROBLEM = "application/problem+json"
HELP = "/docs#problems"
"""Where the documentation explains the codes of problems."""
_TITLES = {
    "input": "A fact or a parameter cannot be read",
    "internal": "A fault of the service",
    "law_data": "The law data do not hold together",
    "missing_extra": "A part of the service is not installed",
    "outside_law": "The law of that day is not in the library",
    "receipt": "The receipt is malformed or was altered",
    "undecided": "The answer is not decided",
}
_FAULTS = frozenset({"internal", "law_data", "missing_extra"})


class Problem(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What was wrong, by RFC 9457; the last five say it as the door does."""

    type: str
    title: str
    status: int
    error: str
    detail: str | None = None
    thing: str | None = None
    value: str | None = None
    allowed: str | None = None
    next_step: str | None = None
    id: str | None = None


def problem_of_reply(reply: dict[str, Any]) -> Problem:
    """The problem of an error object of the door."""
    code = reply["error"]
    status = _status(code, reply["thing"])
    shown = ("thing", "value", "allowed", "next_step", "id")
    detail = f"{reply['thing']}: got {reply['value']}; allowed: {reply['allowed']}."
    return Problem(
        type=f"{HELP}-{code}",
        title=_TITLES.get(code, status.phrase),
        status=status,
        error=code,
        detail=f"{detail} Next step: {reply['next_step']}.",
        **{key: reply[key] for key in shown if key in reply},
    )


def _status(code: str, thing: str) -> HTTPStatus:
    if code in _FAULTS:
        return HTTPStatus.INTERNAL_SERVER_ERROR
    if thing == "line":
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.UNPROCESSABLE_ENTITY


def problem_of_status(status: HTTPStatus, error: str | None = None) -> Problem:
    """The problem that a status alone says."""
    code = error or status.name.lower()
    return Problem(type=f"{HELP}-{code}", title=status.phrase, status=status, error=code)


def problem_response(
    request: Request[Any, Any, Any], problem: Problem, headers: dict[str, str] | None = None
) -> Response[bytes]:
    """A problem as a reply, noted in the log by its code."""
    entry_of(request.scope).outcome = problem.error
    return Response(
        msgspec.json.encode(problem),
        status_code=problem.status,
        media_type=PROBLEM,
        headers=headers,
    )


def refused(request: Request[Any, Any, Any], error: JamsosError) -> Response[bytes]:
    """Reply to an error of jamsos."""
    return problem_response(request, problem_of_reply({**error_reply(error, None)}))


def not_served(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """Reply to a request the framework refused; its own words may repeat the request."""
    headers = {
        name: _with_head(value) if name.lower() == _ALLOW else value
        for name, value in (error.headers or {}).items()
        if name.lower() in _HEADERS
    }
    return problem_response(request, problem_of_status(HTTPStatus(error.status_code)), headers)


_ALLOW = "allow"
_HEADERS = frozenset({_ALLOW, "accept-encoding", "www-authenticate"})
"""What of the framework's headers is passed on: none of them repeats the request."""


def _with_head(methods: str) -> str:
    """The methods of a path; what can be read can be asked for its headers alone."""
    allowed = methods.split(", ")
    if HTTPMethod.GET in allowed:
        allowed.append(HTTPMethod.HEAD)
    return ", ".join(sorted(allowed))


def failed(request: Request[Any, Any, Any], fault: Exception) -> Response[bytes]:
    """Reply to a fault of ours, telling the caller nothing of it."""
    log_fault(fault)
    return problem_response(
        request, problem_of_status(HTTPStatus.INTERNAL_SERVER_ERROR, "internal")
    )
