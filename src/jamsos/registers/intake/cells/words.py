"""Yes and no, codes and free text as people write them."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from jamsos.registers.intake.cells.amounts import whole_reader
from jamsos.registers.intake.cells.cell import Cell, Reader, nothing, words
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
_PRIA_AND_WANITA = frozenset({"pria", "wanita"})
_SIGN = re.compile(r"[^\w/&]+|_")


def plain(text: str) -> str:
    """A word without signs, in small letters, with single blanks.

    >>> plain("  TGL. LAHIR "), plain("Petani/Pekebun")
    ('tgl lahir', 'petani/pekebun')
    """
    small = text.casefold()
    without_signs = _SIGN.sub(" ", small)
    return " ".join(without_signs.split())


def _word(text: str) -> str:
    """A word as the tables have it, without blanks at a stroke: *Petani / Pekebun*."""
    # Who writes Ya? or L (?) does not know, and no table has such a word.
    if "?" in text:
        return text
    return _STROKE.sub("/", plain(text))


def flag_words(column: str, written: Iterable[str], digits: dict[str, str]) -> dict[str, str]:
    """The words for yes and no in a column; *t* is *tidak*, but not where *f* stands too.

    Args:
        column: The column, which may have words of its own: *WNA*, *meninggal*.
        written: Its cells.
        digits: What the heading says of digits; none: 1 is yes, 0 is no.

    """
    meaning = words("flag") | words(column)
    small = {text.casefold() for text in written}
    # Where somebody writes f for false, their t is true: of such a column no t can be read.
    if "f" in small:
        del meaning["t"]
    if digits:
        meaning = {word: said for word, said in meaning.items() if not word.isdigit()}
    return meaning | digits


def sex_words(written: Iterable[str], digits: dict[str, str]) -> dict[str, str]:
    """The words for the sexes; *p* is *perempuan*, but not where it may be *pria*."""
    meaning = dict(words("sex"))
    small = {text.casefold() for text in written}
    writes_pria = "l" not in small and not small.isdisjoint(_PRIA_AND_WANITA)
    # Who writes w for a woman, or pria and no l, may mean a man by p.
    if "w" in small or writes_pria:
        del meaning["p"]
    return meaning | digits


def flag_reader(meaning: Mapping[str, str]) -> Reader:
    """How yes and no are read.

    Args:
        meaning: The words, and *true* or *false* for each.

    """
    near = Near(meaning)

    def read(text: str, _numeric: bool) -> Cell:
        # A tick is a sign, and all that plain leaves of it is nothing.
        word = _word(text) or text
        if word not in meaning:
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
