"""Reading a register: every row is accepted, rejected or to be checked, and nothing is repaired silently."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.cells import Problem, neutral, shown
from jamsos.registers.columns_read import read_column, read_places, tidied
from jamsos.registers.csv_source import of_csv
from jamsos.registers.excel_source import of_workbook
from jamsos.registers.headings import Recognised, recognised
from jamsos.registers.layout import NAMED
from jamsos.registers.limits import Limits, checked_limits
from jamsos.registers.log import Log
from jamsos.registers.regions import Regions
from jamsos.registers.register import Register
from jamsos.registers.sources import ROW, Sheet, kind_of, of_frame, of_parquet
from jamsos.values.days import checked_asked_day


def read_register(
    source: Any,
    *,
    on: date,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    heading_row: int = 1,
    separator: str | None = None,
    regions: Any = None,
    limits: Limits | None = None,
) -> Register:
    """Read a register from CSV, Excel, Parquet or a data frame of any library.

    Every row is accepted, rejected or to be checked. What can be read in one way only is read and the repair recorded;
    what can be read in two ways is to be checked; an identity is never repaired by guess.

    Legal source: the form of NIK and KK of PP 37/2007 Pasal 37, known from pages of the civil registry.

    >>> import polars as pl
    >>> typed = pl.DataFrame({"NIK": ["999999 290512 0001"], "Nama": ["Rekaan"], "Tgl. lahir": ["29 Mei 2012"]})
    >>> read = read_register(typed, on=date(2026, 11, 1))
    >>> read.accepted["birth"].item(), read.repairs["repair"].to_list()
    (datetime.date(2012, 5, 29), ['day.written', 'identity.separators'])

    Args:
        source: The path of a file (.csv, .xlsx, .parquet), or a frame of polars, pandas, pyarrow, DuckDB or PySpark.
        on: The day on which the list is judged: no birth lies after it, and two-digit years are read from it.
        mapping: Headings of the file and the layout's names for them; it goes before the Indonesian headings of the
            layout, which need no mapping.
        sheet: The sheet of a workbook; without it the only visible one.
        heading_row: The row of the headings in a file.
        separator: The separator of a CSV file; by default the one that fits the headings: comma, semicolon or tab.
        regions: A region table (path or polars frame with ``code_kemendagri``, ``name``, ``level``): places are read
            by code or by name. Without it they stay as they are written.
        limits: The bounds of what is taken.

    Raises:
        InputError: for a file that cannot be read at all, is too large, whose headings cannot be told apart, or without
            a column of the NIK, and for a mapping or limits of another type.
        MissingExtraError: without the packages of the extra ``registers``.

    """
    checked_asked_day(on, "on")
    _check_row(heading_row)
    bounds = checked_limits(limits)
    cells = _cells(source, bounds, sheet, heading_row, separator)
    table = None if regions is None else Regions.of(regions)
    return _read(cells, bounds, on, mapping, table)


def _check_row(number: object) -> None:
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise InputError("heading_row", number, "1 or more", "give the row of the headings, as the file counts")


def _cells(source: Any, limits: Limits, sheet: str | None, heading_row: int, separator: str | None) -> Sheet:
    if not isinstance(source, str | Path):
        return of_frame(source, limits)
    path = Path(source)
    kind = kind_of(path, limits)
    if kind == "parquet":
        return of_parquet(path, limits)
    if kind == "csv":
        return of_csv(path, limits, heading_row, separator)
    return of_workbook(path, limits, heading_row, sheet)


def _read(
    sheet: Sheet, limits: Limits, on: date, mapping: Mapping[str, str] | None, regions: Regions | None
) -> Register:
    """Read every column of a sheet."""
    numbers = [name for name in sheet.cells.columns if name != ROW]
    filled = [sheet.cells[name].count() > 0 for name in numbers]
    found = recognised(sheet.headings, filled, mapping)
    log = Log()
    raw, empty = _tidy(sheet, found, limits, log)
    places = {"kecamatan", "village"} & set(raw.columns) if regions else set[str]()
    values = {name: read_column(name, raw, on, regions, log) for name in NAMED if name in raw and name not in places}
    if places and regions:
        values |= read_places(raw, regions, log)
    order = [*(name for name in NAMED if name in raw.columns), *found.kept.values()]
    frame = raw.select(ROW, *order).with_columns(**values)
    _rows(frame, sheet, log)
    return Register.of("read", frame, log, sheet.told | {"empty": str(empty)}, _named(sheet, found))


def _tidy(sheet: Sheet, found: Recognised, limits: Limits, log: Log) -> tuple[pl.DataFrame, int]:
    """Texts that cannot act, under the layout's names, and how many rows were empty; ``?name`` tells numeric cells."""
    named = found.layout | found.kept
    texts = {name: tidied(name, sheet.cells[ROW], sheet.cells[number], limits, log) for number, name in named.items()}
    kinds = {f"?{name}": sheet.numeric[number].fill_null(value=False)
             for number, name in named.items() if number in sheet.numeric.columns}  # fmt: skip
    raw = sheet.cells.select(ROW).with_columns(**texts, **kinds)
    kept = ~pl.all_horizontal(pl.col(name).is_null() for name in texts) | pl.col(ROW).is_in(sheet.broken[ROW].implode())
    filled = raw.filter(kept)
    return filled, raw.height - filled.height


def _rows(frame: pl.DataFrame, sheet: Sheet, log: Log) -> None:
    """What is wrong with rows as wholes."""
    for problem, rows in sheet.broken.group_by("problem"):
        log.problem(rows[ROW], "", Problem(problem[0]))
    known = log.rows("nik")
    missing = frame.filter(pl.col("nik").is_null() & ~pl.col(ROW).is_in(known.implode()))
    log.problem(missing[ROW], "nik", Problem.IDENTITY_MISSING)
    if "kk" in frame.columns:
        log.problem(frame.filter(pl.col("nik") == pl.col("kk"))[ROW], "nik", Problem.IDENTITY_IS_KK)


def _named(sheet: Sheet, found: Recognised) -> dict[str, str]:
    """The heading of each column of the layout that was found, and the headings kept as they are."""
    return {
        name: shown(neutral(sheet.headings[int(number)]).text) for number, name in (found.layout | found.kept).items()
    }
