"""The school years of a child, from that of the event on (decision D64)."""

from datetime import date

from jamsos.answers.grounds import MissingFact
from jamsos.benefits.family.levels import LevelTerms, levels, present_class
from jamsos.benefits.results.scholarship import SchoolYear
from jamsos.law.law import Law
from jamsos.values.words import reached
from jamsos.workers.codes import Level
from jamsos.workers.family import Child


def school_year(day: date, law: Law) -> int:
    """The school year of a day, by the calendar year in which it begins (D64).

    >>> from jamsos.law import current
    >>> school_year(date(2026, 6, 30), current()), school_year(date(2026, 7, 1), current())
    (2025, 2026)
    """
    # Before July a day falls in the school year that began in the year before.
    return day.year - 1 if day.month < law.number_of("D64") else day.year


def first_day_of(year: int, law: Law) -> date:
    """The day on which a school year begins (D64)."""
    return date(year, law.number_of("D64"), 1)


def unknown_of_years(child: Child) -> list[MissingFact]:
    """The facts that are missing to count the school years; a child not at school has none."""
    # Without the level the class means nothing: only one of the two is asked for.
    if child.level in {None, Level.NONE}:
        return [MissingFact("child.level")]
    needs: list[MissingFact] = []
    if child.year is None:
        needs.append(MissingFact("child.year"))
    # After a change of study the years count from the first claim for the level.
    if child.course_changes and child.higher_since is None:
        needs.append(MissingFact("child.higher_since"))
    return needs


def years_ahead(child: Child, law: Law, day: date, event: date) -> list[SchoolYear]:
    """The school years from that of the event to the last class, whatever the child's age.

    The level and the class are those of the school year of the event; one class a year (D64). The
    law is that of a day of its own: after a death by a work accident that of the accident (D01).

    >>> from jamsos.law import current
    >>> pupil = Child(level="SMA", year=2, last_school_year=2027)
    >>> day = date(2026, 8, 20)
    >>> [str(year.level) for year in years_ahead(pupil, current(), day, day)]
    ['SMA', 'SMA']
    """
    years: list[SchoolYear] = []
    year = school_year(event, law)
    for terms, school_class in _classes_ahead(child, law, day):
        years.append(SchoolYear(year, terms.level, school_class, terms.rupiah_per_year))
        year += 1
    if child.course_changes and child.higher_since is not None:
        years = _after_a_change(years, child.higher_since, law, day)
    last = child.last_school_year
    return [one for one in years if last is None or one.year <= last]


def _classes_ahead(child: Child, law: Law, day: date) -> list[tuple[LevelTerms, int]]:
    """The child's class and every later one, as far as the table pays."""
    table = levels(law, day)
    codes = [level.level for level in table]
    start = codes.index(child.level or Level.NONE)
    classes: list[tuple[LevelTerms, int]] = []
    for level in table[start:]:
        for school_class in range(1, level.max_years + 1):
            classes.append((level, school_class))
    present = present_class(child, table)
    return classes[present - 1 :]


def _after_a_change(
    years: list[SchoolYear], higher_since: int, law: Law, day: date
) -> list[SchoolYear]:
    """After a change of study the years of higher education count from the first claim for it.

    Legal source: Permenaker 5/2021 Pasal 108 ayat (3), 109 ayat (4).
    """
    most = law.get("scholarship.higher_level_years", day).number
    school = [year for year in years if year.level is not Level.PT]
    higher = next(year for year in years if year.level is Level.PT)
    first = max(higher.year, higher_since)
    changed: list[SchoolYear] = []
    for year in range(first, higher_since + most):
        study = SchoolYear(year, Level.PT, year - higher_since + 1, higher.amount)
        changed.append(study)
    return [*school, *changed]


def years_to_age_limit(child: Child, law: Law, day: date, event: date) -> list[SchoolYear]:
    """The school years ahead, as far as they begin below the age limit.

    Legal source: Permenaker 5/2021 Pasal 103 ayat (2) huruf b. The first year belongs to the
    event: on its day the child must be below the limit, later on the first day of the year.
    """
    age_limit = law.get("scholarship.child_age_limit", day).number
    years: list[SchoolYear] = []
    # Never missing here: without it the answer waited for it.
    birth = child.birth or event
    for year in years_ahead(child, law, day, event):
        if reached(birth, tested_on(year.year, law, event), age_limit):
            break
        years.append(year)
    return years


def tested_on(year: int, law: Law, event: date) -> date:
    """The day on which the conditions of a school year are tested: the event, or its first day."""
    return max(event, first_day_of(year, law))
