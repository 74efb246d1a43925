"""The tasks of the village page, without a browser: amounts, what is missing, both languages."""

import json
import re
import runpy
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_people import QUESTIONS, TODAY, is_asked, made_up
from village_page import reply
from village_shown import QUESTIONS as QUESTIONS_OF_FACTS

from jamsos import InputError

PAGE = Path(__file__).parents[1] / "examples" / "village_page"
BUILD = runpy.run_path(str(PAGE / "build.py"))
WORDS: dict[str, dict[str, Any]] = json.loads((PAGE / "page" / "words.json").read_text("utf-8"))
MEMBER: dict[str, str | None] = {
    "issued": "2025-08-10",
    "paid": "yes",
    "last_paid": "2026-12",
    "gaps": "no",
}
DAY = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("answers", "amount"),
    [
        # PP 44/2015 Lampiran II row 1 and the JKM of BPU; PP 50/2025: half until 12/2026.
        ({"payer": "self", "income": "900000", "sector": "other", "which_month": "this"}, 8_400),
        # The relief is not for contributions paid from the APBD.
        ({"payer": "programme", "which_month": "this"}, 16_800),
        # Without a month it is this one; in January 2027 the relief of other sectors is over.
        ({"payer": "self", "income": "900000", "sector": "other", "which_month": None}, 8_400),
        (
            {
                "payer": "self",
                "income": "900000",
                "sector": "other",
                "which_month": "another",
                "month": "2027-01",
            },
            16_800,
        ),
    ],
)
def test_the_contribution(answers: dict[str, str | None], amount: int) -> None:
    said = reply("premium", answers, "id", DAY)
    assert said["value"] == amount
    assert said["figure_name"] == "per_month"
    assert said["figure"] == f"Rp{amount:,}".replace(",", ".")


def test_the_next_month_and_the_year() -> None:
    answers: dict[str, str | None] = {"payer": "programme", "which_month": "next"}
    said = reply("premium", answers, "en", DAY)
    assert "October 2026" in said["title"]
    # Twelve times 16,800: of money of the APBD no month has a relief (PP 50/2025).
    assert said["cards"][0]["value"] == 201_600


def test_an_unknown_sector_is_not_guessed() -> None:
    answers = {"payer": "self", "income": "900000", "sector": None, "which_month": "another"}
    said = reply("premium", {**answers, "month": "2026-02"}, "id", DAY)
    assert not said["decided"]
    assert said["value"] is None
    assert said["missing"] == [
        {"id": "worker.sector", "text": "sektor (transportasi atau lainnya)", "ask": "sector"}
    ]
    # In February 2026 the relief of PP 50/2025 was for transport alone.
    assert [one["amount"] for one in said["possibilities"]] == ["Rp8.400", "Rp16.800"]


@pytest.mark.parametrize(
    ("answers", "amount"),
    [
        # PP 82/2019 Lampiran III: 60 % of 80 x 1,000,000, periodic and funeral money.
        ({"event": "work_death", "same_day": "yes", "income": "900000"}, 70_000_000),
        (
            {"event": "work_death", "same_day": "no", "accident_on": "2026-09-01", "income": "0"},
            70_000_000,
        ),
        # The programme of the district buys the row of 1,000,000, whatever the income is.
        ({"event": "work_death", "same_day": "yes", "payer": "programme"}, 70_000_000),
        # PP 82/2019 Pasal 34 ayat (1): 20, 12 and 10 million.
        ({"event": "other_death"}, 42_000_000),
    ],
)
def test_a_death(answers: dict[str, str | None], amount: int) -> None:
    survivors = {"spouse": "yes", "children": "0"}
    said = reply("family", {**MEMBER, **answers, **survivors, "on": "2026-09-03"}, "id", DAY)
    assert said["value"] == amount
    assert "scholarship" not in said


def test_an_unknown_cause_has_both_amounts() -> None:
    answers = {**MEMBER, "event": None, "on": "2026-09-03", "income": "900000"}
    said = reply("family", answers, "id", DAY)
    assert not said["decided"]
    assert {"Rp42.000.000", "Rp70.000.000"} <= {one["amount"] for one in said["possibilities"]}
    # What may yet prove a work accident is reported as one: 2 x 24 hours (PP 44/2015 Pasal 44).
    assert "5 September 2026" in said["deadlines"]["sentences"][0]


CHILD = {
    "children": "1",
    "children_plain": "yes",
    "child1.birth": "2014-03-02",
    "child1.school": "SD",
    "child1.class": "6",
}


