"""What a title above the heading says of every amount below it: *(dalam ribuan rupiah)*."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jamsos.registers.intake.heading_terms import Term
from jamsos.registers.intake.heading_words import Words, remarks_in, words_of

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT = frozenset({"satuan", "nilai", "angka", "catatan", "dinyatakan"})
"""With what a title begins that states a unit."""
_SIZES = frozenset({Term.THOUSANDS, Term.MILLIONS})
_OF_A_SIZE = frozenset({"ribu", "ribuan", "juta", "jutaan", "rp", "rupiah"})
_DOUBTFUL = frozenset({"ribuan", "jutaan"})
"""Words that speak of a size in a title that says something else too."""
_AMOUNT = "income"


class TitleTerms(NamedTuple):
    """What the titles of a list say of its amounts."""

    size: Term | None = None
    """In thousands or millions."""
    doubt: str = ""
    """A title that seems to say so, and not plainly; empty where none does."""


def title_terms(titles: Sequence[str]) -> TitleTerms:
    """What the rows above a heading say of the amounts below it.

    >>> title_terms(["DAFTAR PEKERJA RENTAN", "(dalam ribuan rupiah)"]).size
    <Term.THOUSANDS: 'thousands'>
    >>> title_terms(["Bantuan bagi ribuan nelayan"]).doubt
    'Bantuan bagi ribuan nelayan'
    """
    found: Term | None = None
    for title in titles:
        size = _plain_size(title)
        speaks_of_it = not _DOUBTFUL.isdisjoint(words_of(title))
        is_second = None not in (size, found) and size is not found
        if is_second or (size is None and speaks_of_it):
            return TitleTerms(doubt=title)
        found = size or found
    return TitleTerms(found)


def _plain_size(title: str) -> Term | None:
    """The size that a title states and nothing else, or states in brackets."""
    for part in (title, *_IN_BRACKETS.findall(title)):
        words = words_of(part)
        if words[:1] and words[0] in _UNIT:
            words = words[1:]
        size = _size(words)
        if size is not None:
            return size
    return None


def _size(words: Words) -> Term | None:
    """The size some words state; None where they say anything else."""
    if _OF_A_SIZE.isdisjoint(words):
        return None
    terms = {term for term, _ in remarks_in(words, _AMOUNT)}
    sizes = terms & _SIZES
    if len(sizes) != 1 or terms - sizes - {Term.HARMLESS}:
        return None
    return next(iter(sizes))
