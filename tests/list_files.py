"""Files of lists, in the kinds that offices keep them in."""

import csv
import zipfile
from datetime import date
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

# It ships no types.
xlsxwriter: Any = import_module("xlsxwriter")


def written_list(one: dict[str, Any], folder: Path) -> Path:
    """Write a list in the kind it names, and return the path of the file."""
    kind = one["kind"]
    if kind == "xlsx":
        return _workbook(one, folder / "daftar.xlsx")
    if kind == "csv":
        return _separated(one, folder / "daftar.csv")
    if kind == "text":
        return _as_it_stands(one, folder / f"daftar{one.get('suffix', '.csv')}")
    if kind == "html":
        return _page(one, folder / "daftar.xls")
    if kind == "ods":
        return _ods(one, folder / "daftar.ods")
    raise ValueError(f"no such kind of list: {kind}")


def _workbook(one: dict[str, Any], path: Path) -> Path:
    """Formulas come with a stored value; a merged range keeps the text of its first cell."""
    with xlsxwriter.Workbook(str(path)) as book:
        # As a spreadsheet saves it, and not for one to compute when it is opened.
        book.set_calc_mode("manual")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheets = one.get("sheets", {"Daftar": one["rows"]})
        for name, rows in sheets.items():
            sheet: Any = book.add_worksheet(name)
            for merge in one.get("merged", []):
                sheet.merge_range(merge, "")
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(r, c, cell, day)
                    elif isinstance(cell, str) and cell:
                        sheet.write_string(r, c, cell)
                    elif cell != "":
                        sheet.write(r, c, cell)
            for place, (formula, value) in one.get("formulas", {}).items():
                sheet.write_formula(place, formula, None, value)
    return path


def _texts(row: list[Any]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _separated(one: dict[str, Any], path: Path) -> Path:
    separator, encoding = one.get("separator", ","), one.get("encoding", "utf-8")
    width = max(map(len, one["rows"]))
    with path.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(file, delimiter=separator)
        for row in one["rows"]:
            cells = _texts(row)
            lines.writerow(cells + [""] * (width - len(cells)))
    return path


def _as_it_stands(one: dict[str, Any], path: Path) -> Path:
    """A text letter by letter, for lines that no writer of tables would write."""
    text: str = one["text"]
    path.write_bytes(text.encode(one.get("encoding", "utf-8")))
    return path


def _page(one: dict[str, Any], path: Path) -> Path:
    lines: list[str] = []
    for row in one["rows"]:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in _texts(row))
        lines.append(f"<tr>{cells}</tr>")
    table = "\n".join(lines)
    path.write_text(f"<html><body><table>{table}</table></body></html>", encoding="utf-8")
    return path


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="Daftar">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def _ods(one: dict[str, Any], path: Path) -> Path:
    rows: list[str] = []
    for row in one["rows"]:
        cells = "".join(map(_ods_cell, row))
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", _ODS.format(rows="".join(rows)))
    return path


def _ods_cell(cell: Any) -> str:
    if cell == "" or cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        attributes = f'office:value-type="date" office:date-value="{cell}"'
    elif isinstance(cell, (int, float)):
        attributes = f'office:value-type="float" office:value="{cell}"'
    else:
        attributes = 'office:value-type="string"'
    text = f"<text:p>{escape(str(cell))}</text:p>"
    return f"<table:table-cell {attributes}>{text}</table:table-cell>"
