"""A what-if: its changes, what it refuses, and its mark on everything said under it."""

import json
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from calls import CALLS, functions
from marks import (
    FISHER,
    LANGUAGES,
    LUMP,
    NAME,
    PEOPLE,
    RAISED,
    UNDER_A_LAW,
    frames,
    is_marked,
)
from untyped import untyped

from jamsos import (
    Answer,
    Grade,
    InputError,
    Law,
    OutsideLawError,
    Participation,
    Proposal,
    Worker,
    answer_from_dict,
    current,
    death_benefit,
    describe,
    may_enrol,
    payments,
    premium,
    what_if,
)
from jamsos.door.desk import open_desk
from jamsos.door.receipts import receipt_of
from jamsos.registers import (
    against_published,
    cover_against,
    export_rows,
    premium_columns,
    reconcile,
    summary,
)

OTHER = "relief.pp50_2025.other"


def proposal() -> Proposal:
    return what_if(NAME, reason="rancangan anggaran")


UNNAMED = current().amended(evolve(current().get(LUMP, date(2026, 1, 1)), value=30_000_000))


def price(month: str, law: Law, payer: str = "self") -> object:
    return premium(FISHER, month, payer=payer, law=law).total


def paid(day: date, law: Law) -> object:
    member = Participation(number_issued=date(2026, 8, 10), payments=payments("2026-08", "2027-07"))
    return death_benefit(FISHER, member, died_on=day, cause="other", law=law).total


# ---------- Changes ----------


def test_a_changed_value_holds_from_its_first_day() -> None:
    """42,000,000 under PP 82/2019; 10,000,000 more in the lump sum alone."""
    assert paid(date(2026, 12, 31), RAISED) == 42_000_000
    assert paid(date(2027, 1, 1), RAISED) == 52_000_000
    assert paid(date(2027, 1, 1), current()) == 42_000_000


def test_a_changed_value_holds_to_its_last_day() -> None:
    law = proposal().change(LUMP, rupiah=1, first=date(2027, 1, 2), last="2027-02").law
    values = {
        day: law.get(LUMP, day).number
        for day in (date(2027, 1, 1), date(2027, 1, 2), date(2027, 2, 28), date(2027, 3, 1))
    }
    assert list(values.values()) == [20_000_000, 1, 1, 20_000_000]


def test_only_what_is_supposed_is_graded_so() -> None:
    before, supposed = RAISED.get(LUMP, date(2026, 12, 31)), RAISED.get(LUMP, date(2027, 1, 1))
    assert (before.grade, supposed.grade) == (Grade.VERBATIM, Grade.HYPOTHETICAL)
    assert [str(source) for source in supposed.sources] == [NAME]
    assert (supposed.note, supposed.known_until) == ("rancangan anggaran", None)


def test_a_relief_is_prolonged_with_its_conditions() -> None:
    """Half of Rp16,800 while the relief lasts, and never where the APBD pays."""
    law = proposal().prolong(OTHER, last="2027-06").law
    assert [price(month, law) for month in ("2026-12", "2027-06", "2027-07")] == [8400, 8400, 16800]
    assert price("2027-06", law, "APBD") == 16_800
    assert price("2027-06", current()) == 16_800


def test_a_relief_is_given_again_after_a_gap() -> None:
    law = proposal().add(OTHER, percent=75, first="2028-01", last="2028-02").law
    months = ("2027-02", "2027-12", "2028-01", "2028-02", "2028-03")
    assert [price(month, law) for month in months] == [16_800, 16_800, 12_600, 12_600, 16_800]


def test_a_relief_is_given_earlier_and_for_good() -> None:
    law = proposal().add(OTHER, first="2025-01", last="2026-03").law
    assert [price(month, law) for month in ("2024-12", "2025-01", "2026-03")] == [
        16_800,
        8400,
        8400,
    ]
    forever = proposal().add(OTHER, first="2027-01").law
    assert price("2080-01", forever) == 8400


def test_a_relief_ends_earlier() -> None:
    law = proposal().end(OTHER, last="2026-09").law
    assert [price(month, law) for month in ("2026-09", "2026-10")] == [8400, 16_800]


