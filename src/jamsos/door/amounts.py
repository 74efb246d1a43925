"""What a question came to, in its briefest form."""

from collections.abc import Mapping
from typing import Any

from jamsos.answers.answer import Answer
from jamsos.answers.form import FORM
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding, Line, When
from jamsos.forms.tagged import type_name
from jamsos.forms.writing import plain


def outcome_form(answer: Answer) -> dict[str, Any]:
    """Outcome and sums, and what is needed where the question cannot be decided."""
    form: dict[str, Any] = {
        "form": FORM,
        "question": answer.question,
        "outcome": str(answer.outcome),
        "needs": [need.id for need in answer.needs],
    }
    if isinstance(answer, MoneyAnswer) and answer.decided:
        form["total"] = plain(answer.total)
        form["payable_now"] = plain(answer.payable(When.NOW))
        form["payable_after_settlement"] = plain(answer.payable(When.AFTER_SETTLEMENT))
    return form


_OF_THE_OUTCOME = (
    "form",
    "question",
    "outcome",
    "needs",
    "total",
    "payable_now",
    "payable_after_settlement",
)


def outcome_of(head: Mapping[str, Any]) -> dict[str, Any]:
    """The same, from the head of the full form, which has it among its words."""
    return {key: head[key] for key in _OF_THE_OUTCOME if key in head}


def amounts_form(answer: Answer) -> dict[str, Any]:
    """The same with lines and findings, without what they rest on."""
    form = outcome_form(answer)
    form["lines"] = [_line(line) for line in answer.lines]
    form["findings"] = [_finding(finding) for finding in answer.findings]
    return form


def _line(line: Line) -> dict[str, Any]:
    form: dict[str, Any] = {"code": line.code, "amount": plain(line.amount), "when": str(line.when)}
    if line.month is not None:
        form["month"] = str(line.month)
    if line.due is not None:
        form["due"] = line.due.isoformat()
    if line.party is not None:
        form["party"] = str(line.party)
    if line.payer is not None:
        form["payer"] = str(line.payer)
    return form


def _finding(finding: Finding) -> dict[str, Any]:
    form: dict[str, Any] = {
        "code": finding.code,
        "value": plain(finding.value),
        "unit": finding.unit,
    }
    name = type_name(finding.value)
    if name is not None:
        form["type"] = name
    if finding.party is not None:
        form["party"] = str(finding.party)
    return form
