"""Articles of the law in words: what each paragraph says, and what holds it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jamsos.answers.texts import Text
from jamsos.answers.wording import read_value
from jamsos.law.articles.cases import Cases
from jamsos.law.articles.lookup import Holder, article_holders
from jamsos.law.articles.paragraphs import Article, Paragraph
from jamsos.law.provisions import Absence, Decision, Provision


def article_lines(article: Article, lang: str, cases: Cases | None = None) -> Iterator[str]:
    """An article for people: a line for each paragraph, and below it what holds it.

    >>> from jamsos.law.articles.lookup import law_article
    >>> for line in article_lines(law_article("PP 44/2015 20(3)"), "en"):
    ...     print(line)
    PP 44/2015 Pasal 20
    <BLANKLINE>
    ayat (3) | from 1 July 2015 | amount
      The JKM contribution of a BPU is Rp6,800 a month.
      - jkm.contribution_bpu_month: monthly JKM contribution of a non-wage earner (BPU): ...
    """
    yield _heading(article, lang, cases)
    for paragraph in article.paragraphs:
        yield ""
        yield _first_line(paragraph, article, lang)
        yield f"  {paragraph.content.say(lang)}"
        for held in _held(paragraph, lang):
            yield f"  - {held}"
        count = 0 if cases is None else cases.citing(paragraph)
        if count:
            yield "  - " + Text("article.cases", {"count": count}).say(lang)


def _heading(article: Article, lang: str, cases: Cases | None) -> str:
    if cases is None:
        return str(article)
    count = Text("article.cases", {"count": cases.citing_article(article)}).say(lang)
    return f"{article} ({count})"


def _first_line(paragraph: Paragraph, article: Article, lang: str) -> str:
    """The part of the article, its period and kind; the instrument where it is a change."""
    parts = [paragraph.at]
    if paragraph.elucidation:
        parts.append(Text("article.elucidation").say(lang))
    if paragraph.instrument != article.regulation:
        parts.append(f"({paragraph.instrument})")
    cells = [
        " ".join(part for part in parts if part),
        _period(paragraph.since, paragraph.until, lang),
        Text(f"article_kind.{paragraph.kind}").say(lang),
    ]
    return " | ".join(cell for cell in cells if cell)


def _period(since: date, until: date | None, lang: str) -> str:
    if until is None:
        return Text("law.open", {"since": since}).say(lang)
    return Text("law.closed", {"since": since, "until": until}).say(lang)


def _held(paragraph: Paragraph, lang: str) -> Iterator[str]:
    """What holds the paragraph, one a line, or why nothing does."""
    found = article_holders(paragraph)
    for holder in found:
        yield holder_in_words(holder, lang)
    if not found:
        yield why_not_held(paragraph, lang)


def holder_in_words(holder: Holder, lang: str) -> str:
    """What holds a paragraph: of a provision with its value and period."""
    if isinstance(holder, str):
        return Text("article.function", {"name": holder}).say(lang)
    words = f"{holder.id}: {holder.name.say(lang)}"
    if isinstance(holder, Decision):
        return f"{words}: {holder.answer.say(lang)}"
    if isinstance(holder, Absence):
        return words
    value = read_value(holder, lang)
    if value:
        words = f"{words}: {value}"
    return f"{words} ({_period(holder.since, holder.until, lang)})"


def why_not_held(paragraph: Paragraph, lang: str) -> str:
    """Why nothing holds the paragraph."""
    if paragraph.not_held is None:
        return Text("article.open").say(lang)
    return Text("article.not_held", {"reason": paragraph.not_held.text.say(lang)}).say(lang)


def paragraph_row(paragraph: Paragraph, cases: Cases | None = None) -> dict[str, Any]:
    """A paragraph for programs, as what JSON can hold."""
    reason = None
    if paragraph.not_held is not None:
        text = paragraph.not_held.text
        reason = {"code": paragraph.not_held.id, "id": text.id, "en": text.en}
    return {
        "instrument": paragraph.instrument,
        "article": paragraph.article,
        "at": paragraph.at,
        "elucidation": paragraph.elucidation,
        "from": str(paragraph.since),
        "until": str(paragraph.until) if paragraph.until else None,
        "kind": str(paragraph.kind),
        "content": {"id": paragraph.content.id, "en": paragraph.content.en},
        "held_by": [_holder_row(holder) for holder in article_holders(paragraph)],
        "not_held": reason,
        "cases": None if cases is None else cases.citing(paragraph),
    }


def _holder_row(holder: Holder) -> dict[str, Any]:
    if isinstance(holder, str):
        return {"kind": "function", "id": holder.removesuffix("()")}
    row: dict[str, Any] = {"kind": holder.kind, "id": holder.id}
    if isinstance(holder, Provision):
        until = str(holder.until) if holder.until else None
        row |= {"from": str(holder.since), "until": until}
    return row
