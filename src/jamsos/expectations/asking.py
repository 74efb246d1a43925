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
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Cause, Payer, Sector, Segment
from jamsos.workers.family import Family
from jamsos.workers.participation import Participation
from jamsos.workers.payments import Payment, payments
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

    segment: Segment | None
    kind: BpuKind | None
    sector: Sector | None
    income: int | None
    """An income of the same row; None where the row does not go by it."""
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
    _members: dict[tuple[Month, Month, Payer | None], Participation] = field(
        factory=dict[tuple[Month, Month, Payer | None], Participation], alias="members"
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
        terms = scheme_terms(self.scenario.applied_scheme, month)
        stated = self.scenario.payer or payer
        paying = stated if terms is None else terms.payer
        income = None
        if worker.income is not None:
            income = income_of_row(worker.income, self.scenario, month)
        return Person(worker.segment, worker.kind, worker.sector, income, paying, paid_from)

    def _asked(self, person: Person, month: Month, rate: Rate, household: int) -> Outcome:
        day = event_day(month)
        member = self._member(person.paid_from, month, person.payer)
        home = self.circumstances.households[household]
        family = home.on(day, self.circumstances.as_of)
        worker = Worker(
            segment=person.segment, kind=person.kind, sector=person.sector, income=person.income
        )
        answer = self._answer(worker, member, family, rate, day)
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

    def _member(self, paid_from: Month, month: Month, payer: Payer | None) -> Participation:
        """The membership with all months paid up to that of the event, but for the unpaid ones."""
        key = (paid_from, month, payer)
        if key not in self._members:
            self._members[key] = self._made_member(*key)
        return self._members[key]

    def _made_member(self, paid_from: Month, month: Month, payer: Payer | None) -> Participation:
        first = paid_from
        while first in self.unpaid:
            first += 1
        paid: tuple[Payment, ...] = ()
        if first <= month:
            in_a_row = payments(first, month)
            paid = tuple(payment for payment in in_a_row if payment.month not in self.unpaid)
        row = self.scenario.row if self.scenario.scheme is None else None
        return Participation(number_issued=first.first_day, payments=paid, payer=payer, row=row)

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


def income_of_row(income: int, scenario: Scenario, month: Month) -> int | None:
    """The base of the row of an income in a month; None where the row does not go by the income.

    All incomes of a row have one base, and it lies in that row.
    """
    terms = scheme_terms(scenario.applied_scheme, month)
    row = scenario.row if terms is None else terms.income_row
    if row is not None:
        return None
    table = scenario.applied_law.get("bpu.income_table", month.first_day)
    return row_by_income(income, table).base_income


def event_day(month: Month) -> date:
    """The day of an event in a month."""
    return month.first_day.replace(day=MIDDLE)
