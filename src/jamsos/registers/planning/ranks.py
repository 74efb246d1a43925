"""One step of an order of priority (*urutan prioritas*): a column, and which values go first."""

from collections.abc import Hashable, Iterable
from typing import Any

import polars as pl
from attrs import field, frozen

from jamsos.answers.texts import Arg, Text, listed
from jamsos.errors import InputError
from jamsos.registers.facts import CODES, own_spelling
from jamsos.registers.layout import column_label
from jamsos.registers.polars_frames import as_text
from jamsos.registers.summing.labels import value_label
from jamsos.workers.closed_list import checked_code


def _listed(values: object) -> tuple[Any, ...]:
    """The values of a list; a text is one value, not a list of letters."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        step = f"write first=[{values!r}]"
        raise InputError("Rank.first", values, "a list of values", step)
    listed = tuple(values)
    are_plain = all(isinstance(value, Hashable) for value in listed)
    if not are_plain:
        step = "write the values as the register does, without brackets around each"
        raise InputError("Rank.first", str(listed), "a list of plain values", step)
    return listed


@frozen
class Rank:
    """One step of an order of priority: a column, and which of its values go first.

    >>> Rank("category", first=("fisher", "farmer"))
    Rank(column='category', first=('fisher', 'farmer'), descending=False)

    Raises:
        InputError: for values that are no list, stated twice or unknown to a closed list of codes,
            or for ``first`` together with ``descending``.

    """

    column: str
    """Any column of the register; ``age`` stands for ``birth``: ascending is youngest first."""
    first: tuple[Any, ...] = field(default=(), converter=_listed)
    """Values that go before all others, in this order; the others follow as if they were equal."""
    descending: bool = False
    """Largest first; without it smallest first, text in the order of the alphabet, no before
    yes."""

    def __attrs_post_init__(self) -> None:
        thing = f"Rank {self.column}"
        if self.first and self.descending:
            step = "leave descending out: values that go first are in their own order"
            raise InputError(thing, "first and descending", "one of the two", step)
        different = {self._own(value) for value in self.first}
        if len(different) != len(self.first):
            values = list(self.first)
            raise InputError(thing, values, "each value once", "leave out the second")
        self._check_codes()

    def _own(self, value: Any) -> Any:
        """A value, a code in its own spelling."""
        return own_spelling(self.column, value) if isinstance(value, str) else value

    def _check_codes(self) -> None:
        if self.column in CODES:
            for value in self.first:
                checked_code(CODES[self.column], str(value), f"Rank {self.column}")

    @property
    def name(self) -> str:
        """The column of the register that is read."""
        if self.column == "age":
            return "birth"
        return self.column

    def key(self) -> pl.Expr:
        """The value that rows are sorted by, smallest first; empty is last."""
        if self.first:
            return self._place_of(as_text(self.name))
        # By its own spelling: a code written in two ways has one place.
        if self.column in CODES:
            return as_text(self.name)
        return pl.col(self.name)

    def _place_of(self, written: pl.Expr) -> pl.Expr:
        """The place of each value among those that go first; the others come after them."""
        is_stated = written.is_not_null()
        after_all = pl.lit(len(self.first), pl.Int64)
        key: pl.Expr = pl.when(is_stated).then(after_all)
        places = list(enumerate(self.first))
        # From the last to the first: of two values written alike, the first place holds.
        for place, value in reversed(places):
            has_value = written == as_written(self._own(value))
            place_of_value = pl.lit(place, pl.Int64)
            key = pl.when(has_value).then(place_of_value).otherwise(key)
        return key

    @property
    def falls(self) -> bool:
        """Whether the key is sorted from the largest down."""
        if self.column == "age":
            # The oldest were born first.
            return not self.descending
        return self.descending

    @property
    def text(self) -> Text:
        """The step in words."""
        column = {"column": column_label(self.column)}
        if self.first:
            return self._text_of_first()
        if self.column == "age":
            return self._text_of_age()
        if self.descending:
            return Text("register.rank_down", column)
        return Text("register.rank_up", column)

    def _text_of_first(self) -> Text:
        labels: list[Arg] = []
        for value in self.first:
            written = as_written(value)
            labels.append(value_label(self.column, written))
        args = {"column": column_label(self.column), "values": listed(labels)}
        return Text("register.rank_first", args)

    def _text_of_age(self) -> Text:
        if self.descending:
            return Text("register.rank_oldest")
        return Text("register.rank_youngest")


def as_written(value: object) -> str:
    """A value as polars writes it.

    >>> as_written(True), as_written(900_000)
    ('true', '900000')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
