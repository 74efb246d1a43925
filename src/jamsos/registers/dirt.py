"""What people type into registers: one thing done to a cell of some rows, with the truth beside it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import polars as pl
from attrs import frozen
from babel.dates import get_month_names

from jamsos.registers.draws import BITS, below, up_to, word
from jamsos.registers.layout import SEX
from jamsos.registers.people import WHO, People
from jamsos.registers.slots import SECOND_NUMBERS

TRUTH = ("dirt", "dirt_was")
"""The columns that tell what was done to a row, and what its cell held before."""

_NUMBER, _SERIAL = "nik.number", "birth.serial"
_NUMERIC = {_NUMBER: "nik", _SERIAL: "birth"}
"""Forms that make a number of the cell."""
_TWICE, _TWO_NIKS = "person.twice", "person.two_niks"
_EARLIER = 1000
"""How many rows back the same person may stand."""
_EPOCH = date.fromisoformat("1899-12-30")
_MILLION = 10**6

_NIK, _INCOME, _BIRTH = pl.col("nik"), pl.col("income"), pl.col("birth")


class Form(NamedTuple):
    """One form of dirt: a cell of which column, and how it then reads."""

    name: str
    column: str
    meaning: str
    text: pl.Expr


def _cut(*ends: int) -> list[pl.Expr]:
    return [_NIK.str.slice(start, end - start) for start, end in pairwise(ends)]


def _grouped(number: pl.Expr) -> pl.Expr:
    """Thousands with dots."""
    backwards = number.cast(pl.String).str.reverse().str.replace_all(r"([0-9]{3})", "${1}.")
    return backwards.str.reverse().str.strip_prefix(".")


def _million(number: pl.Expr) -> pl.Expr:
    """In millions with a comma: 1,5 juta."""
    part = (number % _MILLION + _MILLION).cast(pl.String).str.slice(1).str.strip_chars_end("0")
    comma = pl.when(part == "").then(pl.lit("")).otherwise(pl.lit(","))
    return pl.concat_str((number // _MILLION).cast(pl.String), comma, part, pl.lit(" juta"))


def _month(day: pl.Expr) -> pl.Expr:
    names = get_month_names("wide", locale="id_ID")
    return pl.lit(pl.Series([names[number] for number in sorted(names)])).gather(day.dt.month().cast(pl.UInt32) - 1)


def _said(known: pl.Expr, yes: str, no: str) -> pl.Expr:
    return pl.when(known).then(pl.lit(yes)).when(~known).then(pl.lit(no))


FORMS: tuple[Form, ...] = (
    Form("nik.spaces", "nik", "groups of four digits", pl.concat_str(_cut(0, 4, 8, 12, 16), separator=" ")),
    Form("nik.dots", "nik", "dots between the parts", pl.concat_str(_cut(0, 2, 4, 6, 12, 16), separator=".")),
    Form("nik.apostrophe", "nik", "an apostrophe in front, as a spreadsheet wants it", pl.lit("'") + _NIK),
    Form("nik.scientific", "nik", "scientific notation: the last digits are lost",
         pl.concat_str(_NIK.str.slice(0, 1), pl.lit(","), _NIK.str.slice(1, 5), pl.lit("E+15"))),
    Form(_NUMBER, "nik", "kept as a number: the last digit is a false 0", _NIK.str.slice(0, 15) + "0"),
    Form("nik.short", "nik", "15 digits", _NIK.str.slice(0, 9) + _NIK.str.slice(10)),
    Form("nik.long", "nik", "17 digits", _NIK + _NIK.str.slice(15)),
    Form("nik.letter_o", "nik", "the letter O for 0", _NIK.str.replace_all("0", "O", literal=True)),
    Form("nik.letter_l", "nik", "the letter l for 1", _NIK.str.replace_all("1", "l", literal=True)),
    Form("nik.kk", "nik", "the number of the family card instead", pl.col("kk")),
    Form("nik.zero", "nik", "0 for a NIK nobody knows", pl.lit("0")),
    Form("nik.empty", "nik", "no NIK", pl.lit(None, pl.String)),
    Form("income.rp", "income", "Rp 1.500.000,-", pl.concat_str(pl.lit("Rp "), _grouped(_INCOME), pl.lit(",-"))),
    Form("income.dots", "income", "1.500.000", _grouped(_INCOME)),
    Form("income.cents", "income", "1.500.000,00", _grouped(_INCOME) + ",00"),
    Form("income.million", "income", "1,5 juta", _million(_INCOME)),
    Form("birth.slashes", "birth", "17/05/1984", _BIRTH.dt.strftime("%d/%m/%Y")),
    Form("birth.dashes", "birth", "17-05-1984", _BIRTH.dt.strftime("%d-%m-%Y")),
    Form("birth.month", "birth", "17 Mei 1984", pl.concat_str(
        _BIRTH.dt.day().cast(pl.String), _month(_BIRTH), _BIRTH.dt.year().cast(pl.String), separator=" ")),
    Form(_SERIAL, "birth", "the days a spreadsheet counts", (_BIRTH - _EPOCH).dt.total_days().cast(pl.String)),
    Form("letter.words", "letter", "Ya, Tidak", _said(pl.col("letter"), "Ya", "Tidak")),
    Form("registry_match.letters", "registry_match", "Y, T", _said(pl.col("registry_match"), "Y", "T")),
    Form("poor.digits", "poor", "1, 0", _said(pl.col("poor"), "1", "0")),
    Form("sex.letters", "sex", "L, P", _said(pl.col("sex") == SEX[0], "L", "P")),
    Form("village.unknown", "village", "a village that no table has", pl.lit("Desa Tak Dikenal")),
    Form("name.formula", "name", "a formula in front", pl.lit("=1+1 ") + pl.col("name")),
    Form("name.marks", "name", "a mark that turns the writing round", pl.lit("\u202e") + pl.col("name")),
    Form(_TWICE, "id", "the person of an earlier row again", pl.col("id")),
    Form(_TWO_NIKS, "nik", "the person of an earlier row with another NIK",
         (_NIK.cast(pl.UInt64) + SECOND_NUMBERS).cast(pl.String)),
)  # fmt: skip
"""Every form of dirt. Where nothing would change, as with an income nobody stated, the row stays clean."""

DIRT = tuple(form.name for form in FORMS)


def as_cells(people: pl.DataFrame) -> Iterator[list[object]]:
    """The rows as a spreadsheet keeps them: clean incomes, and what dirt made a number of, in numeric cells."""
    places = {name: place for place, name in enumerate(people.columns)}
    for row in people.iter_rows():
        cells: list[object] = list(row)
        form = str(cells[places[TRUTH[0]]]) if TRUTH[0] in places else ""
        numeric = [] if form.startswith("income") else [_NUMERIC.get(form, "income"), "income"]
        for name in numeric:
            cell = cells[places[name]]
            cells[places[name]] = int(cell) if isinstance(cell, str) else cell
        yield cells


@frozen(eq=False)
class DirtyPeople:
    """Invented people as others typed them."""

    made: People
    share: float

    def columns(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The columns as text, and what was done to each row."""
        row, form = pl.col("_person"), pl.col("_form")
        typed = numbers.rename({WHO: "_person"}).with_columns(
            _form=pl.when(self._dirty(row)).then(below(self._drawn(row, "form"), len(FORMS))),
            _back=up_to(self._drawn(row, "earlier"), row.clip(upper_bound=_EARLIER)) + 1,
        )
        twins = [DIRT.index(_TWICE), DIRT.index(_TWO_NIKS)]
        earlier = row - pl.col("_back").clip(upper_bound=row)
        found = (row > 0) & ~self._dirty(earlier)
        again = form.is_in(twins).fill_null(value=False)
        known = typed.with_columns(
            **{WHO: pl.when(again & found).then(earlier).otherwise(row)},
            _form=pl.when(~again | found).then(form),
            _twin_of=pl.when(again & found).then((earlier + 1).cast(pl.String)),
        )
        return _typed(self.made.columns(known))

    def _dirty(self, number: pl.Expr) -> pl.Expr:
        return self._drawn(number, "dirty") < int(self.share * BITS)

    def _drawn(self, number: pl.Expr, name: str) -> pl.Expr:
        return word(number, self.made.seed, f"dirt {name}")


