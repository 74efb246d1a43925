"""Several lists become one register: every row keeps its file, its sheet and its row."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import polars as pl

from jamsos.answers.texts import LOCALES, Text
from jamsos.errors import InputError
from jamsos.registers.intake.column_readers import Reading
from jamsos.registers.intake.files import (
    LEFT_OUT,
    READ,
    REFUSED,
    SEALS,
    Files,
    LeftOut,
    refused_line,
)
from jamsos.registers.intake.folder import Entry
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.heading_terms import Untaken
from jamsos.registers.intake.headings import mapping_here
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.log import PROBLEMS, REPAIRS, Log
from jamsos.registers.intake.not_people import NOT_PEOPLE
from jamsos.registers.intake.reading import ReadRows, read_rows
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.register import Register
from jamsos.registers.intake.seals import is_line_key, seals
from jamsos.registers.intake.sheet import Opened, Sheet, Table, check_size
from jamsos.registers.intake.sheet_names import Asked
from jamsos.registers.intake.side_by_side import side_by_side
from jamsos.registers.intake.sources import opened_file
from jamsos.registers.layout import FILE, FILE_ROW, NAMED, ROW, SHEET, WHERE
from jamsos.registers.progress import watched

_TOGETHER = "all files together"
_PLACE: dict[str, Any] = {ROW: pl.Int64, FILE: pl.String, SHEET: pl.String, FILE_ROW: pl.Int64}
"""What tells where a row stands."""
_FILES_AT_A_TIME = 3
_MOST_HEADINGS = 3
"""The different headings of one column that a report shows."""


class Options(NamedTuple):
    """How each file is read."""

    mapping: dict[str, str]
    asked: Asked
    search: HeadingSearch
    separator: str | None
    reading: Reading


class _SheetRead(NamedTuple):
    """What became of a sheet when it was read."""

    sheet: str
    outcome: ReadRows | RefusedFileError
    mapping: Mapping[str | int, str] = {}
    """The part of the mapping whose headings it has."""


class _FileRead(NamedTuple):
    """What became of a file when it was read."""

    sheets: Sequence[_SheetRead] = ()
    left_out: Sequence[tuple[str, LeftOut]] = ()
    refused: RefusedFileError | None = None
    """Why nothing of it could be read."""


class Together:
    """The rows of all files, as they are taken in one after the other."""

    def __init__(self, limits: Limits, options: Options) -> None:
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
        self._refused: list[tuple[str, ...]] = []
        self.first_refusal: RefusedFileError | None = None
        self._left_out: list[tuple[str, str, LeftOut]] = []
        self.kinds: list[str] = []
        """The kind of file of each sheet that was read."""
        self._headings: dict[str, list[str]] = {}

    def add(self, entries: Sequence[Entry]) -> None:
        """Read the sheets of files that are asked for, or record why they are refused."""
        too_large = {entry: self._too_large(entry) for entry in entries}

        def read(entry: Entry) -> _FileRead:
            return self._read_file(entry, too_large[entry])

        with side_by_side(read, entries, _FILES_AT_A_TIME) as readings:
            for entry, reading in zip(watched(entries), readings, strict=True):
                self._take_file(entry, reading)

    def _read_file(self, entry: Entry, too_large: RefusedFileError | None) -> _FileRead:
        """What is in a file; nothing of it is kept here."""
        if too_large is not None:
            return _FileRead(refused=too_large)
        try:
            opened = self._opened(entry)
        except RefusedFileError as refused:
            return _FileRead(refused=refused)
        sheets = [self._read_sheet(entry, table) for table in opened.tables]
        return _FileRead(sheets, opened.left_out)

    def _read_sheet(self, entry: Entry, table: Table) -> _SheetRead:
        options = self._options
        try:
            sheet = table.read()
            _refuse_work_list(entry.name, sheet)
            mapping = mapping_here(options.mapping, sheet.headings)
            seal = partial(seals, file=entry.name, sheet=table.sheet)
            rows = read_rows(sheet, mapping, self._limits, options.reading, seal)
        except RefusedFileError as refused:
            return _SheetRead(table.sheet, refused)
        return _SheetRead(table.sheet, rows, mapping)

    def _take_file(self, entry: Entry, reading: _FileRead) -> None:
        """Take in what was read of a file."""
        if reading.refused is not None:
            self._refuse(entry, "", reading.refused)
        for sheet, outcome, mapping in reading.sheets:
            if isinstance(outcome, RefusedFileError):
                self._refuse(entry, sheet, outcome)
                continue
            too_many = self._too_many(outcome)
            if too_many is not None:
                self._refuse(entry, sheet, too_many)
                continue
            self._not_mapped.difference_update(mapping)
            self._take(entry, sheet, outcome)
        for sheet, why in reading.left_out:
            self._left_out.append((entry.name, sheet, why))

    def _opened(self, entry: Entry) -> Opened:
        options = self._options
        return opened_file(
            entry.path,
            self._limits,
            search=options.search,
            separator=options.separator,
            asked=options.asked,
        )

    def _refuse(self, entry: Entry, sheet: str, refused: RefusedFileError) -> None:
        self._refused.append(refused_line(entry.name, sheet, refused))
        if self.first_refusal is None:
            self.first_refusal = refused

    def _too_large(self, entry: Entry) -> RefusedFileError | None:
        """The refusal of a file that would make all of them too large."""
        # A file that is not there is refused by its reader.
        if not entry.path.exists():
            return None
        size = self._bytes + entry.path.stat().st_size
        if size > self._limits.bytes:
            allowed = f"at most {self._limits.megabytes} MB"
            step = "divide the folder, or raise the limits"
            value = f"{size} bytes"
            most = self._limits.megabytes
            return refusal(Refusal.TOGETHER, _TOGETHER, value, allowed, step, most=most)
        self._bytes = size
        return None

    def _too_many(self, rows: ReadRows) -> RefusedFileError | None:
        """The refusal of a sheet with which all of them would have too many rows or columns."""
        columns = self._columns.union(rows.frame.columns)
        try:
            check_size(_TOGETHER, self._rows + rows.height, len(columns), self._limits)
        except RefusedFileError as refused:
            return refused
        return None

    def _take(self, entry: Entry, sheet: str, rows: ReadRows) -> None:
        """Take in the rows of a sheet, under numbers that follow those of the ones before."""
        self.kinds.append(rows.metadata["kind"])
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
        self._seals.append(rows.seals.with_columns(unique_row))
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

    def register(self, kind: str, left_out: Sequence[tuple[str, str, LeftOut]] = ()) -> Register:
        """All rows as one register.

        Args:
            kind: What it was read from.
            left_out: The entries of a folder that were not read.

        """
        others = [*left_out, *self._left_out]
        read = pl.DataFrame(self._read, schema=READ, orient="row")
        files = Files(
            read=read,
            refused=pl.DataFrame(self._refused, schema=REFUSED, orient="row"),
            left_out=pl.DataFrame(others, schema=LEFT_OUT, orient="row"),
            seals=pl.concat(self._seals),
        )
        log = Log(pl.concat(self._repairs), pl.concat(self._problems))
        metadata = {
            "kind": kind,
            "files": str(read[FILE].n_unique()),
            "refused": str(files.refused.height),
            "left_out": str(files.left_out.height),
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
        raise refusal(Refusal.WORK_LIST, name, "a work list", "a register", step)


def _last(rows: pl.Series) -> int:
    """The largest number of a row; of no rows, 0."""
    last = rows.max()
    if not isinstance(last, int):
        return 0
    return last
