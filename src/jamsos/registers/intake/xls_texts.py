"""The texts that cells of an .xls share: how long each is, before a reader holds them."""

import struct

from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, refusal

_TEXTS = 0xFC
_GOES_ON = 0x3C
_COUNTS = struct.Struct("<4xI")
_HEAD = struct.Struct("<HB")
_RUNS = struct.Struct("<H")
_EXTRA = struct.Struct("<I")
_WIDE, _WITH_EXTRA, _WITH_RUNS = 1, 4, 8
"""The flags of a text: two bytes a letter, something behind it, letters in several forms."""
_SIZE_OF_A_RUN = 4


class SharedTexts:
    """The shared texts, while the records of a workbook go by."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._parts: list[bytes] = []
        self._open = False

    def record(self, kind: int, content: bytes) -> None:
        """Take in a record, if it is of the shared texts."""
        if kind == _TEXTS and len(content) >= _COUNTS.size:
            (count,) = _COUNTS.unpack_from(content)
            # A reader makes room for as many as there are said to be.
            if count > self._limits.cells:
                most = self._limits.cells
                step = "copy the list into a new workbook and save that"
                thing = f"shared texts of {self._name}"
                raise refusal(Refusal.CELLS, thing, count, f"at most {most}", step, most=most)
            self._parts = [content[_COUNTS.size :]]
            self._open = True
        elif kind != _GOES_ON:
            self._open = False
        elif self._open:
            self._parts.append(content)

    def lengths(self) -> list[int]:
        """How many letters each text has; what is cut off is left out."""
        lengths: list[int] = []
        texts = _Texts(self._parts)
        while texts.has_more():
            lengths.append(texts.length_of_next())
        return lengths


class _Texts:
    """The parts of the shared texts, read one text after the other."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._place = 0

    def has_more(self) -> bool:
        """Whether another text begins."""
        while self._part < len(self._parts) and self._left() <= 0:
            self._next_part()
        return self._part < len(self._parts) and self._left() >= _HEAD.size

    def length_of_next(self) -> int:
        """How many letters the next text has; the place is behind it then."""
        letters, flags = self._read(_HEAD)
        behind = 0
        if flags & _WITH_RUNS:
            (runs,) = self._read(_RUNS)
            behind += runs * _SIZE_OF_A_RUN
        if flags & _WITH_EXTRA:
            (extra,) = self._read(_EXTRA)
            behind += extra
        self._skip_letters(letters, 1 + (flags & _WIDE))
        self._skip(behind)
        return int(letters)

    def _left(self) -> int:
        return len(self._parts[self._part]) - self._place

    def _next_part(self) -> None:
        self._part += 1
        self._place = 0

    def _read(self, form: struct.Struct) -> tuple[int, ...]:
        """Numbers, which no text divides over two parts; zeros where they are cut off."""
        end = self._place + form.size
        numbers = self._parts[self._part][self._place : end]
        self._place = end
        return form.unpack(numbers.ljust(form.size, b"\0"))

    def _skip_letters(self, letters: int, width: int) -> None:
        """Go over letters; a part in which they go on says their width again."""
        while letters and self._part < len(self._parts):
            here = min(letters, max(self._left(), 0) // width)
            self._place += here * width
            letters -= here
            if letters:
                self._next_part()
                if self._part < len(self._parts) and self._left():
                    width = 1 + (self._parts[self._part][0] & _WIDE)
                    self._place = 1

    def _skip(self, count: int) -> None:
        """Go over bytes, in as many parts as they take."""
        while count and self._part < len(self._parts):
            here = min(count, max(self._left(), 0))
            self._place += here
            count -= here
            if count:
                self._next_part()
