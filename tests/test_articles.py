"""The articles of the law: each is held or has its reason, and is found as people write it."""

import json
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from untyped import untyped

import jamsos
from jamsos import (
    Absence,
    Article,
    Decision,
    InputError,
    LawDataError,
    Paragraph,
    ParagraphKind,
    Provision,
    Source,
    article_holders,
    current,
    law_article,
)
from jamsos.__main__ import main
from jamsos.answers.articles import article_lines, paragraph_row
from jamsos.law.articles.cases import read_cases
from jamsos.law.articles.citations import citations
from jamsos.law.articles.loading import load, regulations
from jamsos.law.articles.lookup import article_of, instruments
from jamsos.law.articles.places import places_in
from jamsos.law.provisions import Grade

ARTICLES = [article for regulation in regulations() for article in regulation.articles]
PARAGRAPHS = [paragraph for article in ARTICLES for paragraph in article.paragraphs]
DECIDING = {ParagraphKind.AMOUNT, ParagraphKind.RIGHT, ParagraphKind.DEADLINE}
"""What may only be left out where it is about something else than JKK and JKM."""
HELD = {
    *DECIDING,
    ParagraphKind.CONDITION,
    ParagraphKind.DUTY,
    ParagraphKind.PAPER,
    ParagraphKind.PROCEDURE,
}


PIECES = [
    *("PP 44/2015", "Permenaker 5/2021", "Pasal ", "Lampiran ", "ayat ", "huruf ", "angka "),
    *("penjelasan", "92", "97A", "II", "III", "(2)", "(2a)", "a", "d", "1", "9999"),
    *" -,.;",
]
"""What citations are written with."""


def name(paragraph: Paragraph) -> str:
    return f"{paragraph} from {paragraph.since}"


def nobody_holds(kinds: set[ParagraphKind]) -> list[str]:
    """The paragraphs of these kinds that have neither a holder nor a reason."""
    return [
        name(paragraph)
        for paragraph in PARAGRAPHS
        if paragraph.kind in kinds and paragraph.not_held is None and not article_holders(paragraph)
    ]


def test_the_articles_are_there() -> None:
    assert len(PARAGRAPHS) > 790
    assert {regulation.instrument for regulation in regulations()} >= {
        "PP 44/2015",
        "Permenaker 5/2021",
        "PP 7/2025",
        "Perpres 109/2013",
    }


def test_what_sets_something_is_held_or_has_its_reason() -> None:
    assert nobody_holds(HELD) == []


def test_every_other_paragraph_too() -> None:
    assert nobody_holds({*ParagraphKind} - HELD) == []


def test_an_amount_a_right_and_a_deadline_are_left_out_only_where_they_are_of_something_else() -> (
    None
):
    left_out = [
        name(paragraph)
        for paragraph in PARAGRAPHS
        if paragraph.kind in DECIDING and paragraph.not_held and not paragraph.not_held.outside
    ]
    assert left_out == []


def is_there(holder: str, paragraph: Paragraph) -> bool:
    law = current()
    if holder.endswith("()"):
        return callable(getattr(jamsos, holder.removesuffix("()"), None))
    if holder in law.timelines:
        periods = law.timelines[holder]
        return any(paragraph.in_force(period.since, period.until) for period in periods)
    return holder in {*law.decisions, *law.absences}


def test_every_holder_is_there_and_in_force_with_the_paragraph() -> None:
    assert [
        f"{name(paragraph)}: {holder}"
        for paragraph in PARAGRAPHS
        for holder in paragraph.held_by
        if not is_there(holder, paragraph)
    ] == []


def test_a_reason_stands_only_where_nothing_holds() -> None:
    assert [
        name(one) for one in PARAGRAPHS if one.not_held is not None and article_holders(one)
    ] == []


def sources() -> set[Source]:
    """The sources of the law data that name an article of these instruments."""
    law = current()
    rules: list[Provision | Absence] = [*law.in_force(), *law.absences.values()]
    return {
        source
        for rule in rules
        for source in rule.sources
        if source.instrument in instruments() and (source.pasal or source.lampiran)
    }


@pytest.mark.parametrize("source", sorted(sources(), key=str), ids=str)
def test_every_source_of_the_law_finds_its_article(source: Source) -> None:
    assert law_article(source).paragraphs


def test_a_period_ends_after_it_begins() -> None:
    assert all(one.until is None or one.since < one.until for one in PARAGRAPHS)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_line_reads_well(lang: str) -> None:
    for paragraph in PARAGRAPHS:
        line = paragraph.content.say(lang)
        assert re.fullmatch(r"\S.*[.)]", line), line
        assert "  " not in line
        assert not re.search(r"\b(he|him|his|beside|scheme)\b", line) or lang == "id", line


