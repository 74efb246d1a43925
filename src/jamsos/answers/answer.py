"""The answer: conditions, lines, findings and notes, each with its grounds, and a total that is their sum."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.errors import InputError, LawDataError, UndecidedError
from jamsos.law.law import Law
from jamsos.law.provisions import Reading
from jamsos.values.money import Rupiah, exact
from jamsos.values.months import Month

A = TypeVar("A", bound="Answer")


class Outcome(StrEnum):
    """What a question comes to."""

    YES = "yes"
    NO = "no"
    CANNOT_DECIDE = "cannot_decide"


class Status(StrEnum):
    """How a condition stands."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"


class When(StrEnum):
    """When an amount is payable."""

    NOW = "now"
    AFTER_SETTLEMENT = "after_settlement"


Value: TypeAlias = int | Fraction | bool | str | date | Month | None


def grounded(instance: object, _attribute: object, value: tuple[Ground, ...]) -> None:
    """No condition, amount, finding or note without a ground: enforced where they are made."""
    if not value:
        raise LawDataError(str(instance), "no ground", "at least one ground", "this is a fault of jamsos; report it")


@frozen(kw_only=True)
class Condition:
    """One thing that had to hold, and whether it did."""

    code: str
    status: Status
    grounds: tuple[Ground, ...] = field(validator=grounded)
    text: Text


@frozen(kw_only=True)
class Line:
    """One amount of money, with its arithmetic in words."""

    code: str
    amount: Rupiah
    grounds: tuple[Ground, ...] = field(validator=grounded)
    formula: Text
    when: When = When.NOW
    month: Month | None = None
    due: date | None = None
    party: str | None = None
    """Who pays (premiums) or is paid (benefits), as a code: a payer or a class of heirs."""
    payer: str | None = None
    """Who owes a benefit in the place of BPJS, as a code: ``employer_first``, ``employer``, ``contractor``."""

    @property
    def name(self) -> Text:
        """The legal term of the line."""
        return Text(f"line.{self.code}")


@frozen(kw_only=True)
class Finding:
    """A result that is not a line of the total: a state, a date, a count, a labelled figure."""

    code: str
    value: Value
    grounds: tuple[Ground, ...] = field(validator=grounded)
    unit: str = ""
    """``rupiah`` where the value is money, ``code`` where it is a word of the catalogue."""
    note: Text | None = None
    party: str | None = None
    """Who has to act, as a code, where the finding is a duty."""

    @property
    def name(self) -> Text:
        """What was found, in words."""
        return Text(f"finding.{self.code}")


@frozen(kw_only=True)
class Note:
    """A remark or a warning."""

    text: Text
    grounds: tuple[Ground, ...] = field(validator=grounded)
    warning: bool = False

    @property
    def code(self) -> str:
        """The code of the remark."""
        return self.text.code


@frozen(kw_only=True)
class Possibility:
    """What the answer would be if the missing facts had these values."""

    facts: Mapping[str, str]
    total: Rupiah
    grounds: tuple[Ground, ...] = field(validator=grounded)


_MONEY_QUESTIONS = frozenset(
    {
        "benefits",
        "jkk_benefit",
        "migrant_benefit",
        "refund",
        "scholarship_projection",
        "wage_correction",
        "construction_correction",
    }
)


