"""An answer as people read it: the same sections as plain text or as HTML."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from html import escape
from typing import NamedTuple

from jamsos.answers.answer import Answer, Finding, Line, Outcome, When, is_open
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import (
    NOT_TOLD,
    Text,
    calendar_day,
    calendar_moment,
    calendar_month,
    catalogue,
    percent,
    rupiah,
)
from jamsos.law.provisions import Absence, Grade, Provision, Reading, Scalar
from jamsos.values.months import Month


class Section(NamedTuple):
    """A heading and rows of cells, all plain strings."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


def as_text(answer: Answer, lang: str) -> str:
    """Lay an answer out in columns."""
    return laid_out(_headline(answer, lang), sections(answer, lang))


def laid_out(headline: Sequence[str], sections: Iterable[Section]) -> str:
    """A title, sentences, and sections in columns."""
    title, *rest = headline
    parts = [title, "=" * len(title), *rest]
    for section in sections:
        widths = [max(len(row[n]) for row in section.rows) for n in range(len(section.rows[0]) - 1)]
        parts += ["", section.heading]
        parts += ["  " + "  ".join([*map(str.ljust, row, widths), row[-1]]).rstrip() for row in section.rows]
    return "\n".join(parts) + "\n"


def as_html(answer: Answer, lang: str) -> str:
    """Lay an answer out as tables; every value is escaped."""
    return tables(_headline(answer, lang), sections(answer, lang), lang)


def tables(headline: Sequence[str], sections: Iterable[Section], lang: str) -> str:
    """A title, sentences, and sections as tables of HTML; every value is escaped."""
    title, *rest = headline
    parts = [f'<div class="jamsos" lang="{escape(lang)}"><h3>{escape(title)}</h3>']
    parts += [f"<p><strong>{escape(sentence)}</strong></p>" for sentence in rest]
    for section in sections:
        rows = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in section.rows)
        parts.append(
            f'<table style="margin:0 0 1em"><caption style="text-align:left">{escape(section.heading)}</caption>'
        )
        parts.append(f"<tbody>{rows}</tbody></table>")
    return "".join(parts) + "</div>"


def _cell(text: str) -> str:
    align = "right" if text.startswith(("Rp", "-Rp")) else "left"
    return f'<td style="text-align:{align};vertical-align:top;padding:0 .8em 0 0">{escape(text)}</td>'


def _headline(answer: Answer, lang: str) -> list[str]:
    """The title and the answer in one sentence."""
    head = [answer.title.say(lang)]
    if not answer.decided:
        needs = "; ".join(need.name.say(lang) for need in answer.needs)
        return [*head, Text("outcome.cannot_decide", {"needs": needs}).say(lang)]
    if answer.lines or answer.outcome is Outcome.NO:
        head += [Text(f"outcome.{answer.outcome}").say(lang)] if answer.outcome is Outcome.NO else []
        return head
    return [*head, Text(f"outcome.{answer.outcome}").say(lang)]


def sections(answer: Answer, lang: str) -> Iterator[Section]:
    """The parts of the answer that are not empty, in reading order."""
    refs = {id(ground): number for number, ground in enumerate(answer.grounds, 1)}
    keys = {(g.kind, g.id, getattr(g, "since", None)): refs[id(g)] for g in answer.grounds}

    def marks(grounds: tuple[Ground, ...]) -> str:
        numbers = {keys[(g.kind, g.id, getattr(g, "since", None))] for g in grounds}
        return "".join(f"[{n}]" for n in sorted(numbers))

    found: dict[str, list[tuple[str, ...]]] = {
        "conditions": [
            (Text(f"status.{c.status}").say(lang), c.text.say(lang), marks(c.grounds)) for c in answer.conditions
        ],
        "lines": [(*_line(line, lang), marks(line.grounds)) for line in answer.lines] + _totals(answer, lang),
        "findings": [(f.name.say(lang), _value(f, lang), marks(f.grounds)) for f in answer.findings],
        "possibilities": _possibilities(answer, marks, lang),
        "notes": [("!" if n.warning else "-", n.text.say(lang), marks(n.grounds)) for n in answer.notes],
        "grounds": [(f"[{number}]", describe(ground, lang)) for number, ground in enumerate(answer.grounds, 1)],
        "law": [(answer.law.version, calendar_day(answer.law.known_until, lang))],
    }
    for name, rows in found.items():
        if rows:
            yield Section(Text(f"section.{name}").say(lang), tuple(rows))