def test_a_relief_is_taken_away() -> None:
    never, later = proposal().take_away(OTHER), proposal().take_away(OTHER, first="2026-10")
    assert [price(month, never.law) for month in ("2026-09", "2026-10")] == [16_800, 16_800]
    assert [price(month, later.law) for month in ("2026-09", "2026-10")] == [8400, 16_800]
    with pytest.raises(OutsideLawError, match="no day: this law is a what-if"):
        never.law.get(OTHER, date(2026, 9, 1))


@pytest.mark.parametrize(
    ("stated", "parts"),
    [(24, 240_000), ("0.24", 2_400), (Fraction(1, 4), 2_500), (Decimal("12.5"), 125_000)],
)
def test_a_share_is_stated_in_per_cent(stated: object, parts: int) -> None:
    law = proposal().change(OTHER, percent=stated, first="2026-10", last="2026-10").law
    assert law.get(OTHER, date(2026, 10, 1)).number == parts


def test_values_of_every_unit() -> None:
    law = (
        proposal()
        .change("jkm.scholarship_min_contribution_months", months=12, first="2027-01")
        .change("relief.pp50_2025.excluded_payers", codes=["APBN"], first="2026-10", last="2026-10")
        .change("jkk.stmb_shares", table=[[1, 1_000_000], [13, 750_000]], first="2027-01")
        .law
    )
    assert law.get("jkm.scholarship_min_contribution_months", date(2027, 1, 1)).number == 12
    assert price("2026-10", law, "APBD") == 8400
    assert law.get("jkk.stmb_shares", date(2027, 1, 1)).rows == ((1, 1_000_000), (13, 750_000))
    day = date(2027, 5, 1)
    dated = next(rule for rule in current().in_force() if rule.unit == "date")
    moved = proposal().change(dated.id, date=day, first=dated.since, last=dated.since)
    assert moved.law.get(dated.id, dated.since).day == day


def test_what_ifs_add_up_under_their_names() -> None:
    both = what_if("kedua", reason="lain", law=RAISED).end(OTHER, last="2026-09").law
    assert [one.id for one in both.what_ifs] == [NAME, "kedua"]
    assert both.version == RAISED.version == f"{current().version}+what-if"
    assert "what if 'usulan 2027', what if 'kedua'>" in repr(both)
    twice = UNNAMED.amended(evolve(current().get("jkm.funeral", date(2026, 1, 1)), value=1))
    [named] = twice.what_ifs
    assert len(named.supposes) == 2
    assert repr(proposal().end(OTHER, last="2026-09")) == "<Proposal 'usulan 2027': 1 changes>"
    assert repr(RAISED.what_ifs[0]) == "<WhatIf 'usulan 2027': 1 changes>"


# ---------- What is refused ----------


