"""Places in a regulation as people write them: ``92(2)``, ``Pasal 92 ayat (2) huruf a``."""

import re
from collections.abc import Iterator
from string import ascii_lowercase
from typing import TypeAlias

from attrs import frozen

Part: TypeAlias = tuple[str, ...]
"""The steps inside an article, such as ``("(2)", "a", "1")``; the whole article has none."""


_APPENDIX_WORD = "Lampiran"


@frozen
class Place:
    """An article of a regulation, or a part of it.

    >>> place, = places_in("25(2)a.1")
    >>> str(place)
    'Pasal 25 ayat (2) huruf a angka 1'
    """

    article: str
    """``"92"``, ``"97A"``, ``"Lampiran III"``; Roman numbers are the articles of a change."""
    part: Part = ()
    elucidation: bool = False

    def within(self, other: "Place") -> bool:
        """Whether this is the other place or a part of it."""
        same = (self.article, self.elucidation) == (other.article, other.elucidation)
        return same and self.part[: len(other.part)] == other.part

    def __str__(self) -> str:
        words = [title(self.article)]
        if self.article.startswith(_APPENDIX_WORD):
            words.append(".".join(self.part))
        else:
            words += [_in_words(step) for step in self.part]
        if self.elucidation:
            words.append("penjelasan")
        return " ".join(word for word in words if word)


def title(article: str) -> str:
    """An article with the word before its number.

    >>> title("92"), title("Lampiran III")
    ('Pasal 92', 'Lampiran III')
    """
    if article.startswith(_APPENDIX_WORD):
        return article
    return f"Pasal {article}"


def _in_words(step: str) -> str:
    if step.startswith("("):
        return f"ayat {step}"
    if step.isalpha() and step.islower():
        return f"huruf {step}"
    return f"angka {step}"


_LEVELS = ("ayat", "huruf", "angka")
"""The parts of an article, each inside the one before."""

_ELUCIDATION = re.compile(r"\b(?:penjelasan|elucidation)\b", re.IGNORECASE)
_APPENDIX = re.compile(
    r"lamp(?:iran|\.)?\s*(?P<number>[ivx]+)\b[. ]*(?P<part>[a-z0-9. ]*)", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:(?i:pasal|ps\.?))?\s*(?P<number>\d{1,3}[A-Z]?|[IVX]+)(?![\dA-Z/])"
    r"(?:(?<=\d)-(?P<last>\d{1,3})$)?(?P<rest>.*)"
)
"""A capital letter belongs to the number (97A), a small one is a part (107a)."""
_STEP = re.compile(
    r"(?P<range>-)|(?P<other>,|\bdan\b|\band\b)"
    r"|\bayat\s*\(?(?P<named_ayat>\d{1,3}[a-z]?)\)?|\((?P<ayat>\d{1,3}[a-z]?)\)"
    r"|(?:angka|nomor|no\.|no\b|butir)\s*(?P<named_angka>\d{1,3}[a-z]?)"
    r"|(?:huruf\s*)?(?<![a-z])(?P<huruf>[a-z])(?![a-z0-9])"
    r"|\.?(?P<angka>\d{1,3}[a-z]?)"
)
_BRACKETED_RANGE = re.compile(r"\((\d+[a-z]?)-(\d+[a-z]?)\)")
"""A range inside one pair of brackets: ``ayat (2a-2c)``."""


def places_in(text: str) -> tuple[Place, ...]:
    """Read one article with its parts; a range such as ``(1)-(3)`` gives each of them.

    >>> [str(place) for place in places_in("Pasal 8 ayat (2a)-(2c)")]
    ['Pasal 8 ayat (2a)', 'Pasal 8 ayat (2b)', 'Pasal 8 ayat (2c)']
    >>> places_in("Lampiran III I.b.4")
    (Place(article='Lampiran III', part=('I', 'b', '4'), elucidation=False),)

    Text that is no article gives nothing.

    >>> places_in("D33")
    ()
    """
    written = _BRACKETED_RANGE.sub(r"(\1)-(\2)", text.replace("\N{EN DASH}", "-"))
    elucidation = _ELUCIDATION.search(written) is not None
    written = _ELUCIDATION.sub(" ", written).strip()
    appendix = _APPENDIX.fullmatch(written)
    if appendix is not None:
        part = tuple(step for step in re.split(r"[. ]+", appendix["part"]) if step)
        return (Place(f"{_APPENDIX_WORD} {appendix['number'].upper()}", part, elucidation),)
    article = _ARTICLE.fullmatch(written)
    if article is None:
        return ()
    if article["last"] is not None:
        numbers = range(int(article["number"]), int(article["last"]) + 1)
        return tuple(Place(str(number), (), elucidation) for number in numbers)
    rest = article["rest"].lower()
    if any(map(str.isalnum, _STEP.sub("", rest))):
        return ()  # words that name no part: "Pasal 3 kali"
    return tuple(Place(article["number"], part, elucidation) for part in parts_in(rest))


def parts_in(text: str) -> tuple[Part, ...]:
    """Read the parts inside an article; no part at all is the whole article.

    >>> parts_in("(1)a, c")
    (('(1)', 'a'), ('(1)', 'c'))
    """
    return tuple(_parts(text.lower())) or ((),)


def _parts(text: str) -> Iterator[Part]:
    steps: dict[str, str] = {}
    """The part being read, by level."""
    following = ""
    """What stood before the next step: a hyphen, a comma, or nothing."""
    for found in _STEP.finditer(text):
        if found["range"] or found["other"]:
            following = "range" if found["range"] else "other"
            continue
        level, label = _step(found)
        if following and steps:
            yield tuple(steps.values())
        before = steps.get(level, "")
        around = _LEVELS[: _LEVELS.index(level)]
        steps = {known: steps[known] for known in steps if known in around}
        if following == "range":
            for between in _between(before, label):
                yield (*steps.values(), between)
        steps[level] = label
        following = ""
    if steps:
        yield tuple(steps.values())


def _step(found: re.Match[str]) -> tuple[str, str]:
    """One step inside an article: its level, and its label as laws print it."""
    ayat = found["named_ayat"] or found["ayat"]
    if ayat:
        return "ayat", f"({ayat})"
    if found["huruf"]:
        return "huruf", found["huruf"]
    return "angka", found["named_angka"] or found["angka"]


def _between(first: str, last: str) -> Iterator[str]:
    """The labels between two: of ``(1)`` and ``(4)`` the second and third, of a and c only b."""
    bracketed = last.startswith("(")
    first_digits, first_letter = _split(first)
    last_digits, last_letter = _split(last)
    between: list[str] = []
    if first_digits == last_digits:
        between = [f"{last_digits}{letter}" for letter in _letters(first_letter, last_letter)]
    elif first_digits and last_digits:
        between = [str(number) for number in range(int(first_digits) + 1, int(last_digits))]
    for label in between:
        yield f"({label})" if bracketed else label


def _split(label: str) -> tuple[str, str]:
    """The digits and the letter of a label: 2 and a of ``(2a)``."""
    bare = label.strip("()")
    digits = bare.rstrip(ascii_lowercase)
    return digits, bare.removeprefix(digits)


def _letters(first: str, last: str) -> str:
    """The letters between two; from nothing, as from (2) to (2c), they begin with a."""
    after_first = ascii_lowercase.find(first) + len(first)
    return ascii_lowercase[after_first : ascii_lowercase.find(last)]
