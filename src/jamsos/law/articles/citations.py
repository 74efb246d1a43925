"""Citations of regulations, as people write them: ``PP 44/2015 Pasal 39(1), 42(1); D11``."""

import re
from collections.abc import Iterator

from attrs import frozen

from jamsos.law.articles.places import Place, places_in
from jamsos.law.provisions import Source

_SHORT = {
    "undang-undang": "UU",
    "uu": "UU",
    "peraturan pemerintah": "PP",
    "pp": "PP",
    "peraturan presiden": "Perpres",
    "perpres": "Perpres",
    "peraturan menteri ketenagakerjaan": "Permenaker",
    "permenaker": "Permenaker",
}
_INSTRUMENT = re.compile(
    rf"(?:\b(?P<kind>{'|'.join(_SHORT)})\s+(?:nomor\s+|no\.?\s+)?)?"
    r"\b(?P<number>\d+)(?:/|\s+tahun\s+)(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\((?=[^)]*[^\W\d_]{2})[^)]*\)|\([^)]*\s[^)]*\)")
"""Words in brackets, such as ``(absence)``; the number of an ayat is none."""
_NEXT = re.compile(r",\s*(?=(?:pasal|lampiran|penjelasan|\d+[a-z]?\b))", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(angka|no\.)\s*\d+", re.IGNORECASE)


@frozen
class Citation:
    """A place in a named instrument.

    >>> [str(cited) for cited in citations("PP 44/2015 Pasal 39(1), 42(1); D11")]
    ['PP 44/2015 Pasal 39 ayat (1)', 'PP 44/2015 Pasal 42 ayat (1)']
    """

    instrument: str
    """Empty where the text names none."""
    place: Place

    def __str__(self) -> str:
        return f"{self.instrument} {self.place}".strip()


def instrument_in(text: str) -> str:
    """The first instrument a text names, in the short form of the law data; else nothing.

    >>> instrument_in("Peraturan Pemerintah Nomor 44 Tahun 2015 Pasal 25")
    'PP 44/2015'
    >>> instrument_in("44/2015 Pasal 25")
    '44/2015'
    """
    found = _INSTRUMENT.search(text)
    if found is None:
        return ""
    number = f"{found['number']}/{found['year']}"
    if found["kind"] is None:
        return number
    return f"{_SHORT[found['kind'].lower()]} {number}"


def citations(text: str) -> tuple[Citation, ...]:
    """All places a text cites; what is no article, such as a decision, is passed over."""
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    # Each instrument begins a new group, also where only a comma stands before it.
    groups = _INSTRUMENT.sub(lambda found: f";{found[0]}", text).split(";")
    instruments: list[str] = [""]
    """Those the next articles stand in: both of "PP 44/2015, PP 82/2019 Lampiran III"."""
    joined = False
    for group in groups:
        named = instrument_in(group)
        if named:
            instruments = [*instruments, named] if joined else [named]
        rest = _INSTRUMENT.sub("", group)
        joined = bool(named) and rest.strip() == ","
        for place in _places(_ASIDE.sub("", rest)):
            for instrument in instruments:
                yield Citation(instrument, place)


def _places(text: str) -> Iterator[Place]:
    """The places in a list of articles without their instrument."""
    numbered = ""
    """"Pasal 1 angka 4, 6" names two numbers of one article: what stands before the second."""
    for item in _NEXT.split(text):
        cited = item.strip(" ,:")
        if numbered and cited.isdecimal():
            cited = numbered + cited
        found = _NUMBERED.search(cited)
        numbered = cited[: found.end(1)] + " " if found else ""
        yield from places_in(cited)


def citations_of(source: Source) -> tuple[Citation, ...]:
    """The places a source of the law data names; an unknown article gives none.

    >>> cited, = citations_of(Source(instrument="PP 82/2019", pasal="34", ayat="1"))
    >>> str(cited)
    'PP 82/2019 Pasal 34 ayat (1)'
    """
    words: list[str] = []
    if source.pasal is not None:
        words.append(_written(source))
    if source.lampiran is not None:
        words.append(f"Lampiran {source.lampiran}")
    found: list[Citation] = []
    for text in words:
        found += [Citation(source.instrument, place) for place in places_in(text)]
    return tuple(found)


def _written(source: Source) -> str:
    """The article of a source as people write it."""
    parts = [f"Pasal {source.pasal}"]
    if source.ayat is not None:
        parts.append(f"ayat ({source.ayat})")
    if source.huruf is not None:
        parts.append(f"huruf {source.huruf}")
    if source.angka is not None:
        parts.append(f"angka {source.angka}")
    if source.penjelasan:
        parts.append("penjelasan")
    return " ".join(parts)
