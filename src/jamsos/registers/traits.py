"""Work, money and yes-or-no facts of invented people."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from jamsos.law.law import current
from jamsos.premiums.income_table import rows
from jamsos.registers.assumed import Assumed
from jamsos.registers.draws import ENTRIES, PER_MILLE, below, checked_share, chosen, flags, spread, up_to, word
from jamsos.registers.facets import CODES, FLAGS
from jamsos.values.days import add_years
from jamsos.workers.codes import Category, Sector
from jamsos.workers.occupations import Screening, occupations

_YEARS_ISSUED = 2
_MOST_MONTHS = 24


def traits(people: pl.DataFrame, who: pl.Expr, seed: int, assumed: Assumed) -> tuple[dict[str, pl.Expr], pl.DataFrame]:
    """The facts as columns, and the frame with what they need."""
    made = _Traits(who, seed, assumed)
    first = people.with_columns(_work=made.category(), _row=made.row())
    second = first.with_columns(_foreign=made.flag("foreign", assumed.foreign))
    return {**made.work(), **made.codes(), **made.flags(), **made.money(), **made.counts()}, second


class _Traits:
    """The columns of one seed."""

    def __init__(self, who: pl.Expr, seed: int, assumed: Assumed) -> None:
        self.who, self.seed, self.assumed = who, seed, assumed
        self.table = rows(current().get("bpu.income_table", assumed.on))

    def drawn(self, name: str) -> pl.Expr:
        return word(self.who, self.seed, name)

    def listed(self, weights: Mapping[Any, int]) -> list[Any]:
        return spread(weights, self.assumed.unknown)

    def flag(self, name: str, share: int) -> pl.Expr:
        return chosen(self.drawn(name), flags(checked_share(share, name), self.assumed.unknown))

    def category(self) -> pl.Expr:
        """The place of the category on its list; one place more is a work nobody stated."""
        places = {_CATEGORIES.index(Category(code)): weight for code, weight in self.assumed.categories.items()}
        nobody = len(_CATEGORIES) - 1
        return chosen(self.drawn("category"), pl.Series([nobody if n is None else n for n in self.listed(places)]))

    def row(self) -> pl.Expr:
        """The income row, from 1; empty where no income is stated."""
        return chosen(self.drawn("row"), pl.Series(self.listed(self.assumed.income_rows), dtype=pl.Int64))

    def work(self) -> dict[str, pl.Expr]:
        """Category, with an occupation and a sector that go with it."""
        occupied = [code for category in _CATEGORIES for code in self.occupied(category)]
        sectors = [code for category in _CATEGORIES for code in self.listed({_sector(category): 1})]
        return {
            "category": pl.lit(_column("category", _CATEGORIES)).gather(pl.col("_work")),
            "occupation": pl.lit(pl.Series(occupied, dtype=pl.UInt8)).gather(self.of_work("occupation")),
            "sector": pl.lit(_column("sector", sectors)).gather(self.of_work("sector")),
        }

    def of_work(self, name: str) -> pl.Expr:
        return pl.col("_work") * ENTRIES + below(self.drawn(name), ENTRIES)

    def occupied(self, category: Category | None) -> list[Any]:
        """Codes that fit the work, and codes such as cards that are out of date still say."""
        known = occupations().values()
        stale = [work.code for work in known if work.screening is Screening.ASK_PROOF]
        fitting = [work.code for work in known if category in work.categories] or stale
        share = checked_share(self.assumed.stale, "stale")
        weights = {code: (PER_MILLE - share) * len(stale) for code in fitting}
        for code in stale:
            weights[code] = weights.get(code, 0) + share * len(fitting)
        return self.listed(weights)

    def codes(self) -> dict[str, pl.Expr]:
        return {
            "segment": self.code("segment", self.assumed.segments),
            "kind": self.code("kind", self.assumed.kinds),
            "payer": self.code("payer", self.assumed.payers),
        }

    def code(self, name: str, weights: Mapping[Any, int]) -> pl.Expr:
        known = {CODES[name](code): weight for code, weight in weights.items()}
        return chosen(self.drawn(name), _column(name, self.listed(known)))

    def flags(self) -> dict[str, pl.Expr]:
        shares = {name: getattr(self.assumed, name) for name in FLAGS if name not in {"works", "foreign"}}
        shares["works"] = PER_MILLE - checked_share(self.assumed.idle, "idle")
        return {**{name: self.flag(name, share) for name, share in shares.items()}, "foreign": pl.col("_foreign")}

    def money(self) -> dict[str, pl.Expr]:
        """An income in steps from the start of its row, and the row itself where it is stated."""
        step, starts = self.assumed.income_step, [row.income_from for row in self.table]
        ends = [*starts[1:], starts[-1] + step]
        steps = [max((end - start) // step, 1) for start, end in zip(starts, ends, strict=True)]
        at = pl.col("_row") - 1
        taken = up_to(self.drawn("income"), pl.lit(pl.Series(steps, dtype=pl.UInt64)).gather(at))
        income = pl.lit(pl.Series(starts, dtype=pl.Int64)).gather(at) + taken.cast(pl.Int64) * step
        if self.assumed.states_row == 0:
            return {"income": income}
        states = chosen(self.drawn("states_row"), flags(self.assumed.states_row, 0))
        return {"income": income, "row": pl.when(states).then(pl.col("_row"))}

    def counts(self) -> dict[str, pl.Expr]:
        """A foreigner's months, children, and the day on which the number was issued."""
        on, months = self.assumed.on, self.listed(dict.fromkeys(range(_MOST_MONTHS + 1), 1))
        ago = below(self.drawn("number_issued"), (on - add_years(on, -_YEARS_ISSUED)).days)
        issued = pl.lit(on) - pl.duration(days=ago.cast(pl.Int64))
        return {
            "months_in_indonesia": pl.when(pl.col("_foreign")).then(
                chosen(self.drawn("months_in_indonesia"), pl.Series(months, dtype=pl.UInt16))
            ),
            "children": chosen(self.drawn("children"), pl.Series(self.listed(self.assumed.children), dtype=pl.UInt8)),
            "number_issued": pl.when(self.flag("enrolled", self.assumed.enrolled)).then(issued),
        }


_CATEGORIES: tuple[Category | None, ...] = (*Category, None)


def _sector(category: Category | None) -> Sector:
    return Sector.TRANSPORT if category is Category.TRANSPORT else Sector.OTHER


def _column(name: str, listed: Sequence[Any]) -> pl.Series:
    """A column of codes as the closed list writes them."""
    written = [None if code is None else str(code) for code in listed]
    return pl.Series(written, dtype=pl.Enum([str(code) for code in CODES[name]]))
