"""Registers in Excel workbooks: measured and taken out of their zip before a reader opens them."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from jamsos.errors import InputError, instead
from jamsos.registers.cells import neutral, shown
from jamsos.registers.frames import imported
from jamsos.registers.limits import MEGABYTE, Limits
from jamsos.registers.sources import ROW, Sheet, as_text, checked_size, of_objects

_PART = re.compile(r"(?!.*(?:media|drawings|charts|pivot|embeddings|printerSettings)/).*\.(?:xml|rels)")
"""The parts of a workbook that cells need."""
_MOST_PARTS = 5_000
_TOO_FAR = 2**63
"""Stands for the number of a row that is longer than a number may be."""
_SLICE = 32 * MEGABYTE
_LETTERS_IN_MEMORY = 1_000 * MEGABYTE
"""The text of all cells together, each with its own copy of a shared text."""
_ROWS_AT_A_TIME = 20_000
_CELL = r"<(?:\w+:)?c\b|\sr\s*=\s*[\"'][A-Za-z]+[0-9]+"
"""A cell, or the place of one."""
_ERROR = b't="e"'
_SHARED = r"\st\s*=\s*[\"']s[\"']"
_INDEX = _SHARED + r"[^>]*>\s*<(?:\w+:)?v[^>]*>\s*([0-9]+)"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, UnicodeDecodeError)
"""How a zip fails that is none, or whose parts are no text."""
_STEP = "open it in a spreadsheet, copy the list into a new workbook and save that"


def of_workbook(path: Path, limits: Limits, heading_row: int, sheet: str | None) -> Sheet:
    """The cells of one sheet.

    Raises:
        InputError: for what is no workbook, one that is too large or packed too well, or an unknown sheet.
        MissingExtraError: without python-calamine.

    """
    calamine = imported("python_calamine", "registers")
    packed, errors = _unpacked(path, limits)

    def opened() -> tuple[str, Any]:
        book = calamine.CalamineWorkbook.from_filelike(packed)
        name = _sheet_name(book, path.name, sheet)
        return name, book.get_sheet_by_name(name)

    name, cells = instead(opened, (calamine.CalamineError, OSError, ValueError), _no_workbook(path.name))
    rows = cells.iter_rows()
    headings = [as_text(cell) or "" for cell in next(islice(rows, heading_row - 1, None), [])]
    checked_size(path.name, cells.total_height, len(headings), limits)
    told = {"kind": "Excel", "sheet": shown(neutral(name).text)} | ({"errors": str(errors)} if errors else {})
    return _typed(rows, headings, heading_row, told)


def _typed(rows: Iterator[list[Any]], headings: Sequence[str], heading_row: int, told: dict[str, str]) -> Sheet:
    """Texts, and which of the cells are numeric, some rows at a time."""
    texts: list[pl.DataFrame] = []
    kinds: list[pl.DataFrame] = []
    while some := list(islice(rows, _ROWS_AT_A_TIME)):
        columns = [of_objects(column) for column in zip(*some, strict=True)]
        texts.append(pl.DataFrame({str(n): column for n, (column, _) in enumerate(columns)}))
        kinds.append(pl.DataFrame({str(n): kind for n, (_, kind) in enumerate(columns) if kind is not None}))
    names = [str(n) for n in range(len(headings))]
    cells = pl.concat(texts) if texts else pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    numeric = (
        pl.concat(
            [
                kind if kind.width else pl.DataFrame({"": [None] * part.height})
                for kind, part in zip(kinds, texts, strict=True)
            ],
            how="diagonal",
        )
        if kinds
        else pl.DataFrame()
    )
    return Sheet(headings, cells.with_row_index(ROW, heading_row + 1).cast({ROW: pl.Int64}), numeric, told=told)


def _sheet_name(book: Any, file: str, sheet: str | None) -> str:
    """The sheet that was asked for; without a name the only one."""
    names = [one.name for one in book.sheets_metadata if "WorkSheet" in str(one.typ)]
    visible = [one.name for one in book.sheets_metadata if one.name in names and str(one.visible).endswith(".Visible")]
    wanted = visible[0] if sheet is None and len(visible) == 1 else sheet
    if wanted not in names:
        raise InputError(f"sheet of {file}", sheet, f"one of {names}", "name the sheet: sheet='...'")
    return str(wanted)


def _refused(name: str, value: object, allowed: str = "an Excel workbook (.xlsx)", step: str = _STEP) -> InputError:
    return InputError(name, value, allowed, step)


def _no_workbook(name: str) -> Callable[[Exception], InputError]:
    """What is said of a file that cannot be read: the kind of the failure, nothing of the file."""
    return lambda failed: _refused(name, type(failed).__name__)


def _unpacked(path: Path, limits: Limits) -> tuple[io.BytesIO, int]:
    """The parts that cells need, in a zip that packs nothing; and how many formulas are in error."""
    return instead(lambda: _copied(path, limits), _BROKEN, _no_workbook(path.name))


def _copied(path: Path, limits: Limits) -> tuple[io.BytesIO, int]:
    """Measure every part while it is taken out."""
    safe = io.BytesIO()
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(safe, "w") as copy:
        measure = _Measure(path.name, limits)
        for part in _checked_parts(packed, path.name, limits):
            content = packed.read(part)
            measure.add(part.filename, content)
            copy.writestr(part.filename, content)
        measure.check()
    safe.seek(0)
    return safe, sum(content.count(_ERROR) for content in measure.sheets)


def _checked_parts(packed: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """The parts to read, by what the zip's own directory says of them."""
    parts = packed.infolist()
    if len(parts) > _MOST_PARTS or len({part.filename for part in parts}) < len(parts):
        raise _refused(name, f"{len(parts)} parts", f"at most {_MOST_PARTS}, each once")
    size = sum(part.file_size for part in parts)
    if size > limits.unpacked:
        allowed = f"at most {limits.unpacked_megabytes} MB unpacked"
        raise _refused(name, f"{size} bytes unpacked", allowed, "split the register, or raise the limits")
    for part in parts:
        if part.file_size > max(MEGABYTE, limits.ratio * part.compress_size):
            raise _refused(
                name,
                f"a part packed {part.file_size // max(part.compress_size, 1)} times",
                f"at most {limits.ratio} times",
            )
    return [part for part in parts if _PART.fullmatch(part.filename)]


