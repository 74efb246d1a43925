"""The kinds of business with their risk groups (Lampiran I), searched by words.

BPJS assigns the group.
"""

import re
from datetime import date
from functools import cache

from attrs import frozen

from jamsos.answers.deciding import beyond_knowledge
from jamsos.answers.parts import Finding, Note, Outcome
from jamsos.answers.texts import Text
from jamsos.errors import InputError, refuse_identity_numbers
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Grade
from jamsos.premiums.wage.results import Business, RiskGroupHits
from jamsos.values.days import plausible_day
from jamsos.workers.employment import RiskGroup


@frozen
class _Entry:
    group: RiskGroup
    numbers: dict[str, int]
    """By list; a list that has not the entry is left out."""
    grades: dict[str, Grade]
    name: str
    also: str
    """The name of another entry the same firm may stand under."""
    note: str


def risk_group_search(
    words: str, on: date | None = None, law: Law | None = None
) -> tuple[Business, ...]:
    """Every kind of business whose name has all the words, in the order of the list.

    Legal source: PP 44/2015 Pasal 16 ayat (2) with Lampiran I, from 2 December 2019 that of
    PP 82/2019.

    Args:
        words: What the firm does, in Indonesian; beginnings of words are enough.
        on: The day whose list is searched; by default the last day the law was checked.
        law: The law to apply; by default the one shipped.

    Returns:
        Every hit; several hits are several possibilities, and none is chosen.

    Raises:
        InputError: for no words, or an identity number in them.
        OutsideLawError: for a day before July 2015.

    >>> [hit] = risk_group_search("reparasi arloji")
    >>> hit.group.value, hit.number, hit.name
    ('I', 22, 'Reparasi arloji dan lonceng')

    """
    law = applied(law)
    beginnings = _checked_words(words)
    day = _list_day(on, law)
    assignment = law.get("risk_group.by_bpjs", day)
    year = _OLD_LIST
    # Lampiran I was replaced together with the rule that assigns by it.
    periods = law.timelines[assignment.id]
    if assignment is periods[-1]:
        year = _NEW_LIST
    hits: list[Business] = []
    for entry in _entries():
        # Some stand only in the list of the other year.
        if year not in entry.numbers or not _has_all(beginnings, entry):
            continue
        rule = law.get(f"jkk.rate_pu.{entry.group}", day)
        hits.append(
            Business(
                group=entry.group,
                number=entry.numbers[year],
                name=entry.name,
                rate=rule.number,
                grade=entry.grades[year],
                note=entry.note,
                provision=assignment,
            )
        )
    return tuple(hits)


_OLD_LIST, _NEW_LIST = "2015", "2019"
"""The columns of the two lists: PP 44/2015 and PP 82/2019."""


def _list_day(on: date | None, law: Law) -> date:
    """The day whose list is searched; by default the last day the law was checked."""
    if on is None:
        return law.known_until
    return plausible_day(on, "on")


def _checked_words(words: object) -> list[str]:
    beginnings: list[str] = []
    if isinstance(words, str):
        refuse_identity_numbers(words, "words")
        beginnings = _words(words)
    if not beginnings:
        allowed = "at least one word of a kind of business"
        step = "write what the firm does"
        raise InputError("words", words, allowed, step)
    return beginnings


def risk_group(words: str, on: date | None = None, law: Law | None = None) -> RiskGroupHits:
    """The hits of :func:`risk_group_search` as an answer, a finding each.

    >>> [hit.group for hit in risk_group("reparasi arloji").hits]
    [<RiskGroup.VERY_LOW: 'I'>]

    """
    law = applied(law)
    hits = risk_group_search(words, on, law)
    day = _list_day(on, law)
    rule = law.get("risk_group.by_bpjs", day)
    assignment = law.cite(rule)
    outcome, text = Outcome.YES, Text("note.confirm_group")
    if not hits:
        outcome, text = Outcome.NO, Text("note.no_such_business")
    title = Text("risk_group.title", {"words": words, "day": day})
    facts = {"words": words, "on": day}
    findings = tuple(_finding(hit, day, law) for hit in hits)
    notes = (
        *beyond_knowledge(law, day),
        Note(text=text, grounds=assignment, warning=True),
    )
    return RiskGroupHits(
        title=title,
        outcome=outcome,
        law=law,
        facts=facts,
        findings=findings,
        notes=notes,
        hits=hits,
    )


def _finding(hit: Business, day: date, law: Law) -> Finding:
    rate = law.get(f"jkk.rate_pu.{hit.group}", day)
    grade = Text(f"grade.{hit.grade}")
    grounds = law.cite(hit.provision, rate)
    note = Text("note.grade_of_row", {"grade": grade})
    return Finding(
        code="business",
        value=f"{hit.group}.{hit.number}: {hit.name}",
        grounds=grounds,
        note=note,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _has_all(beginnings: list[str], entry: _Entry) -> bool:
    """Whether each beginning starts a word of the entry, or of the one it may also stand under."""
    name_words = _words(entry.name)
    words = name_words + _words(entry.also)
    return all(any(word.startswith(part) for word in words) for part in beginnings)


@cache
def _entries() -> tuple[_Entry, ...]:
    import csv  # noqa: PLC0415 - not needed by import jamsos
    from importlib.resources import files  # noqa: PLC0415

    table = files("jamsos.premiums.wage").joinpath("risk_groups.csv")
    with table.open(encoding="utf-8") as lines:
        entries = csv.DictReader(lines)
        return tuple(_entry(row) for row in entries)


def _entry(row: dict[str, str]) -> _Entry:
    numbers: dict[str, int] = {}
    grades: dict[str, Grade] = {}
    for year in (_OLD_LIST, _NEW_LIST):
        if row[f"no_{year}"]:
            numbers[year] = int(row[f"no_{year}"])
            grades[year] = Grade(row[f"grade_{year}"])
    return _Entry(
        group=RiskGroup(row["group"]),
        numbers=numbers,
        grades=grades,
        name=row["name"],
        also=row["also"],
        note=row["note"],
    )
