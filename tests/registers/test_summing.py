"""Sums of a register: nobody lost, whole rupiah, and refused where they do not add up."""

import re
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from untyped import untyped

from jamsos import InputError, OutsideLawError, load_scheme
from jamsos.registers import (
    against_published,
    cover_against,
    enrolment_columns,
    exposure_columns,
    premium_columns,
    published_figures,
    summary,
    synthetic_register,
    yearly,
)
from jamsos.registers.summing.sums import COUNTS, UNKNOWN

# Lampiran II: row 1 costs 10,000 for JKK, row 2 (from 1,100,000) 12,000;
# JKM 6,800 (PP 44/2015 Pasal 20).
ROW_1, ROW_2 = 16_800, 18_800


def register(**columns: int | str) -> pl.DataFrame:
    """Five invented people in two villages; one of no known village, one who states no income."""
    return pl.DataFrame(
        {
            "nik": [f"999999290512{n:04}" for n in range(1, 6)],
            "kecamatan": ["K", "K", "K", "L", None],
            "village": ["A", "A", "B", "C", None],
            "income": [900_000, 1_100_000, None, 900_000, 900_000],
            "kind": "b",
            "birth": [date(1990, 1, 1), date(1950, 1, 1), date(1990, 1, 1), None, date(1990, 1, 1)],
            "works": True,
            "foreign": False,
            "number_issued": [date(2024, 1, 1), None, None, date(2024, 1, 1), None],
            **columns,
        }
    )


ENTRY = enrolment_columns(date(2026, 10, 1))
OCTOBER = premium_columns("2026-10", payer="APBD")


def judged() -> pl.DataFrame:
    people: pl.DataFrame = OCTOBER.added_to(ENTRY.added_to(register()))
    return people


