"""The papers of a claim: what the law names and what is asked for in practice, told apart."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from attrs import evolve, fields

from jamsos.answers.deciding import beyond_knowledge, settled
from jamsos.answers.grounds import Grounds, MissingFact, distinct
from jamsos.answers.parts import Finding, Note, Notes, Outcome, code_finding, remark, warning
from jamsos.answers.texts import Arg, Text
from jamsos.claims.case import checked_segment
from jamsos.claims.codes import Claimant, ClaimKind, Requirement
from jamsos.claims.paper_copies import copied, copies_allowed, copies_note
from jamsos.claims.paper_lists import CONDITIONAL, LATER, LISTS, NPWP, Circumstances, Request
from jamsos.claims.paper_proof import proof_notes
from jamsos.claims.paper_results import ClaimPapers
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Provision
from jamsos.law.steps import StepRule
from jamsos.values.days import check_order, plausible_day
from jamsos.values.money import checked_rupiah
from jamsos.workers.closed_list import checked_code, code_or_none
from jamsos.workers.codes import Segment
from jamsos.workers.worker import checked_flag, flag_or_none


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
    contracted_at_place: bool | None = None,
    training_continues: bool | None = None,
    applied_on: date | None = None,
    registered: bool = True,
    law: Law | None = None,
) -> ClaimPapers:
    """The papers of a claim: each is ``required_by_law`` or ``asked_in_practice``.

    A finding ``paper_...`` stands for each paper.

    A paper that depends on a fact nobody stated has no value; its note names the condition.

    Legal source: PP 44/2015 Pasal 37, 40, 43, 44; Permenaker 5/2021 and 1/2025 Pasal 19, 22, 30,
    58, 62, 75, 79, 104, 114; Permenaker 4/2023 Pasal 57; statements of BPJS Ketenagakerjaan. The
    papers follow the law of the day of the claim (D74), a will that of the death (D01).

    Args:
        kind: ``jkk``, ``stmb``, ``jkm``, ``scholarship``, ``training`` or ``employer_refund``
            (``PU``).
        segment: ``PU``, ``BPU``, ``CONSTRUCTION`` or ``MIGRANT`` (``jkm``).
        on: The day of the event.
        contracted_facility: JKK: whether the health facility is contracted with BPJS.
        traffic_accident: JKK of a BPU: whether it was a traffic accident.
        amount: JKK of a BPU: the benefit in whole rupiah.
        claimant: JKM: ``spouse``, ``other_heir``, ``by_will`` or ``outside_list``.
        on_leave: JKM of a migrant worker: whether the death was on leave.
        lost_at_sea: JKM of a migrant worker: whether the worker was lost at sea.
        contracted_at_place: JKK of construction: whether a facility contracted with BPJS was at
            the place.
        training_continues: Training: whether it continues an earlier one.
        applied_on: The day of the claim, whose law counts (D74); by default ``on``.
        registered: JKM of a wage earner: whether the employer had registered the worker. The
            papers of one who was not go to the employer.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015, or before the papers are known.
        InputError: for a kind and segment whose papers were not read, for facts no paper depends
            on, and for a claim before the event.

    >>> papers = claim_papers("jkm", "CONSTRUCTION", date(2025, 2, 24), claimant="spouse")
    >>> [finding.code for finding in papers.findings]
    ['paper_application', 'paper_death_certificate', 'paper_heirs_letter', 'paper_project_number']

    """
    law = applied(law)
    claim = checked_code(ClaimKind, kind, "kind")
    of_segment = checked_code(Segment, segment, "segment")
    day = judged_day(on, law, "on")
    claiming = code_or_none(Claimant, claimant, "claimant")
    circumstances = Circumstances(
        contracted_facility=flag_or_none(contracted_facility, "contracted_facility"),
        traffic_accident=flag_or_none(traffic_accident, "traffic_accident"),
        amount=None if amount is None else checked_rupiah(amount, "amount"),
        claimant=claiming,
        on_leave=flag_or_none(on_leave, "on_leave"),
        lost_at_sea=flag_or_none(lost_at_sea, "lost_at_sea"),
        contracted_at_place=flag_or_none(contracted_at_place, "contracted_at_place"),
        training_continues=flag_or_none(training_continues, "training_continues"),
    )
    claimed_on = day if applied_on is None else plausible_day(applied_on, "applied_on")
    check_order({"on": day, "applied_on": claimed_on})
    request = Request(
        kind=claim,
        segment=of_segment,
        on=day,
        claimed_on=claimed_on,
        registered=_checked_registered(registered, claim, of_segment),
        law=law,
    )
    papers = _papers(request)
    _check_circumstances(circumstances, papers)
    findings = list(_findings(papers, circumstances, request))
    if claim is ClaimKind.STMB and of_segment is Segment.PU:
        again = _claim_again(day, law)
        findings.append(again)
    title: dict[str, Arg] = {
        "kind": Text(f"claim.{claim}"),
        "segment": Text(f"segment.{of_segment}"),
    }
    beyond = beyond_knowledge(law, claimed_on)
    copies = copies_allowed(request)
    notes = (*_notes(request, papers), *proof_notes(request), *_whose(request))
    answer = ClaimPapers(
        title=Text("claim_papers.title", title),
        outcome=Outcome.YES,
        law=law,
        facts=_facts(request, applied_on),
        findings=tuple(findings),
        notes=(*beyond, *notes, *copies_note(findings, copies)),
        copies=copied(findings, copies),
    )
    return settled(answer)


def _checked_registered(registered: bool, kind: ClaimKind, segment: Segment) -> bool:
    """Refuse an employer's omission where no list of papers depends on it."""
    is_registered = checked_flag(registered, "registered")
    if is_registered or (kind is ClaimKind.JKM and segment is Segment.PU):
        return is_registered
    allowed = "True but for JKM of PU"
    step = "leave it out: no list of papers depends on it here"
    raise InputError("registered", is_registered, allowed, step)


