"""Temporary incapacity (*santunan sementara tidak mampu bekerja*, STMB): days, months, shares."""

from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings, Line, Notes, warning
from jamsos.answers.texts import Text
from jamsos.benefits.base import BenefitBase
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.law.tables import typed_rows
from jamsos.values.days import ONE_DAY
from jamsos.values.money import MILLION, Rupiah, quotient
from jamsos.workers.codes import BPU
from jamsos.workers.participation import Participation
from jamsos.workers.work_accident import Incapacity, WorkAccident

STMB = "jkk.stmb"
"""The line of temporary incapacity."""


class _ShareRow(NamedTuple):
    """The share of the wage from a month of incapacity on."""

    from_month: int
    parts_per_million: int


_NO_SHARE = _ShareRow(0, 0)
"""Before the first row of the table."""


class _CountedMonth(NamedTuple):
    """A month of the count, as far as a spell reaches into it."""

    number: int
    began: date
    days: int


class _Stretch(NamedTuple):
    """Days of one spell at one share, under one law."""

    days: int
    share: int
    shares: Provision


def stmb_missing(accident: WorkAccident) -> list[MissingFact]:
    """The spells, or the last days of spells, nobody stated."""
    if accident.unable is None:
        return [MissingFact("accident.unable")]
    open_spells = [spell for spell in accident.unable if spell.last is None]
    return [MissingFact("incapacity.last") for _ in open_spells]


