"""Checks of a register by hand, and the work list for the field team."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook
from untyped import untyped

from jamsos import InputError
from jamsos.registers import (
    Register,
    check_register,
    read_register,
    synthetic_register,
    work_list,
    write_work_list,
)

ON = date(2026, 11, 1)
MAN, WOMAN = "9999992905840001", "9999996905840001"


def check(on: date = ON, region: str = "", **columns: Sequence[object] | pl.Series) -> Register:
    return check_register(pl.DataFrame(columns), on=on, region=region)


def told(found: Register) -> list[tuple[int, str, str]]:
    return found.problems.select("source_row", "problem", "hint").rows()


def test_one_nik_in_rows_that_differ_sends_all_to_be_checked() -> None:
    found = check(
        nik=[MAN, WOMAN, MAN], name=["Rekaan A", "Rekaan B", "Rekaan C"], id=["1", "2", "3"]
    )
    assert told(found) == [(1, "nik.twice", "3"), (3, "nik.twice", "1")]
    assert found.accepted["id"].to_list() == ["2"]
    assert found.report.counts == {"rows": 3, "accepted": 1, "to_check": 2, "rejected": 0}


def test_of_rows_that_are_the_same_the_first_stands() -> None:
    found = check(nik=[MAN] * 3, name=["Rekaan A"] * 3, id=["1", "2", "3"])
    assert told(found) == [(2, "nik.repeated", "1, 3"), (3, "nik.repeated", "1, 2")]
    assert found.accepted["id"].to_list() == ["1"]


def test_a_hint_names_five_other_rows() -> None:
    found = check(nik=[MAN] * 9, name=list("abcdefghi"))
    assert found.problems["hint"].to_list()[0] == "2, 3, 4, 5, 6"
    assert found.problems["hint"].to_list()[-1] == "1, 2, 3, 4, 5"


def test_nobody_without_a_nik_is_a_duplicate() -> None:
    found = check(nik=pl.Series([None, None], dtype=pl.String), name=["a", "a"])
    assert [row[:2] for row in told(found)] == [(1, "identity.missing"), (2, "identity.missing")]


def test_the_same_person_with_two_nik_is_a_suggestion() -> None:
    birth, village = [date(1984, 5, 29)] * 4, ["99.99.01.2001"] * 3 + ["99.99.01.2002"]
    found = check(
        nik=[MAN, "9999992905840002", WOMAN, "9999992905840003"],
        name=["REKAAN, A.", "rekaan a", "Rekaan B", "Rekaan A"],
        birth=birth,
        village=village,
    )
    assert told(found) == [(1, "nik.two", "2"), (2, "nik.two", "1")]
    assert found.accepted.height == 4, "a warning"
    spelt = check(
        nik=[MAN, WOMAN], name=["A", "a"], birth=birth[:2], village=[" Muara  Satu", "MUARA-SATU"]
    )
    assert told(spelt) == [(1, "nik.two", "2"), (2, "nik.two", "1")]
    other = check(
        nik=[MAN, WOMAN], name=["A", "a"], birth=birth[:2], village=["Muara 1", "Muara 2"]
    )
    assert told(other) == []
    without_names = check(nik=[MAN, WOMAN], name=["-", "."], birth=birth[:2], village=village[:2])
    assert told(without_names) == []


@pytest.mark.parametrize(
    ("nik", "birth", "sex", "problems"),
    [
        (MAN, date(1984, 5, 29), "m", []),
        (WOMAN, date(1984, 5, 29), "f", []),
        (MAN, date(1984, 5, 29), "f", ["nik.sex"]),
        (WOMAN, date(1984, 5, 29), "m", ["nik.sex"]),
        (MAN, date(1984, 5, 28), "m", ["nik.birth"]),
        (MAN, date(1984, 6, 29), "m", ["nik.birth"]),
        (MAN, date(1985, 5, 29), "m", ["nik.birth"]),
        (WOMAN, date(1984, 5, 28), "m", ["nik.birth", "nik.sex"]),
        (MAN, None, None, []),
        ("9999992905070001", date(2007, 5, 29), "m", []),
        ("9999993112990001", date(1999, 12, 31), "m", []),
        ("9999997112990001", date(1999, 12, 31), "f", []),
    ],
)
def test_birth_and_sex_against_the_nik_are_warnings_rule_k2(
    nik: str, birth: date | None, sex: str | None, problems: list[str]
) -> None:
    frame = pl.DataFrame(
        {"nik": [nik], "birth": [birth], "sex": [sex]},
        schema={"nik": pl.String, "birth": pl.Date, "sex": pl.String},
    )
    found = check_register(frame, on=ON)
    told = found.problems.select("column", "problem").rows()
    others = {"nik.birth": "birth", "nik.sex": "sex"}
    # Either of the two cells may be wrong, so that each has its line.
    lines = [(column, problem) for problem in problems for column in ("nik", others[problem])]
    assert sorted(told) == sorted(lines)
    assert found.accepted.height == 1
    assert set(found.problems["reaction"]) <= {"warning"}


@pytest.mark.parametrize(
    ("year", "fits"), [("11", True), ("12", False), ("25", False), ("26", True), ("84", True)]
)
def test_without_a_birth_the_nik_must_leave_a_worker_s_age_rule_k3(year: str, fits: bool) -> None:
    """In 2026: 2011 is 15 years ago and 1926 a hundred; of 2012 and 1925 neither is a worker."""
    found = check(nik=[f"999999 2905{year}0001".replace(" ", "")])
    assert told(found) == ([] if fits else [(1, "nik.age", "")])
    with_birth = check(nik=[f"9999992905{year}0001"], birth=[date(1984, 5, 29)])
    assert "nik.age" not in with_birth.problems["problem"].to_list()


def test_a_nik_of_another_region_is_an_information_rule_k1() -> None:
    found = check(nik=[MAN, "6408042905840001"], region="64.08")
    assert found.problems.select("source_row", "problem", "reaction").rows() == [
        (1, "nik.region", "information")
    ]
    assert found.accepted.height == 2
    assert told(check(nik=[MAN])) == []


def test_a_nik_that_is_the_family_card_of_another_row() -> None:
    assert told(check(nik=[MAN, WOMAN], kk=[None, MAN])) == [(1, "nik.is_a_kk", "")]
    assert told(check(nik=[MAN, WOMAN], kk=[MAN, None])) == [(1, "nik.is_a_kk", "")]
    columns = {"nik": [MAN], "kk": [MAN]}
    read = read_register(pl.DataFrame(columns), on=ON)
    assert [problem for _, problem, _ in told(check_register(read, on=ON))] == ["identity.is_kk"]
    columns["birth"] = ["29-05-1984"]
    read = read_register(pl.DataFrame(columns), on=ON)
    assert [problem for _, problem, _ in told(check_register(read, on=ON))] == ["identity.is_nik"]


def test_facts_the_field_team_asks_about() -> None:
    found = check(
        nik=[MAN, WOMAN, "9999992905840003"],
        wage_earner=[True, False, None],
        other_payer=[None, True, False],
        letter=[True, False, None],
        occupation=[11, 5, None],
        village=["99.99.01.2001", None, "99.99.01.2001"],
    )
    assert [(row, problem) for row, problem, _ in told(found)] == [
        (1, "wage_earner"),
        (2, "letter.missing"),
        (2, "occupation.stop"),
        (2, "other_payer"),
        (2, "village.missing"),
        (3, "letter.missing"),
    ]
    assert found.problems.filter(pl.col("problem") == "occupation.stop")["value"].to_list() == ["5"]
    assert found.accepted.height == 3


def test_a_register_that_was_read_keeps_its_problems() -> None:
    frame = pl.DataFrame(
        {"NIK": [MAN, MAN[:-1], MAN], "Nama": ["=A", "B", "C"], "Desa": ["-", "x", "x"]}
    )
    read = read_register(frame, on=ON)
    found = check_register(read, on=ON)
    assert [(row, problem) for row, problem, _ in told(found)] == [
        (1, "text.formula"), (1, "nik.twice"), (1, "village.missing"), (2, "identity.length"),
        (3, "nik.twice"),
    ]  # fmt: skip
    assert (found.accepted.height, found.to_check.height, found.rejected.height) == (0, 2, 1)
    assert found.repairs.rows() == read.repairs.rows()
    assert "Hasil memeriksa daftar" in str(found)
    again = check_register(read, on=ON)
    assert again.problems.rows() == found.problems.rows()


@pytest.mark.parametrize(
    ("nik", "problem"),
    [
        (None, "identity.missing"), ("", "identity.missing"), ("abc", "identity.length"),
        ("123", "identity.length"), ("\uff19" * 16, "identity.length"),
        (MAN + "1", "identity.length"),
    ],
)  # fmt: skip
def test_what_is_no_nik_is_not_accepted_from_a_frame_either(nik: str | None, problem: str) -> None:
    found = check_register(
        pl.DataFrame({"nik": [nik, WOMAN], "name": ["Rekaan A", "Rekaan B"]}), on=ON
    )
    assert [row[:2] for row in told(found)] == [(1, problem)]
    assert found.accepted["nik"].to_list() == [WOMAN]


def test_a_frame_without_the_column_of_the_nik_is_checked_for_the_rest() -> None:
    found = check_register(pl.DataFrame({"name": ["Rekaan A"], "wage_earner": [True]}), on=ON)
    assert (found.accepted.height, found.problems["problem"].to_list()) == (1, ["wage_earner"])


def villages(*names: str) -> list[pl.DataFrame]:
    """The accepted rows of lists of one person each, all with the same number."""
    lists = [pl.DataFrame({"NIK": [MAN], "Nama": [name]}) for name in names]
    return [read_register(one, on=ON).accepted for one in lists]


def test_lists_stitched_together_are_checked_row_by_row() -> None:
    found = check_register(pl.concat(villages("Rekaan A", "Rekaan B")), on=ON)
    assert told(found) == [(1, "nik.twice", "2"), (2, "nik.twice", "1")]
    assert found.report.counts == {"rows": 2, "accepted": 0, "to_check": 2, "rejected": 0}
    innocent = pl.DataFrame(
        {"source_row": [2, 2, 3], "nik": [MAN, WOMAN, MAN], "name": ["a", "b", "c"]}
    )
    found = check_register(innocent.with_columns(file=pl.Series(["a", "b", "b"])), on=ON)
    assert found.accepted.select("source_row", "nik", "file", "file_row").rows() == [
        (2, WOMAN, "b", 2)
    ]
    assert found.to_check.select("source_row", "file", "file_row").rows() == [
        (1, "a", 2),
        (3, "b", 3),
    ]
    assert "the row in the file is in the column  file_row" in found.report.text("en")


def test_of_stitched_rows_that_are_the_same_the_first_stands() -> None:
    found = check_register(pl.concat(villages("Rekaan A", "Rekaan A")), on=ON)
    assert told(found) == [(2, "nik.repeated", "1")]
    assert found.accepted["source_row"].to_list() == [1]
    districts = pl.concat(
        [found.accepted, found.accepted.with_columns(file_row=pl.lit(7, pl.Int64))]
    )
    again = check_register(districts, on=ON).rows
    first = villages("Rekaan A")[0]["source_row"].item()
    assert again.select("source_row", "file_row").rows() == [(1, first), (2, 7)], (
        "the row in the file, not in a list"
    )


@pytest.mark.parametrize("numbers", [[5, 9], pl.Series([5, 9], dtype=pl.UInt32)])
def test_rows_keep_numbers_that_stand_once(numbers: list[int] | pl.Series) -> None:
    found = check(source_row=numbers, nik=[MAN, MAN], name=["a", "b"])
    assert told(found) == [(5, "nik.twice", "9"), (9, "nik.twice", "5")]
    assert found.rows["file_row"].to_list() == [5, 9], (
        "there to be asked for, whether rows were renumbered or not"
    )
    assert "file_row" not in found.report.text("en")


def test_numbers_that_stand_once_stay_beside_the_row_in_the_file() -> None:
    found = check(source_row=[5, 9], file_row=[2, 2], nik=[MAN, WOMAN])
    assert found.rows.select("source_row", "file_row").rows() == [(5, 2), (9, 2)]


@pytest.mark.parametrize("numbers", [[5, None], ["5", "9"]])
def test_rows_without_numbers_are_numbered(numbers: list[int | str | None]) -> None:
    found = check(source_row=numbers, nik=[MAN, MAN], name=["a", "b"])
    assert told(found) == [(1, "nik.twice", "2"), (2, "nik.twice", "1")]
    assert found.rows["file_row"].to_list() == numbers


def test_a_check_of_a_check_says_the_same() -> None:
    frame = pl.DataFrame(
        {
            "nik": [
                MAN,
                MAN,
                WOMAN,
                "9999992905250003",
                "9999992905840004",
                "9999992905840005",
                "9999992905840005",
            ],
            "kk": [None, "6408042905840001", MAN, None, None, None, None],
            "name": ["=A", "B", "C", "D", "E", "E", "E"],
            "birth": [
                "29/05/1984",
                "28/05/1984",
                "29/05/1984",
                None,
                "29/05/1984",
                "29/05/1984",
                "29/05/1984",
            ],
            "sex": ["m", "f", "m", "m", "m", "m", "m"],
            "village": [None, "x", "x", "x", "x", "x", "x"],
            "wage_earner": ["ya"] * 7,
            "other_payer": ["ya"] * 7,
            "letter": ["tidak"] * 7,
            "occupation": ["5"] * 7,
        }
    )
    once = check_register(read_register(frame, on=ON), on=ON, region="64.08")
    assert set(once.problems["problem"]) >= {
        *(
            "nik.twice",
            "nik.repeated",
            "nik.two",
            "nik.is_a_kk",
            "nik.birth",
            "nik.sex",
            "nik.age",
            "nik.region",
        ),
        *(
            "wage_earner",
            "other_payer",
            "letter.missing",
            "occupation.stop",
            "village.missing",
            "text.formula",
        ),
    }
    again = check_register(once, on=ON, region="64.08")
    assert again.problems.rows() == once.problems.rows()
    assert again.report.counts == once.report.counts


def test_an_unknown_village_is_told_once() -> None:
    regions = pl.DataFrame(
        {"code_kemendagri": ["99.99.01.2001"], "name": ["Satu"], "level": ["desa"]}
    )
    found = check_register(
        read_register(pl.DataFrame({"nik": [MAN], "desa": ["Dua"]}), on=ON, regions=regions), on=ON
    )
    assert [problem for _, problem, _ in told(found)] == ["village.unknown"]


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("a.csv", "a Register or a polars DataFrame"),
        (pl.LazyFrame({"nik": [MAN]}), "a Register or a polars DataFrame"),
        (pl.DataFrame({"nik": [1]}), "column nik"),
        (pl.DataFrame({"birth": ["1984-05-29"]}), "column birth"),
        (pl.DataFrame({"name": [1]}), "column name"),
    ],
)
def test_what_cannot_be_checked(register: pl.DataFrame | pl.LazyFrame | str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        untyped(check_register)(register, on=ON)


def test_days_and_regions_that_cannot_be() -> None:
    with pytest.raises(InputError, match="on"):
        untyped(check_register)(pl.DataFrame({"nik": [MAN]}), on="2026-11-01")
    with pytest.raises(InputError, match="region"):
        check_register(pl.DataFrame({"nik": [MAN]}), on=ON, region="Kutai Timur")


def test_an_empty_register() -> None:
    found = check_register(synthetic_register(3, seed=1).clear(), on=ON)
    assert found.report.counts["rows"] == 0
    assert work_list(found).is_empty()


def test_a_recorded_death_is_a_warning() -> None:
    frame = pl.DataFrame(
        {
            "NIK": [MAN, "9999992905120002", "9999992905120003"],
            "Meninggal": ["Ya", "Tidak", None],
            "Tgl. Meninggal": [None, None, "3 September 2026"],
        }
    )
    found = check_register(read_register(frame, on=ON), on=ON)
    died = found.problems.filter(problem="died").select("source_row", "column", "reaction").rows()
    assert died == [(1, "died", "warning"), (3, "died_on", "warning")]
    assert found.accepted.height == 3


REGIONS = pl.DataFrame(
    {
        "code_kemendagri": ["99.99.01", "99.99.01.2001", "99.99.02", "99.99.02.2001"],
        "name": ["Muara Satu", "Sungai", "Muara Dua", "Sungai"],
        "level": ["kecamatan", "desa", "kecamatan", "desa"],
    }
)


def worked() -> Register:
    frame = pl.DataFrame(
        {
            "No": ["1", "2", "3", MAN],
            "NIK": [MAN, WOMAN[:-1] + "l", "9999992905840003", "9999992905840004"],
            "Nama": ["Rekaan A", "Rekaan B", "=Rekaan C", "Rekaan D"],
            "Kecamatan": ["Muara Dua", "Muara Satu", "Muara Dua", None],
            "Desa": ["Sungai", "Sungai", "Sungai", None],
            "Suket": ["tidak", "ya", "ya", "ya"],
        }
    )
    return check_register(read_register(frame, on=ON, regions=REGIONS), on=ON, region="64.08")


def test_the_work_list_goes_village_by_village() -> None:
    lines = work_list(worked(), regions=REGIONS)
    assert lines.select("row", "id", "nik", "kecamatan", "village", "column").rows() == [
        (1, "1", "**************01", "Muara Dua", "Sungai", "surat keterangan"),
        (3, "3", "**************03", "Muara Dua", "Sungai", "nama"),
        (2, "2", None, "Muara Satu", "Sungai", "NIK"),
        (4, "**************01", "**************04", None, None, "desa/kelurahan"),
    ]
    assert lines.row(2, named=True)["hint"] == "l = 1"
    assert lines["reaction"].to_list() == [
        "peringatan",
        "perlu diperiksa",
        "perlu diperiksa",
        "peringatan",
    ]
    english = work_list(worked(), reactions=["information"], lang="en")
    assert set(english["problem"]) == {"the NIK was issued in another region"}
    assert english["village"].to_list() == ["99.99.02.2001", "99.99.02.2001", None]


def test_a_work_list_of_a_register_without_names_and_places() -> None:
    lines = work_list(check_register(pl.DataFrame({"letter": [False]}), on=ON))
    assert lines.select("id", "nik", "name", "kecamatan", "village").row(0) == (None,) * 5


def test_the_workbook_has_a_sheet_for_each_place(tmp_path: Path) -> None:
    assert write_work_list(worked(), tmp_path / "a.xlsx", regions=REGIONS) == 4
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    assert book.sheet_names == ["Muara Dua", "Muara Satu", "tanpa wilayah"]
    rows = book.get_sheet_by_name("Muara Dua").to_python()
    assert rows[0][:4] == ["baris", "nomor", "NIK (disamarkan)", "nama"]
    assert rows[0][-1] == "hasil di lapangan"
    assert rows[2][3] == "=Rekaan C"
    write_work_list(worked(), tmp_path / "b.xlsx", by="village", lang="en")
    assert CalamineWorkbook.from_path(tmp_path / "b.xlsx").sheet_names == [
        "99.99.01.2001",
        "99.99.02.2001",
        "no place",
    ]
    write_work_list(worked(), tmp_path / "c.xlsx", by="village", regions=REGIONS)
    assert CalamineWorkbook.from_path(tmp_path / "c.xlsx").sheet_names == [
        "Sungai",
        "Sungai (2)",
        "tanpa wilayah",
    ]


def test_sheets_get_names_that_a_workbook_takes(tmp_path: Path) -> None:
    places = ["a/b", "A:B", "'x'", "p" * 40, "p" * 41, "[]"]
    frame = pl.DataFrame({"nik": ["1"] * 6, "kecamatan": places})
    write_work_list(read_register(frame, on=ON), tmp_path / "a.xlsx")
    names = CalamineWorkbook.from_path(tmp_path / "a.xlsx").sheet_names
    assert sorted(names) == sorted(["x", "A B", "a b (2)", "-", "p" * 31, "p" * 27 + " (2)"])


def test_work_lists_that_cannot_be(tmp_path: Path) -> None:
    many = pl.DataFrame({"nik": ["1"] * 301, "kecamatan": [f"k{n}" for n in range(301)]})
    calls: dict[str, Callable[[], object]] = {
        "by": lambda: write_work_list(worked(), tmp_path / "a.xlsx", by="name"),
        "sheets": lambda: write_work_list(read_register(many, on=ON), tmp_path / "a.xlsx"),
        "reactions": lambda: work_list(worked(), reactions=["all"]),
        "lang": lambda: work_list(worked(), lang="fr"),
        "a Register": lambda: untyped(work_list)(worked().rows),
    }
    for said, call in calls.items():
        with pytest.raises(InputError, match=said):
            call()
