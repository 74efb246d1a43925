"""What the reader of an .xls would have to hold, measured in its records."""

import io
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jamsos.errors import instead
from jamsos.registers.frames import imported
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import (
    BadCell,
    MeasuredPackage,
    check_letters,
    locked,
    no_workbook,
    refused,
)
from jamsos.registers.intake.refusals import Refusal
from jamsos.registers.intake.sheet import check_size
from jamsos.registers.intake.xls_texts import SharedTexts
from jamsos.registers.problems import Problem

_STREAMS = ("Workbook", "Book")
"""Where a workbook of Excel 97 or 95 keeps its cells."""
_LOCKED_STREAM = "EncryptedPackage"
_HEADER = struct.Struct("<HH")
_PLACE = struct.Struct("<HH")
_LAST = struct.Struct("<H")
_START = struct.Struct("<I")
_SHEET = 0x85
_BEGIN = (0x0809, 0x0409, 0x0209, 0x0009)
_DAYS = 0x22
_PASSWORD = 0x2F
_FORMULA = 0x06
_ERROR_OR_FLAG = 0x0205
_CELLS = (0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, _ERROR_OR_FLAG, _FORMULA)
_ROW_OF_NUMBERS = 0xBD
_SHARED_CELL = 0x00FD
_SHARED_INDEX = struct.Struct("<6xI")
"""A cell whose text is one of those that several share: its number follows its place and style."""
_RESULT = slice(6, 14)
"""Where a formula keeps its value."""
_IS_NO_NUMBER = b"\xff\xff"
_IS_ERROR = 2


def measured_xls(path: Path, limits: Limits) -> MeasuredPackage:
    """Measure the cells of an old workbook before a reader opens it.

    Raises:
        InputError: for another kind of file, a locked workbook, or one that is too large.
        MissingExtraError: without olefile.

    """
    stream = _stream(path)
    measure = _XlsMeasure(path.name, limits)
    measure.read(stream)
    measure.check_text()
    content = io.BytesIO(path.read_bytes())
    return MeasuredPackage(content, measure.bad, measure.from_1904)


def _stream(path: Path) -> bytes:
    """The records of a workbook, taken out of its file."""
    olefile = imported("olefile", "registers")

    def opened() -> bytes | None:
        with olefile.OleFileIO(path) as package:
            if package.exists(_LOCKED_STREAM):
                raise locked(path.name)
            return _content(package)

    # Its own errors are kinds of OSError.
    failures = (OSError, ValueError, IndexError, struct.error, TypeError)
    content = instead(opened, failures, no_workbook(path.name))
    if content is None:
        raise refused(Refusal.DAMAGED, path.name, "a file of another program")
    return content


def _content(package: Any) -> bytes | None:
    for name in _STREAMS:
        if package.exists(name):
            content: bytes = package.openstream(name).read()
            return content
    return None


class _XlsMeasure:
    """The extent of each sheet, and its cells in error."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.bad: dict[int, Sequence[BadCell]] = {}
        self.from_1904 = False
        self._name = name
        self._limits = limits
        self._starts: list[int] = []
        self._last_row = 0
        self._last_column = 0
        self._errors: list[BadCell] = []
        self._shared = SharedTexts(name, limits)
        self._letters: list[int] = []
        """The shared text of each cell that has one."""

    def read(self, stream: bytes) -> None:
        """Take in the records of a workbook."""
        place = 0
        while place + _HEADER.size <= len(stream):
            kind, size = _HEADER.unpack_from(stream, place)
            start = place + _HEADER.size
            self._record(kind, stream[start : start + size], place)
            place = start + size

    def _record(self, kind: int, content: bytes, place: int) -> None:
        self._shared.record(kind, content)
        if kind in _CELLS and len(content) >= _PLACE.size:
            self._cell(kind, content)
        elif kind == _ROW_OF_NUMBERS and len(content) > _PLACE.size:
            row, _ = _PLACE.unpack_from(content)
            (last,) = _LAST.unpack_from(content, len(content) - _LAST.size)
            self._reach(row, last)
        elif kind in _BEGIN:
            self._begin(place)
        elif kind == _PASSWORD:
            raise locked(self._name)
        elif kind == _DAYS:
            self.from_1904 = content[:1] == b"\x01"
        elif kind == _SHEET and len(content) >= _START.size:
            self._starts.extend(_START.unpack_from(content))

    def check_text(self) -> None:
        """Refuse more text than fits into memory, each cell with its own copy of a shared one."""
        lengths = self._shared.lengths()
        letters = sum(lengths[index] for index in self._letters if index < len(lengths))
        check_letters(self._name, letters, self._limits)

    def _begin(self, place: int) -> None:
        """A sheet begins, or something inside it."""
        if place not in self._starts:
            return
        self._last_row = 0
        self._last_column = 0
        self._errors = []
        self.bad[self._starts.index(place)] = self._errors

    def _cell(self, kind: int, content: bytes) -> None:
        row, column = _PLACE.unpack_from(content)
        self._reach(row, column)
        if kind == _SHARED_CELL and len(content) >= _SHARED_INDEX.size:
            self._letters.extend(_SHARED_INDEX.unpack_from(content))
        if _is_error(kind, content):
            self._errors.append(BadCell(row + 1, column, Problem.CELL_ERROR))

    def _reach(self, row: int, column: int) -> None:
        """Check how far the cells of a sheet reach."""
        if row < self._last_row and column < self._last_column:
            return
        self._last_row = max(self._last_row, row + 1)
        self._last_column = max(self._last_column, column + 1)
        check_size(self._name, self._last_row, self._last_column, self._limits)


def _is_error(kind: int, content: bytes) -> bool:
    """Whether a cell, or the value of its formula, is an error."""
    if kind == _ERROR_OR_FLAG:
        return content[-1:] == b"\x01"
    result = content[_RESULT]
    is_no_number = result.endswith(_IS_NO_NUMBER)
    return kind == _FORMULA and is_no_number and result[0] == _IS_ERROR
