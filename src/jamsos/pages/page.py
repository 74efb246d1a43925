"""A page: a title, a few sentences, large figures and sections of rows, all in words."""

from collections.abc import Iterable
from enum import StrEnum, auto
from typing import NamedTuple, TypeAlias

Row: TypeAlias = tuple[str, ...]
"""The cells of a row as they are read."""


class Kind(StrEnum):
    """What the cells of a column are."""

    NAME = auto()
    """What the row is about."""
    WORDS = auto()
    AMOUNT = auto()
    """Figures that are compared digit under digit."""
    MARKS = auto()
    """The numbers of grounds, as ``[1][3]``."""


class Column(NamedTuple):
    """A column of a section: its heading, and what its cells are."""

    heading: str
    kind: Kind = Kind.WORDS


class Form(StrEnum):
    """How the rows of a section are laid out."""

    TABLE = auto()
    POINTS = auto()
    """Sentences one below the other, each behind its sign; marks may follow it."""
    WARNINGS = auto()
    """Points to be heeded before anybody relies on the rest."""
    GROUNDS = auto()
    """What the marks of the page point at, each behind its number; folded away where possible."""
    FOOT = auto()
    """A last line."""


class Section(NamedTuple):
    """A heading and rows of cells; no row of a table has more or fewer cells than its columns."""

    heading: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = ()
    totals: tuple[Row, ...] = ()
    """The last rows of a table, which sum up the others."""
    form: Form = Form.TABLE
    names_columns: bool = False
    """Whether the text names the columns too, because the rows do not explain themselves."""


class Figure(NamedTuple):
    """An amount that is shown large, with what it is."""

    name: str
    value: str


class Page(NamedTuple):
    """What is shown of one thing, in one language."""

    lang: str
    title: str
    sections: tuple[Section, ...]
    outcome: str = ""
    """What it comes to, where no figure tells it."""
    needs: tuple[str, ...] = ()
    """What the outcome waits for; nothing where it is decided."""
    figures: tuple[Figure, ...] = ()
    sentences: tuple[str, ...] = ()


def table(
    heading: str,
    columns: Iterable[Column],
    rows: Iterable[Row],
    totals: Iterable[Row] = (),
    *,
    names_columns: bool = False,
) -> Section:
    """A section of rows in columns; columns in which nothing stands are left out.

    >>> names = Column("Name", Kind.NAME), Column("Remark"), Column("Amount", Kind.AMOUNT)
    >>> dues = table("Dues", names, [("JKK", "", "Rp10,000"), ("JKM", "", "Rp6,800")])
    >>> [column.heading for column in dues.columns], dues.rows[0]
    (['Name', 'Amount'], ('JKK', 'Rp10,000'))
    """
    all_columns = tuple(columns)
    all_rows = tuple(rows)
    last_rows = tuple(totals)
    used: list[int] = []
    for place in range(len(all_columns)):
        if any(row[place] for row in (*all_rows, *last_rows)):
            used.append(place)
    return Section(
        heading,
        rows=tuple(_part(row, used) for row in all_rows),
        columns=tuple(all_columns[place] for place in used),
        totals=tuple(_part(row, used) for row in last_rows),
        names_columns=names_columns,
    )


def _part(row: Row, places: Iterable[int]) -> Row:
    return tuple(row[place] for place in places)
