"""The catalogues as files: valid for every tool of gettext, and sorted by rooms of the source."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import jamsos

SOURCE = Path(jamsos.__file__).parent
CATALOGUES = {lang: SOURCE / "answers" / "locale" / f"{lang}.po" for lang in ("en", "id")}
HEADER = {
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}
"""What ``msgfmt -c`` asks of a header."""

ROOMS = (
    "answers",
    "law",
    "workers",
    "membership",
    "eligibility",
    "premiums",
    "coverage",
    "benefits",
    "migrant",
    "claims",
    "changes",
    "sheets",
    "registers",
    "scenarios",
    "expectations",
    "charts",
    "door",
)
"""The rooms in their order in a catalogue, each above those it rests on."""

STRING = r'"((?:[^"\\]|\\["\\n])*)"'
MESSAGE = re.compile(rf"msgid {STRING}\nmsgstr {STRING}")
HEADING = re.compile(r"# ---- (\w+): (.+) ----")
FORBIDDEN = {
    "en": r"\b(he|him|his(?! or her)|himself|beside|that cannot be|is told|the own work)\b"
    r"|\b(funeral money|participants? without wage|scheme|care at home)\b|(?-i:^Who )",
    "id": r"\b(the|of|and|now|none|worker|employer|premium|fisher|farmer|cannot|scheme)\b"
    r"|[A-Za-z]_[A-Za-z]",
}
"""Words that no sentence has: translated English, and English in Indonesian."""


def blocks(text: str) -> list[str]:
    """The parts of a catalogue between empty lines."""
    return text.removesuffix("\n").split("\n\n")


def faults(text: str) -> list[str]:
    """What is wrong with a catalogue, apart from its words."""
    header, *rest = blocks(text)
    fields = re.findall(r'^"([\w-]+): .+\\n"$', header, re.MULTILINE)
    found = [f"header: {sorted(HEADER ^ set(fields))}"] if set(fields) != HEADER else []
    found += ["a field of the header twice"] if len(fields) != len(set(fields)) else []
    lines = [line for line in header.splitlines() if not line.startswith(("#", '"'))]
    found += ["header: one empty message"] if lines != ['msgid ""', 'msgstr ""'] else []
    odd = [one for one in rest if not (HEADING.fullmatch(one) or MESSAGE.fullmatch(one))]
    found += [f"neither a heading nor one message: {one}" for one in odd]
    codes = [code for _, code in messages(text)]
    found += [f"twice: {code}" for code in sorted(set(codes)) if codes.count(code) > 1]
    return found


def headings(text: str) -> list[str]:
    """The headings of a catalogue, whole."""
    return [one for one in blocks(text) if HEADING.fullmatch(one)]


def messages(text: str) -> list[tuple[str, str]]:
    """The room and the code of each message, in order."""
    found: list[tuple[str, str]] = []
    room = ""
    for one in blocks(text)[1:]:
        if heading := HEADING.fullmatch(one):
            room = heading[1]
        elif message := MESSAGE.fullmatch(one):
            found.append((room, message[1]))
    return found


def written(lang: str) -> str:
    return CATALOGUES[lang].read_text("utf-8")


def rooms_of_codes() -> dict[str, set[str]]:
    """In which rooms of the source a code stands whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found[node.value].add(path.relative_to(SOURCE).with_suffix("").parts[0])
    return found


@pytest.mark.parametrize("lang", CATALOGUES)
def test_a_catalogue_is_valid(lang: str) -> None:
    assert faults(written(lang)) == []
    with CATALOGUES[lang].open("rb") as po:
        known = [one for one in read_po(po, locale=lang, abort_invalid=True) if one.id]
    assert [one.id for one in known] == [code for _, code in messages(written(lang))]
    assert not any(one.fuzzy for one in known)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('msgid "outcome.yes"', '#, fuzzy\nmsgid "outcome.yes"'),
        ('msgid "outcome.yes"', '#~ msgid "outcome.yes"'),
        ('msgid "outcome.yes"\nmsgstr ', 'msgid "outcome.yes"\nmsgstr msgstr '),
        ('msgid "outcome.yes"\n', 'msgid "outcome.yes"\nmsgstr "x"\n'),
        ('msgid "outcome.no"', 'msgid "outcome.yes"'),
        ('msgid ""\n', 'msgid ""\nmsgstr ""\n'),
        ('msgstr "Answer: no."', 'msgstr "Answer: "no"."'),
        ('"Language: en\\n"\n', ""),
        ('"Language: en\\n"\n', '"Language: en\\n"\n"Language: en\\n"\n'),
        ('"Last-Translator: jamsos\\n"\n', ""),
    ],
)
def test_a_broken_catalogue_is_noticed(was: str, becomes: str) -> None:
    text = written("en")
    assert text.count(was) == 1
    assert faults(text.replace(was, becomes)) != []


def test_both_catalogues_have_the_same_order() -> None:
    assert messages(written("id")) == messages(written("en"))
    assert headings(written("id")) == headings(written("en"))


def test_the_catalogues_are_sorted_by_room() -> None:
    order = [room for room, _ in messages(written("en"))]
    assert order == sorted(order, key=ROOMS.index)
    assert len(headings(written("en"))) == len(set(headings(written("en"))))
    assert {path.stem for path in SOURCE.iterdir()} >= set(ROOMS)


def test_a_code_stands_under_a_room_that_says_it() -> None:
    """Or under a lower one, where that room puts the code together from parts."""
    rooms = rooms_of_codes()
    strange: list[tuple[str, str]] = []
    seen = 0
    for room, code in messages(written("en")):
        said_in = rooms[code] - {"__main__"}
        seen += bool(said_in)
        if room not in said_in and any(ROOMS.index(room) > ROOMS.index(one) for one in said_in):
            strange.append((room, code))
    assert strange == []
    assert seen > 250


@pytest.mark.parametrize("lang", CATALOGUES)
def test_no_sentence_reads_as_translated(lang: str) -> None:
    sentences = [one[2] for one in MESSAGE.finditer(written(lang))]
    pattern = re.compile(FORBIDDEN[lang], re.IGNORECASE)
    places = re.compile(r"\{[^}]*\}")
    assert [one for one in sentences if pattern.search(places.sub("", one))] == []
