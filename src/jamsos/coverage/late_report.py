"""Whom a late report of an accident burdens (Permenaker 1/2025 Pasal 8 ayat (2a) to (2c))."""

from datetime import date

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.workers.codes import CONSTRUCTION, PU, Segment


def late_report_rule(segment: Segment, day: date, law: Law) -> Provision | None:
    """The rule that an employer who reports late bears the benefit; None: nobody does.

    Pasal 74 carries it to construction; a BPU has no employer whom it could burden. Who bears the
    benefit is a right: the day is that of the event (D01, D74).

    >>> from jamsos.law import current
    >>> late_report_rule(PU, date(2025, 2, 23), current()) is None
    True
    """
    if segment not in {PU, CONSTRUCTION}:
        return None
    return law.find("report.late_employer_bears", day)


def burdens_from_suspicion(law: Law) -> bool:
    """Whether the late report of a mere suspicion burdens the employer too.

    Ayat (2a) names the report of ayat (2), not that of a suspicion: only an alternative of
    decision D86 says so.
    """
    return law.chose("D86", "from_the_suspicion")