REFUSED: list[tuple[Any, str, str]] = [
    (lambda: proposal().change("jkm.lump_sun", rupiah=1, first="2027-01"), "rule", LUMP),
    (lambda: untyped(proposal().change)(5, rupiah=1, first="2027-01"), "rule", "choose"),
    (
        lambda: proposal().change(LUMP, percent=1, first="2027-01"),
        f"value of {LUMP}",
        "rupiah=",
    ),
    (lambda: proposal().change(LUMP, first="2027-01"), f"value of {LUMP}", "rupiah="),
    (lambda: proposal().change(LUMP, rupiah=1.5, first="2027-01"), f"value of {LUMP}", "int"),
    (
        lambda: proposal().change(LUMP, rupiah=20_000_000, first="2027-01"),
        f"value of {LUMP}",
        "another value",
    ),
    (lambda: proposal().change(LUMP, rupiah=1, first="2010-01"), "first", "2015-07-01"),
    (lambda: proposal().change(OTHER, percent=1, first="2026-10"), "first", "prolong or add"),
    (lambda: proposal().change(OTHER, percent=1, first="2030-01"), "first", "prolong or add"),
    (
        lambda: proposal().change(LUMP, rupiah=1, first="2027-02", last="2027-01"),
        "last",
        "or later",
    ),
    (lambda: proposal().change(LUMP, rupiah=1, first=2027), "first", "date"),
    (lambda: proposal().change(LUMP, rupiah=1, first="2027"), "first", "YYYY-MM"),
    (lambda: proposal().change("bpu.who", rule=1, first="2027-01"), "value of bpu.who", "end"),
    (
        lambda: proposal().change(OTHER, percent=101, first="2026-10", last="2026-10"),
        f"value of {OTHER}",
        "0 to 100",
    ),
    (
        lambda: proposal().change(OTHER, percent="half", first="2026-10", last="2026-10"),
        f"value of {OTHER}",
        "0 to 100",
    ),
    (
        lambda: proposal().change(OTHER, percent=0.5, first="2026-10", last="2026-10"),
        f"value of {OTHER}",
        "0 to 100",
    ),
    (
        lambda: proposal().change(OTHER, percent="0.00001", first="2026-10", last="2026-10"),
        f"value of {OTHER}",
        "four decimals",
    ),
    (
        lambda: proposal().change(
            "relief.pp50_2025.excluded_payers", codes=[1], first="2026-10", last="2026-10"
        ),
        "value of relief.pp50_2025.excluded_payers",
        "codes",
    ),
    (
        lambda: proposal().change("jkk.stmb_shares", table=[[1, "a"]], first="2027-01"),
        "value of jkk.stmb_shares[0]",
        "as the law has it",
    ),
    (
        lambda: proposal().change("jkk.stmb_shares", table=[], first="2027-01"),
        "value of jkk.stmb_shares",
        "at least one row",
    ),
    (lambda: proposal().add(OTHER, first="2026-10"), "first", "use change"),
    (lambda: proposal().prolong(LUMP, last="2030-01"), "rule", "goes on anyway"),
    (lambda: proposal().prolong(OTHER, last="2026-12"), "last", "use end"),
    (lambda: proposal().end(OTHER, last="2026-12"), "last", "goes on"),
    (lambda: proposal().end(OTHER, last="2026-01"), "last", "goes on"),
    (lambda: proposal().end(OTHER, last="2027-01"), "last", "goes on"),
    (lambda: proposal().take_away(LUMP), "relief", "use end"),
    (lambda: proposal().take_away(OTHER, first="2027-01"), "first", "before its end"),
    (lambda: proposal().take_away(OTHER).end(OTHER, last="2026-10"), "rule", "begin with"),
    (lambda: what_if("", reason="x"), "name", "a few words"),
    (lambda: untyped(what_if)(None, reason="x"), "name", "a few words"),
    (lambda: what_if("9999992905120001", reason="x"), "name", "identity"),
    (lambda: what_if("x", reason=" "), "reason", "a few words"),
    (lambda: what_if(NAME, reason="x", law=RAISED), "name", "another name"),
]


