"""The years drawn many times: how far what happens may lie from what is expected."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, isqrt, lcm
from typing import NamedTuple, TypeAlias

import polars as pl
from attrs import frozen

from jamsos.answers.hypothetical import mark_of
from jamsos.answers.texts import Arg, Text
from jamsos.errors import InputError
from jamsos.expectations.asking import Outcome
from jamsos.expectations.binomial import chances, drawn, draws
from jamsos.expectations.cells import Cell
from jamsos.expectations.shares import checked_share, whole_half_up
from jamsos.expectations.shown import Table, result_page, shown_amount
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page
from jamsos.pages.text_form import as_text
from jamsos.registers.polars_frames import with_mark
from jamsos.values.money import MILLION
from jamsos.values.plain import as_tuple, checked_whole

ERRORS = 3
"""The stated error is so many standard errors."""
_LARGEST = 2**63 - 1
LATER = "later"
TOTAL = "total"
_WORDS = {LATER: Text("simulation.later"), TOTAL: Text("section.total")}


class Figure(NamedTuple):
    """One figure over all runs."""

    measure: str
    """``benefits``, or ``gap_cost``: what families receive less because of the gap."""
    year: str
    """The year of payment; ``later`` after the last one, ``total`` for all."""
    expected: Fraction
    """The exact expectation."""
    mean: Fraction
    """The mean of the runs, exactly."""
    error: int
    """Three standard errors of the mean, from the exact variance, rounded up to whole rupiah."""
    quantiles: tuple[Fraction, ...]
    """For each share asked the smallest figure that at least that share of the runs keeps to."""


@frozen(kw_only=True, eq=False, repr=False)
class Simulation:
    """The years of an expectation, drawn many times."""

    name: str
    """The name of the scenario."""
    seed: int
    runs: int
    quantiles: tuple[Fraction, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[Text, ...]
    law: Law

    @property
    def table(self) -> pl.DataFrame:
        """One row a measure and year: ``expected``, ``mean``, ``error`` and the quantiles.

        In whole rupiah, half up; a quantile is called ``q`` and its share, as ``q_19_20``. ``year``
        is the year of payment, ``later``, or ``total``. ``what_if`` marks what is supposed in the
        law.
        """
        columns: dict[str, pl.Series] = {
            "measure": pl.Series([one.measure for one in self.figures], dtype=pl.String),
            "year": pl.Series([one.year for one in self.figures], dtype=pl.String),
            "expected": _rounded(one.expected for one in self.figures),
            "mean": _rounded(one.mean for one in self.figures),
            "error": _rounded(one.error for one in self.figures),
        }
        for place, share in enumerate(self.quantiles):
            name = f"q_{share.numerator}_{share.denominator}"
            columns[name] = _rounded(one.quantiles[place] for one in self.figures)
        return with_mark(pl.DataFrame(columns), mark_of(self.law))

    def text(self, lang: str = "id") -> str:
        """The figures with their assumptions, as text."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The same as HTML, every value escaped."""
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        args: dict[str, Arg] = {"name": self.name, "runs": self.runs, "seed": self.seed}
        return result_page(
            Text("simulation.title", args),
            self.law,
            lang,
            sentences=(Text("simulation.reading"),),
            tables=tuple(self._tables(lang)),
            assumptions=(
                *self.assumptions,
                Text("simulation.draws"),
                Text("simulation.error_bound"),
            ),
        )

    def _tables(self, lang: str) -> Iterable[Table]:
        """The figures of each measure, year by year."""
        headings = [
            Text("simulation.expected"),
            Text("simulation.mean"),
            Text("simulation.error"),
        ]
        for share in self.quantiles:
            headings.append(Text("simulation.quantile", {"share": whole_half_up(share * MILLION)}))
        for measure in dict.fromkeys(one.measure for one in self.figures):
            rows: list[tuple[str, ...]] = []
            for one in self.figures:
                if one.measure == measure:
                    amounts = [one.expected, one.mean, Fraction(one.error), *one.quantiles]
                    words = [shown_amount(amount, lang) for amount in amounts]
                    rows.append((_year_in_words(one.year, lang), *words))
            yield Table(Text(f"simulation.{measure}"), Text("expectation.year"), headings, rows)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Simulation of {self.name!r}: {self.runs} runs, seed {self.seed}>"


def _rounded(amounts: Iterable[Fraction | int]) -> pl.Series:
    return pl.Series([whole_half_up(amount) for amount in amounts], dtype=pl.Int64)


def _year_in_words(year: str, lang: str) -> str:
    return _WORDS[year].say(lang) if year in _WORDS else year


class _Paying(NamedTuple):
    """What each event of a cell comes to under one measure and year."""

    measure: str
    year: str
    amount: Fraction


