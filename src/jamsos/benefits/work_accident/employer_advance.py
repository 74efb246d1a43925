"""What an employer advances, gets back and bears after a work accident (Pasal 30, 33, 51, 52)."""

from attrs import evolve

from jamsos.answers.grounds import Grounds
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Findings, Line, Lines, Note, Notes, remark
from jamsos.benefits.work_accident.care import CARE_REFUND, EXAMINATIONS, care_refund_rule
from jamsos.benefits.work_accident.temporary_incapacity import STMB
from jamsos.benefits.work_accident.transport import TRANSPORT_LINES
from jamsos.benefits.work_accident.wage_paid_on import stmb_findings
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Rights
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.workers.codes import BPU, CONSTRUCTION, PU
from jamsos.workers.participation import Participation
from jamsos.workers.work_accident import WorkAccident


def check_employer_facts(member: Participation, accident: WorkAccident) -> None:
    """Refuse facts only an employer can have caused.

    Raises:
        InputError: for a wage paid to somebody who is no wage earner, or a late report of an
            employer nobody has.

    """
    if member.segment is not PU and accident.wage_paid is not None:
        allowed = f"None for {member.segment}"
        step = "leave it out: Pasal 51 speaks of a wage earner's employer"
        raise InputError("WorkAccident.wage_paid", accident.wage_paid, allowed, step)
    if member.segment is not PU and accident.posted_abroad:
        step = "leave it out: Pasal 86 speaks of a wage earner (PU) sent by the employer"
        allowed = f"False for {member.segment}"
        raise InputError("WorkAccident.posted_abroad", True, allowed, step)  # noqa: FBT003
    if member.segment is BPU and accident.examinations_paid != 0:
        step = "leave it out: Pasal 112 speaks of an employer, and says nothing of a BPU"
        name = "WorkAccident.examinations_paid"
        raise InputError(name, accident.examinations_paid, "0 for BPU", step)
    if member.segment is BPU and accident.reported_late is not False:
        step = "leave it out: a BPU has no employer who reports"
        name = "WorkAccident.reported_late"
        raise InputError(name, accident.reported_late, "False for BPU", step)


def payer_findings(member: Participation, due: Rights) -> Findings:
    """The one who owes JKK, care too, where an employer or contractor might."""
    if member.segment is BPU or due.jkk_care is Right.NONE:
        return ()
    payer = str(due.jkk_payer)
    finding = Finding(code="jkk_payer", value=payer, unit="code", grounds=due.jkk_grounds)
    return (finding,)


def refunded(lines: Lines, member: Participation, accident: WorkAccident, law: Law) -> Lines:
    """The lines, with those BPJS refunds to the employer who paid first (Pasal 30 ayat (2), 33)."""
    lines = tuple(_examinations_to_employer(line) for line in lines)
    if not _is_employed(member, accident):
        return lines
    pays_first = law.get("employer.pays_first", accident.on)
    article = law.cite(pays_first)
    return tuple(_with_payee(line, article) for line in lines)


def _examinations_to_employer(line: Line) -> Line:
    """The refund of examinations goes to whoever paid them, after the work had ended too."""
    if line.code != EXAMINATIONS or line.payer is not None:
        return line
    return evolve(line, party=str(Party.EMPLOYER))


def _with_payee(line: Line, pays_first: Grounds) -> Line:
    """The line, to the employer where it is a cost an employer pays first."""
    # Nobody refunds a line that is owed in the place of BPJS.
    if line.payer is not None:
        return line
    party = str(Party.EMPLOYER)
    if line.code in TRANSPORT_LINES:
        return evolve(line, party=party, grounds=(*line.grounds, *pays_first))
    # Pasal 33, which the line of care cites already, sends its refund to whoever paid.
    if line.code == CARE_REFUND:
        return evolve(line, party=party)
    return line