def _facts(request: Request, applied_on: date | None) -> dict[str, object]:
    facts: dict[str, object] = {
        "kind": request.kind,
        "segment": request.segment,
        "on": request.on,
    }
    if applied_on is not None:
        facts["applied_on"] = request.claimed_on
    if not request.registered:
        facts["registered"] = False
    return facts


class Paper(NamedTuple):
    """A paper, who asks for it, and where that stands."""

    code: str
    status: Requirement
    grounds: Grounds

    @property
    def fact(self) -> str | None:
        """The fact the paper depends on; None for a paper that is always asked for."""
        if self.code == NPWP:
            return "amount"
        if self.code in CONDITIONAL:
            return CONDITIONAL[self.code].fact
        return None


def _papers(request: Request) -> list[Paper]:
    """Every paper with its status and grounds, the law's first."""
    checked_segment(request.segment)
    if (request.kind, request.segment) not in LISTS:
        segments = [str(other) for listed, other in LISTS if listed is request.kind]
        allowed = f"for {request.kind}: one of {segments}"
        step = "the papers of others were not read"
        raise InputError("segment", str(request.segment), allowed, step)
    if request.kind is not ClaimKind.JKM:
        return _of_lists(request)
    own_list = None
    if request.segment is Segment.CONSTRUCTION:
        # Projects have a list of their own from 1 April 2021; before, that of all.
        own_list = request.find("papers.jkm_construction")
    if not request.registered:
        own_list = request.rule("papers.jkm_unregistered")
    if own_list is None:
        return [*_of_lists(request), *_of_claimant(request)]
    return [*_listed(own_list, Requirement.BY_LAW), *_of_claimant(request)]


def _of_lists(request: Request) -> list[Paper]:
    """The papers of the lists that were read."""
    by_law, in_practice = LISTS[request.kind, request.segment]
    papers: list[Paper] = []
    # The law's first: of a paper in both lists the first status is kept.
    for name in by_law:
        found = request.find(name) if name in LATER else request.rule(name)
        if found is not None:
            papers += _listed(found, Requirement.BY_LAW)
    for name in in_practice:
        papers += _listed(request.rule(name), Requirement.IN_PRACTICE)
    return papers


def _listed(found: StepRule, status: Requirement) -> list[Paper]:
    return [Paper(code, status, found.grounds) for code in found.rule.words]


def _of_claimant(request: Request) -> list[Paper]:
    """The will, and the court determination for an heir outside the list.

    Who takes the benefit is a right, which stays with the day of the death (D01).
    """
    law = request.law
    any_will = law.get("papers.will", request.on)
    papers = _by_law(any_will, law)
    notarial_will = law.find("heirs.notarial_will_only", request.on)
    if notarial_will is not None:
        grounds = law.cite(notarial_will)
        papers = [Paper("notarial_will", Requirement.BY_LAW, grounds)]
    court_determination = law.find("papers.court_determination", request.on)
    if court_determination is not None:
        papers += _by_law(court_determination, law)
    return papers


def _by_law(rule: Provision, law: Law) -> list[Paper]:
    return _listed(StepRule(rule, law.cite(rule)), Requirement.BY_LAW)


def _check_circumstances(circumstances: Circumstances, papers: list[Paper]) -> None:
    """Refuse facts no paper of this claim depends on."""
    facts_of_papers = {paper.fact for paper in papers if paper.fact is not None}
    for attribute in fields(Circumstances):
        name = attribute.name
        value = getattr(circumstances, name)
        if value is None:
            continue
        # Passed over in silence, a stated fact would look as if it had been weighed.
        if name not in facts_of_papers:
            allowed = f"None: papers of this claim depend on {sorted(facts_of_papers) or 'no fact'}"
            step = "leave it out: no paper depends on it here"
            raise InputError(name, str(value), allowed, step)


