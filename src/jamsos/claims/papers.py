"""The papers of a claim: what the law names and what is asked for in practice, told apart."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from attrs import evolve, frozen

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.claims.case import checked_segment
from jamsos.claims.codes import Claimant, ClaimKind
from jamsos.coverage.cover import priced_day
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.values.money import checked_rupiah
from jamsos.workers.codes import Segment

BY_LAW = "required_by_law"
IN_PRACTICE = "asked_in_practice"


@frozen(kw_only=True)
class Circumstances:
    """The facts some papers depend on; None is not known."""

    contracted_facility: bool | None = None
    traffic_accident: bool | None = None
    amount: int | None = None
    claimant: Claimant | None = None
    on_leave: bool | None = None
    lost_at_sea: bool | None = None


class Depends(NamedTuple):
    """A paper that is asked for under a condition: the fact, what it must be, and the condition in words."""

    fact: str
    must_be: object
    note: Text


_CONDITIONAL: Mapping[str, Depends] = {
    "treatment_receipts": Depends("contracted_facility", must_be=False, note=Text("note.if_not_contracted")),
    "police_report": Depends("traffic_accident", must_be=True, note=Text("note.if_traffic")),
    "marriage_book": Depends("claimant", must_be=Claimant.SPOUSE, note=Text("note.if_spouse")),
    "will": Depends("claimant", must_be=Claimant.BY_WILL, note=Text("note.if_will")),
    "notarial_will": Depends("claimant", must_be=Claimant.BY_WILL, note=Text("note.if_will")),
    "court_determination": Depends("claimant", must_be=Claimant.OUTSIDE_LIST, note=Text("note.if_outside_list")),
    "leave_letter": Depends("on_leave", must_be=True, note=Text("note.if_on_leave")),
    "embassy_letter": Depends("lost_at_sea", must_be=True, note=Text("note.if_lost_at_sea")),
}
_NPWP = "npwp"
_JKK = ("papers.jkk", "papers.jkk_uncontracted_facility", "papers.jkk_administrative")
_JKK_PRACTICE = ("papers.jkk_bpu_practice", "papers.jkk_traffic_practice", "papers.npwp_practice")
_JKM_PRACTICE = ("papers.jkm_practice", "papers.spouse_practice")
_LISTS: Mapping[tuple[ClaimKind, Segment], tuple[tuple[str, ...], tuple[str, ...]]] = {
    (ClaimKind.JKK, Segment.PU): (_JKK, ()),
    (ClaimKind.JKK, Segment.BPU): (_JKK, _JKK_PRACTICE),
    (ClaimKind.STMB, Segment.PU): (_JKK, ("papers.stmb_pu_practice",)),
    (ClaimKind.STMB, Segment.BPU): (_JKK, _JKK_PRACTICE),
    (ClaimKind.JKM, Segment.PU): (("papers.jkm",), _JKM_PRACTICE),
    (ClaimKind.JKM, Segment.BPU): (("papers.jkm",), _JKM_PRACTICE),
    (ClaimKind.JKM, Segment.CONSTRUCTION): (("papers.jkm",), ()),
    (ClaimKind.JKM, Segment.MIGRANT): (("papers.migrant_jkm",), ()),
    (ClaimKind.SCHOLARSHIP, Segment.PU): ((), ("papers.scholarship_practice",)),
    (ClaimKind.SCHOLARSHIP, Segment.BPU): ((), ("papers.scholarship_practice",)),
    (ClaimKind.SCHOLARSHIP, Segment.CONSTRUCTION): ((), ("papers.scholarship_practice",)),
}
"""The lists that were read, by law and in practice; nothing is said of the others."""


def claim_papers(
    kind: ClaimKind | str,
    segment: Segment | str,
    on: date,
    *,
    contracted_facility: bool | None = None,
    traffic_accident: bool | None = None,
    amount: int | None = None,
    claimant: Claimant | str | None = None,
    on_leave: bool | None = None,
    lost_at_sea: bool | None = None,
    law: Law | None = None,
) -> Answer:
    """The papers of a claim: a finding ``paper_...`` each, ``required_by_law`` or ``asked_in_practice``.

    A paper that depends on a fact nobody stated has no value; its note says on what it depends.

    Legal source: PP 44/2015 Pasal 37, 40, 43, 44; Permenaker 1/2025 Pasal 19, 79; Permenaker 4/2023
    Pasal 57; statements of BPJS Ketenagakerjaan.

    Args:
        kind: ``jkk``, ``stmb``, ``jkm`` or ``scholarship``.
        segment: ``PU``, ``BPU``, ``CONSTRUCTION`` (``jkm``, ``scholarship``) or ``MIGRANT`` (``jkm``).
        on: The day of the event.
        contracted_facility: JKK: whether the health facility is contracted with BPJS.
        traffic_accident: JKK of a BPU: whether it was a traffic accident.
        amount: JKK of a BPU: the benefit in whole rupiah.
        claimant: JKM: ``spouse``, ``other_heir``, ``by_will`` or ``outside_list``.
        on_leave: JKM of a migrant worker: whether the death was on leave.
        lost_at_sea: JKM of a migrant worker: whether the worker was lost at sea.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015, or before the papers are known.
        InputError: for a kind and segment whose papers were not read, and facts they do not depend on.

    >>> papers = claim_papers("jkm", "CONSTRUCTION", date(2025, 2, 24), claimant="spouse")
    >>> [found.code for found in papers.findings]
    ['paper_application', 'paper_death_certificate', 'paper_heirs_letter', 'paper_project_number']

    """
    law, kind, segment = applied(law), ClaimKind(kind), Segment(segment)
    on = priced_day(on, law, "on")
    facts = Circumstances(
        contracted_facility=contracted_facility,
        traffic_accident=traffic_accident,
        amount=amount,
        claimant=None if claimant is None else Claimant(claimant),
        on_leave=on_leave,
        lost_at_sea=lost_at_sea,
    )
    asked = _asked(kind, segment, on, law)
    _check_facts(facts, {_fact_of(code) for code, _, _ in asked})
    found: dict[str, Finding] = {}
    for code, status, grounds in asked:
        _add(found, code, _finding(code, status, grounds, facts, on, law))
    again = _again(on, law) if (kind, segment) == (ClaimKind.STMB, Segment.PU) else ()
    return settled(
        Answer(
            question="claim_papers",
            title=Text("claim_papers.title", {"kind": Text(f"claim.{kind}"), "segment": Text(f"segment.{segment}")}),
            outcome=Outcome.YES,
            law=law,
            facts={"kind": kind, "segment": segment, "on": on},
            findings=(*found.values(), *again),
            notes=(*beyond_knowledge(law, on), *_notes(kind, segment, asked, on, law)),
        )
    )


_Asked = list[tuple[str, str, tuple[Ground, ...]]]


def _asked(kind: ClaimKind, segment: Segment, on: date, law: Law) -> _Asked:
    """Every paper with its status and grounds, the law's first."""
    checked_segment(segment)
    if (kind, segment) not in _LISTS:
        allowed = [str(known) for listed, known in _LISTS if listed is kind]
        raise InputError("segment", str(segment), f"for {kind}: one of {allowed}", "the papers of others were not read")
    by_law, practice = _LISTS[kind, segment]
    rules = [(law.get(name, on), BY_LAW) for name in by_law] + [(law.get(name, on), IN_PRACTICE) for name in practice]
    special = law.find("papers.jkm_construction", on)
    if segment is Segment.CONSTRUCTION and kind is ClaimKind.JKM and special is not None:
        rules = [(special, BY_LAW)]
    found: _Asked = [(code, status, law.cite(rule)) for rule, status in rules for code in rule.words]
    return [*found, *_of_claimant(segment, on, law)] if kind is ClaimKind.JKM else found


