"""Tables written from the law data when the pages are built, so that they cannot be out of date."""

import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import ClassVar, TypeAlias

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from jamsos import Absence, Decision, Provision, Source, current
from jamsos.law.articles.lookup import article_of
from jamsos.law.fidelity import fidelity_by_instrument

Cell: TypeAlias = str | nodes.Node | Sequence[nodes.Node]

MILLION = 10**6


def table(
    widths: Sequence[int], head: Sequence[str], rows: Iterable[tuple[str, Sequence[Cell]]]
) -> nodes.table:
    """Build a table; each row has an id to link to, or an empty one."""
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", row("", head))
    group += nodes.tbody("", *(row(anchor, cells) for anchor, cells in rows))
    return nodes.table("", group, classes=["law", "colwidths-given"])


def row(anchor: str, cells: Sequence[Cell]) -> nodes.row:
    """Build one row; a cell is text, a node, or several nodes in a line."""
    paragraphs = [nodes.paragraph("", "", *inline(cell)) for cell in cells]
    if anchor:
        paragraphs[0]["ids"].append(anchor)
    return nodes.row("", *(nodes.entry("", paragraph) for paragraph in paragraphs))


def inline(cell: Cell) -> list[nodes.Node]:
    if isinstance(cell, str):
        return [nodes.Text(cell)]
    return [cell] if isinstance(cell, nodes.Node) else list(cell)


def code(text: str) -> nodes.literal:
    return nodes.literal("", text)


def line_break() -> nodes.raw:
    return nodes.raw("", "<br>", format="html")


def kept(text: str) -> nodes.inline:
    """Text that is not broken at the end of a line: an id, a date."""
    return nodes.inline("", text, classes=["kept"])


def named(name: str, rule: str) -> list[nodes.Node]:
    """A name in words with its id below it."""
    return [nodes.Text(name), line_break(), code(rule)]


def value_of(rule: Provision) -> str:
    """The value as people read it."""
    if rule.unit == "rule":
        return "-"
    if rule.unit == "table":
        return "table below"
    if rule.unit == "rupiah":
        return f"Rp{rule.number:,}"
    if rule.unit == "share":
        return f"{rule.number * 100 / MILLION:g} %"
    if rule.unit in {"codes", "date"}:
        return ", ".join(rule.words)
    return f"day {rule.number}" if rule.unit == "day of month" else f"{rule.number} {rule.unit}"


def shown(cell: object) -> str:
    """A cell of a table of the law; -1 stands for no printed end."""
    if isinstance(cell, int):
        return "-" if cell < 0 else f"{cell:,}"
    return str(cell)


def in_force(rule: Provision) -> list[nodes.Node]:
    """The first day in force and, where there is one, the first day no longer in force."""
    since = kept(f"from {rule.since}")
    return [since, line_break(), kept(f"until {rule.until}")] if rule.until else [since]


def standing_in(sources: Iterable[Source], note: str = "") -> list[nodes.Node]:
    """The sources of a rule, with the remark of the law data below them."""
    cell: list[nodes.Node] = []
    for source in sources:
        if cell:
            cell.append(nodes.Text("; "))
        cell.append(linked_to_article(source))
    if note:
        cell += [line_break(), nodes.emphasis("", note)]
    return cell


def linked_to_article(source: Source) -> nodes.Node:
    """A source as a link to its article, where the library carries it."""
    article = article_of(source)
    if article is None:
        return nodes.Text(str(source))
    target = f"articles.html#{article.anchor}"
    return nodes.reference("", str(source), refuri=target, internal=True)


def ids_of(room: str, kind: str) -> list[str]:
    """The ids of one law file, in its order: a room's, or the one named with its room."""
    content = tomllib.loads(
        files("jamsos")
        .joinpath(f"{room}.toml" if "/" in room else f"{room}/law.toml")
        .read_text("utf-8")
    )
    return [item["id"] for item in content.get(kind, [])]


