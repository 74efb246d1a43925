"""Registers in CSV: encodings and separators as offices use them, every line accounted for."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jamsos.errors import InputError
from jamsos.registers.intake.csv_lines import OddRows, first_row
from jamsos.registers.intake.encodings import decoded
from jamsos.registers.intake.grid import TopRow
from jamsos.registers.intake.grid_sheet import heading_place
from jamsos.registers.intake.heading_search import Heading, HeadingSearch
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.sheet import Sheet, broken_rows, check_size
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem

SEPARATORS = (",", ";", "\t", "|")
_TAB = "\t"
_QUOTE = '"'
_STATED_SEPARATOR = re.compile(r'"?sep=(.)"?[,;\t|]*', re.IGNORECASE)
"""The first line of a file that says its separator."""
_QUOTED = '"(?:[^"]|"")*"'
"""A cell in quotes."""
_NOTHING_QUOTED = b'""'
_CONTROLS = [chr(number) for number in range(ord(" ")) if chr(number) not in "\t\n\r"]
"""Signs that hardly any text has."""
_ONE_CELL = f"^{_QUOTED}$"
"""A line that is one cell in quotes."""
_LINES_AT_A_TIME = 100_000
_LINE = pl.col("line")
_EVEN = pl.col("even")
"""Whether a line can be divided at every separator."""


class _FileLines(NamedTuple):
    """The lines of a file, and what they were written in."""

    lines: pl.DataFrame
    encoding: str
    other: tuple[int, ...]
    """The lines in another encoding than the rest of the file."""


class _Head(NamedTuple):
    """The heading of a file, as one separator divides it."""

    separator: str
    heading: Heading
    width: int
    """How many columns there are."""


def sheet_of_csv(path: Path, limits: Limits, search: HeadingSearch, separator: str | None) -> Sheet:
    """The cells of a CSV file; lines that do not fit the headings are divided one by one.

    Raises:
        InputError: for what is no text, a file that is too large, or a separator that is not one
            character.

    """
    separators: Sequence[str] = SEPARATORS
    if separator is not None:
        separators = [_checked_separator(separator)]
    name = path.name
    file = _file_lines(path, limits)
    lines = _unwrapped(file.lines)
    stated = _STATED_SEPARATOR.fullmatch(lines["line"][0])
    if stated is not None:
        # A spreadsheet takes this line for itself, and shows no row of it.
        lines = lines.slice(1)
        separators = [stated[1]] if separator is None else separators
    head = _best_head(lines, search, separators, limits)
    check_size(name, lines.height, head.width, limits)
    heading = head.heading
    below = lines.filter(pl.col(ROW) > heading.last)
    with_even = _with_even(below, head)
    odd_rows = _odd_rows(with_even, head, limits)
    cells = _all_rows(with_even, head, odd_rows)
    problems = _foreign_rows(below, file.other, odd_rows)
    # A row has one problem here; how it was divided says more than its encoding.
    problems.update(odd_rows.problems)
    metadata = {
        "kind": "CSV",
        "encoding": file.encoding,
        "separator": head.separator.replace(_TAB, "tab"),
        **heading_place(heading),
    }
    return Sheet(
        heading.texts,
        cells,
        broken=broken_rows(problems),
        above=heading.above,
        titles=heading.titles,
        metadata=metadata,
    )


def _file_lines(path: Path, limits: Limits) -> _FileLines:
    """The lines of a file."""
    name = path.name
    content = decoded(path.read_bytes(), name)
    lines = _lines(content.data, name, limits)
    # Those of Unix and of Windows end where polars looks for it, those of an old Macintosh do not.
    if lines["line"].str.contains("\r", literal=True).any():
        of_windows = content.data.replace(b"\r\n", b"\n")
        lines = _lines(of_windows.replace(b"\r", b"\n"), name, limits)
    return _FileLines(lines, content.encoding, content.other)


def _checked_separator(separator: object) -> str:
    allowed = "one sign, such as ',' or ';'"
    step = "give the sign between the cells"
    if not isinstance(separator, str) or len(separator) != 1:
        raise InputError("separator", separator, allowed, step)
    # Quotes and line ends have a meaning of their own in CSV.
    if separator in '"\r\n':
        raise InputError("separator", separator, allowed, step)
    return separator


def _lines(data: bytes, name: str, limits: Limits) -> pl.DataFrame:
    """The lines of a text, under their numbers; the first one is 1."""
    end = len(data)
    # The last line end closes a row, and does not begin an empty one.
    if data.endswith(b"\n"):
        end -= 1
    # Every line may be a row, so the lines are counted before any is divided.
    check_size(name, data.count(b"\n", 0, end), 1, limits)
    # An empty text is one empty line, and polars takes no mark away behind the first line end.
    lines = b"\n" + (data or b"\n")
    frame = pl.read_csv(
        lines,
        has_header=False,
        schema={"line": pl.String},
        separator=_sign_without_use(data, name),
        quote_char=None,
        row_index_name=ROW,
    )
    return frame.slice(1).select(pl.col(ROW).cast(pl.Int64), _LINE.fill_null(""))


def _sign_without_use(data: bytes, name: str) -> str:
    """A sign that stands nowhere in a text.

    Raises:
        RefusedFileError: where there is none, as in no text.

    """
    for sign in _CONTROLS:
        if sign.encode() not in data:
            return sign
    step = "save the list again as CSV UTF-8"
    raise refusal(Refusal.DAMAGED_TEXT, name, "every control character", "text", step)


def _unwrapped(lines: pl.DataFrame) -> pl.DataFrame:
    """The lines of a file; out of their quotes where each of them is one cell.

    A spreadsheet that opens a file with another separator writes it back so.
    """
    # Of most files the first line tells, and a million others need no look.
    if not re.fullmatch(_ONE_CELL, lines["line"][0]):
        return lines
    is_wrapped = _LINE.str.contains(_ONE_CELL) | (_LINE == "")
    if not lines.select(is_wrapped.all()).item():
        return lines
    inside = _LINE.str.strip_prefix('"').str.strip_suffix('"')
    return lines.with_columns(inside.str.replace_all('""', '"', literal=True))


def _best_head(
    lines: pl.DataFrame, search: HeadingSearch, separators: Sequence[str], limits: Limits
) -> _Head:
    """The heading under the separator that finds most of it."""
    begin = lines.head(search.rows_to_look_at + limits.lines)
    heads: list[_Head] = []
    for separator in separators:
        top = _top(begin, search.rows_to_look_at, separator, limits)
        heading = search.found(top)
        width = max(len(heading.texts), 1)
        heads.append(_Head(separator, heading, width))

    def score(head: _Head) -> tuple[int, ...]:
        return *search.score(head.heading), head.width

    # Of separators that find as much, the first of the list counts.
    return max(heads, key=score)


def _top(lines: pl.DataFrame, most: int, separator: str, limits: Limits) -> list[TopRow]:
    """The first rows of a file."""
    texts = lines["line"].to_list()
    first = int(lines[ROW][0]) if texts else 1
    rows: list[TopRow] = []
    place = 0
    while place < min(len(texts), most):
        row = first_row(texts[place : place + limits.lines + 1], separator)
        rows.append(TopRow.of(first + place, row.cells, row.lines))
        place += row.lines
    return rows


def _with_even(lines: pl.DataFrame, head: _Head) -> pl.DataFrame:
    """The lines, and whether each can be divided with the others.

    It can where it has as many cells as there are headings, or nothing at all, and quotes only
    stand around whole cells.
    """
    # Polars divides at a sign of one byte; at any other the rows are divided one by one.
    if not head.separator.isascii():
        return lines.with_columns(even=pl.lit(value=False))
    text = _LINE.str
    has_all_cells = text.count_matches(head.separator, literal=True) == head.width - 1
    # An empty line is divided like the others; a file may end in a million of them.
    is_empty = text.len_bytes() == 0
    has_quotes = text.contains(_QUOTE, literal=True)
    marked = lines.with_columns(even=has_all_cells | is_empty, quoted=has_quotes)
    # Of most files no line has any, and a look at their cells takes longer.
    if not marked["quoted"].any():
        return marked.drop("quoted")
    separator = re.escape(head.separator)
    cell = f'(?:{_QUOTED}|[^"{separator}]*)'
    are_around_cells = text.contains(f"^{cell}(?:{separator}{cell})*$")
    outside = text.replace_all(_QUOTED, "").str
    is_whole = outside.count_matches(head.separator, literal=True) == head.width - 1
    plain = marked.filter(pl.col("quoted")).filter(are_around_cells & is_whole)
    is_plain = pl.col(ROW).is_in(plain[ROW].implode())
    return marked.with_columns(even=is_plain | (_EVEN & ~pl.col("quoted"))).drop("quoted")


def _odd_rows(lines: pl.DataFrame, head: _Head, limits: Limits) -> OddRows:
    """The rows of lines with quotes, or with more or fewer cells than there are headings."""
    rows = OddRows(lines, head.separator, head.width, limits)
    odd_lines = lines.filter(~_EVEN)
    numbered = odd_lines.select(ROW, "line")
    for number, line in numbered.iter_rows():
        rows.add(number, line)
    return rows


def _all_rows(lines: pl.DataFrame, head: _Head, odd_rows: OddRows) -> pl.DataFrame:
    """The cells of every row, in the order of the file."""
    odd = odd_rows.frame()
    inside_a_cell = pl.col(ROW).is_in(list(odd_rows.inside))
    parts = [odd.clear()]
    # In parts, so that what lies between a line and its cells takes little memory.
    for part in lines.iter_slices(_LINES_AT_A_TIME):
        rows = odd.filter(odd[ROW].is_between(part[ROW][0], part[ROW][-1]))
        even = part.filter(_EVEN & ~inside_a_cell)
        if not even.is_empty():
            cells = _divided(even["line"], head.separator, head.width)
            divided = cells.insert_column(0, even[ROW])
            rows = pl.concat([rows, divided]).sort(ROW)
        parts.append(rows)
    return pl.concat(parts)


def _divided(lines: pl.Series, separator: str, width: int) -> pl.DataFrame:
    """The cells of lines that all have as many; None where nothing is written."""
    # The first line tells polars how many cells there are, wherever it looks.
    first = pl.Series([separator * (width - 1)])
    end = pl.Series([""])
    data = pl.concat([first, lines, end]).str.join("\n").cast(pl.Binary).item()
    names = [str(number) for number in range(width)]
    cells = pl.read_csv(
        data,
        has_header=False,
        schema=dict.fromkeys(names, pl.String),
        separator=separator,
        quote_char=_QUOTE,
    )
    below = cells.slice(1)
    # Nothing in quotes is no text either.
    if _NOTHING_QUOTED in data:
        is_written = pl.all() != ""
        below = below.with_columns(pl.when(is_written).then(pl.all()))
    return below


def _foreign_rows(
    lines: pl.DataFrame, numbers: Sequence[int], odd_rows: OddRows
) -> dict[int, Problem]:
    """The rows with a line in another encoding than the rest of the file."""
    rows = lines[ROW]
    is_foreign = rows.is_in(list(numbers))
    problems: dict[int, Problem] = {}
    foreign_rows: list[int] = rows.filter(is_foreign).to_list()
    for number in foreign_rows:
        # A line inside a quoted cell is a problem of the row it belongs to.
        row = odd_rows.inside.get(number, number)
        problems[row] = Problem.ROW_ENCODING
    return problems