def test_a_small_register_by_village() -> None:
    found = summary(judged(), ("kecamatan", "village"), months=1, columns=[ENTRY, OCTOBER])
    assert found.table.columns[:2] == ["kecamatan", "village"]
    assert found.table.columns[2:9] == list(COUNTS)
    # people, enrolled, eligible, not eligible, undecided, priced, unpriced, months, JKK, JKM, JHT,
    # paid, relieved, full
    assert {row[:2]: row[2:] for row in found.table.iter_rows()} == {
        ("K", "A"): (2, 1, 1, 1, 0, 2, 0, 2, 22_000, 13_600, 0, ROW_1 + ROW_2, 0, ROW_1 + ROW_2),
        ("K", "B"): (1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
        ("L", "C"): (1, 1, 0, 0, 1, 1, 0, 1, 10_000, 6_800, 0, ROW_1, 0, ROW_1),
        (UNKNOWN, UNKNOWN): (1, 0, 1, 0, 0, 1, 0, 1, 10_000, 6_800, 0, ROW_1, 0, ROW_1),
    }
    told = found.reasons.filter(question="may_enrol", village="A")
    assert dict(zip(told["outcome"], told["people"], strict=True)) == {"yes": 1, "no": 1}
    assert found.reasons.filter(key="needs.worker.income")["people"].to_list() == [1]
    assert set(found.reasons["text_id"]) != set(found.reasons["text_en"])


def test_villages_make_up_the_district() -> None:
    fine = summary(judged(), ("kecamatan", "village"), months=1, columns=[ENTRY, OCTOBER])
    coarse = summary(judged(), "kecamatan", months=1, columns=[ENTRY, OCTOBER])
    assert fine.rolled("kecamatan").table.equals(coarse.table)
    assert (
        fine.rolled("kecamatan")
        .reasons.sort("question", "key", "kecamatan")
        .equals(coarse.reasons.sort("question", "key", "kecamatan"))
    )
    assert fine.total["people"] == 5
    assert fine.total["premium"] == 3 * ROW_1 + ROW_2
    assert fine.total == summary(judged(), (), months=1).total
    with pytest.raises(InputError, match="by: got \\['village'\\]"):
        coarse.rolled("village")


def test_a_relief_and_the_full_contribution() -> None:
    # PP 50/2025: half of JKK and JKM in October 2026 for other sectors, where the participant pays.
    half = premium_columns("2026-10", payer="self").added_to(register(sector="other"))
    total = summary(half, "village", months=1).total
    assert (total["premium"], total["premium_relieved"], total["premium_full"]) == (
        (3 * ROW_1 + ROW_2) // 2, (3 * ROW_1 + ROW_2) // 2, 3 * ROW_1 + ROW_2,
    )  # fmt: skip


def test_what_is_not_stated_is_empty_and_never_zero() -> None:
    bare = summary(pl.DataFrame({"village": ["A"]}), "village")
    assert bare.table["people"].to_list() == [1]
    assert (
        bare.table.select(pl.exclude("village", "people")).null_count().sum_horizontal().item()
        == 13
    )
    assert summary(OCTOBER.added_to(register()), ()).table["months"].to_list() == [None]
    assert (
        summary(judged().clear(), "village", months=1, columns=[ENTRY, OCTOBER]).table.height == 0
    )


def test_lazy_frames_and_days_and_flags_as_groups() -> None:
    found = summary(judged().lazy(), ["works", "birth"], months=1)
    assert found.table["works"].unique().to_list() == ["true"]
    assert UNKNOWN in found.table["birth"]


def test_the_years_of_a_run() -> None:
    # The lowest row in 2025 and 2026, paid from APBD: 16,800 a month (PP 44/2015 Pasal 20;
    # PP 50/2025 leaves it out).
    found = yearly(register(), "2025-11", "2026-03", (), payer="APBD")
    assert found.select("year", "people", "months", "premium").rows() == [
        (2025, 5, 8, 2 * (3 * ROW_1 + ROW_2)),
        (2026, 5, 12, 3 * (3 * ROW_1 + ROW_2)),
    ]
    scheme = load_scheme("kutim")
    assert (
        yearly(register(), "2025-12", "2025-12", "village", scheme=scheme)["premium"].sum()
        == 5 * ROW_1
    )
    with pytest.raises(InputError, match="last: got"):
        yearly(register(), "2026-03", "2026-01")
    with pytest.raises(InputError, match="year"):
        yearly(register(year=2026), "2026-01", "2026-03", "year", payer="APBD")
    with pytest.raises(OutsideLawError):
        yearly(register(), "2015-06", "2015-07")


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["A", "B", None]),
            st.sampled_from(["farmer", "fisher", None]),
            st.sampled_from([0, 1_100_000, 10**9, None]),
            st.sampled_from(["self", "APBD", None]),
        ),
        max_size=30,
    )
)
def test_sums_are_those_of_a_plain_count(
    rows: list[tuple[str | None, str | None, int | None, str | None]],
) -> None:
    people = pl.DataFrame(
        rows,
        schema={
            "village": pl.String,
            "category": pl.String,
            "income": pl.Int64,
            "payer": pl.String,
        },
        orient="row",
    ).with_columns(kind=pl.lit("b"), sector=pl.lit("other"))
    priced = STATED.added_to(people)
    found = summary(priced, ("village", "category"), months=1, columns=[STATED]).table
    wanted: dict[tuple[str, str], list[int]] = {}
    for row in priced.iter_rows(named=True):
        group = wanted.setdefault(
            (row["village"] or UNKNOWN, row["category"] or UNKNOWN), [0, 0, 0, 0]
        )
        decided = row["premium"] is not None
        added = (
            1,
            decided,
            row["premium"] or 0,
            (row["premium"] or 0) + (row["premium_relieved"] or 0),
        )
        group[:] = [before + more for before, more in zip(group, added, strict=True)]
    counted = found.select("people", "priced", "premium", "premium_full").rows()
    assert (
        dict(zip(found.select("village", "category").rows(), map(list, counted), strict=True))
        == wanted
    )


STATED = premium_columns("2026-10")


