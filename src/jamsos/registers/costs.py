"""What a death costs for each class of persons, as ``death_benefit`` gives it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from attrs import define, field

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import MissingFact
from jamsos.benefits.death import death_benefit
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law
from jamsos.law.provisions import Provision, Reading
from jamsos.premiums.income_table import rows
from jamsos.registers.columns import Reason, other_segment, tell, undecided, whole
from jamsos.values.days import ONE_DAY, add_months
from jamsos.values.months import Month
from jamsos.workers.codes import Cause, Segment
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation, payments
from jamsos.workers.worker import Worker


class Cost(NamedTuple):
    """One amount, or what is missing for it: for each income row, or one amount for all."""

    amounts: tuple[int, ...] | None = None
    needs: tuple[MissingFact | Reading, ...] = ()


_ANY = {"income": 0, "row": 1}
"""Neither matters for the scholarship."""


@define(eq=False)
class Costs:
    """The question about deaths on one day, put once for each class of persons."""

    on: date
    scheme: Scheme | None
    law: Law
    told: dict[str, Reason] = field(factory=dict[str, Reason])
    """Every reason met, by its key."""
    known: dict[tuple[Any, ...], Answer] = field(factory=dict[tuple[Any, ...], Answer])

    @property
    def table(self) -> Provision:
        """The income rows of the day."""
        return self.law.get("bpu.income_table", self.on)

    @property
    def most_children(self) -> int:
        """More children than these add nothing; under the law before the levels one is as many as all."""
        rule = self.law.find("scholarship.max_children", self.on)
        return rule.number if rule else 1

    def last_days(self) -> list[date]:
        """For each standing of the cover the last day on which the number was issued; last the day asked about."""
        least = self.law.get("jkm.scholarship_min_contribution_months", self.on).number

        def standing(issued: date) -> tuple[Any, ...]:
            given = {"segment": Segment.BPU, **_ANY, "number_issued": issued, "children": 1}
            return (*self.parts(given), self.reason(given))

        found = changes(standing, add_months(self.on, -least - 1), self.on + ONE_DAY)
        return [*found, self.on]

    def parts(self, given: Mapping[str, Any]) -> tuple[Cost, Cost, Cost, Cost]:
        """Cash after a death at work and after another, and the most the children may receive after each."""
        if given["segment"] not in {Segment.BPU, None}:
            return Cost(), Cost(), Cost(), Cost()
        at_work, other = Cause.WORK_ACCIDENT, Cause.OTHER
        return (
            self._by_row(given),
            _cash([self._answer(other, given)]),
            self._most(at_work, given),
            self._most(other, given),
        )

    def reason(self, given: Mapping[str, Any]) -> str:
        """The key of what an amount waits for, else of how the cover stands."""
        needs = tuple(dict.fromkeys(need for part in self.parts(given) for need in part.needs))
        if given["segment"] not in {Segment.BPU, None}:
            return tell(self.told, other_segment(self.law, self.on))
        if needs:
            return tell(self.told, undecided(needs))
        answers = [self._answer(cause, given) for cause in (Cause.OTHER, Cause.WORK_ACCIDENT)]
        why = next(note for note in answers[0].notes if note.code.startswith("reason."))
        grounds = (ground for answer in answers for line in answer.lines for ground in line.grounds)
        told = Reason(key=why.code.removeprefix("reason."), outcome=answers[0].outcome, meaning=why.text,
                      grounds=tuple(dict.fromkeys((*why.grounds, *grounds))))  # fmt: skip
        return tell(self.told, told)

    def _by_row(self, given: Mapping[str, Any]) -> Cost:
        """The cash after a death at work for each income row: as the declared income or the stated row gives it."""
        first = _cash([self._answer(Cause.WORK_ACCIDENT, given)])
        if first.amounts is None:
            return first
        told = [name for name in ("income", "row") if given[name] is not None]
        each = [{"income": row.income_from, "row": row.number} for row in rows(self.table)]
        facts = [{**given, **{name: row[name] for name in told}} for row in each]
        return _cash([self._answer(Cause.WORK_ACCIDENT, fact) for fact in facts])

    def _most(self, cause: Cause, given: Mapping[str, Any]) -> Cost:
        """The statutory maximum of the scholarship for the children counted."""
        answer = self._answer(cause, {**given, **_ANY}, given["children"])
        if not answer.decided:
            return Cost(needs=answer.needs)
        found = [finding for finding in answer.findings if finding.code == "scholarship_statutory_maximum"]
        if not found:
            return Cost((0,))
        if found[0].value is None:
            return Cost(needs=tuple(ground for ground in found[0].grounds if isinstance(ground, MissingFact)))
        return Cost((whole(found[0].value, found[0].code),))

    def _answer(self, cause: Cause, given: Mapping[str, Any], children: int | None = None) -> Answer:
        facts = {name: given[name] for name in ("segment", "income", "row", "number_issued")}
        asked = (cause, *facts.values(), children)
        if asked not in self.known:
            self.known[asked] = self._asked(cause, children, **facts)
        return self.known[asked]

    def _asked(
        self,
        cause: Cause,
        children: int | None,
        *,
        segment: Segment | None,
        income: int | None,
        row: int | None,
        number_issued: date | None,
    ) -> Answer:
        """Ask about one person; without children known, the family is not."""
        issued = number_issued
        worker = Worker(segment=segment, income=income)
        begun = issued is not None and issued <= self.on
        paid = payments(Month.of(issued), Month.of(self.on)) if begun else ()
        member = Participation(number_issued=issued, row=row, payments=paid)
        child = Child(birth=self.on, studying=True, lawful=True, married=False, working=False)
        family = None if children is None else Family(children=(child,) * children)
        return death_benefit(worker, member, family, died_on=self.on, accident_on=self.on, cause=cause,
                             scheme=self.scheme, law=self.law)  # fmt: skip


def _cash(answers: list[Answer]) -> Cost:
    """The totals of answers that are all decided or none."""
    if not answers[0].decided:
        return Cost(needs=answers[0].needs)
    return Cost(tuple(whole(answer.total, answer.question) for answer in answers))


def changes(answer: Callable[[date], object], first: date, last: date) -> list[date]:
    """The days after which an answer changes, between two days; it never changes back.

    >>> changes(lambda day: day.year, date(2024, 5, 1), date(2026, 1, 1))
    [datetime.date(2024, 12, 31), datetime.date(2025, 12, 31)]
    """
    if answer(first) == answer(last):
        return []
    if last - first == ONE_DAY:
        return [first]
    middle = first + (last - first) // 2
    return [*changes(answer, first, middle), *changes(answer, middle, last)]
