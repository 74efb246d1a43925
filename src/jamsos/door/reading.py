"""The strict reading of a question: right types, no unknown key anywhere."""

from collections.abc import Callable
from typing import Any, TypeAlias, get_args, get_type_hints

import msgspec

from jamsos.door.question import Question, checked_record
from jamsos.door.questions.benefit import BenefitQuestion
from jamsos.door.questions.claim import ClaimQuestion
from jamsos.door.questions.contribution import ContributionQuestion
from jamsos.door.questions.duty import DutyQuestion
from jamsos.door.questions.event import AdviceQuestion
from jamsos.door.questions.law import LawQuestion
from jamsos.door.questions.member import MemberQuestion
from jamsos.door.questions.migrant import MigrantQuestion
from jamsos.door.service import NAMES
from jamsos.errors import name_meant
from jamsos.forms.reading import FACTS, placed
from jamsos.forms.refusals import Refusal

AnyQuestion: TypeAlias = (
    AdviceQuestion
    | BenefitQuestion
    | ClaimQuestion
    | ContributionQuestion
    | DutyQuestion
    | LawQuestion
    | MemberQuestion
    | MigrantQuestion
)


def read_question(raw: dict[str, Any]) -> AnyQuestion:
    """Read a question from plain values, strictly: right types, no unknown key anywhere.

    Raises:
        InputError: naming the place in the question.

    """
    question: AnyQuestion = placed(_read, raw, "")
    checked_record(question.id)
    return question


def _read(raw: dict[str, Any]) -> Any:
    name = raw.get("question")
    if not isinstance(name, str) or name not in _READERS:
        names = sorted([*_READERS, *NAMES])
        step = "name the question" if name is None else name_meant(name, names)
        raise Refusal(name, f"one of {names}", step).inside(".question")
    for key in _SUPPOSING:
        if key in raw:
            step = "ask a what-if in Python, where its law is made: jamsos.what_if"
            raise Refusal("a what-if", "questions under the law in force", step).inside(f".{key}")
    kind, read_values = _READERS[name]
    return kind(**read_values({key: value for key, value in raw.items() if key != "question"}))


_SUPPOSING = ("what_if", "what_ifs")
"""How somebody might write what no question has: what comes through the door is the law."""


def _reader(kind: type[Question]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """How the values of a question are read: by the readers of facts."""
    hints = get_type_hints(kind)
    fields = msgspec.structs.fields(kind)
    readers = {field.name: FACTS.reader(hints[field.name]) for field in fields}
    return FACTS.values_reader(readers, [field.name for field in fields if field.required])


_READERS = {
    str(kind.__struct_config__.tag): (kind, _reader(kind)) for kind in get_args(AnyQuestion)
}
"""The questions by their names, and how the values of each are read."""
