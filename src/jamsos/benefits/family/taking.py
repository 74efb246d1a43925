"""Whether a child takes the scholarship: at school, below the age limit, unmarried, not at work."""

from datetime import date
from typing import NamedTuple, TypeAlias

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Status
from jamsos.benefits.family.school_years import school_year
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.words import reached
from jamsos.workers.codes import Level, WorkingAs
from jamsos.workers.family import Child


class Taking(NamedTuple):
    """Whether a child takes, and the facts that are missing to say so."""

    status: Status
    missing: tuple[MissingFact, ...]


def takes(child: Child, law: Law, day: date, tested_on: date) -> Taking:
    """Whether a child has the right by the law of a day, its age tested on another.

    Legal source: PP 82/2019 elucidation of Pasal 25; Permenaker 5/2021 Pasal 103 ayat (2), (4),
    108 ayat (2), (4), 109 ayat (5); Permenaker 1/2025 Pasal 103 ayat (3a), (4). Before
    2 December 2019 a lawful child at school is enough.
    """
    tests: Tests = {"child.lawful": child.lawful}
    if law.find("scholarship.child_age_limit", day) is None:
        tests["child.studying"] = _at_school_before_2019(child)
        return judged(tests)
    tests["child.studying"] = _at_school(child) and _may_study_on(child, law, day, tested_on)
    tests |= person_tests(child, law, day, tested_on)
    tests["child.accepted"] = was_there(child, law, day, tested_on)
    return judged(tests)


Tests: TypeAlias = dict[str, bool | None]
"""The conditions by the facts they rest on; None: the fact is missing."""


def judged(tests: Tests) -> Taking:
    """Whether all conditions hold, and what is missing to say so."""
    # One failed test decides: no further fact could save the right.
    if False in tests.values():
        return Taking(Status.FAILED, ())
    missing: list[MissingFact] = []
    for fact, met in tests.items():
        if met is None:
            missing.append(MissingFact(fact))
    if missing:
        return Taking(Status.UNKNOWN, tuple(missing))
    return Taking(Status.MET, ())


def person_tests(child: Child, law: Law, day: date, tested_on: date) -> Tests:
    """Below the age limit, unmarried, not working (Permenaker 5/2021 Pasal 103 ayat (2))."""
    age_limit = law.get("scholarship.child_age_limit", day).number
    return {
        "child.birth": _below(age_limit, child, tested_on),
        "child.married": _negated(child.married),
        "child.working": not_barred_by_work(child, law, day),
    }


def was_there(child: Child, law: Law, day: date, event: date) -> bool | None:
    """Whether the child was one of the participant before the event.

    Until 23 February 2025 it must have been born (Permenaker 5/2021 Pasal 103 ayat (4)); the text
    of 2025 says no more than 'a child of the participant', so BPJS has to say.
    """
    if not _born_after(child, event):
        return True
    if law.find("scholarship.born_before_event", day) is not None:
        return False
    return child.accepted


def _born_after(child: Child, event: date) -> bool:
    return child.birth is not None and child.birth > event


def special_rules(child: Child, law: Law, day: date, event: date) -> list[Provision]:
    """The rules that matter for a child only for what is special about it."""
    ids: list[str] = []
    if child.working:
        ids.append("scholarship.working_child_pu_months")
    if _born_after(child, event):
        ids += ["scholarship.born_before_event", "scholarship.child_before_event"]
    if child.graduated:
        ids.append("scholarship.one_degree")
    if child.course_changes:
        ids += ["scholarship.course_changes_max", "scholarship.higher_level_years"]
    if child.takes_over is not None:
        ids.append("scholarship.replacement_children_max")
    rules = [law.find(name, day) for name in ids]
    return [rule for rule in rules if rule is not None]


def ended_study(child: Child, law: Law, day: date) -> bool:
    """Whether nothing more is paid for higher education: a degree done, or changed too often."""
    changes = law.get("scholarship.course_changes_max", day).number
    return child.graduated or child.course_changes > changes


def _may_study_on(child: Child, law: Law, day: date, tested_on: date) -> bool:
    """Whether the present study is one the scholarship is still paid for."""
    if child.level is not Level.PT or not ended_study(child, law, day):
        return True
    last = child.last_school_year
    return last is not None and last >= school_year(tested_on, law)


def _at_school(child: Child) -> bool | None:
    """Studying now; the right of a child not yet of school age starts later."""
    if child.level is Level.NONE:
        return True
    return child.studying


def _at_school_before_2019(child: Child) -> bool | None:
    """Studying now; the old law knew no right that starts later."""
    if child.level is Level.NONE:
        return False
    return child.studying


def _below(age_limit: int, child: Child, tested_on: date) -> bool | None:
    if child.birth is None:
        return None
    return not reached(child.birth, tested_on, age_limit)


def _negated(fact: bool | None) -> bool | None:
    if fact is None:
        return None
    return not fact


def not_barred_by_work(child: Child, law: Law, day: date) -> bool | None:
    """Not working, or working in one of the forms that keep the right from 24 February 2025."""
    if not child.working:
        return _negated(child.working)
    months_as_wage_earner = law.find("scholarship.working_child_pu_months", day)
    if months_as_wage_earner is None:
        return False
    if child.working_as is None:
        return None
    # Only wage work is bound to a number of months (Pasal 103 ayat (3a)).
    if child.working_as is not WorkingAs.PU:
        return True
    if child.working_pu_months is None:
        return None
    return child.working_pu_months <= months_as_wage_earner.number
