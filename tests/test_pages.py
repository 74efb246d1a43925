"""What people look at: the structure of the HTML, and that it says all the text says."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from attrs import field, frozen
from case_runner import ask, load_cases
from narrowed import present

from jamsos import (
    Answer,
    Family,
    InputError,
    Law,
    Participation,
    Worker,
    current,
    death_benefit,
    may_enrol,
    payments,
    premium,
)
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Column, Figure, Form, Kind, Page, Section, table
from jamsos.pages.text_form import as_text

LANGUAGES = ("id", "en")
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
ALLOWED = {
    *("div", "style", "h3", "h4", "p", "span", "a", "dl", "dt", "dd", "ul", "ol", "li"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "details", "summary"),
}
HOSTILE = """<script>alert("x")</script> & 'y' </td></table><img src=x onerror=y>"""
FISHER = Worker(kind="independent", income=900_000, sector="other")
OLD_ARREARS = Participation(
    number_issued=date(2018, 1, 10), payments=payments("2018-01", "2019-04")
)
"""One month unpaid under the law before 2 December 2019, when the rest waited for it."""
IN_ARREARS = Participation(
    number_issued=date(2023, 9, 4), payer="self", payments=payments("2023-09", "2026-06")
)


@frozen
class Element:
    """An element with its attributes, the elements around it, and the text inside it."""

    tag: str
    attributes: Mapping[str, str | None]
    around: tuple[str, ...]
    texts: list[str] = field(factory=list[str])

    @property
    def text(self) -> str:
        return squeezed("".join(self.texts))


class Reader(HTMLParser):
    """Reads HTML that closes what it opens."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in VOID
        element = Element(tag, dict(attrs), tuple(one.tag for one in self.open))
        self.elements.append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1].tag != "style":
            self.texts += [data, " "]
        for element in self.open:
            element.texts.append(data)


@frozen
class Html:
    elements: tuple[Element, ...]
    text: str

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            one
            for one in self.elements
            if one.tag == tag
            and all(one.attributes.get(name) == value for name, value in attributes.items())
        ]


def read(html: str) -> Html:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return Html(tuple(reader.elements), squeezed("".join(reader.texts)))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def answers() -> tuple[Answer, ...]:
    """Of each question: the first answers that differ in what they consist of."""
    seen: set[object] = set()
    kept: list[Answer] = []
    for case in load_cases():
        answer = ask(case, current())
        if isinstance(answer, Answer):
            parts = (answer.lines, answer.conditions, answer.findings, answer.possibilities)
            shape = (answer.question, answer.outcome, *map(bool, parts))
            if shape not in seen:
                seen.add(shape)
                kept.append(answer)
    return tuple(kept)


def ids(page: Html) -> list[str]:
    return [present(one.attributes["id"]) for one in page.elements if "id" in one.attributes]


def said_by(page: Page) -> Iterable[str]:
    """Every text of a page but its marks and the headings of its columns."""
    yield from (page.title, page.outcome, *page.needs, *page.sentences)
    for figure in page.figures:
        yield from figure
    for section in page.sections:
        yield section.heading
        for row in (*section.rows, *section.totals):
            yield from (cell for cell in row if not re.fullmatch(r"(\[\d+\])*", cell))


def test_there_are_answers_of_every_shape() -> None:
    assert len({answer.question for answer in answers()}) > 25
    assert any(answer.possibilities for answer in answers())
    assert any(answer.lines and not answer.decided for answer in answers())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_and_html_say_the_same(lang: str) -> None:
    for answer in answers():
        page = answer._page(lang)
        html, text = read(answer.html(lang)).text, squeezed(answer.text(lang))
        for words in map(squeezed, said_by(page)):
            assert words in html, (answer.question, words)
            assert words in text, (answer.question, words)
        for section in page.sections:
            for column in section.columns:
                assert column.heading in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_html_of_an_answer_is_well_built(lang: str) -> None:
    for answer in answers():
        page = read(answer.html(lang))
        assert {one.tag for one in page.elements} <= ALLOWED
        first = page.elements[0]
        assert dict(first.attributes) == {"class": "jamsos", "lang": lang}
        (title,) = page.all("h3")
        assert title.text == answer.title.say(lang)
        assert all(one.text for one in page.all("h4"))
        assert {one.attributes["scope"] for one in page.all("th")} <= {"col", "row"}
        for heading in page.all("th"):
            in_head = "thead" in heading.around
            assert heading.attributes["scope"] == ("col" if in_head else "row")
            assert heading.text
        for name in ("caption", "thead", "tbody"):
            assert len(page.all(name)) == len(page.all("table")), name
        (grounds,) = page.all("details")
        assert "open" not in grounds.attributes
        items = [one for one in page.all("li") if "details" in one.around]
        assert len(items) == len(answer.grounds)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_a_cell_under_every_heading(lang: str) -> None:
    for answer in answers():
        html = answer.html(lang)
        for inside in re.findall(r"<table.*?</table>", html):
            rows = [re.findall(r"<t[hd]\b", row) for row in re.findall(r"<tr>.*?</tr>", inside)]
            assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_lead_to_the_grounds_of_their_own_answer(lang: str) -> None:
    for answer in answers():
        page = read(answer.html(lang))
        numbers: dict[str, str] = {}
        for item in page.all("li"):
            if "id" in item.attributes:
                numbers[f"#{item.attributes['id']}"] = present(re.match(r"\[\d+\]", item.text))[0]
        links = page.all("a")
        assert links
        for link in links:
            assert numbers[present(link.attributes["href"])] == link.text