class _Measure:
    """What a reader would have to hold: the extent of each sheet, and the text of its cells."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.shared: bytes = b""
        self.sheets: list[bytes] = []

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""
        if b"<!DOCTYPE" in content:
            raise _refused(self.name, "a DOCTYPE", "a workbook without one")
        if part.lower().endswith("sharedstrings.xml"):
            self.shared = content
        elif b"sheetData" in content:
            self.sheets.append(content)

    def check(self) -> None:
        """Refuse what would not fit into memory."""
        lengths = pl.Series([self.shared.decode()]).str.split("<si").explode().str.len_bytes().slice(1)
        for content in self.sheets:
            cells = self._extent(content)
            if cells * _whole(lengths.max()) > _LETTERS_IN_MEMORY:
                self._text(content, lengths)

    def _extent(self, content: bytes) -> int:
        """Check how far the cells of a sheet reach, and count them."""
        last_row, last_column, cells, placed = 0, 0, 0, 0
        for text in _slices(content):
            found = pl.Series([text]).str.extract_all(_CELL).explode()
            places = found.filter(~found.str.starts_with("<"))
            cells, placed = cells + len(found) - len(places), placed + len(places)
            rows = places.str.extract(r"([0-9]+)$").cast(pl.UInt64, strict=False).fill_null(_TOO_FAR)
            last_row = max(last_row, _whole(rows.max()))
            letters = places.str.extract(r"([A-Za-z]+)[0-9]+$").unique().to_list()
            last_column = max([last_column, *map(_column, letters)])
        if placed != cells:
            raise _refused(self.name, "cells without a place", "cells that say where they stand")
        checked_size(self.name, last_row, last_column, self.limits)
        return cells

    def _text(self, content: bytes, lengths: pl.Series) -> None:
        """Add up the shared texts of all cells of a sheet."""
        total, named, found = 0, 0, 0
        for text in _slices(content):
            column = pl.Series([text])
            named += column.str.count_matches(_SHARED).item()
            index = column.str.extract_all(_INDEX).explode().str.extract(_INDEX).cast(pl.Int64).drop_nulls()
            found += len(index)
            total += _whole(lengths.gather(index.filter(index < len(lengths))).sum())
        if named != found or total > _LETTERS_IN_MEMORY:
            raise _refused(self.name, f"{total} letters", f"at most {_LETTERS_IN_MEMORY}", "shorten the long texts")


def _whole(value: Any) -> int:
    """A sum or a maximum of whole numbers; 0 of none."""
    return int(value or 0)


def _slices(content: bytes) -> Iterator[str]:
    """The text of a part, cut where an element ends."""
    start = 0
    while start < len(content):
        end = content.find(b"</", start + _SLICE)
        end = len(content) if end < 0 else end
        yield content[start:end].decode()
        start = end


def _column(letters: str) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * len("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + ord(letter) - ord("A") + 1
    return number
