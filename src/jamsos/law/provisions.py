"""What the law consists of here: dated provisions, recorded absences, numbered decisions."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from attrs import evolve, field, frozen

from jamsos.errors import LawDataError
from jamsos.forms.kinds import TAGGED

Scalar: TypeAlias = int | bool | str | date
Value: TypeAlias = Scalar | tuple[Scalar, ...] | tuple[tuple[Scalar, ...], ...]
"""A value of the law. Shares are ints in parts per million; tables are tuples of rows."""


class Grade(StrEnum):
    """How certain a rule is, from read word for word down to unknown; last, what is no law."""

    VERBATIM = "verbatim"
    OFFICIAL = "official"
    SECONDARY = "secondary"
    INTERPRETATION = "interpretation"
    OPEN = "open"
    HYPOTHETICAL = "hypothetical"
    """Supposed in a what-if; no law file may say so."""


@frozen
class Bilingual:
    """A short text in Indonesian and English."""

    id: str
    en: str

    def say(self, lang: str) -> str:
        """Give the text in ``"id"`` or ``"en"``."""
        if lang == "id":
            return self.id
        return self.en


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
        words = [self.instrument]
        for pattern, part in (
            ("Pasal {}", self.pasal),
            ("ayat ({})", self.ayat),
            ("huruf {}", self.huruf),
            ("angka {}", self.angka),
            ("Lampiran {}", self.lampiran),
        ):
            if part is not None:
                words.append(pattern.format(part))
        if self.penjelasan:
            words.append("penjelasan")
        if not self.article_known:
            words.append("(pasal ?)")
        return " ".join(words)


@frozen(kw_only=True)
class Provision:
    """One rule of the law over one stretch of time: from ``since`` up to, not including, ``until``.

    Values: money in whole rupiah, shares in parts per million, tables as tuples of rows; a rule
    without a number has the value ``True``.
    """

    id: str
    name: Bilingual
    unit: str
    value: Value = field(metadata=TAGGED)
    since: date
    until: date | None
    sources: tuple[Source, ...]
    grade: Grade
    decisions: tuple[str, ...] = ()
    """Numbered decisions without which the provision would not be in this form."""
    known_until: date | None = None
    """The day up to which it is known to have stood."""
    note: str = ""
    columns: tuple[str, ...] = ()

    kind = "provision"

    def __repr__(self) -> str:
        period = f"since {self.since}"
        if self.until is not None:
            period += f" until {self.until}"
        return f"<Provision {self.id}: {self._shown_value()}, {period}>"

    def _shown_value(self) -> str:
        if isinstance(self.value, tuple):
            return f"table of {len(self.value)} rows"
        if isinstance(self.value, bool):
            return "in force"
        return f"{self.value} {self.unit}"

    def __hash__(self) -> int:
        # Rules are keys of many caches: the id tells most apart, and its hash is known.
        return hash(self.id)

    def covers(self, day: date) -> bool:
        """Tell whether the provision is in force on the day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def number(self) -> int:
        """The value as a whole number (rupiah, months, years, parts per million).

        Raises:
            LawDataError: if the value is something else.

        """
        value = self.value
        # True stands for a rule in force, and would else count as the number 1.
        if type(value) is not int:
            raise LawDataError(self.id, value, "a whole number", "read the value in its own type")
        return value

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
        if isinstance(self.value, tuple):
            return tuple(str(item) for item in self.value)
        return (str(self.value),)

    @property
    def rows(self) -> tuple[tuple[Scalar, ...], ...]:
        """The value as a table.

        Raises:
            LawDataError: if the value is no table.

        """
        if not isinstance(self.value, tuple):
            raise LawDataError(self.id, self.value, "a table", "read the value in its own type")
        # A list of one column is written without inner brackets.
        return tuple(row if isinstance(row, tuple) else (row,) for row in self.value)


@frozen(kw_only=True)
class Absence:
    """A recorded absence: the text was read and has no such rule."""

    id: str
    name: Bilingual
    sources: tuple[Source, ...]
    grade: Grade
    decisions: tuple[str, ...] = ()

    kind = "absence"
    since = None

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Absence {self.id}: {self.name.en}>"


@frozen(kw_only=True)
class WhatIf:
    """A supposed change of the law, with the name and the reason its author gave; it is no law.

    :func:`jamsos.what_if` makes it, and every result under it names it.
    """

    id: str
    name: Bilingual
    reason: Bilingual
    supposes: tuple[Bilingual, ...] = ()
    """What is supposed, change by change."""

    kind = "what_if"
    since = None
    grade = Grade.HYPOTHETICAL
    sources: ClassVar[tuple[Source, ...]] = ()

    def __repr__(self) -> str:
        return f"<WhatIf {self.id!r}: {len(self.supposes)} changes>"


def supposed_together(what_ifs: Iterable[WhatIf], another: WhatIf) -> tuple[WhatIf, ...]:
    """What-ifs with one more; of two with one id the changes are joined."""
    by_id = {one.id: one for one in what_ifs}
    earlier = by_id.get(another.id)
    if earlier is not None:
        another = evolve(another, supposes=(*earlier.supposes, *another.supposes))
    by_id[another.id] = another
    return tuple(by_id.values())


@frozen(kw_only=True)
class Decision:
    """A numbered decision (D01 and so on): how the library reads silent or unclear law.

    ``chosen`` is the answer in use; ``alternatives`` are the other answers a caller may choose
    with ``law.with_decisions(D33="unbroken")``. Open ones give 'cannot decide' under
    ``law.strictly()``.
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
    since = None

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Decision {self.id}: {self.chosen}>"

    @property
    def ask(self) -> str:
        """The call that chooses another answer, where the library offers one.

        >>> from jamsos.law import current
        >>> current().decisions["D09"].ask
        "choose law.with_decisions(D09='jkk_per_job')"
        """
        if not self.choices:
            return f"decide {self.id} outside the library: it offers no other answer"
        return f"choose {' or '.join(self.choices)}"

    @property
    def choices(self) -> tuple[str, ...]:
        """The calls that choose the other answers the library offers."""
        names = (self.default, *self.alternatives)
        return tuple(
            f"law.with_decisions({self.id}={name!r})" for name in names if name != self.chosen
        )

    @property
    def grade(self) -> Grade:
        """Open where the law leaves the question open, else an interpretation."""
        return Grade.OPEN if self.open else Grade.INTERPRETATION
