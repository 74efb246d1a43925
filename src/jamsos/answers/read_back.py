"""An answer read from its plain form: labels are passed over, grounds are found in the law."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from attrs import NOTHING, Attribute, fields

from jamsos.answers.form import FORM
from jamsos.answers.ground_keys import GROUND, known, rules_of
from jamsos.answers.grounds import Criterion, Ground, MissingFact, Needs, Stated
from jamsos.answers.parts import Condition, Finding, Line, Note, Outcome, Possibility
from jamsos.answers.text_forms import TEXT
from jamsos.answers.texts import Text
from jamsos.forms.reading import FACTS, OBJECT, Reader, Reading, Table, list_of
from jamsos.forms.refusals import Refusal, inside
from jamsos.law.form import read_law
from jamsos.law.law import Law
from jamsos.law.provisions import Absence, Decision, Provision, WhatIf

_RULES = {kind.kind: kind for kind in (Provision, Absence, Decision, Criterion, Stated, WhatIf)}
_GROUNDS = dict.fromkeys((*_RULES.values(), MissingFact), GROUND)
_READING = Reading({Text: TEXT, **_GROUNDS}, closed=False)
"""How the parts of an answer are read; keys beside theirs are labels."""


def read_answer(form: Table, kind: Any, base: Any) -> dict[str, Any]:
    """Read the fields of an answer.

    Args:
        form: The form as it was written, or a reply of the door.
        kind: The class of the answer, which names its question and the types of its facts.
        base: The class whose fields every answer has; a field besides is one of the kind's own.

    Raises:
        Refusal: naming the place.
        LawDataError: if another edition of the law answered.

    """
    check_version(form)
    head = _read_head(form)
    if head["question"] != getattr(kind, "question", None):
        step = "read it with jamsos.answer_from_dict"
        allowed = f"the question of {kind.__name__}"
        raise Refusal(head["question"], allowed, step).inside(".question")
    law: Law = inside(".law", read_law, head["law"])
    in_full = inside(".grounds", _read_in_full, head["grounds"])
    with known({**rules_of(law), **in_full}):
        parts = _read_parts(form)
        own = inside(".own", _own_reader(kind, base), head["own"])
    return {
        "title": head["title"],
        "outcome": head["outcome"],
        "law": law,
        "facts": inside(".facts", _facts_reader(kind), head["facts"]),
        "needs": _needs(head["needs"], law),
        **parts,
        **own,
    }


def check_version(form: Table) -> None:
    """Refuse a form of another version."""
    version = form.get("form")
    if version != FORM:
        step = "read it with the jamsos that wrote it, or ask the question again"
        raise Refusal(version, str(FORM), step).inside(".form")


_HEAD: Mapping[str, Reader] = {
    "question": FACTS.reader(str),
    "outcome": FACTS.reader(Outcome),
    "title": TEXT,
    "law": OBJECT,
    "facts": OBJECT,
    "own": OBJECT,
    "needs": FACTS.reader(tuple[str, ...]),
    "grounds": list_of(OBJECT),
}
_read_head = _READING.values_reader(_HEAD, _HEAD)


def _read_in_full(forms: tuple[Table, ...]) -> dict[str, Ground]:
    """The grounds that the law does not hold, by their keys."""
    grounds: dict[str, Ground] = {}
    for number, form in enumerate(forms):
        if "rule" in form:
            key, rule = inside(f"[{number}]", _read_rule, form)
            grounds[key] = rule
    return grounds


def _read_rule(form: Table) -> tuple[str, Ground]:
    named = _read_named(form)
    if named["kind"] not in _RULES:
        raise Refusal(named["kind"], f"one of {sorted(_RULES)}").inside(".kind")
    # By the readers of facts, to whom a ground is an object like any other.
    read_rule = FACTS.reader(_RULES[named["kind"]]).read
    return named["key"], inside(".rule", read_rule, form["rule"])


_TEXT_KEYS = {"key": FACTS.reader(str), "kind": FACTS.reader(str)}
_read_named = _READING.values_reader(_TEXT_KEYS, _TEXT_KEYS)


def _needs(names: tuple[str, ...], law: Law) -> Needs:
    return tuple(law.decisions.get(name) or MissingFact(name) for name in names)


@cache
def _facts_reader(kind: Any) -> Callable[[Table], Table]:
    types: Mapping[str, Any] = kind.fact_types
    return FACTS.values_reader({name: FACTS.reader(hint | None) for name, hint in types.items()})


@cache
def _own_reader(kind: Any, base: Any) -> Callable[[Table], Table]:
    """How the fields are read that a class of answers has of its own."""
    hints = get_type_hints(kind)
    readers: dict[str, Reader] = {}
    required: list[str] = []
    for one in own_fields(kind, base):
        key = one.alias or one.name
        readers[key] = _READING.reader(hints[one.name])
        if one.default is NOTHING:
            required.append(key)
    return _READING.values_reader(readers, required)


@cache
def own_fields(kind: Any, base: Any) -> tuple["Attribute[Any]", ...]:
    """The fields that a class of answers has beside those every answer has."""
    common = {one.name for one in fields(base)}
    return tuple(one for one in fields(kind) if one.name not in common)


def _read_finding(form: Table) -> Finding:
    """Read a finding; a type that JSON does not have stands beside the value."""
    if "type" in form:
        form = {**form, "value": {form["type"]: form.get("value")}}
    finding: Finding = _FINDING.read(form)
    return finding


def _read_note(form: Table) -> Note:
    """Read a note; the code and the arguments of its sentence stand beside the rest."""
    note: Note = _NOTE.read({**form, "text": form})
    return note


_FINDING = _READING.reader(Finding)
_NOTE = _READING.reader(Note)
_PARTS: Mapping[str, Reader] = {
    "conditions": _READING.reader(tuple[Condition, ...]),
    "lines": _READING.reader(tuple[Line, ...]),
    "findings": list_of(Reader({dict: _read_finding}, _FINDING.allowed)),
    "notes": list_of(Reader({dict: _read_note}, _NOTE.allowed)),
    "possibilities": _READING.reader(tuple[Possibility, ...]),
}
_read_parts = _READING.values_reader(_PARTS, _PARTS)