def test_the_scholarship_year_by_year() -> None:
    answers = {**MEMBER, **CHILD, "event": "work_death", "on": "2026-09-03", "same_day": "yes"}
    said = reply("family", {**answers, "income": "900000", "spouse": "yes"}, "id", DAY)
    [child] = said["scholarship"]
    # PP 82/2019 Pasal 25 ayat (3): 1.5 million a year at SD, 2 at SMP, 3 at SMA, 12 after it;
    # from class 6, 1 + 3 + 3 years, then the 4 that begin before the child is 23.
    assert [year["amount"] for year in child["years"]] == [
        *["Rp1.500.000"] * 1,
        *["Rp2.000.000"] * 3,
        *["Rp3.000.000"] * 3,
        *["Rp12.000.000"] * 4,
    ]
    assert child["value"] == 64_500_000
    assert child["years"][0]["year"] == "2026/2027"
    assert said["school_papers"]["by_law"]


def test_a_child_not_yet_at_school_has_no_years_yet() -> None:
    child = {**CHILD, "child1.birth": "2021-09-30", "child1.school": "none"}
    answers = {**MEMBER, **child, "event": "work_death", "on": "2026-09-03", "same_day": "yes"}
    said = reply("family", {**answers, "payer": "programme", "spouse": "yes"}, "id", DAY)
    assert said["scholarship"] == [
        {"child": 1, "not_yet_at_school": True, "years": [], "missing": []}
    ]


def test_a_school_nobody_knows_is_asked_for() -> None:
    child = {**CHILD, "child1.school": None}
    del child["child1.class"]
    answers = {**MEMBER, **child, "event": "work_death", "on": "2026-09-03", "same_day": "yes"}
    said = reply("family", {**answers, "income": "900000", "spouse": "yes"}, "id", DAY)
    assert said["value"] == 70_000_000
    # What of the family is not known leaves the cash as it is, and the scholarship open.
    assert {need["ask"] for need in said["missing"]} == {"child1.school"}
    [child] = said["scholarship"]
    assert child["years"] == []
    assert {need["ask"] for need in child["missing"]} == {"child1.school", "child1.class"}


@pytest.mark.parametrize(
    ("answers", "amount"),
    [
        # PP 82/2019 Lampiran III: 30 days of 1,000,000 a month in full, and the transport.
        ({"rest": "days", "rest_days": "30", "transport": "400000", "lasting": "none"}, 1_400_000),
        ({"rest": "days", "rest_days": "0", "transport": "400000", "lasting": "none"}, 400_000),
        # 70 % of 80 x 1,000,000, and the periodic money.
        ({"rest": "none", "transport": "0", "lasting": "total"}, 68_000_000),
    ],
)
def test_an_accident(answers: dict[str, str | None], amount: int) -> None:
    asked = {**MEMBER, **answers, "event": "accident", "on": "2026-06-03", "income": "900000"}
    said = reply("family", {**asked, "children": "0"}, "id", DAY)
    assert said["value"] == amount
    assert said["papers"]["by_law"]


def test_an_accident_with_care_alone_still_has_papers_and_days() -> None:
    facts = {"rest": "none", "transport": "0", "lasting": "none", "income": "900000"}
    said = reply("family", {**MEMBER, **facts, "event": "accident", "on": "2026-06-03"}, "id", DAY)
    assert said["lines"] == []
    assert said["papers"]["by_law"]


def test_a_partial_disability_waits_for_the_doctor() -> None:
    facts = {"rest": "none", "transport": "0", "lasting": "part", "income": "900000"}
    said = reply("family", {**MEMBER, **facts, "event": "accident", "on": "2026-06-03"}, "id", DAY)
    assert [need["id"] for need in said["missing"]] == ["accident.losses"]


def test_nothing_is_paid_without_cover_and_no_papers_are_asked_for() -> None:
    answers = {**MEMBER, "last_paid": "2025-12", "event": "other_death", "on": "2026-09-03"}
    said = reply("family", answers, "id", DAY)
    assert said["decided"]
    assert said["lines"] == []
    assert "papers" not in said


def test_until_when_the_cover_lasts() -> None:
    said = reply("cover", {"which_day": "today", **MEMBER}, "id", DAY)
    assert said["outcome"] == "yes"
    assert said["figure_name"] == "covered_until"
    # Paid to December 2026: January is due on 15 February 2027, and after three months of arrears
    # the cover ends with 15 April (PP 44/2015 Pasal 24, 39).
    assert said["figure"] == "15 April 2027"
    [card] = said["cards"]
    assert card["missing"] == []


