"""The answer to a death with its lines: who takes, which programme, the scholarship."""

from datetime import date

from attrs import evolve

from jamsos.answers.parts import Findings, Lines, Note, Outcome
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.employed import scholarship_notes
from jamsos.benefits.family.case import Case, Paying
from jamsos.benefits.family.findings import scholarship_findings, who_takes
from jamsos.benefits.results.death import DeathBenefit
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import PaidBy
from jamsos.workers.codes import PU, Programme

PROGRAMME = "note.programme"
"""The remark on which programme answers."""


def finished(
    case: Case,
    frame: DeathBenefit,
    lines: Lines,
    notes: list[Note],
    paying: list[Paying],
    of_cash: Findings = (),
) -> DeathBenefit:
    """Add who takes, that the programmes exclude each other, and the scholarship."""
    law = case.law
    event = case.event or case.died_on
    programme = _programme_note(case, event)
    all_notes = [*frame.notes, programme, *notes]
    if not lines:
        return evolve(frame, outcome=Outcome.NO, notes=tuple(all_notes))
    heirs_finding = who_takes(case.heirs, case.family, law, lines)
    scholarship = scholarship_findings(case, paying)
    # Who pays a scholarship matters only where there is a right to one.
    if not _is_barred(scholarship):
        payers = _payers(case, paying)
        all_notes += scholarship_notes(payers, law, event)
    all_notes += case.heirs.notes
    return evolve(
        frame,
        outcome=Outcome.YES,
        lines=lines,
        notes=tuple(all_notes),
        findings=(*of_cash, *heirs_finding, *scholarship),
    )


def _programme_note(case: Case, event: date) -> Note:
    """Which programme answers, and that the two exclude each other."""
    args: dict[str, Arg] = {
        "programme": str(case.programme),
        "cause": Text(f"cause.{case.cause}"),
    }
    exclusive = case.law.get("programmes.exclude_each_other", event)
    grounds = case.law.cite(exclusive, "D01")
    text = Text(PROGRAMME, args)
    return Note(text=text, grounds=grounds)


def _is_barred(scholarship: Findings) -> bool:
    """Whether there is no right to a scholarship, which the first finding says."""
    return scholarship[0].value == Right.NONE


def _payers(case: Case, paying: list[Paying]) -> list[PaidBy]:
    """Who owes the benefits of the programme of a wage earner, registration by registration."""
    employers = [due for member, due in paying if member.segment is PU]
    if case.programme is Programme.JKK:
        return [due.jkk_payer for due in employers]
    return [due.jkm_payer for due in employers]
