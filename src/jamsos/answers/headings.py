"""Columns of a table under headings in a language."""

from jamsos.answers.texts import Text
from jamsos.pages.page import Column, Kind


def names(heading: Text, lang: str) -> Column:
    """A column of what the rows are about."""
    return Column(heading.say(lang), Kind.NAME)


def words(heading: Text, lang: str) -> Column:
    """A column of words."""
    return Column(heading.say(lang))


def amounts(heading: Text, lang: str) -> Column:
    """A column of money or counts."""
    return Column(heading.say(lang), Kind.AMOUNT)


def marks(lang: str) -> Column:
    """The column of the numbers of the grounds."""
    return Column(Text("heading.grounds").say(lang), Kind.MARKS)
