"""Questions about one participant without wage: joining, premiums, cover."""

from datetime import date
from typing import Any, TypeAlias

from jamsos.answers.answer import Answer
from jamsos.coverage.cover import cover_on
from jamsos.coverage.keeping import keeping_cover
from jamsos.door.asking import Question, Schemes, scheme_named
from jamsos.eligibility.enrol import may_enrol
from jamsos.premiums.premium import premium
from jamsos.premiums.prepaying import prepay, refund_after_claim
from jamsos.premiums.run import premiums
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class EligibilityQuestion(Question, kw_only=True, tag="eligibility"):
    """May this person be enrolled on a day?"""

    worker: Worker
    on: date
    scheme: str | None = None
    first_payment_on: date | None = None
    participation: Participation | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return may_enrol(
            self.worker,
            self.on,
            scheme=scheme_named(self.scheme, schemes),
            first_payment_on=self.first_payment_on,
            participation=self.participation,
            law=self.law,
        )


class PremiumQuestion(Question, kw_only=True, tag="premium"):
    """What is due for a month, or for a run of months up to ``last``?"""

    worker: Worker
    month: Month
    last: Month | None = None
    payer: Payer | None = None
    row: int | None = None
    scheme: str | None = None
    participation: Participation | None = None
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:
        shared: dict[str, Any] = {
            "payer": self.payer,
            "row": self.row,
            "scheme": scheme_named(self.scheme, schemes),
            "participation": self.participation,
            "calendar": self.calendar,
            "law": self.law,
        }
        if self.last is None:
            return premium(self.worker, self.month, paid_on=self.paid_on, **shared)
        return premiums(self.worker, self.month, self.last, **shared)


class CoverageQuestion(Question, kw_only=True, tag="coverage"):
    """Is the person covered on a day?"""

    participation: Participation
    on: date
    others: tuple[Participation, ...] = ()
    """Further registrations of the same person."""
    worker: Worker | None = None
    """Needed only where prepaid months left a credit."""
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return cover_on(
            (self.participation, *self.others),
            self.on,
            worker=self.worker,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class KeepingQuestion(Question, kw_only=True, tag="keeping_cover"):
    """What keeps the person covered, seen on a day?"""

    worker: Worker
    participation: Participation
    on: date
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        scheme = scheme_named(self.scheme, schemes)
        return keeping_cover(
            self.worker, self.participation, self.on, scheme=scheme, calendar=self.calendar, law=self.law
        )


class PrepayQuestion(Question, kw_only=True, tag="prepay"):
    """What do 1, 3, 6 or 12 months paid at once come to?"""

    worker: Worker
    month: Month
    months: int
    payer: Payer | None = None
    row: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a participant prepays for himself
        return prepay(
            self.worker, self.month, self.months, payer=self.payer, row=self.row, calendar=self.calendar, law=self.law
        )


class RefundQuestion(Question, kw_only=True, tag="refund"):
    """What comes back of the months paid for after the claim month?"""

    participation: Participation
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a refund does not depend on a scheme
        return refund_after_claim(self.participation, self.on, law=self.law)


MemberQuestion: TypeAlias = (
    EligibilityQuestion | PremiumQuestion | CoverageQuestion | KeepingQuestion | PrepayQuestion | RefundQuestion
)
