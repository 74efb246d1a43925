"""Members in a register: their age on the day their number was issued (decision D07)."""

from datetime import date
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from jamsos.law.law import Law
from jamsos.registers.columns.classes import ClassTest, Facet, Facts, between
from jamsos.values.days import ONE_DAY, add_years
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class Entered(NamedTuple):
    """One member who stands for a class of members."""

    day: date
    """The day the number was issued."""
    birth: date | None = None
    """A birth so many years before; None: not known, or it does not matter."""


def entry_facet(on: date, law: Law) -> Facet:
    """The day the number was issued: after the day asked about, or under which limit and age.

    The age limit may have changed since: each limit has classes of its own.
    """
    later = on + ONE_DAY
    tests: dict[Any, ClassTest] = {}
    tests[later] = between("number_issued", on, None)
    before: date | None = None
    for last in _last_days(on, law):
        issued = between("number_issued", before, last)
        tests |= _members_under_limit(issued, last, law)
        before = last
    return Facet("number_issued", (None, *tests), tests)


def _last_days(on: date, law: Law) -> list[date]:
    """The last day of each age limit, up to the day asked about."""
    lasts = {on}
    for period in law.timelines["bpu.age_limit"]:
        for change in (period.since, period.until):
            if change and change <= on:
                lasts.add(change - ONE_DAY)
    return sorted(lasts)


def person(facts: Facts) -> tuple[Worker, Participation]:
    """The person of one class of facts, with the number that may have been issued."""
    of_worker = dict(facts)
    issued = of_worker.pop("number_issued", None)
    if isinstance(issued, Entered):
        of_worker["birth"] = issued.birth
        issued = issued.day
    worker = Worker(**of_worker)
    member = Participation(number_issued=issued)
    return worker, member


def _members_under_limit(issued: ClassTest, last: date, law: Law) -> dict[Entered, ClassTest]:
    """The members whose numbers were issued under one limit, by their age on the day of issue.

    Args:
        issued: Whether the number was issued under this limit.
        last: The last day of the limit.
        law: The law.

    """
    limit = law.find("bpu.age_limit", last)
    if limit is None:
        return {Entered(last): issued}
    years = limit.number
    reached_limit = add_years(last, -years)
    reached_next_year = add_years(last, -years - 1)
    members = _Members(issued, years)
    # The year of the limit is a class of its own: D07 read as ``limit_included`` admits it.
    return {
        Entered(last): members.of_unknown_age,
        Entered(last, reached_limit + ONE_DAY): members.younger,
        Entered(last, reached_limit): members.in_year_of_limit,
        Entered(last, reached_next_year): members.older,
    }


class _Members(NamedTuple):
    """The members whose numbers were issued under one limit, by their age on the day of issue."""

    issued: ClassTest
    """Whether the number was issued under this limit."""
    years: int
    """The limit."""

    def of_unknown_age(self) -> nw.Expr:
        birth = nw.col("birth")
        return self.issued() & birth.is_null()

    def younger(self) -> nw.Expr:
        reached_limit = _reached(self.years)
        return self.issued() & ~reached_limit

    def in_year_of_limit(self) -> nw.Expr:
        reached_limit = _reached(self.years)
        reached_next_year = _reached(self.years + 1)
        return self.issued() & reached_limit & ~reached_next_year

    def older(self) -> nw.Expr:
        reached_next_year = _reached(self.years + 1)
        return self.issued() & reached_next_year


def _reached(years: int) -> nw.Expr:
    """Whether an age was reached on the day of issue."""
    issued = nw.col("number_issued").dt
    born = nw.col("birth").dt
    calendar_years = issued.year() - born.year()
    earlier_month = born.month() < issued.month()
    same_month = born.month() == issued.month()
    # Born on 29 February, one reaches an age on 1 March of a common year.
    reached_day = born.day() <= issued.day()
    had_birthday = earlier_month | (same_month & reached_day)
    in_the_year = calendar_years == years
    return (calendar_years > years) | (in_the_year & had_birthday)
