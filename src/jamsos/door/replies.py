"""The replies of the door: an answer, an error, a receipt and its verification, as JSON objects."""

from datetime import date
from fractions import Fraction
from typing import Any

import msgspec

from jamsos.answers.answer import Answer, Finding, Line, When
from jamsos.answers.grounds import Ground
from jamsos.errors import JamsosError
from jamsos.law.provisions import Provision, Reading, Value

Money = int | str
"""Whole rupiah as a number; parts of a rupiah as an exact fraction in text."""


class GroundOut(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One ground; other parts of the reply name it by its key."""

    key: str
    kind: str
    id: str
    name_id: str
    name_en: str
    grade: str | None = None
    sources: tuple[str, ...] = ()
    value: Any = None
    unit: str | None = None
    since: date | None = None
    until: date | None = None
    known_until: date | None = None
    chosen: str | None = None
    alternatives: tuple[str, ...] = ()


class ConditionOut(msgspec.Struct, kw_only=True):
    """One condition of a decision."""

    code: str
    status: str
    grounds: tuple[str, ...]


class LineOut(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One amount."""

    code: str
    amount: Money
    when: str
    grounds: tuple[str, ...]
    formula_id: str
    formula_en: str
    month: str | None = None
    due: date | None = None
    party: str | None = None
    payer: str | None = None
    """Who owes the benefit in the place of BPJS."""


class FindingOut(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One result that is not an amount of the total; ``value`` null: cannot be decided."""

    code: str
    value: int | bool | str | None
    unit: str
    grounds: tuple[str, ...]
    party: str | None = None


class NoteOut(msgspec.Struct, kw_only=True):
    """One remark or warning."""

    code: str
    warning: bool
    text_id: str
    text_en: str
    grounds: tuple[str, ...]


class PossibilityOut(msgspec.Struct, kw_only=True):
    """What the total would be if the missing facts had these values."""

    facts: dict[str, str]
    total: Money
    grounds: tuple[str, ...]


class Receipt(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What makes an answer checkable later. It never holds an identity number or its hash."""

    jamsos: str
    law: str
    fingerprint: str
    question: dict[str, Any]
    answer: str
    """A digest of the answer without its texts."""


class AnswerOut(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The answer to one question."""

    question: str
    outcome: str
    id: str | None = None
    total: Money | None = None
    payable_now: Money | None = None
    payable_after_settlement: Money | None = None
    conditions: tuple[ConditionOut, ...] = ()
    lines: tuple[LineOut, ...] = ()
    findings: tuple[FindingOut, ...] = ()
    notes: tuple[NoteOut, ...] = ()
    needs: tuple[str, ...] = ()
    possibilities: tuple[PossibilityOut, ...] = ()
    grounds: tuple[GroundOut, ...] = ()
    text: str | None = None
    receipt: Receipt | None = None


class ErrorOut(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Why a line could not be answered; its ground is of the kind ``input_rule``."""

    kind: str
    error: str
    thing: str
    value: str
    allowed: str
    next_step: str
    id: str | None = None


def answer_out(answer: Answer, record: str | None, lang: str | None) -> AnswerOut:
    """Write an answer as plain values."""
    return AnswerOut(
        id=record,
        question=answer.question,
        outcome=str(answer.outcome),
        total=_money(answer.total) if answer.has_total else None,
        payable_now=_money(answer.payable(When.NOW)) if answer.has_total else None,
        payable_after_settlement=_money(answer.payable(When.AFTER_SETTLEMENT)) if answer.has_total else None,
        conditions=tuple(
            ConditionOut(code=c.code, status=str(c.status), grounds=_keys(c.grounds)) for c in answer.conditions
        ),
        lines=tuple(_line(line) for line in answer.lines),
        findings=tuple(_finding(finding) for finding in answer.findings),
        notes=tuple(
            NoteOut(
                code=note.code,
                warning=note.warning,
                text_id=note.text.say("id"),
                text_en=note.text.say("en"),
                grounds=_keys(note.grounds),
            )
            for note in answer.notes
        ),
        needs=tuple(need.id for need in answer.needs),
        possibilities=tuple(
            PossibilityOut(facts=dict(p.facts), total=_money(p.total), grounds=_keys(p.grounds))
            for p in answer.possibilities
        ),
        grounds=tuple(_ground(ground) for ground in answer.grounds),
        text=answer.text(lang) if lang is not None else None,
    )


def _money(amount: int | Fraction) -> Money:
    return int(amount) if amount.denominator == 1 else str(amount)


def _line(line: Line) -> LineOut:
    return LineOut(
        code=line.code,
        amount=_money(line.amount),
        when=str(line.when),
        grounds=_keys(line.grounds),
        formula_id=line.formula.say("id"),
        formula_en=line.formula.say("en"),
        month=str(line.month) if line.month else None,
        due=line.due,
        party=line.party,
        payer=line.payer,
    )


def _finding(finding: Finding) -> FindingOut:
    value = finding.value
    plain = value if value is None or isinstance(value, bool | int) else _written(value)
    grounds = _keys(finding.grounds)
    return FindingOut(code=finding.code, value=plain, unit=finding.unit, grounds=grounds, party=finding.party)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def key_of(ground: Ground) -> str:
    """The key of a ground: kind and id, for a provision also the first day of its period.

    >>> from jamsos.law import current
    >>> key_of(current().get("jkm.funeral", date(2026, 1, 1)))
    'provision:jkm.funeral@2019-12-02'
    """
    since = f"@{ground.since}" if isinstance(ground, Provision) else ""
    return f"{ground.kind}:{ground.id}{since}"


def _keys(grounds: tuple[Ground, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key_of(ground) for ground in grounds))


def _ground(ground: Ground) -> GroundOut:
    name = ground.name
    out = GroundOut(
        key=key_of(ground),
        kind=ground.kind,
        id=ground.id,
        name_id=name.say("id"),
        name_en=name.say("en"),
        grade=str(ground.grade) if ground.grade else None,
        sources=tuple(str(source) for source in ground.sources),
    )
    if isinstance(ground, Provision):
        out.value, out.unit = plain_value(ground.value), ground.unit
        out.since, out.until, out.known_until = ground.since, ground.until, ground.known_until
    if isinstance(ground, Reading):
        out.chosen, out.alternatives = ground.chosen, ground.alternatives
    return out


def plain_value(value: Value) -> Any:
    """A value of the law as JSON has it."""
    return str(value) if isinstance(value, date) else value


def error_out(error: JamsosError, record: str | None) -> ErrorOut:
    """Write an error as plain values; the value shown is already masked where it had to be."""
    name = type(error).__name__.removesuffix("Error")
    code = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
    value, allowed, next_step = str(error.value), error.allowed, error.next_step
    return ErrorOut(
        kind="input_rule", error=code, thing=error.thing, value=value, allowed=allowed, next_step=next_step, id=record
    )
