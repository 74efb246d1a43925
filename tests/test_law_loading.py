"""The loader refuses a law that does not hold together. The law here is a ferry's tariff."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from narrowed import of_type
from untyped import untyped

from jamsos import (
    Absence,
    Decision,
    Grade,
    InputError,
    Law,
    LawDataError,
    OutsideLawError,
    Provision,
    Source,
    current,
)
from jamsos.law.fidelity import fidelity_by_instrument
from jamsos.law.loading import LawData, load
from jamsos.law.provisions import Bilingual

HEAD = """
[law]
version = "ferry.1"
known_until = 2020-06-30
[[provision]]
id = "law.first_day"
name = { id = "kapal mulai", en = "the ferry starts" }
unit = "rule"
[[provision.period]]
from = 2000-01-01
source = [{ instrument = "Ferry Act", pasal = "1" }]
grade = "verbatim"
"""
FARE = """
[[provision]]
id = "fare"
name = { id = "ongkos", en = "fare" }
unit = "rupiah"
[[provision.period]]
from = 2000-01-01
until = 2010-07-01
value = 500
source = [{ instrument = "Ferry Act", pasal = "2", ayat = "1", huruf = "a", angka = "3" }]
grade = "verbatim"
[[provision.period]]
from = 2010-07-01
value = 800
source = [
    { instrument = "Ferry Act 2010", lampiran = "I", penjelasan = true },
    { instrument = "notice", article_known = false },
]
grade = "official"
decisions = ["F1"]
note = "pasted on the quay"
known_until = 2019-01-01
"""
REST = """
[[absence]]
id = "no_dogs_rule"
name = { id = "tidak ada aturan anjing", en = "no rule on dogs" }
source = [{ instrument = "Ferry Act", article_known = false }]
grade = "verbatim"
decisions = ["F2"]
[[decision]]
id = "F1"
name = { id = "siapa penumpang", en = "who is a passenger" }
default = "people"
answer = { id = "orang", en = "people" }
alternatives = ["people_and_goats"]
[[decision]]
id = "F2"
name = { id = "anjing", en = "dogs" }
default = "free"
answer = { id = "gratis", en = "free" }
open = true
uncoded = "half: of what?"
"""
TOY = HEAD + FARE + REST
DAY = date(2015, 1, 1)
NOON = datetime.fromisoformat("2015-01-01T12:00")


def toy(text: str = TOY) -> Law:
    data = load({"toy.toml": text})
    return Law(version=data.version, known_until=data.known_until, timelines=data.timelines,
               absences=data.absences, decisions=data.decisions)  # fmt: skip


def fare(value: Any = 900, since: date = DAY, until: date | None = None, **other: Any) -> Provision:
    facts: dict[str, Any] = {
        "id": "fare",
        "name": Bilingual("ongkos", "fare"),
        "unit": "rupiah",
        "grade": Grade.OFFICIAL,
        "sources": (Source(instrument="Ferry Act 2015", pasal="9"),),
        **other,
    }
    return Provision(value=value, since=since, until=until, **facts)


def periods(law: Law) -> list[tuple[Any, str, str]]:
    return [(p.value, str(p.since), str(p.until)) for p in law.timelines["fare"]]


def test_the_toy_law_is_read_whole() -> None:
    data = load({"toy.toml": TOY})
    assert isinstance(data, LawData)
    assert (data.version, data.known_until) == ("ferry.1", date(2020, 6, 30))
    assert (set(data.timelines), set(data.absences), set(data.decisions)) == (
        {"law.first_day", "fare"}, {"no_dogs_rule"}, {"F1", "F2"},
    )  # fmt: skip
    old, new = data.timelines["fare"]
    assert (old.value, new.value, old.unit, old.grade, new.grade) == (
        500,
        800,
        "rupiah",
        "verbatim",
        "official",
    )
    assert (old.until, new.since, new.until) == (date(2010, 7, 1), date(2010, 7, 1), None)
    assert str(old.sources[0]) == "Ferry Act Pasal 2 ayat (1) huruf a angka 3"
    assert [str(source) for source in new.sources] == [
        "Ferry Act 2010 Lampiran I penjelasan",
        "notice (pasal ?)",
    ]
    assert (old.known_until, new.known_until) == (date(2020, 6, 30), date(2019, 1, 1))
    assert (old.decisions, new.decisions, new.note) == ((), ("F1",), "pasted on the quay")
    assert data.timelines["law.first_day"][0].value is True
    first, second = data.decisions["F1"], data.decisions["F2"]
    assert (first.chosen, first.alternatives, first.open, first.grade) == (
        "people", ("people_and_goats",), False, "interpretation",
    )  # fmt: skip
    assert (second.open, second.grade, second.uncoded) == (True, "open", "half: of what?")


def test_a_later_law_may_keep_the_value_of_the_one_before() -> None:
    first, second = load({"toy.toml": swap("value = 800", "value_as_before = true")}).timelines[
        "fare"
    ]
    assert (first.value, second.value, second.since) == (500, 500, date(2010, 7, 1))


def test_parts_of_the_law_may_stand_in_several_files() -> None:
    assert (
        load({"a": HEAD, "b": FARE, "c": REST}).timelines.keys()
        == load({"toy.toml": TOY}).timelines.keys()
    )


def unit(name: str, value: str, more: str = "") -> str:
    """The toy law with one more provision, of any unit and value."""
    return (
        TOY
        + f"""
