"""What a title or a note says of a column: *(dalam ribuan rupiah)*, *penghasilan per tahun*.

Its heading alone would be read without it, and wrongly. Whether the words hold for every cell
nobody knows, so that the column is not taken, and the report says why.
"""

from collections.abc import Sequence

from jamsos.registers.intake.heading_terms import Meaning, Term, WhyUntaken
from jamsos.registers.intake.heading_words import OF_A_MONTH, names_column, remarks_in, words_of

_CHANGING = frozenset(
    {
        *(Term.YEARLY, Term.DAILY, Term.THOUSANDS, Term.MILLIONS),
        *(Term.MONTH_FIRST, Term.ZERO_YES),
    }
)
"""Without these a cell is read as something else, and nothing in it would tell."""
_OF_A_TIME = frozenset({Term.YEARLY, Term.DAILY})
_PLAIN = frozenset({Term.MONTH_FIRST, Term.ZERO_YES})
"""What can be said of nothing but cells."""
_BEGINNINGS = frozenset(
    {"per", "dalam", "pertahun", "setahun", "perhari", "sehari", "perminggu", "seminggu", "sekali"}
)
"""How a remark begins that is about amounts, as *pekerja harian* and *Rp 1.000.000* are not."""


def judged_apart(meaning: Meaning, heading: str, apart: Sequence[str]) -> Meaning:
    """What a heading stands for, once the titles and notes of its list were read.

    Args:
        meaning: What it stands for by itself.
        heading: The heading.
        apart: The titles and notes.

    """
    column = meaning.taken_for
    if column is None or not apart:
        return meaning
    known = meaning.terms
    if not OF_A_MONTH.isdisjoint(words_of(heading)):
        known |= _OF_A_TIME
    for text in apart:
        for term, words in _changing(text, column):
            if term not in known:
                why = WhyUntaken.DAILY if term is Term.DAILY else WhyUntaken.REMARK
                return Meaning(column, why=why, words=words)
    return meaning


def _changing(text: str, column: str) -> list[tuple[Term, str]]:
    """The remarks of a text that change how the cells of a column are read."""
    parts = remarks_in(words_of(text), column)
    says_nothing_else = all(term is not None for term, _ in parts)
    if not parts or not (says_nothing_else or names_column(text, column)):
        return []
    following = [words for _, words in parts[1:]]
    found: list[tuple[Term, str]] = []
    for (term, words), after in zip(parts, [*following, ""], strict=True):
        # Per tahun 2026 says when, and not of what time.
        if term is None or term not in _CHANGING or after.isdigit():
            continue
        if says_nothing_else or _is_plain(term, words):
            found.append((term, words))
    return found


def _is_plain(term: Term, words: str) -> bool:
    """Whether words say what they seem to, whatever stands around them."""
    return term in _PLAIN or words.split(maxsplit=1)[0] in _BEGINNINGS
