"""The school years of one child on the day of a claim: paid, due, lost, or to come."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Status
from jamsos.benefits.family.claim_terms import Terms
from jamsos.benefits.family.projection import facts_of_years
from jamsos.benefits.family.school_years import (
    tested_on,
    unknown_of_years,
    years_ahead,
    years_to_age_limit,
)
from jamsos.benefits.family.taking import Taking, ended_study, judged, person_tests, was_there
from jamsos.benefits.results.scholarship import SchoolYear
from jamsos.benefits.results.scholarship_claim import YearState
from jamsos.values.money import Rupiah
from jamsos.values.words import reached
from jamsos.workers.codes import Level
from jamsos.workers.family import Child


class Rest(NamedTuple):
    """What a child takes over from one that died (Permenaker 5/2021 Pasal 105 ayat (4))."""

    from_year: int
    """The first school year that was not paid to the other child any more."""
    amount: Rupiah


class StandingYear(NamedTuple):
    """A school year, and how it stands on the day of the claim."""

    year: SchoolYear
    state: YearState
    held: bool = False
    """Whether the amount is held at the rest of the child that is replaced."""


class ChildClaim(NamedTuple):
    """What one child may claim."""

    years: tuple[StandingYear, ...] = ()
    needs: tuple[MissingFact, ...] = ()
    decisions: tuple[str, ...] = ()
    """The decisions that decided about a year."""
    barred: bool = False
    """Whether the child does not meet the conditions on the day of the claim any more."""

    @property
    def may_take(self) -> bool:
        """Whether the child takes or took something, or would with a fact that is missing."""
        return bool(self.needs) or any(one.state is not YearState.LOST for one in self.years)

    def amount(self, *states: YearState) -> Rupiah:
        """The sum of the years that stand so."""
        return sum(one.year.amount for one in self.years if one.state in states)


def child_claim(child: Child, terms: Terms, rest: Rest | None = None) -> ChildClaim:
    """The school years of a child, each as it stands on the day of the claim.

    The conditions that never change are tested first, then those of the day of the claim, then
    each school year. Where the answer is settled, no further fact is asked for.

    Legal source: Permenaker 5/2021 Pasal 103, 105, 106; Permenaker 1/2025 Pasal 103, 106.
    """
    lasting = _lasting(child, terms)
    person = _person(child, terms)
    barred = person.status is Status.FAILED
    # Nothing was due before the first school year, so nobody asks since when it is barred.
    nothing_earlier = terms.current <= _first_year(terms, rest)
    if lasting.status is Status.FAILED or (barred and nothing_earlier):
        return ChildClaim(barred=barred)
    if nothing_earlier and _left_school(child, terms):
        return ChildClaim()
    needs = [*lasting.missing, *facts_of_years(child)]
    if not nothing_earlier:
        needs += _facts_of_earlier_years(child, terms, barred=barred)
    needs += person.missing
    needs += _facts_of_study(child, terms)
    if needs:
        return ChildClaim(needs=tuple(dict.fromkeys(needs)))
    years = _held(years_to_age_limit(child, terms.law, terms.law_day, terms.event), rest)
    return _standing(years, child, terms, barred=barred)


def paid_before(child: Child, terms: Terms) -> ChildClaim:
    """The school years that were paid to a child that died; nothing follows them."""
    if unknown_of_years(child):
        return ChildClaim()
    years = years_ahead(child, terms.law, terms.law_day, terms.event)
    claimed = child.claimed_years or ()
    paid = [StandingYear(one, YearState.PAID) for one in years if one.year in claimed]
    return ChildClaim(tuple(paid))


def _first_year(terms: Terms, rest: Rest | None) -> int:
    return terms.first if rest is None else rest.from_year


def _lasting(child: Child, terms: Terms) -> Taking:
    """A lawful child of the participant before the event, and below the age limit then."""
    law, event = terms.law, terms.event
    limit = law.get("scholarship.child_age_limit", terms.law_day).number
    young_enough = None
    if child.birth is not None:
        young_enough = not reached(child.birth, event, limit)
    return judged(
        {
            "child.lawful": child.lawful,
            "child.accepted": was_there(child, law, terms.law_day, event),
            "child.birth": young_enough,
        }
    )


def _person(child: Child, terms: Terms) -> Taking:
    """Below the age limit, unmarried and not working on the day of the claim."""
    tests = person_tests(child, terms.law, terms.text_day, terms.claimed_on)
    # Only a child still studying may work (Permenaker 1/2025 Pasal 103 ayat (3a)).
    if child.working and _studies(child, terms) is False:
        tests["child.working"] = False
    # Until 2025 each school year was tested by its own first day.
    if terms.still_meets is None:
        del tests["child.birth"]
    return judged(tests)


def _studies(child: Child, terms: Terms) -> bool | None:
    """Whether the child is at school in the school year of the claim."""
    if child.last_school_year is not None and not child.graduated:
        return child.last_school_year >= terms.current
    return child.studying


def _left_school(child: Child, terms: Terms) -> bool:
    """Whether the child was not at school in the only school year there is."""
    if child.level is Level.NONE:
        return False
    ended = child.level is Level.PT and ended_study(child, terms.law, terms.law_day)
    if child.last_school_year is None:
        return child.studying is False or ended
    return child.last_school_year < terms.current


def _facts_of_earlier_years(child: Child, terms: Terms, *, barred: bool) -> list[MissingFact]:
    """The facts without which it is open what was due before the school year of the claim."""
    needs: list[MissingFact] = []
    if child.claimed_years is None:
        needs.append(MissingFact("child.claimed_years"))
    if barred and terms.still_meets is None and child.barred_since is None:
        needs.append(MissingFact("child.barred_since"))
    left = child.studying is False or ended_study(child, terms.law, terms.law_day)
    if left and child.last_school_year is None:
        needs.append(MissingFact("child.last_school_year"))
    return needs


def _facts_of_study(child: Child, terms: Terms) -> list[MissingFact]:
    """Whether the child is at school, where nothing else tells."""
    if child.studying is not None or child.level is Level.NONE:
        return []
    only_while_studying = terms.law.chose("D84", "must_be_studying")
    if terms.still_meets is None:
        only_while_studying = False
    if child.last_school_year is not None and not only_while_studying:
        return []
    return [MissingFact("child.studying")]


def _held(years: list[SchoolYear], rest: Rest | None) -> list[tuple[SchoolYear, bool]]:
    """The years of a child that takes over a rest: from its first year, as far as it lasts."""
    if rest is None:
        return [(year, False) for year in years]
    left = rest.amount
    held: list[tuple[SchoolYear, bool]] = []
    for year in years:
        if year.year >= rest.from_year and left > 0:
            amount = min(year.amount, left)
            one = SchoolYear(year.year, year.level, year.school_class, amount)
            held.append((one, amount < year.amount))
            left -= amount
    return held


def _standing(
    years: list[tuple[SchoolYear, bool]], child: Child, terms: Terms, *, barred: bool
) -> ChildClaim:
    """Each school year as it stands, and the decisions that decided about one."""
    decisions: dict[str, None] = {}
    standing: list[StandingYear] = []
    for year, held in years:
        state = _state(year.year, child, terms, decisions, barred=barred)
        if state is not None:
            standing.append(StandingYear(year, state, held))
    return ChildClaim(tuple(standing), decisions=tuple(decisions), barred=barred)


def _state(
    year: int, child: Child, terms: Terms, decisions: dict[str, None], *, barred: bool
) -> YearState | None:
    """How a school year stands; None: the child had and has no right in it."""
    if year in (child.claimed_years or ()):
        return YearState.PAID
    if year > terms.current:
        return None if barred else YearState.LATER
    if year < terms.current and terms.is_for_earlier_event:
        decisions["D68"] = None
    if barred and terms.still_meets is not None:
        return YearState.LOST
    return _state_of_reached(year, child, terms, decisions, barred=barred)


def _state_of_reached(
    year: int, child: Child, terms: Terms, decisions: dict[str, None], *, barred: bool
) -> YearState | None:
    """A school year up to that of the claim; where each is tested by itself, on its first day."""
    if barred and _tested_on(year, terms) >= _barred_since(child, terms):
        return None
    if year == terms.current:
        return YearState.DUE
    return _state_of_earlier(year, child, terms, decisions)


def _state_of_earlier(
    year: int, child: Child, terms: Terms, decisions: dict[str, None]
) -> YearState:
    """A school year before that of the claim (Pasal 106 ayat (2), (4), (5))."""
    law = terms.law
    has_finished = not _studies(child, terms) and not child.studying
    if has_finished and terms.still_meets is not None:
        decisions["D84"] = None
        if law.chose("D84", "must_be_studying"):
            return YearState.LOST
    if terms.limit is None or year >= terms.current - terms.limit.number:
        return YearState.DUE
    # A first claim is one before which nothing was claimed.
    if not child.claimed_years:
        decisions["D70"] = None
        if law.chose("D70", "since_the_event"):
            return YearState.DUE
    return YearState.LOST


def _tested_on(year: int, terms: Terms) -> date:
    return tested_on(year, terms.law, terms.event)


def _barred_since(child: Child, terms: Terms) -> date:
    """The first day the child did not meet the conditions any more."""
    # Never missing here: without it the answer waited for it.
    return child.barred_since or terms.event
