"""Yes and no, codes and free text as people write them."""

import re
from collections.abc import Iterable

from jamsos.registers.cells import Cell, Problem, Reader, Repair, nothing, words

_TRUE = "true"
_AS_THE_LAYOUT = frozenset({"ya", "tidak", "true", "false"})
_FORMULA = tuple("=+-@＝＋－＠")
_LETTER = re.compile(r"[^\w/&]+|_")


def plain(text: str) -> str:
    """A word without signs, in small letters, with single blanks.

    >>> plain("  TGL. LAHIR "), plain("Petani/Pekebun")
    ('tgl lahir', 'petani/pekebun')
    """
    return " ".join(_LETTER.sub(" ", text.casefold()).split())


def flag_reader(written: Iterable[str]) -> Reader:
    """How yes and no are read; *t* is *tidak*, but not in a column that also holds *f*."""
    meaning = dict(words("flag"))
    if "f" in {text.casefold() for text in written}:
        del meaning["t"]

    def read(text: str, _numeric: bool) -> Cell:
        word = plain(text) or text
        if word in meaning:
            return Cell(meaning[word] == _TRUE, None if word in _AS_THE_LAYOUT else Repair.WORD)
        return Cell(repair=Repair.MISSING) if nothing(text) else Cell(problem=Problem.FLAG_UNKNOWN)

    return read


def code_reader(column: str, codes: Iterable[str]) -> Reader:
    """How a code is read: the code itself, or the Indonesian word for it; another word is to be checked."""
    written = {code.casefold(): code for code in codes}
    meaning = words(column)

    def read(text: str, _numeric: bool) -> Cell:
        if text.casefold() in written:
            return Cell(written[text.casefold()])
        if plain(text) in meaning:
            return Cell(meaning[plain(text)], Repair.WORD)
        return Cell(repair=Repair.MISSING) if nothing(text) else Cell(problem=Problem.CODE_UNKNOWN)

    return read


def read_text(text: str, _numeric: bool) -> Cell:
    """Read free text; one that a spreadsheet would run is to be checked, without the apostrophe that kept it from it.

    >>> read_text("=1+1 Rekaan", False).problem
    <Problem.TEXT_FORMULA: 'text.formula'>
    """
    if nothing(text):
        return Cell(repair=Repair.MISSING)
    bare = text.removeprefix("'").lstrip()
    if text.startswith("'") and bare.startswith(_FORMULA):
        return Cell(bare, Repair.TEXT_APOSTROPHE, Problem.TEXT_FORMULA)
    return Cell(text, problem=Problem.TEXT_FORMULA if text.startswith(_FORMULA) else None)
