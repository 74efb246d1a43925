"""The law, the contract and the state of the service: what depends on no person."""

import json
from datetime import date, timedelta
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from jamsos.answers.articles import paragraph_row
from jamsos.answers.provision_rows import day_of_law, provision_row
from jamsos.errors import InputError, name_meant
from jamsos.law.articles.lookup import law_article
from jamsos.law.law import current
from jamsos.web.cached import cached
from jamsos.web.contract import OPENAPI_KIND, shipped_schema
from jamsos.web.page import PAGE_HEADERS, PAGE_KIND, page
from jamsos.web.questions import JSON, AnyRequest
from jamsos.web.request_log import entry_of

LAW_PARAMETERS = ("on", "article")


@get("/law")
async def read_law(request: AnyRequest) -> Response[bytes]:
    """The provisions in force on a day, or what an article says."""
    # Noted before it is read, so that a refusal is logged with it too.
    entry_of(request.scope).question = "law"
    return _document(request, "law", _law(_parameters(request)), JSON)


def _parameters(request: AnyRequest) -> dict[str, str]:
    """What the query asks; a mistyped name would otherwise show the whole law."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in LAW_PARAMETERS:
            allowed = f"one of {list(LAW_PARAMETERS)}"
            raise InputError("query", name, allowed, name_meant(name, LAW_PARAMETERS))
        if name in given:
            raise InputError(name, "written twice", "once", "leave one of them out")
        given[name] = value
    return given


def _law(given: dict[str, str]) -> bytes:
    law = current()
    day = None
    if "on" in given:
        day = day_of_law(given["on"], "on")
    reply: dict[str, Any] = {
        "version": law.version,
        "fingerprint": law.fingerprint,
        # What a later day is told is the law as it was known on this one.
        "known_until": str(law.known_until),
    }
    if "article" in given:
        reply |= _article(given["article"], day)
    else:
        reply["provisions"] = [provision_row(provision) for provision in law.in_force(day)]
    return json.dumps(reply, ensure_ascii=False, default=str).encode()


def _article(name: str, day: date | None) -> dict[str, Any]:
    """The paragraphs of an article, in all its periods or on a day."""
    article = law_article(name)
    rows: list[dict[str, Any]] = []
    for paragraph in article.paragraphs:
        if day is None or paragraph.in_force(day, day + timedelta(days=1)):
            row = paragraph_row(paragraph)
            # Only a checkout knows how many of its tests rest on a paragraph.
            del row["cases"]
            rows.append(row)
    return {"article": str(article), "paragraphs": rows}


@get("/schema")
async def read_schema(request: AnyRequest) -> Response[bytes]:
    """The JSON Schema of questions, replies and receipts."""
    return _document(request, "schema", shipped_schema(), JSON)


@get("/docs")
async def read_page(request: AnyRequest) -> Response[bytes]:
    """The documentation, to be read and tried."""
    return _document(request, "docs", page(), PAGE_KIND, PAGE_HEADERS)


def openapi_path(contract: bytes) -> HTTPRouteHandler:
    """The path of the service's OpenAPI."""

    @get("/openapi.json")
    async def read_openapi(request: AnyRequest) -> Response[bytes]:
        return _document(request, "openapi", contract, OPENAPI_KIND)

    return read_openapi


def _document(
    request: AnyRequest, name: str, body: bytes, kind: str, headers: dict[str, str] | None = None
) -> Response[bytes]:
    entry = entry_of(request.scope)
    entry.question = name
    entry.outcome = "yes"
    return cached(request, body, kind, headers)