def parts(article: Article) -> list[str]:
    return [str(paragraph) for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Permenaker 5/2021 92(2)", ["Permenaker 5/2021 Pasal 92 ayat (2)"]),
        ("permenaker 5/2021 pasal 92 ayat 2", ["Permenaker 5/2021 Pasal 92 ayat (2)"]),
        ("Pasal 92 ayat (2)", ["Permenaker 5/2021 Pasal 92 ayat (2)"]),
        ("Pasal 92 ayat (2) Permenaker 5/2021", ["Permenaker 5/2021 Pasal 92 ayat (2)"]),
        ("5/2021 92(2)", ["Permenaker 5/2021 Pasal 92 ayat (2)"]),
        (
            "Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021 Pasal 92(2)",
            ["Permenaker 5/2021 Pasal 92 ayat (2)"],
        ),
        (
            "Permenaker 5/2021 97a",
            ["Permenaker 1/2025 Pasal 97A ayat (1)", "Permenaker 1/2025 Pasal 97A ayat (2)"],
        ),
        (
            "Permenaker 5/2021 106(4)",
            ["Permenaker 5/2021 Pasal 106 ayat (4)", "Permenaker 1/2025 Pasal 106 ayat (4)"],
        ),
        ("Permenaker 1/2025 106(4)", ["Permenaker 1/2025 Pasal 106 ayat (4)"]),
        ("Permenaker 1/2025 2(3)", ["Permenaker 5/2021 Pasal 2 ayat (3)"]),
        ("Permenaker 5/2021 107d", ["Permenaker 5/2021 Pasal 107 huruf a-d"]),
        ("PP 44/2015 25(2)a.1", ["PP 44/2015 Pasal 25 ayat (2) huruf a angka 1"]),
        ("PP 44/2015 1 no. 6", ["PP 44/2015 Pasal 1 angka 6"]),
        ("PP 44/2015 38(3)", ["PP 44/2015 Pasal 38 ayat (2)-(3)"]),
        ("PP 44/2015 38 ayat (2-3)", ["PP 44/2015 Pasal 38 ayat (2)-(3)"]),
        ("PP 44/2015 penjelasan Pasal 43(4)", ["PP 44/2015 Pasal 43 ayat (4) penjelasan"]),
        ("PP 44/2015 Pasal 4(1) penjelasan", ["PP 44/2015 Pasal 4 ayat (1)"]),
        ("PP 44/2015 lamp. iii I.b.4",
         ["PP 82/2019 Lampiran III", "PP 44/2015 Lampiran III I.b.4"]),
    ],
)  # fmt: skip
def test_an_article_is_found_as_people_write_it(written: str, found: list[str]) -> None:
    assert parts(law_article(written)) == found


def test_an_article_has_all_its_paragraphs_and_periods() -> None:
    article = law_article("PP 44/2015 26")
    assert [(str(one.since), str(one.until)) for one in article.paragraphs] == [
        ("2015-07-01", "2019-12-02"),
        ("2019-12-02", "None"),
        ("2015-07-01", "2019-12-02"),
        ("2019-12-02", "None"),
    ]
    assert [one.elucidation for one in article.paragraphs] == [False, False, True, True]
    assert str(article) == "PP 44/2015 Pasal 26"
    assert article.anchor == "pp-44-2015-pasal-26"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("what is paid?", "Permenaker 5/2021 Pasal 92"),
        ("", "an instrument and an article"),
        ("D33", "an instrument and an article"),
        ("Pasal 3 kali", "an instrument and an article"),
        ("Permenaker 5/2021 97B", "Permenaker 5/2021 Pasal 97A"),
        ("Permenaker 5/2021 92(7)", "Permenaker 5/2021 Pasal 92 ayat (2)"),
        ("PP 99/2015 3", "an article of PP 36/2025"),
        ("Permenaker 1/2025 92", "Permenaker 5/2021 Pasal 92"),
        ("Pasal 25", "['PP 44/2015 Pasal 25', 'Permenaker 5/2021 Pasal 25']"),
        ("PP 44/2015 39(1), 42(1)", "['PP 44/2015 Pasal 39', 'PP 44/2015 Pasal 42']"),
    ],
)
def test_what_is_no_article_is_refused_with_what_comes_near(written: str, near: str) -> None:
    with pytest.raises(InputError) as refused:
        law_article(written)
    assert near in refused.value.allowed


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=30))
def test_whatever_is_written_finds_an_article_or_is_refused(written: str) -> None:
    with suppress(InputError):
        assert law_article(written).paragraphs


