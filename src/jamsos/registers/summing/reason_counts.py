"""How many people of a register have which reason, in the words of both languages."""

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from jamsos.registers.columns.columns import Columns
from jamsos.registers.columns.reasons import Reason

REASON = ("question", "key", "outcome", "text_id", "text_en")
"""What a table says of each reason."""


def reason_column(columns: Columns) -> str:
    """The name of the column with the reason codes of a question."""
    return next(name for name in columns.outputs if name.endswith("_reason"))


def reason_counts(frame: pl.DataFrame, columns: Columns) -> pl.DataFrame:
    """How many people of a frame have which reason."""
    people = pl.len().cast(pl.Int64)
    by_reason = frame.group_by(reason_column(columns))
    groups = by_reason.agg(people=people)
    return reasons_by(groups, (), [columns])


def reasons_by(
    groups: pl.DataFrame, by: Sequence[str], questions: Iterable[Columns]
) -> pl.DataFrame:
    """Every reason of every question, counted by some columns."""
    shape: dict[str, Any] = dict.fromkeys((*by, *REASON), pl.String)
    shape["people"] = pl.Int64
    # Where no question is asked, the empty table has the columns all the same.
    reasons = pl.DataFrame(schema=shape)
    for columns in questions:
        counts = _reasons_of(columns, groups, by)
        reasons = reasons.vstack(counts.select(list(shape)))
    return reasons


def _reasons_of(columns: Columns, groups: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    code = reason_column(columns)
    keys = [*by, code]
    people = pl.col("people").sum()
    counts = groups.group_by(keys).agg(people)
    words = _in_words(columns, counts[code])
    # Codes are narrow in the register and wide in the words: a join asks for one type.
    number = pl.col(code).cast(pl.Int64)
    with_numbers = counts.with_columns(number)
    with_words = with_numbers.join(words, on=code)
    return with_words.sort(keys)


def _in_words(columns: Columns, codes: pl.Series) -> pl.DataFrame:
    """The reasons of some codes, one row a code."""
    rows: list[tuple[object, ...]] = []
    for number in codes.unique(maintain_order=True):
        reason = columns.reason(number)
        rows.append((reason.code, columns.question, *_words(reason)))
    schema: dict[str, Any] = {codes.name: pl.Int64}
    schema |= dict.fromkeys(REASON, pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row")


def _words(reason: Reason) -> tuple[str, ...]:
    outcome = str(reason.outcome)
    text_id = reason.text("id")
    text_en = reason.text("en")
    return reason.key, outcome, text_id, text_en
