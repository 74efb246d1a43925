"""The disability table (*persentase cacat*, Lampiran III): its rows, its bands, and a search."""

from functools import cache
from typing import NamedTuple

from jamsos.answers.parts import Finding, Note, Outcome
from jamsos.answers.texts import Text, percent
from jamsos.benefits.disability_row import DisabilityRow, LeftHanded, Measurement
from jamsos.benefits.results.disability_rows import DisabilityRows
from jamsos.errors import InputError, refuse_identity_numbers
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Bilingual, Provision, Scalar


class Band(NamedTuple):
    """The measures that lead from the code of a group to one of its rows."""

    code: str
    least: int
    most: int | None
    """None: without an upper limit."""

    def covers(self, measure: int) -> bool:
        """Whether a measure lies within the limits, both included."""
        if measure < self.least:
            return False
        return self.most is None or measure <= self.most

    def __str__(self) -> str:
        if self.most is None:
            return f"from {self.least}"
        return f"{self.least} to {self.most}"


@cache
def rows_of(table: Provision) -> dict[str, DisabilityRow]:
    """The rows in force by code."""
    rows: dict[str, DisabilityRow] = {}
    for cells in table.rows:
        code, share, alternative, step, most, measured, mirror, left_handed, *name = cells
        name_id, name_en = name
        row = DisabilityRow(
            code=str(code),
            share=_number_or_none(share),
            alternative=_number_or_none(alternative),
            step=_number_or_none(step),
            most=str(most),
            measured=Measurement(str(measured)),
            mirror=str(mirror),
            left_handed=LeftHanded(str(left_handed)) if left_handed else None,
            name=Bilingual(str(name_id), str(name_en)),
        )
        rows[row.code] = row
    return rows


@cache
def disability_bands(bands: Provision) -> dict[str, list[Band]]:
    """The bands in force by the code of their group."""
    bands_by_group: dict[str, list[Band]] = {}
    for group, code, least, most in bands.rows:
        lower = _number_or_none(least) or 0
        upper = _number_or_none(most)
        band = Band(str(code), lower, upper)
        of_group = bands_by_group.setdefault(str(group), [])
        of_group.append(band)
    return bands_by_group


def _number_or_none(cell: Scalar) -> int | None:
    """A cell of the table; the law leaves one empty where the row has no such number."""
    if isinstance(cell, int):
        return cell
    return None


def disability_search(words: str, *, law: Law | None = None) -> tuple[DisabilityRow, ...]:
    """The rows of the table whose name, in either language, has all these words.

    A doctor determines which row applies.

    Args:
        words: One or more words, in Indonesian or English, or the code of a row.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: without a word to search for, or with an identity number in them.

    Legal source: PP 44/2015 and PP 82/2019 Lampiran III.

    >>> [row.code for row in disability_search("left thumb")]
    ['A16']
    >>> [row.code for row in disability_search("cuping hidung")]
    ['B08']

    """
    law = applied(law)
    query: object = words
    if not isinstance(query, str) or not query.split():
        raise InputError("words", words, "at least one word", "name the part of the body")
    refuse_identity_numbers(query, "words")
    wanted = query.lower().split()
    table = law.get("jkk.disability_table", law.known_until)
    rows = rows_of(table).values()
    hits = [row for row in rows if _has_words(row, wanted)]
    return tuple(hits)


def _has_words(row: DisabilityRow, wanted: list[str]) -> bool:
    # The code is searched as well, so a row known by its code alone is found.
    text = f"{row.name.id} {row.name.en} {row.code}".lower()
    return all(word in text for word in wanted)


def disability_rows(words: str, *, law: Law | None = None) -> DisabilityRows:
    """The hits of :func:`disability_search` as an answer: a finding each, with its percentage.

    Args:
        words: One or more words, in Indonesian or English, or the code of a row.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: without a word to search for.

    Legal source: PP 44/2015 and PP 82/2019 Lampiran III.

    >>> [finding.value for finding in disability_rows("left thumb").findings]
    ['A16: Ibu jari tangan kiri / left thumb: 12%']

    """
    law = applied(law)
    rows = disability_search(words, law=law)
    table = law.get("jkk.disability_table", law.known_until)
    grounds = law.cite(table)
    findings: list[Finding] = []
    for row in rows:
        hit = _shown(row)
        finding = Finding(code="disability_row", value=hit, grounds=grounds)
        findings.append(finding)
    outcome = Outcome.NO
    text = Text("note.no_such_disability")
    if rows:
        outcome = Outcome.YES
        text = Text("note.doctor_finds_row")
    note = Note(text=text, grounds=grounds, warning=True)
    return DisabilityRows(
        title=Text("disability_rows.title", {"words": words}),
        outcome=outcome,
        law=law,
        facts={"words": words},
        findings=tuple(findings),
        notes=(note,),
        rows=rows,
    )


def _shown(row: DisabilityRow) -> str:
    """A row in one line; where the doctor sets the percentage it has none."""
    name = f"{row.code}: {row.name.id} / {row.name.en}"
    if row.share is None:
        return name
    return f"{name}: {percent(row.share, 'en')}"
