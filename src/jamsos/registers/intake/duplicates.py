"""People who stand in a register twice: under one NIK, or perhaps under two."""

from collections.abc import Sequence

import polars as pl

from jamsos.registers.intake.log import Log, masked_all, repeated
from jamsos.registers.layout import NAMED, ROW
from jamsos.registers.problems import Problem

_ROW = pl.col(ROW)
_MOST_NAMED = 5
"""Other rows a hint names."""


def check_twice(frame: pl.DataFrame, log: Log) -> None:
    """Record every NIK in more than one row.

    Of rows that are the same in every fact the first stands; rows that differ are all to be
    checked, because the list does not say which of them is right.
    """
    # A running number differs between the rows of one person who was entered twice.
    facts = [name for name in NAMED if name in frame.columns and name != "id"]
    people = _in_several_rows(frame)
    all_facts = pl.struct(facts)
    different_rows = all_facts.n_unique().over("nik")
    is_same = people.select(different_rows == 1).to_series()
    different = people.filter(~is_same)
    rows_with_nik = _other_rows(different, ["nik"])
    _record(different, rows_with_nik, Problem.NIK_TWICE, log)
    same = people.filter(is_same)
    first_row = _ROW.min().over("nik")
    repeats = same.filter(first_row != _ROW)
    rows_with_nik = _other_rows(same, ["nik"])
    _record(repeats, rows_with_nik, Problem.NIK_REPEATED, log)


def _in_several_rows(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows whose NIK stands in another row too."""
    nik = pl.col("nik")
    rows_of_nik = nik.len().over("nik")
    is_repeated = rows_of_nik > 1
    return frame.filter(nik.is_not_null() & is_repeated)


def check_same_person(frame: pl.DataFrame, log: Log) -> None:
    """Record the same name, birth and village under two NIK, however they are spelt.

    They may be one person with two numbers, or two people of one name.
    """
    keys = ["name", "birth", "village"]
    needed = {"nik", *keys}
    if not needed <= set(frame.columns):
        return
    people = frame.select(
        ROW,
        "nik",
        "birth",
        name=spelt_alike("name", r"\P{L}"),
        # Villages may differ by a number alone, names of people do not.
        village=spelt_alike("village", r"[^\p{L}\p{N}]"),
    )
    has_name = pl.col("name") != ""
    # Without name, birth or village anybody would be like anybody.
    named = people.drop_nulls().filter(has_name)
    nik = pl.col("nik")
    niks = nik.n_unique().over(keys)
    alike = named.filter(niks > 1)
    rows_alike = _other_rows(alike, keys)
    _record(alike, rows_alike, Problem.NIK_TWO, log)


def spelt_alike(column: str, signs: str) -> pl.Expr:
    """A text in capital letters and without signs, so that two spellings of it are one."""
    text = pl.col(column).cast(pl.String)
    capitals = text.str.to_uppercase()
    return capitals.str.replace_all(signs, "")


def _other_rows(people: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """For each row, the first of the other rows with the same keys, as a hint names them."""
    other = pl.col("rows")
    # One more than are named, because a row is not named among its own others.
    first_rows = _ROW.sort().head(_MOST_NAMED + 1)
    by_keys = people.group_by(keys)
    groups = by_keys.agg(first_rows.alias("rows"))
    grouped = people.join(groups, on=keys, how="left")
    rows = grouped.select(ROW, "rows")
    pairs = rows.explode("rows")
    others = pairs.filter(other != _ROW)
    shown_rows = other.head(_MOST_NAMED).cast(pl.String)
    hint = shown_rows.str.join(", ")
    by_row = others.group_by(ROW, maintain_order=True)
    return by_row.agg(hint=hint)


def _record(people: pl.DataFrame, hints: pl.DataFrame, problem: Problem, log: Log) -> None:
    """Record a problem of each of several people, with the rows of the others."""
    hinted = people.join(hints, on=ROW, how="inner", maintain_order="left")
    rows = hinted[ROW]
    niks = masked_all(hinted["nik"])
    problems = repeated(str(problem), len(rows))
    log.problems(rows, "nik", niks, problems, hinted["hint"])
