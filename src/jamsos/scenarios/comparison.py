"""Scenarios side by side: a table with the differences to the base, and why they differ."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import polars as pl
from attrs import frozen

from jamsos.answers.grounds import Grounds
from jamsos.answers.texts import Text
from jamsos.errors import InputError, name_meant
from jamsos.registers.polars_frames import refuse_identities
from jamsos.registers.progress import watched
from jamsos.registers.summing.summary import group_names
from jamsos.scenarios.cells import KEYS, SUMS, Cells
from jamsos.scenarios.compared import Compared, Figures, beside_base
from jamsos.scenarios.deaths import Deaths, deaths_of
from jamsos.scenarios.scenario import Scenario
from jamsos.values.plain import checked_kind, checked_tuple

MEASURES = ("people", *SUMS)


@frozen(kw_only=True, eq=False, repr=False)
class Comparison(Compared):
    """What scenarios come to, the base first.

    ``table`` has one row a scenario and group, in the order of the scenarios: ``people``, the most
    in any month; ``person_months`` with a price, ``unpriced`` without one, ``left_out`` of people
    who may not be enrolled; ``jkk``, ``jkm``, ``jht``, ``premium`` and ``relief`` in rupiah; each
    with its difference to the base in ``..._difference``. ``what_if`` marks what is supposed.
    """

    @cached_property
    def deaths(self) -> Deaths:
        """What a death in each of the months would give the family, by the same groups.

        Worked out when it is first asked for.
        """
        return deaths_of(self.scenarios, self.by)

    def _said(self, figures: Figures) -> list[Text]:
        texts = [_sums(figures)]
        if figures["unpriced"] or figures["left_out"]:
            counts = {"unpriced": figures["unpriced"], "left_out": figures["left_out"]}
            texts.append(Text("scenario.open", counts))
        return texts

    def _difference(self, figures: Figures) -> Text:
        base = self.base.name
        amount = figures["premium_difference"]
        if amount > 0:
            return Text("scenario.more", {"amount": amount, "base": base})
        if amount < 0:
            return Text("scenario.less", {"amount": -amount, "base": base})
        return Text("scenario.same", {"base": base})

    @property
    def _title(self) -> Text:
        return Text("scenario.title")


def compare(base: Scenario, *alternatives: Scenario, by: str | Sequence[str] = ()) -> Comparison:
    """What a base and its alternatives come to, and how they differ.

    Registers are priced by their columns, groups by the single worker of each. Every row of the
    base stands in each alternative too, so that differences add up.

    Legal source: as :func:`jamsos.premium` and :func:`jamsos.may_enrol`.

    Args:
        base: The scenario the others are compared with.
        alternatives: The others, each with a name of its own.
        by: Some of month, year, kecamatan, village, category and payer; ``()`` for the whole.

    Raises:
        InputError: for two scenarios of one name, or another column.
        OutsideLawError: for a month before July 2015.

    """
    scenarios = _checked(base, alternatives)
    names = _checked_by(by)
    numbered: list[Grounds] = []
    parts: list[pl.DataFrame] = []
    for scenario in watched(scenarios):
        cells = Cells.of(scenario, names)
        shift = pl.col("grounds") + len(numbered)
        named = pl.lit(scenario.name).alias("scenario")
        parts.append(cells.table().with_columns(named, shift))
        numbered += cells.grounds
    all_cells = pl.concat(parts)
    refuse_identities(all_cells.select(names).unique())
    return Comparison(
        scenarios=scenarios,
        by=names,
        table=_table(all_cells, scenarios, names),
        cells=all_cells,
        grounds_by_number=numbered,
    )


def _checked(base: object, alternatives: object) -> tuple[Scenario, ...]:
    step = "build it with jamsos.scenarios.Scenario(...)"
    first = checked_kind(Scenario, base, "base", step)
    others = checked_tuple(Scenario, alternatives, "alternatives", step)
    scenarios = (first, *others)
    counts = Counter(one.name for one in scenarios)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise InputError("alternatives", twice, "each name once", "name them differently")
    return scenarios


def _checked_by(by: object) -> tuple[str, ...]:
    names = group_names(by)
    for name in names:
        if name not in KEYS:
            raise InputError("by", name, f"some of {list(KEYS)}", name_meant(name, KEYS))
    if len(set(names)) != len(names):
        raise InputError("by", list(names), "each column once", "leave out the second")
    return names


def _table(cells: pl.DataFrame, scenarios: Sequence[Scenario], by: Sequence[str]) -> pl.DataFrame:
    """The sums of the cells by scenario and group, and their differences to the base."""
    keys = ["scenario", *by]
    monthly = cells.group_by(*dict.fromkeys([*keys, "month"])).agg(pl.col(*MEASURES).sum())
    sums = monthly.group_by(keys).agg(pl.col("people").max(), pl.col(*SUMS).sum())
    return beside_base(sums, scenarios, by, MEASURES)


def _sums(figures: Figures) -> Text:
    return Text(
        "scenario.sums",
        {
            "people": figures["people"],
            "months": figures["person_months"],
            "premium": figures["premium"],
            "jkk": figures["jkk"],
            "jkm": figures["jkm"],
            "jht": figures["jht"],
            "relief": figures["relief"],
        },
    )
