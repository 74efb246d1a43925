"""Columns of the office's own in a hand-over: what they may hold, and no number of a person."""

import re
from collections.abc import Iterable, Sequence

import polars as pl

from jamsos.errors import InputError, looks_like_nik, name_meant
from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.layout import NAMED, NIK_DIGITS
from jamsos.values.plain import checked_tuple

_LOST = 2
"""The digits a NIK may have lost and still be one; numbers of telephones are shorter."""
_NEARLY_A_NIK = re.compile(rf"\d(?:[ .\-_'/,]?\d){{{NIK_DIGITS - _LOST - 1},}}")


def checked_own(frame: pl.DataFrame, names: object) -> tuple[str, ...]:
    """Return the columns that are written as they are, by the names the caller gives.

    Raises:
        InputError: for anything but names of columns of the frame, each once, or for a column of
            the layout, which is written anyway.

    """
    own = checked_tuple(str, names, "keep", "write the names of columns, as ['RT', 'catatan']")
    for name in own:
        if name in NAMED:
            allowed = "columns that the layout does not have"
            raise InputError("keep", name, allowed, "leave it out: it is written anyway")
        if name not in frame.columns:
            step = name_meant(name, frame.columns)
            raise InputError("keep", name, f"columns of the frame: {frame.columns}", step)
    if len(set(own)) != len(own):
        raise InputError("keep", list(own), "each column once", "leave out the second")
    return own


def check_headings(headings: Sequence[str], thing: str) -> None:
    """Refuse two columns under one heading, however it is written.

    Raises:
        InputError: naming the heading.

    """
    taken: set[str] = set()
    for heading in headings:
        # Whoever reads the file knows columns by their headings, small or large.
        plain = heading.strip().casefold()
        if plain in taken:
            raise InputError(thing, heading, "each heading once", "rename one of the columns")
        taken.add(plain)


def refuse_numbers_of_people(frame: pl.DataFrame, names: Iterable[str]) -> None:
    """Refuse columns in whose cells a NIK seems to stand.

    Raises:
        InputError: naming the column.

    """
    for name in names:
        texts = frame[name].cast(pl.String)
        if _numbers_of_people(texts):
            value = f"{name}: cells that look like a NIK"
            step = "leave it out, or ask for unmasked=True if whole numbers may go"
            raise InputError("frame", value, "columns without identity numbers", step)


def without_numbers(texts: pl.Series) -> pl.Series:
    """Texts in which no number of a person can be read: a name field holds one now and then."""
    odd = _numbers_of_people(texts)
    hidden = [shown(text) for text in odd]
    return texts.replace(pl.Series(odd, dtype=pl.String), pl.Series(hidden, dtype=pl.String))


def _numbers_of_people(texts: pl.Series) -> list[str]:
    """The texts in which a NIK seems to stand."""
    digits = texts.str.count_matches(r"\d")
    # Few texts have so many digits: only those are looked at one by one.
    long = texts.filter(digits >= NIK_DIGITS - _LOST)
    found: list[str] = []
    for text in long.unique():
        if _NEARLY_A_NIK.search(text) or looks_like_nik(text):
            found.append(text)
    return found
