"""Scenarios side by side: a table with the differences to the base, and why they differ."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import polars as pl
from attrs import field, frozen

from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.answers.hypothetical import mark_of, said_under
from jamsos.answers.texts import Text, itemised, say
from jamsos.answers.wording import describe
from jamsos.errors import InputError, name_meant
from jamsos.registers.layout import column_label
from jamsos.registers.polars_frames import MARK, refuse_identities
from jamsos.registers.summing.labels import value_label
from jamsos.registers.summing.summary import group_names
from jamsos.scenarios.cells import KEYS, SUMS, Cells
from jamsos.scenarios.scenario import Scenario
from jamsos.values.plain import checked_kind, checked_tuple, checked_whole

MEASURES = ("people", *SUMS)


@frozen(kw_only=True, eq=False, repr=False)
class Comparison:
    """What scenarios come to, the base first."""

    scenarios: tuple[Scenario, ...]
    by: tuple[str, ...]
    table: pl.DataFrame
    """One row a scenario and group, in the order of the scenarios: ``people``, the most in any
    month; ``person_months`` with a price, ``unpriced`` without one, ``left_out`` of people who may
    not be enrolled; ``jkk``, ``jkm``, ``jht``, ``premium`` and ``relief`` in rupiah; each with its
    difference to the base in ``..._difference``. ``what_if`` marks what is supposed."""
    _cells: pl.DataFrame = field(alias="cells")
    _grounds: Sequence[Grounds] = field(alias="grounds_by_number")

    @property
    def base(self) -> Scenario:
        """The scenario the others are compared with."""
        return self.scenarios[0]

    def grounds(self, row: int) -> Grounds:
        """Everything the figures of a row of the table rest on."""
        return self._of(row, self._row(row)["scenario"])

    def difference_grounds(self, row: int) -> Grounds:
        """What only the scenario of a row rests on, then what only the base does."""
        own = self.grounds(row)
        of_base = self._of(row, self.base.name)
        only_own = [ground for ground in own if ground not in of_base]
        only_base = [ground for ground in of_base if ground not in own]
        return distinct((*only_own, *only_base))

    def explain(self, row: int, lang: str = "id") -> str:
        """A row in words: what it comes to, how it differs from the base, and by which grounds."""
        figures = self._row(row)
        scenario = self._scenario(figures["scenario"])
        sentences = [_where(figures, self.by, lang), _sums(figures).say(lang)]
        if figures["unpriced"] or figures["left_out"]:
            sentences.append(_open(figures).say(lang))
        if scenario is not self.base:
            sentences.append(_difference(figures, self.base.name).say(lang))
            sentences += _reasons(self.difference_grounds(row), lang)
        said = " ".join(sentence for sentence in sentences if sentence)
        return said_under(scenario.law, said, lang)

    def _row(self, row: int) -> dict[str, Any]:
        number = checked_whole(row, "row", 0, self.table.height - 1)
        return self.table.row(number, named=True)

    def _scenario(self, name: str) -> Scenario:
        return next(one for one in self.scenarios if one.name == name)

    def _of(self, row: int, name: str) -> Grounds:
        """The grounds of the cells of a scenario that stand in a row."""
        figures = self._row(row)
        is_there = pl.col("scenario") == name
        for key in self.by:
            is_there &= pl.col(key) == figures[key]
        # A group with nobody in it rests on nothing.
        chosen = self._cells.filter(is_there, pl.col("people") > 0)
        grounds: list[Ground] = []
        numbers: list[int] = chosen["grounds"].unique().sort().to_list()
        for number in numbers:
            grounds.extend(self._grounds[number])
        return distinct(grounds)

    def __repr__(self) -> str:
        names = ", ".join(repr(one.name) for one in self.scenarios)
        return f"<Comparison of {names}: {self.table.height} rows>"


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
    for scenario in scenarios:
        cells = Cells.of(scenario)
        shift = pl.col("grounds") + len(numbered)
        named = pl.lit(scenario.name).alias("scenario")
        parts.append(cells.table().with_columns(named, shift))
        numbered += cells.grounds
    all_cells = pl.concat(parts)
    refuse_identities(all_cells.select("kecamatan", "village"))
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


def _table(cells: pl.DataFrame, scenarios: Sequence[Scenario], by: tuple[str, ...]) -> pl.DataFrame:
    """The sums of each scenario in every group of any, with the differences to the base."""
    keys = ["scenario", *by]
    monthly = cells.group_by(*dict.fromkeys([*keys, "month"])).agg(pl.col(*MEASURES).sum())
    sums = monthly.group_by(keys).agg(pl.col("people").max(), pl.col(*SUMS).sum())
    every_row = pl.DataFrame({"scenario": [one.name for one in scenarios]})
    if by:
        groups = sums.select(by).unique().sort(by)
        every_row = every_row.join(groups, how="cross", maintain_order="left_right")
    filled = every_row.join(sums, on=keys, how="left", maintain_order="left")
    filled = filled.with_columns(pl.col(*MEASURES).fill_null(0))
    rows_of_base = filled.height // len(scenarios)
    differences: list[pl.Series] = []
    for name in MEASURES:
        of_base = pl.concat([filled[name].head(rows_of_base)] * len(scenarios))
        differences.append((filled[name] - of_base).alias(f"{name}_difference"))
    return _marked(filled.with_columns(differences), scenarios)


def _marked(table: pl.DataFrame, scenarios: Sequence[Scenario]) -> pl.DataFrame:
    """The table with what is supposed in the law of each scenario; without, where nothing is."""
    marks = {one.name: mark_of(one.law) or None for one in scenarios}
    if not any(marks.values()):
        return table
    mark = pl.col("scenario").replace_strict(marks, return_dtype=pl.String)
    return table.with_columns(mark.alias(MARK))


def _where(figures: dict[str, Any], by: Sequence[str], lang: str) -> str:
    """Which row it is: the scenario and its group."""
    words = [figures["scenario"]]
    for name in by:
        value = value_label(name, str(figures[name]))
        words.append(f"{say(column_label(name), lang)} {say(value, lang)}")
    return f"{', '.join(words)}:"


def _sums(figures: dict[str, Any]) -> Text:
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


def _open(figures: dict[str, Any]) -> Text:
    counts = {"unpriced": figures["unpriced"], "left_out": figures["left_out"]}
    return Text("scenario.open", counts)


def _difference(figures: dict[str, Any], base: str) -> Text:
    amount = figures["premium_difference"]
    if amount > 0:
        return Text("scenario.more", {"amount": amount, "base": base})
    if amount < 0:
        return Text("scenario.less", {"amount": -amount, "base": base})
    return Text("scenario.same", {"base": base})


def _reasons(grounds: Grounds, lang: str) -> list[str]:
    """The grounds in which two rows differ, in words."""
    if not grounds:
        return []
    words = [describe(ground, lang) for ground in grounds]
    return [Text("scenario.grounds", {"grounds": itemised(words)}).say(lang)]
