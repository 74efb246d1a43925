"""The pages on the rules say nothing the law data does not hold, and leave nothing of it out."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from jamsos import Source, current

DOCS = Path(__file__).parents[1] / "docs" / "look-up"
PAGES = {name: next(DOCS.rglob(name)) for name in ("rules.md", "contribution-rules.md")}
HEAD = ["Rule", "Source", "Held by"]
LAW = current()
MILLION = 10**6
BPJS = "BPJS Ketenagakerjaan"
INSTRUMENT = re.compile(
    r"(?:UU|PP|Perpres|Keppres|Permenaker) \d+/\d{4}|Staatsblad \d{4}-\d+|KUHPerdata"
)
ARTICLE = re.compile(
    # The articles of an instrument that changes another have Roman numbers.
    r"(?:\d+[A-Z]?(?:-\d+)?|[IVX]+)(?:\([^)]+\))?[a-z]?(?: no\. \d+)?(?: elucidation)?"
)
ANNEX = re.compile(r"Lampiran [IVX]+(?: [\w.]+)?")


@dataclass(frozen=True)
class Row:
    """One rule as a page says it."""

    page: str
    line: int
    topic: str
    words: str
    source: str
    holder: str

    @property
    def place(self) -> str:
        """Where the row stands; the name of its tests."""
        return f"{self.page}:{self.line}"

    @property
    def ids(self) -> list[str]:
        """What the row names of the law data."""
        return re.findall(r"`([^`]+)`", self.holder)

    @property
    def rests_on_data(self) -> bool:
        """Whether what the row names holds the rule, or the rule follows from it."""
        return not self.holder.startswith("not coded: ")

    @property
    def is_coded(self) -> bool:
        """Whether the row claims to be held by what it names."""
        return self.rests_on_data and not self.holder.startswith("derived: ")


def rows_of(page: str) -> Iterator[Row]:
    topic = ""
    for number, line in enumerate(PAGES[page].read_text("utf-8").splitlines(), start=1):
        if line.startswith("## "):
            topic = line.removeprefix("## ")
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells != HEAD and set(line) != set("|-"):
            assert len(cells) == len(HEAD), line
            yield Row(page, number, topic, *cells)


ROWS = [row for page in PAGES for row in rows_of(page)]


def sources_of(rule: str) -> list[Source]:
    if rule in LAW.timelines:
        return [source for period in LAW.timelines[rule] for source in period.sources]
    return list(LAW.absences[rule].sources) if rule in LAW.absences else []


def instrument_of(source: Source) -> str:
    """The regulation, or whose statement it is: the data words statements in Indonesian."""
    if INSTRUMENT.match(source.instrument):
        return source.instrument
    return BPJS if source.instrument.startswith(BPJS) else "third party"


def articles_of(source: Source) -> set[str]:
    """The places of a source as a page writes them; none where the article is not known."""
    places = set[str]()
    if source.pasal:
        paragraph = f"({source.ayat})" if source.ayat else ""
        number = f" no. {source.angka}" if source.angka else ""
        elucidation = " elucidation" if source.penjelasan else ""
        places.add(f"{source.pasal}{paragraph}{source.huruf or ''}{number}{elucidation}")
    if source.lampiran:
        places.add(f"Lampiran {source.lampiran}")
    return places


def places_in_data(rule: str) -> set[tuple[str, str]]:
    """Each instrument with each of its articles; with an empty one to name the instrument."""
    return {
        (instrument_of(source), place)
        for source in sources_of(rule)
        for place in (articles_of(source) | {""})
    }


def places_on_page(cell: str) -> set[tuple[str, str]]:
    places = set[tuple[str, str]]()
    for part in cell.split("; "):
        name, _, articles = part.partition(" Pasal ")
        annexes = ANNEX.findall(part)
        instrument = re.sub(ANNEX, "", name).split(",")[0].strip()
        texts = [text for text in articles.split(", ") if text and not ANNEX.match(text)]
        assert all(ARTICLE.fullmatch(text) for text in texts), part
        places |= {(instrument, place) for place in ["", *annexes, *texts]}
    return places


def numbers_in(text: str) -> set[str]:
    """The figures of a sentence; groups of thousands keep their comma."""
    return {figure.rstrip(".,") for figure in re.findall(r"\d[\d,.]*", text)}


def figures_of_value(value: object) -> set[str]:
    """A value of the law as a sentence may write it: as a count, an amount or a percentage."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        return set[str]().union(*(figures_of_value(part) for part in parts))
    if isinstance(value, dt.date):
        return {str(value.day), str(value.year)}
    if isinstance(value, int) and not isinstance(value, bool):
        return {f"{value:,}", f"{value * 100 / MILLION:g}"}
    return set()


