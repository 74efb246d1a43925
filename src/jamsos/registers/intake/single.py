"""Reading the register of one source, or of several sheets of one workbook."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jamsos.registers.intake.folder import entry_of
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.headings import checked_mapping, column_finder
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.places import texts_only
from jamsos.registers.intake.reading import checked_reading, read_rows
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.sheet_names import Sheets, checked_sheets
from jamsos.registers.intake.sources import sheet_of
from jamsos.registers.intake.together import Options, Together
from jamsos.values.plain import checked_whole


def read_register(
    source: Any,
    *,
    on: date,
    mapping: Mapping[str | int, str] | None = None,
    sheet: Sheets = None,
    heading_row: int | None = None,
    separator: str | None = None,
    regions: Any = None,
    words: Any = None,
    limits: Limits | None = None,
) -> Register:
    """Read a register from a workbook, CSV, a page, Parquet or a data frame of any library.

    Every row is accepted, rejected, to be checked, or nobody: titles, totals and signatures are
    recognised, in doubt a row is a person. What can be read in one way only is read, and
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
        source: The path of a file (a workbook .xlsx, .xlsm, .xlsb, .xls or .ods, text with
            separators, a page with a table, .parquet), or a frame of polars, pandas, pyarrow,
            DuckDB or PySpark. What a file is counts, also under the name of another kind.
        on: The day on which the list is judged: no birth lies after it, and two-digit years are
            read from it.
        mapping: Headings of the file and the layout's names for them; it goes before the
            Indonesian headings of the layout, which need no mapping. A column may also be named by
            the letter a spreadsheet shows, where no heading is that letter, or by its number.
        sheet: The sheet of a workbook, by its name or its place (the first is 1); without it the
            only visible one. Several of them, ``["Dusun I", "Dusun II"]``, or all that are visible,
            ``"*"``, become one register as those of :func:`read_registers` do: every row keeps its
            sheet, ``mapping`` goes by headings alone, and of all sheets those without a list are
            named in ``files.refused``. The report names the sheets that were not read, and the
            hidden ones, which are read only where they are named.
        heading_row: The row of a file on which its heading begins; by default it is found, below
            any titles and on one line or several.
        separator: The separator of a CSV file; by default the one that fits the headings: comma,
            semicolon, tab or a pipe.
        regions: A region table (path or polars frame with ``code_kemendagri``, ``name``,
            ``level``): places are read by code or by name. Without it they stay as they are
            written.
        words: The words of the office, by column, and what each means:
            ``{"occupation": {"tani": 9}}``, or the path of a CSV file with ``column``, ``word``,
            ``meaning``. They go before those of the library, also of a system whose export is
            recognised (OpenSID, SIAK, DTSEN ...).
        limits: The bounds of what is taken.

    Raises:
        InputError: for a file that cannot be read at all, is too large, whose headings cannot be
            told apart, or without a column of the NIK, and for a mapping, words or limits of
            another type.
        MissingExtraError: without the packages of the extra ``registers``.

    """
    reading = checked_reading(on, regions, words)
    if heading_row is not None:
        heading_row = checked_whole(heading_row, "heading_row", 1)
    bounds = checked_limits(limits)
    asked = checked_sheets(sheet)
    if asked.together and isinstance(source, str | Path):
        names = checked_mapping(mapping)
        search = HeadingSearch(column_finder(names), bounds.heading_rows, heading_row)
        options = Options(names, asked, search, separator, reading)
        return _of_sheets(Path(source), bounds, options)
    search = HeadingSearch(column_finder(texts_only(mapping)), bounds.heading_rows, heading_row)

    # Handed over as it is opened: the cells are let go as soon as others take their place.
    rows = read_rows(
        sheet_of(source, bounds, search=search, separator=separator, asked=asked),
        mapping,
        bounds,
        reading,
    )
    return Register.of(
        "read",
        rows.frame,
        rows.log,
        rows.metadata,
        rows.headings,
        rows.not_people,
        untaken=rows.untaken,
    )


def _of_sheets(path: Path, limits: Limits, options: Options) -> Register:
    """Several sheets of one file as one register.

    Raises:
        RefusedFileError: where a sheet that was named cannot be read, or none at all.

    """
    together = Together(limits, options)
    together.add([entry_of(path)])
    refused = together.first_refusal
    if refused is not None and (options.asked.names or not together.kinds):
        raise refused
    together.check_mapping()
    return together.register(together.kinds[0])
