"""Tables written from the law data when the pages are built, so that they cannot be out of date."""

import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from jamsos import Absence, Provision, Reading, Source, current
from jamsos.law.loading import LAW_FILES

Cell = str | nodes.Node | Sequence[nodes.Node]

MILLION = 10**6


def table(widths: Sequence[int], head: Sequence[str], rows: Iterable[tuple[str, Sequence[Cell]]]) -> nodes.table:
    """Build a table; each row has an id to link to, or an empty one."""
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", row("", head))
    group += nodes.tbody("", *(row(anchor, cells) for anchor, cells in rows))
    return nodes.table("", group, classes=["law"])


def row(anchor: str, cells: Sequence[Cell]) -> nodes.row:
    """Build one row; a cell is text, a node, or several nodes in a line."""
    built = nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *inline(cell))) for cell in cells))
    if anchor:
        built[0][0]["ids"].append(anchor)
    return built


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
    """Where a rule stands, with the remark of the law data below it."""
    found: list[nodes.Node] = [nodes.Text("; ".join(str(source) for source in sources))]
    return [*found, line_break(), nodes.emphasis("", note)] if note else found


def ids_of(room: str, kind: str) -> list[str]:
    """The ids of one room's law files, in their order."""
    places = [place for place in LAW_FILES if place.startswith(f"{room}/") and place.endswith("law.toml")]
    contents = [tomllib.loads(files("jamsos").joinpath(place).read_text("utf-8")) for place in places]
    return [item["id"] for content in contents for item in content.get(kind, [])]


class Provisions(SphinxDirective):
    """All periods of the provisions of one room, and the tables among them."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        law = current()
        rules = [period for rule in ids_of(self.arguments[0], "provision") for period in law.timelines[rule]]
        head = ("Provision", "Value", "In force", "Source", "Grade")
        found: list[nodes.Node] = [table((32, 14, 14, 29, 11), head, (self._row(rule) for rule in rules))]
        for rule in rules:
            if rule.unit == "table":
                cells = [("", [shown(cell) for cell in line]) for line in rule.rows]
                found.append(nodes.paragraph("", "", code(rule.id), nodes.Text(f" from {rule.since}:")))
                found.append(table([1] * len(rule.columns), rule.columns, cells))
        return found

    def _row(self, rule: Provision) -> tuple[str, Sequence[Cell]]:
        grade = f"{rule.grade} ({', '.join(rule.readings)})" if rule.readings else str(rule.grade)
        cells = (named(rule.name.en, rule.id), value_of(rule), in_force(rule))
        return f"{rule.id}@{rule.since}", (*cells, standing_in(rule.sources, rule.note), grade)


class Absences(SphinxDirective):
    """The recorded absences: what the texts were read for and do not say."""

    def run(self) -> list[nodes.Node]:
        found = sorted(current().absences.values(), key=lambda absence: absence.id)
        return [table((55, 30, 15), ("What is not there", "Read in", "Grade"), (self._row(one) for one in found))]

    def _row(self, absence: Absence) -> tuple[str, Sequence[Cell]]:
        return absence.id, (named(absence.name.en, absence.id), standing_in(absence.sources), str(absence.grade))


class Decisions(SphinxDirective):
    """The numbered decisions; with ``:not-offered:`` the alternatives that are left out, and why."""

    option_spec: ClassVar = {"not-offered": directives.flag}

    def run(self) -> list[nodes.Node]:
        found = sorted(current().readings.values(), key=lambda reading: reading.id)
        if "not-offered" in self.options:
            rows = [("", (kept(reading.id), reading.name.en, reading.uncoded)) for reading in found if reading.uncoded]
            return [table((8, 37, 55), ("Id", "Question", "Not offered, and why"), rows)]
        head = ("Id", "Question", "Default", "Alternatives", "Open")
        return [table((7, 24, 41, 21, 7), head, (self._row(reading) for reading in found))]

    def _row(self, reading: Reading) -> tuple[str, Sequence[Cell]]:
        others: list[nodes.Node] = []
        for alternative in reading.alternatives:
            others += [*([nodes.Text(", ")] if others else []), code(alternative)]
        default = [nodes.Text(f"{reading.answer.en} "), code(reading.default)]
        cells = (kept(reading.id), reading.name.en, default, others or "-", "yes" if reading.open else "")
        return reading.id.lower(), cells


class Known(SphinxDirective):
    """The version of the law data and the day up to which it was checked."""

    def run(self) -> list[nodes.Node]:
        law = current()
        text = f"Version {law.version} of the law data, from {law.first_day}, checked up to {law.known_until}."
        return [nodes.paragraph("", text)]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("law-provisions", Provisions)
    app.add_directive("law-absences", Absences)
    app.add_directive("law-decisions", Decisions)
    app.add_directive("law-known", Known)
    return {"parallel_read_safe": True}
