"""Reading the registers of a folder as one: every row keeps its file, its sheet and its row."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from jamsos.answers.texts import LOCALES, Text
from jamsos.errors import InputError
from jamsos.registers.intake.column_readers import Reading
from jamsos.registers.intake.files import LEFT_OUT, READ, REFUSED, SEALS, Files
from jamsos.registers.intake.folder import Entry, entries_of
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.heading_terms import Untaken
from jamsos.registers.intake.headings import checked_mapping, column_finder, mapping_here
from jamsos.registers.intake.limits import Limits, checked_limits
from jamsos.registers.intake.log import PROBLEMS, REPAIRS, Log
from jamsos.registers.intake.not_people import NOT_PEOPLE
from jamsos.registers.intake.reading import ReadRows, checked_reading, read_rows
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.seals import is_line_key, seals
from jamsos.registers.intake.sheet import Sheet, check_size
from jamsos.registers.intake.sources import sheet_of
from jamsos.registers.layout import FILE, FILE_ROW, NAMED, ROW, SHEET, WHERE
from jamsos.values.plain import checked_switch, checked_whole

_TOGETHER = "all files together"
_PLACE: dict[str, Any] = {ROW: pl.Int64, FILE: pl.String, SHEET: pl.String, FILE_ROW: pl.Int64}
"""What tells where a row stands."""
_MOST_HEADINGS = 3
"""The different headings of one column that a report shows."""


def read_registers(
    folder: Any,
    *,
    on: date,
    mapping: Mapping[str, str] | None = None,
    sheet: str | int | None = None,
    heading_row: int | None = None,
    separator: str | None = None,
    regions: Any = None,
    words: Any = None,
    limits: Limits | None = None,
    subfolders: bool = False,
) -> Register:
    """Read every register of a folder, as :func:`read_register`, into one register.

    Every row keeps where it stands in ``file``, ``sheet`` and ``file_row``; ``source_row`` is
    unique over all files. A file that cannot be read is listed with the reason in
    ``files.refused``, and the others are read; lock files, hidden files and other kinds are listed
    in ``files.left_out``. ``by_file`` shows that the rows of each file are accepted, to be checked,
    rejected or nobody.

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
    with_subfolders = checked_switch(subfolders, "subfolders")
    entries = entries_of(folder, bounds, subfolders=with_subfolders)
    search = HeadingSearch(column_finder(names), heading_row)
    options = _Options(names, sheet, search, separator, reading)
    together = _Together(bounds, options)
    for entry in entries.files:
        together.add(entry)
    together.check_mapping()
    left_out = pl.DataFrame(entries.left_out, schema=LEFT_OUT, orient="row")
    return together.register(left_out)


class _Options(NamedTuple):
    """How each file is read."""

    mapping: dict[str, str]
    sheet: str | int | None
    search: HeadingSearch
    separator: str | None
    reading: Reading


