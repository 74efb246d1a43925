"""The caller's own words for what stands in a column, and the words of a list nobody knows."""

import csv
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import cast

import polars as pl

from jamsos.errors import InputError, kind_of
from jamsos.registers.intake.cells.cell import shown
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.column_readers import OwnWords, codes_of, spellings_of
from jamsos.registers.layout import NAMED, Holds
from jamsos.registers.problems import Problem
from jamsos.workers.occupations import occupations

_THING = "words"
_STEP = "write them as {'occupation': {'tani': 9}}"
_HEADINGS = ["column", "word", "meaning"]
_FLAGS = {True: "true", False: "false"}
_UNKNOWN = (
    Problem.FLAG_UNKNOWN,
    Problem.CODE_UNKNOWN,
    Problem.OCCUPATION_UNKNOWN,
    Problem.REGION_UNKNOWN,
    Problem.KECAMATAN_UNKNOWN,
    Problem.VILLAGE_UNKNOWN,
)
"""The problems of words without a meaning in their column."""


def checked_words(own: object) -> OwnWords:
    """The words of the caller by column, without signs; of a file or of a mapping.

    >>> checked_words({"occupation": {"Tani!": 9}, "letter": {"lengkap": True}})
    {'occupation': {'tani': '9'}, 'letter': {'lengkap': 'true'}}

    Raises:
        InputError: for a column that holds no words, or a meaning it cannot have.

    """
    words: dict[str, dict[str, str]] = {}
    for column, word, meaning in _lines(own):
        meanings = _meanings_of(column)
        said = _said(meaning)
        if said not in meanings:
            allowed = f"one of {', '.join(meanings)}"
            thing = f"{_THING} of {column}, {shown(word)}"
            raise InputError(thing, shown(str(meaning)), allowed, _STEP)
        of_column = words.setdefault(column, {})
        of_column[plain(word)] = meanings[said]
    return words


def _said(meaning: object) -> str:
    """A meaning as the readers write it."""
    if isinstance(meaning, bool):
        return _FLAGS[meaning]
    return str(meaning)


def _lines(own: object) -> Iterator[tuple[str, str, object]]:
    """Column, word and meaning of every word."""
    if own is None:
        return iter(())
    if isinstance(own, str | PathLike):
        return _of_file(Path(cast("str | PathLike[str]", own)))
    return _of_mapping(own)


def _of_file(path: Path) -> Iterator[tuple[str, str, object]]:
    # Spreadsheets put a byte order mark before the text.
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        kind = type(error).__name__
        step = "give the path of a CSV file in UTF-8"
        raise InputError(_THING, f"{path.name}: {kind}", "a file that can be read", step) from None
    table = csv.DictReader(text.splitlines())
    if table.fieldnames is None or not set(_HEADINGS) <= set(table.fieldnames):
        allowed = f"the headings {', '.join(_HEADINGS)}"
        raise InputError(_THING, path.name, allowed, "write them in the first line")
    for row in table:
        column, word, meaning = (row[heading] or "" for heading in _HEADINGS)
        yield column.strip(), word, meaning.strip()


def _of_mapping(own: object) -> Iterator[tuple[str, str, object]]:
    allowed = "for each column its words and their meanings, or the path of a file"
    if not isinstance(own, Mapping):
        raise InputError(_THING, kind_of(own), allowed, _STEP)
    for column, words in cast("Mapping[object, object]", own).items():
        if not isinstance(column, str) or not isinstance(words, Mapping):
            raise InputError(_THING, kind_of(words), allowed, _STEP)
        for word, meaning in cast("Mapping[object, object]", words).items():
            if not isinstance(word, str):
                raise InputError(_THING, kind_of(word), "words as texts", _STEP)
            yield column, word, meaning


def _meanings_of(column: str) -> dict[str, str]:
    """What a word of a column can mean, as the caller and as the readers write it.

    Raises:
        InputError: for a column that holds no words.

    """
    if column == "occupation":
        return {str(code): str(code) for code in occupations()}
    holds = NAMED[column].holds if column in NAMED else None
    if holds is Holds.FLAG:
        return {"true": "true", "false": "false", "ya": "true", "tidak": "false"}
    if holds is Holds.CODE:
        return {code: code for code in codes_of(column)} | spellings_of(column)
    allowed = "occupation, or a column of codes or of yes and no"
    raise InputError(f"{_THING}: column", shown(column), allowed, _STEP)


def unknown_words(problems: pl.DataFrame) -> pl.DataFrame:
    """The words of a list nobody knows: ``column``, ``word``, ``count``, ``near``.

    Args:
        problems: The problems of a register.

    """
    is_unknown = pl.col("problem").cast(pl.String).is_in(list(map(str, _UNKNOWN)))
    by_word = problems.filter(is_unknown).group_by("column", word=pl.col("value"))
    near = pl.col("hint").max().alias("near")
    counted = by_word.agg(pl.len().alias("count"), near)
    in_order = counted.sort("count", "column", "word", descending=[True, False, False])
    return in_order.select("column", "word", "count", "near")
