"""The answer about the papers of a claim, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import evolve, field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import Needs, needs_among
from jamsos.answers.parts import Finding
from jamsos.answers.texts import NOT_TOLD, Arg, Text, itemised
from jamsos.claims.codes import (
    ClaimKind,
    Requirement,
)
from jamsos.workers.codes import Segment

ClaimPapersFinding: TypeAlias = Literal[
    "claim_again_months",
    "paper_account",
    "paper_application",
    "paper_attendance_list",
    "paper_bank_book",
    "paper_birth_certificate",
    "paper_card",
    "paper_child_account",
    "paper_child_id",
    "paper_child_own_account",
    "paper_chronology",
    "paper_claim_form",
    "paper_court_determination",
    "paper_death_certificate",
    "paper_death_letter",
    "paper_doctor_form_kk3",
    "paper_doctor_letter",
    "paper_doctor_note",
    "paper_earlier_training_certificate",
    "paper_embassy_letter",
    "paper_family_card",
    "paper_first_aid_receipts",
    "paper_form_kk1",
    "paper_form_kk2",
    "paper_guardian_id",
    "paper_heir_id",
    "paper_heirs_letter",
    "paper_id_or_passport",
    "paper_ids_of_both",
    "paper_ktp",
    "paper_last_payment_proof",
    "paper_leave_letter",
    "paper_marriage_book",
    "paper_migrant_death_letter",
    "paper_notarial_will",
    "paper_npwp",
    "paper_other_papers",
    "paper_pay_slip",
    "paper_police_report",
    "paper_project_form",
    "paper_project_number",
    "paper_report_card",
    "paper_secondary_diploma",
    "paper_stage1_form",
    "paper_stage2_form",
    "paper_study_letter",
    "paper_training_letter",
    "paper_transport_receipts",
    "paper_treatment_receipts",
    "paper_treatment_receipts_no_facility",
    "paper_wage_or_stmb_proof",
    "paper_will",
    "paper_witness_ids",
]

_PAPER = "paper_"
"""What the findings that stand for papers begin with."""


@frozen(kw_only=True)
class ClaimPaper:
    """One paper of a claim (*berkas*)."""

    code: str
    """Which paper, for example ``death_certificate``."""
    requirement: Requirement | None
    """Who asks for it; None: a fact nobody stated decides whether it is needed."""
    condition: Text | None = None
    """On what it depends, where that is not known."""
    needs: Needs = ()
    """The fact that decides it, where that is not known."""
    copy_allowed: bool = False
    """Whether the law says that a copy or an electronic document is enough."""

    @property
    def name(self) -> Text:
        """The paper in words."""
        return Text(f"finding.paper_{self.code}")


@frozen(kw_only=True, repr=False)
class ClaimPapers(Answer):
    """Which papers a claim needs."""

    question: ClassVar = "claim_papers"
    fact_types: ClassVar = {
        "kind": ClaimKind,
        "segment": Segment,
        "on": date,
        "applied_on": date,
        "registered": bool,
    }
    finding_codes: ClassVar = frozenset(get_args(ClaimPapersFinding))

    _copies: tuple[str, ...] = field(default=(), alias="copies")
    """The papers of which a copy is enough."""

    @property
    def papers(self) -> tuple[ClaimPaper, ...]:
        """The papers that are, or may be, needed; those a regulation names come first.

        Legal source: PP 44/2015 Pasal 37, 40, 43, 44; Permenaker 5/2021 and 1/2025 Pasal 19, 22,
        30, 58, 62, 75, 79, 104, 114; Permenaker 4/2023 Pasal 57; statements of BPJS
        Ketenagakerjaan.
        """
        papers = [_paper(found) for found in self.findings if found.code.startswith(_PAPER)]
        return tuple(evolve(paper, copy_allowed=paper.code in self._copies) for paper in papers)

    @property
    def claim_again_months(self) -> int | None:
        """After how many months STMB may be claimed again while treatment lasts.

        Legal source: a statement of BPJS Ketenagakerjaan. None: another claim, or one of a BPU.
        """
        return self._found("claim_again_months", int)

    def _plain_sentences(self) -> list[Text]:
        by_law = [paper.name for paper in self._asked_for(Requirement.BY_LAW)]
        in_practice = [paper.name for paper in self._asked_for(Requirement.IN_PRACTICE)]
        uncertain = [_with_condition(paper) for paper in self._asked_for(None)]
        sentences: list[Text] = []
        if by_law:
            sentences.append(Text("brief.claim_papers.by_law", {"papers": itemised(by_law)}))
        if in_practice:
            papers = itemised(in_practice)
            sentences.append(Text("brief.claim_papers.in_practice", {"papers": papers}))
        if uncertain:
            sentences.append(Text("brief.claim_papers.uncertain", {"papers": itemised(uncertain)}))
        months = self.get("claim_again_months")
        if months is not None:
            sentences.append(Text("brief.claim_papers.again", {"months": months}))
        return sentences

    def _asked_for(self, requirement: Requirement | None) -> list[ClaimPaper]:
        return [paper for paper in self.papers if paper.requirement is requirement]


def _paper(finding: Finding) -> ClaimPaper:
    """The paper a finding stands for."""
    code = finding.code.removeprefix(_PAPER)
    if finding.value is None:
        needs = needs_among(finding.grounds)
        return ClaimPaper(code=code, requirement=None, condition=finding.note, needs=needs)
    return ClaimPaper(code=code, requirement=Requirement(str(finding.value)))


def _with_condition(paper: ClaimPaper) -> Text:
    args: dict[str, Arg] = {"paper": paper.name, "condition": paper.condition or NOT_TOLD}
    return Text("brief.claim_papers.paper", args)