class _Together:
    """The rows of all files, while one after the other is read."""

    def __init__(self, limits: Limits, options: _Options) -> None:
        self._limits = limits
        self._options = options
        self._bytes = 0
        self._rows = 0
        self._last_row = 0
        """The largest ``source_row`` so far."""
        self._columns: set[str] = set()
        self._not_mapped: set[str | int] = set(options.mapping)
        self._frames: list[pl.DataFrame] = []
        self._seals = [pl.DataFrame(schema=SEALS)]
        self._problems = [pl.DataFrame(schema=PROBLEMS)]
        self._repairs = [pl.DataFrame(schema=REPAIRS)]
        self._not_people = [pl.DataFrame(schema={**_PLACE, **NOT_PEOPLE})]
        self._untaken: list[Untaken] = []
        self._read: list[tuple[str, str, int, int]] = []
        self._refused: list[tuple[str, str]] = []
        self._headings: dict[str, list[str]] = {}

    def add(self, entry: Entry) -> None:
        """Read a file, or record why it is refused."""
        try:
            rows = self._rows_of(entry)
        except InputError as refused:
            self._refused.append((entry.name, str(refused)))
            return
        self._take(entry, rows)

    def _rows_of(self, entry: Entry) -> ReadRows:
        self._check_bytes(entry)
        options = self._options
        sheet = sheet_of(
            entry.path,
            self._limits,
            search=options.search,
            separator=options.separator,
            sheet=options.sheet,
        )
        _refuse_work_list(entry.name, sheet)
        mapping = mapping_here(options.mapping, sheet.headings)
        rows = read_rows(sheet, mapping, self._limits, options.reading)
        columns = self._columns.union(rows.frame.columns)
        height = self._rows + rows.height
        check_size(_TOGETHER, height, len(columns), self._limits)
        self._not_mapped.difference_update(mapping)
        return rows

    def _check_bytes(self, entry: Entry) -> None:
        """Refuse a file that would make all of them too large."""
        # A file that is not there is refused by its reader.
        if not entry.path.exists():
            return
        size = self._bytes + entry.path.stat().st_size
        if size > self._limits.bytes:
            allowed = f"at most {self._limits.megabytes} MB"
            step = "divide the folder, or raise the limits"
            raise InputError(_TOGETHER, f"{size} bytes", allowed, step)
        self._bytes = size

    def _take(self, entry: Entry, rows: ReadRows) -> None:
        """Take in the rows of a file, under numbers that follow those of the files before."""
        sheet = rows.metadata.get("sheet", "")
        row = pl.col(ROW)
        unique_row = row + self._last_row
        place = [
            unique_row,
            pl.lit(entry.name).alias(FILE),
            pl.lit(sheet).alias(SHEET),
            row.alias(FILE_ROW),
        ]
        self._frames.append(rows.frame.select(*place, pl.exclude(ROW)))
        self._not_people.append(rows.not_people.select(*place, pl.exclude(ROW)))
        sealed = seals(rows.texts, entry.name, sheet)
        self._seals.append(sealed.with_columns(unique_row))
        self._problems.append(rows.log.all_problems().with_columns(unique_row))
        self._repairs.append(rows.log.all_repairs().with_columns(unique_row))
        empty = int(rows.metadata["empty"])
        self._read.append((entry.name, sheet, rows.height, empty))
        self._columns.update(rows.frame.columns)
        self._rows += rows.height
        self._last_row += max(_last(rows.frame[ROW]), _last(rows.not_people[ROW]))
        for one in rows.untaken:
            if one not in self._untaken:
                self._untaken.append(one)
        for name, heading in rows.headings.items():
            headings = self._headings.setdefault(name, [])
            if heading not in headings:
                headings.append(heading)

    def check_mapping(self) -> None:
        """Refuse a heading of the mapping that stands in none of the files that were read."""
        if self._frames and self._not_mapped:
            absent = sorted(map(str, self._not_mapped))
            step = "write the headings as the files do"
            raise InputError("mapping", absent, "headings of one file at least", step)

    def register(self, left_out: pl.DataFrame) -> Register:
        """All rows as one register."""
        read = pl.DataFrame(self._read, schema=READ, orient="row")
        files = Files(
            read=read,
            refused=pl.DataFrame(self._refused, schema=REFUSED, orient="row"),
            left_out=left_out,
            seals=pl.concat(self._seals),
        )
        log = Log(pl.concat(self._repairs), pl.concat(self._problems))
        metadata = {
            "kind": "folder",
            "files": str(read.height),
            "refused": str(files.refused.height),
            "left_out": str(left_out.height),
            "empty": str(read["empty"].sum()),
        }
        headings: dict[str, str] = {}
        for name in self._in_order(self._headings):
            written = self._headings[name]
            headings[name] = " | ".join(written[:_MOST_HEADINGS])
        return Register.of(
            "read",
            self._frame(),
            log,
            metadata,
            headings,
            pl.concat(self._not_people),
            untaken=self._untaken,
            files=files,
        )

    def _frame(self) -> pl.DataFrame:
        """The rows of all files; a column that a file lacks is empty in its rows."""
        if not self._frames:
            return pl.DataFrame(schema={**_PLACE, "nik": pl.String})
        frame = pl.concat(self._frames, how="diagonal")
        return frame.select(*WHERE, *self._in_order(self._columns - {ROW}))

    def _in_order(self, names: Any) -> list[str]:
        """The columns of the layout in its order, and then the others by name."""
        of_layout = [name for name in NAMED if name in names]
        others = sorted(name for name in names if name not in NAMED)
        return of_layout + others


def _refuse_work_list(name: str, sheet: Sheet) -> None:
    """Refuse a work list that lies among the registers: its lines are no people."""
    headings = {line for heading in sheet.headings for line in heading.split("\n")}
    keys = {Text("register.work.key").say(lang) for lang in LOCALES}
    # A line that names columns may pass for the heading; then its key, or the next one, tells.
    first_cells = sheet.cells.drop(ROW).head(1).iter_rows()
    cells = [cell for row in first_cells for cell in row if cell]
    if not keys.isdisjoint(headings) or any(map(is_line_key, [*headings, *cells])):
        step = "read it with read_corrections(...)"
        raise InputError(name, "a work list", "a register", step)


def _last(rows: pl.Series) -> int:
    """The largest number of a row; of no rows, 0."""
    last = rows.max()
    if not isinstance(last, int):
        return 0
    return last