def _line(line: Line, lang: str) -> tuple[str, ...]:
    month = f" {calendar_month(line.month, lang)}" if line.month else ""
    paid = [Text(f"party.{line.party}")] if line.party else []
    paid += [Text(f"paid_by.{line.payer}")] if line.payer else []
    party = "; ".join(text.say(lang) for text in paid)
    when = Text("when.after_settlement").say(lang) if line.when is When.AFTER_SETTLEMENT else ""
    return line.name.say(lang) + month, _money(line.amount, lang), line.formula.say(lang), party, when


def _money(amount: int | Fraction, lang: str) -> str:
    return rupiah(amount, lang) if amount >= 0 else f"-{rupiah(-amount, lang)}"


def _totals(answer: Answer, lang: str) -> list[tuple[str, ...]]:
    """The total, and its parts where some of it must wait for settlement."""
    if not answer.lines or not answer.decided:
        return []
    rows = [("total", answer.total)]
    later = answer.payable(When.AFTER_SETTLEMENT)
    rows += [("total_now", answer.payable(When.NOW)), ("total_later", later)] if later else []
    return [(Text(f"section.{name}").say(lang), _money(amount, lang), "", "", "", "") for name, amount in rows]


def _value(finding: Finding, lang: str) -> str:
    note = finding.note.say(lang) if finding.note else ""
    if finding.value is None:
        return _not_told(finding, lang) if finding.note == NOT_TOLD else note or Text("value.none").say(lang)
    party = Text(f"party.{finding.party}").say(lang) if finding.party else ""
    remarks = "; ".join(remark for remark in (party, note) if remark)
    shown = _plain(finding, lang)
    return f"{shown} ({remarks})" if remarks else shown


def _not_told(finding: Finding, lang: str) -> str:
    """That a finding cannot be told yet, and which facts or open decisions it waits for."""
    waiting = [one for one in finding.grounds if isinstance(one, MissingFact) or is_open(one)]
    names = ", ".join(one.name.say(lang) for one in waiting)
    return Text("note.not_told_yet", {"needs": names}).say(lang) if names else NOT_TOLD.say(lang)


def _plain(finding: Finding, lang: str) -> str:
    value = finding.value
    if finding.unit == "rupiah" and isinstance(value, int | Fraction):
        return rupiah(value, lang)
    if finding.unit == "code":
        return Text(f"value.{value}").say(lang)
    if isinstance(value, Month):
        return calendar_month(value, lang)
    return calendar_moment(value, lang) if isinstance(value, date) else str(value)


def _possibilities(answer: Answer, marks: Callable[[tuple[Ground, ...]], str], lang: str) -> list[tuple[str, ...]]:
    """What the missing facts would give; of many combinations only the lowest and the highest total."""
    listed = sorted(answer.possibilities, key=lambda possible: possible.total)
    shown = listed if len(listed) <= _MOST_SHOWN else [listed[0], listed[-1]]
    return [(_facts(one.facts, lang), rupiah(one.total, lang), marks(one.grounds)) for one in shown]


_MOST_SHOWN = 6
"""Of more possibilities the lowest and the highest are shown; of a longer table its size."""


def _facts(facts: Mapping[str, str], lang: str) -> str:
    return ", ".join(f"{Text(f'fact.{fact}').say(lang)} = {value}" for fact, value in facts.items())