@frozen(kw_only=True, repr=False, eq=False)
class Answer:
    """The answer to one question, with everything it rests on.

    ``str(answer)`` is a table in Indonesian, ``answer.text("en")`` the same in English; a notebook
    shows it as HTML.
    """

    question: str
    title: Text
    outcome: Outcome
    law: Law
    facts: Mapping[str, object] = field(factory=dict[str, object])
    conditions: tuple[Condition, ...] = ()
    lines: tuple[Line, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    needs: tuple[MissingFact | Reading, ...] = ()
    possibilities: tuple[Possibility, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether the question could be answered."""
        return self.outcome is not Outcome.CANNOT_DECIDE

    @property
    def has_total(self) -> bool:
        """Whether the question is about money and could be answered; a total may then be 0."""
        return self.decided and (bool(self.lines) or self.question in _MONEY_QUESTIONS)

    @property
    def total(self) -> Rupiah:
        """The sum of the lines.

        Raises:
            UndecidedError: when the answer is 'cannot decide'; it names what is needed.

        """
        self._check_decided()
        return exact(sum((line.amount for line in self.lines), Fraction(0)))

    def _check_decided(self) -> None:
        if not self.decided:
            needed = [need.id for need in self.needs]
            raise UndecidedError(f"amount of {self.question}", "cannot decide", "a decided answer", f"give {needed}")

    def payable(self, when: When | str) -> Rupiah:
        """The part of the total payable now, or only after the arrears are settled.

        Raises:
            InputError: for another word than ``now`` and ``after_settlement``.

        """
        self._check_decided()
        if when not in tuple(When):
            raise InputError("when", when, f"one of {[str(word) for word in When]}", "ask for one of these")
        return exact(sum((line.amount for line in self.lines if line.when == when), Fraction(0)))

    def line(self, code: str) -> Rupiah:
        """The sum of the lines of one code; 0 if the answer has none."""
        self._check_decided()
        return exact(sum((line.amount for line in self.lines if line.code == code), Fraction(0)))

    def finding(self, code: str) -> Value:
        """The value of one finding.

        Raises:
            InputError: if the answer has no finding of that code.

        """
        for found in self.findings:
            if found.code == code:
                return found.value
        known = [found.code for found in self.findings]
        raise InputError(f"finding of {self.question}", code, f"one of {known}", "ask for a finding it has")

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Everything the answer rests on, each ground once, in the order of first use."""
        found: dict[tuple[str, str, object], Ground] = {}
        parts: list[Condition | Line | Finding | Note | Possibility] = [*self.conditions, *self.lines, *self.findings]
        parts += [*self.notes, *self.possibilities]
        for part in parts:
            for ground in part.grounds:
                found.setdefault((ground.kind, ground.id, getattr(ground, "since", None)), ground)
        for need in self.needs:
            found.setdefault((need.kind, need.id, None), need)
        return tuple(found.values())

    def text(self, lang: str = "id") -> str:
        """The answer as a readable table in ``"id"`` or ``"en"``."""
        from jamsos.answers.shown import as_text  # noqa: PLC0415 - only when an answer is shown

        return as_text(self, lang)

    def html(self, lang: str = "id") -> str:
        """The answer as an HTML table in ``"id"`` or ``"en"``, every value escaped."""
        from jamsos.answers.shown import as_html  # noqa: PLC0415

        return as_html(self, lang)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        lines = f" total={self.total}" if self.decided and self.lines else ""
        return f"<{type(self).__name__} {self.question}: {self.outcome}{lines}>"


def settled(answer: A) -> A:
    """Finish an answer under a strict law: what rests on an open decision cannot be decided.

    An open decision under a condition, a line or a note leaves the whole answer undecided; one under
    a finding alone takes that finding away and nothing else.
    """
    if not answer.law.strict:
        return answer
    needed = {need.id for need in answer.needs}
    parts: list[Condition | Line | Note] = [*answer.conditions, *answer.lines, *answer.notes]
    whole = tuple(g for part in parts for g in part.grounds)
    open_ones = {g.id: g for g in whole if isinstance(g, Reading) and g.open and g.id not in needed}
    if open_ones:
        needs = (*answer.needs, *open_ones.values())
        return evolve(answer, outcome=Outcome.CANNOT_DECIDE, lines=(), findings=(), needs=needs)
    findings = tuple(
        evolve(found, value=None, note=NOT_TOLD) if any(is_open(g) for g in found.grounds) else found
        for found in answer.findings
    )
    return evolve(answer, findings=findings)


def is_open(ground: Ground) -> bool:
    """Whether a ground is a decision about a question the law leaves open."""
    return isinstance(ground, Reading) and ground.open


def beyond_knowledge(law: Law, day: date) -> tuple[Note, ...]:
    """The mark on an answer about a day after the day of knowledge (decision D02)."""
    if day <= law.known_until:
        return ()
    text = Text("note.beyond_knowledge", {"known": law.known_until, "day": day})
    return (Note(text=text, grounds=law.cite("D02"), warning=True),)
