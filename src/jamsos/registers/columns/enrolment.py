"""Who may be enrolled, for a whole register: the conditions of ``may_enrol`` asked of columns."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.answers.grounds import MissingFact, is_open
from jamsos.answers.parts import Condition, Outcome, Status
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.registers.columns.bad_facts import BAD
from jamsos.registers.columns.classes import Facts, Stated, in_register
from jamsos.registers.columns.columns import Columns, Steps, outputs_under
from jamsos.registers.columns.entry_conditions import EntryQuestion, EntryQuestions, entry_questions
from jamsos.registers.columns.folding import expression, folded
from jamsos.registers.columns.literals import Exprs, int16, null_of
from jamsos.registers.columns.reasons import (
    FIRST_REASON,
    Reason,
    Reasons,
    codes_by_key,
    numbered,
    record_reason,
)
from jamsos.registers.frames import PRIVATE
from jamsos.values.words import where

_KeyOf: TypeAlias = Callable[[Facts], str]
"""The key of the reason for a class of people."""


def enrolment_columns(on: date, *, scheme: Scheme | None = None, law: Law | None = None) -> Columns:
    """Whether each person of a register may be enrolled on a day, and why.

    The columns are ``enrol`` (true, false, empty where it cannot be decided) and ``enrol_reason``,
    a code that :meth:`Columns.reason` explains: of the conditions that failed the first, else of
    those that cannot be decided the first. People with a day up to this one in ``number_issued``
    are judged as members since that day, who may go on above the age limit (D07).

    Legal source: as :func:`jamsos.may_enrol`, whose conditions these are.

    Args:
        on: The day of registration.
        scheme: The local programme; without it only national law is asked.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    law = applied(law)
    on = judged_day(on, law, "on")
    checked_scheme(scheme)
    questions = entry_questions(on, scheme, law)
    by_key: dict[str, Reason] = {}
    places: list[_Place] = []
    for number, question in enumerate(questions):
        own: dict[str, Reason] = {}
        folded(question.facets, _key_of(question, law, own))
        for reason in own.values():
            key = record_reason(by_key, reason)
            places.append(_Place(_rank(key), number, key))
    # Two conditions may have one reason, as the age of the law and that of a programme do.
    order = sorted(places)
    ranked = dict.fromkeys(place.key for place in order)
    reasons = numbered([by_key[key] for key in ranked], law)
    income_table = law.get("bpu.income_table", on)

    @cache
    def steps(stated: Stated) -> Steps:
        return _steps(questions, reasons, order, stated, law)

    return Columns(
        question="may_enrol",
        reasons=reasons,
        outputs=outputs_under(law, "enrol", "enrol_reason"),
        on=on,
        rows=len(income_table.rows),
        steps=steps,
        law=law,
    )


class _Place(NamedTuple):
    """Where a reason stands: of two reasons of a person the one that stands first counts."""

    rank: int
    question: int
    key: str


def _rank(key: str) -> int:
    first_word, _, _ = key.partition(".")
    return _RANKS.index(first_word)


def _steps(
    questions: EntryQuestions,
    reasons: Reasons,
    order: Sequence[_Place],
    stated: Stated,
    law: Law,
) -> Steps:
    """The columns to add for the facts a register states."""
    places = {place: FIRST_REASON + number for number, place in enumerate(order)}
    last = max(places.values())
    conditions: dict[str, Any] = {}
    for number, question in enumerate(questions):
        name = f"{PRIVATE}{number}"
        own = {place.key: at for place, at in places.items() if place.question == number}
        own[_ELIGIBLE] = last
        conditions[name] = _condition_place(question, own, stated, law)
    # Everybody is eligible, which stands last, until a condition stands before it.
    bad = nw.col(BAD)
    before_conditions = where(bad == 0, int16(last), bad)
    first_place = nw.min_horizontal(before_conditions, *conditions)
    reason: Exprs = {"enrol_reason": _code_at(first_place, places, codes_by_key(reasons))}
    enrol: Exprs = {"enrol": _enrol(reasons)}
    births: Exprs = {}
    if "birth" not in stated:
        # The age on entry is compared on two columns, so that both must be there.
        births = {"birth": null_of(nw.Date)}
    return births, conditions, reason, enrol


def _code_at(first: nw.Expr, places: Mapping[_Place, int], codes: Mapping[str, int]) -> nw.Expr:
    """The code of the reason at a place; places and codes differ from the first repetition on."""
    code = first
    for place, at in places.items():
        if codes[place.key] != at:
            code = nw.when(first == at).then(int16(codes[place.key])).otherwise(code)
    return code


def _condition_place(
    question: EntryQuestion, places: Mapping[str, int], stated: Stated, law: Law
) -> Any:
    """The place of the reason of one condition for each person."""

    def place_of(key: str) -> nw.Expr:
        return int16(places[key])

    facets = [in_register(facet, stated) for facet in question.facets]
    key_of = _key_of(question, law, {})
    node = folded(facets, key_of)
    return expression(node, place_of)


def _enrol(reasons: Reasons) -> nw.Expr:
    """True, false, or empty where it cannot be decided."""
    code = nw.col("enrol_reason")
    is_eligible = code == reasons[-1].code
    is_decided = code.is_in(_decided_codes(reasons))
    undecided = null_of(nw.Boolean)
    return nw.when(is_decided).then(is_eligible).otherwise(undecided)


def _decided_codes(reasons: Reasons) -> list[int]:
    codes: list[int] = []
    for reason in reasons:
        if reason.outcome is not Outcome.CANNOT_DECIDE:
            codes.append(reason.code)
    return codes


_OPEN = "open"
_ELIGIBLE = "eligible"
_RANKS = (_OPEN, str(Status.FAILED), str(Status.UNKNOWN), _ELIGIBLE)
"""The first words of the keys of reasons: of two reasons the one with the earlier word counts."""


def _key_of(question: EntryQuestion, law: Law, by_key: dict[str, Reason]) -> _KeyOf:
    """For a class of people the key of the reason, which is recorded."""

    def key_of(facts: Facts) -> str:
        condition = question.condition_of(facts)
        if condition is None:
            return _ELIGIBLE
        reason = _reason(condition, law)
        return record_reason(by_key, reason)

    return key_of


def _reason(condition: Condition, law: Law) -> Reason:
    """What a condition says about a class of people."""
    # A strict law decides nothing on an open decision, not even that a condition is met.
    rests_on_open = any(is_open(ground) for ground in condition.grounds)
    if law.strict and rests_on_open:
        return _of_condition(_OPEN, condition, Outcome.CANNOT_DECIDE)
    status = condition.status
    if status is Status.FAILED:
        return _of_condition(str(status), condition, Outcome.NO)
    if status is Status.UNKNOWN:
        return _of_condition(str(status), condition, Outcome.CANNOT_DECIDE)
    return Reason(
        key=_ELIGIBLE,
        outcome=Outcome.YES,
        meaning=Text("register.eligible"),
        grounds=condition.grounds,
    )


def _of_condition(first_word: str, condition: Condition, outcome: Outcome) -> Reason:
    words = [first_word, condition.code]
    for ground in condition.grounds:
        if isinstance(ground, MissingFact):
            words.append(ground.id)
    meaning = condition.meaning
    if outcome is Outcome.CANNOT_DECIDE:
        meaning = Text("register.unclear", {"condition": condition.text})
    return Reason(
        key=".".join(words),
        outcome=outcome,
        meaning=meaning,
        grounds=condition.grounds,
    )
