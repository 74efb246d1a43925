"""Results as pages: their tables in words, the assumptions and the grounds below them."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.grounds import Grounds
from jamsos.answers.headings import amounts, names
from jamsos.answers.hypothetical import marked
from jamsos.answers.texts import LOCALES, Text, rupiah, say
from jamsos.answers.wording import describe
from jamsos.expectations.lines import ExpectedEvents, ExpectedLine, as_decimal, sums_by
from jamsos.expectations.rates import Rate
from jamsos.expectations.shares import whole_half_up
from jamsos.law.law import Law
from jamsos.pages.page import Form, Page, Row, Section, table
from jamsos.registers.summing.labels import value_label


class Table(NamedTuple):
    """A table in words."""

    heading: Text
    first: Text
    """What the rows are about."""
    columns: Sequence[Text]
    rows: Sequence[Row]


def shown_amount(amount: Fraction | int, lang: str) -> str:
    """An amount in whole rupiah, half up; one below nothing with its sign."""
    whole = whole_half_up(amount)
    return f"-{rupiah(-whole, lang)}" if whole < 0 else rupiah(whole, lang)


def result_page(
    title: Text,
    law: Law,
    lang: str,
    *,
    sentences: Sequence[Text],
    tables: Sequence[Table],
    assumptions: Sequence[Text],
    grounds: Grounds = (),
) -> Page:
    """The page of a result, with the mark of its law."""
    # Where nothing can happen there is nothing to show.
    sections = [_section(one, lang) for one in tables if one.rows]
    sections.append(_assumptions(assumptions, lang))
    if grounds:
        sections.append(_grounds(grounds, lang))
    return Page(
        lang=lang,
        title=marked(title, law).say(lang),
        sentences=tuple(sentence.say(lang) for sentence in sentences),
        sections=tuple(sections),
    )


def _section(one: Table, lang: str) -> Section:
    columns = [names(one.first, lang), *(amounts(heading, lang) for heading in one.columns)]
    return table(one.heading.say(lang), columns, one.rows, names_columns=True)


def _assumptions(assumptions: Sequence[Text], lang: str) -> Section:
    rows = tuple(("-", one.say(lang)) for one in assumptions)
    return Section(Text("expectation.assumptions").say(lang), rows, form=Form.POINTS)


def _grounds(grounds: Grounds, lang: str) -> Section:
    rows = tuple((f"[{place}]", describe(one, lang)) for place, one in enumerate(grounds, 1))
    return Section(Text("section.grounds").say(lang), rows, form=Form.GROUNDS)


def year_table(lines: Iterable[ExpectedLine], contributions: Mapping[int, int], lang: str) -> Table:
    """What families receive against what is paid, year by year."""
    benefits = {year: amount for (year,), (amount, _) in sums_by(lines, ("year",)).items()}
    rows: list[Row] = []
    for year in sorted({*benefits, *contributions}, key=int):
        paid = contributions.get(int(year))
        rows.append(
            (
                str(year),
                shown_amount(benefits.get(year, Fraction(0)), lang),
                "" if paid is None else rupiah(paid, lang),
            )
        )
    headings = [Text("expectation.benefits"), Text("expectation.contributions")]
    return Table(Text("expectation.by_year"), Text("expectation.year"), headings, rows)


def benefit_table(lines: Iterable[ExpectedLine], lang: str) -> Table:
    """How many of each benefit are paid, and what they come to."""
    rows: list[Row] = []
    for (benefit,), (amount, count) in sums_by(lines, ("benefit",)).items():
        words = Text(f"line.{benefit}").say(lang)
        rows.append((words, shown_count(count, lang), shown_amount(amount, lang)))
    headings = [Text("expectation.count"), Text("expectation.amount")]
    return Table(Text("expectation.by_benefit"), Text("heading.item"), headings, rows)


def event_table(events: Iterable[ExpectedEvents], rates: Iterable[Rate], lang: str) -> Table:
    """How many events of each kind are expected, by category."""
    words = {rate.name: say(rate.event, lang) for rate in rates}
    counts: dict[tuple[str, str], Fraction] = {}
    for one in events:
        key = (one.event, one.category)
        counts[key] = counts.get(key, Fraction(0)) + one.count
    rows: list[Row] = []
    for (event, category), count in counts.items():
        who = say(value_label("category", category), lang)
        rows.append((f"{words[event]}, {who}", shown_count(count, lang)))
    headings = [Text("expectation.count")]
    return Table(Text("expectation.by_event"), Text("heading.item"), headings, rows)


def shown_count(count: Fraction, lang: str) -> str:
    """A number of events or payments with two decimals, half up."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - only when a result is shown

    return str(format_decimal(as_decimal(count), format="#,##0.00", locale=LOCALES[lang]))