@pytest.mark.parametrize(
    ("answers", "amount"),
    [
        # September to November 2026, by the programme in full and by oneself by half (PP 50/2025).
        ({"payer": "programme"}, 50_400),
        ({"payer": "self", "income": "900000", "sector": "other"}, 25_200),
    ],
)
def test_what_settles_the_arrears(answers: dict[str, str | None], amount: int) -> None:
    member = {**MEMBER, "issued": "2026-03-01", "last_paid": "2026-08"}
    said = reply("cover", {"which_day": "today", **member, **answers}, "id", TODAY)
    assert "menunggak 3 bulan" in said["sentences"][0]
    assert said["cards"][0]["value"] == amount


def test_arrears_without_an_income_ask_for_it() -> None:
    member = {**MEMBER, "issued": "2026-03-01", "last_paid": "2026-08"}
    said = reply("cover", {"which_day": "today", **member}, "id", TODAY)
    assert [need["ask"] for need in said["cards"][0]["missing"]] == ["income"]


def test_who_never_paid_is_not_covered() -> None:
    said = reply(
        "cover", {"which_day": "today", "issued": "2026-09-01", "paid": "never"}, "id", DAY
    )
    assert said["decided"]


def test_a_month_left_out_is_not_guessed() -> None:
    said = reply("cover", {"which_day": "today", **MEMBER, "gaps": "yes"}, "id", DAY)
    assert [need["ask"] for need in said["missing"]] == ["paid"]
    # What was asked for above is not asked for again.
    assert said["cards"][0]["missing"] == []


@pytest.mark.parametrize(
    ("answers", "outcome", "cards"),
    [
        # PP 44/2015 Pasal 5 and 11, Permenaker 5/2021 Pasal 32: works, has a NIK, below 65.
        ({"work": "own", "birth": "1984-05-17", "citizen": "yes", "nik": "yes"}, "yes", 1),
        ({"work": "own", "birth": "1955-03-02", "citizen": "yes", "nik": "yes"}, "no", 1),
        ({"work": "owner", "birth": None, "citizen": "yes", "nik": "yes"}, "cannot_decide", 1),
        ({"work": "none"}, "no", 0),
        ({"work": "wage", "citizen": "yes"}, "yes", 0),
        ({"work": None, "birth": "1984-05-17", "citizen": "yes", "nik": "yes"}, "cannot_decide", 1),
        # A foreigner from six months of work on.
        (
            {
                "work": "own",
                "birth": "1984-05-17",
                "citizen": "no",
                "months_here": "2",
                "nik": "yes",
            },
            "no",
            1,
        ),
    ],
)
def test_who_may_join(answers: dict[str, str | None], outcome: str, cards: int) -> None:
    said = reply("enrol", answers, "id", DAY)
    assert said["outcome"] == outcome
    assert len(said["cards"]) == cards


@pytest.mark.parametrize(
    ("task", "answers", "problem", "about"),
    [
        ("family", {"event": "other_death", "on": None}, "no_day", None),
        ("family", {"event": "other_death", "on": "2015-06-30"}, "outside_law", None),
        (
            "family",
            {
                "event": "work_death",
                "on": "2026-09-03",
                "same_day": "no",
                "accident_on": "2026-09-04",
            },
            "contradiction",
            "accident_on",
        ),
        (
            "cover",
            {"issued": "2026-09-01", "paid": "yes", "last_paid": "2026-08", "gaps": "no"},
            "contradiction",
            "last_paid",
        ),
    ],
)
def test_a_problem_names_the_question(
    task: str, answers: dict[str, str | None], problem: str, about: str | None
) -> None:
    said = reply(task, answers, "id", DAY)
    assert said["problem"] == problem
    assert said.get("about") == about
    assert said["known_until"] == "10 Oktober 2026"


def test_the_law_is_said_to_be_known_to_a_day() -> None:
    before = reply("premium", {"payer": "programme"}, "en", date(2026, 10, 10))
    after = reply("premium", {"payer": "programme"}, "en", date(2026, 10, 11))
    assert before["known_until"] == "10 October 2026"
    assert (before["after_known"], after["after_known"]) == (False, True)


@pytest.mark.parametrize("task", QUESTIONS)
def test_who_knows_nothing_is_told_what_to_find_out(task: str) -> None:
    answers: dict[str, str | None] = {}
    for question in QUESTIONS[task]:
        if is_asked(question, answers, "") and "each" not in question:
            answers[question["id"]] = None
    said = reply(task, answers, "id", DAY)
    assert said.get("problem") == "no_day" or not said["decided"]
    if "problem" not in said:
        assert said["missing"]
        assert all(need["ask"] for need in said["missing"])


