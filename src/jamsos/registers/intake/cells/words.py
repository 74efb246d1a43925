"""Yes and no, codes and free text as people write them."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from jamsos.registers.intake.cells.amounts import whole_reader
from jamsos.registers.intake.cells.cell import Cell, Reader, nothing, without_point_zero, words
from jamsos.registers.problems import Problem, Repair
from jamsos.workers.occupations import occupations

_Meaning = TypeVar("_Meaning", str, int)

_TRUE = "true"
_AS_THE_LAYOUT = frozenset({"ya", "tidak", "true", "false"})
"""Words the layout itself uses: reading them repairs nothing."""
_FORMULA = tuple("=+-@＝＋－＠")
"""How a text begins that a spreadsheet would run as a formula."""
_PARTED = re.compile(r"[()/]")
_STROKE = re.compile(r" ?/ ?")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_LOOKED_FOR = 300
"""Unknown words of a column for which near ones are looked for; each takes a millisecond."""
_LONGEST = 40
"""A longer text is no slip of a word."""
_CLOSE = 0.75
"""How alike two words are from which one may be a slip of the other."""
_SIGN = re.compile(r"[^\w/&]+|_")


def plain(text: str) -> str:
    """A word without signs, in small letters, with single blanks.

    >>> plain("  TGL. LAHIR "), plain("Petani/Pekebun")
    ('tgl lahir', 'petani/pekebun')
    """
    small = text.casefold()
    without_signs = _SIGN.sub(" ", small)
    return " ".join(without_signs.split())


def flag_words(
    column: str, written: Collection[str], signs: Mapping[str, str], beside: Collection[str] = ()
) -> dict[str, str]:
    """The words for yes and no in a column, with what *t* is there: *tidak*, or *true*.

    Args:
        column: The column, which may have words of its own: *WNA*, *meninggal*.
        written: Its cells.
        signs: What the heading says of digits and letters; of no digit: 1 is yes, 0 is no.
        beside: The cells of all columns of yes and no.

    """
    meaning = words("flag") | words(column)
    meaning |= _meaning_of_t(meaning, written, beside)
    if any(sign.isdigit() for sign in signs):
        meaning = {word: said for word, said in meaning.items() if not word.isdigit()}
    meaning |= signs
    return {word: said for word, said in meaning.items() if said}


def _meaning_of_t(
    meaning: Mapping[str, str], written: Collection[str], beside: Collection[str]
) -> dict[str, str]:
    """What *t* and *f* are in a column; an empty meaning where nobody knows."""
    own = {text.casefold() for text in written}
    around = own.union(text.casefold() for text in beside)
    has_words = not own.isdisjoint(meaning.keys() - {"t"})
    # Databases write true and false as t and f; where only the one occurs, another column shows.
    if {"t", "f"} <= around and not has_words and "y" not in around:
        return {"t": "true", "f": "false"}
    if "f" in own:
        return {"t": ""}
    # A small t alone may come from a database whose every row is true; people write T, or y too.
    is_alone = "t" in written and around.isdisjoint(meaning.keys() - {"t"})
    if is_alone and "T" not in written:
        return {"t": ""}
    return {}


def sex_words(
    written: Iterable[str], digits: dict[str, str], *, p_is_woman: bool = True
) -> dict[str, str]:
    """The words for the sexes; *p* is *perempuan*, but not where *w* for *wanita* stands too.

    Args:
        written: The cells of the column.
        digits: What the heading says of digits.
        p_is_woman: Whether the heading leaves *p* what it usually is; *Pria/Wanita* does not.

    """
    meaning = dict(words("sex"))
    small = {plain(text) for text in written}
    # Where somebody writes w for a woman, their p may be pria, a man.
    has_other_pair = not small.isdisjoint({"pria", "wanita", "wnt"})
    has_its_pair = not small.isdisjoint({"l", "lk", "laki laki", "perempuan", "pr"})
    is_beside_other = has_other_pair and not has_its_pair
    if "w" in small or is_beside_other or not p_is_woman:
        del meaning["p"]
    return meaning | digits


def _word(text: str) -> str:
    """A text as the word that may be known; whoever asks states nothing: *Ya?*"""
    if "?" in text:
        return text
    # A tick is a sign, and all that plain leaves of it is nothing.
    word = plain(without_point_zero(text)) or text
    # Petani / Pekebun stands in the tables without blanks.
    return _STROKE.sub("/", word)


def flag_reader(meaning: Mapping[str, str]) -> Reader:
    """How yes and no are read.

    Args:
        meaning: The words, and *true* or *false* for each.

    """
    near = Near(meaning)

    def read(text: str, _numeric: bool) -> Cell:
        word = _word(text)
        # Without its sign the \\N of a database would be the n of no.
        is_nothing = nothing(text) and text.casefold() not in meaning
        if is_nothing or word not in meaning:
            return _unread(text, Problem.FLAG_UNKNOWN, near)
        says_yes = meaning[word] == _TRUE
        if word in _AS_THE_LAYOUT:
            return Cell(says_yes)
        return Cell(says_yes, Repair.WORD)

    return read


def code_reader(codes: Mapping[str, str], meaning: Mapping[str, str]) -> Reader:
    """How a code is read: in one of its spellings, or by the Indonesian word for it.

    Any other word is to be checked.

    Args:
        codes: The code of each spelling.
        meaning: The code of each word.

    """
    written = {spelling.casefold(): code for spelling, code in codes.items()}
    near = Near(meaning)

    def read(text: str, _numeric: bool) -> Cell:
        code = text.casefold()
        if code in written:
            return Cell(written[code])
        word = _word(text)
        said = meaning.get(word) or _said_twice(text, meaning)
        if said is not None:
            return Cell(said, Repair.WORD)
        return _unread(text, Problem.CODE_UNKNOWN, near)

    return read


def _said_twice(text: str, meaning: Mapping[str, _Meaning]) -> _Meaning | None:
    """What all parts of a text mean alike: *Buruh harian lepas (BHL)*, *Perempuan/P*."""
    said: set[_Meaning | None] = set()
    for part in _PARTED.split(text):
        if part.strip():
            said.add(meaning.get(_word(part)))
    if len(said) == 1:
        return said.pop()
    return None


def occupation_reader(meaning: Mapping[str, str]) -> Reader:
    """How an occupation is read: by its number in form F-1.01, by its name there, or by a word.

    Args:
        meaning: The words, and the number of each.

    """
    listed = occupations()
    names: dict[str, int] = {}
    for code, occupation in listed.items():
        names[plain(occupation.name)] = code
    for word, number in meaning.items():
        names[word] = int(number)
    read_number = whole_reader(min(listed), max(listed))
    near = Near(names)

    def read(text: str, numeric: bool) -> Cell:
        word = _word(text)
        if word in names:
            return Cell(names[word], Repair.WORD)
        if numeric or not _LETTER.search(text):
            return read_number(text, numeric)
        code = _said_twice(text, names)
        if code is not None:
            return Cell(code, Repair.WORD)
        return _unread(text, Problem.OCCUPATION_UNKNOWN, near)

    return read


class Near:
    """The known words a text may be a slip of, for whoever looks at it."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the words of a column."""
        self._known = list(known)
        self._left = _MOST_LOOKED_FOR

    def hint(self, text: str) -> str:
        """The nearest words; none once too many were looked for, as in a column of free text."""
        word = plain(text)
        if not self._left or len(word) > _LONGEST:
            return ""
        self._left -= 1
        near = get_close_matches(word, self._known, cutoff=_CLOSE)
        return ", ".join(near)


def _unread(text: str, problem: Problem, near: Near) -> Cell:
    """A word without a meaning in its column: nothing is stated, or it is to be checked."""
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    return Cell(problem=problem, hint=near.hint(text))


def read_text(text: str, _numeric: bool) -> Cell:
    """Read free text; one that a spreadsheet would run is to be checked.

    An apostrophe that only kept a spreadsheet from running it is taken off.

    >>> read_text("=1+1 Rekaan", False).problem
    <Problem.TEXT_FORMULA: 'text.formula'>
    """
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    if text.startswith(_FORMULA):
        return Cell(text, problem=Problem.TEXT_FORMULA)
    if text.startswith("'"):
        bare = text.removeprefix("'").lstrip()
        if bare.startswith(_FORMULA):
            return Cell(bare, Repair.TEXT_APOSTROPHE, Problem.TEXT_FORMULA)
    return Cell(text)
