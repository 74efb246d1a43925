"""The plain form of a law: the edition it is, the answers chosen, and its amendments in full."""

import json
from copy import deepcopy
from datetime import date
from functools import lru_cache
from typing import Any, NotRequired, TypedDict, cast

from attrs import evolve, frozen

from jamsos.errors import LawDataError
from jamsos.forms.reading import FACTS
from jamsos.forms.writing import plain
from jamsos.law.differences import Difference, difference
from jamsos.law.law import Law, current
from jamsos.law.loading import shipped
from jamsos.law.provisions import Absence, Decision, Provision, WhatIf

RuleForm = dict[str, Any]


class AmendmentsForm(TypedDict):
    """What a law has of its own, in full, and the ids of the rules it has not."""

    timelines: dict[str, list[RuleForm]]
    absences: dict[str, RuleForm]
    decisions: dict[str, RuleForm]
    removed: list[str]


class LawForm(TypedDict):
    """The law an answer was given under."""

    version: str
    known_until: str
    fingerprint: str
    strict: bool
    decisions: dict[str, str]
    amendments: NotRequired[AmendmentsForm]
    what_ifs: NotRequired[list[RuleForm]]


@frozen(kw_only=True)
class _Amendments:
    """What makes the shipped law into another one, beside the decisions chosen."""

    timelines: dict[str, tuple[Provision, ...]]
    absences: dict[str, Absence]
    decisions: dict[str, Decision]
    removed: tuple[str, ...]

    @property
    def are_none(self) -> bool:
        return not (self.timelines or self.absences or self.decisions or self.removed)


@frozen(kw_only=True)
class _Edition:
    """A law by what tells it from the one shipped; its fields are those of the form."""

    version: str
    known_until: date
    fingerprint: str
    strict: bool
    decisions: dict[str, str]
    """The answers chosen instead of the defaults."""
    amendments: _Amendments | None = None
    what_ifs: tuple[WhatIf, ...] | None = None
    """None: nothing in it is supposed."""


def law_form(law: Law) -> LawForm:
    """The edition of a law, and how it differs from the one shipped.

    >>> law_form(current().with_decisions(D33="unbroken"))["decisions"]
    {'D33': 'unbroken'}
    """
    # A copy: who edits the form of one answer must not edit that of the next.
    return deepcopy(_form(law))


@lru_cache(maxsize=64)
def _form(law: Law) -> LawForm:
    data = shipped()
    chosen: dict[str, str] = {}
    by_default: dict[str, Decision] = {}
    for name, decision in law.decisions.items():
        by_default[name] = evolve(decision, chosen=decision.default)
        if decision.chosen != decision.default:
            chosen[name] = decision.chosen
    timelines = difference(law.timelines, data.timelines)
    absences = difference(law.absences, data.absences)
    decisions = difference(by_default, data.decisions)
    amendments = _Amendments(
        timelines=dict(timelines.own),
        absences=dict(absences.own),
        decisions=dict(decisions.own),
        removed=tuple(sorted(timelines.removed | absences.removed | decisions.removed)),
    )
    edition = _Edition(
        version=law.version,
        known_until=law.known_until,
        fingerprint=law.fingerprint,
        strict=law.strict,
        decisions=chosen,
        amendments=None if amendments.are_none else amendments,
        what_ifs=law.what_ifs or None,
    )
    return cast("LawForm", plain(edition))


def read_law(form: dict[str, Any]) -> Law:
    """Read a law from its form: the one shipped, with the decisions and amendments of the form.

    Raises:
        Refusal: for what is no such form.
        LawDataError: if the law of this version of jamsos does not become the law that was written.

    """
    edition: _Edition = FACTS.reader(_Edition).read(form)
    if edition.fingerprint == current().fingerprint:
        return current()
    # As text, since the answers of one law come together and a dictionary is no key.
    return _law(json.dumps(form, sort_keys=True))


@lru_cache(maxsize=64)
def _law(text: str) -> Law:
    edition: _Edition = FACTS.reader(_Edition).read(json.loads(text))
    law = _with_answers(_amended(edition), edition.decisions)
    if law.fingerprint != edition.fingerprint:
        ours = current()
        raise LawDataError(
            "law of the answer",
            f"{edition.version} ({edition.fingerprint})",
            f"{ours.version} ({ours.fingerprint}), with other decisions or amendments",
            "read the form itself, ask the question again, or use the jamsos that wrote it",
        )
    return law


def _amended(edition: _Edition) -> Law:
    data = shipped()
    own = edition.amendments or _NONE
    removed = frozenset(own.removed)
    return Law(
        version=edition.version,
        known_until=edition.known_until,
        timelines=Difference(own.timelines, removed).applied_to(data.timelines),
        absences=Difference(own.absences, removed).applied_to(data.absences),
        decisions=Difference(own.decisions, removed).applied_to(data.decisions),
        strict=edition.strict,
        what_ifs=edition.what_ifs or (),
    )


_NONE = _Amendments(timelines={}, absences={}, decisions={}, removed=())


def _with_answers(law: Law, chosen: dict[str, str]) -> Law:
    """The law with those answers; one that it does not offer shows in the fingerprint."""
    decisions = dict(law.decisions)
    for name, choice in chosen.items():
        if name in decisions:
            decisions[name] = evolve(decisions[name], chosen=choice)
    return evolve(law, decisions=decisions)
