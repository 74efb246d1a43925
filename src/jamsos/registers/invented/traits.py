"""Work, money and yes-or-no facts of invented people."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import polars as pl

from jamsos.law.law import current
from jamsos.premiums.bpu.income_table import row_numbered, rows
from jamsos.registers.facts import CODES, FLAGS
from jamsos.registers.invented.assumed import Assumed
from jamsos.registers.invented.draws import (
    ENTRIES,
    PER_MILLE,
    below,
    chosen,
    entry,
    flags,
    spread,
    up_to,
    word,
)
from jamsos.values.days import add_years
from jamsos.workers.codes import Category, Sector
from jamsos.workers.occupations import Screening, occupations

Columns: TypeAlias = dict[str, pl.Expr]
"""What is drawn for each column."""
Weights: TypeAlias = Mapping[Any, int]
"""How often each value is drawn beside the others."""

_WORK = pl.col("_work")
_ROW = pl.col("_row")
_FOREIGN = pl.col("_foreign")
_YEARS_ISSUED = 2
_MOST_MONTHS = 24
_CATEGORIES: tuple[Category | None, ...] = (*Category, None)
"""The categories by their places; the last place is work nobody stated."""


class Drawn(NamedTuple):
    """What invented people do and earn."""

    columns: Columns
    """The facts as columns."""
    people: pl.DataFrame
    """The frame with what the columns need."""


def traits(people: pl.DataFrame, who: pl.Expr, seed: int, assumed: Assumed) -> Drawn:
    """The facts as columns, and the frame with what they need."""
    made = _Traits(who, seed, assumed)
    # Drawn once, in the frame: several columns have to agree on each of them.
    drawn = people.with_columns(
        _work=made.category(),
        _row=made.row(),
        _foreign=made.flag("foreign", assumed.foreign),
    )
    columns = made.work()
    columns.update(made.codes())
    columns.update(made.flags())
    columns.update(made.money())
    columns.update(made.counts())
    return Drawn(columns, drawn)


class _Traits:
    """The columns of one seed."""

    def __init__(self, who: pl.Expr, seed: int, assumed: Assumed) -> None:
        self.who = who
        self.seed = seed
        self.assumed = assumed
        income_table = current().get("bpu.income_table", assumed.on)
        self.table = rows(income_table)
        for number in assumed.income_rows:
            row_numbered(income_table, number)

    def drawn(self, name: str) -> pl.Expr:
        return word(self.who, self.seed, name)

    def listed(self, weights: Weights) -> list[Any]:
        return spread(weights, self.assumed.unknown)

    def one_of(self, name: str, table: pl.Series) -> pl.Expr:
        """The entry of a table that each person draws."""
        return chosen(self.drawn(name), table)

    def flag(self, name: str, share: int) -> pl.Expr:
        table = flags(share, self.assumed.unknown)
        return self.one_of(name, table)

    def category(self) -> pl.Expr:
        """The place of the category on its list."""
        weights: dict[int, int] = {}
        stated = self.assumed.categories
        for category, weight in stated.items():
            place = _CATEGORIES.index(category)
            weights[place] = weight
        not_stated = _CATEGORIES.index(None)
        listed = pl.Series(self.listed(weights))
        places = listed.fill_null(not_stated)
        return self.one_of("category", places)

    def row(self) -> pl.Expr:
        """The income row, from 1; empty where no income is stated."""
        listed = self.listed(self.assumed.income_rows)
        table = pl.Series(listed, dtype=pl.Int64)
        return self.one_of("row", table)

    def work(self) -> Columns:
        """Category, with an occupation and a sector that go with it."""
        # One table for all categories: as many entries for each of them, in the order of the list.
        occupation_codes: list[Any] = []
        sector_codes: list[Any] = []
        for category in _CATEGORIES:
            occupation_codes.extend(self.occupations_of(category))
            only_sector = {_sector(category): 1}
            sector_codes.extend(self.listed(only_sector))
        categories = _column("category", _CATEGORIES)
        occupied = pl.Series(occupation_codes, dtype=pl.UInt8)
        sectors = _column("sector", sector_codes)
        occupation_place = self.entry_of_work("occupation")
        sector_place = self.entry_of_work("sector")
        return {
            "category": entry(categories, _WORK),
            "occupation": entry(occupied, occupation_place),
            "sector": entry(sectors, sector_place),
        }

    def entry_of_work(self, name: str) -> pl.Expr:
        """An entry of a table of all categories, among those of the person's own."""
        begin = _WORK * ENTRIES
        return begin + below(self.drawn(name), ENTRIES)

    def occupations_of(self, category: Category | None) -> list[Any]:
        """Codes that fit the work, and codes such as cards that are out of date still state."""
        stale = _stale_codes()
        fitting = _fitting_codes(category)
        # For work nobody stated no code fits: the card alone speaks.
        if not fitting:
            fitting = stale
        share = self.assumed.stale
        rest = PER_MILLE - share
        # Each weight times the size of the other list: the lists then weigh as the shares say.
        fitting_weight = rest * len(stale)
        stale_weight = share * len(fitting)
        weights = dict.fromkeys(fitting, fitting_weight)
        for code in stale:
            weights.setdefault(code, 0)
            weights[code] += stale_weight
        return self.listed(weights)

    def codes(self) -> Columns:
        assumed = self.assumed
        return {
            "segment": self.code("segment", assumed.segments),
            "kind": self.code("kind", assumed.kinds),
            "payer": self.code("payer", assumed.payers),
        }

    def code(self, name: str, weights: Weights) -> pl.Expr:
        table = _column(name, self.listed(weights))
        return self.one_of(name, table)

    def flags(self) -> Columns:
        """The facts answered by yes or no."""
        columns: Columns = {}
        for name in FLAGS:
            columns[name] = self.stated_flag(name)
        return columns

    def stated_flag(self, name: str) -> pl.Expr:
        """One of the facts answered by yes or no, as the assumptions share it out."""
        # Months in Indonesia follow from being a foreigner: that draw stands in the frame.
        if name == "foreign":
            return _FOREIGN
        if name == "works":
            return self.flag(name, PER_MILLE - self.assumed.idle)
        share = getattr(self.assumed, name)
        return self.flag(name, share)

    def money(self) -> Columns:
        """An income in steps from the start of its row, and the row itself where it is stated."""
        income = self.income()
        share = self.assumed.states_row
        if share == 0:
            return {"income": income}
        table = flags(share, 0)
        states = self.one_of("states_row", table)
        stated_row = pl.when(states).then(_ROW)
        return {"income": income, "row": stated_row}

    def income(self) -> pl.Expr:
        """Some steps above the start of the income row."""
        place = _ROW - 1
        room = pl.Series(self.steps_in_rows(), dtype=pl.UInt64)
        starts = pl.Series(self.starts(), dtype=pl.Int64)
        drawn = self.drawn("income")
        steps_drawn = up_to(drawn, entry(room, place))
        steps = steps_drawn.cast(pl.Int64)
        above_start = steps * self.assumed.income_step
        return entry(starts, place) + above_start

    def starts(self) -> list[int]:
        """The income from which each row counts."""
        return [row.income_from for row in self.table]

    def steps_in_rows(self) -> list[int]:
        """How many steps of income each row has room for, at least one."""
        step = self.assumed.income_step
        starts = self.starts()
        steps: list[int] = []
        for start, end in pairwise(starts):
            room = (end - start) // step
            steps.append(max(room, 1))
        # The last row has no end: its incomes are all its start.
        steps.append(1)
        return steps

    def counts(self) -> Columns:
        """A foreigner's months, children, and the day on which the number was issued."""
        if_foreign = pl.when(_FOREIGN)
        enrolled = self.flag("enrolled", self.assumed.enrolled)
        if_enrolled = pl.when(enrolled)
        return {
            "months_in_indonesia": if_foreign.then(self.months()),
            "children": self.children(),
            "number_issued": if_enrolled.then(self.issued()),
        }

    def months(self) -> pl.Expr:
        """The months a foreigner has been in Indonesia."""
        any_months = range(_MOST_MONTHS + 1)
        same_weights = dict.fromkeys(any_months, 1)
        listed = self.listed(same_weights)
        table = pl.Series(listed, dtype=pl.UInt16)
        return self.one_of("months_in_indonesia", table)

    def children(self) -> pl.Expr:
        """How many children the person has."""
        listed = self.listed(self.assumed.children)
        table = pl.Series(listed, dtype=pl.UInt8)
        return self.one_of("children", table)

    def issued(self) -> pl.Expr:
        """A day of the last years on which the number was issued."""
        on = self.assumed.on
        first = add_years(on, -_YEARS_ISSUED)
        days = (on - first).days
        drawn = below(self.drawn("number_issued"), days)
        days_ago = drawn.cast(pl.Int64)
        since_then = pl.duration(days=days_ago)
        return pl.lit(on) - since_then


def _fitting_codes(category: Category | None) -> list[int]:
    """The occupations that go with a category."""
    codes: list[int] = []
    for work in occupations().values():
        if category in work.categories:
            codes.append(work.code)
    return codes


def _stale_codes() -> list[int]:
    """The occupations that a card may state although the work has changed."""
    codes: list[int] = []
    for work in occupations().values():
        if work.screening is Screening.ASK_PROOF:
            codes.append(work.code)
    return codes


def _sector(category: Category | None) -> Sector:
    if category is Category.TRANSPORT:
        return Sector.TRANSPORT
    return Sector.OTHER


def _column(name: str, listed: Sequence[Any]) -> pl.Series:
    """A column of codes as the closed list writes them."""
    codes = [str(code) for code in CODES[name]]
    written: list[str | None] = []
    for code in listed:
        if code is None:
            written.append(None)
        else:
            written.append(str(code))
    return pl.Series(written, dtype=pl.Enum(codes))
