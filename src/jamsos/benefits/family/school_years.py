"""The school years of a child, from that of the event on (decision D64)."""

from bisect import bisect_left
from datetime import date
from functools import lru_cache

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
    table = levels(law, day)
    present = present_class(child, table)
    first_year = school_year(event, law)
    years = _years_from(child.level or Level.NONE, present, first_year, table)
    if child.course_changes and child.higher_since is not None:
        years = _after_a_change(years, child.higher_since, law, day)
    last = child.last_school_year
    return [one for one in years if last is None or one.year <= last]


@lru_cache(maxsize=4096)
def _years_from(
    level: Level, present: int, first_year: int, table: tuple[LevelTerms, ...]
) -> tuple[SchoolYear, ...]:
    """A class of a level and every later one, as far as the table pays, one in a year."""
    codes = [terms.level for terms in table]
    classes: list[tuple[LevelTerms, int]] = []
    for terms in table[codes.index(level) :]:
        for school_class in range(1, terms.max_years + 1):
            classes.append((terms, school_class))
    years: list[SchoolYear] = []
    for year, (terms, school_class) in enumerate(classes[present - 1 :], first_year):
        years.append(SchoolYear(year, terms.level, school_class, terms.rupiah_per_year))
    return tuple(years)


def _after_a_change(
    years: tuple[SchoolYear, ...], higher_since: int, law: Law, day: date
) -> tuple[SchoolYear, ...]:
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
    return (*school, *changed)


def years_to_age_limit(child: Child, law: Law, day: date, event: date) -> list[SchoolYear]:
    """The school years ahead, as far as they begin below the age limit."""
    years = years_ahead(child, law, day, event)
    # Never missing here: without it the answer waited for it.
    birth = child.birth or event
    return below_age_limit(years, birth, law, day, event)


def below_age_limit(
    years: list[SchoolYear], birth: date, law: Law, day: date, event: date
) -> list[SchoolYear]:
    """The school years, in order, that begin below the age limit.

    Legal source: Permenaker 5/2021 Pasal 103 ayat (2) huruf b. The first year belongs to the
    event: on its day the child must be below the limit, later on the first day of the year.
    """
    age_limit = law.get("scholarship.child_age_limit", day).number

    def is_too_old(year: SchoolYear) -> bool:
        return reached(birth, tested_on(year.year, law, event), age_limit)

    # Who is too old in one year is so in every later one.
    count = bisect_left(years, x=True, key=is_too_old)
    return years[:count]


def tested_on(year: int, law: Law, event: date) -> date:
    """The day on which the conditions of a school year are tested: the event, or its first day."""
    return max(event, first_day_of(year, law))
