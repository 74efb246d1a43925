"""A strict order of priority (*urutan prioritas*): whose turn it is, for every row of a register."""

from collections.abc import Hashable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, cast

import polars as pl
from attrs import field, frozen

from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.law.provisions import Bilingual
from jamsos.registers.facets import CODES
from jamsos.registers.layout import NAMED, Holds
from jamsos.registers.summing import UNKNOWN


def _listed(values: object) -> tuple[Any, ...]:
    """The values of a list; a text is one value and no list of letters."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError("Rank.first", values, "a list of values", f"write first=[{values!r}]")
    listed = tuple(values)
    if not all(isinstance(value, Hashable) for value in listed):
        raise InputError("Rank.first", str(listed), "plain values", "write the values as the register does")
    return listed


@frozen
class Rank:
    """One step of an order of priority: a column, and which of its values go first.

    >>> Rank("category", first=("fisher", "farmer"))
    Rank(column='category', first=('fisher', 'farmer'), descending=False)
    """

    column: str
    """Any column of the register; ``age`` stands for ``birth``: ascending is youngest first."""
    first: tuple[Any, ...] = field(default=(), converter=_listed)
    """Values that go before all others, in this order; the others follow as if they were equal."""
    descending: bool = False
    """Largest first; without it smallest first, text in the order of the alphabet, no before yes."""

    def __attrs_post_init__(self) -> None:
        if self.first and self.descending:
            raise InputError(f"Rank {self.column}", "first and descending", "one of the two", "state one order")
        if len(set(self.first)) != len(self.first):
            raise InputError(f"Rank {self.column}", list(self.first), "each value once", "correct the list")
        if self.column in CODES:
            for value in self.first:
                CODES[self.column](str(value))

    @property
    def name(self) -> str:
        """The column of the register that is read."""
        return "birth" if self.column == "age" else self.column

    def key(self) -> pl.Expr:
        """What rows are sorted by, smallest first; empty is last."""
        written = pl.col(self.name).cast(pl.String)
        if not self.first:
            return pl.col(self.name)
        found: Any = pl.when(written.is_not_null()).then(pl.lit(len(self.first), pl.Int64))
        for place, value in reversed(list(enumerate(self.first))):
            found = pl.when(written == _written(value)).then(pl.lit(place, pl.Int64)).otherwise(found)
        key: pl.Expr = found
        return key

    @property
    def falls(self) -> bool:
        """Whether the key is sorted from the largest down; the oldest are those born first."""
        return self.descending != (self.column == "age")

    @property
    def text(self) -> Text:
        """The step in words."""
        heading = NAMED[self.column].headings[0] if self.column in NAMED else self.column
        column = Bilingual(id=heading, en=self.column)
        if self.first:
            return Text("register.rank_first", {"column": column, "values": ", ".join(map(str, self.first))})
        if self.column == "age":
            return Text("register.rank_oldest") if self.descending else Text("register.rank_youngest")
        if self.descending:
            return Text("register.rank_down", {"column": column})
        return Text("register.rank_up", {"column": column})


_PLAIN = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Date)
"""What has an order an office can state, beside numbers."""


def checked_order(order: Sequence[Rank | str], register: pl.DataFrame) -> tuple[Rank, ...]:
    """Return the order as ranks.

    Raises:
        InputError: for no order, a column twice or absent, or one that has no order; for a value that goes first and
            does not occur in its column.

    """
    schema, given, allowed = register.schema, cast("object", order), "a list of columns or Rank, each column once"
    if isinstance(given, str) or not isinstance(given, Sequence) or not given:
        raise InputError("order", given if isinstance(given, str) else repr(given), allowed, "state who goes first")
    ranks = tuple(rank if isinstance(rank, Rank) else Rank(rank) for rank in order)
    names = [rank.name for rank in ranks]
    if len(set(names)) != len(names):
        raise InputError("order", [rank.column for rank in ranks], allowed, "state each column once")
    for name in names:
        kind = schema.get(name)
        if name in NAMED and NAMED[name].holds is Holds.NIK:
            raise InputError("order", name, "no identity numbers", "rank by facts; ties go by id")
        if kind is None or not (kind.is_numeric() or kind.base_type() in _PLAIN):
            raise InputError("order", f"{name}: {kind}", "a column of plain values", "correct the order")
    for rank in ranks:
        _check_values(rank, register[rank.name])
    return ranks


def _check_values(rank: Rank, column: pl.Series) -> None:
    """Refuse values that go first and could go nowhere; codes of a closed list need not occur."""
    if rank.column in CODES or column.is_empty():
        return
    known = _values(column)
    for value in rank.first:
        if _written(value) not in known:
            near = get_close_matches(_written(value), known, cutoff=0)
            step = f"write it as the register does: {', '.join(near) or 'it states none'}"
            raise InputError(f"Rank {rank.column}", value, "values that occur in the column", step)


def _values(column: pl.Series) -> list[str]:
    """The values a column may hold, as polars writes them: those of its type, else those that occur."""
    if column.dtype == pl.Boolean:
        return [_written(value) for value in (False, True)]
    if isinstance(column.dtype, pl.Enum):
        return column.dtype.categories.to_list()
    return column.drop_nulls().cast(pl.String).unique().sort().to_list()


def in_order(frame: pl.DataFrame, ranks: Sequence[Rank]) -> pl.DataFrame:
    """Sort people by the ranks, what is not stated last; ties by the record's ``id``, then as the rows stand.

    Ids of text are compared as offices number lists: the shorter first, so that 2 goes before 10.
    """
    keys = [_plain(rank.key(), frame.schema[rank.name], whole=bool(rank.first)) for rank in ranks]
    falls = [rank.falls for rank in ranks]
    if "id" in frame.columns:
        text = frame.schema["id"] == pl.String
        ties = [pl.col("id").str.len_chars(), pl.col("id")] if text else [pl.col("id")]
        keys, falls = [*keys, *ties], [*falls, *(False for _ in ties)]
    return frame.sort(keys, descending=falls, nulls_last=True, maintain_order=True)


def shown(rank: Rank) -> pl.Expr:
    """The value of a rank as text, to name a group by."""
    return pl.col(rank.name).cast(pl.String).fill_null(UNKNOWN)


def _plain(key: pl.Expr, kind: pl.DataType, *, whole: bool) -> pl.Expr:
    """Codes are compared as text, and what is no number counts as not stated."""
    if whole:
        return key
    if kind.is_float():
        return key.fill_nan(None)
    return key.cast(pl.String) if isinstance(kind, pl.Enum | pl.Categorical) else key


def _written(value: object) -> str:
    """A value as polars writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