def figures_in_data(rule: str) -> set[str]:
    if rule in LAW.decisions:
        decision = LAW.decisions[rule]
        return numbers_in(f"{decision.name.en} {decision.answer.en} {decision.uncoded}")
    if rule in LAW.absences:
        return numbers_in(" ".join([LAW.absences[rule].name.en, *map(str, sources_of(rule))]))
    figures = set[str]()
    for period in LAW.timelines[rule]:
        last_month = period.until - dt.timedelta(days=1) if period.until else None
        for value in (period.value, period.since, period.until, last_month):
            figures |= figures_of_value(value)
        figures |= numbers_in(" ".join([period.name.en, period.note, *map(str, period.sources)]))
    return figures


@pytest.mark.parametrize("page", PAGES)
def test_every_heading_has_rules(page: str) -> None:
    headings = re.findall(r"^## (.+)$", PAGES[page].read_text("utf-8"), re.MULTILINE)
    assert list(dict.fromkeys(row.topic for row in ROWS if row.page == page)) == headings


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_a_row_says_the_rule_where_it_stands_and_what_holds_it(row: Row) -> None:
    assert row.words[0].isupper()
    assert row.words.endswith(".")
    assert " " in row.words, "a sentence, not a name"
    assert "`" not in row.words
    assert row.source
    assert set(row.ids) <= {*LAW.timelines, *LAW.absences, *LAW.decisions}
    reason = row.holder.partition("not coded:")[2].strip()
    assert reason or row.ids, "it says why nothing holds the rule, or names what does"


@pytest.mark.parametrize("row", [row for row in ROWS if row.is_coded], ids=lambda row: row.place)
def test_nothing_but_names_stands_beside_what_holds_a_rule(row: Row) -> None:
    assert row.holder == " ".join(f"`{rule}`" for rule in row.ids)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.rests_on_data], ids=lambda row: row.place
)
def test_the_source_of_a_row_is_that_of_the_law_data(row: Row) -> None:
    places = set[tuple[str, str]]().union(*(places_in_data(rule) for rule in row.ids))
    if places:
        assert places_on_page(row.source) == places
    else:
        is_open = any(LAW.decisions[rule].open for rule in row.ids)
        assert row.source.startswith("no text" if is_open else "reading of ")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_the_figures_of_a_row_are_those_of_what_holds_it(row: Row) -> None:
    figures = set[str]().union(*(figures_in_data(rule) for rule in row.ids))
    assert numbers_in(INSTRUMENT.sub("", row.words)) <= figures


def test_everything_in_the_law_data_holds_exactly_one_row() -> None:
    """Nothing is coded that the pages leave out, and no rule stands twice."""
    held = Counter(rule for row in ROWS if row.is_coded for rule in row.ids)
    assert held == Counter([*LAW.timelines, *LAW.absences, *LAW.decisions])


def test_no_two_rows_say_the_same() -> None:
    assert [words for words, count in Counter(row.words for row in ROWS).items() if count > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_numbers_no_rule(page: str) -> None:
    """A reader has no list of rules to look a number up in; D01 is a decision, which has a page."""
    assert re.findall(r"\b[A-CE-Z]\d{1,3}\b", PAGES[page].read_text("utf-8")) == []
