"""Which children a claim of the scholarship is for, each with its school years."""

from typing import NamedTuple

from jamsos.answers.grounds import MissingFact
from jamsos.benefits.family.claim_terms import Terms
from jamsos.benefits.family.claim_years import ChildClaim, Rest, child_claim, paid_before
from jamsos.benefits.family.replacing import (
    Children,
    first_named,
    replacement,
    times_replaced,
)
from jamsos.benefits.family.school_years import years_to_age_limit
from jamsos.values.money import Rupiah
from jamsos.workers.family import Child


class Claimant(NamedTuple):
    """A child, its place among the children, and what it may claim."""

    position: int
    child: Child
    claim: ChildClaim
    rest: Rest | None = None
    """What it takes over from a child that died; None: it has a right of its own."""
    own: Rupiah = 0
    """What its own classes would come to, where it takes over a rest."""

    @property
    def number(self) -> int:
        """The child as people count: the first as 1."""
        return self.position + 1


class Claimants(NamedTuple):
    """The children who take, or what has to be known of them."""

    taking: tuple[Claimant, ...] = ()
    replaced_too_often: tuple[Claimant, ...] = ()
    needs: tuple[MissingFact, ...] = ()
    are_chosen: bool = False
    """Whether there were more children than may take."""
    must_be_named: bool = False


def claimants(children: Children, named: tuple[int, ...] | None, terms: Terms) -> Claimants:
    """The children who take: those named, or all who may where they are not too many (D47).

    Legal source: Permenaker 5/2021 Pasal 103 ayat (1), 105.
    """
    most = terms.law.get("scholarship.max_children", terms.law_day).number
    most_replaced = terms.law.get("scholarship.replacement_children_max", terms.law_day).number
    taking: list[Claimant] = []
    too_often: list[Claimant] = []
    replaced = {child.takes_over for child in children}
    for position, child in enumerate(children):
        if times_replaced(child, children) > most_replaced:
            too_often.append(Claimant(position, child, ChildClaim()))
        else:
            taking.append(_claimant(position, children, terms, is_dead=position in replaced))
    places = _places(taking, children, named, terms, most)
    if places is None:
        need = MissingFact("for_children")
        return Claimants(needs=(need,), must_be_named=True)
    chosen = [one for one in taking if first_named(one.position, children) in places]
    needs = {need: None for one in chosen for need in one.claim.needs}
    return Claimants(
        taking=tuple(chosen),
        replaced_too_often=tuple(too_often),
        needs=tuple(needs),
        are_chosen=len(chosen) < len(taking),
    )


def _claimant(position: int, children: Children, terms: Terms, *, is_dead: bool) -> Claimant:
    """One child with its school years; of one that died those that were paid."""
    child = children[position]
    taken_over = replacement(child, children, terms)
    if taken_over.needs:
        return Claimant(position, child, ChildClaim(needs=taken_over.needs))
    rest = taken_over.rest
    if is_dead:
        return Claimant(position, child, paid_before(child, terms))
    claim = child_claim(child, terms, rest)
    if rest is None or claim.needs:
        return Claimant(position, child, claim, rest)
    years = years_to_age_limit(child, terms.law, terms.law_day, terms.event)
    own = sum(year.amount for year in years if year.year >= rest.from_year)
    return Claimant(position, child, claim, rest, own)


def _places(
    taking: list[Claimant],
    children: Children,
    named: tuple[int, ...] | None,
    terms: Terms,
    most: int,
) -> set[int] | None:
    """The places on the list that count; None: the family has to name them."""
    if named is not None:
        return {first_named(position, children) for position in named}
    able: dict[int, list[Claimant]] = {}
    for one in taking:
        if one.claim.may_take:
            able.setdefault(first_named(one.position, children), []).append(one)
    if len(able) <= most:
        return {first_named(one.position, children) for one in taking}
    if _are_alike(able):
        return set(list(able)[:most])
    if terms.law.chose("D47", "two_youngest"):
        return _youngest(able, children, most)
    return None


def _are_alike(able: dict[int, list[Claimant]]) -> bool:
    """Whether the choice would change nothing: each child stands alone, with the same years."""
    claims = [one.claim for place in able.values() for one in place]
    alone = len(claims) == len(able)
    return alone and not claims[0].needs and len(set(claims)) == 1


def _youngest(able: dict[int, list[Claimant]], children: Children, most: int) -> set[int] | None:
    """The places of the youngest; None where a birth date is not known."""
    births = {place: children[place].birth for place in able}
    known = {place: birth for place, birth in births.items() if birth is not None}
    if len(known) < len(births):
        return None
    by_age = sorted(known, key=known.__getitem__, reverse=True)
    return set(by_age[:most])
