"""A page as HTML: without scripts or outside requests, in the colours of the page around it."""

import re
from functools import cache
from html import escape
from typing import TypeAlias
from zlib import crc32

from jamsos.pages.page import Column, Figure, Form, Kind, Page, Row, Section

Columns: TypeAlias = tuple[Column, ...]

_MARK = re.compile(r"\[(\d+)\]")

_MANY_COLUMNS = 4
"""From so many columns on each cell of a row has its own line on a phone, behind its heading."""
_LONGEST_HEADLINE = 180
"""A first sentence with more characters is too long to be read in large letters."""
_LONG_RUN = 3
"""From so many grounds in a row on their first and last marks are enough."""


def as_html(page: Page) -> str:
    """Lay out a page as HTML; every value is escaped.

    Marks link to the grounds of the same page. Pages that differ share no id; two that are equal
    do, and their marks lead to equal grounds.
    """
    anchor = _anchor(page)
    parts = [f'<div class="jamsos" lang="{escape(page.lang)}">', f"<style>{_style()}</style>"]
    parts.append(f"<h3>{escape(page.title)}</h3>")
    parts += _opening(page)
    parts += [_section(section, anchor) for section in page.sections]
    parts.append("</div>")
    return "".join(parts)


def _anchor(page: Page) -> str:
    """How the ids of a page begin: by what it says, so that the same page is always the same."""
    return f"jamsos-{crc32(repr(page).encode()):08x}"


@cache
def _style() -> str:
    from importlib.resources import files  # noqa: PLC0415 - only when a page is shown

    style = files("jamsos.pages").joinpath("page.css").read_text("utf-8")
    return " ".join(style.split())


def _opening(page: Page) -> list[str]:
    """What is read first: the outcome, the figures, and the result in a few sentences."""
    parts: list[str] = []
    if page.outcome:
        parts.append(_outcome(page))
    if page.figures:
        figures = "".join(_figure(figure) for figure in page.figures)
        parts.append(f"<dl>{figures}</dl>")
    sentences = list(page.sentences)
    if sentences and not parts and len(sentences[0]) <= _LONGEST_HEADLINE:
        headline = sentences.pop(0)
        parts.append(_paragraph("outcome", headline))
    if sentences:
        parts.append(_paragraph("sentence", " ".join(sentences)))
    return parts


def _outcome(page: Page) -> str:
    outcome = _paragraph("outcome", page.outcome)
    if not page.needs:
        return outcome
    needs = "".join(_point(("?", need), "") for need in page.needs)
    return f'<div class="open">{outcome}<ul>{needs}</ul></div>'


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escape(text)}</p>'


def _figure(figure: Figure) -> str:
    return f"<div><dt>{escape(figure.name)}</dt><dd>{escape(figure.value)}</dd></div>"


def _section(section: Section, anchor: str) -> str:
    if section.form is Form.TABLE:
        return _table(section, anchor)
    if section.form is Form.GROUNDS:
        return _grounds(section, anchor)
    if section.form is Form.FOOT:
        return _foot(section)
    return _points(section, anchor)


def _grounds(section: Section, anchor: str) -> str:
    items: list[str] = []
    for mark, text in section.rows:
        number = mark.strip("[]")
        sign = f'<span class="sign">{escape(mark)}</span>'
        items.append(f'<li id="{anchor}-{number}">{sign}<span>{escape(text)}</span></li>')
    summary = f"{escape(section.heading)} ({len(items)})"
    return f"<details><summary>{summary}</summary><ol>{''.join(items)}</ol></details>"


def _foot(section: Section) -> str:
    words: list[str] = []
    for row in section.rows:
        for column, text in zip(section.columns, row, strict=True):
            words.append(f"{column.heading} {text}")
    return _paragraph("foot", f"{section.heading}: {', '.join(words)}")


