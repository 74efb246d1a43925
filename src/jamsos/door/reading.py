"""The strict reading of a question: right types, no unknown key anywhere."""

from typing import TypeAlias, cast

import attrs
import msgspec

from jamsos.door.benefit_questions import BenefitQuestion
from jamsos.door.claim_questions import ClaimQuestion
from jamsos.door.contribution_questions import ContributionQuestion
from jamsos.door.duty_questions import DutyQuestion
from jamsos.door.event_questions import AdviceQuestion
from jamsos.door.law_questions import LawQuestion
from jamsos.door.member_questions import MemberQuestion
from jamsos.door.migrant_questions import MigrantQuestion
from jamsos.errors import InputError, JamsosError, instead, looks_like_nik
from jamsos.values.months import Month
from jamsos.values.plain import as_list, as_table
from jamsos.workers.nik import Nik

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


def read_question(raw: object) -> AnyQuestion:
    """Read a question from plain values, strictly: right types, no unknown key anywhere.

    Raises:
        InputError: naming the place in the question.

    """
    question: AnyQuestion = instead(
        lambda: msgspec.convert(raw, AnyQuestion, dec_hook=_decode), (msgspec.ValidationError,), _refused
    )
    _refuse_unknown_keys(raw, question, "question")
    if question.id is not None and looks_like_nik(question.id):
        raise InputError("id", question.id, "the caller's own record id", "never use a NIK as a record id")
    return question


def _refused(failed: Exception) -> JamsosError:
    """Our own error about a fact, where there is one."""
    ours = failed.__cause__
    if isinstance(ours, JamsosError):
        return ours
    return InputError("question", "refused", "a question of the schema", str(failed))


def _decode(kind: type[object], value: object) -> object:
    """Read the values JSON has no type for."""
    return Month.of(value) if kind is Month else Nik(value)


def _refuse_unknown_keys(raw: object, read: object, place: str) -> None:
    """The reader ignores unknown keys of nested facts; a mistyped fact must not pass as a missing one."""
    table, listed = as_table(raw), as_list(raw)
    known = _field_names(read)
    if listed is not None and isinstance(read, tuple):
        for number, (item, built) in enumerate(zip(listed, cast("tuple[object, ...]", read), strict=True)):
            _refuse_unknown_keys(item, built, f"{place}[{number}]")
    elif table is not None and known:
        for key, item in table.items():
            if key not in known:
                raise InputError(f"{place}.{key}", "unknown key", f"one of {sorted(known)}", "correct the key")
            _refuse_unknown_keys(item, getattr(read, key, None), f"{place}.{key}")


def _field_names(read: object) -> frozenset[str]:
    """The keys a question or a fact has; none for other values."""
    if isinstance(read, msgspec.Struct):
        return frozenset({*(field.name for field in msgspec.structs.fields(read)), "question"})
    kind = type(read)
    return frozenset(field.name for field in attrs.fields(kind)) if attrs.has(kind) else frozenset()
