"""Cells as people type them: what can be read in one way, and what a person writes comes back."""

from collections.abc import Sequence
from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos.registers.facts import codes_by_spelling
from jamsos.registers.intake.cells.amounts import read_amount, whole_reader
from jamsos.registers.intake.cells.cell import Cell, Reader, neutral, shown, words
from jamsos.registers.intake.cells.days import day_reader
from jamsos.registers.intake.cells.identities import read_kk, read_nik
from jamsos.registers.intake.cells.words import (
    code_reader,
    flag_reader,
    flag_words,
    occupation_reader,
    read_text,
    sex_words,
)
from jamsos.registers.problems import Problem, Reaction, Repair

ON = date(2026, 11, 1)
TEXT, NUMBER = False, True
"""The kind of cell a text stood in."""
NO_DIGITS: dict[str, str] = {}
"""What most headings say of digits: nothing."""
BIRTH = day_reader(ON, birth=True)
ISSUED = day_reader(ON, birth=False)
SEX_READER = code_reader({"m": "m", "f": "f"}, sex_words([], NO_DIGITS))


def flags(written: Sequence[str], column: str = "letter") -> Reader:
    """How yes and no are read in a column with these cells."""
    return flag_reader(flag_words(column, written, NO_DIGITS))


AMOUNTS = {
    "1500000": 1_500_000,
    "0": 0,
    "Rp 1.500.000,-": 1_500_000,
    "Rp1.500.000": 1_500_000,
    "rp. 1.500.000,00": 1_500_000,
    "IDR 900000": 900_000,
    "1.500.000": 1_500_000,
    "1,500,000": 1_500_000,
    "1,500,000.00": 1_500_000,
    "1 500 000": 1_500_000,
    "1.500": 1_500,
    "900.000,-": 900_000,
    "900.000.-": 900_000,
    "1.500.000 rupiah": 1_500_000,
    "1,5 juta": 1_500_000,
    "1.5 jt": 1_500_000,
    "1,25jt": 1_250_000,
    "2 JUTA": 2_000_000,
    "900 ribu": 900_000,
    "900rb": 900_000,
    "1500 ribu": 1_500_000,
    "1 juta 500 ribu": 1_500_000,
    "Rp 1,5 juta": 1_500_000,
    "1500000,00": 1_500_000,
    "1500000.00": 1_500_000,
    "1500000 per bulan": 1_500_000,
    "Rp 1.500.000,-/bln": 1_500_000,
    "1,5 juta sebulan": 1_500_000,
    "Rp 1.500.000,\u2013": 1_500_000,
}