def _typed(clean: pl.DataFrame) -> pl.DataFrame:
    """Every column as text, with the dirt of each row in its cell."""
    names = [name for name in clean.columns if not name.startswith("_")]
    dirty = [_dirtied(name).alias(name) for name in names]
    cells = clean.select("_form", "_twin_of", *dirty, *(_text(name).alias(f"_was_{name}") for name in names))
    was, now = _cell("_was_", names), _cell("", names)
    done = pl.col("_twin_of").is_not_null() | now.ne_missing(was)
    said = cells.with_columns(
        dirt=pl.when(done).then(pl.lit(pl.Series(DIRT)).gather(pl.col("_form"))),
        dirt_was=pl.when(done).then(pl.coalesce("_twin_of", was)),
    )
    return said.select(*names, *TRUTH)


def _text(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String)


def _dirtied(name: str) -> pl.Expr:
    cell = _text(name)
    for number, form in enumerate(FORMS):
        if form.column == name:
            cell = pl.when(pl.col("_form") == number).then(form.text).otherwise(cell)
    return cell


def _cell(prefix: str, names: list[str]) -> pl.Expr:
    """The cell the form of a row is about."""
    cell = pl.lit(None, pl.String)
    for name in names:
        numbers = [number for number, form in enumerate(FORMS) if form.column == name]
        cell = pl.when(pl.col("_form").is_in(numbers)).then(pl.col(f"{prefix}{name}")).otherwise(cell)
    return cell
