"""Two registers side by side, and a register beside a bill: nobody lost, nobody joined by guess."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl
import pytest

from jamsos import InputError, OutsideLawError
from jamsos.registers import (
    Register,
    check_register,
    difference,
    read_register,
    reconcile,
    synthetic_register,
)

# Lampiran II: row 1 costs 10,000, row 2 (from 1,100,000) 12,000 for JKK; JKM 6,800.
# APBD pays in full.
ROW_1, ROW_2 = 16_800, 18_800


def nik(number: int) -> str:
    return f"999999290512{number:04}"


def register(*rows: tuple[int | None, int | None], **columns: Sequence[object]) -> pl.DataFrame:
    """People by number, with their incomes."""
    niks = [None if number is None else nik(number) for number, _ in rows]
    incomes = pl.Series([income for _, income in rows], dtype=pl.Int64)
    return pl.DataFrame(
        {
            "id": [str(n) for n in range(len(rows))],
            "nik": niks,
            "income": incomes,
            "kind": "b",
            **columns,
        }
    )


def people(frame: pl.DataFrame) -> list[int]:
    return [int(digits[-4:]) for digits in frame["nik"]]


def rows(sums: pl.DataFrame) -> dict[str, tuple[int, ...]]:
    return {row[0]: row[1:] for row in sums.iter_rows()}


def test_every_group_with_its_cost() -> None:
    before = register((1, 0), (2, 0), (3, 0), (4, 0), (5, None))
    after = register(
        (2, 0),
        (1, 1_100_000),
        (6, 1_100_000),
        (7, 0),
        (4, 0),
        (5, None),
        dead=[False, None, False, False, True, False],
    )
    found = difference(before, after, month="2026-10", payer="APBD", died="dead")
    assert people(found.joined) == [6, 7]
    assert people(found.left) == [3]
    assert people(found.died) == [4]
    assert people(found.changed) == [1]
    assert found.changed["changed"].to_list() == [["income"]]
    assert found.changed["premium"].to_list() == [ROW_2]
    assert people(found.same) == [2, 5]
    assert (found.columns_gone, found.columns_new) == ((), ("dead",))
    counted = [
        f"{what}_{side}"
        for side in ("before", "after")
        for what in ("people", "rupiah", "undecided")
    ]
    assert found.costs.columns == ["group", *counted]
    assert rows(found.costs) == {
        "joined": (0, 0, 0, 2, ROW_1 + ROW_2, 0),
        "left": (1, ROW_1, 0, 0, 0, 0),
        "died": (1, ROW_1, 0, 1, ROW_1, 0),
        "changed": (1, ROW_1, 0, 1, ROW_2, 0),
        "same": (2, ROW_1, 1, 2, ROW_1, 1),  # person 5 stated no income: no amount, and not 0
        "unclear": (0, 0, 0, 0, 0, 0),
        "total": (5, 4 * ROW_1, 1, 6, 3 * ROW_1 + 2 * ROW_2, 1),
    }
    assert found.proved
    assert "nik" not in repr(found)


def test_who_cannot_be_told_apart_is_compared_with_nobody() -> None:
    before = register((1, 0), (1, 0), (2, 0), (None, 0))
    after = register((1, 0), (2, 0), (3, 0), (3, 0), (None, 0), (None, 0))
    found = difference(before, after, month="2026-10", payer="APBD")
    earlier, later = found.unclear
    assert [(row["id"], row["why"]) for row in earlier.to_dicts()] == [
        ("0", "twice"),
        ("1", "twice"),
        ("3", "no_nik"),
    ]
    assert [(row["id"], row["why"]) for row in later.to_dicts()] == [
        ("0", "twice"), ("2", "twice"), ("3", "twice"), ("4", "no_nik"), ("5", "no_nik"),
    ]  # fmt: skip
    assert people(found.same) == [2]
    assert found.joined.is_empty()
    assert found.left.is_empty()
    assert found.proved


def typed(*people: tuple[str, str, str, str]) -> Register:
    """A list as it is typed: NIK, name, day of birth and income of each."""
    headings = ["NIK", "Nama", "Tanggal Lahir", "Penghasilan"]
    frame = pl.DataFrame(people, schema=dict.fromkeys(headings, pl.String), orient="row")
    read = read_register(frame.with_columns(segmen=pl.lit("BPU")), on=date(2026, 11, 1))
    return check_register(read, on=date(2026, 11, 1))


def whys(frame: pl.DataFrame) -> dict[str, str]:
    return dict(frame.select("name", "why").iter_rows())


BORN = "29-05-2012"
"""The day in the NIK of everybody here."""


def test_who_is_to_be_checked_or_stands_twice_has_not_left() -> None:
    before = typed(
        (nik(1), "Rekaan Satu", BORN, "0"),
        (nik(2), "Rekaan Dua", BORN, "0"),
        (nik(3), "Rekaan Tiga", BORN, "0"),
        (nik(4), "Rekaan Empat", BORN, "0"),
        (nik(5), "Rekaan Lima", BORN, "0"),
        (nik(6), "Rekaan Enam", BORN, "0"),
        (nik(7), "Rekaan Tujuh", BORN, "0"),
        (nik(8), "Rekaan Delapan", BORN, "0"),
    )
    after = typed(
        (nik(1), "Rekaan Satu", BORN, "0"),  # the same
        (nik(2), "Rekaan Dua", BORN, "1,500"),  # an unclear amount: to be checked
        (nik(3), "Rekaan Tiga", "31/02/2012", "0"),  # a day that does not exist: rejected
        (nik(4), "Rekaan Empat", BORN, "0"),  # twice with different facts
        (nik(4), "Rekaan Empat", BORN, "900000"),
        (nik(5), "Rekaan Lima", BORN, "0"),  # twice in the same words: the first stands
        (nik(5), "Rekaan Lima", BORN, "0"),
        ("99999929O5120006", "REKAAN-ENAM", BORN, "0"),  # a letter in the NIK: nobody's number
        (nik(9), "Rekaan Sembilan", BORN, "0"),
        (nik(10), "Rekaan Sepuluh", BORN, "1,500"),
        ("", "Rekaan Tujuh", "30-05-2012", "0"),  # another day of birth: another person
    )
    found = difference(before, after, month="2026-10", payer="APBD")
    assert people(found.same) == [1, 5]
    assert people(found.left) == [7, 8]
    assert people(found.joined) == [9]
    assert not found.changed.height
    earlier, later = found.unclear
    assert whys(earlier) == {
        "Rekaan Dua": "other_to_check",
        "Rekaan Tiga": "other_rejected",
        "Rekaan Empat": "twice",
        "Rekaan Enam": "other_no_nik",
    }
    assert later.select("name", "why").rows() == [
        ("Rekaan Dua", "to_check"),
        ("Rekaan Tiga", "rejected"),
        ("Rekaan Empat", "twice"),
        ("Rekaan Empat", "twice"),
        ("Rekaan Lima", "repeated"),
        ("REKAAN-ENAM", "no_nik"),
        ("Rekaan Sepuluh", "to_check"),
        ("Rekaan Tujuh", "no_nik"),
    ]
    total = rows(found.costs)["total"]
    assert (total[0], total[3]) == (8, 11)
    assert found.proved
    for frame in (found.same, found.left, found.joined, earlier, later):
        assert not [name for name in frame.columns if name.startswith("_jamsos_")]


def test_who_was_to_be_checked_has_not_joined() -> None:
    before = typed(
        (nik(1), "Rekaan Satu", BORN, "1,500"),
        ("", "Rekaan Dua", "", "0"),  # no day of birth: it may be this one
        (nik(3), "Rekaan Tiga", BORN, "0"),
    )
    after = typed(
        (nik(1), "Rekaan Satu", BORN, "1500000"),
        (nik(2), "Rekaan Dua", BORN, "0"),
        (nik(3), "Rekaan Tiga", BORN, "900000"),
        (nik(4), "Rekaan Empat", BORN, "0"),
    )
    found = difference(before, after, month="2026-10", payer="APBD")
    assert people(found.joined) == [4]
    assert people(found.changed) == [3]
    assert whys(found.unclear[0]) == {"Rekaan Satu": "to_check", "Rekaan Dua": "no_nik"}
    assert whys(found.unclear[1]) == {"Rekaan Satu": "other_to_check", "Rekaan Dua": "other_no_nik"}
    assert found.proved


def test_a_frame_beside_a_register_and_a_name_without_a_number_in_frames() -> None:
    before = register((1, 0), (2, 0), (None, 0), name=["Rekaan Satu", "Rekaan Dua", None])
    after = typed((nik(1), "Rekaan Satu", BORN, "1,500"), (nik(2), "Rekaan Dua", BORN, "0"))
    found = difference(before, after, month="2026-10", payer="APBD")
    assert (people(found.same), found.left.height, found.joined.height) == ([2], 0, 0)
    assert found.unclear[0]["why"].to_list() == ["other_to_check", "no_nik"]
    nameless = register((None, 0), (None, 0), (3, 0), name=["rekaan  satu", "", ""])
    plain = difference(before, nameless, month="2026-10", payer="APBD")
    assert plain.unclear[0]["why"].to_list() == ["other_no_nik", "no_nik"]
    assert (people(plain.left), people(plain.joined)) == ([2], [3])


def test_a_register_with_contributions_is_priced_anew() -> None:
    people_with = pl.DataFrame(
        {"NIK": [nik(1)], "Iuran": ["5"], "Penghasilan": ["0"], "segmen": "BPU"}
    )
    one = read_register(people_with, on=date(2026, 11, 1))
    assert one.accepted["premium"].to_list() == [5]
    found = difference(one, one, month="2026-10", payer="APBD")
    assert found.same.height == 1
    assert found.same["premium"].to_list() != [5]


def test_the_rows_of_a_list_are_no_facts() -> None:
    before = register(
        (1, 0), (2, 0), (3, 0), source_row=[2, 3, 4], file_row=[2, 3, 2], enrol_reason=[20, 20, 20]
    )
    after = register((2, 0), (3, 0), source_row=[2, 3], file_row=[7, 2], enrol_reason=[21, 21])
    found = difference(before, after, month="2026-10", payer="APBD")
    assert (people(found.left), people(found.same), found.changed.height) == ([1], [2, 3], 0)


def test_several_facts_change_and_a_code_is_compared_as_written() -> None:
    before = register((1, 0), (2, 0), letter=[True, True], number_issued=[date(2026, 1, 1)] * 2)
    after = register((1, None), (2, 0), letter=[False, True], number_issued=[date(2026, 1, 1)] * 2)
    after = after.with_columns(pl.col("kind").cast(pl.Enum(["a", "b", "c"])))
    found = difference(before, after, month="2026-10", payer="APBD")
    assert found.changed["changed"].to_list() == [["income", "letter"]]
    assert people(found.same) == [2]


def test_a_day_of_death_and_one_known_before() -> None:
    before = register((1, 0), (2, 0), died=[None, date(2026, 8, 1)])
    after = register((1, 0), (2, 0), died=[date(2026, 9, 1), date(2026, 8, 1)])
    found = difference(before, after, month="2026-10", payer="APBD", died="died")
    assert people(found.died) == [1]
    assert people(found.same) == [2]
    assert rows(found.costs)["died"] == (1, ROW_1, 0, 1, ROW_1, 0)


def test_registers_with_nothing_in_common_to_compare() -> None:
    bare = pl.DataFrame({"nik": [nik(1)]})
    found = difference(bare, bare, month="2026-10", payer="APBD")
    assert people(found.same) == [1]
    assert rows(found.costs)["total"] == (1, 0, 1, 1, 0, 1)


def test_the_scheme_prices_both() -> None:
    from jamsos import load_scheme  # noqa: PLC0415

    found = difference(
        register((1, 0)), register((1, 5_000_000)), month="2025-10", scheme=load_scheme("kutim")
    )
    assert rows(found.costs)["changed"] == (1, ROW_1, 0, 1, ROW_1, 0)


def test_every_row_of_a_dirty_world_stands_somewhere() -> None:
    people = synthetic_register(3000, seed=9).with_columns(
        nik=pl.when(pl.int_range(pl.len()) % 50 < 1).then(None).otherwise("nik")
    )
    before = pl.concat([people.head(2000), people.slice(100, 20)])
    after = pl.concat([people.slice(500), people.slice(700, 5)])
    found = difference(before, after, month="2026-10")
    total = rows(found.costs)["total"]
    assert (total[0], total[3]) == (before.height, after.height)
    assert found.proved
    assert not found.changed.height


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"died": "nothing"}, InputError),
        ({"died": "income"}, InputError),
        ({"before": None}, InputError),
        ({"after": register((1, 0)).drop("nik")}, InputError),
        ({"after": register((1, 0)).with_columns(why=pl.lit("x"))}, InputError),
        ({"after": register((1, 0)).with_columns(premium=1)}, InputError),
        ({"after": register((1, 0)).with_columns(changed=1)}, InputError),
        ({"month": "2015-06"}, OutsideLawError),
    ],
)
def test_what_cannot_be_compared_is_refused(asked: dict[str, Any], error: type[Any]) -> None:
    one = register((1, 0))
    facts: dict[str, Any] = {"before": one, "after": one, "month": "2026-10", **asked}
    with pytest.raises(error):
        difference(**facts)


def bill(*lines: tuple[int | None, int | None]) -> pl.DataFrame:
    amounts = pl.Series([amount for _, amount in lines], dtype=pl.Int64)
    niks = pl.Series(
        [None if number is None else nik(number) for number, _ in lines], dtype=pl.String
    )
    return pl.DataFrame({"nik": niks, "tagihan": amounts})


def test_a_bill_beside_the_register() -> None:
    ours = bill(
        (1, ROW_1), (2, ROW_1), (3, ROW_1), (4, None), (5, ROW_1), (6, ROW_1), (None, ROW_1)
    )
    theirs = bill((2, ROW_2), (1, ROW_1), (4, ROW_1), (5, None), (6, ROW_1), (6, ROW_1), (7, ROW_1))
    found = reconcile(ours.rename({"tagihan": "premium"}), theirs, billed="tagihan")
    assert people(found.agree) == [1]
    assert people(found.differ) == [2]
    assert found.differ.select("premium", "billed", "difference").row(0) == (ROW_1, ROW_2, 2000)
    assert people(found.undecided) == [4, 5]
    assert people(found.only_register) == [3]
    assert people(found.only_bill) == [7]
    assert [frame["why"].to_list() for frame in found.unclear] == [
        ["twice", "no_nik"],
        ["twice", "twice"],
    ]
    assert rows(found.sums) == {
        "agree": (1, ROW_1, 0, 1, ROW_1, 0),
        "differ": (1, ROW_1, 0, 1, ROW_2, 0),
        "undecided": (2, ROW_1, 1, 2, ROW_1, 1),
        "only_register": (1, ROW_1, 0, 0, 0, 0),
        "only_bill": (0, 0, 0, 1, ROW_1, 0),
        "unclear": (2, 2 * ROW_1, 0, 2, 2 * ROW_1, 0),
        "total": (7, 6 * ROW_1, 1, 7, 5 * ROW_1 + ROW_2, 1),
    }
    assert found.proved
    assert "nik" not in repr(found)


def test_sums_that_do_not_add_up_are_told() -> None:
    found = reconcile(bill((1, ROW_1)), bill((1, ROW_1)), amount="tagihan", billed="tagihan")
    lost = found.sums.with_columns(
        pl.when(pl.col("group") == "agree").then(0).otherwise("rupiah_bill").alias("rupiah_bill")
    )
    assert not type(found)(
        **{
            name: getattr(found, name)
            for name in ("agree", "differ", "undecided", "only_register", "only_bill", "unclear")
        },
        sums=lost,
    ).proved


def test_nothing_beside_nothing() -> None:
    assert reconcile(bill(), bill(), amount="tagihan", billed="tagihan").proved


@pytest.mark.parametrize(
    "asked",
    [
        {"amount": "nothing"},
        {"bill": bill((1, 1)).with_columns(pl.col("tagihan").cast(pl.Float64))},
        {"bill": bill((1, 2**62), (2, 2**62))},
        {"bill": bill((1, 1)).drop("nik")},
        {"register": bill((1, 1)).with_columns(billed=1)},
    ],
)
def test_what_cannot_be_reconciled_is_refused(asked: dict[str, Any]) -> None:
    sides: dict[str, Any] = {
        "register": bill((1, 1)),
        "bill": bill((1, 1)),
        "amount": "tagihan",
        "billed": "tagihan",
    }
    with pytest.raises(InputError):
        reconcile(**{**sides, **asked})


def test_amounts_too_large_are_said_without_stars() -> None:
    large = register((1, 0)).with_columns(premium=pl.lit(2**62), billed=0)
    with pytest.raises(InputError, match="fits into 64 bits") as caught:
        reconcile(pl.concat([large, large, large]), large)
    assert "*" not in caught.value.allowed