def test_a_source_without_its_article_is_refused() -> None:
    source = Source(instrument="PP 50/2025", article_known=False)
    with pytest.raises(InputError, match="an instrument and an article"):
        law_article(source)
    assert article_of(source) is None
    assert article_of(Source(instrument="PP 50/2025", pasal="4")) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("8(2)-(2c)", ["Pasal 8 ayat (2)", "Pasal 8 ayat (2a)", "Pasal 8 ayat (2b)",
                       "Pasal 8 ayat (2c)"]),
        ("1 no. 7-10", ["Pasal 1 angka 7", "Pasal 1 angka 8", "Pasal 1 angka 9",
                        "Pasal 1 angka 10"]),
        ("54(2)a-c", ["Pasal 54 ayat (2) huruf a", "Pasal 54 ayat (2) huruf b",
                      "Pasal 54 ayat (2) huruf c"]),
        ("59-62", ["Pasal 59", "Pasal 60", "Pasal 61", "Pasal 62"]),
        ("30(1)a, c", ["Pasal 30 ayat (1) huruf a", "Pasal 30 ayat (1) huruf c"]),
        ("26 penjelasan", ["Pasal 26 penjelasan"]),
        ("9 -(1)", ["Pasal 9 ayat (1)"]),
        ("II no. 1", ["Pasal II angka 1"]),
        ("Lampiran III", ["Lampiran III"]),
        ("5 bis", []),
    ],
)  # fmt: skip
def test_places_are_read(text: str, places: list[str]) -> None:
    assert [str(place) for place in places_in(text)] == places


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("PP 44/2015, PP 82/2019 Lampiran III; D38",
         ["PP 44/2015 Lampiran III", "PP 82/2019 Lampiran III"]),
        ("PP 44/2015 Pasal 1 angka 1, 2, 6; D59",
         ["PP 44/2015 Pasal 1 angka 1", "PP 44/2015 Pasal 1 angka 2",
          "PP 44/2015 Pasal 1 angka 6"]),
        ("PP 82/2019 Pasal 34(2); PP 44/2015 Pasal 40(2)",
         ["PP 82/2019 Pasal 34 ayat (2)", "PP 44/2015 Pasal 40 ayat (2)"]),
        ("PP 49/2020; PP 44/2015 Pasal 22", ["PP 44/2015 Pasal 22"]),
        ("PP 44/2015 Pasal 43 (absence)", ["PP 44/2015 Pasal 43"]),
        ("Permenaker 5/2021 (30 working days); D01", []),
        ("D33 (unbroken)", []),
    ],
)  # fmt: skip
def test_citations_are_read(text: str, cited: list[str]) -> None:
    assert [str(citation) for citation in citations(text)] == cited


def test_what_cites_a_paragraph_holds_it_in_its_period() -> None:
    before, since, *_ = law_article("PP 44/2015 26").paragraphs
    for paragraph, years in ((before, 2), (since, 5)):
        [lapse] = [one for one in article_holders(paragraph) if isinstance(one, Provision)]
        assert (lapse.id, lapse.number) == ("jkk.claim_years", years)
    assert [one.id for one in article_holders(since) if isinstance(one, Decision)] == ["D04", "D57"]


INDEX = """
[[regulation]]
instrument = "PP 1/2001"
name = { id = "uji", en = "test" }
[[reason]]
code = "form"
id = "formulir"
en = "a form"
"""
PARAGRAPH = """
[[paragraph]]
instrument = "PP 1/2001"
article = "1"
from = 2015-07-01
kind = "none"
id = "Uji."
en = "Test."
"""


def test_a_paragraph_is_loaded_whole() -> None:
    more = 'at = "ayat (1)"\nelucidation = true\nuntil = 2016-01-01\nnot_held = "form"\n'
    [regulation] = load(INDEX, {"uji.toml": PARAGRAPH + more})
    [[paragraph]] = [article.paragraphs for article in regulation.articles]
    assert name(paragraph) == "PP 1/2001 Pasal 1 ayat (1) penjelasan from 2015-07-01"
    assert str(paragraph.until) == "2016-01-01"
    assert paragraph.not_held is not None
    assert paragraph.not_held.text.en == "a form"


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"PP 1/2001"', '"PP 2/2002"', "one of ['PP 1/2001']"),
        ('kind = "none"', 'kind = "promise"', "one of ['amount'"),
        ('kind = "none"', 'kind = "none"\nnot_held = "why"', "one of ['form']"),
        ('kind = "none"', 'kind = "none"\nnot_held = "form"\nheld_by = ["D01"]', "or not_held"),
        ('kind = "none"', 'kind = "none"\nheld_by = []', "a list of texts"),
        ('id = "Uji."', "", "the keys"),
        ('en = "Test."', 'en = ""', "a text in both languages"),
        ("2015-07-01", '"2015"', "a date"),
        ('article = "1"', 'article = "1"\nayat = "1"', "the keys"),
    ],
)
def test_articles_that_do_not_hold_together_are_refused(was: str, becomes: str, said: str) -> None:
    with pytest.raises(LawDataError) as refused:
        load(INDEX, {"uji.toml": PARAGRAPH.replace(was, becomes)})
    assert said in refused.value.allowed
    assert "uji.toml" in refused.value.thing