@pytest.mark.parametrize(("call", "thing", "says"), REFUSED, ids=range(len(REFUSED)))
def test_a_wrong_step_is_refused_with_the_next_one(call: Any, thing: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.thing == thing
    assert says in str(caught.value)


# ---------- The mark ----------


@pytest.mark.parametrize("name", UNDER_A_LAW)
def test_a_what_if_that_changes_nothing_changes_no_figure(name: str) -> None:
    function, call = functions()[name], CALLS[name]
    result, supposed = function(**call), function(**{**call, "law": proposal().law})
    if isinstance(result, Answer):
        form, other = result.to_dict(), supposed.to_dict()
        for part in ("outcome", "results", "lines", "findings", "conditions", "notes", "needs"):
            assert form[part] == other[part]
        assert result.hypothetical_grounds == ()
        assert [one.id for one in supposed.hypothetical_grounds] == [NAME]
    tables = zip(frames(result), frames(supposed), strict=True)
    for table, other_table in tables:
        texts = [one for one in other_table.columns if one.startswith("text_")]
        figures = other_table.drop([*texts, pl.selectors.ends_with("what_if")])
        assert figures.equals(table.drop(texts))


@pytest.mark.parametrize("law", [RAISED, UNNAMED])
def test_an_answer_lists_what_of_it_is_hypothetical(law: Law) -> None:
    answer = death_benefit(
        FISHER,
        Participation(number_issued=date(2026, 8, 10), payments=payments("2026-08", "2027-07")),
        died_on=date(2027, 2, 1),
        cause="other",
        law=law,
    )
    supposed, named = answer.hypothetical_grounds
    assert (supposed.id, named) == (LUMP, law.what_ifs[0])
    assert "bukan hukum yang berlaku" in describe(supposed)
    [form] = [ground for ground in answer.to_dict()["grounds"] if ground["id"] == LUMP]
    assert form.get("grade") == "hypothetical"
    assert form.get("grade_id") == "andaian, bukan hukum yang berlaku"
    assert "what if" in repr(answer)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_law_says_what_is_supposed_in_it(lang: str) -> None:
    page = RAISED.html(lang)
    assert f"{LANGUAGES[lang]}, " in page
    assert NAME in page
    assert "jkm.lump_sum" in page
    assert LANGUAGES[lang] not in current().html(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("segment", ["BPU", None])
@pytest.mark.parametrize("foreign", [True, False, None])
def test_answers_that_go_by_their_title_go_by_it_under_a_what_if(
    segment: str | None, foreign: bool | None, lang: str
) -> None:
    worker = Worker(
        segment=segment,
        birth=date(1990, 1, 1),
        works=True,
        foreign=foreign,
        months_in_indonesia=1,
        kind="independent",
        has_nik=True,
    )
    day = date(2026, 10, 5)
    law, supposed = may_enrol(worker, on=day), may_enrol(worker, on=day, law=RAISED)
    assert supposed.brief(lang).endswith(law.brief(lang))
    assert law.decided == (foreign is True or (segment is not None and foreign is False))


def test_a_ground_of_a_what_if_of_nothing_says_so() -> None:
    [named] = proposal().law.what_ifs
    assert describe(named, "en").endswith("(reason: rancangan anggaran): nothing is changed yet")


@pytest.mark.parametrize("law", [RAISED, UNNAMED])
def test_the_mark_travels(law: Law) -> None:
    answer = premium(FISHER, "2026-10", payer="self", law=law)
    form = json.loads(answer.to_json())
    assert answer_from_dict(form) == answer
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301
    assert [one["id"] for one in form["law"]["what_ifs"]] == [one.id for one in law.what_ifs]
    again = evolve(answer, notes=())
    assert again.title == answer.title
    assert law.fingerprint != evolve(law, what_ifs=()).fingerprint


def test_the_receipt_of_a_what_if_names_it() -> None:
    desk = open_desk()
    receipt = receipt_of({"question": "premium"}, RAISED, {}, {}, desk)
    assert receipt.what_ifs == (NAME,)
    assert receipt_of({"question": "premium"}, current(), {}, {}, desk).what_ifs == ()
    assert receipt.law.endswith("+what-if")


def test_sums_of_sums_keep_the_mark() -> None:
    columns = premium_columns("2026-10", payer="self", law=RAISED)
    register = columns.added_to(PEOPLE.with_columns(village=pl.lit("A")))
    sums = summary(register, "village", months=1, columns=[columns])
    assert is_marked(sums.rolled().table, NAME)
    assert NAME in sums.total["what_if"]
    assert NAME in repr(sums)
    for lang in ("id", "en"):
        title, _, _ = sums.html(lang).partition("<table")
        assert NAME in title
    assert NAME in sums.reasons["text_id"].item()
    assert is_marked(cover_against(sums, 10), NAME)
    assert is_marked(against_published(sums, "people"), NAME)


def test_figures_of_a_what_if_are_neither_handed_over_nor_compared_with_a_bill(
    tmp_path: Any,
) -> None:
    nik = pl.lit("9999992905120001").alias("nik")
    register = premium_columns("2026-10", payer="self", law=RAISED).added_to(
        PEOPLE.with_columns(nik)
    )
    with pytest.raises(InputError, match="not of a what-if"):
        export_rows(register, tmp_path / "peserta.csv")
    with pytest.raises(InputError, match="not of a what-if"):
        reconcile(register, register.drop("premium_what_if"))
    with pytest.raises(InputError, match="not of a what-if"):
        reconcile(register.drop("premium_what_if"), register)


def test_a_difference_under_a_what_if_is_proved() -> None:
    difference = functions()["difference"](**{**CALLS["difference"], "law": RAISED})
    assert difference.proved


def test_no_law_file_holds_a_supposition() -> None:
    grades = {rule.grade for rule in current().in_force()}
    assert Grade.HYPOTHETICAL not in grades
