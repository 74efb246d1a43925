"""What the law gives after one event: the engine is asked, once for people who are alike."""

from datetime import date
from typing import NamedTuple, TypeAlias

from attrs import define, field

from jamsos.answers.grounds import Ground, Grounds, MissingFact, distinct
from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.family.projection import scholarship_projection
from jamsos.benefits.results.death import DeathBenefit
from jamsos.benefits.results.work_accident import JkkBenefit
from jamsos.benefits.work_accident.benefit import jkk_benefit
from jamsos.coverage.cover_rules import Right
from jamsos.errors import InputError
from jamsos.expectations.circumstances import Circumstances, accident_on
from jamsos.expectations.rates import Rate
from jamsos.premiums.bpu.question import scheme_terms
from jamsos.premiums.bpu.row_choice import row_by_income
from jamsos.scenarios.scenario import Scenario
from jamsos.values.money import Rupiah
from jamsos.values.months import Month, months_between
from jamsos.workers.codes import Cause, Payer
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.worker import Worker

MIDDLE = 15
"""The day of its month on which an event happens."""
SCHOLARSHIP = "scholarship.year"
"""The benefit a school year of a scholarship is counted under."""


class Paid(NamedTuple):
    """A benefit paid in a year."""

    year: int
    benefit: str
    """The code of its line."""
    amount: Rupiah


Outcome: TypeAlias = tuple[Paid, ...]
"""What one event pays, in the years in which it does; nothing without cover."""


class Person(NamedTuple):
    """What an event asks of a person: whoever is alike in it is asked for once."""

    worker: Worker
    payer: Payer | None
    paid_from: Month
    """The first month paid, if all are."""


@define(eq=False)
class Asking:
    """The answers under one scenario."""

    scenario: Scenario
    circumstances: Circumstances
    unpaid: frozenset[Month]
    """The months nobody pays for."""
    grounds: dict[Grounds, None] = field(factory=dict[Grounds, None])
    """What the answers rest on, in the order of first use."""
    _answers: dict[tuple[object, ...], Outcome] = field(
        factory=dict[tuple[object, ...], Outcome], alias="answers"
    )

    def outcome(self, person: Person, month: Month, rate: Rate, household: int) -> Outcome:
        """What the event of a rate in a month pays.

        Raises:
            UndecidedError: with the next step, where a fact is missing.

        """
        what = rate.accident or rate.cause
        key = (person, month, what, household)
        if key not in self._answers:
            self._answers[key] = self._asked(person, month, rate, household)
        return self._answers[key]

    def person(self, worker: Worker, payer: Payer | None, paid_from: Month, month: Month) -> Person:
        """A worker with the facts the benefits ask for, and no others."""
        return Person(self._worker(worker, month), self._payer(payer, month), paid_from)

    def _worker(self, worker: Worker, month: Month) -> Worker:
        law = self.scenario.applied_law
        terms = scheme_terms(self.scenario.applied_scheme, month)
        row = self.scenario.row if terms is None else terms.income_row
        income = worker.income if row is None else None
        if income is not None:
            # All incomes of a row have one base, and it lies in that row.
            table = law.get("bpu.income_table", month.first_day)
            income = row_by_income(income, table).base_income
        return Worker(segment=worker.segment, kind=worker.kind, sector=worker.sector, income=income)

    def _payer(self, payer: Payer | None, month: Month) -> Payer | None:
        terms = scheme_terms(self.scenario.applied_scheme, month)
        return (self.scenario.payer or payer) if terms is None else terms.payer

    def _asked(self, person: Person, month: Month, rate: Rate, household: int) -> Outcome:
        day = event_day(month)
        member = self._member(person, month)
        home = self.circumstances.households[household]
        family = home.on(day, self.circumstances.as_of)
        answer = self._answer(person.worker, member, family, rate, day)
        # An answer that is not decided says here what is missing.
        lines = answer.lines if answer.total else ()
        paid = [Paid(day.year, line.code, line.amount) for line in lines]
        self.grounds[answer.grounds] = None
        if rate.depends_on_family:
            paid += self._scholarship(answer, family, day)
        return tuple(paid)

    def _answer(
        self, worker: Worker, member: Participation, family: Family, rate: Rate, day: date
    ) -> DeathBenefit | JkkBenefit:
        law, scheme = self.scenario.applied_law, self.scenario.applied_scheme
        if rate.accident is not None:
            accident = accident_on(rate.accident, day)
            return jkk_benefit(worker, member, accident, family, scheme=scheme, law=law)
        return death_benefit(
            worker,
            member,
            family,
            died_on=day,
            cause=rate.cause,
            accident_on=None if rate.cause is Cause.OTHER else day,
            scheme=scheme,
            law=law,
        )

    def _member(self, person: Person, month: Month) -> Participation:
        """The membership with all months paid up to that of the event, but for the unpaid ones."""
        first = person.paid_from
        while first in self.unpaid:
            first += 1
        months = [one for one in months_between(first, month) if one not in self.unpaid]
        paid = [payment for one in months for payment in payments(one, one)]
        row = self.scenario.row if self.scenario.scheme is None else None
        return Participation(
            number_issued=first.first_day, payments=tuple(paid), payer=person.payer, row=row
        )

    def _scholarship(
        self, answer: DeathBenefit | JkkBenefit, family: Family, day: date
    ) -> list[Paid]:
        """The school years of the children who take, each in the year it is paid in."""
        scholarship = answer.scholarship
        if scholarship.right is Right.NONE:
            return []
        paid: list[Paid] = []
        for child in family.children or ():
            projection = scholarship_projection(child, day, law=answer.law)
            self.grounds[projection.grounds] = None
            for year in projection.years:
                # The first one is that of the event, which may have begun the year before.
                paid.append(Paid(max(year.year, day.year), SCHOLARSHIP, year.amount))
        if sum(one.amount for one in paid) != scholarship.remaining_to_age_limit:
            count = len(family.children or ())
            step = "leave out the children who do not take it"
            raise InputError("Family.children", count, "the children who may take it", step)
        return paid

    def all_grounds(self) -> Grounds:
        """Everything the answers rest on, each once.

        What is not known of a family decides who takes, and no amount: it is no ground of a sum.
        """
        grounds: list[Ground] = []
        for rested_on in self.grounds:
            grounds += [one for one in rested_on if not isinstance(one, MissingFact)]
        return distinct(grounds)


def event_day(month: Month) -> date:
    """The day of an event in a month."""
    return month.first_day.replace(day=MIDDLE)