[[provision]]
id = "thing"
name = {{ id = "x", en = "x" }}
unit = {name}
{more}
[[provision.period]]
from = 2000-01-01
value = {value}
source = [{{ instrument = "Ferry Act", pasal = "3" }}]
grade = "verbatim"
"""
    )


GOOD_VALUES = [
    ('"rupiah"', "0", 0), ('"months"', "3", 3), ('"day of month"', "15", 15),
    ('"share"', '"0.0024"', 2_400), ('"share"', '"0.000001"', 1), ('"share"', '"1"', 1_000_000),
    ('"share"', '"0"', 0), ('"date"', "2020-02-29", date(2020, 2, 29)),
    ('"codes"', '["a", "b"]', ("a", "b")), ('"codes"', "[1, 3]", (1, 3)), ('"rule"', "true", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "written", "read"), GOOD_VALUES, ids=[f"{u}={w}" for u, w, _ in GOOD_VALUES]
)
def test_a_value_is_read_by_its_unit(name: str, written: str, read: object) -> None:
    value = load({"toy.toml": unit(name, written)}).timelines["thing"][0].value
    assert value == read
    assert type(value) is type(read)


def test_a_table_is_read_row_by_row() -> None:
    thing = load(
        {"toy.toml": unit('"table"', '[[1, "a"], [2, "b"]]', 'columns = ["n", "c"]')}
    ).timelines["thing"][0]
    assert (thing.rows, thing.columns) == (((1, "a"), (2, "b")), ("n", "c"))
    with pytest.raises(LawDataError, match="thing"):
        _ = thing.number


BAD_VALUES = [
    ("rupiah negative", '"rupiah"', "-1"), ("rupiah with a fraction", '"rupiah"', "1.5"),
    ("whole float", '"rupiah"', "1.0"),
    ("rupiah as text", '"rupiah"', '"500"'), ("rupiah true", '"rupiah"', "true"),
    ("rupiah nan", '"rupiah"', "nan"), ("rupiah a list", '"rupiah"', "[500]"),
    ("rupiah a table", '"rupiah"', "{ a = 1 }"), ("months a date", '"months"', "2020-01-01"),
    ("share a float", '"share"', "0.5"), ("share a number", '"share"', "1"),
    ("share in words", '"share"', '"half"'), ("share negative", '"share"', '"-0.1"'),
    ("share of seven places", '"share"', '"0.0000001"'),
    ("share infinite", '"share"', '"Infinity"'), ("share no number", '"share"', '"NaN"'),
    ("share signalling", '"share"', '"sNaN"'), ("share empty", '"share"', '""'),
    ("share enormous", '"share"', '"1e999999"'),
    ("date with time", '"date"', "2020-01-01T00:00:00"), ("date as text", '"date"', '"2020-01-01"'),
    ("date a clock time", '"date"', "10:00:00"), ("codes empty", '"codes"', "[]"),
    ("codes one word", '"codes"', '"a"'), ("codes floats", '"codes"', "[1.5]"),
    ("codes true", '"codes"', "[true]"), ("table empty", '"table"', "[]"),
    ("table of numbers", '"table"', "[1]"), ("rule false", '"rule"', "false"),
    ("rule a number", '"rule"', "1"), ("unknown unit", '"dollars"', "1"),
    ("unit a number", "5", "1"), ("unit a list", '["rupiah"]', "1"), ("unit empty", '""', "1"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "written"), [pytest.param(u, w, id=n) for n, u, w in BAD_VALUES])
def test_a_wrong_value_is_refused_with_its_place(name: str, written: str) -> None:
    with pytest.raises(LawDataError, match=r"toy\.toml: thing"):
        load({"toy.toml": unit(name, written)})


@pytest.mark.parametrize("table", ['[[1, "a"], [2]]', "[[1, 2, 3]]", "[[]]"])
def test_a_row_has_the_columns_of_its_table(table: str) -> None:
    with pytest.raises(LawDataError, match="2 columns"):
        load({"toy.toml": unit('"table"', table, 'columns = ["n", "c"]')})


def swap(old: str, new: str, count: int = 1) -> str:
    assert old in TOY, "the toy law has what the case changes"
    return TOY.replace(old, new, count)


PERIOD = "from = 2010-07-01\nvalue = 800"
BROKEN: list[tuple[str, str, str]] = [
    ("overlap", swap("until = 2010-07-01", "until = 2010-07-02"), "overlap"),
    ("overlap without an end", swap("until = 2010-07-01\n", ""), "overlap"),
    ("gap of a day", swap("until = 2010-07-01", "until = 2010-06-30"), "gap"),
    (
        "end before the beginning",
        swap("until = 2010-07-01", "until = 1999-07-01"),
        "until after from",
    ),
    ("end on the beginning", swap("until = 2010-07-01", "until = 2000-01-01"), "until after from"),
    (
        "periods in the wrong order",
        swap("from = 2000-01-01\nuntil = 2010-07-01", "from = 2011-01-01\nuntil = 2012-01-01"),
        "toy",
    ),
    (
        "no periods",
        swap(
            'grade = "verbatim"\n[[provision.period]]\n' + PERIOD,
            'grade = "verbatim"\n[[provision]]\n' + PERIOD,
        ),
        "toy",
    ),
    (
        "periods not a list",
        HEAD + '[[provision]]\nid = "fare"\nname = {id="a", en="a"}\nunit = "rule"\nperiod = 5',
        "fare",
    ),
    (
        "periods an empty list",
        HEAD + '[[provision]]\nid = "fare"\nname = {id="a", en="a"}\nunit = "rule"\nperiod = []',
        "fare",
    ),
    ("no source", swap('source = [{ instrument = "Ferry Act", pasal = "1" }]\n', ""), "source"),
    (
        "empty source",
        swap('[{ instrument = "Ferry Act", pasal = "1" }]', "[]"),
        "at least one source",
    ),
    (
        "source as text",
        swap('[{ instrument = "Ferry Act", pasal = "1" }]', '"Ferry Act"'),
        "at least one source",
    ),
    (
        "sources of text",
        swap('[{ instrument = "Ferry Act", pasal = "1" }]', '["Ferry Act"]'),
        "table",
    ),
    (
        "source without instrument",
        swap('instrument = "Ferry Act", pasal = "1"', 'pasal = "1"'),
        "instrument",
    ),
    (
        "source without article",
        swap('instrument = "Ferry Act", pasal = "1"', 'instrument = "Ferry Act"'),
        "article_known",
    ),
    ("article as a number", swap('pasal = "1"', "pasal = 1"), "pasal"),
    (
        "article_known as text",
        swap("article_known = false", 'article_known = "no"'),
        "article_known",
    ),
    ("unknown key of a source", swap('pasal = "1"', 'pasal = "1", page = "3"'), "page"),
    ("unknown key of a period", swap("value = 800", "value = 800\ncolour = 1"), "colour"),
    ("unknown key of a provision", swap('id = "fare"', 'id = "fare"\ncolour = 1'), "colour"),
    (
        "unknown key of the head",
        swap('version = "ferry.1"', 'version = "ferry.1"\ncolour = 1'),
        "colour",
    ),
    (
        "unknown key of an absence",
        swap('id = "no_dogs_rule"', 'id = "no_dogs_rule"\ncolour = 1'),
        "colour",
    ),
    ("unknown key of a decision", swap('id = "F2"', 'id = "F2"\ncolour = 1'), "colour"),
    ("unknown table", TOY + "[[provisions]]\n", "provisions"),
    (
        "a name in one language",
        swap('{ id = "ongkos", en = "fare" }', '{ id = "ongkos" }'),
        "missing",
    ),
    ("an empty name", swap('en = "fare"', 'en = ""'), "both languages"),
    ("a name as text", swap('{ id = "ongkos", en = "fare" }', '"fare"'), "table"),
    ("a name as a number", swap('en = "fare"', "en = 5"), "both languages"),
    ("open grade of a provision", swap('grade = "official"', 'grade = "open"'), "decision"),
    ("unknown grade", swap('grade = "official"', 'grade = "certain"'), "certain"),
    ("grade in the wrong case", swap('grade = "official"', 'grade = "Official"'), "Official"),
    ("grade a list", swap('grade = "official"', 'grade = ["official"]'), "grade"),
    ("no grade", swap('grade = "official"\n', ""), "grade"),
    ("from with a time", swap(PERIOD, "from = 2010-07-01T00:00:00\nvalue = 800"), "without quotes"),
    ("from as text", swap(PERIOD, 'from = "2010-07-01"\nvalue = 800'), "without quotes"),
    (
        "until with a time",
        swap("until = 2010-07-01", "until = 2010-07-01T00:00:00Z"),
        "without quotes",
    ),
    ("no from", swap(PERIOD, "value = 800"), "from"),
    ("known_until with a time", swap("2020-06-30", "2020-06-30 12:00:00"), "known_until"),
    (
        "known_until of a period as text",
        swap("known_until = 2019-01-01", 'known_until = "2019"'),
        "fare",
    ),
    (
        "as before, with a value",
        swap("value = 800", "value = 800\nvalue_as_before = true"),
        "value_as_before",
    ),
    ("as before, first of all", swap("value = 500", "value_as_before = true"), "value_as_before"),
    ("as before, as text", swap("value = 800", 'value_as_before = "yes"'), "value_as_before"),
    ("no version", swap('version = "ferry.1"\n', ""), "version"),
    ("no head", FARE + REST, "law"),
    ("head as a number", "law = 5\n" + FARE + REST, "law"),
    ("the same provision twice", TOY + FARE, "used once"),
    ("the same absence twice", TOY + REST[: REST.index("[[decision]]")], "used once"),
    (
        "the same decision twice",
        TOY + REST[REST.index("[[decision]]") : REST.rindex("[[decision]]")],
        "used once",
    ),
    ("an absence and a provision of one id", swap('id = "no_dogs_rule"', 'id = "fare"'), "fare"),
    ("id a number", swap('id = "fare"', "id = 5"), "id"),
    ("id a list", swap('id = "fare"', 'id = ["fare"]'), "id"),
    ("a decision that is not there", swap('decisions = ["F1"]', 'decisions = ["F9"]'), "F9"),
    ("a decision of an absence not there", swap('decisions = ["F2"]', 'decisions = ["F9"]'), "F9"),
    ("decisions as text", swap('decisions = ["F1"]', 'decisions = "F1"'), "fare"),
    ("decisions as a number", swap('decisions = ["F1"]', "decisions = 1"), "decisions"),
    ("alternatives as text", swap('["people_and_goats"]', '"people_and_goats"'), "alternatives"),
    ("alternatives as a number", swap('["people_and_goats"]', "5"), "alternatives"),
    ("open as text", swap("open = true", 'open = "no"'), "open"),
    ("number as text", swap('default = "people"', 'default = "people"\nnumber = "5"'), "number"),
    ("default as a number", swap('default = "people"', "default = 1"), "default"),
    ("note as a number", swap('note = "pasted on the quay"', "note = 5"), "note"),
    ("columns as a number", swap('unit = "rupiah"', 'unit = "rupiah"\ncolumns = 5'), "columns"),
    ("absences as a number", "absence = 5\n" + HEAD + FARE, "absence"),
    ("decisions as a table", HEAD + "[decision]\nid = 1", "toy.toml"),
    ("no TOML", "this is not TOML", "valid TOML"),
    ("the same key twice", TOY + "\n[law]\nversion = 'x'", "valid TOML"),
    ("nested too deep", TOY + "\nx = " + "[" * 5000, "toy.toml"),
    ("empty", "", "law"),
]


@pytest.mark.parametrize(
    ("text", "word"), [pytest.param(text, word, id=name) for name, text, word in BROKEN]
)
def test_a_broken_law_is_refused_and_the_place_is_named(text: str, word: str) -> None:
    with pytest.raises(LawDataError) as caught:
        load({"toy.toml": text})
    assert word in str(caught.value)
    assert "Next step: " in str(caught.value)


def test_two_heads_are_refused_with_both_files() -> None:
    with pytest.raises(LawDataError) as caught:
        load({"one.toml": TOY, "two.toml": HEAD})
    assert "one.toml" in str(caught.value)
    assert "two.toml" in str(caught.value)
    with pytest.raises(LawDataError, match="law"):
        load({})


def test_the_same_id_in_two_files_is_refused() -> None:
    with pytest.raises(LawDataError, match=r"two\.toml: fare"):
        load({"one.toml": TOY, "two.toml": FARE})


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2000, 1, 1), 500),
        (date(2010, 6, 30), 500),
        (date(2010, 7, 1), 800),
        (date.max, 800),
        (date(1999, 12, 31), None),
    ],
)
def test_find_gives_what_was_in_force_on_the_day(day: date, value: int | None) -> None:
    found = toy().find("fare", day)
    assert (found.number if found else None) == value
    if value is None:
        with pytest.raises(OutsideLawError, match="1999-12-31"):
            toy().get("fare", day)
    else:
        assert toy().get("fare", day) is not None


def test_an_unknown_rule_is_no_rule_that_is_not_in_force() -> None:
    for ask in (toy().find, toy().get):
        with pytest.raises(LawDataError, match="fares"):
            ask("fares", DAY)


@pytest.mark.parametrize("day", [NOON, "2015-01-01", 2015, None], ids=repr)
def test_the_law_is_asked_by_days_only(day: Any) -> None:
    asked: list[Callable[[], object]] = [
        lambda: toy().find("fare", day),
        lambda: toy().get("fare", day),
    ]
    for ask in asked:
        with pytest.raises(InputError, match="day"):
            ask()


def test_a_list_of_the_law_is_sorted_and_by_day() -> None:
    assert [(p.id, p.value) for p in toy().in_force()] == [
        ("fare", 500),
        ("fare", 800),
        ("law.first_day", True),
    ]
    assert [(p.id, p.value) for p in toy().in_force(DAY)] == [
        ("fare", 800),
        ("law.first_day", True),
    ]
    assert [*toy().in_force(date(1999, 12, 31))] == []
    assert toy().first_day == date(2000, 1, 1)


def test_grounds_bring_their_decisions_once_and_in_order() -> None:
    law = toy()
    new = law.get("fare", DAY)
    assert [(g.kind, g.id) for g in law.cite(new, "no_dogs_rule", "F1")] == [
        ("provision", "fare"), ("decision", "F1"), ("absence", "no_dogs_rule"), ("decision", "F2"),
    ]  # fmt: skip
    assert isinstance(law.cite("no_dogs_rule")[0], Absence)
    assert isinstance(law.cite("F1")[0], Decision)
    assert law.cite() == ()
    with pytest.raises(LawDataError, match="F9"):
        law.cite("F9")
    with pytest.raises(LawDataError, match="states a number"):
        law.number_of("F1")


AMENDED = [
    ("from a day on", fare(since=DAY),
     [(500, "2000-01-01", "2010-07-01"), (800, "2010-07-01", "2015-01-01"),
      (900, "2015-01-01", "None")]),
    ("in the middle", fare(since=date(2011, 1, 1), until=date(2012, 1, 1)),
     [(500, "2000-01-01", "2010-07-01"), (800, "2010-07-01", "2011-01-01"),
      (900, "2011-01-01", "2012-01-01"), (800, "2012-01-01", "None")]),
    ("across a change", fare(since=date(2005, 1, 1), until=date(2012, 1, 1)),
     [(500, "2000-01-01", "2005-01-01"), (900, "2005-01-01", "2012-01-01"),
      (800, "2012-01-01", "None")]),
    ("one whole period", fare(since=date(2000, 1, 1), until=date(2010, 7, 1)),
     [(900, "2000-01-01", "2010-07-01"), (800, "2010-07-01", "None")]),
    ("everything", fare(since=date(1990, 1, 1)), [(900, "1990-01-01", "None")]),
    ("just before", fare(since=date(1990, 1, 1), until=date(2000, 1, 1)),
     [(900, "1990-01-01", "2000-01-01"), (500, "2000-01-01", "2010-07-01"),
      (800, "2010-07-01", "None")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("new", "wanted"), [pytest.param(new, wanted, id=name) for name, new, wanted in AMENDED]
)
def test_an_amendment_replaces_its_period_and_nothing_else(
    new: Provision, wanted: list[Any]
) -> None:
    law = toy()
    before, mark = periods(law), law.fingerprint
    changed = law.amended(new)
    assert periods(changed) == wanted
    assert (periods(law), law.fingerprint) == (before, mark), "the old law stays"
    assert changed.fingerprint != mark
    assert changed.version == "ferry.1+amended"


def test_amendments_follow_each_other_and_may_bring_a_new_rule() -> None:
    law = toy().amended(
        fare(900, DAY), fare(950, date(2016, 1, 1)), fare(3, DAY, id="dogs", unit="months")
    )
    assert [p[0] for p in periods(law)] == [500, 800, 900, 950]
    assert law.get("dogs", DAY).number == 3
    assert law.find("dogs", date(2014, 12, 31)) is None


@pytest.mark.parametrize(
    ("new", "word"),
    [
        (fare(since=date(1990, 1, 1), until=date(1995, 1, 1)), "gap"),
        (fare(since=DAY, until=DAY), "until after from"),
        (fare(since=DAY, until=date(2014, 1, 1)), "until after from"),
        (fare(decisions=("F9",)), "F9"),
        (fare(since=NOON), "since"),
        (fare(sources=()), "source"),
        ("fare = 900", "Provision"),
    ],
    ids=["gap", "no day", "backwards", "decision", "time", "no source", "text"],
)
def test_an_amendment_that_does_not_hold_together_is_refused(new: Any, word: str) -> None:
    with pytest.raises((LawDataError, InputError), match=word):
        toy().amended(new)


def test_a_reading_is_chosen_on_a_new_law() -> None:
    law = toy()
    other = law.with_decisions(F1="people_and_goats")
    assert (
        law.chose("F1", "people"),
        other.chose("F1", "people"),
        other.chose("F1", "people_and_goats"),
    ) == (
        True,
        False,
        True,
    )
    assert of_type(Decision, other.cite("F1")[0]).chosen == "people_and_goats"
    assert other.fingerprint != law.fingerprint == other.with_decisions(F1="people").fingerprint
    assert law.with_decisions().fingerprint == law.fingerprint
    for wrong in ({"F9": "x"}, {"F1": "goats"}, {"F2": "half"}, {"F1": None}, {"F1": ["people"]}):
        with pytest.raises(InputError):
            untyped(law.with_decisions)(**wrong)


def test_a_strict_law_is_a_new_law_with_another_fingerprint() -> None:
    law = toy()
    strict = law.strictly()
    assert (law.strict, strict.strict, strict.strictly().strict) == (False, True, True)
    assert strict.fingerprint != law.fingerprint
    assert strict.with_decisions(F1="people_and_goats").strict
    assert strict.amended(fare()).strict
    assert evolve(strict, strict=False).fingerprint == law.fingerprint


def test_the_fingerprint_is_of_the_content() -> None:
    changes = [("value = 800", "value = 801"), ("2020-06-30", "2020-07-01"),
               ('pasal = "1"', 'pasal = "1a"'), ('en = "fare"', 'en = "price"'),
               ("open = true", "open = false"), ('grade = "official"', 'grade = "secondary"'),
               ("pasted on the quay", "lost")]  # fmt: skip
    marks = {toy().fingerprint, *(toy(swap(old, new)).fingerprint for old, new in changes)}
    assert len(marks) == len(changes) + 1
    assert toy().fingerprint == toy(REST + HEAD + FARE).fingerprint, (
        "the order of the files does not count"
    )


@pytest.mark.parametrize("attribute", ["version", "timelines", "strict"])
def test_a_law_cannot_be_changed_in_place(attribute: str) -> None:
    with pytest.raises(AttributeError):
        setattr(toy(), attribute, None)


def test_a_text_counts_each_provision_that_stands_in_it() -> None:
    """Both provisions stand in the first act; later one stands in an act and in a notice."""
    law = toy(swap('"notice", article_known = false', '"notice", statement = true'))
    early = fidelity_by_instrument(law, date(2005, 1, 1))
    assert [(*row, row.percent) for row in early] == [("Ferry Act", 2, 2, 100)]
    late = fidelity_by_instrument(law, date(2015, 1, 1))
    assert [(*row, row.percent) for row in late] == [
        ("Ferry Act", 1, 1, 100),
        ("Ferry Act 2010", 1, 0, 0),
    ]


def test_a_share_is_rounded_down() -> None:
    fares = [fare(id=f"fare.{n}", grade=Grade.VERBATIM, since=date(2000, 1, 1)) for n in range(2)]
    fares.append(fare(id="fare.2", since=date(2000, 1, 1)))
    with_three = evolve(toy(), timelines={one.id: (one,) for one in fares})
    [row] = [
        row for row in fidelity_by_instrument(with_three, DAY) if row.instrument == "Ferry Act 2015"
    ]
    assert (*row, row.percent) == ("Ferry Act 2015", 3, 2, 66)


def test_of_rules_in_each_others_place_one_is_in_force() -> None:
    """The field check of a death: days (Permenaker 5/2021), then working days (1/2025)."""
    law = current()
    rules = ("jkm.field_check_days", "jkm.field_check_working_days")
    days = [date(2021, 3, 31), date(2021, 4, 1), date(2025, 2, 23), date(2025, 2, 24)]
    found = [law.find_one(rules, day) for day in days]
    assert [rule and rule.id for rule in found] == [None, rules[0], rules[0], rules[1]]
    longer = evolve(law.get(rules[0], days[1]), until=date(2025, 2, 25))
    with pytest.raises(LawDataError, match=r"jkm\.field_check_days, .* on 2025-02-24"):
        law.amended(longer).find_one(rules, days[3])
