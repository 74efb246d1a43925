"""Workbooks in binary records (.xlsb), made by hand."""

import struct
import zipfile
from pathlib import Path
from typing import Any


def number(value: int) -> bytes:
    return struct.pack("<I", value)


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb: its kind and its size, each in sevens of bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    sizes = bytearray()
    while size >= 0x80:
        sizes.append(size & 0x7F | 0x80)
        size >>= 7
    sizes.append(size)
    return head + bytes(sizes) + content


def wide(text: str) -> bytes:
    return number(len(text)) + text.encode("utf-16-le")


def xlsb(path: Path, rows: dict[int, dict[int, Any]], shared: str = "x", old: int = 0) -> Path:
    """A workbook in records: texts, numbers, ``None`` for an error, bytes for the shared text."""
    cells = b""
    for row, columns in rows.items():
        cells += record(0, number(row) + bytes(13))
        for column, cell in columns.items():
            place = number(column) + bytes(4)
            if cell is None:
                cells += record(3, place + b"\x17")
            elif isinstance(cell, str):
                cells += record(6, place + wide(cell))
            elif isinstance(cell, bytes):
                cells += record(7, place + cell)
            else:
                cells += record(5, place + struct.pack("<d", cell))
    extent = record(148, number(0) + number(max(rows, default=0)) + number(0) + number(255))
    sheet = record(129) + extent + record(145) + cells + record(146) + record(130)
    bundle = record(156, number(0) + number(1) + wide("rId1") + wide("Daftar"))
    book = record(131) + record(153, bytes([old]) + bytes(11)) + record(143) + bundle
    book += record(144) + record(132)
    texts = record(159, number(1) + number(1)) + record(19, b"\0" + wide(shared)) + record(160)
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{space}">'
            + relation.format("rId1", kinds, "worksheet", "worksheets/sheet1.bin")
            + relation.format("rId2", kinds, "sharedStrings", "sharedStrings.bin")
            + "</Relationships>",
        )
        package.writestr("xl/workbook.bin", book)
        package.writestr("xl/worksheets/sheet1.bin", sheet)
        package.writestr("xl/sharedStrings.bin", texts)
    return path
