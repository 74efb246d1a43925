"""What stands on a sheet, in words: parts side by side in rows, and a foot."""

from enum import StrEnum

from attrs import frozen

from jamsos.values.plain import checked_word


class Paper(StrEnum):
    """The paper a sheet is printed on."""

    A3 = "A3"
    A4 = "A4"


def checked_paper(paper: object) -> Paper:
    """Return a paper.

    Raises:
        InputError: for another one.

    """
    return Paper(checked_word([*Paper], paper, "paper"))


@frozen(kw_only=True)
class Points:
    """Points one below the other, under a heading of their own or none."""

    points: tuple[str, ...]
    heading: str = ""
    numbered: bool = False


@frozen(kw_only=True)
class Part:
    """One part of a sheet: a pictogram, a heading, and what is said below it."""

    picture: str
    heading: str
    figure: str = ""
    """The amount that is read from afar."""
    sentences: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """The headings of the table."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of the table."""
    lists: tuple[Points, ...] = ()
    """Lists of points, side by side."""
    remarks: tuple[str, ...] = ()
    """Small print of the part, below everything else."""


@frozen(kw_only=True)
class Content:
    """Everything on one sheet, in one language."""

    lang: str
    title: str
    about: str
    picture: str
    rows: tuple[tuple[Part, ...], ...]
    foot: tuple[str, ...]
    mark: str = ""
    """What is supposed; empty under the law."""
    paper: Paper = Paper.A4
