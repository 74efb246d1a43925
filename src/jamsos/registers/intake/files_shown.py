"""The files of a folder as people read them: each with its rows, and those that were not read."""

import polars as pl

from jamsos.answers.headings import amounts, names, words
from jamsos.answers.texts import Text, number
from jamsos.pages.page import Row, Section, table
from jamsos.registers.intake.files import Files
from jamsos.registers.layout import FILE, SHEET

_FILE = Text("heading.file")
_COUNTS = ("rows", "accepted", "to_check", "rejected")
_OTHERS = "not_people"


def files_shown(files: Files, by_file: pl.DataFrame, lang: str) -> tuple[Section, ...]:
    """The sections on the files; a section without lines is none."""
    reason = words(Text("heading.reason"), lang)
    columns = [names(_FILE, lang), words(Text("register.file.sheet"), lang)]
    counts = _counts(by_file)
    for count in counts:
        heading = Text(f"register.count.{count}")
        columns.append(amounts(heading, lang))
    lines = _count_lines(by_file, counts, lang)
    totals = [_total(by_file, counts, lang)] if lines else []
    refused = refused_lines(files.refused, lang)
    left_out = [
        (place_shown(file, sheet), Text(f"register.left_out.{why}").say(lang))
        for file, sheet, why in files.left_out.iter_rows()
    ]
    file_column = names(_FILE, lang)
    return (
        table(_heading("files", lang), columns, lines, totals, names_columns=True),
        table(_heading("refused", lang), (file_column, reason), refused),
        table(_heading("left_out", lang), (file_column, reason), left_out),
    )


def refused_lines(refused: pl.DataFrame, lang: str) -> list[Row]:
    """What was refused, each with the reason for whoever sent it."""
    lines: list[Row] = []
    for file, sheet, reason in refused.select(FILE, SHEET, f"reason_{lang}").iter_rows():
        lines.append((place_shown(file, sheet), reason))
    return lines


def place_shown(file: str, sheet: str) -> str:
    """A file, and which of its sheets is meant."""
    return f"{file}, {sheet}" if sheet else file


def _heading(section: str, lang: str) -> str:
    return Text(f"register.section.{section}").say(lang)


def _counts(by_file: pl.DataFrame) -> list[str]:
    """The counts that are shown; files that hold nothing but people need no word about it."""
    counts: list[str] = [*_COUNTS]
    if not by_file.is_empty() and by_file[_OTHERS].max() != 0:
        counts.append(_OTHERS)
    return counts


def _count_lines(by_file: pl.DataFrame, shown: list[str], lang: str) -> list[Row]:
    lines: list[Row] = []
    if by_file.is_empty():
        return lines
    for file, sheet, *counts in by_file.select(FILE, SHEET, *shown).iter_rows():
        figures = [number(count, lang) for count in counts]
        lines.append((file, sheet, *figures))
    return lines


def _total(by_file: pl.DataFrame, shown: list[str], lang: str) -> Row:
    figures = [number(by_file[count].sum(), lang) for count in shown]
    return (Text("register.files.together").say(lang), "", *figures)
