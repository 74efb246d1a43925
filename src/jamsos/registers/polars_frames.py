"""Checks of a register in a polars frame: its kind, its column names, its group names."""

import polars as pl

from jamsos.errors import InputError, kind_of, looks_like_nik
from jamsos.registers.facts import codes_by_spelling
from jamsos.registers.layout import NIK_DIGITS


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