def _of_claimant(segment: Segment, on: date, law: Law) -> _Asked:
    """The will, and the court determination for an heir outside the list (decision D52)."""
    everywhere = segment is Segment.CONSTRUCTION or not law.chose("D52", "construction_only")
    notarial = law.find("heirs.notarial_will_only", on) if everywhere else None
    court = law.find("papers.court_determination", on) if everywhere else None
    will = law.get("papers.will", on)
    found: _Asked = [(code, BY_LAW, law.cite(will)) for code in will.words]
    if notarial is not None:
        found = [("notarial_will", BY_LAW, law.cite(notarial))]
    return found if court is None else [*found, *((code, BY_LAW, law.cite(court)) for code in court.words)]


def _fact_of(code: str) -> str:
    """The fact a paper depends on; nothing for a paper that is always asked for."""
    if code == _NPWP:
        return "amount"
    return _CONDITIONAL[code].fact if code in _CONDITIONAL else ""


def _check_facts(facts: Circumstances, used: set[str]) -> None:
    """Refuse facts of the wrong kind, and facts no paper of this claim depends on."""
    if facts.amount is not None:
        checked_rupiah(facts.amount, "amount")
    for name in ("contracted_facility", "traffic_accident", "amount", "claimant", "on_leave", "lost_at_sea"):
        given = getattr(facts, name)
        if given is None:
            continue
        if name not in used:
            allowed = f"one of {sorted(used - {''})}"
            raise InputError(name, str(given), allowed, "leave it out: no paper depends on it here")
        if name not in {"amount", "claimant"} and not isinstance(given, bool):
            raise InputError(name, given, "True, False or None", "say whether it is so")


