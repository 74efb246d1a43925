"""Write the types of the clients from the schema of the door.

    jamsos schema | python examples/clients/types_from_schema.py

Run it after an upgrade of jamsos: the files it writes are what the clients are checked against.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

HERE = Path(__file__).parent
Schema = dict[str, Any]
START = ("AnswerReply", "ErrorReply", "Receipt", "Verified")
"""What the clients read; what they send is every question."""
NOTE = "Written by types_from_schema.py from the schema of jamsos; do not edit."


class Language(NamedTuple):
    """How a language writes the types of JSON."""

    plain: dict[str, str]
    anything: str
    union: str
    list_of: str
    map_of: str
    value: str
    between_values: str
    values: str


PYTHON = Language(
    plain={"string": "str", "integer": "int", "boolean": "bool", "null": "None", "number": "float"},
    anything="Any",
    union=" | ",
    list_of="list[{}]",
    map_of="dict[str, {}]",
    value="'{}'",
    between_values=", ",
    values="Literal[{}]",
)
TYPESCRIPT = Language(
    plain={
        "string": "string",
        "integer": "number",
        "boolean": "boolean",
        "null": "null",
        "number": "number",
    },
    anything="unknown",
    union=" | ",
    list_of="Array<{}>",
    map_of="Record<string, {}>",
    value='"{}"',
    between_values=" | ",
    values="{}",
)
PHP = Language(
    plain={
        "string": "string",
        "integer": "int",
        "boolean": "bool",
        "null": "null",
        "number": "float",
    },
    anything="mixed",
    union="|",
    list_of="list<{}>",
    map_of="array<string, {}>",
    value="'{}'",
    between_values="|",
    values="{}",
)


def written(schema: Schema, language: Language) -> str:
    """A type as the language writes it."""
    if "$ref" in schema:
        return name_of(schema)
    if "anyOf" in schema:
        parts = [written(part, language) for part in schema["anyOf"]]
        return language.union.join(dict.fromkeys(parts))
    if "enum" in schema:
        values = [language.value.format(value) for value in schema["enum"]]
        return language.values.format(language.between_values.join(values))
    kind = schema.get("type")
    if kind == "array":
        return language.list_of.format(written(schema.get("items", {}), language))
    if kind == "object":
        return language.map_of.format(written(schema.get("additionalProperties", {}), language))
    return language.plain.get(str(kind), language.anything)


def name_of(reference: Schema) -> str:
    """The name of the definition that is referred to."""
    return str(reference["$ref"]).rpartition("/")[2]


def references(part: object) -> Iterator[str]:
    """The names of all definitions a part of the schema refers to."""
    if isinstance(part, dict):
        table = cast("Schema", part)
        if "$ref" in table:
            yield name_of(table)
        for value in table.values():
            yield from references(value)
    elif isinstance(part, list):
        for item in cast("list[object]", part):
            yield from references(item)


def needed(schema: Schema) -> dict[str, Schema]:
    """The definitions the clients need, by name."""
    found: dict[str, Schema] = {}
    waiting = [*START, *questions(schema)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = schema["$defs"][name]
            waiting += references(found[name])
    return dict(sorted(found.items()))


def questions(schema: Schema) -> list[str]:
    """The names of the definitions of questions."""
    return [name_of(part) for part in schema["question"]["anyOf"]]


def python(schema: Schema) -> str:
    """The types as a module of Python."""
    lines = [f'"""{NOTE}"""', "", "from typing import Any, Literal, Required, TypedDict", ""]
    for name, part in needed(schema).items():
        if "properties" not in part:
            lines += [f"{name} = {written(part, PYTHON)}"]
            continue
        lines += ["", f"class {name}(TypedDict, total=False):", f'    """{part["description"]}"""']
        lines += [""]
        for key, value in part["properties"].items():
            kind = written(value, PYTHON)
            if key in part.get("required", []):
                kind = f"Required[{kind}]"
            # Quoted: a definition may stand below the one that uses it.
            lines.append(f'    {key}: "{kind}"')
        lines += [""]
    lines += ["", f"Question = {PYTHON.union.join(questions(schema))}", ""]
    return "\n".join(lines)


def typescript(schema: Schema) -> str:
    """The types as a module of TypeScript."""
    lines = [f"// {NOTE}", ""]
    for name, part in needed(schema).items():
        lines.append(f"/** {part['description']} */")
        if "properties" not in part:
            lines += [f"export type {name} = {written(part, TYPESCRIPT)};", ""]
            continue
        lines.append(f"export interface {name} {{")
        for key, value in part["properties"].items():
            mark = "" if key in part.get("required", []) else "?"
            lines.append(f"  {key}{mark}: {written(value, TYPESCRIPT)};")
        lines += ["}", ""]
    lines += ["export type Question =", *(f"  | {name}" for name in questions(schema)), "  ;", ""]
    return "\n".join(lines)


def php(schema: Schema) -> str:
    """The types as PHPStan and Psalm read them from a class without a body."""
    lines = ["<?php", "declare(strict_types=1);", "", "/**", f" * {NOTE}", " *"]
    for name, part in needed(schema).items():
        if "properties" not in part:
            lines.append(f" * @phpstan-type {name} {written(part, PHP)}")
            continue
        keys: list[str] = []
        for key, value in part["properties"].items():
            mark = "" if key in part.get("required", []) else "?"
            keys.append(f"{key}{mark}: {written(value, PHP)}")
        lines.append(f" * @phpstan-type {name} array{{{', '.join(keys)}}}")
    lines.append(f" * @phpstan-type Question {PHP.union.join(questions(schema))}")
    return "\n".join([*lines, " */", "final class JamsosTypes", "{", "}", ""])


FILES: dict[str, Callable[[Schema], str]] = {
    "python/jamsos_types.py": python,
    "typescript/jamsos_types.ts": typescript,
    "php/JamsosTypes.php": php,
}


def main() -> None:
    """Read the schema from standard input and write the files."""
    schema = json.load(sys.stdin)
    for name, text_of in FILES.items():
        (HERE / name).write_text(text_of(schema), "utf-8")


if __name__ == "__main__":
    main()
