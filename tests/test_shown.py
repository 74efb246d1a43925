"""How answers read: a change of law, what cannot be told yet, what was not read."""

import re
from datetime import date

import pytest
from attrs import evolve
from narrowed import present

from jamsos import (
    Answer,
    Child,
    Employment,
    Family,
    Participation,
    Worker,
    changes_between,
    current,
    death_benefit,
    payments,
    person_sanctions,
    premium,
    wage_premium,
)
from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Finding
from jamsos.answers.shown import finding_row
from jamsos.answers.wording import describe, read_value

OLD, NEW = date(2019, 12, 1), date(2019, 12, 2)
BEFORE, AFTER = date(2025, 2, 23), date(2025, 2, 24)


def told(first: date, last: date, rule: str, lang: str) -> str:
    (change,) = [
        found
        for found in changes_between(first, last).findings
        if rule in {g.id for g in found.grounds}
    ]
    return present(change.note).say(lang).split(": ", 1)[1]


@pytest.mark.parametrize(
    ("days", "rule", "lang", "text"),
    [
        ((OLD, NEW), "jkm.funeral", "id", "dari Rp3.000.000 menjadi Rp10.000.000"),
        ((OLD, NEW), "jkk.glasses_cap", "en", "from not in force to Rp1,000,000"),
        (
            (OLD, NEW),
            "jkk.stmb_shares",
            "id",
            "dari 1: 100%; 7: 75%; 13: 50% menjadi 1: 100%; 13: 50%",
        ),
        (
            (OLD, NEW),
            "jkk.death_share",
            "en",
            "still 60%; its source from PP 44/2015 Lampiran III I.b.4 to PP 82/2019 Lampiran III",
        ),
        (
            (OLD, NEW),
            "jkm.active_period",
            "id",
            (
                "meninggal dalam masa aktif: tetap berlaku; "
                "dasar hukumnya dari PP 44/2015 Pasal 34 ayat (1) "
                "penjelasan menjadi PP 82/2019 Pasal 34 ayat (1) penjelasan"
            ),
        ),
        (
            (BEFORE, AFTER),
            "papers.court_determination",
            "en",
            "from not in force to Court determination of heirs",
        ),
        (
            (date(2025, 1, 31), date(2025, 2, 1)),
            "relief.pp7_2025.payable_until",
            "id",
            "dari tidak berlaku menjadi 30 Juni 2026",
        ),
        (
            (date(2021, 2, 1), date(2021, 2, 2)),
            "scale.limits",
            "en",
            (
                "capital without land and buildings, or yearly sales: from not in force to "
                "Rp1,000,000,000: Rp2,000,000,000; Rp5,000,000,000: Rp15,000,000,000"
            ),
        ),
        (
            (OLD, NEW),
            "scholarship.levels",
            "id",
            (
                "dari tidak berlaku menjadi TK: Rp1.500.000, 2; SD: Rp1.500.000, 6; "
                "SMP: Rp2.000.000, 3; SMA: Rp3.000.000, 3; PT: Rp12.000.000, 5"
            ),
        ),
    ],
)
def test_a_change_reads(days: tuple[date, date], rule: str, lang: str, text: str) -> None:
    assert told(*days, rule, lang) == text