def employer_notes(member: Participation, due: Rights, accident: WorkAccident, law: Law) -> Notes:
    """What an employer must do and may not do (Pasal 30, 33, 51, 52)."""
    if member.segment is CONSTRUCTION:
        return _project_notes(accident, law)
    if not _is_employed(member, accident):
        return _stmb_of_bpu(member, accident, law)
    notes: list[Note] = []
    # An employer who owes the benefits advances nothing for BPJS.
    if due.jkk_payer is PaidBy.BPJS and _has_advances(accident):
        pays_first = law.get("employer.pays_first", accident.on)
        care = care_refund_rule(accident, law)
        advanced = remark(
            "note.advanced_by_employer", law.cite(pays_first, care, *_claimed_back(accident, law))
        )
        notes.append(advanced)
    if accident.unable:
        goes_on = law.get("employer.wage_goes_on", accident.on)
        wage_goes_on = remark("note.wage_goes_on", law.cite(goes_on))
        notes.append(wage_goes_on)
    # Pasal 52 holds for every accident, with or without days of incapacity.
    dismissal = law.get("employer.no_dismissal", accident.on)
    no_dismissal = remark("note.no_dismissal", law.cite(dismissal))
    notes.append(no_dismissal)
    return tuple(notes)


def employer_findings(
    lines: Lines, member: Participation, accident: WorkAccident, law: Law
) -> Findings:
    """How STMB and the wage paid on are set off, and the care the employer bears for good."""
    if not _is_employed(member, accident):
        return ()
    findings: list[Finding] = []
    stmb = [line for line in lines if line.code == STMB]
    if stmb:
        findings += stmb_findings(stmb, accident, law)
    if any(line.code == CARE_REFUND for line in lines):
        findings += _care_excess_findings(accident, law)
    return tuple(findings)


def _care_excess_findings(accident: WorkAccident, law: Law) -> list[Finding]:
    paid = accident.care_paid or 0
    standard = accident.care_standard or 0
    excess = care_excess(paid, standard)
    # The rule is cited only where there is something to bear.
    if not excess:
        return []
    rule = care_refund_rule(accident, law)
    grounds = law.cite(rule)
    finding = Finding(code="care_excess", value=excess, unit="rupiah", grounds=grounds)
    return [finding]


def care_excess(paid: int, standard: int) -> int:
    """The care paid above the highest local standard, in rupiah, which nobody refunds (Pasal 33).

    >>> care_excess(4_000_000, standard=3_000_000)
    1000000
    """
    return max(paid - standard, 0)


def _is_employed(member: Participation, accident: WorkAccident) -> bool:
    """Whether the worker was still employed there; otherwise no employer advances a benefit."""
    if member.segment is not PU:
        return False
    left_on = member.left_on
    return left_on is None or left_on > accident.on


def _has_advances(accident: WorkAccident) -> bool:
    """Whether there is anything an employer pays first: transport, STMB, care."""
    transport = (accident.land, accident.sea, accident.air)
    return any(transport) or bool(accident.unable) or bool(accident.care_paid)


def _claimed_back(accident: WorkAccident, law: Law) -> list[Provision]:
    """The rule by which advances are claimed back with the stage II report (Pasal 114)."""
    rule = law.find("employer.refund_with_stage2", accident.on)
    if rule is None:
        return []
    return [rule]


def _stmb_of_bpu(member: Participation, accident: WorkAccident, law: Law) -> Notes:
    """The note that a BPU may be paid STMB every month (Pasal 113 ayat (3))."""
    rule = law.find("jkk.stmb_bpu_monthly", accident.on)
    if member.segment is not BPU or not accident.unable or rule is None:
        return ()
    note = remark("note.stmb_monthly", law.cite(rule))
    return (note,)


def _project_notes(accident: WorkAccident, law: Law) -> Notes:
    """The contractor pays first as an employer does; before 2 December 2019 no text was read."""
    if not _has_advances(accident):
        return ()
    alike = law.find("jkk.same_for_project_workers", accident.on)
    if alike is not None:
        grounds = law.cite(alike, *_claimed_back(accident, law))
        advanced = remark("note.advanced_by_employer", grounds)
        return (advanced,)
    absence = law.cite("no_project_advance_rule")
    note = remark("note.project_advance", absence)
    return (note,)
