"""The forms of dirt: what people type into the cells of a register, and how a cell then reads."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

import polars as pl
from babel.dates import get_month_names

from jamsos.registers.invented.draws import entry
from jamsos.registers.invented.slots import SECOND_NUMBERS
from jamsos.registers.layout import SEX

_SPREADSHEET_DAY_0 = date.fromisoformat("1899-12-30")
"""Spreadsheets count days from here; it is not the 31st, since they take 1900 for a leap year."""
_MILLION = 10**6

_NIK = pl.col("nik")
_INCOME = pl.col("income")
_BIRTH = pl.col("birth")
_NAME = pl.col("name")
_LETTER = pl.col("letter")
_POOR = pl.col("poor")
_IS_MAN = pl.col("sex") == SEX[0]
_REGISTRY_MATCH = pl.col("registry_match")


class Form(NamedTuple):
    """One form of dirt."""

    name: str
    column: str
    """The column whose cell is typed that way."""
    meaning: str
    text: pl.Expr
    """How the cell then reads."""
    numeric: bool = False
    """Whether a spreadsheet keeps what was typed as a number."""


def _parts_of_nik(*ends: int) -> list[pl.Expr]:
    """The digits of a NIK between each two of these places."""
    parts: list[pl.Expr] = []
    for start, end in pairwise(ends):
        digits = end - start
        parts.append(_NIK.str.slice(start, digits))
    return parts


def _scientific() -> pl.Expr:
    """A NIK as a narrow column of a spreadsheet shows it: 6,40801E+15."""
    first = _NIK.str.slice(0, 1)
    comma = pl.lit(",")
    decimals = _NIK.str.slice(1, 5)
    exponent = pl.lit("E+15")
    return pl.concat_str(first, comma, decimals, exponent)


def _grouped(number: pl.Expr) -> pl.Expr:
    """Thousands with dots."""
    digits = number.cast(pl.String)
    # Groups of three are counted from the end, a pattern counts from the start.
    backwards = digits.str.reverse()
    grouped = backwards.str.replace_all(r"([0-9]{3})", "${1}.")
    forwards = grouped.str.reverse()
    return forwards.str.strip_prefix(".")


def _in_millions(number: pl.Expr) -> pl.Expr:
    """In millions with a comma: 1,5 juta."""
    millions = number // _MILLION
    # The million added in front keeps the zeros behind the comma: 1,05 juta.
    rest = number % _MILLION + _MILLION
    rest_text = rest.cast(pl.String)
    digits = rest_text.str.slice(1)
    decimals = digits.str.strip_chars_end("0")
    is_whole = decimals == ""
    if_whole = pl.when(is_whole).then(pl.lit(""))
    comma = if_whole.otherwise(pl.lit(","))
    whole = millions.cast(pl.String)
    unit = pl.lit(" juta")
    return pl.concat_str(whole, comma, decimals, unit)


def _with_month_name(day: pl.Expr) -> pl.Expr:
    """The day with the Indonesian name of its month: 17 Mei 1984."""
    names = get_month_names("wide", locale="id_ID")
    in_order = [names[number] for number in sorted(names)]
    parts = day.dt
    place = parts.month().cast(pl.UInt32) - 1
    month = entry(pl.Series(in_order), place)
    day_of_month = parts.day().cast(pl.String)
    year = parts.year().cast(pl.String)
    return pl.concat_str(day_of_month, month, year, separator=" ")


def _spreadsheet_days(day: pl.Expr) -> pl.Expr:
    """The number by which a spreadsheet keeps a day."""
    since_start = day - _SPREADSHEET_DAY_0
    return since_start.dt.total_days().cast(pl.String)


def _yes_or_no(flag: pl.Expr, yes: str, no: str) -> pl.Expr:
    # A fact nobody stated stays empty.
    if_yes = pl.when(flag).then(pl.lit(yes))
    return if_yes.when(~flag).then(pl.lit(no))


def _second_nik() -> pl.Expr:
    """Another NIK of the same person, which nobody else has."""
    number = _NIK.cast(pl.UInt64) + SECOND_NUMBERS
    return number.cast(pl.String)


def _without_tenth_digit() -> pl.Expr:
    front = _NIK.str.slice(0, 9)
    return front + _NIK.str.slice(10)


def _with_last_digit_twice() -> pl.Expr:
    last = _NIK.str.slice(15)
    return _NIK + last


def _with_letter(digit: str, letter: str) -> pl.Expr:
    """A NIK with a letter in place of the digit it looks like."""
    return _NIK.str.replace_all(digit, letter, literal=True)


def _with_rp() -> pl.Expr:
    """Rp before and a dash after the amount."""
    before = pl.lit("Rp ")
    after = pl.lit(",-")
    return pl.concat_str(before, _grouped(_INCOME), after)


_NIK_FORMS = (
    Form(
        "nik.spaces",
        "nik",
        "groups of four digits",
        pl.concat_str(_parts_of_nik(0, 4, 8, 12, 16), separator=" "),
    ),
    Form(
        "nik.dots",
        "nik",
        "dots between the parts",
        pl.concat_str(_parts_of_nik(0, 2, 4, 6, 12, 16), separator="."),
    ),
    Form(
        "nik.apostrophe",
        "nik",
        "an apostrophe in front, as a spreadsheet wants it",
        pl.lit("'") + _NIK,
    ),
    Form("nik.scientific", "nik", "scientific notation: the last digits are lost", _scientific()),
    # A spreadsheet keeps fifteen digits of a number.
    Form(
        "nik.number",
        "nik",
        "kept as a number: the last digit is a false 0",
        _NIK.str.slice(0, 15) + "0",
        numeric=True,
    ),
    Form("nik.short", "nik", "15 digits", _without_tenth_digit()),
    Form("nik.long", "nik", "17 digits", _with_last_digit_twice()),
    Form("nik.letter_o", "nik", "the letter O for 0", _with_letter("0", "O")),
    Form("nik.letter_l", "nik", "the letter l for 1", _with_letter("1", "l")),
    Form("nik.kk", "nik", "the number of the family card instead", pl.col("kk")),
    Form("nik.zero", "nik", "0 for a NIK nobody knows", pl.lit("0")),
    Form("nik.empty", "nik", "no NIK", pl.lit(None, pl.String)),
)

_INCOME_FORMS = (
    Form("income.rp", "income", "Rp 1.500.000,-", _with_rp()),
    Form("income.dots", "income", "1.500.000", _grouped(_INCOME)),
    Form("income.cents", "income", "1.500.000,00", _grouped(_INCOME) + ",00"),
    Form("income.million", "income", "1,5 juta", _in_millions(_INCOME)),
)

_BIRTH_FORMS = (
    Form("birth.slashes", "birth", "17/05/1984", _BIRTH.dt.strftime("%d/%m/%Y")),
    Form("birth.dashes", "birth", "17-05-1984", _BIRTH.dt.strftime("%d-%m-%Y")),
    Form("birth.month", "birth", "17 Mei 1984", _with_month_name(_BIRTH)),
    Form(
        "birth.serial",
        "birth",
        "the days a spreadsheet counts",
        _spreadsheet_days(_BIRTH),
        numeric=True,
    ),
)

_OTHER_FORMS = (
    Form("letter.words", "letter", "Ya, Tidak", _yes_or_no(_LETTER, "Ya", "Tidak")),
    Form("registry_match.letters", "registry_match", "Y, T", _yes_or_no(_REGISTRY_MATCH, "Y", "T")),
    Form("poor.digits", "poor", "1, 0", _yes_or_no(_POOR, "1", "0")),
    Form("sex.letters", "sex", "L, P", _yes_or_no(_IS_MAN, "L", "P")),
    Form("village.unknown", "village", "a village that no table has", pl.lit("Desa Tak Dikenal")),
    Form("name.formula", "name", "a formula in front", pl.lit("=1+1 ") + _NAME),
    Form("name.marks", "name", "a mark that turns the writing round", pl.lit("\u202e") + _NAME),
)

TWIN_FORMS = (
    Form("person.twice", "id", "the person of an earlier row again", pl.col("id")),
    Form("person.two_niks", "nik", "the person of an earlier row with another NIK", _second_nik()),
)
"""The forms in which a row holds the person of an earlier row."""

# Which form a row draws is its place here: another order makes other registers of a seed.
FORMS: tuple[Form, ...] = _NIK_FORMS + _INCOME_FORMS + _BIRTH_FORMS + _OTHER_FORMS + TWIN_FORMS
"""Every form of dirt. A row that would not change, for want of an income say, stays clean."""