def stmb_lines(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """Temporary incapacity, a line for each spell and share (Lampiran III; D03, D36, D37)."""
    spells = accident.unable or ()
    wage = base.monthly
    month = law.number_of("D36")
    decisions = _decisions(spells, accident.on, law)
    lines: list[Line] = []
    for stretch in _stretches(spells, accident.on, _reading(law), law):
        rules = law.cite(stretch.shares, *decisions)
        grounds = (*rules, *base.grounds)
        line = _line(stretch, wage, month, grounds)
        lines.append(line)
    return lines


def stmb_start_notes(member: Participation, accident: WorkAccident, law: Law) -> Notes:
    """The note on a first spell stated to begin after the accident or diagnosis (Pasal 114)."""
    spells = accident.unable or ()
    if not spells or spells[0].first <= accident.on:
        return ()
    from_accident = law.find("jkk.stmb_from_the_accident", accident.on)
    grounds = law.cite("D36")
    # The article is about the employer's refund; for others its day is taken over (D36).
    if from_accident is not None and member.segment is not BPU:
        grounds = law.cite(from_accident)
    note = warning("note.stmb_begins_later", grounds)
    return (note,)


def stmb_days_findings(accident: WorkAccident, law: Law) -> Findings:
    """The days of incapacity, of all spells together; both ends of a spell count (D36)."""
    days = sum(_days_of(spell) for spell in accident.unable or ())
    if not days:
        return ()
    return (Finding(code="stmb_days", value=days, grounds=law.cite("D36")),)


def _line(stretch: _Stretch, wage: Rupiah, month: int, grounds: Grounds) -> Line:
    days = stretch.days
    share = stretch.share
    args = {"days": days, "base": wage, "month": month, "share": share}
    return Line(
        code=STMB,
        amount=stmb(wage, days, share, month),
        formula=Text("formula.stmb", args),
        grounds=grounds,
    )


def stmb(wage: Rupiah, days: int, share: int, month: int) -> Rupiah:
    """STMB of some days, in rupiah: a share of the wage for each (Lampiran III; decision D36).

    Args:
        wage: The monthly benefit base (W) in rupiah.
        days: The days of incapacity at this share.
        share: The share of the wage, in parts per million.
        month: The days of a month of the count.

    >>> stmb(3_000_000, days=15, share=500_000, month=30)
    750000

    """
    return quotient(wage * days * share, MILLION * month)


class _Reading(NamedTuple):
    """How the count is read: the two decisions that change the days at a share."""

    restarts: bool
    """Whether the days start again with each spell (D37)."""
    month_by_month: bool
    """Whether each month is under the law of the day it began (D03)."""


def _reading(law: Law) -> _Reading:
    restarts = law.chose("D37", "restart")
    month_by_month = law.chose("D03", "month_by_month")
    return _Reading(restarts, month_by_month)


def _decisions(spells: tuple[Incapacity, ...], on: date, law: Law) -> list[str]:
    """D36, which makes every day; D37 and D03 only where another choice would change the days."""
    reading = _reading(law)
    days = _days_by_share(spells, on, reading, law)
    other_count = reading._replace(restarts=not reading.restarts)
    other_law = reading._replace(month_by_month=not reading.month_by_month)
    decisions = ["D36"]
    if _days_by_share(spells, on, other_count, law) != days:
        decisions.append("D37")
    if _days_by_share(spells, on, other_law, law) != days:
        decisions.append("D03")
    return decisions


def _days_by_share(
    spells: tuple[Incapacity, ...], on: date, reading: _Reading, law: Law
) -> Counter[int]:
    days: Counter[int] = Counter()
    for stretch in _stretches(spells, on, reading, law):
        days[stretch.share] += stretch.days
    return days


def _stretches(
    spells: tuple[Incapacity, ...], on: date, reading: _Reading, law: Law
) -> list[_Stretch]:
    """The stretches of all spells; a stretch never reaches from one spell into the next."""
    stretches: list[_Stretch] = []
    for months in _months_by_spell(spells, reading, law):
        stretches.extend(_stretches_of_spell(months, on, reading, law))
    return stretches


def _stretches_of_spell(
    months: list[_CountedMonth], on: date, reading: _Reading, law: Law
) -> list[_Stretch]:
    """The months of a spell; neighbours of one share under one law are joined."""
    stretches: list[_Stretch] = []
    for month in months:
        shares = _shares(month.began, on, reading, law)
        share = _share_of_month(month.number, shares)
        stretch = _Stretch(month.days, share, shares)
        if stretches and _is_alike(stretches[-1], stretch):
            before = stretches.pop()
            stretch = stretch._replace(days=before.days + stretch.days)
        stretches.append(stretch)
    return stretches


def _is_alike(one: _Stretch, other: _Stretch) -> bool:
    return one.share == other.share and one.shares is other.shares


def _months_by_spell(
    spells: tuple[Incapacity, ...], reading: _Reading, law: Law
) -> list[list[_CountedMonth]]:
    """The months of each spell, in blocks of the days of decision D36.

    The days of all spells run on; under an alternative of D37 they start again with each spell.
    """
    length = law.number_of("D36")
    months_by_spell: list[list[_CountedMonth]] = []
    days_before = 0
    began = date.min
    for spell in spells:
        if reading.restarts:
            days_before = 0
        days_after = days_before + _days_of(spell)
        months: list[_CountedMonth] = []
        first_block = days_before // length
        # The last day counted is the one before days_after, and its block belongs to the spell.
        last_block = (days_after - 1) // length
        for block in range(first_block, last_block + 1):
            start = block * length
            # A block an earlier spell opened keeps the day on which it began.
            if start >= days_before:
                began = spell.first + (start - days_before) * ONE_DAY
            first_day = max(days_before, start)
            end = min(days_after, start + length)
            month = _CountedMonth(block + 1, began, end - first_day)
            months.append(month)
        months_by_spell.append(months)
        days_before = days_after
    return months_by_spell


def _days_of(spell: Incapacity) -> int:
    """The days of a spell: both its first and its last day count (decision D36)."""
    # A spell without a last day is asked for before it is paid.
    last = spell.last or spell.first
    return (last - spell.first).days + 1


def _shares(began: date, on: date, reading: _Reading, law: Law) -> Provision:
    """The shares by the law of the accident's day; under an alternative of D03 month by month."""
    if reading.month_by_month:
        # A disease may keep a worker at home before its diagnosis, which opens the right.
        return law.get("jkk.stmb_shares", max(began, on))
    return law.get("jkk.stmb_shares", on)


@cache
def _share_rows(shares: Provision) -> tuple[_ShareRow, ...]:
    return typed_rows(shares, _ShareRow)


def _share_of_month(month: int, shares: Provision) -> int:
    """The share of a month: that of the last row that begins with it or before."""
    begun = [row for row in _share_rows(shares) if row.from_month <= month]
    return max(begun, default=_NO_SHARE).parts_per_million
