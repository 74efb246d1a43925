"""What one claim of the scholarship is judged by: its days, and the text that governs it."""

from datetime import date
from functools import cached_property

from attrs import define

from jamsos.benefits.family.school_years import school_year
from jamsos.law.law import Law
from jamsos.law.provisions import Provision


@define(kw_only=True, slots=False)
class Terms:
    """One claim for the children of a participant."""

    law: Law
    event: date
    """The death, or the total disability: the first school year is that of its day."""
    law_day: date
    """The day whose law gives the right (D01): the event, or the accident before it."""
    claimed_on: date

    @cached_property
    def first(self) -> int:
        """The school year of the event, the first one paid (D64)."""
        return school_year(self.event, self.law)

    @cached_property
    def current(self) -> int:
        """The school year of the claim."""
        return school_year(self.claimed_on, self.law)

    @cached_property
    def text_day(self) -> date:
        """The day whose text governs the claim: its own (D68)."""
        if self.law.chose("D68", "day_of_event"):
            return self.law_day
        return self.claimed_on

    @cached_property
    def limit(self) -> Provision | None:
        """How many school years before the claim are paid; None: without limit.

        Legal source: Permenaker 5/2021 Pasal 106 ayat (4); Permenaker 1/2025 Pasal 106 ayat (4).
        """
        return self.law.find("scholarship.unclaimed_school_years", self.text_day)

    @cached_property
    def still_meets(self) -> Provision | None:
        """That a late claim needs a child that still meets the conditions; None: it need not.

        Legal source: Permenaker 1/2025 Pasal 106 ayat (5).
        """
        return self.law.find("scholarship.still_meets_conditions", self.text_day)

    @property
    def is_for_earlier_event(self) -> bool:
        """Whether the text changed between the event and the claim, so that D68 decides."""
        rule = "scholarship.unclaimed_school_years"
        return self.law.find(rule, self.law_day) != self.law.find(rule, self.claimed_on)
