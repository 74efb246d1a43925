"""The benefit formulas, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.values.money import Rupiah
from jamsos.values.words import maximum, minimum


def jkk_death_millionths(base: int, months: int, share: int, floor: int, whole: int) -> int:
    """*Santunan kematian* JKK: share x months x W, at least the floor (Lampiran III; decision D44).

    In whole millionths of a rupiah: the share is in parts per million.
    """
    return maximum(share * months * base, floor * whole)


def of_base(share: Rupiah, months: int, base: int) -> Rupiah:
    """A share of months x W: partial and total permanent disability (Lampiran III)."""
    return share * months * base


def up_to(cost: int, cap: int) -> int:
    """A cost refunded up to its cap: transport (Lampiran III)."""
    return minimum(cost, cap)


def days_within(first: int, last: int, start: int, end: int) -> int:
    """The days of a spell, counted ``first`` up to ``last``, that fall between two days of the count (decision D36)."""
    return maximum(minimum(last, end) - maximum(first, start), 0)


def stmb_parts(base: int, days: int, share: int) -> int:
    """STMB of some days of one share, in parts per million of the days of a month (Lampiran III; decision D36)."""
    return base * days * share


def full_steps(lost: int, step: int) -> int:
    """How many full steps of 10 dB or 10 % were lost (decision D41)."""
    return lost // step


def binocular_quarters(better: int, worse: int, whole: int) -> int:
    """Binocular efficiency lost, in quarters of a percent: the better eye counts three times (decision D41)."""
    return whole + whole + whole + whole - better - better - better - worse
