"""What a plan says: whom a budget covers, who comes next at what cost, and by which rule."""

from collections.abc import Mapping

import polars as pl
from attrs import field, frozen

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.law.law import Law
from jamsos.registers.priorities import Rank
from jamsos.values.months import Month

STATES = ("covered", "waiting", "not_eligible", "undecided", "unpriced")
"""Who is paid for; who takes part and comes later; who does not take part, as ``enrol_reason`` or ``premium_reason``
says."""


@frozen(kw_only=True, eq=False, repr=False)
class Plan:
    """Whom a budget covers. ``str(plan)`` explains it in Indonesian, ``plan.text("en")`` in English."""

    budget: int
    first: Month
    """The month in which all begin who can; with ``start="later"`` not always the one asked for."""
    last: Month
    order: tuple[Rank, ...]
    skip: bool
    start: str
    has_ids: bool
    people: pl.DataFrame
    """The register in its order, with the columns of enrolment (of the first month in which a person may be enrolled,
    else of the first asked for), ``enrol_from``, the first day of that month, empty if there is none, and the columns
    of premium, from the month in which he begins; ``plan``: covered, waiting, not_eligible, undecided or unpriced;
    ``plan_place``, the place in the order of those who take part; ``plan_from``, the first day of the month in which
    one who is covered begins; ``plan_needed``, how much more money covers one who waits and everybody waiting before,
    while nobody covered loses his place: with ``skip`` less may cover him alone."""
    counts: Mapping[str, int]
    """How many people stand where, by the words of the column ``plan``."""
    accounts: Mapping[str, int]
    """What the covered cost: JKK, JKM and JHT, which are accounts of their own, in rupiah."""
    begins: pl.DataFrame
    """From which month those who take part can be covered: by the first day of it, people and covered."""
    next_people: pl.DataFrame
    """Those who wait, in their order: place, kecamatan and village where stated, what each costs, and ``needed``."""
    next_villages: pl.DataFrame
    """The villages in which somebody waits, in the order of their first: people, cost, and ``needed`` up to there."""
    steps: pl.DataFrame
    """Each value of the first rank, in ``step``: people, covered, waiting, their cost, and ``needed`` so far."""
    others: pl.DataFrame
    """Who does not take part: how many for which reason, in both languages."""
    grounds: tuple[Ground, ...]
    """What the price rests on, in every month."""
    notes: tuple[Note, ...]
    law: Law = field(repr=False)

    @property
    def since(self) -> Month:
        """The first month that is paid for, before ``first`` where somebody can begin only earlier."""
        return min([self.first, *(Month.of(day) for day in self.begins["month"])])

    @property
    def spent(self) -> int:
        """What the covered cost from the first month to the last."""
        return sum(self.accounts.values())

    @property
    def left(self) -> int:
        """What remains of the budget."""
        return self.budget - self.spent

    @property
    def needed(self) -> int:
        """How much more money covers everybody."""
        return max(self.next_people["needed"], default=0)

    def text(self, lang: str = "id") -> str:
        """The plan in words, in ``"id"`` or ``"en"``; it names no person."""
        from jamsos.answers.shown import laid_out  # noqa: PLC0415 - only when a plan is shown
        from jamsos.registers.plan_shown import headline, sections  # noqa: PLC0415

        return laid_out(headline(self, lang), sections(self, lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        from jamsos.answers.shown import tables  # noqa: PLC0415
        from jamsos.registers.plan_shown import headline, sections  # noqa: PLC0415

        return tables(headline(self, lang), sections(self, lang), lang)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<Plan {self.since} to {self.last}: {dict(self.counts)}, spent {self.spent} of {self.budget}>"
