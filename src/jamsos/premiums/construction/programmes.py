"""The programmes a construction project pays for, and the sum of their lines."""

from collections.abc import Iterable
from fractions import Fraction

from jamsos.answers.parts import Line
from jamsos.values.money import Rupiah, exact

PROGRAMMES = (("premium.jkk", "construction.jkk"), ("premium.jkm", "construction.jkm"))
"""The code of a line, and the beginning of the ids of its rates."""


def sum_of(lines: Iterable[Line]) -> Rupiah:
    """What several lines come to, exactly."""
    total = Fraction(0)
    for line in lines:
        total += line.amount
    return exact(total)
