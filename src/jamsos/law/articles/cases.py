"""The cases of ``tests/cases``, by the articles they cite."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from jamsos.errors import InputError
from jamsos.law import strict_toml as toml
from jamsos.law.articles.citations import Citation, citations
from jamsos.law.articles.paragraphs import Article, Paragraph


@frozen
class Cases:
    """What each case cites."""

    cited: tuple[tuple[Citation, ...], ...]

    def citing(self, paragraph: Paragraph) -> int:
        """The number of cases that cite the paragraph, or a part of it."""
        return sum(
            any(_is_in(citation, paragraph) for citation in citations) for citations in self.cited
        )

    def citing_article(self, article: Article) -> int:
        """The number of cases that cite the article, as a whole or a part of it."""
        instruments = {paragraph.instrument for paragraph in article.paragraphs}
        return sum(
            any(
                one.place.article == article.number and one.instrument in instruments
                for one in citations
            )
            for citations in self.cited
        )


def _is_in(citation: Citation, paragraph: Paragraph) -> bool:
    return citation.instrument == paragraph.instrument and paragraph.holds(citation.place)


def read_cases(folder: Path) -> Cases:
    """Read what the cases of a folder cite.

    Raises:
        InputError: if there is no such folder.
        LawDataError: if a file is not TOML.

    """
    if not folder.is_dir():
        step = "give the folder tests/cases of the sources"
        raise InputError("--cases", str(folder), "a folder of cases", step)
    cited: list[tuple[Citation, ...]] = []
    for path in sorted(folder.rglob("*.toml")):
        content = toml.parse(path.read_text("utf-8"), path.name)
        cases: list[Mapping[str, Any]] = content.get("case", [])
        cited += [citations(str(case["article"])) for case in cases]
    return Cases(tuple(cited))
