"""What every source of a register gives: the headings, and the cells as text."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import polars as pl
from attrs import field, frozen

from jamsos.registers.intake.files import LeftOut
from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.refusals import Refusal, refusal
from jamsos.registers.intake.row_kinds import Marked
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Problem


class TextColumn(NamedTuple):
    """The cells of a column as text."""

    texts: pl.Series
    numeric: pl.Series | None
    """Which of the cells were numbers; None where none was."""


def bad_cells(cells: Sequence[tuple[int, str, Problem]] = ()) -> pl.DataFrame:
    """Cells by row and number of the column, and what is wrong with each."""
    schema = {ROW: pl.Int64, "number": pl.String, "problem": pl.String}
    return pl.DataFrame(list(cells), schema=schema, orient="row")


class Tall(NamedTuple):
    """A cell that was merged over several rows of one column."""

    number: str
    """The column."""
    first_row: int
    last_row: int


@frozen(eq=False, repr=False)
class Sheet:
    """Headings and text cells.

    The columns are numbered, ``"0"``, ``"1"`` and so on, and follow the column :data:`ROW`.
    """

    headings: Sequence[str]
    cells: pl.DataFrame
    numeric: pl.DataFrame = field(factory=pl.DataFrame)
    """For columns with numeric cells, by the same number: which cells are."""
    broken: pl.DataFrame = field(factory=lambda: broken_rows({}))
    """Rows that could not be divided into cells as the others were, and why."""
    bad: pl.DataFrame = field(factory=bad_cells)
    """Cells without a value that could be trusted, by row and number of the column, and why."""
    above: tuple[Marked, ...] = ()
    """The rows above the heading."""
    titles: tuple[str, ...] = ()
    """What is written in each of them, whole."""
    wide: frozenset[int] = frozenset()
    """The rows with a cell merged over most of the columns."""
    tall: tuple[Tall, ...] = ()
    """The cells that were merged over several rows."""
    first_column: int = 0
    """How many columns of the file stand before the first one."""
    from_1904: bool = False
    """Whether its days are numbered from 1904, as old workbooks of the Macintosh do."""
    metadata: dict[str, str] = field(factory=dict[str, str])
    """What the file was: kind, encoding, separator, sheet."""


class Table(NamedTuple):
    """A sheet of a file that is open, or all of a file that has no sheets."""

    sheet: str
    """Its name, as a report may show it; empty where it has none."""
    read: Callable[[], Sheet]


class Opened(NamedTuple):
    """A file that is open: its sheets are read one by one."""

    tables: Sequence[Table]
    """Those that are asked for."""
    left_out: Sequence[tuple[str, LeftOut]] = ()
    """The others, and why they are not read."""


def sheet_of_columns(headings: Sequence[str], columns: Sequence[TextColumn], kind: str) -> Sheet:
    """A sheet of columns under their headings; the first row of a frame is 1."""
    texts: list[pl.Series] = []
    numeric: list[pl.Series] = []
    for number, column in enumerate(columns):
        name = str(number)
        texts.append(column.texts.alias(name))
        if column.numeric is not None:
            numeric.append(column.numeric.alias(name))
    numbered = pl.DataFrame(texts).with_row_index(ROW, 1)
    cells = numbered.cast({ROW: pl.Int64})
    numeric_cells = pl.DataFrame(numeric)
    return Sheet(headings, cells, numeric_cells, metadata={"kind": kind})


def broken_rows(problems: Mapping[int, Problem]) -> pl.DataFrame:
    """Rows of the file and what is wrong with each."""
    schema = {ROW: pl.Int64, "problem": pl.String}
    rows = list(problems.items())
    return pl.DataFrame(rows, schema=schema, orient="row")


def check_size(name: str, rows: int, columns: int, limits: Limits) -> None:
    """Refuse more rows or columns than the limits allow.

    Raises:
        InputError: naming which.

    """
    # Columns first: each of many costs more than each of many rows.
    _check_count(Refusal.COLUMNS, f"columns of {name}", columns, limits.columns)
    _check_count(Refusal.ROWS, f"rows of {name}", rows, limits.rows)
    cells = rows * columns
    if cells > limits.cells:
        allowed = f"at most {limits.cells}"
        step = "delete empty rows and columns with a format, or split the register"
        most = limits.cells
        raise refusal(Refusal.CELLS, f"cells of {name}", cells, allowed, step, most=most)


def _check_count(why: Refusal, thing: str, count: int, most: int) -> None:
    if count > most:
        allowed = f"at most {most}"
        step = "split the register, or raise the limits"
        raise refusal(why, thing, count, allowed, step, count=count, most=most)
