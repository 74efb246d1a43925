"""The parts of an answer as rows of words, for a table of text or HTML."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from jamsos.answers.grounds import Ground, MissingFact, awaited, is_open
from jamsos.answers.parts import Condition, Finding, Line, Note, Possibility
from jamsos.answers.texts import (
    NOT_TOLD,
    Text,
    calendar_moment,
    calendar_month,
    catalogue,
    listed,
    number,
    rupiah,
)
from jamsos.answers.wording import MOST_SHOWN, describe
from jamsos.pages.page import Row
from jamsos.values.months import Month


def condition_row(condition: Condition, marks: str, lang: str) -> Row:
    """How a condition stands, and what it asks."""
    return Text(f"status.{condition.status}").say(lang), condition.meaning.say(lang), marks


def line_row(line: Line, marks: str, lang: str, *, is_split: bool) -> Row:
    """The legal term, the amount, its arithmetic, who pays or is paid, and when.

    The time is said where the lines are split between now and later.
    """
    name = line.name.say(lang)
    if line.month is not None:
        name = f"{name} {calendar_month(line.month, lang)}"
    when = ""
    if is_split:
        when = Text(f"when.{line.when}").say(lang)
    amount = shown_money(line.amount, lang)
    return name, amount, line.formula.say(lang), _parties(line, lang), when, marks


def _parties(line: Line, lang: str) -> str:
    parties: list[Text] = []
    if line.party is not None:
        parties.append(Text(f"party.{line.party}"))
    if line.payer is not None:
        parties.append(Text(f"paid_by.{line.payer}"))
    return "; ".join(party.say(lang) for party in parties)


def shown_money(amount: int | Fraction, lang: str) -> str:
    """An amount, which may be below 0."""
    # A credit is below 0, and numbers are written from 0 up.
    if amount < 0:
        return f"-{rupiah(-amount, lang)}"
    return rupiah(amount, lang)


def finding_row(finding: Finding, marks: str, lang: str) -> Row:
    """What was found out, and its value with its remarks."""
    return finding.name.say(lang), _value(finding, lang), marks


def _value(finding: Finding, lang: str) -> str:
    value = shown_finding(finding, lang)
    if finding.value is None:
        return value
    remarks: list[str] = []
    if finding.party is not None:
        remarks.append(Text(f"party.{finding.party}").say(lang))
    if finding.note is not None:
        remarks.append(finding.note.say(lang))
    return f"{value} ({'; '.join(remarks)})" if remarks else value


def shown_finding(finding: Finding, lang: str) -> str:
    """The value of a finding in words, or why there is none."""
    if finding.value is None:
        return _without_value(finding, lang)
    return _plain(finding, lang)


def _without_value(finding: Finding, lang: str) -> str:
    """Why a finding has no value: none exists, or it waits for facts or open decisions."""
    if finding.note is not None and finding.note != NOT_TOLD:
        return finding.note.say(lang)
    needs = [
        awaited(one) for one in finding.grounds if isinstance(one, MissingFact) or is_open(one)
    ]
    if not needs:
        return NOT_TOLD.say(lang)
    return Text("note.not_told_yet", {"needs": listed(needs)}).say(lang)


def _plain(finding: Finding, lang: str) -> str:
    value = finding.value
    if finding.unit == "rupiah" and isinstance(value, int | Fraction):
        return rupiah(value, lang)
    if finding.unit == "code":
        family = "kind" if finding.code == "kind" else "value"
        return Text(f"{family}.{value}").say(lang)
    if isinstance(value, Month):
        return calendar_month(value, lang)
    if isinstance(value, date):
        return calendar_moment(value, lang)
    # Before numbers: to Python True is 1.
    if value is True:
        return Text("value.yes").say(lang)
    if value is False:
        return Text("value.none").say(lang)
    if isinstance(value, int | Fraction):
        return number(value, lang)
    return str(value)


def possibility_rows(
    possibilities: Sequence[Possibility], marks: Callable[[Iterable[Ground]], str], lang: str
) -> list[Row]:
    """What the missing facts would give; of many combinations only the lowest and highest total."""
    by_total = sorted(possibilities, key=lambda possibility: possibility.total)
    if len(by_total) > MOST_SHOWN:
        by_total = [by_total[0], by_total[-1]]
    return [
        (shown_facts(one.facts, lang), rupiah(one.total, lang), marks(one.grounds))
        for one in by_total
    ]


def shown_facts(facts: Mapping[str, str], lang: str) -> str:
    """The values of missing facts in words."""
    return ", ".join(
        f"{Text(f'fact.{name}').say(lang)} = {_fact_value(name, value, lang)}"
        for name, value in facts.items()
    )


_FAMILIES = {
    "cause": "cause",
    "payer": "party",
    "worker.kind": "kind",
    "worker.sector": "sector",
    "employment.industry": "industry",
    "participation.payments": "payments",
}
"""Where the catalogue has the values of a fact, if not among all values."""

_MONTHS = frozenset({"employment.paid_up_to", "employment.registered"})
"""The facts that are months."""


def _fact_value(fact: str, value: str, lang: str) -> str:
    """The value of a fact in words; the catalogue has no numbers and no risk groups."""
    if fact in _MONTHS:
        return calendar_month(Month.of(value), lang)
    word = {"True": "yes", "False": "none"}.get(value, value)
    family = _FAMILIES.get(fact, "value")
    return catalogue(lang).get(f"{family}.{word}", value)


def note_row(note: Note, marks: str, lang: str) -> Row:
    """A remark, or a warning with its mark."""
    return "!" if note.warning else "-", note.text.say(lang), marks


def ground_row(number: int, ground: Ground, lang: str) -> Row:
    """A ground with the number the parts point at."""
    return f"[{number}]", describe(ground, lang)
