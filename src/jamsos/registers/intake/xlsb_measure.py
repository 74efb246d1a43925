"""What the reader of an .xlsb would have to hold, measured in its records."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jamsos.registers.intake.excel_cells import targets_of
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import BadCell, MeasuredPackage, check_letters
from jamsos.registers.intake.sheet import check_size
from jamsos.registers.intake.stored_copy import Pieces, stored_copy
from jamsos.registers.problems import Problem

_ROW = 0
_CELLS = range(1, 12)
"""The records of a cell, from an empty one to a formula in error."""
_ERRORS = (3, 11)
_SHARED_INDEX = 7
_SHARED_TEXT = 19
_SHEET = 156
_BOOK = 153
_NUMBER = struct.Struct("<I")
_TWO_NUMBERS = struct.Struct("<II")
_MORE = 0x80
_SEVEN_BITS = 7
_MOST_SIZE_BYTES = 4
_BYTES_OF_A_LETTER = 2
_WORKBOOK = "xl/workbook.bin"
_RELATIONS = "xl/_rels/workbook.bin.rels"
_SHARED = "xl/sharedstrings.bin"


class _Record(NamedTuple):
    kind: int
    content: bytes


class XlsbMeasure:
    """The extent of each sheet, and the text of its cells."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._parts: dict[str, bytes] = {}
        self._bad: dict[str, Sequence[BadCell]] = {}

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""
        self._parts[part] = content

    def check(self) -> None:
        """Refuse what would not fit into memory."""
        lengths: list[int] = []
        for part, content in self._parts.items():
            if part.lower() == _SHARED:
                lengths = [len(one.content) for one in _records(content, _SHARED_TEXT)]
        for part, content in self._parts.items():
            if "worksheets/" in part and part.endswith(".bin"):
                self._bad[part] = self._checked(content, lengths)

    def _checked(self, content: bytes, lengths: Sequence[int]) -> list[BadCell]:
        """Check how far the cells of a sheet reach; the cells in error."""
        row = -1
        last_row = 0
        last_column = 0
        letters = 0
        bad: list[BadCell] = []
        for kind, cell in _records(content):
            if kind == _ROW and len(cell) >= _NUMBER.size:
                (row,) = _NUMBER.unpack_from(cell)
                last_row = max(last_row, row + 1)
            elif kind in _CELLS and len(cell) >= _TWO_NUMBERS.size:
                (column,) = _NUMBER.unpack_from(cell)
                last_column = max(last_column, column + 1)
                if kind in _ERRORS:
                    bad.append(BadCell(row + 1, column, Problem.CELL_ERROR))
                elif kind == _SHARED_INDEX:
                    letters += _length_of(cell, lengths)
        check_size(self._name, last_row, last_column, self._limits)
        check_letters(self._name, letters, self._limits)
        return bad

    def package(self, parts: Mapping[str, Pieces]) -> MeasuredPackage:
        """A copy, with what the parts say of their cells."""
        targets = targets_of(self._parts.get(_RELATIONS, b""))
        workbook = self._parts.get(_WORKBOOK, b"")
        bad: dict[int, Sequence[BadCell]] = {}
        for place, record in enumerate(_records(workbook, _SHEET)):
            part = targets.get(_relation_of(record.content), "")
            bad[place] = self._bad.get(part, [])
        from_1904 = any(_is_from_1904(record) for record in _records(workbook, _BOOK))
        return MeasuredPackage(stored_copy(parts), bad, from_1904)


def _is_from_1904(book: _Record) -> bool:
    """Whether the first flag of a workbook is set."""
    return bool(book.content) and book.content[0] % 2 == 1


def _length_of(cell: bytes, lengths: Sequence[int]) -> int:
    """The length of the shared text of a cell: its number follows its column and its style."""
    if len(cell) < _TWO_NUMBERS.size + _NUMBER.size:
        return 0
    (index,) = _NUMBER.unpack_from(cell, _TWO_NUMBERS.size)
    return lengths[index] if index < len(lengths) else 0


def _relation_of(sheet: bytes) -> str:
    """The name of the relation of a sheet, as its record holds it."""
    begin = _TWO_NUMBERS.size
    if len(sheet) < begin + _NUMBER.size:
        return ""
    (letters,) = _NUMBER.unpack_from(sheet, begin)
    start = begin + _NUMBER.size
    text = sheet[start : start + letters * _BYTES_OF_A_LETTER]
    return text.decode("utf-16-le", errors="replace")


def _records(content: bytes, wanted: int | None = None) -> Iterator[_Record]:
    """The records of a part, or those of one kind."""
    place = 0
    end = len(content)
    while place < end:
        kind = content[place]
        place += 1
        if kind >= _MORE and place < end:
            kind = kind - _MORE | (content[place] & ~_MORE) << _SEVEN_BITS
            place += 1
        size = 0
        for turn in range(_MOST_SIZE_BYTES):
            if place >= end:
                break
            byte = content[place]
            place += 1
            size |= (byte & ~_MORE) << (turn * _SEVEN_BITS)
            if byte < _MORE:
                break
        if wanted is None or kind == wanted:
            yield _Record(kind, content[place : place + size])
        place += size
