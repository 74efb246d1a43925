"""The merged cells of a sheet stand before its cells in the copy, and a reader finds the same."""

import io
import zipfile
from importlib import import_module
from typing import Any

import pytest
import xlsxwriter

from jamsos.registers.intake.merged_first import merged_first

CELLS = '<sheetData><row r="1"><c r="A1" t="str"><v>Rekaan</v></c></row></sheetData>'
MERGED = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
OTHER = '<mergeCells count="1"><mergeCell ref="A1:C9"/></mergeCells>'
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PREFIXED = MERGED.replace("<", "<x:").replace("<x:/", "</x:")
NAMED_IN_TEXT = CELLS.replace("Rekaan", "mergeCells")
MOVED = {
    "none": CELLS,
    "after the cells": CELLS + MERGED,
    "with blanks": CELLS + MERGED.replace("<mergeCells ", "<mergeCells\n  "),
    "the first of two": CELLS + MERGED + OTHER,
    "beside others": CELLS + '<sheetProtection sheet="1"/>' + MERGED + '<pageMargins left="1"/>',
}
LEFT = {
    "before the cells": OTHER + CELLS + MERGED,
    "named in a cell": NAMED_IN_TEXT + MERGED,
    "in a comment": f"{CELLS}<!-- {OTHER} -->{MERGED}",
    "in a comment with an end": f"{CELLS}<!-- </sheetData>{OTHER} -->{MERGED}",
    "behind a comment": f"<!-- <sheetData> -->{CELLS}{MERGED}",
    "with a prefix": CELLS + PREFIXED,
    "no cells": "<sheetData/>" + MERGED,
    "merged into nothing": CELLS + "<mergeCells/>",
}


def part(inside: str) -> bytes:
    spaces = f'xmlns="{NAMESPACE}" xmlns:x="{NAMESPACE}"'
    return f"<worksheet {spaces}>{inside}</worksheet>".encode()


def seen(content: bytes) -> tuple[Any, Any]:
    """What a reader finds: the merged cells, and the cells."""
    # Only partly typed, as other libraries of the extras are.
    calamine: Any = import_module("python_calamine")
    written, package = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        book.add_worksheet("Daftar")
    with zipfile.ZipFile(written) as original, zipfile.ZipFile(package, "w") as packed:
        for name in original.namelist():
            packed.writestr(name, content if name.endswith("sheet1.xml") else original.read(name))
    package.seek(0)
    sheet = calamine.CalamineWorkbook.from_filelike(package).get_sheet_by_index(0)
    return sheet.merged_cell_ranges, sheet.to_python()


ALL = {**MOVED, **LEFT}


@pytest.mark.parametrize("inside", ALL.values(), ids=ALL)
def test_a_reader_finds_the_same(inside: str) -> None:
    content = part(inside)
    assert seen(b"".join(merged_first(content))) == seen(content)


@pytest.mark.parametrize("inside", MOVED.values(), ids=MOVED)
def test_merged_cells_stand_before_the_others(inside: str) -> None:
    content = b"".join(merged_first(part(inside)))
    assert 0 < content.index(b"</mergeCells>") < content.index(b"<sheetData")


@pytest.mark.parametrize("inside", LEFT.values(), ids=LEFT)
def test_what_is_not_plain_stays_as_it_is(inside: str) -> None:
    content = part(inside)
    assert merged_first(content) == (content,)


def test_the_reader_finds_merged_cells_at_all() -> None:
    merged, rows = seen(part(CELLS + MERGED))
    assert merged == [((0, 0), (0, 1))]
    assert rows == [["Rekaan"]]
