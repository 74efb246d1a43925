"""What an article consists of here: its paragraphs by period, in our own words."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from attrs import frozen

from jamsos.law.articles.places import Part, Place, parts_in, title
from jamsos.law.provisions import Bilingual


class ParagraphKind(StrEnum):
    """What a paragraph sets, the strictest first."""

    AMOUNT = "amount"
    RIGHT = "right"
    CONDITION = "condition"
    DEADLINE = "deadline"
    DUTY = "duty"
    PAPER = "paper"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    NONE = "none"


@frozen(kw_only=True)
class NotHeld:
    """Why nothing in the library holds a paragraph."""

    id: str
    text: Bilingual
    outside: bool = False
    """The paragraph is about something else than JKK and JKM.

    Only such a reason may stand at an amount, a right or a deadline.
    """


# Without slots: what is worked out once needs a place to stay.
@frozen(kw_only=True, slots=False)
class Paragraph:
    """One paragraph of an article in one period, and what holds it in the library."""

    instrument: str
    """The instrument whose words these are: the regulation itself or one that changed it."""
    article: str
    at: str = ""
    """The part of the article, as laws print it; empty for a whole article."""
    elucidation: bool = False
    since: date
    until: date | None = None
    kind: ParagraphKind
    content: Bilingual
    held_by: tuple[str, ...] = ()
    """Provisions, absences and decisions by their ids, public functions as ``cover_on()``.

    What cites the paragraph in the law data holds it too, and is not repeated here.
    """
    not_held: NotHeld | None = None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places of the paragraph, each ayat of a range by itself."""
        return tuple(Place(self.article, part, self.elucidation) for part in self._parts())

    def _parts(self) -> tuple[Part, ...]:
        if self.article.startswith("Lampiran"):
            return (tuple(self.at.split(".")) if self.at else (),)
        return parts_in(self.at)

    def holds(self, place: Place) -> bool:
        """Whether a place lies in this paragraph."""
        return any(place.within(own) for own in self.places)

    def touches(self, place: Place) -> bool:
        """Whether a place lies in this paragraph or the paragraph in it."""
        return any(place.within(own) or own.within(place) for own in self.places)

    def in_force(self, since: date, until: date | None) -> bool:
        """Whether the paragraph is in force on a day from ``since`` up to, not including, the end.

        >>> from jamsos.law.articles.lookup import law_article
        >>> article = law_article("Permenaker 5/2021 101")
        >>> [one.in_force(date(2026, 1, 1), None) for one in article.paragraphs]
        [False, True]
        """
        begins_before = until is None or self.since < until
        return begins_before and (self.until is None or since < self.until)

    def __str__(self) -> str:
        words = [self.instrument, title(self.article), self.at]
        if self.elucidation:
            words.append("penjelasan")
        return " ".join(word for word in words if word)


@frozen(kw_only=True)
class Article:
    """An article of a regulation with every change of it, oldest first within a paragraph."""

    regulation: str
    """The instrument as first made; changes of it belong to the same regulation."""
    number: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def anchor(self) -> str:
        """The place of the article on the page of articles.

        >>> from jamsos.law.articles.lookup import law_article
        >>> law_article("PP 44/2015 Lampiran III").anchor
        'pp-44-2015-lampiran-iii'
        """
        return f"{self.regulation} {title(self.number)}".lower().replace("/", "-").replace(" ", "-")

    def __str__(self) -> str:
        return f"{self.regulation} {title(self.number)}"


@frozen(kw_only=True)
class Regulation:
    """A regulation with the instruments that changed it."""

    instrument: str
    name: Bilingual
    changed_by: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    """In the order of their numbers; appendices and the articles of a change come last."""

    @property
    def instruments(self) -> tuple[str, ...]:
        """The regulation itself, and its changes."""
        return (self.instrument, *self.changed_by)
