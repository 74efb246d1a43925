"""What the law consists of here: provisions with their periods, recorded absences, numbered readings."""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from jamsos.errors import LawDataError

Scalar: TypeAlias = int | bool | str | date
Value: TypeAlias = Scalar | tuple[Scalar, ...] | tuple[tuple[Scalar, ...], ...]
"""A value of the law. Shares are ints in parts per million; tables are tuples of rows."""


class Grade(StrEnum):
    """How certain a rule is, from read word for word down to unknown."""

    VERBATIM = "verbatim"
    OFFICIAL = "official"
    SECONDARY = "secondary"
    INTERPRETATION = "interpretation"
    OPEN = "open"


@frozen
class Bilingual:
    """A short text in Indonesian and English."""

    id: str
    en: str

    def say(self, lang: str) -> str:
        """Give the text in ``"id"`` or ``"en"``."""
        return self.id if lang == "id" else self.en


@frozen(kw_only=True)
class Source:
    """Where a rule stands: instrument and article in parts; a part that is unknown stays ``None``.

    >>> str(Source(instrument="PP 82/2019", pasal="34", ayat="1", huruf="a"))
    'PP 82/2019 Pasal 34 ayat (1) huruf a'
    >>> str(Source(instrument="Permenaker 5/2021", article_known=False))
    'Permenaker 5/2021 (pasal ?)'
    """

    instrument: str
    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    angka: str | None = None
    lampiran: str | None = None
    penjelasan: bool = False
    """The rule stands in the elucidation (*penjelasan*) of the article."""
    article_known: bool = True
    statement: bool = False
    """A statement or a practice, which has no articles."""

    def __str__(self) -> str:
        parts = [self.instrument]
        parts += [f"Pasal {self.pasal}"] if self.pasal else []
        parts += [f"ayat ({self.ayat})"] if self.ayat else []
        parts += [f"huruf {self.huruf}"] if self.huruf else []
        parts += [f"angka {self.angka}"] if self.angka else []
        parts += [f"Lampiran {self.lampiran}"] if self.lampiran else []
        parts += ["penjelasan"] if self.penjelasan else []
        parts += [] if self.article_known else ["(pasal ?)"]
        return " ".join(parts)


@frozen(kw_only=True, eq=False)
class Provision:
    """One rule of the law over one stretch of time: in force from ``since`` up to, not including, ``until``.

    Values: money in whole rupiah, shares in parts per million, tables as tuples of rows; a rule
    without a number has the value ``True``.
    """

    id: str
    name: Bilingual
    unit: str
    value: Value
    since: date
    until: date | None
    sources: tuple[Source, ...]
    grade: Grade
    readings: tuple[str, ...] = ()
    """Numbered decisions without which the provision would not be in this form."""
    known_until: date | None = None
    """The day up to which it is known to have stood."""
    note: str = ""
    columns: tuple[str, ...] = ()

    kind = "provision"

    def covers(self, day: date) -> bool:
        """Tell whether the provision is in force on the day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def number(self) -> int:
        """The value as a whole number (rupiah, months, years, parts per million).

        Raises:
            LawDataError: if the value is something else.

        """
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise LawDataError(self.id, self.value, "a whole number", "read the value in its own type")
        return self.value

    @property
    def day(self) -> date:
        """The value as a day.

        Raises:
            LawDataError: if the value is something else.

        """
        if not isinstance(self.value, date):
            raise LawDataError(self.id, self.value, "a day", "read the value in its own type")
        return self.value

    @property
    def words(self) -> tuple[str, ...]:
        """The value as a list of codes."""
        return tuple(str(item) for item in self.value) if isinstance(self.value, tuple) else (str(self.value),)

    @property
    def rows(self) -> tuple[tuple[Scalar, ...], ...]:
        """The value as a table.

        Raises:
            LawDataError: if the value is no table.

        """
        if not isinstance(self.value, tuple):
            raise LawDataError(self.id, self.value, "a table", "read the value in its own type")
        return tuple(row if isinstance(row, tuple) else (row,) for row in self.value)


@frozen(kw_only=True, eq=False)
class Absence:
    """A recorded absence: the text was read and has no such rule."""

    id: str
    name: Bilingual
    sources: tuple[Source, ...]
    grade: Grade
    readings: tuple[str, ...] = ()

    kind = "absence"


@frozen(kw_only=True, eq=False)
class Reading:
    """A numbered decision (D01-D65): how the library reads a silent or unclear law.

    ``chosen`` is the answer in use; ``alternatives`` are the other answers a caller may choose
    with ``law.reading(D33="unbroken")``. Open ones give 'cannot decide' under ``law.strictly()``.
    """

    id: str
    name: Bilingual
    default: str
    chosen: str
    answer: Bilingual
    """The default in a sentence."""
    alternatives: tuple[str, ...] = ()
    uncoded: str = ""
    """Alternatives the library does not offer, with the reason."""
    number: int | None = None
    """The number the default states, where it states one."""
    open: bool = False
    sources: tuple[Source, ...] = field(default=())

    kind = "decision"

    @property
    def grade(self) -> Grade:
        """Open where the law leaves the question open, else an interpretation."""
        return Grade.OPEN if self.open else Grade.INTERPRETATION
