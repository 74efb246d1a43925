"""Nothing is misread in silence: cells and columns that look plain and are not, with controls."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from jamsos import InputError
from jamsos.registers import Register, read_register
from jamsos.registers.intake.cells.cell import words
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.heading_words import listed, words_of
from jamsos.workers.occupations import occupations

ON = date(2026, 11, 1)
MAN = "9999990503840001"
"""Born on 5 March 1984."""


def read(columns: dict[str, list[str | None]], **how: Any) -> Register:
    height = len(next(iter(columns.values())))
    niks: list[str | None] = [f"99999901019000{n:02}" for n in range(1, height + 1)]
    return read_register(pl.DataFrame({"NIK": niks} | columns), on=ON, **how)


def told(found: Register) -> list[tuple[int, str, str]]:
    return found.problems.select("source_row", "problem", "hint").rows()


def one(heading: str, cell: str, column: str) -> tuple[Any, list[str], list[str]]:
    """What a cell under a heading is read as, with its repairs and problems."""
    found = read({heading: [cell]})
    problems = found.problems["problem"].to_list()
    return found.rows[column].item(), found.repairs["repair"].to_list(), problems


INCOMES = [
    ("Penghasilan", "1500000", 1_500_000, "", ""),
    ("Penghasilan", "0", 0, "", ""),
    ("Penghasilan", "100000", 100_000, "", ""),
    ("Penghasilan", "99999", 99_999, "", "income.small"),
    ("Penghasilan", "Rp 75.000", 75_000, "amount.written", "income.small"),
    ("Penghasilan", "10000", 10_000, "", "income.small"),
    ("Penghasilan", "9999", None, "", "income.low"),
    ("Penghasilan", "15", None, "", "income.low"),
    ("Penghasilan", "1.500", None, "", "income.low"),
    ("Penghasilan", "100000000", 100_000_000, "", ""),
    ("Penghasilan", "100000001", None, "", "income.high"),
    ("Penghasilan", "900.000.000", None, "", "income.high"),
    ("Penghasilan per tahun", "18000000", 1_500_000, "amount.unit", ""),
    ("Penghasilan per tahun", "Rp 18.000.000,-", 1_500_000, "amount.unit", ""),
    ("Penghasilan per tahun", "18 juta", 1_500_000, "amount.unit", ""),
    ("Penghasilan per tahun", "18000001", None, "", "amount.divided"),
    ("Penghasilan per tahun", "119999", None, "", "amount.divided"),
    ("Penghasilan per tahun", "-", None, "missing", ""),
    ("Penghasilan per tahun", "1.200.000/bulan", None, "", "amount.unclear"),
    ("Penghasilan (juta)", "1,5/bln", 1_500_000, "amount.unit", ""),
    ("Penghasilan (dalam ribuan)", "1500", 1_500_000, "amount.unit", ""),
    ("Penghasilan (dalam ribuan)", "1.500", 1_500_000, "amount.unit", ""),
    ("Penghasilan (dalam ribuan)", "1500,5", 1_500_500, "amount.unit", ""),
    ("Penghasilan (dalam ribuan)", "0", 0, "amount.unit", ""),
    ("Penghasilan (dalam ribuan)", "1500000", None, "", "income.high"),
    ("Penghasilan (dalam ribuan)", "900 ribu", None, "", "amount.unclear"),
    ("Penghasilan (dalam ribuan) per tahun", "18000", 1_500_000, "amount.unit", ""),
    ("Penghasilan (dalam ribuan) per tahun", "18001", None, "", "amount.divided"),
    ("Penghasilan (juta)", "1,5", 1_500_000, "amount.unit", ""),
    ("Penghasilan (juta)", "1.5", 1_500_000, "amount.unit", ""),
    ("Penghasilan (juta)", "2", 2_000_000, "amount.unit", ""),
    ("Penghasilan (juta)", "1500000", None, "", "income.high"),
    ("Penghasilan (juta)", "9999999999999999", None, "", "amount.large"),
    ("Iuran JKK", "1500", 1_500, "", ""),
    ("Iuran JKK (ribuan)", "10", 10_000, "amount.unit", ""),
    ("Iuran JKK (ribuan)", "16.8", 16_800, "amount.unit", ""),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "cell", "value", "repair", "problem"), INCOMES)
def test_amounts_in_the_unit_of_their_heading(
    heading: str, cell: str, value: int | None, repair: str, problem: str
) -> None:
    column = "premium_jkk" if heading.startswith("Iuran") else "income"
    expected = (value, [repair] if repair else [], [problem] if problem else [])
    assert one(heading, cell, column) == expected


DAY = date(1984, 5, 17)
DAYS = [
    ("Tgl Lahir", "17/05/1984", DAY, "day.written", ""),
    ("Tgl Lahir (dd/mm/yyyy)", "17/05/1984", DAY, "day.written", ""),
    ("Tgl Lahir (dd/mm/yyyy)", "05/03/1984", date(1984, 3, 5), "day.written", ""),
    ("Tgl Lahir (mm/dd/yyyy)", "05/17/1984", DAY, "day.month_first", ""),
    ("Tgl Lahir (mm/dd/yyyy)", "05/03/1984", date(1984, 5, 3), "day.month_first", ""),
    ("Tgl Lahir (mm/dd/yy)", "05/17/84", DAY, "day.century", ""),
    ("Tgl Lahir (mm/dd/yyyy)", "17/05/1984", None, "", "day.order"),
    ("Tgl Lahir (mm/dd/yyyy)", "1984-05-17", DAY, "", ""),
    ("Tgl Lahir (mm/dd/yyyy)", "32/05/1984", None, "", "day.impossible"),
    ("TTL", "Muara, 17-05-1984", DAY, "day.after_place", ""),
    ("TTL", "Muara 17 Mei 1984", DAY, "day.after_place", ""),
    ("TTL", "SP 3, 17/05/1984", DAY, "day.after_place", ""),
    ("TTL", "17/05/1984", DAY, "day.written", ""),
    ("TTL", "Blok 3 5-84", None, "", "day.unclear"),
    ("TTL", "Palembang 30111", None, "", "day.unclear"),
    ("TTL", "30819", DAY, "day.serial", ""),
    ("TTL", "Blok 3, 17 - 05 - 1984", DAY, "day.after_place", ""),
    ("TTL", "Muara 17 05 1984", DAY, "day.after_place", ""),
    ("TTL", "Muara, Kamis 17-05-1984", DAY, "day.after_place", ""),
    ("Tgl Lahir", "Kamis, 17 Mei 1984", DAY, "day.written", ""),
    ("Tgl Lahir", "Jum'at 17-05-1984", None, "", "day.unclear"),
    ("Tgl Lahir", "17-V-1984", DAY, "day.written", ""),
    ("Tgl Lahir", "17 XIII 1984", None, "", "day.unclear"),
    ("Tgl Lahir", "....", None, "missing", ""),
    ("TTL", "Muara", None, "", "day.unclear"),
    ("TTL", "Muara, -", None, "missing", ""),
    ("TTL", "Muara, 31-02-1984", None, "", "day.impossible"),
    ("Tgl Lahir", "0000-00-00", None, "missing", ""),
    ("Tgl Lahir", "0000-00-00 00:00:00", None, "missing", ""),
    ("Tgl Lahir", "00/00/0000", None, "missing", ""),
    ("Tgl Lahir", "1900-01-00", None, "missing", ""),
    ("Tgl Lahir", "1/0/1900", None, "missing", ""),
    ("Tgl Lahir", "00-Jan-00", None, "missing", ""),
    ("Tgl Lahir", "1899-12-30", None, "missing", ""),
    ("Tgl Lahir", "1900-01-01", None, "missing", ""),
    ("Tgl Lahir", "0", None, "missing", ""),
    ("Tgl Lahir", "1970-01-01", date(1970, 1, 1), "", ""),
    ("Tgl Lahir", "1884-05-17", None, "", "day.wrong_century"),
    ("Tgl Lahir", "17/05/2084", None, "", "day.wrong_century"),
    ("Tgl Lahir", "02-11-2026", None, "", "day.future"),
    ("Tgl Lahir", "17/05/1925", date(1925, 5, 17), "day.written", ""),
    ("Tanggal Kepesertaan", "17/05/2084", None, "", "day.future"),
    ("Tanggal Kepesertaan", "17/05/1984", DAY, "day.written", ""),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "cell", "value", "repair", "problem"), DAYS)
def test_days_under_their_heading(
    heading: str, cell: str, value: date | None, repair: str, problem: str
) -> None:
    column = "number_issued" if heading.startswith("Tanggal K") else "birth"
    expected = (value, [repair] if repair else [], [problem] if problem else [])
    assert one(heading, cell, column) == expected


def test_a_small_income_is_a_warning() -> None:
    found = read({"Penghasilan": ["75.000", "9.999"]})
    assert found.accepted["source_row"].to_list() == [1]
    assert found.to_check["source_row"].to_list() == [2]


def test_a_birth_in_another_century_is_suggested() -> None:
    assert told(read({"Tgl Lahir": ["17/05/1884", "17/05/2084"]})) == [
        (1, "day.wrong_century", "1984-05-17"),
        (2, "day.wrong_century", "1984-05-17"),
    ]


def births(*rows: tuple[str | None, str], heading: str = "Tgl Lahir") -> Register:
    niks = [nik for nik, _ in rows]
    cells = [cell for _, cell in rows]
    columns = pl.DataFrame(
        {"NIK": niks, heading: cells}, schema={"NIK": pl.String, heading: pl.String}
    )
    return read_register(columns, on=ON)  # fmt: skip


def test_a_day_month_first_sends_its_neighbours_to_be_checked() -> None:
    found = births(
        ("9999991705840001", "05/17/1984"),
        ("9999990101900001", "05/03/1984"),
        ("9999990101900002", "05/05/1984"),
        ("9999990101900003", "29/05/1984"),
        ("9999990101900004", "1984-05-03"),
        ("9999990101900005", "5 Maret 1984"),
        (MAN, "05/03/1984"),
        ("9999994305840002", "05/03/1984"),
        ("x", "05-03-84"),
    )
    by_day = [line for line in told(found) if line[1].startswith("day")]
    assert by_day == [
        (1, "day.month_first", "17-05-1984"),
        (2, "day.order", "1"),
        (8, "day.swapped", "03-05-1984"),
        (9, "day.order", "1"),
    ]
    # Row 7: the NIK holds the day as every office reads it; row 8: a woman, born on 3 May.
    known = found.rows.select("source_row", "birth").rows()
    assert known == [
        (1, None),
        (2, None),
        (3, date(1984, 5, 5)),
        (4, date(1984, 5, 29)),
        (5, date(1984, 5, 3)),
        (6, date(1984, 3, 5)),
        (7, date(1984, 3, 5)),
        (8, None),
        (9, None),
    ]
    assert [row for row, *_ in found.repairs.rows()] == [3, 4, 6, 7]
    assert found.to_check.height == 3


def test_the_year_may_stand_before_the_day() -> None:
    found = births(
        ("9999990101900001", "1984-17-05"),
        ("9999990101900002", "1984-05-03"),
        ("9999990101900003", "05/03/1984"),
        (MAN, "1984-03-05"),
        ("9999990101900004", "1984-05-05"),
    )
    by_day = [line for line in told(found) if line[1].startswith("day")]
    # Day and month of the third are in the order of the first.
    assert by_day == [(1, "day.month_first", "17-05-1984"), (2, "day.order", "1")]


def test_midnight_behind_a_day_changes_no_order() -> None:
    found = births(
        ("9999990101900001", "5/17/1984 0:00:00"),
        ("9999990101900002", "5/3/1984 0:00:00"),
        ("9999990101900003", "5 Maret 1984 00:00:00"),
    )
    assert [(row, code) for row, code, _ in told(found)] == [
        (1, "day.month_first"),
        (2, "day.order"),
    ]


def test_a_column_that_is_day_first_stays_as_it_is() -> None:
    found = births(("9999990101900001", "29/05/1984"), ("9999990101900002", "05/03/1984"))
    assert told(found) == []
    assert found.accepted["birth"].to_list() == [date(1984, 5, 29), date(1984, 3, 5)]


@pytest.mark.parametrize("year", ["84", "1984"])
def test_the_nik_alone_shows_day_and_month_swapped(year: str) -> None:
    found = births((MAN, f"03/05/{year}"), (MAN, f"05/03/{year}"))
    assert [line for line in told(found) if line[1] == "day.swapped"] == [
        (1, "day.swapped", "05-03-1984")
    ]


def test_a_nik_of_another_year_shows_nothing() -> None:
    assert told(births((MAN, "03/05/1985"))) == []


def test_a_heading_that_gives_the_order_needs_no_evidence() -> None:
    rows = [
        ("9999991705840001", "05/17/1984"),
        ("9999990101900001", "05/03/1984"),
        (MAN, "03/05/1984"),
    ]
    # The NIK of the third speaks against its cell, whatever the heading says.
    assert told(births(*rows, heading="Tgl Lahir (dd/mm/yyyy)")) == [
        (1, "day.month_first", "17-05-1984"),
        (3, "day.swapped", "05-03-1984"),
    ]
    assert told(births(*rows, heading="Tgl Lahir (mm/dd/yyyy)")) == []


@pytest.mark.parametrize("cell", ["1984-05-03", "1984-05-03 00:00:00", "30805", "03051984"])
def test_a_spreadsheet_turns_days_round_as_they_are_typed(cell: str) -> None:
    """30,805 days after 30 December 1899 is 3 May 1984; the NIK says 5 March."""
    assert told(births((MAN, cell))) == [(1, "day.swapped", "05-03-1984")]


@pytest.mark.parametrize("cell", ["3 Mei 1984", "03-Mei-84", "1984-05-17", "1984-03-05", "30805.5"])
def test_a_month_in_words_or_another_day_is_not_turned_round(cell: str) -> None:
    assert "day.swapped" not in [code for _, code, _ in told(births((MAN, cell)))]


def test_other_days_are_judged_by_their_column_alone() -> None:
    cells: list[str | None] = ["05/03/2024", "05/17/2024", "05/18/2024", None]
    found = read({"Tanggal Kepesertaan": cells})
    assert told(found) == [
        (1, "day.order", "2, 3"),
        (2, "day.month_first", "17-05-2024"),
        (3, "day.month_first", "18-05-2024"),
    ]
    day_first = read({"Tanggal Kepesertaan": ["05/03/2024", "17/05/2024"]})
    assert told(day_first) == []


def test_nobody_dies_before_the_birth() -> None:
    found = read({
        "Tgl Lahir": ["17/05/1984", "17/05/1984", "17/05/1984"],
        "Tanggal Meninggal": ["16/05/1984", "17/05/1984", None],
    })  # fmt: skip
    assert told(found) == [(1, "died.before_birth", "")]
    assert found.to_check["source_row"].to_list() == [1]


NIKS = [
    ("6408042905840001", "6408042905840001", "", ""),
    ("6408042905840001.0", "6408042905840001", "identity.point_zero", ""),
    ("6408042905840010.0", None, "", "identity.number"),
    ("9999992905840001.0", None, "", "identity.number"),
    ("6408043213840001.0", None, "", "identity.date"),
    ('="6408042905840001"', "6408042905840001", "identity.as_text", ""),
    ('"6408042905840001"', "6408042905840001", "identity.as_text", ""),
    ('="640804290584000"', None, "", "identity.length"),
    ("'6408042905840001'", "6408042905840001", "identity.apostrophe", ""),
    ("sedang diurus", None, "", "identity.missing"),
    ("BELUM ADA", None, "", "identity.missing"),
    ("proses", None, "", "identity.missing"),
    ("Masih diproses pusat", None, "", "identity.characters"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value", "repair", "problem"), NIKS)
def test_numbers_as_files_keep_them(
    cell: str, value: str | None, repair: str, problem: str
) -> None:
    found = read_register(pl.DataFrame({"NIK": [cell]}), on=ON)
    assert found.rows["nik"].item() == value
    assert found.repairs["repair"].to_list() == ([repair] if repair else [])
    assert found.problems["problem"].to_list() == ([problem] if problem else [])


def test_what_was_said_in_the_place_of_a_nik_is_told() -> None:
    found = read_register(pl.DataFrame({"NIK": ["Sedang diurus"]}), on=ON)
    assert told(found) == [(1, "identity.missing", "Sedang diurus")]
    card = read({"No KK": ["proses"]})
    assert (card.problems.height, card.repairs["repair"].to_list()) == (0, ["missing"])


def test_as_above_is_what_stands_above() -> None:
    found = read({
        "Desa": ["Muara", "sda", "idem", None, '"'],
        "Penghasilan": ["900000", "s.d.a", "1 juta", "\u2033", '-"-'],
        "Nama": ["Rekaan A", "sda", "Rekaan C", "Sda Rekaan", "Idem"],
        "Catatan": ["pindah", "sda", "", "", ""],
    })  # fmt: skip
    assert found.rows["village"].to_list() == ["Muara", "Muara", "Muara", None, None]
    assert found.rows["income"].to_list() == [900_000, 900_000, 10**6, 10**6, 10**6]
    assert found.rows["name"].to_list() == ["Rekaan A", None, "Rekaan C", "Sda Rekaan", None]
    assert found.rows["Catatan"].to_list()[1] == "sda", "kept as it is written"
    assert told(found) == [
        (1, "remark.left", ""),
        (2, "remark.left", ""),
        (2, "text.above", ""),
        (5, "text.above", ""),
        (5, "text.above", ""),
    ]
    above = found.repairs.filter(pl.col("repair") == "text.above")
    assert above.select("source_row", "column").rows() == [
        (2, "income"),
        (2, "village"),
        (3, "village"),
        (4, "income"),
        (5, "income"),
    ]


@pytest.mark.parametrize("mark", ["sda", "idem", '"'])
def test_a_number_or_a_birth_is_never_that_of_the_row_above(mark: str) -> None:
    frame = pl.DataFrame({
        "NIK": [MAN, mark],
        "No KK": ["9999990101100001", mark],
        "Tgl Lahir": ["05/03/1984", mark],
    })  # fmt: skip
    found = read_register(frame, on=ON)
    assert found.rows.select("nik", "kk", "birth").row(1) == (None, None, None)
    assert [(row, problem) for row, problem, _ in told(found)] == [(2, "text.above")] * 3
    assert found.to_check["source_row"].to_list() == [2]


def test_nothing_stands_above_the_first_row() -> None:
    assert told(read({"Desa": ["sda", "sda", "Muara", "sda"]})) == [
        (1, "text.above", ""),
        (2, "text.above", ""),
    ]


def test_a_number_above_is_as_numeric_as_there() -> None:
    frame = pl.DataFrame(
        {"NIK": [MAN, "9999990503840002"], "Tanggal Kepesertaan": [45_000, "sda"]}, strict=False,
        schema={"NIK": pl.String, "Tanggal Kepesertaan": pl.Object},
    )  # fmt: skip
    found = read_register(frame, on=ON)
    assert found.rows["number_issued"].to_list() == [date(2023, 3, 15)] * 2


FLAGS = [
    ("Miskin", "1", True, ""),
    ("Miskin", "0", False, ""),
    ("Miskin", "2", None, "flag.unknown"),
    ("Miskin", "Ya?", None, "flag.unknown"),
    ("Miskin", "?", None, ""),
    ("Miskin (0 = ya, 1 = tidak)", "0", True, ""),
    ("Miskin (0 = ya, 1 = tidak)", "1", False, ""),
    ("Miskin (0 = ya, 1 = tidak)", "ya", True, ""),
    ("Miskin (1 = ya, 2 = tidak)", "1", True, ""),
    ("Miskin (1 = ya, 2 = tidak)", "2", False, ""),
    ("Miskin (1 = ya, 2 = tidak)", "0", None, "flag.unknown"),
    ("Miskin", "tidak miskin", False, ""),
    ("WNI/WNA", "WNI", False, ""),
    ("WNI/WNA", "WNA", True, ""),
    ("WNI/WNA", "1", None, "flag.unknown"),
    ("WNA", "1", True, ""),
    ("WNA", "tidak", False, ""),
    ("Meninggal", "masih hidup", False, ""),
    ("Meninggal", "alm", True, ""),
    ("Bekerja", "tidak bekerja", False, ""),
    ("Padan Dukcapil", "tidak padan", False, ""),
]  # fmt: skip
COLUMNS = {"Mi": "poor", "WN": "foreign", "Me": "died", "Be": "works", "Pa": "registry_match"}


@pytest.mark.parametrize(("heading", "cell", "value", "problem"), FLAGS)
def test_yes_and_no_as_the_heading_says(
    heading: str, cell: str, value: bool | None, problem: str
) -> None:
    found, _, problems = one(heading, cell, COLUMNS[heading[:2]])
    assert (found, problems) == (value, [problem] if problem else [])


def test_the_sexes_in_words_and_digits() -> None:
    found = read({"JK": ["L", "P", "Lk", "Pr", "Laki-laki", "WANITA", "male", "1"]})
    assert found.rows["sex"].to_list() == ["m", "f", "m", "f", "m", "f", "m", None]
    numbered = read({"Jenis Kelamin (1 = L, 2 = P)": ["1", "2", "P", "3"]})
    assert numbered.rows["sex"].to_list() == ["m", "f", "f", None]


def test_p_under_pria_wanita_may_be_pria() -> None:
    found = read({"Pria/Wanita": ["P", "Pria", "Wanita", "L"]})
    assert found.rows["sex"].to_list() == [None, "m", "f", "m"]
    assert [problem for _, problem, _ in told(found)] == ["code.unknown"]


def test_a_sex_that_is_said_twice() -> None:
    found = read({"JK": ["Laki-laki (L)", "PEREMPUAN/P", "L/P", "Laki-laki (P)", "L (?)", "()"]})
    assert found.rows["sex"].to_list() == ["m", "f", None, None, None, None]
    assert [row for row, *_ in told(found)] == [3, 4, 5, 6]


def test_p_beside_w_may_be_pria() -> None:
    found = read({"Kelamin": ["P", "W", "L"]})
    assert found.rows["sex"].to_list() == [None, "f", "m"]
    assert [problem for _, problem, _ in told(found)] == ["code.unknown"]


@pytest.mark.parametrize(
    ("cells", "sexes"),
    [
        (["Pria", "Wanita", "P"], ["m", "f", None]),
        (["wanita", "p"], ["f", None]),
        (["L", "P", "Wanita"], ["m", "f", "f"]),
    ],
)
def test_p_beside_pria_and_wanita(cells: list[str | None], sexes: list[str | None]) -> None:
    assert read({"Kelamin": cells}).rows["sex"].to_list() == sexes


OCCUPATIONS = {
    "Petani": 9, "petani/pekebun": 9, "Tani": 9, "PEKEBUN": 9, "Petani sawit": 9,
    "Buruh Tani": 20, "buruh kebun": 20, "Nelayan": 11, "Buruh nelayan": 21, "Peternak": 10,
    "Buruh Harian Lepas": 19, "BHL": 19, "Serabutan": 19, "Pedagang": 84, "Pedagang sayur": 84,
    "jualan": 84, "Tukang Kayu": 27, "Tukang Batu": 26, "Tukang las": 29, "Penjahit": 30,
    "Tukang jahit": 30, "Tukang cukur": 24, "Sopir": 81, "Supir truk": 81, "Ojek": 14, "Ojol": 14,
    "IRT": 2, "Ibu rumah tangga": 2, "ART": 23, "Pembantu rumah tangga": 23, "Wiraswasta": 88,
    "Karyawan swasta": 15, "Honorer": 18, "PNS": 5, "Guru": 65, "Ustadz": 45, "Imam masjid": 41,
    "Pendeta": 42, "Perangkat Desa": 85, "Montir": 35, "Pelajar/Mahasiswa": 3, "Pensiunan": 4,
    "Petani / Pekebun": 9, "Buruh Tani/ Perkebunan": 20, "Buruh harian lepas (BHL)": 19,
    "Ojek online/ojol": 14,
    "Tidak bekerja": 1, "Lainnya": 89, "11": 11, "Pegawai Negeri Sipil (PNS)": 5,
}  # fmt: skip


@pytest.mark.parametrize(("word", "code"), OCCUPATIONS.items())
def test_an_occupation_in_the_words_people_use(word: str, code: int) -> None:
    assert read({"Pekerjaan": [word]}).accepted["occupation"].to_list() == [code]


@pytest.mark.parametrize(
    ("word", "problem", "near"),
    [
        ("buruh", "occupation.unknown", ""),
        ("swasta", "occupation.unknown", "wiraswasta"),
        ("petanni", "occupation.unknown", "petani"),
        ("nelayam", "occupation.unknown", "nelayan"),
        ("0", "whole.unclear", ""),
        ("90", "whole.unclear", ""),
        ("x" * 41, "occupation.unknown", ""),
        ("Kuli (bangunan)", "occupation.unknown", ""),
        ("Petani (?)", "occupation.unknown", "petani"),
        ("()a", "occupation.unknown", ""),
    ],
)
def test_an_occupation_that_is_not_known(word: str, problem: str, near: str) -> None:
    row, code, hint = told(read({"Pekerjaan": [word]}))[0]
    assert (row, code) == (1, problem)
    assert hint.split(", ")[0] == near


def test_two_occupations_are_none() -> None:
    assert read({"Pekerjaan": ["Petani (nelayan)"]}).rows["occupation"].to_list() == [None]


def test_groups_and_sectors_in_the_words_people_use() -> None:
    found = read({"Kelompok": ["Tani", "jualan", "supir", "tukang kayu"],
                  "Sektor": ["pertanian", "perdagangan", "angkutan", "jasa"]})  # fmt: skip
    assert found.rows["category"].to_list() == ["farmer", "trader", "transport", None]
    assert found.rows["sector"].to_list() == ["other", "other", "transport", None]


def test_nothing_is_no_occupation() -> None:
    found = read({"Pekerjaan": ["-"]})
    assert (found.problems.height, found.repairs["repair"].to_list()) == (0, ["missing"])


def test_near_words_are_looked_for_a_bounded_number_of_times() -> None:
    typed: list[str | None] = [f"petan{chr(97 + n // 20)}{chr(97 + n % 20)}" for n in range(301)]
    frame = pl.DataFrame(
        {"NIK": [None] * 301, "Pekerjaan": typed}, schema={"NIK": pl.String, "Pekerjaan": pl.String}
    )
    found = read_register(frame, on=ON).problems.filter(pl.col("column") == "occupation")
    assert [bool(hint) for hint in found["hint"]] == [True] * 300 + [False]


def test_the_unknown_words_of_a_list() -> None:
    cells: list[str | None] = ["petanni", "Buruh", "buruh", "petani", MAN, "Buruh"]
    found = read({"Pekerjaan": cells, "Miskin": ["ya", "y", "?", "entah", "entah", "entah"]})
    rows = found.unknown_words.rows()
    assert [row[:3] for row in rows] == [
        ("poor", "entah", 3),
        ("occupation", "Buruh", 2),
        ("occupation", "buruh", 1),
        ("occupation", "petanni", 1),
    ]
    assert rows[3][3].split(", ")[0] == "petani"
    assert found.unknown_words.columns == ["column", "word", "count", "near"]
    assert MAN not in str(rows)


def test_the_words_of_the_caller(tmp_path: Path) -> None:
    cells: dict[str, list[str | None]] = {
        "Pekerjaan": ["Kuli!", "petani"],
        "Miskin": ["entah", "lengkap"],
        "Kelompok": ["kuli", "petani"],
    }
    own = {
        "occupation": {"kuli": 19, "petani": 20},
        "poor": {"entah": False, "lengkap": "ya"},
        "category": {"kuli": "casual_labour"},
    }
    table = tmp_path / "kata.csv"
    table.write_text(
        "\ufeffcolumn,word,meaning\noccupation,kuli,19\noccupation,petani,20\n"
        "poor,entah,tidak\npoor,lengkap,true\ncategory,kuli,casual_labour\n",
        "utf-8",
    )
    for given in (own, table, str(table)):
        found = read(cells, words=given)
        assert found.problems.height == 0
        assert found.accepted.select("occupation", "poor", "category").rows() == [
            (19, False, "casual_labour"),
            (20, True, "farmer"),
        ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["tani"], "words: got a list"),
        ({"occupation": ["tani"]}, "words: got a list"),
        ({1: {}}, "words"),
        ({"occupation": {1: 9}}, "words as texts"),
        ({"occupation": {"tani": 90}}, "words of occupation, tani: got '90'"),
        ({"poor": {"entah": 1}}, "words of poor, entah"),
        ({"village": {"Muara": "64"}}, "words: column"),
        ({MAN: {"a": "b"}}, r"\*01"),
        ({"poor": {MAN: "x"}}, r"\*01"),
    ],
)
def test_words_that_cannot_be(given: Any, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read({"Pekerjaan": ["petani"]}, words=given)
    assert MAN not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"kolom,kata\n", b"\xff\xfe\xff"])
def test_a_file_of_words_that_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    table = tmp_path / "kata.csv"
    table.write_bytes(data)
    for path in (table, tmp_path / "tidak-ada.csv"):
        with pytest.raises(InputError, match="words"):
            read({"Pekerjaan": ["petani"]}, words=path)


def test_every_listed_word_is_written_as_it_is_compared() -> None:
    for kind in ("kept", "remark"):
        for phrase in listed(kind):
            assert " ".join(words_of(phrase)) == phrase
    for column in ("flag", "sex", "occupation", "category", "no_nik_yet", "foreign", "died"):
        for word in words(column):
            assert plain(word) in (word, ""), "a tick has no letters"
    for code in words("occupation").values():
        assert int(code) in occupations()


APART = [
    ("*) penghasilan per tahun", "Penghasilan *)", "remark"),
    ("*) per tahun", "Penghasilan", "remark"),
    ("(dalam ribuan rupiah)", "Penghasilan", ""),
    ("(Rp 000)", "Penghasilan", ""),
    ("(dalam jutaan rupiah)", "Penghasilan (ribuan)", "remark"),
    ("DAFTAR PENGHASILAN WARGA DALAM JUTAAN RUPIAH", "Penghasilan", "remark"),
    ("Penghasilan adalah upah per hari", "Penghasilan", "daily"),
    ("Penghasilan harian", "Penghasilan", "daily"),
    ("Keterangan: 0 = ya, 1 = tidak", "Miskin", "remark"),
    ("Kode miskin: ya = 0, tidak = 1", "Miskin", "remark"),
    ("Tanggal lahir: bulan/tanggal/tahun", "Tgl Lahir", "remark"),
    ("DAFTAR PENGHASILAN PEKERJA HARIAN LEPAS", "Penghasilan", ""),
    ("DAFTAR PENGHASILAN PER TAHUN 2026", "Penghasilan", ""),
    ("DAFTAR WARGA YANG DIDATA PER TAHUN", "Penghasilan", ""),
    ("Penghasilan di bawah Rp 1.000.000", "Penghasilan", ""),
    ("Penghasilan per bulan", "Penghasilan", ""),
    ("Penghasilan per tahun", "Penghasilan per bulan", ""),
    ("Penghasilan per tahun", "Penghasilan per tahun", ""),
    ("Keterangan: 1 = ya, 0 = tidak", "Miskin", ""),
    ("***", "Penghasilan", ""),
]
"""A title or note, a heading, and why its column is not taken; empty: it is."""


@pytest.mark.parametrize(("text", "heading", "why"), APART)
def test_what_a_title_says_of_a_column(text: str, heading: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'"{text}";\nNIK;{heading}\n{MAN};\n', encoding="utf-8")
    found = read_register(path, on=ON)
    untaken = [(one.heading, str(one.why)) for one in found.report.untaken]
    assert untaken == ([(heading, why)] if why else [])


def test_a_remark_below_two_columns_tells_neither() -> None:
    with pytest.raises(InputError, match="headings not known"):
        read_register(pl.DataFrame({"NIK / No. KK\n(16 digit)": [MAN], "Nama": ["R"]}), on=ON)


def test_a_note_below_a_list_counts_unless_the_caller_knows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"NIK;Penghasilan\n{MAN};18000000\n*) per tahun;\n", encoding="utf-8")
    found = read_register(path, on=ON)
    assert "income" not in found.rows.columns
    assert [one.words for one in found.report.untaken] == ["per tahun"]
    known = read_register(path, on=ON, mapping={"Penghasilan": "income"})
    assert known.rows["income"].to_list() == [18_000_000]
    assert known.report.untaken == ()
