"""The closed lists of replies: which codes may stand under which key, for the schema."""

from collections.abc import Mapping, Sequence
from typing import Any

from jamsos.answers.grounds import Criterion, MissingFact, Stated
from jamsos.answers.parts import Outcome, Status, When
from jamsos.answers.texts import catalogue
from jamsos.door.detail import Detail
from jamsos.door.replies import INTERNAL, error_code
from jamsos.errors import (
    InputError,
    JamsosError,
    LawDataError,
    MissingExtraError,
    MisuseError,
    OutsideLawError,
    ReceiptError,
    UndecidedError,
)
from jamsos.forms.tagged import TYPE_NAMES
from jamsos.law.law import current
from jamsos.law.provisions import Absence, Decision, Grade, Provision, WhatIf
from jamsos.law.strict_toml import WHOLE_UNITS

_ERRORS: tuple[type[JamsosError], ...] = (
    InputError,
    LawDataError,
    MissingExtraError,
    MisuseError,
    OutsideLawError,
    ReceiptError,
    UndecidedError,
)
_KINDS_OF_GROUNDS = [
    kind.kind for kind in (Provision, Absence, Decision, Criterion, MissingFact, Stated, WhatIf)
]
_PLAIN_UNITS = ("", "code")
"""The units of findings that no word stands behind."""
_OTHER_UNITS_OF_LAW = ("codes", "date", "rule", "share", "table")
_CODES_OF_NOTES = ("note", "reason")
"""The families of the catalogue that remarks are taken from."""


def closed_lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The codes by definition and key; under "" those of a key wherever it stands."""
    units = [*_PLAIN_UNITS, *_family("unit")]
    notes = [f"{name}.{code}" for name in _CODES_OF_NOTES for code in _family(name)]
    # Asked strictly, an answer needs an open decision to be taken.
    needs = [*_family("fact"), *sorted(current().decisions)]
    return {
        "": {
            "detail": [*Detail],
            "grade": [*Grade],
            "outcome": [*Outcome],
            "party": _family("party"),
            "payer": _family("paid_by"),
            "status": [*Status],
            "when": [*When],
        },
        "AmountsReply": {"needs": needs},
        "AnswerReply": {"needs": needs},
        "AmountFinding": {"type": TYPE_NAMES, "unit": units},
        "ErrorReply": {
            "error": sorted([*map(error_code, _ERRORS), INTERNAL]),
            "kind": ["input_rule", "fault"],
        },
        "FindingForm": {"type": TYPE_NAMES, "unit": units},
        "GroundForm": {
            "kind": _KINDS_OF_GROUNDS,
            "unit": sorted([*WHOLE_UNITS, *_OTHER_UNITS_OF_LAW]),
        },
        "GroundsReply": {"needs": needs},
        "LeanFinding": {"type": TYPE_NAMES, "unit": units},
        "LeanNote": {"code": notes},
        "NoteForm": {"code": notes},
    }


def listed(definition: str, key: str, part: dict[str, Any]) -> dict[str, Any]:
    """A property of a reply; one that holds a code of a closed list, or several, names the list."""
    lists = closed_lists()
    codes = lists.get(definition, {}).get(key) or lists[""].get(key)
    if codes is None:
        return part
    of_list = {"enum": [str(code) for code in codes]}
    if part == {"type": "string"}:
        return of_list
    if part == {"type": "array", "items": {"type": "string"}}:
        return {**part, "items": of_list}
    return part


def _family(name: str) -> list[str]:
    """The codes of a family of the catalogue."""
    codes = [code for code in catalogue("en") if code.startswith(f"{name}.")]
    return sorted(code.removeprefix(f"{name}.") for code in codes)
