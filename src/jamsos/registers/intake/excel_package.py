"""The package of a workbook: measured and taken out of its zip before a reader opens it."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from jamsos.errors import InputError, instead
from jamsos.registers.intake.excel_cells import (
    BadCell,
    bad_cells_of,
    book_of,
    column_number,
    slices,
)
from jamsos.registers.intake.limits import MEGABYTE, Limits
from jamsos.registers.intake.sheet import check_size

_PART = re.compile(
    r"(?!.*(?:media|drawings|charts|pivot|embeddings|printerSettings)/).*\.(?:xml|rels)"
)
"""The parts of a workbook that cells need."""
_MOST_PARTS = 5_000
_TOO_FAR = 2**63
"""Stands for the number of a row that is longer than a number may be."""
_LETTERS_IN_MEMORY = 1_000 * MEGABYTE
"""The text of all cells together, each with its own copy of a shared text."""
_CELL = r"<(?:\w+:)?c\b|\sr\s*=\s*[\"'][A-Za-z]+[0-9]+"
"""A cell, or the place of one."""
_SHARED = r"\st\s*=\s*[\"']s[\"']"
_INDEX = _SHARED + r"[^>]*>\s*<(?:\w+:)?v[^>]*>\s*([0-9]+)"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    UnicodeDecodeError,
)
"""How reading a zip fails where the file is none, or its parts are no text."""
_WORKBOOK = "an Excel workbook (.xlsx)"
_STEP = "open it in a spreadsheet, copy the list into a new workbook and save that"


class MeasuredPackage(NamedTuple):
    """A workbook that is safe to open."""

    content: io.BytesIO
    """The parts that cells need, in a zip that packs nothing."""
    bad: Mapping[int, Sequence[BadCell]]
    """The cells whose value cannot be trusted, by the place of their sheet; the first is 0."""
    from_1904: bool
    """Whether its days are numbered from 1904."""


def measured_copy(path: Path, limits: Limits) -> MeasuredPackage:
    """Measure every part of a workbook while it is taken out of the file.

    Raises:
        InputError: for another kind of file, or a workbook too large or packed too tightly.

    """
    copied = partial(_copied, path, limits)
    return instead(copied, _BROKEN, no_workbook(path.name))


def no_workbook(name: str) -> Callable[[Exception], InputError]:
    """The error of a file that cannot be read: the kind of the failure, nothing of the file."""

    def error(failure: Exception) -> InputError:
        return _refused(name, type(failure).__name__)

    return error


def _refused(name: str, value: object, allowed: str = _WORKBOOK, step: str = _STEP) -> InputError:
    return InputError(name, value, allowed, step)


def _copied(path: Path, limits: Limits) -> MeasuredPackage:
    copy = io.BytesIO()
    measure = _Measure(path.name, limits)
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(copy, "w") as unpacked:
        for part in _checked_parts(packed, path.name, limits):
            content = packed.read(part)
            measure.add(part.filename, content)
            unpacked.writestr(part.filename, content)
        # At the end: the shared texts may come after the sheets that point at them.
        measure.check()
    copy.seek(0)
    return measure.package(copy)


def _checked_parts(packed: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The parts to read, by what the directory of the zip says of them."""
    parts = packed.infolist()
    names = {part.filename for part in parts}
    count = len(parts)
    # Of two parts with one name another reader might take the one not measured.
    if count > _MOST_PARTS or len(names) < count:
        allowed = f"at most {_MOST_PARTS}, each once"
        raise _refused(name, f"{count} parts", allowed)
    size = 0
    for part in parts:
        size += part.file_size
    if size > limits.unpacked:
        allowed = f"at most {limits.unpacked_megabytes} MB unpacked"
        step = "split the register, or raise the limits"
        raise _refused(name, f"{size} bytes unpacked", allowed, step)
    for part in parts:
        _check_ratio(part, name, limits)
    return [part for part in parts if _PART.fullmatch(part.filename)]


def _check_ratio(part: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Refuse a part that unpacks to many times its size: it was made to fill the memory."""
    most = limits.ratio * part.compress_size
    # Small parts pack well by nature, so they are let through.
    if part.file_size > max(MEGABYTE, most):
        times = part.file_size // max(part.compress_size, 1)
        allowed = f"at most {limits.ratio} times"
        raise _refused(name, f"a part packed {times} times", allowed)


class _Measure:
    """What a reader would have to hold: the extent of each sheet, and the text of its cells."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._shared: bytes = b""
        self._sheets: dict[str, bytes] = {}
        self._book: dict[str, bytes] = {}

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""
        # Only a DOCTYPE can define entities that grow without end; spreadsheets write none.
        if b"<!DOCTYPE" in content:
            raise _refused(self._name, "a DOCTYPE", "a workbook without one")
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
            content = self._sheets.get(part, b"")
            bad[place] = bad_cells_of(content, computed_later=book.computed_later)
        return MeasuredPackage(copy, bad, book.from_1904)

    def check(self) -> None:
        """Refuse what would not fit into memory."""
        lengths = self._lengths()
        longest = _whole(lengths.max())
        for content in self._sheets.values():
            cells = self._checked_cells(content)
            # Most lists are far from the bound even if every cell held the longest text.
            if cells * longest > _LETTERS_IN_MEMORY:
                self._check_text(content, lengths)

    def _lengths(self) -> pl.Series:
        """How long each shared text is."""
        text = self._shared.decode()
        shared = pl.Series([text]).str.split("<si")
        lengths = shared.explode().str.len_bytes()
        # What stands before the first of them is none.
        return lengths.slice(1)

    def _checked_cells(self, content: bytes) -> int:
        """Check how far the cells of a sheet reach, and count them."""
        last_row = 0
        last_column = 0
        cells = 0
        placed = 0
        for text in slices(content):
            column = pl.Series([text])
            matches = column.str.extract_all(_CELL).explode()
            is_cell = matches.str.starts_with("<")
            places = matches.filter(~is_cell)
            placed += len(places)
            cells += len(matches) - len(places)
            last_row = max(last_row, _last_row(places))
            last_column = max(last_column, _last_column(places))
        # A cell without a place stands after the one before it, which nothing here measures.
        if placed != cells:
            allowed = "cells that say where they stand"
            raise _refused(self._name, "cells without a place", allowed)
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
        if shared_cells != indexed_cells or total > _LETTERS_IN_MEMORY:
            allowed = f"at most {_LETTERS_IN_MEMORY}"
            raise _refused(self._name, f"{total} letters", allowed, "shorten the long texts")


def _last_row(places: pl.Series) -> int:
    digits = places.str.extract(r"([0-9]+)$")
    rows = digits.cast(pl.UInt64, strict=False)
    known_rows = rows.fill_null(_TOO_FAR)
    return _whole(known_rows.max())


def _last_column(places: pl.Series) -> int:
    letters = places.str.extract(r"([A-Za-z]+)[0-9]+$")
    columns = map(column_number, letters.unique())
    return max(columns, default=0)


def _whole(value: Any) -> int:
    """A sum or a maximum of whole numbers; 0 of none."""
    return int(value or 0)