def _points(section: Section, anchor: str) -> str:
    items = "".join(_point(row, anchor) for row in section.rows)
    points = f"<h4>{escape(section.heading)}</h4><ul>{items}</ul>"
    if section.form is Form.WARNINGS:
        return f'<div class="warnings">{points}</div>'
    return points


def _point(row: Row, anchor: str) -> str:
    sign, text, *marks = row
    words = [escape(text), *(_links(mark, anchor) for mark in marks)]
    return f'<li><span class="sign">{escape(sign)}</span><span>{" ".join(words)}</span></li>'


def _links(marks: str, anchor: str) -> str:
    """Marks as links to the grounds of the page, a long run of them as its first and last."""
    links: list[str] = []
    for run in _runs(marks):
        linked = [_link(number, anchor) for number in run]
        if len(run) >= _LONG_RUN:
            linked = [f"<span>{linked[0]}-{linked[-1]}</span>"]
        links.extend(linked)
    return f'<span class="marks">{" ".join(links)}</span>'


def _runs(marks: str) -> list[list[int]]:
    """The numbers of marks, those that follow each other together.

    >>> _runs("[1][2][3][7]")
    [[1, 2, 3], [7]]
    """
    runs: list[list[int]] = []
    for mark in _MARK.findall(marks):
        number = int(mark)
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _link(number: int, anchor: str) -> str:
    return f'<a href="#{anchor}-{number}">[{number}]</a>'


def _table(section: Section, anchor: str) -> str:
    columns = section.columns
    head = "".join(_heading(column) for column in columns)
    body = "".join(_row(row, columns, anchor) for row in section.rows)
    foot = "".join(_row(row, columns, anchor) for row in section.totals)
    parts = [
        f'<table class="{_class_of(columns)}">',
        f"<caption><h4>{escape(section.heading)}</h4></caption>",
        f"<thead><tr>{head}</tr></thead>",
        f"<tbody>{body}</tbody>",
    ]
    if foot:
        parts.append(f"<tfoot>{foot}</tfoot>")
    parts.append("</table>")
    return "".join(parts)


def _class_of(columns: Columns) -> str:
    """How the rows of a table are laid out on a phone."""
    kinds = [column.kind for column in columns]
    classes = ["many" if len(columns) >= _MANY_COLUMNS else "few"]
    if kinds.count(Kind.AMOUNT) >= _MANY_COLUMNS:
        classes.append("figures")
    if _is_priced(columns):
        classes.append("priced")
    if kinds[0] is not Kind.NAME:
        classes.append("stated")
    return " ".join(classes)


def _is_priced(columns: Columns) -> bool:
    """Whether the one amount of each row stands behind its name, where it needs no label."""
    kinds = [column.kind for column in columns]
    return kinds[:2] == [Kind.NAME, Kind.AMOUNT] and kinds.count(Kind.AMOUNT) == 1


def _heading(column: Column) -> str:
    kind = ' class="amount"' if column.kind is Kind.AMOUNT else ""
    return f'<th scope="col"{kind}>{escape(column.heading)}</th>'


def _row(row: Row, columns: Columns, anchor: str) -> str:
    is_priced = _is_priced(columns)
    cells: list[str] = []
    for text, column in zip(row, columns, strict=True):
        has_label = not (is_priced and column.kind is Kind.AMOUNT)
        cells.append(_cell(text, column, anchor, has_label=has_label))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, column: Column, anchor: str, *, has_label: bool) -> str:
    if not text:
        # A cell with nothing in it takes no room on a phone.
        return "<td></td>"
    if column.kind is Kind.NAME:
        return f'<th scope="row">{escape(text)}</th>'
    label = f' data-heading="{escape(column.heading)}"' if has_label else ""
    if column.kind is Kind.MARKS:
        return f'<td class="grounds"{label}>{_links(text, anchor)}</td>'
    kind = ' class="amount"' if column.kind is Kind.AMOUNT else ""
    return f"<td{kind}{label}><span>{escape(text)}</span></td>"
