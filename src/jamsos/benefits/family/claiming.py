"""The scholarship of some children by itself: what a claim on a day pays."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Finding, Line, Note, Outcome, remark, warning
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.family.checks import check_births, checked_children
from jamsos.benefits.family.claim_terms import Terms
from jamsos.benefits.family.claim_years import StandingYear
from jamsos.benefits.family.claimants import Claimant, Claimants, claimants
from jamsos.benefits.family.replacing import check_replacements
from jamsos.benefits.family.scholarship import check_named, figures
from jamsos.benefits.family.taking import special_rules
from jamsos.benefits.results.scholarship_claim import ClaimedYear, ScholarshipClaim, YearState
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.values.days import plausible_day
from jamsos.values.money import Rupiah
from jamsos.values.plain import checked_tuple
from jamsos.workers.family import Child, Family


def scholarship(
    children: Sequence[Child],
    event_on: date,
    claimed_on: date | None = None,
    *,
    accident_on: date | None = None,
    for_children: Sequence[int] | None = None,
    law: Law | None = None,
) -> ScholarshipClaim:
    """What a claim of the scholarship pays for these children, year by year and together.

    Whether the participant has a right to it at all, ``death_benefit`` and ``jkk_benefit`` say.
    The level and the class of each child are those of the school year of the event; what else is
    stated of it holds on the day of the claim. Later school years are a projection (D64).

    Legal source: Permenaker 5/2021 and 1/2025 Pasal 103, 105 to 109; PP 44/2015 Pasal 25 ayat (3)
    before.

    Args:
        children: All children of the participant, those in place of another included.
        event_on: The day of the death, or of the total permanent disability.
        claimed_on: The day of the claim; None: that of the event.
        accident_on: The day of the accident or diagnosis, whose law counts (D01); None: not after
            one, or on the same day.
        for_children: Positions of the children who are named, where more than two may (D47).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an event before 1 July 2015.
        InputError: for a claim before the event, or facts that contradict each other.

    >>> facts = {"studying": True, "lawful": True, "married": False, "working": False}
    >>> pupil = Child(birth=date(2013, 2, 1), level="SD", year=2, claimed_years=(), **facts)
    >>> answer = scholarship([pupil], date(2020, 8, 1), date(2025, 9, 1))
    >>> answer.total, answer.unclaimed, answer.current
    (6500000, 4500000, 2000000)

    """
    law = applied(law)
    stated = checked_tuple(Child, children, "children")
    event = judged_day(event_on, law, "event_on")
    law_day = event if accident_on is None else judged_day(accident_on, law, "accident_on")
    claimed = event if claimed_on is None else plausible_day(claimed_on, "claimed_on")
    terms = Terms(law=law, event=event, law_day=law_day, claimed_on=claimed)
    family = Family(children=stated)
    named = checked_children(for_children, family)
    _check(family, stated, terms)
    frame = ScholarshipClaim(
        title=Text("scholarship_claim.title", {"day": claimed}),
        outcome=Outcome.NO,
        law=law,
        facts={
            "children": stated,
            "event_on": event,
            "claimed_on": claimed,
            "accident_on": accident_on and law_day,
        },
        notes=beyond_knowledge(law, claimed),
    )
    if law.find("scholarship.levels", law_day) is None:
        # The old sum is claimed once, so only the day of the event matters.
        of_event = Terms(law=law, event=event, law_day=law_day, claimed_on=law_day)
        return settled(_paid_once(frame, stated, named, of_event))
    if named is not None:
        most = law.get("scholarship.max_children", law_day).number
        check_named(named, len(stated), most)
    found = claimants(stated, named, terms)
    if found.needs:
        grounds = _grounds_of_needs(found, terms)
        return settled(undecided(frame, found.needs, grounds))
    return settled(_answer(frame, found, terms))


def _check(family: Family, children: tuple[Child, ...], terms: Terms) -> None:
    """Refuse days and school years in an impossible order."""
    if terms.claimed_on < terms.event:
        stated = terms.claimed_on.isoformat()
        allowed = f"a day from event_on ({terms.event}) on"
        raise InputError("claimed_on", stated, allowed, "check both dates")
    if terms.law_day > terms.event:
        stated = terms.law_day.isoformat()
        allowed = f"a day up to event_on ({terms.event})"
        raise InputError("accident_on", stated, allowed, "check both dates")
    check_births(None, family, terms.event, "event_on")
    check_replacements(children)
    for child in children:
        for year in child.claimed_years or ():
            if not terms.first <= year <= terms.current:
                allowed = f"school years from {terms.first} to {terms.current}"
                step = "name each by the calendar year in which it begins"
                raise InputError("Child.claimed_years", year, allowed, step)


def _paid_once(
    frame: ScholarshipClaim,
    children: tuple[Child, ...],
    named: tuple[int, ...] | None,
    terms: Terms,
) -> ScholarshipClaim:
    """The law before 2 December 2019: once for each participant (PP 44/2015 Pasal 25 ayat (3))."""
    sums = figures(children, named, terms.law, terms.law_day, terms.event)
    if sums.statutory is None:
        return undecided(frame, sums.needs, sums.grounds)
    grounds = (*sums.grounds, *_rules(terms))
    findings = _findings(sums.statutory, 0, grounds, grounds)
    if not sums.statutory:
        note = remark("note.nobody_takes", grounds)
        return evolve(frame, findings=findings, notes=(*frame.notes, note))
    line = Line(
        code="scholarship.once",
        amount=sums.statutory,
        grounds=grounds,
        formula=Text("formula.scholarship_once"),
    )
    notes = (*frame.notes, *_duty_to_tell(terms))
    return evolve(frame, outcome=Outcome.YES, lines=(line,), findings=findings, notes=notes)


def _grounds_of_needs(found: Claimants, terms: Terms) -> Grounds:
    """Why facts are missing: what is special about a child, or that two have to be named."""
    law = terms.law
    if found.must_be_named:
        named = law.get("scholarship.named_with_claim", terms.law_day)
        return law.cite(named, "D47")
    rules: list[Provision] = []
    for claimant in found.taking:
        rules += special_rules(claimant.child, law, terms.law_day, terms.event)
    return law.cite(*rules)


def _answer(frame: ScholarshipClaim, found: Claimants, terms: Terms) -> ScholarshipClaim:
    """The school years of the children who take, the sums, and what has to be told."""
    lines: list[Line] = []
    years: list[ClaimedYear] = []
    ahead: Rupiah = 0
    lost: Rupiah = 0
    for claimant in found.taking:
        for standing in claimant.claim.years:
            years.append(_claimed_year(claimant, standing))
            if standing.state is YearState.DUE:
                lines.append(_line(claimant, standing, terms))
        ahead += claimant.claim.amount(YearState.DUE, YearState.LATER)
        lost += claimant.claim.amount(YearState.LOST)
    rules = _rules(terms)
    # How long the years go on is counted from July, one class a year (D64).
    counted = (*rules, *terms.law.cite("D64"))
    decisions = [name for one in found.taking for name in one.claim.decisions]
    limits = terms.law.cite(*_rules_of_late_claims(terms), *decisions)
    return evolve(
        frame,
        outcome=Outcome.YES if ahead else Outcome.NO,
        lines=tuple(lines),
        findings=_findings(ahead, lost, counted, (*limits, *counted)),
        notes=(*frame.notes, *_notes(found, years, terms)),
        years=tuple(years),
    )


def _claimed_year(claimant: Claimant, standing: StandingYear) -> ClaimedYear:
    year = standing.year
    place = claimant.position
    state = standing.state
    return ClaimedYear(place, year.year, year.level, year.school_class, year.amount, state)


def _line(claimant: Claimant, standing: StandingYear, terms: Terms) -> Line:
    """What the claim pays for one school year."""
    year = standing.year
    args: dict[str, Arg] = {
        "child": claimant.number,
        "level": str(year.level),
        "year": year.school_class,
        "from_year": year.year,
        "to_year": year.year + 1,
    }
    grounds = _grounds(claimant, terms)
    code = "scholarship.current"
    if year.year < terms.current:
        code = "scholarship.unclaimed"
        grounds = (*grounds, *_late_grounds(claimant, terms))
    formula = "formula.school_year_held" if standing.held else "formula.school_year_of_child"
    return Line(code=code, amount=year.amount, grounds=grounds, formula=Text(formula, args))


def _findings(
    ahead: Rupiah, lost: Rupiah, grounds_ahead: Grounds, grounds_lost: Grounds
) -> tuple[Finding, ...]:
    to_age_limit = Finding(
        code="scholarship_remaining_to_age_limit",
        value=ahead,
        unit="rupiah",
        grounds=grounds_ahead,
    )
    cannot = Finding(code="scholarship_lost", value=lost, unit="rupiah", grounds=grounds_lost)
    return (to_age_limit, cannot)


def _grounds(claimant: Claimant, terms: Terms) -> Grounds:
    """What the amounts of one child rest on."""
    law = terms.law
    rules = special_rules(claimant.child, law, terms.law_day, terms.event)
    return (*_rules(terms), *law.cite(*rules, "D64"))


def _late_grounds(claimant: Claimant, terms: Terms) -> Grounds:
    """What a late claim rests on beside: its limit, its condition, the decisions about both."""
    return terms.law.cite(*_rules_of_late_claims(terms), *claimant.claim.decisions)


_RULES = (
    "scholarship.levels",
    "scholarship.child_age_limit",
    "scholarship.child_conditions",
    "scholarship.named_with_claim",
)


def _rules(terms: Terms) -> Grounds:
    """The rules of the day of the event, and that on the claim of its own day."""
    found = [terms.law.find(name, terms.law_day) for name in _RULES]
    found.append(terms.law.find("scholarship.yearly_claim", terms.text_day))
    return terms.law.cite(*[rule for rule in found if rule is not None])


def _rules_of_late_claims(terms: Terms) -> list[Provision]:
    """The limit of a late claim and its condition, as far as there are any."""
    return [rule for rule in (terms.limit, terms.still_meets) if rule is not None]


def _duty_to_tell(terms: Terms) -> list[Note]:
    """That BPJS has to tell when a claim falls due (Permenaker 5/2021 Pasal 106 ayat (3))."""
    duty = terms.law.find("scholarship.yearly_notice", terms.law_day)
    if duty is None:
        return []
    return [remark("note.yearly_notice", terms.law.cite(duty))]


def _notes(found: Claimants, years: list[ClaimedYear], terms: Terms) -> list[Note]:
    """Who takes nothing and why, what is a projection, and the duty of BPJS to tell."""
    law = terms.law
    notes: list[Note] = []
    for claimant in found.taking:
        notes += _notes_of_child(claimant, terms)
    for claimant in found.replaced_too_often:
        rule = law.get("scholarship.replacement_children_max", terms.law_day)
        notes.append(remark("note.replaced_before", law.cite(rule), {"child": claimant.number}))
    if found.are_chosen:
        most = law.get("scholarship.max_children", terms.law_day)
        by_name = law.get("scholarship.named_with_claim", terms.law_day)
        grounds = law.cite(most, by_name, "D47")
        notes.append(remark("note.children_named", grounds, {"most": most.number}))
    states = {year.state for year in years}
    if YearState.LATER in states:
        notes.append(warning("note.projection", law.cite("D64")))
    if states & {YearState.DUE, YearState.LATER}:
        notes += _duty_to_tell(terms)
    return notes or [remark("note.nobody_takes", _rules(terms))]


def _notes_of_child(claimant: Claimant, terms: Terms) -> list[Note]:
    """Why a child takes nothing, or less than its school years come to."""
    law = terms.law
    claim = claimant.claim
    args: dict[str, Arg] = {"child": claimant.number}
    notes: list[Note] = []
    if claimant.rest is not None:
        rule = law.get("scholarship.replacement_children_max", terms.law_day)
        amounts: dict[str, Arg] = {"rest": claimant.rest.amount, "own": claimant.own}
        notes.append(remark("note.takes_over", law.cite(rule), args | amounts))
    lost = claim.amount(YearState.LOST)
    if lost and terms.limit is not None:
        cut: dict[str, Arg] = {"amount": lost, "limit": terms.limit.number}
        notes.append(remark("note.years_lost", _late_grounds(claimant, terms), args | cut))
    elif not claim.years:
        special = special_rules(claimant.child, law, terms.law_day, terms.event)
        grounds: Grounds = (*_rules(terms), *law.cite(*special))
        notes.append(remark("note.child_takes_nothing", grounds, args))
    return notes
