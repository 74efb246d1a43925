"""One death: its facts, the programme that answers, the event day."""

from datetime import date

from attrs import field, frozen

from jamsos.benefits.heirs import Heirs
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.values.days import WorkingDay
from jamsos.workers.codes import Cause, Programme
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


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
    scheme: Scheme | None
    calendar: WorkingDay
    law: Law
    heirs: Heirs = field()

    @property
    def programme(self) -> Programme:
        """JKK for a death from work, JKM for any other."""
        return Programme.JKM if self.cause is Cause.OTHER else Programme.JKK

    @property
    def event(self) -> date | None:
        """The day whose law and cover count (decision D01)."""
        return self.died_on if self.programme is Programme.JKM else self.accident_on
