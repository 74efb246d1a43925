"""Columns of text to typed columns: Python looks only at the distinct cells that are not clean."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from jamsos.registers.intake.cells.cell import UNFILLED, Cell, words
from jamsos.registers.intake.cells.identities import CLEAN, CLEAN_KK
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.column_readers import Reading, codes_of
from jamsos.registers.intake.days_together import judged
from jamsos.registers.intake.heading_terms import Term
from jamsos.registers.intake.log import PROBLEMS, REPAIRS, Log
from jamsos.registers.intake.tidying import TidyCells, shown_all
from jamsos.registers.layout import NAMED, ROW, Holds

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
_TEXT = pl.col("text")


def read_columns(cells: TidyCells, reading: Reading, log: Log) -> dict[str, pl.Series]:
    """Read every column of the layout that a register has."""
    regions = reading.regions
    reading = reading._replace(flags=_flags(cells.texts))
    columns: dict[str, pl.Series] = {}
    together: list[str] = []
    for name in NAMED:
        if name not in cells.texts.columns:
            continue
        # The village is looked for within the kecamatan, so the two are read together.
        if name in _PLACES and regions is not None:
            together.append(name)
        else:
            columns[name] = _read_column(name, cells, reading, columns.get("nik"), log)
    if together and regions is not None:
        texts = cells.texts
        places = _read_places(together, texts, regions, log)
        columns.update(places)
    return columns


def _flags(texts: pl.DataFrame) -> frozenset[str]:
    """What stands in all columns of yes and no."""
    written: set[str] = set()
    for name, column in NAMED.items():
        if column.holds is Holds.FLAG and name in texts.columns:
            written.update(texts[name].drop_nulls().unique())
    return frozenset(written)


def _read_column(
    name: str, tidy: TidyCells, reading: Reading, niks: pl.Series | None, log: Log
) -> pl.Series:
    """Read one column of the layout; births are held against the NIK of their people."""
    texts = tidy.texts[name]
    kind = type_of(name)
    cells = _cells_to_read(name, tidy)
    # The same few days and words stand in thousands of rows: each is read once.
    written = _written(name, tidy)
    distinct = cells.select(written).drop_nulls("text").unique(maintain_order=True)
    reader = reading.reader(name, texts)
    read_cells: list[Cell] = []
    for text, *numeric in distinct.iter_rows():
        cell = reader(text, any(numeric))
        read_cells.append(cell)
    table = _with_cells(distinct, read_cells, kind)
    read = cells.join(table, on=written, how="left", maintain_order="left")
    if kind == pl.Date:
        # What each cell is by itself may be doubted once all of them are seen.
        birth_niks = niks if name == "birth" else None
        read = judged(read, birth_niks, order_known=_is_order_known(name, reading))
    # Most columns of most lists hold nothing to record.
    if kind == pl.Date or _needs_record(read_cells):
        _record(name, read, log)
    values = read["value"].alias(name)
    if kind == pl.String:
        return texts.scatter(read["place"], values)
    return values


def _cells_to_read(name: str, tidy: TidyCells) -> pl.DataFrame:
    """The cells of a column that somebody has to look at, and their places in it.

    Of a column of text they are those that are not clean: a clean text stands as it is.
    """
    cells = _cells(name, tidy)
    if type_of(name) == pl.String:
        is_clean = _clean(name).fill_null(value=False)
        cells = cells.filter(~is_clean & _TEXT.is_not_null())
    return cells.collect()


def _written(name: str, tidy: TidyCells) -> list[str]:
    """What a cell is read by: its text, and where a column has numbers, whether it is one."""
    if name in tidy.numeric:
        return ["text", "numeric"]
    return ["text"]


def _is_order_known(name: str, reading: Reading) -> bool:
    """Whether a heading says which comes first, the day or the month."""
    return not reading.terms_of(name).isdisjoint(_ORDERS)


def _needs_record(cells: Sequence[Cell]) -> bool:
    """Whether any cell was repaired, or has a problem."""
    return any(cell.repair or cell.problem for cell in cells)


def _cells(name: str, tidy: TidyCells) -> pl.LazyFrame:
    """The texts of a column, and which of its cells are numeric."""
    numeric: pl.Expr | pl.Series = pl.lit(value=False)
    if name in tidy.numeric:
        numeric = tidy.numeric[name]
    text = pl.col(name)
    # Lazily: several steps are taken at once.
    cells = tidy.texts.lazy().select(ROW, text=text, numeric=numeric)
    return cells.with_row_index("place")


def _clean(name: str) -> pl.Expr:
    """Which texts are taken as they are, without a look at each."""
    holds = NAMED[name].holds
    if holds is Holds.NIK:
        return _clean_identity(name)
    # A district is text in its column, but a name has to become a code.
    if holds is Holds.TEXT and name != "resident_of":
        in_small_letters = _TEXT.str.to_lowercase()
        saying_nothing = list(words("nothing"))
        is_unfilled = _TEXT.str.contains(f"^(?:{UNFILLED})$")
        says_nothing = in_small_letters.is_in(saying_nothing) | is_unfilled
        is_harmless = _TEXT.str.contains(r"^[^'=+\-@＝＋－＠]")
        return is_harmless & ~says_nothing
    # The name of a district has to become its code.
    return pl.lit(value=False)


def _clean_identity(name: str) -> pl.Expr:
    """Which numbers of people or family cards have their form."""
    form = CLEAN
    if name == "kk":
        form = CLEAN_KK
    has_form = _TEXT.str.contains(form)
    # A numeric cell may have lost its last digits, whatever form it has.
    return ~pl.col("numeric") & has_form


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
        table = _with_cells(distinct, read_cells[name], pl.String)
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


def _with_cells(distinct: pl.DataFrame, cells: Sequence[Cell], kind: Any) -> pl.DataFrame:
    """What each distinct text was read as."""
    schema = {
        "value": kind,
        "repair": REPAIRS["repair"],
        "problem": PROBLEMS["problem"],
        "hint": pl.String,
    }
    columns = pl.DataFrame(cells, schema=schema, orient="row")
    return distinct.hstack(columns)


def _record(name: str, joined: pl.DataFrame, log: Log) -> None:
    """Record what was repaired and what is wrong in a column."""
    is_repaired = pl.col("repair").is_not_null()
    repaired = joined.filter(is_repaired)
    repairs = repaired["repair"]
    log.repairs(repaired[ROW], name, repairs)
    is_wrong = pl.col("problem").is_not_null()
    wrong = joined.filter(is_wrong)
    values = shown_all(wrong["text"], name)
    problems = wrong["problem"]
    hints = wrong["hint"]
    log.problems(wrong[ROW], name, values, problems, hints)