def simulated(
    name: str,
    law: Law,
    cells: Mapping[Cell, int],
    assumptions: tuple[Text, ...],
    *,
    last_year: int,
    has_gap: bool,
    seed: object,
    runs: object,
    quantiles: object,
) -> Simulation:
    """Draw every cell in every run, and sum up what the events pay.

    Raises:
        InputError: for another seed, number of runs or share, or amounts beyond 64 bits.

    """
    start = checked_whole(seed, "seed", 0)
    count = checked_whole(runs, "runs", 1)
    shares = _checked_shares(quantiles)
    paying = {cell: _paying(cell, last_year, has_gap=has_gap) for cell in cells}
    unit = _unit(cells, paying)
    # One denominator for all chances: sums of whole numbers are exact and quick.
    whole = lcm(*(cell.chance.denominator for cell in cells))
    happened: dict[str, list[int]] = {}
    parts: dict[_Key, list[_Part]] = {}
    for number, (cell, trials) in enumerate(cells.items()):
        happened[str(number)] = drawn(chances(trials, cell.chance), draws(start, number, count))
        chance = int(cell.chance * whole)
        for measure, year, amount in paying[cell]:
            part = _Part(str(number), trials * chance, whole - chance, int(amount * unit))
            parts.setdefault((measure, year), []).append(part)
    keys = sorted(parts)
    sums = _sums(pl.DataFrame(happened), [parts[key] for key in keys])
    figures: list[Figure] = []
    for key, ordered in zip(keys, sums, strict=True):
        expected = sum(part.chance * part.amount for part in parts[key])
        squares = sum(part.chance * part.fails * part.amount**2 for part in parts[key])
        variance = Fraction(squares, (whole * unit) ** 2)
        figure = Figure(
            *key,
            expected=Fraction(expected, whole * unit),
            mean=Fraction(sum(ordered), count * unit),
            error=_error(variance, count),
            quantiles=tuple(_quantile(ordered, share, unit) for share in shares),
        )
        figures.append(figure)
    return Simulation(
        name=name,
        seed=start,
        runs=count,
        quantiles=shares,
        figures=tuple(figures),
        assumptions=assumptions,
        law=law,
    )


def _checked_shares(quantiles: object) -> tuple[Fraction, ...]:
    listed = as_tuple(quantiles)
    if listed is None:
        raise InputError("quantiles", quantiles, "a list of shares", "write ['1/20', '19/20']")
    shares = [checked_share(one, "quantiles") for one in listed]
    return tuple(dict.fromkeys(sorted(shares)))


def _paying(cell: Cell, last_year: int, *, has_gap: bool) -> list[_Paying]:
    """What an event of a cell pays, by measure and year, and in all."""
    by_year = _by_year(cell.outcome, last_year)
    measures = {"benefits": by_year}
    if has_gap:
        in_gap = _by_year(cell.in_gap, last_year)
        years = dict.fromkeys((*by_year, *in_gap))
        lost = {year: by_year.get(year, _NONE) - in_gap.get(year, _NONE) for year in years}
        measures["gap_cost"] = lost
    paying: list[_Paying] = []
    for measure, amounts in measures.items():
        for year, amount in amounts.items():
            paying.append(_Paying(measure, year, amount))
        paying.append(_Paying(measure, TOTAL, sum(amounts.values(), _NONE)))
    return paying


_NONE = Fraction(0)


def _by_year(outcome: Outcome, last_year: int) -> dict[str, Fraction]:
    amounts: dict[str, Fraction] = {}
    for paid in outcome:
        year = str(paid.year) if paid.year <= last_year else LATER
        amounts[year] = amounts.get(year, _NONE) + paid.amount
    return amounts


def _unit(cells: Mapping[Cell, int], paying: Mapping[Cell, list[_Paying]]) -> int:
    """The parts of a rupiah in which all amounts are whole, for sums within 64 bits.

    Raises:
        InputError: where even these could be passed.

    """
    amounts = [(cells[cell], one.amount) for cell, listed in paying.items() for one in listed]
    unit = lcm(*(amount.denominator for _, amount in amounts))
    # No sum is above what everybody would receive in every month.
    largest = sum(trials * abs(amount) for trials, amount in amounts) * unit
    if largest > _LARGEST:
        step = "simulate fewer people, or fewer months, at once"
        raise InputError("scenario", int(largest), f"at most {_LARGEST:,} rupiah", step)
    return unit


_Key: TypeAlias = tuple[str, str]
"""The measure and the year of a figure."""


class _Part(NamedTuple):
    """What a cell adds to a figure, in whole numbers."""

    number: str
    """Of the cell, the column of how often it happened."""
    chance: int
    fails: int
    """The chance of the contrary."""
    amount: int


def _sums(happened: pl.DataFrame, figures: Sequence[Sequence[_Part]]) -> list[list[int]]:
    """What each figure comes to in the runs, in order."""
    sums: dict[str, pl.Expr] = {}
    for place, parts in enumerate(figures):
        paid = [pl.col(part.number) * part.amount for part in parts]
        sums[str(place)] = pl.sum_horizontal(paid).sort()
    return [column.to_list() for column in happened.select(**sums)]


def _error(variance: Fraction, runs: int) -> int:
    """So many standard errors of a mean over the runs, rounded up to whole rupiah."""
    squared = ceil(ERRORS**2 * variance / runs)
    root = isqrt(squared)
    return root if root**2 == squared else root + 1


def _quantile(ordered: Sequence[int], share: Fraction, unit: int) -> Fraction:
    """The smallest figure that at least that share of the runs does not pass."""
    place = max(ceil(share * len(ordered)), 1)
    return Fraction(ordered[place - 1], unit)
