"""Who is known to have died, by a column of yes and no or of days."""

import polars as pl


def tells(frame: pl.DataFrame, name: str) -> bool:
    """Whether a column can say who died."""
    kind = frame.schema.get(name)
    return kind == pl.Boolean or kind == pl.Date  # noqa: PLR1714 - types are no members of a set


def dead(frame: pl.DataFrame, name: str | None) -> pl.Series:
    """Who is known to have died: yes, or a day; nobody without such a column."""
    if name is None or not tells(frame, name):
        return pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
    told = frame[name]
    return told.is_not_null() if told.dtype == pl.Date else told.fill_null(value=False)
