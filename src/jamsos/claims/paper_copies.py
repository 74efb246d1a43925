"""Of which papers of a claim a copy or an electronic document is enough.

Legal source: Permenaker 5/2021 and 1/2025 Pasal 19, 22, 30, 58, 62, 104.
"""

from collections.abc import Iterable, Mapping

from jamsos.answers.parts import Finding, Notes, remark
from jamsos.answers.texts import Text, itemised
from jamsos.claims.codes import ClaimKind
from jamsos.claims.paper_lists import Request
from jamsos.law.steps import StepRule
from jamsos.workers.codes import Segment

COPIES: Mapping[tuple[ClaimKind, Segment], str] = {
    (ClaimKind.JKK, Segment.PU): "papers.copies_jkk_pu",
    (ClaimKind.JKK, Segment.BPU): "papers.copies_jkk_bpu",
    (ClaimKind.STMB, Segment.PU): "papers.copies_jkk_pu",
    (ClaimKind.STMB, Segment.BPU): "papers.copies_jkk_bpu",
    (ClaimKind.JKM, Segment.PU): "papers.copies_jkm_pu",
    (ClaimKind.JKM, Segment.BPU): "papers.copies_jkm_bpu",
    (ClaimKind.SCHOLARSHIP, Segment.PU): "papers.copies_scholarship",
    (ClaimKind.SCHOLARSHIP, Segment.BPU): "papers.copies_scholarship",
    (ClaimKind.SCHOLARSHIP, Segment.CONSTRUCTION): "papers.copies_scholarship",
    (ClaimKind.TRAINING, Segment.PU): "papers.copies_scholarship",
    (ClaimKind.TRAINING, Segment.BPU): "papers.copies_scholarship",
    (ClaimKind.TRAINING, Segment.CONSTRUCTION): "papers.copies_scholarship",
}
"""Of which papers a copy is enough; no article says so of a project or of migrant workers."""


def copies_allowed(request: Request) -> StepRule | None:
    """Of which papers a copy or an electronic document is enough; None: no article says so."""
    if not request.registered:
        # Pasal 30 ayat (2): of all the papers of ayat (1).
        return request.rule("papers.jkm_unregistered")
    name = COPIES.get((request.kind, request.segment))
    return None if name is None else request.find(name)


def copied(findings: Iterable[Finding], copies: StepRule | None) -> tuple[str, ...]:
    """The papers of this claim of which a copy is enough."""
    if copies is None:
        return ()
    asked_for = [found.code.removeprefix("paper_") for found in findings]
    return tuple(code for code in asked_for if code in copies.rule.words)


def copies_note(findings: Iterable[Finding], copies: StepRule | None) -> Notes:
    """The remark that names these papers."""
    codes = copied(findings, copies)
    if copies is None or not codes:
        return ()
    papers = itemised([Text(f"finding.paper_{code}") for code in codes])
    return (remark("note.copies_allowed", copies.grounds, {"papers": papers}),)
