"""The child scholarship (*beasiswa pendidikan anak*) in its three meanings."""

from datetime import date
from functools import cache
from typing import NamedTuple

from jamsos.answers.answer import Status
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision, Reading
from jamsos.values.words import reached
from jamsos.workers.codes import Level, WorkingAs
from jamsos.workers.family import Child


class LevelTerms(NamedTuple):
    """One school level: the yearly amount and the years it is paid for at most."""

    level: Level
    rupiah_per_year: int
    max_years: int

    @property
    def most(self) -> int:
        """The most the level can pay."""
        return self.rupiah_per_year * self.max_years


def levels(law: Law, day: date) -> tuple[LevelTerms, ...]:
    """The levels in school order (PP 82/2019 Pasal 25 ayat (3), 34 ayat (3), Lampiran III)."""
    return _levels(law.get("scholarship.levels", day))


@cache
def _levels(table: Provision) -> tuple[LevelTerms, ...]:
    return tuple(LevelTerms(Level(str(code)), int(str(rupiah)), int(str(years))) for code, rupiah, years in table.rows)


def statutory_maximum(law: Law, day: date) -> int:
    """The most one child can receive over all levels.

    >>> from jamsos.law import current
    >>> statutory_maximum(current(), date(2026, 1, 1))
    87000000
    """
    return sum(level.most for level in levels(law, day))


def remaining_maximum(child: Child, law: Law, day: date) -> int | None:
    """The most this child can still receive from its present class on; None: the level or class is not known.

    >>> from jamsos.law import current
    >>> remaining_maximum(Child(level="SD", year=3), current(), date(2026, 1, 1))
    81000000
    """
    if child.level is Level.NONE:
        return statutory_maximum(law, day)
    if child.level is None or child.year is None:
        return None
    table = levels(law, day)
    index = [level.level for level in table].index(child.level)
    left = table[index].max_years - present_class(child, table[index]) + 1
    return left * table[index].rupiah_per_year + sum(level.most for level in table[index + 1 :])


def present_class(child: Child, terms: LevelTerms) -> int:
    """The child's class; in a class beyond the years the table pays, the present year still counts."""
    return min(child.year or 1, terms.max_years)


def first_instalment(child: Child, law: Law, day: date) -> int | None:
    """The yearly amount of the child's present level; 0 before school age; None: the level is not known."""
    if child.level is None:
        return None
    return sum(level.rupiah_per_year for level in levels(law, day) if level.level is child.level)


def takes(child: Child, law: Law, day: date, tested_on: date) -> tuple[Status, tuple[MissingFact, ...]]:
    """Whether a child has the right under the law of a day, its age tested on another, and what is missing.

    Legal source: PP 82/2019 elucidation of Pasal 25; Permenaker 5/2021 Pasal 103 ayat (2);
    Permenaker 1/2025 Pasal 103 ayat (3a). Before 2 December 2019 a lawful child at school is enough.
    """
    limit = law.find("scholarship.child_age_limit", day)
    tests: dict[str, bool | None] = {"child.lawful": child.lawful, "child.studying": _at_school(child, limit)}
    if limit is not None:
        young = None if child.birth is None else not reached(child.birth, tested_on, limit.number)
        tests["child.birth"] = young
        tests["child.married"] = None if child.married is None else not child.married
        tests["child.working"] = _not_barred_by_work(child, law, day)
    if False in tests.values():
        return Status.FAILED, ()
    missing = tuple(MissingFact(fact) for fact, met in tests.items() if met is None)
    return (Status.UNKNOWN if missing else Status.MET), missing


def _at_school(child: Child, limit: Provision | None) -> bool | None:
    """Studying now; a child not yet of school age has a right that starts later, but not under the old law."""
    return limit is not None if child.level is Level.NONE else child.studying


def _not_barred_by_work(child: Child, law: Law, day: date) -> bool | None:
    """Not working, or working in one of the forms that keep the right from 24 February 2025."""
    if not child.working:
        return None if child.working is None else True
    limit = law.find("scholarship.working_child_pu_months", day)
    if limit is None:
        return False
    if child.working_as is WorkingAs.PU:
        return None if child.working_pu_months is None else child.working_pu_months <= limit.number
    return None if child.working_as is None else True


class Figures(NamedTuple):
    """The three meanings for the children of one participant; None: cannot be decided."""

    statutory: int | None
    remaining: int | None
    first: int | None
    grounds: tuple[Ground, ...]
    needs: tuple[MissingFact | Reading, ...] = ()


