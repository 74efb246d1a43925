"""A cost that is refunded up to a limit (*penggantian biaya, paling banyak*; Lampiran III)."""

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Line
from jamsos.answers.texts import Text


def refund(cost: int, cap: int) -> int:
    """What is refunded of a cost, in rupiah: at most its cap (Lampiran III; Pasal 33).

    >>> refund(1_200_000, cap=1_000_000)
    1000000
    """
    return min(cost, cap)


def refund_line(code: str, cost: int, cap: int, grounds: Grounds) -> Line:
    """The line of a cost refunded up to its cap, both in rupiah."""
    amount = refund(cost, cap)
    formula = Text("formula.up_to", {"cost": cost, "cap": cap})
    return Line(code=code, amount=amount, formula=formula, grounds=grounds)
