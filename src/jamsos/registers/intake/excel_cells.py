"""Cells of a workbook whose value cannot be trusted: errors, and formulas nobody computed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import PurePosixPath
from string import ascii_uppercase
from typing import NamedTuple

import polars as pl

from jamsos.registers.intake.limits import MEGABYTE
from jamsos.registers.intake.measured import BadCell
from jamsos.registers.problems import Problem

_SLICE = MEGABYTE
"""How much of a sheet is looked at in one piece, little enough to be quick."""
_ERROR = r"<(?:\w+:)?c\b[^>]*\st\s*=\s*[\"']e[\"'][^>]*>"
_FORMULA = (
    r"<(?:\w+:)?c\b[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    r"\s*(?:<(?:\w+:)?v[^>]*>[^<]*)?"
)
"""A cell with its formula, and its value where it has one."""
MAY_BE_FORMULA_OR_ERROR = r"[<:]f[\s/>]|[\"']e[\"']"
"""What stands in every formula and error, and hardly anywhere else."""
_END_OF_ROW = re.compile(rb"</(?:\w+:)?row>")
_VALUE = re.compile(r"<(?:\w+:)?v[^>]*>([^<]+)$")
_PLACE = re.compile(r"\sr\s*=\s*[\"']([A-Za-z]+)([0-9]{1,9})[\"']")
_IS_TEXT = re.compile(r"^[^>]*\st\s*=\s*[\"']str[\"']")
_COMPUTED_LATER = re.compile(r"<(?:\w+:)?calcPr\b[^>]*\sfullCalcOnLoad\s*=\s*[\"'](?:1|true)[\"']")
_FROM_1904 = re.compile(r"<(?:\w+:)?workbookPr\b[^>]*\sdate1904\s*=\s*[\"'](?:1|true|on)[\"']")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"\s([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class Book(NamedTuple):
    """What the parts of a workbook say of it as a whole."""

    sheets: list[str]
    """The parts of its sheets, in their order; empty where one has none."""
    from_1904: bool
    """Whether its days are numbered from 1904."""
    computed_later: bool
    """Whether the program that wrote it left the formulas for another to compute."""


def book_of(parts: Mapping[str, bytes]) -> Book:
    """What the parts of a workbook say of it.

    Args:
        parts: ``xl/workbook.xml`` and its relations, by their names.

    """
    written = parts.get("xl/workbook.xml", b"").decode()
    # A sheet in a comment is none, and the others keep their places.
    workbook = _COMMENT.sub("", written)
    targets = targets_of(parts.get("xl/_rels/workbook.xml.rels", b""))
    sheets: list[str] = []
    for sheet in _SHEET.findall(workbook):
        identity = _identity(_attributes(sheet))
        sheets.append(targets.get(identity, ""))
    from_1904 = _FROM_1904.search(workbook) is not None
    return Book(sheets, from_1904, _COMPUTED_LATER.search(workbook) is not None)


def targets_of(relations: bytes) -> dict[str, str]:
    """The part each relation of a workbook points at."""
    targets: dict[str, str] = {}
    for relation in _RELATION.findall(relations.decode()):
        attributes = _attributes(relation)
        targets[attributes.get("Id", "")] = _part_named(attributes.get("Target", ""))
    return targets


def _part_named(target: str) -> str:
    """The name of the part a relation of the workbook points at."""
    # Joining leaves an absolute name as it is.
    name = PurePosixPath("/xl") / target
    return str(name).removeprefix("/")


def _identity(attributes: Mapping[str, str]) -> str:
    """The relation of a sheet: its attribute id in a namespace of any prefix."""
    return "".join(value for name, value in attributes.items() if name.endswith(":id"))


def _attributes(tag: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, double, single in _ATTRIBUTE.findall(tag):
        attributes[name] = unescape(double or single)
    return attributes


def bad_cells_of(content: bytes, *, computed_later: bool) -> list[BadCell]:
    """The cells of a sheet whose value cannot be trusted."""
    bad: list[BadCell] = []
    for text in slices(content):
        for cell in _matches(text, _ERROR):
            bad.extend(_bad(cell, Problem.CELL_ERROR))
        for cell in _matches(text, _FORMULA):
            if not _is_computed(cell, computed_later=computed_later):
                bad.extend(_bad(cell, Problem.CELL_FORMULA))
    return bad


def _matches(text: pl.Series, pattern: str) -> Sequence[str]:
    found = text.str.extract_all(pattern).explode()
    return found.drop_nulls().to_list()


def _is_computed(cell: str, *, computed_later: bool) -> bool:
    """Whether a formula has a value that some program has computed."""
    tag = cell.partition(">")[0]
    # An error is one of its own, and was found as such.
    if re.search(r"\st\s*=\s*[\"']e[\"']", tag):
        return True
    if _VALUE.search(cell):
        return not computed_later
    # A formula may give an empty text, as =IF(A1="","",...) does.
    return bool(_IS_TEXT.match(tag)) and not computed_later


def _bad(cell: str, problem: Problem) -> Iterator[BadCell]:
    tag = cell.partition(">")[0]
    for letters, row in _PLACE.findall(tag):
        yield BadCell(int(row), column_number(letters) - 1, problem)


def column_number(letters: str) -> int:
    """The number of a column: A is 1.

    >>> column_number("C"), column_number("aa")
    (3, 27)
    """
    alphabet = len(ascii_uppercase)
    number = 0
    for letter in letters.upper():
        place = ascii_uppercase.index(letter) + 1
        number = number * alphabet + place
    return number


def text_of(content: bytes) -> pl.Series:
    """A part of a workbook as a column of one text.

    Raises:
        UnicodeDecodeError: for what is no text.

    """
    # Python would keep a second copy of it; it says better why something is no text.
    try:
        return pl.Series([content]).cast(pl.String)
    except pl.exceptions.ComputeError:
        return pl.Series([content.decode()])


def slices(content: bytes) -> Iterator[pl.Series]:
    """The text of a sheet, cut where a row ends."""
    for cut in cuts(content):
        yield text_of(content[cut])


def cuts(content: bytes) -> Iterator[slice]:
    """Where the text of a sheet is cut: each piece ends with a row."""
    start = 0
    while start < len(content):
        row_end = _END_OF_ROW.search(content, start + _SLICE)
        end = row_end.end() if row_end else len(content)
        yield slice(start, end)
        start = end
