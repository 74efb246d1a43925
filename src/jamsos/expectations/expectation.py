"""What comes back: what families are expected to receive, against what is paid for cover."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import polars as pl
from attrs import field, frozen

from jamsos.answers.grounds import Grounds
from jamsos.answers.hypothetical import mark_of, said_under, supposed_in
from jamsos.answers.texts import Arg, Text
from jamsos.expectations.asking import SCHOLARSHIP
from jamsos.expectations.cells import Cell
from jamsos.expectations.circumstances import Circumstances
from jamsos.expectations.lines import (
    ExpectedEvents,
    ExpectedLine,
    amount_of,
    checked_keys,
    lines_frame,
)
from jamsos.expectations.rates import Rate
from jamsos.expectations.shares import whole_half_up
from jamsos.expectations.shown import benefit_table, event_table, result_page, year_table
from jamsos.expectations.simulation import Simulation, simulated
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page
from jamsos.pages.text_form import as_text
from jamsos.registers.polars_frames import with_mark
from jamsos.scenarios.scenario import Scenario
from jamsos.values.months import Month

SIMPLIFIED = (
    Text("expectation.heads"),
    Text("expectation.middle"),
    Text("expectation.alike"),
    Text("expectation.not_counted"),
    Text("expectation.rounded"),
)
"""How the reckoning simplifies, whatever is supposed."""
_THOUSAND = 1000


@frozen(kw_only=True, eq=False, repr=False)
class Expectation:
    """What families are expected to receive from the events in the months of a scenario.

    Every amount is exact; only :meth:`table` and the words round, each figure for itself to whole
    rupiah, half up.
    """

    scenario: Scenario
    rates: tuple[Rate, ...]
    circumstances: Circumstances
    unpaid: tuple[Month, ...]
    """The months of the gap; none: every month is paid."""
    lines: tuple[ExpectedLine, ...]
    """The expected benefits where every month is paid, by the year in which they are paid."""
    lines_in_gap: tuple[ExpectedLine, ...]
    """The same with the gap; the same lines where there is none."""
    events: tuple[ExpectedEvents, ...]
    """How many events are expected, by the year in which they happen."""
    contributions_by_year: Mapping[int, int]
    """What is paid in contributions for each year, in rupiah, if every month is paid."""
    contributions_not_paid: int
    """What the gap leaves unpaid, in rupiah."""
    grounds: Grounds
    """Everything the benefits and the contributions rest on."""
    _cells: dict[Cell, int] = field(alias="cells")

    @property
    def law(self) -> Law:
        """The law with the decisions of the scenario."""
        return self.scenario.applied_law

    @property
    def benefits(self) -> Fraction:
        """What families receive in all, the later years of scholarships included, in rupiah."""
        return amount_of(self.lines)

    @property
    def benefits_in_gap(self) -> Fraction:
        """The same with the gap."""
        return amount_of(self.lines_in_gap)

    @property
    def gap_cost(self) -> Fraction:
        """What the gap costs families: what they receive less because of it, in rupiah."""
        return self.benefits - self.benefits_in_gap

    @property
    def later(self) -> Fraction:
        """What of the benefits is paid after the last year: scholarships still running."""
        return amount_of(self._after())

    @property
    def later_school_years(self) -> Fraction:
        """The school years that are paid after the last year of the scenario."""
        after = [line.count for line in self._after() if line.benefit == SCHOLARSHIP]
        return sum(after, Fraction(0))

    def _after(self) -> list[ExpectedLine]:
        return [line for line in self.lines if line.year > self._last_year]

    @property
    def _last_year(self) -> int:
        return self.scenario.months[-1].first_day.year

    @property
    def contributions(self) -> int:
        """What is paid in contributions if every month is paid, in rupiah."""
        return sum(self.contributions_by_year.values())

    @property
    def ratio(self) -> Fraction | None:
        """The benefits of one rupiah of contributions; None where nothing is paid."""
        if not self.contributions:
            return None
        return self.benefits / self.contributions

    @property
    def assumptions(self) -> tuple[Text, ...]:
        """What is supposed: the rates, the families, and how the reckoning simplifies."""
        stated = [rate.stated for rate in self.rates]
        texts = [*stated, *self.circumstances.stated]
        if self.unpaid:
            months = {"first": self.unpaid[0], "last": self.unpaid[-1]}
            texts.append(Text("expectation.unpaid", months))
        return (*texts, *SIMPLIFIED)

    def table(self, by: str | Sequence[str] = ("year", "benefit")) -> pl.DataFrame:
        """The expected benefits by some of year, category, event and benefit.

        ``amount`` is what they come to in whole rupiah, half up; with a gap also
        ``amount_in_gap``. By benefit ``count`` says how many are paid, to two decimals.
        ``what_if`` marks what is supposed in the law.

        Raises:
            InputError: for another column.

        """
        keys = checked_keys(by)
        frame = lines_frame(self.lines, keys)
        if self.unpaid:
            in_gap = lines_frame(self.lines_in_gap, keys)
            renamed = in_gap.select(*keys, amount_in_gap="amount")
            frame = _joined(frame, renamed, keys)
        return with_mark(frame, mark_of(self.law))

    def simulate(
        self,
        *,
        seed: int,
        runs: int = 1000,
        quantiles: Sequence[Fraction | str] = ("1/20", "1/2", "19/20"),
    ) -> Simulation:
        """Draw the years many times: how far what happens may lie from what is expected.

        The same seed gives the same result on every machine, with every version (see decision 0029
        of the project): the draws are 64 bits of SHAKE128, turned into binomial numbers by whole
        numbers only.

        Args:
            seed: Any whole number from 0 up.
            runs: How often the years are drawn.
            quantiles: Which shares of the runs lie at or below a figure, as ``"19/20"``.

        Raises:
            InputError: for another seed, number of runs or share.

        """
        return simulated(
            self.scenario.name,
            self.law,
            self._cells,
            self.assumptions,
            last_year=self._last_year,
            has_gap=bool(self.unpaid),
            seed=seed,
            runs=runs,
            quantiles=quantiles,
        )

    def explain(self, lang: str = "id") -> str:
        """The result in a few sentences."""
        said = " ".join(sentence.say(lang) for sentence in self._sentences())
        return said_under(self.law, said, lang)

    def text(self, lang: str = "id") -> str:
        """The result with its assumptions and grounds, as text."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        months = self.scenario.months
        args: dict[str, Arg] = {"name": self.scenario.name, "first": months[0], "last": months[-1]}
        return result_page(
            Text("expectation.title", args),
            self.law,
            lang,
            sentences=self._sentences(),
            tables=(
                year_table(self.lines, self.contributions_by_year, lang),
                benefit_table(self.lines, lang),
                event_table(self.events, self.rates, lang),
            ),
            assumptions=self.assumptions,
            grounds=self.grounds,
        )

    def _sentences(self) -> tuple[Text, ...]:
        """What comes back, what is still to come, and what the gap costs."""
        sentences = [
            Text(
                "expectation.sums",
                {
                    "benefits": whole_half_up(self.benefits),
                    "contributions": self.contributions,
                },
            )
        ]
        if self.ratio is not None:
            back = whole_half_up(self.ratio * _THOUSAND)
            sentences.append(Text("expectation.ratio", {"paid": _THOUSAND, "back": back}))
        if self.later:
            later: dict[str, Arg] = {
                "amount": whole_half_up(self.later),
                "year": str(self._last_year),
                "years": whole_half_up(self.later_school_years),
            }
            sentences.append(Text("expectation.later", later))
        if self.unpaid:
            gap: dict[str, Arg] = {
                "first": self.unpaid[0],
                "last": self.unpaid[-1],
                "saved": self.contributions_not_paid,
                "cost": whole_half_up(self.gap_cost),
            }
            sentences.append(Text("expectation.gap", gap))
        return tuple(sentences)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        months = self.scenario.months
        supposed = supposed_in(self.law)
        return f"<Expectation of {self.scenario.name!r}: {months[0]} to {months[-1]}{supposed}>"


def _joined(frame: pl.DataFrame, in_gap: pl.DataFrame, keys: tuple[str, ...]) -> pl.DataFrame:
    """The two amounts side by side; what only one of the two has is 0 in the other."""
    if not keys:
        return frame.hstack(in_gap)
    both = frame.join(in_gap, on=keys, how="full", coalesce=True)
    filled = both.with_columns(pl.all().exclude(keys).fill_null(0))
    return filled.sort(keys)
