"""Scenarios: by hand, against asking one by one, and their words."""

import sys
from datetime import date
from random import Random
from types import SimpleNamespace
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from attrs import evolve
from scenario_cases import (
    KUTIM,
    check,
    check_deaths,
    deaths_one_by_one,
    one_by_one,
    register_of,
    scenario,
    with_deaths,
    worker,
)
from untyped import untyped

from jamsos import (
    InputError,
    Law,
    MissingExtraError,
    Month,
    Nik,
    Worker,
    current,
    premium,
    premium_run,
    what_if,
)
from jamsos.registers import other_frames, premium_columns
from jamsos.scenarios import Comparison, Group, Scenario, compare, grid
from jamsos.scenarios.runs import PRICING, runs_of
from jamsos.values.months import months_in_order

FISHER = Worker(kind="independent", category="fisher", sector="other", income=900_000)
DRIVER = Worker(kind="independent", category="transport", sector="transport", income=2_800_000)
YEAR: dict[str, Any] = {"first": "2026-01", "last": "2026-12"}
NIK = Nik("9999990101900001")
PEOPLE = pl.DataFrame({"income": [900_000], "kind": ["independent"]})
FISHERS = Group(FISHER, people=100, kecamatan="64.08.15", village="Rekaan")
BASE = Scenario("APBD", [FISHERS], payer="APBD", **YEAR)
OTHER = "relief.pp50_2025.other"


def only(result: Comparison, name: str) -> dict[str, Any]:
    """The one row of a scenario."""
    return result.table.row(by_predicate=pl.col("scenario") == name, named=True)


def test_a_year_by_hand() -> None:
    """Rp16,800 a month; half of it for nine months where the fishers pay themselves."""
    result = compare(BASE, BASE.but("sendiri", payer="self"))
    base, own = only(result, "APBD"), only(result, "sendiri")
    assert (base["people"], base["person_months"], base["premium"]) == (100, 1_200, 20_160_000)
    assert (base["jkk"], base["jkm"], base["jht"], base["relief"]) == (12_000_000, 8_160_000, 0, 0)
    assert (own["premium"], own["relief"]) == (12_600_000, 7_560_000)
    assert own["premium_difference"] == -7_560_000
    assert {base[f"{name}_difference"] for name in ("premium", "jkk", "people")} == {0}
    assert own["premium"] == 100 * premium_run(FISHER, payer="self", **YEAR).total


def test_people_who_grow_are_the_most_in_any_month() -> None:
    growing = Group(FISHER, people={"2026-03": 10, "2026-11": 25})
    result = compare(BASE.but("tumbuh", population=growing), by="year")
    [row] = result.table.to_dicts()
    assert (row["year"], row["people"], row["person_months"]) == (2026, 25, 8 * 10 + 2 * 25)
    assert row["premium"] == (8 * 10 + 2 * 25) * 16_800


@pytest.mark.parametrize("by", [(), "month", ["year", "payer"], ["village", "category", "month"]])
def test_parts_make_up_the_whole(by: Any) -> None:
    groups = [FISHERS, Group(DRIVER, people=7, village="Umpama"), Group(Worker(), people=3)]
    base = BASE.but("dasar", population=groups, last="2027-04")
    result = compare(base, base.but("sendiri", payer="self"), by=by)
    whole = compare(base, base.but("sendiri", payer="self"))
    for name in ("dasar", "sendiri"):
        rows = result.table.filter(scenario=name)
        for measure in ("person_months", "unpriced", "left_out", "jkk", "jkm", "jht", "premium"):
            assert rows[measure].sum() == only(whole, name)[measure]
            differences = rows[f"{measure}_difference"].sum()
            assert differences == only(whole, name)[f"{measure}_difference"]
        counted = rows.select(pl.sum_horizontal("person_months", "unpriced", "left_out")).sum()
        assert counted.item() == 110 * 16
        money = rows.select(pl.sum_horizontal("jkk", "jkm", "jht")).sum()
        assert money.item() == rows["premium"].sum()


