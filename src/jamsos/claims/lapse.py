"""Until when a right can be claimed (*gugur, daluwarsa*): PP 44/2015 and PP 82/2019 Pasal 26."""

from datetime import date

from jamsos.answers.answer import Finding
from jamsos.answers.parties import Party
from jamsos.benefits.claim_end import claim_end
from jamsos.claims.case import ClaimCase
from jamsos.law.law import Rule
from jamsos.workers.codes import Cause, Segment

_YEARS = "jkk.claim_years"


def lapse(case: ClaimCase) -> Finding:
    """The last day of the claim; JKM knows none (decision D60)."""
    law = case.law
    if case.jkk:
        last, grounds = _migrant(case) if case.migrant else _jkk(case)
        employed = case.segment in {Segment.PU, Segment.CONSTRUCTION}
        party = Party.CLAIMANT_OF_WAGE if employed else Party.FAMILY_TOO
        return Finding(code="claim_until", value=last, grounds=grounds, party=str(party))
    if not law.chose("D60", "five_years"):
        return Finding(code="claim_until", value="no_lapse", unit="code", grounds=law.cite("no_lapse_of_jkm"))
    rule = law.timelines[_YEARS][-1]  # the five years the alternative speaks of, whatever the day of death
    grounds = law.cite(rule, "D60")
    return Finding(code="claim_until", value=claim_end(case.day, rule, law), grounds=grounds, party=str(Party.HEIRS))


def _migrant(case: ClaimCase) -> tuple[date, tuple[Rule, ...]]:
    rule = case.law.get("migrant.jkk_claim_years", case.day)
    return claim_end(case.day, rule, case.law), case.law.cite(rule)


def _jkk(case: ClaimCase) -> tuple[date, tuple[Rule, ...]]:
    """The period of the event's day, or of a later one the claim was still alive for (decision D04)."""
    law, day = case.law, case.day
    rule = law.get(_YEARS, day)
    if rule.until is None:
        return claim_end(day, rule, law), law.cite(rule)
    new = law.get(_YEARS, rule.until)
    if case.cause is Cause.OCCUPATIONAL_DISEASE:
        return claim_end(day, new, law), law.cite("no_lapse_for_disease_before_2019", new, "D04")
    alive = claim_end(day, rule, law) >= rule.until
    valid = new if alive or law.chose("D04", "revive") else rule
    return claim_end(day, valid, law), law.cite(valid, rule, "D04")
