"""The benefit base (W) of a participant: what the shares of JKK are taken of."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.premiums.rows import choose_row
from jamsos.values.money import Rupiah, quotient
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class BenefitBase(NamedTuple):
    """The base as whole rupiah over months, so that an average stays exact; or what is missing for it."""

    amount: int
    grounds: tuple[Ground, ...]
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()
    months: int = 1
    reported: Rupiah | None = None
    """The wage BPJS knows, where the employer reported less."""

    @property
    def monthly(self) -> Rupiah:
        """The base of one month."""
        return self.amount if self.months == 1 else quotient(self.amount, self.months)

    def of(self, wage: Rupiah) -> "BenefitBase":
        """The same base of another monthly wage."""
        return self._replace(amount=wage.numerator, months=wage.denominator)


def benefit_base(worker: Worker, member: Participation, scheme: Scheme | None, law: Law, event: date) -> BenefitBase:
    """The base of a BPU: of the row paid at the event, or the declared income (decision D34)."""
    if worker.second_income is not None:
        return BenefitBase(amount=0, grounds=(), needs=(law.readings["D09"],))
    terms = scheme.terms_on(event) if scheme and member.row is None else None
    chosen = choose_row(worker, member.row, terms, law, event)
    declared = worker.income if law.chose("D34", "declared_income") else None
    if chosen.row is None and declared is None:
        return BenefitBase(amount=0, grounds=chosen.grounds, needs=chosen.needs)
    amount = declared if declared is not None else (chosen.row.base_income if chosen.row else 0)
    return BenefitBase(amount=amount, grounds=(*chosen.grounds, *law.cite("D34")), notes=chosen.notes)
