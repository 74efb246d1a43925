"""What reading a Parquet file would unpack, measured in the headers of its pages.

A reader makes room for what each header says, so the headers are added up before it reads: a page
of a kilobyte may unpack to gigabytes.
"""

import struct
from pathlib import Path
from typing import Any

from jamsos.errors import instead
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal

_MAGIC = b"PAR1"
_FOOTER = struct.Struct("<I4s")
_BROKEN = (LookupError, ValueError, TypeError, struct.error, RecursionError)
"""How measuring fails where the file is none, or cut off."""
_ROW_GROUPS, _COLUMNS, _CHUNK = 4, 1, 3
"""The fields that lead from the footer to a part of a column."""
_PACKED_SIZE, _DATA_PAGE, _DICTIONARY_PAGE = 7, 9, 11
_PAGE_UNPACKED, _PAGE_PACKED = 2, 3
_FLAGS, _BYTE, _NUMBERS, _DOUBLE, _TEXT = (1, 2), 3, (4, 5, 6), 7, 8
_LISTS, _STRUCT = (9, 10), 12
_SIZE_OF_A_DOUBLE = 8
_HALF, _LOW, _MORE, _SEVEN = 4, 0x0F, 0x80, 7


def check_unpacked(path: Path, limits: Limits) -> None:
    """Refuse a Parquet file that unpacks to more than the limits allow.

    Raises:
        RefusedFileError: for such a file, and for one that is damaged.

    """
    instead(lambda: _check(path, limits), _BROKEN, lambda failure: damaged(path.name, failure))


def damaged(name: str, failure: Exception) -> RefusedFileError:
    """The error of a file that cannot be read: the kind of the failure, nothing of the file."""
    kind = type(failure).__name__
    step = "write the file again"
    return refusal(Refusal.DAMAGED_PARQUET, name, kind, "a Parquet file", step)


def _check(path: Path, limits: Limits) -> None:
    data = path.read_bytes()
    length, magic = _FOOTER.unpack_from(data, len(data) - _FOOTER.size)
    begin = len(data) - _FOOTER.size - length
    if magic != _MAGIC or begin < 0:
        raise ValueError
    footer = _Compact(data, begin).fields()
    left = len(data)
    unpacked = 0
    for group in footer[_ROW_GROUPS]:
        for column in group[_COLUMNS]:
            for size, page in _pages(data, column[_CHUNK]):
                left -= size
                unpacked += page
                # Parts that lie over each other would be measured, and read, without end.
                if unpacked > limits.unpacked or left < 0:
                    raise _too_large(path.name, unpacked, limits)


def _too_large(name: str, unpacked: int, limits: Limits) -> RefusedFileError:
    most = limits.unpacked_megabytes
    allowed = f"at most {most} MB unpacked, each part once"
    step = "split the register, or raise the limits"
    value = f"{unpacked} bytes unpacked"
    return refusal(Refusal.UNPACKED, name, value, allowed, step, most=most)


def _pages(data: bytes, chunk: dict[int, Any]) -> list[tuple[int, int]]:
    """The size of each page of a part of a column, in the file and unpacked."""
    pages: list[tuple[int, int]] = []
    place: int = chunk[_DATA_PAGE]
    # A dictionary stands before the pages that point at it.
    if chunk.get(_DICTIONARY_PAGE):
        place = min(place, chunk[_DICTIONARY_PAGE])
    end = place + chunk[_PACKED_SIZE]
    while place < end:
        header = _Compact(data, place)
        fields = header.fields()
        packed, unpacked = fields[_PAGE_PACKED], fields[_PAGE_UNPACKED]
        if packed < 0 or unpacked < 0:
            raise ValueError
        size = header.place - place + packed
        pages.append((size, unpacked))
        place += size
    return pages


class _Compact:
    """A structure in the compact form of Thrift, in which Parquet keeps its headers."""

    def __init__(self, data: bytes, place: int) -> None:
        self.place = place
        self._data = data

    def fields(self) -> dict[int, Any]:
        """The values of a structure by the numbers of their fields."""
        fields: dict[int, Any] = {}
        number = 0
        while head := self._byte():
            kind = head & _LOW
            step = head >> _HALF
            if step:
                number += step
            else:
                number = self._signed()
            # Of a field that is true or false the kind is the value.
            is_flag = kind in _FLAGS
            fields[number] = kind if is_flag else self._value(kind)
        return fields

    def _value(self, kind: int) -> Any:
        if kind in _NUMBERS:
            return self._signed()
        if kind in (*_FLAGS, _BYTE):
            return self._byte()
        if kind == _STRUCT:
            return self.fields()
        if kind in _LISTS:
            return self._list()
        if kind == _DOUBLE:
            self.place += _SIZE_OF_A_DOUBLE
        elif kind == _TEXT:
            length = self._number()
            self.place += length
        else:
            # Parquet has no map in any of its headers.
            raise ValueError
        return None

    def _list(self) -> list[Any]:
        head = self._byte()
        kind = head & _LOW
        size = head >> _HALF
        if size == _LOW:
            size = self._number()
        return [self._value(kind) for _ in range(size)]

    def _byte(self) -> int:
        byte = self._data[self.place]
        self.place += 1
        return byte

    def _number(self) -> int:
        """A whole number, seven bits a byte."""
        number = 0
        shift = 0
        while True:
            byte = self._byte()
            number |= (byte & ~_MORE) << shift
            shift += _SEVEN
            if byte < _MORE:
                return number

    def _signed(self) -> int:
        """A number whose last bit is its sign."""
        number = self._number()
        return (number >> 1) ^ -(number & 1)
