"""A comparison as a page: its first rows in words, and why they differ from the base."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from jamsos.answers.texts import Text, number, rupiah
from jamsos.pages.page import Column, Form, Kind, Page, Row, Section, table
from jamsos.registers.polars_frames import MARK
from jamsos.scenarios.labels import heading, value

_MOST_ROWS = 40
"""The rows a page shows."""
_MOST_REASONS = 10
"""The rows whose differences a page explains."""
_NAMES: Mapping[str, Text] = {
    "people": Text("register.sum.people"),
    "person_months": Text("scenario.person_months"),
    "unpriced": Text("scenario.unpriced"),
    "left_out": Text("scenario.left_out"),
    "undecided": Text("scenario.undecided"),
    "jkk": Text("register.column.premium_jkk"),
    "jkm": Text("register.column.premium_jkm"),
    "jht": Text("register.column.premium_jht"),
    "premium": Text("register.sum.premium"),
    "premium_difference": Text("scenario.difference"),
    "relief": Text("register.sum.premium_relieved"),
    "work_death_least": Text("scenario.work_death_least"),
    "work_death_most": Text("scenario.work_death_most"),
    "other_death_least": Text("scenario.other_death_least"),
    "other_death_most": Text("scenario.other_death_most"),
    "scholarship_work_death_most": Text("scenario.scholarship_work_death_most"),
    "scholarship_other_death_most": Text("scenario.scholarship_other_death_most"),
}
_COUNTS = {"people", "person_months", "unpriced", "left_out", "undecided"}


def explained(height: int, of_base: int) -> range:
    """The rows of alternatives that a page explains, the first of them."""
    return range(of_base, min(height, of_base + _MOST_REASONS))


def page_of(
    title: Text, by: Sequence[str], of_all: pl.DataFrame, reasons: Sequence[str], lang: str
) -> Page:
    """The page of a comparison; it says how many rows it shows.

    Args:
        title: What it is called.
        by: What its groups are by.
        of_all: The table of the comparison.
        reasons: Why its first rows differ from the base, in words.
        lang: The language of the page.

    """
    rows = of_all.head(_MOST_ROWS)
    counts = {"shown": rows.height, "rows": of_all.height}
    figures = [name for name in _NAMES if _tells(of_all, name)]
    columns = [Column(Text("scenario.scenario").say(lang), Kind.NAME)]
    columns += [Column(heading(name, lang), Kind.NAME) for name in by]
    columns += [Column(_NAMES[name].say(lang), Kind.AMOUNT) for name in figures]
    columns += [Column(Text("heading.what_if").say(lang))]
    cells: list[Row] = []
    for row in rows.iter_rows(named=True):
        groups = [value(name, row, lang) for name in by]
        amounts = [_cell(name, row[name], lang) for name in figures]
        cells.append((row["scenario"], *groups, *amounts, row.get(MARK) or ""))
    sections = [table(Text("scenario.rows", counts).say(lang), columns, cells, names_columns=True)]
    if reasons:
        points = tuple(("-", reason) for reason in reasons)
        sections.append(Section(Text("scenario.why").say(lang), points, form=Form.POINTS))
    return Page(lang=lang, title=title.say(lang), sections=tuple(sections))


def _tells(rows: pl.DataFrame, name: str) -> bool:
    """Whether a column says something: one that is 0 or empty throughout does not."""
    return name in rows.columns and bool((rows[name] != 0).any())


def _cell(name: str, count: Any, lang: str) -> str:
    """A number of people or months, or rupiah; nothing where it is not known."""
    if count is None:
        return ""
    if name in _COUNTS:
        return number(count, lang)
    sign = "-" if count < 0 else ""
    return f"{sign}{rupiah(abs(count), lang)}"