def test_answers_on_one_page_share_no_id() -> None:
    pages = [read(answer.html(lang)) for answer in answers() for lang in LANGUAGES]
    all_ids = [name for page in pages for name in ids(page)]
    assert len(all_ids) > 1000
    assert len(set(all_ids)) == len(all_ids)


def test_the_same_answer_is_the_same_page() -> None:
    one, other = (premium(FISHER, "2026-09", payer="self") for _ in range(2))
    assert one.html() == other.html() == one._repr_html_()


def test_a_long_run_of_grounds_is_shown_by_its_ends() -> None:
    columns = Column("Due", Kind.NAME), Column("Grounds", Kind.MARKS)
    rows = [("JKK", "[1][2][3][5][6]"), ("JKM", "[4]"), ("JHT", "")]
    page = read(as_html(Page("en", "Dues", (table("Dues", columns, rows),))))
    cells = [one.text for one in page.all("td")]
    assert cells == ["[1]-[3] [5] [6]", "[4]", ""]


def full_page(text: str) -> Page:
    columns = tuple(Column(text, kind) for kind in (Kind.NAME, Kind.AMOUNT, Kind.WORDS))
    sections = [table(text, columns, [(text, text, text)], [(text, text, text)])]
    sections += [Section(text, ((text, text),), form=form) for form in (Form.POINTS, Form.WARNINGS)]
    sections.append(Section(text, (("[1]", text),), form=Form.GROUNDS))
    sections.append(Section(text, ((text,),), (Column(text),), form=Form.FOOT))
    return Page(
        lang="en",
        title=text,
        outcome=text,
        needs=(text,),
        figures=(Figure(text, text),),
        sentences=(text,),
        sections=tuple(sections),
    )


def test_every_value_is_escaped_wherever_it_stands() -> None:
    hostile, harmless = read(as_html(full_page(HOSTILE))), read(as_html(full_page("harmless")))
    assert [one.tag for one in hostile.elements] == [one.tag for one in harmless.elements]
    said = hostile.text.count(squeezed(HOSTILE))
    assert said == harmless.text.count("harmless")
    assert said > 15
    labels = [one.attributes.get("data-heading") for one in hostile.all("td")]
    assert set(labels) == {None, HOSTILE}, "the amount beside the name needs none"


def test_the_style_asks_for_nothing_and_fixes_no_colour_of_text_or_ground() -> None:
    style = files("jamsos.pages").joinpath("page.css").read_text("utf-8")
    for word in ("url(", "@import", "#", "black", "white;", "rgb(", "prefers-color-scheme"):
        assert word not in style
    assert set(re.findall(r"[^-]color: ([^;]+);", style)) == {"inherit"}
    assert set(re.findall(r"background: ([^;]+);", style)) == {"none"}
    outside_jamsos = [
        rule
        for rule in re.findall(r"^\s*([^\s@}].*?) ?\{", style, re.MULTILINE)
        for one in re.split(r", (?=div)", rule)
        if not one.startswith("div.jamsos[lang]")
    ]
    assert outside_jamsos == []


def test_amounts_stand_large_and_to_the_right() -> None:
    benefit = death_benefit(
        FISHER, OLD_ARREARS, Family(spouse=True), died_on=date(2019, 6, 20), cause="other"
    )
    page = read(benefit.html("en"))
    assert [one.text for one in page.all("dt")] == [
        "Total",
        "Payable now",
        "Payable once the arrears are settled",
    ]
    assert [one.text for one in page.all("dd")] == ["Rp24,000,000", "Rp3,000,000", "Rp21,000,000"]
    amounts = page.all("td", **{"class": "amount"})
    assert [one.text for one in amounts if "tbody" in one.around] == [
        "Rp16,200,000",
        "Rp4,800,000",
        "Rp3,000,000",
    ]
    assert [one.text for one in amounts if "tfoot" in one.around] == [
        "Rp24,000,000",
        "Rp3,000,000",
        "Rp21,000,000",
    ]
    times = [one.text for one in page.all("td") if one.attributes.get("data-heading") == "When"]
    assert times == ["once the arrears are settled", "once the arrears are settled", "now"]