@pytest.mark.parametrize(("text", "amount"), AMOUNTS.items())
def test_an_amount_that_is_clear(text: str, amount: int) -> None:
    cell = read_amount(text, TEXT)
    assert (cell.value, cell.problem) == (amount, None)
    assert (cell.repair is None) == text.isdigit()


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        ("1,500", Problem.AMOUNT_UNCLEAR, "1500"),
        ("900,000", Problem.AMOUNT_UNCLEAR, "900000"),
        ("1.5", Problem.AMOUNT_UNCLEAR, ""),
        ("1.500,000", Problem.AMOUNT_UNCLEAR, ""),
        ("1.500.00", Problem.AMOUNT_UNCLEAR, ""),
        ("1.500.000.00", Problem.AMOUNT_UNCLEAR, ""),
        ("15.00.000", Problem.AMOUNT_UNCLEAR, ""),
        ("15.00.000,00", Problem.AMOUNT_UNCLEAR, ""),
        ("1.500 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("500 ribu 1 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("1 juta 1500 ribu", Problem.AMOUNT_UNCLEAR, ""),
        ("1 - 2 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("1-2 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("satu juta", Problem.AMOUNT_UNCLEAR, ""),
        ("+/- 1.500.000", Problem.AMOUNT_UNCLEAR, ""),
        ("< 1 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("-1500000", Problem.AMOUNT_UNCLEAR, ""),
        ("1.5E+6", Problem.AMOUNT_UNCLEAR, ""),
        ("1500000 per hari", Problem.AMOUNT_UNCLEAR, ""),
        ("1500000 bulan", Problem.AMOUNT_UNCLEAR, ""),
        ("1-2 juta/bulan", Problem.AMOUNT_UNCLEAR, ""),
        ("17-05-1984", Problem.AMOUNT_UNCLEAR, ""),
        ("1.500.000,50", Problem.AMOUNT_FRACTION, ""),
        ("0,0000005 juta", Problem.AMOUNT_UNCLEAR, ""),
        ("0,01 rb", None, ""),
        ("9" * 16, Problem.AMOUNT_LARGE, ""),
        ("9999999999 juta", Problem.AMOUNT_UNCLEAR, ""),
    ],
)
def test_an_amount_that_is_not(text: str, problem: Problem | None, hint: str) -> None:
    cell = read_amount(text, TEXT)
    assert (cell.problem, cell.hint) == (problem, hint)
    assert problem is None or cell.value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1500000", Cell(1_500_000)),
        ("1500000.5", Cell(problem=Problem.AMOUNT_FRACTION)),
        ("-5", Cell(problem=Problem.AMOUNT_UNCLEAR)),
        ("1e+20", Cell(problem=Problem.AMOUNT_UNCLEAR)),
    ],
)
def test_a_numeric_amount(text: str, expected: Cell) -> None:
    assert read_amount(text, NUMBER) == expected


@pytest.mark.parametrize("text", ["-", "?", "tidak ada", "N/A", "Kosong"])
def test_nothing_is_nothing_everywhere(text: str) -> None:
    nothing = Cell(repair=Repair.MISSING)
    assert read_amount(text, TEXT) == nothing
    assert BIRTH(text, TEXT) == nothing
    assert whole_reader(0, 9)(text, TEXT) == nothing
    assert SEX_READER(text, TEXT) == nothing
    assert read_text(text, TEXT) == nothing
    assert read_nik(text, TEXT) == nothing


def written(amount: int) -> list[str]:
    dots = f"{amount:,}".replace(",", ".")
    ways = [
        str(amount),
        f"Rp {amount}",
        f"Rp {dots},-",
        f"Rp{dots}",
        f"{dots},00",
        f"{amount:,}.00",
        dots,
    ]
    if amount >= 1_000_000:
        ways.append(f"{amount:,}")
    if amount % 10_000 == 0 and amount:
        ways.append(f"{amount // 1_000_000},{amount // 10_000 % 100:02} juta")
    if amount % 1000 == 0 and amount < 1_000_000_000:
        ways.append(f"{amount // 1000}rb")
    return ways


@settings(deadline=None)
@given(st.one_of(st.integers(0, 10**12), st.integers(0, 99_999).map(lambda n: n * 10_000)))
def test_what_a_person_writes_comes_back_as_the_amount(amount: int) -> None:
    for text in written(amount):
        assert read_amount(text, TEXT).value == amount, text


@settings(deadline=None)
@given(st.text(max_size=20), st.booleans())
def test_no_text_breaks_a_reader_and_none_is_read_with_a_problem(text: str, numeric: bool) -> None:
    readers = (
        read_amount,
        BIRTH,
        ISSUED,
        read_nik,
        read_kk,
        whole_reader(0, 9),
        flags([text]),
        occupation_reader({}),
    )
    for read in (*readers, code_reader({"fisher": "fisher"}, words("category"))):
        cell = read(neutral(text).text, numeric)
        assert cell.value is None or cell.problem is None


@settings(deadline=None)
@given(st.text("0123456789.,-/ rpRpjutaibl", max_size=16))
def test_no_amount_is_negative_or_a_fraction(text: str) -> None:
    cell = read_amount(text, TEXT)
    assert cell.value is None or (type(cell.value) is int and cell.value >= 0)