PUPIL = Child(
    birth=date(2015, 1, 1),
    level="SD",
    year=3,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
MEMBER = Participation(number_issued=date(2020, 1, 6), payments=payments("2020-01", "2026-08"))
FISHER = Worker(kind="b", income=900_000)


def after_death(*children: Child) -> Answer:
    died = date(2026, 8, 10)
    return death_benefit(
        FISHER, MEMBER, Family(spouse=True, children=children), died_on=died, cause="other"
    )


def row(text: str, finding: str) -> str:
    (found,) = [line.strip() for line in text.splitlines() if line.strip().startswith(finding)]
    return found


def test_a_finding_that_cannot_be_told_says_what_it_waits_for() -> None:
    text = after_death(
        PUPIL, PUPIL, evolve(PUPIL, level="TK", year=1), evolve(PUPIL, level="SMA")
    ).text("id")
    waiting = "belum diketahui; yang masih diperlukan: anak mana yang menerima beasiswa"
    assert waiting in row(text, "Beasiswa: pembayaran tahunan pertama")


def test_a_right_to_a_scholarship_without_a_child_says_so() -> None:
    assert "sekarang (tetapi tidak ada anak yang memenuhi syaratnya)" in row(
        after_death().text("id"), "Hak beasiswa"
    )
    assert "no child" not in after_death(PUPIL).text("en")


def test_what_was_not_read_is_not_called_absent() -> None:
    absences = current().absences
    assert describe(absences["jkp_duty_not_read"], "id").startswith("Belum diketahui, PP 37/2021")
    assert describe(absences["no_fine_for_bpu"], "id").startswith(
        "Tidak diatur, PP 44/2015 Pasal 24"
    )


def test_possible_facts_are_said_in_words() -> None:
    text = premium(Worker(income=900_000, kind="b"), "2027-02", payer="self").text("id")
    assert "sektor (transportasi atau lainnya) = transportasi" in text
    text = premium(Worker(income=900_000), "2026-09", payer="self").text("id")
    assert "jenis BPU (pemberi kerja, mandiri, atau lainnya) = pekerja di luar" in text
    unpaid = premium(Worker(income=900_000, kind="b", sector="other"), "2026-09").text("id")
    assert "siapa yang membayar = desa melalui APBD" in unpaid
    before = premium(FISHER, "2020-09", payer="self").text("en")
    assert "which months were paid, and when = not all paid" in before
    made = Employment(
        risk_group="II",
        industry="toys",
        active_workers=60,
        pay_form="monthly",
        basic_wage=4_000_000,
        fixed_allowances=0,
    )
    assert "iuran lunas = Januari 2025" in wage_premium(made, "2025-05").text("id")


def test_yes_no_and_numbers_are_said_in_the_language() -> None:
    text = re.sub(r" +", " ", person_sanctions(date(2026, 9, 1)).text("id"))
    assert "Dapat ditolak pelayanan publik tertentu ya [" in text
    assert "Dikenai sanksi menurut PP 44/2015 tidak [" in text


def test_a_decision_says_its_other_answers_in_words() -> None:
    decision = current().decisions["D45"]
    said = describe(decision, "id")
    assert "pilihan lain: biaya pemakaman satu kali, juga sebelum 24 Februari 2025, biaya" in said
    other = current().with_decisions(D33="unbroken").decisions["D33"]
    assert ": bulan yang dibayar tanpa putus (" in describe(other, "id")
    assert f"pilihan lain: {other.answer.id}, dijumlahkan dari" in describe(other, "id")


def test_values_of_the_law_are_said_in_words() -> None:
    law, day = current(), date(2026, 9, 1)
    assert read_value(law.get("relief.pp7_2025.industries", date(2025, 9, 1)), "id").endswith(
        "mainan anak, furnitur"
    )
    assert read_value(law.get("migrant.jht_choices", day), "id").startswith("50.000, 100.000, ")
    assert read_value(law.get("bpu.income_table", day), "id") == "tabel 33 baris"
    assert read_value(law.get("due.month_offset_pu", day), "en") == "1 month"


def test_a_finding_without_a_value_names_what_it_waits_for() -> None:
    finding = Finding(code="due_date", value=None, grounds=(MissingFact("worker.income"),))
    assert finding_row(finding, "[1]", "en")[1] == "not known yet; still needed: the monthly income"


def test_tables_of_one_column_and_codes_without_a_name_read_as_they_are() -> None:
    instalments = current().get("construction.instalments", date(2026, 1, 1))
    assert read_value(instalments, "en") == "50%; 25%; 25%"
    codes = evolve(current().get("heirs.order", date(2026, 1, 1)), value=("unheard_of",))
    assert read_value(codes, "id") == "unheard_of"
