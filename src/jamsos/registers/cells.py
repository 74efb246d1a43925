"""One cell of a register as it was read: its value, what was repaired, or why it cannot be taken."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from jamsos.errors import looks_like_nik, masked


class Reaction(StrEnum):
    """What a problem does to its row."""

    REJECT = "rejected"
    CHECK = "to_check"
    WARN = "warning"
    """The row stands; somebody should look."""
    INFORM = "information"


class Repair(StrEnum):
    """How a cell was written that could be read without a guess."""

    BLANKS = "text.blanks"
    CONTROL = "text.control"
    MARKS = "text.marks"
    TEXT_APOSTROPHE = "text.apostrophe"
    MISSING = "missing"
    SEPARATORS = "identity.separators"
    APOSTROPHE = "identity.apostrophe"
    ZERO = "identity.zero"
    WRITTEN = "day.written"
    DIGITS = "day.digits"
    SERIAL = "day.serial"
    TIME = "day.time"
    CENTURY = "day.century"
    AMOUNT = "amount.written"
    MILLIONS = "amount.words"
    WORD = "word"
    PLACE = "place"


class Problem(StrEnum):
    """Why a cell, a row or a person needs a look. The codes are versioned API."""

    IDENTITY_MISSING = "identity.missing"
    IDENTITY_LENGTH = "identity.length"
    IDENTITY_SCIENTIFIC = "identity.scientific"
    IDENTITY_NUMBER = "identity.number"
    IDENTITY_LETTERS = "identity.letters"
    IDENTITY_CHARACTERS = "identity.characters"
    IDENTITY_DATE = "identity.date"
    IDENTITY_SERIAL = "identity.serial"
    IDENTITY_IS_KK = "identity.is_kk"
    DAY_IMPOSSIBLE = "day.impossible"
    DAY_MONTH_FIRST = "day.month_first"
    DAY_CENTURY = "day.century"
    DAY_FUTURE = "day.future"
    DAY_LONG_AGO = "day.long_ago"
    DAY_UNCLEAR = "day.unclear"
    AMOUNT_UNCLEAR = "amount.unclear"
    AMOUNT_FRACTION = "amount.fraction"
    AMOUNT_LARGE = "amount.large"
    WHOLE_UNCLEAR = "whole.unclear"
    FLAG_UNKNOWN = "flag.unknown"
    CODE_UNKNOWN = "code.unknown"
    REGION_UNKNOWN = "region.unknown"
    KECAMATAN_UNKNOWN = "kecamatan.unknown"
    VILLAGE_UNKNOWN = "village.unknown"
    VILLAGE_SEVERAL = "village.several"
    VILLAGE_ELSEWHERE = "village.elsewhere"
    TEXT_FORMULA = "text.formula"
    TEXT_UNREADABLE = "text.unreadable"
    CELL_LONG = "cell.long"
    ROW_SHORT = "row.short"
    ROW_CELLS = "row.cells"
    ROW_QUOTES = "row.quotes"
    ROW_ENCODING = "row.encoding"
    NIK_TWICE = "nik.twice"
    NIK_REPEATED = "nik.repeated"
    NIK_TWO = "nik.two"
    NIK_IS_A_KK = "nik.is_a_kk"
    NIK_BIRTH = "nik.birth"
    NIK_SEX = "nik.sex"
    NIK_AGE = "nik.age"
    NIK_REGION = "nik.region"
    WAGE_EARNER = "wage_earner"
    OTHER_PAYER = "other_payer"
    LETTER_MISSING = "letter.missing"
    OCCUPATION_STOP = "occupation.stop"
    VILLAGE_MISSING = "village.missing"
    DIED = "died"

    @property
    def reaction(self) -> Reaction:
        """What the problem does to its row."""
        return _REACTIONS.get(self, Reaction.CHECK)


_REACTIONS = {
    **dict.fromkeys(
        (
            Problem.IDENTITY_LENGTH,
            Problem.IDENTITY_SCIENTIFIC,
            Problem.IDENTITY_CHARACTERS,
            Problem.IDENTITY_DATE,
            Problem.IDENTITY_SERIAL,
            Problem.DAY_IMPOSSIBLE,
            Problem.DAY_FUTURE,
            Problem.DAY_LONG_AGO,
            Problem.CELL_LONG,
            Problem.ROW_CELLS,
        ),
        Reaction.REJECT,
    ),
    **dict.fromkeys(
        (
            Problem.NIK_TWO,
            Problem.NIK_IS_A_KK,
            Problem.NIK_BIRTH,
            Problem.NIK_SEX,
            Problem.NIK_AGE,
            Problem.WAGE_EARNER,
            Problem.OTHER_PAYER,
            Problem.LETTER_MISSING,
            Problem.OCCUPATION_STOP,
            Problem.VILLAGE_MISSING,
            Problem.DIED,
        ),
        Reaction.WARN,
    ),
    Problem.NIK_REGION: Reaction.INFORM,
}


class Cell(NamedTuple):
    """A cell that was read: a value (None: nothing stated), and a problem where it cannot be taken as it stands."""

    value: Any = None
    repair: Repair | None = None
    problem: Problem | None = None
    hint: str = ""
    """What may have been meant; never taken without somebody's word."""


Reader: TypeAlias = Callable[[str, bool], Cell]
"""Reads a text without outer blanks; the second argument tells whether it stood in a numeric cell."""


@cache
def words(column: str) -> dict[str, str]:
    """The words people write in a column, and what each means."""
    import csv  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    with files("jamsos.registers").joinpath("words.csv").open(encoding="utf-8") as lines:
        return {row["word"]: row["meaning"] for row in csv.DictReader(lines) if row["column"] == column}


def nothing(text: str) -> bool:
    """Whether a cell says that nothing is known: a dash, *tidak tahu*."""
    return text.casefold() in words("nothing")


class Neutral(NamedTuple):
    """A text that cannot act on a screen or a program, and what was taken out."""

    text: str
    repairs: tuple[Repair, ...]


_BLANK = re.compile(r"\s+")


def neutral(text: str) -> Neutral:
    r"""Take out NUL, control characters and the marks that turn writing round; single the blanks.

    >>> neutral("\u202eNama\x00  Rekaan ").text
    'Nama Rekaan'
    """
    found: list[Repair] = []
    single = _BLANK.sub(" ", text)
    for category, repair in (("Cc", Repair.CONTROL), ("Cf", Repair.MARKS)):
        kept = "".join(letter for letter in single if unicodedata.category(letter) != category)
        found += [repair] if kept != single else []
        single = kept
    trimmed = _BLANK.sub(" ", single).strip()
    if trimmed != text and (not found or trimmed != single):
        found.append(Repair.BLANKS)
    return Neutral(trimmed, tuple(found))


_NUMBER = re.compile(r"\d(?:[ .\-_'/,]?\d){11,}")
"""Twelve digits or more of any script: what remains of a NIK with some digits lost."""
_SHOWN = 60
"""The longest value a report shows."""


def shown(text: str, *, identity: bool = False) -> str:
    """What a report shows of a cell: cut, and without a number that could be a NIK."""
    hidden = _NUMBER.sub(lambda found: masked(found[0]), text)
    hidden = masked(text) if identity or looks_like_nik(hidden) else hidden
    return hidden if len(hidden) <= _SHOWN else f"{hidden[:_SHOWN]}..."