DAYS = {
    "1984-05-17": None,
    "17/05/1984": Repair.WRITTEN,
    "17-5-1984": Repair.WRITTEN,
    "17.05.1984": Repair.WRITTEN,
    "17 05 1984": Repair.WRITTEN,
    "17 / 05 / 1984": Repair.WRITTEN,
    "1984/5/17": Repair.WRITTEN,
    "1984-5-17": Repair.WRITTEN,
    "17 Mei 1984": Repair.WRITTEN,
    "17-MEI-1984": Repair.WRITTEN,
    "17 may 1984": Repair.WRITTEN,
    "17mei1984": Repair.WRITTEN,
    "17 Mei 84": Repair.CENTURY,
    "17-05-84": Repair.CENTURY,
    "17/5/84": Repair.CENTURY,
    "17051984": Repair.DIGITS,
    "19840517": Repair.DIGITS,
    "30819": Repair.SERIAL,
    "1984-05-17 00:00:00": Repair.TIME,
    "1984-05-17T13:45:00.5": Repair.TIME,
}


@pytest.mark.parametrize(("text", "repair"), DAYS.items())
def test_a_day_that_is_clear(text: str, repair: Repair | None) -> None:
    assert BIRTH(text, TEXT) == Cell(date(1984, 5, 17), repair)


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        ("31/02/1990", Problem.DAY_IMPOSSIBLE, ""),
        ("30-02-90", Problem.DAY_IMPOSSIBLE, ""),
        ("29/02/1985", Problem.DAY_IMPOSSIBLE, ""),
        ("32 Mei 1984", Problem.DAY_IMPOSSIBLE, ""),
        ("05/17/1984", Problem.DAY_MONTH_FIRST, "17-05-1984"),
        ("05/17/84", Problem.DAY_MONTH_FIRST, "17-05-84"),
        ("17-05-15", Problem.DAY_CENTURY, "1915-05-17 / 2015-05-17"),
        ("02-11-2026", Problem.DAY_FUTURE, ""),
        ("17/05/1775", Problem.DAY_LONG_AGO, ""),
        ("99999", Problem.DAY_FUTURE, ""),
        ("1975", Problem.DAY_UNCLEAR, ""),
        ("9999", Problem.DAY_UNCLEAR, ""),
        ("170584", Problem.DAY_UNCLEAR, ""),
        ("99999999", Problem.DAY_UNCLEAR, ""),
        ("18001011", Problem.DAY_UNCLEAR, ""),
        ("17 Mai 1984", Problem.DAY_UNCLEAR, ""),
        ("1984-05-17 lagi", Problem.DAY_UNCLEAR, ""),
        ("2026-13-32 00:00", Problem.DAY_IMPOSSIBLE, ""),
        ("sekitar 1984", Problem.DAY_UNCLEAR, ""),
    ],
)
def test_a_day_that_is_not(text: str, problem: Problem, hint: str) -> None:
    cell = BIRTH(text, TEXT)
    assert (cell.value, cell.problem) == (None, problem)
    assert cell.hint == hint


def test_a_number_that_is_no_day() -> None:
    assert BIRTH("30819.5", NUMBER).problem is Problem.DAY_UNCLEAR
    assert BIRTH("30819", NUMBER) == Cell(date(1984, 5, 17), Repair.SERIAL)


def test_the_century_of_a_birth_is_that_of_a_worker_rule_k3() -> None:
    """At least 15 and below 100 on 1 November 2026.

    Born by 1 November 2011 and after 1 November 1926.
    """
    assert BIRTH("01-11-11", TEXT).value == date(2011, 11, 1)
    assert BIRTH("02-11-11", TEXT).problem is Problem.DAY_CENTURY
    assert BIRTH("02-11-26", TEXT).value == date(1926, 11, 2)
    assert BIRTH("01-11-26", TEXT).problem is Problem.DAY_CENTURY
    assert ISSUED("01-11-26", TEXT).value == date(2026, 11, 1)
    assert ISSUED("17-05-24", TEXT).value == date(2024, 5, 17)
    assert ISSUED("17-05-98", TEXT).value == date(1998, 5, 17)


