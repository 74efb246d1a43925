"""Load the law files of all rooms and refuse what does not hold together, saying where."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from jamsos.errors import LawDataError
from jamsos.law import strict_toml as toml
from jamsos.law.provisions import Absence, Decision, Grade, Provision, Value
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.plain import as_list, as_table

LAW_FILES = (
    "law/law.toml",
    "law/decisions.toml",
    "membership/law.toml",
    "membership/registration_law.toml",
    "eligibility/law.toml",
    "eligibility/programmes_law.toml",
    "premiums/sanctions_law.toml",
    "premiums/bpu/law.toml",
    "premiums/wage/law.toml",
    "premiums/construction/law.toml",
    "premiums/corrections_law.toml",
    "migrant/premium_law.toml",
    "coverage/law.toml",
    "coverage/employer_law.toml",
    "benefits/death/law.toml",
    "benefits/family/law.toml",
    "claims/law.toml",
    "claims/missing_law.toml",
    "claims/papers_law.toml",
    "claims/dispute_law.toml",
    "benefits/work_accident/law.toml",
    "migrant/cover_law.toml",
    "migrant/benefit_law.toml",
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
    decisions: Mapping[str, Decision]


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
    contents = {file: toml.parse(text, file) for file, text in texts.items()}
    version, known_until = _head(contents)
    rules = _Rules()
    for file, content in contents.items():
        # A mistyped table would be a rule that is silently not there.
        toml.checked_keys(content, (), ("provision", "absence", "decision"), file)
        for place, item in _items(content, "provision", file):
            periods = _timeline(item, known_until, place)
            rules.add(rules.timelines, periods[0].id, periods, file)
        for place, item in _items(content, "absence", file):
            absence = _absence(item, place)
            rules.add(rules.absences, absence.id, absence, file)
        for place, item in _items(content, "decision", file):
            decision = _decision(item, place)
            rules.add(rules.decisions, decision.id, decision, file)
    data = LawData(
        version=version,
        known_until=known_until,
        timelines=FrozenMapping(rules.timelines),
        absences=FrozenMapping(rules.absences),
        decisions=FrozenMapping(rules.decisions),
    )
    # Only now: a rule may rest on a decision of a later file.
    _check_decisions_exist(data)
    return data


def _head(contents: Mapping[str, dict[str, Any]]) -> tuple[str, date]:
    """Take the one table ``[law]`` out of the files: the version and the day of knowledge."""
    heads = {file: content.pop("law") for file, content in contents.items() if "law" in content}
    if len(heads) != 1:
        raise LawDataError("law", list(heads), "one [law] table", "state the version once")
    [(file, head)] = heads.items()
    table = toml.checked_keys(head, ("version", "known_until"), (), f"{file}: [law]")
    return str(table["version"]), toml.day(table["known_until"], f"{file}: known_until")


class _Rules:
    """The rules of all files as they are collected, each id once."""

    def __init__(self) -> None:
        self.timelines: dict[str, tuple[Provision, ...]] = {}
        self.absences: dict[str, Absence] = {}
        self.decisions: dict[str, Decision] = {}
        self._file_by_id: dict[str, str] = {}

    def add(self, rules: dict[str, T], key: str, rule: T, file: str) -> None:
        """Store a rule; an id is used once in all files, whatever it names."""
        if key in self._file_by_id:
            raise LawDataError(
                f"{file}: {key}",
                self._file_by_id[key],
                "an id that is used once",
                "rename or remove one of the two",
            )
        self._file_by_id[key] = file
        rules[key] = rule


def _items(content: Mapping[str, Any], kind: str, file: str) -> Iterator[tuple[str, object]]:
    """The rules of one kind in a file, each with its place: its id, else its number."""
    items = as_list(content.get(kind, []))
    if items is None:
        raise LawDataError(file, kind, f"a list: [[{kind}]]", "write double brackets")
    for number, item in enumerate(items, 1):
        name = (as_table(item) or {}).get("id") or f"item {number}"
        yield f"{file}: {name}", item


def _timeline(item: object, known: date, place: str) -> tuple[Provision, ...]:
    table = toml.checked_keys(item, ("id", "name", "unit", "period"), ("columns",), place)
    items = as_list(table["period"])
    if not items:
        raise LawDataError(
            place, table["period"], "at least one period", "add [[provision.period]]"
        )
    periods: list[Provision] = []
    for number, item_of_period in enumerate(items, 1):
        before = periods[-1] if periods else None
        place_of_period = f"{place}: period {number}"
        periods.append(_period(table, item_of_period, known, place_of_period, before))
    check_timeline(tuple(periods), place)
    return tuple(periods)


def _period(
    rule: Mapping[str, Any], item: object, known: date, place: str, before: Provision | None
) -> Provision:
    keys = ("value", "value_as_before", "until", "decisions", "note", "known_until")
    table = toml.checked_keys(item, ("from", "source", "grade"), keys, place)
    since = toml.day(table["from"], place)
    until = None
    if "until" in table:
        until = toml.day(table["until"], place)
    note = _text_or_none(table, "note", place)
    grade = _grade_of_law(table["grade"], place)
    return Provision(
        id=toml.text(rule["id"], f"{place}: id"),
        name=toml.bilingual(rule["name"], place),
        unit=str(rule["unit"]),
        value=_value(table, rule["unit"], place, before),
        since=since,
        until=until,
        sources=toml.sources(table["source"], place),
        grade=grade,
        decisions=_texts(table, "decisions", place),
        # Few rules were last checked on a day of their own.
        known_until=toml.day(table.get("known_until", known), place),
        note=note,
        columns=_texts(rule, "columns", place),
    )


def _grade_of_law(written: object, place: str) -> Grade:
    grade = toml.grade(written, place)
    # What may not be law at all is decided openly, with its alternatives.
    if grade is Grade.OPEN:
        raise LawDataError(place, "open", "a grade that may be law", "make it a numbered decision")
    return grade


def _value(table: Mapping[str, Any], unit: object, place: str, before: Provision | None) -> Value:
    """The value of a period.

    A law that repeats what held before says so, and a long table is written once.
    """
    if not toml.flag(table.get("value_as_before", False), f"{place}: value_as_before"):
        return toml.value_of(table.get("value", True), unit, place)
    if before is None or "value" in table:
        allowed = "a period before it and no value of its own"
        raise LawDataError(
            place, "value_as_before", allowed, "write the value, or only value_as_before"
        )
    return before.value


def check_timeline(periods: tuple[Provision, ...], place: str) -> None:
    """Refuse periods of one id that overlap, leave a gap or end before they begin."""
    for period in periods:
        _check_period(period, place)
    for earlier, later in pairwise(periods):
        # A gap would pass for a time without the rule, which nobody has recorded.
        if earlier.until != later.since:
            overlap = earlier.until is None or earlier.until > later.since
            problem = "overlap" if overlap else "gap"
            both = f"{earlier.since} to {earlier.until}, then {later.since} to {later.until}"
            raise LawDataError(
                place,
                f"{problem}: {both}",
                "periods that follow each other",
                "let one end where the next begins",
            )


def _check_period(period: Provision, place: str) -> None:
    """Refuse a period that ends before it begins, and a row with too many or too few cells."""
    if period.until is not None and period.until <= period.since:
        raise LawDataError(
            place, f"{period.since} to {period.until}", "until after from", "correct the dates"
        )
    if period.unit != "table":
        return
    for row in period.rows:
        if len(row) != len(period.columns):
            raise LawDataError(place, row, f"{len(period.columns)} columns", "correct the row")


def _texts(table: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    if key not in table:
        return ()
    return toml.texts(table[key], f"{place}: {key}")


def _text_or_none(table: Mapping[str, Any], key: str, place: str) -> str:
    """A text that may be left out, but not left empty."""
    if key not in table:
        return ""
    return toml.text(table[key], f"{place}: {key}")


def _absence(item: object, place: str) -> Absence:
    table = toml.checked_keys(item, ("id", "name", "source", "grade"), ("decisions",), place)
    return Absence(
        id=toml.text(table["id"], f"{place}: id"),
        name=toml.bilingual(table["name"], place),
        sources=toml.sources(table["source"], place),
        grade=toml.grade(table["grade"], place),
        decisions=_texts(table, "decisions", place),
    )


def _decision(item: object, place: str) -> Decision:
    optional = ("alternatives", "uncoded", "number", "open")
    table = toml.checked_keys(item, ("id", "name", "default", "answer"), optional, place)
    number = None
    if "number" in table:
        number = toml.whole(table["number"], f"{place}: number", 1)
    return Decision(
        id=toml.text(table["id"], f"{place}: id"),
        name=toml.bilingual(table["name"], place),
        default=toml.text(table["default"], f"{place}: default"),
        chosen=table["default"],
        answer=toml.bilingual(table["answer"], place),
        alternatives=_texts(table, "alternatives", place),
        uncoded=_text_or_none(table, "uncoded", place),
        number=number,
        open=toml.flag(table.get("open", False), f"{place}: open"),
    )


def _check_decisions_exist(data: LawData) -> None:
    provisions = [period for periods in data.timelines.values() for period in periods]
    rules: list[Provision | Absence] = [*provisions, *data.absences.values()]
    for rule in rules:
        for name in rule.decisions:
            if name not in data.decisions:
                raise LawDataError(
                    rule.id,
                    name,
                    "a decision of decisions.toml",
                    "add the decision or correct its id",
                )
