"""The cells of a sheet under the names of the layout, short enough and without what could act."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from jamsos.registers.intake.cells.cell import Neutral, neutral, shown
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.log import Log
from jamsos.registers.intake.sheet import Sheet
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem, Repair

_DOUBTFUL = r"[\p{Cc}\p{Cf}]|^\s|\s$|\s\s|[^\S ]"
"""What a text with nothing to take out never has."""
_UNREADABLE = "\ufffd"
_UNTIDY = f"^$|{_DOUBTFUL}|{_UNREADABLE}"
_IDENTITIES = ("nik", "kk")
_REPAIRS = (Repair.CONTROL, Repair.MARKS, Repair.BLANKS)
"""What is taken out of a text, in the order of the report."""


class TidyCells(NamedTuple):
    """The cells of a sheet that are ready to be read."""

    texts: pl.DataFrame
    """The texts of each column, by the name of the layout or the heading."""
    numeric: dict[str, pl.Series]
    """For columns with numeric cells: which cells are."""
    empty_rows: int
    """How many rows of the sheet held nothing, and were left out."""


def tidied(sheet: Sheet, names: Mapping[str, str], limits: Limits, log: Log) -> TidyCells:
    """Tidy every column, and leave out the rows that hold nothing.

    Args:
        sheet: The cells as they came from the source.
        names: The numbers of the columns, and the name of each.
        limits: How long a cell may be.
        log: Takes what was repaired or cannot be read.

    """
    rows = sheet.cells[ROW]
    columns = [rows]
    untidy = _untidy(sheet.cells.select(list(names)), limits.letters)
    for number, name in names.items():
        texts = sheet.cells[number]
        if number in untidy:
            column = _Column(name, rows, log)
            texts = column.tidied(texts, limits.letters)
        columns.append(texts.alias(name))
    cells = pl.DataFrame(columns)
    numeric = _numeric(sheet, names)
    # Where everybody has a number or a name, no row is empty.
    if any(column.null_count() == 0 for column in columns[1:]):
        return TidyCells(cells, numeric, 0)
    filled = _filled(cells, sheet.broken)
    kept = cells.filter(filled)
    numeric = {name: column.filter(filled) for name, column in numeric.items()}
    empty_rows = cells.height - kept.height
    return TidyCells(kept, numeric, empty_rows)


def _untidy(cells: pl.DataFrame, most: int) -> set[str]:
    """The columns in which a cell has to be tidied."""
    # One question for all columns: asked of each, it takes longer than reading a small list.
    text = pl.all()
    may_be_long = text.str.len_bytes() > most
    is_untidy = may_be_long | text.str.contains(_UNTIDY)
    found = cells.select(is_untidy.any())
    return {column.name for column in found if column.any()}


def _numeric(sheet: Sheet, names: Mapping[str, str]) -> dict[str, pl.Series]:
    """For columns with numeric cells: which cells are numeric."""
    numeric: dict[str, pl.Series] = {}
    for number, name in names.items():
        if number not in sheet.numeric.columns:
            continue
        column = sheet.numeric[number]
        numeric[name] = column.fill_null(value=False)
    return numeric


def _filled(cells: pl.DataFrame, broken: pl.DataFrame) -> pl.Series:
    """Which rows are kept: those that hold something, and the broken ones."""
    is_written = pl.exclude(ROW).is_not_null()
    holds_something = pl.any_horizontal(is_written)
    broken_rows = broken[ROW].implode()
    # A broken row stays even when nothing of it could be read: it must not vanish unseen.
    is_broken = pl.col(ROW).is_in(broken_rows)
    return cells.select(holds_something | is_broken).to_series()


class _Column(NamedTuple):
    """A column that is tidied."""

    name: str
    rows: pl.Series
    """The row of each cell."""
    log: Log

    def tidied(self, texts: pl.Series, most: int) -> pl.Series:
        """The texts, short enough and without what could act; empty texts are none."""
        # Cut first: everything after it looks at each letter.
        short = self._cut(texts, most)
        plain = self._neutralised(short)
        is_garbled = plain.str.contains(_UNREADABLE, literal=True)
        garbled = is_garbled.fill_null(value=False)
        unreadable = plain.filter(garbled)
        self._record(garbled, unreadable, Problem.TEXT_UNREADABLE)
        is_empty = plain == ""
        return plain.set(is_empty, None)

    def _cut(self, texts: pl.Series, most: int) -> pl.Series:
        """The texts, none longer than so many letters."""
        # Bytes are counted at once, letters are not; and no text has more letters than bytes.
        may_be_long = texts.str.len_bytes() > most
        if not may_be_long.any():
            return texts
        has_too_many = texts.str.len_chars() > most
        long = may_be_long & has_too_many
        cut = texts.str.slice(0, most)
        # The report shows the cells before they are neutralised, and must not act either.
        plain: list[str] = []
        for text in cut.filter(long):
            harmless = neutral(text)
            plain.append(harmless.text)
        self._record(long, _text_series(plain), Problem.CELL_LONG)
        return cut.zip_with(long.fill_null(value=False), texts)

    def _neutralised(self, texts: pl.Series) -> pl.Series:
        """The texts without what could act, with each kind of repair recorded."""
        is_doubtful = texts.str.contains(_DOUBTFUL)
        doubtful = texts.filter(is_doubtful).unique()
        if doubtful.is_empty():
            return texts
        tidy = [neutral(text) for text in doubtful]
        for repair in _REPAIRS:
            repaired = _repaired(doubtful, tidy, repair)
            is_repaired = texts.is_in(repaired.implode())
            rows = self.rows.filter(is_repaired)
            self.log.repair(rows, self.name, repair)
        plain = [one.text for one in tidy]
        return texts.replace(doubtful, _text_series(plain))

    def _record(self, wrong: pl.Series, texts: pl.Series, problem: Problem) -> None:
        """Record a problem of the cells that are wrong, with their texts."""
        if texts.is_empty():
            return
        values = shown_all(texts, self.name)
        rows = self.rows.filter(wrong)
        self.log.problem(rows, self.name, problem, values)


def _text_series(texts: Sequence[str]) -> pl.Series:
    return pl.Series(texts, dtype=pl.String)


def _repaired(texts: pl.Series, tidy: Sequence[Neutral], repair: Repair) -> pl.Series:
    """The texts that needed a repair."""
    needed = [repair in one.repairs for one in tidy]
    is_repaired = pl.Series(needed, dtype=pl.Boolean)
    return texts.filter(is_repaired)


def shown_in(column: str, text: str) -> str:
    """A text of a column as a report may show it."""
    return shown(text, identity=column in _IDENTITIES)


def shown_all(texts: pl.Series, column: str) -> pl.Series:
    """The texts of a column as a report may show them."""
    # Most columns of most lists have nothing to show here.
    if texts.is_empty():
        return texts
    # Of many equal texts one is hidden: the same mistake often stands in thousands of rows.
    seen = {text: shown_in(column, text) for text in texts.unique()}
    return texts.replace_strict(seen, return_dtype=pl.String)
