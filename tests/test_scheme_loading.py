"""A scheme file is read strictly, and the answers do what it says. The town is invented."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from jamsos import (
    InputError,
    JamsosError,
    LawDataError,
    Outcome,
    Payer,
    Programme,
    Worker,
    load_scheme,
    may_enrol,
    premium,
)
from jamsos.eligibility.criteria import RUN
from jamsos.eligibility.scheme import TESTS, Scheme, read_scheme

HEAD = """
[scheme]
id = "town"
name = { id = "Kota", en = "Town" }
region = "99.99"
"""
TERMS = """
[[terms]]
from = 2023-01-01
until = 2025-01-01
payer = "APBD"
programmes = ["JKK", "JKM"]
income_row = 2
months = 12
name = { id = "baris 2", en = "row 2" }
source = [{ instrument = "Town decree", pasal = "1" }]
grade = "official"
[[terms]]
from = 2025-01-01
payer = "CSR"
programmes = ["JKK", "JKM", "JHT"]
months = 6
name = { id = "baris penghasilan", en = "row of the income" }
source = [{ instrument = "Town decree 2", article_known = false }]
grade = "secondary"
"""
RULES = """
[[criterion]]
id = "grown_up"
test = "age"
from_year = 2023
at_least = 20
below = 50
name = { id = "usia", en = "age" }
source = [{ instrument = "Town decree", pasal = "2" }]
grade = "official"
[[criterion]]
id = "letter"
test = "letter"
from_year = 2024
until_year = 2024
name = { id = "surat", en = "letter" }
source = [{ instrument = "Town decree", pasal = "3" }]
grade = "official"
[[criterion]]
id = "work"
test = "present_work"
from_year = 2023
on = false
categories = ["fisher"]
decisions = ["D61"]
name = { id = "kerja", en = "work" }
source = [{ instrument = "Town decree", pasal = "4" }]
grade = "open"
"""
TOWN = HEAD + TERMS + RULES
POOR = """
[[criterion]]
id = "poor"
test = "poor"
from_year = 2023
poorest_deciles = 4
name = { id = "desil 1 sampai 4", en = "deciles 1 to 4" }
source = [{ instrument = "Town decree", pasal = "5" }]
grade = "official"
"""
"""Which deciles are poor, as the town says."""
LOCAL = Worker(
    works=True, foreign=False, birth=date(1990, 1, 1), kind="b", sector="other", income=900_000
)


def town(text: str = TOWN) -> Scheme:
    return read_scheme(text, "town.toml")


def statuses(scheme: Scheme, on: date, worker: Worker = LOCAL) -> dict[str, str]:
    return {c.code: str(c.status) for c in may_enrol(worker, on, scheme=scheme).conditions[4:]}


def test_a_scheme_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "town.toml"
    file.write_text(TOWN, "utf-8")
    assert load_scheme(file) == load_scheme(str(file)) == town()
    scheme = town()
    assert (scheme.id, scheme.name.id, scheme.name.en, scheme.region, repr(scheme)) == (
        "town", "Kota", "Town", "99.99", "Scheme('town')",
    )  # fmt: skip
    first, second = scheme.terms
    assert (first.payer, first.programmes, first.income_row, first.months) == (
        Payer.APBD, (Programme.JKK, Programme.JKM), 2, 12,
    )  # fmt: skip
    assert (second.payer, second.programmes[-1], second.income_row, second.until) == (
        Payer.CSR,
        Programme.JHT,
        None,
        None,
    )
    assert [rule.ground.id for rule in scheme.rules] == ["grown_up", "letter", "work"]
    assert str(scheme.rules[0].ground.sources[0]) == "Town decree Pasal 2"


@pytest.mark.parametrize(
    ("day", "payer"),
    [
        (date(2022, 12, 31), None),
        (date(2023, 1, 1), "APBD"),
        (date(2024, 12, 31), "APBD"),
        (date(2025, 1, 1), "CSR"),
        (date.max, "CSR"),
    ],
)
def test_the_terms_of_a_day(day: date, payer: str | None) -> None:
    terms = town().terms_on(day)
    assert (str(terms.payer) if terms else None) == payer


def test_what_the_scheme_buys_is_what_is_priced() -> None:
    assert premium(LOCAL, "2024-12", scheme=town()).total == 12_000 + 6_800
    later = premium(LOCAL, "2025-01", scheme=town())
    assert {line.code: line.amount for line in later.lines} == {
        "premium.jkk": 10_000, "premium.jkm": 6_800, "premium.jht": 20_000,
    }  # fmt: skip
    assert {line.party for line in later.lines} == {"CSR"}


@pytest.mark.parametrize(
    ("on", "asked"),
    [
        (date(2023, 6, 1), {"grown_up": "met"}),
        (date(2024, 6, 1), {"grown_up": "met", "letter": "unknown"}),
        (date(2025, 6, 1), {"grown_up": "met"}),
        (date(2040, 1, 1), {"grown_up": "failed"}),
        (date(2022, 6, 1), {"scheme_runs": "failed"}),
    ],
)
def test_a_criterion_is_asked_in_its_years(on: date, asked: dict[str, str]) -> None:
    assert statuses(town(), on) == asked


def test_switching_a_criterion_gives_a_new_scheme() -> None:
    scheme = town()
    on, off = scheme.switch("work", on=True), scheme.switch("letter", on=False)
    assert statuses(on, date(2023, 6, 1)) == {"grown_up": "met", "work": "unknown"}
    assert statuses(off, date(2024, 6, 1)) == {"grown_up": "met"}
    assert (
        statuses(on.switch("work", on=False), date(2023, 6, 1))
        == statuses(scheme, date(2023, 6, 1))
        == {"grown_up": "met"}
    )
    assert scheme == town()
    with pytest.raises(InputError, match="grown_up"):
        scheme.switch("Letter", on=False)


def test_every_test_a_file_may_ask_for_can_be_run() -> None:
    assert RUN.keys() == TESTS.keys()
    keys = {
        "at_least": "at_least = 1",
        "below": "below = 99",
        "categories": 'categories = ["farmer"]',
    }
    for test, needs in TESTS.items():
        rule = RULES[: RULES.index('[[criterion]]\nid = "letter"')].replace(
            'test = "age"', f'test = "{test}"'
        )
        rule = rule.replace("at_least = 20\nbelow = 50", "\n".join(keys[key] for key in needs))
        assert statuses(town(HEAD + TERMS + rule), date(2023, 6, 1)).keys() == {"grown_up"}


def test_a_category_the_scheme_does_not_pay_for_fails() -> None:
    narrow = town().switch("work", on=True)
    asked = {
        c: statuses(narrow, date(2023, 6, 1), evolve(LOCAL, category=c))["work"]
        for c in ("fisher", "craft")
    }
    assert asked == {"fisher": "met", "craft": "failed"}


@pytest.mark.parametrize(
    ("decile", "poor", "status"),
    [
        (1, None, "met"),
        (4, None, "met"),
        (5, None, "failed"),
        (10, None, "failed"),
        (None, None, "unknown"),
        # Where the scheme counts by the decile, another list of the poor decides nothing.
        (5, True, "failed"),
        (4, False, "met"),
        (None, True, "unknown"),
    ],
)
def test_the_scheme_says_which_deciles_are_poor(
    decile: int | None, poor: bool | None, status: str
) -> None:
    worker = evolve(LOCAL, decile=decile, poor=poor)
    answer = may_enrol(worker, date(2023, 6, 1), scheme=town(HEAD + TERMS + POOR))
    assert [str(one.status) for one in answer.conditions if one.code == "poor"] == [status]
    needs = ["worker.decile"] if status == "unknown" else []
    assert [need.id for need in answer.needs] == needs


@pytest.mark.parametrize(
    ("decile", "poor", "status", "needs"),
    [
        (1, None, "unknown", ["scheme.poorest_deciles"]),
        (10, None, "unknown", ["scheme.poorest_deciles"]),
        (None, None, "unknown", ["worker.poor"]),
        (1, False, "failed", []),
        (10, True, "met", []),
    ],
)
def test_without_a_threshold_no_decile_is_poverty(
    decile: int | None, poor: bool | None, status: str, needs: list[str]
) -> None:
    silent = town(HEAD + TERMS + POOR.replace("poorest_deciles = 4\n", ""))
    answer = may_enrol(evolve(LOCAL, decile=decile, poor=poor), date(2023, 6, 1), scheme=silent)
    assert [str(one.status) for one in answer.conditions if one.code == "poor"] == [status]
    assert [need.id for need in answer.needs] == needs


def test_a_threshold_that_is_missing_is_asked_for_in_both_languages() -> None:
    silent = town(HEAD + TERMS + POOR.replace("poorest_deciles = 4\n", ""))
    answer = may_enrol(evolve(LOCAL, decile=3), date(2023, 6, 1), scheme=silent)
    (need,) = answer.needs
    assert need.name.say("id") == "sampai desil berapa program menganggap keluarga miskin"
    assert need.name.say("en") == "up to which decile the programme counts a family as poor"


@pytest.mark.parametrize("deciles", ["0", "10", "4.0", '"4"', "true"])
def test_a_threshold_that_is_none_is_refused(deciles: str) -> None:
    wrong = POOR.replace("poorest_deciles = 4", f"poorest_deciles = {deciles}")
    with pytest.raises(LawDataError, match="criterion 1: poorest_deciles"):
        town(HEAD + TERMS + wrong)


def test_only_the_test_of_poverty_has_a_threshold() -> None:
    wrong = POOR.replace('test = "poor"', 'test = "letter"')
    with pytest.raises(LawDataError, match="poorest_deciles"):
        town(HEAD + TERMS + wrong)


def swap(old: str, new: str, count: int = 1) -> str:
    assert old in TOWN, "the town has what the case changes"
    return TOWN.replace(old, new, count)


BROKEN: list[tuple[str, str, str]] = [
    ("empty", "", "missing"),
    ("no TOML", "town", "valid TOML"),
    ("no terms", HEAD + RULES, "terms"),
    ("no criteria", HEAD + TERMS, "criterion"),
    ("terms empty", HEAD.replace("[scheme]", "terms = []\n[scheme]") + RULES, "terms"),
    ("terms a number", HEAD.replace("[scheme]", "terms = 5\n[scheme]") + RULES, "terms"),
    ("terms text", HEAD.replace("[scheme]", 'terms = "x"\n[scheme]') + RULES, "terms"),
    (
        "criterion a number",
        HEAD.replace("[scheme]", "criterion = 5\n[scheme]") + TERMS,
        "criterion",
    ),
    ("criterion a table", HEAD + TERMS + "[criterion]\nid = 1", "criterion"),
    ("scheme a number", "scheme = 5\n" + TERMS + RULES, "scheme"),
    ("unknown table", TOWN + "[extra]\n", "extra"),
    ("unknown key of the head", swap('id = "town"', 'id = "town"\ncolour = 1'), "colour"),
    ("unknown key of terms", swap("months = 12", "months = 12\ncolour = 1"), "colour"),
    ("unknown key of a criterion", swap("at_least = 20", "at_least = 20\ncolour = 1"), "colour"),
    ("key of another test", swap("until_year = 2024", "below = 70"), "below"),
    ("no region", swap('region = "99.99"\n', ""), "region"),
    ("region a fraction", swap('region = "99.99"', "region = 99.90"), "region"),
    ("region empty", swap('region = "99.99"', 'region = ""'), "region"),
    ("criterion's id a number", swap('id = "grown_up"', "id = 5"), "id"),
    ("the same criterion twice", swap('id = "letter"', 'id = "grown_up"'), "grown_up"),
    ("name in one language", swap('en = "Town"', 'en = ""'), "both languages"),
    ("terms overlap", swap("until = 2025-01-01", "until = 2025-01-02"), "overlap"),
    ("terms without an end", swap("until = 2025-01-01\n", ""), "overlap"),
    ("terms end before they begin", swap("until = 2025-01-01", "until = 2022-01-01"), "2022-01-01"),
    (
        "terms in the wrong order",
        swap("from = 2023-01-01\nuntil = 2025-01-01", "from = 2026-01-01\nuntil = 2027-01-01"),
        "terms",
    ),
    ("from with a time", swap("from = 2023-01-01", "from = 2023-01-01T00:00:00"), "without quotes"),
    ("from as text", swap("from = 2023-01-01", 'from = "2023-01-01"'), "without quotes"),
    ("unknown payer", swap('payer = "APBD"', 'payer = "apbd"'), "APBD"),
    ("payer a list", swap('payer = "APBD"', 'payer = ["APBD"]'), "APBD"),
    ("unknown programme", swap('["JKK", "JKM"]', '["JKK", "JP"]'), "JP"),
    ("programmes text", swap('programmes = ["JKK", "JKM"]', 'programmes = "JKK"'), "terms 1"),
    ("programmes a number", swap('programmes = ["JKK", "JKM"]', "programmes = 5"), "programmes"),
    ("JKK without JKM", swap('["JKK", "JKM"]', '["JKK"]'), "JKM"),
    ("no programmes", swap('["JKK", "JKM"]', "[]"), "JKM"),
    ("row 0", swap("income_row = 2", "income_row = 0"), "income_row"),
    ("row true", swap("income_row = 2", "income_row = true"), "income_row"),
    ("row as a float", swap("income_row = 2", "income_row = 2.0"), "income_row"),
    ("no months", swap("months = 12\n", ""), "months"),
    ("0 months", swap("months = 12", "months = 0"), "months"),
    ("months text", swap("months = 12", 'months = "12"'), "months"),
    ("no test", swap('test = "age"\n', ""), "letter"),
    ("unknown test", swap('test = "age"', 'test = "height"'), "height"),
    ("test a list", swap('test = "age"', 'test = ["age"]'), "age"),
    ("no lower age", swap("at_least = 20\n", ""), "at_least"),
    ("age a float", swap("at_least = 20", "at_least = 20.5"), "at_least"),
    ("age true", swap("at_least = 20", "at_least = true"), "at_least"),
    ("ages that meet nobody", swap("below = 50", "below = 20"), "below"),
    ("year text", swap("from_year = 2023", 'from_year = "2023"'), "from_year"),
    ("years backwards", swap("until_year = 2024", "until_year = 2023"), "until_year"),
    ("switch text", swap("on = false", 'on = "no"'), "on"),
    ("switch a number", swap("on = false", "on = 0"), "on"),
    ("unknown category", swap('["fisher"]', '["fishers"]'), "fishers"),
    ("categories text", swap('["fisher"]', '"fisher"'), "criterion 3"),
    ("categories a number", swap('["fisher"]', "5"), "categories"),
    ("no categories", swap('["fisher"]', "[]"), "categories"),
    ("decisions text", swap('decisions = ["D61"]', 'decisions = "D61"'), "decisions"),
    ("decisions a number", swap('decisions = ["D61"]', "decisions = 61"), "decisions"),
    ("unknown grade", swap('grade = "official"', 'grade = "sure"'), "sure"),
    ("no source", swap('source = [{ instrument = "Town decree", pasal = "2" }]\n', ""), "source"),
    (
        "empty source",
        swap('[{ instrument = "Town decree", pasal = "2" }]', "[]"),
        "at least one source",
    ),
    ("source without article", swap(', pasal = "2" }', " }"), "article_known"),
]


@pytest.mark.parametrize(
    ("text", "word"), [pytest.param(text, word, id=name) for name, text, word in BROKEN]
)
def test_a_broken_scheme_is_refused_and_the_place_is_named(text: str, word: str) -> None:
    with pytest.raises(LawDataError) as caught:
        town(text)
    assert word in str(caught.value)
    assert "town.toml" in str(caught.value)


@pytest.mark.parametrize("content",
                         [b"", b"\xff\xfe\x00", b"\x00" * 99, b"\x89PNG\r\n",
                          TOWN.encode("utf-16")],
                          ids=["empty", "bytes", "zeros", "image", "utf-16"])  # fmt: skip
def test_a_file_that_is_no_scheme_is_refused_by_its_name(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("office.toml").write_bytes(content)
    with pytest.raises(JamsosError, match=r"office\.toml"):
        load_scheme("office.toml")


def test_a_decision_the_law_does_not_have_is_refused() -> None:
    with pytest.raises(LawDataError, match="D99"):
        town(swap('decisions = ["D61"]', 'decisions = ["D99"]'))


def test_a_file_of_windows_is_read(tmp_path: Path) -> None:
    file = tmp_path / "office.toml"
    file.write_bytes(TOWN.replace("\n", "\r\n").encode())
    assert load_scheme(file) == town()


WHERE: dict[str, Any] = {"missing": "nowhere.toml", "a directory": ".", "upper case": "KUTIM",
                         "up the tree": "../schemes/kutim",
                         "zero byte": "kutim\0", "empty": "", "spaces": " kutim ",
                         "an over-long name": "x" * 300,
                         "an over-long file": f"{'x' * 300}.toml"}  # fmt: skip


@pytest.mark.parametrize(
    "source", [pytest.param(source, id=name) for name, source in WHERE.items()]
)
def test_what_is_no_scheme_is_refused_with_a_sentence(
    source: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="source: got"):
        load_scheme(source)


def test_the_shipped_scheme_loads_by_name_and_a_file_of_the_same_name_does_not_hide_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kutim").write_text(TOWN, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_scheme("kutim").region == "64.08"
    assert load_scheme("./kutim").region == load_scheme(Path("kutim")).region == "99.99"


REGIONS: list[tuple[str, Outcome]] = [
    ("99.99", Outcome.YES), ("9999", Outcome.YES), ("99.99.01", Outcome.YES),
    ("99.99.01.2001", Outcome.YES), ("99.98", Outcome.NO), ("98.99", Outcome.NO),
    ("98.99.99.0001", Outcome.NO), ("09.99.99", Outcome.NO),
]  # fmt: skip


@pytest.mark.parametrize(("code", "outcome"), REGIONS, ids=[code for code, _ in REGIONS])
def test_a_resident_lives_in_the_district_or_a_village_of_it(code: str, outcome: Outcome) -> None:
    rule = RULES[: RULES.index('[[criterion]]\nid = "letter"')].replace(
        'test = "age"', 'test = "resident"'
    )
    scheme = town(HEAD + TERMS + rule.replace("at_least = 20\nbelow = 50\n", ""))
    here = Worker(works=True, foreign=False, birth=date(1990, 1, 1), resident_of=code)
    assert may_enrol(here, date(2023, 6, 1), scheme=scheme).outcome is outcome


def test_an_answer_never_runs_into_what_the_file_left_out() -> None:
    asks: list[Callable[[], object]] = [
        lambda: may_enrol(LOCAL, date(2023, 6, 1), scheme=town()).text("en"),
        lambda: may_enrol(Worker(), date(2022, 6, 1), scheme=town()).html("id"),
        lambda: premium(LOCAL, "2026-11", scheme=town()).text("id"),
    ]
    assert all(ask() for ask in asks)
