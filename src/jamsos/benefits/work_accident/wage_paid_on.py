"""The wage an employer pays on during incapacity, and to whom STMB then goes (Pasal 51)."""

from fractions import Fraction

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Line
from jamsos.answers.texts import NOT_TOLD
from jamsos.law.law import Law
from jamsos.values.money import Rupiah, exact
from jamsos.workers.work_accident import WorkAccident


def stmb_findings(stmb: list[Line], accident: WorkAccident, law: Law) -> list[Finding]:
    """How STMB is divided between employer and worker, and how often it may be claimed.

    All spells are taken together.
    """
    pays_first = law.get("employer.pays_first", accident.on)
    wage_goes_on = law.get("employer.wage_goes_on", accident.on)
    grounds = law.cite(pays_first, wage_goes_on)
    interval = law.get("jkk.stmb_claim_months", accident.on)
    every = law.cite(interval)
    findings = _parts(stmb, accident.wage_paid, grounds)
    again = Finding(code="stmb_claim_months", value=interval.number, grounds=every)
    findings.append(again)
    return findings


def _parts(stmb: list[Line], wage_paid: int | None, grounds: Grounds) -> list[Finding]:
    """The part of the employer, where BPJS pays STMB, and that of the worker."""
    to_employer = None
    to_worker = None
    # The employer is refunded by BPJS alone, never by what it owes the worker.
    from_bpjs = _sum([line for line in stmb if line.payer is None])
    if wage_paid is not None:
        to_employer = stmb_to_employer(from_bpjs, wage_paid)
        to_worker = stmb_to_worker(_sum(stmb), wage_paid)
    worker = _part("stmb_to_worker", to_worker, grounds)
    if not from_bpjs:
        return [worker]
    return [_part("stmb_to_employer", to_employer, grounds), worker]


def stmb_to_employer(stmb: Rupiah, wage_paid: Rupiah) -> Rupiah:
    """The part of STMB that refunds the wage paid on, in rupiah (Pasal 51).

    >>> stmb_to_employer(3_000_000, wage_paid=2_500_000)
    2500000
    """
    return min(stmb, wage_paid)


def stmb_to_worker(stmb: Rupiah, wage_paid: Rupiah) -> Rupiah:
    """The part of STMB above the wage paid on, in rupiah (Pasal 51).

    Where STMB is below the wage, the worker owes nothing.

    >>> stmb_to_worker(3_000_000, wage_paid=2_500_000)
    500000
    """
    return max(stmb - wage_paid, 0)


def _part(code: str, value: Rupiah | None, grounds: Grounds) -> Finding:
    """A part of STMB; without a value where nobody stated the wage paid on."""
    if value is None:
        missing = (MissingFact("accident.wage_paid"), *grounds)
        return Finding(code=code, value=None, unit="rupiah", grounds=missing, note=NOT_TOLD)
    return Finding(code=code, value=value, unit="rupiah", grounds=grounds)


def _sum(lines: list[Line]) -> Rupiah:
    total = Fraction(0)
    for line in lines:
        total += line.amount
    return exact(total)
