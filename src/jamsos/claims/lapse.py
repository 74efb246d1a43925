"""Until when a right can be claimed (*gugur, daluwarsa*): PP 44/2015 and PP 82/2019 Pasal 26."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Findings, Notes, code_finding, untold_finding, warning
from jamsos.benefits.claim_end import claim_end
from jamsos.claims.case import ClaimCase
from jamsos.claims.codes import Timeliness
from jamsos.law.law import Rule
from jamsos.law.provisions import Provision
from jamsos.workers.codes import Cause, Segment

_YEARS = "jkk.claim_years"


class Lapse(NamedTuple):
    """The last day of a claim, and whether the claim was made only after it."""

    claim_until: Finding
    lapsed: bool | None = False
    """None: nobody said when the claim was made, and it may have been too late."""
    findings: Findings = ()
    notes: Notes = ()

    @property
    def last_day(self) -> date | None:
        """The last day of the claim; None: the right does not lapse."""
        day = self.claim_until.value
        return day if isinstance(day, date) else None


def lapse(case: ClaimCase) -> Lapse:
    """The last day of the claim, and what becomes of one made later."""
    claim_until = _claim_until_of(case)
    in_time = Lapse(claim_until)
    last_day = in_time.last_day
    if last_day is None:
        return in_time
    made_on = _made_on(case)
    grounds = claim_until.grounds
    if made_on is None:
        # Papers completed by the last day were claimed by then too; later ones leave it open.
        if case.complete_on is None or case.complete_on <= last_day:
            return in_time
        untold = untold_finding("claim_was", (MissingFact("claim.received_on"), *grounds))
        return Lapse(claim_until, lapsed=None, findings=(untold,))
    if made_on <= last_day:
        return in_time
    late = code_finding("claim_was", Timeliness.LATE, grounds)
    note = warning("note.claim_lapsed", grounds)
    return Lapse(claim_until, lapsed=True, findings=(late,), notes=(note,))


def _made_on(case: ClaimCase) -> date | None:
    """The day the claim was made: the receipt of stage II, or of the application for JKM."""
    # The stage II report is the claim (Pasal 43 ayat (5), 44 ayat (5)).
    if case.jkk and not case.migrant:
        return case.received_on
    return case.complete_on


def _claim_until_of(case: ClaimCase) -> Finding:
    """The last day of the claim; JKM knows none (decision D60)."""
    if case.jkk:
        return _lapse_of_jkk(case)
    law = case.law
    if not law.chose("D60", "five_years"):
        grounds = law.cite("no_lapse_of_jkm")
        return Finding(code="claim_until", value="no_lapse", unit="code", grounds=grounds)
    # The alternative speaks of the five years of today, whatever the day of death.
    years = law.timelines[_YEARS][-1]
    grounds = law.cite(years, "D60")
    return _claim_until(case, years, grounds, Party.HEIRS)


def _claim_until(case: ClaimCase, years: Provision, grounds: Grounds, party: Party) -> Finding:
    last_day = claim_end(case.day, years, case.law)
    return Finding(code="claim_until", value=last_day, grounds=grounds, party=str(party))


def _lapse_of_jkk(case: ClaimCase) -> Finding:
    if case.migrant:
        years = case.law.get("migrant.jkk_claim_years", case.day)
        grounds = case.law.cite(years)
    else:
        years, grounds = _years_of_jkk(case)
    party = Party.FAMILY_TOO
    # Pasal 26 names the participant and the employer; only these two have an employer.
    if case.segment in {Segment.PU, Segment.CONSTRUCTION}:
        party = Party.CLAIMANT_OF_WAGE
    return _claim_until(case, years, grounds, party)


def _years_of_jkk(case: ClaimCase) -> tuple[Provision, tuple[Rule, ...]]:
    """The period of the event's day, or of a later one the claim was still alive for (D04)."""
    law = case.law
    old = law.get(_YEARS, case.day)
    # Under the text of today there is no later one to be carried into.
    if old.until is None:
        return old, law.cite(old)
    new = law.get(_YEARS, old.until)
    # The text before 2019 names the accident alone: under it no disease has lapsed.
    if case.cause is Cause.OCCUPATIONAL_DISEASE:
        return new, law.cite("no_lapse_for_disease_before_2019", new, "D04")
    # A right that has lapsed does not return without a transitional clause.
    last_day = claim_end(case.day, old, law)
    still_alive = last_day >= old.until
    if still_alive or law.chose("D04", "revive"):
        return new, law.cite(new, old, "D04")
    return old, law.cite(old, "D04")
