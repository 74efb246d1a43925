"""The sections of the page of an answer, each with its headings."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

from jamsos.answers import headings
from jamsos.answers.grounds import Ground, Grounds, identity
from jamsos.answers.parts import Conditions, Findings, Lines, Note, Possibility, Status, When
from jamsos.answers.shown import (
    condition_row,
    finding_row,
    ground_row,
    line_row,
    note_row,
    possibility_rows,
    shown_money,
)
from jamsos.answers.texts import Text, calendar_day
from jamsos.law.law import Law
from jamsos.pages.page import Column, Figure, Form, Section, table

Marks: TypeAlias = Callable[[Iterable[Ground]], str]
"""How a part points at its grounds."""
Totals: TypeAlias = Sequence[tuple[Text, int | Fraction]]
"""The totals below the lines, with their names."""

_URGENCY = (Status.FAILED, Status.UNKNOWN, Status.MET)


def marks_of(grounds: Grounds) -> Marks:
    """Marks are the numbers of grounds in the list of the whole answer."""
    # A ground has one number wherever it is used.
    numbers = {identity(ground): number for number, ground in enumerate(grounds, 1)}

    def marks(of_part: Iterable[Ground]) -> str:
        used = {numbers[identity(ground)] for ground in of_part}
        return "".join(f"[{number}]" for number in sorted(used))

    return marks


def lines_section(
    lines: Lines, totals: Totals, marks: Marks, lang: str, *, decided: bool
) -> Section:
    """The amounts with their arithmetic, and what they come to."""
    heading = Text("section.lines") if decided else Text("section.lines_so_far")
    columns = (
        headings.names(Text("heading.item"), lang),
        headings.amounts(Text("heading.amount"), lang),
        headings.words(Text("heading.formula"), lang),
        headings.words(Text("heading.party"), lang),
        headings.words(Text("heading.when"), lang),
        headings.marks(lang),
    )
    is_split = any(line.when is When.AFTER_SETTLEMENT for line in lines)
    rows = [line_row(line, marks(line.grounds), lang, is_split=is_split) for line in lines]
    last_rows: list[tuple[str, ...]] = []
    for name, amount in totals:
        last_rows.append((name.say(lang), shown_money(amount, lang), "", "", "", ""))
    return table(heading.say(lang), columns, rows, last_rows)


def figures(totals: Totals, lang: str) -> tuple[Figure, ...]:
    """The totals, to be shown large."""
    return tuple(Figure(name.say(lang), shown_money(amount, lang)) for name, amount in totals)


def possibilities_section(possibilities: Sequence[Possibility], marks: Marks, lang: str) -> Section:
    """What the missing facts would give."""
    columns = (
        headings.names(Text("heading.if"), lang),
        headings.amounts(Text("heading.amount"), lang),
        headings.marks(lang),
    )
    rows = possibility_rows(possibilities, marks, lang)
    return table(Text("section.possibilities").say(lang), columns, rows)


def findings_section(findings: Findings, marks: Marks, lang: str) -> Section:
    """What was found out."""
    columns = (
        headings.names(Text("heading.finding"), lang),
        headings.words(Text("heading.value"), lang),
        headings.marks(lang),
    )
    rows = [finding_row(finding, marks(finding.grounds), lang) for finding in findings]
    return table(Text("section.findings").say(lang), columns, rows)


def conditions_section(conditions: Conditions, marks: Marks, lang: str) -> Section:
    """What had to hold, and whether it did: first what fails, then what is not known."""
    columns = (
        headings.words(Text("heading.status"), lang),
        headings.names(Text("heading.condition"), lang),
        headings.marks(lang),
    )
    ordered = sorted(conditions, key=lambda condition: _URGENCY.index(condition.status))
    rows = [condition_row(condition, marks(condition.grounds), lang) for condition in ordered]
    return table(Text("section.conditions").say(lang), columns, rows)


def notes_sections(notes: Iterable[Note], marks: Marks, lang: str) -> tuple[Section, Section]:
    """The warnings, and the other remarks."""
    warnings: list[tuple[str, ...]] = []
    remarks: list[tuple[str, ...]] = []
    for note in notes:
        row = note_row(note, marks(note.grounds), lang)
        if note.warning:
            warnings.append(row)
        else:
            remarks.append(row)
    return (
        Section(Text("section.warnings").say(lang), tuple(warnings), form=Form.WARNINGS),
        Section(Text("section.notes").say(lang), tuple(remarks), form=Form.POINTS),
    )


def grounds_section(grounds: Grounds, lang: str) -> Section:
    """The grounds, each with the number the marks name."""
    rows = [ground_row(number, ground, lang) for number, ground in enumerate(grounds, 1)]
    return Section(Text("section.grounds").say(lang), tuple(rows), form=Form.GROUNDS)


def law_section(law: Law, lang: str) -> Section:
    """Under which law, and up to which day it is known."""
    columns: tuple[Column, ...] = (
        headings.words(Text("heading.version"), lang),
        headings.words(Text("heading.known_until"), lang),
    )
    row: tuple[str, ...] = law.version, calendar_day(law.known_until, lang)
    if law.what_ifs:
        columns = (*columns, headings.words(Text("heading.what_if"), lang))
        row = (*row, ", ".join(one.name.say(lang) for one in law.what_ifs))
    heading = Text("section.law").say(lang)
    return Section(heading, (row,), columns, form=Form.FOOT, names_columns=True)