def _finding(
    code: str, status: str, grounds: tuple[Ground, ...], facts: Circumstances, on: date, law: Law
) -> Finding | None:
    """One paper; None where its condition does not hold."""
    name, fact = f"paper_{code}", _fact_of(code)
    always = Finding(code=name, value=status, unit="code", grounds=grounds)
    if not fact:
        return always
    limit = law.get("papers.npwp_above", on)
    if code == _NPWP:
        always = evolve(always, grounds=(*grounds, *law.cite(limit)))
    given = getattr(facts, fact)
    if given is None:
        note = Text("note.if_above_npwp", {"limit": limit.number}) if code == _NPWP else _CONDITIONAL[code].note
        return Finding(code=name, value=None, grounds=(MissingFact(f"claim.{fact}"), *always.grounds), note=note)
    holds = given > limit.number if code == _NPWP else given == _CONDITIONAL[code].must_be
    return always if holds else None


def _add(found: dict[str, Finding], code: str, paper: Finding | None) -> None:
    """Add a paper; one asked for by law and in practice stays the law's, with both grounds."""
    if paper is not None:
        known = found.get(code)
        found[code] = paper if known is None else evolve(known, grounds=(*known.grounds, *paper.grounds))


def _again(on: date, law: Law) -> tuple[Finding, ...]:
    """A wage earner's STMB may be claimed again every so many months while treatment lasts."""
    every = law.get("jkk.stmb_claim_months", on)
    return (Finding(code="claim_again_months", value=every.number, grounds=law.cite(every)),)


def _notes(kind: ClaimKind, segment: Segment, asked: _Asked, on: date, law: Law) -> tuple[Note, ...]:
    notes: list[Note] = []
    if kind in {ClaimKind.JKK, ClaimKind.STMB}:
        claim, technical = law.get("report.stage2_is_claim", on), law.get("papers.jkk_technical", on)
        notes.append(Note(text=Text("note.with_stage2"), grounds=law.cite(claim)))
        notes.append(Note(text=Text("note.technical_conditions"), grounds=law.cite(technical)))
    practice = [ground for _, status, grounds in asked if status == IN_PRACTICE for ground in grounds]
    if practice:
        told = tuple(dict.fromkeys(practice))
        notes.append(Note(text=Text("note.papers_in_practice"), grounds=told, warning=True))
    inferred = [grounds for code, _, grounds in asked if code in {"notarial_will", "court_determination"}]
    if inferred and segment is not Segment.CONSTRUCTION:
        grounds = tuple(dict.fromkeys(ground for some in inferred for ground in some))
        notes.append(Note(text=Text("note.notarial_by_inference"), grounds=grounds, warning=True))
    return tuple(notes)