@given(seed=st.integers(0, 2**32), task=st.sampled_from(sorted(QUESTIONS)))
def test_everybody_gets_an_answer_that_says_the_same_in_both_languages(
    seed: int, task: str
) -> None:
    answers = made_up(task, Random(seed))  # noqa: S311 - a made-up person
    in_indonesian, in_english = (reply(task, answers, lang, TODAY) for lang in ("id", "en"))
    json.dumps(in_indonesian)
    for key in ("problem", "outcome", "value", "figure_name"):
        assert in_indonesian.get(key) == in_english.get(key)
    for one, other in zip(in_indonesian.get("lines", []), in_english.get("lines", []), strict=True):
        assert re.sub(r"\D", "", one["amount"]) == re.sub(r"\D", "", other["amount"])


def _with_each_name() -> Iterator[str]:
    for task, questions in QUESTIONS.items():
        for question in questions:
            name = question["id"]
            named = (
                (f"q.child.{name}",) if "each" in question else (f"q.{task}.{name}", f"q.{name}")
            )
            yield "|".join(named)
            for option in question.get("options", ()):
                if not option.isdigit():
                    yield f"o.{name}.{option}|o.{option}"


@pytest.mark.parametrize("lang", WORDS)
def test_every_question_and_option_has_words(lang: str) -> None:
    words = WORDS[lang]
    for names in _with_each_name():
        assert any(name in words for name in names.split("|")), names


def test_both_languages_have_the_same_words() -> None:
    in_indonesian, in_english = WORDS["id"], WORDS["en"]
    assert in_indonesian.keys() == in_english.keys()
    for name, said in in_indonesian.items():
        assert re.findall(r"\{\w+\}", str(said)) == re.findall(r"\{\w+\}", str(in_english[name]))


def test_every_fact_is_asked_for_by_a_question_there_is() -> None:
    asked = {question["id"] for questions in QUESTIONS.values() for question in questions}
    assert set(QUESTIONS_OF_FACTS.values()) <= asked


def test_no_office_is_invented() -> None:
    offices = json.loads((PAGE / "page" / "offices.json").read_text("utf-8"))
    assert {value for office in offices.values() for value in office.values()} == {None}


INVENTED = {
    "bpjs": {"name": "Kantor Rekaan", "address": "Jalan Contoh 1", "phone": "0549 000000"},
    "village": {"name": "Kantor Desa Rekaan", "address": None},
}


def test_the_offices_of_a_place_are_taken_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "offices.json"
    file.write_text(json.dumps(INVENTED), "utf-8")
    # What is not filled in stays open: the page says so of each.
    assert BUILD["read_offices"](file) == INVENTED


@pytest.mark.parametrize(
    ("written", "thing", "next_step"),
    [
        ("{", "--offices", "copy that file and fill it in"),
        ("[]", "--offices", "copy that file and fill it in"),
        ('{"bpj": {}}', "--offices", "write 'bpjs' if that is meant"),
        ('{"bpjs": "Jalan Contoh 1"}', "offices.bpjs", "write the three lines"),
        ('{"bpjs": {"adress": "Jalan Contoh 1"}}', "offices.bpjs", "write 'address' if that"),
        ('{"village": {"phone": 549000000}}', "offices.village.phone", "write it in quotes"),
        ('{"village": {"name": "Ani 9999992905120001"}}', "offices.village.name", "leave the num"),
    ],
)
def test_a_wrong_file_of_offices_is_refused_with_its_next_step(
    written: str, thing: str, next_step: str, tmp_path: Path
) -> None:
    file = tmp_path / "offices.json"
    file.write_text(written, "utf-8")
    with pytest.raises(InputError) as refused:
        BUILD["read_offices"](file)
    assert refused.value.thing == thing
    assert next_step in refused.value.next_step
    assert "9999992905120001" not in str(refused.value)


def test_a_build_with_a_wrong_file_of_offices_ends_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    file = tmp_path / "none.json"
    monkeypatch.setattr(sys, "argv", ["build.py", "--to", str(site), "--offices", str(file)])
    with pytest.raises(SystemExit):
        BUILD["main"]()
    said = capsys.readouterr().err
    assert "--offices: got" in said
    assert "a file that can be read. Next step: correct it." in said
    assert not site.exists()


def test_the_page_names_no_other_place() -> None:
    for file in (PAGE / "page").iterdir():
        if file.suffix in {".js", ".html", ".css", ".json", ".webmanifest"}:
            assert "//" not in re.sub(r"(?m)(^|\s)// .*$", "", file.read_text("utf-8")), file.name