@settings(deadline=None)
@given(st.dates(date(1927, 1, 1), date(2011, 10, 31)))
def test_what_a_person_writes_comes_back_as_the_day(day: date) -> None:
    ways = [
        day.strftime(f)
        for f in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d-%m-%y", "%d/%m/%y")
    ]
    ways += [f"{day.day}/{day.month}/{day.year}", format_date(day, "d MMMM y", locale="id_ID")]
    ways += [
        format_date(day, "d MMM y", locale="id_ID"),
        format_date(day, "dd-MMM-yy", locale="en_US"),
    ]
    serial = str((day - date(1899, 12, 30)).days)
    ways += [serial] if len(serial) == 5 else []
    for text in ways:
        assert BIRTH(text, TEXT).value == day, text


@settings(deadline=None)
@given(st.dates(date(1930, 1, 1), ON))
def test_a_day_of_four_figure_year_is_never_guessed(day: date) -> None:
    assert ISSUED(day.strftime("%d/%m/%Y"), TEXT).value == day


MAN, WOMAN = "9999992905120001", "9999996905120001"


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        (MAN, None),
        ("999999 290512 0001", Repair.SEPARATORS),
        ("99.99.99.290512.0001", Repair.SEPARATORS),
        ("999999-290512-0001", Repair.SEPARATORS),
        ("'" + MAN, Repair.APOSTROPHE),
        ("\u2019" + MAN, Repair.APOSTROPHE),
        ("' 999999 290512 0001", Repair.APOSTROPHE),
    ],
)
def test_a_nik_whose_digits_are_all_there(text: str, repair: Repair | None) -> None:
    assert read_nik(text, TEXT) == Cell(MAN, repair)


@pytest.mark.parametrize(
    ("text", "numeric", "problem"),
    [
        (MAN[:-1], False, Problem.IDENTITY_LENGTH),
        (MAN + "1", False, Problem.IDENTITY_LENGTH),
        ("1", False, Problem.IDENTITY_LENGTH),
        ("9,99999E+15", False, Problem.IDENTITY_SCIENTIFIC),
        ("6.40804E+15", False, Problem.IDENTITY_SCIENTIFIC),
        ("'9.9e15", False, Problem.IDENTITY_SCIENTIFIC),
        ("9.99e+15", True, Problem.IDENTITY_SCIENTIFIC),
        (MAN, True, Problem.IDENTITY_NUMBER),
        ("9999992905120000", True, Problem.IDENTITY_NUMBER),
        (MAN[:-2] + "O1", False, Problem.IDENTITY_LETTERS),
        (MAN[:-1] + "l", False, Problem.IDENTITY_LETTERS),
        (MAN[:-3] + "OO", False, Problem.IDENTITY_CHARACTERS),
        (MAN[:-1] + "x", False, Problem.IDENTITY_CHARACTERS),
        ("\uff19" * 16, False, Problem.IDENTITY_CHARACTERS),
        ("\uff19" + MAN[1:], False, Problem.IDENTITY_LETTERS),
        (MAN[:-1] + "\u00b9", False, Problem.IDENTITY_CHARACTERS),
        ("=cmd()", False, Problem.IDENTITY_CHARACTERS),
        ("9999993202120001", False, Problem.IDENTITY_DATE),
        ("9999997202120001", False, Problem.IDENTITY_DATE),
        ("9999993002120001", False, Problem.IDENTITY_DATE),
        ("9999992902130001", False, Problem.IDENTITY_DATE),
        ("9999992913120001", False, Problem.IDENTITY_DATE),
        (MAN[:-4] + "0000", False, Problem.IDENTITY_SERIAL),
    ],
)
def test_a_nik_that_nobody_repairs(text: str, numeric: bool, problem: Problem) -> None:
    cell = read_nik(text, numeric)
    assert (cell.value, cell.repair, cell.problem) == (None, None, problem)


