"""The rows of the disability table that fit some words, as an answer."""

from jamsos.answers.answer import Answer, Finding, Note, Outcome
from jamsos.answers.texts import Text, percent
from jamsos.benefits.disability import DisabilityRow, disability_search
from jamsos.law.law import Law, applied


def disability_rows_answer(words: str, *, law: Law | None = None) -> Answer:
    """The hits of :func:`disability_search` as an answer: a finding each, with its percentage.

    >>> [found.value for found in disability_rows_answer("left thumb").findings]
    ['A16: Ibu jari tangan kiri / left thumb: 12%']

    """
    law = applied(law)
    hits = disability_search(words, law=law)
    table = law.cite(law.get("jkk.disability_table", law.known_until))
    text = Text("note.doctor_finds_row" if hits else "note.no_such_disability")
    return Answer(
        question="disability_rows",
        title=Text("disability_rows.title", {"words": words}),
        outcome=Outcome.YES if hits else Outcome.NO,
        law=law,
        facts={"words": words},
        findings=tuple(Finding(code="disability_row", value=_shown(row), grounds=table) for row in hits),
        notes=(Note(text=text, grounds=table, warning=True),),
    )


def _shown(row: DisabilityRow) -> str:
    """A row in one line; where the doctor sets the percentage it has none."""
    share = "" if row.share is None else f": {percent(row.share, 'en')}"
    return f"{row.code}: {row.name.id} / {row.name.en}{share}"
