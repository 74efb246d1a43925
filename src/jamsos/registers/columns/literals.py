"""Plain values as columns, and what such columns and amounts are called."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

Exprs: TypeAlias = Mapping[str, Any]
"""Columns to add at once, by their names."""

Amounts: TypeAlias = tuple[int, ...]
"""Whole rupiah: one amount for each row of the income table, or one for all of them."""


def as_column(value: Any) -> nw.Expr:
    """A plain value as a column of whole numbers; a column stays what it is."""
    if isinstance(value, nw.Expr):
        return value
    return nw.lit(value, nw.Int64)


def int16(number: int) -> nw.Expr:
    """A reason code as a column: there are few, so that small numbers will do."""
    return nw.lit(number, nw.Int16)


def null_of(column_type: Any) -> nw.Expr:
    """An empty value of a type."""
    return nw.lit(None, column_type)