def test_a_group_that_only_one_scenario_has_stands_in_both() -> None:
    drivers = Group(DRIVER, people=1)
    result = compare(BASE, BASE.but("sopir", population=drivers), by="category")
    rows = result.table.select("scenario", "category", "people", "premium_difference").rows()
    assert rows == [
        ("APBD", "fisher", 100, 0),
        ("APBD", "transport", 0, 0),
        ("sopir", "fisher", 0, -20_160_000),
        ("sopir", "transport", 1, 12 * (29_500 + 6_800)),
    ]
    assert result.grounds(1) == ()
    assert result.explain(1, "en").startswith("APBD, ")


def test_a_scheme_with_another_row_and_payer_is_no_longer_its_file() -> None:
    base = Scenario("kutim", FISHERS, scheme=KUTIM, **YEAR)
    dear = base.but("baris 2", row=2)
    own = base.but("sendiri", payer="self")
    result = compare(base, dear, own, by="payer")
    premiums = dict(result.table.filter(pl.col("people") > 0).select("scenario", "premium").rows())
    assert premiums == {"kutim": 20_160_000, "baris 2": 22_560_000, "sendiri": 12_600_000}
    row = result.table.with_row_index().filter(scenario="baris 2", payer="APBD")["index"].item()
    assert "diubah dalam skenario: baris 2" in result.explain(row)
    assert any(ground.grade == "hypothetical" for ground in result.difference_grounds(row))
    assert base.applied_scheme == KUTIM


def test_who_may_not_be_enrolled_is_left_out_and_counted() -> None:
    old = Worker(kind="independent", birth=date(1950, 1, 1), works=True, foreign=False, nik=NIK)
    grown = Worker(
        kind="independent",
        birth=date(1990, 1, 1),
        works=True,
        foreign=False,
        income=900_000,
        nik=NIK,
    )
    people = [Group(old, people=2), Group(grown, people=3), Group(FISHER, people=5)]
    base = BASE.but("boleh", population=people, entry=True, last="2026-01")
    result = compare(base, base.but("daftar", population=register_of(people)))
    for name in ("boleh", "daftar"):
        row = only(result, name)
        counts = row["people"], row["person_months"], row["left_out"], row["unpriced"]
        assert counts == (10, 3, 2, 5)
        assert row["premium"] == 3 * 16_800
    assert "tidak memenuhi syarat 2 bulan-orang" in result.explain(0)


def test_a_what_if_is_marked_in_the_table_and_in_words() -> None:
    law = what_if("usulan 2027", reason="rapat").take_away(OTHER).law
    own = BASE.but("sendiri", payer="self")
    result = compare(own, own.but("tanpa keringanan", law=law))
    assert result.table["what_if"].to_list() == [None, "ANDAIAN / WHAT-IF: usulan 2027"]
    said = result.explain(1)
    assert said.startswith('ANDAIAN "usulan 2027", bukan hukum yang berlaku: tanpa keringanan:')
    assert "Lebih mahal Rp7.560.000 daripada sendiri." in said
    assert "rapat" in said
    assert "PP 50/2025" in said
    same = compare(own, own.but("sama"))
    assert "what_if" not in same.table.columns
    assert same.explain(1, "en").endswith("The contributions are those of sendiri.")
    assert same.difference_grounds(1) == ()
    assert "It costs Rp7,560,000 less than APBD." in compare(BASE, own).explain(1, "en")
    assert repr(same) == "<Comparison of 'sendiri', 'sama': 2 rows>"


def test_a_decision_is_part_of_a_scenario() -> None:
    village = BASE.but("APBDes", payer="APBDES")
    result = compare(village, village.but("tanpa", decisions={"D24": "all_public_money"}))
    assert only(result, "APBDes")["premium"] == 12_600_000
    assert only(result, "tanpa")["premium"] == 20_160_000


