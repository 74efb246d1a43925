"""Checks of a register in a polars frame: its kind, its column names, its group names."""

from collections.abc import Iterable

import polars as pl

from jamsos.errors import InputError, kind_of, looks_like_nik
from jamsos.registers.facts import codes_by_spelling
from jamsos.registers.layout import NIK_DIGITS

MARK = "what_if"
"""The column of a table that marks what is hypothetical, and how such columns end."""


def checked_lazy(frame: object) -> pl.LazyFrame:
    """Return a polars frame as lazy columns.

    Raises:
        InputError: for another kind of frame.

    """
    if not isinstance(frame, pl.DataFrame | pl.LazyFrame):
        kind = kind_of(frame)
        step = "convert it: pl.from_pandas, pl.from_arrow"
        raise InputError("frame", kind, "a frame of polars, eager or lazy", step)
    return frame.lazy()


def as_text(name: str, stands_in: str | None = None) -> pl.Expr:
    """The values of a column of the register as text, codes in their own spelling.

    Args:
        name: The column of the register.
        stands_in: The column the values stand in; without it that of the name.

    """
    text = pl.col(name if stands_in is None else stands_in).cast(pl.String)
    letters = {one: code for one, code in codes_by_spelling(name).items() if one != code}
    return text.replace(letters) if letters else text


def refuse_taken(frame: pl.DataFrame, names: tuple[str, ...], side: str) -> None:
    """Refuse a register with columns of the names that the result needs.

    Raises:
        InputError: naming them.

    """
    taken = [name for name in names if name in frame.columns]
    if taken:
        raise InputError(side, taken, "a register without these columns", "drop or rename them")


def with_mark(frame: pl.DataFrame, mark: str) -> pl.DataFrame:
    """A table with the mark of a what-if in every row; as it is under the law itself."""
    if not mark:
        return frame
    return frame.with_columns(pl.lit(mark).alias(MARK))


def what_if_columns(names: Iterable[str]) -> list[str]:
    """The columns in which a what-if is marked."""
    return [name for name in names if name.endswith(MARK)]


def refuse_what_if(frame: pl.DataFrame, side: str) -> None:
    """Refuse figures of a what-if where only those of the law may be.

    Raises:
        InputError: naming the column.

    """
    found = what_if_columns(frame.columns)
    if found:
        step = "price the register under the law itself: jamsos.current()"
        raise InputError(side, found, "figures of the law, not of a what-if", step)


def refuse_identities(groups: pl.DataFrame) -> None:
    """Refuse groups whose names look like identity numbers, whatever the column is called.

    Raises:
        InputError: naming the column.

    """
    all_texts = pl.all().cast(pl.String)
    for texts in groups.select(all_texts):
        digits = texts.str.count_matches(r"\d")
        # Few texts have so many digits: only those are looked at one by one.
        long = texts.filter(digits >= NIK_DIGITS)
        if any(looks_like_nik(text) for text in long.unique()):
            value = "values that look like a NIK"
            allowed = "a column without identity numbers"
            raise InputError(f"by {texts.name}", value, allowed, "name other columns")
