"""Where the heading of a list stands: below its titles, on one line or several.

A second line counts as part of the heading where cells are merged or each of its cells is a
heading, a remark or a part of what stands above it. What could be a person never does.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from jamsos.registers.intake.grid import Merged, TopRow
from jamsos.registers.intake.heading_terms import Term
from jamsos.registers.intake.heading_words import meaning_of
from jamsos.registers.intake.row_kinds import Marked, RowKind, is_numbering, one_line
from jamsos.registers.intake.second_headings import check_none_above

_MOST_LINES = 3
"""The lines of a heading: a group, the heading itself, and a remark."""
_LONGEST = 60
"""A longer text is a title and heads no group of columns."""

_NUMBERED = re.compile(r"\D*(?:\d[\s.\-/,']*){12,}")
"""What holds as many digits as the number of a person, or most of one."""
_DATUM = re.compile(r"(?:rp\.?\s*)?[\d\s.,/:+-]*\d[\d\s.,/:+%-]*", re.IGNORECASE)
"""A number, an amount or a day in digits."""
_REMARK = re.compile(
    r"[(\[].*[)\]]\.?"
    r"|(?:per|dalam|dlm|sesuai|contoh|isi|diisi|wajib|format|satuan|pilih|tulis)\b.*"
    r"|\d+ ?(?:angka|digit)"
    r"|(?:rp\.? ?|x ?)+(?:1[. ]?)?000|rp\.?|rupiah|jiwa|orang|ribuan|jutaan|thn|tahun|hari|bulan"
    r"|(?:dd?|hh?|tgl|tanggal)[-/. ](?:mm?|bb?|bln|bulan)[-/. ](?:yy(?:yy)?|tt(?:tt)?|thn|tahun)"
    r"|(?:mm?|bln|bulan)[-/. ](?:dd?|tgl|tanggal)[-/. ](?:yy(?:yy)?|thn|tahun)",
    re.IGNORECASE,
)
"""What explains the heading above it."""


_PLACE_AND_DAY = ("Tempat", "Tanggal")
"""What stands under a heading of both that goes over two columns."""
_OF_A_PERSON = ("id", "nik", "kk", "name")


class Heading(NamedTuple):
    """The heading of a list."""

    first: int
    """The row it begins on."""
    last: int
    """The row it ends on; the one before ``first`` where a list has none."""
    texts: list[str]
    """The text over each column; the lines are parted by a line feed, the upper one first."""
    above: tuple[Marked, ...] = ()
    """The rows above it."""
    titles: tuple[str, ...] = ()
    """What is written in each of them, whole."""


class _Score(NamedTuple):
    """How much speaks for a heading."""

    has_nik: int
    """1 where the NIK is among its columns."""
    known: int
    """How many of its columns the layout knows."""

    @property
    def heads_people(self) -> bool:
        """Whether it names the NIK and something else of a person."""
        return self.has_nik == 1 and self.known > 1


@frozen
class HeadingSearch:
    """How the heading of a file is found."""

    column_of: Callable[[str], str | None]
    """The column of the layout a heading stands for."""
    rows: int
    """The first rows, among which it is looked for."""
    row: int | None = None
    """The row it begins on, as the caller said."""

    @property
    def rows_to_look_at(self) -> int:
        """How many of the first rows are needed."""
        return max(self.rows, (self.row or 0) + _MOST_LINES)

    def found(self, top: Sequence[TopRow], merged: Sequence[Merged] = ()) -> Heading:
        """The heading among the first rows of a list."""
        heading = self._heading_of(top, merged)
        rows = [row for row in top if row.row < heading.first and _filled(row)]
        if self.row is None:
            niks = [n for n, text in enumerate(heading.texts) if self.column_of(text) == "nik"]
            check_none_above(rows, niks)
        above = [Marked.of(row.row, RowKind.TITLE, row.cells) for row in rows]
        titles = [one_line(" ".join(row.cells)) for row in rows]
        texts = _place_and_day(heading, merged)
        return heading._replace(texts=texts, above=tuple(above), titles=tuple(titles))

    def _heading_of(self, top: Sequence[TopRow], merged: Sequence[Merged]) -> Heading:
        if self.row is not None:
            return self._of_caller(top, merged)
        best: Heading | None = None
        best_score = _Score(0, 0)
        for start, row in enumerate(top):
            # Whoever stands below a heading of people is no title of another one.
            if best_score.heads_people and any(map(_NUMBERED.match, row.cells)):
                break
            if not _may_head(row):
                continue
            heading = self._from(top, start, merged)
            score = self.score(heading)
            is_better = score > best_score
            # Of a title above the heading nothing is known, however many cells it spans.
            if best is not None and score == best_score:
                title = _row_of(top, best.first)
                is_better = row.row <= best.last and not self._is_part(title)
            if is_better and score.known:
                best, best_score = heading, score
        if best is None:
            return _unknown(top)
        return best

    @staticmethod
    def _is_part(upper: TopRow) -> bool:
        """Whether a line above a heading is part of it, as a title is not."""
        if any(":" in cell or len(cell) > _LONGEST for cell in upper.cells):
            return False
        # One text is a title; several name groups of columns.
        return len(set(filter(None, upper.cells))) > 1

    def _of_caller(self, top: Sequence[TopRow], merged: Sequence[Merged]) -> Heading:
        """The heading that begins where the caller said; empty where the list ends before."""
        for start, row in enumerate(top):
            if row.row == self.row:
                return self._from(top, start, merged)
        row_number = self.row or 1
        return Heading(row_number, row_number, [""])

    def score(self, heading: Heading) -> _Score:
        """How much speaks for a heading."""
        known: set[str] = set()
        for text in heading.texts:
            column = self.column_of(text)
            if column is not None:
                known.add(column)
        has_nik = int("nik" in known)
        return _Score(has_nik, len(known))

    def _from(self, top: Sequence[TopRow], start: int, merged: Sequence[Merged]) -> Heading:
        """The heading that begins on a row, with the lines that belong to it."""
        first = top[start]
        lines = [first]
        for row in top[start + 1 : start + _MOST_LINES]:
            if not self._goes_on(lines[-1], row, merged):
                break
            lines.append(row)
        last = lines[-1].last_line
        return Heading(first.row, last, _texts(lines, merged))

    def _goes_on(self, upper: TopRow, lower: TopRow, merged: Sequence[Merged]) -> bool:
        """Whether the heading goes on below a line of it."""
        filled = _filled(lower)
        if not filled or _stands_apart(upper, lower, filled):
            return False
        if _merged_down(upper.row, lower.row, merged):
            return True
        parts = self._parts(upper, lower, merged)
        speaks_for_it = 0
        for column in filled:
            says_something = self._says_something(upper, lower, column)
            if column not in parts and not says_something:
                return False
            speaks_for_it += says_something
        # Merged cells that are divided below speak for themselves.
        return speaks_for_it > 0 or bool(self._divided(upper, lower, merged))

    def _says_something(self, upper: TopRow, lower: TopRow, column: int) -> bool:
        """Whether a text is a heading, or explains the one above it."""
        text = lower.cells[column]
        if _REMARK.fullmatch(text):
            return True
        above = _cell(upper, column)
        column_above = self.column_of(above)
        # A word below the heading of names is a name.
        if column_above in _OF_A_PERSON:
            return False
        if self.column_of(text) is not None:
            return True
        # A remark leaves the column what it is: *Rp/bulan* below *Penghasilan*.
        return column_above is not None and self.column_of(f"{above}\n{text}") == column_above

    def _divided(self, upper: TopRow, lower: TopRow, merged: Sequence[Merged]) -> set[int]:
        """The columns under cells that go over several of them, each with a text of its own."""
        columns: set[int] = set()
        for one in merged:
            if not one.first_row <= upper.row <= one.last_row:
                continue
            over = range(one.first_column, one.last_column + 1)
            inside = [column for column in over if _cell(lower, column).strip()]
            heads_people = self.column_of(_cell(upper, one.first_column)) in _OF_A_PERSON
            if len(inside) > 1 and not heads_people:
                columns.update(over)
        return columns

    def _parts(self, upper: TopRow, lower: TopRow, merged: Sequence[Merged]) -> set[int]:
        """The columns under a text that goes over several, or seems to where none are merged."""
        parts = self._divided(upper, lower, merged)
        for column in _filled(upper):
            # A name below the heading of names is a person, and no part of the heading.
            if self.column_of(upper.cells[column]) in _OF_A_PERSON:
                continue
            group = _group(upper, lower, column)
            if len(group) > 1:
                parts.update(group)
        return parts


def _place_and_day(heading: Heading, merged: Sequence[Merged]) -> list[str]:
    """The texts of a heading; one of the place and the day of birth over two columns is divided."""
    texts = list(heading.texts)
    for one in merged:
        is_inside = heading.first <= one.first_row <= one.last_row <= heading.last
        left, right = one.first_column, one.last_column
        if not is_inside or one.width != len(_PLACE_AND_DAY) or right >= len(texts):
            continue
        text = texts[left]
        # A column with a text of its own below the merged cell says itself what it is.
        if texts[right] in ("", text) and Term.PLACE in meaning_of(text).terms:
            texts[left], texts[right] = [f"{text}\n{part}" for part in _PLACE_AND_DAY]
    return texts


def _group(upper: TopRow, lower: TopRow, column: int) -> list[int]:
    """The columns a text seems to go over: its own, and those to its right without another."""
    group: list[int] = []
    while _cell(lower, column).strip() and (not group or not _cell(upper, column).strip()):
        group.append(column)
        column += 1
    return group


def _unknown(top: Sequence[TopRow]) -> Heading:
    """The heading of a list none of whose headings is known: the fullest row of words."""
    if not top:
        return Heading(1, 1, [])
    width = max(len(row.cells) for row in top)
    heads = [row for row in top if _may_head(row)]
    # Of rows as full as each other the first counts.
    fullest = max(heads, key=lambda row: len(_filled(row)), default=None)
    first_row = next((row for row in top if any(row.cells)), top[0])
    # A list that begins with a person has no heading, and that person must not become one.
    if fullest is None or (fullest.row > first_row.row and not _may_head(first_row)):
        return Heading(first_row.row, first_row.row - 1, [""] * width)
    return Heading(fullest.row, fullest.last_line, [one_line(cell) for cell in fullest.cells])


def _may_head(row: TopRow) -> bool:
    """Whether a row may be the first line of a heading: words, and no number of anybody."""
    if not any(row.cells):
        return False
    return not any(map(_NUMBERED.match, row.cells)) and not all(
        _is_datum(cell) for cell in row.cells if cell
    )


def _row_of(top: Sequence[TopRow], number: int) -> TopRow:
    return next(row for row in top if row.row == number)


def _is_datum(cell: str) -> bool:
    return bool(_DATUM.fullmatch(cell) or _NUMBERED.match(cell))


def _filled(row: TopRow) -> list[int]:
    """The columns with a text."""
    return [column for column, cell in enumerate(row.cells) if cell.strip()]


def _cell(row: TopRow, column: int) -> str:
    if column < len(row.cells):
        return row.cells[column]
    return ""


def _stands_apart(upper: TopRow, lower: TopRow, filled: Sequence[int]) -> bool:
    """Whether a line is the numbers of the columns, the same line again, or holds a datum."""
    if is_numbering(lower.cells):
        return True
    # A heading that stands there twice is no heading of two lines.
    if all(_cell(upper, column) == lower.cells[column] for column in filled):
        return True
    texts = [lower.cells[column] for column in filled]
    return any(_is_datum(text) and not _REMARK.fullmatch(text) for text in texts)


def _merged_down(upper: int, lower: int, merged: Sequence[Merged]) -> bool:
    """Whether a cell goes from one line over the next."""
    # A cell that goes over more rows stands beside the list, and heads nothing.
    return any(
        one.first_row <= upper and lower <= one.last_row < one.first_row + _MOST_LINES
        for one in merged
    )


def _spread(upper: TopRow, lower: TopRow, merged: Sequence[Merged]) -> Mapping[int, str]:
    """The text above each column; one that heads several columns is repeated over them."""
    texts: dict[int, str] = {}
    left = ""
    width = max(len(upper.cells), len(lower.cells))
    for column in range(width):
        text = _cell(upper, column).strip()
        # A text that has a part below it goes over the columns to its right that have no other.
        if text:
            texts[column] = text
            left = text if _cell(lower, column).strip() else ""
        elif left and _cell(lower, column).strip():
            texts[column] = left
        else:
            left = ""
    for one in merged:
        if one.first_row <= upper.row <= one.last_row:
            text = _cell(upper, one.first_column).strip()
            columns = range(one.first_column, one.last_column + 1) if text else ()
            texts.update(dict.fromkeys(columns, text))
    return texts


def _texts(lines: Sequence[TopRow], merged: Sequence[Merged]) -> list[str]:
    """The text over each column, its lines parted by a line feed."""
    width = max(len(line.cells) for line in lines)
    parts: list[list[str]] = [[] for _ in range(width)]
    for number, line in enumerate(lines):
        # The last line stands as it is written: nothing below it says what it goes over.
        texts = dict(enumerate(line.cells))
        if number + 1 < len(lines):
            texts.update(_spread(line, lines[number + 1], merged))
        for column in range(width):
            text = one_line(texts.get(column, ""))
            if text and text not in parts[column]:
                parts[column].append(text)
    return ["\n".join(part) for part in parts]
