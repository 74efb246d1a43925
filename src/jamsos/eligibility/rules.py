"""The entry rules, in the language of ``values.words``: for one worker or a column of them."""

from datetime import date

from jamsos.values.words import reached, where


def below_age(birth: date, on: date, limit: int) -> bool:
    """Not yet of the age: the birthday itself is too late (*belum mencapai usia*)."""
    return where(reached(birth, on, limit), yes=False, no=True)


def in_age_window(birth: date, on: date, at_least: int, below: int) -> bool:
    """At least one age and below another."""
    return reached(birth, on, at_least) & below_age(birth, on, below)


def long_enough(foreign: bool, months: int, needed: int) -> bool:
    """A citizen, or a foreigner who works long enough."""
    return where(foreign, months >= needed, no=True)
