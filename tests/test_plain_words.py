"""The page of plain words: each is a word of the catalogues, and each term one of the law's."""

from pathlib import Path

import pytest

from jamsos.answers.texts import catalogue

DOCS = Path(__file__).parents[1] / "docs"
HEADINGS = {"Term of the law", "Istilah hukum", "---"}


def rows(page: str) -> list[tuple[str, ...]]:
    """The rows of the table of a page, without its headings."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    cells = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in lines
        if line.startswith("|")
    ]
    return [row for row in cells if row[0] not in HEADINGS]


ROWS = rows("look-up/plain-words.md")
SENTENCES = {lang: " ".join(catalogue(lang).values()).casefold() for lang in ("id", "en")}
GLOSSARY = (DOCS / "look-up" / "glossary.md").read_text("utf-8")


@pytest.mark.parametrize(("term", "plain", "english"), ROWS)
def test_each_word_occurs(term: str, plain: str, english: str) -> None:
    known_terms = f"{SENTENCES['id']} {GLOSSARY}".casefold()
    assert term.casefold() in known_terms
    assert plain.casefold() in SENTENCES["id"]
    assert english.casefold() in SENTENCES["en"]


def test_both_pages_have_the_same_words() -> None:
    assert len(ROWS) == 23
    assert rows("id/plain-words.md") == [row[:2] for row in ROWS]
