"""The shape of an answer's plain form: one declaration for Python, the JSON door and its schema.

Whatever ends in ``_id`` or ``_en`` are words in Indonesian or English, made from the codes beside
them. Amounts are whole rupiah, or an exact fraction as text. What is absent does not apply.
"""

from typing import Any, NotRequired, TypeAlias, TypedDict

from jamsos.law.form import LawForm, RuleForm

FORM = 1
"""The version of the form: new keys may appear in any release, other changes make it 2."""

Money: TypeAlias = int | str
"""Whole rupiah as a number; parts of a rupiah as an exact fraction in text."""


class TextForm(TypedDict):
    """A sentence: its code in the catalogue, and what goes into its places."""

    code: str
    args: NotRequired[dict[str, Any]]


class GroundForm(TypedDict):
    """One ground; other parts of the answer name it by its key."""

    key: str
    kind: str
    id: str
    name_id: str
    name_en: str
    text_id: str
    text_en: str
    grade: NotRequired[str]
    grade_id: NotRequired[str]
    grade_en: NotRequired[str]
    sources: NotRequired[list[str]]
    value: NotRequired[Any]
    unit: NotRequired[str]
    since: NotRequired[str]
    until: NotRequired[str]
    known_until: NotRequired[str]
    chosen: NotRequired[str]
    alternatives: NotRequired[list[str]]
    ask_id: NotRequired[str]
    ask_en: NotRequired[str]
    rule: NotRequired[RuleForm]


class ConditionForm(TypedDict):
    """One thing that had to hold, and whether it did."""

    code: str
    status: str
    status_id: str
    status_en: str
    meaning_id: str
    meaning_en: str
    text: TextForm
    grounds: list[str]


class LineForm(TypedDict):
    """One amount of money, with its arithmetic."""

    code: str
    name_id: str
    name_en: str
    amount: Money
    amount_id: str
    amount_en: str
    when: str
    when_id: NotRequired[str]
    when_en: NotRequired[str]
    month: NotRequired[str]
    due: NotRequired[str]
    party: NotRequired[str]
    party_id: NotRequired[str]
    party_en: NotRequired[str]
    payer: NotRequired[str]
    payer_id: NotRequired[str]
    payer_en: NotRequired[str]
    formula: TextForm
    formula_id: str
    formula_en: str
    grounds: list[str]


class FindingForm(TypedDict):
    """One result that is not an amount of the total; ``value`` null: none, or not decided."""

    code: str
    name_id: str
    name_en: str
    value: int | bool | str | None
    type: NotRequired[str]
    value_id: str
    value_en: str
    unit: str
    unit_id: NotRequired[str]
    unit_en: NotRequired[str]
    note: NotRequired[TextForm]
    note_id: NotRequired[str]
    note_en: NotRequired[str]
    party: NotRequired[str]
    party_id: NotRequired[str]
    party_en: NotRequired[str]
    grounds: list[str]


class NoteForm(TypedDict):
    """A remark or a warning."""

    code: str
    args: NotRequired[dict[str, Any]]
    warning: bool
    text_id: str
    text_en: str
    grounds: list[str]


class PossibilityForm(TypedDict):
    """What the total would be if the missing facts had these values."""

    facts: dict[str, str]
    facts_id: str
    facts_en: str
    total: Money
    total_id: str
    total_en: str
    grounds: list[str]


class SumsForm(TypedDict, total=False):
    """The sums of a decided question about money."""

    total: Money
    total_id: str
    total_en: str
    payable_now: Money
    payable_after_settlement: Money


class HeadForm(SumsForm):
    """What of an answer belongs to none of its parts."""

    form: int
    question: str
    outcome: str
    outcome_id: str
    outcome_en: str
    title: TextForm
    title_id: str
    title_en: str
    results: dict[str, Any]
    needs: list[str]
    facts: dict[str, Any]
    own: dict[str, Any]


class AnswerForm(HeadForm):
    """The answer to one question."""

    conditions: list[ConditionForm]
    lines: list[LineForm]
    findings: list[FindingForm]
    notes: list[NoteForm]
    possibilities: list[PossibilityForm]
    grounds: list[GroundForm]
    law: LawForm
