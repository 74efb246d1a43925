"""The cells of deaths: what a death in each month of a scenario would give a family."""

from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl
from attrs import define, evolve

from jamsos.answers.grounds import distinct
from jamsos.answers.parts import Outcome
from jamsos.eligibility.scheme import Scheme
from jamsos.premiums.bpu.income_table import rows
from jamsos.registers.columns.death_cost import Cost, DeathCosts
from jamsos.registers.columns.exposure import EXPOSURES, exposure_columns
from jamsos.scenarios.cells import Cells
from jamsos.scenarios.groups import Group
from jamsos.values.days import ONE_DAY
from jamsos.values.months import Month

BENEFITS = tuple(name.removeprefix("exposure_") for name in EXPOSURES)
"""Cash after a death at work and from another cause, and the most the scholarship may come to."""
_SCHOLARSHIPS = tuple(name for name in BENEFITS if name.startswith("scholarship"))
_ONE_CHILD = 1
"""Asked about where no number is stated, so that the cash has its grounds: what one child has no
right to, no number of them has."""
_STATED = "children_are_stated"
_REASON = "exposure_reason"


# A day is asked about by several scenarios, which differ in nothing else.
_columns = lru_cache(maxsize=128)(exposure_columns)
_costs = lru_cache(maxsize=128)(DeathCosts)


@define(eq=False)
class DeathCells:
    """The people of one scenario by what a death on the last day of a month would give."""

    cells: Cells

    def table(self) -> pl.DataFrame:
        """The cells, one row a month, a group, what a death gives and what that rests on."""
        population = self.cells.scenario.population
        parts: list[pl.DataFrame] = []
        for month in self.cells.scenario.months:
            if isinstance(population, pl.LazyFrame):
                parts.append(self._of_register(population, month))
            else:
                parts.append(self._of_groups(population, month))
        year = pl.col("month").dt.year().cast(pl.Int64)
        return pl.concat(parts).with_columns(year=year)

    # ---------- Groups: the single worker ----------

    def _of_groups(self, groups: tuple[Group, ...], month: Month) -> pl.DataFrame:
        cells: list[dict[str, Any]] = []
        for group in groups:
            takes_part, _ = self.cells.entry_of(group)
            people = group.in_month(month)
            if takes_part is Outcome.YES and people:
                keys = self.cells.keys_of(group, month)
                cells.append({**keys, "people": people, **self._of_one(group, month)})
        return pl.DataFrame(cells, schema=self.cells.schema(*BENEFITS))

    def _of_one(self, group: Group, month: Month) -> dict[str, int | None]:
        """What the death of one of a group would give."""
        costs = _costs(last_day(month), self._scheme, self.cells.law)
        facts: dict[str, Any] = {
            "segment": group.worker.segment,
            "income": group.worker.income,
            "row": self.cells.row,
            "number_issued": group.number_issued or costs.long_ago,
            "children": _ONE_CHILD if group.children is None else group.children,
        }
        parts = costs.parts(facts)
        amounts: dict[str, int | None] = {}
        for name, cost in zip(BENEFITS, parts, strict=True):
            amount = self._amount(cost, group, costs)
            is_open = name in _SCHOLARSHIPS and group.children is None and amount != 0
            amounts[name] = None if is_open else amount
        reason = costs.reasons[costs.reason_key(facts)]
        grounds = distinct((*reason.grounds, *self.cells.law.what_ifs))
        return {**amounts, "grounds": self.cells.numbered(grounds)}

    def _amount(self, cost: Cost, group: Group, costs: DeathCosts) -> int | None:
        """The amount of the income row of a group; None where it cannot be decided."""
        if cost.amounts is None:
            return None
        first, *others = cost.amounts
        # A scheme buys the same row for everybody.
        if not any(other != first for other in others):
            return first
        row = self.cells.row
        if row is None:
            # It is known here: without it no amount would be.
            income = group.worker.income or 0
            row = sum(one.income_from <= income for one in rows(costs.table))
        return cost.amounts[row - 1]

    # ---------- Registers: the columns ----------

    def _of_register(self, register: pl.LazyFrame, month: Month) -> pl.DataFrame:
        frame = self.cells.entered(register)
        if self.cells.enrolment is not None:
            frame = frame.filter("enrol")
        keys = self.cells.key_columns(frame, month)
        columns = _columns(last_day(month), scheme=self._scheme, law=self.cells.law)
        for name in BENEFITS:
            amount = pl.col(f"exposure_{name}")
            if name in _SCHOLARSHIPS:
                amount = pl.when(pl.col(_STATED) | (amount == 0)).then(amount)
            keys[name] = amount
        exposed: pl.LazyFrame = columns.added_to(_with_children(frame))
        groups = exposed.group_by(*[key.alias(name) for name, key in keys.items()], code=_REASON)
        counts = groups.agg(people=pl.len().cast(pl.Int64)).collect(engine="streaming")
        numbers = {
            code: self.cells.numbered(columns.reason(code).grounds)
            for code in counts["code"].unique().sort()
        }
        number = pl.col("code").replace_strict(numbers, return_dtype=pl.Int64)
        return counts.with_columns(month=month.first_day, grounds=number).select(
            pl.col(name).cast(kind) for name, kind in self.cells.schema(*BENEFITS).items()
        )

    @property
    def _scheme(self) -> Scheme | None:
        """The scheme without its criteria, on which no benefit depends."""
        scheme = self.cells.scheme
        return None if scheme is None else evolve(scheme, rules=())


def _with_children(frame: pl.LazyFrame) -> pl.LazyFrame:
    """A register that states children for everybody, and whether it did before."""
    if "children" not in frame.collect_schema():
        one = pl.lit(_ONE_CHILD, pl.Int64)
        return frame.with_columns(pl.lit(value=False).alias(_STATED), children=one)
    children = pl.col("children")
    stated = children.is_not_null().alias(_STATED)
    return frame.with_columns(stated, children.fill_null(_ONE_CHILD))


def last_day(month: Month) -> date:
    """The day of a month on which somebody is taken to die: what is due was paid."""
    return (month + 1).first_day - ONE_DAY
