"""Which reader takes a source: a frame, or a file by the end of its name.

A reader turns its source into a :class:`~jamsos.registers.intake.sheet.Sheet`; nothing after it
knows where the cells came from.
"""

import os
from pathlib import Path
from typing import Any

from jamsos.errors import InputError
from jamsos.registers.intake.csv_source import sheet_of_csv
from jamsos.registers.intake.excel_source import sheet_of_workbook
from jamsos.registers.intake.frame_source import sheet_of_frame
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.parquet_source import sheet_of_parquet
from jamsos.registers.intake.sheet import Sheet

CSV = "csv"
EXCEL = "xlsx"
PARQUET = "parquet"
KINDS = {
    ".csv": CSV,
    ".tsv": CSV,
    ".txt": CSV,
    ".xlsx": EXCEL,
    ".xlsm": EXCEL,
    ".parquet": PARQUET,
}
"""The kind of a file by the end of its name."""


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
    # The end of the name decides: what a file holds shows only after it was opened.
    kind = _checked_kind(path, limits)
    if kind == PARQUET:
        return sheet_of_parquet(path, limits)
    if kind == CSV:
        return sheet_of_csv(path, limits, search, separator)
    return sheet_of_workbook(path, limits, search, sheet)


def _checked_kind(path: Path, limits: Limits) -> str:
    """The kind of a file that is there and not too large."""
    # Not Path.is_file(), which raises for an over-long name before Python 3.14.
    if not os.path.isfile(path):  # noqa: PTH113
        raise InputError("source", path.name, "a file that is there", "check the path")
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        allowed = f"a file that ends in {', '.join(KINDS)}"
        raise InputError("source", path.name, allowed, "save it as .xlsx or .csv")
    size = path.stat().st_size
    if size > limits.bytes:
        allowed = f"at most {limits.megabytes} MB"
        raise InputError(path.name, f"{size} bytes", allowed, "split it, or raise the limits")
    return kind
