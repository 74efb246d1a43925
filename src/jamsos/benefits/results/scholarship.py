"""The child scholarship as a result: of a death or disability, and projected year by year."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import field, frozen

from jamsos.answers.answer import Answer
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding
from jamsos.answers.plain_sentences import missing_of
from jamsos.answers.texts import Text
from jamsos.coverage.cover_rules import Right
from jamsos.errors import UndecidedError
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Level
from jamsos.workers.family import Child

ScholarshipFinding: TypeAlias = Literal[
    "scholarship_first_instalment",
    "scholarship_remaining_maximum",
    "scholarship_remaining_to_age_limit",
    "scholarship_right",
    "scholarship_statutory_maximum",
]
ScholarshipProjectionLine: TypeAlias = Literal["scholarship.year",]


@frozen(kw_only=True)
class Scholarship:
    """The child scholarship (*beasiswa pendidikan anak*) of one participant, in four meanings.

    Each result raises :class:`UndecidedError` where facts leave it open; without a right to a
    scholarship every amount is 0.

    Legal source: PP 82/2019 Pasal 25 ayat (3), 34 ayat (3), Lampiran III; PP 44/2015 before.

    >>> Scholarship(right=Right.NOW, next_step="give Child(year=...)").remaining_maximum
    Traceback (most recent call last):
    ...
    jamsos.errors.UndecidedError: scholarship.remaining_maximum: got 'cannot decide'; allowed: ...
    """

    _right: Right | None = field(default=None, alias="right")
    _statutory_maximum: Rupiah | None = field(default=None, alias="statutory_maximum")
    _remaining_maximum: Rupiah | None = field(default=None, alias="remaining_maximum")
    _remaining_to_age_limit: Rupiah | None = field(default=None, alias="remaining_to_age_limit")
    _first_instalment: Rupiah | None = field(default=None, alias="first_instalment")
    next_step: str = ""
    """What decides the results that are open; empty where none is."""

    @property
    def right(self) -> Right:
        """The right to it (*hak atas beasiswa*): now, after settlement, or none."""
        if self._right is None:
            raise self._undecided("right")
        return self._right

    @property
    def statutory_maximum(self) -> Rupiah:
        """The most the law can pay over all levels, for the children who take."""
        return self._amount(self._statutory_maximum, "statutory_maximum")

    @property
    def remaining_maximum(self) -> Rupiah:
        """The most that can still be paid from the children's present classes on.

        By the years of the levels, whatever the age: see :attr:`remaining_to_age_limit`.
        """
        return self._amount(self._remaining_maximum, "remaining_maximum")

    @property
    def remaining_to_age_limit(self) -> Rupiah:
        """The most that can still be paid until each child reaches the age limit (D64).

        What a family may count on: :attr:`remaining_maximum` less the school years begun later.
        """
        return self._amount(self._remaining_to_age_limit, "remaining_to_age_limit")

    @property
    def first_instalment(self) -> Rupiah:
        """The first yearly amount of the children together."""
        return self._amount(self._first_instalment, "first_instalment")

    def _amount(self, amount: Rupiah | None, name: str) -> Rupiah:
        if amount is None:
            raise self._undecided(name)
        return amount

    def _undecided(self, name: str) -> UndecidedError:
        thing = f"scholarship.{name}"
        return UndecidedError(thing, "cannot decide", "a decided answer", self.next_step)


_NO_SCHOLARSHIP = Scholarship(
    right=Right.NONE,
    statutory_maximum=0,
    remaining_maximum=0,
    remaining_to_age_limit=0,
    first_instalment=0,
)


@frozen(kw_only=True, repr=False)
class ScholarshipAnswer(MoneyAnswer):
    """The answer to a question about benefits a child scholarship may belong to."""

    @property
    def scholarship(self) -> Scholarship:
        """The child scholarship (*beasiswa*), whose own results raise where they are not decided.

        Raises:
            UndecidedError: when the whole answer is 'cannot decide'.

        """
        self._check_decided("scholarship")
        try:
            right = self._found_code("scholarship_right", Right)
        except UndecidedError as error:
            return Scholarship(next_step=error.next_step)
        # An answer without the finding pays nothing of the kind.
        if right in {None, Right.NONE}:
            return _NO_SCHOLARSHIP
        amounts: dict[str, Rupiah | None] = {}
        next_step = ""
        for name in _AMOUNTS:
            try:
                amounts[name] = self._found_money(f"scholarship_{name}")
            except UndecidedError as error:
                next_step = error.next_step
        return Scholarship(right=right, next_step=next_step, **amounts)


_AMOUNTS = (
    "statutory_maximum",
    "remaining_maximum",
    "remaining_to_age_limit",
    "first_instalment",
)
"""The meanings of the amount, as the findings and the results name them."""


@frozen
class SchoolYear:
    """One school year (*tahun ajaran*) of a projected scholarship."""

    year: int
    """The calendar year in which it begins."""
    level: Level
    school_class: int
    """The class within the level, from 1."""
    amount: Rupiah

    @property
    def name(self) -> Text:
        """The school year in words, as 2026/2027."""
        return Text("brief.school_year", {"first": str(self.year), "second": str(self.year + 1)})


@frozen(kw_only=True, repr=False)
class ScholarshipProjection(MoneyAnswer):
    """The scholarship of one child, year by year (*beasiswa*); the total is a projection."""

    question: ClassVar = "scholarship_projection"
    fact_types: ClassVar = {"child": Child, "on": date}
    line_codes: ClassVar = frozenset(get_args(ScholarshipProjectionLine))

    _years: tuple[SchoolYear, ...] = field(default=(), alias="years")

    @property
    def years(self) -> tuple[SchoolYear, ...]:
        """The school years that would be paid (Lampiran III; D64); empty without a right.

        Raises:
            UndecidedError: when the answer is 'cannot decide'.

        """
        self._check_decided("years")
        return self._years

    def _plain_sentences(self) -> list[Text]:
        """What the child would receive, from when to when, and that it is no promise."""
        if not self._years:
            return [Text("brief.projection.none")]
        first = self._years[0]
        last = self._years[-1]
        amount = Text("brief.projection.amount", {"amount": self.total, "count": len(self._years)})
        years = Text("brief.projection.only", {"year": first.name})
        if last is not first:
            years = Text(
                "brief.projection.years",
                {
                    "first": first.name,
                    "first_amount": first.amount,
                    "last": last.name,
                    "last_amount": last.amount,
                },
            )
        return [amount, years, Text("brief.projection.condition")]


def open_scholarship(answer: Answer) -> Finding | None:
    """The first part of a scholarship that facts leave open; None where none is open."""
    by_code = {finding.code: finding for finding in answer.findings}
    for code in ("scholarship_right", "scholarship_remaining_maximum"):
        part = by_code.get(code)
        if part is not None and part.value is None:
            return part
    return None


def scholarship_sentences(answer: ScholarshipAnswer) -> list[Text]:
    """The scholarship of an answer in plain words; nothing where no child takes one."""
    part = open_scholarship(answer)
    if part is not None:
        return [Text("brief.scholarship.open", {"needs": missing_of(part)})]
    scholarship = answer.scholarship
    sentences = _amount_sentences(scholarship)
    if not sentences:
        return []
    if scholarship.right is Right.AFTER_SETTLEMENT:
        sentences.append(Text("brief.scholarship.later"))
    # Of a wage earner the right stands, and waits for the employer's arrears.
    sentences += [note.text for note in answer.notes if note.code == "note.scholarship_waits"]
    return sentences


def _most_to_tell(scholarship: Scholarship) -> Rupiah:
    """The most a family may count on: to the age limit, where that is decided."""
    try:
        return scholarship.remaining_to_age_limit
    except UndecidedError:
        return scholarship.remaining_maximum


def _amount_sentences(scholarship: Scholarship) -> list[Text]:
    """What the children receive in all, and in the first year."""
    most = _most_to_tell(scholarship)
    first = scholarship.first_instalment
    if not most:
        return []
    # Paid once before December 2019, and in the last class of the last level.
    if first == most:
        return [Text("brief.scholarship.once", {"amount": most})]
    if not first:
        return [Text("brief.scholarship.from_school_age", {"most": most})]
    return [Text("brief.scholarship.yearly", {"most": most, "first": first})]
