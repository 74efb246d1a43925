"""A projection of a scholarship over the years (decision D64)."""

from datetime import date

from attrs import evolve

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Line, Note, Outcome, Status, remark
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.family.school_years import unknown_of_years, years_to_age_limit
from jamsos.benefits.family.taking import special_rules, takes
from jamsos.benefits.results.scholarship import ScholarshipProjection, SchoolYear
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.values.days import plausible_day
from jamsos.values.plain import checked_kind
from jamsos.workers.family import Child


def scholarship_projection(
    child: Child, on: date, *, law: Law | None = None
) -> ScholarshipProjection:
    """A projection, not a promise: what one child would receive year by year (decision D64).

    School years start in July, the child moves up one class a year and stops at the age limit.

    Args:
        child: The child with level, class and birth date, and the facts its right depends on.
        on: The day of the event; its school year is the first one paid.
        law: The law to apply; by default the one shipped.

    >>> facts = {"studying": True, "lawful": True, "married": False, "working": False}
    >>> child = Child(birth=date(2009, 3, 1), level="SMA", year=3, **facts)
    >>> [line.amount for line in scholarship_projection(child, date(2026, 8, 20)).lines][:3]
    [3000000, 12000000, 12000000]

    """
    law = applied(law)
    day = plausible_day(on, "on")
    _check_child(child, day)
    table = law.get("scholarship.levels", day)
    age_limit = law.get("scholarship.child_age_limit", day)
    not_a_promise = Text("note.projection")
    by_decision = law.cite("D64")
    projection = Note(text=not_a_promise, grounds=by_decision, warning=True)
    beyond = beyond_knowledge(law, day)
    frame = ScholarshipProjection(
        title=Text("projection.title", {"day": day}),
        outcome=Outcome.YES,
        law=law,
        facts={"child": child, "on": day},
        notes=(*beyond, projection),
    )
    status, unknown = takes(child, law, day, day)
    conditions = law.get("scholarship.child_conditions", day)
    special = special_rules(child, law, day, day)
    no_right = remark("note.no_scholarship", law.cite(age_limit, conditions, *special))
    refused = evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, no_right))
    # A failed condition settles it, whatever else is unknown.
    if status is Status.FAILED:
        return settled(refused)
    needs = facts_of_years(child)
    needs += unknown
    if needs:
        each_once = dict.fromkeys(needs)
        waiting = undecided(frame, tuple(each_once))
        return settled(waiting)
    years = tuple(years_to_age_limit(child, law, day, day))
    # It left school before the school year of the event.
    if not years:
        return settled(refused)
    rules = law.cite(table, age_limit, *special, "D64")
    lines = tuple(_line(year, rules) for year in years)
    answer = evolve(frame, lines=lines, years=years)
    return settled(answer)


def _check_child(child: object, day: date) -> None:
    checked = checked_kind(Child, child, "child")
    if checked.takes_over is not None:
        allowed = "None for one child alone"
        step = "ask scholarship(children, ...), which knows the other child"
        raise InputError("Child.takes_over", checked.takes_over, allowed, step)
    birth = checked.birth
    if birth is not None and birth > day:
        allowed = f"a day up to on ({day})"
        raise InputError("Child.birth", birth.isoformat(), allowed, "check both dates")


def facts_of_years(child: Child) -> list[MissingFact]:
    """The facts without which the school years to the age limit cannot be counted."""
    needs = unknown_of_years(child)
    if child.level is None and child.year is None:
        needs.append(MissingFact("child.year"))
    if child.birth is None:
        needs.append(MissingFact("child.birth"))
    return needs


def _line(year: SchoolYear, grounds: Grounds) -> Line:
    args: dict[str, Arg] = {
        "level": str(year.level),
        "year": year.school_class,
        "from_year": year.year,
        "to_year": year.year + 1,
    }
    return Line(
        code="scholarship.year",
        amount=year.amount,
        grounds=grounds,
        formula=Text("formula.school_year", args),
    )