def figures(
    children: tuple[Child, ...] | None, named: tuple[int, ...] | None, law: Law, day: date, died_on: date
) -> Figures:
    """The statutory maximum, the remaining maximum and the first yearly instalment.

    Args:
        children: All children of the participant; None: not known.
        named: The positions of the children the caller names, where more than two qualify (D47).
        law: The law to apply.
        day: The day of the event, whose law counts (D01).
        died_on: The day on which the children's age counts.

    """
    flat = law.find("scholarship.flat_per_participant", day)
    names = ["scholarship.lawful_child", "scholarship.levels", "scholarship.max_children"]
    names += ["scholarship.child_age_limit", "scholarship.child_conditions", "scholarship.before_procedure"]
    rules = [rule for rule in (law.find(name, day) for name in names) if rule is not None]
    working = law.find("scholarship.working_child_pu_months", day)
    if working is not None and any(child.working for child in children or ()):
        rules.append(working)
    grounds = law.cite(*([flat] if flat else []), *rules)
    if children is None:
        need = MissingFact("family.children")
        return Figures(statutory=None, remaining=None, first=None, grounds=grounds, needs=(need,))
    states = [takes(child, law, day, died_on) for child in children]
    if flat is not None:
        return _flat(flat.number, states, grounds)
    return _by_level(children, states, named, law, day, grounds)


def _flat(amount: int, states: list[tuple[Status, tuple[MissingFact, ...]]], grounds: tuple[Ground, ...]) -> Figures:
    """The old law: once per participant, if one lawful child is at school."""
    if any(status is Status.MET for status, _ in states):
        return Figures(statutory=amount, remaining=amount, first=amount, grounds=grounds)
    needs = tuple(dict.fromkeys(fact for _, missing in states for fact in missing))
    value = None if needs else 0
    return Figures(statutory=value, remaining=value, first=value, grounds=grounds, needs=needs)


def _by_level(
    children: tuple[Child, ...],
    states: list[tuple[Status, tuple[MissingFact, ...]]],
    named: tuple[int, ...] | None,
    law: Law,
    day: date,
    grounds: tuple[Ground, ...],
) -> Figures:
    """The law from 2 December 2019: yearly by level, at most two children."""
    most = law.get("scholarship.max_children", day).number
    chosen = _chosen(children, states, named, law, most)
    if chosen is None:
        chosen = _alike(children, states, law, day, most)
    if chosen is None:
        met = sum(status is Status.MET for status, _ in states)
        return Figures(
            statutory=most * statutory_maximum(law, day) if met >= most else None, remaining=None, first=None,
            grounds=(*grounds, *law.cite("D47")), needs=(MissingFact("for_children"),),
        )  # fmt: skip
    needs = [fact for index in chosen for fact in states[index][1]]
    remaining = [remaining_maximum(children[index], law, day) for index in chosen]
    first = [first_instalment(children[index], law, day) for index in chosen]
    needs += [MissingFact("child.level")] if None in first else []
    unclear = bool([fact for index in chosen for fact in states[index][1]])
    class_unknown = None in remaining
    needs += [MissingFact("child.year")] if class_unknown and None not in first else []
    return Figures(
        statutory=None if unclear else len(chosen) * statutory_maximum(law, day),
        remaining=None if unclear or class_unknown else sum(amount or 0 for amount in remaining),
        first=None if unclear or None in first else sum(amount or 0 for amount in first),
        grounds=(*grounds, *(law.cite("D47") if len(chosen) < sum(s is Status.MET for s, _ in states) else ())),
        needs=tuple(dict.fromkeys(needs)),
    )


def _alike(
    children: tuple[Child, ...],
    states: list[tuple[Status, tuple[MissingFact, ...]]],
    law: Law,
    day: date,
    most: int,
) -> tuple[int, ...] | None:
    """Any of the children, where the choice would change nothing."""
    may = [index for index, (status, _) in enumerate(states) if status is not Status.FAILED]
    amounts = {
        (remaining_maximum(children[index], law, day), first_instalment(children[index], law, day)) for index in may
    }
    clear = all(states[index][0] is Status.MET for index in may) and len(amounts) == 1
    return tuple(may[:most]) if clear else None


def _chosen(
    children: tuple[Child, ...],
    states: list[tuple[Status, tuple[MissingFact, ...]]],
    named: tuple[int, ...] | None,
    law: Law,
    most: int,
) -> tuple[int, ...] | None:
    """The children who take: those named, or all who may where they are not too many; None: name them."""
    may = tuple(index for index, (status, _) in enumerate(states) if status is not Status.FAILED)
    if named is not None:
        if len(set(named)) != len(named) or len(named) > most or not set(named) <= set(range(len(children))):
            allowed = f"at most {most} different positions from 0 to {len(children) - 1}"
            raise InputError("for_children", named, allowed, "name the children who take the scholarship")
        return tuple(index for index in named if index in may)
    if len(may) <= most:
        return may
    dated = [child.birth for child in (children[index] for index in may)]
    if not law.chose("D47", "two_youngest") or None in dated:
        return None
    by_age = sorted(may, key=lambda index: children[index].birth or date.min, reverse=True)
    return tuple(by_age[:most])
