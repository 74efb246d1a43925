"""What the reader of an .xlsx would have to hold, measured in its XML."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, product
from string import ascii_letters, ascii_uppercase, digits
from typing import Any

import polars as pl

from jamsos.registers.intake.excel_cells import (
    MAY_BE_FORMULA_OR_ERROR,
    Book,
    bad_cells_of,
    book_of,
    column_number,
    cuts,
    slices,
    text_of,
)
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.long_sheets import PIECE, LongSheet, pieces_of
from jamsos.registers.intake.measured import (
    BadCell,
    MeasuredPackage,
    refused,
)
from jamsos.registers.intake.merged_first import merged_first
from jamsos.registers.intake.refusals import Refusal
from jamsos.registers.intake.sheet import check_size
from jamsos.registers.intake.side_by_side import side_by_side
from jamsos.registers.intake.stored_copy import Pieces, stored_copy

_PIECES_AT_A_TIME = 4
OTHERS_TIMES = 4
"""How many times longer a piece of a sheet is than the parts that are read with each."""
_BYTES_FOR_A_CELL = 3
"""How long a sheet is at least for each cell it reaches over; those of lists are longer."""
_OF_EVERY_SHEET = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:styles|sharedstrings)\.xml",
    re.IGNORECASE,
)
"""The parts that the cells of every sheet need."""
_TOO_FAR = 10**9
"""Stands for the number of a row that is longer than a number may be."""
_CELL = r"<(?:\w+:)?c\b"
_PLACE = r"\sr\s*=\s*[\"'][A-Za-z]+[0-9]+"
_BEFORE_ROW = f" \t\r\n=\"'{ascii_letters}"
"""What stands before the number of the row in the place of a cell."""
_SHARED = r"\st\s*=\s*[\"']s[\"']"
_INDEX = _SHARED + r"[^>]*>\s*<(?:\w+:)?v[^>]*>\s*([0-9]+)"
_SAID = re.compile(
    rb"<dimension ref=\"[A-Z]+[0-9]+:(?P<column>[A-Z]{1,2})(?P<row>[0-9]{1,7})\"\s*/?>"
)
"""Where a sheet says that its last cell is."""
_COLUMNS = [*ascii_uppercase, *map("".join, product(ascii_uppercase, ascii_uppercase))]
_AS_WRITTEN = r"(?: [st]=\"[0-9A-Za-z]+\")*/?>"
"""What programs write of a cell after its place."""
_PLAIN_CELL = r"(?: [st]=\"(?:[0-9]+|[bdns]|str|inlineStr)\")*/?>"
"""The same of a cell that is no error."""
_OTHER_TAG = r"</c>|<[/?]?(?:\w+:)?(?:[abdeg-zA-Z][A-Za-z]*|[cf][A-Za-z]+)(?:[\s/][^<>]*)?>"
"""A tag that begins neither a cell nor a formula."""
_NOWHERE = r"[^\s\S]"
"""Stands for the place of a cell where a sheet does not say how far it reaches."""
_TEXT = pl.col("text")
_RAW_TEXT = r"<!|<\?(?:[^x]|x[^m]|xm[^l])"
"""How comments, raw text and instructions begin, but for the first line of a part."""
_LOOKS = (
    _TEXT.str.contains(MAY_BE_FORMULA_OR_ERROR).alias("doubtful"),
    _TEXT.str.contains(_RAW_TEXT).alias("raw"),
    _TEXT.str.count_matches(_CELL).alias("cells"),
)
_NUMBER_OF_ROW = pl.col("places").str.strip_chars_start(_BEFORE_ROW).cast(pl.UInt64, strict=False)
_LAST_ROW = _NUMBER_OF_ROW.fill_null(_TOO_FAR).max().alias("row")
_COLUMN_LETTERS = (
    pl.col("places")
    .str.strip_chars_end(digits)
    .unique()
    .str.extract(r"([A-Za-z]+)$")
    .implode()
    .alias("letters")
)


class XlsxMeasure:
    """What a reader would have to hold: the extent of each sheet, and the text of its cells."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._shared: bytes = b""
        self._sheets: dict[str, bytes] = {}
        self._doubtful: set[str] = set()
        """The sheets with a formula or an error."""
        self._with_raw_text: set[str] = set()
        """The sheets with comments, or with text that is written as it is."""
        self._reach: dict[str, int] = {}
        """How many cells there may be between the first and the last of each sheet, at most."""
        self._book: dict[str, bytes] = {}

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""
        # Only a DOCTYPE can define entities that grow without end; spreadsheets write none.
        if b"<!DOCTYPE" in content:
            raise refused(Refusal.UNUSUAL, self._name, "a DOCTYPE", "a workbook without one")
        if part.lower().endswith("sharedstrings.xml"):
            self._shared = content
        elif b"sheetData" in content:
            self._sheets[part] = content
        elif "workbook.xml" in part:
            self._book[part] = content

    def package(self, parts: Mapping[str, Pieces]) -> MeasuredPackage:
        """A copy, with what the parts say of their cells."""
        book = book_of(self._book)
        long_parts = self._long_parts(book, parts)
        bad: dict[int, Sequence[BadCell]] = {}
        long_sheets: dict[int, LongSheet] = {}
        for place, part in enumerate(book.sheets):
            if part in self._doubtful:
                content = self._sheets[part]
                bad[place] = bad_cells_of(content, computed_later=book.computed_later)
            if part in long_parts:
                long_sheets[place] = long_parts[part]
        copied: dict[str, Pieces] = {}
        for part, pieces in parts.items():
            if part in self._sheets and part not in long_parts:
                copied[part] = merged_first(self._sheets[part])
            elif part not in self._sheets:
                copied[part] = pieces
        return MeasuredPackage(stored_copy(copied), bad, book.from_1904, long_sheets)

    def _long_parts(self, book: Book, parts: Mapping[str, Pieces]) -> dict[str, LongSheet]:
        """The sheets that are long enough to be read in pieces, and can be."""
        others = {part: pieces for part, pieces in parts.items() if _OF_EVERY_SHEET.fullmatch(part)}
        read_with_each = sum(map(len, chain.from_iterable(others.values())))
        size = max(PIECE, OTHERS_TIMES * read_with_each)
        long_parts: dict[str, LongSheet] = {}
        # What no sheet of the book points at is read by nobody.
        for part in self._sheets.keys() & set(book.sheets) - self._with_raw_text:
            content = self._sheets[part]
            # A reader makes room for every cell between the first and the last of a piece.
            if _BYTES_FOR_A_CELL * self._reach[part] > len(content):
                continue
            pieces = pieces_of(content, size)
            if len(pieces) > 1:
                long_parts[part] = LongSheet(part, content, pieces, others)
        return long_parts

    def check(self) -> None:
        """Refuse what would not fit into memory."""
        lengths = self._lengths()
        longest = _whole(lengths.max())
        for part, content in self._sheets.items():
            cells = self._checked_cells(part, content)
            # Most lists are far from the bound even if every cell held the longest text.
            if cells * longest > self._limits.text:
                self._check_text(content, lengths)

    def _lengths(self) -> pl.Series:
        """How long each shared text is."""
        if not self._shared:
            return pl.Series(dtype=pl.UInt64)
        shared = text_of(self._shared).str.split("<si")
        # Short numbers would begin again from 0 where all of them are added up.
        lengths = shared.explode().str.len_bytes().cast(pl.UInt64)
        # What stands before the first of them is none.
        return lengths.slice(1)

    def _checked_cells(self, part: str, content: bytes) -> int:
        """Check how far the cells of a sheet reach, look for what is doubtful, and count them.

        Returns:
            How many cells there are that may hold a shared text.

        """
        place, self._reach[part] = self._place(content)
        # One look at a plain sheet, as most lists are, answers every question but their number.
        plain = rf"^(?:[^<]|<c r=\"{place}\"{_PLAIN_CELL}|{_OTHER_TAG})*$"
        if not _is_all_like(plain, content):
            return self._checked_closely(part, content, place)
        if not self._shared:
            return 0
        return content.count(b"<c ")

    def _checked_closely(self, part: str, content: bytes, place: str) -> int:
        """Do the same for a sheet with formulas, errors or whatever is seldom written."""
        cells = 0
        within = 0
        # Together, for each of these looks goes through the whole text.
        is_within = _TEXT.str.count_matches(rf"<c r=\"{place}\"{_AS_WRITTEN}")
        looks = (*_LOOKS, is_within.alias("within"))
        for text in slices(content):
            looked_at = text.to_frame("text").select(*looks)
            if looked_at["doubtful"].item():
                self._doubtful.add(part)
            if looked_at["raw"].item():
                self._with_raw_text.add(part)
            cells += looked_at["cells"].item()
            within += looked_at["within"].item()
        # Nearly every sheet says how far it reaches, and all of its cells keep to it.
        if within != cells:
            self._check_extent(content, cells)
        return cells

    def _place(self, content: bytes) -> tuple[str, int]:
        """The places of cells up to where the sheet says that they reach, if that is not far.

        Returns:
            A pattern of these places, and how many they are.

        """
        limits = self._limits
        nowhere = _NOWHERE, limits.cells
        said = _SAID.search(content, 0, content.index(b"sheetData"))
        if said is None:
            return nowhere
        columns = column_number(said["column"].decode())
        length = len(said["row"])
        rows = 10**length - 1
        if columns > limits.columns or rows > limits.rows or rows * columns > limits.cells:
            return nowhere
        letters = "|".join(_COLUMNS[:columns])
        return rf"(?:{letters})[0-9]{{1,{length}}}", rows * columns

    def _check_extent(self, content: bytes, cells: int) -> None:
        """Check how far the cells of a sheet reach, by the place of each."""
        last_row = 0
        last_column = 0
        placed = 0
        for text in slices(content):
            places = text.str.extract_all(_PLACE).explode().drop_nulls()
            placed += len(places)
            extent = places.to_frame("places").select(_LAST_ROW, _COLUMN_LETTERS)
            row, letters = extent.row(0)
            last_row = max(last_row, min(_whole(row), _TOO_FAR))
            last_column = max(last_column, *map(column_number, letters), 0)
        # A cell without a place stands after the one before it, which nothing here measures.
        if placed != cells:
            allowed = "cells that say where they stand"
            raise refused(Refusal.UNUSUAL, self._name, "cells without a place", allowed)
        check_size(self._name, last_row, last_column, self._limits)

    def _check_text(self, content: bytes, lengths: pl.Series) -> None:
        """Add up the shared texts of all cells of a sheet."""
        total = 0
        shared_cells = 0
        indexed_cells = 0
        for column in slices(content):
            shared_cells += column.str.count_matches(_SHARED).item()
            matches = column.str.extract_all(_INDEX).explode()
            numbers = matches.str.extract(_INDEX)
            index = numbers.cast(pl.Int64).drop_nulls()
            indexed_cells += len(index)
            is_there = index < len(lengths)
            texts = lengths.gather(index.filter(is_there))
            total += _whole(texts.sum())
        # Where the index of a shared text was not seen, its length is unknown.
        if shared_cells != indexed_cells or total > self._limits.text:
            allowed = f"at most {self._limits.text}"
            value = f"{total} letters"
            raise refused(Refusal.LETTERS, self._name, value, allowed, "shorten the long texts")


def _is_all_like(pattern: str, content: bytes) -> bool:
    """Whether every piece of a sheet is written in this way."""

    def is_like(cut: slice) -> bool:
        return bool(text_of(content[cut]).str.contains(pattern).item())

    pieces = list(cuts(content))
    # A short sheet is one piece, and others are waited for longer than it takes.
    if len(pieces) == 1:
        return is_like(pieces[0])
    with side_by_side(is_like, pieces, _PIECES_AT_A_TIME) as answers:
        return all(answers)


def _whole(value: Any) -> int:
    """A sum or a maximum of whole numbers; 0 of none."""
    return int(value or 0)
