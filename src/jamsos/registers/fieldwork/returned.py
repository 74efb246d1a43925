"""Work lists that came back: each line as it was filled in."""

from collections.abc import Iterator
from typing import Any

import polars as pl
from attrs import field, frozen

from jamsos.answers.texts import LOCALES
from jamsos.registers.fieldwork.list_form import work_text
from jamsos.registers.intake.cells.cell import neutral
from jamsos.registers.intake.cells.words import plain
from jamsos.registers.intake.files import LEFT_OUT, REFUSED, refused_line
from jamsos.registers.intake.folder import Entry, entries_of
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.headings import column_finder
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.sheet import Sheet, check_size
from jamsos.registers.intake.sources import sheet_of
from jamsos.registers.layout import FILE, ROW
from jamsos.values.plain import checked_switch

LINES: dict[str, Any] = {
    "list": pl.String,
    "line": pl.Int64,
    FILE: pl.String,
    "row": pl.Int64,
    "key": pl.String,
    "correction": pl.String,
    "numeric": pl.Boolean,
    "checked": pl.String,
}
"""What is read of each line: its list and its row there, what it is about, and what was filled."""

_HEADING_ROW = 1
_NEEDED = ("file", "row", "correction", "checked", "key")


@frozen(kw_only=True, eq=False)
class Corrections:
    """The lines of work lists that came back.

    A NIK that was corrected stands in ``lines`` in full: show people the record that
    :func:`apply_corrections` gives, not the lines.
    """

    lines: pl.DataFrame = field(repr=False)
    """``list``, ``line``, ``file``, ``row``, ``key``, ``correction``, ``numeric``, ``checked``."""
    refused: pl.DataFrame = field(repr=False)
    """``file`` and ``reason`` of what is no work list, as a register has it."""
    left_out: pl.DataFrame = field(repr=False)
    """``file`` and ``reason``, as a register has it."""


def read_corrections(
    folder: Any, *, limits: Limits | None = None, subfolders: bool = False
) -> Corrections:
    """Read the work lists that came back; what cannot be read is listed, and not fatal.

    Args:
        folder: The path of a folder, or several paths of files.
        limits: The bounds of what is taken.
        subfolders: Whether the folders inside the folder are read too.

    Raises:
        InputError: for what is no folder or list of files, or a folder with no file to read.
        MissingExtraError: without the packages of the extra ``registers``.

    """
    bounds = checked_limits(limits)
    with_subfolders = checked_switch(subfolders, "subfolders")
    entries = entries_of(folder, bounds, subfolders=with_subfolders)
    lines = [pl.DataFrame(schema=LINES)]
    refused: list[tuple[str, ...]] = []
    count = 0
    for entry in entries.files:
        try:
            found = _lines(entry, bounds)
            check_size("all lists together", count + found.height, len(LINES), bounds)
        except RefusedFileError as reason:
            refused.append(refused_line(entry.name, "", reason))
            continue
        count += found.height
        lines.append(found)
    return Corrections(
        lines=pl.concat(lines),
        refused=pl.DataFrame(refused, schema=REFUSED, orient="row"),
        left_out=pl.DataFrame(entries.left_out, schema=LEFT_OUT, orient="row"),
    )


def _lines(entry: Entry, limits: Limits) -> pl.DataFrame:
    """The lines of one list; rows in which nothing stands are none."""
    search = HeadingSearch(column_finder(None), limits.heading_rows, _HEADING_ROW)
    sheet = sheet_of(entry.path, limits, search=search, separator=None)
    places = _places(sheet.headings)
    absent = [name for name in _NEEDED if name not in places]
    if absent:
        allowed = "a work list of write_work_lists(...), with all its columns"
        value = f"no column {', '.join(absent)}"
        step = "send it as it was"
        raise refusal(Refusal.NO_WORK_LIST, entry.name, value, allowed, step)
    cells = sheet.cells
    correction = places["correction"]
    lines = pl.DataFrame(
        {
            "line": cells[ROW],
            FILE: _tidy(cells[places["file"]]),
            "row": _tidy(cells[places["row"]]).cast(pl.Int64, strict=False),
            "key": _tidy(cells[places["key"]]),
            "correction": _tidy(cells[correction]),
            "numeric": _numeric(sheet, correction),
            "checked": _tidy(cells[places["checked"]]),
        }
    )
    is_written = pl.any_horizontal(pl.col("key", "correction", "checked").is_not_null())
    named = lines.with_columns(pl.lit(entry.name).alias("list"))
    return named.filter(is_written).select(list(LINES))


def _places(headings: Any) -> dict[str, str]:
    """The column of each heading that is needed, by its number."""
    names = dict(_headings())
    places: dict[str, str] = {}
    for number, heading in enumerate(headings):
        name = names.get(plain(heading))
        # Of two columns with one heading the first is ours: columns are added behind.
        if name is not None and name not in places:
            places[name] = str(number)
    return places


def _headings() -> Iterator[tuple[str, str]]:
    """The headings of a work list in every language."""
    for lang in LOCALES:
        for name in _NEEDED:
            yield plain(work_text(name, lang)), name


def _tidy(texts: pl.Series) -> pl.Series:
    """Texts without outer blanks and signs nobody sees; empty ones are none."""
    tidied: list[str | None] = []
    for text in texts:
        tidied.append(neutral(text).text or None if text is not None else None)
    return pl.Series(tidied, dtype=pl.String)


def _numeric(sheet: Sheet, number: str) -> pl.Series:
    """Which corrections a spreadsheet made numbers of."""
    if number not in sheet.numeric.columns:
        return pl.Series([False]).new_from_index(0, sheet.cells.height)
    return sheet.numeric[number].fill_null(value=False)
