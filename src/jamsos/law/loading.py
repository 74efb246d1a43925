"""Load the law files of all rooms and refuse what does not hold together, saying where."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from jamsos.errors import LawDataError
from jamsos.law import strict_toml as toml
from jamsos.law.provisions import Absence, Provision, Reading, Value
from jamsos.values.plain import as_list, as_table

LAW_FILES = (
    "law/law.toml",
    "law/decisions.toml",
    "membership/law.toml",
    "membership/registration_law.toml",
    "eligibility/law.toml",
    "eligibility/programmes_law.toml",
    "premiums/sanctions_law.toml",
    "premiums/law.toml",
    "premiums/wage_law.toml",
    "premiums/construction_law.toml",
    "premiums/corrections_law.toml",
    "premiums/migrant_law.toml",
    "coverage/law.toml",
    "coverage/employer_law.toml",
    "benefits/law.toml",
    "claims/law.toml",
    "claims/papers_law.toml",
    "claims/dispute_law.toml",
    "benefits/jkk_law.toml",
    "coverage/migrant_law.toml",
    "benefits/migrant_law.toml",
    "eligibility/segment_law.toml",
    "coverage/event_law.toml",
    "benefits/wage_law.toml",
)
"""Values stand beside the rules that use them; this is the list of those places."""

T = TypeVar("T")


class LawData(NamedTuple):
    """The checked content of the law files."""

    version: str
    known_until: date
    timelines: Mapping[str, tuple[Provision, ...]]
    absences: Mapping[str, Absence]
    readings: Mapping[str, Reading]


@cache
def shipped() -> LawData:
    """Load the law that ships with this version of the library."""
    from importlib.resources import files  # noqa: PLC0415 - not needed by import jamsos

    package = files("jamsos")
    return load({name: package.joinpath(name).read_text("utf-8") for name in LAW_FILES})


def load(texts: Mapping[str, str]) -> LawData:
    """Build the law from TOML texts by file name.

    Raises:
        LawDataError: for overlaps, gaps, missing sources, unknown keys and wrong values.

    """
    parsed = {place: toml.parse(text, place) for place, text in texts.items()}
    heads = [(place, content.pop("law")) for place, content in parsed.items() if "law" in content]
    if len(heads) != 1:
        raise LawDataError("law", [place for place, _ in heads], "one [law] table", "state the version once")
    place, head = heads[0]
    toml.checked_keys(head, ("version", "known_until"), (), f"{place}: [law]")
    known = toml.day(head["known_until"], f"{place}: known_until")
    ids: dict[str, str] = {}
    timelines: dict[str, tuple[Provision, ...]] = {}
    absences: dict[str, Absence] = {}
    readings: dict[str, Reading] = {}
    for file, content in parsed.items():
        toml.checked_keys(content, (), ("provision", "absence", "decision"), file)
        for index, item in _items(content, "provision", file):
            periods = _timeline(item, known, _place(file, item, index))
            _add(timelines, periods[0].id, periods, ids, file)
        for index, item in _items(content, "absence", file):
            absence = _absence(item, _place(file, item, index))
            _add(absences, absence.id, absence, ids, file)
        for index, item in _items(content, "decision", file):
            reading = _reading(item, _place(file, item, index))
            _add(readings, reading.id, reading, ids, file)
    data = LawData(
        version=str(head["version"]), known_until=known, timelines=timelines, absences=absences, readings=readings
    )
    _check_readings_exist(data)
    return data


def _place(file: str, item: object, index: int) -> str:
    named = (as_table(item) or {}).get("id")
    return f"{file}: {named or f'item {index + 1}'}"


def _items(content: Mapping[str, Any], kind: str, file: str) -> Iterator[tuple[int, object]]:
    listed = as_list(content.get(kind, []))
    if listed is None:
        raise LawDataError(file, kind, f"a list: [[{kind}]]", "write double brackets")
    return enumerate(listed)


def _add(store: dict[str, T], key: str, rule: T, ids: dict[str, str], file: str) -> None:
    """Store a rule; an id is used once among provisions, absences and decisions of all files."""
    if key in ids:
        raise LawDataError(f"{file}: {key}", ids[key], "an id that is used once", "rename or remove one of the two")
    ids[key] = file
    store[key] = rule


def _timeline(item: object, known: date, place: str) -> tuple[Provision, ...]:
    table = toml.checked_keys(item, ("id", "name", "unit", "period"), ("columns",), place)
    listed = as_list(table["period"])
    if not listed:
        raise LawDataError(place, table["period"], "at least one period", "add [[provision.period]]")
    periods: list[Provision] = []
    for n, period in enumerate(listed, 1):
        periods.append(_period(table, period, known, f"{place}: period {n}", periods[-1] if periods else None))
    check_timeline(tuple(periods), place)
    return tuple(periods)


def _period(rule: Mapping[str, Any], item: object, known: date, place: str, before: Provision | None) -> Provision:
    keys = ("value", "value_as_before", "until", "reading", "note", "known_until")
    table = toml.checked_keys(item, ("from", "source", "grade"), keys, place)
    since = toml.day(table["from"], place)
    until = toml.day(table["until"], place) if "until" in table else None
    grade = toml.grade(table["grade"], place)
    if grade == "open":
        raise LawDataError(place, "open", "a grade that may be law", "make it a numbered decision")
    return Provision(
        id=toml.text(rule["id"], f"{place}: id"),
        name=toml.bilingual(rule["name"], place),
        unit=str(rule["unit"]),
        value=_value(table, rule["unit"], place, before),
        since=since,
        until=until,
        sources=toml.sources(table["source"], place),
        grade=grade,
        readings=_texts(table, "reading", place),
        known_until=toml.day(table.get("known_until", known), place),
        note=toml.text(table["note"], f"{place}: note") if "note" in table else "",
        columns=_texts(rule, "columns", place),
    )


def _value(table: Mapping[str, Any], unit: object, place: str, before: Provision | None) -> Value:
    """The value of a period; a law that repeats what held before says so, and a long table is written once."""
    if not toml.flag(table.get("value_as_before", False), f"{place}: value_as_before"):
        return toml.value_of(table.get("value", True), unit, place)
    if before is None or "value" in table:
        allowed = "a period before it and no value of its own"
        raise LawDataError(place, "value_as_before", allowed, "write the value, or only value_as_before")
    return before.value


def check_timeline(periods: tuple[Provision, ...], place: str) -> None:
    """Refuse periods of one id that overlap, leave a gap or end before they begin."""
    for period in periods:
        if period.until is not None and period.until <= period.since:
            raise LawDataError(place, f"{period.since} to {period.until}", "until after from", "correct the dates")
        for row in period.rows if period.unit == "table" else ():
            if len(row) != len(period.columns):
                raise LawDataError(place, row, f"{len(period.columns)} columns", "correct the row")
    for earlier, later in pairwise(periods):
        if earlier.until != later.since:
            overlap = earlier.until is None or earlier.until > later.since
            problem = "overlap" if overlap else "gap"
            both = f"{problem}: {earlier.since} to {earlier.until}, then {later.since} to {later.until}"
            raise LawDataError(place, both, "periods that follow each other", "let one end where the next begins")


def _texts(table: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    return toml.texts(table[key], f"{place}: {key}") if key in table else ()


def _absence(item: object, place: str) -> Absence:
    table = toml.checked_keys(item, ("id", "name", "source", "grade"), ("reading",), place)
    return Absence(
        id=toml.text(table["id"], f"{place}: id"),
        name=toml.bilingual(table["name"], place),
        sources=toml.sources(table["source"], place),
        grade=toml.grade(table["grade"], place),
        readings=_texts(table, "reading", place),
    )


def _reading(item: object, place: str) -> Reading:
    optional = ("alternatives", "uncoded", "number", "open")
    table = toml.checked_keys(item, ("id", "name", "default", "answer"), optional, place)
    return Reading(
        id=toml.text(table["id"], f"{place}: id"),
        name=toml.bilingual(table["name"], place),
        default=toml.text(table["default"], f"{place}: default"),
        chosen=table["default"],
        answer=toml.bilingual(table["answer"], place),
        alternatives=_texts(table, "alternatives", place),
        uncoded=toml.text(table["uncoded"], f"{place}: uncoded") if "uncoded" in table else "",
        number=toml.whole(table["number"], f"{place}: number", 1) if "number" in table else None,
        open=toml.flag(table.get("open", False), f"{place}: open"),
    )


def _check_readings_exist(data: LawData) -> None:
    provisions = [period for periods in data.timelines.values() for period in periods]
    rules: list[Provision | Absence] = [*provisions, *data.absences.values()]
    for rule in rules:
        for name in rule.readings:
            if name not in data.readings:
                raise LawDataError(rule.id, name, "a decision of decisions.toml", "add the decision or correct its id")
