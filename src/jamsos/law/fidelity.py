"""How much of the law was read word for word, by the text it stands in."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from jamsos.law.law import Law
from jamsos.law.provisions import Grade


class Fidelity(NamedTuple):
    """The provisions that stand in one text, and those of them that were read word for word."""

    instrument: str
    provisions: int
    verbatim: int

    @property
    def percent(self) -> int:
        """The share read word for word, in whole percent rounded down."""
        return 100 * self.verbatim // self.provisions


def fidelity_by_instrument(law: Law, day: date) -> tuple[Fidelity, ...]:
    """The share read word for word of the provisions in force on a day.

    Returns:
        A row for each text, the one with most provisions first. A provision that stands in several
        texts counts in each of them; statements and practice are no texts and are left out.

    >>> from jamsos.law import current
    >>> rows = fidelity_by_instrument(current(), date(2026, 10, 10))
    >>> {row.instrument: row.percent >= 85 for row in rows}["PP 44/2015"]
    True

    """
    provisions: Counter[str] = Counter()
    verbatim: Counter[str] = Counter()
    for provision in law.in_force(day):
        texts = {source.instrument for source in provision.sources if not source.statement}
        provisions.update(texts)
        if provision.grade is Grade.VERBATIM:
            verbatim.update(texts)
    rows = [Fidelity(text, count, verbatim[text]) for text, count in provisions.items()]
    return tuple(sorted(rows, key=lambda row: (-row.provisions, row.instrument)))
