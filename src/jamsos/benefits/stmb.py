"""Temporary incapacity (*santunan sementara tidak mampu bekerja*, STMB): days, months, shares."""

from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.grounds import Ground
from jamsos.benefits import rules
from jamsos.benefits.accident import Incapacity
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION, Rupiah, exact

MONTH = 30  # decision D36: the days of a month of incapacity


class Stretch(NamedTuple):
    """Days of one spell at one share."""

    days: int
    share: int
    amount: Rupiah


def stretches(spells: tuple[Incapacity, ...], shares: Provision, base: int, law: Law) -> list[Stretch]:
    """What is due, spell by spell and share by share (decisions D36, D37).

    Under the counter of all spells the months run on; read the other way they start again with each spell.
    """
    found: list[Stretch] = []
    counted = 0
    starts = [(MONTH * (int(str(month)) - 1), int(str(share))) for month, share in shares.rows]
    for spell in spells:
        begins = 0 if law.chose("D37", "restart") else counted
        counted = begins + (spell.last or spell.first).toordinal() - spell.first.toordinal() + 1
        ends = [*(start for start, _ in starts[1:]), counted]
        for (start, share), end in zip(starts, ends, strict=True):
            days = rules.days_within(begins, counted, start, end)
            if days:
                amount = exact(Fraction(rules.stmb_parts(base, days, share), MILLION * MONTH))
                found.append(Stretch(days, share, amount))
    return found


def stmb_grounds(spells: tuple[Incapacity, ...], shares: Provision, law: Law) -> tuple[Ground, ...]:
    """The shares and the decisions used: D37 for several spells, D03 where another law began before the last day."""
    last = max(spell.last or spell.first for spell in spells)
    crosses = law.find(shares.id, last) is not shares
    return law.cite(shares, "D36", *(["D37"] if len(spells) > 1 else []), *(["D03"] if crosses else []))
