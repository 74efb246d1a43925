"""Who may be enrolled, for a whole register: the conditions of ``may_enrol`` asked of columns."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import narwhals.stable.v2 as nw

from jamsos.answers.answer import Condition, Outcome, Status
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.criteria import scheme_condition
from jamsos.eligibility.enrol import scheme_not_running
from jamsos.eligibility.national import national_conditions
from jamsos.eligibility.other_segments import OTHER_SEGMENTS, other_conditions
from jamsos.eligibility.scheme import Rule, Scheme, checked_scheme
from jamsos.errors import OutsideLawError
from jamsos.law.asked import day_of_law
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.registers.columns import Columns, Exprs, Reason, bad_reasons, never, numbered, small, tell
from jamsos.registers.entry import entry_facet, person
from jamsos.registers.facets import Facet, absent, code_facet, day_facet, flag_facet, region_facet, threshold_facet
from jamsos.registers.folding import Node, expression, folded
from jamsos.registers.frames import PRIVATE
from jamsos.values.days import add_years
from jamsos.values.words import where
from jamsos.workers.occupations import occupations
from jamsos.workers.worker import Worker

_NATIONAL = {"segment": ("segment",), "works": ("works",), "age": ("number_issued", "birth"),
             "foreigner": ("foreign", "months_in_indonesia")}  # fmt: skip
_OTHERS = ("segment", "works", "foreign", "months_in_indonesia")
_TESTS = {
    "age": ("birth",),
    "resident": ("resident_of",),
    "present_work": ("category", "letter", "occupation"),
    "not_wage_earner": ("wage_earner",),
    "no_other_payer": ("other_payer",),
    "letter": ("letter",),
    "registry_match": ("registry_match",),
    "poor": ("poor",),
    "criteria_known": (),
}
"""The facts each condition reads."""


def enrolment_columns(on: date, *, scheme: Scheme | None = None, law: Law | None = None) -> Columns:
    """May each person of a register be enrolled on a day: ``enrol`` (true, false, empty where undecided) and why.

    The columns are ``enrol`` and ``enrol_reason``, a code that :meth:`Columns.reason` explains: of the conditions that
    failed the first, else of those not decided the first. Who has a day up to this one in ``number_issued`` is asked
    as a member since that day, who may go on above the age limit (D07).

    Legal source: as :func:`jamsos.may_enrol`, whose conditions these are.

    Args:
        on: The day of registration.
        scheme: The local programme; without it only national law is asked.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: before 1 July 2015.

    """
    law = applied(law)
    day_of_law(on, law, "on")
    if scheme is not None:
        checked_scheme(scheme)
    questions = _questions(on, scheme, law)
    told: dict[str, Reason] = {}
    for question in questions:
        folded(question.facets, _key_of(question, law, told))
    reasons = (*bad_reasons(), *numbered(_ranked(told)))
    codes = {reason.key: reason.code for reason in reasons}
    met = reasons[-1].code

    @cache
    def steps(stated: frozenset[str]) -> tuple[Exprs, ...]:
        nodes = [_node(question, stated, law) for question in questions]
        let = {f"{PRIVATE}{n}": expression(node, lambda key: small(codes[key])) for n, node in enumerate(nodes)}
        bad = nw.col(f"{PRIVATE}bad")
        possible = where(bad == 0, small(met), bad)
        reason = nw.min_horizontal(possible, *let)
        unstated = {} if "birth" in stated else {"birth": never(nw.Date)}  # the age on entry is of both days
        return unstated, let, {"enrol_reason": reason}, {"enrol": _outcome(reasons)}

    return Columns(
        question="eligibility",
        reasons=reasons,
        outputs=("enrol", "enrol_reason"),
        on=on,
        rows=len(law.get("bpu.income_table", on).rows),
        steps=steps,
    )


Ask: TypeAlias = Callable[[Mapping[str, Any]], Condition | None]
"""A condition for one class of persons; None where it is not asked of them."""


class _Question(NamedTuple):
    """One condition: the facts it reads, and how it is asked of one person."""

    facets: tuple[Facet, ...]
    ask: Ask


def _questions(on: date, scheme: Scheme | None, law: Law) -> list[_Question]:
    """The conditions of ``may_enrol`` in its order; entry under national law is not asked a second time."""
    facets = _facets(on, scheme, law)

    def question(names: Sequence[str], ask: Ask) -> _Question:
        return _Question(tuple(facets[name] for name in names), ask)

    if scheme is None:
        *own, foreigner = [question(("segment", *names), _of_bpu(code, on, law)) for code, names in _NATIONAL.items()]
        most = max(len(_other_conditions(Worker(segment=segment), on, law)) for segment in OTHER_SEGMENTS)
        others = [question(_OTHERS, _of_other(number, on, law)) for number in range(most)]
        return [*own, *others, foreigner]  # the condition all segments share stands last, as in each of them
    asked = [question(names, _national(code, on, law)) for code, names in _NATIONAL.items()]
    rules = [rule for rule in scheme.asked_in(on.year) if rule.test != "national_entry"]
    asked += [question(_TESTS[rule.test], _criterion(rule, scheme, on, law)) for rule in rules]
    idle = scheme_not_running(scheme, on)
    return [*asked, *([_Question((), lambda _given: idle)] if idle else [])]


def _national(code: str, on: date, law: Law) -> Ask:
    def ask(given: Mapping[str, Any]) -> Condition:
        worker, member = person(given)
        conditions = national_conditions(worker, on, on, member, law)
        return next(condition for condition in conditions if condition.code == code)

    return ask


def _of_bpu(code: str, on: date, law: Law) -> Ask:
    """A condition of participants without wage, not asked of another segment."""
    ask = _national(code, on, law)
    return lambda given: None if given["segment"] in OTHER_SEGMENTS else ask(given)


def _of_other(number: int, on: date, law: Law) -> Ask:
    """One of the conditions of the other segments, by its position."""

    def ask(given: Mapping[str, Any]) -> Condition | None:
        if given["segment"] not in OTHER_SEGMENTS:
            return None
        conditions = _other_conditions(Worker(**given), on, law)
        return conditions[number] if number < len(conditions) else None

    return ask


def _other_conditions(worker: Worker, on: date, law: Law) -> tuple[Condition, ...]:
    """The conditions of another segment; one that cannot be decided where its law is not in the library."""
    try:
        return other_conditions(worker, on, law)
    except OutsideLawError:
        text = Text("register.outside_law")
        return (Condition(code="outside_law", status=Status.UNKNOWN, grounds=law.cite("D02"), text=text),)


def _criterion(rule: Rule, scheme: Scheme, on: date, law: Law) -> Ask:
    return lambda given: scheme_condition(rule, scheme, Worker(**given), on, Status.MET, law)


def _facets(on: date, scheme: Scheme | None, law: Law) -> dict[str, Facet]:
    """Every fact a condition reads, with the classes of values that could matter on the day."""
    limit = law.find("bpu.age_limit", on)
    years = [limit.number, limit.number + 1] if limit else []
    asked = scheme.asked_in(on.year) if scheme else ()
    years += [year for rule in asked for year in (rule.at_least, rule.below) if year]
    flags = ("works", "foreign", "wage_earner", "other_payer", "letter", "registry_match", "poor")
    return {
        "number_issued": entry_facet(on, law),
        "birth": day_facet("birth", [add_years(on, -year) for year in years]),
        "segment": code_facet("segment"),
        "category": code_facet("category"),
        "occupation": Facet("occupation", (None, *occupations())),
        "months_in_indonesia": threshold_facet(
            "months_in_indonesia", law.get("participant.foreigner_min_months", on).number
        ),
        "resident_of": region_facet(scheme.region if scheme else ""),
        **{name: flag_facet(name) for name in flags},
    }


def _node(question: _Question, stated: frozenset[str], law: Law) -> Node:
    return folded([absent(facet, stated) for facet in question.facets], _key_of(question, law, {}))


def _key_of(question: _Question, law: Law, told: dict[str, Reason]) -> Callable[[Mapping[str, Any]], str]:
    return lambda given: _noted(question.ask(given), law, told)


_ELIGIBLE = "eligible"
_OUTCOMES = {
    "open": Outcome.CANNOT_DECIDE,
    "failed": Outcome.NO,
    "unknown": Outcome.CANNOT_DECIDE,
    _ELIGIBLE: Outcome.YES,
}
"""How a condition stands, the one that counts first in front."""


def _noted(condition: Condition | None, law: Law, told: dict[str, Reason]) -> str:
    """The key of what a condition says; a strict law decides nothing on an open decision."""
    if condition is None:
        return _ELIGIBLE
    needs = [ground.id for ground in condition.grounds if isinstance(ground, MissingFact)]
    undecided = law.strict and any(isinstance(ground, Reading) and ground.open for ground in condition.grounds)
    status = "open" if undecided else str(condition.status)
    if status == Status.MET:
        meaning = Text("register.eligible")
        return tell(told, Reason(key=_ELIGIBLE, outcome=Outcome.YES, meaning=meaning, grounds=condition.grounds))
    key, outcome = ".".join((status, condition.code, *needs)), _OUTCOMES[status]
    return tell(told, Reason(key=key, outcome=outcome, meaning=condition.text, grounds=condition.grounds))


def _ranked(told: Mapping[str, Reason]) -> list[Reason]:
    """The reasons in such an order that of two of them the smaller number counts."""
    ranks = list(_OUTCOMES)
    return sorted(told.values(), key=lambda reason: ranks.index(reason.key.partition(".")[0]))


def _outcome(reasons: Sequence[Reason]) -> nw.Expr:
    """True, false, or empty where it cannot be decided."""
    said = [reason.code for reason in reasons if reason.outcome is not Outcome.CANNOT_DECIDE]
    yes = nw.col("enrol_reason") == reasons[-1].code
    return nw.when(nw.col("enrol_reason").is_in(said)).then(yes).otherwise(never(nw.Boolean))
