"""The list of kinds of business with their risk groups (Lampiran I), searched by words; BPJS assigns the group."""

import re
from datetime import date
from functools import cache

from attrs import frozen

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Grade, Provision
from jamsos.values.days import checked_asked_day
from jamsos.workers.employment import RiskGroup


@frozen(kw_only=True)
class Business:
    """One entry of the list of a day: a hint to be confirmed with BPJS, never an assignment."""

    group: RiskGroup
    number: int | None
    """The number inside the group; None: not known for the list of that day."""
    name: str
    rate: int
    """The JKK rate of the group in parts per million of the wage."""
    grade: Grade
    note: str
    provision: Provision
    """The rule under which BPJS assigns the group, with the list."""
    to_be_confirmed: bool = True


@frozen
class _Entry:
    group: RiskGroup
    numbers: dict[str, int | None]
    grades: dict[str, Grade | None]
    name: str
    also: str
    """The name of another entry the same firm may stand under."""
    note: str


def risk_group_search(words: str, on: date | None = None, law: Law | None = None) -> tuple[Business, ...]:
    """Every kind of business whose name has all the words, in the order of the list.

    Legal source: PP 44/2015 Pasal 16 ayat (2) with Lampiran I, from 2 December 2019 that of PP 82/2019.

    Args:
        words: What the firm does, in Indonesian; beginnings of words are enough.
        on: The day whose list is searched; by default the last day the law was checked.
        law: The law to apply; by default the one shipped.

    Returns:
        Every hit; several hits are several possibilities, and none is chosen.

    Raises:
        InputError: for no words.
        OutsideLawError: for a day before July 2015.

    >>> [(hit.group.value, hit.number, hit.name) for hit in risk_group_search("reparasi arloji")]
    [('I', 22, 'Reparasi arloji dan lonceng')]

    """
    law = applied(law)
    given: object = words
    sought = _words(given) if isinstance(given, str) else []
    if not sought:
        raise InputError("words", words, "at least one word of a kind of business", "write what the firm does")
    day = law.known_until if on is None else checked_asked_day(on, "on")
    rule = law.get("risk_group.by_bpjs", day)
    newest = "2019" if rule is law.timelines[rule.id][-1] else "2015"
    hits = (entry for entry in _entries() if _all_found(sought, entry))
    return tuple(
        Business(
            group=entry.group,
            number=entry.numbers[newest],
            name=entry.name,
            rate=law.get(f"jkk.rate_pu.{entry.group}", day).number,
            grade=grade,
            note=entry.note,
            provision=rule,
        )
        for entry in hits
        if (grade := entry.grades[newest]) is not None
    )


def risk_group_answer(words: str, on: date | None = None, law: Law | None = None) -> Answer:
    """The hits of :func:`risk_group_search` as an answer: a finding each, resting on the list and the rate.

    >>> [found.value for found in risk_group_answer("reparasi arloji").findings]
    ['I.22: Reparasi arloji dan lonceng']

    """
    law = applied(law)
    hits = risk_group_search(words, on, law)
    day = law.known_until if on is None else on
    by_bpjs = law.get("risk_group.by_bpjs", day)
    text = Text("note.confirm_group" if hits else "note.no_such_business")
    return Answer(
        question="risk_group",
        title=Text("risk_group.title", {"words": words, "day": day}),
        outcome=Outcome.YES if hits else Outcome.NO,
        law=law,
        facts={"words": words, "on": day},
        findings=tuple(_found(hit, day, law) for hit in hits),
        notes=(*beyond_knowledge(law, day), Note(text=text, grounds=law.cite(by_bpjs), warning=True)),
    )


def _found(hit: Business, day: date, law: Law) -> Finding:
    place = str(hit.group) if hit.number is None else f"{hit.group}.{hit.number}"
    rate = law.get(f"jkk.rate_pu.{hit.group}", day)
    grade = Text("note.grade_of_row", {"grade": Text(f"grade.{hit.grade}")})
    return Finding(code="business", value=f"{place}: {hit.name}", grounds=law.cite(hit.provision, rate), note=grade)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _all_found(sought: list[str], entry: _Entry) -> bool:
    """Whether each word begins a word of the name, or of the other entry the same firm may stand under."""
    known = _words(entry.name) + _words(entry.also)
    return all(any(word.startswith(part) for word in known) for part in sought)


@cache
def _entries() -> tuple[_Entry, ...]:
    import csv  # noqa: PLC0415 - not needed by import jamsos
    from importlib.resources import files  # noqa: PLC0415

    with files("jamsos.premiums").joinpath("risk_groups.csv").open(encoding="utf-8") as lines:
        return tuple(
            _Entry(
                group=RiskGroup(row["group"]),
                numbers={year: int(row[f"no_{year}"]) if row[f"no_{year}"] else None for year in ("2015", "2019")},
                grades={
                    year: Grade(row[f"grade_{year}"]) if row[f"grade_{year}"] else None for year in ("2015", "2019")
                },
                name=row["name"],
                also=row["also"],
                note=row["note"],
            )
            for row in csv.DictReader(lines)
        )
