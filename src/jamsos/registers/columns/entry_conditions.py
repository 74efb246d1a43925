"""The conditions of ``may_enrol`` as questions about classes of people."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from jamsos.answers.parts import Condition, Conditions, Status
from jamsos.answers.texts import Text
from jamsos.eligibility.criteria import scheme_condition
from jamsos.eligibility.enrol import scheme_not_running
from jamsos.eligibility.national import national_conditions
from jamsos.eligibility.other_segments import OTHER_SEGMENTS, other_conditions
from jamsos.eligibility.scheme import Rule, Scheme
from jamsos.errors import OutsideLawError
from jamsos.law.law import Law
from jamsos.registers.columns.classes import (
    Facet,
    Facts,
    code_facet,
    day_facet,
    flag_facet,
    region_facet,
    threshold_facet,
)
from jamsos.registers.columns.entry import entry_facet, person
from jamsos.registers.facts import FLAGS
from jamsos.values.days import add_years
from jamsos.workers.occupations import occupations
from jamsos.workers.worker import POOREST_DECILE, WEALTHIEST_DECILE, Worker

_FactNames: TypeAlias = Mapping[str, tuple[str, ...]]
"""The names of the facts read by each of some conditions."""

NATIONAL_FACTS: _FactNames = {
    "segment": ("segment",),
    "works": ("works",),
    "age": ("number_issued", "birth"),
    "foreigner": ("foreign", "months_in_indonesia"),
}
"""The facts each national condition of a BPU reads, in the order of the conditions.