def test_a_grid_is_every_combination() -> None:
    law = what_if("usulan", reason="rapat").prolong(OTHER, last="2027-03").law
    own = BASE.but("sendiri", payer="self", first="2027-01", last="2027-03")
    rows = grid(own, row=range(1, 4), law={"kini": current(), "usulan": law})
    result = compare(own, *rows)
    premiums = result.table.filter(pl.col("scenario") != "sendiri").select("scenario", "premium")
    full = [300 * (jkk + 6_800) for jkk in (10_000, 12_000, 14_000)]
    assert premiums.rows() == [
        (f"row={number}, law={name}", amount // half)
        for number, amount in enumerate(full, 1)
        for name, half in (("kini", 1), ("usulan", 2))
    ]


@pytest.mark.parametrize("of_register", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_scenarios_are_what_asking_one_by_one_gives(seed: int, *, of_register: bool) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    base, of_base = scenario(random, "dasar", of_register=of_register)
    other, of_other = scenario(random, "lain", of_register=not of_register)
    result = compare(base, other, by=["month", "kecamatan", "village", "category", "payer"])
    sums = {"dasar": one_by_one(base, of_base), "lain": one_by_one(other, of_other)}
    check(result, sums)


def test_every_rule_a_contribution_is_priced_by_divides_the_months(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Months between two changes are priced once: no rule that is read may be overlooked."""
    find, seen = Law.find, set[str]()

    def recorded(law: Law, rule: Any, day: date) -> Any:
        seen.add(rule)
        return find(law, rule, day)

    monkeypatch.setattr(Law, "find", recorded)
    random = Random(3)  # noqa: S311 - the same every time
    for number in range(150):
        # Another law each time: nothing is remembered of the one before.
        law = evolve(current(), version=str(number))
        month = Month.of("2015-07") + number
        premium(worker(random), month, payer=random.choice(["self", "APBD", "CSR"]), law=law)
        if number % 30 == 0:
            premium_columns(month, payer="self", law=law)
    assert {"bpu.who", "due.day", "jht.compulsory_for_owners", OTHER} <= seen
    assert {rule for rule in seen if not rule.startswith(PRICING)} == set()


def test_terms_of_a_scheme_divide_the_months() -> None:
    months = months_in_order("2027-05", "2027-12")
    [terms] = KUTIM.terms
    until = evolve(terms, until=date(2027, 10, 1))
    later = evolve(terms, since=date(2027, 10, 1), income_row=2)
    changed = evolve(KUTIM, terms=(until, later))
    whole = list(runs_of(months, current(), KUTIM))
    assert whole == [months]
    runs = [(str(run[0]), len(run)) for run in runs_of(months, current(), changed)]
    assert runs == [("2027-05", 3), ("2027-08", 1), ("2027-09", 1), ("2027-10", 3)]
    base = Scenario("dua", FISHERS, scheme=changed, first="2027-05", last="2027-12")
    assert only(compare(base), "dua")["premium"] == 100 * (5 * 16_800 + 3 * 18_800)


# ---------- Deaths ----------

RAISED = what_if("usulan 2027", reason="rapat").change(
    "jkm.lump_sum", rupiah=30_000_000, first="2026-12"
)


def test_what_a_death_gives_by_hand() -> None:
    """PP 82/2019 Pasal 34 and Lampiran III: 20, 12 and 10 million after a death from another cause.

    After one at work 48 times Rp1,000,000, and 12 and 10 million. A new member has only the funeral
    benefit (Pasal 35 ayat (4)). Two children: at most 2 x Rp87,000,000.
    """
    groups = [
        evolve(FISHERS, children=2),
        Group(FISHER, people=5, village="Umpama", number_issued=date(2026, 11, 2)),
    ]
    base = BASE.but("APBD", population=groups, first="2026-11")
    result = compare(base, base.but("usulan", law=RAISED.law), by="village")
    columns = ["scenario", "village", "work_death_most", "other_death_least", "other_death_most"]
    assert result.deaths.table.select(columns).rows() == [
        ("APBD", "Rekaan", 70_000_000, 42_000_000, 42_000_000),
        ("APBD", "Umpama", 70_000_000, 10_000_000, 10_000_000),
        ("usulan", "Rekaan", 74_000_000, 42_000_000, 52_000_000),
        ("usulan", "Umpama", 74_000_000, 10_000_000, 10_000_000),
    ]
    scholarships = result.deaths.table["scholarship_other_death_most"].to_list()
    assert scholarships == [174_000_000, 0, 174_000_000, 0]
    assert result.deaths.table["other_death_most_difference"].to_list() == [0, 0, 10_000_000, 0]
    assert result.deaths.table["person_months"].to_list() == [200, 10, 200, 10]
    assert "karena sebab lain Rp42.000.000 sampai Rp52.000.000;" in result.deaths.explain(2)


def test_what_a_death_gives_in_words() -> None:
    base = BASE.but("APBD", population=evolve(FISHERS, children=2), first="2026-12")
    deaths = compare(base, base.but("usulan", law=RAISED.law), base.but("sama")).deaths
    assert deaths.explain(0, "en") == (
        "APBD: Asked for 100 person-months. When one participant dies, the family receives: after a"
        " work accident Rp70,000,000; from another cause Rp42,000,000; scholarships after a work"
        " accident up to Rp174,000,000; scholarships after another cause up to Rp174,000,000."
    )
    said = deaths.explain(1)
    assert said.startswith('ANDAIAN "usulan 2027", bukan hukum yang berlaku: usulan: ')
    assert "karena sebab lain Rp52.000.000;" in said
    assert "Menurut APBD: karena kecelakaan kerja Rp70.000.000; karena sebab lain Rp42.000" in said
    assert "usulan 2027: santunan sekaligus JKM: Rp30.000.000 (andaian" in said
    assert "PP 82/2019 Pasal 34 ayat (1) huruf a: santunan sekaligus JKM: Rp20.000.000" in said
    assert deaths.explain(2, "en").endswith("The family receives what it does under APBD.")
    assert repr(deaths) == ("<Deaths of 'APBD', 'usulan', 'sama': 3 rows, what if 'usulan 2027'>")


def test_a_death_that_cannot_be_told_is_counted() -> None:
    """Without an income the benefits at work are open, those of any other death are not."""
    known, unknown = Group(DRIVER, people=2), Group(evolve(FISHER, income=None), people=3)
    both = BASE.but("dasar", population=[known, unknown], last="2026-01")
    none = both.but("tanpa", population=unknown)
    deaths = compare(both, none, none.but("di luar", scheme=KUTIM, entry=True)).deaths
    columns = ["person_months", "undecided", "work_death_least", "other_death_least"]
    of_both, of_none, nobody = deaths.table.select(columns).rows()
    # Row 10 of Lampiran I: 48 times Rp2,950,000, and 22 million.
    assert of_both == (5, 3, 163_600_000, 42_000_000)
    assert of_none == (3, 3, None, 42_000_000)
    assert nobody == (0, 0, None, None)
    assert "Belum dapat diputuskan: 3 bulan-orang." in deaths.explain(1)
    assert deaths.explain(2, "en").startswith("di luar: Asked for 0 person-months. The family")
    assert deaths.grounds(2) == ()


def test_the_least_and_the_most_of_the_parts_are_those_of_the_whole() -> None:
    groups = [FISHERS, Group(DRIVER, people=7, village="Umpama"), Group(Worker(), people=3)]
    base = BASE.but("dasar", population=groups, last="2026-02")
    parts, whole = compare(base, by=["month", "village"]).deaths, compare(base).deaths
    for name in ("work_death", "other_death"):
        assert parts.table[f"{name}_least"].min() == whole.table[f"{name}_least"].item()
        assert parts.table[f"{name}_most"].max() == whole.table[f"{name}_most"].item()
    assert parts.table["person_months"].sum() == whole.table["person_months"].item() == 220


@pytest.mark.parametrize("seed", range(2))
def test_deaths_are_what_asking_one_by_one_gives(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same every time
    base, of_base = with_deaths(random, "dasar", of_register=False)
    other, of_other = with_deaths(random, "lain", of_register=True)
    deaths = {"dasar": deaths_one_by_one(base, of_base), "lain": deaths_one_by_one(other, of_other)}
    by = ["month", "kecamatan", "village", "category", "payer"]
    check_deaths(compare(base, other, by=by).deaths, deaths)


def test_a_register_is_asked_about_deaths_as_groups_are() -> None:
    """Row 7 stated for all: 48 times Rp2,200,000, and 22 million; nobody of 75 may be enrolled."""
    old = Worker(kind="independent", birth=date(1950, 1, 1), works=True, foreign=False, nik=NIK)
    grown = evolve(old, birth=date(1990, 1, 1), income=900_000)
    groups = [Group(old, people=2), Group(grown, people=3)]
    base = BASE.but("kelompok", population=groups, entry=True, row=7, last="2026-01")
    register = register_of(groups).with_columns(children=pl.lit(2))
    deaths = compare(base, base.but("daftar", population=register)).deaths
    assert deaths.table["scholarship_other_death_most"].to_list() == [None, 174_000_000]
    columns = ["person_months", "work_death_least", "work_death_most", "other_death_most"]
    for row in deaths.table.select(columns).rows():
        assert row == (3, 127_600_000, 127_600_000, 42_000_000)
    # Without a word on children the cash has its grounds all the same.
    for place in (0, 1):
        assert "jkm.lump_sum" in [ground.id for ground in deaths.grounds(place)]


def test_a_register_without_children_leaves_the_scholarship_open() -> None:
    base = BASE.but("daftar", population=PEOPLE, last="2026-01")
    row = compare(base).deaths.table.row(0, named=True)
    assert (row["other_death_most"], row["scholarship_other_death_most"]) == (42_000_000, None)


def test_who_joined_below_the_age_limit_may_go_on() -> None:
    """Permenaker 5/2021 Pasal 33: below 65 on registration; born in 1958, a member since 2022."""
    old = Worker(kind="independent", birth=date(1958, 1, 1), works=True, foreign=False, nik=NIK)
    groups = [Group(old, people=2), Group(old, people=3, number_issued=date(2022, 3, 1))]
    later = Group(old, people=4, number_issued=date(2026, 3, 1))
    base = BASE.but("dasar", population=[*groups, later], entry=True, payer="APBD", row=1)
    result = compare(base)
    assert result.table["left_out"].item() == (2 + 4) * 12
    assert result.table["person_months"].item() == 3 * 12
    assert result.deaths.table["person_months"].item() == 3 * 12


# ---------- Grids ----------


def test_a_grid_over_months_of_cover() -> None:
    half, whole = grid(BASE, months=[6, 12])
    assert [str(one.months[-1]) for one in (half, whole)] == ["2026-06", "2026-12"]
    result = compare(BASE, half)
    assert result.table["premium"].to_list() == [20_160_000, 10_080_000]


def test_a_grid_over_an_age_limit() -> None:
    """Born in September 1963: 62 years old in January 2026."""
    old = Worker(
        kind="independent",
        category="fisher",
        birth=date(1963, 9, 1),
        works=True,
        wage_earner=False,
        other_payer=False,
        foreign=False,
        letter=True,
        registry_match=True,
        resident_of="64.08",
        nik=NIK,
    )
    base = Scenario(
        "kutim", Group(old, people=4), first="2025-01", last="2025-02", scheme=KUTIM, entry=True
    )
    result = compare(base, *grid(base, age_below=[60, 64]))
    assert result.table["left_out"].to_list() == [0, 8, 0]
    said = result.explain(1)
    assert "(diubah dalam skenario: age_below=60, di bawah 60 tahun)" in said
    assert "andaian, bukan hukum yang berlaku" in said


def test_a_grid_over_the_share_of_a_category() -> None:
    """Of 1,003 people 20 per cent are 200.6; the others keep 2 to 1."""
    groups = [
        Group(FISHER, people=1_000),
        Group(DRIVER, people={"2026-01": 2, "2026-03": 4}),
        Group(evolve(FISHER, category="farmer"), people=1),
    ]
    base = BASE.but("dasar", population=groups, last="2026-03")
    [other] = grid(base, share=[{"fisher": 20}])
    assert other.name == "share=fisher 20%"
    result = compare(base, other, by=["category", "month"])
    people = result.table.filter(scenario=other.name)["people"].to_list()
    # Farmers, fishers and drivers: 802.4 are shared 1 to 2; from March on 804, 1 to 4.
    assert people == [267, 267, 161, 201, 201, 201, 535, 535, 643]
    assert counts(base.but("a", share={"farmer": 100, "fisher": 0})) == [0, 0, 1_003]
    nobody = BASE.but("a", population=[Group(FISHER, people=0), Group(DRIVER, people=4)])
    assert counts(nobody.but("b", share={"fisher": 50})) == [2, 2]


def counts(scenario: Scenario) -> list[int]:
    """The people of each group in its first month."""
    assert isinstance(scenario.population, tuple)
    return [group.in_month(scenario.months[0]) for group in scenario.population]


# ---------- Registers of other libraries ----------


def test_a_register_of_another_library_needs_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = SimpleNamespace(implementation=SimpleNamespace(is_polars=lambda: False))

    def as_of_another(_frame: object) -> SimpleNamespace:
        return frame

    monkeypatch.setattr(nw, "from_native", as_of_another)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'jamsos\[engines\]'"):
        BASE.but("lain", population=frame)
    monkeypatch.setitem(sys.modules, "pyarrow", SimpleNamespace())
    needed = set[str]()

    def read(_frame: Any, names: Any, _polars: Any) -> pl.LazyFrame:
        needed.update(names)
        return PEOPLE.lazy()

    monkeypatch.setattr(other_frames, "read_into_polars", read)
    other = BASE.but("lain", population=frame)
    monkeypatch.undo()
    assert {"income", "kind", "payer", "kecamatan", "village", "number_issued"} <= needed
    assert compare(other).table["people"].item() == 1


# ---------- Pages ----------


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_comparison_is_a_page(lang: str) -> None:
    own = BASE.but("<sendiri>", payer="self")
    result = compare(BASE, own, by="month")
    page = result.html(lang)
    assert "&lt;sendiri&gt;" in page
    assert {"id": "24 dari 24 baris", "en": "24 of 24 rows"}[lang] in page
    assert {"id": "Perbandingan skenario", "en": "Scenarios compared"}[lang] in page
    assert {"id": "-Rp840.000", "en": "-Rp840,000"}[lang] in page
    assert {"id": "Januari 2026", "en": "January 2026"}[lang] in page
    assert result.explain(12, lang) in page.replace("&lt;", "<").replace("&gt;", ">")
    assert result._repr_html_() == result.html()
    assert ">ANDAIAN" not in page
    alone = compare(BASE).html(lang)
    assert {"id": "Mengapa berbeda", "en": "Why they differ"}[lang] not in alone


def test_the_page_of_deaths_leaves_empty_what_cannot_be_told() -> None:
    groups = [FISHERS, Group(evolve(FISHER, income=None), people=3, village="Umpama")]
    base = BASE.but("dasar", population=groups, last="2026-01")
    page = compare(base, by="village").deaths.html("en")
    assert "What the family receives after a death, by scenario" in page
    assert "Rp70,000,000" in page
    assert "person-months not decided so far" in page.lower()


REFUSED: list[tuple[Any, str, str]] = [
    (lambda: Scenario("", FISHERS, **YEAR), "name", "name the scenario"),
    (lambda: untyped(Scenario)(None, FISHERS, **YEAR), "name", "name the scenario"),
    (lambda: untyped(Scenario)("a", [], **YEAR), "population", "at least one"),
    (lambda: untyped(Scenario)("a", ["x"], **YEAR), "population[0]", "Group"),
    (lambda: untyped(Scenario)("a", "x", **YEAR), "population", "polars"),
    (lambda: BASE.but("a", last="2025-01"), "last", "or later"),
    (lambda: BASE.but("a", row=0), "row", "from 1 up"),
    (lambda: BASE.but("a", entry="yes"), "entry", "True or False"),
    (lambda: BASE.but("a", payer="APBX"), "payer", "APBD"),
    (lambda: BASE.but("a", scheme="kutim"), "scheme", "load_scheme"),
    (lambda: BASE.but("a", without=("letter",)), "without", "give scheme="),
    (lambda: BASE.but("a", scheme=KUTIM, without=("leter",)), "criterion", "'letter'"),
    (lambda: BASE.but("a", decisions={"D99": "x"}), "decision", "D24"),
    (lambda: BASE.but("a", payar="self"), "payar", "'payer'"),
    (lambda: untyped(compare)("a"), "base", "Scenario"),
    (lambda: untyped(compare)(BASE, "a"), "alternatives[0]", "Scenario"),
    (lambda: compare(BASE, BASE), "alternatives", "each name once"),
    (lambda: compare(BASE, by="vilage"), "by", "'village'"),
    (lambda: compare(BASE, by=["year", "year"]), "by", "each column once"),
    (lambda: compare(BASE).explain(1), "row", "from 0 to 0"),
    (lambda: grid(BASE), "grid", "one or two"),
    (lambda: grid(BASE, row=[1], payer=["self"], entry=[True]), "grid", "one or two"),
    (lambda: untyped(grid)(BASE, row=1), "row", "[1, 2, 3]"),
    (lambda: grid(BASE, payer="self"), "payer", "[1, 2, 3]"),
    (lambda: untyped(grid)(1, row=[1]), "base", "Scenario"),
    (lambda: untyped(Group)("x", people=1), "worker", "Worker"),
    (lambda: Group(Worker(second_income=1), people=1), "worker", "second job"),
    (lambda: Group(FISHER, people=-1), "people", "from 0 up"),
    (lambda: Group(FISHER, people={}), "people", "at least one month"),
    (lambda: Group(FISHER, people={"2026": 1}), "people", "YYYY-MM"),
    (lambda: Group(FISHER, people={"2026-01": 1.5}), "people[2026-01]", "whole"),
    (lambda: Group(FISHER, people=1, payer="APBX"), "payer", "APBD"),
    (lambda: Group(FISHER, people=1, children=-1), "children", "from 0 up"),
    (lambda: untyped(Group)(FISHER, people=1, number_issued="x"), "Group.number_issued", "date"),
    (lambda: BASE.but("a", months=0), "months", "from 1 up"),
    (lambda: BASE.but("a", age_below=60), "age_below", "scheme=..."),
    (lambda: BASE.but("a", scheme=evolve(KUTIM, rules=()), age_below=6), "age_below", "of age"),
    (lambda: BASE.but("a", scheme=KUTIM, age_below=18), "age_below", "from 19"),
    (lambda: BASE.but("a", share=20), "share", "'fisher': 20"),
    (lambda: BASE.but("a", share={}), "share", "'fisher': 20"),
    (lambda: BASE.but("a", share={"fisher": 20}), "share", "leave a category out"),
    (lambda: BASE.but("a", share={"farmer": 20}), "share", "['fisher']"),
    (lambda: BASE.but("a", share={"fisher": 60, "farmer": 50}), "share", "100 at most"),
    (lambda: BASE.but("a", share={"fisher": 101}), "share[fisher]", "0 to 100"),
    (lambda: BASE.but("a", share={"fisher": 0.5}), "share[fisher]", "0 to 100"),
    (lambda: BASE.but("a", population=PEOPLE, share={"fisher": 1}), "share", "people=..."),
]


@pytest.mark.parametrize(("call", "thing", "says"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_scenario_is_refused(call: Any, thing: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.thing == thing
    assert says in str(caught.value)


def test_their_short_forms() -> None:
    assert repr(BASE) == "<Scenario 'APBD': 2026-01 to 2026-12>"
    assert repr(FISHERS) == "<Group of 100 people>"
