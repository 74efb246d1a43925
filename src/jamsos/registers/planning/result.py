"""What a plan says: whom a budget covers, who comes next at what cost, and by which rule."""

from collections.abc import Mapping

import polars as pl
from attrs import field, frozen

from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.answers.hypothetical import marked, said_under, supposed_in
from jamsos.answers.parts import Notes
from jamsos.answers.sections import grounds_section, law_section, marks_of, notes_sections
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page, Section
from jamsos.pages.text_form import as_text
from jamsos.registers.planning.plan_shown import (
    beginnings_section,
    end_text,
    money_section,
    next_section,
    order_section,
    others_section,
    people_section,
    plan_figures,
    result_in_words,
    start_text,
    steps_section,
    tie_text,
)
from jamsos.registers.planning.ranks import Rank
from jamsos.values.months import Month


@frozen(kw_only=True, eq=False, repr=False)
class Plan:
    """Whom a budget covers.

    ``str(plan)`` explains it in Indonesian, ``plan.text("en")`` in English.
    """

    budget: int
    first: Month
    """The month in which all begin who can; with ``start="later"`` it may be after the first month
    of the plan."""
    last: Month
    order: tuple[Rank, ...]
    skip: bool
    start: str
    has_ids: bool
    people: pl.DataFrame
    """The register in its order, with the columns of enrolment (of the first month in which a
    person may be enrolled, else of the first month of the plan), ``enrol_from``, the first day of
    that month, empty if there is none, and the columns of premium, from the month in which the
    person begins; ``plan``: covered, waiting, not_eligible, undecided or unpriced; ``plan_place``,
    the place in the order of those who take part; ``plan_from``, the first day of the month in
    which a covered person begins; ``plan_needed``, how much more money covers a waiting person and
    everybody waiting before them, while nobody covered loses their place: with ``skip`` less may
    cover the person alone."""
    counts: Mapping[str, int]
    """How many people stand where, by the words of the column ``plan``."""
    accounts: Mapping[str, int]
    """What cover costs: JKK, JKM and JHT, which are accounts of their own, in rupiah."""
    begins: pl.DataFrame
    """From which month those who take part can be covered: its first day, people and covered."""
    next_people: pl.DataFrame
    """Those who wait, in their order: place, kecamatan and village where stated, what each costs,
    and ``needed``."""
    next_villages: pl.DataFrame
    """The villages in which somebody waits, in the order of their first: people, cost, and
    ``needed`` up to there."""
    steps: pl.DataFrame
    """Each value of the first rank, in ``step``: people, covered, waiting, their cost, and
    ``needed`` so far."""
    others: pl.DataFrame
    """Those who do not take part: how many for which reason, in both languages."""
    grounds: Grounds
    """What the price rests on, in every month."""
    notes: Notes
    law: Law = field(repr=False)

    @property
    def since(self) -> Month:
        """The first month that is paid for.

        It lies before ``first`` where somebody can begin only earlier.
        """
        months = [self.first]
        for day in self.begins["month"]:
            months.append(Month.of(day))
        return min(months)

    @property
    def spent(self) -> int:
        """What the covered cost from the first month to the last, in rupiah."""
        return sum(self.accounts.values())

    @property
    def left(self) -> int:
        """What remains of the budget, in rupiah."""
        return self.budget - self.spent

    @property
    def needed(self) -> int:
        """How much more money covers everybody, in rupiah."""
        return max(self.next_people["needed"], default=0)

    def brief(self, lang: str = "id") -> str:
        """How far the budget goes, in one sentence."""
        said = result_in_words(self.counts, self.needed, lang)
        return said_under(self.law, said, lang)

    def text(self, lang: str = "id") -> str:
        """The plan in words, in ``"id"`` or ``"en"``; it names no person."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        title = Text("register.plan_title", {"first": self.since, "last": self.last})
        return Page(
            lang=lang,
            title=marked(title, self.law).say(lang),
            figures=plan_figures(self.counts["covered"], self.spent, lang),
            sentences=(self.brief(lang),),
            sections=tuple(section for section in self._sections(lang) if section.rows),
        )

    def _sections(self, lang: str) -> tuple[Section, ...]:
        """The parts in reading order; some may be empty."""
        grounds = self._shown_grounds()
        warnings, remarks = notes_sections(self.notes, marks_of(grounds), lang)
        return (
            warnings,
            money_section(self.budget, self.accounts, lang),
            people_section(self.counts, lang),
            self._order_section(lang),
            beginnings_section(self.begins, self.first, lang),
            next_section(self.next_people, self.next_villages, lang),
            steps_section(self.steps, self.order[0], lang),
            others_section(self.others, lang),
            remarks,
            grounds_section(grounds, lang),
            law_section(self.law, lang),
        )

    def _shown_grounds(self) -> Grounds:
        """The grounds of the price, and those of the notes."""
        grounds: list[Ground] = [*self.grounds]
        for note in self.notes:
            grounds.extend(note.grounds)
        return distinct(grounds)

    def _order_section(self, lang: str) -> Section:
        is_later = self.start == "later"
        rules = [
            tie_text(has_ids=self.has_ids),
            end_text(skip=self.skip),
            start_text(self.first, later=is_later),
            Text("register.starts_own"),
        ]
        return order_section(self.order, rules, lang)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        counts = dict(self.counts)
        spent = f"spent {self.spent} of {self.budget}{supposed_in(self.law)}"
        return f"<Plan {self.since} to {self.last}: {counts}, {spent}>"
