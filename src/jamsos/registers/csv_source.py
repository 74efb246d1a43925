"""Registers in CSV: encodings and separators as offices use them, every line accounted for."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.cells import Problem
from jamsos.registers.encodings import decoded
from jamsos.registers.limits import Limits
from jamsos.registers.sources import ROW, Sheet, broken_rows, checked_size

SEPARATORS = (",", ";", "\t")
_MOST_LINES = 20
"""Lines one quoted cell may go over."""


def of_csv(path: Path, limits: Limits, heading_row: int, separator: str | None) -> Sheet:
    """The cells of a CSV file; lines that do not fit the headings are taken apart one by one.

    Raises:
        InputError: for what is no text, a file that is too large, or a separator that is not one sign.

    """
    signs = SEPARATORS if separator is None else (_checked_separator(separator),)
    read = decoded(path.read_bytes(), path.name)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    checked_size(path.name, text.count("\n"), 1, limits)
    lines = pl.DataFrame({"line": pl.Series([text]).str.split("\n").explode()}).with_row_index(ROW, offset=1)
    begin = lines["line"].slice(heading_row - 1, _MOST_LINES + 1).to_list() or [""]
    heads = {sign: _head(begin, sign) for sign in signs}
    sign = max(heads, key=lambda known: len(heads[known].cells))
    headings, below = heads[sign].cells, heading_row - 1 + heads[sign].lines
    checked_size(path.name, lines.height, len(headings), limits)
    told = {"kind": "CSV", "encoding": read.encoding, "separator": {"\t": "tab"}.get(sign, sign)}
    return _sheet(lines.slice(below), headings, sign, read.other, told)


def _checked_separator(separator: object) -> str:
    if not isinstance(separator, str) or len(separator) != 1 or separator in '"\r\n':
        raise InputError("separator", separator, "one sign, such as ',' or ';'", "give the sign between the cells")
    return separator


def _sheet(
    lines: pl.DataFrame, headings: Sequence[str], sign: str, other: Sequence[int], told: dict[str, str]
) -> Sheet:
    names = [str(number) for number in range(len(headings))]
    line = pl.col("line")
    even = (line.str.count_matches(sign, literal=True) == len(names) - 1) & ~line.str.contains('"', literal=True)
    marked = lines.with_columns(pl.col(ROW).cast(pl.Int64), even=even)
    odd = dict(marked.filter(~pl.col("even")).select(ROW, "line").iter_rows())
    taken = _one_by_one(odd, lines, sign, len(names))
    rest = marked.filter("even" if not taken.inside else pl.col("even") & ~pl.col(ROW).is_in(list(taken.inside)))
    parts = (
        line.str.split_exact(sign, len(names) - 1).struct.rename_fields(names) if len(names) > 1 else line.alias("0")
    )
    split = rest.select(ROW, parts.alias("parts")).unnest("parts") if len(names) > 1 else rest.select(ROW, parts)
    schema = {ROW: pl.Int64, **dict.fromkeys(names, pl.String)}
    others = pl.DataFrame(taken.rows, schema=schema, orient="row")
    cells = (
        pl.concat([split, others])
        .sort(ROW)
        .with_columns(pl.when(pl.col(name) != "").then(pl.col(name)) for name in names)
    )
    below: list[int] = lines[ROW].filter(lines[ROW].is_in(list(other))).to_list()
    foreign = dict.fromkeys((taken.inside.get(number, number) for number in below), Problem.ROW_ENCODING)
    return Sheet(headings, cells, broken=broken_rows(foreign | taken.broken), told=told)


class _Taken(NamedTuple):
    rows: list[list[object]]
    inside: dict[int, int]
    """Lines that belong to a cell begun on an earlier one, and the first line of their row."""
    broken: dict[int, Problem]


class _Joined(NamedTuple):
    """A row whose quotes go over several lines."""

    cells: list[str]
    lines: int
    doubtful: bool
    """Whether its lines could as well be rows of their own."""


def _one_by_one(odd: dict[int, str], lines: pl.DataFrame, sign: str, width: int) -> _Taken:
    """Lines with quotes or with more or fewer cells than headings."""
    taken = _Taken([], {}, {})
    text, first = lines["line"], int(lines[ROW][0]) if odd else 0
    for number, line in odd.items():
        if number in taken.inside:
            continue
        cells = _taken_apart(line, sign)
        joined = None if cells else _joined(text.slice(number - first, _MOST_LINES + 1).to_list(), sign, width)
        if joined and not joined.doubtful:
            cells = joined.cells
            taken.inside.update(dict.fromkeys(range(number + 1, number + joined.lines), number))
        elif joined:
            taken.broken.update(dict.fromkeys(range(number, number + joined.lines), Problem.ROW_QUOTES))
        elif cells is None:
            taken.broken[number] = Problem.ROW_CELLS
        cells = cells or line.split(sign)
        if len(cells) < width and line.replace(sign, "").strip():
            taken.broken.setdefault(number, Problem.ROW_SHORT)
        elif any(cells[width:]):
            taken.broken[number] = Problem.ROW_CELLS
        taken.rows.append([number, *(cells + [""] * width)[:width]])
    return taken


def _head(lines: list[str], sign: str) -> _Joined:
    """The headings, which may go over several lines too."""
    cells = _taken_apart(lines[0], sign)
    joined = None if cells else _joined(lines, sign)
    return joined if joined and not joined.doubtful else _Joined(cells or lines[0].split(sign), 1, doubtful=False)


def _joined(lines: list[str], sign: str, width: int | None = None) -> _Joined | None:
    """The first line with as many of the next ones as close its quotes and make up the cells of a row."""
    for count in range(2, len(lines) + 1):
        cells = _taken_apart("\n".join(lines[:count]), sign)
        if cells and len(cells) == (width or len(cells)):
            return _Joined(cells, count, _are_rows(lines[:count], sign, len(cells)))
    return None


def _are_rows(lines: list[str], sign: str, width: int) -> bool:
    """Whether a line that quotes take in has all cells of a row; the last one may only end the first cell of a row."""
    first, *between, last = (line.count(sign) >= width - 1 for line in lines)
    return any(between) or (last and (first or sign in lines[-1].partition('"')[0]))


def _taken_apart(line: str, sign: str) -> list[str] | None:
    """The cells of a line; None where its quotes are not closed or stand astray."""
    try:
        return next(csv.reader([line], delimiter=sign, strict=True), [""])
    except csv.Error:
        return None
