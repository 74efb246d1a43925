"""One cell of a register as it was read: its value, its repair, or why it is refused."""

import csv
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

from jamsos.errors import looks_like_nik, masked
from jamsos.registers.problems import Problem, Repair


class Cell(NamedTuple):
    """A cell that was read, with the problem where its text is not taken as it stands."""

    value: Any = None
    """None where nothing is stated, or nothing can be taken."""
    repair: Repair | None = None
    problem: Problem | None = None
    hint: str = ""
    """What may have been meant; it is never taken unless somebody confirms it."""


Reader: TypeAlias = Callable[[str, bool], Cell]
"""Reads a text without outer blanks; the second argument says whether the cell was numeric."""


@cache
def words(column: str) -> dict[str, str]:
    """The words people write in a column, and what each means."""
    table = files("jamsos.registers.intake.cells").joinpath("words.csv")
    meanings: dict[str, str] = {}
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["column"] == column:
                meanings[row["word"]] = row["meaning"]
    return meanings


def nothing(text: str) -> bool:
    """Whether a cell says that nothing is known: a dash, *tidak tahu*, dots nobody wrote upon."""
    return bool(_UNFILLED.fullmatch(text)) or text.casefold() in words("nothing")


UNFILLED = r"[-\u2013\u2014._\u2026/\s]*[-\u2013\u2014._\u2026]"
"""A dash, or the dots and lines of a form that nobody filled in."""
_UNFILLED = re.compile(UNFILLED)


_POINT_ZERO = re.compile(r"(\d+)\.(?:0|0{4,})", re.ASCII)
"""Three zeros may be thousands, and two are cents."""


def without_point_zero(text: str) -> str:
    """A whole number without the decimals of a program that always writes them: 9.0, 9.0000."""
    number = _POINT_ZERO.fullmatch(text)
    return number[1] if number else text


class Neutral(NamedTuple):
    """A text that cannot act on a screen or a program, and what was taken out of it."""

    text: str
    repairs: tuple[Repair, ...]


_BLANK = re.compile(r"\s+")
_CONTROL = "Cc"
_FORMAT = "Cf"
"""The category of Unicode for marks without a shape, those that turn writing round among them."""


def neutral(text: str) -> Neutral:
    r"""Take out NUL, control characters and the marks that turn writing round; single the blanks.

    >>> neutral("\u202eNama\x00  Rekaan ").text
    'Nama Rekaan'
    """
    single = " ".join(text.split())
    # Most texts hold nothing but blanks that could act, and a quick look tells.
    if single.isprintable():
        return Neutral(single, () if single == text else (Repair.BLANKS,))
    repairs: list[Repair] = []
    spaced = _BLANK.sub(" ", text)
    visible = _without(spaced, _CONTROL)
    if visible != spaced:
        repairs.append(Repair.CONTROL)
    plain = _without(visible, _FORMAT)
    if plain != visible:
        repairs.append(Repair.MARKS)
    trimmed = _BLANK.sub(" ", plain).strip()
    # Beside a mark that was taken out, only the blanks it leaves behind are a repair of their own.
    before = plain if repairs else text
    if trimmed != before:
        repairs.append(Repair.BLANKS)
    return Neutral(trimmed, tuple(repairs))


def _without(text: str, category: str) -> str:
    others: list[str] = []
    for letter in text:
        if unicodedata.category(letter) != category:
            others.append(letter)
    return "".join(others)


_NUMBER = re.compile(r"\d(?:[ .\-_'/,]?\d){11,}")
"""Twelve digits or more of any script: what remains of a NIK with some digits lost."""
_SHOWN = 60
"""The longest value a report shows."""


def shown(text: str, *, identity: bool = False) -> str:
    """What a report shows of a cell: cut short, and without a number that could be a NIK."""
    hidden = _NUMBER.sub(_masked_number, text)
    # An identity is hidden whole: a report must not give away the digits around a letter either.
    if identity or looks_like_nik(hidden):
        hidden = masked(text)
    if len(hidden) > _SHOWN:
        return f"{hidden[:_SHOWN]}..."
    return hidden


def _masked_number(number: re.Match[str]) -> str:
    return masked(number[0])