def _findings(
    papers: list[Paper], circumstances: Circumstances, request: Request
) -> Iterable[Finding]:
    """A finding for each paper that is, or may be, asked for.

    A paper asked for by law and in practice stays the law's, with the grounds of both.
    """
    findings: dict[str, Finding] = {}
    for paper in papers:
        finding = _finding(paper, circumstances, request)
        if finding is None:
            continue
        earlier = findings.get(paper.code)
        if earlier is None:
            findings[paper.code] = finding
        else:
            # The fact it depends on is asked for by law and in practice, and named once.
            grounds = distinct((*earlier.grounds, *finding.grounds))
            findings[paper.code] = evolve(earlier, grounds=grounds)
    return findings.values()


def _finding(paper: Paper, circumstances: Circumstances, request: Request) -> Finding | None:
    """One paper; None where its condition is not met."""
    if paper.code == NPWP:
        return _tax_number(paper, circumstances.amount, request)
    if paper.fact is None:
        return _required(paper)
    condition = CONDITIONAL[paper.code]
    value = getattr(circumstances, paper.fact)
    if value is None:
        return _open(paper, condition.note)
    if value != condition.must_be:
        return None
    return _required(paper)


def _required(paper: Paper) -> Finding:
    code = f"paper_{paper.code}"
    return code_finding(code, paper.status, paper.grounds)


def _open(paper: Paper, condition: Text) -> Finding:
    """A paper whose condition is not known.

    Shown without a value, not left out: a family must not be sent home for want of it.
    """
    code = f"paper_{paper.code}"
    need = MissingFact(f"claim.{paper.fact}")
    grounds = (need, *paper.grounds)
    return Finding(code=code, value=None, grounds=grounds, note=condition)


def _tax_number(paper: Paper, amount: int | None, request: Request) -> Finding | None:
    """The one paper whose condition is a threshold, and it may change by day."""
    above = request.rule("papers.npwp_above")
    threshold = above.rule
    paper = paper._replace(grounds=(*paper.grounds, *above.grounds))
    if amount is None:
        condition = Text("note.if_above_npwp", {"limit": threshold.number})
        return _open(paper, condition)
    if amount <= threshold.number:
        return None
    return _required(paper)


def _claim_again(day: date, law: Law) -> Finding:
    """A wage earner's STMB may be claimed again every so many months while treatment lasts."""
    interval = law.get("jkk.stmb_claim_months", day)
    grounds = law.cite(interval)
    return Finding(code="claim_again_months", value=interval.number, grounds=grounds)


def _notes(request: Request, papers: list[Paper]) -> Notes:
    notes: list[Note] = []
    if request.kind in {ClaimKind.JKK, ClaimKind.STMB}:
        notes += _jkk_notes(request)
    if not request.registered:
        to_employer = request.rule("papers.jkm_unregistered")
        notes.append(remark("note.papers_to_employer", to_employer.grounds))
    if _has_by_law("death_certificate", papers):
        registry = request.rule("death.report_to_registry_days")
        days = {"days": registry.rule.number}
        notes.append(remark("note.death_to_registry", registry.grounds, days))
    in_practice = [paper for paper in papers if paper.status is Requirement.IN_PRACTICE]
    # Practice may change without any text: whoever relies on it is told so.
    if in_practice:
        practice = warning("note.papers_in_practice", _grounds(in_practice))
        notes.append(practice)
    return tuple(notes)


def _has_by_law(code: str, papers: list[Paper]) -> bool:
    return any(paper.code == code and paper.status is Requirement.BY_LAW for paper in papers)


def _whose(request: Request) -> Notes:
    """That no buyer, lender or creditor can take the money (PP 44/2015 Pasal 3)."""
    # Migrant workers have a regulation of their own.
    if request.segment is Segment.MIGRANT:
        return ()
    rule = request.law.get("benefits.not_transferable", request.on)
    return (remark("note.not_transferable", request.law.cite(rule)),)


def _jkk_notes(request: Request) -> list[Note]:
    """When the papers of JKK are handed in, and what else the claim must show."""
    stage2_is_claim = request.rule("report.stage2_is_claim")
    conditions = request.rule("papers.jkk_technical")
    notes = [
        remark("note.with_stage2", stage2_is_claim.grounds),
        remark("note.technical_conditions", conditions.grounds),
    ]
    other_identity = request.find("papers.other_identity")
    if other_identity is not None:
        notes.append(remark("note.other_identity", other_identity.grounds))
    return notes


def _grounds(papers: list[Paper]) -> Grounds:
    return distinct(ground for paper in papers for ground in paper.grounds)