def test_what_is_open_is_said_in_words() -> None:
    trader = Worker(kind="independent", income=900_000)
    answer = premium(trader, "2026-02", payer="self")
    page = read(answer.html("en"))
    (outcome,) = page.all("p", **{"class": "outcome"})
    assert outcome.text == "Cannot be decided. Still needed:"
    assert "? the sector (transport or other)" in page.text
    assert "Possible amounts" in [one.text for one in page.all("h4")]
    assert "If" in [one.text for one in page.all("th")]
    assert page.all("dd") == []
    lines = "\n".join(answer.text("en").splitlines()[:3])
    assert lines.endswith("Cannot be decided. Still needed: the sector (transport or other)")


def test_lines_without_a_total_say_so() -> None:
    (answer, *_) = [one for one in answers() if one.lines and not one.decided]
    assert "Amounts known so far; the total is still open" in answer.html("en")
    assert "Rincian sejauh yang diketahui" in answer.text("id")


def test_warnings_stand_before_the_amounts_under_their_own_heading() -> None:
    answer = premium(FISHER, "2027-01", payer="APBD")
    page = read(answer.html("en"))
    headings = [one.text for one in page.all("h4")]
    assert headings[:2] == ["Warnings", "Amounts"]
    assert "! 1 January 2027 is later than the day up to which" in page.text
    assert "Notes" in headings


def test_what_fails_stands_before_what_is_met() -> None:
    old = Worker(kind="independent", birth=date(1950, 1, 1), works=True, foreign=False)
    answer = may_enrol(old, date(2026, 9, 1))
    page = read(answer.html("en"))
    first, *_, last = [
        one.text for one in page.all("td") if one.attributes.get("data-heading") == "Status"
    ]
    assert (first, last) == ("not met", "met")
    text = answer.text("en")
    assert text.index("  not met  ") < text.index("  met      ")


def law_table(law: Law, lang: str) -> Html:
    return read(law.html(lang))


def test_a_law_says_which_it_is() -> None:
    law = current()
    page = law_table(law, "en")
    periods = sum(len(one) for one in law.timelines.values())
    assert f"provisions {len(law.timelines)} periods of provisions {periods}" in page.text
    assert f"version {law.version} checked up to 2026-10-10" in page.text
    assert "Every decision stands at its default." in page.text
    assert "law.in_force(date(2026, 9, 1))" in page.text
    assert len(law._repr_html_()) < 9_000
    assert law._repr_html_() == law.html("id")


def test_a_law_says_what_was_chosen() -> None:
    law = current().with_decisions(D33="unbroken").strictly()
    page = law_table(law, "id")
    assert "D33 masa iur untuk beasiswa unbroken" in page.text
    assert "(strictly)" in page.text
    assert "menurut bawaannya" not in page.text
    assert "D46" not in page.text


def test_a_law_is_shown_in_the_two_languages_alone() -> None:
    with pytest.raises(InputError, match="language"):
        current().html('"><script>')


def test_an_absence_shows_itself_in_a_line() -> None:
    fine = current().absences["no_fine_for_bpu"]
    wanted = "<Absence no_fine_for_bpu: no late-payment fine for a non-wage earner (BPU)>"
    assert repr(fine) == wanted


def test_the_first_sentence_stands_large_where_no_amount_does() -> None:
    page = Page(
        "en", "Cover", (), sentences=("Yes, it is covered.", "Care is paid.", "So is cash.")
    )
    html = read(as_html(page))
    assert [(one.attributes["class"], one.text) for one in html.all("p")] == [
        ("outcome", "Yes, it is covered."),
        ("sentence", "Care is paid. So is cash."),
    ]
    html = read(as_html(page._replace(sentences=("A list of many papers. " * 9,))))
    assert [one.attributes["class"] for one in html.all("p")] == ["sentence"], "too long for large"
    html = read(as_html(page._replace(figures=(Figure("Total", "Rp1"),))))
    (sentences,) = html.all("p")
    assert sentences.text == "Yes, it is covered. Care is paid. So is cash."


def test_an_outcome_that_waits_for_nothing_stands_alone() -> None:
    html = read(as_html(Page("en", "Cover", (), outcome="No.")))
    assert [one.attributes["class"] for one in html.all("p")] == ["outcome"]
    assert not html.all("ul")


def test_columns_in_which_nothing_stands_are_left_out_of_the_text_too() -> None:
    columns = Column("Name", Kind.NAME), Column("Remark"), Column("Amount", Kind.AMOUNT)
    dues = table("Dues", columns, [("JKK", "", "Rp1")], [("Total", "", "Rp1")], names_columns=True)
    said = as_text(Page("en", "Title", (dues,))).splitlines()
    assert said[3:] == ["Dues: name, amount", "  JKK    Rp1", "  Total  Rp1"]


def test_headings_go_from_one_level_to_the_next() -> None:
    for answer in answers():
        levels = [
            int(one.tag[1]) for one in read(answer.html()).elements if one.tag in ("h3", "h4")
        ]
        assert levels[0] == 3
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
