"""What a list says of its own digits and letters, above or below it: *1 = Petani, 2 = Nelayan*.

The digits of an office are not those of the civil registry, and 1 may stand for no. Where a column
is written in them, each has to be explained in words that are known; else it is not taken.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from jamsos.registers.intake.cells.cell import without_point_zero
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.column_readers import OwnWords, Reading
from jamsos.registers.intake.heading_terms import Meaning, WhyUntaken
from jamsos.registers.intake.heading_words import names_column
from jamsos.registers.layout import NAMED, Holds

_KEY = r"(?<!\w)(?:[0-9]{1,2}|[a-z])"
_SIGN = r"\s*[=:.)\u2013-]\s*"
_NEXT = rf"\s*(?:(?:dan|atau|/|&)?\s*{_KEY}(?:{_SIGN}|\s)|[=;,|()]|$)"
_PAIR = re.compile(
    rf"(?<!=)(?<!=\s)(?P<key>{_KEY})(?P<sign>{_SIGN}|(?<=[0-9])\s+)(?P<word>[a-z].*?)(?={_NEXT})"
)
"""A key and its word; the word ends where the next key begins."""
_TURNED = re.compile(r"(?P<word>[a-z][a-z /]*?)\s*[=(]\s*(?P<key>[0-9]{1,2})(?![0-9])")
"""A word and its key; it may be a count as well: *Petani = 9*."""
_CUT = "..."
"""How a report ends a text that is longer than it shows."""
_IS_EQUAL = "="
_BEHIND = "behind"
"""In the place of the sign: the key stands behind its word."""
_LEAST_OF_OTHER_SIGNS = 2
"""So many known words make a legend of *1. Petani 2. Nelayan*; one alone may be a rule."""
_NUMERIC = False
"""A word of a legend is no numeric cell."""
_FLAGS = {True: "true", False: "false"}


class _Pair(NamedTuple):
    """One line of a legend."""

    key: str
    word: str
    sign: str


class Legends(NamedTuple):
    """What the legends of a list say of its columns."""

    words: OwnWords
    """For each column what its digits and letters mean, the caller's own words among them."""
    against: dict[int, Meaning]
    """By the number of a column: why it cannot be taken."""


class _Explained(NamedTuple):
    """What a legend says of one column."""

    words: dict[str, str]
    """What the keys mean whose words are known."""
    is_meant: bool
    """Whether it may be the legend of this column, known or not."""
    behind: frozenset[str]
    """The keys that stand behind a word of this column."""


def legends_of(
    apart: Sequence[str], layout: Mapping[str, str], cells: pl.DataFrame, reading: Reading
) -> Legends:
    """What the titles and notes of a list say of the digits in its columns.

    Args:
        apart: The titles and notes.
        layout: The numbers of the columns, and the column of the layout each stands for.
        cells: The cells of the people.
        reading: How the columns are read.

    """
    own = {column: dict(words) for column, words in reading.own_words.items()}
    against: dict[int, Meaning] = {}
    pairs = [pair for text in apart for pair in _pairs(text)]
    explained = _explained(pairs, apart, layout, reading)
    for number, column in layout.items():
        if column not in explained:
            continue
        keys = _keys_in(cells[number], pairs)
        meant = explained[column]
        known = meant.words | own.get(column, {})
        if _is_unclear(keys, meant, known):
            against[int(number)] = Meaning(column, why=WhyUntaken.REMARK, words=_said(pairs))
        elif keys and meant.words:
            own[column] = known
    return Legends(own, against)


def _is_unclear(keys: Sequence[str], meant: _Explained, known: Mapping[str, str]) -> bool:
    """Whether a column has digits that its legend may explain, and nobody understands."""
    unknown = [key for key in keys if key.isdigit() and key not in known]
    may_be_explained = meant.is_meant or not meant.behind.isdisjoint(keys)
    return bool(unknown) and may_be_explained


def _said(pairs: Sequence[_Pair]) -> str:
    """A legend as a report shows it."""
    return ", ".join(f"{pair.key} = {pair.word}" for pair in pairs)


