"""Rows of a list that are nobody are taken out of it, each on record."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl
from attrs import evolve

from jamsos.registers.intake.cells.amounts import read_amount
from jamsos.registers.intake.cells.cell import nothing
from jamsos.registers.intake.row_kinds import (
    Marked,
    RowKind,
    are_figures,
    is_numbering,
    kind_of_row,
    may_sign,
)
from jamsos.registers.intake.second_headings import check_alike, heads_again
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem

_MANY_DIGITS = r"^\D{0,3}\d(?:\D{0,2}\d){7,}"
"""So many digits stand in no total, and no signature begins with them."""
_NAMED_LIKE_A_TOTAL = r"(?i)^\W*(?:grand |sub ?)?(?:jumlah|total|jml|rata-rata)\b"
_LETTER = r"\p{L}"
_SOME_DIGITS = r"\d(?:\D*\d){3,}"
"""What a day has: those of a year at least."""
_NUMBER = r"^\s*\d{1,6}\s*\.?\s*$"
_CODE = r"\S*\d\S*"
"""A running number, or one of the office: *12.*, *K-003*."""
_SOME_LETTERS = r"[^\W\d_]{2}"
_OF_A_PERSON = ("id", "nik", "kk", "name", "birth")
_MOST_SUMS = 50
"""The rows of a list that are compared with the sums above them; those after stay people."""
_UNSURE = [Problem.ROW_CELLS, Problem.ROW_QUOTES]
"""Rows not all of whose cells are known."""

NOT_PEOPLE: dict[str, Any] = {ROW: pl.Int64, "kind": pl.Enum(RowKind), "text": pl.String}
"""What is recorded of a row that is nobody."""


def nobody() -> pl.DataFrame:
    """No row at all."""
    return pl.DataFrame(schema=NOT_PEOPLE)


def said_apart(others: pl.DataFrame) -> list[str]:
    """What the titles and notes of a list say, each text once."""
    if others.is_empty():
        return []
    kinds = [str(RowKind.TITLE), str(RowKind.NOTE)]
    texts = others.filter(pl.col("kind").cast(pl.String).is_in(kinds))["text"]
    return texts.unique(maintain_order=True).to_list()


class Parted(NamedTuple):
    """A sheet whose rows are people, and the rows that are not."""

    people: Sheet
    others: pl.DataFrame
    """``source_row``, ``kind`` and ``text``, the titles above the heading among them."""


def parted(sheet: Sheet, layout: Mapping[str, str]) -> Parted:
    """Part the people of a sheet from its totals, signatures, notes and repeated headings.

    Args:
        sheet: The cells below the heading.
        layout: The numbers of the columns, and the column of the layout each stands for.

    Raises:
        InputError: for the heading of another table below the first.

    """
    numbers = {name: number for number, name in layout.items()}
    below = _Below(sheet, numbers)
    marked = [*sheet.above, *below.marked()]
    others = pl.DataFrame(marked, schema=NOT_PEOPLE, orient="row")
    rows = others[ROW].implode()
    is_other = sheet.cells[ROW].is_in(rows)
    if not is_other.any():
        return Parted(sheet, others)
    numeric = sheet.numeric
    if not numeric.is_empty():
        numeric = numeric.filter(~is_other)
    people = evolve(
        sheet,
        cells=sheet.cells.filter(~is_other),
        numeric=numeric,
        broken=_without(sheet.broken, rows),
        bad=_without(sheet.bad, rows),
    )
    return Parted(people, others)


def _without(frame: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    return frame.filter(~pl.col(ROW).is_in(rows))


class _Below:
    """The rows below a heading, while each that may be nobody is looked at."""

    def __init__(self, sheet: Sheet, numbers: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._numbers = numbers
        self._titles = {one.text for one in sheet.above}
        self._found: list[Marked] = []
        self._wrong = set(sheet.bad[ROW])
        self._broken = set(sheet.broken[ROW])
        self._signing = False
        self._noting: int | None = None
        """The column in which the notes below the list begin."""
        self._sums_left = _MOST_SUMS

    def marked(self) -> list[Marked]:
        """Every row that is nobody, and what it is."""
        cells = self._sheet.cells
        is_person = cells.select(self._is_person()).to_series()
        last_person = cells[ROW].filter(is_person).max() or 0
        for row, *written in cells.filter(~is_person).iter_rows():
            texts = [text or "" for text in written]
            if not any(map(str.strip, texts)):
                if row in self._wrong:
                    self._found.append(Marked(row, RowKind.FORMULAS, ""))
                continue
            kind = self._kind(row, texts, after_all=row > last_person)
            if kind is not None:
                self._found.append(Marked.of(row, kind, texts))
        return self._found

    def _is_person(self) -> pl.Expr:
        """Whether a row is surely somebody's."""
        nik = self._column("nik").str.contains(_MANY_DIGITS)
        name = self._column("name").str.contains(_LETTER)
        birth = self._column("birth").str.contains(_SOME_DIGITS)
        numbered = self._column("id").str.contains(_NUMBER)
        unsure = self._sheet.broken.filter(pl.col("problem").is_in(_UNSURE))
        is_unsure = pl.col(ROW).is_in(unsure[ROW].implode())
        totals = self._column("name").str.contains(_NAMED_LIKE_A_TOTAL)
        is_named = name & (birth | (numbered & ~totals))
        return nik.fill_null(value=False) | is_named.fill_null(value=False) | is_unsure

    def _column(self, name: str) -> pl.Expr:
        """The texts of a column of the layout; none where the sheet does not have it."""
        number = self._numbers.get(name)
        if number is None:
            return pl.lit(None, dtype=pl.String)
        return pl.col(number)

    def _kind(self, row: int, texts: Sequence[str], *, after_all: bool) -> RowKind | None:
        """What a row is; None where it may be a person."""
        repeated = self._repeated(row, texts)
        if repeated is not None:
            return repeated
        kind = self._by_its_words(row, texts)
        if after_all:
            if kind is None and self._goes_on_noting(texts):
                kind = RowKind.NOTE
            self._noting = _first_filled(texts) if kind is RowKind.NOTE else None
            if kind is None and self._may_be_signed_by(texts):
                kind = RowKind.SIGNATURE
            # Below a signature stand the names of those who sign, until somebody else does.
            self._signing = kind is RowKind.SIGNATURE
        if kind is None and self._has_number_alone(row, texts):
            return self._of_number(texts, after_all=after_all)
        return kind

    def _repeated(self, row: int, texts: Sequence[str]) -> RowKind | None:
        """A row that belongs to the head of a page."""
        if is_numbering(texts):
            return RowKind.NUMBERING
        if heads_again(row, texts, self._sheet.headings):
            return RowKind.HEADING
        if self._goes_on_heading(row, texts):
            check_alike(row, texts, self._sheet.headings)
            return RowKind.HEADING
        if self._titles and Marked.of(row, RowKind.TITLE, texts).text in self._titles:
            return RowKind.TITLE
        return None

    def _goes_on_heading(self, row: int, texts: Sequence[str]) -> bool:
        """Whether a row is a further line of the heading that stands once more above it."""
        last = self._found[-1] if self._found else None
        if last is None or last.kind is not RowKind.HEADING or last.row != row - 1:
            return False
        names_somebody = any(self._text(texts, name) for name in _OF_A_PERSON)
        return not names_somebody and not are_figures(texts)

    def _by_its_words(self, row: int, texts: Sequence[str]) -> RowKind | None:
        """What a row says it is, the name of a part of the list, or the sums of the columns."""
        kind = kind_of_row(texts, self._text(texts, "name"))
        if kind is not None:
            return kind
        if row in self._sheet.wide and len(set(filter(None, texts))) == 1:
            return RowKind.SECTION
        if self._is_sum(row, texts):
            return RowKind.TOTAL
        return None

    def _may_be_signed_by(self, texts: Sequence[str]) -> bool:
        """Whether a row below a signature holds the name of somebody who signs."""
        has_number = self._text(texts, "id").strip().isdigit()
        return self._signing and not has_number and may_sign(texts)

    def _has_number_alone(self, row: int, texts: Sequence[str]) -> bool:
        """Whether nothing is said in a row but in the column of the running numbers."""
        number = self._text(texts, "id").strip()
        said = [text.strip() for text in texts if text.strip() and not nothing(text.strip())]
        if not number or said != [number]:
            return False
        # A line that was cut off, or holds a number of somebody, may have been a person.
        return row not in self._broken and not re.match(_MANY_DIGITS, number)

    def _of_number(self, texts: Sequence[str], *, after_all: bool) -> RowKind | None:
        """What a row is whose running number is all it has."""
        number = self._text(texts, "id").strip()
        if re.fullmatch(_CODE, number):
            return RowKind.UNFILLED
        if not re.search(_SOME_LETTERS, number):
            return None
        return RowKind.NOTE if after_all else RowKind.SECTION

    def _goes_on_noting(self, texts: Sequence[str]) -> bool:
        """Whether a row below a note is a further line of it, and holds nothing of a person."""
        if self._noting is None or self._noting != _first_filled(texts):
            return False
        has_number = self._text(texts, "id").strip().isdigit()
        is_one_line = sum(map(bool, texts)) == 1
        return is_one_line and not has_number and not self._text(texts, "name")

    def _text(self, texts: Sequence[str], name: str) -> str:
        number = self._numbers.get(name)
        if number is None:
            return ""
        return texts[int(number)]

    def _is_sum(self, row: int, texts: Sequence[str]) -> bool:
        """Whether a row holds nothing but the sums of the columns above it."""
        names_somebody = any(self._text(texts, name) for name in _OF_A_PERSON)
        if names_somebody or not are_figures(texts) or self._sums_left == 0:
            return False
        self._sums_left -= 1
        marked = [one.row for one in self._found]
        cells = self._sheet.cells
        above = cells.filter((pl.col(ROW) < row) & ~pl.col(ROW).is_in(marked))
        filled = [number for number, text in enumerate(texts) if text]
        return all(_adds_up(above[str(number)], texts[number]) for number in filled)


def _first_filled(texts: Sequence[str]) -> int:
    """The number of the first cell with a text."""
    return next(number for number, text in enumerate(texts) if text.strip())


def _adds_up(cells: pl.Series, total: str) -> bool:
    """Whether a text is the sum of several cells."""
    amounts = [_amount(cell) for cell in cells.drop_nulls()]
    # The sum of one row would be that row.
    return len(amounts) != 1 and sum(amounts) == _amount(total)


def _amount(text: str) -> int:
    """An amount; 0 of what is none."""
    amount = read_amount(text, numeric=False).value
    return int(amount or 0)
