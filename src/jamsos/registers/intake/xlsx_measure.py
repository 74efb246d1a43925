"""What the reader of an .xlsx would have to hold, measured in its XML."""

import io
from collections.abc import Sequence
from string import ascii_letters, digits
from typing import Any

import polars as pl

from jamsos.registers.intake.excel_cells import (
    FORMULA_OR_ERROR,
    bad_cells_of,
    book_of,
    column_number,
    slices,
)
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import (
    BadCell,
    MeasuredPackage,
    refused,
)
from jamsos.registers.intake.refusals import Refusal
from jamsos.registers.intake.sheet import check_size

_TOO_FAR = 10**9
"""Stands for the number of a row that is longer than a number may be."""
_CELL = r"<(?:\w+:)?c\b"
_PLACE = r"\sr\s*=\s*[\"'][A-Za-z]+[0-9]+"
_BEFORE_ROW = f" \t\r\n=\"'{ascii_letters}"
"""What stands before the number of the row in the place of a cell."""
_SHARED = r"\st\s*=\s*[\"']s[\"']"
_INDEX = _SHARED + r"[^>]*>\s*<(?:\w+:)?v[^>]*>\s*([0-9]+)"
_TEXT = pl.col("text")
_LOOKS = (
    _TEXT.str.contains(FORMULA_OR_ERROR).alias("doubtful"),
    _TEXT.str.count_matches(_CELL).alias("cells"),
    _TEXT.str.extract_all(_PLACE).alias("places"),
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

    def package(self, copy: io.BytesIO) -> MeasuredPackage:
        """The copy, with what the parts say of their cells."""
        book = book_of(self._book)
        bad: dict[int, Sequence[BadCell]] = {}
        for place, part in enumerate(book.sheets):
            if part in self._doubtful:
                content = self._sheets[part]
                bad[place] = bad_cells_of(content, computed_later=book.computed_later)
        return MeasuredPackage(copy, bad, book.from_1904)

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
        text = self._shared.decode()
        shared = pl.Series([text]).str.split("<si")
        # Short numbers would begin again from 0 where all of them are added up.
        lengths = shared.explode().str.len_bytes().cast(pl.UInt64)
        # What stands before the first of them is none.
        return lengths.slice(1)

    def _checked_cells(self, part: str, content: bytes) -> int:
        """Check how far the cells of a sheet reach, count them, and look for what is doubtful."""
        last_row = 0
        last_column = 0
        cells = 0
        placed = 0
        for text in slices(content):
            # Together, for each of these looks goes through the whole text.
            looked_at = pl.DataFrame({"text": [text]}).select(*_LOOKS)
            if looked_at["doubtful"].item():
                self._doubtful.add(part)
            cells += looked_at["cells"].item()
            places = looked_at["places"].explode().drop_nulls()
            placed += len(places)
            extent = places.to_frame().select(_LAST_ROW, _COLUMN_LETTERS).row(0, named=True)
            last_row = max(last_row, min(_whole(extent["row"]), _TOO_FAR))
            columns = map(column_number, extent["letters"])
            last_column = max(last_column, *columns, 0)
        # A cell without a place stands after the one before it, which nothing here measures.
        if placed != cells:
            allowed = "cells that say where they stand"
            raise refused(Refusal.UNUSUAL, self._name, "cells without a place", allowed)
        check_size(self._name, last_row, last_column, self._limits)
        return cells

    def _check_text(self, content: bytes, lengths: pl.Series) -> None:
        """Add up the shared texts of all cells of a sheet."""
        total = 0
        shared_cells = 0
        indexed_cells = 0
        for text in slices(content):
            column = pl.Series([text])
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


def _whole(value: Any) -> int:
    """A sum or a maximum of whole numbers; 0 of none."""
    return int(value or 0)
