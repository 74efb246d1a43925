"""The parts of an answer: conditions, lines of money, findings, notes, possibilities."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from jamsos.answers.grounds import Ground, Grounds, Needs, needs_among
from jamsos.answers.texts import NOT_TOLD, Arg, Text
from jamsos.errors import LawDataError
from jamsos.forms.kinds import TAGGED
from jamsos.values.frozen_mapping import frozen_mapping
from jamsos.values.money import Rupiah
from jamsos.values.months import Month


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


def grounded(grounds: Grounds) -> Grounds:
    """The grounds of a part, each once: no condition, amount, finding or note is without.

    Raises:
        LawDataError: if there is none.

    """
    if len(grounds) == 1:
        return grounds
    # By identity, which is quick: a law holds each of its rules once.
    if len(set(map(id, grounds))) != len(grounds):
        return tuple(dict.fromkeys(grounds))
    if not grounds:
        step = "this is a fault of jamsos; report it"
        raise LawDataError("part of an answer", "no ground", "at least one ground", step)
    return grounds


@frozen(kw_only=True)
class Condition:
    """One thing that had to hold, and whether it did."""

    code: str
    status: Status
    grounds: Grounds = field(converter=grounded, hash=False)
    text: Text
    """What had to hold."""

    @property
    def needs(self) -> Needs:
        """What an unknown condition waits for; empty for one that is met or failed."""
        if self.status is not Status.UNKNOWN:
            return ()
        return needs_among(self.grounds)

    @property
    def meaning(self) -> Text:
        """The condition in words that fit its status.

        What had to hold or, where the condition failed, what is so instead.
        """
        if self.status is not Status.FAILED:
            return self.text
        name = self.text.code.removeprefix("condition.")
        return Text(f"refusal.{name}", self.text.args)


@frozen(kw_only=True)
class Line:
    """One amount of money, with its arithmetic in words."""

    code: str
    amount: Rupiah
    grounds: Grounds = field(converter=grounded, hash=False)
    formula: Text = field(hash=False)
    when: When = field(default=When.NOW, hash=False)
    month: Month | None = None
    due: date | None = None
    party: str | None = None
    """Who pays (premiums) or is paid (benefits), as a code: a payer or a class of heirs."""
    payer: str | None = None
    """Who owes a benefit in the place of BPJS, as a code.

    ``employer_first``, ``employer`` or ``contractor``.
    """

    @property
    def name(self) -> Text:
        """The legal term of the line."""
        return Text(f"line.{self.code}")


@frozen(kw_only=True)
class Finding:
    """A result that is not a line of the total: a state, a date, a count, a labelled figure."""

    code: str
    value: Value = field(metadata=TAGGED)
    """None: facts or rules leave it open; what is missing is among the grounds."""
    grounds: Grounds = field(converter=grounded, hash=False)
    unit: str = ""
    """``rupiah`` where the value is money, ``code`` where it is a word of the catalogue."""
    note: Text | None = field(default=None, hash=False)
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
    grounds: Grounds = field(converter=grounded, hash=False)
    warning: bool = False

    @property
    def code(self) -> str:
        """The code of the remark."""
        return self.text.code


@frozen(kw_only=True)
class Possibility:
    """What the answer would be if the missing facts had these values."""

    facts: Mapping[str, str] = field(converter=frozen_mapping)
    total: Rupiah
    grounds: Grounds = field(converter=grounded, hash=False)


Conditions: TypeAlias = tuple[Condition, ...]
Lines: TypeAlias = tuple[Line, ...]
Findings: TypeAlias = tuple[Finding, ...]
Notes: TypeAlias = tuple[Note, ...]


def remark(code: str, grounds: Iterable[Ground], args: Mapping[str, Arg] | None = None) -> Note:
    """A remark: the code of its sentence, its grounds, and what goes into its places."""
    return Note(text=Text(code, args or {}), grounds=tuple(grounds))


def warning(code: str, grounds: Iterable[Ground], args: Mapping[str, Arg] | None = None) -> Note:
    """A remark to be heeded before anyone relies on the answer."""
    return Note(text=Text(code, args or {}), grounds=tuple(grounds), warning=True)


def code_finding(code: str, value: object, grounds: Iterable[Ground]) -> Finding:
    """A finding whose value is a word of the catalogue."""
    return Finding(code=code, value=str(value), unit="code", grounds=tuple(grounds))


def untold_finding(code: str, grounds: Iterable[Ground], unit: str = "") -> Finding:
    """A finding without a value: what is missing is among its grounds."""
    return Finding(code=code, value=None, unit=unit, grounds=tuple(grounds), note=NOT_TOLD)
