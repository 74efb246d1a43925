"""Yes and no, codes and free text as people write them."""

import re
from collections.abc import Iterable, Mapping

from jamsos.registers.intake.cells.cell import Cell, Reader, nothing, words
from jamsos.registers.problems import Problem, Repair

_TRUE = "true"
_AS_THE_LAYOUT = frozenset({"ya", "tidak", "true", "false"})
"""Words the layout itself uses: reading them repairs nothing."""
_FORMULA = tuple("=+-@＝＋－＠")
"""How a text begins that a spreadsheet would run as a formula."""
_SIGN = re.compile(r"[^\w/&]+|_")


def plain(text: str) -> str:
    """A word without signs, in small letters, with single blanks.

    >>> plain("  TGL. LAHIR "), plain("Petani/Pekebun")
    ('tgl lahir', 'petani/pekebun')
    """
    small = text.casefold()
    without_signs = _SIGN.sub(" ", small)
    return " ".join(without_signs.split())


def flag_reader(written: Iterable[str]) -> Reader:
    """How yes and no are read; *t* is *tidak*, but not in a column that also holds *f*."""
    meaning = dict(words("flag"))
    small = {text.casefold() for text in written}
    # Where somebody writes f for false, their t is true: of such a column no t can be read.
    if "f" in small:
        del meaning["t"]

    def read(text: str, _numeric: bool) -> Cell:
        # A tick is a sign, and all that plain leaves of it is nothing.
        word = plain(text) or text
        if word not in meaning:
            return _unread(text, Problem.FLAG_UNKNOWN)
        says_yes = meaning[word] == _TRUE
        if word in _AS_THE_LAYOUT:
            return Cell(says_yes)
        return Cell(says_yes, Repair.WORD)

    return read


def code_reader(column: str, codes: Mapping[str, str]) -> Reader:
    """How a code is read: in one of its spellings, or by the Indonesian word for it.

    Any other word is to be checked.

    Args:
        column: The column, whose Indonesian words are known.
        codes: The code of each spelling.

    """
    written = {spelling.casefold(): code for spelling, code in codes.items()}
    meaning = words(column)

    def read(text: str, _numeric: bool) -> Cell:
        code = text.casefold()
        if code in written:
            return Cell(written[code])
        word = plain(text)
        if word in meaning:
            return Cell(meaning[word], Repair.WORD)
        return _unread(text, Problem.CODE_UNKNOWN)

    return read


def _unread(text: str, problem: Problem) -> Cell:
    """A word without a meaning in its column: nothing is stated, or it is to be checked."""
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    return Cell(problem=problem)


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
