"""Sheets: what stands on them comes from answers, and from nothing else."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sheet_people import GROUPS, KUTIM, MAKERS, OFFICES, ON, PEOPLE, made, proposal
from untyped import untyped

from jamsos import (
    Family,
    InputError,
    LawDataError,
    MissingExtraError,
    OutsideLawError,
    Participation,
    Worker,
    current,
)
from jamsos.answers.answer import Answer
from jamsos.sheets import (
    Office,
    OfficeKind,
    Sheet,
    benefit_sheet,
    load_offices,
    pocket_card,
    scholarship_poster,
)
from jamsos.sheets.asking import waiting_months
from jamsos.values.plain import as_list, as_table

AMOUNT = {"id": re.compile(r"Rp([\d.]*\d)"), "en": re.compile(r"Rp([\d,]*\d)")}


def printed(sheet: Sheet) -> set[int]:
    """Every amount that stands on a sheet."""
    found = AMOUNT[sheet.content.lang].findall(sheet.text())
    return {int(re.sub(r"\D", "", amount)) for amount in found}


def amounts(answer: Answer) -> set[int]:
    """Every amount of an answer: its lines, findings, results and possibilities, and in its texts.

    Grounds are left out: an amount of the law alone is no amount of an answer.
    """
    form: Any = answer.to_dict()
    return set(
        _numbers({name: part for name, part in form.items() if name not in {"grounds", "law"}})
    )


def _numbers(part: Any) -> Iterator[int]:
    table, listed = as_table(part), as_list(part)
    if table is not None:
        for name, value in table.items():
            if name not in {"grounds", "facts"}:
                yield from _numbers(value)
    elif listed is not None:
        for value in listed:
            yield from _numbers(value)
    elif isinstance(part, int) and not isinstance(part, bool):
        yield part


@pytest.mark.parametrize("name", MAKERS)
def test_every_amount_is_one_of_its_answers(name: str) -> None:
    sheet = made(name)
    of_answers = set[int]().union(*(amounts(answer) for answer in sheet.answers))
    assert printed(sheet)
    assert printed(sheet) <= of_answers


@pytest.mark.parametrize("name", MAKERS)
def test_html_and_text_say_the_same(name: str) -> None:
    sheet = made(name)
    words = "".join(_Words.of(sheet.html()).split())
    lines = [line.removeprefix("- ") for line in sheet.text().splitlines()]
    for line in (part for row in lines for part in row.split(" | ")):
        # Headings are in capitals in the text, points numbered.
        wanted = "".join(re.sub(r"^\d\. |:$", "", line).split()).casefold()
        assert wanted in words.casefold()


class _Words(HTMLParser):
    """The words of a document without its style."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []

    @classmethod
    def of(cls, html: str) -> str:
        reader = cls()
        reader.feed(html)
        return " ".join(reader.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.words.append(data)


@pytest.mark.parametrize("name", MAKERS)
def test_a_document_asks_for_nothing_from_outside(name: str) -> None:
    html = made(name).html()
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|\bsrc=|href=", html)
    # The name of the language of drawings is no address that is asked.
    assert set(re.findall(r"https?://[^\"]+", html)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", MAKERS)
def test_every_sheet_is_honest(name: str) -> None:
    sheet = made(name)
    text = sheet.text()
    known = {"id": "10 Oktober 2026", "en": "10 October 2026"}[sheet.content.lang]
    assert known in text
    assert "BPJS Ketenagakerjaan" in sheet.content.foot[0]
    is_supposed = "what if" in name
    assert bool(sheet.content.mark) is is_supposed
    assert ("usulan 2027" in text) is is_supposed


# Cases by hand. PP 44/2015 Pasal 20 and Lampiran II row 1: JKK Rp10,000 and JKM Rp6,800. PP 82/2019
# Lampiran III: 60% x 80 x 1,000,000 + 12,000,000 + 10,000,000; Pasal 34: 20 + 12 + 10 million; in
# the first three months the funeral alone (Permenaker 1/2025 Pasal 97A). STMB of the first twelve
# months 100%: 30 days of a month of 30. Two children, each 2 x 1.5 + 6 x 1.5 + 3 x 2 + 3 x 3
# + 5 x 12 million (Pasal 25 ayat (3)).
BY_HAND = {16_800, 1_000_000, 70_000_000, 42_000_000, 10_000_000, 174_000_000}


@pytest.mark.parametrize("group", GROUPS)
def test_the_sheet_of_a_group_under_the_programme(group: str) -> None:
    sheet = made(f"{group} id")
    assert printed(sheet) >= BY_HAND
    text = sheet.text()
    # Permenaker 5/2021 Pasal 48: 2 x 24 hours; PP 82/2019 Pasal 26: five years.
    assert "2 X 24 JAM" in text
    assert "sebelum lewat 5 tahun" in text
    assert "Peserta baru: selama 3 bulan pertama keluarga hanya menerima Rp10.000.000." in text
    # Pasal 34 ayat (3): 36 months; Permenaker 5/2021 Pasal 103: below 23, two children.
    assert "iurannya harus sudah dibayar 36 bulan" in text
    assert "belum berumur 23 tahun" in text
    assert "paling banyak 2 anak" in text
    assert "keluarga yang berhak menerima (ahli waris)" in text


def test_a_worker_without_a_name_stands_for_a_group() -> None:
    fisher = Worker(kind="independent", category="fisher", income=900_000, sector="other")
    sheet = benefit_sheet(fisher, ON, payer="self")
    assert sheet.title == made("fisher id").title == "Lembar manfaat untuk nelayan"
    # PP 50/2025 halves the contribution.
    assert 8_400 in printed(sheet)
    driver = benefit_sheet(Worker(category="transport"), ON, name="Rekaan")
    assert driver.title == "Lembar manfaat untuk Rekaan (pekerja angkutan)"
    assert made("person 5 id").title == "Lembar manfaat untuk Rekaan Tanpa Keterangan"
    somebody = benefit_sheet(fisher, ON, payer="self", family=Family(spouse=True, children=()))
    assert somebody.title == "Lembar manfaat untuk satu orang: nelayan"


def test_groups_have_examples_of_their_own() -> None:
    seen: set[str] = set()
    for group in GROUPS:
        _, examples = made(f"{group} id").content.rows[0]
        points = examples.lists[0].points
        *own, on_the_way = points
        assert on_the_way == "Kecelakaan di jalan waktu berangkat atau pulang kerja"
        assert not re.search(r"\d", " ".join(points))
        assert not seen & set(own)
        seen |= set(own)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_short_texts_are_those_of_the_answers(lang: str) -> None:
    for name, (worker, facts) in PEOPLE.items():
        sheet = benefit_sheet(worker, ON, name=name, lang=lang, **facts)
        text = sheet.text()
        for answer in sheet.answers[:4]:
            assert answer.brief(lang) in text


def test_a_change_of_law_changes_the_sheet() -> None:
    # PP 82/2019 Pasal 34 with a lump sum of 25 instead of 20 million.
    assert 47_000_000 in printed(made("what if"))
    assert 42_000_000 not in printed(made("what if"))
    # PP 50/2025 halves the contribution of September 2026; September 2024 had no relief.
    independent = Worker(kind="independent", income=900_000, sector="other")
    this_year = benefit_sheet(independent, ON, payer="self")
    before = benefit_sheet(independent, date(2024, 9, 1), payer="self")
    assert 8_400 in printed(this_year) - printed(before)
    assert 16_800 in printed(before) - printed(this_year)


def test_what_is_undecided_is_said_with_what_is_missing() -> None:
    text = made("undecided").text()
    assert text.count("belum dapat diputuskan\n") == 3
    assert "Yang masih perlu diketahui: penghasilan sebulan." in text
    # The death benefit of JKM asks for no income.
    assert 42_000_000 in printed(made("undecided"))
    assert "belum dapat diputuskan" in made("card undecided").text()


def test_what_was_not_asked_is_said() -> None:
    nothing_stated = made("person 5 id").content.foot[-1]
    assert "penghasilan, apakah sudah terdaftar" in nothing_stated
    assert "keluarga yang ada," in nothing_stated
    assert "contohnya suami atau istri dan dua anak TK" in made("fisher id").content.foot[-1]
    everything = made("person 1 id").content.foot[-1]
    assert everything.endswith("pekerjaan lain, kepesertaan lain, dan surat wasiat.")
    assert "penghasilan" not in everything


def test_a_day_after_the_day_of_knowledge_is_marked() -> None:
    sheet = scholarship_poster(date(2027, 1, 4), lang="en")
    assert "4 January 2027" in sheet.content.foot[-1]
    assert len(sheet.content.foot) == 1 + len(made("poster A4 en").content.foot)


def test_who_has_no_right_is_told_why() -> None:
    lapsed = made("person 4 id").content
    _, _, other_death = lapsed.rows[1]
    assert [part.figure for part in lapsed.rows[1]] == ["", "", ""]
    assert [part.remarks for part in lapsed.rows[1]] == [(), (), ()]
    assert "tidak terlindungi" in " ".join(other_death.sentences + lapsed.rows[0][1].sentences)


def test_offices_are_the_callers_or_left_to_be_written() -> None:
    with_names = made("person 1 id").text()
    for office in OFFICES:
        assert office.name in with_names
    assert "......" in made("fisher id").text()
    assert "......" not in with_names
    assert OFFICES[0].phone in pocket_card("fisher", ON, offices=OFFICES).text()


FILE = """
[[office]]
kind = "bpjs"
name = "BPJS Ketenagakerjaan Rekaan"
phone = "0500-000-0001"

[[office]]
kind = "village"
name = "Kantor Desa Rekaan"
address = "Jalan Rekaan 1"
"""


def test_offices_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "kantor.toml"
    path.write_text(FILE, "utf-8")
    bpjs, village = load_offices(path)
    assert (bpjs.kind, bpjs.phone, bpjs.address) == (OfficeKind.BPJS, "0500-000-0001", "")
    assert village.address == "Jalan Rekaan 1"


@pytest.mark.parametrize(
    ("content", "thing"),
    [
        ("office = []", "no office"),
        ("[[kantor]]", "office"),
        ('[[office]]\nkind = "bank"\nname = "x"', "office 1"),
        ('[[office]]\nkind = "village"\nname = "x"\nhour = 8', "hour"),
        ('[[office]]\nkind = "village"\nname = 8', "office 1: Office.name"),
        ('[[office]]\nkind = "village"\nname = "' + "x" * 51 + '"', "office 1: Office.name"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str, thing: str) -> None:
    path = tmp_path / "kantor.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(LawDataError, match=re.escape(thing)):
        load_offices(path)
    with pytest.raises(InputError, match="correct the path"):
        load_offices(tmp_path / "nothing.toml")


@pytest.mark.parametrize(
    ("facts", "thing"),
    [
        ({"name": "a\nb"}, "Office.name"),
        ({"name": "9999992905120001"}, "identity number"),
        ({"name": "a", "phone": 1}, "Office.phone"),
        ({"name": "a", "address": "x" * 61}, "Office.address"),
    ],
)
def test_a_text_that_has_no_room_is_refused(facts: dict[str, Any], thing: str) -> None:
    with pytest.raises(InputError, match=thing) as refused:
        Office(kind="village", **facts)
    assert "9999992905120001" not in str(refused.value)


@pytest.mark.parametrize(
    ("facts", "thing"),
    [
        ({"subject": "fishes"}, "Category"),
        ({"subject": Worker(segment="PU")}, "Worker.segment"),
        ({"lang": "nl"}, "lang"),
        ({"offices": [*OFFICES, OFFICES[0]]}, "one office of each kind"),
        ({"offices": ["Kantor Desa"]}, "offices"),
        ({"name": "Rekaan"}, "for one person"),
        ({"family": Family()}, "for one person"),
        ({"participation": Participation()}, "for one person"),
        ({"subject": Worker(), "participation": 1}, "participation"),
        ({"subject": Worker(), "family": 1}, "family"),
        ({"subject": Worker(), "name": ""}, "name"),
        ({"subject": Worker(), "name": 7}, "name"),
        ({"subject": Worker(), "name": "a\nb"}, "name"),
        ({"subject": Worker(), "name": "x" * 51}, "shorten"),
        ({"subject": Worker(), "name": "9999992905120001"}, "identity number"),
        ({"payer": "nobody"}, "payer"),
        ({"scheme": "kutim"}, "scheme"),
    ],
)
def test_wrong_facts_are_refused(facts: dict[str, Any], thing: str) -> None:
    given: dict[str, Any] = {"subject": "fisher", "on": ON, **facts}
    with pytest.raises(InputError, match=thing) as refused:
        benefit_sheet(**given)
    assert "9999992905120001" not in str(refused.value)


def test_a_day_before_the_yearly_scholarship_is_refused() -> None:
    # PP 82/2019 is in force from 2 December 2019.
    with pytest.raises(OutsideLawError, match="2019-12-02"):
        scholarship_poster(date(2019, 12, 1))
    with pytest.raises(InputError, match="paper"):
        untyped(scholarship_poster)(ON, paper="A5")
    assert scholarship_poster(date(2019, 12, 2)).answers


def test_values_are_escaped() -> None:
    sheet = benefit_sheet(Worker(), ON, name="<b>Rekaan & Co</b>")
    assert "&lt;b&gt;Rekaan &amp; Co&lt;/b&gt;" in sheet.html()
    assert "<b>" not in sheet.html()
    notebook = sheet._repr_html_()
    assert notebook.startswith("<iframe srcdoc=")
    assert "<b>" not in notebook


def test_where_nobody_waits_nothing_is_said_of_new_participants() -> None:
    # Before 24 February 2025 (Permenaker 1/2025) the law made nobody wait.
    earlier = benefit_sheet("fisher", date(2025, 2, 1), scheme=KUTIM)
    assert "Peserta baru" not in earlier.text()
    assert "Peserta baru" in benefit_sheet("fisher", date(2025, 2, 24), scheme=KUTIM).text()


def test_waiting_is_counted_in_paid_months_where_that_is_chosen() -> None:
    law = current().with_decisions(D46="three_paid_months")
    text = benefit_sheet("fisher", ON, scheme=KUTIM, law=law).text()
    assert "Peserta baru: selama 3 bulan pertama" in text


class _Printed:
    def __init__(self, pages: int) -> None:
        self.pages = ["page"] * pages

    def write_pdf(self) -> bytes:
        return b"%PDF of a stand-in"


def _stand_in(pages: int, asked: list[str]) -> ModuleType:
    """A library that lays a document out on so many pages."""

    class HTML:
        def __init__(self, *, string: str) -> None:
            asked.append(string)

        def render(self) -> _Printed:
            return _Printed(pages)

    module = ModuleType("weasyprint")
    vars(module)["HTML"] = HTML
    return module


def test_a_pdf_is_made_of_the_html(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setitem(sys.modules, "weasyprint", _stand_in(1, asked))
    sheet = made("card id")
    assert sheet.pdf() == b"%PDF of a stand-in"
    assert asked == [sheet.html()]
    monkeypatch.setitem(sys.modules, "weasyprint", _stand_in(2, asked))
    with pytest.raises(InputError, match="2 pages"):
        sheet.pdf()


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtraError, match="pango"):
        made("card id").pdf()


def test_the_answers_of_a_sheet_are_whole() -> None:
    questions = [answer.question for answer in made("person 1 id").answers]
    assert questions == [
        "premium",
        "jkk_benefit",
        "death_benefit",
        "death_benefit",
        "death_benefit",
        "scholarship_projection",
        "keeping_cover",
        "death_benefit",
        "claim_timeline",
        "claim_papers",
        "claim_papers",
        "claim_papers",
        "keeping_cover",
    ]
    assert waiting_months(made("fisher id").answers[6]) == 3  # type: ignore[arg-type]
    assert proposal() == made("what if").answers[0].law
