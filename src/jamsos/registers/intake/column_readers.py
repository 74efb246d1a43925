"""How the cells of each column of the layout are read: by its name, its heading and its words."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from jamsos.registers.facts import CODES, codes_by_spelling
from jamsos.registers.intake.cells.amounts import (
    THOUSAND,
    AmountReader,
    income_reader,
    read_children,
    read_decile,
    unit_of,
    whole_reader,
)
from jamsos.registers.intake.cells.cell import Cell, Reader, words
from jamsos.registers.intake.cells.days import AfterPlace, day_reader
from jamsos.registers.intake.cells.identities import read_kk, read_nik
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.cells.words import (
    code_reader,
    flag_reader,
    flag_words,
    occupation_reader,
    read_text,
    sex_words,
)
from jamsos.registers.intake.heading_terms import Term
from jamsos.registers.layout import NAMED, SEX, Holds
from jamsos.registers.problems import Problem
from jamsos.values.money import MILLION
from jamsos.workers.worker import MOST_COUNTED, REGION

OwnWords: TypeAlias = Mapping[str, dict[str, str]]
"""For each column the caller's own words, without signs, and what each means."""

_READERS: dict[Holds, Reader] = {
    Holds.TEXT: read_text,
    Holds.NIK: read_nik,
    Holds.WHOLE: whole_reader(0, MOST_COUNTED),
}
"""How columns are read whose name and heading change nothing."""
_SPECIAL: Mapping[str, Reader] = {
    "kk": read_kk,
    "decile": read_decile,
    "children": read_children,
}
"""How columns are read that hold something special."""
_SIGNS: Mapping[Term, dict[str, str]] = {
    Term.ZERO_YES: {"0": "true", "1": "false"},
    Term.TWO_NO: {"1": "true", "2": "false"},
    Term.MAN_ONE: {"1": SEX[0], "2": SEX[1]},
    Term.Y_T: {"y": "true", "t": "false"},
}
"""What a heading may say of digits and single letters."""


_NONE: Mapping[str, Any] = MappingProxyType({})


class Reading(NamedTuple):
    """How the columns of a register are read."""

    on: date
    """The day on which the list is judged."""
    regions: Regions | None
    """The places there are; None: places stay as they are written."""
    own_words: OwnWords = _NONE
    """The words of the caller."""
    terms: Mapping[str, frozenset[Term]] = _NONE
    """What the headings of columns say of their cells; a cell that comes from elsewhere, such as
    a correction, is read without."""
    flags: frozenset[str] = frozenset()
    """What stands in all columns of yes and no."""

    def terms_of(self, name: str) -> frozenset[Term]:
        """What the heading of a column says of its cells."""
        return self.terms.get(name, frozenset())

    def reader(self, name: str, written: Collection[str]) -> Reader:
        """How the cells of a column are read: by what is special to it, else by what it holds.

        Args:
            name: The column.
            written: Its texts, each once.

        """
        if name == "resident_of":
            return self._district_reader()
        if name == "occupation":
            return occupation_reader(words(name) | self._own(name))
        if name in _SPECIAL:
            return _SPECIAL[name]
        holds = NAMED[name].holds
        if holds in (Holds.CODE, Holds.FLAG):
            return self._word_reader(name, written)
        if holds is Holds.DAY:
            return self._day_reader(name)
        if holds is Holds.RUPIAH:
            return self._amount_reader(name)
        return _READERS[holds]

    def _district_reader(self) -> Reader:
        """How a district is read: by code or name with a table, else by its code alone."""
        if self.regions is None:
            return _region
        return self.regions.district

    def _word_reader(self, name: str, written: Collection[str]) -> Reader:
        """How yes and no, the sexes and codes are read."""
        signs = self._signs(name)
        if NAMED[name].holds is Holds.FLAG:
            meaning = flag_words(name, written, signs, self.flags)
            if Term.WHICH in self.terms_of(name):
                meaning = words(name)
            return flag_reader(meaning | self._own(name))
        meaning = words(name)
        if name == "sex":
            p_is_woman = Term.P_OR_W not in self.terms_of(name)
            meaning = sex_words(written, signs, p_is_woman=p_is_woman)
        return code_reader(spellings_of(name), meaning | self._own(name))

    def _signs(self, name: str) -> dict[str, str]:
        """What the heading of a column says of digits and single letters."""
        signs: dict[str, str] = {}
        for term in self.terms_of(name):
            signs |= _SIGNS.get(term, {})
        return signs

    def _day_reader(self, name: str) -> Reader:
        terms = self.terms_of(name)
        is_birth = name == "birth"
        month_first = Term.MONTH_FIRST in terms
        reader = day_reader(self.on, birth=is_birth, month_first=month_first)
        if Term.PLACE in terms:
            return AfterPlace(reader)
        return reader

    def _amount_reader(self, name: str) -> AmountReader:
        terms = self.terms_of(name)
        size = 1
        if Term.THOUSANDS in terms:
            size = THOUSAND
        if Term.MILLIONS in terms:
            size = MILLION
        unit = unit_of(size, yearly=Term.YEARLY in terms)
        if name == "income":
            return income_reader(unit)
        # Contributions of a month are far smaller than any income, and the rules know them.
        return AmountReader(unit)

    def _own(self, name: str) -> dict[str, str]:
        return self.own_words.get(name, {})


def _region(text: str, _numeric: bool) -> Cell:
    """A district by its code, where no table gives its name."""
    if re.fullmatch(REGION, text):
        return Cell(text)
    return Cell(problem=Problem.REGION_UNKNOWN)


def codes_of(name: str) -> list[str]:
    """The codes of a column."""
    codes: Any = CODES.get(name, SEX)
    return [str(code) for code in codes]


def spellings_of(name: str) -> dict[str, str]:
    """The code that each text of a column stands for."""
    if name not in CODES:
        return {code: code for code in SEX}
    return codes_by_spelling(name)
