"""The child scholarship (*beasiswa pendidikan anak*) in its three meanings."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Status
from jamsos.benefits.family.levels import levels, statutory_maximum
from jamsos.benefits.family.school_years import below_age_limit, unknown_of_years, years_ahead
from jamsos.benefits.family.taking import Taking, special_rules, takes
from jamsos.benefits.results.scholarship import SchoolYear
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Level
from jamsos.workers.family import Child


class Maxima(NamedTuple):
    """The most a child can still receive; None: its class is not known."""

    remaining: Rupiah | None
    """From its present class on, whatever its age."""
    to_age_limit: Rupiah | None
    """Until it reaches the age limit (D64)."""


def maxima(child: Child, law: Law, day: date, event: date) -> Maxima:
    """The most this child can still receive from its present class on.

    A child not at school yet may begin with or without kindergarten: until the age limit the way
    that pays more counts.

    >>> from jamsos.law import current
    >>> student = Child(level="PT", year=3, birth=date(2004, 3, 1))
    >>> day = date(2026, 5, 4)
    >>> maxima(student, current(), day, day)
    Maxima(remaining=36000000, to_age_limit=24000000)
    """
    # Never missing here: without it the answer waited for it.
    birth = child.birth or event
    if child.level is Level.NONE:
        to_age_limit = _most_by_beginning(child, birth, law, day, event)
        return Maxima(statutory_maximum(law, day), to_age_limit)
    if unknown_of_years(child):
        return Maxima(None, None)
    years = years_ahead(child, law, day, event)
    below = below_age_limit(years, birth, law, day, event)
    return Maxima(_total(years), _total(below))


def _most_by_beginning(child: Child, birth: date, law: Law, day: date, event: date) -> Rupiah:
    """The most until the age limit over the classes in which the schooling may begin."""
    ways: list[Rupiah] = []
    for first in _first_classes(child, law, day):
        years = years_ahead(first, law, day, event)
        below = below_age_limit(years, birth, law, day, event)
        ways.append(_total(below))
    return max(ways)


def _total(years: Iterable[SchoolYear]) -> Rupiah:
    return sum([year.amount for year in years])


def _first_classes(child: Child, law: Law, day: date) -> list[Child]:
    """The child in each class in which its schooling may begin."""
    kindergarten, primary, *_ = levels(law, day)
    starts = [(kindergarten.level, number + 1) for number in range(kindergarten.max_years)]
    starts.append((primary.level, 1))
    return [evolve(child, level=level, year=number) for level, number in starts]


def first_instalment(child: Child, law: Law, day: date) -> int | None:
    """The yearly amount of the child's present level; 0 before school age.

    None where the level is not known.
    """
    if child.level is None:
        return None
    return sum(level.rupiah_per_year for level in levels(law, day) if level.level is child.level)


class Figures(NamedTuple):
    """The figures for the children of one participant; None: cannot be decided."""

    statutory: int | None
    remaining: Rupiah | None
    to_age_limit: Rupiah | None
    first: Rupiah | None
    grounds: Grounds
    needs: Needs = ()


def figures(
    children: tuple[Child, ...] | None,
    named: tuple[int, ...] | None,
    law: Law,
    day: date,
    died_on: date,
) -> Figures:
    """The statutory maximum, the two remaining maxima and the first yearly instalment.

    Args:
        children: All children of the participant; None: not known.
        named: The positions of the children the caller names, where more than two qualify (D47).
        law: The law to apply.
        day: The day of the event, whose law counts (D01).
        died_on: The day on which the children's age counts, and from which the school years do.

    """
    grounds = _grounds(children or (), law, day, died_on)
    if children is None:
        need = MissingFact("family.children")
        return Figures(None, None, None, None, grounds, (need,))
    candidates: list[Candidate] = []
    for child in children:
        taking = takes(child, law, day, died_on)
        candidates.append(Candidate(child, taking))
    flat = law.find("scholarship.flat_per_participant", day)
    if flat is not None:
        return _flat(flat.number, candidates, grounds)
    return _by_level(candidates, named, law, day, died_on, grounds)


_RULES = (
    "scholarship.flat_per_participant",
    "scholarship.lawful_child",
    "scholarship.levels",
    "scholarship.max_children",
    "scholarship.child_age_limit",
    "scholarship.child_conditions",
    "scholarship.named_with_claim",
)


def _grounds(children: tuple[Child, ...], law: Law, day: date, event: date) -> Grounds:
    """The rules of the day; those for what is special about a child only where it is so."""
    special: list[Provision] = []
    for child in children:
        special += special_rules(child, law, day, event)
    return (*_usual_grounds(law, day), *law.cite(*special))


@lru_cache(maxsize=4096)
def _usual_grounds(law: Law, day: date) -> Grounds:
    """The rules of the day on every scholarship."""
    found = [law.find(name, day) for name in _RULES]
    rules = [rule for rule in found if rule is not None]
    return law.cite(*rules)


class Candidate(NamedTuple):
    """A child, and whether it takes."""

    child: Child
    taking: Taking

    @property
    def may_take(self) -> bool:
        """Whether the child takes, or would with a fact that is missing."""
        return self.taking.status is not Status.FAILED

    @property
    def takes(self) -> bool:
        """Whether the child takes for certain."""
        return self.taking.status is Status.MET


def _flat(amount: int, candidates: list[Candidate], grounds: Grounds) -> Figures:
    """The old law: once per participant, if one lawful child is at school."""
    # One child is enough, so what is unknown of the others does not matter.
    if any(candidate.takes for candidate in candidates):
        return Figures(amount, amount, amount, amount, grounds)
    needs = _missing(candidates)
    value = None if needs else 0
    return Figures(value, value, value, value, grounds, needs)


def _missing(candidates: list[Candidate]) -> tuple[MissingFact, ...]:
    """The facts that are missing of any of the children, each once."""
    needs: dict[MissingFact, None] = {}
    for candidate in candidates:
        needs.update(dict.fromkeys(candidate.taking.missing))
    return tuple(needs)


def _by_level(
    candidates: list[Candidate],
    named: tuple[int, ...] | None,
    law: Law,
    day: date,
    event: date,
    grounds: Grounds,
) -> Figures:
    """The law from 2 December 2019: yearly by level, at most two children."""
    most = law.get("scholarship.max_children", day).number
    certain = sum(candidate.takes for candidate in candidates)
    chosen = _chosen(candidates, named, law, most)
    same_to_age_limit = True
    if chosen is None:
        chosen = _any_alike(candidates, law, day, event, most)
        same_to_age_limit = _alike_to_age_limit(candidates, law, day, event)
    if chosen is not None and len(chosen) >= certain:
        return _figures_of(chosen, law, day, event, grounds)
    by_decision = (*grounds, *law.cite("D47"))
    if chosen is None:
        statutory = None
        # Whichever are named, the statutory maximum stays the same.
        if certain >= most:
            statutory = most * statutory_maximum(law, day)
        need = MissingFact("for_children")
        return Figures(statutory, None, None, None, by_decision, (need,))
    sums = _figures_of(chosen, law, day, event, by_decision)
    if same_to_age_limit:
        return sums
    # Alike by level, but not of one age: only until the age limit the choice matters.
    needs = (*sums.needs, MissingFact("for_children"))
    return sums._replace(to_age_limit=None, needs=needs)


def _figures_of(
    chosen: list[Candidate], law: Law, day: date, event: date, grounds: Grounds
) -> Figures:
    """The sums over the children who take; a missing fact leaves only what it touches undecided."""
    children = [candidate.child for candidate in chosen]
    missing = _missing(chosen)
    needs = dict.fromkeys(missing)
    for child in children:
        # A child not yet at school has no class to be asked for.
        if child.level is not Level.NONE:
            needs.update(dict.fromkeys(unknown_of_years(child)))
    if missing:
        return Figures(None, None, None, None, grounds, tuple(needs))
    most = [maxima(child, law, day, event) for child in children]
    first = [first_instalment(child, law, day) for child in children]
    return Figures(
        statutory=len(children) * statutory_maximum(law, day),
        remaining=_sum([one.remaining for one in most]),
        to_age_limit=_sum([one.to_age_limit for one in most]),
        first=_sum(first),
        grounds=grounds,
        needs=tuple(needs),
    )


def _sum(amounts: Sequence[Rupiah | None]) -> Rupiah | None:
    """The sum; None where one amount is not known."""
    total: Rupiah = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def _any_alike(
    candidates: list[Candidate], law: Law, day: date, event: date, most: int
) -> list[Candidate] | None:
    """Any of the children, where the choice would change nothing."""
    able = [candidate for candidate in candidates if candidate.may_take]
    if not all(candidate.takes for candidate in able):
        return None
    amounts: set[tuple[Rupiah | None, Rupiah | None]] = set()
    for candidate in able:
        remaining = maxima(candidate.child, law, day, event).remaining
        first = first_instalment(candidate.child, law, day)
        amounts.add((remaining, first))
    if len(amounts) > 1:
        return None
    return able[:most]


def _alike_to_age_limit(candidates: list[Candidate], law: Law, day: date, event: date) -> bool:
    """Whether the children receive the same until the age limit, whichever are named."""
    able = [candidate.child for candidate in candidates if candidate.may_take]
    return len({maxima(child, law, day, event).to_age_limit for child in able}) == 1


def _chosen(
    candidates: list[Candidate], named: tuple[int, ...] | None, law: Law, most: int
) -> list[Candidate] | None:
    """The children who take: those named, or all who may where they are not too many.

    None where the caller has to name them.
    """
    if named is not None:
        check_named(named, len(candidates), most)
        candidates = [candidates[index] for index in named]
    able = [candidate for candidate in candidates if candidate.may_take]
    if len(able) <= most:
        return able
    if not law.chose("D47", "two_youngest"):
        return None
    return _youngest(able, most)


def check_named(named: tuple[int, ...], count: int, most: int) -> None:
    """Refuse positions named twice, not there, or more than may take."""
    different = len(set(named)) == len(named)
    there = set(named) <= set(range(count))
    if not different or not there or len(named) > most:
        allowed = f"at most {most} different positions from 0 to {count - 1}"
        step = "name the children who take the scholarship"
        raise InputError("for_children", named, allowed, step)


def _youngest(able: list[Candidate], most: int) -> list[Candidate] | None:
    """The youngest of them; None where a birth date is not known."""
    births = [candidate.child.birth for candidate in able]
    if None in births:
        return None
    by_age = sorted(able, key=_birth, reverse=True)
    return by_age[:most]


def _birth(candidate: Candidate) -> date:
    return candidate.child.birth or date.min
