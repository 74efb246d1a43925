"""Who may be enrolled, for a whole register: the conditions of ``may_enrol`` asked of columns."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias

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
from jamsos.registers.columns.reasons import Reason, Reasons, codes_by_key, numbered, record_reason
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
    for question in questions:
        key_of = _key_of(question, law, by_key)
        folded(question.facets, key_of)
    reasons = numbered(_by_rank(by_key), law)
    income_table = law.get("bpu.income_table", on)

    @cache
    def steps(stated: Stated) -> Steps:
        return _steps(questions, reasons, stated, law)

    return Columns(
        question="may_enrol",
        reasons=reasons,
        outputs=outputs_under(law, "enrol", "enrol_reason"),
        on=on,
        rows=len(income_table.rows),
        steps=steps,
        law=law,
    )


def _steps(questions: EntryQuestions, reasons: Reasons, stated: Stated, law: Law) -> Steps:
    """The columns to add for the facts a register states."""
    codes = codes_by_key(reasons)
    condition_codes: dict[str, Any] = {}
    for number, question in enumerate(questions):
        name = f"{PRIVATE}{number}"
        condition_codes[name] = _condition_code(question, codes, stated, law)
    # Everybody is eligible, which has the largest code, until a condition has a smaller one.
    bad = nw.col(BAD)
    eligible = int16(reasons[-1].code)
    before_conditions = where(bad == 0, eligible, bad)
    first_reason = nw.min_horizontal(before_conditions, *condition_codes)
    reason: Exprs = {"enrol_reason": first_reason}
    enrol: Exprs = {"enrol": _enrol(reasons)}
    births: Exprs = {}
    if "birth" not in stated:
        # The age on entry is compared on two columns, so that both must be there.
        births = {"birth": null_of(nw.Date)}
    return births, condition_codes, reason, enrol


def _condition_code(
    question: EntryQuestion, codes: Mapping[str, int], stated: Stated, law: Law
) -> Any:
    """The reason code of one condition for each person."""

    def code_of(key: str) -> nw.Expr:
        return int16(codes[key])

    facets = [in_register(facet, stated) for facet in question.facets]
    key_of = _key_of(question, law, {})
    node = folded(facets, key_of)
    return expression(node, code_of)


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


def _by_rank(reasons: Mapping[str, Reason]) -> list[Reason]:
    """Reasons in such an order that of two of them the one with the smaller number counts."""

    def rank(reason: Reason) -> int:
        first_word, _, _ = reason.key.partition(".")
        return _RANKS.index(first_word)

    return sorted(reasons.values(), key=rank)


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
