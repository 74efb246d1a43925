"""The paths of the service that are no questions, and what all paths reply, by OpenAPI 3.1."""

from http import HTTPStatus
from typing import Any

PROBLEM_SCHEMA = "Problem"
_PROBLEM = f"#/components/schemas/{PROBLEM_SCHEMA}"
_OBJECT: dict[str, Any] = {"type": "object"}
_STATE: dict[str, Any] = {
    "type": "object",
    "properties": {"status": {"type": "string"}},
    "required": ["status"],
}
_VERSION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "jamsos": {"type": "string"},
        "schema": {"type": "string"},
        "law": {"type": "string"},
        "fingerprint": {"type": "string"},
        "known_until": {"type": "string", "format": "date"},
    },
    "required": ["jamsos", "schema", "law", "fingerprint", "known_until"],
}
_LAW: dict[str, Any] = {
    "type": "object",
    "properties": {
        "version": {"type": "string"},
        "fingerprint": {"type": "string"},
        "known_until": {"type": "string", "format": "date"},
        "provisions": {"type": "array", "items": _OBJECT},
        "article": {"type": "string"},
        "paragraphs": {"type": "array", "items": _OBJECT},
    },
    "required": ["version", "fingerprint", "known_until"],
}


def operation(name: str, summary: str, answer: dict[str, Any]) -> dict[str, Any]:
    """One operation with what it replies when all is well."""
    return {"operationId": name, "summary": summary, "responses": {"200": answer}}


def replied(description: str, references: list[str]) -> dict[str, Any]:
    """A reply in JSON by the definitions of which it follows one."""
    schema = {"anyOf": [{"$ref": reference} for reference in references]}
    return _content(description, "application/json", schema)


def problems(*statuses: int) -> dict[str, Any]:
    """The problems a path may reply with, by their statuses."""
    return {
        str(status): _content(
            HTTPStatus(status).phrase, "application/problem+json", {"$ref": _PROBLEM}
        )
        for status in statuses
    }


def _content(description: str, kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {kind: {"schema": schema}}}


def fixed_paths() -> dict[str, Any]:
    """The paths that are no questions."""
    return {
        "/v1/lines": {"post": _batch()},
        "/v1/verify": {"post": _verifying()},
        "/v1/law": {"get": _law()},
        "/v1/schema": {"get": _cached("schema", "The JSON Schema of the door.", _OBJECT)},
        "/v1/version": {"get": _plain("version", "The versions of library and law.", _VERSION)},
        "/health": {"get": _plain("health", "Whether the process runs.", _STATE)},
        "/ready": {"get": _ready()},
    }


def _batch() -> dict[str, Any]:
    lines: dict[str, Any] = {"type": "string"}
    answer = _content(
        "A reply a line, in the order of the questions; a bad line yields an error object.",
        "application/jsonl",
        lines,
    )
    described = operation("lines", "Many questions, one JSON object a line.", answer)
    described["requestBody"] = {
        "required": True,
        "content": {"application/jsonl": {"schema": lines}},
    }
    described["responses"] |= problems(401, 415, 422)
    return described


def _verifying() -> dict[str, Any]:
    answer = replied("Whether the answer is the same today.", ["#/components/schemas/Verified"])
    described = operation("verify", "Ask the question of a receipt again.", answer)
    receipt = {
        "anyOf": [
            {"$ref": "#/components/schemas/Receipt"},
            {"$ref": "#/components/schemas/AnswerReply"},
        ]
    }
    described["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": receipt}},
    }
    described["responses"] |= problems(400, 401, 408, 413, 415, 422, 500, 503)
    return described


def _law() -> dict[str, Any]:
    described = _cached("law", "The provisions of the law, or what an article says.", _LAW)
    described["parameters"] = [
        _parameter("on", "The day, as 2026-11-01; without it every period.", "date"),
        _parameter("article", "An article, as PP 44/2015 20(3)."),
    ]
    described["responses"] |= problems(422)
    return described


def _parameter(name: str, description: str, form: str | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if form is not None:
        schema["format"] = form
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _cached(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    described = _plain(name, summary, schema)
    described["responses"] |= {"304": {"description": "Not modified."}} | problems(401)
    return described


def _ready() -> dict[str, Any]:
    described = _plain("ready", "Whether questions are answered.", _STATE)
    described["responses"] |= problems(503)
    return described


def _plain(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    return operation(name, summary, _content(summary, "application/json", schema))
