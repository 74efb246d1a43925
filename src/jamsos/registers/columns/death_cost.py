"""What a death costs for each class of people, as ``death_benefit`` gives it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from attrs import define, field

from jamsos.answers.grounds import Ground, MissingFact, Needs, distinct
from jamsos.answers.parts import Finding
from jamsos.benefits.death.benefit import death_benefit
from jamsos.benefits.results.death import DeathBenefit
from jamsos.coverage.rights import Rights, judged
from jamsos.coverage.standing import Standing
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Decision, Provision
from jamsos.premiums.bpu.income_table import rows
from jamsos.registers.columns.classes import Facts
from jamsos.registers.columns.columns import whole_rupiah
from jamsos.registers.columns.literals import Amounts
from jamsos.registers.columns.reasons import (
    Reason,
    other_segment_reason,
    record_reason,
    undecided_reason,
)
from jamsos.values.days import ONE_DAY, add_months, monday_to_friday
from jamsos.values.months import Month
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation
from jamsos.workers.payments import payments
from jamsos.workers.worker import Worker

_DecidingFacts: TypeAlias = tuple[Any, ...]
"""The cause of a death and the facts its cost depends on, in a fixed order."""


class Cost(NamedTuple):
    """One amount, or what is missing for it."""

    amounts: Amounts | None = None
    needs: Needs = ()


class CostParts(NamedTuple):
    """What one death costs, by its cause."""

    work_death: Cost = Cost()
    other_death: Cost = Cost()
    scholarship_work_death: Cost = Cost()
    scholarship_other_death: Cost = Cost()


_ANY_ROW = {"income": 0, "row": 1}
"""An income and a row for the scholarship, which depends on neither."""


@define(eq=False)
class DeathCosts:
    """The question about deaths on one day, asked once for each class of people."""

    on: date
    scheme: Scheme | None
    law: Law
    reasons: dict[str, Reason] = field(factory=dict[str, Reason])
    """Every reason met, by its key."""
    answers: dict[_DecidingFacts, DeathBenefit] = field(factory=dict[_DecidingFacts, DeathBenefit])
    """Every answer, by the cause and the facts it depends on."""

    @property
    def table(self) -> Provision:
        """The income rows of the day."""
        return self.law.get("bpu.income_table", self.on)

    @property
    def long_ago(self) -> date:
        """A day of issue since which everything was paid that any benefit asks for."""
        least = self.law.get("jkm.scholarship_min_contribution_months", self.on)
        return add_months(self.on, -least.number - 1)

    @property
    def most_children(self) -> int:
        """More children than these change nothing."""
        rule = self.law.find("scholarship.max_children", self.on)
        if rule is None:
            # Before PP 82/2019 the scholarship was one sum, however many children there were.
            return 1
        return rule.number

    def last_days(self) -> list[date]:
        """For each standing of the cover the last day on which the number was issued.

        The last of them is the day asked about.
        """

        def standing_if_issued(day: date) -> tuple[CostParts, str]:
            facts: dict[str, Any] = dict(_ANY_ROW)
            facts["segment"] = Segment.BPU
            facts["number_issued"] = day
            facts["children"] = 1
            return self.parts(facts), self.reason_key(facts)

        next_day = self.on + ONE_DAY
        days = changes(standing_if_issued, self.long_ago, next_day)
        return [*days, self.on]

    def parts(self, facts: Facts) -> CostParts:
        """Cash after a death at work and after another, and the most the children may receive."""
        if _is_of_other_segment(facts):
            return CostParts()
        other_death = self._answer(Cause.OTHER, facts)
        return CostParts(
            self._work_death(facts),
            _cash([other_death]),
            self._scholarship(Cause.WORK_ACCIDENT, facts),
            self._scholarship(Cause.OTHER, facts),
        )

    def reason_key(self, facts: Facts) -> str:
        """The key of what an amount waits for, else of how the cover stands."""
        reason = self._reason(facts)
        return record_reason(self.reasons, reason)

    def _reason(self, facts: Facts) -> Reason:
        if _is_of_other_segment(facts):
            return other_segment_reason(self.law, self.on)
        needs: list[MissingFact | Decision] = []
        for part in self.parts(facts):
            for need in part.needs:
                if need not in needs:
                    needs.append(need)
        judgement = self._judged(facts)
        if needs or judgement is None:
            return undecided_reason(needs)
        standing, rights = judgement
        return self._standing_reason(standing, rights, facts)

    def _judged(self, facts: Facts) -> tuple[Standing, Rights] | None:
        """How the cover of a member stands on the day (PP 44/2015 Pasal 38 to 42)."""
        member = self._member(facts["number_issued"], facts["row"])
        return judged(member, self.on, self.law, monday_to_friday, jkk=False)

    def _standing_reason(self, standing: Standing, rights: Rights, facts: Facts) -> Reason:
        other_death = self._answer(Cause.OTHER, facts)
        work_death = self._answer(Cause.WORK_ACCIDENT, facts)
        active_period = self.law.get("jkm.active_period", self.on)
        grounds: list[Ground] = list(rights.jkm_grounds)
        grounds += self.law.cite(active_period)
        for answer in (other_death, work_death):
            for line in answer.lines:
                grounds += line.grounds
        key = str(standing.state)
        # A new member is covered, but waits for the full benefit: a standing of its own here.
        if standing.waiting:
            key = "waiting"
        return Reason(
            key=key,
            outcome=other_death.outcome,
            meaning=rights.jkm_reasons[0],
            grounds=distinct(grounds),
        )

    def _work_death(self, facts: Facts) -> Cost:
        """The cash after a death at work for each income row."""
        answer = self._answer(Cause.WORK_ACCIDENT, facts)
        if not answer.decided:
            return Cost(needs=answer.needs)
        answers: list[DeathBenefit] = []
        for row in rows(self.table):
            # The row is reached in the way it was stated, as the income or as its number.
            facts_of_row = dict(facts)
            if facts["income"] is not None:
                facts_of_row["income"] = row.income_from
            if facts["row"] is not None:
                facts_of_row["row"] = row.number
            answer_of_row = self._answer(Cause.WORK_ACCIDENT, facts_of_row)
            answers.append(answer_of_row)
        return _cash(answers)

    def _scholarship(self, cause: Cause, facts: Facts) -> Cost:
        """The statutory maximum of the scholarship for the children counted."""
        # A missing income must not leave it undecided: the scholarship depends on none.
        with_row = {**facts, **_ANY_ROW}
        answer = self._answer(cause, with_row, facts["children"])
        if not answer.decided:
            return Cost(needs=answer.needs)
        for finding in answer.findings:
            if finding.code == "scholarship_statutory_maximum":
                return _cost_of(finding)
        return Cost((0,))

    def _answer(self, cause: Cause, facts: Facts, children: int | None = None) -> DeathBenefit:
        """What ``death_benefit`` answers about one person who stands for the class."""
        segment = facts["segment"]
        income = facts["income"]
        row = facts["row"]
        issued = facts["number_issued"]
        deciding_facts = (cause, segment, income, row, issued, children)
        if deciding_facts not in self.answers:
            worker = Worker(segment=segment, income=income)
            member = self._member(issued, row)
            answer = self._death_benefit(cause, worker, member, children)
            self.answers[deciding_facts] = answer
        return self.answers[deciding_facts]

    def _death_benefit(
        self, cause: Cause, worker: Worker, member: Participation, children: int | None
    ) -> DeathBenefit:
        return death_benefit(
            worker,
            member,
            self._family(children),
            died_on=self.on,
            accident_on=self.on,
            cause=cause,
            scheme=self.scheme,
            law=self.law,
        )

    def _member(self, issued: date | None, row: int | None) -> Participation:
        """A member who has paid every month since the number was issued."""
        # Nobody can have paid before the number was issued.
        if issued is None or issued > self.on:
            return Participation(number_issued=issued, row=row, payments=())
        first = Month.of(issued)
        last = Month.of(self.on)
        paid = payments(first, last)
        return Participation(number_issued=issued, row=row, payments=paid)

    def _family(self, children: int | None) -> Family | None:
        """So many children, each of whom may receive the scholarship; None: not known."""
        if children is None:
            return None
        child = Child(birth=self.on, studying=True, lawful=True, married=False, working=False)
        return Family(children=(child,) * children)


def _is_of_other_segment(facts: Facts) -> bool:
    # Without a segment the person may be a BPU: the answer then names what is missing.
    return facts["segment"] not in {Segment.BPU, None}


def _cost_of(maximum: Finding) -> Cost:
    """The statutory maximum of the scholarship, or the facts it waits for."""
    if maximum.value is not None:
        amount = whole_rupiah(maximum.value, maximum.code)
        return Cost((amount,))
    missing: list[MissingFact] = []
    for ground in maximum.grounds:
        if isinstance(ground, MissingFact):
            missing.append(ground)
    return Cost(needs=tuple(missing))


def _cash(answers: list[DeathBenefit]) -> Cost:
    """The totals of answers that are all decided, or none of them is."""
    first = answers[0]
    if not first.decided:
        return Cost(needs=first.needs)
    amounts: list[int] = []
    for answer in answers:
        amount = whole_rupiah(answer.total, answer.question)
        amounts.append(amount)
    return Cost(tuple(amounts))


def changes(answer: Callable[[date], object], first: date, last: date) -> list[date]:
    """The days after which an answer changes, between two days; it never changes back.

    >>> changes(lambda day: day.year, date(2024, 5, 1), date(2026, 1, 1))
    [datetime.date(2024, 12, 31), datetime.date(2025, 12, 31)]
    """
    if answer(first) == answer(last):
        return []
    if last - first == ONE_DAY:
        return [first]
    # Halving asks about a few of the thousands of days.
    half = (last - first) // 2
    middle = first + half
    earlier = changes(answer, first, middle)
    later = changes(answer, middle, last)
    return earlier + later
