"""A summary as a page: the first groups, and the sums of the whole."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import polars as pl

from jamsos.answers.headings import amounts, names
from jamsos.answers.texts import Text, listed, number, rupiah, say
from jamsos.errors import masked_in
from jamsos.pages.page import Column, Figure, Kind, Page, Row, Section, table
from jamsos.registers.layout import column_label
from jamsos.registers.summing.labels import value_label

_MOST_GROUPS = 30
"""The groups a page shows."""

_MONEY = {
    "premium_jkk": Text("register.column.premium_jkk"),
    "premium_jkm": Text("register.column.premium_jkm"),
    "premium_jht": Text("register.column.premium_jht"),
    "premium": Text("register.sum.premium"),
    "premium_relieved": Text("register.sum.premium_relieved"),
    "premium_full": Text("register.sum.premium_full"),
}
_COUNTS = {
    "people": Text("register.sum.people"),
    "enrolled": Text("register.sum.enrolled"),
    "eligible": Text("register.sum.eligible"),
    "not_eligible": Text("register.plan_not_eligible"),
    "undecided": Text("register.plan_undecided"),
    "unpriced": Text("register.plan_unpriced"),
}
_SUMS = _COUNTS | _MONEY
"""The columns of a summary in words; people priced and their months follow from the others."""

Sums: TypeAlias = Mapping[str, int | None]
"""Numbers of people, months and rupiah, by the names of their columns."""


def summary_page(
    by: Sequence[str], months: int | None, groups: pl.DataFrame, total: Sums, lang: str
) -> Page:
    """The page of a summary; it says how many groups it shows."""
    section = _whole_section(total, lang)
    if by:
        section = _groups_section(by, groups, total, lang)
    return Page(
        lang=lang,
        title=_title(by).say(lang),
        figures=_figures(total, lang),
        sentences=_sentences(months, lang),
        sections=(section,),
    )


def _title(by: Sequence[str]) -> Text:
    if not by:
        return Text("register.sum.whole")
    columns = listed([column_label(name) for name in by])
    return Text("register.sum.title", {"columns": columns})


def _figures(total: Sums, lang: str) -> tuple[Figure, ...]:
    """The people and what they cost, as far as the register states it."""
    figures: list[Figure] = []
    for name in ("people", "premium"):
        cell = _cell(name, total[name], lang)
        if cell:
            figures.append(Figure(_SUMS[name].say(lang), cell))
    return tuple(figures)


def _sentences(months: int | None, lang: str) -> tuple[str, ...]:
    if months is None:
        return ()
    return (Text("register.sum.for_months", {"months": months}).say(lang),)


def _whole_section(total: Sums, lang: str) -> Section:
    """The sums of a summary without groups, one below the other."""
    columns = names(Text("heading.item"), lang), amounts(Text("heading.amount"), lang)
    rows: list[Row] = []
    for name in _telling(total):
        rows.append((_SUMS[name].say(lang), _cell(name, total[name], lang)))
    return table(Text("section.findings").say(lang), columns, rows)


def _groups_section(by: Sequence[str], groups: pl.DataFrame, total: Sums, lang: str) -> Section:
    """The first groups, and the whole below them."""
    sums = _telling(total)
    columns: list[Column] = []
    for name in by:
        columns.append(Column(say(column_label(name), lang), Kind.NAME))
    for name in sums:
        columns.append(amounts(_SUMS[name], lang))
    shown = groups.head(_MOST_GROUPS)
    rows: list[Row] = []
    for group in shown.iter_rows(named=True):
        group_names = [_group_name(name, group[name], lang) for name in by]
        rows.append((*group_names, *_cells(sums, group, lang)))
    others = [""] * (len(by) - 1)
    last_row = (Text("section.total").say(lang), *others, *_cells(sums, total, lang))
    counts = {"shown": shown.height, "groups": groups.height}
    heading = Text("register.sum.groups", counts).say(lang)
    return table(heading, columns, rows, [last_row])


def _group_name(column: str, value: str, lang: str) -> str:
    # Any column may be a group: what looks like an identity number is masked.
    return say(value_label(column, masked_in(value)), lang)


def _telling(total: Sums) -> list[str]:
    """The sums that say something: not those the register does not state, or where all is 0."""
    telling = [name for name in _SUMS if total[name]]
    # Without a relief the full contribution is the one to pay.
    if total["premium_full"] == total["premium"] and total["premium"]:
        telling.remove("premium_full")
    return telling


def _cells(sums: Iterable[str], group: Mapping[str, Any], lang: str) -> list[str]:
    return [_cell(name, group[name], lang) for name in sums]


def _cell(name: str, count: int | None, lang: str) -> str:
    """A number of people or months, or rupiah; nothing where it is not known."""
    if count is None:
        return ""
    if name in _MONEY:
        return rupiah(count, lang)
    return number(count, lang)
