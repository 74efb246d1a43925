"""What reading or checking a register came to, as people read it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

import polars as pl
from attrs import field, frozen

from jamsos.answers.headings import amounts, names, words
from jamsos.answers.texts import LOCALES, Text, number, say
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page, Row, Section, table
from jamsos.pages.text_form import as_text
from jamsos.registers.intake.files import Files
from jamsos.registers.intake.files_shown import files_shown, place_shown
from jamsos.registers.intake.heading_terms import Untaken
from jamsos.registers.layout import FILE, FILE_ROW, NAMED, ROW, SHEET, column_label
from jamsos.registers.problems import Problem

Lines: TypeAlias = list[Row]

_MOST_ROWS = 100
"""The rows of nobody a report shows one by one; the frame holds them all."""
_COLUMN = Text("heading.column")
_COUNT = Text("heading.count")
_HEADING = Text("heading.heading")


@frozen(kw_only=True, eq=False, repr=False)
class Report:
    """The counts of a register, in words.

    ``str(report)`` is Indonesian, ``report.text("en")`` English; a notebook shows HTML.
    """

    title: str
    counts: Mapping[str, int]
    """The rows, and how many of them went where."""
    problems: pl.DataFrame
    """``column``, ``problem``, ``reaction``, ``count``."""
    repairs: pl.DataFrame
    """``column``, ``repair``, ``count``."""
    metadata: Mapping[str, str]
    """What the file was: its kind, encoding, separator or sheet, and its empty rows."""
    headings: Mapping[str, str]
    """The columns and how the file headed them."""
    not_people: pl.DataFrame
    """``source_row``, ``kind``, ``text``: the rows that are nobody."""
    untaken: tuple[Untaken, ...] = ()
    """The headings that seem to name a column and are not taken for it, and why."""
    files: Files = field(factory=Files)
    """What became of each file of a folder."""
    by_file: pl.DataFrame = field(factory=pl.DataFrame)
    """The rows of each file, as the register has them."""

    @classmethod
    def of(
        cls,
        title: str,
        counts: Mapping[str, int],
        problems: pl.DataFrame,
        repairs: pl.DataFrame,
        metadata: Mapping[str, str],
        headings: Mapping[str, str],
        not_people: pl.DataFrame,
        *,
        untaken: Sequence[Untaken] = (),
        files: Files,
        by_file: pl.DataFrame,
    ) -> "Report":
        """Count problems and repairs by column and kind."""
        return cls(
            title=title,
            counts=counts,
            problems=_counted(problems, "column", "problem", "reaction"),
            repairs=_counted(repairs, "column", "repair"),
            metadata=metadata,
            headings=headings,
            not_people=not_people,
            untaken=tuple(untaken),
            files=files,
            by_file=by_file,
        )

    @property
    def unknown_headings(self) -> tuple[str, ...]:
        """The headings the layout does not know; their columns are kept."""
        unknown = [name for name in self.headings if name not in NAMED]
        return tuple(unknown)

    def text(self, lang: str = "id") -> str:
        """The report as plain text."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The report as HTML; every value is escaped."""
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        sections: list[Section] = []
        for section in self._sections(lang):
            if section.rows:
                sections.append(section)
        return Page(lang, title=_said("title", self.title, lang), sections=tuple(sections))

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.html()

    def _sections(self, lang: str) -> tuple[Section, ...]:
        rows_columns = names(Text("heading.rows"), lang), amounts(_COUNT, lang)
        file_columns = names(Text("heading.fact"), lang), words(Text("heading.value"), lang)
        heading_columns = names(_HEADING, lang), words(_COLUMN, lang)
        problem_columns = (
            names(_COLUMN, lang),
            amounts(_COUNT, lang),
            words(Text("heading.reaction"), lang),
            words(Text("heading.problem"), lang),
            words(Text("heading.advice"), lang),
        )
        repair_columns = (
            names(_COLUMN, lang),
            amounts(_COUNT, lang),
            words(Text("heading.form"), lang),
        )
        untaken_columns = names(_HEADING, lang), words(Text("heading.reason"), lang)
        unknown_columns = (names(_HEADING, lang),)
        other_columns = (
            *([names(Text("heading.file"), lang)] if self._has_files else []),
            amounts(Text("heading.row"), lang),
            words(Text("heading.row_kind"), lang),
            words(Text("heading.text"), lang),
        )
        unknown = [(heading,) for heading in self.unknown_headings]
        problems = _said("section", "problems", lang)
        repairs = _said("section", "repairs", lang)
        return (
            table(_said("section", "rows", lang), rows_columns, self._count_lines(lang)),
            table(_said("section", "file", lang), file_columns, self._file_lines(lang)),
            *files_shown(self.files, self.by_file, lang),
            table(_said("section", "headings", lang), heading_columns, self._heading_lines(lang)),
            table(_said("section", "untaken", lang), untaken_columns, self._untaken_lines(lang)),
            table(_said("section", "unknown", lang), unknown_columns, unknown),
            table(_said("section", "not_people", lang), other_columns, self._other_lines(lang)),
            table(problems, problem_columns, self._problem_lines(lang), names_columns=True),
            table(repairs, repair_columns, self._repair_lines(lang), names_columns=True),
        )

    def _count_lines(self, lang: str) -> Lines:
        lines: Lines = []
        for name, count in self.counts.items():
            label = _said("count", name, lang)
            lines.append((label, number(count, lang)))
        return lines

    def _file_lines(self, lang: str) -> Lines:
        lines: Lines = []
        for name, value in self.metadata.items():
            label = _said("file", name, lang)
            lines.append((label, value))
        return lines

    def _heading_lines(self, lang: str) -> Lines:
        """How the file headed the columns of the layout."""
        lines: Lines = []
        for name, heading in self.headings.items():
            if name in NAMED:
                label = say(column_label(name), lang)
                lines.append((heading, label))
        return lines

    def _other_lines(self, lang: str) -> Lines:
        lines: Lines = []
        # A row of several files is found by its file and its row there.
        place = [FILE, SHEET, FILE_ROW] if self._has_files else [ROW]
        shown_rows = self.not_people.head(_MOST_ROWS).select(*place, "kind", "text")
        for *file, row, kind, text in shown_rows.iter_rows():
            said = _said("row_kind", kind, lang)
            lines.append((*self._place(file), number(row, lang), said, text))
        others = self.not_people.height - _MOST_ROWS
        if others > 0:
            more = Text("register.row_kind.more", {"count": others}).say(lang)
            blanks = [""] * int(self._has_files)
            lines.append(("...", *blanks, more, ""))
        return lines

    def _place(self, file: Sequence[str]) -> Sequence[str]:
        """The file of a row, and its sheet where a file has several; nothing where it has none."""
        if self.files.has_several_sheets:
            return [place_shown(*file)]
        return file[:1]

    @property
    def _has_files(self) -> bool:
        """Whether the rows name the files they were read from."""
        return FILE in self.not_people.columns

    def _untaken_lines(self, lang: str) -> Lines:
        """The headings that are not taken for what they seem to say, and why."""
        lines: Lines = []
        for one in self.untaken:
            places = {"column": column_label(one.column), "words": one.words}
            reason = Text(f"register.untaken.{one.why}", places)
            lines.append((one.heading, reason.say(lang)))
        return lines

    def _problem_lines(self, lang: str) -> Lines:
        lines: Lines = []
        for column, problem, reaction, count in self.problems.iter_rows():
            label = say(column_label(column), lang)
            cells = number(count, lang)
            effect = _said("reaction", reaction, lang)
            reason = _said("problem", problem, lang)
            step = _said("advice", problem, lang)
            lines.append((label, cells, effect, reason, step))
        return lines

    def _repair_lines(self, lang: str) -> Lines:
        lines: Lines = []
        for column, repair, count in self.repairs.iter_rows():
            label = say(column_label(column), lang)
            cells = number(count, lang)
            effect = _said("repair", repair, lang)
            lines.append((label, cells, effect))
        return lines


def _said(family: str, code: str, lang: str) -> str:
    text = Text(f"register.{family}.{code}")
    return text.say(lang)


def _counted(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    """How often each combination occurs, the most frequent first."""
    count = pl.len().alias("count")
    counts = frame.group_by(names).agg(count)
    # Equal counts follow each other by name, so that a report is the same every time.
    by_name = counts.sort(names)
    return by_name.sort("count", descending=True, maintain_order=True)


def advice(problems: pl.DataFrame) -> pl.DataFrame:
    """The problems with what to do about each, in every language of the library."""
    problem = pl.col("problem")
    columns: list[pl.Expr] = []
    for lang in LOCALES:
        texts = _advice_texts(lang)
        said = problem.replace_strict(texts, return_dtype=pl.Categorical)
        columns.append(said.alias(f"advice_{lang}"))
    return problems.with_columns(columns)


@cache
def _advice_texts(lang: str) -> dict[str, str]:
    """Each problem, and what to do about it, in one language."""
    texts: dict[str, str] = {}
    for problem in Problem:
        reason = _said("problem", problem, lang)
        step = _said("advice", problem, lang)
        texts[str(problem)] = f"{reason}: {step}"
    return texts
