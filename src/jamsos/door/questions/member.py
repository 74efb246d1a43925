"""Questions about one non-wage earner (BPU): joining, contributions, cover."""

from datetime import date
from typing import TypeAlias

from jamsos.answers.answer import Answer
from jamsos.coverage.contribution_due import contribution_due
from jamsos.coverage.cover import cover_on
from jamsos.coverage.keeping import keeping_cover
from jamsos.door.question import Question, Schemes, scheme_named
from jamsos.eligibility.enrol import may_enrol
from jamsos.premiums.bpu.premium import premium
from jamsos.premiums.bpu.prepayment import prepay
from jamsos.premiums.bpu.refund import refund_after_claim
from jamsos.premiums.bpu.run import premium_run
from jamsos.values.months import Month
from jamsos.workers.codes import Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class EnrolQuestion(Question, kw_only=True, tag="may_enrol"):
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
    """What is due for a month?"""

    worker: Worker
    month: Month
    payer: Payer | None = None
    row: int | None = None
    scheme: str | None = None
    participation: Participation | None = None
    paid_on: date | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return premium(
            self.worker,
            self.month,
            payer=self.payer,
            row=self.row,
            scheme=scheme_named(self.scheme, schemes),
            participation=self.participation,
            paid_on=self.paid_on,
            calendar=self.calendar,
            law=self.law,
        )


class PremiumRunQuestion(Question, kw_only=True, tag="premium_run"):
    """What is due for each of the months from the first to the last?"""

    worker: Worker
    first: Month
    last: Month
    payer: Payer | None = None
    row: int | None = None
    scheme: str | None = None
    participation: Participation | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return premium_run(
            self.worker,
            self.first,
            self.last,
            payer=self.payer,
            row=self.row,
            scheme=scheme_named(self.scheme, schemes),
            participation=self.participation,
            calendar=self.calendar,
            law=self.law,
        )


class CoverageQuestion(Question, kw_only=True, tag="cover_on"):
    """Is the person covered on a day?"""

    participation: Participation | tuple[Participation, ...]
    """The membership, or all registrations of the same person."""
    on: date
    worker: Worker | None = None
    """Needed only where prepaid months left a credit."""
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return cover_on(
            self.participation,
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
            self.worker,
            self.participation,
            self.on,
            scheme=scheme,
            calendar=self.calendar,
            law=self.law,
        )


class ContributionDueQuestion(Question, kw_only=True, tag="contribution_due"):
    """Which month is due by a day, and what does it cost?"""

    participation: Participation
    on: date
    worker: Worker | None = None
    scheme: str | None = None

    def ask(self, schemes: Schemes) -> Answer:
        return contribution_due(
            self.participation,
            self.on,
            worker=self.worker,
            scheme=scheme_named(self.scheme, schemes),
            calendar=self.calendar,
            law=self.law,
        )


class PrepayQuestion(Question, kw_only=True, tag="prepay"):
    """What do several months paid at once come to?"""

    worker: Worker
    first: Month
    count: int
    payer: Payer | None = None
    row: int | None = None

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - participants prepay for themselves
        return prepay(
            self.worker,
            self.first,
            self.count,
            payer=self.payer,
            row=self.row,
            calendar=self.calendar,
            law=self.law,
        )


class RefundQuestion(Question, kw_only=True, tag="refund_after_claim"):
    """What comes back of the months paid for after the claim month?"""

    participation: Participation
    on: date

    def ask(self, schemes: Schemes) -> Answer:  # noqa: ARG002 - a refund does not depend on a scheme
        return refund_after_claim(self.participation, self.on, law=self.law)


MemberQuestion: TypeAlias = (
    EnrolQuestion
    | PremiumQuestion
    | PremiumRunQuestion
    | CoverageQuestion
    | KeepingQuestion
    | ContributionDueQuestion
    | PrepayQuestion
    | RefundQuestion
)