def _explained(
    pairs: Sequence[_Pair], apart: Sequence[str], layout: Mapping[str, str], reading: Reading
) -> dict[str, _Explained]:
    """For each column of words what the pairs say of it."""
    if not pairs:
        return {}
    found = _words_of_columns(pairs, layout, reading)
    has_equal_sign = any(pair.sign == _IS_EQUAL for pair in pairs)
    is_of_nobody = not any(found.values())
    explained: dict[str, _Explained] = {}
    for column, words in found.items():
        if _is_official(words):
            continue
        may_be_its = _is_named(apart, column) or (is_of_nobody and column == "occupation")
        is_meant = bool(words) or (may_be_its and has_equal_sign)
        explained[column] = _Explained(words, is_meant, _keys_behind(pairs, column, reading))
    return explained


def _words_of_columns(
    pairs: Sequence[_Pair], layout: Mapping[str, str], reading: Reading
) -> dict[str, dict[str, str]]:
    """For each column of words what the keys mean whose words it knows."""
    found: dict[str, dict[str, str]] = {}
    for column in layout.values():
        if NAMED[column].holds in (Holds.CODE, Holds.FLAG) or column == "occupation":
            found[column] = _known(pairs, column, reading)
    return found


def _is_official(words: Mapping[str, str]) -> bool:
    """Whether a legend numbers as the civil registry does, and says nothing new."""
    return bool(words) and all(key == meaning for key, meaning in words.items())


def _is_named(apart: Sequence[str], column: str) -> bool:
    """Whether a legend names the column it is about."""
    return any(names_column(text, column) for text in apart if _pairs(text))


def _pairs(text: str) -> list[_Pair]:
    """The keys a text explains, each with its word."""
    pairs = _found(text)
    # Of a text that was cut the last word is not known whole.
    if pairs and text.endswith(_CUT):
        pairs[-1] = pairs[-1]._replace(word=_CUT)
    return pairs


def _found(text: str) -> list[_Pair]:
    small = text.casefold()
    pairs: list[_Pair] = []
    end = 0
    for found in _PAIR.finditer(small):
        sign = found["sign"].strip()
        before = small[end : found.start()].strip()
        # In TAHAP 1 - PETANI the number belongs to the word before it.
        if sign == _IS_EQUAL or not before[-1:].isalnum():
            pairs.append(_pair(found, sign))
            end = found.end()
    if not pairs:
        pairs = [_pair(found, _BEHIND) for found in _TURNED.finditer(small)]
    return pairs


def _pair(found: re.Match[str], sign: str) -> _Pair:
    return _Pair(found["key"].lstrip("0") or "0", found["word"].strip(), sign)


def _keys_behind(pairs: Sequence[_Pair], column: str, reading: Reading) -> frozenset[str]:
    """The keys that stand behind words a column knows."""
    turned = [pair for pair in pairs if pair.sign == _BEHIND]
    read = reading.reader(column, [pair.word for pair in turned])
    return frozenset(pair.key for pair in turned if read(pair.word, _NUMERIC).value is not None)


def _known(pairs: Sequence[_Pair], column: str, reading: Reading) -> dict[str, str]:
    """What the keys mean whose words a column knows."""
    # The words stand beside each other as the cells of a column do: P beside W may be pria.
    pairs = [pair for pair in pairs if pair.sign != _BEHIND]
    read = reading.reader(column, [pair.word for pair in pairs])
    meanings: dict[str, str] = {}
    signs: set[str] = set()
    for pair in pairs:
        value = read(pair.word, _NUMERIC).value
        if value is not None:
            meanings[pair.key] = _FLAGS[value] if isinstance(value, bool) else str(value)
            signs.add(pair.sign)
    is_legend = _IS_EQUAL in signs or len(meanings) >= _LEAST_OF_OTHER_SIGNS
    return meanings if is_legend else {}


def _keys_in(cells: pl.Series, pairs: Sequence[_Pair]) -> list[str]:
    """The cells of a column that may be keys of a legend."""
    explained = {pair.key for pair in pairs}
    keys: list[str] = []
    for text in cells.drop_nulls().unique(maintain_order=True):
        key = plain(without_point_zero(text.strip()))
        if key.isdigit() or key in explained:
            keys.append(key)
    return keys
