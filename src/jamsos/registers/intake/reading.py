"""Reading a register: every row is accepted, rejected or to be checked, and every repair named."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.cells.regions import Regions
from jamsos.registers.intake.headings import Recognised, recognised
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.intake.sources import sheet_of
from jamsos.registers.intake.tidying import tidied
from jamsos.registers.intake.typed_columns import Reading, read_columns
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem
from jamsos.values.days import plausible_day
from jamsos.values.plain import checked_whole


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

    Every row is accepted, rejected or to be checked. What can be read in one way only is read, and
    the repair recorded; what can be read in two ways is to be checked; an identity is never
    repaired by a guess.

    Legal source: the form of NIK and KK of PP 37/2007 Pasal 37, known from pages of the civil
    registry.

    >>> import polars as pl
    >>> columns = {"NIK": ["999999 290512 0001"], "Nama": ["Rekaan"], "Tgl. lahir": ["29 Mei 2012"]}
    >>> register = read_register(pl.DataFrame(columns), on=date(2026, 11, 1))
    >>> register.accepted["birth"].item(), register.repairs["repair"].to_list()
    (datetime.date(2012, 5, 29), ['day.written', 'identity.separators'])

    Args:
        source: The path of a file (.csv, .xlsx, .parquet), or a frame of polars, pandas, pyarrow,
            DuckDB or PySpark.
        on: The day on which the list is judged: no birth lies after it, and two-digit years are
            read from it.
        mapping: Headings of the file and the layout's names for them; it goes before the
            Indonesian headings of the layout, which need no mapping.
        sheet: The sheet of a workbook; without it the only visible one.
        heading_row: The row of the headings in a file.
        separator: The separator of a CSV file; by default the one that fits the headings: comma,
            semicolon or tab.
        regions: A region table (path or polars frame with ``code_kemendagri``, ``name``,
            ``level``): places are read by code or by name. Without it they stay as they are
            written.
        limits: The bounds of what is taken.

    Raises:
        InputError: for a file that cannot be read at all, is too large, whose headings cannot be
            told apart, or without a column of the NIK, and for a mapping or limits of another type.
        MissingExtraError: without the packages of the extra ``registers``.

    """
    reading = checked_reading(on, regions)
    heading_row = checked_whole(heading_row, "heading_row", 1)
    bounds = checked_limits(limits)
    cells = sheet_of(source, bounds, heading_row=heading_row, separator=separator, sheet=sheet)
    rows = read_rows(cells, mapping, bounds, reading)
    return Register.of("read", rows.frame, rows.log, rows.metadata, rows.headings)


def checked_reading(on: date, regions: Any) -> Reading:
    """How columns are read on a day, and by which places.

    Raises:
        InputError: for what is no day, or no region table.

    """
    on = plausible_day(on, "on")
    table: Regions | None = None
    if regions is not None:
        table = Regions.of(regions)
    return Reading(on, table)


class ReadRows(NamedTuple):
    """The rows of a sheet as they were read."""

    frame: pl.DataFrame
    """In the types of the layout."""
    texts: pl.DataFrame
    """The same cells as they were written."""
    log: Log
    metadata: dict[str, str]
    headings: dict[str, str]


def read_rows(
    sheet: Sheet, mapping: Mapping[str, str] | None, limits: Limits, reading: Reading
) -> ReadRows:
    """Read every column of a sheet."""
    numbered = sheet.cells.drop(ROW)
    filled = [column.count() > 0 for column in numbered]
    columns = recognised(sheet.headings, filled, mapping)
    log = Log()
    tidy = tidied(sheet, columns.names, limits, log)
    values = read_columns(tidy, reading, log)
    names = [ROW]
    for name in NAMED:
        if name in values:
            names.append(name)
    names.extend(columns.kept.values())
    texts = tidy.texts.select(names)
    frame = texts.with_columns(**values)
    _record_broken(sheet, log)
    check_identities(frame, log)
    metadata = dict(sheet.metadata)
    metadata["empty"] = str(tidy.empty_rows)
    headings = _written_headings(sheet, columns)
    return ReadRows(frame, texts, log, metadata, headings)


def _record_broken(sheet: Sheet, log: Log) -> None:
    """Record rows that could not be divided into cells."""
    by_problem = sheet.broken.group_by("problem", maintain_order=True)
    for key, rows in by_problem:
        problem = Problem(key[0])
        log.problem(rows[ROW], "", problem)


def check_identities(frame: pl.DataFrame, log: Log) -> None:
    """Record who has no NIK, or the number of the family card in its place."""
    nik = pl.col("nik")
    nik_problems = log.rows("nik").implode()
    # A NIK that could not be read is a problem already, and not missing.
    has_problem = pl.col(ROW).is_in(nik_problems)
    missing = frame.filter(nik.is_null() & ~has_problem)
    log.problem(missing[ROW], "nik", Problem.IDENTITY_MISSING)
    if "kk" in frame.columns:
        is_card = nik == pl.col("kk")
        # The number of the card names a household, and nobody in it.
        copied = frame.filter(is_card)
        log.problem(copied[ROW], "nik", Problem.IDENTITY_IS_KK)


def _written_headings(sheet: Sheet, columns: Recognised) -> dict[str, str]:
    """How the file headed each column, as a report may show it."""
    headings: dict[str, str] = {}
    for number, name in columns.names.items():
        written = sheet.headings[int(number)]
        plain = neutral(written).text
        headings[name] = shown(plain)
    return headings
