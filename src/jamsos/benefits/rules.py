"""The benefit formulas, in the language of ``values.words``: for one worker or a column of them."""

from jamsos.values.words import maximum


def jkk_death_millionths(base: int, months: int, share: int, floor: int, whole: int) -> int:
    """*Santunan kematian* JKK: share x months x W, at least the floor (Lampiran III; decision D44).

    In whole millionths of a rupiah: the share is in parts per million.
    """
    return maximum(share * months * base, floor * whole)
