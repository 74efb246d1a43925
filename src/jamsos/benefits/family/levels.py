"""The school levels of the scholarship, and the class a child is in."""

from datetime import date
from functools import cache
from typing import NamedTuple

from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.workers.codes import Level
from jamsos.workers.family import Child


class LevelTerms(NamedTuple):
    """One school level: the yearly amount and the years it is paid for at most."""

    level: Level
    rupiah_per_year: int
    max_years: int

    @property
    def most(self) -> int:
        """The most the level can pay."""
        return self.rupiah_per_year * self.max_years


def levels(law: Law, day: date) -> tuple[LevelTerms, ...]:
    """The levels in school order (PP 82/2019 Pasal 25 ayat (3), 34 ayat (3), Lampiran III)."""
    table = law.get("scholarship.levels", day)
    return _levels(table)


@cache
def _levels(table: Provision) -> tuple[LevelTerms, ...]:
    return typed_rows(table, LevelTerms)


def statutory_maximum(law: Law, day: date) -> int:
    """The most one child can receive over all levels.

    >>> from jamsos.law import current
    >>> statutory_maximum(current(), date(2026, 1, 1))
    87000000
    """
    table = law.get("scholarship.levels", day)
    return _most_of_all(table)


@cache
def _most_of_all(table: Provision) -> int:
    return sum(terms.most for terms in _levels(table))


def present_class(child: Child, table: tuple[LevelTerms, ...]) -> int:
    """The child's class within its level, from 1.

    A school numbers the classes of SMP and SMA from the first class of SD on: 7 is SMP 1.

    >>> from jamsos.law import current
    >>> present_class(Child(level="SMP", year=8), levels(current(), date(2026, 1, 1)))
    2

    Raises:
        InputError: for a class the level does not have.

    """
    year = child.year or 1
    order = [terms.level for terms in table]
    place = order.index(child.level or Level.NONE)
    most = table[place].max_years
    classes_before = 0
    if child.level in {Level.SMP, Level.SMA}:
        classes_before = sum(terms.max_years for terms in table[order.index(Level.SD) : place])
    if year <= most:
        return year
    if classes_before < year <= classes_before + most:
        return year - classes_before
    allowed = f"a class of level {str(child.level)!r}, 1 to {most}"
    if classes_before:
        allowed += f", or {classes_before + 1} to {classes_before + most} as the school counts"
    raise InputError("Child.year", year, allowed, "correct year or level")
