"""Columns of text to typed columns: Python looks only at the distinct cells that are not clean."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import Any, NamedTuple, TypeAlias

import polars as pl

from jamsos.registers.intake.cells.cell import UNFILLED, Cell, words
from jamsos.registers.intake.cells.identities import CLEAN, CLEAN_KK
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.column_readers import Reading, codes_of
from jamsos.registers.intake.days_together import doubted_days
from jamsos.registers.intake.heading_terms import Term
from jamsos.registers.intake.log import PROBLEMS, REPAIRS, Log
from jamsos.registers.intake.tidying import TidyCells, shown_in
from jamsos.registers.layout import NAMED, ROW, Holds
from jamsos.registers.problems import Problem

_PLACES = ("kecamatan", "village")
_TYPES: dict[Holds, Any] = {
    Holds.FLAG: pl.Boolean,
    Holds.WHOLE: pl.Int64,
    Holds.RUPIAH: pl.Int64,
    Holds.DAY: pl.Date,
}
"""The types of columns that hold no text."""
_ORDERS = frozenset({Term.MONTH_FIRST, Term.DAY_FIRST})
"""Where a heading says one of these, nothing else has to tell the order of day and month."""
_NOTED: dict[str, Any] = {
    "repair": REPAIRS["repair"],
    "problem": PROBLEMS["problem"],
    "hint": pl.String,
}
"""What is said of a cell that was read, after its value."""
_KEYS: dict[str, Any] = {"text": pl.String, "numeric": pl.Boolean}
"""What a cell is read by."""
_SAID: dict[str, Any] = {"column": pl.String, **_KEYS, "value": pl.String, **_NOTED}
"""What is recorded of a cell that is read by these."""

_Written: TypeAlias = tuple[str, bool]
"""What a cell is read by: its text, and whether it was numeric."""


class _Column(NamedTuple):
    """A column whose cells were read, each of those that are alike once."""

    name: str
    cells: Mapping[_Written, Cell]
    """Those that somebody has to look at, and what each was read as."""
    numeric: pl.Series | None
    """Which of all its cells are numeric; None where none is."""
    type: Any
    """The type of its values."""

    def values(self) -> pl.Expr:
        """The value of each cell."""

        def of(*, numeric: bool) -> pl.Expr:
            values = {
                text: cell.value
                for (text, is_number), cell in self.cells.items()
                if is_number is numeric
            }
            return self._by_text(values, self.type)

        return self._of_texts_and_numbers(of)

    def places(self, written: Iterable[_Written], first: int) -> pl.Expr:
        """For each cell its place among those that are written so, from the first one on."""
        numbered = dict(zip(written, count(first)))

        def of(*, numeric: bool) -> pl.Expr:
            places = {
                text: place for (text, is_number), place in numbered.items() if is_number is numeric
            }
            return self._by_text(places, pl.UInt32)

        return self._of_texts_and_numbers(of)

    def _by_text(self, known: Mapping[str, Any], kind: Any) -> pl.Expr:
        """What is known of the text of each cell."""
        column = pl.col(self.name)
        # Most columns of text hold nothing that somebody has to look at.
        if kind == pl.String and not known:
            return column
        texts = pl.Series(list(known), dtype=pl.String)
        values = pl.Series(list(known.values()), dtype=kind)
        # A text that nobody has to look at stands as it is.
        if kind == pl.String:
            return column.replace(texts, values)
        return column.replace_strict(texts, values, default=None, return_dtype=kind)

    def _of_texts_and_numbers(self, of: Callable[..., pl.Expr]) -> pl.Expr:
        """What is known of each cell: a number is not read as the same digits in a text are."""
        of_texts = of(numeric=False)
        if self.numeric is None:
            return of_texts
        return pl.when(self.numeric).then(of(numeric=True)).otherwise(of_texts).alias(self.name)

    def noted(self) -> dict[_Written, Cell]:
        """The cells that were repaired, or have a problem."""
        cells = self.cells.items()
        return {written: cell for written, cell in cells if cell.repair or cell.problem}


def read_columns(cells: TidyCells, reading: Reading, log: Log) -> dict[str, pl.Series]:
    """Read every column of the layout that a register has."""
    texts = cells.texts
    regions = reading.regions
    names = [name for name in NAMED if name in texts.columns]
    together: list[str] = []
    # The village is looked for within the kecamatan, so the two are read together.
    if regions is not None:
        together = [name for name in names if name in _PLACES]
    alone = [name for name in names if name not in together]
    columns = _read_alone(alone, cells, reading, log)
    if together and regions is not None:
        columns.update(_read_places(together, texts, regions, log))
    return columns


def _read_alone(
    names: Sequence[str], tidy: TidyCells, reading: Reading, log: Log
) -> dict[str, pl.Series]:
    """Read columns that have nothing to do with each other, but births with the NIK."""
    written = _written(names, tidy)
    reading = reading._replace(flags=_flags(written))
    days: list[_Column] = []
    others: list[_Column] = []
    for name, alike in written.items():
        reader = reading.reader(name, [text for text, _ in alike])
        cells = {one: reader(*one) for one in alike}
        column = _Column(name, cells, tidy.numeric.get(name), type_of(name))
        kind = days if _may_be_doubted(column) else others
        kind.append(column)
    values = tidy.texts.select(column.values() for column in others)
    columns = {column.name: column for column in values}
    noted = [_noted(others, tidy)]
    for column in days:
        read = _days(column, tidy, reading, columns.get("nik"), log)
        columns[column.name] = read.values
        noted.append(read.noted)
    log.noted(pl.concat(noted))
    return columns


def _written(names: Sequence[str], tidy: TidyCells) -> dict[str, list[_Written]]:
    """For each column the cells that somebody has to look at, those that are alike once."""
    # One question for all columns: asked of each, it takes longer than reading a small list.
    asked = [_to_look_at(name, tidy.numeric.get(name)) for name in names]
    found = tidy.texts.select(asked).to_dict(as_series=False)
    written: dict[str, list[_Written]] = {}
    for name, (alike,) in found.items():
        if name in tidy.numeric:
            written[name] = [(one["text"], one["numeric"]) for one in alike]
        else:
            written[name] = [(text, False) for text in alike]
    return written


def _to_look_at(name: str, numeric: pl.Series | None) -> pl.Expr:
    """The cells of a column that somebody has to look at, in one list.

    Of a column of text they are those that are not clean: a clean text stands as it is.
    """
    text = pl.col(name)
    is_asked = text.is_not_null()
    if type_of(name) == pl.String:
        is_asked &= ~_clean(name, numeric)
    cell = text
    if numeric is not None:
        cell = pl.struct(text=text, numeric=numeric)
    return cell.filter(is_asked).unique(maintain_order=True).implode().alias(name)


def _flags(written: Mapping[str, Sequence[_Written]]) -> frozenset[str]:
    """What stands in all columns of yes and no."""
    flags: set[str] = set()
    for name, alike in written.items():
        if NAMED[name].holds is Holds.FLAG:
            flags.update(text for text, _ in alike)
    return frozenset(flags)


class _Days(NamedTuple):
    """The days of a column, and what is said of its cells."""

    values: pl.Series
    noted: pl.DataFrame


def _days(
    column: _Column, tidy: TidyCells, reading: Reading, niks: pl.Series | None, log: Log
) -> _Days:
    """The days of a column judged together; births are held against the NIK of their people."""
    name = column.name
    values = tidy.texts.select(column.values()).to_series()
    noted = _noted([column], tidy)
    is_evidence = pl.col("problem") == str(Problem.DAY_MONTH_FIRST)
    # What each cell is by itself may be doubted once all of them are seen.
    doubted = doubted_days(
        tidy.texts.select(ROW, text=pl.col(name), value=values),
        noted.filter(is_evidence),
        niks if name == "birth" else None,
        order_known=_is_order_known(name, reading),
    )
    # Of most columns none is.
    if doubted.is_empty():
        return _Days(values, noted)
    others = noted.join(doubted, on=ROW, how="anti", maintain_order="left")
    no_repair = pl.lit(None, REPAIRS["repair"])
    _record(name, doubted.with_columns(repair=no_repair), log)
    is_doubted = tidy.texts[ROW].is_in(doubted[ROW].implode())
    return _Days(values.set(is_doubted, None), others)


def _is_order_known(name: str, reading: Reading) -> bool:
    """Whether a heading says which comes first, the day or the month."""
    return not reading.terms_of(name).isdisjoint(_ORDERS)


def _may_be_doubted(column: _Column) -> bool:
    """Whether the days of a column have to be judged together."""
    # Where every day is as systems write it, none shows in which order its writer put the others;
    # but births are held against the NIK.
    is_birth = column.name == "birth"
    return column.type == pl.Date and (is_birth or bool(column.noted()))


def _noted(columns: Sequence[_Column], tidy: TidyCells) -> pl.DataFrame:
    """The cells that were repaired or have a problem, wherever they stand, and what is said."""
    said: list[tuple[Any, ...]] = []
    places_of_columns: list[pl.Expr] = []
    for column in columns:
        noted = column.noted()
        # Most columns of most lists hold nothing to record.
        if noted:
            places_of_columns.append(column.places(noted, first=len(said)))
            said.extend(_said(column.name, noted))
    rows = [pl.Series(ROW, dtype=pl.Int64)]
    places = [pl.Series(dtype=pl.UInt32)]
    for place in tidy.texts.select(places_of_columns):
        is_noted = place.is_not_null()
        rows.append(tidy.texts[ROW].filter(is_noted))
        places.append(place.filter(is_noted))
    by_name = {name: [one[place] for one in said] for place, name in enumerate(_SAID)}
    table = pl.DataFrame(by_name, schema=_SAID)
    return pl.concat(rows).to_frame().hstack(table[pl.concat(places)])


def _said(name: str, noted: Mapping[_Written, Cell]) -> Iterator[tuple[Any, ...]]:
    """What is recorded of each cell, by its column and what is written in it."""
    for (text, numeric), cell in noted.items():
        value = shown_in(name, text) if cell.problem else None
        yield name, text, numeric, value, cell.repair, cell.problem, cell.hint


def _clean(name: str, numeric: pl.Series | None) -> pl.Expr:
    """Which texts of a column of text are taken as they are, without a look at each."""
    text = pl.col(name)
    holds = NAMED[name].holds
    if holds is Holds.NIK:
        return _clean_identity(name, numeric)
    # A district is text in its column, but a name has to become a code.
    if name == "resident_of":
        return pl.lit(value=False)
    in_small_letters = text.str.to_lowercase()
    saying_nothing = list(words("nothing"))
    is_unfilled = text.str.contains(f"^(?:{UNFILLED})$")
    says_nothing = in_small_letters.is_in(saying_nothing) | is_unfilled
    is_harmless = text.str.contains(r"^[^'=+\-@＝＋－＠]")
    return is_harmless & ~says_nothing


def _clean_identity(name: str, numeric: pl.Series | None) -> pl.Expr:
    """Which numbers of people or family cards have their form."""
    form = CLEAN
    if name == "kk":
        form = CLEAN_KK
    has_form = pl.col(name).str.contains(form)
    if numeric is None:
        return has_form
    # A numeric cell may have lost its last digits, whatever form it has.
    return has_form & ~numeric


@cache
def type_of(name: str) -> Any:
    """The type of a column of the layout."""
    holds = NAMED[name].holds
    if holds is Holds.CODE:
        return pl.Enum(codes_of(name))
    return _TYPES.get(holds, pl.String)


def _read_places(
    names: Sequence[str], texts: pl.DataFrame, regions: Regions, log: Log
) -> dict[str, pl.Series]:
    """Read kecamatan and village together: a village counts within its kecamatan."""
    cells = _cells_of_places(names, texts)
    distinct = cells.select(_PLACES).unique(maintain_order=True)
    read_cells: dict[str, list[Cell]] = {name: [] for name in _PLACES}
    for kecamatan, village in distinct.iter_rows():
        place = regions.place(kecamatan, village)
        read_cells["kecamatan"].append(place.kecamatan)
        read_cells["village"].append(place.village)
    columns: dict[str, pl.Series] = {}
    for name in names:
        table = distinct.hstack(_frame(read_cells[name], pl.String))
        joined = cells.join(table, on=_PLACES, how="left", maintain_order="left")
        with_text = joined.with_columns(text=texts[name])
        _record(name, with_text, log)
        values = joined["value"]
        columns[name] = values.alias(name)
    return columns


def _cells_of_places(names: Sequence[str], texts: pl.DataFrame) -> pl.DataFrame:
    """Kecamatan and village of each row; empty where none is written."""
    cells = texts.select(ROW, *names)
    nothing_written = pl.lit("")
    for name in _PLACES:
        if name not in names:
            cells = cells.with_columns(nothing_written.alias(name))
    places = pl.col(_PLACES)
    return cells.with_columns(places.fill_null(""))


def _frame(cells: Sequence[Cell], kind: Any) -> pl.DataFrame:
    """What cells of a kind were read as."""
    return pl.DataFrame(cells, schema={"value": kind, **_NOTED}, orient="row")


def _record(name: str, joined: pl.DataFrame, log: Log) -> None:
    """Record what was repaired and what is wrong in a column."""
    has_problem = joined["problem"].is_not_null()
    noted = joined.filter(has_problem | joined["repair"].is_not_null())
    wrong = joined["text"].filter(has_problem).unique()
    values = pl.Series([shown_in(name, text) for text in wrong], dtype=pl.String)
    value = pl.col("text").replace_strict(wrong, values, default=None)
    log.noted(noted.with_columns(column=pl.lit(name), value=value))
