"""What a heading says: the words of one column of the layout, and remarks about its cells.

A remark is understood, harmless, or the column is not taken: *Penghasilan (per tahun)* is no
income of a month, *NIK Kepala Keluarga* is not the number of the person in the row.
"""

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.heading_terms import Meaning, Term, WhyUntaken
from jamsos.registers.layout import COLUMNS, NAMED

Words: TypeAlias = tuple[str, ...]

_PARTS = re.compile(r"[()\[\]{}\n\r;:]+")
"""What sets parts of a heading apart: brackets, and the end of a line."""
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a system writes two words as one: noKK, TglLahir."""
_NUMBERED = re.compile(
    r"^\s*(?:(?:\d{1,3}\s*[.)]|[a-z]\))\s*(?=[^\W\d])|(?:[a-h]|[ivx]{1,4})\.\s+(?=[^\W\d]{3}))",
    re.IGNORECASE | re.MULTILINE,
)
"""The number of a question or of a group before its words: 1. NIK, b) Nama, II. Data Diri."""
_CONNECTING = frozenset({"/", "&", "dan", "atau"})
_DAY = ("tanggal",)
OF_A_MONTH = frozenset({"bulan", "perbulan", "sebulan", "bulanan"})
_EVERYWHERE = "*"
REMEMBERED = 4096
"""How many texts are remembered while files are read."""
_MOST_WORDS = 30
"""A longer text is no heading, and every run of its words would be looked up."""
_EXCLUDING = (
    frozenset({Term.THOUSANDS, Term.MILLIONS}),
    frozenset({Term.MONTH_FIRST, Term.DAY_FIRST}),
    frozenset({Term.ZERO_YES, Term.TWO_NO}),
)
"""Terms of which only one can be true of a cell."""


class _Remark(NamedTuple):
    term: Term
    of: frozenset[str]
    """The columns, or what columns hold, that it can be said of."""

    def fits(self, column: str) -> bool:
        """Whether the remark makes sense in this column."""
        about = {_EVERYWHERE, column, str(NAMED[column].holds)}
        return not self.of.isdisjoint(about)


@cache
def listed(kind: str) -> dict[str, tuple[str, str]]:
    """The words of one kind, each with its meaning and where it holds."""
    table = files("jamsos.registers.intake").joinpath("heading_words.csv")
    meanings: dict[str, tuple[str, str]] = {}
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] == kind:
                meanings[row["words"]] = row["meaning"], row["of"]
    return meanings


@lru_cache(REMEMBERED)
def words_of(text: str) -> Words:
    """The words of a heading, abbreviations written out.

    >>> words_of("Tgl. Lahir (DD/MM/YYYY)"), words_of("N I K")
    (('tanggal', 'lahir', 'dd', '/', 'mm', '/', 'yyyy'), ('nik',))
    """
    words: list[str] = []
    for part in _PARTS.split(_NUMBERED.sub("", text)):
        spaced = _CAPITAL_INSIDE.sub(" ", part).replace("/", " / ")
        joined = _letters_joined(plain(spaced).split())
        for word in joined:
            written_out, _ = listed("short").get(word, (word, ""))
            words.extend(written_out.split())
    return tuple(words)


def _letters_joined(words: Sequence[str]) -> list[str]:
    """Letters that were set apart are one word: *N I K*."""
    joined: list[str] = []
    after_letter = False
    for word in words:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and after_letter:
            joined[-1] += word
        else:
            joined.append(word)
        after_letter = is_letter
    return joined


def key_of(heading: str) -> str:
    """What tells headings apart."""
    return " ".join(words_of(heading))


def _spellings() -> Iterator[tuple[Words, str]]:
    for column in COLUMNS:
        yield words_of(column.name), column.name
        for heading in column.headings:
            yield words_of(heading), column.name


@cache
def _known() -> Mapping[Words, str]:
    """The headings of the layout, and the column each stands for."""
    return dict(_spellings())


@cache
def _kept() -> frozenset[Words]:
    """Headings everybody knows and no rule asks for."""
    return frozenset(words_of(heading) for heading in listed("kept"))


@cache
def _remarks() -> Mapping[Words, _Remark]:
    remarks: dict[Words, _Remark] = {}
    for written, (meaning, of) in listed("remark").items():
        words = tuple(written.split())
        remarks[words] = _Remark(Term(meaning), frozenset(of.split()))
    return remarks


@cache
def _longest() -> int:
    """The most words of a remark."""
    return max(map(len, _remarks()))


def meaning_of(heading: str) -> Meaning:
    r"""What a heading stands for.

    >>> meaning_of("Penghasilan per tahun").terms == {Term.YEARLY}
    True
    >>> meaning_of("NIK Kepala Keluarga").why
    <WhyUntaken.PERSON: 'person'>

    Args:
        heading: The heading as it was written; of two lines the upper one first.

    """
    lines = heading.splitlines()
    words = words_of(heading)
    whole = _of_whole(words)
    if len(lines) > 1:
        # Under *Lahir* stand *Tempat* and *Tanggal*: the lower line may come first in the words.
        whole = whole or _of_whole(words_of("\n".join(reversed(lines))))
    if whole is not None:
        return whole
    if len(words) > _MOST_WORDS:
        return Meaning()
    part = _part_of_group(lines) or _under_several(lines)
    if part is not None:
        return part
    return _with_remarks(words)


def _of_whole(words: Words) -> Meaning | None:
    """What words stand for that everybody knows as they are."""
    if words in _kept():
        return Meaning()
    if words in _known():
        return Meaning(_known()[words], _terms_of_known(words))
    return None


def _terms_of_known(words: Words) -> frozenset[Term]:
    """What a heading of the layout says of its cells all by itself: *Pria/Wanita*."""
    remark = _remarks().get(words)
    if remark is None or not remark.fits(_known()[words]):
        return frozenset()
    return frozenset({remark.term} - {Term.HARMLESS})


def _under_several(lines: Sequence[str]) -> Meaning | None:
    """What the lower lines say where the upper one heads several columns of the layout."""
    if len(lines) < len(("upper", "lower")) or meaning_of(lines[0]).why is not WhyUntaken.SEVERAL:
        return None
    lower = meaning_of("\n".join(lines[1:]))
    if lower.column is None:
        return None
    return lower


def _part_of_group(lines: Sequence[str]) -> Meaning | None:
    """What the lower line says where it names one part of the upper: *Tempat/Tgl Lahir*."""
    if len(lines) < len(("upper", "lower")):
        return None
    *upper, lower = lines
    words = words_of(lower)
    if words in _kept():
        return Meaning()
    above = "\n".join(upper)
    if _known().get(words) == "id" and _is_harmless(words_of(above), "id"):
        return Meaning("id")
    group = meaning_of(above)
    if group.column is None or group.why is not None:
        return None
    is_day = words == _DAY and group.column == "birth"
    if is_day or _known().get(words) == group.column:
        # The place has a column of its own.
        return group._replace(terms=group.terms - {Term.PLACE})
    return _named_together(words_of(above), words)


def _named_together(above: Words, part: Words) -> Meaning | None:
    """The column a group and its part name together: *JKK* under *Iuran per bulan (Rp)*."""
    for base in _bases(above):
        group = _judged(base)
        for together in (base.named + part, part + base.named):
            if group.why is None and together in _known():
                return Meaning(_known()[together], group.terms)
    return None


def _is_harmless(words: Words, column: str) -> bool:
    """Whether nothing in these words says anything of a column."""
    return all(term is Term.HARMLESS for term, _ in remarks_in(words, column))


class _Base(NamedTuple):
    """The words of a heading that name a column, and the others."""

    column: str
    before: Words
    named: Words
    """The words that name it."""
    after: Words


def _bases(words: Words) -> Iterator[_Base]:
    """Every way to find a column in a heading, the longest first."""
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            column = _known().get(words[start:end])
            # A running number has no remarks: *No HP* is another number.
            if column is not None and column != "id":
                yield _Base(column, words[:start], words[start:end], words[end:])


def _with_remarks(words: Words) -> Meaning:
    """The column that all the other words only remark upon; else why there is none."""
    refused: Meaning | None = None
    for base in _bases(words):
        meaning = _judged(base)
        if meaning.why is None:
            return meaning
        if refused is None:
            refused = meaning
    return refused or Meaning()


def _judged(base: _Base) -> Meaning:
    """A column, if every other word of its heading is understood."""
    terms = set(_terms_of_known(base.named))
    unknown: list[str] = []
    for part in (base.before, base.after):
        for words, remark in _read(part, base.column):
            said = " ".join(words)
            if remark is None:
                unknown.append(said)
            elif remark.term is Term.PERSON:
                return Meaning(base.column, why=WhyUntaken.PERSON, words=said)
            elif remark.term is Term.DAILY:
                return Meaning(base.column, why=WhyUntaken.DAILY, words=said)
            else:
                terms.add(remark.term)
    terms.discard(Term.HARMLESS)
    excludes_itself = any(pair <= terms for pair in _EXCLUDING)
    if excludes_itself or of_month_and_year(terms, [*base.before, *base.named, *base.after]):
        unknown = [*base.before, *base.after]
    if not unknown:
        return Meaning(base.column, frozenset(terms))
    rest = " ".join(unknown)
    why = WhyUntaken.REMARK
    if tuple(unknown) in _known():
        why = WhyUntaken.SEVERAL
    return Meaning(base.column, why=why, words=rest)


def of_month_and_year(terms: Collection[Term], words: Collection[str]) -> bool:
    """Whether a year may be the time a month was taken from: *per bulan dalam satu tahun*."""
    return Term.YEARLY in terms and not OF_A_MONTH.isdisjoint(words)


_HARMLESS = _Remark(Term.HARMLESS, frozenset())


def _read(words: Words, column: str) -> Iterator[tuple[Words, _Remark | None]]:
    """The remarks of a heading, the longest at each place; None for a word nobody knows."""
    while words:
        length, remark = _first(words, column)
        yield words[:length], remark
        words = words[length:]


def _first(words: Words, column: str) -> tuple[int, _Remark | None]:
    """The remark a text begins with, and its length."""
    for length in range(min(len(words), _longest()), 0, -1):
        beginning = words[:length]
        # The same column in other words: *Nomor Induk Kependudukan (NIK)*.
        remark = _remarks().get(beginning)
        if _known().get(beginning) == column:
            says_more = remark is not None and remark.fits(column)
            return length, remark if says_more else _HARMLESS
        if remark is not None and (remark.term is Term.PERSON or remark.fits(column)):
            return length, remark
    if words[0] in _CONNECTING:
        return 1, _HARMLESS
    return 1, None


def remarks_in(words: Words, column: str) -> list[tuple[Term | None, str]]:
    """The parts of some words about a column, in their order; None for a word nobody knows."""
    parts: list[tuple[Term | None, str]] = []
    for part, remark in _read(words, column):
        term = None if remark is None else remark.term
        parts.append((term, " ".join(part)))
    return parts


def names_column(text: str, column: str) -> bool:
    """Whether a heading of a column stands in a text.

    >>> names_column("DAFTAR PENGHASILAN WARGA", "income")
    True
    """
    read = _read(words_of(text), column)
    return any(_known().get(words) == column for words, _ in read)


def asks_which(heading: str) -> bool:
    """Whether a heading asks which of several things somebody is, and not whether.

    >>> asks_which("Kewarganegaraan"), asks_which("Warga Negara Asing")
    (True, False)
    """
    said = f" {key_of(heading)} "
    names = any(f" {words} " in said for words in listed("which"))
    return names and not any(f" {words} " in said for words in listed("whether"))


def terms_in(heading: str, column: str) -> frozenset[Term]:
    """The terms of a heading whose column the caller names, whatever else it says."""
    said = {term for term, _ in remarks_in(words_of(heading), column) if term is not None}
    return frozenset(said - {Term.HARMLESS, Term.PERSON})
