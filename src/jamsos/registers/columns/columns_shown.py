"""The columns of a question as a page: what each of them holds."""

from collections.abc import Iterable

from jamsos.answers.headings import names, words
from jamsos.answers.hypothetical import marked
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.pages.page import Form, Page, Row, Section, table

_WHAT_IF = Text("register.output.what_if")
_OUTPUTS = {
    "enrol": Text("register.output.enrol"),
    "premium_jkk": Text("register.column.premium_jkk"),
    "premium_jkm": Text("register.column.premium_jkm"),
    "premium_jht": Text("register.column.premium_jht"),
    "premium": Text("register.sum.premium"),
    "premium_relieved": Text("register.sum.premium_relieved"),
    "premium_what_if": _WHAT_IF,
    "enrol_what_if": _WHAT_IF,
    "exposure_what_if": _WHAT_IF,
    "exposure_work_death": Text("register.output.work_death"),
    "exposure_other_death": Text("register.output.other_death"),
    "exposure_scholarship_work_death": Text("register.output.scholarship_work_death"),
    "exposure_scholarship_other_death": Text("register.output.scholarship_other_death"),
}
"""The columns of the questions in words; every other column holds reason codes."""


def columns_page(question: str, outputs: Iterable[str], reasons: int, law: Law, lang: str) -> Page:
    """The page of the columns of a question."""
    columns = names(Text("heading.column"), lang), words(Text("heading.holds"), lang)
    rows: list[Row] = []
    for name in outputs:
        meaning = _OUTPUTS.get(name, Text("register.output.reason", {"reasons": reasons}))
        rows.append((name, meaning.say(lang)))
    adding = {"call": "columns.added_to(frame)"}
    explaining = {"call": f'columns.reason(code).text("{lang}")'}
    usage = (
        ("-", Text("register.output.added_to", adding).say(lang)),
        ("-", Text("register.output.explained", explaining).say(lang)),
    )
    return Page(
        lang=lang,
        title=marked(Text("register.output.title", {"question": question}), law).say(lang),
        sections=(
            table(Text("register.output.columns").say(lang), columns, rows),
            Section(Text("section.further").say(lang), usage, form=Form.POINTS),
        ),
    )
