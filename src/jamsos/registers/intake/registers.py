"""Reading the registers of a folder as one: every row keeps its file, its sheet and its row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jamsos.registers.intake.folder import entries_of
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.headings import checked_mapping, column_finder
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.reading import checked_reading
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.sheet_names import Sheets, checked_sheets
from jamsos.registers.intake.together import Options, Together
from jamsos.values.plain import checked_switch, checked_whole


def read_registers(
    folder: Any,
    *,
    on: date,
    mapping: Mapping[str, str] | None = None,
    sheet: Sheets = None,
    heading_row: int | None = None,
    separator: str | None = None,
    regions: Any = None,
    words: Any = None,
    limits: Limits | None = None,
    subfolders: bool = False,
) -> Register:
    """Read every register of a folder, as :func:`read_register`, into one register.

    Every row keeps where it stands in ``file``, ``sheet`` and ``file_row``; ``source_row`` is
    unique over all files. A file or a sheet that cannot be read is listed with the reason in
    ``files.refused``, and the others are read; lock files, hidden files, other kinds and the
    sheets nobody asked for are listed in ``files.left_out``. ``by_file`` shows that the rows of
    each sheet are accepted, to be checked, rejected or nobody.

    Args:
        folder: The path of a folder, or several paths of files.
        on: As :func:`read_register`.
        mapping: As :func:`read_register`, by headings alone; each has to stand in one of the files
            at least.
        sheet: As :func:`read_register`.
        heading_row: As :func:`read_register`.
        separator: As :func:`read_register`.
        regions: As :func:`read_register`.
        words: As :func:`read_register`.
        limits: The bounds of what is taken: of each file, and of all together.
        subfolders: Whether the folders inside the folder are read too.

    Raises:
        InputError: for what is no folder or list of files, a folder without any register, a
            heading of the mapping that no file has, or another argument of another type.
        MissingExtraError: without the packages of the extra ``registers``.

    """
    reading = checked_reading(on, regions, words)
    if heading_row is not None:
        heading_row = checked_whole(heading_row, "heading_row", 1)
    bounds = checked_limits(limits)
    names = checked_mapping(mapping)
    asked = checked_sheets(sheet)
    with_subfolders = checked_switch(subfolders, "subfolders")
    entries = entries_of(folder, bounds, subfolders=with_subfolders)
    search = HeadingSearch(column_finder(names), bounds.heading_rows, heading_row)
    options = Options(names, asked, search, separator, reading)
    together = Together(bounds, options)
    together.add(entries.files)
    together.check_mapping()
    return together.register("folder", entries.left_out)
