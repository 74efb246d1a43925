"""Which reader takes a source: a frame, or a file by what it is.

A reader turns its source into a :class:`~jamsos.registers.intake.sheet.Sheet`; nothing after it
knows where the cells came from.
"""

from functools import partial
from pathlib import Path
from typing import Any

from jamsos.registers.intake.csv_source import sheet_of_csv
from jamsos.registers.intake.excel_source import opened_workbook
from jamsos.registers.intake.file_kinds import CSV, HTML, PARQUET, checked_kind
from jamsos.registers.intake.frame_source import sheet_of_frame
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.html_source import sheet_of_page
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.parquet_source import sheet_of_parquet
from jamsos.registers.intake.sheet import Opened, Sheet, Table
from jamsos.registers.intake.sheet_names import Asked

_ONLY = Asked()


def sheet_of(
    source: Any,
    limits: Limits,
    *,
    search: HeadingSearch,
    separator: str | None,
    asked: Asked = _ONLY,
) -> Sheet:
    """The cells of a source.

    Args:
        source: The path of a file, or a data frame.
        limits: The bounds of what is taken.
        search: How the heading of a CSV file or a workbook is found.
        separator: The separator of a CSV file; None: the one that fits.
        asked: The one sheet of a workbook that is read.

    Raises:
        InputError: for a source that cannot be read, or is too large.
        MissingExtraError: without the package that reads it.

    """
    if not isinstance(source, str | Path):
        return sheet_of_frame(source, limits)
    path = Path(source)
    opened = opened_file(path, limits, search=search, separator=separator, asked=asked)
    (table,) = opened.tables
    return table.read()


def opened_file(
    path: Path, limits: Limits, *, search: HeadingSearch, separator: str | None, asked: Asked
) -> Opened:
    """A file with the sheets that are asked for, none of them read yet.

    Args:
        path: The file.
        limits: As :func:`sheet_of`.
        search: As :func:`sheet_of`.
        separator: As :func:`sheet_of`.
        asked: The sheets of a workbook; other files have none, and are read as a whole.

    Raises:
        InputError: for a file that cannot be opened, or is too large.
        MissingExtraError: without the package that reads it.

    """
    kind = checked_kind(path, limits)
    if kind == PARQUET:
        return Opened([Table("", partial(sheet_of_parquet, path, limits))])
    if kind == CSV:
        return Opened([Table("", partial(sheet_of_csv, path, limits, search, separator))])
    if kind == HTML:
        return Opened([Table("", partial(sheet_of_page, path, limits, search))])
    return opened_workbook(path, limits, kind).asked_for(asked, search)
