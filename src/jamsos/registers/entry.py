"""Members in a register: whether they were below the age limit on the day their number was issued (decision D07)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw

from jamsos.law.law import Law
from jamsos.registers.facets import Facet, between
from jamsos.values.days import ONE_DAY, add_years
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


class Entered(NamedTuple):
    """A day on which a number was issued, and a birth of so many years before; None: not known, or it does not matter.

    It stands for a class of members.
    """

    day: date
    birth: date | None = None


def entry_facet(on: date, law: Law) -> Facet:
    """The day the number was issued: after the day asked about, or under which age limit and at which age."""
    changes = [day for period in law.timelines["bpu.age_limit"] for day in (period.since, period.until) if day]
    lasts = sorted({*(day - ONE_DAY for day in changes if day <= on), on})
    later = on + ONE_DAY
    tests: dict[Any, Callable[[], nw.Expr]] = {later: between("number_issued", on, None)}
    for before, last in zip([None, *lasts], lasts, strict=False):
        tests |= _of_members(between("number_issued", before, last), last, law)
    return Facet("number_issued", (None, *tests), tests)


def person(given: Mapping[str, Any]) -> tuple[Worker, Participation]:
    """The person of one class of facts, with the number that may have been issued."""
    facts: dict[str, Any] = {name: fact for name, fact in given.items() if name != "number_issued"}
    issued = given.get("number_issued")
    if isinstance(issued, Entered):
        facts["birth"] = issued.birth
        return Worker(**facts), Participation(number_issued=issued.day)
    return Worker(**facts), Participation(number_issued=issued)


def _of_members(issued: Callable[[], nw.Expr], last: date, law: Law) -> dict[Entered, Callable[[], nw.Expr]]:
    """The members whose numbers were issued under one limit, up to a last day: by their age on the day of issue."""
    limit = law.find("bpu.age_limit", last)
    if limit is None:
        return {Entered(last): issued}
    years = limit.number
    return {
        Entered(last): lambda: issued() & nw.col("birth").is_null(),
        Entered(last, add_years(last, -years) + ONE_DAY): lambda: issued() & ~_reached(years),
        Entered(last, add_years(last, -years)): lambda: issued() & _reached(years) & ~_reached(years + 1),
        Entered(last, add_years(last, -years - 1)): lambda: issued() & _reached(years + 1),
    }


def _reached(years: int) -> nw.Expr:
    """Whether an age was reached on the day of issue; born on 29 February, on 1 March of a common year."""
    issued, born = nw.col("number_issued").dt, nw.col("birth").dt
    passed = issued.year() - born.year()
    same_month = born.month() == issued.month()
    birthday = (born.month() < issued.month()) | (same_month & (born.day() <= issued.day()))
    return (passed > years) | ((passed == years) & birthday)
