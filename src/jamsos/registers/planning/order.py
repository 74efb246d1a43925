"""A strict order of priority (*urutan prioritas*) over the rows of a register."""

from collections.abc import Sequence
from difflib import get_close_matches

import polars as pl

from jamsos.errors import InputError, kind_of, name_meant
from jamsos.registers.facts import CODES
from jamsos.registers.layout import NAMED, Holds
from jamsos.registers.planning.ranks import Rank, as_written

_PLAIN = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Date)
"""The types, besides numbers, whose values have an order an office can state."""

_ALLOWED = "a list of columns or Rank, each column once"


def checked_order(order: Sequence[Rank | str], register: pl.DataFrame) -> tuple[Rank, ...]:
    """Return the order as ranks.

    Raises:
        InputError: for no order, a column twice or absent, or one that has no order; for a value
            that goes first and does not occur in its column.

    """
    _check_list(order)
    ranks = tuple(_as_rank(step) for step in order)
    _check_each_once(ranks)
    # All columns before any value: an absent column has no values to look at.
    for rank in ranks:
        _check_column(rank.name, register.schema)
    for rank in ranks:
        _check_values(rank, register[rank.name])
    return ranks


def _check_list(order: object) -> None:
    step = "state who goes first, as ['age', 'income']"
    if isinstance(order, str):
        raise InputError("order", order, _ALLOWED, step)
    if not isinstance(order, Sequence):
        raise InputError("order", kind_of(order), _ALLOWED, step)
    if not order:
        raise InputError("order", list(order), _ALLOWED, step)


def _check_each_once(ranks: Sequence[Rank]) -> None:
    # By the column that is read: age and birth are one.
    names = {rank.name for rank in ranks}
    if len(names) != len(ranks):
        columns = [rank.column for rank in ranks]
        raise InputError("order", columns, _ALLOWED, "state each column once")


def _as_rank(step: Rank | str) -> Rank:
    if isinstance(step, Rank):
        return step
    return Rank(step)


def _check_column(name: str, schema: pl.Schema) -> None:
    if name in NAMED:
        column = NAMED[name]
        if column.holds is Holds.NIK:
            raise InputError("order", name, "no identity numbers", "rank by facts; ties go by id")
    if name not in schema:
        step = name_meant(name, schema)
        raise InputError("order", name, f"columns of the register: {list(schema)}", step)
    column_type = schema[name]
    if not _has_order(column_type):
        allowed = "columns of plain values: text, codes, days, numbers, yes and no"
        raise InputError("order", f"{name}: {column_type}", allowed, "rank by another column")


def _has_order(column_type: pl.DataType) -> bool:
    if column_type.is_numeric():
        return True
    return column_type.base_type() in _PLAIN


def _check_values(rank: Rank, column: pl.Series) -> None:
    """Refuse values that go first and could go nowhere."""
    # Codes of a closed list need not occur: Rank has checked them.
    if rank.column in CODES or column.is_empty():
        return
    possible = _possible_values(column)
    for value in rank.first:
        if as_written(value) not in possible:
            thing = f"Rank {rank.column}"
            step = f"write it as the register does: {_nearest(value, possible)}"
            raise InputError(thing, value, "values that occur in the column", step)


def _nearest(value: object, possible: list[str]) -> str:
    """The values a misspelt one may stand for."""
    written = as_written(value)
    near = get_close_matches(written, possible, cutoff=0)
    if not near:
        return "it states none"
    return ", ".join(near)


def _possible_values(column: pl.Series) -> list[str]:
    """The values of a closed type, else those that occur, as polars writes them."""
    if column.dtype == pl.Boolean:
        return [as_written(value=False), as_written(value=True)]
    if isinstance(column.dtype, pl.Enum):
        return column.dtype.categories.to_list()
    written = column.drop_nulls().cast(pl.String)
    different = written.unique().sort()
    return different.to_list()


def in_order(frame: pl.DataFrame, ranks: Sequence[Rank]) -> pl.DataFrame:
    """Sort people by the ranks; what is not stated goes last.

    Ties go by the record's ``id``, then as the rows stand.
    """
    keys: list[pl.Expr] = []
    falls: list[bool] = []
    for rank in ranks:
        column_type = frame.schema[rank.name]
        keys.append(_sort_key(rank, column_type))
        falls.append(rank.falls)
    for tie in _ties(frame.schema):
        keys.append(tie)
        falls.append(False)
    return frame.sort(keys, descending=falls, nulls_last=True, maintain_order=True)


def _sort_key(rank: Rank, column_type: pl.DataType) -> pl.Expr:
    key = rank.key()
    if rank.first:
        return key
    if column_type.is_float():
        # NaN sorts as the largest number, and states none.
        return key.fill_nan(None)
    if isinstance(column_type, pl.Enum | pl.Categorical):
        # Codes go by the alphabet, whatever the order of their type.
        return key.cast(pl.String)
    return key


def _ties(schema: pl.Schema) -> list[pl.Expr]:
    if "id" not in schema:
        return []
    record = pl.col("id")
    if schema["id"] != pl.String:
        return [record]
    # Offices number their lists 1, 2, ... 10: the shorter text goes first.
    length = record.str.len_chars()
    return [length, record]
