"""Plain sentences the short forms of several answers have in common."""

from collections.abc import Sequence

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import awaited, distinct, needs_among
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding, When
from jamsos.answers.texts import Arg, Text, listed


def first_remark(answer: Answer, codes: Sequence[str]) -> list[Text]:
    """The remark of the first of these codes that the answer has; nothing where it has none."""
    text_by_code = {note.code: note.text for note in answer.notes}
    for code in codes:
        if code in text_by_code:
            return [text_by_code[code]]
    return []


def reason(remarks: list[Text]) -> list[Text]:
    """A remark as the reason for what was said before; nothing where there is none."""
    return [Text("brief.reason", {"reason": remark}) for remark in remarks]


def reason_of_right(answer: Answer) -> list[Text]:
    """The first reason an answer gives for how a right stands; nothing where it gives none."""
    codes = [note.code for note in answer.notes if note.code.startswith("reason.")]
    return reason(first_remark(answer, codes))


def times_of_payment(answer: MoneyAnswer) -> list[Text]:
    """That money, or a part of it, waits for overdue contributions; nothing where none does."""
    later = answer.payable(When.AFTER_SETTLEMENT)
    if not later:
        return []
    now = answer.payable(When.NOW)
    if not now:
        return [Text("brief.all_later")]
    return [Text("brief.part_later", {"now": now, "later": later})]


def missing_of(*findings: Finding) -> Arg:
    """What has to be known before findings without a value have one, each once."""
    grounds = [ground for finding in findings for ground in finding.grounds]
    return listed([awaited(need) for need in distinct(needs_among(tuple(grounds)))])
