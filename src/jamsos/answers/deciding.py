"""How an answer is finished: what is needed, what a strict law leaves open, what is not known."""

from datetime import date
from typing import TypeVar

from attrs import evolve

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Grounds, Needs, is_open
from jamsos.answers.parts import (
    Condition,
    Finding,
    Line,
    Note,
    Notes,
    Outcome,
    Possibility,
    remark,
)
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.law.law import Law
from jamsos.law.provisions import Decision

A = TypeVar("A", bound=Answer)


def undecided(
    answer: A,
    needs: Needs,
    grounds: Grounds = (),
    possibilities: tuple[Possibility, ...] = (),
) -> A:
    """Turn an answer into 'cannot decide': what is needed, and why, as far as it is known.

    Args:
        answer: The answer as far as it goes; its parts stay.
        needs: The missing facts, and the decisions the caller would have to take.
        grounds: What else makes the answer wait for them.
        possibilities: What the answer would be under each combination of the missing facts.

    """
    note = remark("note.undecided", (*needs, *grounds))
    return evolve(
        answer,
        outcome=Outcome.CANNOT_DECIDE,
        needs=needs,
        possibilities=possibilities,
        notes=(*answer.notes, note),
    )


def settled(answer: A) -> A:
    """Finish an answer under a strict law: what rests on an open decision cannot be decided.

    An open decision under a condition, a line or a note leaves the whole answer undecided; one
    under a finding alone takes that finding away and nothing else.
    """
    if not answer.law.strict:
        return answer
    open_decisions = _open_decisions(answer)
    if open_decisions:
        return evolve(
            answer,
            outcome=Outcome.CANNOT_DECIDE,
            # Amounts a strict reader asked not to see must not stay beside the outcome.
            lines=(),
            findings=(),
            needs=(*answer.needs, *open_decisions),
        )
    return evolve(answer, findings=tuple(_without_open(one) for one in answer.findings))


def _open_decisions(answer: Answer) -> tuple[Decision, ...]:
    """The open decisions the whole answer rests on and does not ask for yet, each once."""
    needed = {need.id for need in answer.needs}
    decisions: dict[str, Decision] = {}
    parts: list[Condition | Line | Note] = [*answer.conditions, *answer.lines, *answer.notes]
    for part in parts:
        for ground in part.grounds:
            if isinstance(ground, Decision) and ground.open and ground.id not in needed:
                decisions[ground.id] = ground
    return tuple(decisions.values())


def _without_open(finding: Finding) -> Finding:
    """The finding, without its value where that rests on an open decision."""
    if any(is_open(ground) for ground in finding.grounds):
        return evolve(finding, value=None, note=NOT_TOLD)
    return finding


def beyond_knowledge(law: Law, day: date) -> Notes:
    """The mark on an answer about a day after the day of knowledge (decision D02)."""
    if day <= law.known_until:
        return ()
    text = Text("note.beyond_knowledge", {"known": law.known_until, "day": day})
    return (Note(text=text, grounds=law.cite("D02"), warning=True),)
