"""OpenAPI 3.1, generated from the schema of the door: a path for every question."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import msgspec

import jamsos
from jamsos.door.reading import AnyQuestion
from jamsos.door.service import ServiceQuestion
from jamsos.values.plain import as_list, as_table
from jamsos.web.contract_paths import PROBLEM_SCHEMA, fixed_paths, operation, problems, replied
from jamsos.web.problems import Problem

OPENAPI_KIND = "application/vnd.oai.openapi+json;version=3.1"
QUESTIONS = frozenset(
    str(kind.__struct_config__.tag) for kind in (*get_args(AnyQuestion), *get_args(ServiceQuestion))
)
"""The names of all questions."""
_DEFINITION = "#/$defs/"
_COMPONENT = "#/components/schemas/"
_ABOUT = (
    "Indonesia's work-accident (JKK) and death (JKM) insurance, exact to the rupiah, "
    "every amount with its article of law. Nothing that is sent here is kept. "
    "Amounts are whole rupiah; a part of a rupiah is a fraction as text."
)


@cache
def shipped_schema() -> bytes:
    """The JSON Schema of the door, as it is shipped."""
    return files("jamsos.door").joinpath("schema.json").read_bytes()


def openapi(*, with_key: bool) -> bytes:
    """The paths of a service by OpenAPI 3.1, with or without a key to be sent."""
    schema: dict[str, Any] = _as_components(json.loads(shipped_schema()))
    definitions: dict[str, dict[str, Any]] = schema["$defs"]
    mapping: dict[str, str] = schema["question"]["discriminator"]["mapping"]
    reply_names = _reply_names(definitions)
    paths: dict[str, Any] = {}
    for name, asked in sorted(mapping.items()):
        question = definitions[asked.removeprefix(_COMPONENT)]
        # The path names the question already.
        question["required"] = [key for key in question["required"] if key != "question"]
        paths[f"/v1/questions/{name}"] = _question_path(name, question, asked, reply_names[name])
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "jamsos", "version": jamsos.__version__, "description": _ABOUT},
        "paths": paths | fixed_paths(),
        "components": {"schemas": definitions | _problem_schema()},
    }
    if with_key:
        document["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        for path, methods in document["paths"].items():
            if path.startswith("/v1/"):
                for described in methods.values():
                    described["security"] = [{"key": []}]
    return json.dumps(document, ensure_ascii=False).encode()


def _question_path(
    name: str, question: dict[str, Any], asked: str, replies: list[str]
) -> dict[str, Any]:
    answer = replied(
        "The answer, with its grounds and its receipt, as far as ``detail`` asks for them.",
        [f"{_COMPONENT}{one}" for one in replies],
    )
    described = operation(name, question["description"], answer)
    described["tags"] = ["questions"]
    described["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": asked}}},
    }
    described["responses"] |= problems(400, 401, 408, 413, 415, 422, 500, 503)
    return {"post": described}


def _reply_names(definitions: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """The definitions of replies by the names of their questions: one for each detail."""
    names: dict[str, list[str]] = {}
    for definition, part in definitions.items():
        codes: list[str] = part.get("properties", {}).get("question", {}).get("enum", [])
        if definition.endswith("Reply") and codes:
            names.setdefault(codes[0], []).append(definition)
    return names


def _problem_schema() -> dict[str, Any]:
    _, definitions = msgspec.json.schema_components([Problem], ref_template=f"{_COMPONENT}{{name}}")
    return {PROBLEM_SCHEMA: definitions["Problem"]}


def _as_components(part: Any) -> Any:
    """The same schema, its references as OpenAPI writes them."""
    table = as_table(part)
    if table is not None:
        return {key: _as_components(value) for key, value in table.items()}
    items = as_list(part)
    if items is not None:
        return [_as_components(item) for item in items]
    if isinstance(part, str) and part.startswith(_DEFINITION):
        return _COMPONENT + part.removeprefix(_DEFINITION)
    return part