A row without a NIK is a problem of the register and is not refused (decision D08).
"""

SCHEME_FACTS: _FactNames = {
    "age": ("birth",),
    "resident": ("resident_of",),
    "present_work": ("category", "letter", "occupation"),
    "not_wage_earner": ("wage_earner",),
    "no_other_payer": ("other_payer",),
    "letter": ("letter",),
    "registry_match": ("registry_match",),
    "poor": ("poor", "decile"),
    "criteria_known": (),
}
"""The facts each criterion of a local programme reads."""

_FacetsByName: TypeAlias = Mapping[str, Facet]
"""The classes of values of each fact, by its name."""

_OTHER_FACTS = ("segment", "works", "foreign", "months_in_indonesia")
"""The facts the conditions of the other segments read."""

ConditionOf: TypeAlias = Callable[[Facts], Condition | None]
"""The condition for the facts of one class of people; None where it does not apply to them."""


class EntryQuestion(NamedTuple):
    """One condition of entry: the facts it reads, and what it says about a class of people."""

    facets: tuple[Facet, ...]
    condition_of: ConditionOf


EntryQuestions: TypeAlias = list[EntryQuestion]
"""Conditions of entry in the order in which they are asked."""


def entry_questions(on: date, scheme: Scheme | None, law: Law) -> EntryQuestions:
    """The conditions of ``may_enrol`` in its order."""
    facets = _facets(on, scheme, law)
    if scheme is None:
        return _by_segment(facets, on, law)
    return _by_scheme(facets, scheme, on, law)


def _by_segment(facets: _FacetsByName, on: date, law: Law) -> EntryQuestions:
    """National law alone, which has conditions for each segment."""
    questions: EntryQuestions = []
    for code, names in NATIONAL_FACTS.items():
        own_names = names
        if "segment" not in names:
            own_names = ("segment", *names)
        condition_of = _of_bpu(code, on, law)
        questions.append(_question(facets, own_names, condition_of))
    # All segments share the condition of foreigners; it stands last, as in each of them.
    foreigner = questions.pop()
    for number in range(_most_conditions(on, law)):
        condition_of = _of_other_segment(number, on, law)
        questions.append(_question(facets, _OTHER_FACTS, condition_of))
    questions.append(foreigner)
    return questions


def _most_conditions(on: date, law: Law) -> int:
    """How many conditions the segment with the most of them has."""
    counts: list[int] = []
    for segment in OTHER_SEGMENTS:
        worker = Worker(segment=segment)
        conditions = _other_conditions(worker, on, law)
        counts.append(len(conditions))
    return max(counts)


def _by_scheme(facets: _FacetsByName, scheme: Scheme, on: date, law: Law) -> EntryQuestions:
    """National law for a BPU, then the criteria of a local programme, which takes BPU only."""
    questions: EntryQuestions = []
    for code, names in NATIONAL_FACTS.items():
        condition_of = _national(code, on, law)
        questions.append(_question(facets, names, condition_of))
    questions += _criteria(facets, scheme, on, law)
    not_running = scheme_not_running(scheme, on)
    if not_running is not None:
        questions.append(EntryQuestion((), lambda _facts: not_running))
    return questions


def _criteria(facets: _FacetsByName, scheme: Scheme, on: date, law: Law) -> EntryQuestions:
    """The criteria of a local programme."""
    questions: EntryQuestions = []
    for rule in scheme.asked_in(on.year):
        # National entry is asked for itself, condition by condition.
        if rule.test != "national_entry":
            names = SCHEME_FACTS[rule.test]
            condition_of = _criterion(rule, scheme, on, law)
            questions.append(_question(facets, names, condition_of))
    return questions


def _question(
    facets: _FacetsByName, names: Sequence[str], condition_of: ConditionOf
) -> EntryQuestion:
    own_facets = tuple(facets[name] for name in names)
    return EntryQuestion(own_facets, condition_of)


def _national(code: str, on: date, law: Law) -> ConditionOf:
    """A national condition of a BPU."""

    def condition_of(facts: Facts) -> Condition | None:
        worker, member = person(facts)
        conditions = national_conditions(worker, on, member, law)
        by_code = {condition.code: condition for condition in conditions}
        # Before April 2021 the age is not tested.
        return by_code.get(code)

    return condition_of


def _of_bpu(code: str, on: date, law: Law) -> ConditionOf:
    """A national condition of a BPU, which does not apply to another segment."""
    national = _national(code, on, law)

    def condition_of(facts: Facts) -> Condition | None:
        if facts["segment"] in OTHER_SEGMENTS:
            return None
        return national(facts)

    return condition_of


def _of_other_segment(number: int, on: date, law: Law) -> ConditionOf:
    """One of the conditions of the other segments, by its position."""

    def condition_of(facts: Facts) -> Condition | None:
        if facts["segment"] not in OTHER_SEGMENTS:
            return None
        worker = Worker(**facts)
        conditions = _other_conditions(worker, on, law)
        if number >= len(conditions):
            return None
        return conditions[number]

    return condition_of


def _other_conditions(worker: Worker, on: date, law: Law) -> Conditions:
    """The conditions of another segment.

    Where its law is not in the library, one condition that cannot be decided stands for them: one
    such person must not stop the whole register.
    """
    try:
        return other_conditions(worker, on, law)
    except OutsideLawError:
        outside = Condition(
            code="outside_law",
            status=Status.UNKNOWN,
            grounds=law.cite("D02"),
            text=Text("register.outside_law"),
        )
        return (outside,)


def _criterion(rule: Rule, scheme: Scheme, on: date, law: Law) -> ConditionOf:
    """A criterion of a local programme."""

    def condition_of(facts: Facts) -> Condition:
        worker = Worker(**facts)
        return scheme_condition(rule, scheme, worker, on, Status.MET, law)

    return condition_of


def _facets(on: date, scheme: Scheme | None, law: Law) -> dict[str, Facet]:
    """Every fact a condition reads, with the classes of values that may matter on the day."""
    ages = _ages(on, scheme, law)
    births = [add_years(on, -years) for years in ages]
    least_months = law.get("participant.foreigner_min_months", on).number
    region = ""
    if scheme is not None:
        region = scheme.region
    facets = {name: flag_facet(name) for name in FLAGS}
    facets["number_issued"] = entry_facet(on, law)
    facets["birth"] = day_facet("birth", births)
    facets["segment"] = code_facet("segment")
    facets["category"] = code_facet("category")
    facets["occupation"] = Facet("occupation", (None, *occupations()))
    deciles = range(POOREST_DECILE, WEALTHIEST_DECILE + 1)
    facets["decile"] = Facet("decile", (None, *deciles))
    facets["months_in_indonesia"] = threshold_facet("months_in_indonesia", least_months)
    facets["resident_of"] = region_facet(region)
    return facets


def _ages(on: date, scheme: Scheme | None, law: Law) -> list[int]:
    """The ages a condition compares with, by national law or by the local programme."""
    ages: list[int] = []
    limit = law.find("bpu.age_limit", on)
    if limit is not None:
        # D07 read as ``limit_included`` admits the whole year of the limit.
        ages += [limit.number, limit.number + 1]
    if scheme is not None:
        for rule in scheme.asked_in(on.year):
            bounds = (rule.at_least, rule.below)
            ages += [age for age in bounds if age]
    return ages
