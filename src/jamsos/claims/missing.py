"""A participant lost at sea or missing: which paper decides, and the days meanwhile (D75)."""

from datetime import date

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding, Note, Outcome, remark, untold_finding, warning
from jamsos.answers.texts import Text
from jamsos.claims.codes import Disappearance, MissingPaper
from jamsos.claims.results_missing import MissingPerson
from jamsos.claims.timeline import claim_timeline
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.values.days import add_months, add_years, plausible_day
from jamsos.workers.closed_list import checked_code, code_or_none
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.worker import checked_flag

_OF_THE_CLAIM = ("report_stage1_by", "report_to", "claim_until")
"""What is already due while the family waits for a paper."""


def missing_person(
    how: Disappearance | str,
    last_news_on: date,
    *,
    at_work: bool,
    segment: Segment | str = Segment.BPU,
    paper: MissingPaper | str | None = None,
    named_on: date | None = None,
    law: Law | None = None,
) -> MissingPerson:
    """What can be claimed for a missing participant, and by which paper.

    No regulation of JKK or JKM has a rule. Until a paper names the day of death nothing can be
    decided; that day is then the day of the event, for ``death_benefit`` and ``claim_timeline``.

    Findings: ``event_on``; ``counts_as_dead_from`` (aircraft) or ``petition_from``; and
    ``report_stage1_by``, ``report_to`` and ``claim_until`` of an accident on the last day.

    Legal source: UU 24/2013 Pasal 44; UU 1/2009 Pasal 178; Civil Code 467-468; decision D75.

    Args:
        how: ``ship``, ``aircraft`` or ``other``.
        last_news_on: The day of the sinking or of the last news; of an aircraft the planned
            landing.
        at_work: Whether the person was lost at work.
        segment: ``BPU``, ``PU`` or ``CONSTRUCTION``.
        paper: ``court_determination``, ``death_certificate``, ``airline_statement`` or
            ``search_and_rescue_letter``.
        named_on: The day of death the paper names.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for a day of death before the last news, and for a paper without its day.

    >>> answer = missing_person("ship", date(2026, 5, 4), at_work=True)
    >>> answer.outcome, answer.petition_from, answer.claim_until
    (<Outcome.CANNOT_DECIDE: 'cannot_decide'>, datetime.date(2027, 5, 4), datetime.date(2031, 5, 4))

    """
    law = applied(law)
    kind = checked_code(Disappearance, how, "how")
    day = judged_day(last_news_on, law, "last_news_on")
    lost_at_work = checked_flag(at_work, "at_work")
    of_segment = checked_code(Segment, segment, "segment")
    proof = code_or_none(MissingPaper, paper, "paper")
    named = None if named_on is None else plausible_day(named_on, "named_on")
    _check_paper(proof, named, day)
    event_on = _event_on(proof, named, day, lost_at_work, law)
    waiting = _waiting(kind, day, law)
    claim = _of_claim(event_on.value, day, lost_at_work, of_segment, law)
    answer = MissingPerson(
        title=Text("missing_person.title", {"day": day}),
        outcome=Outcome.YES,
        law=law,
        facts={"how": kind, "last_news_on": day, "at_work": lost_at_work, "segment": of_segment},
        findings=(event_on, waiting, *claim),
        notes=(*beyond_knowledge(law, day), *_notes(kind, day, waiting, claim, law)),
    )
    if event_on.value is None:
        return settled(undecided(answer, (MissingFact("missing.named_on"),)))
    return settled(answer)


def _check_paper(paper: MissingPaper | None, named: date | None, day: date) -> None:
    """Refuse a day without its paper, and one before the last news."""
    if named is not None and paper is None:
        allowed = "the day a paper names"
        raise InputError("named_on", named.isoformat(), allowed, "state the paper too")
    if named is not None and named < day:
        allowed = f"not before last_news_on ({day})"
        raise InputError("named_on", named.isoformat(), allowed, "check both days")


def _event_on(
    paper: MissingPaper | None, named: date | None, day: date, at_work: bool, law: Law
) -> Finding:
    """The day of the event: the one the paper names (decision D75)."""
    recorded = law.get("missing.court_determination", day)
    grounds = law.cite("no_rule_on_missing_persons", recorded)
    of_search = paper is MissingPaper.SEARCH_AND_RESCUE
    # As BPJS once paid: on the letter of search and rescue, from the day of the sinking.
    if of_search and at_work and law.chose("D75", "search_and_rescue_letter"):
        return Finding(code="event_on", value=day, grounds=grounds)
    if named is None or of_search:
        need = MissingFact("missing.named_on")
        return untold_finding("event_on", (need, *grounds))
    return Finding(code="event_on", value=named, grounds=grounds)


def _waiting(kind: Disappearance, day: date, law: Law) -> Finding:
    """From when death is assumed, or a court may be asked to find it."""
    if kind is Disappearance.AIRCRAFT:
        months = law.get("missing.aircraft_months", day)
        return _from("counts_as_dead_from", add_months(day, months.number), months, law)
    name = "missing.general_years"
    if kind is Disappearance.SHIP:
        name = "missing.ship_years"
    years = law.get(name, day)
    return _from("petition_from", add_years(day, years.number), years, law)


def _from(code: str, day: date, rule: Provision, law: Law) -> Finding:
    return Finding(code=code, value=day, grounds=law.cite(rule))


def _of_claim(
    event_on: object, day: date, at_work: bool, segment: Segment, law: Law
) -> tuple[Finding, ...]:
    """The report and the last day of the claim, which do not wait for the paper."""
    cause = Cause.WORK_ACCIDENT if at_work else Cause.OTHER
    event = event_on if isinstance(event_on, date) else day
    timeline = claim_timeline(cause, event, segment=segment, law=law)
    return tuple(found for found in timeline.findings if found.code in _OF_THE_CLAIM)


def _notes(
    kind: Disappearance, day: date, waiting: Finding, claim: tuple[Finding, ...], law: Law
) -> list[Note]:
    """Which paper, and that the years of the claim run meanwhile."""
    papers = law.cite("no_rule_on_missing_persons")
    code = "note.missing_court"
    if kind is Disappearance.AIRCRAFT:
        code = "note.missing_airline"
    notes = [remark(code, papers)]
    # Without the report there is no death certificate.
    days = law.get("death.report_to_registry_days", day)
    notes.append(remark("note.death_to_registry", law.cite(days), {"days": days.number}))
    last_days = [found.value for found in claim if found.code == "claim_until"]
    waits_until = waiting.value
    for last_day in last_days:
        if not isinstance(last_day, date) or not isinstance(waits_until, date):
            continue
        if waits_until >= last_day:
            notes.append(warning("note.missing_claim_ends", waiting.grounds))
    return notes
