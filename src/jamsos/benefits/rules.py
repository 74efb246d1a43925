"""The benefit formulas, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.values.money import Rupiah
from jamsos.values.words import maximum, minimum, where


def jkk_death_millionths(base: int, months: int, share: int, floor: int, whole: int) -> int:
    """*Santunan kematian* JKK: share x months x W, at least the floor (Lampiran III; decision D44).

    In whole millionths of a rupiah: the share is in parts per million.
    """
    return maximum(share * months * base, floor * whole)


def of_base(share: Rupiah, months: int, base: Rupiah) -> Rupiah:
    """A share of months x W: partial and total permanent disability (Lampiran III)."""
    return share * months * base


def up_to(cost: int, cap: int) -> int:
    """A cost refunded up to its cap: transport (Lampiran III)."""
    return minimum(cost, cap)


def days_within(first: int, last: int, start: int, end: int) -> int:
    """The days of a spell, counted ``first`` up to ``last``, in a month of the count they reach (decision D36)."""
    return minimum(last, end) - maximum(first, start)


def stmb_parts(base: Rupiah, days: int, share: int) -> Rupiah:
    """STMB of some days of one share, in parts per million of the days of a month (Lampiran III; decision D36)."""
    return base * days * share


def full_steps(lost: int, step: int) -> int:
    """How many full steps of 10 dB or 10 % were lost (decision D41)."""
    return lost // step


def binocular_loss(better: int, worse: int, whole: int, parts: int) -> int:
    """Binocular efficiency lost, in parts of a percent: the better eye counts for all parts but one (decision D41)."""
    return parts * whole - (parts - 1) * better - worse


def prosthesis_millionths(cost: int, price: int, more: int, whole: int) -> int:
    """Aid and prosthesis: the cost, at most the hospital's price and a part on top (Lampiran III), in millionths."""
    return minimum(cost * whole, price * (whole + more))


def less_paid(due: Rupiah, paid: Rupiah) -> Rupiah:
    """What is left of an amount after what was paid, never below nothing (Pasal 33, 51; decision D39)."""
    return where(paid < due, due - paid, 0)
