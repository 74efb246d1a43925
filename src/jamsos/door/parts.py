"""The parts of answers as they are written out, each once: thousands of answers share them.

A contribution month has a few dozen lines for a whole register, and a death some hundred grounds.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import msgspec

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Ground, Grounds
from jamsos.answers.parts import Condition, Finding, Line, Note, Possibility
from jamsos.answers.texts import Text
from jamsos.answers.written import (
    condition_form,
    finding_form,
    line_form,
    note_form,
    possibility_form,
    shared_ground_form,
)
from jamsos.door.canonical import canonical
from jamsos.law.form import law_form
from jamsos.law.law import Law

Shape: TypeAlias = tuple[Any, ...]


class Part(NamedTuple):
    """One part of an answer, written out."""

    full: msgspec.Raw
    """With all its words."""
    lean: msgspec.Raw
    """Without them: what the digest of a receipt covers."""


class Parts(NamedTuple):
    """The parts of an answer that stand on grounds."""

    conditions: list[Part]
    lines: list[Part]
    findings: list[Part]
    notes: list[Part]
    possibilities: list[Part]

    def full(self) -> dict[str, Any]:
        """The parts with their words, by their names."""
        return {name: [part.full for part in parts] for name, parts in self._named()}

    def lean(self) -> dict[str, Any]:
        """The parts without their words, by their names."""
        return {name: [part.lean for part in parts] for name, parts in self._named()}

    def _named(self) -> Iterable[tuple[str, list[Part]]]:
        return zip(self._fields, self, strict=True)


def parts_of(answer: Answer) -> Parts:
    """The parts of an answer, written out."""
    return Parts(
        conditions=[_condition(one, _shape(one.text)) for one in answer.conditions],
        lines=[_line(one, _shape(one.formula)) for one in answer.lines],
        findings=[_finding(one, _shape_of_finding(one)) for one in answer.findings],
        notes=[_note(one, _shape(one.text)) for one in answer.notes],
        possibilities=[_possibility(one) for one in answer.possibilities],
    )


def _shape(text: Text) -> Shape:
    """The types of what goes into a sentence: 1 and a fraction of 1 are equal, but not written so.

    A cache asks for equal keys only.
    """
    return tuple([_shape(arg) if type(arg) is Text else type(arg) for arg in text.args.values()])


def _shape_of_finding(finding: Finding) -> Shape:
    if finding.note is None:
        return (type(finding.value),)
    return (type(finding.value), _shape(finding.note))


_OF_A_CONDITION = ("code", "status", "grounds")
_OF_A_LINE = ("code", "amount", "when", "month", "due", "party", "grounds", "payer")
_OF_A_FINDING = ("code", "value", "type", "unit", "grounds", "party")
_OF_A_NOTE = ("code", "warning", "grounds")
_OF_A_POSSIBILITY = ("facts", "total", "grounds")
_OF_A_GROUND = ("key", "grade", "value", "sources", "chosen")
"""What is no word of each part: words may be chosen better."""


@lru_cache(maxsize=4096)
def _condition(condition: Condition, _shape: Shape) -> Part:
    return _part(condition_form(condition), _OF_A_CONDITION)


@lru_cache(maxsize=4096)
def _line(line: Line, _shape: Shape) -> Part:
    return _part(line_form(line), _OF_A_LINE)


@lru_cache(maxsize=4096)
def _finding(finding: Finding, _shape: Shape) -> Part:
    return _part(finding_form(finding), _OF_A_FINDING)


@lru_cache(maxsize=4096)
def _note(note: Note, _shape: Shape) -> Part:
    return _part(note_form(note), _OF_A_NOTE)


def _possibility(possibility: Possibility) -> Part:
    return _part(possibility_form(possibility), _OF_A_POSSIBILITY)


class WrittenGrounds(NamedTuple):
    """The grounds of an answer, written out."""

    full: tuple[msgspec.Raw, ...]
    lean: tuple[msgspec.Raw, ...]


@lru_cache(maxsize=1024)
def grounds(grounds: Grounds, law: Law) -> WrittenGrounds:
    """Grounds, written out; kept together, since many answers rest on the same."""
    parts = [_ground(one, law) for one in grounds]
    return WrittenGrounds(tuple(part.full for part in parts), tuple(part.lean for part in parts))


@lru_cache(maxsize=4096)
def _ground(ground: Ground, law: Law) -> Part:
    return _part(shared_ground_form(ground, law), _OF_A_GROUND)


def _part(form: Any, kept: tuple[str, ...]) -> Part:
    lean = {key: form[key] for key in kept if key in form}
    return Part(msgspec.Raw(canonical(form)), msgspec.Raw(canonical(lean)))


@lru_cache(maxsize=64)
def law(law: Law) -> msgspec.Raw:
    """The law of an answer, written out."""
    return msgspec.Raw(canonical(law_form(law)))
