"""Registers in workbooks: .xlsx, .xlsm, .xlsb, .xls and .ods."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jamsos.errors import T, instead
from jamsos.registers.frames import imported
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.excel_package import measured_copy
from jamsos.registers.intake.file_kinds import ODS, XLS
from jamsos.registers.intake.files import LeftOut
from jamsos.registers.intake.folder import Names
from jamsos.registers.intake.grid import Grid
from jamsos.registers.intake.grid_sheet import sheet_of_grid
from jamsos.registers.intake.heading_search import HeadingSearch
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import (
    BadCell,
    MeasuredPackage,
    ReaderFailedError,
    foreseen,
    no_workbook,
)
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.sheet import Opened, Sheet, Table, bad_cells
from jamsos.registers.intake.sheet_cells import SheetCells, cells_of, cells_of_pieces, opened_book
from jamsos.registers.intake.sheet_names import Asked
from jamsos.registers.intake.xls_measure import measured_xls

_NAMES = {ODS: "OpenDocument"}


class Workbook:
    """A workbook that is open, whose sheets are read when they are asked for."""

    def __init__(
        self, book: Any, package: MeasuredPackage, file: str, limits: Limits, kind: str
    ) -> None:
        """Take a reader of the measured copy, which never sees the file itself."""
        self._book = book
        self._package = package
        self._file = file
        self._limits = limits
        self._kind = kind
        self._sheets = _sheets(book)
        names = Names()
        self._labels = {name: names.of(_shown(name)) for name in self._sheets}

    def asked_for(self, asked: Asked, search: HeadingSearch) -> Opened:
        """The sheets that are asked for, and what is said of the others."""
        wanted = self._wanted(asked)
        tables: list[Table] = []
        for one in wanted:
            tables.append(Table(self._label(one), partial(self.read, one, search)))
        return Opened(tables, self._others(wanted))

    def read(self, sheet: str | int | None, search: HeadingSearch) -> Sheet:
        """The cells of one sheet; without a name or a place, of the only visible one."""

        def work() -> Sheet:
            open_sheet = self._opened(sheet)
            grid = _grid(open_sheet)
            return sheet_of_grid(grid, search, self._metadata(open_sheet))

        return _guarded(work, self._file)

    def _wanted(self, asked: Asked) -> list[str | int | None]:
        """The sheets that are asked for, each once."""
        if not asked.together:
            return [*asked.names] or [None]
        wanted: dict[str | int, str | int] = {}
        for one in asked.names or self._visible():
            wanted.setdefault(self._name_of(one) or one, one)
        # Where nothing is visible, reading the only visible one says so.
        return [*wanted.values()] or [None]

    def _name_of(self, sheet: str | int | None) -> str | None:
        """The name of a sheet that is asked for; None where there is none."""
        names = list(self._sheets)
        if isinstance(sheet, int) and 0 < sheet <= len(names):
            return names[sheet - 1]
        if isinstance(sheet, str) and sheet in names:
            return sheet
        visible = self._visible()
        if sheet is None and len(visible) == 1:
            return visible[0]
        return None

    def _visible(self) -> list[str]:
        """The sheets that somebody who opens the workbook sees."""
        return [name for name, is_visible in self._sheets.items() if is_visible]

    def _label(self, sheet: str | int | None) -> str:
        """How a report names a sheet that is asked for."""
        name = self._name_of(sheet)
        if name is not None:
            return self._labels[name]
        if sheet is None:
            return ""
        return _shown(str(sheet))

    def _others(self, wanted: Sequence[str | int | None]) -> list[tuple[str, LeftOut]]:
        """The sheets that are not read, where any is."""
        read = {self._name_of(one) for one in wanted}
        others: list[tuple[str, LeftOut]] = []
        for name, is_visible in self._sheets.items():
            why = LeftOut.SHEET if is_visible else LeftOut.HIDDEN_SHEET
            if name not in read:
                others.append((self._labels[name], why))
        return others

    def _opened(self, sheet: str | int | None) -> "_OpenSheet":
        """A sheet with what was measured of it."""
        name = self._name_of(sheet)
        if name is None:
            raise self._no_sheet(sheet)
        place = self._book.sheet_names.index(name)
        bad = self._package.bad.get(place, [])
        return _OpenSheet(name, self._cells(name, place), bad, self._package.from_1904)

    def _cells(self, name: str, place: int) -> SheetCells:
        """The cells of a sheet."""
        long_sheet = self._package.long_sheets.get(place)
        if long_sheet is None:
            return cells_of(self._book, name, self._file, self._limits)
        return cells_of_pieces(long_sheet, name, self._file, self._limits)

    def _no_sheet(self, sheet: str | int | None) -> RefusedFileError:
        """The error of a sheet that is not there, or of not knowing which is meant."""
        names = list(self._sheets)
        why = Refusal.WHICH_SHEET if sheet is None else Refusal.NO_SUCH_SHEET
        thing = f"sheet of {self._file}"
        step = "name the sheet: sheet='...'"
        labels = ", ".join(self._labels.values())
        return refusal(why, thing, sheet, f"one of {names}", step, sheets=labels)

    def _metadata(self, sheet: "_OpenSheet") -> dict[str, str]:
        """What the file was, as a report shows it."""
        metadata = {"kind": _NAMES.get(self._kind, "Excel"), "sheet": self._labels[sheet.name]}
        others = self._others([sheet.name])
        for name, why in {"unread": LeftOut.SHEET, "hidden": LeftOut.HIDDEN_SHEET}.items():
            labels = [label for label, reason in others if reason is why]
            if labels:
                metadata[name] = ", ".join(labels)
        return metadata


def opened_workbook(path: Path, limits: Limits, kind: str) -> Workbook:
    """A workbook of any kind, measured and open.

    Raises:
        InputError: for another kind of file, or a workbook that is too large or packed too tightly.
        MissingExtraError: without python-calamine.

    """
    package = _measured(path, limits, kind)

    def work() -> Workbook:
        book = opened_book(package.content)
        return Workbook(book, package, path.name, limits, kind)

    return _guarded(work, path.name)


def _guarded(work: Callable[[], T], name: str) -> T:
    """Let a reader work; whatever it fails with is an error of the file."""
    calamine = imported("python_calamine", "registers")
    failures = (calamine.CalamineError, ReaderFailedError, OSError, ValueError, OverflowError)
    return instead(lambda: foreseen(work), failures, no_workbook(name))


def _measured(path: Path, limits: Limits, kind: str) -> MeasuredPackage:
    """A workbook that is safe to open."""
    # Of all kinds only the old one is no zip.
    if kind == XLS:
        return measured_xls(path, limits)
    return measured_copy(path, limits, kind)


def _grid(sheet: "_OpenSheet") -> Grid:
    """The cells of a sheet, from its first row."""
    cells = sheet.cells
    first_column = cells.first_column
    # Where cells are in error beyond the last value, there is no column for them.
    columns_of_bad = [(cell, cell.column - first_column) for cell in sheet.bad]
    bad = [(cell.row, str(n), cell.problem) for cell, n in columns_of_bad if 0 <= n < cells.width]
    return Grid(
        cells.texts(),
        cells.numeric(),
        cells.merged(),
        first_column,
        bad_cells(bad),
        sheet.from_1904,
    )


def _shown(name: str) -> str:
    """The name of a sheet as a report may show it."""
    return shown(neutral(name).text)


class _OpenSheet(NamedTuple):
    """A sheet that was read, and what was measured of it."""

    name: str
    cells: SheetCells
    bad: Sequence[BadCell]
    """The cells whose value cannot be trusted."""
    from_1904: bool


def _sheets(book: Any) -> dict[str, bool]:
    """The sheets that hold cells, in their order, and whether each is visible."""
    sheets: dict[str, bool] = {}
    for metadata in book.sheets_metadata:
        # Charts and macros are sheets too, without cells.
        if "WorkSheet" in str(metadata.typ):
            visibility = str(metadata.visible)
            sheets[metadata.name] = visibility.endswith(".Visible")
    return sheets
