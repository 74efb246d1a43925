"""What comparisons of scenarios share: a row for each scenario and group, its grounds, its page."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import polars as pl
from attrs import field, frozen

from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.answers.hypothetical import mark_of, said_under, said_under_all, supposed_in
from jamsos.answers.texts import Text, itemised
from jamsos.answers.wording import describe
from jamsos.pages.html_form import as_html
from jamsos.registers.polars_frames import MARK
from jamsos.scenarios.labels import group_in_words
from jamsos.scenarios.scenario import Scenario
from jamsos.scenarios.shown import explained, page_of
from jamsos.values.plain import checked_whole

Figures: TypeAlias = Mapping[str, Any]
"""A row of a table by the names of its columns."""


@frozen(kw_only=True, eq=False, repr=False)
class Compared:
    """A table with a row for each scenario and group, and what its figures rest on."""

    scenarios: tuple[Scenario, ...]
    by: tuple[str, ...]
    table: pl.DataFrame
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
        return (*_not_among(own, of_base), *_not_among(of_base, own))

    def explain(self, row: int, lang: str = "id") -> str:
        """A row in words: what it comes to, how it differs from the base, and by which grounds."""
        figures = self._row(row)
        scenario = self._scenario(figures["scenario"])
        words = [scenario.name, *group_in_words(self.by, figures, lang)]
        sentences = [f"{', '.join(words)}:"]
        sentences += [text.say(lang) for text in self._said(figures)]
        if scenario is not self.base:
            sentences.append(self._difference(figures).say(lang))
            sentences += _reasons(self.difference_grounds(row), lang)
        return said_under(scenario.law, " ".join(sentences), lang)

    def html(self, lang: str = "id") -> str:
        """The first rows as an HTML table, and why the scenarios differ; every value escaped."""
        rows_of_base = self.table.height // len(self.scenarios)
        reasons = [self.explain(row, lang) for row in explained(self.table.height, rows_of_base)]
        page = page_of(self._title, self.by, self.table, reasons, lang)
        laws = [one.law for one in self.scenarios]
        return as_html(page._replace(title=said_under_all(laws, page.title, lang)))

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        names = ", ".join(repr(one.name) for one in self.scenarios)
        supposed = supposed_in(*[one.law for one in self.scenarios])
        return f"<{type(self).__name__} of {names}: {self.table.height} rows{supposed}>"

    @abstractmethod
    def _said(self, figures: Figures) -> list[Text]:
        """What a row comes to."""

    @abstractmethod
    def _difference(self, figures: Figures) -> Text:
        """How a row differs from the base."""

    @property
    @abstractmethod
    def _title(self) -> Text:
        """What the page is called."""

    def _row(self, row: int) -> Figures:
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


def beside_base(
    sums: pl.DataFrame,
    scenarios: Sequence[Scenario],
    by: Sequence[str],
    counts: Sequence[str],
    amounts: Sequence[str] = (),
) -> pl.DataFrame:
    """A row for each scenario wherever any has one, and the differences to the base.

    Args:
        sums: The figures of each scenario and group that has any.
        scenarios: The scenarios, the base first.
        by: What the groups are by.
        counts: The columns of which a group without people has 0.
        amounts: The columns of which it has nothing.

    """
    every_row = pl.DataFrame({"scenario": [one.name for one in scenarios]})
    if by:
        groups = sums.select(by).unique().sort(by)
        every_row = every_row.join(groups, how="cross", maintain_order="left_right")
    filled = every_row.join(sums, on=["scenario", *by], how="left", maintain_order="left")
    filled = filled.with_columns(pl.col(*counts).fill_null(0))
    rows_of_base = filled.height // len(scenarios)
    differences: list[pl.Series] = []
    for name in (*counts, *amounts):
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


def _not_among(grounds: Grounds, others: Grounds) -> Grounds:
    """The grounds that are not among others; two that read the same are the same."""
    # A what-if cuts a rule in two: what of it goes on as it was, is no difference.
    known = {describe(ground) for ground in others}
    return tuple(ground for ground in grounds if describe(ground) not in known)


def _reasons(grounds: Grounds, lang: str) -> list[str]:
    """The grounds in which two rows differ, in words."""
    if not grounds:
        return []
    words = [describe(ground, lang) for ground in grounds]
    return [Text("scenario.grounds", {"grounds": itemised(words)}).say(lang)]
