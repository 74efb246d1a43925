"""From a citation to the article: what it says, in each period, and what holds it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TypeAlias

from attrs import evolve

from jamsos.errors import InputError, LawDataError
from jamsos.law.articles.citations import Citation, citations, citations_of, instrument_in
from jamsos.law.articles.loading import regulations
from jamsos.law.articles.paragraphs import Article, Paragraph, Regulation
from jamsos.law.articles.places import Place, title
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Absence, Decision, Provision, Source
from jamsos.values.plain import checked_kind

_AN_ARTICLE = "an instrument and an article, such as 'Permenaker 5/2021 Pasal 92 ayat (2)'"


Holder: TypeAlias = Provision | Absence | Decision | str
"""What holds a paragraph: a provision in a period, a recorded absence, a decision, or a public
function, written ``"cover_on()"``."""


def law_article(cited: str | Source) -> Article:
    """Look up an article, or a part of it, in all its periods.

    Args:
        cited: As people write it: ``"Permenaker 5/2021 92"``, ``"PP 44/2015 25(2)a.1"``; or a
            source of a ground. A regulation brings the instruments that changed it; an
            instrument of change only its own words. The instrument may be left out where one
            regulation alone has the article.

    Raises:
        InputError: if there is no such article; the message names those that come near.

    >>> article = law_article("Permenaker 5/2021 Pasal 92 ayat (2)")
    >>> [paragraph.content.en for paragraph in article.paragraphs]
    ['The arrears are settled out of the cash due.']
    >>> law_article("Permenaker 5/2021 97B")
    Traceback (most recent call last):
        ...
    jamsos.errors.InputError: article: got 'Permenaker 5/2021 97B'; allowed: ... 97A...

    """
    if isinstance(cited, Source):
        # Some sources name an article and its appendix: the article comes first.
        return _found(citations_of(cited)[:1], str(cited))
    if not isinstance(cited, str):
        raise InputError("article", cited, _AN_ARTICLE, "write it so")
    named = citations(cited)
    if not any(citation.instrument for citation in named):
        # "Pasal 92 PP 44/2015": the instrument may stand behind.
        named = tuple(evolve(one, instrument=instrument_in(cited)) for one in named)
    return _found(named, cited)


def article_of(source: Source) -> Article | None:
    """The article a source stands in, the one it names first; None where it is not carried.

    >>> from jamsos.law.provisions import Source
    >>> str(article_of(Source(instrument="PP 82/2019", pasal="34", ayat="1")))
    'PP 44/2015 Pasal 34'
    """
    for citation in citations_of(source):
        whole = evolve(citation, place=Place(citation.place.article))
        for article in _articles(whole):
            return article
    return None


def _found(named: tuple[Citation, ...], written: str) -> Article:
    if not named:
        raise InputError("article", written, _AN_ARTICLE, "write it so")
    articles: dict[str, Article] = {}
    for citation in named:
        for article in _articles(citation):
            before = articles.get(str(article))
            paragraphs = (*before.paragraphs, *article.paragraphs) if before else article.paragraphs
            distinct = tuple(dict.fromkeys(paragraphs))
            articles[str(article)] = evolve(article, paragraphs=distinct)
    if len(articles) == 1:
        return next(iter(articles.values()))
    if articles:
        step = "name one article with its instrument"
        raise InputError("article", written, f"one of {sorted(articles)}", step)
    raise InputError("article", written, _nearest(named[0]), "correct the article")


def _articles(citation: Citation) -> Iterator[Article]:
    """The articles a citation may mean, each with the paragraphs it names."""
    for regulation in regulations():
        for instrument in regulation.instruments:
            if _is_meant(citation.instrument, instrument):
                yield from _of_instrument(regulation, instrument, citation.place)


def _is_meant(written: str, instrument: str) -> bool:
    """Whether an instrument is the one written; "5/2021" is enough, and nothing means any."""
    return written in {"", instrument} or instrument.endswith(f" {written}")


def _of_instrument(regulation: Regulation, instrument: str, place: Place) -> Iterator[Article]:
    for reading in _read(place):
        article = _by_number(regulation).get(reading.article)
        paragraphs = _named(article, instrument, reading) if article else ()
        if article and paragraphs:
            yield evolve(article, paragraphs=paragraphs)
            return


def _read(place: Place) -> Iterator[Place]:
    """The place as written; then its letter as part of the number (97a), then the article itself.

    An elucidation that is not carried by itself stands with the words it explains.
    """
    yield place
    if place.part and place.part[0].isalpha():
        yield Place(place.article + place.part[0].upper(), place.part[1:], place.elucidation)
    if place.elucidation:
        yield Place(place.article, place.part)


@cache
def _by_number(regulation: Regulation) -> dict[str, Article]:
    return {article.number: article for article in regulation.articles}


def _named(article: Article, instrument: str, place: Place) -> tuple[Paragraph, ...]:
    """The paragraphs a place names; of a change of the regulation its own words, where it has any.

    An instrument that changes a part of an article repeats the rest of it.
    """
    if instrument == article.regulation:
        return _at(article.paragraphs, place)
    own = tuple(one for one in article.paragraphs if one.instrument == instrument)
    if not own:
        return ()
    return _at(own, place) or _at(article.paragraphs, place)


def _at(paragraphs: tuple[Paragraph, ...], place: Place) -> tuple[Paragraph, ...]:
    if not place.part and not place.elucidation:
        return paragraphs
    return tuple(one for one in paragraphs if one.touches(place))


def _nearest(citation: Citation) -> str:
    """The articles, or the parts of the article, that come near what was asked for."""
    whole = evolve(citation, place=Place(citation.place.article))
    parts = [str(one) for article in _articles(whole) for one in article.paragraphs]
    if parts:
        return f"a part of this article: {'; '.join(dict.fromkeys(parts))}"
    numbers: list[str] = []
    for regulation in regulations():
        if any(_is_meant(citation.instrument, name) for name in regulation.instruments):
            numbers += [str(article) for article in regulation.articles]
    if not numbers:
        return f"an article of {', '.join(sorted(instruments()))}"
    written = f"{citation.instrument} {title(citation.place.article)}"
    return f"an article such as {', '.join(get_close_matches(written, numbers, cutoff=0))}"


def instruments() -> frozenset[str]:
    """The instruments whose articles the library carries."""
    return frozenset(name for one in regulations() for name in one.instruments)


def article_holders(paragraph: Paragraph, law: Law | None = None) -> tuple[Holder, ...]:
    """What holds a paragraph: what the articles name, then what in the law data cites it.

    A provision counts in the periods in which the paragraph is in force.

    >>> paragraph, = law_article("PP 44/2015 20(3)").paragraphs
    >>> article_holders(paragraph)
    (<Provision jkm.contribution_bpu_month: 6800 rupiah, since 2015-07-01>,)

    Raises:
        LawDataError: if a name is no id of the law data.

    """
    law = applied(law)
    found: list[Holder] = []
    step = "take one of law_article(...).paragraphs"
    for name in checked_kind(Paragraph, paragraph, "paragraph", step).held_by:
        found += _named_holders(name, paragraph, law)
    found += _citing(paragraph, law)
    return tuple(dict.fromkeys(found))


def _named_holders(name: str, paragraph: Paragraph, law: Law) -> list[Holder]:
    if name.endswith("()"):
        return [name]
    rule = law.decisions.get(name) or law.absences.get(name)
    if rule is not None:
        return [rule]
    if name not in law.timelines:
        raise LawDataError(
            f"{paragraph}: held_by",
            name,
            "an id of the law data, or a public function such as 'cover_on()'",
            "correct the name",
        )
    return [*_in_its_periods(law.timelines[name], paragraph)]


def _in_its_periods(periods: Iterable[Provision], paragraph: Paragraph) -> Iterator[Provision]:
    for period in periods:
        if paragraph.in_force(period.since, period.until):
            yield period


def _citing(paragraph: Paragraph, law: Law) -> Iterator[Holder]:
    """The provisions whose sources lie in the paragraph."""
    for periods in law.timelines.values():
        for period in _in_its_periods(periods, paragraph):
            if _cites(period.sources, paragraph):
                yield period


def _cites(sources: Iterable[Source], paragraph: Paragraph) -> bool:
    for source in sources:
        if source.instrument == paragraph.instrument:
            cited = citations_of(source)
            if any(paragraph.holds(citation.place) for citation in cited):
                return True
    return False
