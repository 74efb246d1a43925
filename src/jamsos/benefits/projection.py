"""A projection of a scholarship over the years (decision D64)."""

from datetime import date

from attrs import evolve

from jamsos.answers.answer import Answer, Line, Note, Outcome, Status, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.scholarship import levels, present_class, takes
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.values.days import checked_asked_day
from jamsos.values.words import reached
from jamsos.workers.codes import Level
from jamsos.workers.family import Child


def scholarship_projection(child: Child, day: date, *, law: Law | None = None) -> Answer:
    """A projection, not a promise: what one child would receive year by year (decision D64).

    School years start in July, the child moves up one class a year and stops at the age limit.

    Args:
        child: The child with level, class and birth date, and the facts its right depends on.
        day: The day of the event; its school year is the first one paid.
        law: The law to apply; by default the one shipped.

    >>> facts = {"studying": True, "lawful": True, "married": False, "working": False}
    >>> child = Child(birth=date(2009, 3, 1), level="SMA", year=3, **facts)
    >>> [line.amount for line in scholarship_projection(child, date(2026, 8, 20)).lines][:3]
    [3000000, 12000000, 12000000]

    """
    law = applied(law)
    checked_asked_day(day, "day")
    if not isinstance(child, Child):
        raise InputError("child", type(child).__name__, "a Child", "build the facts with jamsos.Child(...)")
    if child.birth is not None and child.birth > day:
        raise InputError("Child.birth", child.birth.isoformat(), f"not after {day}", "check the birth date")
    table = law.get("scholarship.levels", day)
    limit = law.get("scholarship.child_age_limit", day)
    grounds = law.cite(table, limit, "D64")
    frame = Answer(
        question="scholarship_projection",
        title=Text("projection.title", {"day": day}),
        outcome=Outcome.YES,
        law=law,
        facts={"child": child, "day": day},
        notes=(*beyond_knowledge(law, day), Note(text=Text("note.projection"), grounds=law.cite("D64"), warning=True)),
    )
    status, unknown = takes(child, law, day, day)
    if status is Status.FAILED:
        conditions = law.cite(limit, law.get("scholarship.child_conditions", day))
        no_right = Note(text=Text("note.no_scholarship"), grounds=conditions)
        return settled(evolve(frame, outcome=Outcome.NO, notes=(*frame.notes, no_right)))
    missing = [name for name in ("level", "year", "birth") if getattr(child, name) is None]
    missing += ["level"] if child.level is Level.NONE else []
    if missing or unknown:
        needs = tuple(dict.fromkeys((*(MissingFact(f"child.{name}") for name in missing), *unknown)))
        undecided = Note(text=Text("note.undecided"), grounds=needs)
        return settled(evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*frame.notes, undecided)))
    return settled(evolve(frame, lines=_years(child, law, day, limit.number, grounds)))


def _years(child: Child, law: Law, day: date, limit: int, grounds: tuple[Ground, ...]) -> tuple[Line, ...]:
    """One line a school year, from the present class to the end of the last level or the age limit."""
    table = levels(law, day)
    start = [level.level for level in table].index(child.level or Level.NONE)
    classes = [(level, year) for level in table[start:] for year in range(1, level.max_years + 1)]
    classes = classes[present_class(child, table[start]) - 1 :]
    july = law.number_of("D64")
    first_year = day.year if day.month >= july else day.year - 1
    birth = child.birth or day
    lines: list[Line] = []
    for later, (level, year) in enumerate(classes):
        tested = day if later == 0 else date(first_year + later, july, 1)
        if reached(birth, tested, limit):
            break
        args: dict[str, Arg] = {
            "level": str(level.level),
            "year": year,
            "from_year": first_year + later,
            "to_year": first_year + later + 1,
        }
        formula = Text("formula.school_year", args)
        lines.append(Line(code="scholarship.year", amount=level.rupiah_per_year, grounds=grounds, formula=formula))
    return tuple(lines)
