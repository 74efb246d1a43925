"""Which reader takes a source: a frame, or a file by what it is.

A reader turns its source into a :class:`~jamsos.registers.intake.sheet.Sheet`; nothing after it
knows where the cells came from.
"""

from pathlib import Path
from typing import Any

from jamsos.registers.intake.csv_source import sheet_of_csv
from jamsos.registers.intake.excel_source import sheet_of_workbook
from jamsos.registers.intake.file_kinds import CSV, HTML, PARQUET, checked_kind
from jamsos.registers.intake.frame_source import sheet_of_frame
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.html_source import sheet_of_page
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.parquet_source import sheet_of_parquet
from jamsos.registers.intake.sheet import Sheet


def sheet_of(
    source: Any,
    limits: Limits,
    *,
    search: HeadingSearch,
    separator: str | None,
    sheet: str | int | None,
) -> Sheet:
    """The cells of a source.

    Args:
        source: The path of a file, or a data frame.
        limits: The bounds of what is taken.
        search: How the heading of a CSV file or a workbook is found.
        separator: The separator of a CSV file; None: the one that fits.
        sheet: The sheet of a workbook; None: the only one.

    Raises:
        InputError: for a source that cannot be read, or is too large.
        MissingExtraError: without the package that reads it.

    """
    if not isinstance(source, str | Path):
        return sheet_of_frame(source, limits)
    path = Path(source)
    kind = checked_kind(path, limits)
    if kind == PARQUET:
        return sheet_of_parquet(path, limits)
    if kind == CSV:
        return sheet_of_csv(path, limits, search, separator)
    if kind == HTML:
        return sheet_of_page(path, limits, search)
    return sheet_of_workbook(path, limits, search, sheet, kind)
