"""The people of a register who are known to have died, from a column of flags or of days."""

import polars as pl


def tells(frame: pl.DataFrame, name: str) -> bool:
    """Whether a column can say who died."""
    column_type = frame.schema.get(name)
    return isinstance(column_type, pl.Boolean | pl.Date)


def dead(frame: pl.DataFrame, name: str | None) -> pl.Series:
    """The people known to have died, by a yes or a day; nobody without such a column."""
    if name is None or not tells(frame, name):
        return pl.Series([False]).new_from_index(0, frame.height)
    if _is_flag(frame, name):
        return frame[name].fill_null(value=False)
    return frame[name].is_not_null()


def _is_flag(frame: pl.DataFrame, name: str) -> bool:
    return frame.schema.get(name) == pl.Boolean