def test_a_holder_that_is_not_there_is_refused() -> None:
    [regulation] = load(INDEX, {"uji.toml": PARAGRAPH + 'held_by = ["jkm.funerals"]\n'})
    [paragraph] = regulation.articles[0].paragraphs
    with pytest.raises(LawDataError, match=r"jkm\.funerals"):
        article_holders(paragraph)


def test_an_article_in_words_says_what_holds_it(tmp_path: Path) -> None:
    case = '[[case]]\narticle = "{}"\n'
    cited = ("PP 82/2019 Pasal 34(1)d; D33", "PP 82/2019 Pasal 34", "PP 44/2015 Pasal 40")
    (tmp_path / "some.toml").write_text("".join(map(case.format, cited)), "utf-8")
    article = law_article("PP 44/2015 34(3)")
    said = [*article_lines(law_article("PP 82/2019 34"), "en", read_cases(tmp_path))]
    assert said[0] == "PP 44/2015 Pasal 34 (test cases: 2)"
    assert said[2] == "ayat (1) (PP 82/2019) | from 2 December 2019 | amount"
    assert "  - jkm.lump_sum: JKM lump sum: Rp20,000,000 (from 2 December 2019)" in said
    assert said.count("  - test cases: 1") == 1
    [left_out] = [line for line in article_lines(article, "id") if "tidak dipegang" in line]
    assert left_out.startswith("  - tidak dipegang: menyerahkan rinciannya")


def test_an_article_in_words_names_functions_decisions_and_absences() -> None:
    said = "\n".join(article_lines(law_article("PP 44/2015 25(1)"), "en"))
    assert "  - function jkk_benefit()" in said
    said = "\n".join(article_lines(law_article("PP 44/2015 26"), "en"))
    assert "  - no_lapse_for_disease_before_2019: PP 44/2015 does not mention" in said
    assert "  - D57: last day of the claim period: the anniversary" in said
    assert "elucidation | from 1 July 2015, before 2 December 2019 | other" in said


def test_a_paragraph_nothing_holds_says_so() -> None:
    [regulation] = load(INDEX, {"uji.toml": PARAGRAPH})
    assert [*article_lines(regulation.articles[0], "en")][-1] == "  - nothing holds it yet"


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-X", "utf8", "-m", "jamsos", "law", *arguments]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)


def test_the_command_says_an_article() -> None:
    said = command("--article", "PP 44/2015 20(3)")
    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert re.fullmatch(r"PP 44/2015 Pasal 20 \(kasus uji: [1-9]\d*\)", lines[0])
    assert lines[3] == "  Iuran JKM BPU Rp6.800 sebulan."


def test_the_command_writes_an_article_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "--json", "--article", "PP 44/2015 26"]) == 0
    first, *_, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["cases"] > 0
    assert first["held_by"][0] == {
        "kind": "provision",
        "id": "jkk.claim_years",
        "from": "2015-07-01",
        "until": "2019-12-02",
    }
    assert (last["at"], last["elucidation"], last["not_held"]["code"]) == ("", True, "reason")


def test_without_the_sources_no_cases_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("jamsos.__main__.CASES", tmp_path / "none")
    assert main(["law", "--article", "PP 44/2015 25(1)", "--lang", "en"]) == 0
    assert "cases" not in capsys.readouterr().out
    assert main(["law", "--article", "PP 44/2015 25(1)", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row == paragraph_row(law_article("PP 44/2015 25(1)").paragraphs[0])
    assert row["cases"] is None
    assert {"kind": "function", "id": "jkk_benefit"} in row["held_by"]


@pytest.mark.parametrize(
    "arguments",
    [("--article", "Pasal 25"), ("--article", "PP 44/2015 1", "--on", "2026-01-01")],
    ids=" ".join,
)
def test_the_command_refuses_with_a_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["law", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Next step: " in said.err


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder of cases"):
        read_cases(tmp_path / "none")


def test_something_else_than_text_is_refused() -> None:
    with pytest.raises(InputError, match="an instrument and an article"):
        untyped(law_article)(92)


def test_a_grade_does_not_matter_for_holding() -> None:
    """Also what others say holds a paragraph: the share held is not the share that was read."""
    [paragraph] = law_article("PP 49/2020 13").paragraphs
    holders = article_holders(paragraph)
    assert {one.grade for one in holders if isinstance(one, Provision)} == {Grade.SECONDARY}
