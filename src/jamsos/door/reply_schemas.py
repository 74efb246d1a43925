"""The schemas of the replies to each question: its own codes, results and facts."""

import re
from collections.abc import Iterable
from typing import Any

from jamsos.answers.answer import Answer
from jamsos.door.detail import Detail
from jamsos.door.replies import AmountsReply, AnswerReply, GroundsReply

Schema = dict[str, Any]

BASES = {
    Detail.FULL: AnswerReply,
    Detail.GROUNDS: GroundsReply,
    Detail.AMOUNTS: AmountsReply,
}
"""What all replies of one detail have."""
_NAMES = {
    Detail.FULL: "Reply",
    Detail.GROUNDS: "GroundsReply",
    Detail.AMOUNTS: "AmountsReply",
}
_WHAT_IS_LEFT = {
    Detail.FULL: "",
    Detail.GROUNDS: " Without words.",
    Detail.AMOUNTS: " Amounts alone.",
}
"""What descriptions say of each detail."""
_PARTS = {
    Detail.FULL: ("conditions", "lines", "findings"),
    Detail.GROUNDS: ("conditions", "lines", "findings"),
    Detail.AMOUNTS: ("lines", "findings"),
}


def reply_name(kind: type[Answer], detail: Detail) -> str:
    """The name of the definition of a reply."""
    return f"{kind.__name__}{_NAMES[detail]}"


def reply_schemas(kind: type[Answer]) -> dict[str, Schema]:
    """The definitions of the replies to one question, and of the parts they share."""
    codes = {
        "conditions": kind.condition_codes,
        "lines": kind.line_codes,
        "findings": kind.finding_codes,
    }
    definitions: dict[str, Schema] = {}
    for detail in Detail:
        definitions[reply_name(kind, detail)] = _reply(kind, detail)
    # Only a full reply tells the facts and the typed results.
    full: Schema = definitions[reply_name(kind, Detail.FULL)]["properties"]
    for part in ("results", "facts"):
        full[part] = {"$ref": f"#/$defs/{_part_name(kind, part)}"}
    for part, of_part in codes.items():
        definitions[_part_name(kind, part)] = {
            "title": _part_name(kind, part),
            "description": f"The {part} of ``{kind.question}``: which codes they may have.",
            **_parts_of(of_part),
        }
    return definitions


def _reply(kind: type[Answer], detail: Detail) -> Schema:
    """The reply of one detail: what all of them have, with the codes of the question."""
    properties: Schema = {
        "question": {"enum": [kind.question]},
        "detail": {"enum": [str(detail)]},
    }
    for part in _PARTS[detail]:
        properties[part] = {"$ref": f"#/$defs/{_part_name(kind, part)}"}
    return {
        "title": reply_name(kind, detail),
        "description": first_paragraph(str(kind.__doc__)) + _WHAT_IS_LEFT[detail],
        "allOf": [{"$ref": f"#/$defs/{BASES[detail].__name__}"}],
        "type": "object",
        "properties": properties,
    }


def _part_name(kind: type[Answer], part: str) -> str:
    return f"{kind.__name__}{part.capitalize()}"


def _parts_of(codes: Iterable[str]) -> Schema:
    """The parts of one kind by the codes they may have."""
    listed = sorted(code for code in codes if "{" not in code)
    choices: list[Schema] = []
    if listed:
        choices.append({"enum": listed})
    choices += [_form_of(code) for code in codes if "{" in code]
    if not choices:
        return {"type": "array", "maxItems": 0}
    [code, *others] = choices
    if others:
        code = {"anyOf": choices}
    return {"type": "array", "items": {"properties": {"code": code}}}


def _form_of(code: str) -> Schema:
    """The form of codes that name a place of a list, or what a scheme file calls by its own id."""
    if code == "{id}":
        return {"type": "string"}
    pattern = code.replace("{number}", "(0|[1-9][0-9]*)")
    return {"type": "string", "pattern": f"^{pattern}$"}


def first_paragraph(docstring: str) -> str:
    """The first paragraph of a docstring, as one line.

    Versions of Python and msgspec leave different indentation in a docstring, but the same words.
    """
    paragraph = re.split(r"\n\s*\n", docstring.strip(), maxsplit=1)[0]
    return " ".join(paragraph.split())
