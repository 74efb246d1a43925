"""The parts of an answer in their plain form, with labels in both languages."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from jamsos.answers.form import (
    ConditionForm,
    FindingForm,
    GroundForm,
    LineForm,
    NoteForm,
    PossibilityForm,
)
from jamsos.answers.ground_keys import key_of, rules_of
from jamsos.answers.grounds import (
    Criterion,
    Ground,
    Grounds,
    MissingFact,
    Needs,
    Stated,
    awaited,
)
from jamsos.answers.parts import Condition, Finding, Line, Note, Outcome, Possibility, When
from jamsos.answers.shown import shown_facts, shown_finding, shown_money
from jamsos.answers.text_forms import text_form
from jamsos.answers.texts import Text, say
from jamsos.answers.wording import asking, describe
from jamsos.forms.tagged import type_name
from jamsos.forms.writing import Writing, plain
from jamsos.law.law import Law
from jamsos.law.provisions import Absence, Decision, Provision, WhatIf

_GROUNDS = (Provision, Absence, Decision, Criterion, MissingFact, Stated, WhatIf)
RESULTS = Writing({Text: text_form, **dict.fromkeys(_GROUNDS, key_of)}, whole=True)
"""How results are written: of a ground its key, and null for what is not decided or none."""


@lru_cache(maxsize=4096)
def in_words(sentence: Text) -> tuple[str, str]:
    """A sentence in Indonesian and in English; kept, since many answers say the same."""
    return sentence.say("id"), sentence.say("en")


@lru_cache(maxsize=4096)
def _named(code: str) -> tuple[str, str]:
    """A sentence without places, by its code alone."""
    return in_words(Text(code))


def outcome_in_words(outcome: Outcome, needs: Needs, lang: str) -> str:
    """The outcome, with what is missing where the question cannot be decided."""
    in_indonesian, in_english = _named(f"outcome.{outcome}")
    said = in_indonesian if lang == "id" else in_english
    if not needs:
        return said
    # The names of facts have commas of their own.
    missing = "; ".join(say(awaited(need), lang) for need in needs)
    return f"{said} {missing}".rstrip()


def condition_form(condition: Condition) -> ConditionForm:
    """A condition with its status and its meaning in words."""
    status_id, status_en = _named(f"status.{condition.status}")
    meaning_id, meaning_en = in_words(condition.meaning)
    return {
        "code": condition.code,
        "status": str(condition.status),
        "status_id": status_id,
        "status_en": status_en,
        "meaning_id": meaning_id,
        "meaning_en": meaning_en,
        "text": text_form(condition.text),
        "grounds": _keys(condition.grounds),
    }


def line_form(line: Line) -> LineForm:
    """A line with its legal term, its arithmetic and its parties in words."""
    name_id, name_en = _named(f"line.{line.code}")
    formula_id, formula_en = in_words(line.formula)
    form: LineForm = {
        "code": line.code,
        "name_id": name_id,
        "name_en": name_en,
        "amount": plain(line.amount),
        "amount_id": shown_money(line.amount, "id"),
        "amount_en": shown_money(line.amount, "en"),
        "when": str(line.when),
        "formula": text_form(line.formula),
        "formula_id": formula_id,
        "formula_en": formula_en,
        "grounds": _keys(line.grounds),
    }
    if line.when is When.AFTER_SETTLEMENT:
        form["when_id"], form["when_en"] = _named("when.after_settlement")
    if line.month is not None:
        form["month"] = plain(line.month)
    if line.due is not None:
        form["due"] = plain(line.due)
    if line.party is not None:
        form["party"] = str(line.party)
        form["party_id"], form["party_en"] = _named(f"party.{line.party}")
    if line.payer is not None:
        form["payer"] = str(line.payer)
        form["payer_id"], form["payer_en"] = _named(f"paid_by.{line.payer}")
    return form


def finding_form(finding: Finding) -> FindingForm:
    """A finding with its name and its value in words."""
    name_id, name_en = _named(f"finding.{finding.code}")
    form: FindingForm = {
        "code": finding.code,
        "name_id": name_id,
        "name_en": name_en,
        "value": plain(finding.value),
        "value_id": shown_finding(finding, "id"),
        "value_en": shown_finding(finding, "en"),
        "unit": finding.unit,
        "grounds": _keys(finding.grounds),
    }
    name = type_name(finding.value)
    if name is not None:
        form["type"] = name
    # A code has no unit: its value in words is all there is to say.
    if finding.unit not in {"", "code"}:
        form["unit_id"], form["unit_en"] = _named(f"unit.{finding.unit}")
    if finding.note is not None:
        form["note"] = text_form(finding.note)
        form["note_id"], form["note_en"] = in_words(finding.note)
    if finding.party is not None:
        form["party"] = str(finding.party)
        form["party_id"], form["party_en"] = _named(f"party.{finding.party}")
    return form


def note_form(note: Note) -> NoteForm:
    """A remark: its sentence by code and in words."""
    text_id, text_en = in_words(note.text)
    form: NoteForm = {
        "code": note.code,
        "warning": note.warning,
        "text_id": text_id,
        "text_en": text_en,
        "grounds": _keys(note.grounds),
    }
    sentence = text_form(note.text)
    if "args" in sentence:
        form["args"] = sentence["args"]
    return form


def possibility_form(possibility: Possibility) -> PossibilityForm:
    """A possibility with its facts and its total in words."""
    return {
        "facts": dict(possibility.facts),
        "facts_id": shown_facts(possibility.facts, "id"),
        "facts_en": shown_facts(possibility.facts, "en"),
        "total": plain(possibility.total),
        "total_id": shown_money(possibility.total, "id"),
        "total_en": shown_money(possibility.total, "en"),
        "grounds": _keys(possibility.grounds),
    }


def _keys(grounds: Grounds) -> list[str]:
    return [key_of(ground) for ground in grounds]


def ground_form(ground: Ground, law: Law) -> GroundForm:
    """A ground in words; what the law of the answer does not hold is written in full."""
    # Fresh lists: who edits the form of one answer must not edit that of the next.
    return cast("GroundForm", _fresh(shared_ground_form(ground, law)))


def _fresh(form: Any) -> Any:
    """A copy that shares no list and no object with the form."""
    if isinstance(form, dict):
        return {key: _fresh(value) for key, value in cast("dict[str, Any]", form).items()}
    if isinstance(form, list):
        return [_fresh(item) for item in cast("Iterable[Any]", form)]
    return form


@lru_cache(maxsize=4096)
def shared_ground_form(ground: Ground, law: Law) -> GroundForm:
    """The same as it is kept: it belongs to other answers too, and nobody may edit it."""
    name = ground.name
    form: GroundForm = {
        "key": key_of(ground),
        "kind": ground.kind,
        "id": ground.id,
        "name_id": name.say("id"),
        "name_en": name.say("en"),
        "text_id": describe(ground, "id"),
        "text_en": describe(ground, "en"),
    }
    if ground.grade is not None:
        grade = Text(f"grade.{ground.grade}")
        form["grade"] = str(ground.grade)
        form["grade_id"], form["grade_en"] = grade.say("id"), grade.say("en")
    if ground.sources:
        form["sources"] = [str(source) for source in ground.sources]
    if isinstance(ground, Provision):
        _add_dates(form, ground)
    if isinstance(ground, Decision):
        form["chosen"] = ground.chosen
        if ground.alternatives:
            form["alternatives"] = list(ground.alternatives)
    if isinstance(ground, Decision | MissingFact):
        asked = asking(ground)
        form["ask_id"], form["ask_en"] = asked.say("id"), asked.say("en")
    # Any other ground is found again by its key; a missing fact is nothing but its id.
    if not isinstance(ground, MissingFact) and rules_of(law).get(form["key"]) != ground:
        form["rule"] = plain(ground)
    return form


def _add_dates(form: GroundForm, provision: Provision) -> None:
    """Add what a provision sets, and when it is in force."""
    form["value"], form["unit"] = plain(provision.value), provision.unit
    form["since"] = plain(provision.since)
    if provision.until is not None:
        form["until"] = plain(provision.until)
    if provision.known_until is not None:
        form["known_until"] = plain(provision.known_until)