def test_letters_are_said_and_not_replaced() -> None:
    assert read_nik("99999929O512OOOl", TEXT).hint == "O = 0, l = 1"
    assert not any(
        letter.isdigit() and letter not in "01"
        for letter in read_nik("99999929O512OOOl", TEXT).hint
    )


@pytest.mark.parametrize("text", ["0", "00", "0000000000000000", "'0"])
def test_zero_stands_for_no_nik_rule_k5(text: str) -> None:
    assert read_nik(text, TEXT) == Cell(repair=Repair.ZERO)


def test_the_zero_of_a_numeric_cell_is_no_nik_either() -> None:
    assert read_nik("0", NUMBER) == Cell(repair=Repair.ZERO)


def test_a_leap_day_is_a_day_in_either_century() -> None:
    assert read_nik("9999992902000001", TEXT).value is not None
    assert read_nik("9999996902840001", TEXT).value is not None


def test_the_day_of_a_family_card_is_never_plus_40() -> None:
    assert read_kk(MAN, TEXT) == Cell(MAN)
    assert read_kk(WOMAN, TEXT).problem is Problem.IDENTITY_DATE
    assert read_kk("-", TEXT).repair is Repair.MISSING


@pytest.mark.parametrize(
    "text", ["ya", "Ya", "YA", "y", "1", "benar", "ada", "sudah", "v", "✓", "TRUE", "Ya."]
)
def test_yes(text: str) -> None:
    assert flags([text])(text, TEXT).value is True


@pytest.mark.parametrize(
    "text", ["tidak", "T", "0", "salah", "tidak ada", "belum", "tdk", "FALSE", "belum ada"]
)
def test_no(text: str) -> None:
    assert flags([text])(text, TEXT).value is False


def test_words_that_are_neither() -> None:
    for text in ("mungkin", "x", "2", "f", "✗"):
        assert flags([text])(text, TEXT).problem is Problem.FLAG_UNKNOWN
    assert flags(["?"])("?", TEXT) == Cell(repair=Repair.MISSING)


def test_t_beside_f_may_be_true_or_tidak() -> None:
    assert flags(["t", "y"])("t", TEXT).value is False
    assert flags(["t", "F", "ya"])("t", TEXT).problem is Problem.FLAG_UNKNOWN
    assert flags(["t", "F", "ya"])("f", TEXT).problem is Problem.FLAG_UNKNOWN
    # A column of nothing but these two can only be true and false.
    assert flags(["t", "f"])("t", TEXT).value is True
    assert flags(["t", "f"])("f", TEXT).value is False


@pytest.mark.parametrize(
    ("written", "beside", "value"),
    [
        (["t"], ["t", "f"], True),
        (["f"], ["f", "t"], False),
        (["T"], ["T", "f", "y"], False),
        (["t"], ["t", "Y"], False),
        (["t"], ["t", "ya"], False),
        (["T", "t"], ["T", "t"], False),
        (["t"], ["t"], None),
    ],
)
def test_another_column_shows_what_t_is(
    written: list[str], beside: list[str], value: bool | None
) -> None:
    read = flag_reader(flag_words("letter", written, NO_DIGITS, beside))
    assert read(written[0], TEXT).value is value


def test_a_heading_says_what_t_is() -> None:
    words_here = flag_words("letter", ["t"], {"y": "true", "t": "false"})
    assert flag_reader(words_here)("t", TEXT).value is False
    assert flag_reader(words_here)("1", TEXT).value is True


def test_the_nothing_of_a_database_is_not_the_n_of_no() -> None:
    assert flags(["\\N"])("\\N", TEXT) == Cell(repair=Repair.MISSING)
    assert read_text("\\N", TEXT) == Cell(repair=Repair.MISSING)
    assert flags(["n"])("n", TEXT).value is False


