"""How answers read: a change of law, what cannot be told yet, what was not read."""

from datetime import date

import pytest
from attrs import evolve

from jamsos import Child, Family, Participation, Worker, changes_between, current, death_benefit, payments
from jamsos.answers.shown import describe

OLD, NEW = date(2019, 12, 1), date(2019, 12, 2)
BEFORE, AFTER = date(2025, 2, 23), date(2025, 2, 24)


def told(first, last, rule, lang):
    (change,) = [found for found in changes_between(first, last).findings if rule in {g.id for g in found.grounds}]
    return change.note.say(lang).split(": ", 1)[1]


@pytest.mark.parametrize(
    ("days", "rule", "lang", "text"),
    [
        ((OLD, NEW), "jkm.funeral", "id", "dari Rp3.000.000 menjadi Rp10.000.000"),
        ((OLD, NEW), "jkk.glasses_cap", "en", "from not in force to Rp1,000,000"),
        ((OLD, NEW), "jkk.stmb_shares", "id", "dari 1: 100%; 7: 75%; 13: 50% menjadi 1: 100%; 13: 50%"),
        (
            (OLD, NEW),
            "jkk.death_share",
            "en",
            "still 60%; its source from PP 44/2015 Lampiran III to PP 82/2019 Lampiran III",
        ),
        (
            (OLD, NEW),
            "jkm.active_period",
            "id",
            (
                "meninggal dalam masa aktif: tetap berlaku; dasar hukumnya dari PP 44/2015 Pasal 34 ayat (1) "
                "penjelasan menjadi PP 82/2019 Pasal 34 ayat (1) penjelasan"
            ),
        ),
        ((BEFORE, AFTER), "papers.court_determination", "en", "from not in force to Court determination of heirs"),
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
                "capital without land and buildings, or sales a year: from not in force to "
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
def test_a_change_reads(days, rule, lang, text):
    assert told(*days, rule, lang) == text


PUPIL = Child(birth=date(2015, 1, 1), level="SD", year=3, studying=True, lawful=True, married=False, working=False)
MEMBER = Participation(number_issued=date(2020, 1, 6), payments=payments("2020-01", "2026-08"))
FISHER = Worker(kind="b", income=900_000)


def after_death(*children):
    died = date(2026, 8, 10)
    return death_benefit(FISHER, MEMBER, Family(spouse=True, children=children), died_on=died, cause="other")


def row(text, finding):
    (found,) = [line.strip() for line in text.splitlines() if line.strip().startswith(finding)]
    return found


def test_a_finding_that_cannot_be_told_says_what_it_waits_for():
    text = after_death(PUPIL, PUPIL, evolve(PUPIL, level="TK", year=1), evolve(PUPIL, level="SMA")).text("id")
    waiting = "belum dapat dikatakan; masih perlu: anak yang menerima beasiswa"
    assert waiting in row(text, "Beasiswa: pembayaran tahunan pertama")


def test_a_right_to_a_scholarship_without_a_child_says_so():
    assert "sekarang (tetapi tidak ada anak yang memenuhi syaratnya)" in row(after_death().text("id"), "Hak beasiswa")
    assert "no child" not in after_death(PUPIL).text("en")


def test_what_was_not_read_is_not_called_absent():
    absences = current().absences
    assert describe(absences["no_construction_deadline_known"], "id").startswith("Belum diketahui, Permenaker 5/2021")
    assert describe(absences["no_fine_for_bpu"], "id").startswith("Tidak ada aturan, PP 44/2015 Pasal 24")