class Provisions(SphinxDirective):
    """All periods of the provisions of one room, and the tables among them."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        law = current()
        rules = [
            period
            for rule in ids_of(self.arguments[0], "provision")
            for period in law.timelines[rule]
        ]
        head = ("Provision", "Value", "In force", "Source", "Grade")
        found: list[nodes.Node] = [
            table((29, 13, 18, 28, 12), head, (self._row(rule) for rule in rules))
        ]
        for rule in rules:
            if rule.unit == "table":
                cells = [("", [shown(cell) for cell in line]) for line in rule.rows]
                found.append(
                    nodes.paragraph("", "", code(rule.id), nodes.Text(f" from {rule.since}:"))
                )
                found.append(table([1] * len(rule.columns), rule.columns, cells))
        return found

    def _row(self, rule: Provision) -> tuple[str, Sequence[Cell]]:
        grade = f"{rule.grade} ({', '.join(rule.decisions)})" if rule.decisions else str(rule.grade)
        cells = (named(rule.name.en, rule.id), value_of(rule), in_force(rule))
        return f"{rule.id}@{rule.since}", (*cells, standing_in(rule.sources, rule.note), grade)


class Absences(SphinxDirective):
    """The recorded absences: what the texts were read for and do not say."""

    def run(self) -> list[nodes.Node]:
        found = sorted(current().absences.values(), key=lambda absence: absence.id)
        return [
            table(
                (55, 30, 15),
                ("What is not there", "Read in", "Grade"),
                (self._row(one) for one in found),
            )
        ]

    def _row(self, absence: Absence) -> tuple[str, Sequence[Cell]]:
        return absence.id, (
            named(absence.name.en, absence.id),
            standing_in(absence.sources),
            str(absence.grade),
        )


class Decisions(SphinxDirective):
    """The numbered decisions; with ``:not-offered:`` the alternatives left out, and why."""

    option_spec: ClassVar = {"not-offered": directives.flag}

    def run(self) -> list[nodes.Node]:
        decisions = sorted(current().decisions.values(), key=lambda decision: decision.id)
        if "not-offered" in self.options:
            rows = [
                ("", (kept(decision.id), decision.name.en, decision.uncoded))
                for decision in decisions
                if decision.uncoded
            ]
            return [table((8, 37, 55), ("Id", "Question", "Not offered, and why"), rows)]
        head = ("Id", "Question", "Default", "Alternatives", "Open")
        return [table((7, 24, 41, 21, 7), head, (self._row(decision) for decision in decisions))]

    def _row(self, decision: Decision) -> tuple[str, Sequence[Cell]]:
        others: list[nodes.Node] = []
        for alternative in decision.alternatives:
            if others:
                others.append(nodes.Text(", "))
            others.append(code(alternative))
        default = [nodes.Text(f"{decision.answer.en} "), code(decision.default)]
        cells = (
            kept(decision.id),
            decision.name.en,
            default,
            others or "-",
            "yes" if decision.open else "",
        )
        return decision.id.lower(), cells


class Known(SphinxDirective):
    """The version of the law data and the day up to which it was checked."""

    def run(self) -> list[nodes.Node]:
        law = current()
        text = (
            f"Version {law.version} of the law data, from {law.first_day}, "
            f"checked up to {law.known_until}."
        )
        return [nodes.paragraph("", text)]


class Shares(SphinxDirective):
    """How much of each text was read word for word, of what is in force on the last day known."""

    def run(self) -> list[nodes.Node]:
        law = current()
        rows = [
            ("", (row.instrument, str(row.provisions), str(row.verbatim), f"{row.percent} %"))
            for row in fidelity_by_instrument(law, law.known_until)
        ]
        head = ("Text", "Provisions in force", "Read word for word", "Share")
        return [table((40, 20, 20, 20), head, rows)]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-provisions", Provisions)
    app.add_directive("law-absences", Absences)
    app.add_directive("law-decisions", Decisions)
    app.add_directive("law-known", Known)
    app.add_directive("law-shares", Shares)
    return {"parallel_read_safe": True}