@pytest.mark.parametrize(
    ("frame", "asked"),
    [
        (judged().to_dicts(), {}),
        (judged(), {"by": "nothing"}),
        (judged(), {"by": "nik"}),
        (judged().with_columns(score=0.5), {"by": "score"}),
        (judged().with_columns(score=pl.lit([1])), {"by": "score"}),
        (judged(), {"by": ("village", "village")}),
        (judged(), {"by": "premium"}),
        (judged().with_columns(key=pl.lit("x")), {"by": "key"}),
        (judged().with_columns(enrol=pl.lit("yes")), {}),
        (judged(), {"months": 0}),
        (judged(), {"months": True}),
        (judged(), {"months": 1.0}),
        (register(), {"columns": [OCTOBER]}),
        (judged().with_columns(premium=pl.col("premium") + 1), {}),
        (judged().with_columns(premium_relieved=pl.lit(None, pl.Int64)), {}),
        (
            judged().with_columns(
                premium_jkk=pl.col("premium_jkk") * -1, premium=pl.col("premium_jkm") - 10_000
            ),
            {},
        ),
        (judged().with_columns(premium=pl.col("premium").cast(pl.Float64)), {}),
        (judged().with_columns(premium_reason=pl.lit(9999)), {"columns": [OCTOBER]}),
        (judged().with_columns(premium_reason=pl.lit(None, pl.Int64)), {"columns": [OCTOBER]}),
    ],
)
def test_what_cannot_be_summed_is_refused(
    frame: pl.DataFrame | list[dict[str, Any]], asked: dict[str, Any]
) -> None:
    with pytest.raises(InputError):
        untyped(summary)(frame, **{"by": "village", **asked})


def test_sums_beyond_64_bits_are_refused() -> None:
    huge = OCTOBER.added_to(register()).with_columns(
        premium_relieved=pl.when(pl.col("premium") > 0).then(2**62)
    )
    with pytest.raises(InputError, match="64 bits"):
        summary(huge, "village")
    two = huge.filter(pl.col("premium") > 0).head(1)
    total = summary(two, "village").total
    assert total["premium_relieved"] == 2**62


def test_a_relief_that_makes_the_full_contribution_overflow_is_refused() -> None:
    huge = OCTOBER.added_to(register()).head(1).with_columns(premium_relieved=pl.lit(2**63 - 1))
    with pytest.raises(InputError, match="64 bits"):
        summary(huge, "village")


def test_cover_against_targets() -> None:
    found = summary(judged(), ("kecamatan", "village"), months=1)
    whole = cover_against(found, 3).row(0, named=True)
    assert (whole["people_ppm"], whole["eligible_ppm"], whole["enrolled_ppm"], whole["short"]) == (
        1_666_666, 1_000_000, 666_666, 1,
    )  # fmt: skip
    targets = pl.DataFrame({"kecamatan": ["K", "M", None], "target": [6, 2, 0]})
    rows = cover_against(found, targets).select(
        "kecamatan", "people", "enrolled", "target", "enrolled_ppm", "short"
    )
    assert rows.rows() == [
        ("K", 3, 1, 6, 166_666, 5),
        ("L", 1, 1, None, None, None),
        ("M", 0, 0, 2, 0, 2),
        (UNKNOWN, 1, 0, 0, None, 0),
    ]
    bare = summary(register().select("village"), "village")
    assert (
        cover_against(bare, pl.DataFrame({"village": ["A"], "target": [2]}))[
            "eligible"
        ].null_count()
        == 4
    )


@pytest.mark.parametrize(
    "target",
    [
        -1,
        True,
        0.5,
        pl.DataFrame({"target": [1]}),
        pl.DataFrame({"village": ["A"]}),
        pl.DataFrame({"village": ["A"], "target": [1.5]}),
        pl.DataFrame({"village": ["A"], "target": [-1]}),
        pl.DataFrame({"village": ["A", "A"], "target": [1, 2]}),
        pl.DataFrame({"somewhere": ["A"], "target": [1]}),
    ],
    ids=str,
)
def test_a_target_that_cannot_be_is_refused(target: float | pl.DataFrame) -> None:
    with pytest.raises(InputError):
        untyped(cover_against)(summary(judged(), "village"), target)


def test_published_figures_are_marked_and_compared() -> None:
    figures = published_figures()
    assert set(figures["grade"]) == {"secondary"}
    assert figures["date"].is_sorted()
    beside = against_published(
        summary(synthetic_register(1000, seed=3), "kecamatan"), "people"
    ).row(-1, named=True)
    # 1,000 of about 98,000 verified at the end of 2025.
    assert (beside["ours"], beside["difference"], beside["ours_ppm"]) == (1000, -97_000, 10_204)
    assert (
        against_published(summary(pl.DataFrame({"village": ["A"]}), ()))["difference"].null_count()
        == figures.height
    )
    with pytest.raises(InputError, match="count"):
        against_published(summary(judged(), ()), "premium")


