"""The record of work lists that were applied, as data and as people read it."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from attrs import frozen

from jamsos.answers.headings import amounts, names, words
from jamsos.answers.texts import Text, number, say
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page, Row, Section, table
from jamsos.pages.text_form import as_text
from jamsos.registers.fieldwork.outcomes import DONE, LineOutcome
from jamsos.registers.intake.files_shown import refused_lines
from jamsos.registers.intake.register import Register
from jamsos.registers.layout import FILE, column_label
from jamsos.registers.problems import Problem

RECORD: dict[str, Any] = {
    "list": pl.String,
    "line": pl.Int64,
    FILE: pl.String,
    "row": pl.Int64,
    "column": pl.String,
    "before": pl.String,
    "after": pl.String,
    "outcome": pl.Enum(LineOutcome),
    "problem": pl.Enum(Problem),
}
"""What is recorded of each line."""

_SHOWN = ("list", "line", FILE, "row", "column", "outcome", "problem")


@frozen(kw_only=True, eq=False, repr=False)
class AppliedCorrections:
    """The register after its work lists came back, and what became of every line of them."""

    register: Register
    """Checked again; each of its files still adds up."""
    record: pl.DataFrame
    """``list``, ``line``, ``file``, ``row``, ``column``, ``before``, ``after``, ``outcome``, and
    the ``problem`` that remains; a NIK is masked."""
    refused: pl.DataFrame
    """``file`` and ``reason`` of what was no work list, as a register has it."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines had each outcome."""
        counts: dict[str, int] = {}
        for outcome in LineOutcome:
            count = self.record.filter(outcome=str(outcome)).height
            if count:
                counts[str(outcome)] = count
        return counts

    def text(self, lang: str = "id") -> str:
        """The record as plain text."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The record as HTML; every value is escaped."""
        return as_html(self._page(lang))

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.html()

    def _page(self, lang: str) -> Page:
        sections: list[Section] = []
        for section in (self._outcomes(lang), self._open(lang), self._refused(lang)):
            if section.rows:
                sections.append(section)
        title = Text("register.title.returned").say(lang)
        return Page(lang, title=title, sections=tuple(sections))

    def _outcomes(self, lang: str) -> Section:
        lines: list[Row] = []
        for outcome, count in self.counts.items():
            lines.append((_outcome(outcome, lang), number(count, lang)))
        columns = names(Text("heading.finding"), lang), amounts(Text("heading.count"), lang)
        return table(_section("outcomes", lang), columns, lines)

    def _open(self, lang: str) -> Section:
        """The lines about which something is left to do, but for those nobody filled in."""
        closed = [*DONE, LineOutcome.NOT_FILLED]
        is_closed = pl.col("outcome").is_in([str(outcome) for outcome in closed])
        lines: list[Row] = []
        for cells in self.record.filter(~is_closed).select(_SHOWN).iter_rows():
            name, line, file, row, column, outcome, problem = cells
            reason = ""
            if problem is not None:
                reason = Text(f"register.problem.{problem}").say(lang)
            label = say(column_label(column), lang) if column else ""
            places = name, str(line), file, "" if row is None else str(row), label
            lines.append((*places, _outcome(outcome, lang), reason))
        columns = (
            names(Text("heading.workbook"), lang),
            words(Text("heading.line"), lang),
            words(Text("heading.file"), lang),
            words(Text("register.work.row"), lang),
            words(Text("heading.column"), lang),
            words(Text("heading.finding"), lang),
            words(Text("heading.problem"), lang),
        )
        return table(_section("open", lang), columns, lines, names_columns=True)

    def _refused(self, lang: str) -> Section:
        columns = names(Text("heading.file"), lang), words(Text("heading.reason"), lang)
        return table(_section("refused", lang), columns, refused_lines(self.refused, lang))


def _outcome(outcome: str, lang: str) -> str:
    return Text(f"register.returned.{outcome}").say(lang)


def _section(name: str, lang: str) -> str:
    return Text(f"register.section.{name}").say(lang)
