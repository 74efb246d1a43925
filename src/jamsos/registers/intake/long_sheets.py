"""A long sheet is handed to its reader in pieces, so that several are read side by side."""

import io
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from jamsos.registers.intake.limits import MEGABYTE
from jamsos.registers.intake.merged_first import END_OF_CELLS, NO_MERGED_CELLS, merged_first
from jamsos.registers.intake.stored_copy import Pieces, stored_copy

PIECE = 8 * MEGABYTE
"""How much of a sheet is read in one piece: no bound of what is taken."""
_OPENING = b"<sheetData>"
_BETWEEN_ROWS = re.compile(rb"(?<=</row>)\s*(?=<row[\s>])")


class LongSheet(NamedTuple):
    """A sheet in pieces, each of whole rows, with the other parts that its cells need."""

    part: str
    content: bytes
    pieces: list[Pieces]
    """Each is a sheet of its own; the first one holds the merged cells."""
    others: Mapping[str, Pieces]

    def copies(self) -> list[Callable[[], io.BytesIO]]:
        """For each piece what makes a workbook of it, when it is read."""
        return [partial(self._copy, piece) for piece in self.pieces]

    def whole(self) -> io.BytesIO:
        """A workbook of the sheet in one piece."""
        return self._copy(merged_first(self.content))

    def _copy(self, sheet: Pieces) -> io.BytesIO:
        return stored_copy({**self.others, self.part: sheet})


def pieces_of(content: bytes, size: int) -> list[Pieces]:
    """The pieces of a sheet, each at least as large as ``size``; a short sheet is one piece.

    A sheet that is not written as programs write one stays in one piece. In comments and raw text
    there may be what looks like a row and is none: a sheet with one of these is not to be cut.

    >>> rows = b'<row r="1"></row><row r="2"></row>'
    >>> sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    >>> first, second = pieces_of(sheet, size=10)
    >>> b"".join(second)
    b'<worksheet><mergeCells></mergeCells><sheetData><row r="2"></row></sheetData></worksheet>'
    """
    if len(content) < 2 * size:
        return [[content]]
    whole = merged_first(content)
    if len(whole) == 1:
        return [whole]
    head, merged, cells = whole
    start = len(content) - len(cells)
    end = content.rindex(END_OF_CELLS)
    # A reader stops at the first end of the cells, and knows other tags that begin alike.
    if not content.startswith(_OPENING, start) or content.index(END_OF_CELLS) != end:
        return [whole]
    # Views, for a copy of a long sheet takes as much memory again.
    view = memoryview(content)
    ending = view[end:]
    pieces: list[Pieces] = []
    begin = start + len(_OPENING)
    while begin < end:
        between = _BETWEEN_ROWS.search(content, begin + size, end)
        cut = between.start() if between else end
        pieces.append((head, merged, _OPENING, view[begin:cut], ending))
        begin = cut
        merged = NO_MERGED_CELLS
    return pieces
