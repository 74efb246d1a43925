"""The entry rules, in the language of ``values.words``: for one worker or a column of them."""

from datetime import date

from jamsos.values.words import reached, where
from jamsos.workers.enterprise import Size


def below_age(birth: date, on: date, limit: int) -> bool:
    """Not yet of the age: the birthday itself is too late (*belum mencapai usia*)."""
    return where(reached(birth, on, limit), yes=False, no=True)


def in_age_window(birth: date, on: date, at_least: int, below: int) -> bool:
    """At least one age and below another."""
    return reached(birth, on, at_least) & below_age(birth, on, below)


def long_enough(foreign: bool, months: int, needed: int) -> bool:
    """A citizen, or a foreigner who works long enough."""
    return where(foreign, months >= needed, no=True)


def size_by_figures(capital: int, sales: int, micro: tuple[int, int], small: tuple[int, int]) -> Size:
    """The size of an enterprise by its capital or its sales a year (PP 7/2021): either limit is enough."""
    of_small = where((capital <= small[0]) | (sales <= small[1]), Size.SMALL, Size.MEDIUM)
    return where((capital <= micro[0]) | (sales <= micro[1]), Size.MICRO, of_small)
