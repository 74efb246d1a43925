"""The articles of each regulation with what holds them, written when the pages are built."""

from collections.abc import Sequence
from pathlib import Path

from docutils import nodes
from law_tables import Cell, code, kept, line_break, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from jamsos import Absence, Article, Decision, Paragraph, Provision, article_holders
from jamsos.answers.texts import Text
from jamsos.law.articles.cases import Cases, read_cases
from jamsos.law.articles.loading import regulations
from jamsos.law.articles.lookup import Holder
from jamsos.law.articles.paragraphs import Regulation

CASES = Path(__file__).parents[2] / "tests" / "cases"
NOT_HELD_YET = "nothing holds it yet"
HEAD = ("Article", "In force", "What it says", "Held by", "Cases")


class Articles(SphinxDirective):
    """A section for each regulation: its share, and a table of its articles."""

    def run(self) -> list[nodes.Node]:
        cases = read_cases(CASES)
        found: list[nodes.Node] = [summary()]
        for regulation in regulations():
            found.append(self._section(regulation, cases))
        return found

    def _section(self, regulation: Regulation, cases: Cases) -> nodes.section:
        title = f"{regulation.instrument}: {regulation.name.en}"
        section = nodes.section("", nodes.title(text=title), ids=[nodes.make_id(title)])
        section += nodes.paragraph(text=share(regulation))
        rows = [row for article in regulation.articles for row in rows_of(article, cases)]
        section += table((13, 18, 37, 23, 9), HEAD, rows)
        return section


def paragraphs_of(regulation: Regulation) -> list[Paragraph]:
    return [one for article in regulation.articles for one in article.paragraphs]


def counted(paragraphs: Sequence[Paragraph]) -> tuple[int, int, int]:
    """How many are held, how many are left out with a reason, and how many are neither."""
    held = sum(bool(article_holders(one)) for one in paragraphs)
    with_reason = sum(one.not_held is not None for one in paragraphs)
    return held, with_reason, len(paragraphs) - held - with_reason


def share(regulation: Regulation) -> str:
    """The share of a regulation that is held, in a sentence."""
    paragraphs = paragraphs_of(regulation)
    held, with_reason, neither = counted(paragraphs)
    changes = f", changed by {' and '.join(regulation.changed_by)}" if regulation.changed_by else ""
    sentence = (
        f"{len(regulation.articles)} articles in {len(paragraphs)} paragraphs{changes}: "
        f"{held} held, {with_reason} left out with a reason"
    )
    return f"{sentence}, {neither} neither." if neither else f"{sentence}."


def summary() -> nodes.paragraph:
    """All regulations together."""
    paragraphs = [one for regulation in regulations() for one in paragraphs_of(regulation)]
    held, with_reason, neither = counted(paragraphs)
    accounted = 100 * (len(paragraphs) - neither) // len(paragraphs)
    return nodes.paragraph(
        text=f"{len(paragraphs)} paragraphs: {held} are held, {with_reason} are left out with a "
        f"reason; {accounted} % are accounted for."
    )


def rows_of(article: Article, cases: Cases) -> list[tuple[str, Sequence[Cell]]]:
    """A row for each paragraph; the first has the anchor of the article."""
    rows: list[tuple[str, Sequence[Cell]]] = []
    for paragraph in article.paragraphs:
        anchor = "" if rows else article.anchor
        count = cases.citing(paragraph)
        cells = (
            named(paragraph, article),
            period(paragraph),
            said(paragraph),
            held(paragraph),
            str(count) if count else "",
        )
        rows.append((anchor, cells))
    return rows


def named(paragraph: Paragraph, article: Article) -> Cell:
    """The article and its part; the instrument where it is a change."""
    words = str(paragraph).removeprefix(paragraph.instrument).strip()
    if paragraph.instrument == article.regulation:
        return words
    return [nodes.Text(words), line_break(), kept(paragraph.instrument)]


def period(paragraph: Paragraph) -> Cell:
    since = kept(f"from {paragraph.since}")
    if paragraph.until is None:
        return since
    return [since, line_break(), kept(f"until {paragraph.until}")]


def said(paragraph: Paragraph) -> Cell:
    kind = Text(f"article_kind.{paragraph.kind}").say("en")
    return [nodes.Text(paragraph.content.en), nodes.Text(" "), nodes.emphasis("", f"({kind})")]


def held(paragraph: Paragraph) -> Cell:
    """Links to what holds it, each once; else the reason."""
    links = {link_to(holder): None for holder in article_holders(paragraph)}
    if not links:
        reason = paragraph.not_held
        return nodes.emphasis("", NOT_HELD_YET if reason is None else reason.text.en)
    cell: list[nodes.Node] = []
    for name, target in links:
        if cell:
            cell.append(line_break())
        cell.append(linked(name, target))
    return cell


def linked(name: str, target: str) -> nodes.reference:
    reference = nodes.reference("", "", refuri=target, internal=True)
    # Ids are long words: they may break after a dot.
    reference += code(name.replace(".", ".\N{ZERO WIDTH SPACE}"))
    return reference


def link_to(holder: Holder) -> tuple[str, str]:
    """The name of what holds a paragraph, and the place on these pages that says more."""
    if isinstance(holder, Provision):
        return holder.id, f"law.html#{holder.id}@{holder.since}"
    if isinstance(holder, Absence):
        return holder.id, f"law.html#{holder.id}"
    if isinstance(holder, Decision):
        return holder.id, f"../understand/decisions-of-law.html#{holder.id.lower()}"
    return holder, f"reference.html#jamsos.{holder.removesuffix('()')}"


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-articles", Articles)
    return {"parallel_read_safe": True}