@pytest.mark.parametrize(
    "cell", ["9999992905840001", "999999 290584 0001", "\uff19" * 16, 9_999_992_905_840_002]
)
def test_groups_that_are_identity_numbers_are_refused(cell: int | str) -> None:
    frame = pl.DataFrame({"village": ["64.08.01.2001", None], "No KTP": [cell, None]})
    assert summary(frame, "village").table["village"].to_list() == ["64.08.01.2001", "unknown"]
    with pytest.raises(InputError, match=r"by No KTP.*look like a NIK") as caught:
        summary(frame, ("village", "No KTP"))
    assert "999999" not in str(caught.value)


def test_a_summary_and_columns_show_themselves_briefly() -> None:
    register = pl.DataFrame({"village": ["A", "<B>", None], "income": 900_000, "kind": "b"})
    premiums = premium_columns("2026-10", payer="APBD")
    sums = summary(premiums.added_to(register), "village", months=1, columns=[premiums])
    assert repr(premiums).startswith("<Columns premium: premium_jkk, ")
    assert repr(sums) == "<Summary of 3 people by village: 3 groups>"
    assert repr(sums.rolled()) == "<Summary of 3 people: 1 groups>"
    page = sums.html("en")
    assert "&lt;B&gt;" in page
    assert "<B>" not in page
    assert "3 of 3 groups" in page
    assert sums._repr_html_() == sums.html("id")


def cells(page: str) -> list[list[str]]:
    """The rows of the table of a page, headings included."""
    rows = re.findall(r"<tr>(.*?)</tr>", page)
    return [re.findall(r"<t[hd][^>]*>(?:<span>)?(.*?)(?:</span>)?</t[hd]>", row) for row in rows]


def test_a_summary_shows_what_tells_something_and_the_whole_below() -> None:
    register = pl.DataFrame(
        {"village": ["A", "A", None], "sex": ["m", "f", "f"], "income": [900_000, None, 900_000]}
    ).with_columns(kind=pl.lit("b"))
    premiums = premium_columns("2026-10", payer="APBD")
    sums = summary(premiums.added_to(register), ("village", "sex"), months=1, columns=[premiums])
    page = sums.html("en")
    assert "<h3>Sums by village, sex</h3>" in page
    assert "Contributions for 1 month." in page
    assert "<dt>people</dt><dd>3</dd>" in page
    assert "<dt>contribution to pay</dt><dd>Rp33,600</dd>" in page
    assert cells(page) == [
        [
            *("village", "sex", "people", "the contribution cannot be calculated"),
            *("JKK contribution", "JKM contribution", "contribution to pay"),
        ],
        ["A", "f", "1", "1", "Rp0", "Rp0", "Rp0"],
        ["A", "m", "1", "0", "Rp10,000", "Rp6,800", "Rp16,800"],
        ["not known", "f", "1", "0", "Rp10,000", "Rp6,800", "Rp16,800"],
        ["Total", "", "3", "1", "Rp20,000", "Rp13,600", "Rp33,600"],
    ]
    relieved = premium_columns("2026-10", payer="self")
    page = summary(relieved.added_to(register), "village", columns=[relieved]).html("en")
    assert "taken off by reliefs" in page
    assert "contribution before reliefs" in page
    assert "Contributions for" not in page


def test_a_summary_without_groups_or_premiums_shows_its_counts() -> None:
    page = summary(pl.DataFrame({"village": ["A", "B"]}), ()).html("en")
    assert "<h3>Sums of the whole register</h3>" in page
    assert cells(page) == [["Item", "Amount"], ["people", "2"]]
    assert page.count("<dd>") == 1


def test_columns_show_what_they_hold() -> None:
    for columns in (
        enrolment_columns(date(2026, 10, 1)),
        premium_columns("2026-10"),
        exposure_columns(date(2026, 10, 1)),
    ):
        page = columns.html("en")
        named = [row[0] for row in cells(page)[1:]]
        assert named == list(columns.outputs)
        reasons = f"number of the reason; {len(columns.reasons)} are known"
        assert [row[1] for row in cells(page)[1:]].count(reasons) == 1, "of the column of reasons"
        assert "columns.added_to(frame)" in page
        assert columns._repr_html_() == columns.html("id")
