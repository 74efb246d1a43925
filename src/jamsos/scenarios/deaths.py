"""What a death would give the family under each scenario, as a table and in words."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
from attrs import frozen

from jamsos.answers.grounds import Grounds
from jamsos.answers.texts import Text, itemised
from jamsos.registers.progress import watched
from jamsos.scenarios.cells import Cells
from jamsos.scenarios.compared import Compared, Figures, beside_base
from jamsos.scenarios.death_cells import BENEFITS, DeathCells
from jamsos.scenarios.scenario import Scenario

_COUNTS = ("person_months", "undecided")
_AMOUNTS = tuple(f"{name}_{end}" for name in BENEFITS for end in ("least", "most"))


@frozen(kw_only=True, eq=False, repr=False)
class Deaths(Compared):
    """What the death of one person would give the family, by scenario and group.

    Asked for everybody who takes part, for a death on the last day of each month, every
    contribution since the number was issued paid. ``table`` has the rows of
    ``Comparison.table``: ``person_months`` asked about, and of them ``undecided`` some of whose
    cash cannot be told; the least and the most that one family receives in rupiah:
    ``work_death_least``, ``work_death_most`` and ``other_death_...`` the cash,
    ``scholarship_work_death_...`` and ``scholarship_other_death_...`` the statutory maximum of the
    scholarship for the children stated; empty where none of them can be told. Each has its
    difference to the base in ``..._difference``.
    """

    def _said(self, figures: Figures) -> list[Text]:
        texts = [Text("scenario.deaths_asked", {"months": figures["person_months"]})]
        benefits = _benefits(figures)
        if benefits:
            texts.append(Text("scenario.deaths", {"benefits": itemised(benefits)}))
        if figures["undecided"]:
            counts = {"undecided": figures["undecided"]}
            texts.append(Text("scenario.deaths_open", counts))
        return texts

    def _difference(self, figures: Figures) -> Text:
        """What the base gives where it gives something else."""
        of_base: dict[str, int | None] = {}
        for name in BENEFITS:
            ends = (f"{name}_least", f"{name}_most")
            differs = any(figures[f"{end}_difference"] for end in ends)
            for end in ends:
                of_base[end] = figures[end] - figures[f"{end}_difference"] if differs else None
        base = self.base.name
        benefits = _benefits(of_base)
        if not benefits:
            return Text("scenario.deaths_same", {"base": base})
        return Text("scenario.deaths_base", {"base": base, "benefits": itemised(benefits)})

    @property
    def _title(self) -> Text:
        return Text("scenario.deaths_title")


def deaths_of(scenarios: Sequence[Scenario], by: tuple[str, ...]) -> Deaths:
    """What a death would give under scenarios, the base first."""
    numbered: list[Grounds] = []
    parts: list[pl.DataFrame] = []
    for scenario in watched(scenarios):
        cells = Cells.of(scenario, by)
        shift = pl.col("grounds") + len(numbered)
        named = pl.lit(scenario.name).alias("scenario")
        parts.append(DeathCells(cells).table().with_columns(named, shift))
        numbered += cells.grounds
    all_cells = pl.concat(parts)
    return Deaths(
        scenarios=tuple(scenarios),
        by=by,
        table=_table(all_cells, scenarios, by),
        cells=all_cells,
        grounds_by_number=numbered,
    )


def _table(cells: pl.DataFrame, scenarios: Sequence[Scenario], by: Sequence[str]) -> pl.DataFrame:
    people = pl.col("people")
    is_open = pl.any_horizontal(pl.col("work_death", "other_death").is_null())
    ends: dict[str, pl.Expr] = {}
    for name in BENEFITS:
        ends[f"{name}_least"] = pl.col(name).min()
        ends[f"{name}_most"] = pl.col(name).max()
    sums = cells.group_by("scenario", *by).agg(
        person_months=people.sum(), undecided=people.filter(is_open).sum(), **ends
    )
    return beside_base(sums, scenarios, by, _COUNTS, _AMOUNTS)


def _benefits(figures: Mapping[str, Any]) -> list[Text]:
    """What one family receives, benefit by benefit; nothing of those that cannot be told."""
    texts: list[Text] = []
    for name in BENEFITS:
        least, most = figures[f"{name}_least"], figures[f"{name}_most"]
        # Without a right to a scholarship there is no most either.
        if most or (most == 0 and not name.startswith("scholarship")):
            amount = Text("register.amount", {"amount": most})
            if least != most:
                amount = Text("scenario.range", {"least": least, "most": most})
            texts.append(Text(f"scenario.{name}", {"amount": amount}))
    return texts
