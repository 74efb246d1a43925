"""One death: its facts, the programme that answers, the event day."""

from datetime import date

from attrs import field, frozen

from jamsos.benefits.family.heirs import Succession
from jamsos.coverage.rights import Rights
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.values.days import WorkingDay
from jamsos.workers.codes import Cause, Programme
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.sudden_death import SuddenDeath
from jamsos.workers.worker import Worker

Paying = tuple[Participation, Rights]
"""A registration, and what it has a right to."""


@frozen(kw_only=True, eq=False, repr=False)
class Case:
    """The facts of one death, and who takes."""

    worker: Worker
    participations: tuple[Participation, ...]
    family: Family | None
    died_on: date
    accident_on: date | None
    """The day of the accident or of the diagnosis; its law governs JKK (D01)."""
    cause: Cause
    accident_at: int | None
    for_children: tuple[int, ...] | None
    disability_paid: int | None
    """What was paid for a disability of the same accident (D39); None: not known."""
    sudden_death: SuddenDeath | None
    """The hours of a sudden death at work; None: it was no such death."""
    reported_late: bool | None
    """Whether the employer's stage I report was late; None: not known."""
    reported_as_suspected: bool | None
    """Whether that report was one of a suspicion only (D86); None: not known."""
    scheme: Scheme | None
    calendar: WorkingDay
    law: Law
    heirs: Succession = field()

    @property
    def programme(self) -> Programme:
        """JKK for a death from work, JKM for any other."""
        return Programme.JKM if self.cause is Cause.OTHER else Programme.JKK

    @property
    def event(self) -> date | None:
        """The day whose law and cover count (decision D01)."""
        return self.died_on if self.programme is Programme.JKM else self.accident_on
