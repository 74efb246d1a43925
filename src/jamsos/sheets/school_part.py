"""The part of a sheet about the scholarship: what each school year is worth."""

from datetime import date
from itertools import groupby

from jamsos.answers.texts import Text, counted, rupiah
from jamsos.benefits.results.scholarship import ScholarshipProjection, SchoolYear
from jamsos.law.law import Law
from jamsos.sheets.asking import Schooling
from jamsos.sheets.parts import Part
from jamsos.workers.codes import Level


def school_part(schooling: Schooling, law: Law, on: date, lang: str) -> Part:
    """The scholarship year by year, for how many children, and on which conditions."""
    columns, rows = scholarship_table(schooling.projection, lang, across=True)
    return Part(
        picture="school",
        heading=Text("sheet.school").say(lang),
        columns=columns,
        rows=rows,
        remarks=(" ".join(school_sentences(schooling, law, on, lang)),),
    )


def school_sentences(schooling: Schooling, law: Law, on: date, lang: str) -> tuple[str, ...]:
    """For how many children, the most all of it can be, on which conditions and from when on."""
    children = law.get("scholarship.max_children", on).number
    most = schooling.death.scholarship.statutory_maximum
    years = law.get("scholarship.child_age_limit", on).number
    newcomer = schooling.newcomer
    months = newcomer.paid_months + newcomer.months_to_scholarship
    texts = (
        Text("sheet.school_children", {"children": children, "most": most}),
        Text("sheet.school_conditions", {"years": years}),
        Text("sheet.school_from", {"months": months}),
    )
    return tuple(text.say(lang) for text in texts)


def scholarship_table(
    school: ScholarshipProjection, lang: str, *, across: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The levels with what a year is worth and how many years there are; in rows, or in columns."""
    levels: list[tuple[str, str, str]] = []
    for (level, amount), years in groupby(school.years, key=_worth):
        count = counted(len(list(years)), "years", lang)
        name = Text(f"sheet.level.{level}").say(lang)
        levels.append((name, rupiah(amount, lang), count))
    heading = Text("sheet.level").say(lang)
    a_year = Text("sheet.a_year").say(lang)
    how_long = Text("sheet.how_long").say(lang)
    if not across:
        in_all = Text("sheet.all_years").say(lang)
        count = counted(len(school.years), "years", lang)
        total = (in_all, rupiah(school.total, lang), count)
        return (heading, a_year, how_long), (*levels, total)
    columns = (heading, *(name for name, _, _ in levels))
    amounts = (a_year, *(amount for _, amount, _ in levels))
    lengths = (how_long, *(count for _, _, count in levels))
    return columns, (amounts, lengths)


def _worth(year: SchoolYear) -> tuple[Level, int]:
    return year.level, int(year.amount)
