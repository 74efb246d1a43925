"""A reply put together: as much of the answer as was asked for."""

from typing import Any, NamedTuple

from jamsos.answers.answer import Answer
from jamsos.door import parts
from jamsos.door.amounts import amounts_form, outcome_form, outcome_of
from jamsos.door.detail import Detail
from jamsos.door.question import Question


class Composed(NamedTuple):
    """A reply, but for its receipt."""

    reply: dict[str, Any]
    substance: dict[str, Any]
    """The answer without its words, which may be chosen better one day."""


def composed(question: Question, answer: Answer) -> Composed:
    """The whole reply to a question, but for its receipt."""
    if question.detail is Detail.AMOUNTS:
        amounts = amounts_form(answer)
        return Composed(_with_frame(amounts, question, answer), amounts)
    written = parts.parts_of(answer)
    grounds = parts.grounds(answer.grounds, answer.law)
    lean = written.lean()
    if question.detail is Detail.GROUNDS:
        substance = {**outcome_form(answer), **lean}
        reply = {**substance, "grounds": grounds.lean}
    else:
        head: dict[str, Any] = {**answer.head_form()}
        substance = {**outcome_of(head), **lean}
        reply = {**head, **written.full(), "grounds": grounds.full}
    return Composed(_with_frame(reply, question, answer), substance)


def _with_frame(reply: dict[str, Any], question: Question, answer: Answer) -> dict[str, Any]:
    """The reply with what every one has: its law, the caller's record, the text asked for."""
    framed = {**reply, "law": parts.law(answer.law), "detail": str(question.detail)}
    if question.id is not None:
        framed["id"] = question.id
    if question.lang is not None:
        framed["text"] = answer.text(question.lang)
    return framed