def test_who_asks_states_nothing() -> None:
    assert flags(["Ya?"])("Ya?", TEXT).problem is Problem.FLAG_UNKNOWN
    assert SEX_READER("P?", TEXT).problem is Problem.CODE_UNKNOWN
    assert occupation_reader({})("Nelayan?", TEXT).problem is Problem.OCCUPATION_UNKNOWN


def test_whole_numbers_of_programs_that_know_none() -> None:
    assert read_amount("1500000.0", TEXT) == Cell(1_500_000, Repair.AMOUNT)
    assert read_amount("1500000.0000", TEXT) == Cell(1_500_000, Repair.AMOUNT)
    assert whole_reader(0, 99)("2.0", TEXT) == Cell(2)
    assert whole_reader(0, 99)("2.5", TEXT).problem is Problem.WHOLE_UNCLEAR
    assert flags(["1.0"])("1.0", TEXT).value is True
    assert occupation_reader({})("9.0", TEXT) == Cell(9)


@pytest.mark.parametrize(
    "text",
    [
        "17/05/1984 00:00:00", "17-05-1984 0:00", "17/05/84 0.00.00", "17 Mei 1984 00:00",
        "17/05/1984 12:00:00 AM", "Kamis, 17 Mei 1984", "kamis 17-05-1984", "Thursday, 17 May 1984",
    ],
)  # fmt: skip
def test_a_day_with_midnight_or_the_day_of_the_week(text: str) -> None:
    assert BIRTH(text, TEXT).value == date(1984, 5, 17)


@pytest.mark.parametrize(
    "text",
    [
        "17/05/1984 08:30:00", "Jumat, 17 Mei 1984", "Kamis, 31 Mei 84 x", "Sangatta, 17 Mei 1984",
        "1984-05-16 15:00:00", "1984-05-16T16:00:00", "1984-05-16 17:00",
    ],
)  # fmt: skip
def test_a_time_or_a_day_of_the_week_that_does_not_fit(text: str) -> None:
    assert BIRTH(text, TEXT).problem is Problem.DAY_UNCLEAR


def test_the_time_of_a_birth_is_left_out() -> None:
    assert BIRTH("1984-05-17 16:20:00", TEXT) == Cell(date(1984, 5, 17), Repair.TIME)


@pytest.mark.parametrize("text", ["1970-01-01 07:00:00", "1970-01-01T08:00:00"])
def test_the_first_second_of_computers_in_local_time_is_no_day(text: str) -> None:
    assert BIRTH(text, TEXT) == Cell(repair=Repair.MISSING)


def test_days_with_two_digits_are_of_the_nearer_century() -> None:
    assert ISSUED("17/10/26", TEXT).value == date(2026, 10, 17)
    assert ISSUED("17/12/76", TEXT).value == date(1976, 12, 17)
    for text in ("17/12/26", "17/10/76"):
        assert ISSUED(text, TEXT).problem is Problem.DAY_CENTURY


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (["P", "L"], True),
        (["P"], True),
        (["P", "Wanita", "L"], True),
        (["P", "Wanita"], False),
        (["P", "PRIA"], False),
        (["P", "w", "L"], False),
    ],
)
def test_p_may_be_pria(written: list[str], known: bool) -> None:
    assert ("p" in sex_words(written, NO_DIGITS)) is known


def test_codes_and_the_words_for_them() -> None:
    read = code_reader(codes_by_spelling("category"), words("category"))
    assert read("fisher", TEXT) == Cell("fisher")
    assert read("FISHER", TEXT) == Cell("fisher")
    assert read("Nelayan", TEXT) == Cell("fisher", Repair.WORD)
    assert read("PETANI/PEKEBUN", TEXT) == Cell("farmer", Repair.WORD)
    assert read("tukang sihir", TEXT).problem is Problem.CODE_UNKNOWN
    assert [SEX_READER(text, TEXT).value for text in ("L", "P", "Laki-laki", "PEREMPUAN", "m")] == [
        "m",
        "f",
        "m",
        "f",
        "m",
    ]


