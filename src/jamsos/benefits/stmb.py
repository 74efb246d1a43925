"""Temporary incapacity (*santunan sementara tidak mampu bekerja*, STMB): days, months, shares."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from jamsos.answers.answer import Line
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import Incapacity, WorkAccident
from jamsos.benefits.base import BenefitBase
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY
from jamsos.values.money import MILLION, quotient


class Stretch(NamedTuple):
    """Days of one spell at one share, under one law."""

    days: int
    share: int
    shares: Provision


class _Month(NamedTuple):
    """A month of the count, as far as a spell goes."""

    number: int
    began: date
    days: int


def stmb_missing(accident: WorkAccident) -> list[MissingFact]:
    """The spells or the last days not known."""
    if accident.unable is None:
        return [MissingFact("accident.unable")]
    return [MissingFact("incapacity.last") for spell in accident.unable if spell.last is None]


def stmb_lines(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """Temporary incapacity, a line for each spell and share (Lampiran III; decisions D03, D36, D37)."""
    spells, month, wage = accident.unable or (), law.number_of("D36"), base.monthly
    decisions = _decisions(spells, accident.on, law)
    found: list[Line] = []
    for part in _stretches(spells, accident.on, law):
        amount = quotient(rules.stmb_parts(wage, part.days, part.share), MILLION * month)
        text = Text("formula.stmb", {"days": part.days, "base": wage, "month": month, "share": part.share})
        grounds = (*law.cite(part.shares, *decisions), *base.grounds)
        found.append(Line(code="jkk.stmb", amount=amount, formula=text, grounds=grounds))
    return found


def _decisions(spells: tuple[Incapacity, ...], on: date, law: Law) -> list[str]:
    """D36; D37 and D03 where reading them otherwise would give other days of a share."""

    def matters(name: str) -> bool:
        reading = law.readings[name]
        others = {reading.default, *reading.alternatives} - {reading.chosen}
        own = _days_of_shares(spells, on, law)
        return any(_days_of_shares(spells, on, law.reading(**{name: other})) != own for other in others)

    return ["D36", *(name for name in ("D37", "D03") if matters(name))]


def _days_of_shares(spells: tuple[Incapacity, ...], on: date, law: Law) -> Counter[int]:
    days: Counter[int] = Counter()
    for part in _stretches(spells, on, law):
        days[part.share] += part.days
    return days


def _stretches(spells: tuple[Incapacity, ...], on: date, law: Law) -> Iterator[Stretch]:
    """The months of each spell, those of one share and one law together."""
    for spell in _months(spells, law):
        terms = [(month, _shares(month.began, on, law)) for month in spell]
        for (share, shares), parts in groupby(terms, key=lambda part: (_share(part[0].number, part[1]), part[1])):
            yield Stretch(sum(month.days for month, _ in parts), share, shares)


def _months(spells: tuple[Incapacity, ...], law: Law) -> Iterator[list[_Month]]:
    """The months of each spell.

    Under the counter of all spells the months run on; read the other way they start again with each spell (D37).
    """
    length, counted, began = law.number_of("D36"), 0, date.min
    for spell in spells:
        begins = 0 if law.chose("D37", "restart") else counted
        counted = begins + ((spell.last or spell.first) - spell.first).days + 1
        found: list[_Month] = []
        for whole in range(begins // length, (counted - 1) // length + 1):
            start = whole * length
            began = spell.first + (start - begins) * ONE_DAY if start >= begins else began
            found.append(_Month(whole + 1, began, rules.days_within(begins, counted, start, start + length)))
        yield found


def _shares(began: date, on: date, law: Law) -> Provision:
    """The shares by the law of the accident's day; month by month by that of the day a month began (decision D03)."""
    return law.get("jkk.stmb_shares", max(began, on) if law.chose("D03", "month_by_month") else on)


def _share(month: int, shares: Provision) -> int:
    """The share of a month: that of the last row that begins with it or before; nothing before the first row."""
    begun = ((int(str(first)), int(str(part))) for first, part in shares.rows if int(str(first)) <= month)
    return max(begun, default=(0, 0))[1]
