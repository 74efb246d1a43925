"""People who stand in a register twice: under one NIK, or perhaps under two.

Where the register was read from several files, a hint names the file and the row in it.
"""

from collections.abc import Sequence

import polars as pl

from jamsos.registers.intake.log import Log, masked_all
from jamsos.registers.layout import FILE, FILE_ROW, NAMED, ROW, SHEET
from jamsos.registers.problems import Problem

_ROW = pl.col(ROW)
_MOST_NAMED = 5
"""Other rows a hint names."""
_PLACE = "_place"
"""Where a row stands, as a hint names it."""


def with_places(frame: pl.DataFrame, *, files: bool) -> pl.DataFrame:
    """The rows, each with how a hint names it.

    Args:
        frame: The rows.
        files: Whether the register was read from files that its rows name.

    """
    row = _ROW.cast(pl.String)
    if not files:
        return frame.with_columns(row.alias(_PLACE))
    parts = [pl.col(FILE)]
    sheets = frame.select(FILE, SHEET).unique()
    # The sheet is told where a file has several.
    if sheets.height > frame[FILE].n_unique():
        parts.append(pl.col(SHEET))
    parts.append(pl.col(FILE_ROW).cast(pl.String))
    place = pl.concat_str(parts, separator=" ")
    return frame.with_columns(place.alias(_PLACE))


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
    return frame.filter(nik.is_not_null() & nik.is_duplicated())


def check_same_person(frame: pl.DataFrame, log: Log) -> None:
    """Record the same name, birth and village under two NIK, however they are spelt.

    They may be one person with two numbers, or two people of one name.
    """
    keys = ["name", "birth", "village"]
    needed = {"nik", *keys}
    if not needed <= set(frame.columns):
        return
    people = frame.select(ROW, _PLACE, "nik", "birth", name=_NAME, village=_VILLAGE)
    has_name = pl.col("name") != ""
    # Without name, birth or village anybody would be like anybody.
    named = people.drop_nulls().filter(has_name)
    # Most people share these with nobody, and their numbers need not be counted. Two that are
    # alike have one hash, in which many millions of others hardly take any memory.
    may_be_alike = pl.struct(keys).hash().is_duplicated()
    niks = pl.col("nik").n_unique().over(keys)
    alike = named.filter(may_be_alike).filter(niks > 1)
    rows_alike = _other_rows(alike, keys)
    _record(alike, rows_alike, Problem.NIK_TWO, log)


def check_two_places(frame: pl.DataFrame, log: Log) -> None:
    """Record the same name and birth under another NIK in another village, or another file.

    Two villages may list one person, under the right number and under a wrong one.
    """
    columns = frame.columns
    if not {"nik", "name", "birth"} <= set(columns):
        return
    parts = [pl.col(FILE)]
    if "village" in columns:
        parts.append(_VILLAGE.fill_null(""))
    where = pl.concat_str(parts, separator=" ")
    people = frame.select(ROW, _PLACE, "nik", "birth", name=_NAME, where=where)
    has_name = pl.col("name") != ""
    named = people.drop_nulls().filter(has_name)
    keys = ["name", "birth"]
    pairs = named.unique([*keys, "nik", "where"], keep="first", maintain_order=True)
    # Of the pairs of a NIK and a place that share name and birth, those that differ in both:
    # all of them, less those with the same NIK, less those in the same place; a pair is both.
    one = pl.len().cast(pl.Int64)
    with_same_nik = one.over([*keys, "nik"])
    in_same_place = one.over([*keys, "where"])
    others = one.over(keys) - with_same_nik - in_same_place + 1
    elsewhere = pairs.filter(others > 0).select(*keys, "nik", "where")
    found = named.join(elsewhere, on=[*keys, "nik", "where"], how="semi", maintain_order="left")
    first_rows = _other_rows(found, keys)
    _record(found, first_rows, Problem.NIK_TWO_PLACES, log)


def spelt_alike(column: str, signs: str) -> pl.Expr:
    """A text in capital letters and without signs, so that two spellings of it are one."""
    text = pl.col(column).cast(pl.String)
    capitals = text.str.to_uppercase()
    return capitals.str.replace_all(signs, "")


_NAME = spelt_alike("name", r"\P{L}")
_VILLAGE = spelt_alike("village", r"[^\p{L}\p{N}]")
"""Villages may differ by a number alone, names of people do not."""


def _other_rows(people: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """For each row, the first of the other rows with the same keys, as a hint names them."""
    # One more than are named, because a row is not named among its own others.
    first_rows = pl.struct(ROW, _PLACE).sort_by(ROW).head(_MOST_NAMED + 1)
    by_keys = people.group_by(keys)
    groups = by_keys.agg(first_rows.alias("others"))
    grouped = people.join(groups, on=keys, how="left")
    pairs = grouped.select(_ROW.alias("of"), "others").explode("others").unnest("others")
    others = pairs.filter(pl.col("of") != _ROW)
    hint = pl.col(_PLACE).head(_MOST_NAMED).str.join(", ")
    by_row = others.group_by("of", maintain_order=True).agg(hint=hint)
    return by_row.rename({"of": ROW})


def _record(people: pl.DataFrame, hints: pl.DataFrame, problem: Problem, log: Log) -> None:
    """Record a problem of each of several people, with the rows of the others."""
    hinted = people.join(hints, on=ROW, how="inner", maintain_order="left")
    niks = masked_all(hinted["nik"])
    log.problem(hinted[ROW], "nik", problem, niks, hinted["hint"])