def test_whole_numbers() -> None:
    read = whole_reader(1, 89)
    assert read("11", NUMBER) == Cell(11)
    for text in ("0", "90", "1.5", "3 kali", "90 orang", "-1", "9" * 30):
        assert read(text, TEXT).problem is Problem.WHOLE_UNCLEAR


def test_a_count_of_people_may_say_so() -> None:
    read = whole_reader(1, 89)
    assert read("2 orang", TEXT) == read("2 Jiwa", TEXT) == Cell(2, Repair.WORD)


@pytest.mark.parametrize("text", ["-", "\u2013", ".....", "__/__/____", "\u2026\u2026", ". . ."])
def test_dots_that_nobody_wrote_upon_say_nothing(text: str) -> None:
    assert read_text(text, TEXT) == Cell(repair=Repair.MISSING)
    assert read_amount(text, TEXT) == read_amount(f"Rp {text}", TEXT) == Cell(repair=Repair.MISSING)


def test_a_currency_alone_says_nothing() -> None:
    assert read_amount("Rp.", TEXT) == Cell(repair=Repair.MISSING)


@pytest.mark.parametrize("text", ["=cmd()", "+1", "@x", "-x", "\uff1d1+1"])
def test_a_formula_is_kept_as_text_and_looked_at(text: str) -> None:
    assert read_text(text, TEXT) == Cell(text, problem=Problem.TEXT_FORMULA)
    kept_from_running = Cell(text, Repair.TEXT_APOSTROPHE, Problem.TEXT_FORMULA)
    assert read_text(f"'{text}", TEXT) == read_text(f"' {text}", TEXT) == kept_from_running


@pytest.mark.parametrize("text", ["'Aisyah", "Nu'man", "''=1"])
def test_another_apostrophe_is_part_of_the_name(text: str) -> None:
    assert read_text(text, TEXT) == Cell(text)


@pytest.mark.parametrize(
    ("text", "clean", "repairs"),
    [
        ("Rekaan A", "Rekaan A", ()),
        ("Reka\x00an", "Rekaan", (Repair.CONTROL,)),
        ("\u202eRekaan", "Rekaan", (Repair.MARKS,)),
        ("\ufeffReka\u200ban\x07", "Rekaan", (Repair.CONTROL, Repair.MARKS)),
        (" Rekaan\u00a0\u00a0A\n", "Rekaan A", (Repair.BLANKS,)),
        ("\x00  Rekaan", "Rekaan", (Repair.CONTROL, Repair.BLANKS)),
        ("\u202e", "", (Repair.MARKS,)),
    ],
)
def test_what_could_act_is_taken_out(text: str, clean: str, repairs: tuple[Repair, ...]) -> None:
    assert neutral(text) == (clean, repairs)


@settings(deadline=None)
@given(st.text())
def test_a_neutral_text_stays_as_it_is(text: str) -> None:
    clean = neutral(text).text
    assert neutral(clean) == (clean, ())


def test_a_report_shows_no_number_and_no_long_text() -> None:
    assert shown(MAN) == "**************01"
    assert shown(f"nik {MAN} x") == "nik **************01 x"
    assert shown("x" * 55 + MAN) == "x" * 55 + "*****..."
    assert shown(MAN[:-1], identity=True) == "*************00"
    assert shown("x" * 61) == "x" * 60 + "..."
    spaced = "   ".join(MAN)
    assert not any(digit in shown(spaced)[:-2] for digit in "0123456789")


def test_every_problem_has_a_reaction() -> None:
    rejecting = {problem for problem in Problem if problem.reaction is Reaction.REJECT}
    assert Problem.IDENTITY_LENGTH in rejecting
    assert Problem.NIK_BIRTH.reaction is Reaction.WARN, "D63: a warning, no rejection"
    assert Problem.NIK_REGION.reaction is Reaction.INFORM, "K1: never an error"
    assert Problem.NIK_TWICE.reaction is Reaction.CHECK