def describe(ground: Ground, lang: str) -> str:
    """A ground in words: what it is, where it stands, how certain it is.

    >>> from jamsos.law import current
    >>> describe(current().get("jkm.funeral", date(2026, 1, 1)), "en")
    'PP 82/2019 Pasal 34 ayat (1) huruf c: JKM funeral benefit: Rp10,000,000 (verbatim; from 2 December 2019)'
    """
    name = ground.name.say(lang)
    sources = "; ".join(str(source) for source in ground.sources)
    grade = Text(f"grade.{ground.grade}").say(lang) if ground.grade else ""
    if isinstance(ground, Provision):
        number = ground.number if ground.unit in _READABLE else 0
        named = f"{name}: {shown_value(ground, lang)}" if number else name
        args = {"source": sources, "name": named, "grade": grade, "since": calendar_day(ground.since, lang)}
        return Text("ground.provision", args).say(lang)
    if isinstance(ground, Reading):
        return Text("ground.decision", {"id": ground.id, "name": name, "answer": _chosen(ground, lang), "grade": grade,
                                        "others": ", ".join(ground.alternatives) or "-"}).say(lang)  # fmt: skip
    if isinstance(ground, Absence) and ground.grade is Grade.OPEN:
        return Text("ground.unread", {"source": sources, "name": name}).say(lang)
    return Text(f"ground.{ground.kind}", {"source": sources, "name": name, "grade": grade}).say(lang)


_READABLE = frozenset({"rupiah", "share", "months", "years"})
"""Units whose values stand beside the name of a ground."""


def shown_value(provision: Provision, lang: str) -> str:
    """The value of a provision with its unit, as people read it; nothing for a rule without a number."""
    if provision.unit == "rupiah":
        return rupiah(provision.number, lang)
    if provision.unit == "share":
        return percent(provision.number, lang)
    if provision.unit == "table":
        return f"{len(provision.rows)} x ({', '.join(provision.columns)})"
    if provision.unit == "rule":
        return ""
    unit = Text(f"unit.{provision.unit}").say(lang)
    return f"{', '.join(provision.words)} {unit}"


def read_value(provision: Provision, lang: str) -> str:
    """The value of a provision in words: codes by their names, a table row by row.

    >>> from jamsos.law import current
    >>> read_value(current().get("jkk.stmb_shares", date(2018, 1, 1)), "id")
    '1: 100%; 7: 75%; 13: 50%'
    """
    if isinstance(provision.value, date):
        return calendar_day(provision.value, lang)
    if provision.unit == "codes":
        return ", ".join(_named(code, lang) for code in provision.words)
    if provision.unit != "table" or len(provision.rows) > _MOST_SHOWN:
        return shown_value(provision, lang)
    return "; ".join(_row(provision.columns, row, lang) for row in provision.rows)


_RUPIAH_COLUMNS = frozenset({"rupiah_per_year", "capital_most", "sales_most", "over", "during_and_after"})


def _row(columns: tuple[str, ...], row: tuple[Scalar, ...], lang: str) -> str:
    first, *rest = (_of_column(column, cell, lang) for column, cell in zip(columns, row, strict=True))
    return f"{first}: {', '.join(rest)}" if rest else first


def _of_column(column: str, cell: Scalar, lang: str) -> str:
    if isinstance(cell, int) and column == "parts_per_million":
        return percent(cell, lang)
    return rupiah(cell, lang) if isinstance(cell, int) and column in _RUPIAH_COLUMNS else str(cell)


def _named(code: str, lang: str) -> str:
    """A code in words where the catalogue has it."""
    words = catalogue(lang)
    places = (f"finding.paper_{code}", f"finding.care_{code}", f"value.{code}", f"party.{code}", f"finding.{code}")
    return next((words[place].rpartition(": ")[-1] for place in places if place in words), code)


def _chosen(reading: Reading, lang: str) -> str:
    return reading.answer.say(lang) if reading.chosen == reading.default else reading.chosen
