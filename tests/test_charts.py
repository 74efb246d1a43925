"""Charts: what is drawn, in which words, and that nothing is asked of another site."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from untyped import untyped

from jamsos import (
    Child,
    Family,
    InputError,
    Law,
    Participation,
    UndecidedError,
    Worker,
    claim_timeline,
    death_benefit,
    load_scheme,
    payments,
    premium,
    scholarship_projection,
    what_if,
)
from jamsos.charts import (
    Picture,
    benefits_compared,
    claim_deadlines,
    contribution_by_income,
    cost_by_month,
    cover_by_kecamatan,
    plan_staircase,
    scholarship_path,
)
from jamsos.charts.areas import Tile, tiles
from jamsos.charts.words import money_unit, rows_of
from jamsos.registers import Plan, Rank, cover_against, plan, summary, synthetic_register
from jamsos.scenarios import Group, Scenario, compare

FISHER = Worker(kind="independent", category="fisher", sector="other", income=900_000)
SUPPOSED = what_if("usulan 2027", reason="rapat anggaran")
RAISED = SUPPOSED.change("jkm.lump_sum", rupiah=30_000_000, first="2027-01").law
MEMBER = Participation(
    number_issued=date(2023, 1, 2), payer="APBD", row=1, payments=payments("2023-01", "2027-02")
)
CHILD = Child(
    birth=date(2016, 6, 1),
    level="SD",
    year=5,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
MARKS = {"id": 'ANDAIAN "usulan 2027", bukan hukum', "en": 'WHAT-IF "usulan 2027", not the law'}


def died(law: Law | None = None) -> Any:
    return death_benefit(
        FISHER, MEMBER, Family(spouse=True), died_on=date(2027, 2, 20), cause="other", law=law
    )


def planned(budget: int, *, law: Law | None = None, skip: bool = False) -> Plan:
    register = synthetic_register(120, seed=7).with_columns(letter=pl.lit(value=True))
    return plan(
        register,
        budget=budget,
        first="2025-01",
        last="2025-02",
        order=[Rank("category", first=("fisher", "farmer")), "kecamatan"],
        scheme=load_scheme("kutim"),
        skip=skip,
        law=law,
    )


def scenarios(law: Law | None = None) -> Any:
    base = Scenario("APBD", Group(FISHER, people=10), first="2026-03", last="2026-05", payer="APBD")
    return compare(base, base.but("sendiri", payer="self", law=law), by=("month", "category"))


def spec(chart: Picture) -> dict[str, Any]:
    return chart.to_dict()


def title(chart: Picture) -> str:
    return " ".join(spec(chart)["title"]["text"])


def layers(chart: Picture) -> list[list[dict[str, Any]]]:
    """The rows each layer draws."""
    form = spec(chart)
    drawn: list[list[dict[str, Any]]] = []
    for layer in form["layer"]:
        data = layer.get("data", form.get("data"))
        drawn.append(data.get("values") or form["datasets"][data["name"]])
    return drawn


def every_chart(lang: str, law: Law | None = None) -> dict[str, Picture]:
    case = claim_timeline("work_accident", date(2026, 3, 2), complete_on=date(2026, 4, 10), law=law)
    register = synthetic_register(50, seed=1)
    if law is not None:
        register = register.with_columns(premium_what_if=pl.lit("ANDAIAN / WHAT-IF: usulan 2027"))
    sums = summary(register, "kecamatan")
    made = planned(1_000_000, law=law)
    return {
        "contribution": contribution_by_income(FISHER, "2026-08", payer="self", law=law, lang=lang),
        "benefits": benefits_compared(died(), died(law), lang=lang),
        "months": cost_by_month(scenarios(law), lang=lang),
        "tiles": cover_by_kecamatan(made, lang=lang),
        "staircase": plan_staircase(made, lang=lang),
        "claim": claim_deadlines(case, lang=lang),
        "scholarship": scholarship_path(
            scholarship_projection(CHILD, date(2026, 8, 20), law=law), lang=lang
        ),
        "sums": cover_by_kecamatan(sums, lang=lang),
    }


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_chart_under_a_what_if_says_so(lang: str) -> None:
    charts = every_chart(lang, RAISED)
    # What is drawn of a register has the mark of a table, which is read in either language.
    marks = dict.fromkeys(charts, MARKS[lang]) | {"tiles": "usulan 2027", "sums": "usulan 2027"}
    for name, chart in charts.items():
        form = spec(chart)
        assert marks[name] in " ".join(form["title"]["text"]), name
        assert marks[name] in form["description"], name


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_chart_marks_the_law_itself(lang: str) -> None:
    for name, chart in every_chart(lang).items():
        form = spec(chart)
        heading = " ".join(form["title"]["text"])
        assert not re.search("ANDAIAN|WHAT-IF", heading), name
        assert len(form["description"]) > len(heading), name


def test_numbers_and_months_are_those_of_the_language() -> None:
    indonesian = spec(cost_by_month(scenarios()))["config"]["locale"]
    english = spec(cost_by_month(scenarios(), lang="en"))["config"]["locale"]
    assert indonesian["number"]["thousands"] == "."
    assert english["number"]["thousands"] == ","
    assert indonesian["time"]["months"][7] == "Agustus"
    assert english["time"]["shortMonths"][4] == "May"
    assert indonesian["time"]["days"][0] == "Minggu"
    with pytest.raises(InputError, match="ask for 'id' or 'en'"):
        cost_by_month(scenarios(), lang="fr")


def test_a_chart_is_saved_without_scripts_and_without_requests(tmp_path: Path) -> None:
    chart = benefits_compared(died(), died(RAISED))
    chart.save(tmp_path / "chart.svg")
    chart.save(str(tmp_path / "chart.html"))
    chart.save(tmp_path / "chart.png", ppi=30)
    written = StringIO()
    chart.save(written, "svg")
    svg = (tmp_path / "chart.svg").read_text("utf-8")
    page = (tmp_path / "chart.html").read_text("utf-8")
    notebook: Any = chart
    shown = notebook._repr_mimebundle_()
    assert svg == written.getvalue() == chart.svg() == shown["image/svg+xml"]
    assert page == chart.html() == chart.to_html() == shown["text/html"]
    alt, _, data = page.removeprefix('<img alt="').partition('" src="data:image/svg+xml;base64,')
    assert alt.startswith("ANDAIAN &quot;usulan 2027&quot;, bukan")
    assert b64decode(data.partition('"')[0]).decode() == svg
    assert shown["text/plain"].startswith('ANDAIAN "usulan 2027"')
    assert svg.startswith('<svg role="img" aria-label="ANDAIAN &quot;usulan 2027&quot;')
    addresses = set(re.findall(r"https?://[^\"' <]+", svg))
    assert all("w3.org" in address for address in addresses)
    assert "<script" not in svg
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


def test_the_contribution_over_the_income_is_that_of_each_row() -> None:
    """PP 44/2015 Lampiran II: Rp10,000 to Rp207,000, and Rp6,800; half of it by PP 50/2025."""
    chart = contribution_by_income(FISHER, "2026-08", payer="self")
    area, lines, numbers = layers(chart)
    assert [bar["full"] for bar in area[:2]] == [16_800, 18_800]
    assert [bar["amount"] for bar in area[:2]] == [8_400, 9_400]
    assert area[-1] == {
        "income": 20_200_000,
        "end": 21_200_000,
        "amount": 106_900,
        "full": 213_800,
    }
    assert len(lines) == 33 * 2 * 2
    assert [mark["text"] for mark in numbers][:3] == ["baris 1", "baris 5", "baris 10"]
    assert numbers[-1]["text"] == "baris 33"
    for bar in (area[0], area[9], area[32]):
        worker = Worker(kind="independent", sector="other", income=bar["income"] + 1)
        assert premium(worker, "2026-08", payer="self").total == bar["amount"]
    said = str(spec(chart)["description"])
    assert "Keringanan paling banyak Rp106.900." in said


def test_without_a_relief_there_is_one_line() -> None:
    chart = contribution_by_income(FISHER, "2026-08", payer="APBD", lang="en")
    lines, _ = layers(chart)
    assert {point["series"] for point in lines} == {"contribution to pay"}
    assert str(spec(chart)["description"]).endswith("No relief applies.")
    with pytest.raises(UndecidedError):
        contribution_by_income(Worker(kind="independent"), "2026-02", payer="self")


def test_benefits_before_and_after() -> None:
    """PP 82/2019 Pasal 34: Rp20, 12 and 10 million; the lump sum is raised by half."""
    bars, _ = layers(benefits_compared(died(), died(RAISED), lang="en"))
    amounts = {(bar["line"], bar["series"]): bar["amount"] for bar in bars}
    assert amounts["JKM lump sum", "before"] == 20_000_000
    assert amounts["JKM lump sum", "after"] == 30_000_000
    assert amounts["JKM funeral benefit", "after"] == 10_000_000
    assert amounts["Total", "before"] == 42_000_000
    assert amounts["Total", "after"] == 52_000_000
    named, _ = layers(benefits_compared(died(), died(RAISED), names=("kini", "usulan")))
    assert {bar["series"] for bar in named} == {"kini", "usulan"}


def test_what_scenarios_cost_month_by_month() -> None:
    """Rp16,800 each; from April 2026 half of it for those who pay themselves (PP 50/2025)."""
    [points] = layers(cost_by_month(scenarios()))
    assert [(one["scenario"], one["month"], one["amount"]) for one in points] == [
        ("APBD", "2026-03-01", 168_000),
        ("APBD", "2026-04-01", 168_000),
        ("APBD", "2026-05-01", 168_000),
        ("APBD", "2026-06-01", 168_000),
        ("sendiri", "2026-03-01", 168_000),
        ("sendiri", "2026-04-01", 84_000),
        ("sendiri", "2026-05-01", 84_000),
        ("sendiri", "2026-06-01", 84_000),
    ]
    jkk = cost_by_month(scenarios(), amount="jkk", lang="en")
    assert title(jkk) == "JKK contributions by month, March 2026 to May 2026"
    assert "sendiri: Rp100,000 in March 2026, Rp50,000 in May 2026" in str(spec(jkk)["description"])
    base = Scenario("dua tahun", Group(FISHER, people=1), first="2026-01", last="2027-12")
    axis = spec(cost_by_month(compare(base, by="month")))["layer"][0]["encoding"]["x"]["axis"]
    assert axis["tickCount"] == {"interval": "month", "step": 3}


COVER = pl.DataFrame(
    {
        "kecamatan": ["Kaubun", "64.08.09", "640809", "Tenggarong", "64.08.01", "64.08.02", None],
        "covered": [999, 1, 0, 5, None, 0, 1],
        "people": [1000, 2, 2, 7, 9, 0, 2],
    }
)


def test_cover_by_kecamatan_as_tiles() -> None:
    drawn = {row["name"]: row for row in layers(cover_by_kecamatan(COVER))[0]}
    assert len(drawn) == 18
    assert drawn["Kaubun"]["percent"] == "99%"
    assert drawn["Kaubun"]["counts"] == "999/1.000"
    assert drawn["Kaubun"]["dark"]
    assert (drawn["Bengalon"]["share"], drawn["Bengalon"]["percent"]) == (250_000, "25%")
    # Unknown is not zero: no number of covered, nobody there, and no row at all.
    for name in ("Muara Ancalong", "Muara Wahau", "Telen"):
        assert (drawn[name]["share"], drawn[name]["percent"]) == (None, "tidak diketahui")
    chart = cover_by_kecamatan(COVER, lang="en")
    assert spec(chart)["title"]["subtitle"] == ["Not on this map: 9 people."]
    assert title(chart) == "Covered by kecamatan: 1,006 of 1,013 people"


def test_cover_of_a_plan_a_summary_and_a_target() -> None:
    made = planned(1_000_000)
    tiles_of_plan = layers(cover_by_kecamatan(made))[0]
    covered = sum(int(row["counts"].split("/")[0]) for row in tiles_of_plan if row["counts"])
    assert covered == made.counts["covered"]
    register = pl.DataFrame(
        {"kecamatan": ["64.08.15"] * 4, "number_issued": [date(2025, 1, 1), None, None, None]}
    )
    sums = summary(register, "kecamatan")
    of_sums = {row["name"]: row["counts"] for row in layers(cover_by_kecamatan(sums))[0]}
    assert of_sums["Kaubun"] == "1/4"
    target = pl.DataFrame({"kecamatan": ["64.08.15"], "target": [10]})
    against = cover_by_kecamatan(cover_against(sums, target))
    assert {row["counts"] for row in layers(against)[0]} == {"", "1/10"}
    marked = COVER.with_columns(what_if=pl.lit("ANDAIAN / WHAT-IF: usulan"))
    assert title(cover_by_kecamatan(marked)).startswith("ANDAIAN / WHAT-IF: usulan. ")


def square(name: str) -> dict[str, Any]:
    ring = [[117, 0], [117, 1], [118, 1], [118, 0], [117, 0]]
    return {
        "type": "Feature",
        "properties": {"nama": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def test_cover_on_a_map_of_the_caller(tmp_path: Path) -> None:
    areas = {
        "type": "FeatureCollection",
        "features": [square("KAUBUN"), square("Tenggarong"), square("Loa")],
    }
    path = tmp_path / "peta.geojson"
    path.write_text(json.dumps(areas), "utf-8")
    sources: list[Any] = [areas, path, str(path)]
    for geojson in sources:
        chart = cover_by_kecamatan(COVER, geojson=geojson, key="nama")
        drawn = [(row["name"], row["percent"]) for row in layers(chart)[0]]
        assert drawn == [("Kaubun", "99%"), ("Tenggarong", "71%"), ("Loa", "tidak diketahui")]
        assert spec(chart)["title"]["subtitle"] == ["Tidak ada di peta ini: 6 orang."]


def test_the_tiles_lie_as_the_kecamatan_do() -> None:
    where: dict[str, Tile] = {tile.name: tile for tile in tiles()}
    assert where["Sandaran"].column == max(tile.column for tile in tiles())
    assert where["Teluk Pandan"].row == max(tile.row for tile in tiles())
    assert where["Busang"].column == 0
    assert where["Sangatta Utara"].row < where["Sangatta Selatan"].row


def test_the_staircase_of_a_plan() -> None:
    made = planned(1_000_000)
    stairs, people, _, budget = layers(plan_staircase(made))
    assert [step["step"] for step in people] == ["nelayan", "petani", "semua yang lain"]
    assert stairs[0]["from"] == 0
    assert all(one["to"] == other["from"] for one, other in pairwise(stairs))
    assert stairs[-1]["to"] == made.spent + made.needed + made.left
    assert {step["state"] for step in stairs} == {"tertampung", "menunggu"}
    counted = sum(step["people"] for step in stairs)
    assert counted == made.counts["covered"] + made.counts["waiting"]
    assert budget[0]["text"] == "anggaran Rp1.000.000"
    # Who is passed over lies before the budget's end: a line would say nothing.
    assert len(layers(plan_staircase(planned(1_000_000, skip=True)))) == 2


def test_many_steps_of_a_plan_are_one() -> None:
    register = synthetic_register(120, seed=7).with_columns(letter=pl.lit(value=True))
    terms: dict[str, Any] = {"first": "2025-01", "last": "2025-01", "scheme": load_scheme("kutim")}
    made = plan(register, budget=10_000_000, order=["age"], **terms)
    names = {step["step"] for step in layers(plan_staircase(made, lang="en"))[0]}
    assert len(names) == 41
    assert "all others" in names
    nobody = plan(register.clear(), budget=1, order=["age"], **terms)
    with pytest.raises(InputError, match="somebody takes part"):
        plan_staircase(nobody)


def test_the_deadlines_of_a_claim() -> None:
    """PP 44/2015 Pasal 43: two days; PP 82/2019 Pasal 26: five years."""
    case = claim_timeline("work_accident", date(2026, 3, 2), complete_on=date(2026, 4, 10))
    rows = layers(claim_deadlines(case, lang="en"))[0]
    days = {row["duty"]: row["days"] for row in rows}
    assert days["Stage I report by"] == 2
    assert days["Last day to claim"] == (date(2031, 3, 2) - date(2026, 3, 2)).days
    assert rows[-1]["by"] == "2 March 2031"
    with pytest.raises(InputError, match="a claim with deadlines"):
        claim_deadlines(claim_timeline("other", date(2026, 3, 2)))


def test_the_path_of_a_scholarship() -> None:
    """PP 82/2019 Lampiran III: SD Rp1.5, SMP Rp2, SMA Rp3, higher education Rp12 million."""
    chart = scholarship_path(scholarship_projection(CHILD, date(2026, 8, 20)), lang="en")
    bars = layers(chart)[0]
    assert [bar["amount"] for bar in bars[:4]] == [1_500_000, 1_500_000, 2_000_000, 2_000_000]
    assert (bars[-1]["year"], bars[-1]["amount"]) == ("2038/2039", 12_000_000)
    assert spec(chart)["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == 270
    short = scholarship_projection(
        Child(
            birth=date(2009, 3, 1),
            level="SMA",
            year=3,
            studying=True,
            lawful=True,
            married=False,
            working=False,
        ),
        date(2026, 8, 20),
    )
    assert spec(scholarship_path(short))["layer"][0]["encoding"]["x"]["axis"]["labelAngle"] == 0


def test_money_is_written_in_a_unit_that_can_be_read() -> None:
    units = {amount: money_unit(amount).name.say("en") for amount in (0, 999, 10**6, 10**12)}
    assert list(units.values()) == ["rupiah", "rupiah", "million rupiah", "trillion rupiah"]


def _married() -> Any:
    child = Child(
        birth=date(2010, 1, 1),
        level="SMP",
        year=1,
        studying=True,
        lawful=True,
        married=True,
        working=False,
    )
    return scholarship_projection(child, date(2026, 8, 20))


REFUSED: list[tuple[Callable[[Path], object], str]] = [
    (lambda _: untyped(contribution_by_income)("x", "2026-01"), "worker"),
    (lambda _: untyped(benefits_compared)("x", died()), "before"),
    (lambda _: benefits_compared(died(), premium(FISHER, "2026-01")), "after"),
    (lambda _: benefits_compared(died(), died(), names=("a", "a")), "names"),
    (lambda _: untyped(cost_by_month)("x"), "result"),
    (lambda _: cost_by_month(scenarios(), amount="people"), "amount"),
    (lambda _: cost_by_month(compare(scenarios().base)), "result"),
    (lambda _: untyped(cover_by_kecamatan)("x"), "source"),
    (lambda _: cover_by_kecamatan(pl.DataFrame({"kecamatan": ["a"]})), "source"),
    (lambda _: cover_by_kecamatan(COVER, geojson="tidak-ada.json"), "geojson"),
    (lambda _: cover_by_kecamatan(COVER, geojson={"type": "Feature"}), "geojson"),
    (lambda _: cover_by_kecamatan(COVER, geojson={"features": [square("a")]}), "geojson, area 0"),
    (lambda path: cover_by_kecamatan(COVER, geojson=path), "geojson"),
    (lambda _: untyped(plan_staircase)("x"), "plan"),
    (lambda _: untyped(claim_deadlines)("x"), "answer"),
    (lambda _: untyped(scholarship_path)("x"), "answer"),
    (lambda _: scholarship_path(_married()), "answer"),
]


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_cannot_be_drawn_is_refused(number: int, tmp_path: Path) -> None:
    call, thing = REFUSED[number]
    broken = tmp_path / "rusak.geojson"
    broken.write_text("{", "utf-8")
    with pytest.raises(InputError) as caught:
        call(broken)
    assert caught.value.thing == thing


def test_a_plan_without_kecamatan_has_no_map() -> None:
    made = plan(
        pl.DataFrame({"income": [900_000], "kind": ["independent"]}),
        budget=1,
        first="2027-01",
        last="2027-01",
        order=["income"],
        payer="APBD",
    )
    with pytest.raises(InputError, match="a frame with kecamatan"):
        cover_by_kecamatan(made)


def test_more_scenarios_than_colours_are_refused() -> None:
    base = scenarios().base
    others = [base.but(str(number)) for number in range(8)]
    with pytest.raises(InputError, match="at most 8 scenarios"):
        cost_by_month(compare(base, *others, by="month"))


def test_a_part_of_a_rupiah_is_drawn_where_a_decimal_puts_it() -> None:
    drawn = rows_of([{"line": "JKK", "amount": Fraction(16_801, 2)}, {"line": "JKM", "amount": 3}])
    amounts = [row["amount"] for row in drawn.to_dict()["values"]]
    assert amounts == [8_400.5, 3]
    assert [type(amount) for amount in amounts] == [float, int]
