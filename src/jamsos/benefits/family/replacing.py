"""A child that takes over the rest of the scholarship of one that died."""

from typing import NamedTuple

from jamsos.answers.grounds import MissingFact
from jamsos.benefits.family.claim_terms import Terms
from jamsos.benefits.family.claim_years import Rest
from jamsos.benefits.family.school_years import unknown_of_years, years_ahead
from jamsos.errors import InputError
from jamsos.workers.family import Child

Children = tuple[Child, ...]


class Replacement(NamedTuple):
    """What a child takes over."""

    rest: Rest | None
    """None: nothing is held, as the other child received nothing (Pasal 105 ayat (2))."""
    needs: tuple[MissingFact, ...] = ()


def check_replacements(children: Children) -> None:
    """Refuse positions that are not there, circles, and two children in the place of one."""
    replaced: set[int] = set()
    for child in children:
        place = child.takes_over
        if place is None:
            continue
        if place >= len(children) or place in replaced or not _ends(child, children):
            allowed = f"the position of one other child, 0 to {len(children) - 1}, stated once"
            step = "name the child that died by its position among the children"
            raise InputError("Child.takes_over", place, allowed, step)
        replaced.add(place)


def _ends(child: Child, children: Children) -> bool:
    """Whether the children a child stands for, one behind the other, come to an end."""
    for _ in children:
        place = child.takes_over
        if place is None or place >= len(children):
            return True
        child = children[place]
    return child.takes_over is None


def times_replaced(child: Child, children: Children) -> int:
    """How often the place of a child on the list was passed on before it came to this one."""
    if child.takes_over is None:
        return 0
    other = children[child.takes_over]
    before = times_replaced(other, children)
    # Of a child that received nothing only the name on the list is changed.
    return before if other.claimed_years == () else before + 1


def first_named(position: int, children: Children) -> int:
    """The child on the list whose place a child has; the child itself where it has its own."""
    place = children[position].takes_over
    return position if place is None else first_named(place, children)


def replacement(child: Child, children: Children, terms: Terms) -> Replacement:
    """What the child that died would still have received, by its own classes.

    Legal source: Permenaker 5/2021 Pasal 105 ayat (2) to (4).
    """
    if child.takes_over is None:
        return Replacement(None)
    other = children[child.takes_over]
    if other.claimed_years is None:
        return Replacement(None, (MissingFact("child.claimed_years"),))
    if not other.claimed_years:
        return Replacement(None)
    unknown = unknown_of_years(other)
    if unknown:
        return Replacement(None, tuple(unknown))
    from_year = max(other.claimed_years) + 1
    years = years_ahead(other, terms.law, terms.law_day, terms.event)
    left = sum(year.amount for year in years if year.year >= from_year)
    return Replacement(Rest(from_year, left))
